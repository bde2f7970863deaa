//! What refers to something by its id finds it in its own root, and hints and errors belong to a control.

use super::super::page::Page;
use super::super::widget::Widget;
use super::ask::asked;

/// A sentence for each reference that leads nowhere, and each hint or error that no control names.
pub async fn references(page: &Page<'_>, tool: Widget<'_>) -> Result<Vec<String>, String> {
    asked(page, tool, "[...access.references(), ...access.attached()]").await
}

//! Small windows, large and spaced letters, targets, colours and movement.

use super::super::look::Look;
use super::super::page::Page;
use super::super::widget::Widget;
use super::ask::{ask, asked, sentences};

/// A window of 1280 pixels at 400% zoom.
const ZOOMED: (u32, u32) = (320, 640);
/// Wide enough for letters of twice the size.
const LARGE: (u32, u32) = (640, 900);
/// As the walks see it otherwise.
pub const USUAL: (u32, u32) = (1200, 900);

/// What is cut, too wide, too small to press, shown by colour alone, or moves. The ring of the focus is one rule for all:
/// in forced colours and in the dark it is looked at once in a walk, in `every_look`.
pub async fn zoomed(page: &Page<'_>, tool: Widget<'_>, every_look: bool) -> Result<Sizes, String> {
    let mut faults = asked(page, tool, "access.colour()").await?;
    let usual = ask(page, tool, "access.targets()").await?;
    faults.extend(sentences(&usual["faults"]));
    page.size(ZOOMED.0, ZOOMED.1).await?;
    faults.extend(at(page, tool, "at 400% zoom", "[...access.cut(), ...access.rings()]").await?);
    let small = ask(page, tool, "access.targets()").await?;
    faults.extend(sentences(&small["faults"]).into_iter().map(|it| format!("at 400% zoom: {it}")));
    ask(page, tool, "access.spacing(true)").await?;
    faults.extend(at(page, tool, "at 400% zoom with spaced letters", "access.cut()").await?);
    page.size(USUAL.0, USUAL.1).await?;
    faults.extend(at(page, tool, "with spaced letters", "access.cut()").await?);
    ask(page, tool, "access.spacing(false)").await?;
    page.size(LARGE.0, LARGE.1).await?;
    ask(page, tool, "access.letters('200%')").await?;
    faults.extend(at(page, tool, "with letters of twice the size", "access.cut()").await?);
    ask(page, tool, "access.letters('')").await?;
    page.size(USUAL.0, USUAL.1).await?;
    page.look(Look::ForcedColours).await?;
    faults.extend(at(page, tool, "in forced colours", "access.colour()").await?);
    if every_look {
        faults.extend(at(page, tool, "in forced colours", "access.rings()").await?);
        page.look(Look::Dark).await?;
        faults.extend(at(page, tool, "in the dark", "access.rings()").await?);
    }
    page.look(Look::ReducedMotion).await?;
    faults.extend(at(page, tool, "with reduced motion", "access.motion()").await?);
    page.look(Look::Plain).await?;
    let under = sentences(&usual["under"]).into_iter().chain(sentences(&small["under"])).collect();
    Ok(Sizes { faults, under })
}

/// What was found about sizes.
#[derive(Debug, Default)]
pub struct Sizes {
    /// A sentence for each fault.
    pub faults: Vec<String>,
    /// Controls of less than 44 pixels one way, which is no fault.
    pub under: Vec<String>,
}

async fn at(page: &Page<'_>, tool: Widget<'_>, how: &str, question: &str) -> Result<Vec<String>, String> {
    ask(page, tool, "access.settled()").await?;
    Ok(asked(page, tool, question).await?.into_iter().map(|it| format!("{how}: {it}")).collect())
}

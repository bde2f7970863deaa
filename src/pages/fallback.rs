//! The first screen of a tool, drawn before there is a browser, to stand inside the element until it is live.

use super::plain_desk;
use crate::sheet::Desk;
use crate::ui::form::Mailbox;
use crate::ui::host::{HostHandle, NoPage};
use crate::ui::{GuidedForm, Props, Ready};
use std::rc::Rc;

/// The first screen as HTML.
///
/// # Errors
/// There is no such tool, or its words cannot be read.
pub fn fallback(tool: &str) -> Result<String, String> {
    plain_desk(tool).map(fallback_of)
}

/// The first screen of the tool on a desk.
pub fn fallback_of(desk: Desk) -> String {
    let tool = desk.tool.id;
    let props = Props {
        desk: Ready(Rc::new(desk)),
        host: HostHandle(Rc::new(NoPage)),
        mailbox: Mailbox::default(),
        level: 4,
        kept: "".into(),
        section: "".into(),
        reference: "".into(),
        notices: Rc::default(),
    };
    let screen = yew::LocalServerRenderer::<GuidedForm>::with_props(props).hydratable(false);
    let screen = futures::executor::block_on(screen.render());
    format!(
        "{screen}<noscript><p class=\"ct-prose\">This tool needs scripts. Without them, use the \
         <a href=\"paper/{tool}.html\">paper form</a>: it asks the same questions.</p></noscript>"
    )
}

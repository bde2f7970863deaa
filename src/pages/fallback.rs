//! The first screen of a tool, drawn before there is a browser, to stand inside the element until it is live.

use super::plain_desk;
use crate::engine::Answers;
use crate::plans;
use crate::sheet::Desk;
use crate::ui::form::Mailbox;
use crate::ui::host::{HostHandle, NoPage};
use crate::ui::{GuidedForm, Props, Ready};
use std::rc::Rc;

/// The first screen as HTML: the tool's id, then what the page answers beforehand, such as `path=contact`.
///
/// # Errors
/// There is no such tool or answer, or the words cannot be read.
pub fn fallback(tool: &str) -> Result<String, String> {
    let mut parts = tool.split(' ');
    let desk = plain_desk(parts.next().unwrap_or_default())?;
    if !desk.tool.groups.is_empty() {
        return Ok(plan(desk));
    }
    let mut answers = Answers::none();
    for part in parts {
        let (question, said) =
            part.split_once('=').ok_or_else(|| format!("`{part}` should be like `path=contact`"))?;
        answers.give(desk.tool.page_answer(question, said).ok_or_else(|| format!("a page cannot answer `{part}`"))?);
    }
    Ok(drawn(desk, answers, "", true))
}

/// The first screen of the tool on a desk; with what was kept, the screen on which that was left. Where not all code and
/// words are there yet, it says nothing of what answers mean.
pub fn fallback_of(desk: Desk, kept: &str, whole: bool) -> String {
    drawn(desk, Answers::none(), kept, whole)
}

/// The first screen of the action plan.
fn plan(desk: Desk) -> String {
    let tool = desk.tool.id;
    let props = plans::Props {
        desk: Rc::new(desk),
        page: Rc::new(NoPage),
        mail: plans::Mail::default(),
        level: 4,
        device_clock: false,
        section: "".into(),
        reference: "".into(),
        notices: Vec::new(),
        kept: "".into(),
    };
    let screen = yew::LocalServerRenderer::<plans::Plans>::with_props(props).hydratable(false);
    framed(tool, futures::executor::block_on(screen.render()))
}

fn drawn(desk: Desk, answers: Answers, kept: &str, whole: bool) -> String {
    let tool = desk.tool.id;
    let props = Props {
        desk: Ready(Rc::new(desk)),
        host: HostHandle(Rc::new(NoPage)),
        mailbox: Mailbox::default(),
        level: 4,
        kept: kept.to_owned().into(),
        section: "".into(),
        reference: "".into(),
        answers: Rc::new(answers),
        notices: Rc::default(),
        whole,
    };
    let screen = yew::LocalServerRenderer::<GuidedForm>::with_props(props).hydratable(false);
    framed(tool, futures::executor::block_on(screen.render()))
}

/// The screen, with the way to the paper form for readers without scripts.
///
/// Its controls belong to no form: inside a form of the page, the browser would send what is typed in them.
fn framed(tool: &str, screen: String) -> String {
    let controls = ["input", "textarea", "select", "button"];
    let screen =
        controls.iter().fold(screen, |screen, it| screen.replace(&format!("<{it} "), &format!("<{it} form=\"\" ")));
    format!(
        "{screen}<noscript><p class=\"ct-prose\">This tool needs scripts. Without them, use the \
         <a href=\"paper/{tool}.html\">paper form</a>: it asks the same questions.</p></noscript>"
    )
}

//! Warnings: what to keep in mind. Each may be marked as seen, with a reason.

use super::Seen;
use crate::plans::msg::Msg;
use crate::record::plan as record;
use crate::record::plan_file::warning_key;
use crate::tools::action_planning::found::{Found, parts};
use crate::ui::parts::heading::heading;
use crate::ui::parts::mark::{Mark, mark};
use yew::prelude::*;

/// All of them.
pub fn warnings(seen: Seen<'_>) -> Html {
    block(seen, seen.read.warnings_found(), !seen.model.complete)
}

/// Those of one issue or action, while it is written.
pub fn of_item(seen: Seen<'_>, id: &str) -> Html {
    let mut found = seen.read.warnings_found();
    found.retain(|found| parts(&found.at).is_some_and(|(_, item, _)| item == id));
    block(seen, found, false)
}

fn block(seen: Seen<'_>, found: Vec<Found>, answerable: bool) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-block ct-block--warn">
            { heading(seen.level, 2, "ct-heading ct-heading--small", seen.say("warn.title")) }
            if answerable { <p class="ct-prose ct-soft">{ seen.say("plan.warnings_lead") }</p> }
            <ul class="ct-ticks">{ for found.into_iter().enumerate().map(|(at, found)| warning(seen, at, found, answerable)) }</ul>
        </section>
    }
}

fn warning(seen: Seen<'_>, at: usize, found: Found, answerable: bool) -> Html {
    let model = seen.model;
    let key = warning_key(found.id, &found.at);
    let reason = model.seen.get(&key).cloned();
    let text = record::warning(&model.desk.words, &found);
    let (control, reason_id) = (format!("ct-seen-{at}"), format!("ct-seen-{at}-reason"));
    let mark = if reason.is_some() { mark(Mark::Ok) } else { mark(Mark::Warn) };
    html! {
        <li class="ct-tick" key={key.clone()}>
            { mark }
            <div>
                <p>{ text.clone() }</p>
                if answerable {
                    <div class="ct-choice ct-noprint">
                        <input class="ct-choice__input" type="checkbox" id={control.clone()} checked={reason.is_some()}
                            onchange={seen.act.on(Msg::Acknowledge(key.clone(), reason.is_none()))} />
                        <label class="ct-choice__label" for={control}>{ seen.say("plan.seen") }<span class="ct-hidden">{ format!(": {text}") }</span></label>
                    </div>
                    if let Some(reason) = reason {
                        <div class="ct-field">
                            <label class="ct-field__label" for={reason_id.clone()}>{ seen.say("plan.seen_reason") }{ " " }<span class="ct-plain">{ seen.say("optional") }</span></label>
                            <input class="ct-input" type="text" id={reason_id} autocomplete="off" value={reason}
                                oninput={seen.act.typed(move |text| Msg::AcknowledgeReason(key.clone(), text))} />
                        </div>
                    }
                }
            </div>
        </li>
    }
}

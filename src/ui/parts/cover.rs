//! What interrupts a form: about to be covered, covered, and "clear everything?".

use super::interruption;
use crate::ui::cover::Cover;
use crate::ui::form::View;
use crate::ui::state::Action;
use yew::prelude::*;

/// The warning before answers are covered.
pub fn warning(view: &View) -> Html {
    let Cover::Warned(minutes) = view.state.cover else { return Html::default() };
    let host = view.host.clone();
    let here = Callback::from(move |_: MouseEvent| host.0.awake());
    interruption::warning(&view.desk().words, minutes, here)
}

/// The cover over the answers.
pub fn cover(view: &View, until: &str) -> Html {
    let (host, act) = (view.host.clone(), view.acting());
    let show = Callback::from(move |_: MouseEvent| {
        host.0.awake();
        act.emit(Action::Uncover);
    });
    interruption::cover(&view.desk().words, view.level, until, show, clear(view))
}

/// The question whether to clear everything, once it was pressed.
pub fn clearing(view: &View) -> Html {
    if !view.state.clearing {
        return Html::default();
    }
    interruption::clearing(&view.desk().words, view.level, clear(view), view.press(Action::AskToClear(false)))
}

fn clear(view: &View) -> Callback<MouseEvent> {
    let host = view.host.clone();
    let act = view.acting();
    Callback::from(move |_: MouseEvent| {
        host.0.awake();
        act.emit(Action::Clear(host.0.today(), host.0.stamp()));
        host.0.tell(crate::ui::host::Event::Cleared);
    })
}

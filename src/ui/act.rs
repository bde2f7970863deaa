//! Callbacks that send messages, for components that draw one model.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::TargetCast;
use yew::html::Scope;
use yew::prelude::*;

/// Makes callbacks of messages to a component.
pub struct Act<C: Component>(pub Scope<C>);

impl<C: Component> Act<C>
where
    C::Message: Clone,
{
    /// For a button.
    pub fn press(&self, msg: C::Message) -> Callback<MouseEvent> {
        self.0.callback(move |_| msg.clone())
    }

    /// For a checkbox or a radio button.
    pub fn on(&self, msg: C::Message) -> Callback<Event> {
        self.0.callback(move |_| msg.clone())
    }

    /// For a text box, at every letter.
    pub fn typed(&self, make: impl Fn(String) -> C::Message + 'static) -> Callback<InputEvent> {
        self.0.callback(move |event: InputEvent| make(event.target_unchecked_into::<HtmlInputElement>().value()))
    }

    /// For a choice from a list.
    pub fn chosen(&self, make: impl Fn(String) -> C::Message + 'static) -> Callback<Event> {
        self.0.callback(move |event: Event| make(event.target_unchecked_into::<HtmlSelectElement>().value()))
    }
}

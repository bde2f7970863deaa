//! The guided form: the one shell for every tool.

use super::cover::Cover;
use super::host::{Event, HostHandle, Told};
use super::parts;
use super::state::{Action, State};
use crate::engine::Answers;
use crate::json::{Json, LONGEST_KEPT};
use crate::record;
use crate::sheet::form::Step;
use crate::sheet::panel::Panel;
use crate::sheet::{Desk, Draft};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// A desk that can be handed to components.
#[derive(Clone, Debug)]
pub struct Ready(pub Rc<Desk>);

impl PartialEq for Ready {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Ready {}

/// Where the page leaves word for the screen.
#[derive(Clone, Default)]
pub struct Mailbox(pub Rc<RefCell<Option<Callback<Told>>>>);

impl PartialEq for Mailbox {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a form needs.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The tool, its words and the authority's settings.
    pub desk: Ready,
    /// The page.
    pub host: HostHandle,
    /// Where the page leaves word.
    pub mailbox: Mailbox,
    /// The heading level of the tool's title, 2 to 4.
    pub level: u8,
    /// State to take up, as [`State::to_json`] wrote it; empty for a fresh start.
    pub kept: AttrValue,
    /// The id of the section to open first; empty for the first one.
    pub section: AttrValue,
    /// A reference filled in by the page; empty where there is none.
    pub reference: AttrValue,
    /// What the page has answered beforehand.
    pub answers: Rc<Answers>,
    /// What to tell the reader before anything else: faults of the locality file, or a restart.
    pub notices: Rc<Vec<parts::notice::Notice>>,
    /// Whether all code and words are there: otherwise [`Told::Desk`] says when they are.
    pub whole: bool,
}

/// What every part of the screen may use.
#[derive(Clone)]
pub struct View {
    /// The state.
    pub state: UseReducerHandle<State>,
    /// The page.
    pub host: HostHandle,
    /// The heading level of the tool's title.
    pub level: u8,
}

impl View {
    /// The desk.
    pub fn desk(&self) -> &Desk {
        &self.state.desk
    }

    /// A phrase of the screen.
    pub fn say(&self, phrase: &str) -> AttrValue {
        self.state.desk.words.say(phrase).to_owned().into()
    }

    /// What does an action, and keeps the state at once: a crash while drawing loses nothing.
    pub fn acting(&self) -> Callback<Action> {
        let (state, host) = (self.state.clone(), self.host.clone());
        Callback::from(move |action| {
            state.dispatch(action);
            host.0.keep(&state);
        })
    }

    /// A callback that does one thing.
    pub fn on<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        self.acting().reform(action)
    }

    /// A callback for a button.
    pub fn press(&self, action: Action) -> Callback<MouseEvent> {
        self.on(move |_: MouseEvent| action.clone())
    }
}

fn first_state(props: &Props) -> State {
    let today = props.host.0.today();
    let desk = Rc::new(Desk::clone(&props.desk.0).on(today));
    let mut draft = Draft::new(&desk.tool.law, today);
    for question in desk.tool.law.questions() {
        if let Some(given) = props.answers.to(question.at) {
            draft.give(question, given);
        }
    }
    if !props.reference.is_empty() && desk.tool.notes.iter().any(|note| note.id == "case_reference") {
        let fitting: String = props.reference.chars().take(crate::tools::Size::Line.limit()).collect();
        draft.type_note("case_reference", &fitting);
    }
    let mut state = State::new(desk, draft, props.host.0.stamp());
    state.notices = props.notices.clone();
    state.whole = props.whole;
    state.stand_in = if props.whole { None } else { props.host.0.stand_in() };
    state.open_at(&props.section);
    if let Ok(kept) = Json::read_within(&props.kept, LONGEST_KEPT) {
        state.resume(&kept);
    }
    state
}

/// The guided form.
#[component]
pub fn GuidedForm(props: &Props) -> Html {
    #[cfg(feature = "faults")]
    super::on_purpose::fail_in_drawing();
    let state = use_reducer(|| first_state(props));
    let view = View { state: state.clone(), host: props.host.clone(), level: props.level };

    {
        // The page's word reaches the state through the mailbox.
        let act = view.acting();
        let host = props.host.clone();
        let mailbox = props.mailbox.clone();
        let first = state.clone();
        use_effect_with((), move |()| {
            let page = host.clone();
            *mailbox.0.borrow_mut() = Some(Callback::from(move |told| {
                let cleared = matches!(told, Told::Clear(_));
                act.emit(Action::Told(told, page.0.today(), page.0.stamp()));
                if cleared {
                    page.0.tell(Event::Cleared);
                }
            }));
            host.0.keep(&first);
            host.0.tell(Event::Ready);
        });
    }
    {
        let host = props.host.clone();
        let (id, _) = state.focus.clone();
        use_effect_with(state.focus.clone(), move |_| {
            if !id.is_empty() {
                host.0.focus(&id);
            }
        });
    }
    {
        let host = props.host.clone();
        let completed = state.step == Step::Result;
        let fresh = state.is_fresh();
        use_effect_with((state.outcomes(), completed), move |(outcomes, completed)| {
            if *completed {
                host.0.tell(Event::Completed(outcomes));
            } else if !fresh {
                host.0.tell(Event::Changed(outcomes));
            }
        });
    }

    let title: AttrValue = state.desk.title(&state.draft).to_owned().into();
    if let Cover::Covered(until) = &state.cover {
        return html! {
            <section class="ct-widget" aria-label={title}>{ parts::cover::cover(&view, until) }</section>
        };
    }
    let panel = match state.step {
        Step::Section(at) if state.whole => Some(state.desk.panel(&state.draft, Some(at))),
        Step::Section(_) | Step::Check | Step::Result => None,
    };
    let body = match state.step {
        Step::Section(at) => html! {
            <>{ parts::offer::offer(&view) }{ parts::section::section(&view, at, panel.as_ref()) }</>
        },
        Step::Check => parts::check::check(&view),
        Step::Result => {
            html! { <parts::result::ResultPage view={parts::result::Seen(view.clone(), state.revision)} /> }
        }
    };
    html! {
        <section class="ct-widget" part="widget" aria-labelledby="ct-title" data-ct-mark={mark(&view)}>
            { parts::header::header(&view) }
            { state.notices.iter().map(parts::notice::draw).collect::<Html>() }
            { parts::cover::warning(&view) }
            { parts::notice::pinned(&view) }
            <p class="ct-hidden" role="status">{ spoken(&view, panel.as_ref()) }</p>
            { body }
        </section>
    }
}

/// What stands on every printed page of the result.
fn mark(view: &View) -> Option<AttrValue> {
    let phrase = if view.state.is_complete() { "record.complete" } else { "record.draft" };
    (view.state.step == Step::Result).then(|| view.say(phrase))
}

/// What people who do not see the screen are told: the last message, or what the answers mean so far.
fn spoken(view: &View, panel: Option<&Panel>) -> String {
    let state = &view.state;
    if !state.message.is_empty() {
        let end = if state.again { "\u{a0}" } else { "" };
        return format!("{}{end}", state.desk.words.say(state.message));
    }
    let fresh = state.is_fresh();
    panel.filter(|_| !fresh).map(|panel| panel.spoken.clone()).unwrap_or_default()
}

/// Copies the record, or the referrals.
pub fn copy(view: &View, document: Option<record::Document>) {
    if let Some(document) = document {
        view.host.0.copy(&document.to_text(), &document.to_html());
    }
}

//! The component: the open records, and what the page can do for them.

use super::entry::{self, Entry};
use super::export::Out;
use super::library::Library;
use super::model::{Model, Place};
use super::msg::{Format, Msg};
use super::several::{COLUMNS, caption};
use super::what_if::WhatIf;
use crate::ui::act;
use crate::ui::cover::{Cleared, Cover};
use crate::ui::page::Page;
use crate::ui::parts::notice::Notice;
use crate::ui::state::{Action, PROBLEMS, STEP_TITLE};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Where the page leaves word.
pub type Mail = Rc<RefCell<Option<Callback<Msg>>>>;

/// What supervision needs.
#[derive(Clone, Properties)]
pub struct Props {
    /// The tools and the words.
    pub library: Rc<Library>,
    /// The page.
    pub page: Rc<dyn Page>,
    /// Where the page leaves word.
    pub mail: Mail,
    /// The heading level of the title, 2 to 4.
    pub level: u8,
    /// Whether only files are checked.
    pub verify: bool,
    /// What to tell the reader before anything else.
    pub notices: Vec<Notice>,
    /// What was kept before a restart; empty for a fresh start.
    pub kept: AttrValue,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.library, &other.library)
    }
}

/// Makes callbacks of messages.
pub type Act = act::Act<Supervision>;

impl Act {
    /// For the questions of a copy.
    pub fn answers(&self) -> Callback<Action> {
        self.0.callback(|action| match action {
            Action::PutRight(goto) => Msg::PutRight(goto),
            other => Msg::Answer(other),
        })
    }
}

/// Supervision on a page.
pub struct Supervision {
    model: Model,
}

impl Component for Supervision {
    type Message = Msg;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        *props.mail.borrow_mut() = Some(context.link().callback(|msg| msg));
        let mut model = Model::new(props.library.clone(), props.page.today(), props.verify);
        model.notices.clone_from(&props.notices);
        if !props.kept.is_empty() {
            model.resume(&props.kept);
        }
        Supervision { model }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let page = context.props().page.clone();
        self.model.today = page.today().or(self.model.today);
        self.model.act(&*page, msg);
        page.keep(&self.model.kept());
        true
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let page = &context.props().page;
        if first {
            page.keep(&self.model.kept());
            page.tell("ready", "");
        }
        let go = std::mem::take(&mut self.model.go);
        if !go.is_empty() {
            page.focus(&go);
        }
        if std::mem::take(&mut self.model.printing) {
            page.print();
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        #[cfg(feature = "faults")]
        crate::ui::on_purpose::fail_in_drawing();
        super::draw::draw(&self.model, &act::Act(context.link().clone()), context.props().level)
    }
}

impl Model {
    /// Does what happened.
    pub fn act(&mut self, page: &dyn Page, msg: Msg) {
        #[cfg(feature = "faults")]
        crate::ui::on_purpose::fail_at_the_next();
        match msg {
            Msg::Arrived(name, text, asked) => {
                self.arrived(&name, &text, asked);
                self.mark_replaced();
            }
            Msg::NotArrived(why) => {
                self.said.clone_from(&why);
                self.refused.push(super::model::Refused { name: self.say("open.a_file"), faults: vec![why] });
            }
            Msg::Close(at, sure) => self.close(at, sure),
            Msg::KeepOpen => {
                self.closing = None;
                self.go = "ct-close".into();
            }
            Msg::Pick(question) => self.picked = question,
            Msg::Go(place) => self.open_place(place),
            Msg::Role(role) => self.role = role,
            Msg::Field(field, text) => {
                if let Some(held) = self.here_mut() {
                    write(&mut held.entry, field, text);
                }
            }
            Msg::Challenged(field, text) => {
                if let Some(entry) = self.here_mut().and_then(|held| held.challenge.as_mut()) {
                    write(entry, field, text);
                }
            }
            Msg::About(about) => self.begin(about),
            Msg::Add => self.add(page),
            Msg::AddChallenge => self.add_challenge(page),
            Msg::PutRight(goto) => self.go = goto,
            Msg::Theme(theme) => self.theme = theme,
            Msg::WhatIf(at) => {
                self.what_if = self.records.get(at).map(|held| WhatIf::of(at, held));
                self.open_place(Place::WhatIf);
            }
            Msg::Answer(action) => self.on_copy(|copy, held| copy.act(held, &action)),
            Msg::Section(at) => {
                self.on_copy(|copy, _| copy.section = at);
            }
            Msg::LawOn(day) => self.on_copy(|copy, _| copy.day = day),
            Msg::Reset => {
                self.on_copy(|copy, held| {
                    *copy = WhatIf { section: copy.section, ..WhatIf::of(copy.at, held) };
                });
                self.said = self.say("what_if.was_reset");
            }
            Msg::AllAnswers(all) => self.all_answers = all,
            Msg::Sort(column) => {
                let down = self.sorted_by.0 == column && !self.sorted_by.1;
                self.sorted_by = (column, down);
                self.said.clear();
                let name = COLUMNS.get(column).map(|id| self.say(&format!("table.{id}"))).unwrap_or_default();
                self.in_table =
                    self.fill(if down { "table.sorted_down" } else { "table.sorted_up" }, &[("column", &name)]);
            }
            Msg::Tool(tool) => {
                self.tool_shown = tool;
                self.in_table = caption(self);
            }
            Msg::Status(status) => {
                self.status_shown = status;
                self.in_table = caption(self);
            }
            Msg::Export(format) => self.take_out(page, format),
            Msg::Word(phrase) => self.said = self.say(phrase),
            Msg::Idle(minutes) => self.cover = Cover::Warned(minutes),
            Msg::Cover(until) => {
                self.cover = Cover::Covered(until);
                (self.said, self.in_table) = Default::default();
                self.go = STEP_TITLE.into();
            }
            Msg::Uncover => {
                if self.cover.lift() {
                    self.go = STEP_TITLE.into();
                }
                page.awake();
            }
            Msg::Awake => self.cover.awake(),
            Msg::AskToClear(ask) => {
                self.clearing = ask;
                self.go = if ask { "ct-clear-no".into() } else { "ct-clear".into() };
            }
            Msg::Clear(why) => {
                *self = Model::new(self.library.clone(), page.today(), self.verify);
                self.said = self.say(if why == Cleared::Here { "cleared_here" } else { why.phrase() });
                self.go = "ct-file".into();
                page.awake();
                page.tell("cleared", "");
            }
        }
    }

    fn close(&mut self, at: usize, sure: bool) {
        let unsaved = self.records.get(at).is_some_and(super::held::Held::is_unsaved);
        if unsaved && !sure {
            self.closing = Some(at);
            self.go = "ct-close-no".into();
            return;
        }
        if at < self.records.len() {
            self.records.remove(at);
        }
        self.what_if = None;
        self.open_place(Place::Agenda);
        if self.records.is_empty() {
            self.go = "ct-file".into();
        }
    }

    /// Begins a challenge, a view of a check or a response.
    fn begin(&mut self, about: Option<entry::About>) {
        self.tried.1 = false;
        self.picked.clear();
        let Some(held) = self.here_mut() else { return };
        // What is half written stays with what it is about, until it is added or left.
        if about.is_some() && held.challenge.as_ref().is_some_and(|entry| !entry.is_blank()) {
            self.said = self.say("challenge.first");
            self.go = "ct-challenged".into();
            return;
        }
        let before = held.challenge.take();
        let back = match before.as_ref().and_then(|entry| entry.about.as_ref()) {
            Some(entry::About::Question(_)) | None => "ct-challenge".to_owned(),
            Some(about) => format!("ct-about-{}", about.parts().1),
        };
        let open = about.is_some();
        held.challenge = about.map(|about| Entry {
            kind: if matches!(about, entry::About::Check(_)) { "audit" } else { "challenge" }.to_owned(),
            about: Some(about),
            ..Entry::default()
        });
        self.go = if open { "ct-challenged".into() } else { back };
    }

    fn on_copy(&mut self, work: impl FnOnce(&mut WhatIf, &super::held::Held)) {
        if let Some(copy) = &mut self.what_if
            && let Some(held) = self.records.get(copy.at)
        {
            work(copy, held);
        }
    }

    fn add(&mut self, page: &dyn Page) {
        let Place::Record(at) = self.place else { return };
        let Some(entry) = self.records.get(at).map(|held| held.entry.clone()) else { return };
        if self.added(page, at, &entry) {
            if let Some(held) = self.here_mut() {
                held.entry = Entry::default();
            }
            self.tried.0 = false;
            self.go = "ct-entries".into();
        } else {
            self.tried.0 = true;
            self.said.clear();
            self.go = PROBLEMS.into();
        }
    }

    fn add_challenge(&mut self, page: &dyn Page) {
        let Place::Record(at) = self.place else { return };
        let Some(entry) = self.records.get(at).and_then(|held| held.challenge.clone()) else { return };
        if self.added(page, at, &entry) {
            if let Some(held) = self.here_mut() {
                held.challenge = None;
            }
            self.tried.1 = false;
            self.go = "ct-entries".into();
        } else {
            self.tried.1 = true;
            self.go = "ct-challenge-problems".into();
        }
    }

    /// Adds an entry, unless something is wrong with it or the record takes none.
    fn added(&mut self, page: &dyn Page, at: usize, entry: &Entry) -> bool {
        let (role, today, stamp) = (self.role.clone(), self.today, page.stamp());
        let (Some(held), Some(today)) = (self.records.get_mut(at), today) else { return false };
        if entry::closed(held).is_some() || !entry::problems(held, entry, &role).is_empty() {
            return false;
        }
        entry::add(held, entry, &role, &stamp.id, today);
        let code = held.code();
        self.said = self.fill("entry.added", &[("code", &code)]);
        true
    }

    fn take_out(&mut self, page: &dyn Page, format: Format) {
        match self.export(format) {
            Out::Copy(text, html) => page.copy(&text, &html),
            Out::Print => self.printing = true,
            Out::Word(name, document) => page.word(&name, &document),
            Out::File(name, kind, content) => {
                page.download(&name, kind, &content);
                let half = matches!(format, Format::Record)
                    && self.here().is_some_and(|held| {
                        !held.entry.is_blank() || held.challenge.as_ref().is_some_and(|entry| !entry.is_blank())
                    });
                self.said = self.fill(if half { "export.saved_without" } else { "export.saved" }, &[("name", &name)]);
                if let (Format::Record, Place::Record(at)) = (format, self.place)
                    && let Some(held) = self.records.get_mut(at)
                {
                    held.unsaved = false;
                }
            }
            Out::Nothing => {}
        }
    }
}

fn write(entry: &mut Entry, field: &str, text: String) {
    #[cfg(feature = "faults")]
    crate::ui::on_purpose::fail_when_asked(&text);
    if let Some(slot) = entry.slot(field) {
        *slot = text;
    }
}

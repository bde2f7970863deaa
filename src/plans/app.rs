//! The component: one plan, and what the page can do for it.

use super::export::{Format, Out};
use super::keep::Waiting;
use super::model::Model;
use super::msg::Msg;
use super::place::{ACTIONS, ISSUES, Place, SAFETY, SECTIONS};
use crate::sheet::Desk;
use crate::ui::act;
use crate::ui::cover::Cover;
use crate::ui::page::Page;
use crate::ui::parts::notice::Notice;
use crate::ui::state::{Action, STEP_TITLE};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Where the page leaves word.
pub type Mail = Rc<RefCell<Option<Callback<Msg>>>>;

/// What a plan needs.
#[derive(Clone, Properties)]
pub struct Props {
    /// The tool, its words and the authority's settings.
    pub desk: Rc<Desk>,
    /// The page.
    pub page: Rc<dyn Page>,
    /// Where the page leaves word.
    pub mail: Mail,
    /// The heading level of the tool's title, 2 to 4.
    pub level: u8,
    /// Whether today is the device's own day.
    pub device_clock: bool,
    /// The id of the section to open first, or `follow`; empty for the first section.
    pub section: AttrValue,
    /// A reference filled in by the page; empty where there is none.
    pub reference: AttrValue,
    /// What to tell the reader before anything else.
    pub notices: Vec<Notice>,
    /// What was kept before a restart, or typed before the plan was live; empty for a fresh start.
    pub kept: AttrValue,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.desk, &other.desk)
    }
}

/// Makes callbacks of messages.
pub type Act = act::Act<Plans>;

impl Act {
    /// For questions of the plan.
    pub fn answers(&self) -> Callback<Action> {
        self.0.callback(|action| match action {
            Action::PutRight(goto) => Msg::PutRight(goto),
            other => Msg::Answer(other),
        })
    }

    /// For the fields of what is open.
    pub fn fields(&self) -> Callback<Action> {
        self.0.callback(|action| match action {
            Action::PutRight(goto) => Msg::PutRight(goto),
            other => Msg::Field(other),
        })
    }
}

/// A plan on a page.
pub struct Plans {
    model: Model,
    /// What the page was told last.
    told: (Vec<&'static str>, bool),
}

impl Component for Plans {
    type Message = Msg;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        *props.mail.borrow_mut() = Some(context.link().callback(|msg| msg));
        let mut model = Model::new(props.desk.clone(), props.page.today(), props.page.stamp());
        model.device_clock = props.device_clock;
        model.notices.clone_from(&props.notices);
        if !props.reference.is_empty()
            && let Some(question) =
                crate::tools::action_planning::law_once().question_at(crate::tools::action_planning::answers::REF.0)
        {
            model.answer(&Action::Note(question.id, props.reference.to_string()));
        }
        match props.section.as_str() {
            "follow" => model.place = Place::Follow,
            section => model.place = Place::section(section).unwrap_or(model.place),
        }
        if !props.kept.is_empty() {
            model.resume(&props.kept);
        }
        model.settle();
        Plans { model, told: (Vec::new(), false) }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let page = context.props().page.clone();
        let before = self.model.place.clone();
        self.act(&*page, msg);
        let model = &mut self.model;
        model.today = page.today().or(model.today);
        if model.place != before {
            model.drop_blank();
            // What was blank is gone, and with it the place for the focus.
            let gone = |id: &str| model.issue(id).is_none() && model.action(id).is_none();
            if model.go.strip_prefix("ct-item-").is_some_and(gone) {
                model.go = format!("ct-{}", super::problems::ADD);
            }
            model.clearing = false;
            if let Place::Section(at) = before {
                model.passed.insert(at);
            }
        }
        model.settle();
        page.keep(&model.kept(&model.times.1));
        self.tell(&*page);
        true
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let page = &context.props().page;
        if first {
            page.keep(&self.model.kept(&self.model.times.1));
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

impl Plans {
    /// Tells the page the ids of outcomes, where they changed or the result is shown.
    fn tell(&mut self, page: &dyn Page) {
        // What is about a worker's practice is nobody's to hear, the page included.
        let mut outcomes = self.model.outcomes();
        outcomes.retain(|id| !crate::record::plan::PRACTICE.contains(id));
        let now = (outcomes, self.model.place == Place::Result);
        if now != self.told && !self.model.is_fresh() {
            page.tell(if now.1 { "completed" } else { "changed" }, &now.0.join(" "));
            self.told = now;
        }
    }

    fn act(&mut self, page: &dyn Page, msg: Msg) {
        #[cfg(feature = "faults")]
        crate::ui::on_purpose::fail_at_the_next();
        let model = &mut self.model;
        let changes = matches!(
            msg,
            Msg::Answer(_)
                | Msg::Field(_)
                | Msg::Remove(_)
                | Msg::Undo
                | Msg::Move(..)
                | Msg::AddReport
                | Msg::Complete
                | Msg::VersionReason(_)
                | Msg::LateReason(_)
                | Msg::Acknowledge(..)
                | Msg::AcknowledgeReason(..)
                | Msg::HasRead(_)
        );
        // A file that has changed since it was made is only read.
        if changes && model.changed {
            model.said = model.say("plan.changed.read_only");
            model.go = "ct-changed".into();
            return;
        }
        model.now = page.stamp().made_at;
        if changes {
            model.times.1.clone_from(&model.now);
            model.unsaved = true;
        }
        match msg {
            Msg::Go(place) => {
                model.said.clear();
                model.open(place);
            }
            Msg::Continue => model.go_on(),
            Msg::Answer(action) => model.answer(&action),
            Msg::Field(action) => model.fill_in(&action),
            Msg::PutRight(goto) => model.put_right(&goto),
            Msg::Add(group) => {
                model.said.clear();
                model.add(group);
            }
            Msg::Remove(id) => model.remove(&id),
            Msg::Undo => model.undo(),
            Msg::Move(id, up) => model.move_item(&id, up),
            Msg::Fold => model.unfolded = !model.unfolded,
            Msg::Complete => model.complete(&page.stamp().made_at),
            Msg::NewVersion if model.unsaved => {
                model.waiting = Some(Waiting::NewVersion);
                model.go = "ct-waiting-no".into();
            }
            Msg::NewVersion => model.new_version(page.stamp()),
            Msg::Waited(go_on) => {
                let waiting = model.waiting.take().filter(|_| go_on);
                model.go = STEP_TITLE.into();
                match waiting {
                    Some(Waiting::Open(text)) => {
                        model.unsaved = false;
                        model.arrived(&text, true);
                    }
                    Some(Waiting::NewVersion) => model.new_version(page.stamp()),
                    None => {}
                }
            }
            Msg::VersionReason(text) => model.version_reason = text,
            Msg::LateReason(text) => model.late_reason = text,
            Msg::Acknowledge(key, true) => {
                model.seen.insert(key, String::new());
            }
            Msg::Acknowledge(key, false) => {
                model.seen.remove(&key);
            }
            Msg::AcknowledgeReason(key, text) => {
                model.seen.insert(key, text);
            }
            Msg::HasRead(outcome) => {
                if !model.acknowledged.remove(outcome) {
                    model.acknowledged.insert(outcome.to_owned());
                }
            }
            Msg::AddReport => model.add_report(),
            Msg::Switch(switch) => {
                let slot = model.choices.slot(switch);
                *slot = !*slot;
            }
            Msg::Export(format) => match model.taken_out(format, &page.stamp().made_at) {
                Out::Copy(text, html) => page.copy(&text, &html),
                // First it is drawn with the time on it.
                Out::Print => model.printing = true,
                Out::File(name, kind, content) => {
                    page.download(&name, kind, &content);
                    if format == Format::Data {
                        model.was_saved();
                    }
                    model.said = model.fill("plan.downloaded", &[("name", &name)]);
                }
                Out::Word(name, document) => page.word(&name, &document),
            },
            Msg::Arrived(text, asked) => model.arrived(&text, asked),
            Msg::NotArrived(why) => model.faults = vec![why],
            Msg::Word(phrase) => model.said = model.say(phrase),
            Msg::Idle(minutes) => model.cover = Cover::Warned(minutes),
            Msg::Cover(until) => {
                model.cover = Cover::Covered(until);
                model.said.clear();
                model.go = STEP_TITLE.into();
            }
            Msg::Uncover => {
                // Whoever only says that they are still here stays where they are.
                if model.cover.lift() {
                    model.go = STEP_TITLE.into();
                }
                page.awake();
            }
            Msg::Awake => model.cover.awake(),
            Msg::AskToClear(ask) => {
                model.clearing = ask;
                model.go = if ask { "ct-clear-no".into() } else { "ct-clear".into() };
            }
            Msg::Clear(why) => {
                let (desk, today, device) = (model.desk.clone(), page.today(), model.device_clock);
                *model = Model::new(desk, today, page.stamp());
                model.device_clock = device;
                model.said = model.say(why.phrase());
                model.go = STEP_TITLE.into();
                page.awake();
                page.tell("cleared", "");
            }
        }
    }
}

impl Model {
    /// Goes on: from a section to the next, from an item back to its list. Where something is wrong that always
    /// counts, it is shown once; whoever goes on again goes on.
    fn go_on(&mut self) {
        let plan = self.plan();
        let read = plan.read();
        let mut wrong = self.wrong(&read);
        wrong.retain(|found| self.place_of(&found.at).as_ref() == Some(&self.place));
        let shown = Some((self.place.clone(), wrong.clone()));
        self.fresh.clear();
        if !wrong.is_empty() && self.warned != shown {
            self.warned = shown;
            self.go = crate::ui::state::PROBLEMS.into();
            return;
        }
        let next = match &self.place {
            Place::Section(at) => {
                let later = (at + 1..SECTIONS.len()).find(|next| self.has_questions(&read, *next));
                let end = if self.complete { Place::Follow } else { Place::Check };
                later.map_or(end, Place::Section)
            }
            Place::Issue(_) => Place::Section(ISSUES),
            Place::Action(_) => Place::Section(ACTIONS),
            Place::Tasks => Place::Section(SAFETY),
            Place::Check => Place::Result,
            Place::Result | Place::Follow | Place::Report(_) => Place::Follow,
        };
        self.said.clear();
        // The item that was left is the one to go on from.
        let item = match &self.place {
            Place::Issue(id) | Place::Action(id) => Some(format!("ct-item-{id}")),
            _ => None,
        };
        self.open(next);
        if let Some(item) = item {
            self.go = item;
        }
    }
}

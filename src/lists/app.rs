//! The component: it takes messages, and draws the model.

use super::grid;
use super::intake::Intake;
use super::model::{Model, Shown};
use super::msg::Msg;
use super::person;
use crate::record;
use crate::record::Stamp;
use crate::sheet::Desk;
use crate::tools::allocation::facts::Facts;
use crate::tools::allocation::law_once;
use crate::tools::allocation::list::WaitingList;
use crate::ui::act;
use crate::ui::cover::Cleared;
use crate::ui::parts::notice::Notice;
use chrono::NaiveDate;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{HtmlButtonElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};
use yew::TargetCast;
use yew::prelude::*;

/// What the lists may ask of the page.
pub trait Page {
    /// Calls back with [`Msg::Step`] after the page has had a moment.
    fn later(&self);
    /// The same, once the page has drawn what there is.
    fn soon(&self);
    /// Keeps what would be lost, for a restart; empty where nothing would.
    fn keep(&self, state: &str);
    /// A fresh id for a record, and the time now.
    fn stamp(&self) -> Stamp;
    /// Offers a file to save.
    fn download(&self, name: &str, kind: &str, content: &str);
    /// Puts a text on the clipboard.
    fn copy(&self, text: &str, html: &str);
    /// Moves the focus to the element with this id.
    fn focus(&self, id: &str);
    /// Tells the page what happened, by ids only.
    fn tell(&self, event: &str);
    /// Somebody is here.
    fn awake(&self);
}

/// Where the page leaves word for the screen.
pub type Mail = Rc<RefCell<Option<Callback<Msg>>>>;

/// What the lists need.
#[derive(Clone, Properties)]
pub struct Props {
    /// The tool, its words and the authority's settings.
    pub desk: Rc<Desk>,
    /// Today.
    pub today: NaiveDate,
    /// The page.
    pub page: Rc<dyn Page>,
    /// Where the page leaves word.
    pub mail: Mail,
    /// The heading level of the tool's title, 2 to 4.
    pub level: u8,
    /// What to show first: the list, matching or the plan.
    pub view: AttrValue,
    /// What to tell the reader before anything else.
    pub notices: Vec<Notice>,
    /// What was kept before a restart; empty for a fresh start.
    pub kept: AttrValue,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.desk, &other.desk)
    }
}

/// Makes callbacks of messages.
pub type Act = act::Act<Lists>;

impl Act {
    /// For a row, but not for the link inside it, which has a message of its own.
    pub fn row(&self, msg: Msg) -> Callback<MouseEvent> {
        self.0.batch_callback(move |event: MouseEvent| {
            let link = event.target_dyn_into::<HtmlButtonElement>().is_some();
            (!link).then(|| msg.clone())
        })
    }

    /// For a text box, when it is left.
    pub fn changed(&self, make: impl Fn(String) -> Msg + 'static) -> Callback<Event> {
        self.0.callback(move |event: Event| make(event.target_unchecked_into::<HtmlInputElement>().value()))
    }

    /// For a box of several lines, when it is left.
    pub fn written(&self, make: impl Fn(String) -> Msg + 'static) -> Callback<Event> {
        self.0.callback(move |event: Event| make(event.target_unchecked_into::<HtmlTextAreaElement>().value()))
    }

    /// Escape closes what is open, from anywhere in it.
    pub fn escape(&self) -> Callback<KeyboardEvent> {
        self.0.batch_callback(|event: KeyboardEvent| (event.key() == "Escape").then_some(Msg::Close))
    }

    /// For the keys of the list. Keys pressed on a link inside it are the link's own, but for those that leave it.
    pub fn keys(&self) -> Callback<KeyboardEvent> {
        self.0.batch_callback(move |event: KeyboardEvent| {
            let key = event.key();
            let inside = event.target_dyn_into::<HtmlButtonElement>().is_some();
            let takes = if inside {
                ["ArrowLeft", "Escape", "ArrowUp", "ArrowDown"].contains(&key.as_str())
            } else {
                grid::KEYS.contains(&key.as_str())
            };
            takes.then(|| {
                event.prevent_default();
                Msg::Key(key, event.ctrl_key())
            })
        })
    }
}

/// The lists.
pub struct Lists {
    model: Model,
}

impl Component for Lists {
    type Message = Msg;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        *props.mail.borrow_mut() = Some(context.link().callback(|msg| msg));
        let mut model = Model::new(Desk::clone(&props.desk), props.today);
        model.level = props.level;
        model.notices.clone_from(&props.notices);
        model.tab = super::model::Tab::named(&props.view);
        if !props.kept.is_empty() {
            model.resume(&props.kept);
        }
        Lists { model }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let page = context.props().page.clone();
        self.act(&*page, msg);
        true
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let page = &context.props().page;
        if first {
            page.tell("ready");
        }
        // The element has to be drawn before the focus can go there.
        let go = std::mem::take(&mut self.model.go);
        if !go.is_empty() {
            page.focus(&go);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        #[cfg(feature = "faults")]
        crate::ui::on_purpose::fail_in_drawing();
        let act = act::Act(context.link().clone());
        super::layout::draw(&self.model, &act)
    }
}

impl Lists {
    fn act(&mut self, page: &dyn Page, msg: Msg) {
        #[cfg(feature = "faults")]
        crate::ui::on_purpose::fail_at_the_next();
        let model = &mut self.model;
        match msg {
            Msg::Arrived(name, bytes, sheet, asked) => {
                let empty = WaitingList::new(law_once(), model.times.clone(), model.today);
                match Intake::new(name, bytes, sheet, empty) {
                    Ok(intake) => {
                        model.failed.clear();
                        model.asked_for = asked;
                        model.intake = Some(intake);
                        page.later();
                    }
                    Err(fault) => model.failed = fault.to_string(),
                }
            }
            Msg::Step => {
                let Some(intake) = model.intake.take() else {
                    if model.settling {
                        model.settle();
                        // What was decided before a restart is walked through again.
                        if model.plan.is_some() {
                            page.later();
                        }
                        return after_change(model, page);
                    }
                    if model.seen.stale > 0 && model.look_on() {
                        return page.later();
                    }
                    return super::plan::act(model, page, Msg::Walk);
                };
                match intake.step() {
                    Ok((intake, finished)) => {
                        model.intake = Some(intake);
                        if finished {
                            model.take_in();
                            page.later();
                        } else {
                            page.later();
                        }
                    }
                    Err(fault) => model.failed = fault.to_string(),
                }
            }
            Msg::Stop if model.settling => {}
            Msg::Stop => {
                model.intake = None;
                model.said = model.say("import.stopped");
                model.go = "ct-tool-title".into();
            }
            Msg::Failed(text) => model.failed = text,
            Msg::Tab(tab) => model.tab = tab,
            Msg::Show(shown) => {
                model.shown = shown;
                (model.focus, model.window) = (0, 0);
                model.chosen.clear();
                model.refresh();
                model.go = "ct-list-title".into();
            }
            Msg::Band(band) => {
                if let Some(shown) = model.filter.bands.get_mut(band.place()) {
                    *shown = !*shown;
                }
                model.filtered();
            }
            Msg::Work(work) => {
                model.filter.work = work;
                model.filtered();
            }
            Msg::Find(text) => {
                #[cfg(feature = "faults")]
                crate::ui::on_purpose::fail_when_asked(&text);
                model.filter.reference = text;
                model.filtered();
            }
            Msg::Focus(at) => model.focus_on(at),
            Msg::Key(key, control) => {
                let row = model.rows.get(model.focus).map(|(_, row)| *row);
                match (key.as_str(), row) {
                    ("Enter", Some(row)) => model.open(row),
                    (" ", Some(row)) => model.choose(row),
                    _ => model.key(&key, control),
                }
            }
            Msg::Window(at) => {
                model.focus = at;
                model.window = at.min(model.rows.len().saturating_sub(1));
                model.focus_on(at);
            }
            Msg::Open(row) => model.open(row),
            Msg::Close => {
                if let Some(row) = model.open.take() {
                    model.moved = None;
                    match model.rows.iter().position(|(_, known)| *known == row) {
                        Some(at) => model.focus_on(at),
                        None => model.go = "ct-list-title".into(),
                    }
                    model.tab = super::model::Tab::List;
                }
            }
            Msg::New => {
                let at = model.list.change(None, Facts::new(""));
                model.dirty = true;
                model.look_again();
                model.refresh();
                model.open(at as u32);
            }
            Msg::Answer(question, text) => {
                model.edit(|facts| facts.read(question, &text));
                after_change(model, page);
            }
            Msg::Reference(text) => {
                model.edit(|facts| facts.reference = text.trim().chars().take(200).collect::<String>().into());
                after_change(model, page);
            }
            Msg::EventKind(kind) => model.event.0 = kind,
            Msg::EventDay(day) => model.event.1 = day,
            Msg::Happened(kind, day) => {
                let known = crate::tools::allocation::files::values::date(&day).is_some();
                if kind.is_empty() || !known {
                    model.said = model.say("list.event_incomplete");
                    model.word = model.said.clone();
                } else {
                    model.event = Default::default();
                    model.edit(|facts| facts.happened(&kind, &day));
                    after_change(model, page);
                }
            }
            Msg::GoTo => model.go_to_moved(),
            Msg::Export(what) => {
                let (name, text) = model.export(what);
                page.download(&name, "text/csv", &text);
            }
            Msg::Record(copy) => {
                model.stamp = page.stamp();
                if let Some((name, document)) = model.record() {
                    if copy {
                        page.copy(&document.to_text(), &document.to_html());
                    } else {
                        page.download(&name, "text/plain", &document.to_text());
                    }
                }
            }
            Msg::Cover(until) => {
                model.cover = Some(until);
                model.said.clear();
            }
            Msg::Uncover => {
                model.cover = None;
                page.awake();
                model.go = "ct-tool-title".into();
            }
            Msg::AskToClear(ask) => {
                model.clearing = ask;
                model.go = if ask { "ct-clear-no".into() } else { "ct-clear".into() };
            }
            Msg::Clear(why) => {
                let (desk, today, tab, level) = (model.desk.clone(), model.today, model.tab, model.level);
                *model = Model::new(desk, today);
                (model.tab, model.level) = (tab, level);
                model.said = model.say(if why == Cleared::Here { "list.cleared" } else { why.phrase() });
                model.go = "ct-tool-title".into();
                page.keep("");
                page.tell("cleared");
            }
            Msg::Word(phrase) => {
                model.said = model.say(phrase);
                model.word = model.said.clone();
            }
            other => {
                super::matching::act(model, page, other);
                if model.dirty {
                    page.keep(&model.kept());
                }
            }
        }
    }
}

impl Model {
    /// Takes in the list that was read.
    fn take_in(&mut self) {
        let Some(intake) = self.intake.take() else { return };
        let (list, report) = intake.finish();
        self.list = list;
        let (rows, problems) = (report.rows.to_string(), self.list.lists().data_problem.len().to_string());
        self.said = self.fill("import.done", &[("rows", &rows), ("problems", &problems)]);
        self.report = Some(report);
        (self.open, self.moved) = (None, None);
        self.chosen.clear();
        self.rows.clear();
        (self.focus, self.window, self.shown) = (0, 0, Shown::Ranked);
        self.dirty = false;
        self.plan = None;
        self.changed.clear();
        self.settling = true;
    }

    /// The rows of a list that was read, a moment later: reading ends and drawing begins in slices of their own.
    fn settle(&mut self) {
        self.settling = false;
        self.refresh();
        self.look_again();
        self.resume_waiting();
        // A list that the page brings along takes the focus from nobody.
        if self.asked_for {
            self.go = "ct-list-title".into();
        }
    }

    fn open(&mut self, row: u32) {
        self.open = Some(row);
        self.opened = self.stands(row);
        self.tab = super::model::Tab::List;
        self.moved = None;
        self.go = person::TITLE.into();
    }

    /// Shows the rows that a filter leaves, and says how many they are.
    fn filtered(&mut self) {
        self.refresh();
        self.said = self.how_many();
    }

    fn choose(&mut self, row: u32) {
        match self.chosen.iter().position(|known| *known == row) {
            Some(at) => drop(self.chosen.remove(at)),
            None => {
                if self.chosen.len() == 2 {
                    self.chosen.remove(0);
                }
                self.chosen.push(row);
            }
        }
    }

    fn edit(&mut self, with: impl FnOnce(&mut Facts)) {
        let Some((row, mut facts)) =
            self.open.and_then(|row| self.list.entry(row).map(|entry| (row, entry.facts.clone())))
        else {
            return;
        };
        with(&mut facts);
        self.change(row, facts);
    }

    fn go_to_moved(&mut self) {
        let Some((row, _, _)) = self.moved.take() else { return };
        if let Some((list, _)) = self.standing(row)
            && let Some(shown) = Shown::ALL.into_iter().find(|shown| shown.id() == list)
        {
            self.shown = shown;
            self.filter = Default::default();
            self.refresh();
            self.open = None;
            if let Some(at) = self.rows.iter().position(|(_, known)| *known == row) {
                self.focus_on(at);
            }
        }
    }

    /// The open person's record, with the place in the list on this day.
    fn record(&self) -> Option<(String, record::Document)> {
        let row = self.open?;
        let entry = self.list.entry(row)?;
        let mut document = self.record_of(&entry.facts, self.today, &self.stamp);
        document.part(&self.say("list.record_part"), vec![record::Line::Text(self.place_of(row))]);
        let name = record::file_name(&self.desk, &self.draft(&entry.facts), &self.stamp, "txt");
        Some((format!("{}-list.txt", name.trim_end_matches(".txt")), document))
    }
}

/// Keeps a change, and asks for a moment to look at the rest of a long list.
fn after_change(model: &Model, page: &dyn Page) {
    page.keep(&model.kept());
    if model.seen.stale > 0 {
        page.soon();
    }
}

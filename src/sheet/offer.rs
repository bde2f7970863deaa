//! What was already answered in another tool on the page, and could be taken over.

use super::{Agreement, Desk, Draft};
use crate::engine::{Answer, Answers, Given, Question, Reader, Reading, Shape, Truth};
use crate::json::Json;
use crate::tools::Place;
use crate::tools::same::{ALIKE, Fact, NOTES, SAME};

/// What a tool on the page knows, once its result was shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The tool's id.
    tool: String,
    /// Its title.
    title: String,
    /// Answers to questions that are asked, by question: ids of choices, or a day or number as text.
    answers: Vec<(String, Vec<String>)>,
    /// Text boxes by id.
    notes: Vec<(String, String)>,
    /// Ids of outcomes.
    outcomes: Vec<String>,
    /// Whether an answer that leaves a trace was given and changed.
    remembered: bool,
}

/// What could be taken over from one tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The title of the tool that knows it.
    pub title: String,
    /// What would be taken.
    pub taken: Vec<Item>,
    /// What was answered otherwise here, and stays.
    pub stays: Vec<(String, String)>,
    /// Whether an answer that was taken over from here is another now.
    changed: bool,
    /// Whether an answer among them leaves a trace.
    remembered: bool,
    /// Both references, where they are not the same: perhaps it is about somebody else.
    pub references: Option<(String, String)>,
}

/// One thing that would be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The name of the question or the label of the box.
    pub name: String,
    /// What would be said.
    pub value: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Answer(usize, Given),
    Note(&'static str, String),
}

impl Known {
    /// What a draft knows: for another tool on the same page, and for nobody else.
    pub fn of(desk: &Desk, draft: &Draft) -> Json {
        let law = &desk.tool.law;
        let decision = law.decide(&draft.answers, &desk.settings);
        let asked = decision.asked.iter().filter_map(|at| law.question_at(*at));
        let answers = asked.filter(|question| !draft.answers.is_open(question)).filter_map(|question| {
            let ids = draft.answers.ids(question);
            (!ids.is_empty()).then(|| (question.id.to_owned(), Json::texts(ids)))
        });
        let notes = desk.tool.notes.iter().filter(|note| desk.in_record(&decision.asked, draft, note.id));
        let notes = notes.map(|note| (note.id.to_owned(), Json::text(draft.note(note.id))));
        let outcomes = decision.outcomes.iter().filter_map(|at| law.outcomes.get(*at)).map(|outcome| outcome.id);
        Json::object([
            ("tool", Json::text(desk.tool.id)),
            ("title", Json::text(desk.title(draft))),
            ("answers", Json::Object(answers.collect())),
            ("notes", Json::Object(notes.collect())),
            ("outcomes", Json::texts(outcomes)),
            ("remembered", Json::Bool(draft.remembered)),
        ])
    }

    /// Reads back what [`Known::of`] wrote.
    pub fn read(json: &Json) -> Known {
        let text = |json: &Json| json.as_text().unwrap_or_default().to_owned();
        let texts = |json: &Json| json.as_list().unwrap_or_default().iter().map(text).collect::<Vec<_>>();
        let pairs = |key: &str| json.get(key).and_then(Json::as_object).unwrap_or_default().iter();
        Known {
            tool: json.get("tool").map(text).unwrap_or_default(),
            title: json.get("title").map(text).unwrap_or_default(),
            answers: pairs("answers").map(|(id, said)| (id.clone(), texts(said))).collect(),
            notes: pairs("notes").map(|(id, said)| (id.clone(), text(said))).collect(),
            outcomes: json.get("outcomes").map(texts).unwrap_or_default(),
            remembered: json.get("remembered") == Some(&Json::Bool(true)),
        }
    }

    fn said(&self, question: &str) -> &[String] {
        self.answers.iter().find(|(id, _)| id == question).map(|(_, said)| said.as_slice()).unwrap_or_default()
    }

    fn holds(&self, fact: &Fact) -> bool {
        match fact {
            Fact::Said(question, choice) => self.said(question).iter().any(|said| said == choice),
            Fact::Came(outcome) => self.outcomes.iter().any(|came| came == outcome),
        }
    }

    /// What it says to a question of a tool, in that question's ids.
    fn says(&self, tool: &str, question: &Question) -> Vec<String> {
        if self.tool == tool {
            return self.said(question.id).to_vec();
        }
        let mut said: Vec<String> = Vec::new();
        let lines =
            SAME.iter().filter(|line| line.to == tool && line.question == question.id && line.from == self.tool);
        for line in lines.filter(|line| line.facts.iter().all(|fact| self.holds(fact))) {
            if !said.iter().any(|known| known == line.choice) {
                said.push(line.choice.to_owned());
            }
        }
        let alike =
            ALIKE.iter().filter(|(from, _, to, asked)| *from == self.tool && *to == tool && *asked == question.id);
        said.extend(alike.flat_map(|(_, answered, ..)| self.said(answered).iter().cloned()));
        said
    }
}

impl Desk {
    /// What could be taken over from a tool; nothing where it knows nothing new.
    pub fn offer(&self, draft: &Draft, known: &Known) -> Option<Offer> {
        let offer = self.offered(draft, known);
        // What was taken over and was then changed where it came from is told, though there is nothing to take.
        let changed = offer.changed;
        Some(offer).filter(|offer| changed || !offer.taken.is_empty())
    }

    fn offered(&self, draft: &Draft, known: &Known) -> Offer {
        let mut offer = Offer {
            title: known.title.clone(),
            taken: Vec::new(),
            stays: Vec::new(),
            changed: false,
            remembered: known.remembered && known.tool == self.tool.id,
            references: None,
        };
        // An answer may bring the next question to light, so each is read over those before it.
        let mut then: Answers = draft.answers.clone();
        for question in self.tool.law.questions().filter(|question| !self.tool.page_answers.contains(&question.at)) {
            let said = known.says(self.tool.id, question);
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            let Ok(answer) = Answer::read(question, &said) else { continue };
            // Two answers that say different things say nothing.
            let doubtful = said.is_empty() || (question.shape != Shape::Many && said.len() != 1);
            let asked = || {
                let mut reader = Reader::new(&self.tool.law, &then, &self.settings, Reading::AsItStands);
                reader.visible().contains(&question.at)
            };
            if doubtful || !asked() {
                continue;
            }
            let value = self.given(question, answer.given()).join(", ");
            match draft.answers.to(question.at) {
                Some(given) if given == answer.given() => {}
                // What was said here stays, "I do not know" too: not knowing now may be news.
                Some(_) => {
                    offer.changed |= draft.taken.contains_key(question.id);
                    offer.stays.push((self.name(question).to_owned(), value));
                }
                None => {
                    then.give(answer);
                    let what = What::Answer(question.at, answer.given());
                    offer.taken.push(Item { name: self.name(question).to_owned(), value, what });
                }
            }
        }
        for note in &self.tool.notes {
            let text = known.notes.iter().find(|(id, _)| id == note.id).map(|(_, text)| text.as_str());
            // What is written about one result is not about another.
            let same_tool = self.tool.id == known.tool && note.place != Place::Record;
            let Some(text) = text.filter(|_| same_tool || NOTES.contains(&note.id)) else { continue };
            let mut reader = Reader::new(&self.tool.law, &then, &self.settings, Reading::AsItStands);
            let beside = match note.place {
                Place::Beside(question) => reader.visible().contains(&question) && then.to(question).is_some(),
                Place::Record => true,
            };
            // A text is taken only where there is a box in which it can be seen and changed.
            if !beside || reader.test(&note.asked).truth != Truth::Holds {
                continue;
            }
            let here = draft.note(note.id);
            if note.id == "case_reference" && !here.is_empty() && here != text {
                offer.references = Some((text.to_owned(), here.to_owned()));
            } else if here.is_empty() {
                let name = self.words.of("notes", note.id, "label").to_owned();
                offer.taken.push(Item { name, value: text.to_owned(), what: What::Note(note.id, text.to_owned()) });
            }
        }
        offer
    }
}

impl Draft {
    /// Takes over what was offered, and remembers from which tool.
    pub fn take(&mut self, desk: &Desk, offer: &Offer) {
        for item in &offer.taken {
            let id = match &item.what {
                What::Answer(at, given) => {
                    let Some(question) = desk.tool.law.question_at(*at) else { continue };
                    match *given {
                        Given::Day(day) => self.set_day(question, day),
                        Given::Number(number) => {
                            self.type_box(question, 0, &number.to_string(), &desk.words);
                        }
                        given => self.give(question, given),
                    }
                    question.id
                }
                What::Note(id, text) => {
                    self.type_note(id, text);
                    id
                }
            };
            self.taken.insert(id.to_owned(), offer.title.clone());
        }
        self.remembered |= offer.remembered;
        // What was signed was another sheet.
        self.agreement = Agreement::NotSaid;
    }
}

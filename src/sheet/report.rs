//! A decision in words: what must happen, what may not, why, and what would change it.

use super::figures::FigureText;
use super::signing::VIEW;
use super::teams::TeamsText;
use super::{Desk, Draft, Link};
use crate::engine::{Change, Decision, Given, Kind, Notice, Question, Shape};
use crate::locality::Contact;
use crate::tools::Pack;

/// The text box for why the practitioner decides otherwise; it counts only while they do.
pub const DEPARTURE_REASON: &str = "departure_reason";

/// A decision in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The day of the decision, in words; empty where there is none.
    pub day: String,
    /// What to know about the decision as a whole.
    pub notices: Vec<String>,
    /// Figures that go with the result, in the order shown.
    pub figures: Vec<FigureText>,
    /// The outcomes, in the order they are shown.
    pub outcomes: Vec<OutcomeText>,
    /// The rules that led to them, each once, findings before what they led to.
    pub reasons: Vec<ReasonText>,
    /// What is still to be found out, in question order.
    pub find_out: Vec<FindOut>,
    /// What to keep in mind.
    pub warnings: Vec<WarningText>,
    /// Different answers that would change the result, the weightiest first.
    pub changes: Vec<ChangeText>,
    /// Names of questions of which no single answer would change the result.
    pub same: Vec<String>,
    /// What the tables found: subject and finding.
    pub findings: Vec<(String, String)>,
    /// The referrals that the outcomes call for, filled from the answers.
    pub packs: Vec<PackText>,
    /// Teams that the matter might go to.
    pub teams: Option<TeamsText>,
}

/// An outcome in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeText {
    /// The permanent id.
    pub id: &'static str,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The same in words.
    pub kind_text: String,
    /// Whether it is shown before all others, for safety.
    pub pressing: bool,
    /// Whether it cannot wait: then the practitioner says that they have read it.
    pub urgent: bool,
    /// The heading.
    pub heading: String,
    /// The explanation.
    pub explanation: String,
    /// What must happen now.
    pub must: Vec<String>,
    /// What may not happen yet.
    pub may_not: Vec<String>,
    /// By when, or until when.
    pub timescale: String,
    /// Who acts.
    pub who: String,
    /// What the record has to show.
    pub record: Vec<String>,
    /// Procedure chapters.
    pub see: Vec<Link>,
    /// The law, guidance or procedure behind it.
    pub sources: Vec<Link>,
}

/// A rule with the answers that made it fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonText {
    /// The rule's id, for records.
    pub rule_id: &'static str,
    /// What it led to.
    pub title: String,
    /// The answers: name and value.
    pub answers: Vec<(String, String)>,
    /// Titles of the earlier reasons it builds on.
    pub follows: Vec<String>,
    /// The rule.
    pub rule: String,
    /// Its sources.
    pub sources: Vec<Link>,
}

/// Something to find out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindOut {
    /// The question's permanent id.
    pub id: &'static str,
    /// Its short name.
    pub name: String,
    /// How to find out.
    pub how: String,
    /// Whether it can no longer change the result.
    pub idle: bool,
}

/// Something to keep in mind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningText {
    /// The permanent id.
    pub id: &'static str,
    /// The text.
    pub text: String,
    /// Its sources.
    pub sources: Vec<Link>,
}

/// Different answers with the same effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeText {
    /// The different answers, each a text; where two answers are needed together, the text holds both.
    pub ifs: Vec<String>,
    /// Headings of outcomes that would then hold and do not now.
    pub gains: Vec<String>,
    /// Headings of outcomes that hold now and would then not.
    pub loses: Vec<String>,
}

/// A referral, filled from the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackText {
    /// The permanent id.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// Its lines.
    pub lines: Vec<PackLine>,
    /// Who takes it.
    pub contacts: Vec<Contact>,
}

/// One line of a referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackLine {
    /// What has to be said.
    pub label: String,
    /// What the answers say about it; empty where it is to be filled in by hand.
    pub filled: Vec<String>,
}

/// A different answer to one question; where several have the same effect, all of them.
struct Different<'a> {
    phrase: &'static str,
    name: &'a str,
    values: Vec<String>,
}

/// Changes with the same effect.
struct Effect<'a> {
    gains: &'a [usize],
    loses: &'a [usize],
    ifs: Vec<Vec<Different<'a>>>,
}

impl<'a> Effect<'a> {
    /// Adds a change. Another answer to the same question joins those already there.
    fn add(&mut self, differences: Vec<Different<'a>>) {
        if let [one] = differences.as_slice() {
            for known in &mut self.ifs {
                if let [known] = known.as_mut_slice()
                    && known.phrase == one.phrase
                    && known.name == one.name
                {
                    known.values.extend(one.values.iter().cloned());
                    return;
                }
            }
        }
        self.ifs.push(differences);
    }
}

impl Desk {
    /// The decision on a draft, in words, without what would change it.
    pub fn report(&self, draft: &Draft) -> Report {
        let law = &self.tool.law;
        let decision = law.decide(&draft.answers, &self.settings);
        let standing = law.standing(&draft.answers, &self.settings);
        let question = |at: &usize| law.question_at(*at);
        Report {
            day: decision.day.map(|day| self.words.day(day)).unwrap_or_default(),
            notices: self.notices(&decision),
            figures: self.figures(draft),
            outcomes: self.outcomes(draft, &decision),
            reasons: self.reasons(draft, &decision),
            find_out: decision
                .find_out
                .iter()
                .filter_map(question)
                .map(|question| FindOut {
                    id: question.id,
                    name: self.name(question).to_owned(),
                    how: self.words.of("questions", question.id, "find_out").to_owned(),
                    idle: standing.idle.contains(&question.at),
                })
                .collect(),
            warnings: decision
                .warnings
                .iter()
                .filter_map(|at| law.warnings.get(*at))
                .map(|warning| WarningText {
                    id: warning.id,
                    text: self.words.of("warnings", warning.id, "text").to_owned(),
                    sources: self.sources(&warning.sources),
                })
                .chain(self.trace(draft))
                .collect(),
            changes: Vec::new(),
            same: Vec::new(),
            findings: self.findings(&decision),
            packs: self.packs(draft, &decision),
            teams: self.teams_with_result(draft),
        }
    }

    /// What an answer that was changed leaves to be said.
    fn trace(&self, draft: &Draft) -> Option<WarningText> {
        let remembers = self.tool.remembers.as_ref().filter(|remembers| draft.note(remembers.note).is_empty())?;
        draft.remembered.then(|| WarningText {
            id: remembers.warning,
            text: self.words.of("warnings", remembers.warning, "text").to_owned(),
            sources: Vec::new(),
        })
    }

    /// The same, with what would change it.
    pub fn full_report(&self, draft: &Draft) -> Report {
        let what_if = self.tool.law.what_if(&draft.answers, &self.settings);
        let named = |at: &usize| self.tool.law.question_at(*at).map(|question| self.name(question).to_owned());
        Report {
            changes: self.changes(draft, &what_if.changes),
            same: what_if.same.iter().filter_map(named).collect(),
            ..self.report(draft)
        }
    }

    fn notices(&self, decision: &Decision) -> Vec<String> {
        let mut notices = Vec::new();
        for notice in &decision.notices {
            notices.push(match notice {
                Notice::NotCovered(from) => {
                    self.words.fill("notice.not_covered", &[("from", &self.words.day(*from))])
                }
                Notice::NoDay => self.words.say("notice.no_day").to_owned(),
            });
        }
        notices
    }

    fn reasons(&self, draft: &Draft, decision: &Decision) -> Vec<ReasonText> {
        let law = &self.tool.law;
        let mut seen: Vec<usize> = Vec::new();
        let mut texts = Vec::new();
        for outcome in &decision.outcomes {
            for reason in law.reasons(&draft.answers, &self.settings, *outcome) {
                if seen.contains(&reason.rule) {
                    continue;
                }
                seen.push(reason.rule);
                let Some((_, row)) = law.rows().nth(reason.rule) else { continue };
                let answered = reason.answers.iter().filter_map(|at| law.question_at(*at));
                let rule = self.words.at(&format!("rules.{}", row.id));
                texts.push(ReasonText {
                    rule_id: row.id,
                    title: self.reason_title(reason.rule),
                    answers: answered
                        .map(|q| (self.name(q).to_owned(), self.said(q, &draft.answers).join(", ")))
                        .collect(),
                    follows: reason.rules.iter().map(|rule| self.reason_title(*rule)).collect(),
                    rule: self.counted(rule, &reason.counted),
                    sources: self.sources(&row.sources),
                });
            }
        }
        texts
    }

    /// A rule's words, with what an answer that is not known was counted as, so that nobody reads it as a fact.
    pub fn counted(&self, rule: &str, counted: &[usize]) -> String {
        let as_words = |question: &Question| {
            let level = question.counts_as.map(|choice| self.choice(question, choice)).unwrap_or_default();
            // The anchor after the level's name would be read as a fact, so only the name is said.
            let level = level.split(':').next().unwrap_or_default().to_lowercase();
            self.words.fill("why.counted", &[("name", self.name(question)), ("level", &level)])
        };
        let said: Vec<String> =
            counted.iter().filter_map(|at| self.tool.law.question_at(*at)).map(as_words).collect();
        if said.is_empty() { rule.to_owned() } else { format!("{rule} ({})", said.join("; ")) }
    }

    /// What a rule leads to: its outcomes, or what its table then found.
    fn reason_title(&self, rule: usize) -> String {
        let Some((table, row)) = self.tool.law.rows().nth(rule) else { return String::new() };
        let finding = row.finding.and_then(|finding| table.findings.get(finding));
        match finding {
            Some(finding) if row.outcomes.is_empty() => {
                self.words.at(&format!("tables.{}.findings.{}", table.id, finding.id)).to_owned()
            }
            _ if row.outcomes.is_empty() => self.words.of("tables", table.id, "subject").to_owned(),
            _ => self.headings(&row.outcomes).join(". "),
        }
    }

    fn findings(&self, decision: &Decision) -> Vec<(String, String)> {
        let law = &self.tool.law;
        let rows: Vec<_> = law.rows().collect();
        let fitted = decision.rules.iter().filter_map(|rule| rows.get(*rule));
        fitted
            .filter_map(|(table, row)| {
                let finding = row.finding.and_then(|finding| table.findings.get(finding))?;
                let text = self.words.at(&format!("tables.{}.findings.{}", table.id, finding.id));
                Some((self.words.of("tables", table.id, "subject").to_owned(), text.to_owned()))
            })
            .collect()
    }

    /// What different answers would bring, in words: what weighs most first, answers with the same effect together.
    pub fn changes(&self, draft: &Draft, changes: &[Change]) -> Vec<ChangeText> {
        let mut grouped: Vec<Effect<'_>> = Vec::new();
        for change in changes {
            let differences = change.answers.iter().filter_map(|answer| {
                let question = self.tool.law.question_at(answer.question())?;
                Some(self.different(draft, question, answer.given()))
            });
            let differences: Vec<Different<'_>> = differences.collect();
            let same = grouped.iter_mut().find(|known| known.gains == change.gains && known.loses == change.loses);
            match same {
                Some(known) => known.add(differences),
                None => {
                    grouped.push(Effect { gains: &change.gains, loses: &change.loses, ifs: vec![differences] });
                }
            }
        }
        let weight = |effect: &Effect<'_>| (self.weight(effect.gains), self.weight(effect.loses));
        let mut texts = Vec::new();
        while let Some(first) = (0..grouped.len()).min_by_key(|at| grouped.get(*at).map(weight)) {
            let effect = grouped.remove(first);
            let ifs = effect.ifs.iter().map(|together| self.together(together)).collect();
            // A decision and the action that follows from it may have one heading.
            let once = |outcomes| {
                let mut headings = self.headings(outcomes);
                headings.dedup();
                headings
            };
            texts.push(ChangeText { ifs, gains: once(effect.gains), loses: once(effect.loses) });
        }
        texts
    }

    /// Different answers that are needed together, as one text.
    fn together(&self, differences: &[Different<'_>]) -> String {
        let texts: Vec<String> = differences
            .iter()
            .map(|different| {
                let values: Vec<String> = different.values.iter().map(|value| format!("“{value}”")).collect();
                let value = values.join(self.words.say("change.either"));
                self.words.fill(different.phrase, &[("name", different.name), ("value", &value)])
            })
            .collect();
        texts.join(self.words.say("change.together"))
    }

    /// How much a set of outcomes matters: the smaller the weightier.
    fn weight(&self, outcomes: &[usize]) -> (usize, Kind) {
        let law = &self.tool.law;
        let first = outcomes.iter().filter_map(|at| law.shown_first.iter().position(|first| first == at)).min();
        let kind = outcomes.iter().filter_map(|at| law.outcomes.get(*at).map(|outcome| outcome.kind)).min();
        (first.unwrap_or(law.shown_first.len()), kind.unwrap_or(Kind::NoDuty))
    }

    fn different(&self, draft: &Draft, question: &Question, given: Given) -> Different<'_> {
        let now = draft.ticks(question.at);
        let (phrase, shown) = match (question.shape, given) {
            (Shape::Many, Given::Many(then)) => match (then & !now, now & !then) {
                (added, 0) if now != 0 => ("change.also", Given::Many(added)),
                (0, removed) => ("change.without", Given::Many(removed)),
                (_, _) => ("change.one", given),
            },
            _ => ("change.one", given),
        };
        Different { phrase, name: self.name(question), values: vec![self.given(question, shown).join(", ")] }
    }

    fn packs(&self, draft: &Draft, decision: &Decision) -> Vec<PackText> {
        let law = &self.tool.law;
        let given = || decision.outcomes.iter().filter_map(|at| law.outcomes.get(*at));
        let wanted = self.tool.packs.iter().filter(|pack| given().any(|outcome| outcome.pack == pack.id));
        wanted
            .map(|pack| PackText {
                id: pack.id,
                title: self.words.of("packs", pack.id, "title").to_owned(),
                lines: self.pack_lines(draft, decision, pack),
                contacts: self
                    .locality
                    .contacts
                    .iter()
                    .filter(|contact| contact.packs.iter().any(|id| id == pack.id))
                    .cloned()
                    .collect(),
            })
            .collect()
    }

    fn pack_lines(&self, draft: &Draft, decision: &Decision, pack: &Pack) -> Vec<PackLine> {
        let law = &self.tool.law;
        let basis: Vec<String> = decision
            .outcomes
            .iter()
            .filter_map(|at| law.outcomes.get(*at))
            .filter(|outcome| outcome.pack == pack.id)
            .map(|outcome| {
                let sources: Vec<String> = outcome.sources.iter().map(|citation| citation.text()).collect();
                format!(
                    "{}: {}",
                    self.with_counts(self.words.of("outcomes", outcome.id, "heading")),
                    sources.join("; ")
                )
            })
            .collect();
        let figures = self.figures(draft);
        let mut lines = Vec::new();
        for (owner, item) in self.tool.pack_items(pack) {
            let mut filled = Vec::new();
            if item.legal_basis && owner.id == pack.id {
                filled.extend(basis.iter().cloned());
            }
            for question in item.questions.iter().filter(|at| decision.asked.contains(at)) {
                if let Some(question) = law.question_at(*question)
                    && draft.answers.to(question.at).is_some()
                {
                    filled.push(format!(
                        "{}: {}",
                        self.name(question),
                        self.said(question, &draft.answers).join(", ")
                    ));
                }
            }
            let typed = |id: &&&str| self.in_record(&decision.asked, draft, id);
            for note in item.notes.iter().filter(typed) {
                filled.push(format!("{}: {}", self.words.of("notes", note, "label"), draft.note(note)));
            }
            if item.notes.iter().any(|note| self.tool.common.voice.contains(note)) && !draft.note(VIEW).is_empty() {
                filled.push(format!("{}: {}", self.words.say("sign.person_view.label"), draft.note(VIEW)));
            }
            let wanted = figures.iter().filter(|figure| item.figures.contains(&figure.id));
            filled.extend(wanted.map(|figure| format!("{}: {}", figure.label, figure.value())));
            let skip = item.legal_basis && owner.id != pack.id;
            if !skip {
                let label = self.words.at(&format!("packs.{}.items.{}", owner.id, item.id)).to_owned();
                lines.push(PackLine { label, filled });
            }
        }
        lines
    }
}

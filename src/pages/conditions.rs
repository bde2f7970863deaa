//! Conditions in words, for people who check the rules.

use crate::engine::{Apart, Cond, Count, Period, Question, Span, Start, When};
use crate::sheet::Desk;

/// A condition as a sentence part; "always" where nothing is tested.
pub fn condition(desk: &Desk, condition: &Cond) -> String {
    Speaker(desk).say(condition, Inside::Nothing)
}

/// A period as a sentence part.
pub fn period(desk: &Desk, period: Period) -> String {
    Speaker(desk).period(period)
}

#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Nothing,
    And,
    Or,
    Not,
}

struct Speaker<'a>(&'a Desk);

impl Speaker<'_> {
    fn say(&self, condition: &Cond, inside: Inside) -> String {
        let words = &self.0.words;
        let law = &self.0.tool.law;
        let asked = |at: &usize| law.question_at(*at).map(|question| self.0.name(question)).unwrap_or_default();
        match condition {
            Cond::Always => words.say("cond.always").to_owned(),
            Cond::Asked(at) => words.fill("cond.asked", &[("name", asked(at))]),
            Cond::Blank(at) => words.fill("cond.blank", &[("name", asked(at))]),
            Cond::Given(at) => words.fill("cond.given", &[("name", asked(at))]),
            Cond::Apart(apart) => self.apart(*apart),
            Cond::AtLeast(at, count) => {
                words.fill("cond.number", &[("name", asked(at)), ("count", &self.count(*count))])
            }
            Cond::Misfit(at) => words.fill("cond.misfit", &[("name", asked(at))]),
            Cond::Chose(at, mask) => self.chose(law.question_at(*at), *mask),
            Cond::Ticked(at, mask) => {
                let values = law.question_at(*at).map(|question| self.values(question, *mask)).unwrap_or_default();
                words.fill("cond.ticked", &[("name", asked(at)), ("value", &values)])
            }
            Cond::Found(at, mask) => self.found(*at, *mask),
            Cond::Present(outcome) => {
                words.fill("cond.present", &[("what", &self.0.headings(&[*outcome]).join(" "))])
            }
            Cond::InForce(period) => self.period(*period),
            Cond::Unset(at) => words.fill("cond.unset", &[("name", self.setting(*at))]),
            Cond::All(parts) => self.join(parts, "cond.and", Inside::And, inside),
            Cond::Any(parts) if parts.is_empty() => words.say("cond.never").to_owned(),
            Cond::Any(parts) => self.join(parts, "cond.or", Inside::Or, inside),
            Cond::Not(part) => words.fill("cond.not", &[("what", &self.say(part, Inside::Not))]),
        }
    }

    fn apart(&self, apart: Apart) -> String {
        let words = &self.0.words;
        let day = |when| match when {
            When::Today => words.say("cond.today").to_owned(),
            When::Answer(at) => {
                let name = self.0.tool.law.question_at(at).map(|question| self.0.name(question));
                format!("“{}”", name.unwrap_or_default())
            }
        };
        let (phrase, days) = match apart.span {
            Span::AtLeast(count) => ("cond.at_least", self.count(count)),
            Span::AtMost(count) => ("cond.at_most", self.count(count)),
        };
        words.fill(phrase, &[("from", &day(apart.from)), ("to", &day(apart.to)), ("days", &days)])
    }

    fn count(&self, count: Count) -> String {
        let words = &self.0.words;
        match count {
            Count::Days(days) => words.days(days),
            Count::Setting(at) => {
                let id = self.0.tool.law.counts.get(at).copied().unwrap_or_default();
                words.fill("cond.set_days", &[("name", words.at(&format!("counts.{id}")))])
            }
        }
    }

    fn join(&self, parts: &[Cond], between: &str, own: Inside, outside: Inside) -> String {
        let said: Vec<String> =
            parts.iter().filter(|part| !matches!(part, Cond::Always)).map(|part| self.say(part, own)).collect();
        let text = said.join(self.0.words.say(between));
        let brackets = said.len() > 1 && outside != Inside::Nothing && outside != own;
        if brackets { format!("({text})") } else { text }
    }

    fn values(&self, question: &Question, mask: u32) -> String {
        let chosen = (0..question.choices.len()).filter(|at| mask & (1 << at) != 0);
        let texts: Vec<String> = chosen.map(|at| format!("“{}”", self.0.choice(question, at))).collect();
        texts.join(self.0.words.say("cond.or"))
    }

    fn chose(&self, question: Option<&Question>, mask: u32) -> String {
        let Some(question) = question else { return String::new() };
        let others = question.every() & !mask;
        let (phrase, shown) = if others.count_ones() == 1 && mask.count_ones() > 1 {
            ("cond.is_not", others)
        } else {
            ("cond.is", mask)
        };
        let value = self.values(question, shown);
        self.0.words.fill(phrase, &[("name", self.0.name(question)), ("value", &value)])
    }

    fn found(&self, at: usize, mask: u32) -> String {
        let Some(table) = self.0.tool.law.tables.get(at) else { return String::new() };
        let found = table.findings.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
        let texts: Vec<String> = found
            .map(|(_, finding)| {
                format!("“{}”", self.0.words.at(&format!("tables.{}.findings.{}", table.id, finding.id)))
            })
            .collect();
        let subject = self.0.words.of("tables", table.id, "subject");
        let what = texts.join(self.0.words.say("cond.or"));
        self.0.words.fill("cond.found", &[("name", subject), ("value", &what)])
    }

    fn setting(&self, at: usize) -> &str {
        let id = self.0.tool.law.settings.get(at).copied().unwrap_or_default();
        self.0.words.at(&format!("settings.{id}"))
    }

    fn period(&self, period: Period) -> String {
        let words = &self.0.words;
        let from = match period.from {
            Start::On(day) => words.fill("cond.from", &[("day", &words.day(day))]),
            Start::Setting(at) => words.fill("cond.from_setting", &[("name", self.setting(at))]),
        };
        match period.until {
            Some(day) => format!("{from} {}", words.fill("cond.until", &[("day", &words.day(day))])),
            None => from,
        }
    }
}

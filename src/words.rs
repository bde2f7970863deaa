//! The words of a tool, by id. Words never decide anything.

use crate::json::Json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Texts by path, for example `questions.person_role.hint`; the entries of a
/// list have their number as the last step, for example `outcomes.refer_now.must.0`.
///
/// Every screen has words of its own, and most are never changed: a copy shares its texts until it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Arc<BTreeMap<String, String>>);

impl Words {
    /// Reads a wording file: objects and lists of texts, nested.
    ///
    /// # Errors
    /// The fault in a reader's words, with its place.
    pub fn read(text: &str) -> Result<Words, String> {
        let mut words = BTreeMap::new();
        add(&mut words, "", &Json::read(text)?)?;
        Ok(Words(Arc::new(words)))
    }

    /// All of another file's words as well; the other's win.
    #[must_use]
    pub fn and(mut self, other: Words) -> Words {
        Arc::make_mut(&mut self.0).extend(Arc::unwrap_or_clone(other.0));
        self
    }

    /// Puts a text in place of the one at a path.
    pub fn replace(&mut self, path: &str, text: &str) {
        Arc::make_mut(&mut self.0).insert(path.to_owned(), text.to_owned());
    }

    /// Whether there is a text at this path, even an empty one.
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// The text at a path; empty where there is none. Every tool's tests ask for all the paths it needs.
    pub fn at(&self, path: &str) -> &str {
        self.0.get(path).map_or("", String::as_str)
    }

    /// The text at `kind.id.part`.
    pub fn of(&self, kind: &str, id: &str, part: &str) -> &str {
        self.at(&format!("{kind}.{id}.{part}"))
    }

    /// A phrase of the screen.
    pub fn say(&self, phrase: &str) -> &str {
        self.at(&format!("say.{phrase}"))
    }

    /// A phrase of the screen with its gaps filled: `{n}` by the value named `n`.
    pub fn fill(&self, phrase: &str, gaps: &[(&str, &str)]) -> String {
        gaps.iter()
            .fold(self.say(phrase).to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    /// The texts of a list.
    pub fn list(&self, path: &str) -> Vec<&str> {
        (0..).map_while(|at| self.0.get(&format!("{path}.{at}")).map(String::as_str)).collect()
    }

    /// Whether there is any text below this path.
    pub fn has_below(&self, path: &str) -> bool {
        let start = format!("{path}.");
        self.0.range(start.clone()..).next().is_some_and(|(known, _)| known.starts_with(&start))
    }

    /// Every path with its text, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Every path, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The names of the months, January first.
    pub fn months(&self) -> Vec<String> {
        self.list("say.months").into_iter().map(str::to_owned).collect()
    }

    /// A number of days: 1 day, 14 days.
    pub fn days(&self, days: i32) -> String {
        let phrase = if days == 1 { "one_day" } else { "days" };
        self.fill(phrase, &[("n", &days.to_string())])
    }

    /// A day as people write it: 22 November 2026.
    pub fn day(&self, day: chrono::NaiveDate) -> String {
        use chrono::Datelike;
        let month = self.at(&format!("say.months.{}", day.month0()));
        format!("{} {month} {}", day.day(), day.year())
    }

    /// A day in few letters: 22 Nov, with the year where it is another than today's.
    pub fn short_day(&self, day: chrono::NaiveDate, today: Option<chrono::NaiveDate>) -> String {
        use chrono::Datelike;
        let month: String = self.at(&format!("say.months.{}", day.month0())).chars().take(3).collect();
        match today {
            Some(today) if today.year() == day.year() => format!("{} {month}", day.day()),
            _ => format!("{} {month} {}", day.day(), day.year()),
        }
    }
}

fn add(words: &mut BTreeMap<String, String>, path: &str, value: &Json) -> Result<(), String> {
    let step = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Json::Text(text) => {
            words.insert(path.to_owned(), text.clone());
            Ok(())
        }
        Json::Object(pairs) => pairs.iter().try_for_each(|(name, value)| add(words, &step(name), value)),
        Json::List(list) => {
            list.iter().enumerate().try_for_each(|(at, value)| add(words, &step(&at.to_string()), value))
        }
        Json::Null | Json::Bool(_) | Json::Whole(_) | Json::Fraction => {
            Err(format!("`{path}` is {} and should be a text", value.kind()))
        }
    }
}

//! Something that was found in a plan, and where: an error or a warning.

use chrono::NaiveDate;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The permanent id.
    pub id: &'static str,
    /// The question it is about, in a group with the item: `ap_context`, `ap_actions[A1].due`.
    pub at: String,
    /// What its words leave open.
    pub gap: Gap,
}

/// What the words of an error or a warning leave open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing.
    Nothing,
    /// How many characters are allowed.
    Limit(usize),
    /// A day; none beyond the calendar.
    Day(Option<NaiveDate>),
}

impl Found {
    /// Without a gap.
    pub fn new(id: &'static str, at: impl Into<String>) -> Self {
        Found { id, at: at.into(), gap: Gap::Nothing }
    }
}

/// A field of an item, as an error names it.
pub fn at(group: &str, id: &str, field: &str) -> String {
    format!("ap_{group}s[{id}].{field}")
}

/// The group, the item's id and the field that [`at`] names.
pub fn parts(at: &str) -> Option<(&str, &str, &str)> {
    let (group, rest) = at.strip_prefix("ap_")?.split_once("s[")?;
    let (id, field) = rest.split_once("].")?;
    Some((group, id, field))
}

/// The ids, each once, in order.
pub fn ids(found: &[Found]) -> Vec<&'static str> {
    let mut ids: Vec<&'static str> = found.iter().map(|found| found.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests {
    use super::{at, parts};

    #[test]
    fn a_place_is_read_back() {
        assert_eq!(parts(&at("action", "A12", "due")), Some(("action", "A12", "due")));
        assert_eq!(parts("ap_context"), None);
    }
}

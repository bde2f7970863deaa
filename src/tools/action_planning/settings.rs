//! Numbers of days and days of work that an authority supplies.
//!
//! With one fault the file is not used at all. Unknown keys are refused.

use crate::engine::{Calendar, Settings};
use crate::json::Json;
use crate::tools::given::Faults;
use chrono::Weekday;

/// Ids of the numbers, in the order of `Settings::counts`.
pub const COUNTS: &[&str] = &["due_soon_working_days", "overdue_flag_working_days", "silent_days"];
/// The days of a week by name.
pub(crate) const WEEK: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];
/// The largest number of days.
pub(crate) const LARGEST: i64 = 60;

/// Numbers of days that an authority may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// An action due within so many working days is due soon.
    pub soon: i64,
    /// An action overdue by so many working days is a flag in supervision.
    pub overdue: i64,
    /// More than so many calendar days without a word are a flag.
    pub silent: i64,
}

impl Default for Times {
    fn default() -> Self {
        Times { soon: 5, overdue: 5, silent: 14 }
    }
}

/// What an authority says about plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Council {
    /// Numbers of days.
    pub times: Times,
    /// The days on which its services work; empty for Monday to Friday.
    pub service_days: Vec<Weekday>,
}

/// The settings of a locality file's part for the tool, or the shipped ones.
///
/// # Errors
/// Every fault with its place.
pub fn read(given: Option<&Json>) -> Result<Settings, Vec<(String, String)>> {
    let times = Council::read(given)?.times;
    let count = |days: i64| i32::try_from(days).ok();
    Ok(Settings { counts: vec![count(times.soon), count(times.overdue), count(times.silent)], ..Settings::default() })
}

impl Council {
    /// Reads an authority's part of the file over the shipped numbers.
    ///
    /// # Errors
    /// Every fault with its place.
    pub fn read(given: Option<&Json>) -> Result<Council, Vec<(String, String)>> {
        let mut council = Council::default();
        let mut faults = Faults::default();
        let pairs = given.map(|file| faults.pairs("", file)).unwrap_or_default();
        for (key, value) in pairs {
            let slot = match key.as_str() {
                "due_soon_working_days" => &mut council.times.soon,
                "overdue_flag_working_days" => &mut council.times.overdue,
                "silent_days" => &mut council.times.silent,
                "service_days" => {
                    council.service_days = week(value, &mut faults);
                    continue;
                }
                _ => {
                    faults.fault(key, "is not a key of this file");
                    continue;
                }
            };
            *slot = faults.whole(key, value, 1, LARGEST);
        }
        if faults.0.is_empty() { Ok(council) } else { Err(faults.0) }
    }

    /// A calendar with the authority's own days of work.
    pub fn calendar(&self, calendar: Calendar) -> Calendar {
        if self.service_days.is_empty() { calendar } else { calendar.worked_on(self.service_days.clone()) }
    }
}

fn week(value: &Json, faults: &mut Faults) -> Vec<Weekday> {
    let named = |name: &Json| WEEK.iter().find(|(known, _)| Some(*known) == name.as_text()).map(|(_, day)| *day);
    let list = value.as_list().filter(|list| !list.is_empty());
    let days: Option<Vec<Weekday>> = list.and_then(|list| list.iter().map(named).collect());
    if days.is_none() {
        faults.fault("service_days", "should be a list of days such as `monday`, with one at least");
    }
    days.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_read() -> Result<(), String> {
        let file = Json::read(r#"{"due_soon_working_days":3,"service_days":["monday","sunday"]}"#)?;
        let council = Council::read(Some(&file)).map_err(|faults| format!("{faults:?}"))?;
        assert_eq!(council.times, Times { soon: 3, ..Times::default() });
        assert_eq!(council.service_days, [Weekday::Mon, Weekday::Sun]);
        Ok(())
    }

    #[test]
    fn every_fault_is_named() -> Result<(), String> {
        let file = Json::read(r#"{"silent_days":0,"service_days":["someday"],"other":1}"#)?;
        let faults = Council::read(Some(&file)).err().unwrap_or_default();
        let places: Vec<&str> = faults.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(places, ["silent_days", "service_days", "other"]);
        Ok(())
    }
}

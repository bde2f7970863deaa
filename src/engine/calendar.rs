//! Working days and bank holidays in England.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Bank holidays in England and Wales, year by year, as month and day.
///
/// Worked out by rule and compared with a news summary of gov.uk on 22 November 2026; gov.uk itself was not
/// read, so the table is confirmed at each release. Holidays that fall on a weekend stand on their substitute day.
const SHIPPED: [(i32, [(u32, u32); 8]); 4] = [
    (2025, [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)]),
    (2026, [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
    (2027, [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
    (2028, [(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
];

/// Which days are worked: Monday to Friday unless an authority says otherwise, bank holidays excepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The years whose bank holidays are known.
    years: Vec<i32>,
    /// The bank holidays.
    holidays: Vec<NaiveDate>,
    /// The days of the week that are worked.
    week: Vec<Weekday>,
}

impl Default for Calendar {
    fn default() -> Self {
        let holidays = SHIPPED.iter().flat_map(|(year, days)| {
            days.iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(*year, *month, *day))
        });
        Calendar {
            years: SHIPPED.iter().map(|(year, _)| *year).collect(),
            holidays: holidays.collect(),
            week: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
        }
    }
}

impl Calendar {
    /// The same calendar with the bank holidays of a year as an authority gives them.
    #[must_use]
    pub fn with(mut self, year: i32, holidays: Vec<NaiveDate>) -> Self {
        self.holidays.retain(|day| day.year() != year);
        self.holidays.extend(holidays);
        if !self.years.contains(&year) {
            self.years.push(year);
        }
        self
    }

    /// The same calendar for a service that works on these days of the week. Not none: then no day would ever come.
    #[must_use]
    pub fn worked_on(mut self, week: Vec<Weekday>) -> Self {
        if !week.is_empty() {
            self.week = week;
        }
        self
    }

    /// The years whose bank holidays are known.
    pub fn years(&self) -> &[i32] {
        &self.years
    }

    /// Whether the bank holidays of the day's year are known. In other years only weekends count.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.years.contains(&day.year())
    }

    /// Whether the day is worked.
    pub fn works(&self, day: NaiveDate) -> bool {
        self.week.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// The day itself if it is worked, otherwise the next one that is; nothing beyond the last day there is.
    pub fn next(&self, day: NaiveDate) -> Option<NaiveDate> {
        let mut day = day;
        while !self.works(day) {
            day = day.checked_add_days(Days::new(1))?;
        }
        Some(day)
    }

    /// Working days after one day up to and including another; less than nothing where the second is the earlier.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let (first, last, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
        let after = first.iter_days().skip(1).take_while(|day| *day <= last);
        sign * i64::try_from(after.filter(|day| self.works(*day)).count()).unwrap_or_default()
    }

    /// So many working days later: day one is the first working day after. None is [`Calendar::next`].
    pub fn later(&self, from: NaiveDate, days: u16) -> Option<NaiveDate> {
        if days == 0 {
            return self.next(from);
        }
        let mut day = from;
        for _ in 0..days {
            day = self.next(day.checked_add_days(Days::new(1))?)?;
        }
        Some(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn later(from: &str, days: u16) -> Option<NaiveDate> {
        day(from).and_then(|from| Calendar::default().later(from, days))
    }

    #[test]
    fn weekends_and_bank_holidays_are_not_worked() {
        assert_eq!(later("2026-11-27", 2), day("2026-12-01"));
        assert_eq!(later("2026-12-24", 1), day("2026-12-29"));
        assert_eq!(later("2026-12-26", 0), day("2026-12-29"));
        assert_eq!(later("2026-11-27", 0), day("2026-11-27"));
    }

    #[test]
    fn a_year_beyond_the_table_is_not_covered() {
        assert_eq!(day("2028-12-31").map(|day| Calendar::default().covers(day)), Some(true));
        assert_eq!(day("2029-01-01").map(|day| Calendar::default().covers(day)), Some(false));
    }
}

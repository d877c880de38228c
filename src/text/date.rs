//! Days of the calendar, 1900 to 2199. Partial dates, reading and showing stand here under one name.

pub use super::partial::{Partial, show, show_long};
pub use super::spelled_date::{read, read_in};

/// First year that a date can have.
pub const FIRST_YEAR: i32 = 1900;
/// Last year that a date can have.
pub const LAST_YEAR: i32 = 2199;

/// A day that exists. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// None when there is no such day, or the year is out of range.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = is_year(year) && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        exists.then_some(Date { year, month, day })
    }

    /// The last day of a month; the month is 1 to 12, anything else gives None.
    pub fn last_of_month(year: i32, month: u8) -> Option<Self> {
        Date::new(year, month, days_in(year, month))
    }

    /// The day, each number brought into its range first: for numbers that are in range already but for the length of the month.
    pub(super) fn nearest(year: i32, month: u8, day: u8) -> Self {
        let (year, month) = (year.clamp(FIRST_YEAR, LAST_YEAR), month.clamp(1, 12));
        Date { year, month, day: day.clamp(1, days_in(year, month)) }
    }

    /// The year, 1900 to 2199.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Reads exactly `yyyy-mm-dd`.
    pub fn from_iso(text: &str) -> Option<Self> {
        match Partial::from_iso(text)? {
            Partial::Day(date) => Some(date),
            Partial::Month { .. } | Partial::Quarter { .. } | Partial::Year(_) => None,
        }
    }

    /// `yyyy-mm-dd`.
    pub fn to_iso(self) -> String {
        Partial::Day(self).to_iso()
    }

    /// Days since 1970-01-01, negative before.
    pub fn days(self) -> i32 {
        // Howard Hinnant, “chrono-compatible low-level date algorithms”, days_from_civil
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let (era, year_of_era) = (year / 400, year % 400);
        let month = (i32::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day so many days after 1970-01-01; None outside the years 1900 to 2199.
    pub fn from_days(days: i32) -> Option<Self> {
        // the same source, civil_from_days
        let shifted = days.checked_add(719_468)?;
        let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day `n` days later, or earlier when negative; None outside the years 1900 to 2199.
    pub fn add_days(self, n: i32) -> Option<Self> {
        Date::from_days(self.days().checked_add(n)?)
    }

    /// Day of the week as Vietnamese counts: 1 chủ nhật, 2 thứ Hai … 7 thứ Bảy.
    pub fn weekday(self) -> u8 {
        (self.days() + 4).rem_euclid(7) as u8 + 1
    }
}

pub(super) fn is_year(year: i32) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn date(iso: &str) -> Date {
        Date::from_iso(iso).unwrap()
    }

    #[track_caller]
    fn no_iso(text: &str) {
        assert_eq!(Date::from_iso(text), None, "{text}");
    }

    #[test]
    fn only_days_that_exist() {
        assert!(Date::new(2024, 2, 29).is_some() && Date::new(2000, 2, 29).is_some());
        assert!(Date::new(2026, 2, 29).is_none() && Date::new(2100, 2, 29).is_none());
        assert!(Date::new(2026, 4, 31).is_none() && Date::new(2026, 13, 1).is_none() && Date::new(2026, 0, 1).is_none() && Date::new(2026, 1, 0).is_none());
        assert!(Date::new(1899, 12, 31).is_none() && Date::new(1900, 1, 1).is_some() && Date::new(2199, 12, 31).is_some() && Date::new(2200, 1, 1).is_none());
        assert_eq!(Date::last_of_month(2024, 2), Date::new(2024, 2, 29));
        assert_eq!(Date::last_of_month(2024, 13), None);
    }

    #[test]
    fn iso_is_strict() {
        assert_eq!(date("2026-02-05").to_iso(), "2026-02-05");
        for text in "|2026-2-5|2026-02-30|2026/02/05|2026-02-05 |26-02-05|2026-02|2026-0２-05|+026-02-05|đđđđđ".split('|') {
            no_iso(text);
        }
        assert!(date("2026-01-31") < date("2026-02-01"));
    }

    #[test]
    fn every_day_counts() {
        let (first, last) = (date("1900-01-01"), date("2199-12-31"));
        let mut day = first;
        for days in first.days()..last.days() {
            assert_eq!(day.days(), days);
            let next = day.add_days(1).unwrap();
            assert!(next > day);
            assert_eq!(next.weekday(), day.weekday() % 7 + 1);
            day = next;
        }
        assert_eq!((day, day.add_days(1), first.add_days(-1)), (last, None, None));
        assert_eq!(date("1970-01-01").days(), 0);
        assert_eq!((Date::from_days(i32::MAX), Date::from_days(i32::MIN), first.add_days(i32::MIN)), (None, None, None));
        assert_eq!(date("2024-12-26").weekday(), 5);
        assert_eq!(date("2026-02-01").weekday(), 1);
    }
}

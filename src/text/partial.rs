//! A date as exact as it was given: a day, a month, a quarter or a year; and how offices write it.

use super::date::{Date, is_year};

/// A day, a month, a quarter or a year. [`Partial::month`] and its like check numbers that come from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Partial {
    /// A day.
    Day(Date),
    /// A month.
    Month {
        /// The year, 1900 to 2199.
        year: i32,
        /// The month, 1 to 12.
        month: u8,
    },
    /// A quarter.
    Quarter {
        /// The year, 1900 to 2199.
        year: i32,
        /// The quarter, 1 to 4.
        quarter: u8,
    },
    /// A year, 1900 to 2199.
    Year(i32),
}

impl Partial {
    /// A month that exists.
    pub fn month(year: i32, month: u8) -> Option<Self> {
        (is_year(year) && (1..=12).contains(&month)).then_some(Partial::Month { year, month })
    }

    /// A quarter that exists.
    pub fn quarter(year: i32, quarter: u8) -> Option<Self> {
        (is_year(year) && (1..=4).contains(&quarter)).then_some(Partial::Quarter { year, quarter })
    }

    /// A year in range.
    pub fn year(year: i32) -> Option<Self> {
        is_year(year).then_some(Partial::Year(year))
    }

    /// Reads exactly `2026-06-30`, `2026-06`, `2026-Q2` or `2026`.
    pub fn from_iso(text: &str) -> Option<Self> {
        let number = |bytes: &[u8]| bytes.iter().try_fold(0_u16, |n, b| b.is_ascii_digit().then(|| n * 10 + u16::from(b - b'0')));
        let small = |bytes: &[u8]| number(bytes).and_then(|n| u8::try_from(n).ok());
        match text.as_bytes() {
            [y @ .., b'-', m1, m2, b'-', d1, d2] if y.len() == 4 => Date::new(number(y)?.into(), small(&[*m1, *m2])?, small(&[*d1, *d2])?).map(Partial::Day),
            [y @ .., b'-', b'Q', q] if y.len() == 4 => Partial::quarter(number(y)?.into(), small(&[*q])?),
            [y @ .., b'-', m1, m2] if y.len() == 4 => Partial::month(number(y)?.into(), small(&[*m1, *m2])?),
            y if y.len() == 4 => Partial::year(number(y)?.into()),
            _ => None,
        }
    }

    /// The form that [`Partial::from_iso`] reads.
    pub fn to_iso(self) -> String {
        match self {
            Partial::Day(date) => [&*year_text(date.year()), "-", &two(date.month()), "-", &two(date.day())].concat(),
            Partial::Month { year, month } => [&*year_text(year), "-", &two(month)].concat(),
            Partial::Quarter { year, quarter } => [&*year_text(year), "-Q", &plain(quarter)].concat(),
            Partial::Year(year) => year_text(year),
        }
    }

    /// The same time of another year; 29 February becomes 28 February where there is none. None outside the years 1900 to 2199.
    pub fn add_years(self, years: i32) -> Option<Self> {
        let there = |year: i32| year.checked_add(years).filter(|year| is_year(*year));
        match self {
            Partial::Day(date) => there(date.year()).map(|year| Partial::Day(Date::nearest(year, date.month(), date.day()))),
            Partial::Month { year, month } => Partial::month(there(year)?, month),
            Partial::Quarter { year, quarter } => Partial::quarter(there(year)?, quarter),
            Partial::Year(year) => Partial::year(there(year)?),
        }
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        let (year, month) = match self {
            Partial::Day(date) => return date,
            Partial::Month { year, month } => (year, month),
            Partial::Quarter { year, quarter } => (year, quarter.saturating_mul(3).saturating_sub(2)),
            Partial::Year(year) => (year, 1),
        };
        Date::nearest(year, month, 1)
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        let (year, month) = match self {
            Partial::Day(date) => return date,
            Partial::Month { year, month } => (year, month),
            Partial::Quarter { year, quarter } => (year, quarter.saturating_mul(3)),
            Partial::Year(year) => (year, 12),
        };
        Date::nearest(year, month, 31)
    }
}

/// As forms show it: “30/06/2026”, “tháng 6/2026”, “quý II/2026”, “năm 2026”.
pub fn show(partial: Partial) -> String {
    match partial {
        Partial::Day(date) => [&*two(date.day()), "/", &two(date.month()), "/", &year_text(date.year())].concat(),
        Partial::Month { year, month } => ["tháng ", &plain(month), "/", &year_text(year)].concat(),
        Partial::Quarter { year, quarter } => {
            let roman = match quarter {
                1 => "I",
                2 => "II",
                3 => "III",
                _ => "IV",
            };
            ["quý ", roman, "/", &year_text(year)].concat()
        }
        Partial::Year(year) => ["năm ", &year_text(year)].concat(),
    }
}

/// As the date line of a document shows it: “ngày 05 tháng 02 năm 2026”, “ngày 29 tháng 6 năm 2019”.
///
/// A zero stands before days below 10 and before the months 1 and 2 (NĐ 30/2020/NĐ-CP, annex I, section II.4).
pub fn show_long(date: Date) -> String {
    let month = if date.month() <= 2 { two(date.month()) } else { plain(date.month()) };
    ["ngày ", &two(date.day()), " tháng ", &month, " năm ", &year_text(date.year())].concat()
}

fn plain(n: u8) -> String {
    if n < 10 { String::from(char::from(b'0' + n)) } else { two(n) }
}

fn two(n: u8) -> String {
    [n / 10 % 10, n % 10].into_iter().map(|d| char::from(b'0' + d)).collect()
}

/// Four digits; years outside 0 to 9999 cannot come here by [`Date`] and are cut to them.
fn year_text(year: i32) -> String {
    let year = year.clamp(0, 9999);
    two((year / 100) as u8) + &two((year % 100) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn iso(text: &str, shown: &str, first: &str, last: &str) {
        let partial = Partial::from_iso(text).unwrap();
        assert_eq!(partial.to_iso(), text);
        assert_eq!(show(partial), shown);
        assert_eq!((partial.first_day().to_iso().as_str(), partial.last_day().to_iso().as_str()), (first, last));
    }

    #[track_caller]
    fn long(text: &str, shown: &str) {
        assert_eq!(show_long(Date::from_iso(text).unwrap()), shown);
    }

    #[test]
    fn iso_forms() {
        iso("2026-06-30", "30/06/2026", "2026-06-30", "2026-06-30");
        iso("2026-06", "tháng 6/2026", "2026-06-01", "2026-06-30");
        iso("2026-12", "tháng 12/2026", "2026-12-01", "2026-12-31");
        iso("2024-02", "tháng 2/2024", "2024-02-01", "2024-02-29");
        iso("2026-Q1", "quý I/2026", "2026-01-01", "2026-03-31");
        iso("2026-Q2", "quý II/2026", "2026-04-01", "2026-06-30");
        iso("2026-Q4", "quý IV/2026", "2026-10-01", "2026-12-31");
        iso("2026", "năm 2026", "2026-01-01", "2026-12-31");
        for text in
            ["", "1899", "2200", "2026-13", "2026-00", "2026-Q0", "2026-Q5", "2026-q2", "2026-6", "2026-06-31", "202６", "2026-", "-2026", "26-06", "năm 2026"]
        {
            assert_eq!(Partial::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn years_are_added() {
        let later = |iso: &str, years: i32| Partial::from_iso(iso).unwrap().add_years(years).map(Partial::to_iso);
        for (iso, years, there) in [
            ("2024-02-29", 1, "2025-02-28"),
            ("2024-02-29", 4, "2028-02-29"),
            ("2025-02-28", 3, "2028-02-28"),
            ("2025-12-31", 1, "2026-12-31"),
            ("2025-11", 2, "2027-11"),
            ("2025-Q4", 1, "2026-Q4"),
            ("2025", 1, "2026"),
            ("2026-06-30", -1, "2025-06-30"),
        ] {
            assert_eq!(later(iso, years).as_deref(), Some(there), "{iso}");
        }
        for iso in ["2199-12-31", "2199-12", "2199-Q4", "2199"] {
            assert_eq!(later(iso, 1), None, "{iso}");
            assert_eq!(later(iso, i32::MAX), None, "{iso}");
        }
    }

    #[test]
    fn date_line() {
        long("2026-02-05", "ngày 05 tháng 02 năm 2026");
        long("2019-06-29", "ngày 29 tháng 6 năm 2019");
        long("2026-01-10", "ngày 10 tháng 01 năm 2026");
        long("2026-03-09", "ngày 09 tháng 3 năm 2026");
        long("2026-12-31", "ngày 31 tháng 12 năm 2026");
    }

    #[test]
    fn numbers_out_of_range_still_have_days() {
        let odd = Partial::Month { year: 5000, month: 0 };
        assert_eq!((odd.first_day().to_iso(), odd.last_day().to_iso()), ("2199-01-01".into(), "2199-01-31".into()));
        assert_eq!(Partial::month(2026, 13).or(Partial::quarter(1800, 1)), None);
    }
}

//! Reads a date as a person types it into one box, in any of the spellings that offices use.

use super::Reading;
use super::date::Date;
use super::fold::is_space;
use super::partial::Partial;
use super::scan::Scan;

/// Reads one date, the day always before the month: 03/04/2026 is 3 April.
///
/// “15/03/2023”, “22 - 11 - 2024”, “ngày 05 tháng 02 năm 2026”, “Thứ Năm, 26/12/2024”, “tháng 4.2022”, “Quý II/2026”, “năm 2026”, year-first and ISO forms.
/// Asked: two-digit years (“15/3/26” \[2026, 1926\]) and a weekday that does not fit its date (the date alone). Impossible: 31/02/2026.
/// Unread: “17-10” and “Quý II”, which have no year; “đầu năm 2026”, “2025-2026”, anything with other words.
pub fn read(text: &str) -> Reading<Partial> {
    read_with(text, None)
}

/// As [`read`]; a day with its month, a month or a quarter without a year is asked with `year` as the only candidate.
pub fn read_in(text: &str, year: i32) -> Reading<Partial> {
    read_with(text, Some(year))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Day,
    Month,
    Quarter,
    Year,
}

/// A number of the date, the word before it and the mark between it and the number before.
#[derive(Clone, Copy)]
struct Part {
    label: Option<Label>,
    mark: Option<char>,
    n: u32,
    digits: usize,
}

impl Part {
    /// One or two digits, labelled so or not at all.
    fn short(&self, label: Label) -> Option<u8> {
        let fits = self.digits <= 2 && self.label.is_none_or(|l| l == label);
        u8::try_from(self.n).ok().filter(|_| fits)
    }

    /// The years it can be, labelled so or not at all; none when it is no year.
    fn years(&self) -> Vec<i32> {
        let n = i32::try_from(self.n).unwrap_or(0);
        match self.digits {
            _ if self.label.is_some_and(|l| l != Label::Year) => Vec::new(),
            4 => vec![n],
            2 => vec![2000 + n, 1900 + n],
            _ => Vec::new(),
        }
    }

    fn full_year(&self) -> Option<i32> {
        self.years().first().copied().filter(|_| self.digits == 4)
    }

    fn is(&self, label: Label) -> bool {
        self.label == Some(label)
    }

    /// Bound to the number before by a mark or by its own word.
    fn bound(&self) -> bool {
        self.mark.is_some() || self.label.is_some()
    }
}

fn read_with(text: &str, year: Option<i32>) -> Reading<Partial> {
    let scan = Scan::new(text.trim_end_matches(|c| is_space(c) || c == '.'));
    let (weekday, start) = weekday_at(&scan);
    let Some(parts) = parts(&scan, start) else { return Reading::Unread };
    let found = match parts.as_slice() {
        [a, b, c] => of_three(a, b, c),
        [a, b] => of_two(a, b, year),
        [a] => of_one(a, year),
        _ => Reading::Unread,
    };
    match weekday {
        None => found,
        Some(weekday) => check_weekday(found, weekday),
    }
}

/// The weekday in front, 1 chủ nhật to 7 thứ Bảy, and the place behind it and its comma.
fn weekday_at(scan: &Scan<'_>) -> (Option<u8>, usize) {
    let start = scan.skip(0, is_space);
    let (first, after) = scan.letters(start);
    let next = scan.skip_blanks(after);
    let (second, end) = scan.letters(next);
    let (weekday, end) = match (first.as_str(), second.as_str()) {
        ("cn", _) => (Some(1), after),
        ("chủ", "nhật") => (Some(1), end),
        ("thứ", "hai") => (Some(2), end),
        ("thứ", "ba") => (Some(3), end),
        ("thứ", "tư") => (Some(4), end),
        ("thứ", "năm") => (Some(5), end),
        ("thứ", "sáu") => (Some(6), end),
        ("thứ", "bảy") => (Some(7), end),
        ("thứ", "") => match scan.small_number(next) {
            (Some(n @ 2..=7), end) => (Some(n as u8), end),
            _ => return (None, start),
        },
        _ => return (None, start),
    };
    let end = scan.skip_blanks(end);
    (weekday, if scan.at(end) == Some(',') { end + 1 } else { end })
}

fn parts(scan: &Scan<'_>, start: usize) -> Option<Vec<Part>> {
    let mut all: Vec<Part> = Vec::new();
    let (mut label, mut mark) = (None, None);
    let mut i = start;
    loop {
        i = scan.skip(i, is_space);
        let Some(c) = scan.at(i) else { break };
        if all.len() == 3 {
            return None;
        }
        if let '/' | '.' | '-' | '–' | '—' | ',' = c {
            if all.is_empty() || label.is_some() || mark.is_some() {
                return None;
            }
            mark = Some(c);
            i += 1;
        } else if scan.is_digit(i) {
            let (n, end) = scan.small_number(i);
            all.push(Part { label, mark: mark.filter(|m| *m != ','), n: n?, digits: end - i });
            (label, mark, i) = (None, None, end);
        } else {
            let (word, end) = scan.letters(i);
            let roman = match word.as_str() {
                "i" => 1,
                "ii" => 2,
                "iii" => 3,
                "iv" => 4,
                _ => 0,
            };
            let named = match word.as_str() {
                "ngày" | "mùng" | "mồng" => Label::Day,
                "tháng" | "t" => Label::Month,
                "quý" | "quí" | "q" => Label::Quarter,
                "năm" => Label::Year,
                _ if roman > 0 && label == Some(Label::Quarter) => {
                    all.push(Part { label, mark, n: roman, digits: 1 });
                    (label, mark, i) = (None, None, end);
                    continue;
                }
                _ => return None,
            };
            if label.is_some_and(|l| l != Label::Day || named != Label::Day) {
                return None;
            }
            (label, i) = (Some(named), end);
        }
    }
    (label.is_none() && mark.is_none()).then_some(all)
}

fn of_three(a: &Part, b: &Part, c: &Part) -> Reading<Partial> {
    let blanks_only = !(a.bound() || b.bound() || c.bound());
    let bound = b.bound() && c.bound();
    if !blanks_only && !bound {
        return Reading::Unread;
    }
    if let (Some(year), Some(month), Some(day)) = (a.full_year(), b.short(Label::Month), c.short(Label::Day)) {
        return dated(&[year], |year| Date::new(year, month, day).map(Partial::Day));
    }
    match (a.short(Label::Day), b.short(Label::Month)) {
        (Some(day), Some(month)) => dated(&c.years(), |year| Date::new(year, month, day).map(Partial::Day)),
        _ => Reading::Unread,
    }
}

fn of_two(a: &Part, b: &Part, year: Option<i32>) -> Reading<Partial> {
    // “tháng 4-12” is a range of months: a two-digit year wants “/”, “.” or “năm”
    let years = if b.digits == 4 || b.is(Label::Year) || matches!(b.mark, Some('/' | '.')) { b.years() } else { Vec::new() };
    let (a_quarter, b_quarter) = (a.is(Label::Quarter), b.is(Label::Quarter));
    if a_quarter || b_quarter {
        let (part, years) = if a_quarter { (a, years) } else { (b, a.full_year().into_iter().collect()) };
        return match part.short(Label::Quarter) {
            Some(quarter) if !(a_quarter && b_quarter) => dated(&years, |year| Partial::quarter(year, quarter)),
            _ => Reading::Unread,
        };
    }
    let by_month = |years: &[i32], part: &Part| match part.short(Label::Month) {
        Some(month) => dated(years, |year| Partial::month(year, month)),
        None => Reading::Unread,
    };
    if a.is(Label::Month) {
        return by_month(&years, a);
    }
    if !(b.mark.is_some() || b.is(Label::Month)) {
        return Reading::Unread;
    }
    if let Some(year) = a.full_year() {
        return by_month(&[year], b);
    }
    if let (4, Some(year)) = (b.digits, b.full_year()) {
        return by_month(&[year], a);
    }
    match (a.short(Label::Day), b.short(Label::Month), year) {
        (Some(day), Some(month), Some(year)) => Reading::from_candidates(Date::new(year, month, day).map(Partial::Day).into_iter().collect()),
        _ => Reading::Unread,
    }
}

fn of_one(a: &Part, year: Option<i32>) -> Reading<Partial> {
    let in_year = |make: &dyn Fn(i32, u8) -> Option<Partial>| match (year, u8::try_from(a.n)) {
        (Some(year), Ok(n)) if a.digits <= 2 => Reading::from_candidates(make(year, n).into_iter().collect()),
        _ => Reading::Unread,
    };
    match a.label {
        Some(Label::Day) => Reading::Unread,
        Some(Label::Month) => in_year(&Partial::month),
        Some(Label::Quarter) => in_year(&Partial::quarter),
        None if a.digits != 4 => Reading::Unread,
        Some(Label::Year) | None => dated(&a.years(), Partial::year),
    }
}

/// One year gives a value, several are asked, none is unread.
fn dated(years: &[i32], make: impl Fn(i32) -> Option<Partial>) -> Reading<Partial> {
    match years {
        [] => Reading::Unread,
        [year] => make(*year).map_or(Reading::Impossible, Reading::Value),
        _ => Reading::from_candidates(years.iter().filter_map(|year| make(*year)).collect()),
    }
}

/// A weekday confirms a day; one that contradicts it makes the date a question.
fn check_weekday(found: Reading<Partial>, weekday: u8) -> Reading<Partial> {
    let fits = |partial: &Partial| matches!(partial, Partial::Day(date) if date.weekday() == weekday);
    match found {
        Reading::Value(day @ Partial::Day(_)) if !fits(&day) => Reading::Ambiguous(vec![day]),
        Reading::Value(Partial::Day(_)) | Reading::Impossible | Reading::Unread => found,
        Reading::Value(_) => Reading::Unread,
        Reading::Ambiguous(all) => {
            let fitting: Vec<Partial> = all.iter().copied().filter(fits).collect();
            Reading::Ambiguous(if fitting.is_empty() { all } else { fitting })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(text: &str, iso: &str) {
        assert_eq!(read(text), Reading::Value(Partial::from_iso(iso).unwrap()), "{text}");
        assert_eq!(read_in(text, 1999), read(text), "{text}");
    }

    #[track_caller]
    fn asked(text: &str, iso: &[&str]) {
        assert_eq!(read(text), Reading::Ambiguous(iso.iter().map(|i| Partial::from_iso(i).unwrap()).collect()), "{text}");
    }

    #[track_caller]
    fn in_2026(text: &str, iso: &str) {
        assert_eq!(read(text), Reading::Unread, "{text}");
        assert_eq!(read_in(text, 2026), Reading::Ambiguous(vec![Partial::from_iso(iso).unwrap()]), "{text}");
    }

    #[track_caller]
    fn impossible(text: &str) {
        assert_eq!(read(text), Reading::Impossible, "{text}");
    }

    #[track_caller]
    fn unread(text: &str) {
        assert_eq!(read(text), Reading::Unread, "{text}");
    }

    #[test]
    fn days() {
        is("15/03/2023", "2023-03-15");
        is("03/04/2026", "2026-04-03");
        is("15.10.1930", "1930-10-15");
        is("15-10-2025", "2025-10-15");
        is("22 - 11 - 2024", "2024-11-22");
        is(" 22\u{A0}–\u{A0}11\u{A0}–\u{A0}2024 ", "2024-11-22");
        is("5/2.2026", "2026-02-05");
        is("15 03 2026", "2026-03-15");
        is("１５/０３/２０２６", "2026-03-15");
        is("Thứ Năm, 26/12/2024", "2024-12-26");
        is("thứ 5 ngày 26/12/2024", "2024-12-26");
        is("Chủ Nhật, ngày 01 tháng 02 năm 2026", "2026-02-01");
        is("ngày 05 tháng 02 năm 2026", "2026-02-05");
        is("Ngày 5 tháng 2 năm 2026.", "2026-02-05");
        is("ngày 05 tháng 02, năm 2026", "2026-02-05");
        is("30 tháng 6 năm 2026", "2026-06-30");
        is("ngày 30/6/2026", "2026-06-30");
        is("ngày 30/6 năm 2026", "2026-06-30");
        is("ngày 30 tháng 6/2026", "2026-06-30");
        is("ngày mùng 5 tháng 2 năm 2026", "2026-02-05");
        is("2026/04/03", "2026-04-03");
        is("2026-04-03", "2026-04-03");
        is("29/02/2024", "2024-02-29");
        is("01/01/1900", "1900-01-01");
        is("31/12/2199", "2199-12-31");
    }

    #[test]
    fn months_quarters_years() {
        is("tháng 4.2022", "2022-04");
        is("tháng 4/2022", "2022-04");
        is("Tháng 4 năm 2022", "2022-04");
        is("tháng 4 2022", "2022-04");
        is("T4/2022", "2022-04");
        is("04/2022", "2022-04");
        is("4.2022", "2022-04");
        is("2026-06", "2026-06");
        is("năm 2026 tháng 6", "2026-06");
        is("Quý II/2026", "2026-Q2");
        is("quý 2 năm 2026", "2026-Q2");
        is("QUÝ IV-2026", "2026-Q4");
        is("Q2/2026", "2026-Q2");
        is("2026-Q2", "2026-Q2");
        is("năm 2026", "2026");
        is("2026", "2026");
    }

    #[test]
    fn asked_instead_of_guessed() {
        asked("15/3/26", &["2026-03-15", "1926-03-15"]);
        asked("29/2/24", &["2024-02-29", "1924-02-29"]);
        asked("29/2/00", &["2000-02-29"]);
        asked("tháng 3/26", &["2026-03", "1926-03"]);
        asked("quý II/26", &["2026-Q2", "1926-Q2"]);
        asked("Thứ Tư, 26/12/2024", &["2024-12-26"]);
        asked("Chủ nhật, 15/3/26", &["2026-03-15"]);
    }

    #[test]
    fn without_a_year() {
        in_2026("17-10", "2026-10-17");
        in_2026("22.9", "2026-09-22");
        in_2026("21/11", "2026-11-21");
        in_2026("ngày 5 tháng 2", "2026-02-05");
        in_2026("Quý II", "2026-Q2");
        in_2026("tháng 4", "2026-04");
        assert_eq!(read_in("29/2", 2024), Reading::Ambiguous(vec![Partial::from_iso("2024-02-29").unwrap()]));
        assert_eq!(read_in("29/2", 2026), Reading::Impossible);
        assert_eq!(read_in("quý V", 2026), Reading::Unread);
        assert_eq!(read_in("quý 5", 2026), Reading::Impossible);
        assert_eq!(read_in("5 2", 2026), Reading::Unread);
    }

    #[test]
    fn no_such_date() {
        impossible("31/02/2026");
        impossible("29/02/2026");
        impossible("31/04/2026");
        impossible("12/25/2026");
        impossible("00/01/2026");
        impossible("13/2022");
        impossible("quý 5/2026");
        impossible("2026-13-01");
        impossible("1899");
        impossible("năm 2200");
        impossible("31/12/1899");
    }

    #[test]
    fn not_a_date() {
        for text in ["", " ", "đầu năm 2026", "cuối năm 2026", "giữa năm 2026", "6 tháng đầu năm 2026", "hết quý II/2026", "2025-2026", "nhiệm kỳ 2025-2030"]
        {
            unread(text);
        }
        for text in "5|ngày 5|2.026|12026|15032026|1/2/3/2026|tháng 4-12|tháng 10-11|4 2022|15//3/2026|/3/2026|15/3/|Thứ Năm|Thứ Năm 2026".split('|') {
            unread(text);
        }
        for text in "ngày tháng năm|tháng tháng 4/2022|15/3/202|15/3/20266|115/3/2026|quý II quý III|0912 345 678|😀|15/3/2026 😀|Q|thứ 8, 15/3/2026".split('|')
        {
            unread(text);
        }
        unread(&"1".repeat(20_000));
        unread(&"1/".repeat(10_000));
        unread(&"ngày ".repeat(4_000));
    }
}

//! Numerals inside a text: digits with their separators, and the multipliers behind them.
//!
//! Vietnamese writes a decimal comma and dots, or spaces, between thousands. What fits that convention is a value; what could be English is asked;
//! what fits neither is not a numeral.

use super::Reading;
use super::decimal::Decimal;
use super::fold::{digit, is_space};
use super::keys::Words;
use super::scan::Scan;
use crate::words;

/// The digits at `i` with their separators, and their end.
///
/// Asked: “1,000” \[1, 1000\], “1.6” \[1,6\], “1,000,000” and “1,000.5” (English, one candidate). Out of range: beyond 10^15. Not a numeral: “12.34.567”.
pub(super) fn digits(scan: &Scan<'_>, i: usize) -> (Reading<Decimal>, usize) {
    if let Some(short) = short(scan, i) {
        return short;
    }
    let mut all: Vec<u8> = Vec::new();
    let mut groups: Vec<usize> = Vec::new();
    let mut marks: Vec<char> = Vec::new();
    let mut end = i;
    loop {
        let start = end;
        while let Some(d) = scan.at(end).and_then(digit) {
            all.push(d);
            end += 1;
        }
        groups.push(end - start);
        match scan.at(end) {
            Some(mark @ ('.' | ',')) if scan.is_digit(end + 1) => marks.push(mark),
            Some(c)
                if is_group_space(c)
                    && all.len() > groups.len() * 3 - 3
                    && all.len() <= groups.len() * 3
                    && all.first() != Some(&0)
                    && marks.iter().all(|m| *m == ' ')
                    && three_digits(scan, end + 1) =>
            {
                marks.push(' ');
            }
            _ => break,
        }
        end += 1;
    }
    (interpret(&all, &groups, &marks), end)
}

/// A short run of digits, when nothing behind it belongs to it: most numbers.
fn short(scan: &Scan<'_>, i: usize) -> Option<(Reading<Decimal>, usize)> {
    let (value, end) = scan.small_number(i);
    let goes_on = scan.is(end, |c| matches!(c, '.' | ',') || is_group_space(c)) && scan.is_digit(end + 1);
    Some((Reading::Value(Decimal::of(value.filter(|_| !goes_on)?)), end))
}

/// The numeral at `i` with its multipliers and lower terms (“36,6 triệu”, “1 tỷ 200 triệu”, “2tr5”), its end, and whether there was a multiplier.
///
/// `spoken`: a bare number behind the last multiplier belongs to it (“2 triệu 5”); in running text it seldom does, so only glued ones count there.
pub(super) fn amount(scan: &Scan<'_>, i: usize, spoken: bool) -> (Reading<Decimal>, usize, bool) {
    let (first, end) = digits(scan, i);
    let Some((mut unit, mut end)) = multipliers(scan, end) else { return (first, end, false) };
    if !matches!(first, Reading::Value(_)) {
        return (first.filter_map(|d| d.times_power(unit)), end, true);
    }
    let mut total = first.filter_map(|d| d.times_power(unit));
    loop {
        let next = scan.skip_blanks(end);
        let (word, after) = scan.word(next);
        if words!("rưỡi").contains(&word) {
            total = total.filter_map(|t| t.plus(Decimal::from_digits(&[5], 0)?.times_power(unit - 1)?));
            end = after;
            break;
        }
        if !scan.is_digit(next) {
            break;
        }
        let (Reading::Value(term), after) = digits(scan, next) else { break };
        match multipliers(scan, after) {
            Some((lower, after)) if lower < unit && term.below_power(unit - lower) => {
                total = total.filter_map(|t| t.plus(term.times_power(lower)?));
                (unit, end) = (lower, after);
            }
            Some(_) => break,
            None if !spoken && next != end => break,
            None => {
                let terms = bare_terms(term, after - next, unit);
                if let Reading::Value(t) = total
                    && !terms.is_empty()
                {
                    let sums: Vec<Decimal> = terms.iter().filter_map(|term| t.plus(*term)).collect();
                    total = match sums.as_slice() {
                        [sum] => Reading::Value(*sum),
                        _ => Reading::from_candidates(sums),
                    };
                    end = after;
                }
                break;
            }
        }
    }
    (total, end, true)
}

/// What a bare number of `length` digits behind a multiplier of `10^unit` can mean.
///
/// “2 triệu 5” is always 2,5 triệu; “5 tỷ 3” is 5,3 tỷ or 5 tỷ 3 triệu; “2 triệu 50” 2,5 or 2,05 triệu; “2 triệu 500” 2,5 triệu or 2.000.500;
/// longer ones are taken as they stand.
fn bare_terms(term: Decimal, length: usize, unit: u32) -> Vec<Decimal> {
    if unit < 3 || term.whole().is_none() {
        return Vec::new();
    }
    let at = |exponent: u32| term.times_power(exponent);
    let mut all: Vec<Decimal> = match length {
        1 if unit == 6 => [at(5), None],
        1 => [at(unit - 1), at(unit - 3)],
        2 => [at(unit - 2), at(unit - 3)],
        3 => [at(unit - 3), at(0)],
        _ if term.below_power(unit) => [at(0), None],
        _ => [None, None],
    }
    .into_iter()
    .flatten()
    .collect();
    all.dedup();
    all
}

/// Multiplier words, and their powers of ten.
const POWERS: [(&Words, u32); 6] =
    [(words!("chục"), 1), (words!("trăm"), 2), (words!("nghìn|ngàn|k"), 3), (words!("vạn"), 4), (words!("triệu|trieu|tr"), 6), (words!("tỷ|tỉ"), 9)];

/// The multiplier words at `i`, with or without a blank before: the sum of their powers of ten and their end. “trăm triệu” is 8, “nghìn tỷ” 12.
fn multipliers(scan: &Scan<'_>, i: usize) -> Option<(u32, usize)> {
    let (mut total, mut last, mut end) = (0, 0, i);
    loop {
        let (word, after) = scan.word(scan.skip_blanks(end));
        let power = POWERS.iter().find(|(words, _)| words.contains(&word)).map_or(0, |(_, power)| *power);
        // “tỷ lệ”
        let power = if power == 9 && words!("lệ").contains(&scan.word(scan.skip_blanks(after)).0) { 0 } else { power };
        if power <= last {
            return (total > 0).then_some((total, end));
        }
        total += power;
        last = power;
        end = after;
    }
}

fn interpret(all: &[u8], groups: &[usize], marks: &[char]) -> Reading<Decimal> {
    let read = |scale: usize| Decimal::from_digits(all, scale);
    let value = |scale: usize| read(scale).map_or(Reading::Impossible, Reading::Value);
    let asked = |scales: &[usize]| Reading::from_candidates(scales.iter().filter_map(|s| read(*s)).collect());
    let (first, last) = (groups.first().copied().unwrap_or(0), groups.last().copied().unwrap_or(0));
    let leading_zero = all.first() == Some(&0);
    // thousands: one to three digits, then threes, over the first `n` groups
    let thousands = |n: usize| (1..=3).contains(&first) && !leading_zero && groups.iter().take(n).skip(1).all(|g| *g == 3);
    let spaces = marks.iter().take_while(|m| **m == ' ').count();
    if spaces > 0 {
        return match marks.get(spaces..) {
            None | Some([]) => value(0),
            Some([',']) => value(last),
            Some(['.']) if last != 3 => asked(&[last]),
            Some(_) => Reading::Unread,
        };
    }
    let n = groups.len();
    let dots = marks.iter().filter(|m| **m == '.').count();
    let commas = marks.len() - dots;
    match (dots, commas, marks.last()) {
        (0, 0, _) => value(0),
        (1, 0, _) if last == 3 && thousands(n) => value(0),
        (1, 0, _) if leading_zero && first > 1 => Reading::Unread,
        (1, 0, _) => asked(&[last]),
        (_, 0, _) if thousands(n) => value(0),
        (0, 1, _) if last == 3 && thousands(n) => asked(&[last, 0]),
        (0, 1, _) => value(last),
        (0, _, _) if thousands(n) => asked(&[0]),
        (_, 1, Some(',')) if thousands(n - 1) => value(last),
        (1, _, Some('.')) if thousands(n - 1) => asked(&[last]),
        _ => Reading::Unread,
    }
}

/// Spaces that stand between thousands; a tab or a line end does not.
fn is_group_space(c: char) -> bool {
    is_space(c) && !matches!(c, '\t'..='\r' | '\u{2028}' | '\u{2029}')
}

fn three_digits(scan: &Scan<'_>, i: usize) -> bool {
    (i..i + 3).all(|j| scan.is_digit(j)) && !scan.is_digit(i + 3)
}

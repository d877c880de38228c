//! A text of its own for the tests of forms.

use super::Found;
use crate::criteria::{Rules, Subject, Text};
use crate::json::Json;
use crate::text::date::Date;
use crate::units::Units;
use crate::units::former::Former;

/// What is said of a text.
pub fn on<T>(text: &str, say: impl FnOnce(&Text<'_>) -> T) -> T {
    together(&[text], |texts| say(texts[0]))
}

/// What is said of some texts of one record.
pub fn together<T>(texts: &[&str], say: impl FnOnce(&[&Text<'_>]) -> T) -> T {
    let rules = Rules::mau().unwrap();
    let subject = Subject::new(&rules, &Json::Null, Date::new(2026, 6, 1).unwrap());
    let texts: Vec<_> = texts.iter().map(|text| subject.read(text)).collect();
    say(&texts.iter().map(|text| &**text).collect::<Vec<_>>())
}

/// The shipped unit list.
pub fn units() -> &'static Units {
    static UNITS: std::sync::OnceLock<Units> = std::sync::OnceLock::new();
    UNITS.get_or_init(|| Units::read(include_bytes!("../../../data/units.json")).unwrap())
}

/// The shipped list of former units.
pub fn former() -> &'static Former {
    static FORMER: std::sync::OnceLock<Former> = std::sync::OnceLock::new();
    FORMER.get_or_init(|| Former::read(include_bytes!("../../../data/units-former.json")).unwrap())
}

/// The words that are found, each with “→” and what stands there today, if it is known.
#[track_caller]
pub fn finds(find: impl Fn(&Text<'_>) -> Vec<Found>, text: &str, expected: &[&str]) {
    let found = on(text, |text| find(text).into_iter().map(|found| shown(text, found)).collect::<Vec<_>>());
    assert_eq!(found, expected, "{text}");
}

fn shown(text: &Text<'_>, found: Found) -> String {
    let words = text.quote(found.span);
    found.now.map_or_else(|| words.clone(), |now| format!("{words} → {now}"))
}

/// Nothing in any of some texts.
#[track_caller]
pub fn none(find: impl Fn(&Text<'_>) -> Vec<Found>, texts: &[&str]) {
    for text in texts {
        finds(&find, text, &[]);
    }
}

/// Long texts of one thing end soon.
#[track_caller]
pub fn hostile(find: impl Fn(&Text<'_>) -> Vec<Found>) {
    let begun = std::time::Instant::now();
    for piece in ["1", "0", "ông ", "tỉnh ", "Huyện ", "UBND huyện, ", "cũ ", "năm 2022 ", "0 ", "Tân ", "số tài khoản 1", "\n", "09/", "1-", "Ban Dân vận "]
    {
        on(&piece.repeat(20_000 / piece.chars().count()), |text| find(text).len());
    }
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

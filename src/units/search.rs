//! Finds provinces and communes while a name is being typed: without marks, without the type, from its beginning or a later word, with what it lies in.
//!
//! A search offers; what a text names for certain is for [`Units::find_communes`] to tell. Order: the whole name, its beginning, a later word; within each
//! the type that was typed, then the marks that were typed. With a province, its communes alone; others only where they bear the whole name, or where it
//! has none that fits.
//!
//! One search looks at the names of which a word begins with the same two letters (see `starts`): about a hundredth of the time that folding and comparing every name
//! takes (`cargo run --release --example units`).

use super::asked::{Asked, Fit, initials, is_meant, means};
use super::{Commune, CommuneRow, Province, Units};

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// The best, in order.
    pub best: Vec<T>,
    /// How many there are in all.
    pub total: usize,
    /// Whether the list of today answers it: one of these is likely meant, in the province that was asked for. Otherwise former names are worth a look.
    pub answered: bool,
}

/// By fit, type and marks.
const RANKS: u8 = 4 * Fit::COUNT as u8;
const NONE: u8 = u8::MAX;

impl Units {
    /// The provinces that a text may mean; all of them for an empty one.
    #[must_use]
    pub fn search_provinces(&self, text: &str) -> Vec<Province<'_>> {
        let asked = super::asked::bare(&super::find::key(text)).to_owned();
        let fit = |key: &str| {
            let by_word = super::starts::words(key).find_map(|at| Asked::fit(&asked, key, at)).filter(|(_, rest)| rest.is_empty()).map(|(fit, _)| fit);
            if initials(key, &asked) { Some(by_word.map_or(Fit::Start, |fit| fit.min(Fit::Start))) } else { by_word }
        };
        let fits: Vec<Option<Fit>> = self.provinces.iter().map(|province| fit(self.key(province.row))).collect();
        let of = |wanted: Fit| self.provinces.iter().zip(&fits).filter(move |(_, fit)| **fit == Some(wanted)).map(|(province, _)| self.show_province(province));
        [Fit::Whole, Fit::Start, Fit::Word].into_iter().flat_map(of).collect()
    }

    /// The communes that a text may mean, at most `limit`; for an empty text all of the province.
    #[must_use]
    pub fn search_communes(&self, text: &str, province_code: Option<&str>, limit: usize) -> Found<Commune<'_>> {
        let asked = Asked::of(text);
        if asked.whole.is_empty() {
            let all = province_code.map(|_| self.rows_of(province_code)).unwrap_or_default();
            return Found { best: all.iter().take(limit).map(|row| self.show_commune(row)).collect(), total: all.len(), answered: true };
        }
        let inside = province_code.map(|code| self.provinces.iter().position(|province| self.code(province.row) == code));
        let at_home = |row: &CommuneRow| inside.is_none_or(|place| place == Some(usize::from(row.province)));
        let mut ranks = vec![NONE; self.communes.len()];
        let mut met: Vec<u16> = Vec::new();
        let mut answered = false;
        for (name, typed) in asked.readings() {
            for &(number, at) in self.starts.like(name) {
                let Some((row, rank)) = self.communes.get(usize::from(number)).zip(ranks.get_mut(usize::from(number))) else { continue };
                let Some((fit, rest)) = Asked::fit(name, self.key(row.row), usize::from(at)) else { continue };
                if !self.lies_in(row, rest, &asked.around) {
                    continue;
                }
                let kind = typed.is_none_or(|typed| typed.kind == Some(row.kind));
                // “phuong hai” may be a type and the last word of many a name, or a name of before; so may “tan phu dong”, unless it means Tân Phú in Đồng Tháp.
                let sure = if typed.is_none() { fit <= Fit::Word } else { fit <= Fit::Start };
                answered |= sure && at_home(row) && kind && (rest.is_empty() || is_meant(self.province_key(row), rest));
                let here = (fit as u8) * 4 + u8::from(!kind) * 2 + u8::from(!asked.same_marks(self.name(row.row), typed));
                if *rank == NONE {
                    met.push(number);
                }
                *rank = here.min(*rank);
            }
        }
        let row_of = |number: u16| self.communes.get(usize::from(number));
        let rank_of = |number: u16| ranks.get(usize::from(number)).copied().unwrap_or(NONE);
        let is_home = |number: u16| row_of(number).is_some_and(at_home);
        // Others where none is at home, or only namesakes.
        let any_home = met.iter().any(|number| is_home(*number));
        met.retain(|number| !any_home || is_home(*number) || rank_of(*number) < 4 * Fit::Start as u8);
        let mut best = Vec::new();
        for home in [true, false] {
            for wanted in 0..RANKS {
                let here = met.iter().filter(|number| rank_of(**number) == wanted && is_home(**number) == home);
                best.extend(here.take(limit - best.len().min(limit)).filter_map(|number| row_of(*number)).map(|row| self.show_commune(row)));
            }
        }
        Found { best, total: met.len(), answered }
    }

    fn province_key(&self, row: &CommuneRow) -> &str {
        self.provinces.get(usize::from(row.province)).map_or("", |province| self.key(province.row))
    }

    /// Whether everything that was typed around a name speaks of the commune's province.
    fn lies_in(&self, row: &CommuneRow, rest: &str, around: &[String]) -> bool {
        let province = self.province_key(row);
        (rest.is_empty() || means(province, rest)) && around.iter().all(|place| means(province, place))
    }
}

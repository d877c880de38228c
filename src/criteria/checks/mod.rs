//! Check kinds, one file each: `stock_phrases.rs` ↔ `"kind": "stockPhrases"`.
//!
//! A check gives one verdict, or one for each kind of fault; never none. Its parameters stand in `guideline/check.rs`.

mod all;
mod any;
mod count;
mod date_order;
mod duration;
mod duty_phrases;
mod human;
mod length;
mod mentions;
mod names;
mod not;
mod number;
mod one_of;
mod pattern;
mod percent;
mod present;
mod same_amount;
mod similarity;
mod statement;
mod stock_phrases;
mod sum;
#[cfg(test)]
pub(crate) mod testing;
mod unique;
mod unit_valid;
mod within;

use super::{Subject, Verdict};
use crate::guideline::{Check, Outcome};

/// Runs a check.
#[must_use]
pub fn run<'a>(check: &'a Check, on: &Subject<'a>) -> Vec<Verdict> {
    let mut said = Vec::new();
    tell(check, on, &mut said);
    said
}

/// Whether a check is met; for conditions.
#[must_use]
pub fn is_met<'a>(check: &'a Check, on: &Subject<'a>) -> bool {
    run(check, on).iter().all(|verdict| verdict.outcome == Outcome::Met)
}

/// Adds what a check says to what others have said; checks inside checks share the room.
pub fn tell<'a>(check: &'a Check, on: &Subject<'a>, said: &mut Vec<Verdict>) {
    let verdict = match check {
        Check::All(params) => return all::check(params, on, said),
        Check::Any(params) => return any::check(params, on, said),
        Check::Length(params) => return length::check(params, on, said),
        Check::Number(params) => return number::check(params, on, said),
        Check::Percent(params) => return percent::check(params, on, said),
        Check::Within(params) => return within::check(params, on, said),
        Check::Pattern(params) => return pattern::check(params, on, said),
        Check::Not(params) => return not::check(params, on, said),
        Check::Human(params) => human::check(params),
        Check::Present(params) => present::check(params, on),
        Check::Statement(params) => statement::check(params, on),
        Check::OneOf(params) => one_of::check(params, on),
        Check::Count(params) => count::check(params, on),
        Check::DateOrder(params) => date_order::check(params, on),
        Check::Duration(params) => duration::check(params, on),
        Check::Sum(params) => sum::check(params, on),
        Check::SameAmount(params) => same_amount::check(params, on),
        Check::Mentions(params) => mentions::check(params, on),
        Check::StockPhrases(params) => stock_phrases::check(params, on),
        Check::DutyPhrases(params) => duty_phrases::check(params, on),
        Check::Names(params) => names::check(params, on),
        Check::Similarity(params) => similarity::check(params, on),
        Check::UnitValid(params) => unit_valid::check(params, on),
        Check::Unique(params) => unique::check(params, on),
    };
    said.push(verdict);
}

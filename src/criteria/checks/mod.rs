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
use crate::guideline::Check;

/// Runs a check.
#[must_use]
pub fn run<'a>(check: &'a Check, on: &Subject<'a>) -> Vec<Verdict> {
    match check {
        Check::All(params) => all::check(params, on),
        Check::Any(params) => any::check(params, on),
        Check::Not(params) => not::check(params, on),
        Check::Human(params) => vec![human::check(params)],
        Check::Present(params) => vec![present::check(params, on)],
        Check::Statement(params) => vec![statement::check(params, on)],
        Check::Length(params) => length::check(params, on),
        Check::OneOf(params) => vec![one_of::check(params, on)],
        Check::Count(params) => vec![count::check(params, on)],
        Check::Number(params) => number::check(params, on),
        Check::Percent(params) => percent::check(params, on),
        Check::DateOrder(params) => vec![date_order::check(params, on)],
        Check::Duration(params) => vec![duration::check(params, on)],
        Check::Within(params) => within::check(params, on),
        Check::Sum(params) => vec![sum::check(params, on)],
        Check::SameAmount(params) => vec![same_amount::check(params, on)],
        Check::Mentions(params) => vec![mentions::check(params, on)],
        Check::StockPhrases(params) => vec![stock_phrases::check(params, on)],
        Check::DutyPhrases(params) => vec![duty_phrases::check(params, on)],
        Check::Names(params) => vec![names::check(params, on)],
        Check::Similarity(params) => vec![similarity::check(params, on)],
        Check::Pattern(params) => pattern::check(params, on),
        Check::UnitValid(params) => vec![unit_valid::check(params, on)],
        Check::Unique(params) => vec![unique::check(params, on)],
    }
}

//! Parameters of every check kind, as they stand in a guideline.
//!
//! What a kind checks, why, and what it gives as evidence is told in `criteria/checks/<kind>.rs`.

pub use super::named::{Days, NamedWindow, PatternName, Thing, Window};
use super::paths::Paths;
use crate::json::{Json, Named, Path};
use crate::{kinds, shape};

kinds! {
/// A check: total, without loops, clock, randomness, code or regular expressions.
pub enum Check {
    /// All of them.
    All(Several) = "all",
    /// One of them.
    Any(Several) = "any",
    /// Not this one.
    Not(One) = "not",
    /// Only people can judge.
    Human(Human) = "human",
    /// Boxes are filled in.
    Present(Present) = "present",
    /// A text is a statement of one's own.
    Statement(Statement) = "statement",
    /// A text has a length.
    Length(Length) = "length",
    /// A value is one of a few.
    OneOf(OneOf) = "oneOf",
    /// A list has rows of a kind.
    Count(Count) = "count",
    /// A number is within bounds.
    Number(Number) = "number",
    /// Percentages are between 0 and 100 and have a base.
    Percent(Percent) = "percent",
    /// Dates follow each other.
    DateOrder(DateOrder) = "dateOrder",
    /// Two days are far enough from each other.
    Duration(Duration) = "duration",
    /// A date is inside a window.
    Within(Within) = "within",
    /// Parts make the whole.
    Sum(Sum) = "sum",
    /// The same amount is written with the same magnitude.
    SameAmount(SameAmount) = "sameAmount",
    /// A text names something.
    Mentions(Mentions) = "mentions",
    /// A text is not made of phrases that say nothing.
    StockPhrases(StockPhrases) = "stockPhrases",
    /// A text is not made of routine duty.
    DutyPhrases(DutyPhrases) = "dutyPhrases",
    /// A name is a name of its own.
    Names(Names) = "names",
    /// Texts are not copies of each other.
    Similarity(Similarity) = "similarity",
    /// A text has a form.
    Pattern(Pattern) = "pattern",
    /// A commune belongs to its province.
    UnitValid(UnitValid) = "unitValid",
    /// No other registration has this name.
    Unique(Unique) = "unique",
}
}

impl Check {
    /// The checks that it has inside.
    #[must_use]
    pub fn inner(&self) -> &[Check] {
        use std::slice::from_ref;
        match self {
            Check::All(params) | Check::Any(params) => &params.of,
            Check::Not(params) => from_ref(&params.of),
            Check::Within(params) => params.earlier_if.as_deref().map_or(&[], from_ref),
            Check::Human(_) | Check::Present(_) | Check::Statement(_) | Check::Length(_) | Check::OneOf(_) | Check::Count(_) | Check::Number(_) => &[],
            Check::Percent(_) | Check::DateOrder(_) | Check::Duration(_) | Check::Sum(_) | Check::SameAmount(_) | Check::Mentions(_) => &[],
            Check::StockPhrases(_) | Check::DutyPhrases(_) | Check::Names(_) | Check::Similarity(_) | Check::Pattern(_) => &[],
            Check::UnitValid(_) | Check::Unique(_) => &[],
        }
    }

    /// Shows the check itself and all that it has inside, at any depth.
    pub fn each<'a>(&'a self, see: &mut dyn FnMut(&'a Check)) {
        see(self);
        self.inner().iter().for_each(|check| check.each(see));
    }
}

shape! {
/// Parameters of `all` and `any`.
pub struct Several {
    /// Checks, in the order in which they speak.
    pub of: Vec<Check> = "of",
}
}

shape! {
/// Parameters of `not`.
pub struct One {
    /// The check that must not be met.
    pub of: Box<Check> = "of",
}
}

shape! {
/// Parameters of `human`.
pub struct Human {
    /// What the appraisal team asks.
    pub question: String = "question",
}
}

shape! {
/// Parameters of `present`.
pub struct Present {
    /// Boxes.
    pub paths: Paths = "paths",
    /// How many of them; all without it.
    pub at_least: Option<usize> = "atLeast",
}
}

shape! {
/// Parameters of `statement`.
pub struct Statement {
    /// The text.
    pub path: Path = "path",
    /// Least words.
    pub min_words: Option<usize> = "minWords",
    /// It must tell of what was done, not only of what will be.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub done: bool = "done" or empty,
}
}

shape! {
/// Parameters of `length`; characters.
pub struct Length {
    /// The text; `*` for every row.
    pub path: Path = "path",
    /// Fewest.
    pub min: Option<usize> = "min",
    /// Most.
    pub max: Option<usize> = "max",
}
}

shape! {
/// Parameters of `oneOf`.
pub struct OneOf {
    /// The box.
    pub path: Path = "path",
    /// Values that may stand there.
    pub values: Vec<Json> = "values",
}
}

shape! {
/// Parameters of `count`.
pub struct Count {
    /// The list.
    pub rows: Path = "rows",
    /// Only rows whose members have one of these values.
    pub r#where: Option<Named<Vec<Json>>> = "where",
    /// Only rows that have all these members filled in.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub filled: Vec<String> = "filled" or empty,
    /// Not rows whose texts name one of these things.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub without: Vec<Thing> = "without" or empty,
    /// Fewest.
    pub min: Option<usize> = "min",
    /// Most.
    pub max: Option<usize> = "max",
}
}

shape! {
/// Parameters of `number`.
pub struct Number {
    /// The box.
    pub path: Path = "path",
    /// Least.
    pub min: Option<f64> = "min",
    /// Most.
    pub max: Option<f64> = "max",
    /// Another box that it may not exceed.
    pub not_above: Option<Path> = "notAbove",
    /// The place that it is counted in: without the unit list, it cannot be judged.
    pub place: Option<String> = "place",
}
}

shape! {
/// Parameters of `percent`.
pub struct Percent {
    /// Rows with a `unit`, or texts.
    pub paths: Paths = "paths",
    /// Boxes that hold the base (number of households, of people).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub base: Vec<Path> = "base" or empty,
}
}

shape! {
/// Parameters of `dateOrder`.
pub struct DateOrder {
    /// Dates or years, the earlier first.
    pub paths: Paths = "paths",
}
}

shape! {
/// Parameters of `duration`.
pub struct Duration {
    /// First day.
    pub from: Path = "from",
    /// Last day.
    pub to: Path = "to",
    /// Least days, the first and the last counted.
    pub min_days: Option<usize> = "minDays",
    /// Most days, counted alike.
    pub max_days: Option<usize> = "maxDays",
    /// Ticked: goes on without an end.
    pub unless: Option<Path> = "unless",
}
}

shape! {
/// Parameters of `within`.
pub struct Within {
    /// A date; `*` for every row.
    pub path: Path = "path",
    /// The window.
    pub window: Window = "window",
    /// When this is met, the date may stand before the window.
    pub earlier_if: Option<Box<Check>> = "earlierIf",
}
}

shape! {
/// Parameters of `sum`; amounts in đồng.
pub struct Sum {
    /// The parts: a member of every row.
    pub parts: Path = "parts",
    /// The whole.
    pub whole: Path = "whole",
}
}

shape! {
/// Parameters of `sameAmount`.
pub struct SameAmount {
    /// Boxes in đồng, and texts that may name the same amount.
    pub paths: Paths = "paths",
}
}

shape! {
/// Parameters of `mentions`.
pub struct Mentions {
    /// Texts, read together.
    pub paths: Paths = "paths",
    /// What counts.
    pub what: Vec<Thing> = "what",
    /// How many; one without it.
    pub min: Option<usize> = "min",
}
}

shape! {
/// Parameters of `stockPhrases`.
pub struct StockPhrases {
    /// Texts.
    pub paths: Paths = "paths",
    /// These phrases instead of those of the guideline's `stock` list.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub phrases: Vec<String> = "phrases" or empty,
    /// Largest share of the words, 0 to 1.
    pub max_share: Option<f64> = "maxShare",
    /// A text that names one of these is concrete whatever phrases stand beside it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub unless: Vec<Thing> = "unless" or empty,
}
}

shape! {
/// Parameters of `dutyPhrases`.
pub struct DutyPhrases {
    /// Texts.
    pub paths: Paths = "paths",
    /// Largest share of the words, 0 to 1.
    pub max_share: Option<f64> = "maxShare",
    /// Texts of which one names one of these are more than duty.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub unless: Vec<Thing> = "unless" or empty,
}
}

shape! {
/// Parameters of `names`.
pub struct Names {
    /// Names.
    pub paths: Paths = "paths",
    /// Not used; read because all phrase kinds have it.
    pub max_share: Option<f64> = "maxShare",
    /// The name must say what is done, not only who or where.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub content: bool = "content" or empty,
}
}

shape! {
/// Parameters of `similarity`.
pub struct Similarity {
    /// Texts, each compared with each.
    pub paths: Paths = "paths",
    /// Largest share of common word triples, 0 to 1.
    pub max: f64 = "max",
}
}

shape! {
/// Parameters of `pattern`.
pub struct Pattern {
    /// Texts.
    pub paths: Paths = "paths",
    /// The form.
    pub name: PatternName = "name",
    /// The form must not occur.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub forbid: bool = "forbid" or empty,
}
}

shape! {
/// Parameters of `unitValid`.
pub struct UnitValid {
    /// The commune.
    pub commune: Path = "commune",
    /// The province.
    pub province: Path = "province",
}
}

shape! {
/// Parameters of `unique`.
pub struct Unique {
    /// The name.
    pub path: Path = "path",
}
}

//! Which checks keep numbers of persons out of a record: what they find is not repeated in print.

use super::check::{Check, PatternName};

impl PatternName {
    /// Whether it is of numbers that belong to persons.
    #[must_use]
    pub fn is_of_persons(self) -> bool {
        matches!(self, PatternName::Phone | PatternName::PersonalId | PatternName::BankAccount)
    }
}

impl Check {
    /// Whether it forbids numbers that belong to persons.
    #[must_use]
    pub fn guards_persons(&self) -> bool {
        match self {
            Check::All(params) | Check::Any(params) => params.of.iter().any(Check::guards_persons),
            Check::Pattern(params) => params.forbid && params.name.is_of_persons(),
            _ => false,
        }
    }
}

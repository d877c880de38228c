//! What checks know by name: things that a text can name, forms that it can have, windows of days.

use crate::json::Json;
use crate::json::shape::{Reader, Shaped};
use crate::{choice, shape};

choice! {
/// What a text can name.
pub enum Thing {
    /// A number.
    Figure = "figure",
    /// A number that somebody can count to: “92 hộ”, not “100%”.
    Countable = "countable",
    /// A number with a unit.
    Unit = "unit",
    /// A place: a unit of the list, “thôn …”, “tổ dân phố …”, “khu phố …”.
    Place = "place",
    /// A day, month, quarter or year.
    Date = "date",
    /// A person by name.
    Person = "person",
    /// A word of mobilising people: of the guideline's `mobilisation` list.
    Mobilisation = "mobilisation",
    /// How people discuss it, and where it is made public.
    Consultation = "consultation",
    /// Money or land that people are asked for, or labour that each house owes: “mỗi hộ góp 500.000 đồng”.
    Contribution = "contribution",
    /// Who gives of their own, as a business, a benefactor or the unit's members do, where none of the people is named beside them.
    Donor = "donor",
}
}

choice! {
/// A form that a text can have.
pub enum PatternName {
    /// Number and symbol of a document: “35-CT/TU”.
    DocumentNumber = "documentNumber",
    /// A Vietnamese phone number in use.
    Phone = "phone",
    /// Number of a citizen's card.
    PersonalId = "personalId",
    /// Number of a bank account.
    BankAccount = "bankAccount",
    /// A stretch written in capitals.
    AllCaps = "allCaps",
    /// Text of an old encoding, or a broken one.
    LegacyEncoding = "legacyEncoding",
    /// Dates written with different separators.
    MixedDate = "mixedDate",
    /// A body or level that exists no more since 1 July 2025.
    AbolishedBody = "abolishedBody",
    /// A province that exists no more since 1 July 2025.
    OldPlaceName = "oldPlaceName",
    /// Details of defence that do not belong in a public paper.
    DefenceDetail = "defenceDetail",
    /// A person by name together with an illness, poverty or another misfortune.
    NamedHardship = "namedHardship",
}
}

/// A window of days.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(untagged))]
pub enum Window {
    /// The portal's or the record's.
    Named(NamedWindow),
    /// Two days, `yyyy-mm-dd`.
    Days(Days),
}

impl Shaped for Window {
    fn read(from: &Json, at: &mut Reader) -> Self {
        if from.text().is_some() { Window::Named(NamedWindow::read(from, at)) } else { Window::Days(Days::read(from, at)) }
    }
}

choice! {
/// A window that is known by name.
pub enum NamedWindow {
    /// The portal's window for registering.
    Portal = "portal",
    /// The years of the record.
    Period = "period",
}
}

shape! {
/// A window by its days.
pub struct Days {
    /// First day.
    pub from: Option<String> = "from",
    /// Last day.
    pub to: Option<String> = "to",
}
}

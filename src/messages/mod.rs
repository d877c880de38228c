//! Every sentence for people, in one place per language. What a criterion says comes from its guideline; here its figures are filled in.

mod choices;
mod findings;
mod guidelines;
mod labels;
mod pdf;
mod places;
mod problems;
pub mod repairs;
pub mod say;

pub use choices::choice;
pub use findings::tell;
pub use labels::{Words, bare_label, help, in_row, label, label_for, label_with, lower_first, own_name, row_name, words};
pub use pdf::pdf_state;
pub use places::places;
pub use problems::{field_error, problem};
pub use say::Say;

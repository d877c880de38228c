//! The registration record: types, reading, validation, canonical form.

pub mod branches;
pub mod compare;
pub mod duplicate;
pub mod entered;
pub mod exactness;
pub mod fields;
mod normalize;
mod parse;
mod plain;
pub(crate) mod rules;
mod types;
mod validate;

pub use normalize::normalize;
pub use parse::{FORMAT, canonical, digest, errors, id_from, parse, parse_tree, read_tree, to_tree};
pub use plain::is_plain;
pub use types::*;
pub use validate::{FieldError, validate};

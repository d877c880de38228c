//! Guidelines: the criteria of one issuing body, as data.
//!
//! - [`types`](Guideline): the file `dvk-guideline/1`.
//! - [`check`]: the parameters of every check kind; what a kind does with them stands in `criteria/checks/<kind>.rs`.
//! - [`builtin`]: the guidelines that come with the software.

pub mod builtin;
pub mod check;
mod load;
mod types;

pub use check::Check;
pub use load::{digest, load};
pub use types::*;

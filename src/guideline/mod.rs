//! Guidelines: the criteria of one issuing body, as data.
//!
//! - [`types`](Guideline): the file `dvk-guideline/1`.
//! - [`check`]: the parameters of every check kind; what a kind does with them stands in `criteria/checks/<kind>.rs`.
//! - [`load`]: text → guideline, with every problem; [`lint`] finds what has the right shape and is wrong all the same; [`resolve`] takes in what it extends.
//! - `named`: what checks know by name. [`reasons`]: what every check can say; `room`: what of it its parameters leave.
//! - `persons`: which checks keep numbers of persons out.
//! - [`builtin`]: the guidelines that come with the software.

pub mod builtin;
pub mod check;
pub mod lint;
mod load;
mod named;
mod paths;
mod persons;
pub mod reasons;
mod required;
mod resolve;
mod room;
mod thousands;
mod types;

pub use check::Check;
pub use load::{Loaded, digest, load};
pub use paths::Paths;
pub use resolve::{Find, Known, merge};
pub use types::*;

//! The error of conversions that cannot fail.

use std::fmt;

/// No value at all: with it, serde's generated code has no errors to carry on and nothing to let go of on the way, and weighs a third in wasm.
#[derive(Debug)]
pub enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::ser::Error for Never {
    /// Called by hand-written `Serialize` only; the crate's own call it nowhere.
    fn custom<T: fmt::Display>(_: T) -> Self {
        std::process::abort()
    }
}

impl serde::de::Error for Never {
    /// Called by generated code that is given something it did not ask for; [`filled`](super::filled) never does that.
    fn custom<T: fmt::Display>(_: T) -> Self {
        std::process::abort()
    }
}

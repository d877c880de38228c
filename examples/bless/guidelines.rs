//! The built-in guideline as it is compiled in: without its tests, which the build has run. Its sound record stays: guidelines that extend it prove themselves by it.

use dan_van_kheo::json::{self, Json, Limits, pointer};

/// Where it stands in the sources.
pub const PATH: &str = "src/guideline/data/mau.bare.json";

/// Its text.
pub fn bare() -> String {
    let file = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guideline/data/mau.json")).unwrap_or_default();
    let mut tree = json::read(&file, Limits::default()).unwrap_or_default();
    pointer::set(&mut tree, "/tests", Json::List(Vec::new()));
    tree.to_text() + "\n"
}

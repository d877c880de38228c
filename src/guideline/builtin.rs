//! Guidelines that come with the software. Only `mau` is compiled in; the others are files beside the loader.

/// The default guideline, “Bộ tiêu chí mẫu (tham khảo)”, without its tests: `make bless` makes it of `mau.json`.
pub const MAU: &str = include_str!("data/mau.bare.json");

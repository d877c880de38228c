//! Guidelines that come with the software. Only `mau` is compiled in; the others are files beside the loader.

/// The default guideline, “Bộ tiêu chí mẫu (tham khảo)”.
pub const MAU: &str = include_str!("data/mau.json");

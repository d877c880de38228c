//! Writes the documents that `tests/pdf` measures: every form and kind, and the hard cases, each as `NAME.pdf` beside `NAME.txt`.
//!
//! `cargo run --features pdf --example paper -- FOLDER`
#![expect(clippy::indexing_slicing, reason = "members of a fixture are set by name")]

mod cases;

use std::error::Error;
use std::path::PathBuf;

use dan_van_kheo::engine::{Engine, Refusal};
use dan_van_kheo::summary::{pdf, text};
use unicode_normalization::UnicodeNormalization as _;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut engine = Engine::new(|text| text.nfc().collect()).map_err(refused)?;
    engine.load_units(&std::fs::read(root.join("data/units.json"))?).map_err(refused)?;
    for case in cases::all(&root)? {
        let (document, carried) = case.document(&engine)?;
        let file = pdf::export(&document, carried.as_ref())?;
        if !file.missing.is_empty() {
            return Err(format!("{}: no glyph for {:?}", case.name, file.missing).into());
        }
        std::fs::write(folder.join(format!("{}.pdf", case.name)), file.bytes)?;
        std::fs::write(folder.join(format!("{}.txt", case.name)), text::render(&document))?;
    }
    Ok(())
}

fn refused(refusal: Refusal) -> String {
    format!("{refusal:?}")
}

//! PDFs as the form hands them over.

use dan_van_kheo::engine::Engine;
use dan_van_kheo::json::Json;
use dan_van_kheo::pdf_read::Mark;
use dan_van_kheo::record;
use dan_van_kheo::summary::pdf::{self, Carried};
use unicode_normalization::UnicodeNormalization as _;

/// An engine with the unit list.
pub fn engine() -> Engine {
    let mut engine = Engine::new(|text| text.nfc().collect()).unwrap();
    engine.load_units(include_bytes!("../../data/units.json")).unwrap();
    engine
}

/// The PDF of a record as the form hands it over, and the record that it must carry.
pub fn exported(engine: &Engine, tree: &Json, kind: &str) -> Option<(Vec<u8>, String)> {
    let portal = include_str!("../../www/portal.json");
    let options = format!(r#"{{"today":"2026-06-01","kind":"{kind}","portal":{portal}}}"#);
    let (record, digest) = engine.export(tree.to_text().as_bytes(), options.as_bytes(), "").ok()?;
    let text = record::canonical(&record);
    let parcel = engine.parcel(text.as_bytes(), options.as_bytes()).unwrap();
    assert_eq!((record::canonical(&parcel.record), &parcel.digest), (text.clone(), &digest), "what was handed over once stays as it is");
    let mark = Mark { id: record.id.clone(), revision: record.revision, digest };
    let carried = Carried { mark, record: text.clone().into(), report: parcel.report.to_text().into() };
    Some((pdf::export(&parcel.document, Some(&carried)).unwrap().bytes, text))
}

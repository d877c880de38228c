//! Many files made one list: they are handed over one by one, so that the page stays alive between them.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::{Core, busy, object, thrown};
use crate::engine::Engine;
use crate::json::Json;
use crate::rollup::{self, csv, list, totals};

/// A list in the making.
#[wasm_bindgen]
pub struct RollUp {
    engine: Rc<RefCell<Engine>>,
    rolled: rollup::RollUp,
}

#[wasm_bindgen]
impl Core {
    /// An empty list.
    #[wasm_bindgen(js_name = rollUp)]
    pub fn roll_up(&self) -> RollUp {
        RollUp { engine: self.engine.clone(), rolled: rollup::RollUp::default() }
    }
}

#[wasm_bindgen]
impl RollUp {
    /// Takes in the text of a saved file; one that cannot be read is listed with the reason.
    pub fn add(&mut self, file: &str, text: &[u8]) -> Result<(), JsValue> {
        match self.engine.try_borrow().map_err(|_| busy())?.parse(text) {
            Ok(record) => self.rolled.add(file, record),
            Err(refusal) => {
                let why = refusal.to_json();
                self.rolled.refuse(file, why.get("message").and_then(Json::text).unwrap_or_default());
            }
        }
        Ok(())
    }

    /// Takes in a file that could not be read, with the reason.
    pub fn refuse(&mut self, file: &str, why: &str) {
        self.rolled.refuse(file, why);
    }

    /// What came of the files: `{ count, columns, totals, emptyFields, aside, refused, namesakes }`.
    pub fn result(&self) -> JsValue {
        let text = |name: &str, text: &str| (name.to_owned(), Json::from(text));
        let table = |rows: Vec<Vec<String>>| Json::List(rows.iter().map(|row| Json::texts(row)).collect());
        let aside = self.rolled.aside().iter().map(|one| {
            let [revision, counted] = one.revisions.map(|revision| Json::Number(revision as f64));
            Json::Object(vec![
                text("file", &one.file),
                text("forFile", &one.for_file),
                text("reason", one.reason.name()),
                ("revision".to_owned(), revision),
                ("forRevision".to_owned(), counted),
            ])
        });
        let refused = self.rolled.refused().iter().map(|one| Json::Object(vec![text("file", &one.file), text("why", &one.why)]));
        let namesakes =
            self.rolled.namesakes().into_iter().map(|(name, files)| Json::Object(vec![text("name", &name), ("files".to_owned(), Json::texts(&files))]));
        object(&Json::Object(vec![
            ("count".to_owned(), Json::Number(self.rolled.kept().len() as f64)),
            ("columns".to_owned(), Json::texts(&totals::columns())),
            ("totals".to_owned(), table(totals::rows(&self.rolled))),
            ("emptyFields".to_owned(), Json::texts(&totals::empty_fields(&self.rolled))),
            ("aside".to_owned(), Json::List(aside.collect())),
            ("refused".to_owned(), Json::List(refused.collect())),
            ("namesakes".to_owned(), Json::List(namesakes.collect())),
        ]))
    }

    /// The list as CSV; `codes` adds columns to filter by. The guideline is one that the engine knows.
    #[wasm_bindgen(js_name = listCsv)]
    pub fn list_csv(&self, codes: bool, guideline: &str) -> Result<String, JsValue> {
        let rules = self.engine.try_borrow().map_err(|_| busy())?.rules(guideline).map_err(thrown)?;
        let mut rows = vec![list::columns(codes)];
        rows.extend(list::rows(&self.rolled, codes, rules.guideline()));
        Ok(csv::write(&rows))
    }

    /// The totals as CSV.
    #[wasm_bindgen(js_name = totalsCsv)]
    pub fn totals_csv(&self) -> String {
        let mut rows = vec![totals::columns()];
        rows.extend(totals::rows(&self.rolled));
        csv::write(&rows)
    }
}

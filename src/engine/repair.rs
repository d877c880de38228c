//! A text that was pasted, repaired: for the API and for the form.

use super::{Engine, Refusal};
use crate::json::{Json, Limits, Problem};
use crate::messages::repairs;
use crate::text::clean::clean;
use crate::text::legacy::{self, Repair};

impl Engine {
    /// Repairs a text: `{ text, encoding, confidence, losses }`.
    ///
    /// # Errors
    /// `too-big`
    pub fn repair(&self, text: &str) -> Result<Json, Refusal> {
        let most = Limits::default().bytes;
        if text.len() > most {
            return Err(Problem { code: "too-big", found: text.len().to_string(), expected: most.to_string(), ..Problem::default() }.into());
        }
        let repair = legacy::repair(text, &self.nfc);
        Ok(Json::Object(vec![
            ("text".to_owned(), repair.text.as_str().into()),
            ("encoding".to_owned(), repair.encoding.name().into()),
            ("confidence".to_owned(), Json::Number(repair.confidence)),
            ("losses".to_owned(), losses(&repair)),
        ]))
    }

    /// The repair of what stands in a box, where there is something to offer: more than what cleaning does unasked. `{ text, what, sure, losses }`, all for people.
    #[must_use]
    pub fn offer(&self, typed: &str) -> Option<Json> {
        if typed.len() > Limits::default().bytes {
            return None;
        }
        let repair = legacy::repair(typed, &self.nfc);
        let text = clean(&repair.text, &self.nfc);
        legacy::is_worth(&clean(typed, &self.nfc), &text).then(|| {
            Json::Object(vec![
                ("text".to_owned(), text.into()),
                ("what".to_owned(), repairs::recognised(repair.encoding).into()),
                ("sure".to_owned(), repairs::sure(repair.confidence).into()),
                ("losses".to_owned(), losses(&repair)),
            ])
        })
    }
}

fn losses(repair: &Repair) -> Json {
    Json::List(repair.losses.iter().map(|loss| repairs::loss(loss).into()).collect())
}

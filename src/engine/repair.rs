//! A text that was pasted, repaired: for the API and for the form.

use super::{Engine, Refusal, messages};
use crate::json::{Json, Limits, Problem};
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
        Ok(told(&legacy::repair(text, &self.nfc)))
    }

    /// The repair of what stands in a box, where there is something to offer: more than what cleaning does unasked.
    #[must_use]
    pub fn offer(&self, typed: &str) -> Option<Json> {
        if typed.len() > Limits::default().bytes {
            return None;
        }
        let mut repair = legacy::repair(typed, &self.nfc);
        repair.text = clean(&repair.text, &self.nfc);
        legacy::is_worth(&clean(typed, &self.nfc), &repair.text).then(|| told(&repair))
    }
}

fn told(repair: &Repair) -> Json {
    let losses = repair.losses.iter().map(|loss| messages::loss(loss).into()).collect();
    Json::Object(vec![
        ("text".to_owned(), repair.text.as_str().into()),
        ("encoding".to_owned(), repair.encoding.name().into()),
        ("confidence".to_owned(), Json::Number(repair.confidence)),
        ("losses".to_owned(), Json::List(losses)),
    ])
}

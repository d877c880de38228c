//! The words of the interface as one form says them: Vietnamese, another language's file over it, the portal's own wording over both.
//!
//! Keys: the name of a sentence (`button.next`); `/model/name` for a label, `/model/name@individual` for a person's, `/model/name?` for its help;
//! `/model/field=economy` for a choice; `/model/targets/*` for a row of a list.

use super::dom::VI;
use crate::json::{Json, pointer};
use crate::messages::{self, Say};
use crate::record::fields;

/// The words of one form.
pub struct Wording {
    /// Language of the interface, as `lang` names it.
    pub lang: String,
    /// What is not said by the Vietnamese sentence: key and text.
    own: Vec<(String, Json)>,
}

impl Wording {
    /// Reads `lang` and `texts` of a setup.
    pub fn of(setup: &Json) -> Wording {
        let lang = setup.get("lang").and_then(Json::text).unwrap_or(VI).to_owned();
        Wording { lang, own: setup.get("texts").and_then(Json::members).cloned().unwrap_or_default() }
    }

    fn own(&self, key: &str) -> Option<&str> {
        self.own.iter().find(|(known, _)| known == key)?.1.text()
    }

    /// A sentence.
    pub fn say(&self, sentence: Say) -> &str {
        self.own(sentence.name()).unwrap_or_else(|| sentence.vi())
    }

    /// A sentence with its placeholders filled.
    pub fn fill(&self, sentence: Say, with: &[(&str, &str)]) -> String {
        let mut text = self.say(sentence).to_owned();
        for (name, value) in with {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    /// Label of the field at a path, where it is not the Vietnamese one.
    pub fn label(&self, path: &str, individual: bool) -> Option<&str> {
        let own = if individual { self.own(&[path, "@individual"].concat()) } else { None };
        // A member inside a place is called as the place.
        own.or_else(|| self.own(fields::at(path).map_or(path, |field| field.path))).or_else(|| self.own(&pointer::pattern(path)))
    }

    /// Help of the field at a path.
    pub fn help(&self, path: &str) -> &str {
        self.own(&(pointer::pattern(path) + "?")).unwrap_or_else(|| messages::help(path))
    }

    /// Name of a value of the choice at a path (with `*` for rows).
    pub fn choice<'a>(&'a self, path: &str, value: &'a str) -> &'a str {
        self.own(&[path, "=", value].concat()).unwrap_or_else(|| messages::choice(path, value))
    }

    /// What a row of a list is called.
    pub fn row(&self, list: &str) -> &str {
        self.own(&[list, "/*"].concat()).unwrap_or_else(|| messages::row_name(list))
    }
}

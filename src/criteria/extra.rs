//! Fields that a guideline adds: whether what stands there is what they hold, and on which step they are.

use crate::guideline::{ExtraField, ExtraType};
use crate::json::{Json, Named, pointer};
use crate::record::{FieldError, TEXT, rules};
use crate::text::date::Date;

use super::Subject;

/// The field errors of a record with those of the added fields, which stand behind the others; the subject learns which boxes they are of.
pub fn errors(subject: &mut Subject<'_>, mut errors: Vec<FieldError>) -> Vec<FieldError> {
    for field in &subject.rules.guideline().extra_fields {
        let path = format!("/extra/{}", field.id);
        for error in errors.iter_mut().filter(|error| error.path == path) {
            error.step = field.step;
        }
        let Some(value) = pointer::get(subject.record, &path).filter(|value| !value.is_blank()) else { continue };
        let Some(code) = fault(field, value) else { continue };
        let data = if code == "too-long" {
            Named(vec![("max".to_owned(), Json::Number(TEXT as f64))])
        } else {
            Named(vec![("typed".to_owned(), value.text().map_or_else(|| value.excerpt(), str::to_owned).into())])
        };
        errors.push(FieldError { path, step: field.step, code: code.to_owned(), message: String::new(), data });
    }
    subject.refused = errors.iter().map(|error| error.path.clone()).collect();
    errors
}

/// What is wrong with a value in the box of a field.
fn fault(field: &ExtraField, value: &Json) -> Option<&'static str> {
    let long = |value: &Json| value.text().is_some_and(|text| text.len() > TEXT as usize && text.chars().count() > TEXT as usize);
    match (field.holds, value) {
        (ExtraType::Text | ExtraType::LongText, value) if long(value) => Some("too-long"),
        (ExtraType::Number, Json::Number(number)) => rules::figure(number.abs()).is_err().then_some("out-of-range"),
        (_, value) if holds(field, value) => None,
        (ExtraType::Year, Json::Number(_)) => Some("out-of-range"),
        (ExtraType::Date, Json::Text(day)) if is_iso_like(day) => Some("no-such-date"),
        _ => Some("unread"),
    }
}

/// “2026-02-30”: written as a day is kept, and no day.
fn is_iso_like(text: &str) -> bool {
    text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
}

/// Whether a value is of the field's type.
fn holds(field: &ExtraField, value: &Json) -> bool {
    let offered = |value: &Json| value.text().is_some_and(|text| field.options.iter().any(|option| option == text));
    match field.holds {
        ExtraType::Text | ExtraType::LongText => value.text().is_some(),
        ExtraType::Number => value.number().is_some(),
        ExtraType::Year => value.number().is_some_and(|year| year.trunc() == year && (1900.0..=2199.0).contains(&year)),
        ExtraType::Date => value.text().is_some_and(|text| Date::from_iso(text).is_some()),
        ExtraType::Tick => matches!(value, Json::Bool(_)),
        ExtraType::Choice => offered(value),
        ExtraType::Choices => value.rows().is_some_and(|rows| rows.iter().all(offered)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn field(holds_: &str, value: &str, fits: bool) {
        use crate::json::shape::read_shape;
        use crate::json::{Limits, read};
        let text = format!(r#"{{"id":"a","type":"{holds_}","label":"A","step":"model","options":["x","y"]}}"#);
        let field: ExtraField = read_shape(&read(text.as_bytes(), Limits::default()).unwrap()).unwrap();
        assert_eq!(holds(&field, &read(value.as_bytes(), Limits::default()).unwrap()), fits, "{holds_} {value}");
    }

    #[test]
    fn each_type() {
        field("number", "3", true);
        field("number", "\"3 buổi\"", false);
        field("year", "1998", true);
        field("year", "20260", false);
        field("date", "\"2026-03-10\"", true);
        field("date", "\"10/03/2026\"", false);
        field("tick", "true", true);
        field("tick", "\"có\"", false);
        field("choice", "\"x\"", true);
        field("choice", "\"z\"", false);
        field("choices", "[\"x\",\"y\"]", true);
        field("choices", "[\"x\",\"z\"]", false);
        field("long-text", "5", false);
    }
}

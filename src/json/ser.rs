//! Rust type → tree.

use serde::ser::{self, Serialize};

use super::never::Never;
use super::{Json, Members};

/// Writes a Rust type as a tree.
///
/// A number that is not finite gives `null`; a key that is not text is written as its JSON text.
#[must_use]
pub fn tree<T: Serialize + ?Sized>(value: &T) -> Json {
    let Ok(tree) = value.serialize(Writer);
    tree
}

struct Writer;

macro_rules! numbers {
    ($($method:ident: $number:ty),*) => {$(
        fn $method(self, number: $number) -> Result<Json, Never> { Ok(Json::Number(number as f64)) }
    )*};
}

impl ser::Serializer for Writer {
    type Ok = Json;
    type Error = Never;
    type SerializeSeq = Rows;
    type SerializeTuple = Rows;
    type SerializeTupleStruct = Rows;
    type SerializeTupleVariant = Rows;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Entries;

    // One macro for the nine number types, which differ only in their names.
    numbers!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);

    fn serialize_f32(self, number: f32) -> Result<Json, Never> {
        self.serialize_f64(f64::from(number))
    }
    fn serialize_f64(self, number: f64) -> Result<Json, Never> {
        Ok(if number.is_finite() { Json::Number(number) } else { Json::Null })
    }
    fn serialize_bool(self, flag: bool) -> Result<Json, Never> {
        Ok(Json::Bool(flag))
    }
    fn serialize_char(self, c: char) -> Result<Json, Never> {
        Ok(Json::Text(c.to_string()))
    }
    fn serialize_str(self, text: &str) -> Result<Json, Never> {
        Ok(Json::Text(text.to_owned()))
    }
    fn serialize_bytes(self, bytes: &[u8]) -> Result<Json, Never> {
        Ok(Json::List(bytes.iter().map(|byte| Json::Number(f64::from(*byte))).collect()))
    }
    fn serialize_none(self) -> Result<Json, Never> {
        Ok(Json::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Json, Never> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<Json, Never> {
        Ok(Json::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<Json, Never> {
        Ok(Json::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Json, Never> {
        Ok(variant.into())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Json, Never> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, variant: &'static str, value: &T) -> Result<Json, Never> {
        Ok(Json::Object(vec![(variant.to_owned(), tree(value))]))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Rows, Never> {
        Ok(Rows::default())
    }
    fn serialize_tuple(self, _: usize) -> Result<Rows, Never> {
        Ok(Rows::default())
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Rows, Never> {
        Ok(Rows::default())
    }
    fn serialize_tuple_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Rows, Never> {
        Ok(Rows { rows: Vec::new(), variant: Some(variant) })
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Entries, Never> {
        Ok(Entries::default())
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries, Never> {
        Ok(Entries::default())
    }
    fn serialize_struct_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Result<Entries, Never> {
        Ok(Entries { variant: Some(variant), ..Entries::default() })
    }
}

/// A list under way; with a name, it is the content of an enum's variant.
#[derive(Default)]
struct Rows {
    rows: Vec<Json>,
    variant: Option<&'static str>,
}

impl Rows {
    // One copy for all types.
    #[inline(never)]
    fn push(&mut self, row: Json) {
        self.rows.push(row);
    }
}

macro_rules! rows {
    ($($kind:ident::$method:ident),*) => {$(
        impl ser::$kind for Rows {
            type Ok = Json;
            type Error = Never;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                self.push(tree(value));
                Ok(())
            }
            fn end(self) -> Result<Json, Never> {
                Ok(named(self.variant, Json::List(self.rows)))
            }
        }
    )*};
}
// serde has four traits for “a list of values”.
rows!(SerializeSeq::serialize_element, SerializeTuple::serialize_element, SerializeTupleStruct::serialize_field, SerializeTupleVariant::serialize_field);

/// An object under way; with a name, it is the content of an enum's variant.
#[derive(Default)]
struct Entries {
    members: Members,
    key: Json,
    variant: Option<&'static str>,
}

impl Entries {
    // One copy for all types.
    #[inline(never)]
    fn push(&mut self, key: &str, value: Json) {
        self.members.push((key.to_owned(), value));
    }
}

fn named(variant: Option<&'static str>, content: Json) -> Json {
    match variant {
        Some(variant) => Json::Object(vec![(variant.to_owned(), content)]),
        None => content,
    }
}

impl ser::SerializeMap for Entries {
    type Ok = Json;
    type Error = Never;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.key = tree(key);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        let key = match std::mem::take(&mut self.key) {
            Json::Text(key) => key,
            other => other.to_text(),
        };
        self.push(&key, tree(value));
        Ok(())
    }
    fn end(self) -> Result<Json, Never> {
        Ok(Json::Object(self.members))
    }
}

macro_rules! entries {
    ($($kind:ident),*) => {$(
        impl ser::$kind for Entries {
            type Ok = Json;
            type Error = Never;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Never> {
                self.push(key, tree(value));
                Ok(())
            }
            fn end(self) -> Result<Json, Never> {
                Ok(named(self.variant, Json::Object(self.members)))
            }
        }
    )*};
}
// serde has two traits for “named members”.
entries!(SerializeStruct, SerializeStructVariant);

//! Rust type → tree.

use std::fmt;

use serde::ser::{self, Serialize};

use super::{Json, Members};

/// Writes a Rust type as a tree.
///
/// A type that JSON cannot say (a map with keys that are not text, a number that is not finite) gives `null` in its place; the crate has none.
#[must_use]
pub fn tree<T: Serialize + ?Sized>(value: &T) -> Json {
    value.serialize(Writer).unwrap_or_default()
}

/// Something that JSON cannot say.
#[derive(Debug)]
pub struct Unsayable;

impl fmt::Display for Unsayable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not sayable in JSON")
    }
}
impl std::error::Error for Unsayable {}
impl ser::Error for Unsayable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unsayable
    }
}

struct Writer;

macro_rules! numbers {
    ($($method:ident: $number:ty),*) => {$(
        fn $method(self, number: $number) -> Result<Json, Unsayable> { Ok(Json::Number(number as f64)) }
    )*};
}

impl ser::Serializer for Writer {
    type Ok = Json;
    type Error = Unsayable;
    type SerializeSeq = Rows;
    type SerializeTuple = Rows;
    type SerializeTupleStruct = Rows;
    type SerializeTupleVariant = Rows;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Entries;

    // One macro for the nine number types, which differ only in their names.
    numbers!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);

    fn serialize_f32(self, number: f32) -> Result<Json, Unsayable> {
        self.serialize_f64(f64::from(number))
    }
    fn serialize_f64(self, number: f64) -> Result<Json, Unsayable> {
        Ok(if number.is_finite() { Json::Number(number) } else { Json::Null })
    }
    fn serialize_bool(self, flag: bool) -> Result<Json, Unsayable> {
        Ok(Json::Bool(flag))
    }
    fn serialize_char(self, c: char) -> Result<Json, Unsayable> {
        Ok(Json::Text(c.to_string()))
    }
    fn serialize_str(self, text: &str) -> Result<Json, Unsayable> {
        Ok(Json::Text(text.to_owned()))
    }
    fn serialize_bytes(self, bytes: &[u8]) -> Result<Json, Unsayable> {
        Ok(Json::List(bytes.iter().map(|byte| Json::Number(f64::from(*byte))).collect()))
    }
    fn serialize_none(self) -> Result<Json, Unsayable> {
        Ok(Json::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Json, Unsayable> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<Json, Unsayable> {
        Ok(Json::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<Json, Unsayable> {
        Ok(Json::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Json, Unsayable> {
        Ok(variant.into())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Json, Unsayable> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, variant: &'static str, value: &T) -> Result<Json, Unsayable> {
        Ok(Json::Object(vec![(variant.to_owned(), value.serialize(Writer)?)]))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Rows, Unsayable> {
        Ok(Rows(Vec::new()))
    }
    fn serialize_tuple(self, _: usize) -> Result<Rows, Unsayable> {
        Ok(Rows(Vec::new()))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Rows, Unsayable> {
        Ok(Rows(Vec::new()))
    }
    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Rows, Unsayable> {
        Err(Unsayable)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Entries, Unsayable> {
        Ok(Entries::default())
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries, Unsayable> {
        Ok(Entries::default())
    }
    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Entries, Unsayable> {
        Err(Unsayable)
    }
}

struct Rows(Vec<Json>);

macro_rules! rows {
    ($($kind:ident::$method:ident),*) => {$(
        impl ser::$kind for Rows {
            type Ok = Json;
            type Error = Unsayable;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsayable> {
                self.0.push(value.serialize(Writer)?);
                Ok(())
            }
            fn end(self) -> Result<Json, Unsayable> {
                Ok(Json::List(self.0))
            }
        }
    )*};
}
// serde has four traits for “a list of values”.
rows!(SerializeSeq::serialize_element, SerializeTuple::serialize_element, SerializeTupleStruct::serialize_field, SerializeTupleVariant::serialize_field);

#[derive(Default)]
struct Entries {
    members: Members,
    key: Option<String>,
}

impl ser::SerializeMap for Entries {
    type Ok = Json;
    type Error = Unsayable;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsayable> {
        let Json::Text(key) = key.serialize(Writer)? else { return Err(Unsayable) };
        self.key = Some(key);
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsayable> {
        let key = self.key.take().ok_or(Unsayable)?;
        self.members.push((key, value.serialize(Writer)?));
        Ok(())
    }
    fn end(self) -> Result<Json, Unsayable> {
        Ok(Json::Object(self.members))
    }
}

macro_rules! entries {
    ($($kind:ident),*) => {$(
        impl ser::$kind for Entries {
            type Ok = Json;
            type Error = Unsayable;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unsayable> {
                self.members.push((key.to_owned(), value.serialize(Writer)?));
                Ok(())
            }
            fn end(self) -> Result<Json, Unsayable> {
                Ok(Json::Object(self.members))
            }
        }
    )*};
}
// serde has two traits for “named members”.
entries!(SerializeStruct, SerializeStructVariant);

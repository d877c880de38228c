//! Tree → Rust type, with the path of whatever does not fit.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Visitor};
use serde::forward_to_deserialize_any;

use super::{Json, Members, Problem, pointer};

/// Reads a Rust type from a tree.
///
/// # Errors
/// The first [`Problem`]: `wrong-type`, `unknown-choice`, `missing`, `unknown-member`, or `wrong-shape` when a type says no more.
pub fn typed<T: DeserializeOwned>(tree: &Json) -> Result<T, Problem> {
    T::deserialize(tree).map_err(|fault| {
        let Trace { mut problem, mut steps } = *fault.0;
        steps.reverse();
        problem.path = pointer::join(&steps);
        problem
    })
}

/// A problem on its way out; every level adds its step. Boxed, because each of hundreds of reading functions carries it in its result.
#[derive(Debug)]
pub struct Fault(Box<Trace>);

#[derive(Debug)]
struct Trace {
    problem: Problem,
    steps: Vec<String>,
}

impl Fault {
    fn new(code: &'static str, found: String, expected: String) -> Self {
        Fault(Box::new(Trace { problem: Problem { code, found, expected, ..Problem::default() }, steps: Vec::new() }))
    }
    fn at(mut self, step: &str) -> Self {
        self.0.steps.push(step.to_owned());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0.problem.code)
    }
}
impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(text: T) -> Self {
        Fault::new("wrong-shape", text.to_string(), String::new())
    }
    fn invalid_type(found: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Fault::new("wrong-type", found.to_string(), String::new())
    }
    fn invalid_value(found: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Fault::new("wrong-type", found.to_string(), String::new())
    }
    fn invalid_length(length: usize, _: &dyn de::Expected) -> Self {
        Fault::new("wrong-shape", length.to_string(), String::new())
    }
    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Fault::new("unknown-choice", variant.to_owned(), expected.join(", "))
    }
    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Fault::new("unknown-member", field.to_owned(), expected.join(", ")).at(field)
    }
    fn missing_field(field: &'static str) -> Self {
        Fault::new("missing", String::new(), String::new()).at(field)
    }
    fn duplicate_field(field: &'static str) -> Self {
        Fault::new("duplicate-key", field.to_owned(), String::new()).at(field)
    }
}

fn mismatch(found: &Json, expected: &'static str) -> Fault {
    Fault::new("wrong-type", found.excerpt(), expected.to_owned())
}

macro_rules! whole_numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            match self {
                Json::Number(number) if number.trunc() == *number && number.abs() < 9.0e15 => visitor.visit_i64(*number as i64),
                other => Err(mismatch(other, "whole-number")),
            }
        }
    )*};
}

impl<'de> de::Deserializer<'de> for &'de Json {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            Json::Null => visitor.visit_unit(),
            Json::Bool(flag) => visitor.visit_bool(*flag),
            Json::Number(number) if number.trunc() == *number && number.abs() < 9.0e15 => visitor.visit_i64(*number as i64),
            Json::Number(number) => visitor.visit_f64(*number),
            Json::Text(text) => visitor.visit_borrowed_str(text),
            Json::List(rows) => visitor.visit_seq(Rows { rows: rows.iter().enumerate() }),
            Json::Object(members) => visitor.visit_map(Entries { members: members.iter(), value: None }),
        }
    }
    // One macro for the eight integer types, which differ only in their names.
    whole_numbers!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::Number(number) = self else { return Err(mismatch(self, "number")) };
        visitor.visit_f64(*number)
    }
    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_f64(visitor)
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::Bool(flag) = self else { return Err(mismatch(self, "true-false")) };
        visitor.visit_bool(*flag)
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::Text(text) = self else { return Err(mismatch(self, "text")) };
        visitor.visit_borrowed_str(text)
    }
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::List(rows) = self else { return Err(mismatch(self, "list")) };
        visitor.visit_seq(Rows { rows: rows.iter().enumerate() })
    }
    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_seq(visitor)
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Json::Object(members) = self else { return Err(mismatch(self, "object")) };
        visitor.visit_map(Entries { members: members.iter(), value: None })
    }
    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, choices: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        let Json::Text(text) = self else { return Err(Fault::new("wrong-type", self.excerpt(), choices.join(", "))) };
        visitor.visit_enum(StrDeserializer::new(text))
    }
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }
    forward_to_deserialize_any! { char bytes byte_buf unit unit_struct tuple_struct ignored_any i128 u128 }
}

struct Rows<'de> {
    rows: std::iter::Enumerate<std::slice::Iter<'de, Json>>,
}

impl<'de> de::SeqAccess<'de> for Rows<'de> {
    type Error = Fault;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some((at, row)) = self.rows.next() else { return Ok(None) };
        seed.deserialize(row).map(Some).map_err(|fault| fault.at(&at.to_string()))
    }
}

struct Entries<'de> {
    members: std::slice::Iter<'de, (String, Json)>,
    value: Option<&'de (String, Json)>,
}

impl<'de> de::MapAccess<'de> for Entries<'de> {
    type Error = Fault;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        self.value = self.members.next();
        let Some((key, _)) = self.value else { return Ok(None) };
        seed.deserialize(StrDeserializer::new(key)).map(Some)
    }
    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Fault> {
        let Some((key, value)) = self.value.take() else { return Err(Fault::new("wrong-shape", String::new(), String::new())) };
        seed.deserialize(value).map_err(|fault| fault.at(key))
    }
}

impl<'de> de::Deserialize<'de> for Json {
    fn deserialize<D: de::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AsIs)
    }
}

struct AsIs;

impl<'de> Visitor<'de> for AsIs {
    type Value = Json;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Bool(flag))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }
    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }
    fn visit_seq<A: de::SeqAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = from.next_element()? {
            rows.push(row);
        }
        Ok(Json::List(rows))
    }
    fn visit_map<A: de::MapAccess<'de>>(self, mut from: A) -> Result<Json, A::Error> {
        let mut members = Members::new();
        while let Some(member) = from.next_entry()? {
            members.push(member);
        }
        Ok(Json::Object(members))
    }
}

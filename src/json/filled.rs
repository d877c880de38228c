//! Tree → Rust type through serde's generated code, with every problem, for types whose members may all be absent: the record.
//!
//! What is absent, and what is of another kind, reads as empty: "", 0, no rows, no choice. So the generated code meets no error, ever (see [`Never`]).

use std::marker::PhantomData;

use serde::de::value::StrDeserializer;
use serde::de::{self, Deserialize, DeserializeOwned, DeserializeSeed, Visitor};

use super::never::Never;
use super::shape::Reader;
use super::{Json, Problem};

/// Reads a type from a tree. Not for types with `flatten`, `tag` or `untagged`, nor with required members: what is absent is no problem here.
///
/// # Errors
/// Every problem, in the order of the type's members: `wrong-type`, `unknown-choice`.
pub fn filled<T: DeserializeOwned>(tree: &Json) -> Result<T, Vec<Problem>> {
    let mut at = Reader::default();
    let value = fill(tree, &mut at);
    if at.problems.is_empty() { Ok(value) } else { Err(at.problems) }
}

/// Reads a type at the place where a reading stands.
pub fn fill<T: DeserializeOwned>(from: &Json, at: &mut Reader) -> T {
    let Ok(value) = T::deserialize(Place { from: Some(from), at });
    value
}

/// What stands at the place where the reading stands; `None` where nothing does, or something of another kind that was told already.
struct Place<'de, 'at> {
    from: Option<&'de Json>,
    at: &'at mut Reader,
}

// Kept out of line: the readers of all types call them.
impl<'de> Place<'de, '_> {
    #[inline(never)]
    fn mismatch(&mut self, expected: &[&str]) {
        if let Some(found) = self.from {
            self.at.mismatch(found, expected);
        }
    }
    #[inline(never)]
    fn text(mut self) -> &'de str {
        let Some(Json::Text(text)) = self.from else {
            self.mismatch(&["text"]);
            return "";
        };
        text
    }
    #[inline(never)]
    fn flag(mut self) -> bool {
        let Some(Json::Bool(flag)) = self.from else {
            self.mismatch(&["true-false"]);
            return false;
        };
        *flag
    }
    #[inline(never)]
    fn number(mut self) -> f64 {
        let Some(Json::Number(number)) = self.from else {
            self.mismatch(&["number"]);
            return 0.0;
        };
        *number
    }
    #[inline(never)]
    fn whole(mut self, least: f64, most: f64) -> i64 {
        match self.from {
            Some(Json::Number(number)) if number.trunc() == *number && *number >= least && *number <= most && number.abs() < 9.0e15 => *number as i64,
            _ => {
                self.mismatch(&["whole-number"]);
                0
            }
        }
    }
    #[inline(never)]
    fn rows(&mut self) -> &'de [Json] {
        let Some(Json::List(rows)) = self.from else {
            self.mismatch(&["list"]);
            return &[];
        };
        rows
    }
    #[inline(never)]
    fn members(&mut self) -> &'de [(String, Json)] {
        let Some(Json::Object(members)) = self.from else {
            self.mismatch(&["object"]);
            return &[];
        };
        members
    }
    #[inline(never)]
    fn choice(self, choices: &'static [&'static str]) -> &'static str {
        let place = self.from.map_or(0, |from| self.at.choice(from, choices));
        choices.get(place).copied().unwrap_or_default()
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $number:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(self.whole($number::MIN as f64, $number::MAX as f64) as $number)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for Place<'de, '_> {
    type Error = Never;

    // One macro for the eight integer types, which differ only in their names.
    whole_numbers! {
        deserialize_i8 visit_i8 i8 deserialize_i16 visit_i16 i16 deserialize_i32 visit_i32 i32 deserialize_i64 visit_i64 i64
        deserialize_u8 visit_u8 u8 deserialize_u16 visit_u16 u16 deserialize_u32 visit_u32 u32 deserialize_u64 visit_u64 u64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        match self.from {
            None | Some(Json::Null) => visitor.visit_unit(),
            Some(Json::Bool(flag)) => visitor.visit_bool(*flag),
            Some(Json::Number(number)) => visitor.visit_f64(*number),
            Some(Json::Text(text)) => visitor.visit_borrowed_str(text),
            Some(Json::List(_)) => self.deserialize_seq(visitor),
            Some(Json::Object(_)) => self.deserialize_map(visitor),
        }
    }
    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_f64(self.number())
    }
    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_f32(self.number() as f32)
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.flag())
    }
    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_char(self.text().chars().next().unwrap_or_default())
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }
    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_bytes(self.text().as_bytes())
    }
    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_bytes(self.text().as_bytes())
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.from.is_none() { visitor.visit_none() } else { visitor.visit_some(self) }
    }
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }
    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Rows { rows: self.rows(), next: 0, endless: false, at: self.at })
    }
    fn deserialize_tuple<V: Visitor<'de>>(mut self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Rows { rows: self.rows(), next: 0, endless: true, at: self.at })
    }
    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, length: usize, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_tuple(length, visitor)
    }
    fn deserialize_map<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_map(Entries { members: self.members().iter(), value: None, at: self.at })
    }
    fn deserialize_struct<V: Visitor<'de>>(mut self, _: &'static str, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        // As a sequence, whose generated reader is half as long as that of a map.
        visitor.visit_seq(Fields { members: self.members(), fields: fields.iter(), at: self.at })
    }
    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, choices: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_enum(StrDeserializer::new(self.choice(choices)))
    }
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_str(visitor)
    }
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }
}

/// The members of a struct, in its order; never fewer than it asks for.
struct Fields<'de, 'at> {
    members: &'de [(String, Json)],
    fields: std::slice::Iter<'static, &'static str>,
    at: &'at mut Reader,
}

impl<'de> Fields<'de, '_> {
    #[inline(never)]
    fn step(&mut self) -> Option<&'de Json> {
        let name = self.fields.next().copied().unwrap_or_default();
        self.at.enter(name);
        self.members.iter().find_map(|(key, value)| (key == name).then_some(value))
    }
    #[inline(never)]
    fn next<T: DeserializeSeed<'de>>(&mut self, seed: T) -> T::Value {
        let from = self.step();
        let Ok(value) = seed.deserialize(Place { from, at: self.at });
        self.at.leave();
        value
    }
}

impl<'de> de::SeqAccess<'de> for Fields<'de, '_> {
    type Error = Never;
    // Both inlined, so that the generated code for a member that does not come falls away.
    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        Ok(Some(self.next(seed)))
    }
    #[inline(always)]
    fn next_element<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, Never> {
        Ok(Some(self.next(PhantomData)))
    }
}

struct Rows<'de, 'at> {
    rows: &'de [Json],
    next: usize,
    endless: bool,
    at: &'at mut Reader,
}

impl<'de> Rows<'de, '_> {
    #[inline(never)]
    fn step(&mut self) -> Option<Option<&'de Json>> {
        let from = self.rows.get(self.next);
        if from.is_none() && !self.endless {
            return None;
        }
        self.at.enter(&self.next.to_string());
        self.next += 1;
        Some(from)
    }
}

impl<'de> de::SeqAccess<'de> for Rows<'de, '_> {
    type Error = Never;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        let Some(from) = self.step() else { return Ok(None) };
        let value = seed.deserialize(Place { from, at: self.at })?;
        self.at.leave();
        Ok(Some(value))
    }
}

struct Entries<'de, 'at> {
    members: std::slice::Iter<'de, (String, Json)>,
    value: Option<&'de Json>,
    at: &'at mut Reader,
}

impl<'de> de::MapAccess<'de> for Entries<'de, '_> {
    type Error = Never;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Never> {
        let Some((key, value)) = self.members.next() else { return Ok(None) };
        self.value = Some(value);
        self.at.enter(key);
        seed.deserialize(StrDeserializer::new(key)).map(Some)
    }
    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Never> {
        let value = seed.deserialize(Place { from: self.value.take(), at: self.at })?;
        self.at.leave();
        Ok(value)
    }
}

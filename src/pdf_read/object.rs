//! Tokens → objects (ISO 32000-1, 7.3).

use super::lexer::{Lexer, Token, whole};
use super::limits::{Budget, DEPTH, What};
use super::{Part, Refused};
use crate::order::sorted;

/// An object; of a stream only its dictionary.
#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    /// Nothing, or what is not there.
    Null,
    /// `true`, `false`
    Bool(bool),
    /// Any number.
    Number(f64),
    /// `/Name`
    Name(Vec<u8>),
    /// Bytes of a text.
    Text(Vec<u8>),
    /// `[…]`
    List(Vec<Object>),
    /// `<<…>>`
    Dict(Dict),
    /// `12 0 R`
    Reference(Id),
}

/// Number and generation of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id {
    /// Number.
    pub number: u32,
    /// Generation: how often the number was given anew.
    pub generation: u32,
}

/// A dictionary.
#[derive(Debug, Clone, Default)]
pub struct Dict(pub Vec<(Vec<u8>, Object)>);

impl Dict {
    /// The value of a key; of one that stands twice the last, as most programs read it.
    pub fn get(&self, key: &str) -> Option<&Object> {
        self.0.iter().rev().find_map(|(name, value)| (name.as_slice() == key.as_bytes()).then_some(value)).filter(|value| **value != Object::Null)
    }

    /// A whole number under a key.
    pub fn whole(&self, key: &str) -> Option<usize> {
        self.get(key).and_then(Object::whole)
    }

    /// Whether a name stands under a key.
    pub fn is(&self, key: &str, name: &str) -> bool {
        matches!(self.get(key), Some(Object::Name(found)) if found.as_slice() == name.as_bytes())
    }

    /// Keys and values by key; nothing when a key stands twice and programs may differ on which value counts.
    fn by_key(&self) -> Option<Vec<&(Vec<u8>, Object)>> {
        let members = sorted(self.0.iter().map(|member| (member.0.as_slice(), member)).collect());
        let twice = members.windows(2).any(|pair| matches!(pair, [one, next] if one.0 == next.0));
        (!twice).then_some(members)
    }

    /// The keys under which this one differs from another; nothing when a key stands twice.
    pub fn differs<'a>(&'a self, other: &'a Dict) -> Option<Vec<&'a [u8]>> {
        let (mine, others) = (self.by_key()?, other.by_key()?);
        let has = |members: &[&(Vec<u8>, Object)], one: &(Vec<u8>, Object)| {
            let found = members.binary_search_by(|member| member.0.cmp(&one.0));
            found.ok().and_then(|at| members.get(at)).is_some_and(|member| member.1 == one.1)
        };
        let changed = mine.iter().filter(|one| !has(&others, one)).chain(others.iter().filter(|one| !has(&mine, one)));
        Some(changed.map(|(key, _)| key.as_slice()).collect())
    }
}

/// Whatever the order of the keys.
impl PartialEq for Dict {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.by_key().is_some_and(|mine| other.by_key().is_some_and(|others| mine == others))
    }
}

impl Object {
    /// The dictionary, if it is one.
    pub fn dict(&self) -> Option<&Dict> {
        if let Object::Dict(dict) = self { Some(dict) } else { None }
    }

    /// The rows, if it is a list.
    pub fn list(&self) -> Option<&[Object]> {
        if let Object::List(rows) = self { Some(rows) } else { None }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        if let Object::Number(number) = self { Some(*number) } else { None }
    }

    /// The number, if it is whole and not negative.
    pub fn whole(&self) -> Option<usize> {
        self.number().and_then(whole)
    }

    /// The bytes, if it is text.
    pub fn text(&self) -> Option<&[u8]> {
        if let Object::Text(text) = self { Some(text) } else { None }
    }

    /// The reference, if it is one.
    pub fn reference(&self) -> Option<Id> {
        if let Object::Reference(id) = self { Some(*id) } else { None }
    }
}

/// Reads an object.
pub fn object(lexer: &mut Lexer<'_>, budget: &Budget) -> Result<Object, Refused> {
    let token = lexer.next()?;
    of(token, lexer, budget, DEPTH)
}

/// Reads the object that begins with a token.
fn of(token: Token<'_>, lexer: &mut Lexer<'_>, budget: &Budget, depth: usize) -> Result<Object, Refused> {
    let Some(deeper) = depth.checked_sub(1) else { return Err(Refused::Limit(What::Depth)) };
    budget.spend(What::Objects, 1)?;
    Ok(match token {
        Token::Number(number) => reference(number, lexer)?.unwrap_or(Object::Number(number)),
        Token::Name(name) => Object::Name(name),
        Token::Text(text) => Object::Text(text),
        Token::Word(b"true") => Object::Bool(true),
        Token::Word(b"false") => Object::Bool(false),
        Token::Word(b"null") => Object::Null,
        Token::ListOpens => {
            let mut rows = Vec::new();
            loop {
                match lexer.next()? {
                    Token::ListEnds => break Object::List(rows),
                    token => rows.push(of(token, lexer, budget, deeper)?),
                }
            }
        }
        Token::DictOpens => {
            let mut members = Vec::new();
            loop {
                match lexer.next()? {
                    Token::DictEnds => break Object::Dict(Dict(members)),
                    Token::Name(key) => {
                        let token = lexer.next()?;
                        members.push((key, of(token, lexer, budget, deeper)?));
                    }
                    _ => return Err(lexer.damaged(Part::Object)),
                }
            }
        }
        Token::ListEnds | Token::DictEnds | Token::Word(_) | Token::End => return Err(lexer.damaged(Part::Object)),
    })
}

/// `12 0 R`, of which 12 was read; the lexer stays where it is when it is only a number.
fn reference(number: f64, lexer: &mut Lexer<'_>) -> Result<Option<Object>, Refused> {
    let here = lexer.at;
    let id = match (whole(number), lexer.next()) {
        (Some(number), Ok(Token::Number(generation))) => whole(generation).map(|generation| (number, generation)),
        (_, Err(limit @ Refused::Limit(_))) => return Err(limit),
        _ => None,
    };
    if let Some((number, generation)) = id
        && lexer.next() == Ok(Token::Word(b"R"))
        && let (Ok(number), Ok(generation)) = (u32::try_from(number), u32::try_from(generation))
    {
        return Ok(Some(Object::Reference(Id { number, generation })));
    }
    lexer.at = here;
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Result<Object, Refused> {
        let budget = Budget::default();
        object(&mut Lexer::new(text, 0, &budget), &budget)
    }

    #[test]
    fn references_and_numbers_are_told_apart() {
        let number = |number| Object::Number(number);
        let reference = Object::Reference(Id { number: 3, generation: 0 });
        assert_eq!(read(b"[1 2 3 0 R 4 5]"), Ok(Object::List(vec![number(1.0), number(2.0), reference, number(4.0), number(5.0)])));
        assert_eq!(read(b"7 0 obj"), Ok(number(7.0)));
    }

    #[test]
    fn dictionaries_are_the_same_in_any_order() {
        assert_eq!(read(b"<</A 1/B[null]>>"), read(b"<< /B [ null ] /A 1.0 >>"));
        assert_ne!(read(b"<</A 1/B 2>>"), read(b"<</A 1/B 3>>"));
        assert_ne!(read(b"<</A 1>>"), read(b"<</A 1/B 2>>"));
    }

    #[test]
    fn differences_are_named_and_a_key_that_stands_twice_is_not_read() {
        let differs = |one: &[u8], other: &[u8]| {
            let (Object::Dict(one), Object::Dict(other)) = (read(one).unwrap(), read(other).unwrap()) else { panic!("no dictionaries") };
            one.differs(&other).map(|keys| keys.into_iter().map(<[u8]>::to_vec).collect::<Vec<_>>())
        };
        assert_eq!(differs(b"<</A 1/B 2>>", b"<</B 2/A 1>>"), Some(vec![]));
        assert_eq!(differs(b"<</A 1/B 2>>", b"<</A 3/B 2>>"), Some(vec![b"A".to_vec(), b"A".to_vec()]));
        assert_eq!(differs(b"<</A 1>>", b"<</A 1/B 2>>"), Some(vec![b"B".to_vec()]));
        assert_eq!(differs(b"<</A 1>>", b"<</A 1/A 1>>"), None);
    }

    #[test]
    fn depth_is_counted_and_ends_are_asked_for() {
        assert_eq!(read(&b"[".repeat(100_000)), Err(Refused::Limit(What::Depth)));
        assert!(matches!(read(b"[[1]"), Err(Refused::Damaged(..))));
        assert!(matches!(read(b"<</A>>"), Err(Refused::Damaged(..))));
        assert!(matches!(read(b"<<1 2>>"), Err(Refused::Damaged(..))));
        assert!(read(&[b"[".repeat(63), b"]".repeat(63)].concat()).is_ok());
    }
}

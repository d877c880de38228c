//! Bytes → tokens (ISO 32000-1, 7.2 and 7.3).

use super::limits::{Budget, What};
use super::{Part, Refused};

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub enum Token<'a> {
    /// A number.
    Number(f64),
    /// `/Name`, without the slash, `#xx` read.
    Name(Vec<u8>),
    /// `(text)` or `<hex>`.
    Text(Vec<u8>),
    /// `[`
    ListOpens,
    /// `]`
    ListEnds,
    /// `<<`
    DictOpens,
    /// `>>`
    DictEnds,
    /// `obj`, `R`, `true`, …
    Word(&'a [u8]),
    /// Nothing more.
    End,
}

/// Reads tokens from a place on.
pub struct Lexer<'a> {
    bytes: &'a [u8],
    /// The next byte.
    pub at: usize,
    budget: &'a Budget,
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

const fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

impl<'a> Lexer<'a> {
    /// Begins at a place.
    pub fn new(bytes: &'a [u8], at: usize, budget: &'a Budget) -> Self {
        Self { bytes, at, budget }
    }

    /// What could not be read here.
    pub fn damaged(&self, part: Part) -> Refused {
        Refused::Damaged(part, self.at)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes over blanks.
    pub fn skip_blanks(&mut self) {
        while self.peek().is_some_and(is_blank) {
            self.at += 1;
        }
    }

    fn skip(&mut self) {
        self.skip_blanks();
        while self.peek() == Some(b'%') {
            while self.peek().is_some_and(|byte| !matches!(byte, 10 | 13)) {
                self.at += 1;
            }
            self.skip_blanks();
        }
    }

    /// The next token.
    pub fn next(&mut self) -> Result<Token<'a>, Refused> {
        let from = self.at;
        let token = self.token();
        self.budget.spend(What::Work, self.at.saturating_sub(from) + 1)?;
        token
    }

    /// The next token, if it is a whole number that is not negative.
    pub fn whole(&mut self) -> Result<Option<usize>, Refused> {
        Ok(match self.next()? {
            Token::Number(number) => whole(number),
            _ => None,
        })
    }

    /// Whether the next token is this word.
    pub fn word(&mut self, word: &[u8]) -> Result<bool, Refused> {
        Ok(self.next()? == Token::Word(word))
    }

    fn token(&mut self) -> Result<Token<'a>, Refused> {
        self.skip();
        let Some(byte) = self.peek() else { return Ok(Token::End) };
        let double = self.bytes.get(self.at + 1) == Some(&byte);
        match byte {
            b'<' if double => Ok(self.take(2, Token::DictOpens)),
            b'>' if double => Ok(self.take(2, Token::DictEnds)),
            b'[' => Ok(self.take(1, Token::ListOpens)),
            b']' => Ok(self.take(1, Token::ListEnds)),
            b'/' => Ok(Token::Name(self.name())),
            b'(' => self.text(),
            b'<' => self.hex_text(),
            _ if is_regular(byte) => Ok(self.regular()),
            _ => Err(self.damaged(Part::Object)),
        }
    }

    fn take(&mut self, count: usize, token: Token<'a>) -> Token<'a> {
        self.at += count;
        token
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            let digit = |at: usize| self.bytes.get(at).copied().and_then(hex);
            match (byte, digit(self.at + 1), digit(self.at + 2)) {
                (b'#', Some(high), Some(low)) => {
                    name.push(high * 16 + low);
                    self.at += 3;
                }
                _ => {
                    name.push(byte);
                    self.at += 1;
                }
            }
        }
        name
    }

    /// `(…)`: parentheses in pairs, escapes.
    fn text(&mut self) -> Result<Token<'a>, Refused> {
        let mut text = Vec::new();
        let mut open = 0_usize;
        loop {
            let Some(byte) = self.peek() else { return Err(self.damaged(Part::Object)) };
            self.at += 1;
            match byte {
                b'(' => {
                    open += 1;
                    if open > 1 {
                        text.push(byte);
                    }
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(Token::Text(text));
                    }
                    text.push(byte);
                }
                b'\\' => self.escape(&mut text),
                b'\r' => {
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    text.push(b'\n');
                }
                _ => text.push(byte),
            }
        }
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push((value & 0xff) as u8);
            }
            other => text.push(other),
        }
    }

    fn hex_text(&mut self) -> Result<Token<'a>, Refused> {
        self.at += 1;
        let mut digits = Vec::new();
        loop {
            let Some(byte) = self.peek() else { return Err(self.damaged(Part::Object)) };
            self.at += 1;
            match hex(byte) {
                Some(digit) => digits.push(digit),
                None if byte == b'>' => break,
                None if is_blank(byte) => {}
                None => return Err(self.damaged(Part::Object)),
            }
        }
        Ok(Token::Text(digits.chunks(2).map(|pair| pair.first().copied().unwrap_or_default() * 16 + pair.get(1).copied().unwrap_or_default()).collect()))
    }

    fn regular(&mut self) -> Token<'a> {
        let from = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        let word = self.bytes.get(from..self.at).unwrap_or_default();
        number(word).map_or(Token::Word(word), Token::Number)
    }
}

/// `12`, `-.5`, `+3.`; no exponents. Up to 15 digits are exact, and the same number is the same however many zeros it ends with.
fn number(word: &[u8]) -> Option<f64> {
    let (sign, digits) = match word {
        [b'-', digits @ ..] => (-1.0, digits),
        [b'+', digits @ ..] | digits => (1.0, digits),
    };
    let (mut value, mut scale, mut point, mut any) = (0.0, 1.0, false, false);
    for byte in digits {
        match byte {
            b'.' if !point => point = true,
            b'0'..=b'9' => {
                any = true;
                value = value * 10.0 + f64::from(byte - b'0');
                scale *= if point { 10.0 } else { 1.0 };
            }
            _ => return None,
        }
    }
    (any && digits.len() <= 40).then_some(sign * value / scale)
}

/// A number as a place, a count, an object's number.
pub fn whole(number: f64) -> Option<usize> {
    ((0.0..=4_294_967_295.0).contains(&number) && number.trunc() == number).then_some(number as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn tokens(text: &[u8], expected: &[Token<'_>]) {
        let budget = Budget::default();
        let mut lexer = Lexer::new(text, 0, &budget);
        for one in expected {
            assert_eq!(&lexer.next().unwrap(), one);
        }
        assert_eq!(lexer.next(), Ok(Token::End));
    }

    #[test]
    fn reads_every_kind() {
        tokens(b"12 -.5 +3. 1.2.3", &[Token::Number(12.0), Token::Number(-0.5), Token::Number(3.0), Token::Word(b"1.2.3")]);
        tokens(b"/A#20b/C%x\n/", &[Token::Name(b"A b".to_vec()), Token::Name(b"C".to_vec()), Token::Name(Vec::new())]);
        tokens(b"(a(b)\\)\\101\\n\\\r\nz)", &[Token::Text(b"a(b))A\nz".to_vec())]);
        tokens(b"<4 1 4>", &[Token::Text(b"A@".to_vec())]);
        tokens(b"<</A[true]>>", &[Token::DictOpens, Token::Name(b"A".to_vec()), Token::ListOpens, Token::Word(b"true"), Token::ListEnds, Token::DictEnds]);
    }

    #[test]
    fn what_does_not_end_is_damaged() {
        let budget = Budget::default();
        for text in [b"(a" as &[u8], b"<41", b"<4x>", b")", b"}"] {
            assert!(matches!(Lexer::new(text, 0, &budget).next(), Err(Refused::Damaged(Part::Object, _))), "{text:?}");
        }
    }

    #[test]
    fn numbers_are_within_the_format() {
        assert_eq!((number(b"595.2756"), number(b"-595.275600"), number(b"0.1")), (Some(595.2756), Some(-595.2756), Some(0.1)));
        assert_eq!((number(b"1e9"), number(b"inf"), number(b"--1"), number(b"")), (None, None, None, None));
        assert_eq!((whole(-1.0), whole(1.5), whole(4_294_967_296.0), whole(7.0)), (None, None, None, Some(7)));
    }
}

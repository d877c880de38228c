//! Finds the line and column of a member in the text that a tree was read from, and names the slip where it could not be read.

use super::slip::slip;
use super::{Limits, Problem, read};
use crate::order::sorted;

/// Codes of problems that are about the name of a member, not about what stands there.
const NAMES: &[&str] = &["unknown-member", "unused-message", "unknown-param"];

/// Line and column of the value at a path, both from 1, the column in characters; of what is nearest around it where nothing stands there.
///
/// `text` must have been read by [`read`](super::read) without a problem.
#[must_use]
pub fn locate(text: &[u8], path: &str) -> Option<(usize, usize)> {
    find(text, path, false)
}

/// Gives every problem that has no line the line and column of its member, and a text that is no JSON the slip that is to be mended. Problems come in the order
/// of the text; of more than [`Problem::MOST`] those that were found first stay, and the rest is counted: each has to be looked for.
pub fn place(text: &[u8], problems: &mut Vec<Problem>) {
    let more = problems.len().saturating_sub(Problem::MOST);
    problems.truncate(Problem::MOST);
    for problem in problems.iter_mut().filter(|problem| problem.code == "not-json" && problem.expected.is_empty()) {
        let (line, column) = (problem.line.unwrap_or_default(), problem.column.unwrap_or_default());
        problem.expected = std::str::from_utf8(text).map_or(String::new(), |text| slip(text.trim_start_matches('\u{feff}'), line, column));
        // of a name whose quote is lost: “/criteria/1/group: ”
        problem.path.truncate(problem.path.trim_end_matches([' ', ':', ',']).len());
    }
    for problem in problems.iter_mut().filter(|problem| problem.line.is_none()) {
        let name = NAMES.contains(&problem.code) || problem.path.starts_with("/fields/") && problem.code == "unknown-path";
        (problem.line, problem.column) = find(text, &problem.path, name).unzip();
    }
    // as a reader meets them
    let keyed = std::mem::take(problems).into_iter().map(|problem| ((problem.line.unwrap_or(usize::MAX), problem.column), problem)).collect();
    *problems = sorted(keyed);
    if more > 0 {
        problems.push(Problem { code: "more-problems", found: more.to_string(), ..Problem::default() });
    }
}

fn find(text: &[u8], path: &str, name: bool) -> Option<(usize, usize)> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let mut scan = Scan { text, at: 0 };
    let mut place = scan.begin()?;
    let mut steps = super::pointer::steps(path).peekable();
    while let Some(step) = steps.next() {
        let Some(key) = scan.enter(&step) else { break };
        let value = scan.begin()?;
        place = if name && steps.peek().is_none() { key.unwrap_or(value) } else { value };
    }
    let before = text.get(..place)?;
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').filter(|byte| **byte & 0xc0 != 0x80).count() + 1;
    Some((line, column))
}

struct Scan<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Scan<'a> {
    fn byte(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Where the next piece begins.
    fn begin(&mut self) -> Option<usize> {
        while self.byte()?.is_ascii_whitespace() {
            self.at += 1;
        }
        Some(self.at)
    }

    /// Goes to a member or row of the list or object that begins here; gives the place of its name, if it has one.
    fn enter(&mut self, step: &str) -> Option<Option<usize>> {
        let list = self.byte()? == b'[';
        if !list && self.byte()? != b'{' {
            return None;
        }
        self.at += 1;
        for number in 0.. {
            let begin = self.begin()?;
            if matches!(self.byte()?, b']' | b'}') {
                break;
            }
            let found = if list {
                step.parse() == Ok(number)
            } else {
                let key = self.skip();
                self.begin()?;
                self.at += 1;
                is(key, step)
            };
            if found {
                return Some((!list).then_some(begin));
            }
            self.begin()?;
            self.skip();
            self.begin()?;
            if self.byte()? != b',' {
                break;
            }
            self.at += 1;
        }
        None
    }

    /// Passes over a value, and gives its text.
    fn skip(&mut self) -> &'a [u8] {
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(byte) = self.byte() {
            match byte {
                b'"' => {
                    self.at += 1;
                    while self.byte().is_some_and(|byte| byte != b'"') {
                        self.at += if self.byte() == Some(b'\\') { 2 } else { 1 };
                    }
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                _ => {
                    while self.text.get(self.at + 1).is_some_and(|next| !matches!(next, b',' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r' | b'"')) {
                        self.at += 1;
                    }
                }
            }
            self.at += 1;
            if depth == 0 {
                break;
            }
        }
        self.text.get(start..self.at).unwrap_or_default()
    }
}

/// Whether a name as written, with its quotes, is this name.
fn is(written: &[u8], name: &str) -> bool {
    if written.contains(&b'\\') {
        return read(written, Limits::default()).is_ok_and(|key| key.text() == Some(name));
    }
    written.len() == name.len() + 2 && written.get(1..written.len() - 1) == Some(name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\u{feff}{\n  \"tên\": \"Vận \\\"động\\\" }\", \"b\": 12,\n  \"rows\": [ {\"x\":[]}, {\"\\u0078\" : null , \"y/z\":\n true } ]\n}\n";

    #[track_caller]
    fn at(path: &str, expected: (usize, usize)) {
        assert_eq!(locate(TEXT.as_bytes(), path), Some(expected), "{path}");
    }

    #[test]
    fn lines_and_columns() {
        at("", (1, 1));
        at("/tên", (2, 10));
        at("/b", (2, 33));
        at("/rows", (3, 11));
        at("/rows/0", (3, 13));
        at("/rows/0/x", (3, 18));
        at("/rows/1/x", (3, 35));
        at("/rows/1/y~1z", (4, 2));
    }

    #[test]
    fn what_is_not_there_has_the_place_around_it() {
        at("/none", (1, 1));
        at("/rows/2/x", (3, 11));
        at("/rows/0/x/0", (3, 18));
        at("/b/c", (2, 33));
        assert_eq!(find(TEXT.as_bytes(), "/b", true), Some((2, 28)));
        assert_eq!(locate(b"", ""), None);
        assert_eq!(locate(b"[\"\\", "/1"), Some((1, 1)));
    }
}

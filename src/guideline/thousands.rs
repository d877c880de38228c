//! Numbers with the dot of thousands, as Vietnamese has it: “50.000” is fifty to JSON.

use crate::json::{Json, Problem, locate, pointer};

/// How many are looked for, and among how many of the same value: a file of nothing else would take long.
const NAMED: usize = 20;

/// Gives those of a text that is JSON their paths: of the numbers with their values, the one that stands there.
pub fn name(text: &[u8], tree: &Json, dots: &mut [Problem]) {
    for dot in dots.iter_mut().take(NAMED) {
        let value = dot.found.parse().ok();
        let mut paths = Vec::new();
        gather(tree, String::new(), &|number| Some(number) == value, &mut paths);
        let here = |path: &String| locate::locate(text, path) == dot.line.zip(dot.column);
        dot.path = paths.into_iter().take(NAMED).find(here).unwrap_or_default();
    }
}

fn gather(tree: &Json, at: String, wanted: &dyn Fn(f64) -> bool, paths: &mut Vec<String>) {
    match tree {
        Json::Object(members) => members.iter().for_each(|(name, value)| gather(value, [at.as_str(), &pointer::join(&[name])].concat(), wanted, paths)),
        Json::List(rows) => rows.iter().enumerate().for_each(|(row, value)| gather(value, format!("{at}/{row}"), wanted, paths)),
        Json::Number(number) if wanted(*number) => paths.push(at),
        _ => {}
    }
}

/// Those of a guideline's text, with line and column: three decimals of which the last is a zero, which no program writes and nobody means.
#[must_use]
pub fn thousands(text: &[u8]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let (mut quoted, mut from) = (false, 0);
        while let Some(byte) = line.get(from) {
            match byte {
                b'\\' if quoted => from += 1,
                b'"' => quoted = !quoted,
                b'0'..=b'9' if !quoted => {
                    let number = line.get(from..).unwrap_or_default();
                    let length = number.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-')).count();
                    let written = String::from_utf8_lossy(number.get(..length).unwrap_or_default()).into_owned();
                    if is_of_thousands(&written) {
                        let column = String::from_utf8_lossy(line.get(..from).unwrap_or_default()).chars().count() + 1;
                        let expected = written.replace('.', "");
                        problems.push(Problem {
                            code: "thousands-dot",
                            found: written,
                            expected,
                            line: Some(at + 1),
                            column: Some(column),
                            ..Problem::default()
                        });
                    }
                    from += length - 1;
                }
                _ => {}
            }
            from += 1;
        }
    }
    problems
}

fn is_of_thousands(number: &str) -> bool {
    let Some((whole, part)) = number.split_once('.') else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    !whole.starts_with('0') && whole.len() <= 3 && digits(whole) && part.len() == 3 && digits(part) && part.ends_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String, Option<usize>, Option<usize>)> {
        thousands(text.as_bytes()).into_iter().map(|problem| (problem.found, problem.expected, problem.line, problem.column)).collect()
    }

    #[test]
    fn dots_of_thousands() {
        let told = found("{\n \"ở\": 50.000, \"max\": -1.250,\n\"a\": [300.500]}");
        let shown: Vec<(&str, &str, usize, usize)> =
            told.iter().map(|(found, expected, line, column)| (found.as_str(), expected.as_str(), line.unwrap(), column.unwrap())).collect();
        assert_eq!(shown, [("50.000", "50000", 2, 7), ("1.250", "1250", 2, 23), ("300.500", "300500", 3, 7)]);
        for text in ["0.350", "1.5", "1.084", "1.25", "1234.000", "\"50.000 đồng\"", "\"a\\\"50.000\"", "1.000e3", "", "\"50.000"] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(found(&"1".repeat(20_000)), []);
    }
}

//! Numbers with the dot of thousands, as Vietnamese has it: “50.000” is fifty to JSON.

use crate::json::{Problem, pointer};

/// An object or a list that is open where reading stands.
struct Open {
    /// Name of its member, still in its quotes; nothing in a list.
    name: Option<String>,
    /// Number of its row.
    row: usize,
}

/// Those of a guideline's text, which must be JSON, with path, line and column: three decimals of which the last is a zero, which no program writes and nobody
/// means. What is the author's own (`x-…`) is passed over; at most [`Problem::MOST`] are told.
#[must_use]
pub fn thousands(text: &[u8]) -> Vec<Problem> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let (mut problems, mut open) = (Vec::new(), Vec::new());
    let (mut line, mut begin, mut at) = (1, 0, 0);
    while let Some(byte) = text.get(at).filter(|_| problems.len() < Problem::MOST) {
        let rest = text.get(at..).unwrap_or_default();
        let mut length = 1;
        match byte {
            b'\n' => (line, begin) = (line + 1, at + 1),
            b'{' => open.push(Open { name: Some(String::new()), row: 0 }),
            b'[' => open.push(Open { name: None, row: 0 }),
            b'}' | b']' => drop(open.pop()),
            b',' => open.iter_mut().last().into_iter().for_each(|open: &mut Open| open.row += 1),
            b'"' => {
                length = quoted(rest);
                let behind = rest.get(length..).unwrap_or_default().iter().find(|byte| !byte.is_ascii_whitespace());
                if let (Some(b':'), Some(name)) = (behind, open.last_mut().and_then(|open| open.name.as_mut())) {
                    *name = shown(rest.get(1..length - 1));
                }
            }
            b'-' | b'0'..=b'9' => {
                length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-')).count();
                let digits = rest.get(usize::from(*byte == b'-')..length);
                // shares and points have decimals
                let decimal = open.last().is_some_and(|open: &Open| matches!(open.name.as_deref(), Some("maxShare" | "points")));
                let own = open.iter().any(|open| open.name.as_ref().is_some_and(|name| name.starts_with("x-")));
                if digits.map(|digits| shown(Some(digits))).is_some_and(|digits| !own && !decimal && is_of_thousands(&digits)) {
                    problems.push(Problem {
                        code: "thousands-dot",
                        path: path(&open),
                        expected: shown(rest.get(..length)).replace('.', ""),
                        found: shown(rest.get(..length)),
                        line: Some(line),
                        column: Some(shown(text.get(begin..at)).chars().count() + 1),
                    });
                }
            }
            _ => {}
        }
        at += length;
    }
    problems
}

/// Length of the text in quotes with which a text begins.
fn quoted(text: &[u8]) -> usize {
    let mut at = 1;
    loop {
        match text.get(at) {
            Some(b'\\') => at += 2,
            Some(b'"') | None => return (at + 1).min(text.len()),
            Some(_) => at += 1,
        }
    }
}

fn shown(bytes: Option<&[u8]>) -> String {
    String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
}

fn path(open: &[Open]) -> String {
    let step = |open: &Open| open.name.clone().unwrap_or_else(|| open.row.to_string());
    open.iter().map(|open| pointer::join(&[&step(open)])).collect()
}

fn is_of_thousands(number: &str) -> bool {
    let Some((whole, part)) = number.split_once('.') else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    !whole.starts_with('0') && whole.len() <= 3 && digits(whole) && part.len() == 3 && digits(part) && part.ends_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let told = |problem: Problem| {
            format!("{} {} {} {}:{}", problem.path, problem.found, problem.expected, problem.line.unwrap_or_default(), problem.column.unwrap_or_default())
        };
        thousands(text.as_bytes()).into_iter().map(told).collect()
    }

    #[test]
    fn dots_of_thousands() {
        let told = found("{\n \"ở\": 50.000, \"max\": -1.250,\n\"a\": [1, {\"b\": [300.500]}, 2.000]}");
        assert_eq!(told, ["/ở 50.000 50000 2:7", "/max -1.250 -1250 2:22", "/a/1/b/0 300.500 300500 3:17", "/a/2 2.000 2000 3:28"]);
        assert_eq!(found("\u{feff}{\"a\\\"/b\": 50.000}"), ["/a\\\"~1b 50.000 50000 1:11"]);
        for text in [
            "0.350",
            "1.5",
            "1.084",
            "1.25",
            "1234.000",
            "\"50.000 đồng\"",
            "\"a\\\"50.000\"",
            "1.000e3",
            "",
            "\"50.000",
            "{\"x-giá\": [50.000]}",
            "{\"points\": 2.500, \"maxShare\": 1.000}",
            "]]",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert_eq!(found(&"1".repeat(20_000)), [""; 0]);
        assert_eq!(found(&format!("[{}]", "50.000,".repeat(50_000))).len(), Problem::MOST);
    }
}

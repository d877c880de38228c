//! Which slip of the hand stands where reading stopped: what people do to a JSON file in a text editor or a word processor.

/// The code of the slip at a place of a text, line and column from 1; "" when none is recognised. `unclosed` has the line of the bracket behind it.
#[must_use]
pub fn slip(text: &str, line: usize, column: usize) -> String {
    let offset: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(offset..).unwrap_or_default();
    let from = offset + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    let (before, behind) = text.split_at_checked(from).unwrap_or((text, ""));
    let last = before.trim_end().chars().next_back().unwrap_or_default();
    // what ends a line inside a text: the line was broken there, or its closing quote forgotten
    if before.ends_with(['\n', '\r', '\t']) && Brackets::of(before).quoted {
        return "line-break".to_owned();
    }
    let Some(here) = behind.chars().next().filter(|_| !behind.trim().is_empty()) else { return unclosed(text) };
    let code = match here {
        _ if last == '\\' => "backslash",
        '“' | '”' | '‘' | '’' | '«' | '»' => "curly-quote",
        '\u{A0}' | '\u{200B}' | '\u{FEFF}' | '\u{2000}'..='\u{200A}' => "odd-blank",
        '\n' | '\r' | '\t' => "line-break",
        '\'' => "single-quote",
        '/' | '#' => "comment",
        '}' | ']' if last == ',' => "extra-comma",
        '"' | '{' | '[' if matches!(last, '"' | '}' | ']' | '0'..='9' | 'e' | 'l') => "missing-comma",
        '0'..='9' if last == ',' => "decimal-comma",
        c if c.is_alphanumeric() && last == '"' => "inner-quote",
        c if c.is_alphabetic() => "bare-word",
        // the last character of a text that should go on
        _ if behind.trim_end().chars().count() <= 1 => return unclosed(text),
        _ => "",
    };
    code.to_owned()
}

/// The bracket that is never closed, by its line; the innermost one.
fn unclosed(text: &str) -> String {
    Brackets::of(text).open.pop().map_or(String::new(), |(bracket, line)| format!("unclosed {bracket} {line}"))
}

/// What is open at the end of a text.
#[derive(Default)]
struct Brackets {
    /// Brackets with their lines.
    open: Vec<(char, usize)>,
    /// It ends inside a text in quotes.
    quoted: bool,
}

impl Brackets {
    fn of(text: &str) -> Self {
        let mut state = Brackets::default();
        let (mut line, mut escaped) = (1, false);
        for c in text.chars() {
            match c {
                '\n' => line += 1,
                _ if escaped => {}
                '"' => state.quoted = !state.quoted,
                '{' | '[' if !state.quoted => state.open.push((c, line)),
                '}' | ']' if !state.quoted => {
                    state.open.pop();
                }
                _ => {}
            }
            escaped = state.quoted && c == '\\' && !escaped;
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Limits, read};

    /// What is told of a text that is no JSON.
    #[track_caller]
    fn is(text: &str, expected: &str) {
        let problem = read(text.as_bytes(), Limits::default()).unwrap_err();
        assert_eq!(problem.code, "not-json", "{text}");
        let (line, column) = (problem.line.unwrap_or_default(), problem.column.unwrap_or_default());
        assert_eq!(slip(text, line, column), expected, "{text} at {line}:{column}");
    }

    #[test]
    fn slips() {
        is("{“id”: 1}", "curly-quote");
        is("{\"tiêu đề\": “mẫu”}", "curly-quote");
        is("{\"a\":\u{A0}1}", "odd-blank");
        is("{\"tên\": \"một\n hai\"}", "line-break");
        is("{\"tên\": \"một\t\"}", "line-break");
        is("{'a': 1}", "single-quote");
        is("{\"a\": 1, // ghi chú\n \"b\": 2}", "comment");
        is("{\"danh sách\": [1, 2,]}", "extra-comma");
        is("{\"a\": {\"ô\": 1,\n}}", "extra-comma");
        is("{\"a\": \"một\"\n \"b\": 2}", "missing-comma");
        is("[{\"a\": 1}\n {\"b\": 2}]", "missing-comma");
        is("{\"a\": 12,5}", "decimal-comma");
        is("{\"a\": \"mô hình \"Dân vận khéo\" năm 2026\"}", "inner-quote");
        is("{\"a\": True}", "bare-word");
        is("{a: 1}", "bare-word");
        is("{\"a\": \"C:\\đường\"}", "backslash");
        is("{\"a\": [1, 2\n", "unclosed [ 1");
        is("{\"a\": {\"b\": [1]},\n\"c\": {\n\"d\": 1}", "unclosed { 1");
        is("{\"a\": \"[\"", "unclosed { 1");
        is("", "");
        is("{\"a\": @}", "");
    }
}

//! Which slip of the hand stands where reading stopped: what people do to a JSON file in a text editor or a word processor.

/// The code of the slip at a place of a text, line and column from 1; "" when none is recognised. `unclosed [ 12`: the bracket, and the line on which it was opened.
#[must_use]
pub fn slip(text: &str, line: usize, column: usize) -> String {
    let offset: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(offset..).unwrap_or_default();
    let from = offset + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    let (before, behind) = text.split_at_checked(from).unwrap_or((text, ""));
    let open = Brackets::of(before);
    if behind.trim_end().chars().count() <= 1
        && let Some(cut) = cut_short(text)
    {
        return cut;
    }
    if let Some(code) = open.out_of_place(before, behind) {
        return code;
    }
    // what ends a line inside a text: the line was broken there, or its closing quote forgotten
    if before.ends_with(['\n', '\r']) && open.quoted {
        return "line-break".to_owned();
    }
    let last = before.trim_end().chars().next_back().unwrap_or_default();
    let mut here = behind.chars();
    let code = match here.next().unwrap_or_default() {
        _ if last == '\\' => "backslash",
        '“' | '”' | '‘' | '’' | '«' | '»' => "curly-quote",
        '\u{A0}' | '\u{200B}' | '\u{FEFF}' | '\u{2000}'..='\u{200A}' => "odd-blank",
        '\n' | '\r' => "line-break",
        '\t' => "tab",
        '\'' => "single-quote",
        '/' if matches!(here.next(), Some('/' | '*')) => "comment",
        '#' => "comment",
        '}' | ']' if last == ',' => "extra-comma",
        c @ ('}' | ']') => return open.instead_of(c, before, here.as_str()),
        ';' | '=' if last == '"' && open.behind_name(before) => "missing-colon",
        '0'..='9' if last == '0' && behind.split([',', '}', ']', '\n']).next().is_some_and(|number| number.contains(['/', '-'])) => "unquoted",
        '0'..='9' if last == '0' && !before.ends_with(' ') => "leading-zero",
        '0'..='9' if last.is_ascii_digit() => "thousands-dots",
        c if (c.is_alphabetic() || c == '%') && last.is_ascii_digit() => "word-behind-number",
        '"' | '{' | '[' | '0'..='9' if last == '"' && open.behind_name(before) => "missing-colon",
        '"' | '{' | '[' if matches!(last, '"' | '}' | ']' | '0'..='9' | 'e' | 'l') => "missing-comma",
        '0'..='9' if last == ',' => "decimal-comma",
        '.' if last.is_ascii_digit() && in_threes(before, behind) => "thousands-dots",
        '.' | '-' | '/' | ':' if last.is_ascii_digit() && here.next().is_some_and(|c| c.is_ascii_digit()) => "unquoted",
        ';' => "semicolon",
        ',' if last == ',' => "comma-twice",
        // “"x”, "b"”: the closing one is curly
        c if c.is_alphabetic() && before.trim_end().trim_end_matches('"').trim_end_matches([' ', ',', ':']).ends_with('”') => "curly-quote",
        c if c.is_alphabetic() && last == '"' && lost_quote(before, behind) => "lost-quote",
        c if c.is_alphabetic() && last == '"' => "inner-quote",
        c if c.is_alphabetic() || c == '/' && last != '"' => "bare-word",
        _ => "",
    };
    code.to_owned()
}

/// Whether a text in quotes ends in what stands behind one, and the next does too: `"group: "Mục tiêu",`, `"hd-2026, "clause":`.
fn lost_quote(before: &str, behind: &str) -> bool {
    let text = before.trim_end().strip_suffix('"').unwrap_or_default();
    let next = behind.split_once('"').map(|(_, rest)| rest.trim_start());
    text.trim_end().ends_with([':', ',']) && next.is_some_and(|rest| rest.starts_with([':', ',', '}', ']']))
}

/// “10.000” and “.000”: digits in groups of three to both sides of a dot.
fn in_threes(before: &str, behind: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || c == '.';
    let head = before.rsplit(|c| !number(c)).next().unwrap_or_default();
    let tail = behind.split(|c| !number(c)).next().unwrap_or_default();
    let number = [head, tail].concat();
    let mut groups = number.split('.');
    groups.next().is_some_and(|first| matches!(first.len(), 1..=3)) && groups.all(|group| group.len() == 3)
}

/// What a text lacks that ends too early.
fn cut_short(text: &str) -> Option<String> {
    let mut state = Brackets::of(text);
    if state.quoted {
        return Some("open-quote".to_owned());
    }
    state.open.pop().map(|(bracket, line)| format!("unclosed {bracket} {line}"))
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
                '}' | ']' if !state.quoted && state.closes(c) => {
                    state.open.pop();
                }
                _ => {}
            }
            escaped = state.quoted && c == '\\' && !escaped;
        }
        state
    }

    /// Whether a bracket closes the innermost one that is open.
    fn closes(&self, bracket: char) -> bool {
        self.open.last().is_some_and(|(open, _)| matches!((open, bracket), ('{', '}') | ('[', ']')))
    }

    /// What a bracket or name tells that cannot stand where it does: `{` among the members of an object, `"name":` among the rows of a list, `}` behind the end.
    fn out_of_place(&self, before: &str, behind: &str) -> Option<String> {
        let last = before.trim_end().chars().next_back()?;
        let next = behind.chars().next()?;
        if self.open.is_empty() && !self.quoted && matches!(next, '{' | '[') {
            return Some("second-file".to_owned());
        }
        let Some((bracket, line)) = self.open.last().filter(|_| !self.quoted) else {
            return (!self.quoted && matches!(next, '}' | ']' | ',')).then(|| "bracket-too-many".to_owned());
        };
        // among the members of the whole file nothing is left open
        if self.open.len() == 1 && *bracket == '{' && next == '{' && matches!(last, ',' | '}' | ']') {
            return Some("group-too-many".to_owned());
        }
        let row = *bracket == '{' && matches!(next, '{' | '[') && last != ':' && !self.behind_name(before);
        let named = |text: &str| text.strip_prefix('"').and_then(|text| text.split_once('"')).is_some_and(|(_, rest)| rest.trim_start().starts_with(':'));
        let member = *bracket == '[' && (next == ':' || named(behind));
        // `"tests": { {`, `"vocabulary": [ "stock":`: nothing stands in it yet
        let name = before.trim_end().strip_suffix('"').and_then(|text| text.rsplit_once('"')).filter(|_| next == ':');
        let first = name.map_or(before, |(lead, _)| lead).trim_end().ends_with(*bracket);
        let code = if first { "wrong-bracket" } else { "unclosed-before" };
        (row || member).then(|| format!("{code} {bracket} {line}"))
    }

    /// The bracket that ought to be closed where another closes; or that one is too many, where the members of the open one go on behind it, and it does not close
    /// what is around, on a line of its own.
    fn instead_of(&self, bracket: char, before: &str, behind: &str) -> String {
        let around = self.open.iter().rev().nth(1).is_some_and(|(open, _)| *open == '[');
        let closes_around = around && before.trim_end_matches([' ', '\t']).ends_with('\n');
        let goes_on = behind.trim_start().strip_prefix(',').and_then(|rest| rest.trim_start().strip_prefix('"')).and_then(|rest| rest.split_once('"'));
        match self.open.last().filter(|_| !self.closes(bracket)) {
            None => String::new(),
            Some(('{', _)) if !closes_around && goes_on.is_some_and(|(_, rest)| rest.trim_start().starts_with(':')) => format!("bracket-too-many {bracket}"),
            Some((open, line)) => format!("unclosed-before {open} {line}"),
        }
    }

    /// Whether the text in quotes that a text ends in is the name of a member.
    fn behind_name(&self, before: &str) -> bool {
        let name = before.trim_end().strip_suffix('"').and_then(|head| head.rsplit_once('"'));
        let ahead = name.and_then(|(head, _)| head.trim_end().chars().next_back());
        matches!((self.open.last(), ahead), (Some(('{', _)), Some('{' | ',')))
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
        is("{\"tên\": \"một\thai\"}", "tab");
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
        is("{\"a\" 1}", "missing-colon");
        is("{\"a\" \"b\"}", "missing-colon");
        is("{\"a\": \"C:\\đường\"}", "backslash");
        is("{\"a\": 10.000.000}", "thousands-dots");
        is("{\"a\": \"một\"; \"b\": 2}", "semicolon");
        is("{\"a\": 1,, \"b\": 2}", "comma-twice");
        is("{\"a\"; 1}", "missing-colon");
        is("{\"a\" = 1}", "missing-colon");
        is("{\"a\": 030}", "leading-zero");
        is("{\"from\": 01/01/2026}", "unquoted");
        is("{\"a\": 5 000}", "thousands-dots");
        is("{\"a\": 50%}", "word-behind-number");
        is("{\"a\": 1}\n{\"a\": 1}", "second-file");
        is("{\"a\": \"x”, \"b\": 1}", "curly-quote");
        is("{\"a\": 90 ngày}", "word-behind-number");
        is("{\"path\": /model/name}", "bare-word");
        is("{\"version\": 1.0.0}", "unquoted");
        is("{\"from\": 2026-01-01}", "unquoted");
        is("{\"from\": 31/12/2026}", "unquoted");
        is("{\"met\": \"Đề nghị: \"tên\" nhé.\"}", "inner-quote");
        is("{\"nhóm: \"Mục tiêu\"}", "lost-quote");
        is("{\"nguồn\": \"hd-2026, \"clause\": \"1\"}", "lost-quote");
        is("{\"a\": @}", "");
        is("{\"a\": \"đường dẫn \"/model/name\" sai\"}", "");
    }

    #[test]
    fn what_is_left_open() {
        is("{\"a\": [1, 2\n", "unclosed [ 1");
        is("{\"a\": {\"b\": [1]},\n\"c\": {\n\"d\": 1}", "unclosed { 1");
        is("{\"a\": \"[\"", "unclosed { 1");
        is("{\"a\": [1, 2}, \"b\": 1}", "unclosed-before [ 1");
        is("{\"a\": {\"b\": \"một\"], \"c\": 1}}", "bracket-too-many ]");
        is("{\"overrides\": [\n{\"a\": 1\n],\n\"tests\": []}", "unclosed-before { 2");
        is("{\"a\": 1,\n{ \"extraFields\": [] },\n\"b\": 2}", "group-too-many");
        is("{\"tests\": { {\"a\": 1} } }", "wrong-bracket { 1");
        is("{\"vocabulary\": [ \"stock\": [] ] }", "wrong-bracket [ 1");
        is("{\"a\": [1, 2}", "unclosed [ 1");
        is("{\n\"tests\": [ {\"a\": 1}\n}\n", "unclosed [ 2");
        is("{\"a\": 1}}", "bracket-too-many");
        is("{\"criteria\": [\n{\"id\": 1,\n\"messages\": {\"met\": \"Có.\"}\n{\"id\": 2}]}", "unclosed-before { 2");
        is("{\"criteria\": [\n{\"id\": 1,\n\"messages\": {\"met\": \"Có.\"},\n{\"id\": 2}]}", "unclosed-before { 2");
        is("{\"extraFields\": [{\"id\": 1}\n\"scoring\": {}}", "unclosed-before [ 1");
        is("{\"extraFields\": [{\"id\": 1},\n\"scoring\": {}}", "unclosed-before [ 1");
        is("{\"what\": [\"unit\", \"min\": 2}", "unclosed-before [ 1");
        is("{\"a\": true", "unclosed { 1");
        is("{\"year\": \"2026\"", "unclosed { 1");
        is("{\"title\": \"một hai", "open-quote");
        is("", "");
    }
}

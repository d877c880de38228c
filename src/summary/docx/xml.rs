//! XML as it is written: elements, attributes and text, never a character that XML forbids.

/// A part of the file in the making.
#[derive(Debug, Default)]
pub struct Xml(pub String);

impl Xml {
    /// A part with its declaration.
    pub fn part() -> Self {
        Xml("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// Begins an element.
    pub fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.start(tag, attributes);
        self.0.push('>');
    }

    /// An element without content.
    pub fn empty(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.start(tag, attributes);
        self.0.push_str("/>");
    }

    /// Ends an element.
    pub fn close(&mut self, tag: &str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// An element with text.
    pub fn leaf(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// An element of the kind `<w:sz w:val="28"/>`.
    pub fn value(&mut self, tag: &str, value: &str) {
        self.empty(tag, &[("w:val", value)]);
    }

    /// Text. What XML 1.0 forbids, with or without escaping, is left out.
    pub fn text(&mut self, text: &str) {
        for character in text.chars().filter(|character| is_allowed(*character)) {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                character => self.0.push(character),
            }
        }
    }

    fn start(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
    }
}

/// XML 1.0, production 2.
fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        let mut xml = Xml::default();
        xml.leaf("a", &[("b", "\"<&>'")], "</a>&amp;\u{0}\u{8}\u{1f}\u{fffe}\u{ffff}\u{feff}😀");
        assert_eq!(xml.0, "<a b=\"&quot;&lt;&amp;&gt;'\">&lt;/a&gt;&amp;amp;\u{feff}😀</a>");
    }
}

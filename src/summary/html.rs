//! The document as semantic HTML, for the screen and for print; no scripts, no styles, every text escaped.

use super::document::{self, Align, Block, Cells, Column, Document, Form, Signature};
use super::ties::TIE;
use super::wording::{MOTTO, PARTY_TITLE, RECEIPT, STATE_TITLE, listed};

/// Writes the document as `<article class="dvk-doc">`, one for each part.
#[must_use]
pub fn render(document: &Document) -> String {
    let mut out = Html(String::new());
    let mut form = document.form;
    out.article(form, document.draft.is_some(), &document.lang);
    if let Some(draft) = &document.draft {
        out.leaf("p", "draft", draft);
    }
    for block in &document.blocks {
        if let Block::Page { form: next } = block {
            form = *next;
            out.close("article");
            out.article(form, false, &document.lang);
        }
        out.block(block, form);
    }
    out.close("article");
    out.0
}

struct Html(String);

impl Html {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                TIE => self.0.push_str("&nbsp;"),
                c => self.0.push(c),
            }
        }
    }
    fn article(&mut self, form: Form, draft: bool, lang: &str) {
        self.0.push_str("<article class=\"dvk-doc dvk-");
        self.0.push_str(match form {
            Form::Party => "party",
            Form::State => "state",
            Form::Citizen => "citizen",
            Form::None => "none",
        });
        self.0.push_str(if draft { " dvk-draft" } else { "" });
        self.0.push_str("\" lang=\"");
        self.text(lang);
        self.0.push_str("\">");
    }
    fn open(&mut self, tag: &str, class: &str) {
        self.0.push('<');
        self.0.push_str(tag);
        if !class.is_empty() {
            self.0.push_str(" class=\"");
            self.0.push_str(class);
            self.0.push('"');
        }
        self.0.push('>');
    }
    fn close(&mut self, tag: &str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }
    /// An element with nothing but text; line breaks of the text stay.
    fn leaf(&mut self, tag: &str, class: &str, text: &str) {
        self.open(tag, class);
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.0.push_str("<br>");
            }
            self.text(line);
        }
        self.close(tag);
    }

    fn block(&mut self, block: &Block, form: Form) {
        match block {
            Block::Heading { superior, body, number, place_date } => {
                self.open("header", "mast");
                self.open("div", "left");
                superior.iter().for_each(|text| self.leaf("p", "superior", text));
                body.iter().for_each(|text| self.leaf("p", "body", text));
                if form == Form::Party && body.is_some() {
                    self.leaf("p", "star", "*");
                }
                self.close("div");
                self.open("div", "right");
                match form {
                    Form::Party => self.leaf("p", "party-title", PARTY_TITLE),
                    Form::State | Form::Citizen => {
                        self.leaf("p", "state-title", STATE_TITLE);
                        self.leaf("p", "motto", MOTTO);
                    }
                    Form::None => {}
                }
                self.close("div");
                number.iter().for_each(|text| self.leaf("p", "number", text));
                self.leaf("p", "date", place_date);
                self.close("header");
            }
            Block::Title { name, subtitle } => {
                self.leaf("h1", "", name);
                self.open("div", "about");
                subtitle.iter().for_each(|text| self.leaf("p", "subtitle", text));
                self.close("div");
            }
            Block::Addressed { to } => {
                self.open("div", "addressed");
                self.leaf("p", "", "Kính gửi:");
                match to.as_slice() {
                    [one] => self.leaf("p", "", one),
                    several => {
                        let several: Vec<String> = several.iter().enumerate().map(|(at, name)| listed(name, at + 1 == several.len())).collect();
                        self.items(&several);
                    }
                }
                self.close("div");
            }
            Block::Section { level, text } => self.leaf(if *level <= 1 { "h2" } else { "h3" }, "", text),
            Block::Paragraph { runs } => {
                for pieces in document::paragraphs(runs) {
                    self.open("p", "");
                    for piece in &pieces {
                        match (piece.bold, piece.italic) {
                            (true, _) => self.leaf("b", "", &piece.text),
                            (false, true) => self.leaf("i", "", &piece.text),
                            (false, false) => self.text(&piece.text),
                        }
                    }
                    self.close("p");
                }
            }
            Block::Fields { rows } => {
                self.open("dl", "");
                for row in rows {
                    self.open("div", "");
                    self.leaf("dt", "", &row.label);
                    self.leaf("dd", "", &row.value);
                    self.close("div");
                }
                self.close("dl");
            }
            Block::Items { items } => self.items(items),
            Block::Table { caption, columns, rows } => {
                self.open("table", if columns.iter().all(|column| column.cells.are_read()) { "" } else { "sheet" });
                self.leaf("caption", "", caption);
                self.0.push_str("<thead><tr>");
                for column in columns {
                    self.0.push_str("<th scope=\"col\">");
                    self.text(&column.head);
                    self.close("th");
                }
                self.0.push_str("</tr></thead><tbody>");
                for row in rows {
                    self.0.push_str("<tr>");
                    match row.as_slice() {
                        [group] if columns.len() > 1 => {
                            self.0.push_str(&format!("<th scope=\"rowgroup\" class=\"group\" colspan=\"{}\">", columns.len()));
                            self.text(group);
                            self.close("th");
                        }
                        cells => columns.iter().zip(cells).for_each(|(column, cell)| self.cell(column, cell)),
                    }
                    self.0.push_str("</tr>");
                }
                self.0.push_str("</tbody></table>");
            }
            Block::Signatures { receipt, signer, confirmations } => {
                self.open("footer", "sign");
                // A single confirmation takes the left column when nothing else stands there.
                let (beside, below) = match (receipt.as_slice(), confirmations.as_slice()) {
                    ([], [one]) => (Some(one), &[] as &[Signature]),
                    (_, below) => (None, below),
                };
                match beside {
                    Some(one) => self.signature(one, "signature confirms"),
                    None => self.receipt(receipt),
                }
                self.signature(signer, "signature");
                below.iter().for_each(|confirmation| self.signature(confirmation, "signature confirms"));
                self.close("footer");
            }
            Block::Note { text } => self.leaf("p", "note", text),
            Block::Page { .. } => {}
        }
    }

    fn cell(&mut self, column: &Column, text: &str) {
        let class = match (column.cells, column.align) {
            (Cells::Tick, _) => "tick",
            (Cells::Hand, _) => "hand",
            (Cells::Read, Align::Left) => "",
            (Cells::Read, Align::Center) => "center",
            (Cells::Read, Align::Right) => "right",
        };
        if column.cells != Cells::Tick {
            return self.leaf("td", class, text);
        }
        self.open("td", class);
        for (at, choice) in text.split('\n').enumerate() {
            self.0.push_str(if at > 0 { "<br>" } else { "" });
            self.0.push_str("<span role=\"img\" aria-label=\"Ô đánh dấu:\">☐</span> ");
            self.text(choice);
        }
        self.close("td");
    }

    fn items(&mut self, items: &[String]) {
        self.open("ul", "");
        items.iter().for_each(|item| self.leaf("li", "", item));
        self.close("ul");
    }

    fn receipt(&mut self, lines: &[String]) {
        self.open("div", "receipt");
        if !lines.is_empty() {
            self.leaf("p", "label", RECEIPT);
            lines.iter().for_each(|text| self.leaf("p", "", text));
        }
        self.close("div");
    }

    fn signature(&mut self, signature: &Signature, class: &str) {
        self.open("div", class);
        signature.authority.iter().for_each(|text| self.leaf("p", "authority", text));
        self.leaf("p", "position", &signature.position);
        self.leaf("p", "hint", &signature.hint);
        self.leaf("p", if signature.seal { "name sealed" } else { "name" }, signature.name.as_deref().unwrap_or_default());
        self.close("div");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::document::Run;

    #[test]
    fn escapes_everything() {
        let document = Document {
            title: String::new(),
            lang: "vi".to_owned(),
            author: String::new(),
            form: Form::None,
            file_name: String::new(),
            date: String::new(),
            draft: Some("<b>".to_owned()),
            blocks: vec![Block::Paragraph { runs: vec![Run { text: "<script>&\"'\nx".to_owned(), ..Run::default() }] }],
        };
        assert_eq!(
            render(&document),
            "<article class=\"dvk-doc dvk-none dvk-draft\" lang=\"vi\"><p class=\"draft\">&lt;b&gt;</p><p>&lt;script&gt;&amp;&quot;&#39;</p><p>x</p></article>"
        );
    }
}

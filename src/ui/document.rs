//! The printed document as elements, from its JSON; the same classes as `summary/html.rs`, so that one style sheet serves both.

use web_sys::Element;

use super::dom::{Dom, Made, add};
use crate::json::Json;

/// Makes the document.
pub fn article(dom: &Dom, document: &Json) -> Made {
    let form = member(document, "form");
    let article = dom.make("article", &format!("dvk-doc dvk-{form}"))?;
    article.set_attribute("lang", "vi")?;
    if let Some(draft) = document.get("draft").and_then(Json::text) {
        leaf(dom, &article, "p", "draft", draft)?;
    }
    for block in list(document, "blocks") {
        add_block(dom, &article, block, form)?;
    }
    Ok(article)
}

fn member<'a>(of: &'a Json, name: &str) -> &'a str {
    of.get(name).and_then(Json::text).unwrap_or_default()
}

fn list<'a>(of: &'a Json, name: &str) -> &'a [Json] {
    of.get(name).and_then(Json::rows).map(Vec::as_slice).unwrap_or_default()
}

/// An element with text; line breaks of the text stay.
fn leaf(dom: &Dom, parent: &Element, tag: &str, class: &str, text: &str) -> Made<()> {
    let element = dom.make(tag, class)?;
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            add(&element, &dom.make("br", "")?)?;
        }
        element.append_child(&dom.0.create_text_node(line))?;
    }
    add(parent, &element)
}

fn some(dom: &Dom, parent: &Element, class: &str, of: &Json, name: &str) -> Made<()> {
    match member(of, name) {
        "" => Ok(()),
        text => leaf(dom, parent, "p", class, text),
    }
}

fn add_block(dom: &Dom, to: &Element, block: &Json, form: &str) -> Made<()> {
    match member(block, "type") {
        "heading" => heading(dom, to, block, form),
        "title" => {
            leaf(dom, to, "h1", "", member(block, "name"))?;
            list(block, "subtitle").iter().filter_map(Json::text).try_for_each(|line| leaf(dom, to, "p", "subtitle", line))
        }
        "addressed" => match list(block, "to") {
            [one] => leaf(dom, to, "p", "addressed", &format!("Kính gửi: {}", one.text().unwrap_or_default())),
            several => {
                leaf(dom, to, "p", "addressed", "Kính gửi:")?;
                items(dom, to, several, "addressees")
            }
        },
        "section" => leaf(dom, to, if block.get("level").and_then(Json::number) == Some(1.0) { "h2" } else { "h3" }, "", member(block, "text")),
        "paragraph" => {
            let text: String = list(block, "runs").iter().map(|run| member(run, "text")).collect();
            leaf(dom, to, "p", "", &text)
        }
        "fields" => {
            let frame = dom.make("dl", "")?;
            for row in list(block, "rows") {
                let pair = dom.make("div", "")?;
                leaf(dom, &pair, "dt", "", member(row, "label"))?;
                leaf(dom, &pair, "dd", "", member(row, "value"))?;
                add(&frame, &pair)?;
            }
            add(to, &frame)
        }
        "items" => items(dom, to, list(block, "items"), ""),
        "table" => table(dom, to, block),
        "signatures" => signatures(dom, to, block),
        _ => leaf(dom, to, "p", "note", member(block, "text")),
    }
}

fn heading(dom: &Dom, to: &Element, block: &Json, form: &str) -> Made<()> {
    let mast = dom.make("header", "mast")?;
    let left = dom.make("div", "left")?;
    some(dom, &left, "superior", block, "superior")?;
    some(dom, &left, "body", block, "body")?;
    if form == "party" {
        leaf(dom, &left, "p", "star", "*")?;
    }
    some(dom, &left, "number", block, "number")?;
    let right = dom.make("div", "right")?;
    match form {
        "party" => leaf(dom, &right, "p", "party-title", "ĐẢNG CỘNG SẢN VIỆT NAM")?,
        "state" | "citizen" => {
            leaf(dom, &right, "p", "state-title", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")?;
            leaf(dom, &right, "p", "motto", "Độc lập - Tự do - Hạnh phúc")?;
        }
        _ => {}
    }
    some(dom, &right, "date", block, "placeDate")?;
    add(&mast, &left)?;
    add(&mast, &right)?;
    add(to, &mast)
}

fn items(dom: &Dom, to: &Element, lines: &[Json], class: &str) -> Made<()> {
    let frame = dom.make("ul", class)?;
    lines.iter().filter_map(Json::text).try_for_each(|line| leaf(dom, &frame, "li", "", line))?;
    add(to, &frame)
}

fn table(dom: &Dom, to: &Element, block: &Json) -> Made<()> {
    let frame = dom.make("table", "")?;
    leaf(dom, &frame, "caption", "", member(block, "caption"))?;
    let columns = list(block, "columns");
    let (head, row) = (dom.make("thead", "")?, dom.make("tr", "")?);
    for column in columns {
        let cell = dom.text("th", "", member(column, "head"))?;
        cell.set_attribute("scope", "col")?;
        add(&row, &cell)?;
    }
    add(&head, &row)?;
    add(&frame, &head)?;
    let body = dom.make("tbody", "")?;
    for cells in list(block, "rows").iter().filter_map(Json::rows) {
        let row = dom.make("tr", "")?;
        for (column, cell) in columns.iter().zip(cells) {
            let align = member(column, "align");
            leaf(dom, &row, "td", if align == "left" { "" } else { align }, cell.text().unwrap_or_default())?;
        }
        add(&body, &row)?;
    }
    add(&frame, &body)?;
    add(to, &frame)
}

fn signatures(dom: &Dom, to: &Element, block: &Json) -> Made<()> {
    let frame = dom.make("footer", "sign")?;
    let receipt = dom.make("div", "receipt")?;
    let lines = list(block, "receipt");
    if !lines.is_empty() {
        leaf(dom, &receipt, "p", "label", "Nơi nhận:")?;
        lines.iter().filter_map(Json::text).try_for_each(|line| leaf(dom, &receipt, "p", "", line))?;
    }
    add(&frame, &receipt)?;
    for signature in block.get("signer").into_iter().chain(list(block, "confirmations")) {
        let place = dom.make("div", "signature")?;
        some(dom, &place, "authority", signature, "authority")?;
        some(dom, &place, "position", signature, "position")?;
        some(dom, &place, "hint", signature, "hint")?;
        leaf(dom, &place, "p", "name", member(signature, "name"))?;
        add(&frame, &place)?;
    }
    add(to, &frame)
}

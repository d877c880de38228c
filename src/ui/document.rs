//! The printed document as elements, from its JSON; the same classes as `summary/html.rs`, so that one style sheet serves both.

use web_sys::Element;

use super::dom::{Dom, Made, add};
use crate::json::Json;
use crate::summary::wording::{MOTTO, PARTY_TITLE, RECEIPT, STATE_TITLE, listed};

/// Makes the document.
pub fn article(dom: &Dom, document: &Json) -> Made {
    let form = member(document, "form");
    let draft = document.get("draft").and_then(Json::text);
    let article = dom.make("article", &format!("dvk-doc dvk-{form}{}", if draft.is_some() { " dvk-draft" } else { "" }))?;
    article.set_attribute("lang", "vi")?;
    if let Some(draft) = draft {
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
        element.append_child(&dom.page.create_text_node(line))?;
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
            let about = dom.make("div", "about")?;
            list(block, "subtitle").iter().filter_map(Json::text).try_for_each(|line| leaf(dom, &about, "p", "subtitle", line))?;
            add(to, &about)
        }
        "addressed" => addressed(dom, to, list(block, "to")),
        "section" => leaf(dom, to, if block.get("level").and_then(Json::number) == Some(1.0) { "h2" } else { "h3" }, "", member(block, "text")),
        "paragraph" => {
            let text: String = list(block, "runs").iter().map(|run| member(run, "text")).collect();
            text.split('\n').filter(|line| !line.trim().is_empty()).try_for_each(|line| leaf(dom, to, "p", "", line))
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
        "items" => items(dom, to, list(block, "items")),
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
    if form == "party" && !member(block, "body").is_empty() {
        leaf(dom, &left, "p", "star", "*")?;
    }
    let right = dom.make("div", "right")?;
    match form {
        "party" => leaf(dom, &right, "p", "party-title", PARTY_TITLE)?,
        "state" | "citizen" => {
            leaf(dom, &right, "p", "state-title", STATE_TITLE)?;
            leaf(dom, &right, "p", "motto", MOTTO)?;
        }
        _ => {}
    }
    add(&mast, &left)?;
    add(&mast, &right)?;
    some(dom, &mast, "number", block, "number")?;
    some(dom, &mast, "date", block, "placeDate")?;
    add(to, &mast)
}

fn addressed(dom: &Dom, to: &Element, names: &[Json]) -> Made<()> {
    let frame = dom.make("div", "addressed")?;
    leaf(dom, &frame, "p", "", "Kính gửi:")?;
    let names: Vec<&str> = names.iter().filter_map(Json::text).collect();
    match names.as_slice() {
        [one] => leaf(dom, &frame, "p", "", one)?,
        several => {
            let list = dom.make("ul", "")?;
            for (at, name) in several.iter().enumerate() {
                leaf(dom, &list, "li", "", &listed(name, at + 1 == several.len()))?;
            }
            add(&frame, &list)?;
        }
    }
    add(to, &frame)
}

fn items(dom: &Dom, to: &Element, lines: &[Json]) -> Made<()> {
    let frame = dom.make("ul", "")?;
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
    // A single confirmation takes the left column when nothing else stands there.
    let (beside, below) = match (list(block, "receipt"), list(block, "confirmations")) {
        ([], [one]) => (Some(one), &[] as &[Json]),
        (_, below) => (None, below),
    };
    match beside {
        Some(one) => add(&frame, &place(dom, one, "signature confirms")?)?,
        None => add(&frame, &receipt(dom, list(block, "receipt"))?)?,
    }
    if let Some(signer) = block.get("signer") {
        add(&frame, &place(dom, signer, "signature")?)?;
    }
    for confirmation in below {
        add(&frame, &place(dom, confirmation, "signature confirms")?)?;
    }
    add(to, &frame)
}

fn receipt(dom: &Dom, lines: &[Json]) -> Made {
    let frame = dom.make("div", "receipt")?;
    if !lines.is_empty() {
        leaf(dom, &frame, "p", "label", RECEIPT)?;
        lines.iter().filter_map(Json::text).try_for_each(|line| leaf(dom, &frame, "p", "", line))?;
    }
    Ok(frame)
}

fn place(dom: &Dom, signature: &Json, class: &str) -> Made {
    let frame = dom.make("div", class)?;
    some(dom, &frame, "authority", signature, "authority")?;
    some(dom, &frame, "position", signature, "position")?;
    some(dom, &frame, "hint", signature, "hint")?;
    let sealed = signature.get("seal") == Some(&Json::Bool(true));
    leaf(dom, &frame, "p", if sealed { "name sealed" } else { "name" }, member(signature, "name"))?;
    Ok(frame)
}

//! A list of rows: each row a group of boxes, with a way to add, to take out, and to take back.

use web_sys::Element;

use super::dom::{Dom, Made, add, id_of};
use super::field::{field, helps, name_of, said};
use super::state::State;
use crate::json::{Json, pointer};
use crate::messages::{Say, lower_first};
use crate::record::fields::FIELDS;

/// Makes the list at a path.
pub fn rows(dom: &Dom, state: &State, list: &str) -> Made {
    let described = format!("{0}-help {0}-example {0}-said", id_of(list));
    let tag = if state.is_out(list) { "fieldset hidden=" } else { "fieldset" };
    let frame = dom.build(tag, "field rows", &[("data-field", list), ("data-list", list), ("aria-describedby", &described)], "")?;
    add(&frame, &dom.text("legend", "label", &name_of(state, list))?)?;
    helps(dom, state, list, &frame)?;
    add(&frame, &said(dom, &id_of(list))?)?;
    let count = pointer::get(&state.tree, list).and_then(Json::rows).map_or(0, Vec::len);
    let removed = state.removed.as_ref().filter(|removed| removed.list == list);
    for at in 0..count {
        if let Some(removed) = removed.filter(|removed| removed.at == at) {
            add(&frame, &undo(dom, list, removed.at)?)?;
        }
        add(&frame, &row(dom, state, list, at)?)?;
    }
    if let Some(removed) = removed.filter(|removed| removed.at >= count) {
        add(&frame, &undo(dom, list, removed.at)?)?;
    } else if count == 0 {
        add(&frame, &dom.line("p", "none", Say::NoRows)?)?;
    }
    let name = lower_first(dom.wording.row(list));
    add(&frame, &dom.button("button second", &dom.fill(Say::AddRow, &[("row", &name)]), "add-row", list)?)?;
    Ok(frame)
}

fn row(dom: &Dom, state: &State, list: &str, at: usize) -> Made {
    let path = format!("{list}/{at}");
    let frame = dom.build("fieldset", "row", &[("data-row", &path)], "")?;
    let name = format!("{} {}", dom.wording.row(list), at + 1);
    add(&frame, &dom.text("legend", "", &name)?)?;
    let grid = dom.make("div", "grid")?;
    for column in FIELDS.iter().filter(|field| field.path.strip_prefix(list).is_some_and(|tail| tail.starts_with("/*/"))) {
        add(&grid, &field(dom, state, &column.path.replace('*', &at.to_string()))?)?;
    }
    add(&frame, &grid)?;
    add(&frame, &dom.button("button link", &dom.fill(Say::RemoveRow, &[("row", &lower_first(&name))]), "remove-row", &path)?)?;
    Ok(frame)
}

fn undo(dom: &Dom, list: &str, at: usize) -> Made<Element> {
    let bar = dom.make("div", "undo")?;
    let name = lower_first(&format!("{} {}", dom.wording.row(list), at + 1));
    let id = format!("{}-removed", id_of(list));
    add(&bar, &dom.build("span", "", &[("id", &id)], &dom.fill(Say::RowRemoved, &[("row", &name)]))?)?;
    let back = dom.press("button link", Say::UndoRemove, "undo-row", list)?;
    back.set_attribute("aria-describedby", &id)?;
    add(&bar, &back)?;
    Ok(bar)
}

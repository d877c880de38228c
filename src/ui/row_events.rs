//! Rows of a list: one more, one less, one taken back.

use super::app::Inner;
use super::state::Removed;
use crate::json::{Json, Members, pointer};
use crate::record::branches;

impl Inner {
    /// A row more, with the focus in its first box.
    pub fn add_row(&self, list: &str) {
        let mut at = 0;
        if let Ok(mut state) = self.state.try_borrow_mut() {
            at = pointer::get(&state.tree, list).and_then(Json::rows).map_or(0, Vec::len);
            if at == 0 {
                pointer::set(&mut state.tree, list, Json::List(Vec::new()));
            }
            let row = if list == "/model/resources" { vec![("unit".to_owned(), Json::from("đồng"))] } else { Members::new() };
            pointer::set(&mut state.tree, &format!("{list}/{at}"), Json::Object(row));
        }
        self.mind(self.redraw());
        self.to_first(&[&format!("[data-row=\"{list}/{at}\"] [data-path]")]);
        self.keep(list);
    }

    /// A row less; it can be taken back.
    pub fn remove_row(&self, row: &str) {
        let Some((list, at)) = row.rsplit_once('/').and_then(|(list, at)| Some((list, at.parse::<usize>().ok()?))) else { return };
        if let Ok(mut state) = self.state.try_borrow_mut()
            && let Some((row, unread)) = branches::remove_row(&mut state.tree, list, at)
        {
            state.removed = Some(Removed { list: list.to_owned(), at, row, unread });
            state.changed = true;
        }
        self.mind(self.redraw());
        self.to_first(&[&format!("[data-list=\"{list}\"] [data-action=undo-row]")]);
        self.keep(list);
        self.recheck();
    }

    /// The row that was taken out comes back to where it stood.
    pub fn undo_row(&self, list: &str) {
        let mut row = String::new();
        if let Ok(mut state) = self.state.try_borrow_mut()
            && let Some(removed) = state.removed.take()
        {
            row = format!("{list}/{}", removed.at);
            branches::insert_row(&mut state.tree, &removed.list, removed.at, removed.row, removed.unread);
        }
        self.mind(self.redraw());
        self.to_first(&[&format!("[data-row=\"{row}\"] [data-path]")]);
        self.keep(list);
        self.recheck();
    }
}

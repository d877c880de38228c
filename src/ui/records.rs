//! Whole records: put into the form, offered, asked about, printed.

use super::app::Inner;
use super::dom::{Made, add, clear, focus, show};
use super::{findings, review};
use crate::json::Json;
use crate::messages::Say;
use crate::record::fields::Step;

impl Inner {
    /// Puts another record into the form; what was there stays as a draft of its own.
    pub fn replace(&self, tree: Json, notice: &str) {
        self.host.part();
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.tree = tree;
            state.touched.clear();
            state.all = false;
            state.report = Json::Null;
            state.removed = None;
            state.fixed = None;
            state.mends = super::mend::Mends::default();
            state.offered = None;
            state.changed = false;
            state.step = Step::Applicant;
        }
        self.hush();
        self.mind(self.redraw());
        self.recheck();
        findings::status(&self.frame.made, "");
        findings::status(&self.frame.status, notice);
    }

    /// A file was opened: at once when nothing is lost, else after a yes. `more` is said of it too.
    pub fn offer(&self, tree: Json, name: &str, more: &str) {
        let told = |sentence| format!("{} {more}", self.dom.fill(sentence, &[("name", name)])).trim_end().to_owned();
        let changed = self.state.try_borrow().is_ok_and(|state| state.changed);
        if !changed {
            self.replace(tree, &told(Say::FileOpened));
            return;
        }
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.offered = Some((told(Say::FileOpened), tree));
        }
        self.mind(self.ask(&told(Say::FileOpenSure), (self.dom.say(Say::FileOpenYes), "take-file"), (self.dom.say(Say::FileOpenNo), "keep-mine"), true));
    }

    /// Asks a question with two answers; `looks` puts the focus on it.
    pub fn ask(&self, question: &str, yes: (&str, &str), no: (&str, &str), looks: bool) -> Made<()> {
        let place = &self.frame.ask;
        clear(place);
        add(place, &self.dom.text("p", "", question)?)?;
        add(place, &self.dom.button("button", no.0, no.1, "")?)?;
        add(place, &self.dom.button("button second", yes.0, yes.1, "")?)?;
        show(place, true)?;
        if looks {
            focus(place);
        }
        Ok(())
    }

    /// The question is answered: it goes away, and the focus that was on it goes to the step, where work goes on.
    pub fn hush(&self) {
        let held = self.frame.ask.matches(":focus-within").unwrap_or(false);
        self.mind(show(&self.frame.ask, false));
        if held {
            self.to_first(&["h2"]);
        }
    }

    /// Prints the form.
    pub fn print(&self) {
        let Ok(state) = self.state.try_borrow() else { return };
        match review::made(&self.dom, &state, &self.host) {
            Ok(Some((document, title))) => self.host.print(&document, &title),
            Ok(None) => self.host.wake(),
            Err(trouble) => self.host.trouble(&trouble),
        }
    }
}

//! What a person asks for in a search box, taken apart: a type, a name, what it lies in; and how well a name fits.

use crate::text::fold::{fold, soft};

use super::CommuneKind;
use super::find::key;
use super::starts::words;

/// Words for a type that may stand before a name; those of before July 2025 name no type of today.
const TYPES: [(&str, Option<CommuneKind>); 15] = [
    ("xã", Some(CommuneKind::Commune)),
    ("x", Some(CommuneKind::Commune)),
    ("phường", Some(CommuneKind::Ward)),
    ("p", Some(CommuneKind::Ward)),
    ("f", Some(CommuneKind::Ward)),
    ("đặc khu", Some(CommuneKind::SpecialZone)),
    ("đk", Some(CommuneKind::SpecialZone)),
    ("thị trấn", None),
    ("tt", None),
    ("huyện", None),
    ("quận", None),
    ("thị xã", None),
    ("tx", None),
    ("thành phố", None),
    ("tp", None),
];

/// Of these, what stands for a commune of before; the others are districts.
const TOWNS: [&str; 2] = ["thị trấn", "tt"];

/// The same for what a commune lies in: left out, not compared.
const AROUND: [&str; 12] = ["tinh", "thanh pho", "tp", "t", "huyen", "quan", "thi xa", "tx", "h", "q", "t.p", "tx."];

/// How well a name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the name.
    Whole,
    /// The name begins with it, or it is the name with what it lies in.
    Start,
    /// A later word of the name begins with it, or each of its words begins a word of the name.
    Word,
    /// A later word of the name, and what it lies in.
    Loose,
}

impl Fit {
    /// How many there are.
    pub(super) const COUNT: usize = 4;
}

/// A type and the name behind it.
pub(super) struct Typed {
    /// The type of today; None for one of before.
    pub(super) kind: Option<CommuneKind>,
    /// It is that of a district.
    pub(super) district: bool,
    /// Search key of the name.
    pub(super) name: String,
}

/// What is asked for.
pub(super) struct Asked {
    /// Search key of what stands before the first comma.
    pub(super) whole: String,
    /// The same, read as a type and a name.
    pub(super) typed: Option<Typed>,
    /// Search keys of what stands behind commas.
    pub(super) around: Vec<String>,
    /// The name as typed, where it has marks: they put first what has the same.
    marks: Option<String>,
}

impl Asked {
    pub(super) fn of(text: &str) -> Asked {
        let mut parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let name = parts.next().unwrap_or_default();
        let whole = key(name);
        let marks = (!name.is_ascii()).then(|| soft(name));
        // “Phương Hải” is no phường, “phuong hai” may be one.
        let begins = |word: &str| marks.as_ref().is_none_or(|marks| marks.starts_with(word) || marks.starts_with(&fold(word)));
        let mut types = TYPES.iter().filter(|(word, _)| begins(word));
        let typed = types.find_map(|(word, kind)| Some((behind(&whole, &fold(word))?.to_owned(), word, *kind)));
        let typed = typed.map(|(name, word, kind)| Typed { kind, district: kind.is_none() && !TOWNS.contains(word), name });
        let around = parts.map(key).collect();
        Asked { whole, typed, around, marks }
    }

    /// The readings: as it stands, and without the type.
    pub(super) fn readings(&self) -> impl Iterator<Item = (&str, Option<&Typed>)> {
        std::iter::once((self.whole.as_str(), None)).chain(self.typed.as_ref().map(|typed| (typed.name.as_str(), Some(typed))))
    }

    /// Whether a name has the marks that were typed, in a text of which a type may stand first; without any typed, it has.
    pub(super) fn same_marks(&self, name: &str, typed: Option<&Typed>) -> bool {
        let Some(marks) = &self.marks else { return true };
        let name = soft(name);
        let words_behind = typed.map_or(usize::MAX, |typed| typed.name.split(' ').count());
        let skipped = marks.split(' ').count().saturating_sub(words_behind);
        let marks = marks.split(' ').skip(skipped).collect::<Vec<_>>().join(" ");
        name.contains(&marks) || marks.starts_with(&name)
    }

    /// How a name fits of which a word begins at a byte, and what is left of the text then: what the name lies in.
    pub(super) fn fit<'a>(asked: &'a str, name: &str, at: usize) -> Option<(Fit, &'a str)> {
        let tail = name.get(at..)?;
        let first = at == 0;
        if let Some(more) = tail.strip_prefix(asked) {
            return Some((
                if !first {
                    Fit::Word
                } else if more.is_empty() {
                    Fit::Whole
                } else {
                    Fit::Start
                },
                "",
            ));
        }
        if let Some(rest) = asked.strip_prefix(tail).and_then(|rest| rest.strip_prefix(' ')) {
            // “vinh hai t”: a type begins.
            let begun = AROUND.iter().any(|word| word.starts_with(rest));
            return Some(match (first, begun) {
                // “Tân Phú Đông” is a name of its own, and may be Tân Phú in Đồng Tháp.
                (true, false) => (Fit::Start, rest),
                (true, true) => (Fit::Word, ""),
                (false, _) => (Fit::Loose, if begun { "" } else { rest }),
            });
        }
        let mut of_name = tail.split(' ');
        let all = asked.split(' ').all(|word| of_name.next().is_some_and(|whole| whole.starts_with(word)));
        all.then_some((Fit::Word, ""))
    }
}

/// What stands behind a word for a type: “p. thanh khe”, “p.1”, “xa vinh hai”.
fn behind<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(word)?;
    let name = rest.trim_start_matches([' ', '.']);
    (name.len() < rest.len() && !name.is_empty()).then_some(name)
}

/// A name without what stands for its type; “tphcm” too.
pub(super) fn bare(text: &str) -> &str {
    let named = AROUND.iter().find_map(|word| behind(text, word));
    named.or_else(|| text.strip_prefix("tp").filter(|rest| *rest == "hcm")).unwrap_or(text)
}

/// Whether a province or district is meant by a text that may still be in the making: by the beginning of its name or by its initials, a type before it or not.
pub(super) fn means(key: &str, text: &str) -> bool {
    [text, bare(text)].iter().any(|text| key.starts_with(text) || initials(key, text))
}

/// The same for a name that is complete.
pub(super) fn is_meant(key: &str, text: &str) -> bool {
    [text, bare(text)].iter().any(|text| key == *text || initials(key, text))
}

/// “hcm” for “ho chi minh”, “brvt” for “ba ria vung tau”.
pub(super) fn initials(key: &str, text: &str) -> bool {
    text.len() >= 2 && words(key).filter_map(|at| key.as_bytes().get(at)).eq(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart() {
        let asked = Asked::of("P. Thanh Khê, TP. Đà Nẵng");
        assert_eq!((asked.whole.as_str(), asked.around.as_slice()), ("p. thanh khe", ["tp. da nang".to_owned()].as_slice()));
        let typed = asked.typed.unwrap();
        assert_eq!((typed.kind, typed.name.as_str()), (Some(CommuneKind::Ward), "thanh khe"));
        let kind = |text| Asked::of(text).typed.map(|typed| (typed.kind, typed.name));
        assert_eq!(kind("thị trấn Khánh Hải"), Some((None, "khanh hai".to_owned())));
        assert_eq!(kind("P.1"), Some((Some(CommuneKind::Ward), "1".to_owned())));
        assert_eq!(kind("phuong hai"), Some((Some(CommuneKind::Ward), "hai".to_owned())));
        assert_eq!(["phuong", "Phương Hải", "Phượng Dực", "xã", "Quản Bạ"].map(kind), [const { None }; 5]);
        assert_eq!(Asked::of(" ,").whole, "");
    }

    #[test]
    fn names_fit_whole_by_their_beginning_and_by_words() {
        let fit = |asked, name, at| Asked::fit(asked, name, at);
        assert_eq!(fit("vinh hai", "vinh hai", 0), Some((Fit::Whole, "")));
        assert_eq!(fit("vinh h", "vinh hai", 0), Some((Fit::Start, "")));
        assert_eq!(fit("hai", "vinh hai", 5), Some((Fit::Word, "")));
        assert_eq!(fit("v h", "vinh hai", 0), Some((Fit::Word, "")));
        assert_eq!(fit("vinh hai tinh khanh h", "vinh hai", 0), Some((Fit::Start, "tinh khanh h")));
        assert_eq!(fit("vinh hai t", "vinh hai", 0), Some((Fit::Word, "")));
        assert_eq!(fit("hai khanh hoa", "vinh hai", 5), Some((Fit::Loose, "khanh hoa")));
        assert_eq!(fit("vinh hau", "vinh hai", 0), None);
        assert_eq!(fit("vinh hai tay", "vinh hai tay", 0), Some((Fit::Whole, "")));
    }

    #[test]
    fn provinces_are_meant_by_beginnings_and_initials() {
        assert!(
            means("ho chi minh", "hcm")
                && means("ha noi", "hn")
                && means("khanh hoa", "khanh")
                && means("ba ria vung tau", "brvt")
                && means("tinh bien", "tinh b")
        );
        assert!(!means("khanh hoa", "hoa") && !means("ha noi", "n") && !means("ho chi minh", "hc m"));
        assert_eq!(["tp hcm", "tp.hue", "tphcm", "tinh lam dong", "thanh hoa"].map(bare), ["hcm", "hue", "hcm", "lam dong", "thanh hoa"]);
    }
}

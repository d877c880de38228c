//! Finds provinces and communes by name, written the way people write them.
//!
//! A name is found by equality of its search key: case, marks, apostrophes and dashes do not count, so “Khánh Hoà”, “khanh hoa” and
//! “KHÁNH HÒA” are one. The type may stand in front (“xã Vĩnh Hải”, “P. Mỹ Tho”, “TP. Đà Nẵng”) or not. What is close but not equal is not found: no guess is
//! made in anyone's name.

use crate::text::fold::{fold, soft};

use super::{Commune, CommuneKind, CommuneRow, Province, ProvinceRow, Row, Units};

/// What may stand for a commune's type, in a search key.
const TYPE_WORDS: [(&str, CommuneKind); 7] = [
    ("xa ", CommuneKind::Commune),
    ("x.", CommuneKind::Commune),
    ("x ", CommuneKind::Commune),
    ("phuong ", CommuneKind::Ward),
    ("p.", CommuneKind::Ward),
    ("p ", CommuneKind::Ward),
    ("dac khu ", CommuneKind::SpecialZone),
];

/// A commune that bears a name, and how well it fits.
#[derive(Clone, Copy)]
pub(super) struct Hit<'a> {
    pub(super) commune: &'a CommuneRow,
    /// The marks agree too; case and the placement of tone marks do not count.
    pub(super) exact: bool,
    /// The type agrees, or none was given.
    pub(super) kind: bool,
}

impl Units {
    /// The provinces with this name; at most one in the present list. “TP HCM” is understood as well: the initials of a name of three words or more.
    ///
    /// The type in front is not compared: “tỉnh Đồng Nai” was right until April 2026.
    #[must_use]
    pub fn find_provinces(&self, text: &str) -> Vec<Province<'_>> {
        self.provinces_named(text).into_iter().map(|province| self.show_province(province)).collect()
    }

    /// The communes with this name, in one province or in all: 241 full names occur in several provinces, and some differ from a neighbour's only by a mark.
    /// Those with the same marks come first, then the order of provinces.
    ///
    /// A type in front leaves out the other types where the best hit has it; otherwise they stay, for types change: “xã Trảng Bom” finds Phường Trảng Bom.
    #[must_use]
    pub fn find_communes(&self, text: &str, province_code: Option<&str>) -> Vec<Commune<'_>> {
        let hits = self.communes_named(text, province_code);
        // Four passes: a sort would cost kilobytes of wasm.
        let mut found: Vec<Hit<'_>> = Vec::new();
        for (exact, kind) in [(true, true), (true, false), (false, true), (false, false)] {
            found.extend(hits.iter().filter(|hit| (hit.exact, hit.kind) == (exact, kind)));
        }
        let narrow = found.first().is_some_and(|hit| hit.kind);
        found.iter().filter(|hit| hit.kind || !narrow).map(|hit| self.show_commune(hit.commune)).collect()
    }

    pub(super) fn provinces_named(&self, text: &str) -> Vec<&ProvinceRow> {
        let whole = key(text);
        let rest = ["tinh ", "thanh pho ", "tp"].iter().find_map(|word| whole.strip_prefix(word)).unwrap_or(&whole).trim_start_matches(['.', ' ']);
        self.provinces.iter().filter(|province| is_named(self.key(province.row), rest)).collect()
    }

    pub(super) fn communes_named(&self, text: &str, province_code: Option<&str>) -> Vec<Hit<'_>> {
        let whole = key(text);
        // “Xa Dung” and “Phượng Dực” are names that look like a type and a name.
        let typed = TYPE_WORDS.iter().find_map(|(word, kind)| whole.strip_prefix(word).map(|rest| (rest.trim_start_matches(['.', ' ']), *kind)));
        let hit = |commune: &'_ CommuneRow| {
            let key = self.key(commune.row);
            let kind = if key == whole { true } else { typed.filter(|(rest, _)| *rest == key)?.1 == commune.kind };
            Some((kind, self.same_marks(text, commune.row)))
        };
        self.rows_of(province_code).iter().filter_map(|commune| hit(commune).map(|(kind, exact)| Hit { commune, exact, kind })).collect()
    }

    /// Whether a text that has the name's key ends in the name itself.
    fn same_marks(&self, text: &str, row: Row) -> bool {
        soft(text).ends_with(&soft(self.name(row)))
    }
}

/// The search key of a name: folded, without apostrophes (“Cư M’gar” is often written “Cư Mgar”) and dashes, and with one letter for “i” and “y” where both
/// are written (“Phú Quí” and “Phú Quý”, “Mĩ Tho” and “Mỹ Tho”).
pub(super) fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for sign in fold(name).chars().filter(|sign| *sign != '\'').map(|sign| if sign == '-' { ' ' } else { sign }) {
        if sign != ' ' || !out.is_empty() && !out.ends_with(' ') {
            out.push(sign);
        }
    }
    out.truncate(out.trim_end().len());
    short_y(&mut out);
    out
}

/// “li” for “ly”, “quy” for “qui”, at the end of a syllable; not “thuy”, “tay”, “yen”. The other way round, beginnings of “Quyền” and “Minh” would be lost.
fn short_y(key: &mut String) {
    let bytes = key.as_bytes();
    let letter = |at: usize| bytes.get(at).copied().filter(u8::is_ascii_alphabetic);
    let now = |at: usize| {
        let before = at.checked_sub(1).and_then(letter)?;
        let after_qu = before == b'u' && at.checked_sub(2).and_then(letter) == Some(b'q');
        match letter(at)? {
            _ if letter(at + 1).is_some() => None,
            b'y' if !b"aeiouy".contains(&before) => Some("i"),
            b'i' if after_qu => Some("y"),
            _ => None,
        }
    };
    let found: Vec<(usize, &str)> = (0..bytes.len()).filter_map(|at| Some((at, now(at)?))).collect();
    for (at, letter) in found {
        key.replace_range(at..=at, letter);
    }
}

/// By name, or as “hcm” for “ho chi minh”; two letters would be ambiguous (“dn” is Đà Nẵng and Đồng Nai).
fn is_named(key: &str, text: &str) -> bool {
    key == text || (text.len() >= 3 && key.split(' ').filter_map(|word| word.chars().next()).eq(text.chars()))
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::*;

    #[track_caller]
    fn province(text: &str, code: &str) {
        assert_eq!(shipped().find_provinces(text).iter().map(|province| province.code).collect::<String>(), code, "{text}");
    }

    #[track_caller]
    fn commune(text: &str, province: Option<&str>, codes: &[&str]) {
        assert_eq!(shipped().find_communes(text, province).iter().map(|commune| commune.code).collect::<Vec<_>>(), codes, "{text}");
    }

    #[test]
    fn provinces_are_found_with_and_without_their_type() {
        for text in ["Khánh Hòa", "Khánh Hoà", "tỉnh Khánh Hòa", "TỈNH KHÁNH HOÀ", " khanh  hoa ", "Tỉnh Khánh\u{a0}Hòa"] {
            province(text, "56");
        }
        for text in ["TP. Đà Nẵng", "TP.Đà Nẵng", "tp Đà Nẵng", "thành phố Đà Nẵng", "Đà Nẵng"] {
            province(text, "48");
        }
        for text in ["TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh", "TP HCM", "TP.HCM", "TPHCM", "Tp. hcm", "Hồ Chí Minh"] {
            province(text, "79");
        }
        province("thành phố Huế", "46");
        province("tỉnh Đồng Nai", "75");
        province("TP. Đồng Nai", "75");
        for text in ["", "TP", "tỉnh", "DN", "TP. ĐN", "Bình Thuận", "Ninh Thuận", "Khánh", "TP. Đà Lạt", "HC", "tỉnh tỉnh Khánh Hòa"] {
            province(text, "");
        }
    }

    #[test]
    fn communes_are_found_with_and_without_their_type() {
        for text in ["xã Vĩnh Hải", "Xã Vĩnh Hải", "Vĩnh Hải", "X. Vĩnh Hải", "x.Vĩnh Hải", "x vĩnh hải", "VINH HAI", "XÃ  VĨNH HẢI "] {
            commune(text, Some("56"), &["22846"]);
        }
        commune("Xã Vĩnh Hải", None, &["11875", "22846", "31795"]);
        for text in ["P. Ninh Chử", "p.Ninh Chử", "P Ninh Chử", "phường Ninh Chử", "Ninh Chử"] {
            commune(text, None, &["22834"]);
        }
        commune("đặc khu Phú Quý", None, &["23272"]);
        commune("Đặc khu Phú Quí", None, &["23272"]);
        commune("thị trấn Phú Quý", None, &[]);
        commune("xã Vĩnh Hải", Some("99"), &[]);
        for text in ["", "xã", "P.", "Vĩnh", "xã xã Vĩnh Hải"] {
            commune(text, None, &[]);
        }
    }

    #[test]
    fn names_may_have_digits_dashes_and_apostrophes() {
        commune("Phường 1 Bảo Lộc", None, &["24823"]);
        commune("P.1 Bảo Lộc", Some("68"), &["24823"]);
        commune("xã Đam Rông 2", None, &["24877"]);
        for text in ["Phường Lang Biang - Đà Lạt", "phường Lang Biang-Đà Lạt", "Lang Biang – Đà Lạt", "Lang Biang -Đà Lạt"] {
            commune(text, None, &["24846"]);
        }
        for text in ["B’Lao", "phường B'Lao", "P. Blao"] {
            commune(text, None, &["24829"]);
        }
        for text in ["xã D’Ran", "Xã D'Ran", "Dran"] {
            commune(text, None, &["24934"]);
        }
    }

    #[test]
    fn a_name_may_look_like_a_type_and_a_name() {
        commune("Xa Dung", None, &["03208"]);
        commune("xã Xa Dung", None, &["03208"]);
        commune("Xã Phượng Dực", Some("01"), &["10279"]);
        commune("Phượng Dực", Some("01"), &["10279"]);
        commune("Phương Liệt", Some("01"), &["00352"]);
    }

    #[test]
    fn the_same_marks_come_first_and_a_type_narrows() {
        // Đồng Tháp has Phường Mỹ Tho and Xã Mỹ Thọ.
        commune("Mỹ Tho", Some("82"), &["28261", "30076"]);
        commune("Mỹ Thọ", Some("82"), &["30076", "28261"]);
        commune("P. Mỹ Tho", Some("82"), &["28261"]);
        commune("xa my tho", Some("82"), &["30076"]);
        commune("xã Mỹ Tho", Some("82"), &["28261", "30076"]);
        // Either placement of the tone is the same name; Phường Thuận Hóa in Huế is another.
        let units = shipped();
        let places = |text| units.find_communes(text, None).iter().map(|commune| commune.province).collect::<Vec<_>>();
        assert_eq!(places("Thuận Hoà"), ["08", "92", "46"]);
        assert_eq!(places("Thuận Hòa"), ["08", "92", "46"]);
        assert_eq!(places("Thuận Hóa"), ["46", "08", "92"]);
        // What is a phường since 2026 is found by its former type.
        commune("xã Trảng Bom", None, &["26248"]);
        assert_eq!(units.find_communes("Xã Tân Tiến", None).len(), 7);
        assert_eq!(units.find_communes("Tân Tiến", None).len(), 8);
    }

    #[test]
    fn every_unit_is_found_first_by_its_full_name() {
        let units = shipped();
        for province in units.provinces() {
            assert_eq!(units.find_provinces(&province.full_name()), [province]);
            assert_eq!(units.find_provinces(province.name), [province]);
            for commune in units.communes_of(province.code) {
                for text in [commune.full_name(), commune.full_name().to_uppercase(), commune.full_name().to_lowercase()] {
                    assert_eq!(units.find_communes(&text, Some(province.code)).first(), Some(&commune), "{text}");
                }
                assert!(units.find_communes(&fold(&commune.full_name()), None).contains(&commune), "{}", commune.full_name());
            }
        }
    }
}

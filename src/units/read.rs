//! Reads the unit list from its file, `data/units.json`.
//!
//! The file is JSON of 44.7 kB (17.2 kB gzip, 14.9 kB brotli):
//!
//! ```json
//! {"format":"dvk-units/1","date":"2026-08-24","source":"…",
//! "provinces":["01 TP Hà Nội","04 Cao Bằng"],
//! "communes":["Ba Đình|Ngọc Hà|Giảng Võ","Thục Phán|Nùng Trí Cao"],
//! "codes":["1B1B2F","1A…"]}
//! ```
//!
//! - `provinces`: code, a space, “TP ” if it is a city, the name; in code order.
//! - `communes`: for each province the names of its communes, without type, in code order, between bars.
//! - `codes`: for each province one token per commune, `[number]letter[*]`. The commune's code is the one before it (0 at first) plus the number (3 where
//!   none stands) plus 3 times the letter's place (a is 0): most codes are 3, 6 or 9 apart. A small letter is a xã, a capital a phường, a star a đặc khu.
//!
//! Search keys are made while reading, 3,321 foldings, so that a search folds nothing but what was typed.

use std::ops::Range;

use super::find::key;
use super::starts::Starts;
use super::{CommuneKind, CommuneRow, ProvinceKind, ProvinceRow, Row, Units};
use crate::json::{self, Json, Limits, Problem};

/// What the file calls itself.
const FORMAT: &str = "dvk-units/1";

impl Units {
    /// Reads the list.
    ///
    /// # Errors
    /// `bad-units` with the path of what is wrong, also where the bytes are not JSON at all.
    pub fn read(bytes: &[u8]) -> Result<Units, Problem> {
        let whole = json::read(bytes, Limits::default()).map_err(|problem| Problem { code: "bad-units", expected: FORMAT.to_owned(), ..problem })?;
        if text(&whole, "format")? != FORMAT {
            return Err(bad("/format", text(&whole, "format")?, FORMAT));
        }
        let (provinces, communes, codes) = (lines(&whole, "provinces")?, lines(&whole, "communes")?, lines(&whole, "codes")?);
        for (path, lines) in [("/communes", &communes), ("/codes", &codes)] {
            if lines.len() != provinces.len() {
                return Err(bad(path, &lines.len().to_string(), &provinces.len().to_string()));
            }
        }
        let (date, source) = (text(&whole, "date")?.to_owned(), text(&whole, "source")?.to_owned());
        let mut units = Units { date, source, text: String::with_capacity(4 * bytes.len()), ..Units::default() };
        for (at, ((province, communes), codes)) in (0..=u8::MAX).zip(provinces.into_iter().zip(communes).zip(codes)) {
            let range = units.keep_communes(at, communes, codes).ok_or_else(|| bad(&format!("/codes/{at}"), codes, "a code for each name"))?;
            units.keep_province(province, range).ok_or_else(|| bad(&format!("/provinces/{at}"), province, "56 Khánh Hòa"))?;
        }
        units.text.shrink_to_fit();
        units.starts = Starts::of(units.communes.iter().map(|commune| units.key(commune.row)));
        Ok(units)
    }

    fn keep_province(&mut self, line: &str, communes: Range<usize>) -> Option<()> {
        let (code, name) = line.split_once(' ')?;
        let (kind, name) = name.strip_prefix("TP ").map_or((ProvinceKind::Province, name), |name| (ProvinceKind::City, name));
        let row = self.keep(code, name, &key(name))?;
        self.provinces.push(ProvinceRow { row, kind, communes });
        Some(())
    }

    /// Keeps the communes of the province that stands at `province`, in name order, and says where they are.
    fn keep_communes(&mut self, province: u8, names: &str, codes: &str) -> Option<Range<usize>> {
        let codes = steps(codes)?;
        let mut found: Vec<(String, &str, u32, CommuneKind)> = Vec::with_capacity(codes.len());
        let mut names = names.split('|');
        for (code, kind) in codes {
            let name = names.next()?;
            let key = key(name);
            // Inserting one by one: a sort would cost kilobytes of wasm.
            let at = found.partition_point(|other| (other.0.as_str(), other.1) < (key.as_str(), name));
            found.insert(at, (key, name, code, kind));
        }
        if names.next().is_some() {
            return None;
        }
        let from = self.communes.len();
        for (key, name, code, kind) in found {
            let row = self.keep(&format!("{code:05}"), name, &key)?;
            self.communes.push(CommuneRow { row, kind, province });
        }
        Some(from..self.communes.len())
    }

    fn keep(&mut self, code: &str, name: &str, key: &str) -> Option<Row> {
        let length = |text: &str| u8::try_from(text.len()).ok().filter(|length| *length > 0);
        let row = Row { at: u32::try_from(self.text.len()).ok()?, code: length(code)?, name: length(name)?, key: length(key)? };
        self.text.extend([code, name, key]);
        Some(row)
    }
}

/// The codes and kinds that a line of `codes` stands for; none if it is malformed or a code exceeds five digits.
fn steps(line: &str) -> Option<Vec<(u32, CommuneKind)>> {
    let mut found: Vec<(u32, CommuneKind)> = Vec::new();
    let mut number = None;
    for sign in line.chars() {
        if let Some(digit) = sign.to_digit(10) {
            number = Some(number.unwrap_or(0_u32).checked_mul(10)?.checked_add(digit)?);
        } else if sign.is_ascii_alphabetic() {
            let kind = if sign.is_ascii_uppercase() { CommuneKind::Ward } else { CommuneKind::Commune };
            let step = number.take().unwrap_or(3).checked_add(3 * (u32::from(sign.to_ascii_lowercase()) - u32::from('a')))?;
            let code = found.last().map_or(0, |(code, _)| *code).checked_add(step)?;
            if step == 0 || code > 99_999 {
                return None;
            }
            found.push((code, kind));
        } else if sign == '*' && number.is_none() {
            found.last_mut()?.1 = CommuneKind::SpecialZone;
        } else {
            return None;
        }
    }
    number.is_none().then_some(found)
}

pub(super) fn text<'a>(whole: &'a Json, name: &str) -> Result<&'a str, Problem> {
    whole.get(name).and_then(Json::text).ok_or_else(|| bad(&format!("/{name}"), "", "text"))
}

pub(super) fn lines<'a>(whole: &'a Json, name: &str) -> Result<Vec<&'a str>, Problem> {
    let rows = whole.get(name).and_then(Json::rows).ok_or_else(|| bad(&format!("/{name}"), "", "a list of texts"))?;
    rows.iter().map(|row| row.text().ok_or_else(|| bad(&format!("/{name}"), "", "a list of texts"))).collect()
}

pub(super) fn bad(path: &str, found: &str, expected: &str) -> Problem {
    Problem { code: "bad-units", path: path.to_owned(), found: found.chars().take(40).collect(), expected: expected.to_owned(), ..Problem::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"{"format":"dvk-units/1","date":"2026-08-24","source":"test",
"provinces":["01 TP Hà Nội","68 Lâm Đồng"],
"communes":["Ba Đình|Ngọc Hà|Sóc Sơn","Phú Quý"],
"codes":["1B1B26z","23272a*"]}"#;

    #[track_caller]
    fn refuses(from: &str, to: &str, path: &str) {
        assert!(SMALL.contains(from), "{from}");
        let problem = Units::read(SMALL.replacen(from, to, 1).as_bytes()).unwrap_err();
        assert_eq!((problem.code, problem.path.as_str()), ("bad-units", path), "{from} → {to}");
    }

    #[test]
    fn reads_codes_and_kinds_from_steps() {
        assert_eq!(steps("1B1B26z"), Some(vec![(4, CommuneKind::Ward), (8, CommuneKind::Ward), (109, CommuneKind::Commune)]));
        assert_eq!(steps("aA0b"), Some(vec![(3, CommuneKind::Commune), (6, CommuneKind::Ward), (9, CommuneKind::Commune)]));
        assert_eq!(steps("23272a*"), Some(vec![(23_272, CommuneKind::SpecialZone)]));
        assert_eq!(steps(""), Some(Vec::new()));
        for wrong in ["12", "*", "a1*", "0a", "é", "a b", "99999999999a", "99998b", "100000a"] {
            assert_eq!(steps(wrong), None, "{wrong}");
        }
        assert_eq!(steps("99999a"), Some(vec![(99_999, CommuneKind::Commune)]));
    }

    #[test]
    fn reads_a_small_list() {
        let units = Units::read(SMALL.as_bytes()).unwrap();
        assert_eq!(units.provinces().map(|province| province.full_name()).collect::<Vec<_>>(), ["Thành phố Hà Nội", "Tỉnh Lâm Đồng"]);
        assert_eq!(units.communes_of("01").map(|commune| commune.code).collect::<Vec<_>>(), ["00004", "00008", "00109"]);
        assert_eq!(units.commune("23272").unwrap().full_name(), "Đặc khu Phú Quý");
    }

    #[test]
    fn says_what_is_wrong_with_a_list() {
        refuses(r#""dvk-units/1""#, r#""dvk-units/2""#, "/format");
        refuses(r#""date""#, r#""datum""#, "/date");
        refuses(r#""source":"test""#, r#""source":1"#, "/source");
        refuses(r#","68 Lâm Đồng""#, "", "/communes");
        refuses(r#","23272a*""#, "", "/codes");
        refuses(r#""68 Lâm Đồng""#, "68", "/provinces");
        refuses("68 Lâm Đồng", "68", "/provinces/1");
        refuses("68 Lâm Đồng", "68 ", "/provinces/1");
        refuses("1B1B26z", "1B1B", "/codes/0");
        refuses("1B1B26z", "1B1B26za", "/codes/0");
        refuses("Phú Quý", "", "/codes/1");
        refuses("Phú Quý", &"Quý ".repeat(99), "/codes/1");
        refuses("{", "", "");
    }
}

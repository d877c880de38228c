//! Reads the units of before July 2025 from their file, `data/units-former.json`.
//!
//! The file is JSON of 167 kB (54 kB gzip, 47 kB brotli), made by `scripts/units_former.py`:
//!
//! ```json
//! {"format":"dvk-units-former/1","date":"2025-07-01","source":"…",
//! "joined":"202/2025/QH15 2025-06-12","arranged":["56 1667/NQ-UBTVQH15 2025-06-16"],"retyped":["237/NQ-UBTVQH16 2026-04-14 26248"],
//! "provinces":["56 Ninh Thuận*"],"districts":["H Ninh Hải"],"communes":["*Khánh Hải|Vĩnh Hải"],"now":["7611a 4a"]}
//! ```
//!
//! - `joined`: number and date of the resolution that joined provinces; `arranged`: for each province of today the one that arranged its communes;
//!   `retyped`: what changed a type since then, with the codes.
//! - `provinces`: code of today, a space, “TP ” if it was a city, the name, a star if it was joined to another.
//! - `districts`: for each province, between bars: Q quận, H huyện, X thị xã, P thành phố; a space; the name.
//! - `communes`: for each province the names, between bars, those of one district up to a slash; a star is a thị trấn, a plus a phường of a huyện or a xã of
//!   anything else. A district of islands that had no communes has one without a name: the district itself.
//! - `now`: for each commune the codes of today, the parts of a split one joined by plus; each the step from the code before it: `.` none, `4a` 12, `-1b` -1.

use super::{CommuneKind, CommuneRow, DistrictKind, DistrictRow, Former, ProvinceRow, Resolution, Row};
use crate::json::{self, Limits, Problem};
use crate::units::find::key;
use crate::units::read::{bad, lines, text};
use crate::units::starts::Starts;

/// What the file calls itself.
const FORMAT: &str = "dvk-units-former/1";

impl Former {
    /// Reads the list.
    ///
    /// # Errors
    /// `bad-units` with the path of what is wrong, also where the bytes are not JSON at all.
    pub fn read(bytes: &[u8]) -> Result<Former, Problem> {
        let whole = json::read(bytes, Limits::default()).map_err(|problem| Problem { code: "bad-units", expected: FORMAT.to_owned(), ..problem })?;
        if text(&whole, "format")? != FORMAT {
            return Err(bad("/format", text(&whole, "format")?, FORMAT));
        }
        let mut former = Former {
            date: text(&whole, "date")?.to_owned(),
            source: text(&whole, "source")?.to_owned(),
            joined: Resolution::at("/joined", text(&whole, "joined")?)?.0,
            text: String::with_capacity(3 * bytes.len()),
            ..Former::default()
        };
        for (at, told) in lines(&whole, "arranged")?.into_iter().enumerate() {
            let (code, told) = told.split_once(' ').unwrap_or_default();
            former.arranged.push((code.to_owned(), Resolution::at(&format!("/arranged/{at}"), told)?.0));
        }
        for (at, told) in lines(&whole, "retyped")?.into_iter().enumerate() {
            let (told, codes) = Resolution::at(&format!("/retyped/{at}"), told)?;
            former.retyped.push((told, codes.split(' ').map(str::to_owned).collect()));
        }
        let (provinces, districts, communes, now) =
            (lines(&whole, "provinces")?, lines(&whole, "districts")?, lines(&whole, "communes")?, lines(&whole, "now")?);
        for (path, lines) in [("/districts", &districts), ("/communes", &communes), ("/now", &now)] {
            if lines.len() != provinces.len() {
                return Err(bad(path, &lines.len().to_string(), &provinces.len().to_string()));
            }
        }
        let mut last = 0;
        for (at, province) in (0..=u8::MAX).zip(provinces) {
            former.keep_province(province).ok_or_else(|| bad(&format!("/provinces/{at}"), province, "56 Ninh Thuận*"))?;
            let at_province = usize::from(at);
            let below = (districts.get(at_province).copied().unwrap_or_default(), communes.get(at_province).copied().unwrap_or_default());
            let now = now.get(at_province).copied().unwrap_or_default();
            former.keep_communes(at, below, now, &mut last).ok_or_else(|| bad(&format!("/communes/{at}"), below.1, "a district and a step for each name"))?;
        }
        former.starts = Starts::of(former.communes.iter().map(|commune| former.key(commune.row)));
        Ok(former)
    }

    fn keep_province(&mut self, line: &str) -> Option<()> {
        let (now, name) = line.split_once(' ')?;
        let (joined, name) = name.strip_suffix('*').map_or((false, name), |name| (true, name));
        let (city, name) = name.strip_prefix("TP ").map_or((false, name), |name| (true, name));
        let row = self.keep(name, &key(name))?;
        self.provinces.push(ProvinceRow { row, now: now.to_owned(), city, joined, gone: joined });
        Some(())
    }

    /// Keeps the districts and communes of a province; `last` is the code that steps are counted from.
    fn keep_communes(&mut self, province: u8, (districts, communes): (&str, &str), now: &str, last: &mut i64) -> Option<()> {
        if districts.is_empty() {
            // An earlier name alone.
            self.provinces.last_mut()?.gone = true;
            return Some(());
        }
        let mut below = communes.split('/');
        let mut steps = now.split(' ');
        for district in districts.split('|') {
            let (letter, name) = district.split_once(' ')?;
            let kind = DistrictKind::ALL.into_iter().find(|kind| kind.letter() == letter)?;
            let place = u16::try_from(self.districts.len()).ok()?;
            let row = self.keep(name, &key(name))?;
            let from = self.communes.len();
            for name in below.next()?.split('|') {
                let from = self.homes.len();
                for step in steps.next()?.split('+') {
                    *last = last.checked_add(size(step)?)?;
                    self.homes.push(u32::try_from(*last).ok().filter(|code| (1..=99_999).contains(code))?);
                }
                let homes = from..self.homes.len();
                let (row, kind) = self.keep_commune(name, kind, row)?;
                self.communes.push(CommuneRow { row, kind, district: place, homes });
            }
            self.districts.push(DistrictRow { row, kind, province, communes: from..self.communes.len() });
        }
        (below.next().is_none() && steps.next().is_none()).then_some(())
    }

    fn keep_commune(&mut self, name: &str, within: DistrictKind, district: Row) -> Option<(Row, CommuneKind)> {
        let rural = within == DistrictKind::Huyen;
        let (kind, name) = match (name.strip_prefix('*'), name.strip_prefix('+')) {
            (Some(name), _) => (CommuneKind::ThiTran, name),
            (_, Some(name)) => (if rural { CommuneKind::Phuong } else { CommuneKind::Xa }, name),
            _ if name.is_empty() => return Some((district, CommuneKind::Whole)),
            _ => (if rural { CommuneKind::Xa } else { CommuneKind::Phuong }, name),
        };
        Some((self.keep(name, &key(name))?, kind))
    }

    fn keep(&mut self, name: &str, key: &str) -> Option<Row> {
        let length = |text: &str| u8::try_from(text.len()).ok().filter(|length| *length > 0);
        let row = Row { at: u32::try_from(self.text.len()).ok()?, name: length(name)?, key: length(key)? };
        self.text.extend([name, key]);
        Some(row)
    }
}

impl Resolution {
    fn at<'a>(path: &str, told: &'a str) -> Result<(Resolution, &'a str), Problem> {
        Resolution::read(told).ok_or_else(|| bad(path, told, "1667/NQ-UBTVQH15 2025-06-16"))
    }

    /// “1667/NQ-UBTVQH15 2025-06-16”, and what follows behind a blank.
    fn read(told: &str) -> Option<(Resolution, &str)> {
        let (number, rest) = told.split_once(' ')?;
        let (date, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        crate::text::date::Date::from_iso(date)?;
        Some((Resolution { number: number.to_owned(), date: date.to_owned() }, rest))
    }
}

/// `.` is 0, `4a` is 12, `-1b` is -1.
fn size(step: &str) -> Option<i64> {
    if step == "." {
        return Some(0);
    }
    let (times, figure) = step.strip_suffix('a').map_or_else(|| Some((1, step.strip_suffix('b')?)), |figure| Some((3, figure)))?;
    figure.parse::<i32>().ok().map(|figure| i64::from(figure) * times)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"{"format":"dvk-units-former/1","date":"2025-07-01","source":"test",
"joined":"202/2025/QH15 2025-06-12","arranged":["56 1667/NQ-UBTVQH15 2025-06-16"],"retyped":["237/NQ-UBTVQH16 2026-04-14 26248"],
"provinces":["56 Ninh Thuận*","46 Thừa Thiên Huế"],"districts":["H Ninh Hải|P Phan Rang",""],"communes":["*Khánh Hải|Vĩnh Hải|+Lạ/Đô Vinh|+Thành Hải",""],"now":["7611b 5a+1b . . -3b",""]}"#;

    #[track_caller]
    fn refuses(from: &str, to: &str, path: &str) {
        assert!(SMALL.contains(from), "{from}");
        let problem = Former::read(SMALL.replacen(from, to, 1).as_bytes()).unwrap_err();
        assert_eq!((problem.code, problem.path.as_str()), ("bad-units", path), "{from} → {to}");
    }

    #[test]
    fn reads_a_small_list() {
        let former = Former::read(SMALL.as_bytes()).unwrap();
        let kinds: Vec<CommuneKind> = former.communes.iter().map(|commune| commune.kind).collect();
        assert_eq!(kinds, [CommuneKind::ThiTran, CommuneKind::Xa, CommuneKind::Phuong, CommuneKind::Phuong, CommuneKind::Xa]);
        assert_eq!(former.homes, [7611, 7626, 7627, 7627, 7627, 7624]);
        assert_eq!(former.communes.get(1).unwrap().homes, 1..3);
    }

    #[test]
    fn says_what_is_wrong_with_a_list() {
        refuses("former/1", "former/2", "/format");
        refuses(r#""date""#, r#""datum""#, "/date");
        refuses("2025-06-12", "2025-13-12", "/joined");
        refuses("56 1667/NQ-UBTVQH15", "56", "/arranged/0");
        refuses("2026-04-14", "", "/retyped/0");
        refuses(r#","46 Thừa Thiên Huế""#, "", "/districts");
        refuses("56 Ninh Thuận*", "56", "/provinces/0");
        refuses("56 Ninh Thuận*", "56 *", "/provinces/0");
        for (from, to) in [
            ("H Ninh Hải", "Z Ninh Hải"),
            ("H Ninh Hải", "Ninh"),
            ("|P Phan Rang", ""),
            ("|Vĩnh Hải", ""),
            ("Vĩnh Hải|", "Vĩnh Hải|Lạ|"),
            ("7611b", "7611"),
            ("7611b", "-1b"),
            ("7611b", "99999999999a"),
            (" . .", " ."),
            ("+1b", "+"),
        ] {
            refuses(from, to, "/communes/0");
        }
        refuses("{", "", "");
    }
}

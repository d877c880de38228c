//! Chance that can be repeated, and records changed by it.

use dan_van_kheo::json::{self, Json, Limits};

/// xorshift64*: small, and the same everywhere.
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
    /// A number below another.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

/// Texts that parsers stumble over.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "…",
    "100%",
    "36,6 triệu đồng",
    "1.084",
    "-5",
    "31/02/2026",
    "2026-13-40",
    "Quý V",
    "\u{0}",
    "a\u{301}\u{323}",
    "D\u{302}a\u{302}n",
    "🙂🙂🙂",
    "<script>alert(1)</script>",
    "“Dân vận khéo” năm 2026",
    "01695678945",
    "Nâng cao chất lượng, hiệu quả, góp phần quan trọng",
    "\u{202e}tũ",
    "9999999999999999999999",
    "\u{feff}",
    "{missing}",
    "a/b~c",
];

/// Changes a tree at one place: a member gone or added, a row gone or doubled, another value.
#[allow(dead_code, reason = "each test uses a part of this module")]
pub fn change(tree: &mut Json, random: &mut Random) {
    match tree {
        Json::Object(members) if !members.is_empty() && random.below(8) > 0 => {
            let at = random.below(members.len());
            match random.below(12) {
                0 => drop(members.remove(at)),
                1 => members.push((format!("x{}", random.below(1000)), Json::Number(1.5))),
                _ => change(&mut members[at].1, random),
            }
        }
        Json::List(rows) if !rows.is_empty() && random.below(6) > 0 => {
            let at = random.below(rows.len());
            match random.below(6) {
                0 => drop(rows.remove(at)),
                1 => rows.push(rows[at].clone()),
                _ => change(&mut rows[at], random),
            }
        }
        other => {
            *other = match random.below(8) {
                0 => Json::Null,
                1 => Json::Bool(true),
                2 => Json::Number(-3.0),
                3 => Json::Number(1e300),
                4 => Json::Number(0.1 + random.below(1000) as f64),
                5 => Json::List(vec![]),
                _ => HOSTILE[random.below(HOSTILE.len())].into(),
            }
        }
    }
}

/// Changes what an officer types and a record still takes: running texts become other texts, rows are doubled or go, members come that nobody knows.
#[allow(dead_code, reason = "each test uses a part of this module")]
pub fn retype(tree: &mut Json, random: &mut Random) {
    match tree {
        Json::Object(members) => {
            for (_, value) in members.iter_mut() {
                retype(value, random);
            }
            if random.below(10) == 0 {
                members.push((format!("x{}", random.below(1000)), HOSTILE[random.below(HOSTILE.len())].into()));
            }
        }
        Json::List(rows) => {
            match random.below(6) {
                0 if rows.first().is_some_and(|row| row.members().is_some()) => rows.extend_from_within(..1),
                1 => drop(rows.pop()),
                _ => {}
            }
            rows.iter_mut().for_each(|row| retype(row, random));
        }
        // What has blanks is no choice, no date and no code.
        Json::Text(text) if text.contains(' ') && random.below(3) == 0 => {
            let other = HOSTILE[random.below(HOSTILE.len())];
            match random.below(4) {
                0 => *text = other.to_owned(),
                1 => text.push_str(other),
                2 => *text = format!("{other} {text}").repeat(1 + random.below(4)),
                _ => *text = text.chars().rev().collect(),
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
}

/// How many cases run and the seed of this run; `DVK_SEED` repeats one.
pub fn cases(few: usize, soak: usize) -> (usize, u64) {
    let cases = if std::env::var("DVK_SOAK").is_ok() { soak } else { few };
    (cases, std::env::var("DVK_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_122))
}

/// The good registrations.
pub fn whole() -> Vec<Json> {
    let files = ["collective-party", "collective-state", "individual-party", "individual-state"];
    files.iter().map(|name| json::read(&std::fs::read(format!("tests/fixtures/registrations/{name}.json")).unwrap(), Limits::default()).unwrap()).collect()
}

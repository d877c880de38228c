//! Vietnamese from before Unicode: recognised, and repaired as far as it can be.
//!
//! Old documents come by the clipboard: TCVN3 (the ABC fonts, .VnTime) shows “VËn ®éng”, VNI (VNI-Times) shows “Vaän ñoäng”, UTF-8 read as CP1252
//! shows “Váº­n Ä‘á»™ng”; macOS and some PDF readers give letters and marks apart; Word adds signs of its own fonts. [`find`] says where a text is
//! broken, [`repair`] gives it whole and names what is lost. One reading of the text ([`stretches`]) stands behind both. Nothing is ever repaired
//! silently: the form offers it, with a preview.
//!
//! What is no fault: “ ” ‘ ’ – — … •, the soft sign of other languages, both ways to place a tone mark.

mod capitals;
mod decode;
mod lost;
mod marks;
mod stretches;
mod tables;

use super::words::utf16_len;
use super::{Span, fold, nfc::is_nfc};
use decode::{Script, runs};
use stretches::Chunk;

/// What a text was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// TCVN3, the ABC fonts.
    Tcvn3,
    /// VNI-Windows.
    Vni,
    /// Unicode with letters and marks apart.
    Nfd,
    /// Several of these in one text, or UTF-8 that was read as something else.
    Mixed,
    /// Nothing of the kind.
    None,
}

impl Encoding {
    /// Name in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Tcvn3 => "tcvn3",
            Encoding::Vni => "vni",
            Encoding::Nfd => "nfd",
            Encoding::Mixed => "mixed",
            Encoding::None => "none",
        }
    }
}

/// What a repair cannot bring back, with the words it is about (at most [`WORDS`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// TCVN3 has no capitals with accents: these words may have begun with one, or all of a heading was capital.
    Capitals(Vec<String>),
    /// The code of “ư” (U+00AD) was dropped on the way: put back in these words, where the spelling tells.
    LetterU(Vec<String>),
    /// These words are none of Vietnamese, as they read now.
    Doubtful(Vec<String>),
    /// Letters became “?” or U+FFFD before the text came here.
    Gone(Vec<String>),
    /// Signs of a font that cannot be told.
    Signs(Vec<String>),
}

/// Words that a loss names at most.
const WORDS: usize = 8;

/// A repaired text.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// The text in NFC, whole as far as it can be.
    pub text: String,
    /// What it was written in.
    pub encoding: Encoding,
    /// 0 to 1: how sure it is that the text reads as it was written. 1 when nothing had to be guessed.
    pub confidence: f64,
    /// What cannot be brought back.
    pub losses: Vec<Loss>,
}

/// Repairs a text. `nfc` is the platform's normaliser.
pub fn repair(text: &str, nfc: &dyn Fn(&str) -> String) -> Repair {
    let lines = marks::lines(text);
    let composed = if is_nfc(&lines) { lines.clone() } else { marks::composed(&nfc(&marks::joined(&lines)), nfc) };
    let was_apart = composed != lines;
    // Before the letters are read: a sign of Wingdings may look like one.
    let listed = marks::lists(&composed);
    let chunks = if may_be_broken(&listed) { stretches::read(&listed) } else { Vec::new() };
    let old = |script: Script| chunks.iter().any(|chunk| chunk.script == script && chunk.is_changed());
    let mut losses = lost_ones(&chunks, &listed);
    let letters = capitals::raised(&listed, &chunks);
    let text = marks::spaces(&letters);
    losses.extend(some(Loss::Signs, marks::unknown(&text)));
    let encoding = match (old(Script::Tcvn3), old(Script::Vni), old(Script::Utf8), was_apart) {
        (true, false, false, false) => Encoding::Tcvn3,
        (false, true, false, false) => Encoding::Vni,
        (false, false, false, true) => Encoding::Nfd,
        (false, false, false, false) => Encoding::None,
        _ => Encoding::Mixed,
    };
    Repair { text, encoding, confidence: confidence(&chunks), losses }
}

/// Where a text is broken: from the first broken word to the last of each stretch, with the words as they should read where that can be told.
pub fn find(text: &str) -> Vec<(Span, Option<String>)> {
    if !may_be_broken(text) {
        return Vec::new();
    }
    let chunks = stretches::read(text);
    let whole = capitals::spelled(&chunks);
    let mut found: Vec<(usize, usize, Option<String>)> = Vec::new();
    let mut open: Option<(usize, usize, Script, String)> = None;
    let mut close = |open: &mut Option<(usize, usize, Script, String)>| {
        found.extend(open.take().map(|(start, end, _, words)| (start, end, Some(words))));
    };
    for (chunk, letters) in chunks.iter().zip(&whole) {
        let end = chunk.at + chunk.shown.len();
        match &mut open {
            Some((_, last, script, words)) if *script == chunk.script => {
                if letters != chunk.shown {
                    // What stands between, sound or a gap, stays as it is.
                    words.push_str(text.get(*last..chunk.at).unwrap_or_default());
                    words.push_str(letters);
                    *last = end;
                }
            }
            _ => {
                close(&mut open);
                open = (chunk.script != Script::Sound && letters != chunk.shown).then(|| (chunk.at, end, chunk.script, letters.clone()));
            }
        }
    }
    close(&mut open);
    found.extend(lost::gone(&chunks).into_iter().map(|(start, end)| (start, end, None)));
    let found = crate::order::sorted(found.into_iter().map(|place| (place.0, place)).collect());
    let mut spans: Vec<(Span, Option<String>)> = Vec::with_capacity(found.len());
    let (mut bytes, mut units) = (0, 0);
    for (start, end, now) in found {
        // Counted on from the last place, so that many places cost no more than the text is long.
        let mut unit = |to: usize| {
            units += text.get(bytes..to).map_or(0, utf16_len);
            bytes = to.max(bytes);
            units
        };
        let (start, end) = (unit(start), unit(end));
        spans.push((Span { start, end }, now));
    }
    spans
}

/// Whether a text has anything that sound Vietnamese has not: byte by byte, since nearly every text is sound.
fn may_be_broken(text: &str) -> bool {
    let (mut lead, mut before) = (0_u8, b' ');
    for byte in text.bytes() {
        let broken = match (lead, byte) {
            // Latin-1 symbols but the no-break space, ² and ³
            (0xC2, byte) => !matches!(byte, 0xA0 | 0xB2 | 0xB3),
            // letters of Latin-1: those of Vietnamese pass where no plain vowel stands before them that they never follow
            (0xC3, 0x80..=0x83 | 0x88..=0x8A | 0x8C | 0x8D | 0x92..=0x95 | 0x99 | 0x9A | 0x9D) => before.is_ascii_lowercase(),
            (0xC3, 0xA0..=0xA3 | 0xA8..=0xAA | 0xAC | 0xAD | 0xB2..=0xB5 | 0xB9 | 0xBA | 0xBD) => match before {
                b'a' | b'e' | b'A' | b'E' => true,
                b'o' | b'O' => matches!(byte, 0xA2 | 0xAA | 0xB5 | 0xB9),
                b'u' | b'y' | b'U' | b'Y' => matches!(byte, 0xB5 | 0xB9),
                b'i' | b'I' => byte == 0xA2,
                // the last byte of ô
                0xB4 => matches!(byte, 0xB5 | 0xB9),
                _ => false,
            },
            (0xC3, _) => true,
            // ƒ of CP1252, € behind â, U+FFFD
            (0xC6, 0x92) | (0xE2, 0x82) | (0xEF, 0xBF) => true,
            (_, b'?') => true,
            _ => false,
        };
        if broken {
            return true;
        }
        if lead == 0 {
            lead = if byte >= 0xC2 { byte } else { 0 };
            before = if byte < 0x80 { byte } else { before };
        } else {
            before = byte;
            lead = 0;
        }
    }
    false
}

/// How sure a reading is: the share of changed words that are Vietnamese then, and how many were impossible as they stood.
fn confidence(chunks: &[Chunk<'_>]) -> f64 {
    let (mut sure, mut changed, mut wrong) = (0, 0_u32, 0_u32);
    for chunk in chunks.iter().filter(|chunk| chunk.is_changed()) {
        changed += 1;
        sure += i32::from(!stretches::reads_as_it_stands(chunk));
        wrong += u32::from(doubtful(chunk).is_some());
    }
    if changed == 0 {
        return 1.0;
    }
    let share = f64::from(changed - wrong) / f64::from(changed);
    let certain = share * (1.0 - 0.5_f64.powi(sure + 1));
    (certain * 100.0).round() / 100.0
}

/// The first word of a changed chunk that is none.
fn doubtful<'a>(chunk: &'a Chunk<'_>) -> Option<&'a str> {
    runs(&chunk.letters).find(|run| chunk.is_changed() && !run.is_ascii() && !super::spelling::is_spelled(run))
}

fn lost_ones(chunks: &[Chunk<'_>], text: &str) -> Vec<Loss> {
    let mut losses = Vec::new();
    losses.extend(some(Loss::Capitals, capitals::unknown(chunks, text)));
    losses.extend(some(Loss::LetterU, lost::letter_u(chunks)));
    losses.extend(some(Loss::Doubtful, chunks.iter().filter_map(doubtful).map(str::to_owned)));
    let gone = lost::gone(chunks);
    losses.extend(some(Loss::Gone, gone.into_iter().filter_map(|(start, end)| text.get(start..end)).map(str::to_owned)));
    losses
}

/// A loss with its first words, each once; nothing without words.
fn some(loss: fn(Vec<String>) -> Loss, words: impl IntoIterator<Item = String>) -> Option<Loss> {
    let mut named: Vec<String> = Vec::new();
    for word in words {
        if named.len() < WORDS && !named.contains(&word) {
            named.push(word);
        }
    }
    (!named.is_empty()).then(|| loss(named))
}

/// Whether repaired words differ from a text by more than spaces and what cleaning takes away anyway: something to offer.
pub fn is_worth(cleaned: &str, repaired: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| !fold::is_space(*c) || *c == '\n').collect::<String>();
    cleaned != repaired && plain(cleaned) != plain(repaired)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str, losses: &[Loss]) {
        let repair = repair(text, &str::to_owned);
        assert_eq!((repair.text.as_str(), repair.losses.as_slice()), (expected, losses));
    }

    fn named(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn headings_in_a_font_of_capitals() {
        case("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &[]);
        case("ñY BAN NH¢N D¢N X·", "ỦY BAN NHÂN DÂN XÃ", &[]);
        case("ñy ban nh©n d©n x· Hµ Kú", "ủy ban nhân dân xã Hà Kỳ", &[Loss::Capitals(named(&["ủy"]))]);
    }

    #[test]
    fn a_paste_that_lost_its_u() {
        case("Phêng thµnh lËp 09 tæ, ®îc nh d©n nãi", "Phường thành lập 09 tổ, được nh dân nói", &[Loss::LetterU(named(&["Phường", "được", "nh"]))]);
    }

    #[test]
    fn what_nobody_can_bring_back() {
        case("V?n ??ng nhân dân", "V?n ??ng nhân dân", &[Loss::Gone(named(&["V?n ??ng"]))]);
        case("các h\u{FFFD} dân", "các h\u{FFFD} dân", &[Loss::Gone(named(&["h\u{FFFD}"]))]);
    }

    #[test]
    fn an_old_part_in_a_sound_text() {
        case("Ghi sổ mỗi tuần.\nChi bé häp víi c¸c hé.\nHọp dân.", "Ghi sổ mỗi tuần.\nChi bộ họp với các hộ.\nHọp dân.", &[]);
        let found = find("Tổ D©n vËn khÐo của ấp");
        assert_eq!(found, [(Span { start: 3, end: 15 }, Some("Dân vận khéo".to_owned()))]);
    }

    /// What a text is read with sees all that is looked for here.
    #[test]
    fn signs_see_what_may_be_broken() {
        let letters: Vec<char> = (' '..='\u{24F}').chain('\u{1EA0}'..='\u{1EFF}').chain("\n\t…“”–’€\u{FFFD}²µ\u{300}".chars()).collect();
        for one in &letters {
            for other in &letters {
                let text = format!("{one}{other}");
                assert!(crate::text::reading::Reading::new(&text).signs.odd || !may_be_broken(&text), "{text}");
            }
        }
    }
}

//! Text of TCVN3 or VNI, UTF-8 that was read as something else, letters that were eaten.
//!
//! Each chunk between spaces is looked at by itself; one that has what no language that is written here has in a word counts strongly,
//! one that has it in French or by a slip of the key counts only beside others. Nothing is repaired: the person pastes it again.

use super::Found;
use crate::criteria::Text;
use crate::text::Span;
use crate::text::syllable::is_syllable;

/// Symbols that TCVN3 uses for letters: à ả ã á ạ ă ằ ẳ ẵ ắ â ê ô ơ ư đ and capitals. French quotes stand among them.
const TCVN3: &str = "µ¶·¸¹¨»¼½¾©ª«¬®¡¢£¤¥¦§×";

/// Pairs of VNI, vowel and mark, that no other writing has.
const VNI: &[(char, &str)] =
    &[('a', "âäåáàãùøûõúü"), ('e', "âäåáàãùøõ"), ('o', "âäåøõ"), ('u', "ùøõäå"), ('y', "ùøûõ"), ('ö', "ôùøûõï"), ('ô', "ùøûõï"), ('i', "âäå")];

/// Pairs of VNI that French has too, or that are letters of it only where others stand beside.
const VNI_WEAK: &[(char, &str)] = &[('a', "ïêéèë"), ('e', "ïûå"), ('o', "ïûùëêü"), ('u', "ïû"), ('ñ', "aeiouyö"), ('ö', "nmtcpiu")];

/// What a chunk shows: what is enough by itself, what is with a second chunk, and what only goes on a stretch.
#[derive(Clone, Copy, Default, PartialEq)]
struct Weight {
    strong: u32,
    weak: u32,
    hint: u32,
}

const STRONG: Weight = Weight { strong: 1, weak: 0, hint: 0 };
const WEAK: Weight = Weight { strong: 0, weak: 1, hint: 0 };
const HINT: Weight = Weight { strong: 0, weak: 0, hint: 1 };

/// Where they stand: from the first broken chunk to the last, over up to three sound ones.
#[must_use]
pub fn find(text: &Text<'_>) -> Vec<Found> {
    let text = text.as_str();
    if !may_be_broken(text) {
        return Vec::new();
    }
    let mut stretches: Vec<(Span, Weight)> = Vec::new();
    let mut open: Option<(Span, Weight)> = None;
    let (mut sound, mut start) = (0, 0);
    for chunk in text.split([' ', '\n', '\t', '\r']) {
        let end = start + crate::text::words::utf16_len(chunk);
        let weight = weigh(chunk);
        if weight != Weight::default() {
            sound = 0;
            open = Some(match open {
                Some((span, known)) => (Span { start: span.start, end }, known.plus(weight)),
                None => (Span { start, end }, weight),
            });
        } else if !chunk.is_empty() {
            sound += 1;
            if sound > 3 {
                stretches.extend(open.take());
            }
        }
        start = end + 1;
    }
    stretches.extend(open);
    stretches.into_iter().filter(|(_, weight)| weight.strong > 0 || weight.weak >= 2).map(|(span, _)| Found::at(span)).collect()
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

impl Weight {
    fn plus(self, other: Weight) -> Weight {
        Weight { strong: self.strong + other.strong, weak: self.weak + other.weak, hint: self.hint + other.hint }
    }
}

/// What a chunk shows.
fn weigh(chunk: &str) -> Weight {
    if chunk.contains("://") || chunk.starts_with("www.") || chunk.contains('=') {
        return if chunk.contains('\u{FFFD}') { STRONG } else { Weight::default() };
    }
    let mut weight = if eaten(chunk) { WEAK } else { Weight::default() };
    let (mut before, mut at) = (' ', ' ');
    for next in chunk.chars().chain([' ']) {
        weight = weight.plus(letter_of(before, at, next));
        (before, at) = (at, next);
    }
    // one broken word among sound ones may be anything, however broken it is
    weight.weak = weight.weak.min(1);
    weight
}

/// What a character shows between its neighbours.
fn letter_of(before: char, at: char, next: char) -> Weight {
    let plain = |c: char| c.is_ascii_alphabetic();
    if at == '\u{FFFD}' || is_misread(before, at, next) {
        return STRONG;
    }
    if TCVN3.contains(at) && (plain(next) || at == '®' && is_accented(next)) {
        return match (plain(before) || is_latin1(before), at) {
            (true, '·') => WEAK,
            (true, _) => STRONG,
            (false, '®' | '¶' | '¨' | '¬' | '¢' | '¤' | '¥' | '¦' | '¸') => WEAK,
            (false, _) => Weight::default(),
        };
    }
    if TCVN3.contains(at) && plain(before) && before.is_ascii_lowercase() && next == ' ' && !matches!(at, '»' | '®' | '©' | '·' | 'ª' | '£' | '¥' | '¢')
    {
        return WEAK;
    }
    // “vËn”, “khÐo”, “hé®”: a capital with an accent inside a word of small letters
    let inside = before.is_ascii_lowercase() && (next.is_ascii_lowercase() || !next.is_alphabetic());
    if matches!(at, 'À'..='Þ') && at != '×' && (inside || before.is_ascii_uppercase() && next.is_ascii_lowercase()) {
        return if inside { WEAK } else { HINT };
    }
    if at == '\u{AD}' && plain(before) && (plain(next) || matches!(next, 'î' | 'ê' | 'í' | 'ì' | 'ë')) {
        return WEAK;
    }
    let (low, mark) = (at.to_lowercase().next().unwrap_or(at), next.to_lowercase().next().unwrap_or(next));
    let pair = |table: &[(char, &str)]| table.iter().any(|(vowel, marks)| *vowel == low && marks.contains(mark));
    if low == 'ñ' && before.is_alphabetic() || low == 'ö' && !matches!(mark, 'ô' | 'ù' | 'ø' | 'û' | 'õ' | 'ï') && !before.is_alphabetic() {
        return Weight::default();
    }
    if pair(VNI) {
        return WEAK;
    }
    if pair(VNI_WEAK) { HINT } else { Weight::default() }
}

/// UTF-8 read as CP1252 or Latin-1: a lead byte with what follows it in Vietnamese.
fn is_misread(before: char, at: char, next: char) -> bool {
    let high = matches!(at, '\u{A1}'..='\u{BF}');
    match before {
        'Ã' => high || matches!(at, '\u{80}'..='\u{9F}' | 'ƒ' | '„' | '†' | '‚') && next != ' ',
        'Â' => high,
        'Ä' => matches!(at, '‘' | 'ƒ' | '©' | '\u{90}' | '\u{91}' | '\u{83}' | '\u{82}' | '¨'),
        'Æ' => matches!(at, '°' | '¡' | '¯' | '\u{A0}' | '’'),
        'Å' => matches!(at, '©' | '¨' | '¸'),
        'á' => matches!(at, 'º' | '»') && next != ' ' && !next.is_ascii_punctuation(),
        'â' => at == '€' || at == '\u{80}',
        _ => false,
    }
}

fn is_accented(c: char) -> bool {
    matches!(c, 'À'..='ÿ')
}

fn is_latin1(c: char) -> bool {
    matches!(c, '\u{A1}'..='\u{FF}')
}

/// “V?n”, “??ng”: a question mark inside a word that is no two words run together.
fn eaten(chunk: &str) -> bool {
    let core = chunk.trim_matches(|c: char| !c.is_alphabetic() && c != '?').trim_end_matches('?');
    if !core.contains('?') || !core.chars().all(|c| c.is_alphabetic() || c == '?') {
        return false;
    }
    core.starts_with('?') || core.split('?').any(|part| !part.is_empty() && !is_syllable(part)) || core.contains("??")
}

#[cfg(test)]
mod tests {
    use crate::criteria::forms::assert::{found, none, reads};

    #[test]
    fn broken_text() {
        found(super::find, "VËn ®éng nh©n d©n", &["VËn ®éng nh©n d©n"]);
        found(super::find, "Tổ D©n vËn khÐo của ấp", &["D©n vËn khÐo"]);
        found(super::find, "Daân vaän kheùo", &["Daân vaän kheùo"]);
        found(super::find, "Vaän ñoäng", &["Vaän ñoäng"]);
        found(super::find, "Váº\u{AD}n Ä‘á»™ng NhÃ¢n dÃ¢n", &["Váº\u{AD}n Ä‘á»™ng NhÃ¢n dÃ¢n"]);
        found(super::find, "các h\u{FFFD} dân", &["h\u{FFFD}"]);
        found(super::find, "V?n ??ng nh?n d?n", &["V?n ??ng nh?n d?n"]);
        found(super::find, "Tr\u{AD}êng mÇm non", &["Tr\u{AD}êng mÇm"]);
        found(super::find, "Phêng thµnh lËp 09 tæ", &["thµnh lËp"]);
        found(super::find, "m« h×nh ®iÓn h×nh", &["m« h×nh ®iÓn h×nh"]);
    }

    #[test]
    fn sound_text() {
        for text in [
            "Vận động Nhân dân hiến 1.647 m² đất",
            "Buôn Čuôr Dăng, K’Ho, M’Nông, Ê Đê, Đắk Lắk, H’Bŏt, Ramâwan",
            "Défense d’entrer, café, naïve, Noël à Saïgon, où, goût, maïs",
            "Zalo OA, VNeID® © 2026 Chi bộ, 25°C ± 2, ½ số giếng, 5 µg/l, Ø90, «Nước cho nhau», § 2",
            "El Niño, São Paulo, Björn, Müller, Ñandú",
            "Cần giấy gì? Nộp ở đâu? Bao giờ xong?? Ai giúp?Làm sao?",
            "XÃ… ĐÃ” NHÂN” khá… “lá”… khá” TẠI XÃ–PHƯỜNG",
            "https://x.vn/p?ma=1&ten=m%E1 x.vn/a?b=c",
            "ngoẵng, khuỵu, hoà, thuỷ, xoá, quá, quê, xuân, duệ, loè, oẹ",
        ] {
            none(super::find, text);
        }
    }

    #[test]
    fn hostile() {
        for piece in ["Ã", "®", "?", "a?", "ñ", "a ", "\u{FFFD}"] {
            reads(super::find, &piece.repeat(20_000 / piece.len()));
        }
    }
}

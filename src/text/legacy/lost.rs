//! Letters that were lost before the text came here: they can be named, not brought back.

use super::super::syllable::is_syllable;
use super::decode::{Script, tcvn3};
use super::stretches::Chunk;

/// How many sound chunks may stand between two broken ones of a stretch.
const BETWEEN: usize = 3;

/// Stretches in which letters became “?” or U+FFFD, in bytes. One “?” inside a word may be a slip of the key; two words are not.
pub fn gone(chunks: &[Chunk<'_>]) -> Vec<(usize, usize)> {
    let mut stretches = Vec::new();
    let mut open: Option<(usize, usize, bool)> = None;
    let mut sound = 0;
    for chunk in chunks {
        let certain = chunk.shown.contains('\u{FFFD}');
        if certain || is_eaten(chunk.shown) {
            let end = chunk.at + chunk.shown.len();
            open = Some(open.map_or((chunk.at, end, certain), |(start, ..)| (start, end, true)));
            sound = 0;
        } else {
            sound += 1;
            if sound > BETWEEN {
                stretches.extend(open.take());
            }
        }
    }
    stretches.extend(open);
    stretches.into_iter().filter(|(.., certain)| *certain).map(|(start, end, _)| (start, end)).collect()
}

/// “V?n”, “??ng”: a question mark inside a word that is no two words run together.
fn is_eaten(chunk: &str) -> bool {
    if !chunk.contains('?') || chunk.contains("://") || chunk.starts_with("www.") || chunk.contains('=') {
        return false;
    }
    let core = chunk.trim_matches(|c: char| !c.is_alphabetic() && c != '?').trim_end_matches('?');
    if !core.contains('?') || !core.chars().all(|c| c.is_alphabetic() || c == '?') {
        return false;
    }
    core.starts_with('?') || core.split('?').any(|part| !part.is_empty() && !is_syllable(part)) || core.contains("??")
}

/// Words of TCVN3 that lost their ư: put back where the spelling tells; a word that is left without a vowel (“nh” of “như”) is named as it stands.
pub fn letter_u(chunks: &[Chunk<'_>]) -> Vec<String> {
    let of_tcvn3 = || chunks.iter().filter(|chunk| chunk.script == Script::Tcvn3);
    let mut words: Vec<String> = of_tcvn3()
        .filter(|chunk| chunk.is_changed() && tcvn3(chunk.shown).is_some_and(|plain| plain != chunk.letters))
        .map(|chunk| chunk.letters.to_string())
        .collect();
    if !words.is_empty() {
        let bare = |word: &str| matches!(word, "t" | "c" | "th" | "nh" | "ng" | "s" | "x" | "l" | "m" | "n" | "ch" | "tr");
        words.extend(of_tcvn3().filter(|chunk| bare(chunk.shown)).map(|chunk| chunk.shown.to_owned()));
    }
    words
}

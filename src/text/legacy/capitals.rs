//! Capitals of TCVN3: its fonts have no codes for capitals with a tone, so headings were set in a font of capitals (.VnTimeH).
//!
//! “CéNG HßA X· HéI” is “CỘNG HÒA XÃ HỘI”: where the letters without accents are capitals, all of the word is. What begins a sentence or a name
//! (“ủy ban”) cannot be known, and is named.

use super::super::fold::{is_upper, lower};
use super::super::spelling::{apart, is_spelled};
use super::super::upper::upper;
use super::decode::{Script, runs};
use super::stretches::Chunk;

/// How a chunk is set, as far as its letters without accents tell.
#[derive(Clone, Copy, PartialEq)]
enum Set {
    Capital,
    Small,
    /// No letters, one capital alone (“X·”), or letters that are no word (“UBND”).
    Unclear,
}

fn set(chunk: &Chunk<'_>) -> Set {
    let letters = &chunk.letters;
    if letters.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return Set::Small;
    }
    let high = letters.bytes().filter(u8::is_ascii_uppercase).count();
    let mut before = ' ';
    let climbs = letters.chars().any(|c| {
        let climbs = c.is_ascii_uppercase() && before.is_alphabetic() && !is_upper(before);
        before = c;
        climbs
    });
    if climbs || high >= 2 && (chunk.is_changed() || runs(letters).all(is_spelled)) { Set::Capital } else { Set::Unclear }
}

/// The chunks as they should read: those of TCVN3 that are set in capitals with all their letters capital.
pub fn spelled(chunks: &[Chunk<'_>]) -> Vec<String> {
    let sets: Vec<Set> = chunks.iter().map(|chunk| if chunk.script == Script::Tcvn3 { set(chunk) } else { Set::Small }).collect();
    let mut ahead = None;
    let mut after: Vec<Option<Set>> = Vec::with_capacity(sets.len());
    for set in sets.iter().rev() {
        after.push(ahead);
        ahead = if *set == Set::Unclear { ahead } else { Some(*set) };
    }
    let mut behind = None;
    let mut whole = Vec::with_capacity(chunks.len());
    for ((chunk, set), after) in chunks.iter().zip(&sets).zip(after.into_iter().rev()) {
        let around = [behind, after];
        let between = around.contains(&Some(Set::Capital)) && !around.contains(&Some(Set::Small));
        let capital = *set == Set::Capital || *set == Set::Unclear && between;
        whole.push(if capital { upper(&chunk.letters) } else { chunk.letters.clone().into_owned() });
        behind = if *set == Set::Unclear { behind } else { Some(*set) };
    }
    whole
}

/// The text with its chunks as they should read.
pub fn raised(text: &str, chunks: &[Chunk<'_>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    for (chunk, letters) in chunks.iter().zip(spelled(chunks)) {
        out.push_str(text.get(end..chunk.at).unwrap_or_default());
        out.push_str(&letters);
        end = chunk.at + chunk.shown.len();
    }
    out.push_str(text.get(end..).unwrap_or_default());
    out
}

/// Words that may have begun with a capital: those whose first letter is small and has a tone, at the beginning of sentences first.
pub fn unknown(chunks: &[Chunk<'_>], text: &str) -> Vec<String> {
    let (mut first, mut inside) = (Vec::new(), Vec::new());
    for (chunk, whole) in chunks.iter().zip(spelled(chunks)).filter(|(chunk, _)| chunk.script == Script::Tcvn3) {
        let before = text.get(..chunk.at).unwrap_or_default();
        let begins = before.trim_end_matches(' ').is_empty() || before.ends_with('\n') || before.trim_end_matches(' ').ends_with(['.', '!', '?', ':', '…']);
        let words = runs(&whole).filter(|run| run.chars().next().is_some_and(|c| c == lower(c) && apart(c).is_some_and(|(_, tone)| tone > 0)));
        for word in words {
            if begins { first.push(word.to_owned()) } else { inside.push(word.to_owned()) }
        }
    }
    first.extend(inside);
    first
}

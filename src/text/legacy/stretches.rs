//! Which words of a text are in an old encoding: the cheapest reading of all of them together.
//!
//! One word proves little: “hé” is a word, and “hộ” in TCVN3; “Thaï” is French, and “Thạ” in VNI. So each chunk between spaces costs what is
//! odd about it in each script, changing the script costs too (less where a line or a sentence begins, since people paste whole ones), and the
//! cheapest way through the text wins. Near-linear: chunks × scripts.

use std::borrow::Cow;

use super::super::fold::{is_letter, is_upper};
use super::super::spelling::is_spelled;
use super::decode::{Script, runs, tcvn3, tcvn3_letter, utf8, vni, with_lost_u};

/// A chunk between spaces, in bytes, with the script it is read in.
pub struct Chunk<'a> {
    /// Where it begins, in bytes.
    pub at: usize,
    /// As it stands.
    pub shown: &'a str,
    /// What it is written in.
    pub script: Script,
    /// As it reads in that script.
    pub letters: Cow<'a, str>,
}

impl Chunk<'_> {
    /// Whether it reads otherwise than it stands.
    pub fn is_changed(&self) -> bool {
        self.letters != self.shown
    }
}

const SCRIPTS: [Script; 4] = [Script::Sound, Script::Tcvn3, Script::Vni, Script::Utf8];
/// What it costs to begin a text, a line or a sentence in an old encoding; to change inside a sentence; to go back.
const BEGIN: u32 = 3;
const CHANGE: u32 = 4;
const BACK: u32 = 2;
/// A word that is no Vietnamese: of another language when it is sound, read wrongly when it is decoded.
const FOREIGN: u32 = 3;
const WRONG: u32 = 4;
const IMPOSSIBLE: u32 = 8;

/// Spaces and line ends; the no-break space is a byte of misread UTF-8, and stays inside.
pub fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{2028}' | '\u{2029}')
}

/// Reads a text: every chunk with its script.
pub fn read(text: &str) -> Vec<Chunk<'_>> {
    // The cost of each script so far, and for each chunk where each script came from.
    let mut costs = [0, BEGIN, BEGIN, BEGIN];
    let mut ways: Vec<(usize, &str, [usize; 4])> = Vec::new();
    let mut fresh = true;
    let mut end = 0;
    for shown in text.split(is_gap) {
        let at = end;
        end += shown.len() + text.get(at + shown.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        if shown.is_empty() {
            continue;
        }
        let own = cost(shown);
        let mut from = [0; 4];
        let mut next = [u32::MAX; 4];
        for (to, (slot, best)) in from.iter_mut().zip(&mut next).enumerate() {
            for (known, before) in costs.iter().enumerate() {
                let turn = match (known, to) {
                    _ if known == to => 0,
                    (0, _) if fresh => BEGIN,
                    (_, 0) if fresh => BACK,
                    (0, _) | (_, 0) => CHANGE,
                    _ => CHANGE + BEGIN,
                };
                let whole = before + turn;
                // Of two that cost the same the one that stays wins, so that nothing changes without a reason.
                if whole < *best || whole == *best && known == to {
                    (*slot, *best) = (known, whole);
                }
            }
        }
        for (slot, (best, here)) in costs.iter_mut().zip(next.iter().zip(own)) {
            *slot = best.saturating_add(here);
        }
        ways.push((at, shown, from));
        let follows = text.get(at + shown.len()..end).unwrap_or_default();
        fresh = follows != " " && follows != "\t" || shown.ends_with(['.', ';', ':', '!', '?']);
    }
    let mut script = (0..4).min_by_key(|at| costs.get(*at)).unwrap_or_default();
    let mut chunks: Vec<Chunk<'_>> = Vec::with_capacity(ways.len());
    for (at, shown, from) in ways.into_iter().rev() {
        let own = SCRIPTS.get(script).copied().unwrap_or(Script::Sound);
        chunks.push(Chunk { at, shown, script: own, letters: in_script(shown, own) });
        script = from.get(script).copied().unwrap_or_default();
    }
    chunks.reverse();
    chunks
}

/// Whether a chunk could be meant as it stands.
pub fn reads_as_it_stands(chunk: &Chunk<'_>) -> bool {
    oddness(chunk.shown) == 0
}

/// A chunk as it reads in a script. One that is no word there and is one as it stands was typed later, and stays.
fn in_script(shown: &str, script: Script) -> Cow<'_, str> {
    let letters = match script {
        Script::Sound => None,
        Script::Tcvn3 => tcvn3(shown),
        Script::Vni => vni(shown),
        Script::Utf8 => utf8(shown),
    };
    match letters {
        Some(letters) if letters != shown && !(script != Script::Utf8 && strange(&letters) > 0 && is_sound(shown)) => Cow::Owned(restored(letters, script)),
        _ => Cow::Borrowed(shown),
    }
}

/// Puts back the ư that some words of TCVN3 lost.
fn restored(letters: String, script: Script) -> String {
    if script != Script::Tcvn3 || strange(&letters) == 0 {
        return letters;
    }
    let wrong = runs(&letters).find(|run| !run.is_ascii() && !is_spelled(run)).map(str::to_owned);
    match wrong.and_then(|run| with_lost_u(&run).map(|whole| letters.replacen(&run, &whole, 1))) {
        Some(whole) => whole,
        None => letters,
    }
}

/// What a chunk costs in each script, in the order of [`SCRIPTS`].
fn cost(shown: &str) -> [u32; 4] {
    if shown.is_ascii() && !shown.bytes().any(|byte| byte < b' ') || is_address(shown) {
        return [0; 4];
    }
    // What has a letter that no old encoding shows was typed in Unicode: nearly every word of a sound text.
    if shown.chars().any(|c| matches!(c, '\u{100}'..='\u{1EFF}') && tcvn3_letter(c).is_none()) {
        return [oddness(shown), IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE];
    }
    if utf8(shown).is_some() {
        return [IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, 0];
    }
    let old = |letters: Option<String>, script| match letters {
        None => IMPOSSIBLE,
        Some(letters) if letters == shown => oddness(shown),
        Some(letters) => match strange(&letters) {
            0 => 0,
            _ if is_sound(shown) => FOREIGN,
            _ => strange(&restored(letters, script)).max(1),
        },
    };
    let (abc, vni) = (tcvn3(shown), vni(shown));
    // No Vietnamese as it stands, and Vietnamese when decoded: odd, though each of its signs may stand where it does.
    let turns = |letters: &Option<String>| {
        letters.as_ref().is_some_and(|letters| letters != shown && strange(letters) == 0 && runs(letters).any(|run| run.chars().nth(1).is_some()))
    };
    let least = if (turns(&abc) || turns(&vni)) && !is_sound(shown) { FOREIGN } else { 0 };
    [oddness(shown).max(least), old(abc, Script::Tcvn3), old(vni, Script::Vni), IMPOSSIBLE]
}

/// Addresses of the web have their own writing.
fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.starts_with("www.") || chunk.contains('=') || chunk.contains('@')
}

/// Whether every word of a chunk is Vietnamese as it stands, without signs inside.
fn is_sound(chunk: &str) -> bool {
    oddness(chunk) == 0 && runs(chunk).any(|run| !run.is_ascii())
}

/// What is wrong about decoded words: no syllable, or a capital with its accent behind a small letter.
fn strange(letters: &str) -> u32 {
    runs(letters)
        .filter(|run| !run.is_ascii())
        .map(|run| {
            let mut small = false;
            let uneven = run.chars().any(|c| {
                let high = is_upper(c);
                let uneven = high && small && !c.is_ascii();
                small |= !high;
                uneven
            });
            u32::from(!is_spelled(run)) * WRONG + u32::from(uneven) * 2
        })
        .sum()
}

/// What is odd about a chunk as it stands: letters of Latin-1 that make no syllable, capitals and signs inside words, controls.
fn oddness(chunk: &str) -> u32 {
    let mut odd = 0;
    for run in runs(chunk) {
        if run.is_ascii() || run.chars().any(|c| u32::from(c) > 0xFF && tcvn3_letter(c).is_none()) {
            continue;
        }
        odd += if is_spelled(run) { 0 } else { FOREIGN };
        let mut small = false;
        for c in run.chars() {
            odd += if small && is_capital(c) { 2 } else { 0 };
            small = c.is_ascii_lowercase();
        }
    }
    let (mut before, mut at) = (' ', ' ');
    for next in chunk.chars().chain([' ']) {
        odd += sign(before, at, next);
        (before, at) = (at, next);
    }
    odd
}

fn is_capital(c: char) -> bool {
    matches!(c, 'À'..='Þ')
}

/// What is odd about a sign between its neighbours.
fn sign(before: char, at: char, next: char) -> u32 {
    let part = |c: char| is_letter(c) || matches!(c, '\u{A1}'..='\u{BF}');
    match at {
        '\u{1}'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{80}'..='\u{9F}' if tcvn3_letter(at).is_some() => FOREIGN,
        '²' | '³' | '°' | '±' | '´' | '¹' if !is_letter(next) => 0,
        '\u{AD}' if is_letter(before) => {
            if is_letter(next) {
                2
            } else {
                1
            }
        }
        '\u{A1}'..='\u{BF}' | '×' | '÷' if tcvn3_letter(at).is_some() => match (part(before), part(next), at) {
            (true, true, '·') => 2,
            (true, true, _) => 5,
            (false, true, '®' | '¶' | '¨' | '¬' | '¢' | '¤' | '¥' | '¦' | '¸') => FOREIGN,
            (true, false, '»' | '®' | '©' | '·' | 'ª' | '£' | '¥' | '¢' | 'º') => 0,
            (true, false, _) if before.is_ascii_lowercase() => FOREIGN,
            _ => 0,
        },
        _ => 0,
    }
}

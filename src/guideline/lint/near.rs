//! The known name nearest to one that is not known.

/// The nearest of the known names, when one is near enough to be meant: a letter or two apart, or, in a path, one step more or less.
#[must_use]
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if found.len() > LONGEST {
        return None;
    }
    // “model.name” is how other languages write “/model/name”.
    let dotted = found.replace('.', "/");
    let steps: Vec<Vec<char>> = letters(if is_path(found) { &dotted } else { found });
    let mut best: Option<((usize, bool), &str)> = None;
    for name in known.into_iter().filter(|name| name.len() <= LONGEST) {
        let other = letters(name);
        let gap = STEP;
        let away = distance(steps.len(), other.len(), gap, &|at, with| match (steps.get(at), other.get(with)) {
            (Some(one), Some(other)) => step_distance(one, other),
            _ => gap,
        });
        // Of two that are as near, the one that ends alike.
        let away = (away, steps.last() != other.last());
        if best.is_none_or(|(least, _)| away < least) {
            best = Some((away, name));
        }
    }
    let length: usize = steps.iter().map(Vec::len).sum();
    let most = ((length + 1).max(3) / 3).min(STEP);
    best.filter(|((away, _), name)| *away <= most && *name != found).map(|(_, name)| name)
}

/// Bytes of a name beyond which nothing is near: the table grows with both.
const LONGEST: usize = 256;

/// What a step too much or too little weighs, in letters.
const STEP: usize = 3;

fn is_path(found: &str) -> bool {
    found.starts_with('/') || found.contains('.')
}

fn letters(name: &str) -> Vec<Vec<char>> {
    name.trim_matches('/').split('/').map(|step| step.chars().flat_map(char::to_lowercase).collect()).collect()
}

fn step_distance(one: &[char], other: &[char]) -> usize {
    // Far longer or shorter names are never meant.
    if one.len().abs_diff(other.len()) > STEP { STEP + 1 } else { distance(one.len(), other.len(), 1, &|at, with| usize::from(one.get(at) != other.get(with))) }
}

/// Least cost of making one list of another: `change` weighs what replaces what, `gap` what is put in or left out.
fn distance(length: usize, other: usize, gap: usize, change: &dyn Fn(usize, usize) -> usize) -> usize {
    let mut row: Vec<usize> = (0..=other).map(|with| with * gap).collect();
    for at in 0..length {
        let mut before = (at + 1) * gap;
        let mut next = vec![before];
        for (with, pair) in row.windows(2).enumerate() {
            let [left, up] = pair else { continue };
            before = (before + gap).min(up + gap).min(left + change(at, with));
            next.push(before);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 6] = ["/model/name", "/model/need", "/model/targets", "/model/targets/*/unit", "/applicant/contact/phone", "/stage"];

    #[track_caller]
    fn near(found: &str, expected: &str) {
        assert_eq!(nearest(found, KNOWN).unwrap_or_default(), expected, "{found}");
    }

    #[test]
    fn letters_and_steps() {
        near("/model/nme", "/model/name");
        near("/modle/need", "/model/need");
        near("model.name", "/model/name");
        near("/Model/Name", "/model/name");
        near("/model/targets/unit", "/model/targets/*/unit");
        near("/applicant/phone", "/applicant/contact/phone");
        near("/stages", "/stage");
        near("/model/budget/total", "");
        near("", "");
        near(&"/a".repeat(3000), "");
        near(&"a".repeat(20_000), "");
    }

    #[test]
    fn short_names() {
        assert_eq!(nearest("to-short", ["too-short", "too-long", "empty"]), Some("too-short"));
        assert_eq!(nearest("R1", ["R01", "R02"]), Some("R01"));
        assert_eq!(nearest("xyz", ["met", "empty"]), None);
    }
}

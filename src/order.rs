//! A stable sort in one copy for all types: the standard library makes one for each, several kilobytes of wasm at a time.

/// The places `0..length` in order: `before` says whether what stands at one place comes before what stands at another; equals keep their places.
pub fn order(length: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    let mut run = 1;
    while run < length {
        let mut merged = Vec::with_capacity(length);
        for pair in places.chunks(2 * run) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            let mut right = right.iter().copied().peekable();
            for place in left {
                while let Some(earlier) = right.next_if(|other| before(*other, *place)) {
                    merged.push(earlier);
                }
                merged.push(*place);
            }
            merged.extend(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

/// The things in the order of their keys; equals keep their places.
pub fn sorted<K: PartialOrd, T>(things: Vec<(K, T)>) -> Vec<T> {
    let order = order(things.len(), &|one, other| match (things.get(one), things.get(other)) {
        (Some((one, _)), Some((other, _))) => one < other,
        _ => false,
    });
    let mut things: Vec<Option<T>> = things.into_iter().map(|(_, thing)| Some(thing)).collect();
    order.into_iter().filter_map(|place| things.get_mut(place)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut state: u32 = 1;
        for length in 0..70 {
            let things: Vec<(u32, usize)> = (0..length)
                .map(|at| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 27, at)
                })
                .collect();
            let mut expected = things.clone();
            expected.sort_by_key(|(key, _)| *key);
            assert_eq!(sorted(things), expected.iter().map(|(_, at)| *at).collect::<Vec<_>>());
        }
    }

    #[test]
    fn takes_near_linear_time() {
        let count = std::cell::Cell::new(0);
        let places = order(10_000, &|one, other| {
            count.set(count.get() + 1);
            one * 7919 % 10_000 < other * 7919 % 10_000
        });
        assert!(places.windows(2).all(|pair| pair[0] * 7919 % 10_000 < pair[1] * 7919 % 10_000) && count.get() < 140_000);
    }
}

//! Objects by number, where each is. A sorted list: the map of the standard library weighs ten kilobytes of wasm.

use crate::order::sorted;

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It was deleted.
    Free,
    /// At a byte of the file.
    At {
        /// The byte.
        offset: usize,
        /// Its generation.
        generation: u32,
    },
    /// In a stream of objects.
    In {
        /// Number of the stream.
        stream: u32,
        /// How many objects stand before it.
        index: usize,
    },
}

/// Places by number, each number once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places(Vec<(u32, Place)>);

impl Places {
    /// Of several places of one number the first counts.
    pub fn of(entries: impl Iterator<Item = (u32, Place)>) -> Self {
        let mut places = sorted(entries.map(|entry| (entry.0, entry)).collect());
        places.dedup_by_key(|entry| entry.0);
        Self(places)
    }

    /// The place of a number.
    pub fn get(&self, number: u32) -> Option<&Place> {
        let at = self.0.binary_search_by(|entry| entry.0.cmp(&number)).ok()?;
        self.0.get(at).map(|(_, place)| place)
    }

    /// All of them, by number.
    pub fn iter(&self) -> impl Iterator<Item = &(u32, Place)> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_number_counts() {
        let at = |offset| Place::At { offset, generation: 0 };
        let places = Places::of([(3, at(1)), (1, at(2)), (3, at(3)), (2, Place::Free)].into_iter());
        assert_eq!(places.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!((places.get(3), places.get(2), places.get(4)), (Some(&at(1)), Some(&Place::Free), None));
    }
}

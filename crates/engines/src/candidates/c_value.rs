//! The C-value of each run: how often it occurs for itself, more for longer runs.

use std::collections::{BTreeMap, HashMap};

use super::Sightings;

/// The C-values by key. A run that occurs only within one longer run has none of its own.
pub(super) fn of(seen: &BTreeMap<String, Sightings>) -> HashMap<String, f64> {
    // Of each run: how often longer ones with it occur, and how many of these there are.
    let mut within: HashMap<&str, (usize, usize)> = HashMap::new();
    for (key, sightings) in seen.iter().filter(|(_, sightings)| sightings.alone > 0) {
        let borders: Vec<usize> = key.char_indices().map(|(at, _)| at).chain([key.len()]).collect();
        let mut inner: Vec<&str> = Vec::new();
        for (number, &from) in borders.iter().enumerate() {
            for &to in &borders[number + 1..] {
                let part = &key[from..to];
                if part.len() < key.len() && seen.contains_key(part) && !inner.contains(&part) {
                    inner.push(part);
                }
            }
        }
        for part in inner {
            let counts = within.entry(part).or_default();
            counts.0 += sightings.alone;
            counts.1 += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "counts within one document")]
    let value = |key: &String, sightings: &Sightings| {
        let nested = within.get(key.as_str()).map_or(0.0, |(sum, count)| *sum as f64 / *count as f64);
        let own = sightings.occurrences as f64 - nested;
        (sightings.words as f64 + 1.0).log2() * own
    };
    seen.iter().map(|(key, sightings)| (key.clone(), value(key, sightings))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_occurs_only_within_a_longer_run_has_no_value_of_its_own() {
        let sightings = |words, occurrences, alone| Sightings { words, occurrences, alone, ..Sightings::default() };
        let seen = BTreeMap::from([
            ("光渦".to_owned(), sightings(1, 5, 3)),
            ("光渦発生器".to_owned(), sightings(3, 2, 2)),
            ("発生器".to_owned(), sightings(2, 2, 0)),
        ]);
        let values = of(&seen);
        assert_eq!(values["光渦"], 3.0);
        assert_eq!(values["光渦発生器"], 4.0);
        assert_eq!(values["発生器"], 0.0);
    }
}

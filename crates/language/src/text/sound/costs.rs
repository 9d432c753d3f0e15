//! Edit costs between sounds: what a sound without a counterpart costs, and what one sound costs in place of another.

use serde::Deserialize;

/// The costs as glossary/sounds.toml has them.
#[derive(Debug, Default, Deserialize)]
pub(super) struct CostsFile {
    japanese: Vec<(String, f32)>,
    english: Vec<(String, f32)>,
    near: Vec<(String, f32)>,
    other: f32,
    unlike: f32,
}

/// The costs, ready to use.
#[derive(Debug, Default)]
pub(super) struct Costs {
    /// Cost of a Japanese sound without a counterpart in English.
    pub(super) japanese: GapCosts,
    /// Cost of an English sound without a counterpart in Japanese.
    pub(super) english: GapCosts,
    /// Cost of one sound in place of another, by their letters.
    pub(super) substitution: Box<[[f32; 26]]>,
}

impl Costs {
    pub(super) fn new(file: &CostsFile) -> Self {
        let mut substitution = vec![[0.0; 26]; 26];
        for (x, row) in (0_u8..).zip(&mut substitution) {
            for (y, cost) in (0_u8..).zip(row) {
                *cost = if x == y { 0.0 } else { file.substitution(x, y) };
            }
        }
        Self {
            japanese: GapCosts::new(&file.japanese),
            english: GapCosts::new(&file.english),
            substitution: substitution.into_boxed_slice(),
        }
    }
}

impl CostsFile {
    fn substitution(&self, x: u8, y: u8) -> f32 {
        let (x, y) = (x + b'a', y + b'a');
        let both = |group: &str| group.bytes().any(|c| c == x) && group.bytes().any(|c| c == y);
        let near = self.near.iter().find(|(group, _)| both(group)).map(|(_, cost)| *cost);
        near.unwrap_or(if is_vowel(x - b'a') == is_vowel(y - b'a') { self.other } else { self.unlike })
    }
}

fn is_vowel(sound: u8) -> bool {
    matches!(sound + b'a', b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Costs of sounds without a counterpart, which depend on the sounds around them.
#[derive(Debug, Default)]
pub(super) struct GapCosts {
    rules: Vec<([u8; 3], f32)>,
}

impl GapCosts {
    fn new(list: &[(String, f32)]) -> Self {
        let rule = |(place, cost): &(String, f32)| {
            let mut parts = place.bytes().filter(|c| *c != b' ');
            Some(([parts.next()?, parts.next()?, parts.next()?], *cost))
        };
        Self { rules: list.iter().filter_map(rule).collect() }
    }

    /// The cost of the sound at `at`.
    pub(super) fn of(&self, sounds: &[u8], at: usize) -> f32 {
        let sound = |index: Option<usize>| index.and_then(|index| sounds.get(index)).copied();
        let here = [sound(at.checked_sub(1)), sound(Some(at)), sound(Some(at + 1))];
        let fits = |place: &[u8; 3]| (0..3).all(|index| fits(place[index], here[index], index == 0));
        self.rules.iter().find(|(place, _)| fits(place)).map_or(1.0, |(_, cost)| *cost)
    }
}

/// Whether a sound fits one letter of a rule; `None` is the beginning or the end of the word.
fn fits(rule: u8, sound: Option<u8>, before: bool) -> bool {
    match (rule, sound) {
        (b'*', _) => true,
        (b'^', sound) => before && sound.is_none(),
        (b'V', Some(sound)) => is_vowel(sound),
        (b'C', Some(sound)) => !is_vowel(sound),
        (b'C', None) => !before,
        (rule, Some(sound)) => rule == sound + b'a',
        (_, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::spelling::RULES;

    #[test]
    fn inserted_vowels_and_dropped_r_cost_little() {
        let costs = &RULES.costs;
        let sounds = |text: &str| text.bytes().map(|c| c - b'a').collect::<Vec<u8>>();
        let (desk, word) = (sounds("desuku"), sounds("sensor"));
        assert!(costs.japanese.of(&desk, 3) < costs.japanese.of(&desk, 1), "u after a consonant");
        assert!(costs.english.of(&word, 5) < costs.english.of(&sounds("rat"), 0), "r after a vowel at the end");
        assert!(costs.english.of(&word, 3) > costs.english.of(&word, 4), "a consonant costs more than a vowel");
    }

    #[test]
    fn near_sounds_cost_less_than_others_either_way() {
        let cost = |x: u8, y: u8| RULES.costs.substitution[usize::from(x - b'a')][usize::from(y - b'a')];
        for (x, y) in [(b'k', b'g'), (b's', b'z'), (b'b', b'p'), (b'a', b'o')] {
            assert!(cost(x, y) < cost(b'k', b'm') && cost(x, y) > 0.0);
            assert!((cost(x, y) - cost(y, x)).abs() < f32::EPSILON);
        }
        assert!(cost(b'k', b'k') == 0.0 && cost(b'a', b'k') > cost(b'p', b'k'));
    }
}

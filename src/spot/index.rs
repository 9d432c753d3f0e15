//! Coarse patterns with the terms behind them in; every place of a coarse text where one of them stands out.

use std::collections::BTreeMap;

use daachorse::CharwiseDoubleArrayAhoCorasick;

use crate::model::Span;

/// The automaton of one language.
pub(super) struct Index {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
    terms: Vec<Vec<usize>>,
}

impl Index {
    /// An index of these patterns; `None` where there is none to look for.
    pub(super) fn new(patterns: BTreeMap<String, Vec<usize>>) -> Option<Self> {
        let (texts, terms): (Vec<String>, Vec<Vec<usize>>) =
            patterns.into_iter().filter(|(text, _)| !text.is_empty()).unzip();
        let numbered = texts.iter().zip(0_u32..);
        // It fails for no pattern, an empty one, one twice, or more than fit 32 bits: the map leaves only the first.
        let automaton = CharwiseDoubleArrayAhoCorasick::with_values(numbered).ok()?;
        Some(Self { automaton, terms })
    }

    /// Every place of every pattern in `text`, the ones that overlap too, each with its terms.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Span, &'a [usize])> + 'a {
        self.automaton.find_overlapping_iter(text).filter_map(|found| {
            let number = usize::try_from(found.value()).ok()?;
            Some((Span::new(found.start(), found.end()), self.terms.get(number)?.as_slice()))
        })
    }
}

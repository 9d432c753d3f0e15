//! Pairs the entries of a Japanese glossary with those of its English version.
//!
//! Two entries belong together by named signs: the identifier or the number of both, a name that both print, the sound and the words of
//! their heads, their definitions ([`entry_signs`]), the aligned sentences that mention them ([`mentions`]), and where they stand among entries that are paired already ([`places`]). Glossaries are
//! often sorted anew in translation, so the order is evidence and no condition.

mod entry_signs;
mod mentions;
mod places;

use super::table::TranslationTable;
use crate::model::Sign;
use crate::text::tokeniser::Tokeniser;
use entry_signs::EntrySigns;
use mentions::Mentions;
use places::Places;

/// An entry of a glossary, as far as pairing looks at it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GlossaryEntry<'a> {
    /// The number or letter of its mark.
    pub label: Option<&'a str>,
    /// Its identifiers in the document, where the format has them.
    pub anchors: Vec<&'a str>,
    /// Its head and other names.
    pub names: Vec<&'a str>,
    /// Its definition.
    pub definition: &'a str,
}

/// Two sentences that are translations of each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SentencePair<'a> {
    /// The Japanese.
    pub ja: &'a str,
    /// The English.
    pub en: &'a str,
    /// Probability that they are, 0 to 1.
    pub confidence: f64,
}

/// Two entries that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryPair {
    /// Index of the Japanese entry.
    pub ja: usize,
    /// Index of the English entry.
    pub en: usize,
    /// The signs that speak for the pair, and doubts.
    pub signs: Vec<Sign>,
    /// Probability that they belong together, 0 to 1.
    pub confidence: f64,
}

/// Weight of a pair without any sign, as the logarithm of its odds: in the smallest glossaries, more with each doubling of the
/// entries among which a partner is chosen, and at most.
const NOTHING: (f64, f64, f64) = (-3.0, -0.6, -5.0);
/// Signs of what entries say. A place alone proves as little in a small glossary as in a large one.
const CONTENT: [&str; 6] = ["same_name", "name_in_definition", "sound", "words", "definition", "sentences"];
/// Pairs with a lower confidence are left out.
const SURE: f64 = 0.70;
/// The highest confidence.
const CERTAIN: f64 = 0.97;
/// A pair whose best rival comes this close is doubtful.
const RIVAL: f64 = 1.0;
/// Rounds in which pairs support their neighbours.
const ROUNDS: usize = 3;
/// The largest number of pairs of entries that are compared.
const MOST: usize = 250_000;

/// How much each sign counts, in logarithms of odds.
fn weight(sign: &Sign) -> f64 {
    let weight = match sign.name.as_str() {
        "same_anchor" => 7.5,
        "same_name" => 5.5,
        "name_in_definition" => 4.0,
        "sound" => 5.5,
        "words" => 5.0,
        "definition" => 9.0,
        "definition_lead" => 5.0,
        "sentences" => 7.5,
        "same_number" => 1.5,
        "neighbours" => 6.0,
        "order" => 1.2,
        "doubt_rival" => -1.5,
        "doubt_order" => -2.5,
        "doubt_anchor" => -4.0,
        _ => 0.0,
    };
    weight * sign.value
}

/// The pairs of entries that belong together, in the order of the Japanese ones. Each entry is in one pair at most.
///
/// Entries that nobody translated (no Japanese in their text) are in none. More than 250,000 combinations are not compared.
#[must_use]
pub fn glossary_pairs(
    ja: &[GlossaryEntry<'_>],
    en: &[GlossaryEntry<'_>],
    sentences: &[SentencePair<'_>],
    table: &TranslationTable,
    words: &Tokeniser,
) -> Vec<EntryPair> {
    if ja.is_empty() || en.is_empty() || ja.len().saturating_mul(en.len()) > MOST {
        return Vec::new();
    }
    let own = EntrySigns::of(ja, en, table, words);
    let mentions = Mentions::of(ja, en, sentences);
    let size = (ja.len(), en.len());
    let mut pairs = Vec::new();
    for round in 0..ROUNDS {
        let places = Places::of(&pairs, size);
        let mut scored: Vec<EntryPair> = Vec::new();
        for (ja, en) in own.candidates() {
            let mut signs = own.signs(ja, en).to_vec();
            signs.extend(mentions.sign(ja, en));
            if round > 0 {
                signs.extend(places.signs(ja, en));
            }
            scored.push(EntryPair { ja, en, confidence: 0.0, signs });
        }
        pairs = chosen(scored, size);
    }
    pairs.retain(|pair| pair.confidence >= SURE);
    pairs.sort_by_key(|pair| pair.ja);
    pairs
}

/// Of all scored pairs, the best for each entry.
fn chosen(scored: Vec<EntryPair>, (ja, en): (usize, usize)) -> Vec<EntryPair> {
    let mut rated: Vec<(f64, EntryPair)> = scored.into_iter().map(|pair| (odds(&pair.signs, (ja, en)), pair)).collect();
    rated.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1.ja, one.1.en).cmp(&(other.1.ja, other.1.en))));
    // The two best of each row and column.
    let (mut of_ja, mut of_en) = (vec![Vec::new(); ja], vec![Vec::new(); en]);
    for (score, pair) in &rated {
        for best in [of_ja.get_mut(pair.ja), of_en.get_mut(pair.en)].into_iter().flatten() {
            if best.len() < 2 {
                best.push((*score, pair.ja, pair.en));
            }
        }
    }
    let (mut ja_taken, mut en_taken) = (vec![false; ja], vec![false; en]);
    let mut pairs = Vec::new();
    for (score, mut pair) in rated {
        if score <= -1.0 || ja_taken[pair.ja] || en_taken[pair.en] {
            continue;
        }
        (ja_taken[pair.ja], en_taken[pair.en]) = (true, true);
        let rivals = of_ja[pair.ja].iter().chain(&of_en[pair.en]);
        let rival = rivals.filter(|(_, ja, en)| (*ja, *en) != (pair.ja, pair.en)).map(|(score, ..)| *score);
        let lead = score - rival.fold(f64::NEG_INFINITY, f64::max);
        if lead < RIVAL {
            pair.signs.push(Sign::new("doubt_rival", (1.0 - lead / RIVAL).clamp(0.0, 1.0)));
        }
        pair.confidence = (1.0 / (1.0 + (-odds(&pair.signs, (ja, en))).exp())).min(CERTAIN);
        pairs.push(pair);
    }
    pairs
}

#[expect(clippy::cast_precision_loss, reason = "numbers of entries")]
fn odds(signs: &[Sign], (ja, en): (usize, usize)) -> f64 {
    let (smallest, doubling, most) = NOTHING;
    let has_content = signs.iter().any(|sign| CONTENT.contains(&sign.name.as_str()));
    let nothing =
        if has_content { f64::max(smallest + doubling * (ja.max(en).max(1) as f64).log2(), most) } else { most };
    nothing + signs.iter().map(weight).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry<'a>(label: Option<&'a str>, anchor: &'a str, name: &'a str, definition: &'a str) -> GlossaryEntry<'a> {
        let anchors = if anchor.is_empty() { Vec::new() } else { vec![anchor] };
        GlossaryEntry { label, anchors, names: vec![name], definition }
    }

    fn paired(ja: &[GlossaryEntry<'_>], en: &[GlossaryEntry<'_>]) -> Vec<(usize, usize)> {
        let pairs = glossary_pairs(ja, en, &[], &TranslationTable::default(), &Tokeniser::by_script());
        assert!(pairs.iter().all(|pair| (SURE..=CERTAIN).contains(&pair.confidence) && !pair.signs.is_empty()));
        pairs.into_iter().map(|pair| (pair.ja, pair.en)).collect()
    }

    #[test]
    fn entries_meet_by_name_sound_definition_and_identifier_in_any_order() {
        let ja = [
            entry(None, "", "DNA", "細胞の中の長い分子。"),
            entry(None, "", "ヒストグラム", "値の分布を表す図。"),
            entry(None, "", "蟻の行進", "選んだ範囲を囲む動く点線。"),
            entry(None, "depth", "色の深さ", "一つの点の色を表す数。"),
            entry(None, "", "焼きなまし", "annealing のこと。熱したあと冷ます。"),
            entry(None, "", "Untranslated", "A text that nobody has translated."),
        ];
        let en = [
            entry(None, "depth", "Bits of a colour", "A number for the colour of one point."),
            entry(None, "", "Annealing", "Heating and then cooling."),
            entry(None, "", "DNA", "A long molecule in a cell."),
            entry(None, "", "Histogram", "A chart of values."),
            entry(None, "", "Untranslated", "A text that nobody has translated."),
            entry(None, "", "Whale", "An animal of the sea."),
        ];
        assert_eq!(paired(&ja, &en), [(0, 2), (1, 3), (3, 0), (4, 1)]);
        assert!(paired(&ja, &[]).is_empty() && paired(&[], &en).is_empty());
    }

    #[test]
    fn an_entry_without_signs_of_its_own_is_paired_by_its_number_between_paired_neighbours() {
        let ja = [
            entry(Some("1"), "", "DNA", "細胞の中の分子。"),
            entry(Some("2"), "", "蟻の行進", "選んだ範囲を囲む線。"),
            entry(Some("3"), "", "ヒストグラム", "値の分布。"),
        ];
        let en = [
            entry(Some("1"), "", "DNA", "A molecule in a cell."),
            entry(Some("2"), "", "Marching ants", "A line around what is selected."),
            entry(Some("3"), "", "Histogram", "A distribution of values."),
        ];
        assert_eq!(paired(&ja, &en), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(paired(&ja[1..2], &en[..1]), [], "a number alone proves nothing");
    }

    #[test]
    fn entries_of_no_shared_word_meet_in_the_sentences_that_mention_both() {
        // Without definitions, which say something themselves.
        let ja = [entry(None, "", "蟻の行進", ""), entry(None, "", "行進", "")];
        let en = [entry(None, "", "Parade", ""), entry(None, "", "Marching ant", "")];
        let pair = |ja, en| SentencePair { ja, en, confidence: 0.9 };
        let both = [
            pair("蟻の行進が見えます。", "You see the marching ants."),
            pair("蟻の行進は消えます。", "Marching ants disappear."),
            pair("蟻の行進を囲みます。", "They surround the Marching Ants."),
            pair("蟻は歩きます。", "Ants walk."),
        ];
        let found = |sentences: &[SentencePair<'_>]| -> Vec<(usize, usize)> {
            let pairs = glossary_pairs(&ja, &en, sentences, &TranslationTable::default(), &Tokeniser::by_script());
            pairs.iter().map(|pair| (pair.ja, pair.en)).collect()
        };
        assert_eq!(found(&both), [(0, 1)]);
        assert_eq!(found(&both[..1]), [], "one sentence proves little");
        assert_eq!(found(&both[3..]), []);
    }

    proptest! {
        #[test]
        fn each_entry_is_in_one_pair_at_most(
            ja in proptest::collection::vec("[ァ-ヴ語細胞DNA]{0,5}", 0..7),
            en in proptest::collection::vec("[a-zDNA ]{0,9}", 0..7),
        ) {
            let ja: Vec<_> = ja.iter().map(|name| entry(None, "", name, "細胞の数。")).collect();
            let en: Vec<_> = en.iter().map(|name| entry(None, "", name, "The number of cells.")).collect();
            let pairs = paired(&ja, &en);
            let mut ens: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
            ens.sort_unstable();
            ens.dedup();
            prop_assert_eq!(ens.len(), pairs.len());
            prop_assert!(pairs.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
    }
}

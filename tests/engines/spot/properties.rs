//! Properties of every text: matches are whole characters, match their term, and the longest never overlap.

use proptest::prelude::*;
use taiyaku_engines::spot::ProjectFilter;
use taiyaku_language::model::Lang;
use taiyaku_language::text::key::Key;
use taiyaku_language::text::tokeniser::Tokeniser;

use super::spotter;

const JAPANESE: &[&str] =
    &["細胞", "肝細胞", "グルー", "プ", "ガーネット", "𠮷", "IL-1", "がん", "DNA", "T細胞", "歯学"];
const PIECES: &[&str] = &[
    "肝細胞",
    "細胞",
    "グルー",
    "プ",
    "ｶﾞｰﾈｯﾄ",
    "𠮷",
    "IL-1",
    "0",
    "がん",
    "DNA",
    "ase",
    "T",
    "⻭",
    "学",
    " ",
    "\r\n",
    "ﾞ",
    "ー",
    "Ｄ",
    "\u{200B}",
    "・",
    "(",
    "㈱",
];

proptest! {
    #[test]
    fn a_match_has_a_key_of_its_term_and_the_longest_never_overlap(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12),
        noise in "\\PC{0,6}",
    ) {
        let text = format!("{}{noise}", pieces.concat());
        let spots = spotter(&Lang::JA, JAPANESE).spots(&text, &Lang::JA, &Tokeniser::by_script(), ProjectFilter::All);
        let mut covered = 0;
        let mut primary = taiyaku_language::model::Span::default();
        for spot in spots {
            let place = text.get(spot.span.start..spot.span.end);
            prop_assert!(place.is_some_and(|place| !place.is_empty()), "{spot:?} in {text:?}");
            let term = JAPANESE[usize::try_from(spot.term_id.get()).unwrap() - 1];
            let (term, place) = (Key::new(term, &Lang::JA).unwrap(), Key::new(place.unwrap(), &Lang::JA).unwrap());
            prop_assert!(term.exact == place.exact || term.variant == place.variant, "{spot:?} in {text:?}");
            if spot.nested {
                prop_assert!(primary.contains(spot.span) && primary != spot.span);
            } else if spot.span != primary {
                prop_assert!(spot.span.start >= covered, "{spot:?} overlaps in {text:?}");
                covered = spot.span.end;
                primary = spot.span;
            }
        }
    }

    #[test]
    fn a_term_alone_is_always_found(at in 0..JAPANESE.len(), stop in prop::sample::select(&["", "。", " ", "\r\n", "「"][..])) {
        let text = format!("{stop}{}{stop}", JAPANESE[at]);
        let spots = spotter(&Lang::JA, JAPANESE).spots(&text, &Lang::JA, &Tokeniser::by_script(), ProjectFilter::All);
        prop_assert!(spots.iter().any(|spot| !spot.nested && spot.span.of(&text) == JAPANESE[at]), "{text:?}");
    }

    #[test]
    fn no_text_and_no_terms_cause_a_panic(terms in prop::collection::vec("\\PC{0,5}", 0..5), text in "\\PC{0,30}") {
        let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
        for lang in [Lang::JA, Lang::EN] {
            for spot in spotter(&lang, &terms).spots(&text, &lang, &Tokeniser::by_script(), ProjectFilter::All) {
                prop_assert!(text.get(spot.span.start..spot.span.end).is_some());
            }
        }
    }
}

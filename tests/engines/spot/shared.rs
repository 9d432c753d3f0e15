//! A spelling that many concepts share costs no more than the text is long.

use taiyaku_engines::spot::ProjectFilter;
use taiyaku_language::model::Lang;
use taiyaku_language::text::tokeniser::Tokeniser;

use super::spotter;

#[test]
fn a_spelling_of_many_concepts_is_found_for_each_in_a_short_text_and_for_the_first_in_a_long_one() {
    for (lang, term, sentence) in
        [(Lang::JA, "細胞", "細胞を𠮷野で調べた。"), (Lang::EN, "cell", "We examined a cell. ")]
    {
        for (concepts, times, want) in
            [(3, 1, 3), (400, 1, 400), (5_000, 1, 16), (400, 200, 16), (5_000, 200, 16), (3, 200, 3)]
        {
            let spotter = spotter(&lang, &vec![term; concepts]);
            let text = sentence.repeat(times);
            let spots = spotter.spots(&text, &lang, &Tokeniser::by_script(), ProjectFilter::All);
            assert_eq!(spots.len(), want * times, "{concepts} concepts, {times} times, {lang}");
            let first: Vec<i64> = spots.iter().take(want).map(|spot| spot.term_id.get()).collect();
            assert_eq!(first, (1..).take(want).collect::<Vec<i64>>(), "{concepts} concepts, {times} times, {lang}");
            let again = spotter.with_changes([], []).spots(&text, &lang, &Tokeniser::by_script(), ProjectFilter::All);
            assert_eq!(again, spots);
        }
    }
}

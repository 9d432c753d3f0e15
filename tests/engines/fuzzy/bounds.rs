//! The bounds by which a search leaves segments out leave out none that is among the best.

use proptest::collection::vec;
use proptest::prelude::*;
use taiyaku_engines::fuzzy::{Index, Scratch};
use taiyaku_language::model::{Lang, Revision};

use super::reference::{Sample, adjustment, best, query};

fn index(samples: &[Sample], lang: &Lang) -> Index {
    let entries = samples.iter().filter_map(Sample::indexed).collect();
    Index::new(lang.clone(), Revision::START).with_changes(&[], entries, Revision::new(1))
}

/// A text with other characters at some places. Edits within many words leave few tokens and most characters.
fn edited(text: &str, edits: &[(usize, char)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, letter) in edits {
        let place = place % letters.len();
        match place % 3 {
            0 => letters[place] = *letter,
            1 => letters.insert(place, *letter),
            _ if letters.len() > 2 => drop(letters.remove(place)),
            _ => {}
        }
    }
    letters.into_iter().collect()
}

fn edits(most: usize) -> impl Strategy<Value = Vec<(usize, char)>> {
    vec((any::<usize>(), prop::sample::select(vec!['x', 'e', '脳', 'の', 'ー', ' '])), 0..most)
}

proptest! {
    #![proptest_config(crate::factor::cases(60))]

    #[test]
    fn segments_that_differ_in_letters_of_many_words_are_found_by_their_grams(
        words in vec(prop::sample::select(vec!["signal ", "protein ", "細胞", "の機能", "membrane ", "を調べた", "カルシウム", "of "]), 6..30),
        changes in vec(edits(24), 1..80), asked in edits(12), floor in 50_u8..=95, limit in 1_usize..8
    ) {
        let text = words.concat();
        for lang in [Lang::EN, Lang::JA] {
            let texts: Vec<String> = changes.iter().map(|edits| edited(&text, edits)).collect();
            let samples: Vec<Sample> = (1..).zip(&texts).map(|(id, text)| Sample::new(id, text, &lang)).collect();
            let text = edited(&text, &asked);
            let result = index(&samples, &lang).search(&query(&text, &lang, floor, limit), adjustment, &|| false, &mut Scratch::default());
            prop_assert_eq!(result.hits, best(&samples, &text, &lang, floor, limit), "{}", text);
        }
    }
}

#[test]
fn a_segment_of_more_tokens_than_are_counted_is_found_whole() {
    let long = (0..320).map(|number| if number % 2 == 0 { "細胞" } else { "の" }).collect::<String>();
    let samples: Vec<Sample> = [long.clone(), "細胞の機能".to_owned(), long.replacen("細胞", "組織", 3)]
        .iter()
        .zip([6, 12, 18])
        .map(|(text, id)| Sample::new(id, text, &Lang::JA))
        .collect();
    for floor in [60, 95, 100] {
        let result = index(&samples, &Lang::JA).search(
            &query(&long, &Lang::JA, floor, 5),
            adjustment,
            &|| false,
            &mut Scratch::default(),
        );
        assert_eq!(result.hits, best(&samples, &long, &Lang::JA, floor, 5), "{floor}");
        assert_eq!(result.hits[0].id.get(), 6);
    }
}

#[test]
fn of_several_segments_in_the_same_context_the_newest_is_first_even_if_only_one_is_wanted() {
    let text = "細胞の機能を調べた。";
    // Approved segments of project 0; the number decides how new one is.
    for (ids, newest) in [([6, 12], 6), ([42, 48], 48), ([24, 48], 48), ([48, 54], 48)] {
        let samples = ids.map(|id| Sample::new(id, text, &Lang::JA));
        let asked = query(text, &Lang::JA, 50, 1).with_key();
        let result = index(&samples, &Lang::JA).search(&asked, adjustment, &|| false, &mut Scratch::default());
        assert_eq!(
            result.hits.iter().map(|hit| (hit.id.get(), hit.score)).collect::<Vec<_>>(),
            [(newest, 101)],
            "{ids:?}"
        );
    }
}

#[test]
fn a_segment_that_just_reaches_the_lowest_score_is_found_whichever_bound_it_comes_near() {
    let mut tried = 0;
    // Words of letters of their own, so that an edit within one loses as many grams as an edit can.
    let word = |number: usize| {
        (0..10).map(|at| char::from(b'a' + u8::try_from((number * 7 + at * 3) % 26).unwrap())).collect::<String>()
    };
    for (count, apart) in [(8_usize, 1), (8, 2), (12, 3), (16, 4), (16, 6), (24, 7)] {
        let words: Vec<String> = (0..count).map(word).collect();
        let text = words.join(" ");
        let changed = |number: usize, word: &String| {
            if number < apart { format!("{}ñ{}", &word[..5], &word[6..]) } else { word.clone() }
        };
        let near: Vec<String> = words.iter().enumerate().map(|(number, word)| changed(number, word)).collect();
        // Others that have many of the words in another order, so that reading the words costs more than reading the grams.
        let shuffled = (1..60)
            .map(|shift| (0..count).map(|at| words[(at * 5 + shift) % count].clone()).collect::<Vec<_>>().join(" "));
        let texts: Vec<String> = std::iter::once(near.join(" ")).chain(shuffled).collect();
        let samples: Vec<Sample> = (1..).zip(&texts).map(|(id, text)| Sample::new(6 * id, text, &Lang::EN)).collect();
        let index = index(&samples, &Lang::EN);
        let Some(score) = best(&samples[..1], &text, &Lang::EN, 50, 1).first().map(|hit| hit.score) else { continue };
        tried += 1;
        for (floor, limit) in [(score, 1), (score, 3), (score - 1, 1), (50, 1)] {
            let found =
                index.search(&query(&text, &Lang::EN, floor, limit), adjustment, &|| false, &mut Scratch::default());
            assert_eq!(found.hits, best(&samples, &text, &Lang::EN, floor, limit), "{count} {apart} {floor} {limit}");
        }
    }
    assert!(tried > 3, "{tried}");
}

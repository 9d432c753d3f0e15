//! A repaired target is right or absent: it never states what the query does not.

use proptest::prelude::*;

use super::match_for;

/// Source and target of the memory, a query, and the target that may be made for it (`mend:…`), or `none`.
const SENTENCES: &str = include_str!("mended.tsv");

#[test]
fn a_target_is_repaired_only_where_the_words_around_its_values_are_those_of_the_query() {
    let mut wrong = Vec::new();
    let (mut repaired, mut expected) = (0, 0);
    for row in SENTENCES.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [source, target, query, verdict] = fields.as_slice() else { panic!("{row}") };
        let made = match_for(query, source, target).repaired.map(|repaired| repaired.target);
        let want = verdict.strip_prefix("mend:");
        expected += usize::from(want.is_some());
        repaired += usize::from(want.is_some() && made.is_some());
        if made.is_some() && made.as_deref() != want {
            wrong.push(format!("{query} => {made:?}, not {verdict}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(repaired * 10 >= expected * 9, "{repaired} of {expected}");
}

#[test]
fn what_a_translator_added_to_a_target_keeps_it_from_being_repaired() {
    for (query, source, target, want) in [
        ("雄12頭と雌20頭", "雄10頭と雌15頭", "10 males and 15 females (25 in total)", None),
        ("雄12頭と雌20頭", "雄10頭と雌15頭", "Ten males and 15 females, twenty-five in all", None),
        ("10から30に増えた", "10から20に増えた", "It doubled from 10 to 20", None),
        ("10から30に増えた", "10から20に増えた", "It grew from 10 to 20", Some("It grew from 10 to 30")),
        ("2群で12頭", "2群で10頭", "10 animals in two groups", Some("12 animals in two groups")),
        ("2024年8月3日の12頭", "2024年8月2日の10頭", "10 on August 2, 2024", Some("12 on August 3, 2024")),
        ("1頭を調べた", "3頭を調べた", "We studied 3 animals", None),
        ("午後0時15分に始まる", "午後3時20分に始まる", "It starts at 3:20 p.m.", None),
        ("午後13時30分に始まる", "午後3時20分に始まる", "It starts at 3:20 p.m.", None),
        ("午後3時60分に始まる", "午後3時20分に始まる", "It starts at 3:20 p.m.", None),
        ("午後5時45分に始まる", "午後3時20分に始まる", "It starts at 3:20 p.m.", Some("It starts at 5:45 p.m.")),
        ("図1を見る", "図3を見る", "See figure 3.", Some("See figure 1.")),
        ("2個の標本", "1個の標本", "1 sample", None),
        ("五つの島", "三つの島", "Three islands", Some("Five islands")),
        ("第12回の会議", "第3回の会議", "The third meeting", Some("The twelfth meeting")),
    ] {
        let repaired = match_for(query, source, target).repaired.map(|repaired| repaired.target);
        assert_eq!(repaired.as_deref(), want, "{query}: {target}");
    }
}

#[test]
fn sentences_may_differ_in_what_changes_nothing_they_state() {
    for (query, source, want) in [
        ("雄が12頭である", "雄は10頭です", true),
        ("なお、雄は12頭", "雄は10頭", true),
        ("雄は、12頭", "雄は10頭", true),
        ("雌は12頭", "雄は10頭", false),
        ("雄は12頭以上", "雄は10頭以下", false),
        ("雄は12頭でない", "雄は10頭である", false),
        ("成体の雄は12頭", "雄は10頭", false),
        ("雄は12kg", "雄は10頭", false),
    ] {
        let made = match_for(query, source, "There are 10 males").repaired;
        assert_eq!(made.is_some(), want, "{query} {source} {made:?}");
    }
}

/// Groups whose numbers a report lists, in both languages.
const GROUPS: [(&str, &str); 8] = [
    ("対照群", "control group"),
    ("処置群", "treated group"),
    ("上限", "upper limit"),
    ("下限", "lower limit"),
    ("男性", "men"),
    ("女性", "women"),
    ("北湖", "north lake"),
    ("南湖", "south lake"),
];

/// A sentence that lists numbers of groups, in both languages, with the words in one of several orders.
fn report(pairs: &[(usize, u32)], form: usize) -> (String, String) {
    let phrase = |(at, number): &(usize, u32)| {
        let (japanese, english) = GROUPS[*at];
        match form % 3 {
            0 => (format!("{japanese}は{number}匹"), format!("the {english} {number}")),
            1 => (format!("{number}匹の{japanese}"), format!("{number} for the {english}")),
            _ => (format!("{japanese}({number})"), format!("{english} ({number})")),
        }
    };
    let (japanese, english): (Vec<String>, Vec<String>) = pairs.iter().map(phrase).unzip();
    (format!("{}であった。", japanese.join("、")), format!("These were {}.", english.join(", ")))
}

proptest! {
    #![proptest_config(crate::factor::cases(2_000))]
    #[test]
    fn no_repaired_target_contradicts_the_query_whatever_order_its_phrases_have(
        stored in prop::sample::subsequence((0..GROUPS.len()).collect::<Vec<_>>(), 2..5).prop_shuffle(),
        numbers in prop::collection::vec(2_u32..60, 4),
        others in prop::collection::vec(2_u32..60, 4),
        order in Just((0..4_usize).collect::<Vec<_>>()).prop_shuffle(),
        change in prop::option::of((0..4_usize, 0..GROUPS.len())),
        form in 0..3_usize,
    ) {
        let before: Vec<(usize, u32)> = stored.iter().copied().zip(numbers).collect();
        let mut groups: Vec<usize> = order.iter().filter_map(|at| stored.get(*at).copied()).collect();
        if let Some((at, group)) = change && let Some(place) = groups.get_mut(at) {
            *place = group;
        }
        let after: Vec<(usize, u32)> = groups.into_iter().zip(others).collect();
        let ((source, target), (query, want)) = (report(&before, form), report(&after, form));
        if let Some(repaired) = match_for(&query, &source, &target).repaired {
            prop_assert_eq!(repaired.target, want, "{} for {}", query, source);
        }
    }
}

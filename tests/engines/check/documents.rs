//! Findings across the segments of a document.

use taiyaku_language::model::{Rule, Severity, Side};

use super::Direction::{IntoEnglish, IntoJapanese};
use super::{Base, found, marked, mended, only, owned};

#[test]
fn a_source_translated_in_two_ways_is_reported_with_the_most_frequent_one() {
    let base = Base::new(IntoEnglish, &[]);
    let pairs = [
        ("細胞を見た。", "Cells were seen."),
        ("細胞 を見た。", "We saw cells."),
        ("細胞を見た。", "Cells  were seen."),
        ("結果", "Results"),
        ("結果", "Outcome"),
        ("結論", ""),
    ];
    let found = found(Rule::SourceInconsistent, &base, IntoEnglish, &pairs);
    let got: Vec<_> = found.iter().map(|finding| (finding.unit, finding.severity)).collect();
    assert_eq!(got, [(4, Severity::Information)], "a space beside Japanese is another text in N1");
    let pairs = [
        ("細胞を見た。", "Cells were seen."),
        ("⻭を見た。", "Teeth."),
        ("細胞を見た。", "We saw cells."),
        ("細胞を見た。", "Cells were\u{3000}seen."),
        ("歯を見た。", "A tooth."),
    ];
    let found = super::found(Rule::SourceInconsistent, &base, IntoEnglish, &pairs);
    let got: Vec<_> = found.iter().map(|finding| (finding.unit, finding.severity)).collect();
    assert_eq!(got, [(2, Severity::Warning), (4, Severity::Warning)]);
    assert_eq!(
        found[0].message,
        "`細胞を見た。` is translated in 2 ways in this draft; 2 of 3 times as `Cells were seen.`."
    );
    assert_eq!(mended(&owned(&pairs), &found[0].fixes[0])[2].1, "Cells were seen.");
    assert_eq!(found[0].related[0].place.unit, 0);
    // Case is no difference in English, but for symbols.
    let base = Base::new(IntoJapanese, &[]);
    let pairs = [("Save file", "保存"), ("save file", "ファイルを保存"), ("SHH", "SHH"), ("Shh", "しっ")];
    let found = super::found(Rule::SourceInconsistent, &base, IntoJapanese, &pairs);
    assert_eq!(found.iter().map(|finding| finding.unit).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_term_with_two_translations_is_reported_with_counts_and_fixed_everywhere() {
    let base = Base::new(
        IntoEnglish,
        &[&["ja:孤独", "en:loneliness", "en+:social isolation"], &["ja:腫瘍", "en:tumor", "en+:tumour"]],
    );
    let pairs = [
        ("孤独の影響", "Effects of loneliness"),
        ("孤独は続く", "Social isolation goes on"),
        ("孤独と腫瘍", "Loneliness and tumors"),
        ("孤独と社会", "Society and social isolation"),
        ("腫瘍", "A tumour"),
    ];
    let found = found(Rule::TermInconsistent, &base, IntoEnglish, &pairs);
    let got: Vec<String> = found.iter().map(|finding| marked(finding, Side::Target, &pairs)).collect();
    assert_eq!(got, ["Social isolation", "social isolation"]);
    assert_eq!(
        found[0].message,
        "`孤独` is translated in 2 ways in this document: `loneliness` twice and `social isolation` twice. \
         `loneliness` is preferred by the term base."
    );
    let titles: Vec<&str> = found[0].fixes.iter().map(|fix| fix.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Replace `social isolation` with `loneliness`",
            "Replace `social isolation` with `loneliness` in all 2 places"
        ]
    );
    let after = mended(&owned(&pairs), &found[0].fixes[1]);
    assert_eq!((after[1].1.as_str(), after[3].1.as_str()), ("Loneliness goes on", "Society and loneliness"));
    assert_eq!(found[0].key, found[1].key, "ignoring one ignores all");
    let alone = super::look(
        &base,
        IntoEnglish,
        &owned(&pairs),
        taiyaku_engines::check::Scope::Loose,
        &only(&[Rule::TermInconsistent]),
    );
    assert!(alone.is_empty(), "loose segments are no document");
    for (scope, count) in [(taiyaku_engines::check::Scope::Document, 1), (taiyaku_engines::check::Scope::Loose, 0)] {
        let pairs = owned(&[("𠮷野の水質", "Water of Yoshino"), ("𠮷野の水質", "Yoshino water")]);
        let found = super::look(&base, IntoEnglish, &pairs, scope, &only(&[Rule::SourceInconsistent]));
        assert_eq!(found.len(), count, "{scope:?}: {found:?}");
    }
}

#[test]
fn an_abbreviation_after_its_full_form_and_an_inflected_form_are_not_another_translation() {
    let base = Base::new(
        IntoEnglish,
        &[
            &["ja:再取り込み阻害薬", "en:reuptake inhibitor", "en~:SSRI"],
            &["ja:療法", "en:therapy", "en+:therapeutics"],
            &["ja:網", "en:net", "en+:mesh"],
            &["ja:網", "en:network"],
        ],
    );
    let pairs = [
        ("再取り込み阻害薬", "A reuptake inhibitor"),
        ("再取り込み阻害薬", "An SSRI"),
        ("療法", "therapy"),
        ("療法", "therapeutics"),
        ("網", "a net"),
        ("網", "a network"),
    ];
    assert!(found(Rule::TermInconsistent, &base, IntoEnglish, &pairs).is_empty());
    let base = Base::new(IntoJapanese, &[&["en:user", "ja:利用者", "ja+:ユーザー"]]);
    let pairs = [("Each user", "各利用者"), ("the user", "ユーザが"), ("a user", "利用者は")];
    let found = found(Rule::TermInconsistent, &base, IntoJapanese, &pairs);
    let got: Vec<String> = found.iter().map(|finding| marked(finding, Side::Target, &pairs)).collect();
    assert_eq!(got, ["ユーザ"]);
    assert_eq!(mended(&owned(&pairs), &found[0].fixes[0])[1].1, "利用者が");
}

#[test]
fn an_abbreviation_must_be_spelt_out_at_its_first_place() {
    let ssri: &[&str] = &["ja:再取り込み阻害薬", "en:reuptake inhibitor", "en~:SSRI"];
    let dna: &[&str] = &["ja:デオキシリボ核酸", "en:deoxyribonucleic acid", "en~:DNA"];
    for (targets, want) in [
        (
            &["SSRIs are used.", "A reuptake inhibitor (SSRI) is."][..],
            "0 SSRIs|warning|Reuptake inhibitors (SSRIs) are used.",
        ),
        (&["An SSRI is used.", "The end."], "0 SSRI|information|A reuptake inhibitor (SSRI) is used."),
        (&["A reuptake inhibitor (SSRI) is.", "SSRIs are used."], ""),
        (&["SSRI (reuptake inhibitor) is.", "SSRIs are used."], ""),
        (&["SSRI news", "A reuptake inhibitor (SSRI) is."], ""),
        (&["DNA is read.", "It is."], ""),
        (&["See “The SSRI at large”.", "It is."], ""),
    ] {
        let base = Base::new(IntoEnglish, &[ssri, dna]);
        let source = |target: &str| {
            if target.ends_with('.') {
                "再取り込み阻害薬とデオキシリボ核酸の文。"
            } else {
                "見出し"
            }
        };
        let pairs: Vec<(&str, &str)> = targets.iter().map(|target| (source(target), *target)).collect();
        let found = found(Rule::AbbreviationUnexpanded, &base, IntoEnglish, &pairs);
        let got: Vec<String> = found
            .iter()
            .map(|finding| {
                let after = &mended(&owned(&pairs), &finding.fixes[0])[finding.unit].1;
                let severity = finding.severity.as_str();
                format!("{} {}|{severity}|{after}", finding.unit, marked(finding, Side::Target, &pairs))
            })
            .collect();
        assert_eq!(got.join(" "), want, "{targets:?}");
    }
    let base = Base::new(IntoJapanese, &[&["en:reuptake inhibitor", "ja:再取り込み阻害薬", "ja~:SSRI"]]);
    let pairs = [("Inhibitors are used.", "SSRIを使う。")];
    let found = found(Rule::AbbreviationUnexpanded, &base, IntoJapanese, &pairs);
    assert_eq!(mended(&owned(&pairs), &found[0].fixes[0])[0].1, "再取り込み阻害薬（SSRI）を使う。");
}

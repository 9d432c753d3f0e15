//! Untranslated text, and text that does not follow the style of its language.

use taiyaku_engines::check::{Brackets, Scope, Spacing, Width};
use taiyaku_language::model::{Rule, Severity, Side};

use super::Direction::{IntoEnglish, IntoJapanese};
use super::{Base, found, look, marked, mended, only, owned};

#[test]
fn source_language_text_is_marked() {
    let base = Base::new(IntoEnglish, &[]);
    for (way, pair, want) in [
        (IntoEnglish, ("細胞を見た。", "細胞を見た。"), "細胞を見た。|error"),
        (IntoEnglish, ("細胞を見た。", "Cells were 見た。"), "見た。|warning"),
        (IntoEnglish, ("京都大学の細胞", "Cells of Kyoto University (京都大学)"), ""),
        (IntoEnglish, ("論文「細胞の話」", "The paper “細胞の話”"), ""),
        (IntoEnglish, ("論文「細胞の話」", "The paper 「細胞の話」"), ""),
        (IntoEnglish, ("𠮷田", "By 𠮷田"), "𠮷田|information"),
        (IntoEnglish, ("DNA", "DNA"), ""),
        (IntoEnglish, ("ー", "ー"), ""),
        (IntoEnglish, ("<b>細胞</b>", "<b>cells</b>"), ""),
        (IntoJapanese, ("Cells were seen.", "Cells were seen."), "Cells were seen.|warning"),
        (IntoJapanese, ("Cells were seen.", "Zellen."), "Zellen.|warning"),
        (IntoJapanese, ("Django", "Django"), ""),
        (IntoJapanese, ("models", "models"), "models|information"),
        (IntoJapanese, ("``os.path.join()`` {0} %s", "``os.path.join()`` {0} %s"), ""),
        (IntoJapanese, ("Cells", "細胞"), ""),
        (IntoEnglish, ("細胞", " "), ""),
    ] {
        let found = found(Rule::Untranslated, &base, way, &[pair]);
        let got: Vec<String> = found
            .iter()
            .map(|finding| format!("{}|{}", marked(finding, Side::Target, &[pair]), finding.severity.as_str()))
            .collect();
        assert_eq!(got.join(" "), want, "{pair:?}");
    }
}

#[test]
fn english_follows_english_style() {
    let base = Base::new(IntoEnglish, &[]);
    for (target, want) in [
        ("ＤＮＡ was read", "DNA was read"),
        ("in １２ mice", "in 12 mice"),
        ("cells（neurons）were", "cells (neurons) were"),
        ("cells、neurons", "cells, neurons"),
        ("two  spaces", "two spaces"),
        ("the inhibitor(SSRI)", "the inhibitor (SSRI)"),
        ("cells ( neurons ) were", "cells (neurons) were"),
    ] {
        let mut pairs = owned(&[("原文", target)]);
        // Each kind of mistake has a fix of its own.
        while let Some(finding) =
            look(&base, IntoEnglish, &pairs, Scope::Document, &only(&[Rule::Style])).into_iter().next()
        {
            assert_eq!(finding.severity, Severity::Information);
            pairs = mended(&pairs, &finding.fixes[0]);
        }
        assert_eq!(pairs[0].1, want);
    }
    for target in [
        "A sentence.  Another.",
        "call open(path) now",
        "the file(s)",
        "poly(lactic acid)",
        "Al(OH)3",
        "f(x)",
        "a\n  b",
        "\"  x  \"",
    ] {
        let found = found(Rule::Style, &base, IntoEnglish, &[("原文  （a）ｶﾅ", target)]);
        assert!(found.is_empty(), "{target}: {found:?}");
    }
}

#[test]
fn japanese_follows_the_style_of_the_project() {
    let base = Base::new(IntoJapanese, &[]);
    let any = (Width::Half, Brackets::Any, Spacing::Any);
    for (style, target, want) in [
        (any, "ｶﾞﾝ細胞", "ガン細胞"),
        (any, "ＤＮＡと１２匹", "DNAと12匹"),
        (any, "細胞(神経)と（脳）の DNA", "細胞(神経)と（脳）の DNA"),
        (any, "細胞  と", "細胞 と"),
        ((Width::Any, Brackets::Any, Spacing::Any), "ＤＮＡ", "ＤＮＡ"),
        ((Width::Full, Brackets::Any, Spacing::Any), "DNA鎖", "ＤＮＡ鎖"),
        ((Width::Half, Brackets::Full, Spacing::Any), "細胞(神経)", "細胞（神経）"),
        ((Width::Half, Brackets::Half, Spacing::Any), "細胞（神経）", "細胞(神経)"),
        ((Width::Half, Brackets::Any, Spacing::None), "細胞の DNA は 12 匹", "細胞のDNAは12匹"),
        ((Width::Half, Brackets::Any, Spacing::Space), "細胞のDNAは𠮷", "細胞の DNA は𠮷"),
    ] {
        let mut settings = only(&[Rule::Style]);
        (settings.style.latin_width, settings.style.brackets, settings.style.spacing) = style;
        let mut pairs = owned(&[("source", target)]);
        while let Some(finding) = look(&base, IntoJapanese, &pairs, Scope::Document, &settings).into_iter().next() {
            pairs = mended(&pairs, &finding.fixes[0]);
        }
        assert_eq!(pairs[0].1, want, "{target}");
    }
}

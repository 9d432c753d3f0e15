//! Proposals for terms without English beside them: only words of the document's own English, with signs.

use proptest::prelude::*;
use taiyaku_engines::link::{Knowledge, keys_of_parts, proposals, unlinked_terms};
use taiyaku_engines::{extract, link};
use taiyaku_language::model::{Lang, Link, Segment};
use taiyaku_language::text::key::Key;
use taiyaku_language::text::tokeniser::Tokeniser;

use super::release;

fn knowledge(pairs: &[(&str, &str)]) -> Knowledge {
    let mut knowledge = Knowledge::default();
    for (ja, en) in pairs {
        let key = Key::new(ja, &Lang::JA).unwrap().exact;
        knowledge.add(&key, en);
    }
    knowledge
}

fn aligned(ja: &str, en: &str, confidence: f64) -> Segment {
    let (source_lang, target_lang) = (Lang::JA, Lang::EN);
    Segment { source_lang, target_lang, source: ja.to_owned(), target: en.to_owned(), confidence }
}

fn proposed(text: &str, segments: &[Segment], knowledge: &Knowledge) -> Vec<Link> {
    let release = release(text);
    let found = extract::entries(&release);
    let links = link::terms(&release, &found, &Tokeniser::by_script());
    let all = proposals(&release, &found, segments, &unlinked_terms(&found, &links), knowledge);
    for link in &all {
        assert!((0.0..=0.99).contains(&link.confidence) && !link.signs.is_empty(), "{link:?}");
        assert!(link.span.end <= release.text.len() && link.method.is_inferred(), "{link:?}");
    }
    all
}

fn short(links: &[Link]) -> Vec<String> {
    links.iter().map(|link| format!("{} = {}, {}", link.ja, link.en, link.method.as_str())).collect()
}

fn titled(en: &str, ja: &str, head: &str) -> String {
    format!(
        "架空大学の発表\n\n新しい成果です。\n\n論文情報\n論文タイトル：{en}\n（和訳：{ja}）\n掲載誌：Journal of Tests\n\n\
         【用語解説】\n注1）{head}：調べたもの。\n"
    )
}

#[test]
fn words_of_a_title_are_proposed_by_sound_by_known_parts_and_by_identity() {
    let known = knowledge(&[("島", "insular"), ("皮質", "cortex"), ("視床", "thalamus"), ("回路", "circuit")]);
    for (en, ja, head, want) in [
        (
            "Rotaxane-Mediated Transport in Thin Films",
            "薄膜におけるロタキサンを介した輸送",
            "ロタキサン",
            &["ロタキサン = rotaxane, title_term", "ロタキサン = rotaxane, sound"][..],
        ),
        ("Insular Cortices of Mice", "マウスの島皮質", "島皮質", &["島皮質 = insular cortex, title_term"]),
        ("The role of CYP9Z3 circuits", "CYP9Z3回路の役割", "CYP9Z3回路", &["CYP9Z3回路 = CYP9Z3 circuit, title_term"]),
        // Half of the term is not enough.
        ("A cortex of its own", "独自の皮質", "島皮質", &[]),
        // No English of its parts is known, and no word sounds like it.
        ("Melting of vortices", "渦の融解", "渦糸", &[]),
        ("Oxytocin in the brain", "脳のはたらき", "ヒメマス", &[]),
    ] {
        assert_eq!(short(&proposed(&titled(en, ja, head), &[], &known)), want, "{en}");
    }
}

#[test]
fn an_aligned_sentence_counts_as_much_as_it_is_sure_and_must_hold_the_term() {
    let known = knowledge(&[("治療抵抗性", "treatment-resistant"), ("うつ病", "depression")]);
    let text = "発表\n\n本文です。\n\n【用語解説】\n注1）治療抵抗性うつ病：治りにくいうつ病。\n";
    let pair =
        |confidence| aligned("治療抵抗性うつ病を調べた。", "We studied treatment-resistant depression.", confidence);
    let found = proposed(text, &[pair(0.95)], &known);
    assert_eq!(short(&found), ["治療抵抗性うつ病 = treatment-resistant depression, aligned_term"]);
    assert!(found[0].support.contains("治療抵抗性うつ病を調べた。"), "{found:?}");
    assert!(proposed(text, &[pair(0.7)], &known)[0].confidence < found[0].confidence);
    let other = aligned("別の文です。", "We studied treatment-resistant depression.", 0.95);
    assert_eq!(short(&proposed(text, &[other], &known)), [""; 0]);
}

#[test]
fn an_abbreviation_leads_to_the_name_the_document_spells_out_or_that_fits() {
    let english =
        "Here we report that liquid crystal monomer (LCM) layers switch quickly under weak fields and stay so.";
    let text = format!(
        "発表\n\n液晶モノマー（LCM）を使った。\n\n{english}\n\n【用語解説】\n注1）液晶モノマー：単位の分子。\n"
    );
    let found = proposed(&text, &[], &Knowledge::default());
    assert!(short(&found).contains(&"液晶モノマー = liquid crystal monomer, triangle".to_owned()), "{found:?}");
    let text = "発表\n\n液晶モノマー（LCM）を使った。\n\n【用語解説】\n注1）液晶モノマー：単位の分子。\n";
    let mut known = knowledge(&[("液晶", "liquid crystal")]);
    known.add_long_form("LCM", "liquid crystal monomer");
    known.add_long_form("LCM", "least common multiple");
    assert_eq!(short(&proposed(text, &[], &known)), ["液晶モノマー = liquid crystal monomer, triangle"]);
    let mut known = Knowledge::default();
    known.add_long_form("LCM", "least common multiple");
    assert_eq!(short(&proposed(text, &[], &known)), [""; 0]);
    // One source counts once: what names the term already says nothing more by the abbreviation of that name.
    let mut known = knowledge(&[("液晶", "liquid crystal"), ("液晶モノマー", "liquid crystal monomer")]);
    known.add_long_form("LCM", "liquid crystal monomer");
    let found = short(&proposed(text, &[], &known));
    assert!(!found.iter().any(|link| link.ends_with("triangle")), "{found:?}");
    known.add_long_form("LCM", "liquid crystal mixture");
    let found = short(&proposed(text, &[], &known));
    assert!(!found.iter().any(|link| link.contains("monomer, triangle")), "{found:?}");
}

#[test]
fn a_long_form_begins_with_the_word_of_its_first_letter() {
    let english = "Patients were treated with a proton pump inhibitor (PPI) for four weeks and then examined again.";
    let text = format!(
        "発表\n\nプロトンポンプ阻害薬（PPI）を使った。\n\n{english}\n\n【用語解説】\n注1）プロトンポンプ阻害薬：胃酸の分泌を抑える薬。\n"
    );
    let found = short(&proposed(&text, &[], &Knowledge::default()));
    assert!(found.contains(&"プロトンポンプ阻害薬 = proton pump inhibitor, triangle".to_owned()), "{found:?}");
}

#[test]
fn what_the_document_proves_needs_no_proposal() {
    let text = titled("Rotaxane films", "ロタキサンの薄膜", "ロタキサン（rotaxane）");
    assert_eq!(short(&proposed(&text, &[], &Knowledge::default())), [""; 0]);
}

#[test]
fn parts_are_not_cut_inside_katakana_letters_or_digits() {
    let keys = keys_of_parts("ｲﾝﾀｰﾌｪﾛﾝγ受容体2型");
    for want in ["インターフェロン", "インターフェロンγ", "受容体", "受容体2型", "型"] {
        let key = Key::new(want, &Lang::JA).unwrap().exact;
        assert!(keys.contains(&key), "{want}: {keys:?}");
    }
    assert!(!keys.iter().any(|key| key.starts_with("ターフェ")), "{keys:?}");
}

proptest! {
    #![proptest_config(crate::factor::cases(96))]

    #[test]
    fn whatever_is_proposed_stands_in_the_document(
        words in prop::collection::vec(prop::sample::select(vec![
            "oxytocin", "Cortex", "𠮷", "(", "IL-6", "networks", "of", "macrophage-like", "γ", "cells,", "ー", "The",
        ]), 1..14),
        head in prop::sample::select(vec!["オキシトシン", "島皮質", "IL-6γ", "ﾏｸﾛﾌｧｰｼﾞ様細胞", "⻭", "𠮷田ネットワーク"]),
    ) {
        let known = knowledge(&[("皮質", "cortex"), ("細胞", "cell"), ("様", "like"), ("島", "island")]);
        let title = words.join(" ");
        let segments = [aligned(&format!("{head}を見た。"), &title, 0.9)];
        for link in proposed(&titled(&title, "和訳のない題", head), &segments, &known) {
            let bare = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let name = bare(&link.en);
            prop_assert!(bare(&title).contains(name.trim_end_matches('y')), "{link:?}");
        }
    }
}

#[test]
fn a_head_as_long_as_a_page_gets_no_proposals_and_is_not_split_into_parts() {
    for (length, entries, want) in [(80, 1, 1), (81, 1, 0), (4_000, 0, 0)] {
        let text = format!("用語解説\n注1 {}\n説明である。\n", "語".repeat(length));
        let release = release(&text);
        let found = extract::entries(&release);
        assert_eq!(found.entries.len(), entries);
        assert_eq!(unlinked_terms(&found, &[]).len(), want, "{length} characters");
    }
}

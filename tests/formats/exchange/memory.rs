//! The memory goes out as TMX and comes back as it was; a glossary goes out as OmegaT reads it.

use std::sync::LazyLock;

use proptest::prelude::*;
use taiyaku_formats::exchange::{ExportFormat, Header, MemoryUnit, Profile, Selection, Writer};
use taiyaku_formats::exchange::{FileHint, Item, Reader, Unit};
use taiyaku_language::model::{Lang, Provenance, Review, Segment};

use super::concepts::base;
use super::{export, header, segment};

fn unit(segment: &Segment, review: Review) -> MemoryUnit<'_> {
    MemoryUnit { segment, review, provenance: &PROVENANCE }
}

static PROVENANCE: LazyLock<Provenance> = LazyLock::new(|| Provenance {
    field: Some("physics".to_owned()),
    document: Some("第1報".to_owned()),
    key: Some("k\"1".to_owned()),
    created_at: Some("2026-04-01T09:00:00Z".to_owned()),
    author: Some("山田".to_owned()),
    ..Provenance::of("a & b.txt")
});

fn tmx(header: &Header, units: &[MemoryUnit<'_>]) -> String {
    let mut writer = Writer::new(ExportFormat::Tmx, Vec::new(), header).unwrap();
    for unit in units {
        writer.segment(unit).unwrap();
    }
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

fn read(file: &str) -> Vec<Unit> {
    let reader = Reader::open(file.as_bytes(), &FileHint::default()).unwrap();
    reader
        .map(|item| match item.unwrap() {
            Item::Pair(unit) => unit,
            Item::Term(row) => panic!("{row:?}"),
        })
        .collect()
}

#[test]
fn a_unit_says_all_that_is_known_of_it_and_markup_in_texts_stays_text() {
    let segment = segment("𠮷野川 <b>&amp;</b>", "Yoshino \u{0}River");
    let file = tmx(&header(Profile::Standard), &[unit(&segment, Review::Approved)]);
    insta::assert_snapshot!("tmx", file);
    let units = read(&file);
    assert_eq!(units.len(), 1);
    let found = &units[0];
    assert_eq!((found.source.as_str(), found.target.as_str()), ("𠮷野川 <b>&amp;</b>", "Yoshino River"));
    assert_eq!((found.provenance.key.as_deref(), found.provenance.author.as_deref()), (Some("k\"1"), Some("山田")));
    assert_eq!(
        (found.provenance.field.as_deref(), found.provenance.document.as_deref()),
        (Some("physics"), Some("第1報"))
    );
    assert_eq!(found.provenance.created_at.as_deref(), Some("2026-04-01T09:00:00Z"));
}

#[test]
fn what_goes_out_is_what_was_asked_for() {
    let (ja, other) = (segment("一", "one"), Segment { target_lang: "fr".parse().unwrap(), ..segment("一", "un") });
    let back = Segment { source_lang: Lang::EN, target_lang: Lang::JA, ..segment("two", "二") };
    let usual = header(Profile::Standard);
    let approved = Header { selection: Selection { only_approved: true, ..usual.selection }, ..usual.clone() };
    let all = Header { selection: Selection { include_candidates: true, ..usual.selection }, ..usual.clone() };
    for (header, review, goes_out) in [
        (&usual, Review::Candidate, false),
        (&usual, Review::Suggested, true),
        (&usual, Review::Rejected, false),
        (&approved, Review::Suggested, false),
        (&approved, Review::Approved, true),
        (&all, Review::Candidate, true),
        (&all, Review::Rejected, false),
    ] {
        let count = tmx(header, &[unit(&ja, review)]).matches("<tu ").count();
        assert_eq!(count, usize::from(goes_out), "{review:?} {:?}", header.selection);
    }
    let file = tmx(&usual, &[unit(&other, Review::Approved), unit(&back, Review::Approved)]);
    assert!(!file.contains("<seg>un</seg>") && file.contains("srclang=\"en\">"), "{file}");
    let blank = segment("　", "x");
    assert!(!tmx(&usual, &[unit(&blank, Review::Approved)]).contains("<tu "));
}

#[test]
fn a_glossary_for_omegat_has_its_first_line_and_one_row_for_each_pair_to_use() {
    let file = export(ExportFormat::OmegaT, &header(Profile::OmegaT), &base());
    insta::assert_snapshot!("omegat", file);
    assert!(file.starts_with("# Glossary in tab-separated format -*- coding: utf-8 -*-\n"));
    for line in file.lines().skip(1) {
        assert_eq!(line.split('\t').count(), 3, "{line}");
        assert!(!line.starts_with('#'), "OmegaT would pass over it: {line}");
    }
    let backwards = Header { source_lang: Lang::EN, target_lang: Lang::JA, ..header(Profile::OmegaT) };
    let turned = export(ExportFormat::OmegaT, &backwards, &base());
    let pairs = |file: &str, turned: bool| {
        let mut pairs: Vec<(String, String)> = file
            .lines()
            .skip(1)
            .map(|line| {
                let mut columns = line.split('\t').map(|column| column.trim().to_owned());
                let (first, second) = (columns.next().unwrap(), columns.next().unwrap());
                if turned { (second, first) } else { (first, second) }
            })
            .collect();
        pairs.sort();
        pairs
    };
    assert_eq!(pairs(&file, false), pairs(&turned, true));
}

proptest! {
    #[test]
    fn any_text_comes_back_from_tmx(
        source in "[a-zA-Z0-9あ-んア-ヶ一-龥𠮷ｶﾅﾞー　<>&\"' ]{0,40}語",
        target in "x[a-zA-Z0-9あ-ん一-龥𠮷<>&\"'\\[\\] ]{0,40}y",
    ) {
        let segment = segment(&source, &target);
        let file = tmx(&header(Profile::Standard), &[unit(&segment, Review::Suggested)]);
        let units = read(&file);
        prop_assert_eq!(units.len(), 1);
        prop_assert_eq!((&units[0].source, &units[0].target), (&source, &target), "{}", file);
    }
}

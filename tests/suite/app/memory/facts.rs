//! What is found by what, in tables.

use taiyaku::app::Service;
use taiyaku::app::concordance::{ConcordanceQuery, Occurrence};
use taiyaku::model::{Lang, Review, SegmentId};

use super::{PROJECT, about, concordance_of, decide, fresh, remember};

const PAIRS: &[(&str, &str)] = &[
    ("ｶﾞﾝ細胞の増殖を調べた", "We studied the growth of a cancer cell"),
    ("⻭学部の⻑期研究", "Long-term study at the dental school"),
    ("𠮷野と𠮷田の報告", "Report by Yoshino and Yoshida (𠮷野, 𠮷田)"),
    ("12匹のマウスを調べた", "We studied 12 mice"),
    ("112匹のマウス、12匹のラット", "112 mice, 12 rats"),
    ("iPS細胞のDNAとｍＲＮＡ", "DNA and mRNA of iPS cells"),
    ("2.8億円を投資した", "280 million yen were invested in May 2026"),
    ("令和6年4月1日に発表", "Announced on April 1, 2024"),
    ("IL-6とCOVID-19", "IL-6 and COVID-19"),
    ("表現型（ひょうげんがた）ー型", "Cell–free  Cells: two studies of phenotypes"),
];

/// The found segments by their number, from 1, with the places as `source|target`.
fn shown(found: &[Occurrence], first: SegmentId) -> String {
    let places = |text: &str, spans: &[taiyaku::model::Span]| {
        spans.iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>().join("+")
    };
    let show = |occurrence: &Occurrence| {
        let pair = &occurrence.segment.segment;
        let (source, target) =
            (places(&pair.source, &occurrence.source_spans), places(&pair.target, &occurrence.target_spans));
        format!("{} {source}|{target}", occurrence.segment.id.get() - first.get() + 1)
    };
    found.iter().map(show).collect::<Vec<_>>().join("; ")
}

async fn with_pairs() -> (tempfile::TempDir, Service, Vec<SegmentId>) {
    let (folder, service) = fresh().await;
    let ids = remember(&service, PROJECT, PAIRS).await;
    (folder, service, ids)
}

#[tokio::test]
async fn a_text_is_found_however_it_is_written() {
    let (_folder, service, ids) = with_pairs().await;
    for (text, want) in [
        ("ガン細胞", "1 ｶﾞﾝ細胞|"),
        ("ｶﾞﾝ", "1 ｶﾞﾝ|"),
        ("歯学部の長期", "2 ⻭学部の⻑期|"),
        ("⻭", "2 ⻭|"),
        ("𠮷", "3 𠮷+𠮷|𠮷+𠮷"),
        ("吉野", ""),
        ("12匹", "5 12匹+12匹|; 4 12匹|"),
        ("１１２匹", "5 112匹|"),
        ("13匹", ""),
        ("12", "5 12+12|12+12; 4 12|12"),
        ("匹のマウス", "5 匹のマウス|; 4 匹のマウス|"),
        ("ips", "6 iPS|iPS"),
        ("IPS細胞", "6 iPS細胞|"),
        ("Dna", "6 DNA|DNA"),
        ("mrna", "6 ｍＲＮＡ|mRNA"),
        ("NAとm", "6 NAとｍ|"),
        ("億円", "7 億円|"),
        ("million yen", "7 |million yen"),
        ("may", "7 |May"),
        ("令和", "8 令和|"),
        ("月1日に", "8 月1日に|"),
        ("on april", "8 |on April"),
        ("6", "9 6|6; 8 6|; 7 |6"),
        ("covid", "9 COVID|COVID"),
        ("19", "9 19|19"),
        ("cell-free cells", "10 |Cell–free  Cells"),
        ("（ひょうげんがた）", "10 （ひょうげんがた）|"),
        ("ー", "10 ー|"),
        ("を調べた", "4 を調べた|; 1 を調べた|"),
        ("cell", "10 |Cell+Cell; 6 |cell; 1 |cell"),
    ] {
        let found = concordance_of(&service, &about(text)).await;
        assert_eq!(shown(&found.occurrences, ids[0]), want, "{text}");
        assert!(found.candidates >= found.occurrences.len() && found.next_before.is_none(), "{text}");
    }
}

#[tokio::test]
async fn one_side_alone_can_be_asked() {
    let (_folder, service, ids) = with_pairs().await;
    for (text, lang, want) in [
        ("dna", "ja", "6 DNA|"),
        ("dna", "en", "6 |DNA"),
        ("dna", "en-GB", "6 |DNA"),
        ("𠮷野", "en", "3 |𠮷野"),
        ("増殖", "en", ""),
        ("dna", "de", ""),
    ] {
        let query = ConcordanceQuery { lang: Some(Lang::parse(lang).unwrap()), ..about(text) };
        assert_eq!(shown(&concordance_of(&service, &query).await.occurrences, ids[0]), want, "{text} in {lang}");
    }
}

#[tokio::test]
async fn words_are_found_in_any_order_and_number() {
    let (_folder, service, ids) = with_pairs().await;
    for (text, want) in [
        ("cells", "10 |Cell+Cells; 6 |cells; 1 |cell"),
        ("cell", "10 |Cell+Cells; 6 |cells; 1 |cell"),
        ("study", "10 |studies; 2 |study"),
        ("phenotype study", "10 |studies+phenotypes"),
        ("mRNA, DNA!", "6 DNA+ｍＲＮＡ|DNA+mRNA"),
        ("ips", "6 iPS|iPS"),
        ("cance", ""),
        ("growth mice", ""),
        ("12 mice", "5 |mice+12; 4 |12+mice"),
        ("112 rats", "5 |112+rats"),
        ("19 covid", "9 COVID+19|COVID+19"),
        ("280 million", "7 |280 million"),
        ("細胞 ｶﾞﾝ", "1 ｶﾞﾝ+細胞|"),
    ] {
        let query = ConcordanceQuery { words: true, ..about(text) };
        assert_eq!(shown(&concordance_of(&service, &query).await.occurrences, ids[0]), want, "{text}");
    }
}

#[tokio::test]
async fn what_was_rejected_and_other_projects_stay_out() {
    let (_folder, service, ids) = with_pairs().await;
    let others = remember(&service, "other", &[("ガン治療", "cancer therapy")]).await;
    let of = |projects: &[&str]| ConcordanceQuery {
        projects: projects.iter().map(|name| (*name).to_owned()).collect(),
        ..about("ガン")
    };
    for (projects, want) in [
        (&[][..], vec![("other", others[0]), (PROJECT, ids[0])]),
        (&[PROJECT], vec![(PROJECT, ids[0])]),
        (&["other"], vec![("other", others[0])]),
        (&["other", PROJECT], vec![("other", others[0]), (PROJECT, ids[0])]),
    ] {
        let found = concordance_of(&service, &of(projects)).await.occurrences;
        let got: Vec<(&str, SegmentId)> =
            found.iter().map(|found| (found.project.as_str(), found.segment.id)).collect();
        assert_eq!(got, want, "{projects:?}");
    }
    decide(&service, others[0], Review::Rejected, None).await;
    assert_eq!(concordance_of(&service, &of(&["other"])).await.occurrences, []);
    assert_eq!(service.concordance(&of(&["nowhere"])).await.unwrap_err().code(), "not_found");
}

#[tokio::test]
async fn questions_without_an_answer_are_refused() {
    let (_folder, service, _) = with_pairs().await;
    for query in [
        about(""),
        about(" \u{200b}\r\n"),
        about(&"細".repeat(401)),
        ConcordanceQuery { words: true, ..about("、。") },
        ConcordanceQuery { limit: 0, ..about("細胞") },
        ConcordanceQuery { limit: 201, ..about("細胞") },
    ] {
        assert_eq!(service.concordance(&query).await.unwrap_err().code(), "invalid_request", "{query:?}");
    }
    for text in ["、", "ﾞ", "👩‍🔬", "\u{301}", "%", "<b>", "\u{fdd0}", &"細".repeat(400)] {
        concordance_of(&service, &about(text)).await;
    }
}

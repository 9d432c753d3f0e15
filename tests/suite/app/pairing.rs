//! A release and its English version: their glossaries in any order, and what of their sentences goes into the memory.

use taiyaku::model::{Lang, Usage};

use super::importing::options;
use super::{NOW, concepts, ingest, named, service};

const JA: &str = "2026年10月5日\n南海見本大学\n\n沈殿物から古い津波を読み取る方法を開発\n\n\
    南海見本大学の研究グループは、津波堆積物（※1）を調べる新しい方法を開発しました。この方法では、珪藻※2を数える必要がありません。\
    グループは残留磁化※3の向きを2時間で測りました。津波堆積物※1の年代は12%正確になりました。\n\n\
    【用語解説】\n※1 津波堆積物\n津波が運んで陸に残した砂や泥の層。\n※2 珪藻\n水の中で光合成をする、ガラスの殻をもつ小さな藻類。\n\
    ※3 残留磁化\n岩石が冷えたときに記録した地球の磁場。\n";

const EN: &str = "October 5, 2026\nNankai Mihon University\n\nNew method reads ancient tsunamis from sediment\n\n\
    A research group at Nankai Mihon University has developed a new method to examine tsunami deposits (3). With this method, \
    there is no need to count diatoms (1). The group measured the direction of the remanent magnetization (2) in 2 hours. \
    The age of tsunami deposits (3) became 12% more accurate.\n\n\
    Glossary\n(1) Diatom: A tiny alga with a shell of glass that lives in water by photosynthesis.\n\
    (2) Remanent magnetization: The magnetic field of the earth that rocks recorded when they cooled.\n\
    (3) Tsunami deposit: A layer of sand and mud that a tsunami carried and left on land.\n";

#[tokio::test]
async fn glossaries_are_paired_in_any_order_and_the_memory_has_sentences_without_heads_marks_and_dates() {
    let bare = ["(1)", "(2)", "(3)"]
        .iter()
        .fold(EN.to_owned(), |text, mark| text.replace(&format!(" {mark}"), "").replace(&format!("{mark} "), ""));
    for (en, order) in [(EN.to_owned(), "alphabetical"), (bare, "bare")] {
        let service = service("").await;
        let ja = ingest(&service, "tsunami_ja.txt", JA.into()).await;
        let en = ingest(&service, "tsunami_en.txt", en.into_bytes()).await;
        let paired = service.pair_ingested((&ja, &en), NOW).await.unwrap().unwrap();
        assert_eq!(paired.entries, 3, "{order}: {paired:?}");
        for (term, english) in
            [("津波堆積物", "tsunami deposit"), ("珪藻", "diatom"), ("残留磁化", "remanent magnetization")]
        {
            let found = named(&service, term).await;
            let texts: Vec<&str> = found
                .iter()
                .flat_map(|concept| &concept.terms)
                .filter(|term| term.lang == Lang::EN)
                .map(|term| term.text.as_str())
                .collect();
            assert_eq!((found.len(), texts), (1, vec![english]), "{order}");
        }
        let segments = service.store().segments_of(ja.release_id.unwrap()).await.unwrap();
        let pairs: Vec<(&str, &str)> =
            segments.iter().map(|one| (one.segment.source.as_str(), one.segment.target.as_str())).collect();
        let shown = format!("{order}: {pairs:#?}");
        let sides = || pairs.iter().flat_map(|(ja, en)| [*ja, *en]);
        assert!(!sides().any(|text| text.contains('※') || text.contains(": ") || text.contains("2026")), "{shown}");
        assert!(!sides().any(|text| ["(1)", "(2)", "(3)"].iter().any(|mark| text.contains(mark))), "{shown}");
        for (ja, en) in [
            ("沈殿物から古い津波を読み取る方法を開発", "New method reads ancient tsunamis from sediment"),
            ("津波が運んで陸に残した砂や泥の層。", "A layer of sand and mud that a tsunami carried and left on land."),
        ] {
            assert!(pairs.contains(&(ja, en)), "{ja} in {shown}");
        }
    }
}

#[tokio::test]
async fn definitions_of_entries_without_a_partner_are_in_no_segment() {
    let service = service("").await;
    let ja = ingest(&service, "tsunami_ja.txt", JA.into()).await;
    let (text, _) = EN.split_once("Glossary\n").unwrap();
    let glossary = "Glossary\nAccretionary prism: A wedge of rock scraped off a plate at a trench.\n\
        Turbidite: A bed that a current loaded with grains laid down.\n";
    let en = ingest(&service, "tsunami_en.txt", format!("{text}{glossary}").into_bytes()).await;
    let paired = service.pair_ingested((&ja, &en), NOW).await.unwrap().unwrap();
    assert_eq!(paired.entries, 0, "{paired:?}");
    let segments = service.store().segments_of(ja.release_id.unwrap()).await.unwrap();
    assert!(!segments.is_empty());
    for one in segments {
        let target = &one.segment.target;
        assert!(!glossary.contains(target.as_str()) && !target.contains("trench"), "{target}");
    }
}

#[tokio::test]
async fn captions_inside_definitions_are_in_no_segment() {
    let page = |lang: &str, title: &str, heading: &str, entries: &str| {
        format!("<html lang=\"{lang}\"><body><h1>{title}</h1><h2>{heading}</h2><dl>{entries}</dl></body></html>")
    };
    let ja = page(
        "ja",
        "海の言葉",
        "用語集",
        "<dt>珪藻（diatom）</dt><dd><p>図1 珪藻の殻</p><p>珪藻は水の中で光合成をする小さな藻類です。</p><p>ガラスの殻をもちます。</p></dd>\
         <dt>津波（tsunami）</dt><dd><p>津波は海の底が動いて起こる長い波です。</p><p>浅い海で高くなります。</p></dd>\
         <dt>堆積物（sediment）</dt><dd><p>堆積物は水が運んで残した砂や泥です。</p><p>湖の底にもたまります。</p></dd>",
    );
    let en = page(
        "en",
        "Words of the sea",
        "Glossary",
        "<dt>diatom</dt><dd><p>Figure 1. The shell of a diatom</p><p>Diatoms are tiny algae that live in water by photosynthesis.</p>\
         <p>They have a shell of glass.</p></dd>\
         <dt>sediment</dt><dd><p>Sediment is sand and mud that water carried and left.</p><p>It also settles at the bottom of lakes.</p></dd>\
         <dt>tsunami</dt><dd><p>A tsunami is a long wave that begins when the bottom of the sea moves.</p><p>It rises in shallow water.</p></dd>",
    );
    let service = service("").await;
    let ja = ingest(&service, "sea_ja.html", ja.into_bytes()).await;
    let en = ingest(&service, "sea_en.html", en.into_bytes()).await;
    let paired = service.pair_ingested((&ja, &en), NOW).await.unwrap().unwrap();
    assert_eq!(paired.entries, 3, "{paired:?}");
    let segments = service.store().segments_of(ja.release_id.unwrap()).await.unwrap();
    let pairs: Vec<(&str, &str)> =
        segments.iter().map(|one| (one.segment.source.as_str(), one.segment.target.as_str())).collect();
    assert!(!pairs.iter().any(|(ja, en)| ja.contains("図1") || en.contains("Figure")), "{pairs:#?}");
    let diatoms =
        ("珪藻は水の中で光合成をする小さな藻類です。", "Diatoms are tiny algae that live in water by photosynthesis.");
    assert!(pairs.contains(&diatoms), "{pairs:#?}");
}

#[tokio::test]
async fn a_ban_of_a_pair_falls_on_the_english_where_the_japanese_is_used() {
    let approved = "joint research\t共同研究\tnoun\tapproved\n";
    let banned = "co-research\t共同研究\tnoun\tforbidden\n";
    let head = "#UTX 1.11; en/ja; 2026-11-20; license: CC0\n#src\ttgt\tsrc:pos\tterm status\n";
    let files = |parts: &[&str]| -> Vec<String> { parts.iter().map(|rows| format!("{head}{rows}")).collect() };
    let (both, turned) = (format!("{approved}{banned}"), format!("{banned}{approved}"));
    for files in [files(&[&both]), files(&[&turned]), files(&[approved, banned])] {
        let service = service("").await;
        for (number, text) in files.iter().enumerate() {
            let input = taiyaku::app::ingest::Input::Bytes(text.as_bytes().to_vec());
            service.import(&format!("{number}.utx"), input, &options(), NOW, |_| {}).await.unwrap();
        }
        let usages: Vec<(String, Usage)> = concepts(&service)
            .await
            .into_iter()
            .flat_map(|concept| concept.terms)
            .map(|term| (term.text, term.usage))
            .filter(|(_, usage)| *usage == Usage::Forbidden)
            .collect();
        assert_eq!(usages, [("co-research".to_owned(), Usage::Forbidden)], "{files:?}");
    }
    // A pair that stands alone says that its translation must not be used.
    let service = service("").await;
    let input = taiyaku::app::ingest::Input::Bytes(format!("{head}{banned}").into_bytes());
    service.import("a.utx", input, &options(), NOW, |_| {}).await.unwrap();
    let concept = &named(&service, "共同研究").await[0];
    let japanese = concept.terms.iter().find(|term| term.lang == Lang::JA).unwrap();
    assert_eq!(japanese.usage, Usage::Forbidden);
}

//! Dictionaries and term bases other programs wrote: their rows, and what is wrong with them.

use taiyaku_formats::exchange::{Columns, Fault, FileFormat, FileHint, Reader, RowProblem, TermRow};

use super::rows_with;

pub(super) fn named(name: &str) -> FileHint {
    FileHint { name: name.to_owned(), ..FileHint::default() }
}

/// A row in one line: names with what is said of them, then the rest.
fn line(item: &Result<TermRow, RowProblem>) -> String {
    let row = match item {
        Ok(row) => row,
        Err(problem) => return format!("{}:{} {}", problem.line, problem.unit, problem.code()),
    };
    let mut said: Vec<String> = Vec::new();
    for name in &row.names {
        let mut words = format!("{}:{}", name.lang, name.text);
        let kind = Some(name.kind.as_str()).filter(|kind| *kind != "full_form");
        let reading = name.reading.as_deref();
        let part = name.part_of_speech.map(taiyaku_language::model::PartOfSpeech::as_str);
        let usage = name.usage.map(taiyaku_language::model::Usage::as_str);
        let review = name.review.map(taiyaku_language::model::Review::as_str);
        for word in [kind, reading, part, usage, review].into_iter().flatten() {
            words.push_str(&format!("/{word}"));
        }
        said.push(words);
    }
    let definition = row.definitions.first().map(|one| format!("{}={}", one.lang, one.text));
    for (mark, text) in [("#", &row.concept), ("@", &row.field), ("=", &definition), ("!", &row.note)] {
        said.extend(text.as_ref().map(|text| format!("{mark}{text}")));
    }
    said.extend(row.notes.iter().map(|note| format!("!!{note}")));
    said.join(" ")
}

pub(super) fn lines(options: &FileHint, text: &str) -> Vec<String> {
    rows_with(options, text.as_bytes()).iter().map(line).collect()
}

#[test]
fn utx_gives_terms_with_status_and_says_whose_it_is() {
    let text = "#UTX 1.11; ja-JP/en-US; 2026-11-20T00:00:00+09:00; copyright: 例大学 (2026); license: CC-BY 4.0\r\n\
        #description: a; b\r\n\
        #src\ttgt\tsrc:pos\tterm status\tconcept ID\tcomment\r\n\
        量子もつれ\tquantum entanglement\tnoun\tapproved\tC1\t注1\r\n\
        量子もつれ\tquantum tangle\tnoun\tforbidden\tC1\t\r\n\
        𠮷ビット\tqubit\tverb\tprovisional\tC2\r\n\
        ⻭ｶﾅﾞー\ttooth\t\tnon-standard\r\n\
        \r\n\
        片側\t\tnoun\r\n\
        \tno source\tnoun\r\n";
    assert_eq!(
        lines(&named("a.utx"), text),
        [
            "ja:量子もつれ/noun/approved en:quantum entanglement/approved #C1 !注1",
            "ja:量子もつれ/noun en:quantum tangle/forbidden #C1",
            "ja:𠮷ビット/verb en:qubit/suggested #C2",
            "ja:⻭ｶﾅﾞー en:tooth/deprecated",
            "9:5 untranslated",
            "10:6 empty_source",
        ]
    );
    let mut reader = Reader::open(text.as_bytes(), &named("a.utx")).unwrap();
    assert_eq!(reader.format(), FileFormat::Utx);
    reader.next().unwrap().unwrap();
    let facts = reader.facts();
    assert_eq!(facts.licence.as_deref(), Some("CC-BY 4.0"));
    assert_eq!(facts.attribution.as_deref(), Some("例大学 (2026)"));
}

#[test]
fn utx_of_either_direction_and_of_1_20_and_before_is_read() {
    for (header, row, want) in [
        (
            "#UTX-S 1.01; en-US/ja-JP; 2009-09-08T17:55:00Z+09:00 copyright: a; license: b",
            "cell\t細胞\tnoun",
            "en:cell/noun ja:細胞",
        ),
        ("#UTX 1.20; ja-JP/en-US; 2026-11-20", "細胞\tcell\tnoun", "ja:細胞/noun en:cell"),
        ("#UTX 1.11; ja/en", "細胞\tcell", "ja:細胞 en:cell"),
        ("#UTX 1.11; ja/de", "細胞\tZelle", "1:0 other_languages"),
        ("#UTX 1.11; 2026", "細胞\tcell", "1:0 language_missing"),
    ] {
        assert_eq!(
            lines(&named("a.txt"), &format!("{header}\n{row}\n")).first().map(String::as_str),
            Some(want),
            "{header}"
        );
    }
}

#[test]
fn edict_gives_spellings_glosses_and_no_codes() {
    let text = "　？？？ /EDICT2 Japanese-English Dictionary File/Copyright Example Group - 2021/Created: 2021-02-03/\n\
        視床下部 [ししょうかぶ] /(n) {anat} hypothalamus/EntL1316400/\n\
        動脈硬化(P);動脉硬化(oK) [どうみゃくこうか] /(n,adj-no) (1) {med} arteriosclerosis/(2) hardening (of the arteries)/(P)/EntL1/\n\
        ノイローゼ /(n) neurosis (ger: Neurose)/\n\
        走る [はしる] /(v5r,vi) (1) (See 走り) to run/(2) (uk) to dash/\n\
        説明だけ /(n) (only an explanation)/\n\
        壊れた行\n";
    assert_eq!(
        lines(&named("edict"), text),
        [
            "ja:視床下部/ししょうかぶ/noun en:hypothalamus",
            "ja:動脈硬化/どうみゃくこうか/noun ja:動脉硬化/variant/どうみゃくこうか/noun en:arteriosclerosis en:hardening",
            "ja:ノイローゼ/noun en:neurosis",
            "ja:走る/はしる/verb en:to run en:to dash",
            "6:5 untranslated",
            "7:6 broken_row",
        ]
    );
    let (euc, _, wrong) = encoding_rs::EUC_JP.encode(text);
    assert!(!wrong);
    let again: Vec<String> = rows_with(&named("edict"), &euc).iter().map(line).collect();
    assert_eq!(again, lines(&named("edict"), text), "EUC-JP is told from the bytes");
    let mut reader = Reader::open(text.as_bytes(), &named("edict")).unwrap();
    reader.next().unwrap().unwrap();
    assert_eq!(reader.facts().attribution.as_deref(), Some("Copyright Example Group - 2021"));
}

const JMDICT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Rev 1.09\nCopyright Example Group -->\n<!DOCTYPE JMdict [\n\
    <!ELEMENT JMdict (entry*)>\n<!-- an <entry> & its \"parts\" -->\n<!ENTITY n \"noun (common) (futsuumeishi)\">\n<!ENTITY uk \"usually kana\">\n]>\n";

#[test]
fn jmdict_gives_english_and_its_entities_are_codes() {
    let text = format!(
        "{JMDICT}<JMdict>\n<entry><ent_seq>1</ent_seq><k_ele><keb>蛋白質</keb></k_ele><k_ele><keb>たんぱく質</keb></k_ele>\
         <r_ele><reb>たんぱくしつ</reb></r_ele><sense><pos>&n;</pos><misc>&uk;</misc><gloss>protein</gloss>\
         <gloss xml:lang=\"ger\">Eiweiß</gloss><gloss>A &amp; B (note)</gloss></sense></entry>\n\
         <entry><r_ele><reb>コンピュータ</reb></r_ele><sense><gloss xml:lang=\"eng\">computer</gloss></sense></entry>\n\
         <entry><k_ele><keb>猫</keb></k_ele><sense><gloss xml:lang=\"ger\">Katze</gloss></sense></entry>\n\
         <entry><k_ele><keb>&n;</keb></k_ele><sense><gloss>x</gloss></sense></entry>\n\
         <entry><sense><gloss>no Japanese</gloss></sense></entry></JMdict>"
    );
    assert_eq!(
        lines(&named("a.xml"), &text),
        [
            "ja:蛋白質/たんぱくしつ/noun ja:たんぱく質/variant/たんぱくしつ/noun en:protein en:A & B",
            "ja:コンピュータ en:computer",
            "13:3 untranslated",
            "14:4 unknown_entity",
            "15:5 empty_source",
        ]
    );
    assert!(rows_with(&named("a.xml"), text.as_bytes())[0].as_ref().unwrap().usually_kana);
    let mut reader = Reader::open(text.as_bytes(), &named("a")).unwrap();
    reader.next().unwrap().unwrap();
    assert_eq!(reader.facts().attribution.as_deref(), Some("Copyright Example Group"));
}

#[test]
fn jmdict_made_to_exhaust_or_to_load_is_refused() {
    for (declared, code) in [
        ("<!ENTITY a \"&b;&b;\">", "hostile_xml"),
        ("<!ENTITY % a \"b\">", "hostile_xml"),
        ("<!ENTITY a SYSTEM \"file:///etc/passwd\">", "hostile_xml"),
        ("<!ENTITY a PUBLIC \"b\" \"http://localhost/\">", "hostile_xml"),
    ] {
        let text = format!("<!DOCTYPE JMdict [{declared}]><JMdict><entry/></JMdict>");
        assert_eq!(lines(&named("a.xml"), &text), [format!("1:0 {code}")], "{declared}");
    }
    let deep = format!("<!DOCTYPE JMdict []><JMdict>{}", "<a>".repeat(1_000));
    assert_eq!(lines(&named("a.xml"), &deep).last().map(String::as_str), Some("1:0 nested_too_deep"));
    let cut = format!("{JMDICT}<JMdict><entry>");
    assert!(lines(&named("a.xml"), &cut)[0].ends_with("broken_file"));
    let large = format!("<!DOCTYPE JMdict []><JMdict><entry><keb>{}</keb></entry></JMdict>", "𠮷".repeat(400_000));
    assert_eq!(lines(&named("a.xml"), &large), ["1:1 unit_too_large"]);
    let many = format!("<!DOCTYPE JMdict []><JMdict><entry>{}</entry></JMdict>", "<keb>a</keb>".repeat(20_000));
    assert_eq!(lines(&named("a.xml"), &many), ["1:1 unit_too_large"], "elements count as well");
}

#[test]
fn a_table_is_read_by_the_names_of_its_columns() {
    for (text, want) in [
        ("ja,en\r\n量子もつれ,quantum entanglement\r\n", vec!["ja:量子もつれ en:quantum entanglement"]),
        ("英語;日本語;備考\n\"cell; unit\";細胞;注\n", vec!["ja:細胞 en:cell; unit !注"]),
        ("日本語\t英語\t読み\n\"⻭\"\t\"a \"\"b\"\"\"\tは\n", vec!["ja:⻭/は en:a \"b\""]),
        ("source,target\n𠮷,luck\n", vec!["ja:𠮷 en:luck"]),
        (
            "\u{feff}id,ja,en,status,note\nc-2,'=SUM(A1),'+1 formula,admitted,\"line1\nline2\"\n,,,,\nc-3,００１,001,preferred,\n",
            vec![
                "ja:=SUM(A1)/admitted en:+1 formula/admitted #c-2 !line1\nline2",
                "ja:００１/preferred en:001/preferred #c-3",
            ],
        ),
        ("ja,en,abbreviation\n深層学習,deep learning,DL\n", vec!["ja:深層学習 en:deep learning en:DL/abbreviation"]),
        // A quotation mark that is never closed spoils its row and nothing behind it.
        ("ja,en\n,\n細胞,\n,cell\n\"x\n脳,brain\n", vec!["ja:細胞", "en:cell", "5:3 broken_row", "ja:脳 en:brain"]),
        // The names of the columns leave the direction open.
        ("source,target\ncell,細胞\nDNA,DNA\n", vec!["ja:細胞 en:cell", "ja:DNA en:DNA"]),
        ("ja,en,definition\n細胞,cell,生物の単位。\n", vec!["ja:細胞 en:cell =ja=生物の単位。"]),
    ] {
        assert_eq!(lines(&named("a.csv"), text), want, "{text}");
    }
}

#[test]
fn columns_nobody_named_are_asked_for() {
    let text = "量子もつれ,x,quantum entanglement\n量子ビット,y,qubit\n";
    let items = rows_with(&named("a.csv"), text.as_bytes());
    assert!(matches!(&items[..], [Err(RowProblem { fault: Fault::ColumnsUnknown { .. }, .. })]), "{items:?}");
    let mapped = |map: &str| FileHint { columns: Some(Columns::parse(map).unwrap()), ..named("a") };
    assert_eq!(lines(&mapped("ja=1,en=3"), text), ["ja:量子もつれ en:quantum entanglement", "ja:量子ビット en:qubit"]);
    assert_eq!(lines(&mapped("ja=語,en=2"), text), ["1:0 columns_unknown"]);
    assert_eq!(lines(&mapped("ja=x,en=quantum entanglement"), text), ["ja:y en:qubit"]);
}

#[test]
fn a_table_in_any_encoding_of_japan_is_read() {
    let text = "日本語,英語\n細胞,cell\n株式会社髙橋,Takahashi\n神経細胞の働きについて,about nerve cells\n";
    for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::UTF_8] {
        let bytes = encoding.encode(text).0;
        let found: Vec<String> = rows_with(&named("a.csv"), &bytes).iter().map(line).collect();
        assert_eq!(found, lines(&named("a.csv"), text), "{}", encoding.name());
    }
    let euc =
        encoding_rs::EUC_JP.encode("日本語,英語\n細胞,cell\n神経細胞の働きについて,about nerve cells\n").0.into_owned();
    assert_eq!(rows_with(&named("a.csv"), &euc).len(), 2);
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(rows_with(&named("a.txt"), &wide).iter().map(line).collect::<Vec<_>>(), lines(&named("a.csv"), text));
    let spoilt = [text.as_bytes(), b"\xff\xe7,x\nlast,y\n"].concat();
    let found: Vec<String> = rows_with(&named("a.csv"), &spoilt).iter().map(line).collect();
    assert_eq!(found[3..], ["5:4 undecodable_text", "ja:last en:y"]);
}

//! TBX of both versions and of other programs.

use super::terms::{lines, named};

pub(super) fn tbx2(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<martif type=\"TBX\" xml:lang=\"en\"><martifHeader/><text><body>{body}</body></text></martif>"
    )
}

fn tbx3(style: &str, body: &str) -> String {
    format!(
        "<tbx style=\"{style}\" type=\"TBX-Basic\" xmlns=\"urn:iso:std:iso:30042:ed-2\" xmlns:min=\"http://www.tbxinfo.net/ns/min\" \
         xmlns:basic=\"http://www.tbxinfo.net/ns/basic\"><tbxHeader><fileDesc><sourceDesc><p>a</p></sourceDesc></fileDesc></tbxHeader>\
         <text><body>{body}</body></text></tbx>"
    )
}

#[test]
fn a_concept_is_a_row_in_every_version_and_style() {
    // One term in French is counted.
    let want = [
        "ja:細胞/さいぼう en:cell/noun/preferred en:IPS/abbreviation/admitted en:cel/deprecated #c1 @biology =ja=生物の単位。 \
         !![en: IPS] termType: acronym !![en: cel] administrativeStatus: supersededTerm-admn-sts",
        "1:1 terms_left_out",
    ];
    let reading = "<note>reading: さいぼう</note>";
    let attributes = |concept: &str, language: &str, term: &str| {
        format!(
            "<{concept} id=\"c1\"><descrip type=\"subjectField\">biology</descrip>\
             <{language} xml:lang=\"ja-JP\"><descripGrp><descrip type=\"definition\">生物の単位。</descrip></descripGrp>\
             <{term}><term>細胞</term>{reading}</{term}></{language}>\
             <{language} xml:lang=\"en-US\"><{term}><term>cell</term><termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote>\
             <termNote type=\"partOfSpeech\">noun</termNote></{term}>\
             <{term}><term>IPS</term><termNote type=\"termType\">acronym</termNote>\
             <termNote type=\"administrativeStatus\">admittedTerm-admn-sts</termNote></{term}>\
             <{term}><term>cel</term><termNote type=\"administrativeStatus\">supersededTerm-admn-sts</termNote></{term}></{language}>\
             <{language} xml:lang=\"fr\"><{term}><term>cellule</term><termNote type=\"administrativeStatus\">never heard</termNote></{term}>\
             </{language}></{concept}>"
        )
    };
    let elements = format!(
        "<conceptEntry id=\"c1\"><min:subjectField>biology</min:subjectField><langSec xml:lang=\"ja\">\
         <descripGrp><basic:definition>生物の単位。</basic:definition></descripGrp><termSec><term>細胞</term>{reading}</termSec></langSec>\
         <langSec xml:lang=\"en\"><termSec><term>cell</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>\
         <min:partOfSpeech>noun</min:partOfSpeech></termSec><termSec><term>IPS</term><basic:termType>acronym</basic:termType>\
         <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>\
         <termSec><term>cel</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>"
    );
    let grouped = attributes("termEntry", "langSet", "ntig")
        .replace("<term>", "<termGrp><term>")
        .replace("</ntig>", "</termGrp></ntig>");
    for (what, file) in [
        ("version 2", tbx2(&attributes("termEntry", "langSet", "tig"))),
        ("version 2 with groups", tbx2(&grouped)),
        ("version 3 in DCA", tbx3("dca", &attributes("conceptEntry", "langSec", "termSec"))),
        ("version 3 in DCT", tbx3("dct", &elements)),
    ] {
        let want = &want[..1 + usize::from(file.contains("cellule"))];
        assert_eq!(lines(&named("a.xml"), &file), want, "{what}");
    }
}

#[test]
fn what_is_wrong_with_a_concept_leaves_out_that_one_alone() {
    let term = |text: &str, more: &str| format!("<tig><term>{text}</term>{more}</tig>");
    let entry = |ja: &str, en: &str| {
        format!(
            "<termEntry><langSet xml:lang=\"ja\">{ja}</langSet>\n<langSet xml:lang=\"en\">{en}</langSet></termEntry>\n"
        )
    };
    let unknown = "<termNote type=\"administrativeStatus\">who knows</termNote>";
    let file = tbx2(
        &[
            entry(&term("𠮷野&amp;ｶﾅﾞ", ""), &term("<hi>H</hi>&#x2082;O &lt;b&gt;", "<note>seen\r\ntwice</note>")),
            entry(&term("細胞", ""), &term("cell", unknown)),
            entry("", ""),
            entry(&term("&nbsp;", ""), &term("a", "")),
            "<termEntry><langSet><tig><term>a</term></tig></langSet></termEntry>".to_owned(),
            entry(&term("歯車", ""), &term("gear", "")),
        ]
        .concat(),
    );
    assert_eq!(
        lines(&named("a.tbx"), &file),
        [
            "ja:𠮷野&ｶﾅﾞ en:H₂O <b> !![en: H₂O <b>] seen\ntwice",
            "6:2 status_unknown",
            "7:3 term_missing",
            "9:4 unknown_entity",
            "11:5 language_missing",
            "ja:歯車 en:gear",
        ]
    );
    for (file, want) in [
        ("<martif><text><body><termEntry>", "broken_file"),
        ("<!DOCTYPE martif [<!ENTITY a \"b\">]><martif/>", "hostile_xml"),
    ] {
        let found = lines(&named("a.tbx"), file);
        assert!(found.last().unwrap().ends_with(want), "{found:?}");
    }
}

#[test]
fn a_glossary_of_omegat_is_read_as_omegat_reads_it() {
    let first = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n";
    for (name, text, want) in [
        (
            "a.txt",
            format!("{first}細胞\tcell; unit\t注\n #語\t\"word\"\n"),
            vec!["ja:細胞 en:cell; unit !注", "ja:#語 en:\"word\""],
        ),
        (
            "a.utf8",
            "cell\t細胞\nDNA\tdeoxyribonucleic acid\n".to_owned(),
            vec!["ja:細胞 en:cell", "ja:deoxyribonucleic acid en:DNA"],
        ),
        ("a.utf8", "ja\ten\n細胞\tcell; unit\n".to_owned(), vec!["ja:細胞 en:cell en:unit"]),
        ("a.tab", "細胞\tcell\t注\n脳\tbrain\n".to_owned(), vec!["ja:細胞 en:cell !注", "ja:脳 en:brain"]),
        (
            "a.txt",
            "\u{feff}cell\t細胞\nqubit\t量子ビット\t注\n".to_owned(),
            vec!["ja:細胞 en:cell", "ja:量子ビット en:qubit !注"],
        ),
        ("a.tab", "# -*- coding: utf-8 -*-\nDNA\tDNA\n脳\tbrain\n".to_owned(), vec!["ja:DNA en:DNA", "ja:脳 en:brain"]),
        ("a.tab", "1\t細胞\tcell\n2\t脳\tbrain\n".to_owned(), vec!["1:0 columns_unknown"]),
        ("a.tab", "T1\t細胞\tcell\nT2\t脳\tbrain\n".to_owned(), vec!["1:0 columns_unknown"]),
        ("a.txt", "細胞は増えた。\nThe cells grew.\n".to_owned(), vec!["1:0 unknown_format"]),
        ("a.utf8", "細胞\t\n\tcell\n".to_owned(), vec!["1:1 untranslated", "2:2 empty_source"]),
    ] {
        assert_eq!(lines(&named(name), &text), want, "{text}");
    }
}

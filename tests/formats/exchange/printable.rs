//! Glossaries to print.

use std::io::Read;

use taiyaku_formats::exchange::{ExportFormat, Profile};
use taiyaku_language::model::{Lang, Usage};

use super::concepts::{base, concept, term};
use super::{export, export_bytes, header};

#[test]
fn a_page_has_the_terms_in_the_order_of_a_dictionary_and_nothing_that_runs() {
    let mut hostile = concept(90);
    hostile.terms = vec![term(901, Lang::JA, "<script>脳</script>"), term(902, Lang::EN, "a & b")];
    hostile.terms[1].usage = Usage::Forbidden;
    let mut all = base();
    all.push(hostile);
    let page = export(ExportFormat::GlossaryHtml, &header(Profile::Standard), &all);
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("href=\"http"), "{page}");
    for text in
        ["&lt;script&gt;脳", "a &amp; b", "(not to be used)", "<!DOCTYPE html>", "as of 2026-11-21", "@media print"]
    {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert_eq!(page, export(ExportFormat::GlossaryHtml, &header(Profile::Standard), &all));
    let mut backwards = header(Profile::Human);
    std::mem::swap(&mut backwards.source_lang, &mut backwards.target_lang);
    let english = export(ExportFormat::GlossaryHtml, &backwards, &all);
    let heads: Vec<String> =
        english.split("<dt lang=\"en\">").skip(1).map(|rest| rest.split('<').next().unwrap().to_lowercase()).collect();
    let words: Vec<&String> = heads.iter().filter(|head| head.starts_with(|c: char| c.is_ascii_alphabetic())).collect();
    assert!(words.len() > 1 && words.is_sorted(), "{heads:?}");
}

#[test]
fn a_document_for_word_holds_the_same_entries() {
    let bytes = export_bytes(ExportFormat::GlossaryDocx, &header(Profile::Standard), &base());
    assert_eq!(bytes, export_bytes(ExportFormat::GlossaryDocx, &header(Profile::Standard), &base()));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    let page = export(ExportFormat::GlossaryHtml, &header(Profile::Standard), &base());
    let heads = page.split("<dt lang=\"ja\">").skip(1).map(|rest| rest.split(['<', '（']).next().unwrap().trim());
    for head in heads {
        assert!(text.contains(&format!(">{head}<")), "{head}: {text}");
    }
}

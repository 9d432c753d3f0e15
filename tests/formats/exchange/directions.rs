//! Which language a file is translated from and into, by what it says and by the scripts of its texts.

use taiyaku_formats::exchange::{Document, FileHint, Item, Reader};
use taiyaku_language::model::Lang;

/// The languages an import and a document give, which are the same, or the code of the refusal.
fn languages(file: &str, hint: &FileHint) -> String {
    let imported = Reader::open(file.as_bytes(), hint).unwrap().map(|item| match item {
        Ok(Item::Pair(unit)) => format!("{}>{}", unit.source_lang, unit.target_lang),
        Ok(Item::Term(row)) => panic!("{row:?}"),
        Err(problem) => problem.code().to_owned(),
    });
    let mut imported: Vec<String> = imported.collect();
    imported.dedup();
    let document = Document::read(file, hint);
    let (source, target) = document.languages();
    let read = document.refusal.as_ref().map_or_else(|| format!("{source}>{target}"), |fault| fault.code().to_owned());
    match imported.join(" ").as_str() {
        "untranslated" => format!("{read} untranslated"),
        "same_language" | "language_missing" => format!("{} / {read}", imported.join(" ")),
        both => {
            assert_eq!(both, read, "{file}");
            read
        }
    }
}

fn po(header: &str, entries: &[(&str, &str)]) -> String {
    let entries: Vec<String> =
        entries.iter().map(|(id, text)| format!("msgid \"{id}\"\nmsgstr \"{text}\"\n\n")).collect();
    format!("msgid \"\"\nmsgstr \"{header}\\n\"\n\n{}", entries.concat())
}

#[test]
fn a_catalogue_is_read_in_the_languages_of_its_texts() {
    let hint = |from: &str, into: &str| FileHint {
        name: "a.po".to_owned(),
        source_lang: Lang::parse(from).ok(),
        target_lang: Lang::parse(into).ok(),
        ..FileHint::default()
    };
    let (ja, en, untranslated) =
        (&[("細胞", "cell")][..], &[("cell", "細胞")][..], &[("細胞を見た", ""), ("膜", "")][..]);
    for (header, entries, named, want) in [
        ("Language: en", ja, ("", ""), "ja>en"),
        ("Language: en-GB", ja, ("", ""), "ja>en-GB"),
        ("Language: ja", en, ("", ""), "en>ja"),
        ("X: y", ja, ("", ""), "ja>en"),
        ("X: y", en, ("", ""), "en>ja"),
        ("Language: en", untranslated, ("", ""), "ja>en untranslated"),
        ("X: y", untranslated, ("", ""), "ja>en untranslated"),
        ("Language: ja", ja, ("", ""), "languages_contradict"),
        ("Language: en", en, ("", ""), "languages_contradict"),
        ("Language: ja", untranslated, ("", ""), "languages_contradict"),
        ("Language: ja", ja, ("ja", "en"), "ja>en"),
        ("Language: en\\nX-Source-Language: ja", ja, ("", ""), "ja>en"),
        ("Language: en\\nX-Source-Language: ja", en, ("", ""), "languages_contradict"),
        ("Language: zh_CN", &[("cell", "细胞")], ("", ""), "en>zh-CN"),
        ("Language: fr", &[("細胞", "cellule")], ("", ""), "ja>fr"),
        ("Language: en", &[("OK", "細胞"), ("細胞", "cell"), ("膜", "membrane"), ("𠮷", "luck")], ("", ""), "ja>en"),
        ("Language: en", &[("menu.open", "Open")], ("", ""), "same_language / en>ja"),
    ] {
        let (from, into) = named;
        assert_eq!(languages(&po(header, entries), &hint(from, into)), want, "{header} {entries:?}");
    }
}

#[test]
fn a_long_catalogue_waits_for_its_languages_only_at_its_beginning() {
    let entries: Vec<(String, String)> = (0..400).map(|at| (format!("細胞{at}"), format!("cell {at}"))).collect();
    let entries: Vec<(&str, &str)> = entries.iter().map(|(ja, en)| (ja.as_str(), en.as_str())).collect();
    let hint = FileHint { name: "a.po".to_owned(), ..FileHint::default() };
    let file = po("Language: en", &entries);
    assert_eq!(languages(&file, &hint), "ja>en");
    assert_eq!(Reader::open(file.as_bytes(), &hint).unwrap().count(), 400);
}

#[test]
fn an_xliff_file_and_a_memory_are_refused_where_their_texts_say_the_opposite() {
    let hint = |name: &str| FileHint { name: name.to_owned(), ..FileHint::default() };
    let xliff = |languages: &str, source: &str, target: &str| {
        format!(
            "<?xml version=\"1.0\"?><xliff version=\"1.2\"><file {languages}><body><trans-unit id=\"1\"><source>{source}\
             </source><target>{target}</target></trans-unit></body></file></xliff>"
        )
    };
    let both = "source-language=\"en\" target-language=\"ja\"";
    for (languages_said, source, target, want) in [
        (both, "cell", "細胞", "en>ja"),
        (both, "細胞", "cell", "languages_contradict"),
        (both, "𠮷の膜", "", "languages_contradict"),
        (both, "DNA", "DNA", "en>ja"),
        ("source-language=\"en\"", "細胞", "cell", "languages_contradict"),
        ("source-language=\"ja\"", "細胞", "cell", "ja>en"),
        ("", "cell", "細胞", "en>ja"),
        ("target-language=\"en\"", "細胞", "cell", "ja>en"),
    ] {
        assert_eq!(
            languages(&xliff(languages_said, source, target), &hint("a.xlf")),
            want,
            "{languages_said} {source}"
        );
    }
    let tmx = |ja: &str, en: &str, count: usize| {
        let unit =
            format!("<tu><tuv xml:lang=\"ja\"><seg>{ja}</seg></tuv><tuv xml:lang=\"en\"><seg>{en}</seg></tuv></tu>");
        format!("<tmx version=\"1.4\"><header srclang=\"ja\"/><body>{}</body></tmx>", unit.repeat(count))
    };
    for (ja, en, count, want) in [
        ("細胞", "cell", 3, "ja>en"),
        ("cell", "細胞", 3, "languages_contradict"),
        ("cell", "細胞", 2, "ja>en"),
        ("DNA", "DNA", 9, "ja>en"),
        ("細胞", "細胞", 9, "ja>en"),
    ] {
        assert_eq!(languages(&tmx(ja, en, count), &hint("a.tmx")), want, "{ja} {count}");
    }
}

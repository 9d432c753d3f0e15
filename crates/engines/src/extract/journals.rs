//! Finds the journal of a paper in the sentences of a release.

use super::document::Document;
use super::fact::Fact;
use crate::model::MetadataSign;
use crate::text::chars::{Class, class, has_japanese};
use crate::text::layout::Flow;

/// Characters after a quoted name within which a sentence must say that something appeared there.
const NEAR: usize = 16;

/// The journal that a sentence names.
pub(super) fn in_sentences(document: &Document<'_>) -> Option<Fact> {
    let spans: Vec<_> = document.rows.iter().map(|row| row.line.span).collect();
    let flow = document.join(&spans);
    let name = called_journal(&flow.text).or_else(|| quoted(&flow.text))?;
    Some(in_place(&flow, name))
}

/// A part of the text of `flow`, where it is.
fn in_place(flow: &Flow, name: &str) -> Fact {
    Fact::in_flow(flow, name, MetadataSign::Sentence)
}

/// `米国科学誌「Molecular Psychiatry」`, `Circulation Research 誌`.
fn called_journal(text: &str) -> Option<&str> {
    for (at, _) in text.match_indices('誌') {
        let after = text[at + '誌'.len_utf8()..].trim_start();
        if let Some(open) = after.strip_prefix(['「', '『', '“'])
            && let Some(end) = open.find(['」', '』', '”'])
            && !has_japanese(&open[..end])
        {
            return Some(open[..end].trim());
        }
        let before = text[..at].trim_end().trim_end_matches(['」', '』', '”']);
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| matches!(class(*c), Class::Latin | Class::Space) || matches!(c, '&' | ':' | '-' | '.'))
            .last()
            .map_or(before.len(), |(at, _)| at);
        let name = before[start..].trim();
        // npj (Nature Partner Journals) Regenerative Medicine: what stands before the name is part of it.
        if before[..start].trim_end().ends_with([')', '）', ',', '/']) {
            continue;
        }
        if latin_letters(name) >= 4 && name.starts_with(|c: char| c.is_uppercase()) {
            return Some(name);
        }
    }
    None
}

/// `研究成果は…「Sample Ice」に掲載されました`: a quoted name without 誌, in a sentence about results that appeared there.
fn quoted(text: &str) -> Option<&str> {
    for (at, open) in text.char_indices().filter(|(_, c)| matches!(c, '「' | '『')) {
        let inside = &text[at + open.len_utf8()..];
        let close = if open == '「' { '」' } else { '』' };
        let name: String = inside.chars().take(80).take_while(|c| *c != close).collect();
        let after = inside[name.len()..].strip_prefix(close).unwrap_or_default();
        let near: String = after.chars().take(NEAR).take_while(|c| *c != '。').collect();
        let appeared = ["に掲載", "で公開", "に公開", "に発表", "で発表", "に出版", "で出版"]
            .iter()
            .any(|word| near.contains(word));
        let sentence: String = text[..at].chars().rev().take(120).take_while(|c| *c != '。').collect();
        let sentence: String = sentence.chars().rev().collect();
        let about_results = ["論文", "成果"].iter().any(|word| sentence.contains(word));
        // A database or a program appears somewhere, too.
        let about_others = ["データ", "プログラム", "ソフト", "コード", "アプリ", "サイト", "ページ"];
        let is_other = about_others.iter().any(|word| sentence.contains(word) || near.contains(word));
        if appeared && about_results && !is_other && is_journal(&name) {
            return Some(&inside[..name.len()]);
        }
    }
    None
}

/// Whether a name can be that of a journal: words in Latin letters, the first with a capital.
fn is_journal(name: &str) -> bool {
    !has_japanese(name)
        && latin_letters(name) >= 4
        && name.starts_with(|c: char| c.is_uppercase())
        && name.split_whitespace().count() <= 9
        && !name.contains(['.', '/', '@'])
}

fn latin_letters(text: &str) -> usize {
    text.chars().filter(|c| class(*c) == Class::Latin).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_name_is_a_journal_only_where_results_appeared_in_it() {
        for (text, want) in [
            ("研究成果は、2025年7月1日に「Sample Ice」で公開されました。", Some("Sample Ice")),
            ("本論文は『Sample Ice』オンライン版に掲載されます。", Some("Sample Ice")),
            ("論文のデータは「Ice Bank」で公開されました。", None),
            ("研究成果は「Ice Viewer」というアプリで公開されました。", None),
            ("「Sample Ice」に掲載された図です。", None),
            ("研究成果を「氷と雪」に発表しました。", None),
            ("研究成果は、氷の「Flow」です。論文に掲載されました。", None),
        ] {
            assert_eq!(quoted(text), want, "{text}");
        }
    }
}

//! A text and its translation that are two files come in; which of their passages belong together goes out.

use super::markdown::{self, Kind};
use super::{Document, DocumentFormat, DocumentHint, DocumentUnit, Passage, UnitState, lines};
use crate::model::Lang;

/// A part of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    /// Passages that belong together.
    Pairs(Vec<(Passage, Passage)>),
    /// As many on one side as on the other there are not, so that their number does not say which belong together.
    Uneven {
        /// Those of the text translated from.
        source: Vec<Passage>,
        /// Those of the translation.
        target: Vec<Passage>,
    },
}

impl Document {
    /// What in two texts belongs together, by headings, blocks and lines. `name` is that of the first.
    #[must_use]
    pub fn stretches(source: &str, target: &str, name: &str) -> (DocumentFormat, Vec<Stretch>) {
        let format = DocumentFormat::of(source, name);
        if format == DocumentFormat::Markdown {
            return (format, sections(markdown::blocks(source, 0), markdown::blocks(target, 1)));
        }
        let (one, other) = (lines::passages(source, 0), lines::passages(target, 1));
        if one.len() == other.len() {
            return (DocumentFormat::Text, vec![together(one, other)]);
        }
        let (one, other) = (lines::paragraphs(source, 0), lines::paragraphs(target, 1));
        (DocumentFormat::Text, vec![together(one, other)])
    }

    /// The document of passages that belong together; of a passage alone the other is `None`, and one side is enough.
    #[must_use]
    pub fn of_pairs(
        format: DocumentFormat,
        hint: &DocumentHint,
        pairs: Vec<(Option<Passage>, Option<Passage>)>,
    ) -> Self {
        let mut document = Self::empty(format, hint);
        let mut at = 0;
        for (source, target) in pairs {
            // A translation without source stands behind the source before it.
            let source = source.unwrap_or_else(|| Passage::new(0, at, super::coding::Coding::Flow));
            at = source.place().end;
            let state = match &target {
                Some(target) if !target.is_blank() => UnitState::Translated,
                _ => UnitState::Untranslated,
            };
            let span = source.place();
            document.units.push(DocumentUnit { source, target, key: None, state, note: None, span });
        }
        document.guess_languages();
        document
    }
}

fn together(source: Vec<Passage>, target: Vec<Passage>) -> Stretch {
    if source.len() == target.len() {
        Stretch::Pairs(source.into_iter().zip(target).collect())
    } else {
        Stretch::Uneven { source, target }
    }
}

/// Two texts cut at headings of the same depth; where those differ, both are one stretch.
fn sections(source: Vec<(Kind, Passage)>, target: Vec<(Kind, Passage)>) -> Vec<Stretch> {
    let headings = |blocks: &[(Kind, Passage)]| -> Vec<Kind> {
        blocks.iter().map(|(kind, _)| *kind).filter(|kind| matches!(kind, Kind::Heading(_))).collect()
    };
    let bare = |blocks: Vec<(Kind, Passage)>| blocks.into_iter().map(|(_, passage)| passage).collect();
    if headings(&source) != headings(&target) {
        return vec![together(bare(source), bare(target))];
    }
    cut(source).into_iter().zip(cut(target)).map(|(one, other)| together(bare(one), bare(other))).collect()
}

/// Blocks in groups that begin with a heading.
fn cut(blocks: Vec<(Kind, Passage)>) -> Vec<Vec<(Kind, Passage)>> {
    let mut groups = vec![Vec::new()];
    for block in blocks {
        if matches!(block.0, Kind::Heading(_)) {
            groups.push(vec![block]);
        } else if let Some(last) = groups.last_mut() {
            last.push(block);
        }
    }
    groups
}

/// The language a file's name says: `x.ja.md`, `x_en.txt`, `docs/ja/x.md`.
#[must_use]
pub fn language_in_name(name: &str) -> Option<Lang> {
    split(name).map(|(_, lang, _)| lang)
}

/// Names the translation of a text file may have, the likeliest first: `x.en.md` for `x.ja.md`.
#[must_use]
pub fn counterpart(name: &str) -> Vec<String> {
    let Some((before, lang, after)) = split(name) else { return Vec::new() };
    let others: &[&str] = if lang.is_japanese() { &["en", "en-US", "en-GB"] } else { &["ja", "ja-JP", "jp"] };
    others.iter().map(|other| format!("{before}{other}{after}")).collect()
}

/// A name before and behind the tag of its language.
fn split(name: &str) -> Option<(&str, Lang, &str)> {
    let lang = |tag: &str| match tag {
        "ja" | "ja-JP" | "jp" | "JA" => Some(Lang::JA),
        "en" | "en-US" | "en-GB" | "EN" => Some(Lang::EN),
        _ => None,
    };
    let base = name.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let stem_end = name[base..].rfind('.').map_or(name.len(), |at| base + at);
    let stem = &name[base..stem_end];
    for mark in ['.', '_', '-'] {
        for (at, _) in stem.match_indices(mark) {
            if let Some(lang) = lang(&stem[at + 1..]) {
                return Some((&name[..=base + at], lang, &name[stem_end..]));
            }
        }
    }
    // A folder of the language, the innermost.
    let folders = name[..base].match_indices(['/', '\\']).map(|(at, _)| at).collect::<Vec<_>>();
    folders.iter().rev().find_map(|end| {
        let start = name[..*end].rfind(['/', '\\']).map_or(0, |at| at + 1);
        lang(&name[start..*end]).map(|lang| (&name[..start], lang, &name[*end..]))
    })
}

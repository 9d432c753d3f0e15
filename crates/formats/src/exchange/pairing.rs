//! A text and its translation in two files: which of their passages belong together.

use super::document::{Document, DocumentUnit, Notation, Passage, UnitState};
use super::format::FileFormat;
use super::hint::FileHint;
use super::markdown::{self, Kind};
use super::plain_text;
use super::reading::format_of_document;

/// A section of a text and of its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Section {
    /// As many passages on both sides, which belong together in order.
    Pairs(Vec<(Passage, Passage)>),
    /// Different numbers of passages, so that their order does not say which belong together.
    Uneven {
        /// The passages of the source text.
        source: Vec<Passage>,
        /// The passages of the translation.
        target: Vec<Passage>,
    },
}

impl Document {
    /// The sections of two texts by headings, blocks and lines. `name` is that of the source text.
    #[must_use]
    pub fn sections(source: &str, target: &str, name: &str) -> (FileFormat, Vec<Section>) {
        let format = format_of_document(source, name);
        if format == FileFormat::Markdown {
            return (format, sections(markdown::blocks(source, 0), markdown::blocks(target, 1)));
        }
        let (one, other) = (plain_text::passages(source, 0), plain_text::passages(target, 1));
        if one.len() == other.len() {
            return (FileFormat::Text, vec![section(one, other)]);
        }
        let (one, other) = (plain_text::paragraphs(source, 0), plain_text::paragraphs(target, 1));
        (FileFormat::Text, vec![section(one, other)])
    }

    /// The document of passages that belong together. Where a passage stands alone, the other one is `None`.
    #[must_use]
    pub fn of_pairs(format: FileFormat, hint: &FileHint, pairs: Vec<(Option<Passage>, Option<Passage>)>) -> Self {
        let mut document = Self::empty(format, hint);
        let mut at = 0;
        for (source, target) in pairs {
            // A translation without source text stands behind the source text before it.
            let source = source.unwrap_or_else(|| Passage::new(0, at, Notation::Paragraph));
            at = source.file_span().end;
            let state = match &target {
                Some(target) if !target.is_blank() => UnitState::Translated,
                _ => UnitState::Untranslated,
            };
            let span = source.file_span();
            document.add([DocumentUnit {
                source,
                target,
                key: None,
                state,
                context: None,
                form: None,
                note: None,
                span,
            }]);
        }
        document.finished()
    }
}

fn section(source: Vec<Passage>, target: Vec<Passage>) -> Section {
    if source.len() == target.len() {
        Section::Pairs(source.into_iter().zip(target).collect())
    } else {
        Section::Uneven { source, target }
    }
}

/// Two texts cut at headings of the same depth. If those differ, both texts are one section.
fn sections(source: Vec<(Kind, Passage)>, target: Vec<(Kind, Passage)>) -> Vec<Section> {
    let headings = |blocks: &[(Kind, Passage)]| -> Vec<Kind> {
        blocks.iter().map(|(kind, _)| *kind).filter(|kind| matches!(kind, Kind::Heading(_))).collect()
    };
    let bare = |blocks: Vec<(Kind, Passage)>| blocks.into_iter().map(|(_, passage)| passage).collect();
    if headings(&source) != headings(&target) {
        return vec![section(bare(source), bare(target))];
    }
    cut(source).into_iter().zip(cut(target)).map(|(one, other)| section(bare(one), bare(other))).collect()
}

/// The blocks in groups that begin with a heading.
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

//! What is wrong with XML at a position.

use crate::exchange::document::DocumentProblem;
use crate::exchange::item::Fault;
use crate::exchange::limits;
use crate::model::Span;

/// Something wrong at a position of an XML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange) struct Flaw {
    pub(in crate::exchange) span: Span,
    pub(in crate::exchange) kind: FlawKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange) enum FlawKind {
    /// Something begins with a mark and never ends.
    Unterminated { what: &'static str, end: &'static str },
    /// A `<` that begins no tag.
    LoneBracket,
    /// A tag whose `>` is missing.
    TornTag(String),
    /// An end tag without its start tag.
    ClosesNothing(String),
    /// A start tag without its end tag.
    Unclosed(String),
    /// An end tag before that of an element inside.
    ClosedTooEarly { open: String, closed: String },
    /// More elements inside each other than any file needs.
    NestedTooDeep,
    /// A document type that declares entities, with why this is refused.
    Entities(&'static str),
    /// A file that is not of the format, or empty.
    NoRoot,
    /// A `&` that begins no reference.
    LoneAmpersand,
    /// A reference to an unknown entity.
    UnknownEntity(String),
}

impl FlawKind {
    /// Whether only the text it stands in is spoiled; otherwise the structure of the file is.
    pub(in crate::exchange) fn is_in_text(&self) -> bool {
        matches!(self, Self::LoneAmpersand | Self::UnknownEntity(_))
    }

    /// What is wrong and what to do.
    pub(in crate::exchange) fn message(&self) -> String {
        match self {
            Self::Unterminated { what, end } => format!("{what} begins here and does not end. Close it with `{end}`."),
            Self::LoneBracket => "A lone `<` must be written `&lt;`.".to_owned(),
            Self::TornTag(name) => format!("The tag `{name}` does not end. Close it with `>`."),
            Self::ClosesNothing(name) => format!("`</{name}>` closes nothing. Delete it or open the element."),
            Self::Unclosed(name) => format!("`<{name}>` is not closed. Close it with `</{name}>`."),
            Self::ClosedTooEarly { open, closed } => {
                format!("`<{open}>` is not closed before `</{closed}>`. Close it.")
            }
            Self::NestedTooDeep => format!("Elements are nested more than {} levels deep.", limits::NESTING),
            Self::Entities(_) => {
                "The file declares entities, which are not looked up. Write the text itself.".to_owned()
            }
            Self::NoRoot => "The file has no element.".to_owned(),
            Self::LoneAmpersand => "A lone `&` must be written `&amp;`.".to_owned(),
            Self::UnknownEntity(name) => format!("`&{name};` is not a known entity. Write the character itself."),
        }
    }

    /// What it means for an import.
    pub(in crate::exchange) fn fault(&self) -> Fault {
        match self {
            Self::LoneAmpersand => Fault::broken_row(self.message()),
            Self::UnknownEntity(name) => Fault::UnknownEntity { name: name.chars().take(40).collect() },
            Self::NestedTooDeep => Fault::NestedTooDeep,
            Self::Entities(problem) => Fault::HostileXml { problem },
            _ => Fault::broken_file(self.message().chars().take(200).collect::<String>()),
        }
    }
}

impl From<Flaw> for DocumentProblem {
    fn from(flaw: Flaw) -> Self {
        Self { file: 0, span: flaw.span, message: flaw.kind.message() }
    }
}

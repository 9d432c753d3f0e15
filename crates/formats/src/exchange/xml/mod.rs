//! XML as the formats in it share it: the lexer every reader and document uses, the content of segments, and the writer.

mod abridged;
mod content;
mod events;
mod flaw;
mod lexer;
mod markup;
mod reference;
mod structure;
mod tag;
mod tokens;
mod writer;

pub(super) use abridged::read_without;
pub(super) use content::{Content, Segment, opening_of_empty};
pub(super) use events::{Event, Events, push_text};
pub(super) use flaw::{Flaw, FlawKind};
pub(super) use lexer::Token;
pub(super) use markup::text_of_markup;
pub(super) use reference::{Part, parts};
pub(super) use structure::Structure;
pub(super) use tag::{Tag, local};
pub(super) use tokens::{Tokens, WholeFile};
pub(super) use writer::{Document, escaped};

//! Lists of terms as translation services and tools take them: `DeepL`, Google, Weblate, `memoQ`, `MultiTerm`.
//!
//! None of them can say that a term should not be used, so such terms are not in them.

mod entries;
mod glossary;
mod weblate;

pub(super) use entries::{MEMOQ, MULTITERM, Writer as EntryWriter};
pub(super) use glossary::{Form, Writer as GlossaryWriter};
pub(super) use weblate::{Writer as WeblateWriter, unescape};

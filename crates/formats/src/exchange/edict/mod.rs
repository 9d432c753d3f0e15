//! EDICT and EDICT2, dictionaries with an entry on each line.
//! <https://www.edrdg.org/wiki/index.php/JMdict-EDICT_Dictionary_Project>

mod gloss;
mod lexer;
mod reader;

pub(super) use gloss::{part_of_speech, plain};
pub(super) use lexer::is_entry;
pub(super) use reader::Reader;

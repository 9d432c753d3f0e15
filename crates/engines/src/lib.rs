//! The engines of Taiyaku: extraction, linking, term candidates, alignment, look-up, fuzzy matching, spotting, suggestions and checks.

pub use taiyaku_language::{model, text};

pub mod align;
pub mod candidates;
pub mod check;
pub mod extract;
pub mod fuzzy;
pub mod link;
pub mod lookup;
pub mod spot;
pub mod suggest;

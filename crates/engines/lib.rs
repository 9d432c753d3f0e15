//! The engines of Taiyaku: extraction, linking, alignment, look-up, fuzzy matching, spotting, suggestions and checks.

pub use taiyaku_language::{model, text};

#[path = "../../src/align/mod.rs"]
pub mod align;
#[path = "../../src/check/mod.rs"]
pub mod check;
#[path = "../../src/extract/mod.rs"]
pub mod extract;
#[path = "../../src/fuzzy/mod.rs"]
pub mod fuzzy;
#[path = "../../src/link/mod.rs"]
pub mod link;
#[path = "../../src/lookup/mod.rs"]
pub mod lookup;
#[path = "../../src/spot/mod.rs"]
pub mod spot;
#[path = "../../src/suggest/mod.rs"]
pub mod suggest;

//! The integration tests of the crate `taiyaku-engines`, in one binary so that they link once.

mod check;
mod extract;
#[path = "../factor.rs"]
mod factor;
mod fuzzy;
mod link;

mod spot;
mod suggest;

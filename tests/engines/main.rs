//! The integration tests of the crate `taiyaku-engines`, in one binary so that they link once.

mod check;
mod extract;
mod fuzzy;
mod link;
mod spot;
mod suggest;

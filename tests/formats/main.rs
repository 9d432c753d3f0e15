//! The integration tests of the crate `taiyaku-formats`, in one binary so that they link once.

mod exchange;
#[path = "../factor.rs"]
mod factor;
mod numbers;
mod read;

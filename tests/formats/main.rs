//! The integration tests of the crate `taiyaku-formats`, in one binary so that they link once.

mod exchange;
mod read;

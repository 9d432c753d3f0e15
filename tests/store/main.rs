//! The integration tests of the crate `taiyaku-store`, in one binary so that they link once.

mod store;

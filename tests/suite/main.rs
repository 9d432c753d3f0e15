//! The integration tests of the use cases and the doors, in one binary so that they link once. Those of the engines, the
//! formats and the store are beside this folder.

mod app;
mod chance;
mod cli;
mod contract;
mod documents;
#[path = "../factor.rs"]
mod factor;
mod fingerprint;
mod glossary;
mod http;
mod lsp;
mod service;

//! Every integration test, in one binary so that it links once.

mod app;
mod cli;
mod contract;
mod documents;
mod glossary;
mod http;
mod lsp;
mod service;

//! Every integration test, in one binary so that it links once.

mod app;
mod check;
mod cli;
mod contract;
mod documents;
mod exchange;
mod extract;
mod fuzzy;
mod glossary;
mod http;
mod link;
mod lsp;
mod read;
mod service;
mod spot;
mod store;
mod suggest;

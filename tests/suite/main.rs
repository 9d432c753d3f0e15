//! Every integration test, in one binary so that it links once.

mod app;
mod check;
mod cli;
mod documents;
mod exchange;
mod extract;
mod glossary;
mod http;
mod link;
mod lsp;
mod read;
mod search;
mod service;
mod spot;
mod store;
mod suggest;

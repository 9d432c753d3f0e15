//! Every integration test, in one binary so that it links once.

mod app;
mod cli;
mod exchange;
mod glossary;
mod read;
mod store;

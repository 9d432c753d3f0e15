//! Every integration test, in one binary so that it links once.

mod exchange;
mod extract;
mod http;
mod read;
mod service;
mod spot;
mod store;

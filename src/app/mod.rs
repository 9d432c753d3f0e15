//! The use cases: everything the program can do, whichever door a request comes through.
//!
//! This layer combines the engines and the store, and it alone deals with transactions, threads and time. [`Service`]
//! holds the store, the tokeniser and the limits; each file adds one use case to it.

pub mod access;
pub mod assist;
pub mod backup;
pub mod brief;
pub mod candidates;
pub mod check;
pub mod clock;
pub mod concordance;
pub mod corrections;
pub mod coverage;
pub mod dictionary;
mod dictionary_keys;
pub mod doctor;
pub mod draft;
pub mod error;
pub mod export;
pub mod extract;
pub mod folder;
pub mod glossaries;
pub mod health;
pub mod import;
pub mod ingest;
pub mod live;
pub mod lookup;
pub mod memories;
pub mod pair;
pub mod propose;
mod readings;
pub mod release_segments;
pub mod releases;
pub mod review;
pub mod sources;
pub mod starter;
pub mod watch;
pub mod worklist;

mod bilingual;
mod blocking;
mod concepts;

mod hexadecimal;
pub mod own_files;
mod pdf;
mod private_file;
pub mod projects;
mod rekey;
mod service;

pub use error::AppError;
pub use service::{Parts, Service};

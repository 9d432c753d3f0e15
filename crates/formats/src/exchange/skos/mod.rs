//! SKOS, the vocabulary of the W3C for thesauri, as JSON-LD. It is written only.

mod writer;

pub(super) use writer::Writer;

//! Protocols of other people's programs, as they speak them: requests in, the answers those programs expect out.
//!
//! `tmserver` is the memory for Weblate and Virtaal; `deepl` glossaries and memories for whatever speaks to that service;
//! `page` a page for `OmegaT`'s external search. They are described by those who made them and so not in our own
//! description of the API. What is unknown in a query is passed over: the programs are not ours to correct.

mod asker;
mod body;

pub(super) mod deepl;
pub(super) mod page;
pub(super) mod tmserver;

//! The term base goes out as files that other programs read.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod agreement;
mod cells;
mod concepts;
mod directions;
mod documents;
mod formats;
mod halves;
mod inline_codes;
mod memories;
mod memory;
mod outputs;
mod properties;
mod reading;
mod round_trips;
mod selections;
mod snapshots;
mod versions;

use taiyaku_formats::exchange::{ExportFormat, Header, Profile, Writer};
use taiyaku_language::model::Concept;

/// The header all tests write.
fn header(profile: Profile) -> Header {
    Header { title: "A & B 用語集".to_owned(), ..Header::new("物理", "2026-11-21T00:00:00Z", profile) }
}

/// The file `concepts` become.
fn export(format: ExportFormat, header: &Header, concepts: &[Concept]) -> String {
    let mut writer = Writer::new(format, Vec::new(), header).unwrap();
    for concept in concepts {
        writer.concept(concept).unwrap();
    }
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

/// The formats that hold concepts, also such with one language only.
fn formats_of_concepts() -> impl Iterator<Item = ExportFormat> {
    let holds_pairs = |format: &ExportFormat| {
        matches!(format, ExportFormat::OmegaT | ExportFormat::Utx | ExportFormat::Xliff21Glossary | ExportFormat::Prh)
    };
    ExportFormat::ALL.into_iter().filter(move |format| !format.holds_segments() && !holds_pairs(format))
}

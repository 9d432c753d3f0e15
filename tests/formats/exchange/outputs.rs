//! What a writer tells its caller, also when the output fails.

use std::io::{self, Write};

use taiyaku_formats::exchange::{ExportFormat, Outcome, Profile, Writer};

use super::concepts::base;
use super::{export_bytes, formats_of_concepts, header};
use taiyaku_language::model::{Review, Term, Usage};

/// An output that takes `left` bytes and is full then.
struct Full {
    left: usize,
}

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let taken = bytes.len().min(self.left);
        self.left -= taken;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn write_all(format: ExportFormat, out: impl Write + Send + 'static) -> io::Result<Vec<bool>> {
    let mut writer = Writer::new(format, out, &header(Profile::Standard))?;
    let written = base().iter().map(|concept| writer.concept(concept)).collect::<io::Result<Vec<Outcome>>>()?;
    writer.finish()?;
    Ok(written.into_iter().map(|outcome| outcome == Outcome::Written).collect())
}

#[test]
fn a_full_disk_is_reported_as_one_wherever_it_happens() {
    for format in formats_of_concepts() {
        for left in [0, 1, 100, 1000] {
            let error = write_all(format, Full { left }).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{format} after {left} bytes");
        }
    }
}

#[test]
fn a_writer_says_whether_anything_of_a_concept_went_out() {
    for format in formats_of_concepts() {
        let written = write_all(format, io::sink()).unwrap();
        assert_eq!(written, [true, true, true, true, false, true], "{format}: the fifth has only a candidate");
    }
}

#[test]
fn a_memory_and_a_glossary_for_omegat_say_so_too() {
    for format in ExportFormat::ALL.into_iter().filter(|format| !formats_of_concepts().any(|other| other == *format)) {
        for left in [0, 1, 30] {
            let error = write_all(format, Full { left }).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{format} after {left} bytes");
        }
    }
    assert_eq!(write_all(ExportFormat::Tmx, io::sink()).unwrap(), [false; 6], "a memory holds no concepts");
}

#[test]
fn a_file_does_not_grow_with_the_product_of_the_names_of_a_concept() {
    let many = |count: usize| {
        let mut concept = base().remove(0);
        let named = |index: usize, number: usize| Term {
            text: format!("{}{number}", concept.terms[index].text),
            usage: Usage::Preferred,
            review: Review::Approved,
            ..concept.terms[index].clone()
        };
        let of = |lang: &str| concept.terms.iter().position(|term| term.lang.primary() == lang).unwrap();
        let (ja, en) = (of("ja"), of("en"));
        let terms = (0..count).flat_map(|number| [named(ja, number), named(en, number)]).collect();
        concept.terms = terms;
        concept
    };
    for format in ExportFormat::ALL.into_iter().filter(|format| !format.holds_segments()) {
        let [small, large] =
            [200, 800].map(|count| export_bytes(format, &header(Profile::Standard), &[many(count)]).len());
        assert!(small > 0 && large < 6 * small, "{format}: {small}, {large}");
    }
}

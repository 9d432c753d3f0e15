//! Reads pages that are pictures of text with the program `tesseract` (OCR), where it is installed.
//!
//! [`pictures`] makes an image of a page, [`words`] takes the words that `tesseract` recognises in it to characters with positions,
//! which are arranged as those of any other page.

mod pictures;
mod words;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::page::Glyph;
use crate::read::program::{Program, RunLimits};
use crate::read::{Limits, ReadError};
use pictures::Pictures;
use words::Recognition;

/// The name of the program.
const NAME: &str = "tesseract";

/// Time limit for one run of a program, on one page.
const SECONDS: u64 = 60;

/// Time limit for all pages of a document.
const SECONDS_OF_DOCUMENT: u64 = 600;

/// Bytes of output for one page: a page of a newspaper has a tenth.
const OUTPUT: usize = 8 << 20;

/// With this much confidence, a page need not be tried in another way.
const GOOD: f64 = 75.0;

/// What was recognised with less confidence is no text, but lines and shades of a picture.
const POOR: f64 = 45.0;

/// Held while a page is recognised: each takes a processor and much memory.
static RECOGNISING: Mutex<()> = Mutex::new(());

/// Whether pages that are pictures are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OcrMode {
    /// Where the programs for it are installed.
    #[default]
    Auto,
    /// Not at all.
    Never,
}

/// How pages that are pictures are read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OcrOptions {
    /// Whether they are read at all.
    pub mode: OcrMode,
    /// The program `tesseract`; otherwise the `PATH` is searched.
    pub tesseract: Option<PathBuf>,
    /// The program `pdftoppm`, which makes images of pages; otherwise the `PATH` is searched.
    pub pdftoppm: Option<PathBuf>,
}

/// Reads pages of one document.
pub(super) struct Recogniser<'a> {
    /// Name and version of the engine.
    pub(super) engine: String,
    program: Program<'a>,
    languages: Vec<String>,
    pictures: Pictures<'a>,
    /// Time spent so far.
    spent: Cell<Duration>,
}

impl<'a> Recogniser<'a> {
    /// Looks for the programs; if one is not there, what to do about it.
    pub(super) fn open(options: &'a OcrOptions, pdfium: Option<&'a Path>) -> Result<Self, &'static str> {
        if options.mode == OcrMode::Never {
            return Err("OCR is switched off: allow it with `--ocr auto`, or run OCR on the file first");
        }
        let program = Program { name: NAME, path: options.tesseract.as_deref() };
        let (engine, languages) = version(program)?;
        let pictures = Pictures::open(options.pdftoppm.as_deref(), pdfium).ok_or(
            "For OCR, install `pdftoppm` beside `tesseract` (Debian: poppler-utils), or run OCR on the file first",
        )?;
        Ok(Self { engine, program, languages, pictures, spent: Cell::default() })
    }

    /// The characters of a page, counted from 1. None if there is no text in it.
    ///
    /// # Errors
    /// `engine_too_slow`, `engine_missing` if a program was removed meanwhile.
    pub(super) fn page(&self, bytes: &[u8], number: usize, limits: &Limits) -> Result<Vec<Glyph>, ReadError> {
        let _guard = RECOGNISING.lock();
        if self.spent.get() > Duration::from_secs(SECONDS_OF_DOCUMENT) {
            return Err(ReadError::EngineTooSlow { engine: NAME, seconds: SECONDS_OF_DOCUMENT });
        }
        let start = Instant::now();
        let glyphs = self.recognised(bytes, number)?;
        self.spent.set(self.spent.get() + start.elapsed());
        limits.check_text(glyphs.iter().map(|glyph| glyph.text.len()).sum())?;
        Ok(glyphs)
    }

    /// The characters of the most certain of the ways to read a page.
    fn recognised(&self, bytes: &[u8], number: usize) -> Result<Vec<Glyph>, ReadError> {
        let Some(picture) = self.pictures.page(bytes, number)? else { return Ok(Vec::new()) };
        let mut best: Option<Recognition> = None;
        for (language, segmentation) in [("jpn", "3"), ("eng", "3"), ("jpn_vert", "5")] {
            let is_useful = match &best {
                None => true,
                Some(read) if language == "eng" => read.is_latin(),
                Some(read) => read.confidence() < GOOD,
            };
            if !is_useful || !self.languages.iter().any(|known| known == language) {
                continue;
            }
            let arguments = ["stdin", "stdout", "-l", language, "--psm", segmentation, "tsv"];
            let (output, _) = self.program.run(&arguments, &picture, RunLimits { seconds: SECONDS, output: OUTPUT })?;
            let read = Recognition::of(&String::from_utf8_lossy(&output));
            if best.as_ref().is_none_or(|before| before.score() < read.score()) {
                best = Some(read);
            }
        }
        Ok(best.filter(|read| read.confidence() >= POOR).map(|read| read.glyphs()).unwrap_or_default())
    }
}

/// Name and version of the program, and the languages it has data for.
fn version(program: Program<'_>) -> Result<(String, Vec<String>), &'static str> {
    let absent = "Install `tesseract` with its Japanese data and `pdftoppm` (Debian: tesseract-ocr-jpn, \
                  tesseract-ocr-jpn-vert, poppler-utils) to have them read, or run OCR on the file first";
    let said = program.about("--version").map_err(|_| absent)?;
    let number = said.split_whitespace().skip_while(|word| *word != NAME).nth(1).ok_or(absent)?;
    let languages: Vec<String> =
        program.about("--list-langs").map_err(|_| absent)?.lines().map(|line| line.trim().to_owned()).collect();
    if !languages.iter().any(|language| language == "jpn") {
        return Err(
            "Install the Japanese data of `tesseract` (Debian: tesseract-ocr-jpn, tesseract-ocr-jpn-vert) to have \
                    them read, or run OCR on the file first",
        );
    }
    Ok((format!("{NAME} {number}"), languages))
}

/// Name and version of the program for OCR, or what to do to have it.
///
/// # Errors
/// What is not there, and how to install it.
pub fn ocr_engine(options: &OcrOptions, pdfium: Option<&Path>) -> Result<String, &'static str> {
    Recogniser::open(options, pdfium).map(|recogniser| recogniser.engine)
}

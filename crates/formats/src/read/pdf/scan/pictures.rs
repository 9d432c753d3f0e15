//! Makes a grey image (PGM) of a page, with `pdftoppm` or pdfium.

use std::path::Path;

use crate::read::ReadError;
use crate::read::pdf::pdfium;
use crate::read::program::{Program, RunLimits};

/// The longer side of an image in pixels: 300 dots per inch of A4. A larger page has fewer, so that memory is bounded.
const SIDE: u16 = 3508;

/// Time limit for one page.
const SECONDS: u64 = 60;

/// What makes the images.
pub(super) enum Pictures<'a> {
    /// The program `pdftoppm`.
    Program(Program<'a>),
    /// The library pdfium, perhaps at this path.
    Library(Option<&'a Path>),
}

impl<'a> Pictures<'a> {
    /// The program if it is installed, else the library.
    pub(super) fn open(program: Option<&'a Path>, library: Option<&'a Path>) -> Option<Self> {
        let program = Program { name: "pdftoppm", path: program };
        if program.about("-v").is_ok() {
            return Some(Self::Program(program));
        }
        pdfium::version(library).is_ok().then_some(Self::Library(library))
    }

    /// The image of the page with this number, counted from 1; `None` if the page could not be drawn.
    pub(super) fn page(&self, bytes: &[u8], number: usize) -> Result<Option<Vec<u8>>, ReadError> {
        match self {
            Self::Library(library) => pdfium::picture(bytes, *library, number, SIDE),
            Self::Program(program) => {
                let (number, side) = (number.to_string(), SIDE.to_string());
                let output = usize::from(SIDE) * usize::from(SIDE) + 64;
                let arguments = ["-gray", "-scale-to", &side, "-f", &number, "-l", &number, "-"];
                let (image, _) = program.run(&arguments, bytes, RunLimits { seconds: SECONDS, output })?;
                Ok((!image.is_empty()).then_some(image))
            }
        }
    }
}

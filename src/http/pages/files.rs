//! The files of the workbench: those that are part of this program, or those in a folder.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use actix_web::HttpRequest;
use actix_web::http::header::{AcceptEncoding, ContentEncoding, Encoding, Header};
use actix_web::web::Bytes;
use sha2::{Digest, Sha256};

/// The document that every page is.
const INDEX: &str = "index.html";
/// The folder of the files that it loads.
const ASSETS: &str = "assets/";

// `FILES`: what `npm run build` made in `web/` before this program was built, by path (build.rs).
include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// The files of the workbench, by their paths.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    files: BTreeMap<String, Bytes>,
    /// The tag of the document.
    tag: String,
}

impl Pages {
    /// Those that are part of this program; none if it was built without.
    #[must_use]
    pub fn embedded() -> Self {
        let files = FILES.iter().map(|(name, bytes)| ((*name).to_owned(), Bytes::from_static(bytes)));
        Self::of(files.collect())
    }

    /// Those in a folder, as they are now.
    ///
    /// # Errors
    /// A folder or file that cannot be read.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        for (below, prefix) in [(folder.to_owned(), ""), (folder.join(ASSETS), ASSETS)] {
            for entry in std::fs::read_dir(below)? {
                let path = entry?.path();
                if let (true, Some(name)) = (path.is_file(), path.file_name().and_then(|name| name.to_str())) {
                    files.insert(format!("{prefix}{name}"), Bytes::from(std::fs::read(&path)?));
                }
            }
        }
        Ok(Self::of(files))
    }

    fn of(files: BTreeMap<String, Bytes>) -> Self {
        let digest = Sha256::digest(files.get(INDEX).map_or(&[][..], |document| document));
        let short: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self { files, tag: format!("W/\"{short}\"") }
    }

    /// The tag of the document.
    pub(super) fn tag(&self) -> &str {
        &self.tag
    }

    /// The document that every page is.
    pub(super) fn document(&self, request: &HttpRequest) -> Option<(Bytes, ContentEncoding)> {
        self.file(INDEX, request)
    }

    /// A file that it loads.
    pub(super) fn asset(&self, name: &str, request: &HttpRequest) -> Option<(Bytes, ContentEncoding)> {
        self.file(&format!("{ASSETS}{name}"), request)
    }

    /// A file, packed if the client takes that and it is there packed.
    fn file(&self, name: &str, request: &HttpRequest) -> Option<(Bytes, ContentEncoding)> {
        let plain = self.files.get(name)?;
        for (encoding, coding, ending) in
            [(Encoding::brotli(), ContentEncoding::Brotli, "br"), (Encoding::gzip(), ContentEncoding::Gzip, "gz")]
        {
            let accepted = AcceptEncoding::parse(request).ok().filter(|accepted| !accepted.is_empty());
            let chosen =
                accepted.and_then(|accepted| accepted.negotiate([encoding.clone(), Encoding::identity()].iter()));
            if chosen == Some(encoding)
                && let Some(packed) = self.files.get(&format!("{name}.{ending}"))
            {
                return Some((packed.clone(), coding));
            }
        }
        Some((plain.clone(), ContentEncoding::Identity))
    }
}

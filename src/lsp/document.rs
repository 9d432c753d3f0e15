//! The open documents of a client, as immutable snapshots with their units and positions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arc_swap::{ArcSwap, ArcSwapOption};
use tower_lsp_server::ls_types::{Range, TextEdit, Uri};

use super::base::{Draft, RequestScope, SegmentQuery};
use super::position::{LineIndex, PositionUnit};
use super::settings::Settings;
use crate::answer::FindingAnswer;
use crate::app::draft::{self, Document, DocumentProblem, DocumentUnit, FileFormat, FileHint, Passage, Rewrite};
use crate::model::{Lang, Side, Span};

/// The most bytes of a file that is read.
const LARGEST: u64 = 16 << 20;

/// The open documents. Only the loop that reads messages changes them, in the order of the messages.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    open: ArcSwap<BTreeMap<String, Arc<OpenDocument>>>,
}

/// One open document.
#[derive(Debug)]
pub(crate) struct OpenDocument {
    /// The current state of the document.
    pub(crate) now: ArcSwap<Snapshot>,
    /// The result of the last check.
    pub(crate) checked: ArcSwapOption<CheckResult>,
    /// What one check leaves for the next. Checks run one after the other.
    pub(crate) draft: tokio::sync::Mutex<Draft>,
    /// The number of requested checks, so that an older check can see that it is outdated.
    requested_checks: AtomicU64,
}

/// The state of a document at one moment.
#[derive(Debug)]
pub(crate) struct Snapshot {
    /// Its address.
    pub(crate) uri: Uri,
    /// Its version, as the client numbers it.
    pub(crate) version: i32,
    /// Its text.
    pub(crate) text: String,
    /// Its lines.
    pub(crate) lines: LineIndex,
    /// Its units.
    pub(crate) document: Document,
    /// Which file of a pair it is.
    pub(crate) file: usize,
    /// The other file of the pair.
    pub(crate) other: Option<Counterpart>,
    /// Languages of source and target.
    pub(crate) langs: (Lang, Lang),
}

/// The other file of a pair.
#[derive(Debug, Clone)]
pub(crate) struct Counterpart {
    /// Its address.
    pub(crate) uri: Uri,
    /// Its text.
    pub(crate) text: Arc<str>,
    /// Its lines.
    pub(crate) lines: LineIndex,
}

/// The findings of a document.
#[derive(Debug)]
pub(crate) struct CheckResult {
    /// The document as it was checked.
    pub(crate) snapshot: Arc<Snapshot>,
    /// The findings.
    pub(crate) findings: Vec<FindingAnswer>,
}

impl CheckResult {
    /// Whether a unit has the same texts as when it was checked.
    pub(crate) fn is_unchanged(&self, now: &Snapshot, unit: usize) -> bool {
        match (self.snapshot.unit(unit), now.unit(unit)) {
            (Some(then), Some(now)) => {
                then.source.text() == now.source.text() && then.target_text() == now.target_text()
            }
            _ => false,
        }
    }
}

impl Documents {
    /// The document at this address.
    pub(crate) fn get(&self, uri: &Uri) -> Option<Arc<OpenDocument>> {
        self.open.load().get(uri.as_str()).cloned()
    }

    /// All open documents.
    pub(crate) fn all(&self) -> Vec<Arc<OpenDocument>> {
        self.open.load().values().cloned().collect()
    }

    /// Adds a document.
    pub(crate) fn insert(&self, snapshot: Snapshot) -> Arc<OpenDocument> {
        let name = snapshot.uri.as_str().to_owned();
        let open = Arc::new(OpenDocument {
            now: ArcSwap::from_pointee(snapshot),
            checked: ArcSwapOption::empty(),
            draft: tokio::sync::Mutex::default(),
            requested_checks: AtomicU64::new(0),
        });
        let mut all = BTreeMap::clone(&self.open.load());
        all.insert(name, Arc::clone(&open));
        self.open.store(Arc::new(all));
        open
    }

    /// Removes a document.
    pub(crate) fn remove(&self, uri: &Uri) {
        let mut all = BTreeMap::clone(&self.open.load());
        if let Some(gone) = all.remove(uri.as_str()) {
            gone.request_check();
        }
        self.open.store(Arc::new(all));
    }

    /// The other file of a pair: its current text if it is open, otherwise the file on disk.
    pub(crate) fn counterpart(&self, uri: &Uri, units: PositionUnit) -> Option<Counterpart> {
        let path = uri.to_file_path()?.into_owned();
        for candidate in draft::counterpart(path.to_str()?) {
            let candidate = PathBuf::from(candidate);
            let Some(address) = Uri::from_file_path(&candidate) else { continue };
            let text = match self.get(&address) {
                Some(open) => Some(open.now.load().text.clone()),
                None => read(&candidate),
            };
            if let Some(text) = text {
                let lines = LineIndex::of(&text, units);
                return Some(Counterpart { uri: address, text: text.into(), lines });
            }
        }
        None
    }
}

fn read(path: &Path) -> Option<String> {
    std::fs::metadata(path).ok().filter(|about| about.is_file() && about.len() <= LARGEST)?;
    draft::decode(&std::fs::read(path).ok()?).ok().filter(|file| !file.has_invalid_bytes).map(|file| file.text)
}

impl OpenDocument {
    /// Requests a check; earlier requests are outdated now.
    pub(crate) fn request_check(&self) -> u64 {
        self.requested_checks.fetch_add(1, Ordering::AcqRel) + 1
    }

    /// Whether no other check has been requested since.
    pub(crate) fn is_latest(&self, number: u64) -> bool {
        self.requested_checks.load(Ordering::Acquire) == number
    }
}

/// A document that is too large to read.
fn too_large_for(hint: &FileHint, format: FileFormat) -> Document {
    let message = format!("The file is too large: the limit is {LARGEST} bytes. Split it.");
    Document {
        format,
        source_lang: hint.source_lang.clone(),
        target_lang: hint.target_lang.clone(),
        units: Vec::new(),
        problems: vec![DocumentProblem { file: 0, span: Span::new(0, 0), message }],
        refusal: None,
    }
}

/// How to read a document.
#[derive(Debug)]
pub(crate) struct ReadOptions<'a> {
    /// The unit in which the client counts characters.
    pub(crate) units: PositionUnit,
    /// The settings of the client.
    pub(crate) settings: &'a Settings,
}

impl Snapshot {
    /// Reads a text; `counterpart` is the other file of a pair.
    pub(crate) fn new(
        uri: Uri,
        version: i32,
        text: String,
        counterpart: Option<Counterpart>,
        reading: &ReadOptions<'_>,
    ) -> Self {
        let ReadOptions { units, settings } = reading;
        let path = uri.to_file_path().and_then(|path| path.to_str().map(str::to_owned));
        let name = path.unwrap_or_else(|| uri.path().as_str().to_owned());
        let mut hint = FileHint {
            name: name.clone(),
            source_lang: settings.source_lang.clone(),
            target_lang: settings.target_lang.clone(),
            columns: None,
        };
        let format = draft::format_of_document(&text, &name);
        let counterpart = counterpart.filter(|_| !format.is_bilingual());
        let too_large = text.len() > usize::try_from(LARGEST).unwrap_or(usize::MAX);
        let own = draft::language_in_name(&name);
        let (document, file) = match (&counterpart, own) {
            (Some(other), Some(own)) if !too_large => {
                let from = hint.source_lang.clone().unwrap_or(Lang::JA);
                let source = own.primary() == from.primary();
                let into = if from.is_japanese() { Lang::EN } else { Lang::JA };
                (hint.source_lang, hint.target_lang) = (Some(from), Some(hint.target_lang.unwrap_or(into)));
                let (one, two) = if source { (text.as_str(), &*other.text) } else { (&*other.text, text.as_str()) };
                (draft::pair(one, two, &hint), usize::from(!source))
            }
            _ if too_large => (too_large_for(&hint, format), 0),
            _ => (draft::read(&text, &hint), 0),
        };
        let langs = document.languages();
        let lines = LineIndex::of(&text, *units);
        Self { uri, version, text, lines, document, file, other: counterpart, langs }
    }

    /// A unit.
    pub(crate) fn unit(&self, at: usize) -> Option<&DocumentUnit> {
        self.document.units.get(at)
    }

    /// The unit, its side and the byte of its text at a byte of this file.
    pub(crate) fn at(&self, byte: usize) -> Option<(usize, Side, usize)> {
        self.document.at(self.file, byte)
    }

    /// Whether the document has one language only.
    pub(crate) fn is_alone(&self) -> bool {
        !self.document.format.is_bilingual() && self.other.is_none()
    }

    /// The language of a side and the other.
    pub(crate) fn languages(&self, side: Side) -> (Lang, Lang) {
        let (source, target) = self.langs.clone();
        match side {
            Side::Source => (source, target),
            Side::Target => (target, source),
        }
    }

    /// Languages and projects of requests about one side.
    pub(crate) fn scope(&self, side: Side, settings: &Settings) -> RequestScope {
        let (source_lang, target_lang) = self.languages(side);
        RequestScope { source_lang, target_lang, projects: settings.projects.clone() }
    }

    /// The request for suggestions for a unit.
    pub(crate) fn query(&self, at: usize) -> Option<SegmentQuery> {
        let unit = self.unit(at)?;
        let source = |unit: &DocumentUnit| unit.source.text().to_owned();
        let said = |unit: &&DocumentUnit| !unit.source.is_blank();
        let previous = at.checked_sub(1).and_then(|at| self.unit(at)).filter(said).map(source);
        let next = self.unit(at + 1).filter(said).map(source);
        let codes = unit.source.codes().iter().filter(|code| code.is_carried_over());
        let codes = codes.map(|code| code.code.clone()).collect();
        Some(SegmentQuery { text: source(unit), previous, next, key: unit.key.clone(), codes })
    }

    /// The address and the range of a span of this file or of the other.
    pub(crate) fn location(&self, file: usize, span: Span) -> Option<(Uri, Range)> {
        if file == self.file {
            return Some((self.uri.clone(), self.lines.range(&self.text, span)));
        }
        let other = self.other.as_ref()?;
        Some((other.uri.clone(), other.lines.range(&other.text, span)))
    }

    /// The range of a span of a passage, from its first to its last byte.
    pub(crate) fn range_of(&self, passage: &Passage, span: Span) -> Option<(Uri, Range)> {
        self.location(passage.file(), passage.stretch_of(span))
    }

    /// Changes of a file as edits for the client.
    pub(crate) fn edits(&self, file: usize, changes: &[Rewrite]) -> Vec<(Uri, TextEdit)> {
        let edit = |change: &Rewrite| {
            let (uri, range) = self.location(file, change.span)?;
            Some((uri, TextEdit::new(range, change.text.clone())))
        };
        changes.iter().filter_map(edit).collect()
    }

    /// The name of the document, as it is stored in the memory.
    pub(crate) fn name(&self) -> Option<String> {
        let path = self.uri.to_file_path()?;
        Some(path.file_name()?.to_str()?.to_owned())
    }
}

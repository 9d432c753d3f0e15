//! How far Trados Studio or memoQ says that a translation is, and who made it: a person or a machine.
//!
//! | level | Studio (`conf` of `sdl:seg`) | memoQ (`mq:status` of `trans-unit`) |
//! | --- | --- | --- |
//! | draft | none, `Draft`, any other | `NotStarted`, `PartiallyEdited`, `Pretranslated`, `MachineTranslated`, any other |
//! | translated | `Translated` | `ManuallyConfirmed` |
//! | approved | `ApprovedTranslation`, `ApprovedSignOff` | `Reviewer1Confirmed`, `Proofread` |
//! | rejected | `RejectedTranslation`, `RejectedSignOff` | `Rejected` |
//!
//! Studio says `origin="mt"` (`nmt`, `amt`) of a machine translation for as long as nobody has changed it; then it says
//! `interactive`, and the machine is named in `sdl:prev-origin` only. Where nobody has changed it, `Translated` shows at most
//! that somebody did not object, so it stays a draft.

use crate::exchange::cleaning::filled;
use crate::exchange::document::UnitState;
use crate::exchange::timestamp;
use crate::exchange::xml::Tag;

/// The namespace by which a file is one of each program.
const STUDIO: &str = "http://sdl.com/FileTypes/SdlXliff/1.0";
const MEMOQ: &str = "MQXliff";

/// The prefixes of the names that each program adds to XLIFF, if a file declares them.
#[derive(Debug, Default)]
pub(super) struct Prefixes {
    studio: Option<String>,
    memoq: Option<String>,
}

/// What is said of one translation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Confirmation {
    level: Level,
    /// What translated it, if that was a program.
    machine: Option<String>,
    created_by: Option<String>,
    changed_by: Option<String>,
    created_at: Option<String>,
    changed_at: Option<String>,
}

/// How far a translation is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Level {
    #[default]
    Draft,
    Translated,
    Approved,
    Rejected,
}

impl Prefixes {
    /// Looks for declarations of namespaces in a tag.
    pub(super) fn add(&mut self, tag: &Tag<'_>) {
        tag.each_attribute(|name, value| {
            let Some(prefix) = name.strip_prefix("xmlns:") else { return };
            match value {
                STUDIO => self.studio = Some(prefix.to_owned()),
                MEMOQ => self.memoq = Some(prefix.to_owned()),
                _ => {}
            }
        });
    }

    /// Whether the file is one of either program.
    pub(super) fn are_known(&self) -> bool {
        self.studio.is_some() || self.memoq.is_some()
    }

    /// Whether a name is one that Studio adds.
    pub(super) fn is_of_studio(&self, name: &str) -> bool {
        own_name(self.studio.as_deref(), name).is_some()
    }

    /// What memoQ says in the tag of a unit.
    pub(super) fn memoq_unit(&self, tag: &Tag<'_>) -> Option<Confirmation> {
        let prefix = self.memoq.as_deref();
        let (mut status, mut found) = (None, Confirmation::default());
        tag.each_attribute(|name, value| match own_name(prefix, name) {
            Some("status") => status = Some(value.to_ascii_lowercase()),
            Some("lastchanginguser") => found.changed_by = filled(value),
            Some("lastchangedtimestamp") => found.changed_at = timestamp::rfc3339(value.trim()),
            _ => {}
        });
        found.level = match status?.as_str() {
            "manuallyconfirmed" => Level::Translated,
            "reviewer1confirmed" | "proofread" => Level::Approved,
            "rejected" => Level::Rejected,
            // The person named beside these has started the program that filled them in, and no more.
            status @ ("notstarted" | "pretranslated" | "assembledfromfragments" | "machinetranslated") => {
                found.changed_by = None;
                found.machine = (status == "machinetranslated").then(String::new);
                Level::Draft
            }
            _ => Level::Draft,
        };
        Some(found)
    }
}

/// A name without the prefix, if it has this one.
fn own_name<'a>(prefix: Option<&str>, name: &'a str) -> Option<&'a str> {
    name.strip_prefix(prefix?)?.strip_prefix(':')
}

impl Confirmation {
    /// What Studio says in the tag of `sdl:seg`.
    pub(super) fn of_studio(tag: &Tag<'_>) -> Self {
        let level = match tag.attribute("conf").as_deref() {
            Some("Translated") => Level::Translated,
            Some("ApprovedTranslation" | "ApprovedSignOff") => Level::Approved,
            Some("RejectedTranslation" | "RejectedSignOff") => Level::Rejected,
            _ => Level::Draft,
        };
        let is_machine = tag.attribute("origin").is_some_and(|origin| matches!(origin.as_str(), "mt" | "nmt" | "amt"));
        let machine = is_machine.then(|| tag.attribute("origin-system").unwrap_or_default());
        Self { level, machine, ..Self::default() }
    }

    /// Adds an `sdl:value`.
    pub(super) fn add(&mut self, key: &str, value: &str) {
        match key {
            "created_by" => self.created_by = filled(value),
            "last_modified_by" => self.changed_by = filled(value),
            "created_on" => self.created_at = timestamp::month_first(value.trim()),
            "modified_on" => self.changed_at = timestamp::month_first(value.trim()),
            _ => {}
        }
    }

    /// How far it is.
    pub(super) fn state(&self) -> UnitState {
        match self.level {
            Level::Translated if self.machine.is_none() => UnitState::Translated,
            Level::Approved => UnitState::Approved,
            Level::Draft | Level::Rejected | Level::Translated => UnitState::Draft,
        }
    }

    /// Whether a person approved what a person translated.
    pub(super) fn is_approved(&self) -> bool {
        self.level == Level::Approved && self.machine.is_none()
    }

    /// Whether a person rejected it.
    pub(super) fn is_rejected(&self) -> bool {
        self.level == Level::Rejected
    }

    /// Who made it: of a machine translation the machine, whoever had it fill in the text.
    pub(super) fn author(&self) -> Option<String> {
        match self.machine.as_deref() {
            None => self.changed_by.clone().or(self.created_by.clone()),
            Some(system) => Some(match filled(system) {
                Some(system) => format!("machine translation: {system}"),
                None => "machine translation".to_owned(),
            }),
        }
    }

    /// When it was made, or changed last.
    pub(super) fn date(&self) -> Option<String> {
        self.changed_at.clone().or(self.created_at.clone())
    }
}

//! Which concepts an export includes, beyond the state of their terms.

use crate::app::AppError;
use crate::model::{Concept, EvidenceKind, ReleaseId, Revision};

/// From which change on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// After the change with this number.
    Revision(Revision),
    /// From this time on, RFC 3339 in UTC or its beginning, such as `2026-11-01`.
    Time(String),
}

impl Since {
    /// Reads the number of a change, or a date or time.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(number) = text.parse::<i64>() {
            return (number >= 0).then(|| Self::Revision(Revision::new(number)));
        }
        let date = text.get(..10)?;
        let format = time::macros::format_description!("[year]-[month]-[day]");
        time::Date::parse(date, &format).ok()?;
        let rest = text.get(10..)?;
        let is_time =
            rest.is_empty() || time::OffsetDateTime::parse(text, &RFC_3339).is_ok_and(|time| time.offset().is_utc());
        is_time.then(|| Self::Time(text.to_owned()))
    }
}

use time::format_description::well_known::Rfc3339 as RFC_3339;

/// Which concepts are included. An empty list includes all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only concepts of these subject fields.
    pub fields: Vec<String>,
    /// Only concepts that these releases name or define.
    pub releases: Vec<ReleaseId>,
    /// Only concepts with terms or definitions from these sources: names of imported files, releases or people.
    pub sources: Vec<String>,
    /// Only concepts that have changed since.
    pub since: Option<Since>,
    /// Only concepts that a release names, so without what only the starter base or an import has.
    pub from_releases: bool,
}

impl Filter {
    /// Whether it includes everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// That it cannot be used for segments.
    pub(super) fn of_segments(&self) -> Result<(), AppError> {
        let given = [
            ("field", !self.fields.is_empty()),
            ("release", !self.releases.is_empty()),
            ("source", !self.sources.is_empty()),
            ("since", self.since.is_some()),
            ("from_releases", self.from_releases),
        ];
        match given.into_iter().find(|(_, is_given)| *is_given) {
            Some((field, _)) => Err(AppError::InvalidRequest {
                field,
                problem: "selects concepts, but the format holds the segments of the memory. Leave it out, or choose a format of terms.".to_owned(),
            }),
            None => Ok(()),
        }
    }

    /// Whether a concept is included; `since` is the revision of [`Filter::since`].
    pub(super) fn includes(&self, concept: &Concept, since: Revision) -> bool {
        let evidence = || concept.terms.iter().flat_map(|term| &term.evidence);
        let of_field = || concept.field.as_ref().is_some_and(|field| self.fields.contains(field));
        let of_release = || {
            let in_definitions = concept.definitions.iter().filter_map(|definition| definition.release_id);
            let mut releases = evidence().filter_map(|evidence| evidence.release_id).chain(in_definitions);
            releases.any(|release| self.releases.contains(&release))
        };
        let of_source = || {
            let in_definitions = concept.definitions.iter().map(|definition| &definition.source);
            evidence()
                .map(|evidence| &evidence.source)
                .chain(in_definitions)
                .any(|source| self.sources.contains(source))
        };
        concept.revision > since
            && (self.fields.is_empty() || of_field())
            && (self.releases.is_empty() || of_release())
            && (self.sources.is_empty() || of_source())
            && (!self.from_releases || evidence().any(|evidence| evidence.kind == EvidenceKind::Document))
    }
}

#[cfg(test)]
mod tests {
    use super::Since;
    use crate::model::Revision;

    #[test]
    fn a_change_is_named_by_number_or_time() {
        let time = |text: &str| Some(Since::Time(text.to_owned()));
        for (text, want) in [
            ("12", Some(Since::Revision(Revision::new(12)))),
            ("0", Some(Since::Revision(Revision::START))),
            ("-1", None),
            ("2026-11-01", time("2026-11-01")),
            ("2026-11-01T08:00:00Z", time("2026-11-01T08:00:00Z")),
            ("2026-11-01T08:00:00+09:00", None),
            ("2026-13-01", None),
            ("2026-11-01x", None),
            ("１２", None),
            ("", None),
        ] {
            assert_eq!(Since::parse(text), want, "{text}");
        }
    }
}

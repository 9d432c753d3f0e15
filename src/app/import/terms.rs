//! Stores the rows of a term base as concepts, or the entries of a dictionary for look-up.

use std::collections::{BTreeMap, BTreeSet};

use super::outcome::{Outcome, RowChange, RowOutcome};
use super::placement::{GroupReport, Placement, SeenConcepts};
use super::row::{NumberedRow, TakenRow, snippet};
use super::statements::{Stated, keep_ban_off_used_terms, keep_usage_on_one_side, stated_usages};
use crate::app::concepts::attach::attach_to;
use crate::app::concepts::choice::{Choice, choose};
use crate::app::concepts::claim::{Claim, ClaimedDefinition, Group};
use crate::app::concepts::witness::Witness;
use crate::app::dictionary_keys::{entry_words, spelling_keys};
use crate::app::{AppError, Service};
use crate::exchange::{FileFormat, Name, NameEvidence, TermDefinition, TermRow};
use crate::model::{
    EvidenceKind, EvidenceMethod, Lang, ProjectId, SourceFormat, SourceId, Term, TermKind, Usage, fingerprint,
};
use crate::store::{MergeCounts, NewDictionaryEntry, NewSource, SourceUse, Write};
use crate::text::kana::is_kana;
use crate::text::key::Key;

/// Confidence of a dictionary row: it may be meant in another sense.
pub const DICTIONARY: f64 = 0.75;

/// The code of a row without a name that can be used.
const NO_USABLE_NAME: &str = "no_usable_name";
const UNUSABLE: &str = "No name of the row has a letter or a digit, or an entry that is only looked up lacks a language. Correct it in the file.";

/// The format of the source that a file of this format becomes; `None` if such files hold no terms.
pub(super) fn source_format(format: FileFormat) -> Option<SourceFormat> {
    match format {
        FileFormat::Tbx => Some(SourceFormat::Tbx),
        FileFormat::Utx => Some(SourceFormat::Utx),
        FileFormat::Xliff => Some(SourceFormat::Xliff),
        FileFormat::Edict => Some(SourceFormat::Edict),
        FileFormat::Jmdict => Some(SourceFormat::Jmdict),
        FileFormat::Csv => Some(SourceFormat::Csv),
        FileFormat::Tsv => Some(SourceFormat::Tsv),
        FileFormat::Xlsx => Some(SourceFormat::Xlsx),
        FileFormat::Ods => Some(SourceFormat::Ods),
        FileFormat::Docx => Some(SourceFormat::Docx),
        FileFormat::JsonLines => Some(SourceFormat::JsonLines),
        FileFormat::Tmx | FileFormat::Po | FileFormat::Markdown | FileFormat::Text => None,
    }
}

/// The default for a format: general dictionaries are only looked up, term bases become concepts.
pub(super) fn default_use(format: FileFormat) -> SourceUse {
    match format {
        FileFormat::Edict | FileFormat::Jmdict => SourceUse::Evidence,
        _ => SourceUse::Terms,
    }
}

/// A name for the concept of a row; rows with the same name belong to the same concept.
pub(super) fn concept_name(row: &TermRow) -> Option<String> {
    if let Some(number) = &row.concept {
        return Some(format!("#{number}"));
    }
    let leading = row.japanese().next().or_else(|| row.names.first())?;
    let key = Key::new(&leading.text, &leading.lang)?;
    Some(if leading.lang.is_japanese() { key.exact } else { format!("{}:{}", leading.lang, key.exact) })
}

impl Service {
    /// Stores the rows of a batch; returns how many were new to the source, and the source. The outcome of each row is added to
    /// `outcomes`.
    pub(super) async fn store_terms(
        &self,
        write: &mut Write,
        new: &NewSource<'_>,
        rows: &[NumberedRow],
        seen: &mut SeenConcepts,
        outcomes: &mut Vec<RowOutcome>,
    ) -> Result<(MergeCounts, SourceId), AppError> {
        write.borrow_terms(new.project, new.name).await?;
        if new.kept == SourceUse::Terms {
            write.borrow_dictionaries().await?;
        }
        let source = write.ensure_source(new).await?;
        if source.kept != new.kept {
            let (name, kept) = (&source.name, source.kept.as_str());
            let problem =
                format!("`{name}` is kept as {kept}; import it under another `--name`, or remove the source first");
            return Err(AppError::InvalidRequest { field: "as", problem });
        }
        let (usable, unusable): (Vec<&NumberedRow>, Vec<&NumberedRow>) =
            rows.iter().partition(|row| is_usable(&row.row, new.kept));
        outcomes.extend(unusable.into_iter().map(|row| row.refused(NO_USABLE_NAME, UNUSABLE.to_owned())));
        let marks: Vec<i64> = usable.iter().map(|row| mark(&row.row)).collect();
        let fresh = write.take_source_rows(source.id, &marks).await?;
        let mut taken = Vec::with_capacity(usable.len());
        for ((row, mark), is_fresh) in usable.iter().zip(marks).zip(fresh) {
            match is_fresh {
                true => taken.push(TakenRow { row: TermRow::clone(&row.row), of: row, mark }),
                false => outcomes.push(row.outcome(Outcome::Unchanged)),
            }
        }
        let added = u64::try_from(taken.len()).unwrap_or_default();
        let merged = MergeCounts { added, folded: u64::try_from(usable.len()).unwrap_or_default() - added };
        match new.kept {
            SourceUse::Evidence => {
                for taken in &taken {
                    insert_dictionary_entry(write, source.id, taken).await?;
                    outcomes.push(taken.of.outcome(Outcome::Added));
                }
            }
            SourceUse::Terms => {
                self.store_concepts(write, (new.project, source.id, new.name), taken, seen, outcomes).await?;
            }
        }
        Ok((merged, source.id))
    }

    /// Stores rows as concepts and terms.
    async fn store_concepts(
        &self,
        write: &mut Write,
        (project, source, source_name): (ProjectId, SourceId, &str),
        rows: Vec<TakenRow<'_>>,
        seen: &mut SeenConcepts,
        outcomes: &mut Vec<RowOutcome>,
    ) -> Result<(), AppError> {
        let none = BTreeSet::new();
        for (name, mut rows) in by_concept(rows) {
            let field = rows.iter().find_map(|taken| taken.of.row.field.as_deref());
            let witness = Witness {
                project,
                kind: EvidenceKind::Import,
                release: None,
                source: source_name,
                field,
                entries: &[],
                links: &[],
                before: &none,
                words: self.words(),
            };
            keep_usage_on_one_side(&mut rows);
            if bans_japanese(&rows) {
                let used = used_japanese(write, project, &rows).await?;
                keep_ban_off_used_terms(&mut rows, |key| used.contains(key));
            }
            let group = group(&rows);
            let known = write.source_concept(source, &name).await?;
            let placement = match known {
                Some(concept) => Placement::known(concept, seen),
                None => place(write, &group, &witness, source, name.starts_with('#')).await?,
            };
            let attached = attach_to(write, placement.concept, &group, &witness).await?;
            let mut report = GroupReport::new(&placement, &rows, &attached, seen);
            if attached.is_rejected {
                if placement.is_new {
                    write.delete_concept(placement.concept).await?;
                }
                outcomes.extend(report.outcomes());
                continue;
            }
            if known.is_none() {
                write.remember_source_concept(source, &name, placement.concept).await?;
            }
            for (at, taken) in rows.iter().enumerate() {
                for note in &taken.row.notes {
                    if write.add_note(placement.concept, note).await? {
                        report.changed(at, RowChange::Note);
                    }
                }
            }
            for ((lang, key), stated) in stated_usages(&rows, &mut report) {
                let Stated { at, usage, review } = stated;
                for before in write.state_term(placement.concept, &lang, &key, usage, review).await? {
                    report.stated(at, &before, usage, review);
                }
            }
            if known.is_none() {
                seen.note(&placement, rows.first().map_or(0, |taken| taken.row.line));
            }
            outcomes.extend(report.outcomes());
        }
        Ok(())
    }
}

/// The concept a group belongs to. If a source numbers its concepts, they stay separate: a group never joins a concept
/// that the source has under another number.
async fn place(
    write: &mut Write,
    group: &Group,
    witness: &Witness<'_>,
    source: SourceId,
    numbered: bool,
) -> Result<Placement, AppError> {
    let mut candidates = Vec::new();
    if let Some(leading) = group.leading() {
        for concept in write.concepts_with_key(witness.project, &leading.lang, &leading.key.exact).await? {
            if !numbered || !write.is_source_concept(source, concept.id).await? {
                candidates.push(concept);
            }
        }
    }
    Ok(match choose(group, &candidates, witness.before) {
        Choice::Join(concept, rule) => Placement::joins(concept, rule),
        Choice::New(conflicts) => {
            // A dictionary that lists several senses does so on purpose; only releases and people can conflict. The outcome
            // of the row says that they disagree.
            let concept = write.insert_concept(witness.project, witness.field, None).await?;
            Placement::new(concept, conflicts)
        }
    })
}

/// Whether a row can be used. An entry for look-up needs both languages.
fn is_usable(row: &TermRow, kept: SourceUse) -> bool {
    let named = |lang: &Lang| row.names.iter().any(|name| name.lang == *lang && Key::new(&name.text, lang).is_some());
    match kept {
        SourceUse::Terms => concept_name(row).is_some(),
        SourceUse::Evidence => named(&Lang::JA) && named(&Lang::EN),
    }
}

/// A number that stands for everything in a row.
fn mark(row: &TermRow) -> i64 {
    fingerprint(&format!("{:?}", TermRow { line: 0, ..row.clone() }))
}

/// Groups rows by concept, in the order of the file.
fn by_concept(rows: Vec<TakenRow<'_>>) -> Vec<(String, Vec<TakenRow<'_>>)> {
    let mut groups: Vec<(String, Vec<TakenRow<'_>>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for taken in rows {
        let Some(name) = concept_name(&taken.row) else { continue };
        let place = *places.entry(name.clone()).or_insert_with(|| {
            groups.push((name, Vec::new()));
            groups.len() - 1
        });
        if let Some((_, rows)) = groups.get_mut(place) {
            rows.push(taken);
        }
    }
    groups
}

/// Whether a row bans a Japanese name as the translation of an English one.
fn bans_japanese(rows: &[TakenRow<'_>]) -> bool {
    rows.iter().any(|taken| {
        let is_banned = |name: &Name| matches!(name.usage, Some(Usage::Deprecated | Usage::Forbidden));
        !taken.row.states_each_name && taken.row.english().next().is_some() && taken.row.japanese().any(is_banned)
    })
}

/// The keys of the Japanese names of these rows that the project uses with other English.
async fn used_japanese(
    write: &mut Write,
    project: ProjectId,
    rows: &[TakenRow<'_>],
) -> Result<BTreeSet<String>, AppError> {
    let english = english_keys(rows);
    let is_usable = |term: &&Term| !matches!(term.usage, Usage::Deprecated | Usage::Forbidden);
    let key = |term: &Term| Key::new(&term.text, &term.lang).map(|key| key.exact);
    let names = rows.iter().flat_map(|taken| taken.row.japanese());
    let japanese: BTreeSet<String> =
        names.filter_map(|name| Key::new(&name.text, &name.lang)).map(|key| key.exact).collect();
    let mut used = BTreeSet::new();
    for ja in japanese {
        for concept in write.concepts_with_key(project, &Lang::JA, &ja).await? {
            let is_other = |term: &Term| term.lang.is_english() && key(term).is_some_and(|key| !english.contains(&key));
            let is_own = |term: &Term| term.lang.is_japanese() && key(term).as_deref() == Some(&ja);
            let usable: Vec<&Term> = concept.terms.iter().filter(is_usable).collect();
            if usable.iter().any(|term| is_other(term)) && usable.iter().any(|term| is_own(term)) {
                used.insert(ja.clone());
            }
        }
    }
    Ok(used)
}

/// The keys of all English names of these rows.
fn english_keys(rows: &[TakenRow<'_>]) -> BTreeSet<String> {
    let names = rows.iter().flat_map(|taken| taken.row.english());
    names.filter_map(|name| Key::new(&name.text, &name.lang)).map(|key| key.exact).collect()
}

fn group(rows: &[TakenRow<'_>]) -> Group {
    let mut group = Group::default();
    for TakenRow { row, mark, .. } in rows {
        let snippet = snippet(row);
        let claims = row.names.iter().flat_map(|name| claims(row, name, &snippet));
        group.claims.extend(claims.map(|claim| Claim { row: Some(*mark), ..claim }));
        for TermDefinition { lang, text, origin } in &row.definitions {
            let (lang, text, origin) = (lang.clone(), text.clone(), origin.clone());
            let defined = ClaimedDefinition { lang, text, entry: None, origin };
            if !group.definitions.contains(&defined) {
                group.definitions.push(defined);
            }
        }
    }
    group
}

/// The claims that a name is one: one for each piece of evidence the file has, or one for the row itself.
fn claims(row: &TermRow, name: &Name, snippet: &str) -> Vec<Claim> {
    let Some(claim) = claim(row, name, snippet) else { return Vec::new() };
    if name.evidence.is_empty() {
        return vec![claim];
    }
    let of = |evidence: &NameEvidence| Claim {
        method: evidence.method,
        confidence: evidence.confidence,
        span: evidence.span,
        snippet: evidence.snippet.clone(),
        origin: Some(evidence.origin.clone()),
        ..claim.clone()
    };
    name.evidence.iter().map(of).collect()
}

fn claim(row: &TermRow, name: &Name, snippet: &str) -> Option<Claim> {
    let same_in_both =
        !row.states_each_name && name.lang.is_english() && row.japanese().any(|other| other.text == name.text);
    let kind = if same_in_both && name.kind == TermKind::FullForm { TermKind::Symbol } else { name.kind };
    let second = matches!(name.usage, Some(Usage::Admitted | Usage::Deprecated | Usage::Forbidden));
    Some(Claim {
        key: Key::new(&name.text, &name.lang)?,
        lang: name.lang.clone(),
        text: name.text.clone(),
        kind,
        reading: name.reading.clone(),
        reading_origin: name.reading_origin,
        part_of_speech: name.part_of_speech,
        admitted: second || matches!(kind, TermKind::Abbreviation | TermKind::Variant),
        method: EvidenceMethod::Dictionary,
        confidence: name.confidence.or(row.confidence).unwrap_or(DICTIONARY),
        span: None,
        snippet: Some(snippet.to_owned()),
        entry: None,
        link: None,
        row: None,
        origin: None,
    })
}

async fn insert_dictionary_entry(write: &mut Write, source: SourceId, taken: &TakenRow<'_>) -> Result<(), AppError> {
    let row = &taken.row;
    let Some(leading) = row.japanese().next() else { return Ok(()) };
    let readings = || row.japanese().filter_map(|name| name.reading.as_deref());
    let kana = readings().filter(|_| row.usually_kana);
    let keys = spelling_keys(row.japanese().map(|name| name.text.as_str()).chain(kana));
    let usable = row.english().filter(|name| name.usage != Some(Usage::Forbidden));
    let english: Vec<String> = usable.map(|name| name.text.clone()).collect();
    if english.is_empty() && row.english().next().is_some() {
        return Ok(());
    }
    let spelt_in_kana = row.japanese().map(|name| name.text.as_str()).filter(|text| is_kana(text));
    let words = entry_words(readings().chain(spelt_in_kana), &english);
    let entry = NewDictionaryEntry {
        ja: &leading.text,
        reading: leading.reading.as_deref(),
        en: &english,
        part_of_speech: leading.part_of_speech,
        keys: &keys,
        words: &words,
    };
    write.insert_dictionary_entry(source, &entry, taken.mark).await?;
    Ok(())
}

//! Stores the rows of a term base as concepts, or the entries of a dictionary for look-up.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::concepts::attach::attach_to;
use crate::app::concepts::choice::{Choice, choose};
use crate::app::concepts::claim::{Claim, ClaimedDefinition, Group};
use crate::app::concepts::witness::Witness;
use crate::app::dictionary_keys::{entry_words, spelling_keys};
use crate::app::{AppError, Service};
use crate::exchange::{FileFormat, Name, TermRow};
use crate::model::{
    ConceptId, EvidenceKind, EvidenceMethod, Lang, ProjectId, Review, SourceFormat, SourceId, TermKind, Usage,
    fingerprint,
};
use crate::store::{MergeCounts, NewDictionaryEntry, NewSource, SourceUse, Write};
use crate::text::kana::is_kana;
use crate::text::key::Key;

/// Confidence of a dictionary row: it may be meant in another sense.
pub const DICTIONARY: f64 = 0.75;

/// The most names of each language that are quoted as evidence.
const QUOTED_NAMES: usize = 20;

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
    /// Stores the rows of a batch; returns how many were new to the source, and the source.
    pub(super) async fn store_terms(
        &self,
        write: &mut Write,
        new: &NewSource<'_>,
        rows: &[TermRow],
    ) -> Result<(MergeCounts, SourceId), AppError> {
        let source = write.ensure_source(new).await?;
        if source.kept != new.kept {
            let (name, kept) = (&source.name, source.kept.as_str());
            let problem =
                format!("`{name}` is kept as {kept}; import it under another `--name`, or remove the source first");
            return Err(AppError::InvalidRequest { field: "as", problem });
        }
        let usable: Vec<&TermRow> = rows.iter().filter(|row| is_usable(row, new.kept)).collect();
        let numbers: Vec<i64> = usable.iter().map(|row| number(row)).collect();
        let fresh = write.take_source_rows(source.id, &numbers).await?;
        let fresh: Vec<&TermRow> = usable.iter().zip(fresh).filter(|(_, fresh)| *fresh).map(|(row, _)| *row).collect();
        let added = u64::try_from(fresh.len()).unwrap_or_default();
        let merged = MergeCounts { added, folded: u64::try_from(usable.len()).unwrap_or_default() - added };
        match new.kept {
            SourceUse::Evidence => {
                for row in fresh {
                    insert_dictionary_entry(write, source.id, row).await?;
                }
            }
            SourceUse::Terms => self.store_concepts(write, new.project, (source.id, new.name), &fresh).await?,
        }
        Ok((merged, source.id))
    }

    /// Stores rows as concepts and terms.
    async fn store_concepts(
        &self,
        write: &mut Write,
        project: ProjectId,
        source: (SourceId, &str),
        rows: &[&TermRow],
    ) -> Result<(), AppError> {
        let none = BTreeSet::new();
        for (name, rows) in by_concept(rows) {
            let witness = Witness {
                project,
                kind: EvidenceKind::Import,
                release: None,
                source: source.1,
                field: rows.iter().find_map(|row| row.field.as_deref()),
                entries: &[],
                links: &[],
                before: &none,
                words: self.words(),
            };
            let rows = with_usage_on_one_side(&rows);
            let group = group(&rows);
            let concept = match write.source_concept(source.0, &name).await? {
                Some(concept) => concept,
                None => {
                    let concept = place(write, &group, &witness, source.0, name.starts_with('#')).await?;
                    write.remember_source_concept(source.0, &name, concept).await?;
                    concept
                }
            };
            attach_to(write, concept, &group, &witness).await?;
            for note in rows.iter().flat_map(|row| &row.notes) {
                write.add_note(concept, note).await?;
            }
            for ((lang, key), (usage, review)) in stated_usages(&rows) {
                write.state_term(concept, &lang, &key, usage, review).await?;
            }
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
) -> Result<ConceptId, AppError> {
    let mut candidates = Vec::new();
    if let Some(leading) = group.leading() {
        for concept in write.concepts_with_key(witness.project, &leading.lang, &leading.key.exact).await? {
            if !numbered || !write.is_source_concept(source, concept.id).await? {
                candidates.push(concept);
            }
        }
    }
    match choose(group, &candidates, witness.before) {
        Choice::Join(concept) => Ok(concept),
        // A dictionary that lists several senses does so on purpose; only releases and people can conflict.
        Choice::New(_) => Ok(write.insert_concept(witness.project, witness.field, None).await?),
    }
}

/// Whether a row can be used. An entry for look-up needs both languages.
fn is_usable(row: &TermRow, kept: SourceUse) -> bool {
    let named = |lang: &Lang| row.names.iter().any(|name| name.lang == *lang && Key::new(&name.text, lang).is_some());
    match kept {
        SourceUse::Terms => concept_name(row).is_some(),
        SourceUse::Evidence => named(&Lang::JA) && named(&Lang::EN),
    }
}

/// A fingerprint of everything in a row.
fn number(row: &TermRow) -> i64 {
    fingerprint(&format!("{:?}", TermRow { line: 0, ..row.clone() }))
}

/// Groups rows by concept, in the order of the file.
fn by_concept<'a>(rows: &[&'a TermRow]) -> Vec<(String, Vec<&'a TermRow>)> {
    let mut groups: Vec<(String, Vec<&TermRow>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let Some(name) = concept_name(row) else { continue };
        let place = *places.entry(name.clone()).or_insert_with(|| {
            groups.push((name, Vec::new()));
            groups.len() - 1
        });
        if let Some((_, rows)) = groups.get_mut(place) {
            rows.push(row);
        }
    }
    groups
}

/// The usage of a pair applies to its English term, or to its Japanese term if the English one was in an earlier row.
fn with_usage_on_one_side(rows: &[&TermRow]) -> Vec<TermRow> {
    let mut english_keys: BTreeSet<String> = BTreeSet::new();
    let mut settled = Vec::with_capacity(rows.len());
    for row in rows {
        let mut row = TermRow::clone(row);
        if row.states_each_name {
            settled.push(row);
            continue;
        }
        let english = row.english().filter(|name| name.usage.is_some());
        let keys: Vec<String> =
            english.filter_map(|name| Key::new(&name.text, &name.lang)).map(|key| key.exact).collect();
        let before = english_keys.len();
        english_keys.extend(keys);
        let fresh = english_keys.len() > before;
        let of_pair: Vec<Usage> = row.english().filter_map(|name| name.usage).collect();
        let is_of_pair = |name: &Name| name.usage.is_some_and(|usage| of_pair.contains(&usage));
        for name in row.names.iter_mut().filter(|name| fresh && name.lang.is_japanese() && is_of_pair(name)) {
            name.usage = None;
        }
        settled.push(row);
    }
    settled
}

fn group(rows: &[TermRow]) -> Group {
    let mut group = Group::default();
    for row in rows {
        let snippet = snippet(row);
        group.claims.extend(row.names.iter().filter_map(|name| claim(row, name, &snippet)));
        for (lang, text) in &row.definitions {
            let defined = ClaimedDefinition { lang: lang.clone(), text: text.clone(), entry: None };
            if !group.definitions.contains(&defined) {
                group.definitions.push(defined);
            }
        }
    }
    group
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
        part_of_speech: name.part_of_speech,
        admitted: second || matches!(kind, TermKind::Abbreviation | TermKind::Variant),
        method: EvidenceMethod::Dictionary,
        confidence: name.confidence.or(row.confidence).unwrap_or(DICTIONARY),
        span: None,
        snippet: Some(snippet.to_owned()),
        entry: None,
        link: None,
    })
}

/// The row in one line: `量子もつれ = quantum entanglement (note)`. Every name of the row gets it as evidence, so of many names
/// only the first are listed.
fn snippet(row: &TermRow) -> String {
    let ja = listed(row.japanese().map(|name| name.text.as_str()));
    let en = listed(row.english().map(|name| name.text.as_str()));
    let note = row.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
    match (ja.is_empty(), en.is_empty()) {
        (false, false) => format!("{ja} = {en}{note}"),
        _ => format!("{ja}{en}{note}"),
    }
}

/// Names separated by semicolons, with an ellipsis where there are more.
fn listed<'a>(mut names: impl Iterator<Item = &'a str>) -> String {
    let first: Vec<&str> = names.by_ref().take(QUOTED_NAMES).collect();
    let more = if names.next().is_some() { "; …" } else { "" };
    format!("{}{more}", first.join("; "))
}

/// Usage and review state that the file states for each name, by language and key. The first usage counts; a name
/// approved in one pair is approved.
type StatedUsages = BTreeMap<(Lang, String), (Option<Usage>, Option<Review>)>;

fn stated_usages(rows: &[TermRow]) -> StatedUsages {
    let mut usages = StatedUsages::new();
    let mut with_usage = BTreeSet::new();
    for name in rows.iter().flat_map(|row| &row.names) {
        let Some(key) = Key::new(&name.text, &name.lang) else { continue };
        let key = (name.lang.clone(), key.exact);
        let usage_and_review = usages.entry(key.clone()).or_default();
        if name.usage.is_some() && with_usage.insert(key) {
            // The first name of a row is preferred anyway, so `preferred` matters only for an abbreviation or a variant.
            let is_second = matches!(name.kind, TermKind::Abbreviation | TermKind::Variant);
            usage_and_review.0 = name.usage.filter(|usage| *usage != Usage::Preferred || is_second);
        }
        // The difference between candidate and suggested depends on the evidence.
        match name.review {
            Some(Review::Approved) => usage_and_review.1 = name.review,
            Some(Review::Rejected) => usage_and_review.1 = usage_and_review.1.or(name.review),
            Some(Review::Candidate | Review::Suggested) | None => {}
        }
    }
    usages.retain(|_, (usage, review)| usage.is_some() || review.is_some());
    usages
}

async fn insert_dictionary_entry(write: &mut Write, source: SourceId, row: &TermRow) -> Result<(), AppError> {
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
    write.insert_dictionary_entry(source, &entry).await?;
    Ok(())
}

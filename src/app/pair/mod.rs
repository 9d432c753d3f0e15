//! Pairs a Japanese release with its English version: their aligned sentences go into the memory, and the entries of their
//! glossaries that belong together become links.
//!
//! [`languages`] says which release is the Japanese one, [`comparison`] aligns the two, [`glossaries`] makes the links.

mod comparison;
mod glossaries;
mod languages;

use std::collections::{BTreeMap, BTreeSet};

use super::ingest::storage::Again;
use super::ingest::{Outcome, Status};
use super::{AppError, Service};
use crate::app::bilingual::{AlignedSegment, in_order};
use crate::app::blocking::blocking;
use crate::extract::language_in_name;
use crate::model::{Entry, Lang, Link, Method, Provenance, ReleaseId, Review, Span};
use crate::store::{NewSegment, ReleaseHead, StoredRelease};
use crate::text::key::Key;
use comparison::Comparison;

/// The result of pairing two releases.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleasePairing {
    /// Name of the Japanese release.
    pub ja: String,
    /// Name of the English release.
    pub en: String,
    /// Whether they are translations of each other. If not, nothing is stored.
    pub same: bool,
    /// Share of words in common over the English text, 0 to 1.
    pub common: f64,
    /// Segments added.
    pub segments: usize,
    /// Segments the two have, those that were stored before included.
    pub aligned: usize,
    /// Pairs of entries of their glossaries.
    pub entries: usize,
    /// If they are not translations of each other, where they part.
    pub parting: Option<String>,
}

/// A stored release with its glossary.
#[derive(Debug)]
struct StoredText {
    /// The release.
    stored: StoredRelease,
    /// The entries of its glossary.
    entries: Vec<Entry>,
    /// The marks of its notes, in order, none inside another.
    marks: Vec<Span>,
}

impl Service {
    /// Aligns two releases. The segments belong to the Japanese one, and their `document` names both. Segments that a person
    /// has reviewed are left unchanged; others that an earlier pairing of the two found are replaced.
    ///
    /// # Errors
    /// `not_found`; `invalid_request` unless exactly one of them is Japanese; database errors.
    pub async fn pair(&self, one: ReleaseId, other: ReleaseId, now: &str) -> Result<ReleasePairing, AppError> {
        let unusable = |problem: &str| AppError::InvalidRequest { field: "pair", problem: problem.to_owned() };
        if one == other {
            return Err(unusable("it needs two releases, one in each language"));
        }
        self.learn().await?;
        let (one, other) = (self.stored_text(one).await?, self.stored_text(other).await?);
        if one.stored.head.project_id != other.stored.head.project_id {
            return Err(unusable(
                "the two releases are in different projects; read one of them into the project of the other",
            ));
        }
        let service = self.clone();
        let compared =
            blocking("aligning", move || Comparison::of(one, other, &service.translation_table(), service.words()))
                .await?;
        let found = compared.map_err(|problem| AppError::InvalidRequest { field: "pair", problem })?;
        let mut paired = ReleasePairing {
            ja: found.ja.stored.head.source.name.clone(),
            en: found.en.stored.head.source.name.clone(),
            same: found.aligned.is_version(),
            common: found.aligned.common,
            segments: 0,
            aligned: found.aligned.segments.len(),
            entries: found.entries.ja.len(),
            parting: None,
        };
        if !paired.same {
            (paired.entries, paired.parting) = (0, Some(found.parting()));
            return Ok(paired);
        }
        paired.segments = self.store_segments(&found.ja.stored.head, &paired, &found.aligned.segments, now).await?;
        // The Japanese release first: its concepts are those that the English terms join.
        // It is linked again whenever it has new sentence pairs, in which the English of its heads may be.
        self.store_entry_pairs(found.ja, found.entries.ja, paired.segments > 0, now).await?;
        self.store_entry_pairs(found.en, found.entries.en, false, now).await?;
        Ok(paired)
    }

    /// Pairs two documents that were just ingested. If they are no pair, those that this ingest added are deleted again.
    ///
    /// # Errors
    /// `invalid_request` unless they are one release in Japanese and in English; database errors.
    pub async fn pair_ingested(
        &self,
        (one, other): (&Outcome, &Outcome),
        now: &str,
    ) -> Result<Option<ReleasePairing>, AppError> {
        let (Some(first), Some(second)) = (one.release_id, other.release_id) else { return Ok(None) };
        let refusal = match self.pair(first, second, now).await {
            Ok(paired) if paired.same => return Ok(Some(paired)),
            Ok(paired) => {
                let problem = format!(
                    "`{}` and `{}` are not translations of each other: {}",
                    paired.ja,
                    paired.en,
                    paired.parting.unwrap_or_default()
                );
                AppError::InvalidRequest { field: "pair", problem }
            }
            Err(error @ AppError::InvalidRequest { .. }) => error,
            Err(error) => return Err(error),
        };
        for outcome in [one, other].into_iter().filter(|outcome| outcome.status == Status::Added) {
            if let Some(id) = outcome.release_id {
                self.delete_release(id, "ingest", now).await?;
            }
        }
        Err(refusal)
    }

    async fn stored_text(&self, id: ReleaseId) -> Result<StoredText, AppError> {
        let stored = self.store().release(id).await?;
        let entries = self.store().entries_of(id).await?.into_iter().map(|stored| stored.entry).collect();
        let marks: Vec<Span> = self.store().references_of(id).await?.into_iter().map(|stored| stored.span).collect();
        Ok(StoredText { stored, entries, marks: in_order(marks) })
    }

    /// Stores the sentence pairs of two releases, in the place of those of an earlier pairing.
    async fn store_segments(
        &self,
        ja: &ReleaseHead,
        paired: &ReleasePairing,
        segments: &[AlignedSegment],
        now: &str,
    ) -> Result<usize, AppError> {
        let document = format!("{} = {}", paired.ja, paired.en);
        let provenance = Provenance { document: Some(document.clone()), ..Provenance::of_release() };
        let is_open = |review: Review| matches!(review, Review::Candidate | Review::Suggested);
        let (mut kept, mut stale) = (BTreeSet::new(), Vec::new());
        for stored in self.store().segments_of(ja.id).await? {
            let same = |new: &&AlignedSegment| new.segment == stored.segment && new.review == stored.review;
            let is_ours = stored.provenance.document.as_deref() == Some(&document) && is_open(stored.review);
            if is_ours && !segments.iter().any(|new| same(&new)) {
                stale.push(stored.id);
            } else {
                kept.insert((stored.segment.source, stored.segment.target));
            }
        }
        let is_new = |new: &&AlignedSegment| !kept.contains(&(new.segment.source.clone(), new.segment.target.clone()));
        let fresh: Vec<(&AlignedSegment, Option<Key>)> =
            segments.iter().filter(is_new).map(|new| (new, Key::new(&new.segment.source, &Lang::JA))).collect();
        let rows: Vec<NewSegment<'_>> = fresh
            .iter()
            .map(|(new, key)| NewSegment {
                segment: &new.segment,
                source_key: key.as_ref().map_or("", |key| key.exact.as_str()),
                review: new.review,
                provenance: &provenance,
            })
            .collect();
        let mut write = self.store().write("ingest", now).await?;
        for id in stale {
            write.delete_segment(id).await?;
        }
        let added = write.insert_segments(ja.project_id, Some(ja.id), &rows).await?.len();
        write.commit().await?;
        Ok(added)
    }

    /// Stores the links of paired entries in one of the two releases, in the place of those it has.
    async fn store_entry_pairs(
        &self,
        text: StoredText,
        links: Vec<Link>,
        has_segments: bool,
        now: &str,
    ) -> Result<(), AppError> {
        let head = &text.stored.head;
        let before = self.store().links_of(head.id).await?;
        let is_plain = links.is_empty() && before.iter().all(|stored| stored.link.method != Method::PairedEntry);
        if is_plain && (!has_segments || text.entries.is_empty()) {
            return Ok(());
        }
        let projects = self.store().projects().await?;
        let Some(project) = projects.into_iter().find(|project| project.id == head.project_id) else { return Ok(()) };
        self.link_stored(&project.name, text.stored, Some(links), Again::IfChanged, now).await?;
        Ok(())
    }

    /// Pairs the ingested releases whose file names differ only in a language mark, and, of the rest, those with the
    /// same DOI.
    ///
    /// # Errors
    /// Database errors.
    pub async fn pair_namesakes(&self, outcomes: &[Outcome], now: &str) -> Result<Vec<ReleasePairing>, AppError> {
        let mut named: BTreeMap<String, Vec<(Lang, ReleaseId)>> = BTreeMap::new();
        for outcome in outcomes {
            let (Some(id), Some((stem, lang))) = (outcome.release_id, language_in_name(&outcome.name)) else {
                continue;
            };
            named.entry(stem).or_default().push((lang, id));
        }
        let mut pairs: Vec<(ReleaseId, ReleaseId)> = Vec::new();
        for releases in named.values() {
            if let [(one_lang, one), (other_lang, other)] = releases.as_slice()
                && one_lang != other_lang
            {
                pairs.push((*one, *other));
            }
        }
        let is_paired = |id: &ReleaseId| pairs.iter().any(|(one, other)| one == id || other == id);
        let rest: Vec<ReleaseId> =
            outcomes.iter().filter_map(|outcome| outcome.release_id).filter(|id| !is_paired(id)).collect();
        let named = if rest.is_empty() { Vec::new() } else { self.store().dois(&rest).await? };
        for releases in named.chunk_by(|(one, _), (other, _)| one == other) {
            if let [(_, one), (_, other)] = releases {
                pairs.push((*one, *other));
            }
        }
        let mut paired = Vec::new();
        for (one, other) in &pairs {
            match self.pair(*one, *other, now).await {
                Ok(found) => paired.push(found),
                // The names suggested a pair, but the texts are not in two languages.
                Err(AppError::InvalidRequest { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(paired)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Parts;
    use crate::store::Store;

    const NOW: &str = "2026-11-21T00:00:00Z";
    const JA: &str = "クジラの歌を数える\n\n私たちは2024年5月に北の海で420頭のクジラの声を録音した。声はニューラルネットワークで12種類に分けた。\n\n水温が3度上がると、クジラが歌う時間は20%減った。この方法は他の動物の研究にも使える。\n";
    const EN: &str = "Counting the songs of whales\n\nIn May 2024 we recorded the voices of 420 whales in the northern sea. The voices were divided into 12 types with a neural network.\n\nWhen the water was 3 degrees warmer, the time whales spent singing decreased by 20 percent. This method can also be used to study other animals.\n";
    const OTHER: &str = "A new garden for the city\n\nThe committee meets every week and discusses the budget of the city with great patience. Members are elected by citizens who have lived there for years, and nobody is paid for it.\n";

    #[tokio::test]
    async fn releases_of_one_name_in_two_languages_give_segments_where_they_say_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let service = Service::new(Parts::with_store(Store::open(&folder.path().join("base.db")).await.unwrap()));
        let mut outcomes = Vec::new();
        for (name, text) in [("whale_ja.txt", JA), ("whale_en.txt", EN), ("garden-e.txt", OTHER)] {
            outcomes.push(service.ingest_as("ingest", "p", name, None, text.as_bytes().to_vec(), NOW).await.unwrap());
        }
        assert!(outcomes.iter().all(|outcome| outcome.entries == 0 && outcome.segments == 0), "{outcomes:?}");
        let paired = service.pair_namesakes(&outcomes, NOW).await.unwrap();
        assert_eq!((paired.len(), paired[0].same, paired[0].segments), (1, true, 5), "the title too: {paired:?}");
        let ja = outcomes[0].release_id.unwrap();
        let segments = service.store().segments_of(ja).await.unwrap();
        assert!(
            segments
                .iter()
                .all(|segments| segments.provenance.document.as_deref() == Some("whale_ja.txt = whale_en.txt")
                    && segments.segment.confidence >= 0.6)
        );
        assert_eq!(
            service.pair_namesakes(&outcomes, NOW).await.unwrap()[0].segments,
            0,
            "what is there stays as it is"
        );
        let strange = service.pair(ja, outcomes[2].release_id.unwrap(), NOW).await.unwrap();
        assert!(!strange.same && strange.segments == 0, "{strange:?}");
        assert_eq!(service.pair(ja, ja, NOW).await.unwrap_err().code(), "invalid_request");
        // Linking again, or reading the Japanese release again, takes nothing of it away; deleting it does.
        service.relink("p", NOW, |_| {}).await.unwrap();
        assert_eq!(service.store().segments_of(ja).await.unwrap().len(), 5);
        service.delete_release(ja, "somebody", NOW).await.unwrap();
        assert_eq!(service.store().segment_count().await.unwrap(), 0);
    }

    #[tokio::test]
    async fn paired_glossaries_give_links_with_a_proof_in_both_releases() {
        let folder = tempfile::tempdir().unwrap();
        let service = Service::new(Parts::with_store(Store::open(&folder.path().join("base.db")).await.unwrap()));
        let page = |text: &str, heading: &str, list: [(&str, &str, &str); 3]| {
            let paragraphs: String = text.split("\n\n").map(|part| format!("<p>{part}</p>")).collect();
            let list: String = list
                .iter()
                .map(|(id, term, definition)| format!("<dt id={id}>{term}</dt><dd>{definition}</dd>"))
                .collect();
            format!("<!doctype html><html><body>{paragraphs}<h2>{heading}</h2><dl>{list}</dl></body></html>")
        };
        let ja = [
            ("song", "歌", "同じ順に続く声。"),
            ("buoy", "ソノブイ", "海の音を測る浮き。"),
            ("net", "畳み込み", "画像を小さな窓で読む計算。"),
        ];
        let en = [
            ("buoy", "Sonobuoy", "A float that measures sounds of the sea."),
            ("net", "Convolution", "A calculation that reads an image through a small window."),
            ("song", "Song", "Voices in one order."),
        ];
        let mut outcomes = Vec::new();
        for (name, page) in [("whale_ja.html", page(JA, "用語解説", ja)), ("whale_en.html", page(EN, "Glossary", en))]
        {
            outcomes.push(service.ingest_as("ingest", "p", name, None, page.into_bytes(), NOW).await.unwrap());
        }
        let paired = service.pair_namesakes(&outcomes, NOW).await.unwrap();
        assert_eq!((paired.len(), paired[0].same, paired[0].entries), (1, true, 3), "{paired:?}");
        let links = async |outcome: &Outcome| -> Vec<(String, String)> {
            let id = outcome.release_id.unwrap();
            let text = service.store().release(id).await.unwrap().release.text;
            let links = service.store().links_of(id).await.unwrap().into_iter().map(|stored| stored.link);
            let paired = links.filter(|link| link.method == Method::PairedEntry);
            paired.map(|link| (format!("{} = {}", link.ja, link.en), link.span.of(&text).to_owned())).collect()
        };
        let want = |side: [&str; 3], order: [&str; 3]| -> Vec<(String, String)> {
            order.iter().zip(side).map(|(pair, place)| ((*pair).to_owned(), place.to_owned())).collect()
        };
        // The English release has the word with a small letter in a sentence.
        let pairs = ["歌 = song", "ソノブイ = Sonobuoy", "畳み込み = Convolution"];
        assert_eq!(links(&outcomes[0]).await, want(["歌", "ソノブイ", "畳み込み"], pairs));
        let of_english = links(&outcomes[1]).await;
        assert!(of_english.contains(&(pairs[1].to_owned(), "Sonobuoy".to_owned())) && of_english.len() == 3);
        // Both entries are one concept, with both definitions, and read again both keep their links.
        service.relink("p", NOW, |_| {}).await.unwrap();
        assert_eq!(links(&outcomes[0]).await.len() + links(&outcomes[1]).await.len(), 6);
        let store = service.store();
        let project = store.project("p").await.unwrap().unwrap().id;
        let mut write = store.write("test", NOW).await.unwrap();
        let concepts = write.concepts_with_key(project, &Lang::JA, "ソノブイ").await.unwrap();
        write.rollback();
        assert_eq!(concepts.len(), 1, "{concepts:?}");
        assert_eq!(concepts[0].definitions.len(), 2, "{concepts:?}");
        let english = concepts[0].terms.iter().find(|term| term.lang == Lang::EN).unwrap();
        assert!(english.text == "Sonobuoy" && english.review == Review::Suggested && english.confidence <= 0.97);
        assert!(english.evidence.iter().filter(|one| one.method == Method::PairedEntry.into()).count() == 2);
        // What rests on the English release goes with it, at once.
        service.delete_release(outcomes[1].release_id.unwrap(), "somebody", NOW).await.unwrap();
        assert!(links(&outcomes[0]).await.is_empty());
        assert!(store.segments_of(outcomes[0].release_id.unwrap()).await.unwrap().is_empty());
        let mut write = store.write("test", NOW).await.unwrap();
        let concepts = write.concepts_with_key(project, &Lang::JA, "ソノブイ").await.unwrap();
        write.rollback();
        assert!(concepts.iter().all(|one| one.terms.iter().all(|term| term.lang == Lang::JA)), "{concepts:?}");
    }

    #[tokio::test]
    async fn two_files_that_are_no_pair_leave_nothing_behind_but_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let service = Service::new(Parts::with_store(Store::open(&folder.path().join("base.db")).await.unwrap()));
        let ingest = async |name: &str, text: &str| {
            service.ingest_as("ingest", "p", name, None, text.as_bytes().to_vec(), NOW).await.unwrap()
        };
        let (ja, other) = (ingest("whale_ja.txt", JA).await, ingest("garden.txt", OTHER).await);
        let error = service.pair_ingested((&ja, &other), NOW).await.unwrap_err();
        assert_eq!(error.code(), "invalid_request");
        assert!(error.to_string().contains("they part at “クジラの歌を数える”"), "{error}");
        assert!(service.releases(Some("p"), None, 10, &Default::default()).await.unwrap().is_empty());
        let stays = ingest("whale_ja.txt", JA).await;
        let again = ingest("whale_ja.txt", JA).await;
        let both = format!("{JA}\n海は広い。\n");
        let error = service.pair_ingested((&again, &ingest("both_ja.txt", &both).await), NOW).await.unwrap_err();
        assert!(error.to_string().contains("both are in Japanese"), "{error}");
        let left = service.releases(Some("p"), None, 10, &Default::default()).await.unwrap();
        assert_eq!(left.iter().map(|head| Some(head.id)).collect::<Vec<_>>(), [stays.release_id]);
    }

    #[tokio::test]
    async fn releases_of_one_doi_in_two_languages_are_paired_whatever_their_names() {
        let folder = tempfile::tempdir().unwrap();
        let service = Service::new(Parts::with_store(Store::open(&folder.path().join("base.db")).await.unwrap()));
        let mut outcomes = Vec::new();
        for (name, text, doi) in [
            ("プレスリリース.txt", JA, "論文情報\nDOI：10.5555/whale\n"),
            ("press.txt", EN, "DOI: 10.5555/whale\n"),
            ("garden.txt", OTHER, "DOI: 10.5555/garden\n"),
        ] {
            let bytes = format!("{text}\n{doi}").into_bytes();
            outcomes.push(service.ingest_as("ingest", "p", name, None, bytes, NOW).await.unwrap());
        }
        let paired = service.pair_namesakes(&outcomes, NOW).await.unwrap();
        assert_eq!((paired.len(), paired[0].same, paired[0].segments), (1, true, 5), "{paired:?}");
    }
}

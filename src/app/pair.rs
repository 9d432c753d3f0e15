//! Pairs a Japanese release with its English version and adds their aligned sentences to the memory.

use std::collections::BTreeMap;

use super::bilingual::align_texts;
use super::ingest::Outcome;
use super::{AppError, Service};
use crate::app::blocking::blocking;
use crate::extract::{Sentence, language_in_name, running_text};
use crate::model::{Lang, Provenance, ReleaseId, Review};
use crate::store::NewSegment;
use crate::text::chars::is_japanese_letter;
use crate::text::key::Key;

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
}

impl Service {
    /// Aligns two releases. The segments belong to the Japanese one, and their `document` names both. Segments that
    /// exist already, or that a person has reviewed, are left unchanged.
    ///
    /// # Errors
    /// `not_found`; `invalid_request` unless exactly one of them is Japanese; database errors.
    pub async fn pair(&self, one: ReleaseId, other: ReleaseId, now: &str) -> Result<ReleasePairing, AppError> {
        self.learn().await?;
        let (one, other) = (self.store().release(one).await?, self.store().release(other).await?);
        let japanese = |text: &str| text.chars().filter(|c| is_japanese_letter(*c)).count() * 4 > text.chars().count();
        let (ja, en) = match (japanese(&one.release.text), japanese(&other.release.text)) {
            (true, false) => (one, other),
            (false, true) => (other, one),
            _ => {
                let problem = "one release must be in Japanese and the other in English".to_owned();
                return Err(AppError::InvalidRequest { field: "pair", problem });
            }
        };
        let (service, texts) = (self.clone(), (ja.release, en.release));
        let found = blocking("aligning", move || {
            let text = |all: Vec<Sentence>| all.into_iter().map(|sentence| sentence.text).collect::<Vec<String>>();
            let (ja, en) = (text(running_text(&texts.0, &Lang::JA)), text(running_text(&texts.1, &Lang::EN)));
            align_texts(&ja, &en, &service.translation_table(), service.words())
        })
        .await?;
        let (ja, en) = (ja.head, en.head);
        let mut paired = ReleasePairing {
            ja: ja.source.name.clone(),
            en: en.source.name.clone(),
            same: found.is_translation(),
            common: found.common,
            segments: 0,
        };
        if !paired.same {
            return Ok(paired);
        }
        let existing = self.store().segments_of(ja.id).await?;
        let fresh = found.segments.iter().filter(|new| {
            !existing
                .iter()
                .any(|existing| existing.segment.source == new.source && existing.segment.target == new.target)
        });
        let document = Some(format!("{} = {}", paired.ja, paired.en));
        let provenance = Provenance { document, ..Provenance::of_release() };
        let rows: Vec<_> = fresh.map(|segment| (segment, Key::new(&segment.source, &Lang::JA))).collect();
        let rows: Vec<NewSegment<'_>> = rows
            .iter()
            .map(|(segment, key)| NewSegment {
                segment,
                source_key: key.as_ref().map_or("", |key| key.exact.as_str()),
                review: Review::Candidate,
                provenance: &provenance,
            })
            .collect();
        let mut write = self.store().write("ingest", now).await?;
        paired.segments = write.insert_segments(ja.project_id, Some(ja.id), &rows).await?.len();
        write.commit().await?;
        Ok(paired)
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
        assert!(segments.iter().all(|segments| segments.review == Review::Candidate
            && segments.provenance.document.as_deref() == Some("whale_ja.txt = whale_en.txt")
            && segments.segment.confidence >= 0.6));
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

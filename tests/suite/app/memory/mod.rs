//! The memory asked through its concordance: every write is seen, no file is trusted that should not be, and what is
//! found is what stands there.

mod crowd;
mod facts;
mod files;
mod paging;
mod writes;

use std::path::Path;
use std::time::Duration;

use taiyaku::app::Service;
use taiyaku::app::concordance::{Concordance, ConcordanceQuery};
use taiyaku::model::{Lang, Provenance, Review, Segment, SegmentId};
use taiyaku::store::{NewSegment, Store};

use super::{NOW, PROJECT};

/// A service on the base at `path`, made where there is none.
async fn open(path: &Path) -> Service {
    super::on(Store::open(path).await.unwrap(), "")
}

/// A base in a folder of its own.
async fn fresh() -> (tempfile::TempDir, Service) {
    let folder = tempfile::tempdir().unwrap();
    let service = open(&folder.path().join("terms.db")).await;
    (folder, service)
}

/// Closes the base so that everything is in its file.
async fn close(service: Service) {
    service.store().close().await;
}

/// Japanese texts with their English, put in as an import does.
async fn remember<T: AsRef<str>>(service: &Service, project: &str, pairs: &[(T, T)]) -> Vec<SegmentId> {
    let segments: Vec<Segment> = pairs.iter().map(|(ja, en)| pair(ja.as_ref(), en.as_ref())).collect();
    let provenance = Provenance::of("memory.tmx");
    let new: Vec<NewSegment<'_>> = segments
        .iter()
        .map(|segment| NewSegment {
            segment,
            source_key: &segment.source,
            review: Review::Suggested,
            provenance: &provenance,
        })
        .collect();
    let mut write = service.store().write("import", NOW).await.unwrap();
    let project = write.ensure_project(project).await.unwrap();
    let ids = write.insert_segments(project, None, &new).await.unwrap();
    write.commit().await.unwrap();
    ids
}

fn pair(ja: &str, en: &str) -> Segment {
    let (source_lang, target_lang) = (Lang::JA, Lang::EN);
    Segment { source_lang, target_lang, source: ja.to_owned(), target: en.to_owned(), confidence: 0.9 }
}

async fn decide(service: &Service, id: SegmentId, review: Review, target: Option<&str>) {
    let mut write = service.store().write("somebody", NOW).await.unwrap();
    write.decide_segment(id, review, target).await.unwrap();
    write.commit().await.unwrap();
}

/// A question about all projects and both sides.
fn about(text: &str) -> ConcordanceQuery {
    ConcordanceQuery {
        text: text.to_owned(),
        lang: None,
        projects: Vec::new(),
        words: false,
        before: None,
        limit: 50,
        budget: Duration::from_secs(120),
    }
}

/// The answer to a question, which must be a whole one.
async fn concordance_of(service: &Service, query: &ConcordanceQuery) -> Concordance {
    let found = service.concordance(query).await.unwrap();
    assert!(found.complete, "{query:?}");
    found
}

/// The segments that hold a text, the newest first.
async fn holding(service: &Service, text: &str) -> Vec<SegmentId> {
    let found = concordance_of(service, &about(text)).await;
    found.occurrences.iter().map(|occurrence| occurrence.segment.id).collect()
}

/// A release whose two titles make a segment.
fn titled(ja: &str, en: &str) -> Vec<u8> {
    format!("新しい発表\n\n論文情報\n論文タイトル：{en}\n（和訳：{ja}）\n掲載誌：Journal of Sleep\n").into_bytes()
}

//! `releases show`: one release with its facts, entries, links and doubts.

use crate::answer::ReleaseAnswer;
use crate::app::releases::{ReleaseDetails, ReleaseHead, StoredEntry, StoredLink};
use crate::app::{AppError, Service};
use crate::cli::exit::Exit;
use crate::cli::paint::Paint;
use crate::cli::table::{self, counted, fitted, plain};
use crate::cli::{Context, json_line};
use crate::model::{MetadataField, ReleaseId};

/// The most columns of a term in the table of links.
const TERM_COLUMNS: usize = 26;

pub(super) async fn run(context: &Context, service: &Service, id: ReleaseId, text: bool) -> Result<Exit, AppError> {
    let details = service.release(id).await?;
    if context.json {
        json_line(&ReleaseAnswer::new(details, text))?;
        return Ok(Exit::Ok);
    }
    let paint = Paint::stdout();
    let ReleaseDetails { release, entries, links, segments, .. } = &details;
    let mut lines = facts(&release.head, paint);
    let count = |number: usize, noun| counted(number, noun);
    lines.push(format!(
        "{}, {}, {}, {}",
        count(entries.len(), "entry"),
        count(links.len(), "link"),
        count(segments.len(), "segment"),
        count(release.head.doubts.len(), "doubt"),
    ));
    for entry in entries {
        lines.extend(entry_lines(entry, paint));
    }
    if !links.is_empty() {
        let mut rows = vec![["link", "Japanese", "English", "confidence", "by"].map(str::to_owned).to_vec()];
        rows.extend(links.iter().map(link_row));
        lines.push(String::new());
        lines.extend(table::aligned(&rows, &[0, 3], &[]));
    }
    if !release.head.doubts.is_empty() {
        lines.push(String::new());
        lines.extend(
            release.head.doubts.iter().map(|doubt| format!("doubt {}: {}", plain(&doubt.code), plain(&doubt.message))),
        );
    }
    if text {
        lines.push(String::new());
        lines.extend(release.release.text.lines().map(plain));
    }
    table::lines(&lines)?;
    Ok(Exit::Ok)
}

fn facts(head: &ReleaseHead, paint: Paint) -> Vec<String> {
    let name = format!("Release {}: {}", head.id, plain(&head.source.name));
    let facts = &head.metadata;
    let read = format!("{} as {} ({})", head.ingested_at, head.source.media.as_str(), plain(&head.source.engine));
    let stated = [
        ("title", facts.title_ja.as_ref(), MetadataField::TitleJa),
        ("English title", facts.title_en.as_ref(), MetadataField::TitleEn),
        ("institution", facts.institution.as_ref(), MetadataField::Institution),
        ("date", facts.date.as_ref(), MetadataField::Date),
        ("journal", facts.journal.as_ref(), MetadataField::Journal),
        ("paper", facts.paper_title_en.as_ref(), MetadataField::PaperTitleEn),
        ("paper in Japanese", facts.paper_title_ja.as_ref(), MetadataField::PaperTitleJa),
        ("DOI", facts.doi.as_ref(), MetadataField::Doi),
    ];
    let proven = stated.into_iter().filter_map(|(name, value, field)| {
        let proof = facts.evidence.iter().find(|proof| proof.field == field);
        let by = proof.map(|proof| format!(" (by {})", proof.sign.as_str())).unwrap_or_default();
        Some((name, format!("{}{by}", plain(value?))))
    });
    let known = [
        ("project", Some(plain(&head.project))),
        ("from", head.source.url.as_deref().map(plain)),
        ("read", Some(plain(&read))),
    ];
    let known = known.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let rows: Vec<Vec<String>> = proven.chain(known).map(|(name, value)| vec![format!("  {name}"), value]).collect();
    let mut lines = vec![paint.bold(&name)];
    lines.extend(table::aligned(&rows, &[], &[0, 1]));
    lines
}

fn entry_lines(entry: &StoredEntry, paint: Paint) -> [String; 3] {
    let marker = entry.entry.marker.as_ref().map(|marker| format!("{} ", plain(&marker.printed))).unwrap_or_default();
    [
        String::new(),
        format!("{marker}{}", paint.bold(&plain(&entry.entry.head))),
        format!("    {}", plain(&entry.entry.definition)),
    ]
}

fn link_row(link: &StoredLink) -> Vec<String> {
    vec![
        link.id.to_string(),
        fitted(&link.link.ja, TERM_COLUMNS),
        fitted(&link.link.en, TERM_COLUMNS),
        format!("{:.2}", link.link.confidence),
        link.link.method.as_str().to_owned(),
    ]
}

//! `review list`: lists open terms with the evidence needed to decide on them.

use super::arguments::{Filter, List};
use crate::answer::ReviewPageAnswer;
use crate::app::review::{QueueCursor, ReviewItem, ReviewQuery, Standing};
use crate::app::{AppError, Service};
use crate::cli::exit::Exit;
use crate::cli::paint::Paint;
use crate::cli::table::{self, plain, shortened};
use crate::cli::{Context, json_line};
use crate::model::Review;

/// How many pieces of evidence are printed for one term.
const EVIDENCE: usize = 2;

/// The longest piece of evidence printed, in characters.
const LONGEST: usize = 80;

pub(super) async fn run(context: &Context, service: &Service, options: &List) -> Result<Exit, AppError> {
    let mut query = query(context, service, &options.filter).await?;
    query.limit = options.limit;
    query.after = options.after.as_deref().map(QueueCursor::parse).transpose()?;
    let page = service.review_queue(&query).await?;
    let exit = if page.items.is_empty() { Exit::NothingFound } else { Exit::Ok };
    if context.json {
        json_line(&ReviewPageAnswer::from(page))?;
    } else if page.items.is_empty() {
        table::lines(&[format!("No open terms in project `{}`.", plain(&context.config.project))])?;
    } else {
        let paint = Paint::stdout();
        let heads = ["term", "Japanese", "English", "", "standing", "releases", "concept"];
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        rows.extend(page.items.iter().map(row));
        let mut aligned = table::aligned(&rows, &[0, 3, 5, 6], &[]).into_iter();
        let mut lines: Vec<String> = aligned.next().map(|head| paint.faint(&head)).into_iter().collect();
        for (line, item) in aligned.zip(&page.items) {
            lines.push(line);
            let details = details(item).into_iter().flat_map(|line| table::wrapped(&line, "        "));
            lines.extend(details.map(|line| paint.faint(&line)));
        }
        if let Some(next) = page.next {
            lines.push(format!("More: `{}`", context.command(&format!("review list --after {next}"))));
        }
        table::lines(&lines)?;
    }
    Ok(exit)
}

/// The query for the open terms of the project.
pub(super) async fn query(context: &Context, service: &Service, filter: &Filter) -> Result<ReviewQuery, AppError> {
    let release = match &filter.release {
        Some(release) => Some(service.referenced_release(context.project()?, release).await?),
        None => None,
    };
    let standing = filter.status.as_deref().map(|word| {
        Standing::from_word(word).ok_or_else(|| AppError::InvalidRequest {
            field: "status",
            problem: format!("`{word}` is not a standing; use `suggested_strong`, `suggested` or `candidate`"),
        })
    });
    Ok(ReviewQuery {
        projects: context.projects(),
        field: filter.field.clone(),
        release,
        lang: Some(filter.lang.clone()),
        standing: standing.transpose()?,
        ..ReviewQuery::default()
    })
}

fn row(item: &ReviewItem) -> Vec<String> {
    let concept = &item.concept;
    // The other side of a pair is never a term that was rejected.
    let is_offered = |term: &crate::model::Term| term.id != item.term.id && term.review != Review::Rejected;
    let japanese = concept.terms.iter().find(|term| term.lang.is_japanese() && is_offered(term));
    let english = concept.terms.iter().find(|term| term.lang.is_english() && is_offered(term));
    let (ja, en) =
        if item.term.lang.is_japanese() { (Some(&item.term), english) } else { (japanese, Some(&item.term)) };
    let text = |term: Option<&crate::model::Term>| term.map_or_else(|| "-".to_owned(), |term| plain(&term.text));
    vec![
        item.term.id.to_string(),
        text(ja),
        text(en),
        format!("{:.2}", item.term.confidence),
        item.standing.as_str().to_owned(),
        item.releases.to_string(),
        concept.id.to_string(),
    ]
}

fn details(item: &ReviewItem) -> Vec<String> {
    let mut lines = Vec::new();
    for evidence in item.term.evidence.iter().take(EVIDENCE) {
        let snippet =
            evidence.snippet.as_deref().map(|snippet| format!(": {}", shortened(snippet, LONGEST))).unwrap_or_default();
        let release = evidence.release_id.map(|id| format!(" in release {id}")).unwrap_or_default();
        lines.push(format!("      by {}{release} {}{snippet}", evidence.method, plain(&evidence.source)));
    }
    let others = item
        .concept
        .terms
        .iter()
        .filter(|term| term.id != item.term.id && term.lang == item.term.lang && term.review != Review::Rejected);
    let others: Vec<String> = others.map(|term| format!("{} {}", term.id, plain(&term.text))).collect();
    if !others.is_empty() {
        lines.push(format!("      also in this concept: {}", others.join(", ")));
    }
    for rival in &item.rivals {
        lines.push(format!(
            "      in another concept: {} {} (concept {})",
            rival.term_id,
            plain(&rival.text),
            rival.concept_id
        ));
    }
    for conflict in &item.concept.conflicts {
        lines.push(format!(
            "      ! conflicts with concept {}: {}",
            conflict.other,
            shortened(&conflict.reason, LONGEST)
        ));
    }
    if let Some(release) = item.scope_release_id {
        lines.push(format!("      only in release {release}"));
    }
    for note in &item.notes {
        lines.push(format!("      note by {}: {}", plain(&note.actor), shortened(&note.text, LONGEST)));
    }
    lines
}

//! `suggest TEXT`: a segment in; what the memory and the term base offer for it, and why, out.

use std::time::Duration;

use super::arguments::Suggest;
use super::exit::Exit;
use super::paint::Paint;
use super::table::{self, plain};
use super::{Context, json_line};
use crate::app::assist::{AssistQuery, AssistText, EditKind, FoundTerm, MemoryMatch, Suggestion, language_of};
use crate::app::{AppError, Service};
use crate::model::{Lang, Span};

/// How long looking may take: nobody is waiting behind.
const BUDGET: Duration = Duration::from_secs(60);

pub(super) async fn run(context: &Context, service: &Service, command: &Suggest) -> Result<Exit, AppError> {
    super::memory::prepare(context, service).await?;
    let text = command.text.join(" ");
    let (source_lang, target_lang) = languages(command, &text)?;
    let asked =
        AssistText { text: text.clone(), previous: command.previous.clone(), next: command.next.clone(), unit: None };
    let query = AssistQuery {
        projects: vec![context.config.project.clone()],
        field: command.field.clone(),
        limit: command.limit,
        floor: command.min_score,
        budget: BUDGET,
        ..AssistQuery::new(vec![asked], source_lang, target_lang)
    };
    let (_, answer) = service.assist(query).await?;
    let offered = answer.suggestions.into_iter().next().unwrap_or_default();
    let nothing = offered.matches.is_empty() && offered.terms.is_empty();
    if context.json {
        json_line(&offered)?;
    } else {
        table::lines(&shown(&text, &offered, Paint::stdout()))?;
    }
    Ok(if nothing { Exit::NothingFound } else { Exit::Ok })
}

/// The languages as asked; else Japanese into English where the text holds Japanese, and the other way round.
fn languages(command: &Suggest, text: &str) -> Result<(Lang, Lang), AppError> {
    let parse = |field, tag: &Option<String>, usual: Lang| match tag {
        None => Ok(usual),
        Some(tag) => Lang::parse(tag).map_err(|error| AppError::InvalidRequest {
            field,
            problem: error.to_string().trim_end_matches('.').to_owned(),
        }),
    };
    let (from, into) = if language_of(text).is_japanese() { (Lang::JA, Lang::EN) } else { (Lang::EN, Lang::JA) };
    Ok((parse("from", &command.from, from)?, parse("into", &command.into, into)?))
}

fn shown(text: &str, offered: &Suggestion, paint: Paint) -> Vec<String> {
    let mut lines = Vec::new();
    if offered.matches.is_empty() {
        lines.push("No match in the memory.".to_owned());
    }
    for known in &offered.matches {
        show(text, known, paint, &mut lines);
    }
    if !offered.complete {
        lines.push("! Not everything was looked at; there may be better matches.".to_owned());
    }
    let terms: Vec<String> = offered.terms.iter().filter(|term| !term.nested).map(term).collect();
    if !terms.is_empty() {
        lines.push(format!("terms  {}", terms.join("  ·  ")));
    }
    lines
}

/// A match: score and why, what was changed, target, what it would be with numbers and terms put in.
fn show(text: &str, known: &MemoryMatch, paint: Paint, lines: &mut Vec<String>) {
    let likeness = |distance: crate::app::assist::Distance| format!("{:.0}", 100.0 * distance.similarity());
    let parts = format!("characters {} %, words {} %", likeness(known.parts.characters), likeness(known.parts.tokens));
    let head = format!("{:>3}  {}, {parts}", known.score, word(known));
    lines.push(format!("{}  {}", paint.bold(&head), paint.faint(&provenance(known))));
    lines.push(format!("     {}", changes(text, known, paint)));
    lines.push(format!("     {}", plain(&known.target)));
    for penalty in &known.penalties {
        lines.push(paint.faint(&format!("     −{} {}", penalty.points, penalty.reason)));
    }
    if let Some(repaired) = &known.repaired {
        let places: Vec<Span> = repaired.changes.iter().map(|change| change.repaired).collect();
        let mended = table::marked(&repaired.target, &places, |part| paint.bold(&format!("[{part}]")));
        lines.push(format!("   ~ {mended}  (mended, {})", repaired.score));
    }
}

/// The segment asked about as it differs from what is remembered: `{+new+}`, `[-gone-]`.
fn changes(text: &str, known: &MemoryMatch, paint: Paint) -> String {
    let mut line = String::new();
    for edit in &known.diff {
        let (gone, new) = (plain(edit.source.of(&known.source)), plain(edit.query.of(text)));
        match edit.kind {
            EditKind::Equal => line.push_str(&new),
            _ => {
                if !gone.is_empty() {
                    line.push_str(&paint.removed(&format!("[-{gone}-]")));
                }
                if !new.is_empty() {
                    line.push_str(&paint.added(&format!("{{+{new}+}}")));
                }
            }
        }
    }
    line
}

fn word(known: &MemoryMatch) -> &'static str {
    use crate::app::assist::MatchClass;
    match known.class {
        MatchClass::Context => "in context",
        MatchClass::Exact => "exact",
        MatchClass::Form => "same but for form",
        MatchClass::Placeables => "same but for numbers",
        MatchClass::Fuzzy => "fuzzy",
    }
}

fn provenance(known: &MemoryMatch) -> String {
    let mut said =
        vec![format!("segment {}", known.segment_id), known.review.as_str().to_owned(), plain(&known.origin)];
    said.extend(known.document.as_deref().map(plain));
    said.extend(known.created_at.as_deref().map(|at| at.chars().take(10).collect()));
    if known.reversed {
        said.push("the other way round".to_owned());
    }
    said.join(", ")
}

fn term(found: &FoundTerm) -> String {
    let best = found.translations.first().map_or_else(|| "no English yet".to_owned(), |best| plain(&best.text));
    format!("{} → {best}", plain(&found.text))
}

//! `suggest TEXT..`: suggests translations from the memory and terms from the term base, and explains each score.

use std::time::Duration;

use clap::Args;

use super::exit::Exit;
use super::languages::{direction, language};
use super::paint::Paint;
use super::table::{self, plain};
use super::texts::{heading, texts};
use super::{Context, json_line};
use crate::answer::SuggestionAnswer;
use crate::app::assist::{
    AssistQuery, AssistText, EditKind, MemoryMatch, Suggestion, TermOccurrence, Translation, language_of,
};
use crate::app::{AppError, Service};
use crate::model::{Lang, Span, Usage, with_codes};

/// Time limit for one segment. Generous, because no other request waits for this one.
const BUDGET: Duration = Duration::from_secs(60);

/// The arguments of `suggest`.
#[derive(Debug, Args)]
pub(super) struct Suggest {
    /// Segments, in quotation marks if they contain spaces; `-` reads them from standard input, one per line. With several,
    /// each answer is headed by its segment; `--json` prints all of them in one document, as `POST /v1/suggestions` does
    #[arg(required = true, value_name = "TEXT")]
    texts: Vec<String>,
    /// Language of the segments [default: ja if any contains Japanese, else en]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    from: Option<Lang>,
    /// Language to translate into [default: en from ja, else ja]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    into: Option<Lang>,
    /// The segment before it in the document; for one segment only
    #[arg(long, value_name = "TEXT")]
    previous: Option<String>,
    /// The segment after it in the document; for one segment only
    #[arg(long, value_name = "TEXT")]
    next: Option<String>,
    /// Subject field of the segments
    #[arg(long, value_name = "NAME")]
    field: Option<String>,
    /// Lowest score of a match, 50 to 101
    #[arg(long, value_name = "NUMBER", default_value_t = crate::app::assist::DEFAULT_FLOOR,
        value_parser = clap::value_parser!(u8).range(50..=101))]
    min_score: u8,
    /// Most matches, and most terms, for each segment
    #[arg(long, value_name = "NUMBER", default_value_t = 5, value_parser = crate::cli::item_count::count::<usize>)]
    limit: usize,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Suggest) -> Result<Exit, AppError> {
    let texts = texts(&command.texts)?;
    if texts.len() > 1 && (command.previous.is_some() || command.next.is_some()) {
        let field = if command.previous.is_some() { "previous" } else { "next" };
        let problem = format!("it belongs to one segment, and {} were given", texts.len());
        return Err(AppError::InvalidRequest { field, problem });
    }
    super::memory::prepare(context, service).await?;
    let japanese = texts.iter().any(|text| language_of(text).is_japanese());
    let usual = if japanese { Lang::JA } else { Lang::EN };
    let languages = direction(command.from.as_ref(), command.into.as_ref(), usual)?;
    let segment = |text: &String| AssistText {
        text: text.clone(),
        previous: command.previous.clone(),
        next: command.next.clone(),
        key: None,
        codes: Vec::new(),
    };
    let query = AssistQuery {
        projects: context.projects(),
        field: command.field.clone(),
        limit: command.limit,
        floor: command.min_score,
        budget: BUDGET.saturating_mul(u32::try_from(texts.len()).unwrap_or(u32::MAX)),
        ..AssistQuery::new(texts.iter().map(segment).collect(), languages.source, languages.target)
    };
    let (query, answer) = service.assist(query).await?;
    let found = answer.suggestions.iter().any(|found| !(found.matches.is_empty() && found.terms.is_empty()));
    if context.json {
        let segments = query.texts.iter().map(|text| (None, text));
        json_line(&SuggestionAnswer::new(segments, &answer.suggestions, usize::MAX, answer.revision.get()))?;
    } else {
        for (index, (text, suggestion)) in texts.iter().zip(&answer.suggestions).enumerate() {
            if texts.len() > 1 {
                heading(index, text)?;
            }
            table::lines(&lines(text, suggestion, Paint::stdout()))?;
        }
    }
    Ok(if found { Exit::Ok } else { Exit::NothingFound })
}

fn lines(text: &str, suggestion: &Suggestion, paint: Paint) -> Vec<String> {
    let mut lines = Vec::new();
    if suggestion.matches.is_empty() {
        lines.push("No matches in the memory.".to_owned());
    }
    for found in &suggestion.matches {
        print_match(text, found, paint, &mut lines);
    }
    if !suggestion.complete {
        lines.push("! The search ended early; there may be better matches.".to_owned());
    }
    let terms: Vec<String> = suggestion.terms.iter().filter(|term| !term.nested).map(term).collect();
    if !terms.is_empty() {
        lines.push(format!("terms  {}", terms.join("  ·  ")));
    }
    if suggestion.more_terms > 0 {
        lines.push(format!("       and {} more; raise `--limit` to see them", suggestion.more_terms));
    }
    lines
}

/// A match: its score and reason, the differences, the target, and the target with numbers and terms replaced.
fn print_match(text: &str, found: &MemoryMatch, paint: Paint, lines: &mut Vec<String>) {
    let percent = |distance: crate::app::assist::Distance| format!("{:.0}", 100.0 * distance.similarity());
    let similarity =
        format!("characters {} %, words {} %", percent(found.parts.characters), percent(found.parts.tokens));
    let head = format!("{:>3}  {}, {similarity}", found.score, word(found));
    lines.push(format!("{}  {}", paint.bold(&head), paint.faint(&provenance(found))));
    lines.push(format!("     {}", changes(text, found, paint)));
    let tagged = with_codes(&found.target, &found.provenance.codes.target);
    lines.push(format!("     {}", plain(tagged.as_ref().unwrap_or(&found.target))));
    for penalty in &found.penalties {
        lines.push(paint.faint(&format!("     −{} {}", penalty.points, penalty.reason)));
    }
    if let Some(repaired) = &found.repaired {
        let mut spans: Vec<Span> = repaired.changes.iter().map(|change| change.repaired).collect();
        spans.sort_unstable();
        let adapted = table::marked(&repaired.target, &spans, |part| paint.bold(&format!("[{part}]")));
        lines.push(format!("   ~ {adapted}  (adapted, {})", repaired.score));
    }
}

/// The segment with its differences from the source of the match: `{+inserted+}`, `[-deleted-]`.
fn changes(text: &str, found: &MemoryMatch, paint: Paint) -> String {
    let mut line = String::new();
    for edit in &found.diff {
        let (deleted, inserted) = (plain(edit.source.of(&found.source)), plain(edit.query.of(text)));
        match edit.kind {
            EditKind::Equal => line.push_str(&inserted),
            _ => {
                if !deleted.is_empty() {
                    line.push_str(&paint.deleted(&format!("[-{deleted}-]")));
                }
                if !inserted.is_empty() {
                    line.push_str(&paint.inserted(&format!("{{+{inserted}+}}")));
                }
            }
        }
    }
    line
}

fn word(found: &MemoryMatch) -> &'static str {
    use crate::app::assist::MatchClass;
    match found.class {
        MatchClass::Context => "in context",
        MatchClass::Exact => "exact",
        MatchClass::Form => "same except for form",
        MatchClass::Placeables => "same except for numbers",
        MatchClass::Fuzzy => "fuzzy",
    }
}

fn provenance(found: &MemoryMatch) -> String {
    let mut parts = vec![
        format!("segment {}", found.segment_id),
        found.review.as_str().to_owned(),
        plain(&found.provenance.origin),
    ];
    parts.extend(found.provenance.document.as_deref().map(plain));
    parts.extend(found.provenance.created_at.as_deref().map(|at| at.chars().take(10).collect()));
    if found.reversed {
        parts.push("reversed direction".to_owned());
    }
    parts.join(", ")
}

fn term(found: &TermOccurrence) -> String {
    let is_wrong = |found: &&Translation| matches!(found.usage, Usage::Forbidden | Usage::Deprecated);
    let best = found.translations.iter().find(|found| !is_wrong(found)).map(|best| plain(&best.text));
    let best = best.unwrap_or_else(|| {
        let wrong: Vec<String> = found.translations.iter().map(|found| plain(&found.text)).collect();
        let never = if wrong.is_empty() { String::new() } else { format!(" (not {})", wrong.join(", ")) };
        format!("no translation yet{never}")
    });
    // A variant is followed by the term as the base has it.
    let own = found.concept.terms.iter().find(|term| term.id == found.term_id && term.lang.is_japanese());
    let own = own.filter(|term| term.text != found.text).map(|term| format!(" ({})", plain(&term.text)));
    format!("{}{} → {best}", plain(&found.text), own.unwrap_or_default())
}

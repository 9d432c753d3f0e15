//! Hover: the entry of the term at a position, as Markdown.

use tower_lsp_server::ls_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use super::super::base::{Base, SegmentQuery};
use super::super::session::Session;
use super::is_usable;
use crate::answer::words::{ReadingOriginWord, Word};
use crate::answer::{SuggestedConceptAnswer, TermAnswer, TermOccurrenceAnswer, TranslationAnswer};
use crate::model::{Side, Span};

/// The most concepts to show.
const MOST: usize = 3;
/// The most translations, and the most quotations.
const MOST_LINES: usize = 5;

pub(in crate::lsp) async fn answer(session: &Session, params: HoverParams) -> Option<Hover> {
    let at = params.text_document_position_params;
    let (_, snapshot) = session.snapshot(&at.text_document.uri)?;
    let byte = snapshot.lines.byte(&snapshot.text, at.position);
    let (unit, side, offset) = snapshot.at(byte)?;
    let passage = snapshot.unit(unit)?.passage(side)?;
    if !passage.reaches(byte) {
        return None;
    }
    let scope = snapshot.scope(side, &session.settings.load());
    let text = passage.text().to_owned();
    let suggestion = session.suggestion(&scope, SegmentQuery { text, ..SegmentQuery::default() }, None).await?;
    let here = |found: &&TermOccurrenceAnswer| found.span[0] <= offset && offset <= found.span[1];
    // Of two adjacent terms, the one after the position; of nested terms, both, the longer first.
    let mut terms: Vec<&TermOccurrenceAnswer> = suggestion.terms.iter().filter(here).collect();
    if terms.iter().any(|found| offset < found.span[1]) {
        terms.retain(|found| offset < found.span[1]);
    }
    terms.sort_by_key(|found| std::cmp::Reverse(found.span[1] - found.span[0]));
    let longest = *terms.first()?;
    let base = session.base.load_full()?;
    let languages = format!("{} to {}", scope.source_lang, scope.target_lang);
    let shown: Vec<String> = terms
        .iter()
        .filter_map(|found| Some((found, suggestion.concept(found)?)))
        .take(MOST)
        .map(|(found, suggested)| entry(found, suggested, &base, side, &languages))
        .collect();
    let (_, range) = snapshot.range_of(passage, Span::from((longest.span[0], longest.span[1])))?;
    let value = shown.join("\n\n---\n\n");
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value }),
        range: Some(range),
    })
}

/// A term with its translations, definition and evidence, and the languages it was looked up in.
fn entry(
    found: &TermOccurrenceAnswer,
    suggested: &SuggestedConceptAnswer,
    base: &Base,
    side: Side,
    languages: &str,
) -> String {
    let SuggestedConceptAnswer { concept, translations, .. } = suggested;
    let named = concept.terms.iter().find(|term| term.id == found.term_id);
    let reading = named.and_then(|term| {
        let guess = if term.reading_origin == Some(ReadingOriginWord::Guessed) { ", guessed" } else { "" };
        term.reading.as_deref().map(|reading| format!("（{}{guess}）", escaped(reading)))
    });
    let mut lines =
        vec![format!("**{}**{}", escaped(named.map_or(&found.text, |term| &term.text)), reading.unwrap_or_default())];
    if let Some(term) = named.filter(|term| term.text != found.text && term.lang.starts_with("ja")) {
        lines.push(format!("Written {} here, {} in the base.", escaped(&found.text), escaped(&term.text)));
    }
    if translations.is_empty() {
        let lang = if side == Side::Source {
            "No translation is known yet."
        } else {
            "No other term of this concept is known."
        };
        lines.push(lang.to_owned());
    }
    let best = translations.iter().take(MOST_LINES).map(translation);
    lines.push(best.collect::<Vec<_>>().join("\n"));
    if let Some(definition) = concept.definitions.first() {
        lines.push(format!("> {}\n>\n> — {}", quoted(&definition.text), escaped(&definition.source)));
    }
    let quotes = quotes(suggested, base);
    if !quotes.is_empty() {
        lines.push(quotes.join("\n"));
    }
    for conflict in &concept.conflicts {
        lines.push(format!("Conflict: {}", escaped(&conflict.reason)));
    }
    let field = concept.field.as_ref().map(|field| format!(" · {}", escaped(field))).unwrap_or_default();
    lines.push(format!(
        "project `{}`{field} · concept {} · {languages}",
        concept.project.replace('`', "'"),
        concept.id
    ));
    lines.retain(|line| !line.is_empty());
    lines.join("\n\n")
}

fn translation(found: &TranslationAnswer) -> String {
    let text = escaped(&found.text);
    let text = if is_usable(found) { format!("**{text}**") } else { format!("~~{text}~~") };
    let releases = match found.releases {
        0 => String::new(),
        1 => ", 1 release".to_owned(),
        many => format!(", {many} releases"),
    };
    let sure = 100.0 * found.confidence;
    format!("- {text} — {}, {}, {sure:.0} %{releases}", found.usage.as_str(), found.review.as_str())
}

/// Quotations from releases, each once.
fn quotes(suggested: &SuggestedConceptAnswer, base: &Base) -> Vec<String> {
    let SuggestedConceptAnswer { concept, translations, .. } = suggested;
    let offered = |term: &&TermAnswer| translations.iter().any(|translation| translation.term_id == term.id);
    let mut lines: Vec<String> = Vec::new();
    for evidence in concept.terms.iter().filter(offered).flat_map(|term| &term.evidence) {
        let source = escaped(&evidence.source);
        let url = concept.sources.iter().find(|note| note.name == evidence.source).and_then(|note| note.url.clone());
        let address = evidence.release_id.and_then(|id| base.release_address(id)).or(url);
        let source = match address.filter(|address| !address.contains([')', ' ', '<'])) {
            Some(address) => format!("[{source}]({address})"),
            None => source,
        };
        let line = match &evidence.snippet {
            Some(snippet) => format!("- “{}” — {source}", quoted(snippet)),
            None => format!("- {} — {source}", evidence.method.as_str()),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let more = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    if more > 0 {
        lines.push(format!("- and {more} more"));
    }
    lines
}

/// Text on one line, escaped for Markdown.
fn quoted(text: &str) -> String {
    escaped(&super::beginning(text, 300))
}

fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            written.push('\\');
        }
        written.push(if letter.is_control() { ' ' } else { letter });
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{escaped, quoted};

    #[test]
    fn text_of_the_base_is_shown_literally() {
        for (given, want) in [("IL-1_β*", "IL-1\\_β\\*"), ("<b>𠮷</b>", "\\<b\\>𠮷\\</b\\>"), ("a\nb", "a b")] {
            assert_eq!(escaped(given), want);
        }
        assert_eq!(quoted(&"語".repeat(400)).chars().count(), 301);
    }
}

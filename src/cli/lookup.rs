//! `lookup TEXT..`: looks up terms; prints their translations, definitions and evidence.

use clap::Args;

use super::exit::Exit;
use super::languages::language;
use super::paint::Paint;
use super::table::{self, plain, shortened};
use super::texts::{for_each, texts};
use super::{Context, json_line};
use crate::answer::MatchList;
use crate::app::lookup::LookupQuery;
use crate::app::review::standing;
use crate::app::{AppError, Service};
use crate::model::{Concept, Evidence, Lang, Match, MatchKind, Review, Term, Usage};

/// How many pieces of evidence are printed for one term.
const EVIDENCE: usize = 3;

/// The longest piece of evidence or definition printed, in characters.
const LONGEST: usize = 120;

/// The arguments of `lookup`.
#[derive(Debug, Args)]
pub(super) struct Lookup {
    /// Terms or parts of terms, in quotation marks if they contain spaces; `-` reads them from standard input, one per
    /// line. With several, each answer is headed by its text; `--json` prints one document per text, in the same order
    #[arg(required = true, value_name = "TEXT")]
    texts: Vec<String>,
    /// Only terms of this language, such as ja or en
    #[arg(long, value_name = "LANGUAGE", alias = "lang", value_parser = language)]
    from: Option<Lang>,
    /// Most matches for each text
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    limit: usize,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Lookup) -> Result<Exit, AppError> {
    let texts = texts(&command.texts)?;
    for_each(context, &texts, String::clone, async |text| look_up(context, service, command, text).await).await
}

/// Prints the answer for one text and returns whether there was any.
async fn look_up(context: &Context, service: &Service, command: &Lookup, text: &str) -> Result<bool, AppError> {
    let query = LookupQuery {
        projects: context.projects(),
        lang: command.from.clone(),
        limit: command.limit,
        ..LookupQuery::new(text, &context.config.project)
    };
    let found = service.lookup(&query).await?;
    let any = !(found.matches.is_empty() && found.components.is_empty() && found.dictionary.is_empty());
    if context.json {
        json_line(&MatchList::from(found))?;
    } else {
        let paint = Paint::stdout();
        let mut lines = Vec::new();
        let project = plain(&context.config.project);
        let suggestions = suggestions(&found.did_you_mean);
        if found.matches.is_empty() && (suggestions.is_some() || found.dictionary.is_empty()) {
            let none = format!("No matches for `{}` in project `{project}`.", plain(text));
            lines.push([Some(none), suggestions].into_iter().flatten().collect::<Vec<_>>().join(" "));
        } else if let Some(suggestions) = suggestions {
            lines.push(format!("No exact match for `{}`. {suggestions}", plain(text)));
        }
        for one in &found.matches {
            print_match(one, paint, &mut lines);
        }
        if !found.components.is_empty() {
            lines.push(format!("Terms in `{}`:", plain(text)));
        }
        for component in &found.components {
            print_match(&component.found, paint, &mut lines);
        }
        for (kind, entry) in &found.dictionary {
            let licence = entry.source.facts.licence.as_deref().unwrap_or("licence not stated");
            let reading = entry.reading.as_deref().map(|reading| format!(" ({})", plain(reading))).unwrap_or_default();
            let pair = format!("{}{reading} — {}", plain(&entry.ja), plain(&entry.en.join("; ")));
            let source = plain(&entry.source.name);
            let about = format!("[dictionary {source}, by {}, {}]", kind.as_str(), shortened(licence, LONGEST));
            lines.push(format!("{pair}  {}", paint.faint(&about)));
        }
        table::lines(&lines)?;
    }
    Ok(any)
}

/// The question whether one of these terms was meant, if there are any.
fn suggestions(terms: &[String]) -> Option<String> {
    let terms: Vec<String> = terms.iter().map(|term| format!("`{}`", plain(term))).collect();
    (!terms.is_empty()).then(|| format!("Did you mean {}?", terms.join(", ")))
}

fn print_match(found: &Match, paint: Paint, lines: &mut Vec<String>) {
    let concept = &found.concept;
    let japanese: Vec<&Term> = usable(concept).filter(|term| term.lang.is_japanese()).collect();
    let english: Vec<&Term> = usable(concept).filter(|term| !term.lang.is_japanese()).collect();
    let ja = if japanese.is_empty() { "(no Japanese yet)".to_owned() } else { listed(&japanese, with_reading) };
    let en = if english.is_empty() { "no English yet".to_owned() } else { listed(&english, with_confidence) };
    let named = concept.terms.iter().find(|term| term.id == found.term_id).filter(|_| found.kind == MatchKind::Variant);
    let written = named.map(|term| format!(" of {}", plain(&term.text))).unwrap_or_default();
    let how = format!("[{}{written} {}, concept {}]", word(found.kind), found.score, concept.id);
    lines.push(format!("{} — {}  {}", paint.bold(&ja), paint.bold(&en), paint.faint(&how)));
    for definition in &concept.definitions {
        let by = if definition.author.is_some() { "by " } else { "" };
        lines.push(format!("    {} ({by}{})", shortened(&definition.text, LONGEST), plain(&definition.source)));
    }
    for term in english {
        for evidence in term.evidence.iter().take(EVIDENCE) {
            lines.push(paint.faint(&format!("    {}: {}", plain(&term.text), attribution(evidence))));
        }
        if term.evidence.len() > EVIDENCE {
            let more = term.evidence.len() - EVIDENCE;
            lines.push(paint.faint(&format!("    {}: and {more} more", plain(&term.text))));
        }
    }
    for source in &concept.sources {
        let facts = &source.facts;
        let terms_of_use: Vec<String> =
            [&facts.licence, &facts.attribution].into_iter().flatten().map(|text| shortened(text, LONGEST)).collect();
        let terms_of_use =
            if terms_of_use.is_empty() { "licence not stated".to_owned() } else { terms_of_use.join("; ") };
        lines.push(paint.faint(&format!("    data from {}: {terms_of_use}", plain(&source.name))));
    }
    if let Some(release) = concept.scope_release_id {
        lines.push(format!("    in this sense only in release {release}"));
    }
    lines.extend(concept.notes.iter().map(|note| format!("    note: {}", plain(note))));
    for conflict in &concept.conflicts {
        let kind = conflict.kind.as_str();
        lines.push(format!("    ! conflicts with concept {} ({kind}): {}", conflict.other, plain(&conflict.reason)));
    }
}

fn usable(concept: &Concept) -> impl Iterator<Item = &Term> {
    concept.terms.iter().filter(|term| term.review != Review::Rejected)
}

fn listed(terms: &[&Term], describe: fn(&Term) -> String) -> String {
    terms.iter().map(|term| describe(term)).collect::<Vec<_>>().join(", ")
}

/// The reading of a term in brackets after it, told apart where it is a guess.
pub(in crate::cli) fn reading(term: &Term) -> String {
    match &term.reading {
        Some(reading) if reading.is_guess() => format!(" ({}, guessed)", plain(&reading.kana)),
        Some(reading) => format!(" ({})", plain(&reading.kana)),
        None => String::new(),
    }
}

fn with_reading(term: &Term) -> String {
    format!("{}{}", plain(&term.text), reading(term))
}

fn with_confidence(term: &Term) -> String {
    let warning = match term.usage {
        Usage::Deprecated | Usage::Forbidden => format!("{}, ", term.usage.as_str()),
        Usage::Preferred | Usage::Admitted => String::new(),
    };
    format!("{} ({warning}{}, {:.2})", plain(&term.text), standing(term).as_str(), term.confidence)
}

fn attribution(evidence: &Evidence) -> String {
    let snippet =
        evidence.snippet.as_deref().map(|snippet| format!(": {}", shortened(snippet, LONGEST))).unwrap_or_default();
    match evidence.release_id {
        Some(id) => format!("by {} in release {id} {}{snippet}", evidence.method, plain(&evidence.source)),
        None => format!("by {} from {}{snippet}", evidence.method, plain(&evidence.source)),
    }
}

fn word(kind: MatchKind) -> &'static str {
    match kind {
        MatchKind::Exact => "exact",
        MatchKind::Variant => "variant",
        MatchKind::Reading => "reading",
        MatchKind::Prefix => "prefix",
        MatchKind::Substring => "substring",
        MatchKind::Fuzzy => "fuzzy",
    }
}

//! `lookup TEXT`: a term in, what it is called in the other language and who says so out.

use super::arguments::Lookup;
use super::exit::Exit;
use super::paint::Paint;
use super::table::{self, plain};
use super::{Context, json_line};
use crate::app::lookup::LookupQuery;
use crate::app::review::standing;
use crate::app::{AppError, Service};
use crate::model::{Concept, Evidence, Lang, Match, MatchKind, Review, Term, Usage};

/// The most proofs shown for one term.
const PROOFS: usize = 3;

/// The most characters of a proof or a definition shown.
const SHOWN: usize = 120;

pub(super) async fn run(context: &Context, service: &Service, command: &Lookup) -> Result<Exit, AppError> {
    let lang = match &command.lang {
        Some(tag) => Some(Lang::parse(tag).map_err(|error| AppError::InvalidRequest {
            field: "lang",
            problem: error.to_string().trim_end_matches('.').to_owned(),
        })?),
        None => None,
    };
    let mut query = LookupQuery::new(&command.text.join(" "), &context.config.project);
    (query.lang, query.limit) = (lang, command.limit);
    let found = service.lookup(&query).await?;
    if context.json {
        json_line(&found)?;
    } else {
        let paint = Paint::stdout();
        let mut lines = Vec::new();
        if found.matches.is_empty() && found.dictionary.is_empty() {
            lines.push(format!("Nothing like `{}` in the project `{}`.", plain(&query.text), context.config.project));
        } else if !found.did_you_mean.is_empty() {
            lines.push(format!("No `{}`. Did you mean `{}`?", plain(&query.text), found.did_you_mean.join("`, `")));
        }
        for one in &found.matches {
            show(one, paint, &mut lines);
        }
        for entry in &found.dictionary {
            let licence = entry.source.facts.licence.as_deref().unwrap_or("licence not stated");
            let said = format!("{} — {}", plain(&entry.ja), plain(&entry.en.join("; ")));
            lines.push(format!(
                "{said}  {}",
                paint.faint(&format!("[dictionary {}, {}]", plain(&entry.source.name), cut(licence)))
            ));
        }
        table::lines(&lines)?;
    }
    Ok(if found.matches.is_empty() && found.dictionary.is_empty() { Exit::NothingFound } else { Exit::Ok })
}

fn show(found: &Match, paint: Paint, lines: &mut Vec<String>) {
    let concept = &found.concept;
    let names: Vec<&Term> = usable(concept).filter(|term| term.lang.is_japanese()).collect();
    let english: Vec<&Term> = usable(concept).filter(|term| !term.lang.is_japanese()).collect();
    let ja = if names.is_empty() { "(no Japanese yet)".to_owned() } else { listed(&names, named) };
    let en = if english.is_empty() { "no English yet".to_owned() } else { listed(&english, weighed) };
    let how = format!("[{} {}, concept {}]", word(found.kind), found.score, concept.id);
    lines.push(format!("{} — {}  {}", paint.bold(&ja), paint.bold(&en), paint.faint(&how)));
    for definition in &concept.definitions {
        lines.push(format!("    {} ({})", cut(&definition.text), plain(&definition.source)));
    }
    for term in english {
        for evidence in term.evidence.iter().take(PROOFS) {
            lines.push(paint.faint(&format!("    {}: {}", plain(&term.text), proof(evidence))));
        }
        if term.evidence.len() > PROOFS {
            lines.push(paint.faint(&format!("    {}: and {} more", plain(&term.text), term.evidence.len() - PROOFS)));
        }
    }
    for source in &concept.sources {
        let facts = &source.facts;
        let said: Vec<String> =
            [&facts.licence, &facts.attribution].into_iter().flatten().map(|text| cut(text)).collect();
        let said = if said.is_empty() { "licence not stated".to_owned() } else { said.join("; ") };
        lines.push(paint.faint(&format!("    data of {}: {said}", plain(&source.name))));
    }
    if let Some(release) = concept.scope_release_id {
        lines.push(format!("    in this sense in release {release} only"));
    }
    lines.extend(concept.notes.iter().map(|note| format!("    note: {}", plain(note))));
    for conflict in &concept.conflicts {
        let kind = conflict.kind.as_str();
        lines.push(format!("    ! disagrees with concept {} ({kind}): {}", conflict.other, plain(&conflict.reason)));
    }
}

fn usable(concept: &Concept) -> impl Iterator<Item = &Term> {
    concept.terms.iter().filter(|term| term.review != Review::Rejected)
}

fn listed(terms: &[&Term], show: fn(&Term) -> String) -> String {
    terms.iter().map(|term| show(term)).collect::<Vec<_>>().join(", ")
}

fn named(term: &Term) -> String {
    match &term.reading {
        Some(reading) => format!("{} ({})", plain(&term.text), plain(reading)),
        None => plain(&term.text),
    }
}

fn weighed(term: &Term) -> String {
    let never = match term.usage {
        Usage::Deprecated | Usage::Forbidden => format!("{}, ", term.usage.as_str()),
        Usage::Preferred | Usage::Admitted => String::new(),
    };
    format!("{} ({never}{}, {:.2})", plain(&term.text), standing(term).as_str(), term.confidence)
}

fn proof(evidence: &Evidence) -> String {
    let snippet = evidence.snippet.as_deref().map(|snippet| format!(": {}", cut(snippet))).unwrap_or_default();
    match evidence.release_id {
        Some(id) => format!("by {} in release {id} {}{snippet}", evidence.method, plain(&evidence.source)),
        None => format!("by {} from {}{snippet}", evidence.method, plain(&evidence.source)),
    }
}

fn cut(text: &str) -> String {
    let mut cut: String = plain(text).chars().take(SHOWN).collect();
    if cut.chars().count() < text.chars().count() {
        cut.push('…');
    }
    cut
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

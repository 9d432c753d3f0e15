//! `terms show`: one concept with everything known about it.

use crate::answer::ConceptAnswer;
use crate::app::AppError;
use crate::app::review::standing;
use crate::cli::exit::Exit;
use crate::cli::lookup::reading;
use crate::cli::paint::Paint;
use crate::cli::table::{self, plain, shortened, wrapped};
use crate::cli::{Context, json_line};
use crate::model::{Concept, Definition, Evidence, Term};

/// The longest piece of evidence printed, in characters.
const LONGEST: usize = 60;

pub(super) fn run(context: &Context, concept: Concept) -> Result<Exit, AppError> {
    if context.json {
        json_line(&ConceptAnswer::from(concept))?;
        return Ok(Exit::Ok);
    }
    table::lines(&lines(&concept, Paint::stdout()))?;
    Ok(Exit::Ok)
}

fn lines(concept: &Concept, paint: Paint) -> Vec<String> {
    let field = concept.field.as_deref().map(|field| format!(", field {}", plain(field))).unwrap_or_default();
    let mut lines = vec![paint.bold(&format!("Concept {}, project {}{field}", concept.id, plain(&concept.project)))];
    let mut rows =
        vec![["term", "language", "text", "kind", "usage", "standing", "confidence"].map(str::to_owned).to_vec()];
    rows.extend(concept.terms.iter().map(row));
    let mut table = table::aligned(&rows, &[0, 6], &[1, 2, 3, 4, 5]).into_iter();
    // A term is never cut, so a row that is too long goes on below.
    let heads = table.next().map(|heads| wrapped(&heads, "    ")).unwrap_or_default();
    lines.extend(heads.iter().map(|line| paint.faint(line)));
    for (line, term) in table.zip(&concept.terms) {
        lines.extend(wrapped(&line, "    "));
        let evidence = term.evidence.iter().flat_map(|one| wrapped(&format!("      {}", evidence(one)), "        "));
        lines.extend(evidence.map(|line| paint.faint(&line)));
    }
    let mut prose: Vec<String> = concept.definitions.iter().map(definition).collect();
    prose.extend(concept.scope_release_id.map(|release| format!("In this sense only in release {release}")));
    prose.extend(concept.notes.iter().map(|note| format!("Note: {}", plain(note))));
    for conflict in &concept.conflicts {
        prose.push(format!("! Conflicts with concept {}: {}", conflict.other, plain(&conflict.reason)));
    }
    for source in &concept.sources {
        let licence = source.facts.licence.as_deref().map_or_else(|| "licence not stated".to_owned(), plain);
        prose.push(format!("Data from {}: {licence}", plain(&source.name)));
    }
    lines.extend(prose.iter().flat_map(|line| wrapped(line, "    ")));
    lines
}

fn row(term: &Term) -> Vec<String> {
    vec![
        term.id.to_string(),
        term.lang.to_string(),
        format!("{}{}", plain(&term.text), reading(term)),
        term.kind.as_str().to_owned(),
        term.usage.as_str().to_owned(),
        standing(term).as_str().to_owned(),
        format!("{:.2}", term.confidence),
    ]
}

fn evidence(evidence: &Evidence) -> String {
    let release = evidence.release_id.map(|id| format!(" in release {id}")).unwrap_or_default();
    let snippet = evidence.snippet.as_deref().map(|text| format!(": {}", shortened(text, LONGEST))).unwrap_or_default();
    format!("by {}{release} {}{snippet}", evidence.method, plain(&evidence.source))
}

fn definition(definition: &Definition) -> String {
    let number = definition.id.map(|id| format!(" {id}")).unwrap_or_default();
    let by = if definition.author.is_some() { "by" } else { "from" };
    format!("Definition{number} {by} {}: {}", plain(&definition.source), plain(&definition.text))
}

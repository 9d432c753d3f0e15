//! `terms`: adds, lists, shows, corrects and deletes terms.

mod show;

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::review::{print_decision, usage_of};
use super::table::{self, fitted, plain};
use super::texts::texts;
use super::{Context, complain, json_line};
use crate::answer::{ConceptAnswer, ProposedTermAnswer};
use crate::app::propose::{NewTerm, ProposalOutcome, ProposedTerm, Statements};
use crate::app::review::{Decision, Reference};
use crate::app::{AppError, Service, clock};
use crate::model::{Concept, ConceptId, Review, TermKind};

/// The most columns of the Japanese and of the English terms in the list.
const TERM_COLUMNS: usize = 30;

/// How the help explains references.
const REFERENCES: &str = "TERM is the text of a term, such as `metastasis`; where several terms have that text, a pair such as\n\
`転移 = metastasis`; or the number of the term. Every change can be undone with `taiyaku review undo`.";

/// The arguments of `terms`.
#[derive(Debug, Args)]
#[command(after_help = REFERENCES)]
pub(super) struct Terms {
    /// What to do; lists the concepts with their terms if nothing is given.
    #[command(subcommand)]
    action: Option<TermsAction>,
    /// Most concepts
    #[arg(long, value_name = "NUMBER", default_value_t = 20, value_parser = crate::cli::item_count::count::<usize>)]
    limit: usize,
    /// Continue after the concept with this number, which is printed at the end of a list
    #[arg(long, value_name = "NUMBER")]
    after: Option<ConceptId>,
}

/// What `terms` can do.
#[derive(Debug, Subcommand)]
enum TermsAction {
    /// Add pairs of a Japanese and an English term, such as `神経細胞 = neuron`; they count as approved
    Add(Add),
    /// Show the concept of a term: all its terms with evidence, definitions, notes and conflicts
    Show {
        /// The term
        #[arg(value_name = "TERM")]
        term: Reference,
    },
    /// Correct the text of a term, or set its usage, and approve it
    Edit {
        /// The term
        #[arg(value_name = "TERM")]
        term: Reference,
        /// The corrected text
        #[arg(value_name = "TEXT", required_unless_present = "usage")]
        text: Vec<String>,
        /// Usage: preferred, admitted, deprecated or forbidden
        #[arg(long, value_name = "USAGE")]
        usage: Option<String>,
    },
    /// Delete terms that people added; terms that a release, an import or the starter base supports are rejected instead
    Delete {
        /// Terms; `-` reads them from standard input, one per line
        #[arg(required = true, value_name = "TERM")]
        terms: Vec<String>,
        /// Delete the whole concepts of these terms, with their definitions and notes; only if nothing but people supports them
        #[arg(long)]
        concept: bool,
    },
}

/// The terms to add.
#[derive(Debug, Args)]
struct Add {
    /// Pairs such as `神経細胞 = neuron`; `-` reads them from standard input, one per line
    #[arg(required = true, value_name = "PAIR")]
    pairs: Vec<String>,
    /// Definition of the term
    #[arg(long, value_name = "TEXT")]
    definition: Option<String>,
    /// Kind of the English term: `full_form`, `abbreviation`, `symbol` or `variant` [default: by its form]
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// Usage of the English term: preferred, admitted, deprecated or forbidden
    #[arg(long, value_name = "USAGE")]
    usage: Option<String>,
    /// Subject field, for a new concept
    #[arg(long, value_name = "NAME")]
    field: Option<String>,
    /// A note on the concept
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Terms {
    /// Whether the command adds terms, and so makes the database where there is none.
    pub(super) fn adds(&self) -> bool {
        matches!(self.action, Some(TermsAction::Add(_)))
    }
}

pub(super) async fn run(context: &Context, service: &Service, command: &Terms) -> Result<Exit, AppError> {
    let Some(action) = &command.action else { return list(context, service, command).await };
    let project = context.project()?;
    match action {
        TermsAction::Add(add) => {
            service.project_id(project).await?;
            each(context, &add.pairs, async |pair| self::add(context, service, add, pair).await).await
        }
        TermsAction::Show { term } => {
            let term = service.referenced_term(project, term, None).await?;
            show::run(context, service.concept_of_term(term).await?)
        }
        TermsAction::Edit { term, text, usage } => {
            let usage = usage.as_deref().map(usage_of).transpose()?;
            let term = service.referenced_term(project, term, None).await?;
            // An empty text is refused as such.
            let edit = (!text.is_empty()).then(|| Decision::Edit { term, text: text.join(" ") });
            let usage = usage.map(|usage| Decision::Usage { term, usage, replacement: None });
            let decisions: Vec<Decision> = edit.into_iter().chain(usage).collect();
            let outcomes = service.decide_together(&decisions, &context.config.actor, &clock::now()).await?;
            outcomes.iter().try_for_each(|outcome| print_decision(context, outcome))?;
            Ok(Exit::Ok)
        }
        TermsAction::Delete { terms, concept } => {
            each(context, terms, async |term| delete(context, service, term, *concept).await).await
        }
    }
}

/// Does something with each item. An error ends the command if there is one item only; otherwise it is reported and the next
/// item is taken.
async fn each(
    context: &Context,
    items: &[String],
    work: impl AsyncFn(&str) -> Result<(), AppError>,
) -> Result<Exit, AppError> {
    let items = texts(items)?;
    let mut exit = Exit::Ok;
    for item in &items {
        match work(item).await {
            Ok(()) => {}
            Err(error) if items.len() == 1 => return Err(error),
            Err(error) => {
                complain(&error, context.json);
                exit = Exit::SomeFailed;
            }
        }
    }
    Ok(exit)
}

async fn add(context: &Context, service: &Service, add: &Add, pair: &str) -> Result<(), AppError> {
    let (japanese, english) = parsed(pair)?;
    let kind = add.kind.as_deref().map(kind_of).transpose()?;
    let usage = add.usage.as_deref().map(usage_of).transpose()?;
    let new = NewTerm {
        project: context.project()?.to_owned(),
        japanese: japanese.to_owned(),
        english: english.to_owned(),
        kind,
        field: add.field.clone(),
        definition: add.definition.clone(),
        approved: true,
        // A pair that is there already gets the definition too.
        statements: Statements { definition: add.definition.clone(), usage, note: add.note.clone() },
        ..NewTerm::default()
    };
    let proposed = service.propose_term(&new, &context.config.actor, &clock::now()).await?;
    if context.json {
        return json_line(&ProposedTermAnswer::from(proposed));
    }
    if context.quiet { Ok(()) } else { table::lines(&report(&new, &proposed)) }
}

fn report(new: &NewTerm, proposed: &ProposedTerm) -> Vec<String> {
    let done = match proposed.outcome {
        ProposalOutcome::Created => "added",
        ProposalOutcome::Updated => "approved",
        ProposalOutcome::Unchanged => "already there",
    };
    let (japanese, english) = (plain(&new.japanese), plain(&new.english));
    let (term, concept) = (proposed.english, proposed.concept.id);
    let mut lines = vec![format!("{done}: `{english}` for `{japanese}` (term {term}, concept {concept})")];
    for conflict in &proposed.concept.conflicts {
        lines.push(format!("  ! conflicts with concept {}: {}", conflict.other, plain(&conflict.reason)));
    }
    lines.iter().flat_map(|line| table::wrapped(line, "    ")).collect()
}

/// The Japanese and the English term of a pair.
fn parsed(pair: &str) -> Result<(&str, &str), AppError> {
    let sides = pair.split_once(" = ").or_else(|| pair.split_once('＝')).or_else(|| pair.split_once('='));
    sides.map(|(japanese, english)| (japanese.trim(), english.trim())).ok_or_else(|| AppError::InvalidRequest {
        field: "pair",
        problem: format!("`{pair}` is not a pair of terms; write it like `神経細胞 = neuron`"),
    })
}

fn kind_of(word: &str) -> Result<TermKind, AppError> {
    TermKind::from_word(word).ok_or_else(|| AppError::InvalidRequest {
        field: "kind",
        problem: format!("`{word}` is not a kind of term; use `full_form`, `abbreviation`, `symbol` or `variant`"),
    })
}

async fn delete(context: &Context, service: &Service, term: &str, concept: bool) -> Result<(), AppError> {
    let Ok(reference) = term.parse::<Reference>();
    let term = service.referenced_term(context.project()?, &reference, None).await?;
    if concept {
        let concept = service.concept_of_term(term).await?.id;
        return decide(context, service, Decision::DeleteConcept { concept }).await;
    }
    print_decision(context, &service.delete_term(term, &context.config.actor, &clock::now()).await?)
}

async fn decide(context: &Context, service: &Service, decision: Decision) -> Result<(), AppError> {
    print_decision(context, &service.decide(&decision.into(), &context.config.actor, &clock::now()).await?)
}

async fn list(context: &Context, service: &Service, command: &Terms) -> Result<Exit, AppError> {
    // One more than is listed tells whether there is a next page.
    let limit = command.limit;
    let mut concepts = service.concepts_of(&context.projects(), command.after, limit.saturating_add(1)).await?;
    let has_more = concepts.len() > limit;
    concepts.truncate(limit);
    let exit = if concepts.is_empty() { Exit::NothingFound } else { Exit::Ok };
    if context.json {
        concepts.into_iter().try_for_each(|concept| json_line(&ConceptAnswer::from(concept)))?;
        return Ok(exit);
    }
    if concepts.is_empty() {
        table::lines(&[format!("No terms in project `{}`.", plain(&context.config.project))])?;
        return Ok(exit);
    }
    let mut rows = vec![["concept", "Japanese", "English"].map(str::to_owned).to_vec()];
    rows.extend(concepts.iter().map(|concept| {
        vec![
            concept.id.to_string(),
            fitted(&names(concept, true), TERM_COLUMNS),
            fitted(&names(concept, false), TERM_COLUMNS),
        ]
    }));
    let mut lines = table::aligned(&rows, &[0], &[]);
    if let Some(last) = concepts.last().filter(|_| has_more) {
        lines.push(format!("More: `{}`", context.command(&format!("terms --after {}", last.id))));
    }
    table::lines(&lines)?;
    Ok(exit)
}

/// The terms of a concept in one language, separated by commas.
fn names(concept: &Concept, japanese: bool) -> String {
    let terms = concept.terms.iter().filter(|term| term.lang.is_japanese() == japanese);
    let names: Vec<&str> =
        terms.filter(|term| term.review != Review::Rejected).map(|term| term.text.as_str()).collect();
    if names.is_empty() { "-".to_owned() } else { names.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::parsed;

    #[test]
    fn a_pair_is_written_with_an_equals_sign_of_any_width() {
        for (pair, want) in [
            ("神経細胞 = neuron", Some(("神経細胞", "neuron"))),
            ("𠮷野＝Yoshino", Some(("𠮷野", "Yoshino"))),
            ("ﾀﾝﾊﾟｸ=protein", Some(("ﾀﾝﾊﾟｸ", "protein"))),
            ("E=mc2 = E = mc2", Some(("E=mc2", "E = mc2"))),
            ("神経細胞", None),
        ] {
            assert_eq!(parsed(pair).ok(), want, "{pair}");
        }
    }
}

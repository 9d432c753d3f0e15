//! `coverage`: lists the heads of all glossary entries with their English and where it comes from, and counts both.

use clap::Args;

use super::exit::Exit;
use super::table::{self, counted, plain, shortened};
use super::{Context, json_line};
use crate::answer::CoverageAnswer;
use crate::app::coverage::{EnglishForm, EnglishPlaces, EnglishSource, HeadCoverage, reliability};
use crate::app::review::Reference;
use crate::app::{AppError, Service};
use crate::model::EvidenceMethod;

/// The longest piece of evidence printed, in characters.
const LONGEST_EVIDENCE: usize = 60;

/// What a line of evidence is indented by: the width of the number of its release.
const INDENT: &str = "         ";

/// The arguments of `coverage`.
#[derive(Debug, Args)]
pub(super) struct Coverage {
    /// Only heads of this release, given by its file name or number
    #[arg(long, value_name = "RELEASE")]
    release: Option<Reference>,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Coverage) -> Result<Exit, AppError> {
    let project = context.project()?;
    let release = match &command.release {
        Some(release) => Some(service.referenced_release(project, release).await?),
        None => None,
    };
    let heads = service.coverage(project, release).await?;
    if context.json {
        for head in &heads {
            json_line(&CoverageAnswer::from(head))?;
        }
        return Ok(if heads.is_empty() { Exit::NothingFound } else { Exit::Ok });
    }
    if heads.is_empty() {
        table::lines(&["No glossary entries in any release.".to_owned()])?;
        return Ok(Exit::NothingFound);
    }
    let mut rows = vec![["release", "head", "English", "", "source", "method"].map(str::to_owned).to_vec()];
    rows.extend(heads.iter().map(row));
    let mut aligned = table::aligned(&rows, &[3], &[0, 4]).into_iter();
    let mut lines: Vec<String> = aligned.next().into_iter().collect();
    for (line, head) in aligned.zip(&heads) {
        lines.push(line);
        let tried = head.tried.map(|places| format!("{INDENT}{}", searched(places)));
        lines.extend(tried.iter().flat_map(|tried| table::wrapped(tried, INDENT)));
        let evidence = head.proof.as_deref().map(|proof| format!("{INDENT}{}", shortened(proof, LONGEST_EVIDENCE)));
        lines.extend(evidence.iter().flat_map(|evidence| table::wrapped(evidence, INDENT)));
    }
    lines.push(String::new());
    let forms = EnglishForm::ALL
        .map(|form| vec![form.words().to_owned(), heads.iter().filter(|head| head.form == form).count().to_string()]);
    lines.extend(table::aligned(&forms, &[1], &[]));
    let own = heads.iter().filter(|head| head.form == EnglishForm::Name && head.by != EnglishSource::Starter).count();
    lines.push(format!("Without the starter base, {own} of {} have an English name.", heads.len()));
    lines.push(String::new());
    let counts = EnglishSource::ALL
        .map(|by| vec![by.words().to_owned(), heads.iter().filter(|head| head.by == by).count().to_string()]);
    lines.extend(table::aligned(&counts, &[1], &[]));
    lines.extend(measured(&heads));
    table::lines(&lines)?;
    Ok(Exit::Ok)
}

/// How often the methods behind the English of these heads were right where they were measured.
fn measured(heads: &[HeadCoverage]) -> Vec<String> {
    let mut methods: Vec<EvidenceMethod> = heads.iter().flat_map(|head| head.methods.iter().copied()).collect();
    methods.sort_unstable_by_key(|method| method.as_str());
    methods.dedup();
    let rows = methods.into_iter().filter_map(|method| {
        let found = reliability(method)?;
        let cells = [
            method.to_string(),
            found.right.to_string(),
            found.proposed.to_string(),
            format!("{:.2}", found.precision()),
        ];
        Some(cells.to_vec())
    });
    let mut rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    rows.insert(0, ["method, as measured", "right", "of", "share"].map(str::to_owned).to_vec());
    let mut lines = vec![String::new()];
    lines.extend(table::aligned(&rows, &[1, 2, 3], &[]));
    lines
}

/// Where English was looked for, as a sentence.
fn searched(places: EnglishPlaces) -> String {
    let counted = |number: i64, noun| counted(usize::try_from(number).unwrap_or_default(), noun);
    let title = if places.title { "the English title" } else { "no English title" };
    format!(
        "Looked in {title}, {}, {}, {}.",
        counted(places.segments, "sentence pair"),
        counted(places.other_releases, "other release"),
        counted(places.sources, "imported source"),
    )
}

fn row(head: &HeadCoverage) -> Vec<String> {
    vec![
        head.release_id.to_string(),
        plain(&head.term),
        head.english.as_deref().map_or_else(|| "no English yet".to_owned(), plain),
        head.confidence.map(|confidence| format!("{confidence:.2}")).unwrap_or_default(),
        head.by.words().to_owned(),
        head.methods.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", "),
    ]
}

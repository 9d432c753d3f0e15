//! `export`: writes the term base or the memory of a project in a format other tools read.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::languages::{direction, language};
use super::{Context, json_line};
use crate::answer::ExportSummary;
use crate::app::export::{Export, ExportFormat, ExportReport, Fact, Filter, Omission, Profile, SegmentOmission, Since};
use crate::app::own_files::refuse_own_files;
use crate::app::{AppError, Service};
use crate::model::{Lang, ReleaseId, Review, Usage};

/// The arguments of `export`.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "FORMAT", help = format!("Format: {} [default: by the file name, else csv]", format_names()))]
    format: Option<String>,
    /// File to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Say what the file would hold, what is left out and what the format cannot carry, and write nothing
    #[arg(long, alias = "plan")]
    dry_run: bool,
    /// Who will read the file: `standard`, `human`, `mt`, `omegat` or `weblate`
    #[arg(long, value_name = "NAME", default_value = "standard")]
    profile: String,
    /// Include terms and segments with too little evidence
    #[arg(long, conflicts_with = "approved")]
    candidates: bool,
    /// Only terms and segments a person approved; a concept that is approved in one of its languages only is left out
    #[arg(long)]
    approved: bool,
    /// Only terms with these usages: `preferred`, `admitted`, `deprecated`, `forbidden` [default: those of the profile]
    #[arg(long, value_name = "USAGE", value_delimiter = ',', value_parser = usage)]
    usage: Vec<Usage>,
    /// Only concepts of these subject fields
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    field: Vec<String>,
    /// Only concepts that these releases name or define
    #[arg(long, value_name = "NUMBER", value_delimiter = ',')]
    release: Vec<ReleaseId>,
    /// Only concepts with terms or definitions from this source: the name of an imported file, a release or a person
    #[arg(long, value_name = "NAME")]
    source: Vec<String>,
    /// Only concepts that have changed after the change with this number, or since this date
    #[arg(long, value_name = "DATE", value_parser = since)]
    since: Option<Since>,
    /// Only concepts that a release names, so without what only the starter base or an import has
    #[arg(long)]
    from_releases: bool,
    /// Source language, for formats that have a direction [default: ja]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    from: Option<Lang>,
    /// Target language, for formats that have a direction [default: en, or ja from another language]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    into: Option<Lang>,
}

/// The names of the formats, those of terms first.
fn format_names() -> String {
    let of = |is_wanted: fn(ExportFormat) -> bool| -> Vec<ExportFormat> {
        ExportFormat::ALL.into_iter().filter(|format| is_wanted(*format)).collect()
    };
    let terms = of(|format| !format.holds_segments());
    let memory = of(|format| !format.holds_concepts());
    let both = of(|format| format.holds_concepts() && format.holds_segments());
    let names = |formats: &[ExportFormat]| {
        let names: Vec<String> = formats.iter().map(|format| format!("`{}`", format.name())).collect();
        names.join(", ")
    };
    format!("{} for terms; {} for the memory; {} for both", names(&terms), names(&memory), names(&both))
}

fn usage(word: &str) -> Result<Usage, String> {
    Usage::from_word(word).ok_or_else(|| "use `preferred`, `admitted`, `deprecated` or `forbidden`".to_owned())
}

fn since(text: &str) -> Result<Since, String> {
    Since::parse(text).ok_or_else(|| "give the number of a change, or a date such as `2026-11-01`".to_owned())
}

pub(super) async fn run(context: &Context, service: &Service, command: Arguments) -> Result<Exit, AppError> {
    let profile = Profile::from_name(&command.profile).ok_or_else(|| AppError::InvalidRequest {
        field: "profile",
        problem: format!(
            "`{}` is not a profile; use one of {}",
            command.profile,
            Profile::ALL.map(|profile| format!("`{}`", profile.name())).join(", ")
        ),
    })?;
    let format = match &command.format {
        Some(name) => name.parse()?,
        None if is_special(command.out.as_deref()) => ExportFormat::Csv,
        None => format_of(command.out.as_deref())?,
    };
    let mut export = Export::new(format, context.projects());
    export.languages = direction(command.from.as_ref(), command.into.as_ref(), Lang::JA)?;
    export.profile = profile;
    export.review = match (command.approved, command.candidates) {
        (true, _) => Review::Approved,
        (_, true) => Review::Candidate,
        _ => Review::Suggested,
    };
    export.usages = command.usage;
    export.filter = Filter {
        fields: command.field,
        releases: command.release,
        sources: command.source,
        since: command.since,
        from_releases: command.from_releases,
    };
    if command.dry_run {
        return summarize(context, service, &export).await;
    }
    let Some(path) = &command.out else {
        let report = service.export(&export, io::stdout().lock()).await?;
        report_omissions(context, &report)?;
        return Ok(Exit::Ok);
    };
    refuse_own_files(&context.config.database, path, "out")?;
    let (report, bytes) = write_file(service, &export, path).await?;
    if context.json {
        json_line(&ExportSummary::new(path.display().to_string(), format, bytes, &report))?;
    } else if !context.quiet {
        let exported = held(format, &report);
        super::table::lines(&[format!("Exported {exported} to {} ({format}).", path.display())])?;
    }
    report_omissions(context, &report)?;
    Ok(Exit::Ok)
}

/// Says what a file would hold and what it would not.
async fn summarize(context: &Context, service: &Service, export: &Export) -> Result<Exit, AppError> {
    let mut counted = Counted(0);
    let report = service.export(export, &mut counted).await?;
    if context.json {
        json_line(&ExportSummary::new(String::new(), export.format, counted.0, &report))?;
        return Ok(Exit::Ok);
    }
    let held = held(export.format, &report);
    let mut lines = vec![format!("{} would hold {held} in {} bytes.", export.format, counted.0)];
    lines.extend(omissions(&report));
    if !report.lost.is_empty() {
        lines.push("The format cannot carry:".to_owned());
    }
    lines.extend(report.lost.iter().map(|(fact, count)| format!("  {count:>7} {}", lost(*fact))));
    super::table::lines(&lines)?;
    Ok(Exit::Ok)
}

/// A writer that keeps nothing but the number of bytes.
struct Counted(u64);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += u64::try_from(bytes.len()).unwrap_or_default();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Says on standard error which concepts are not in the file, why, and what to do.
fn report_omissions(context: &Context, report: &ExportReport) -> Result<(), AppError> {
    if context.quiet {
        return Ok(());
    }
    let mut err = io::stderr().lock();
    for line in omissions(report) {
        writeln!(err, "{line}").map_err(AppError::Output)?;
    }
    Ok(())
}

/// What is left out, a line for each reason.
fn omissions(report: &ExportReport) -> Vec<String> {
    let concepts = report.left_out.iter().map(|(omission, count)| left_out(*omission, *count));
    concepts
        .chain(report.segments_left_out.iter().map(|(omission, count)| segments_left_out(*omission, *count)))
        .collect()
}

fn segments_left_out(omission: SegmentOmission, count: usize) -> String {
    let segments = super::table::counted(count, "segment");
    let reason = match omission {
        SegmentOmission::Unapproved => {
            "that nobody has approved. Approve them in the workbench, or export without `--approved`."
        }
        SegmentOmission::Candidates => "with too little evidence. Include them with `--candidates`.",
        SegmentOmission::OtherDirection => {
            "translated the other way round. Export them with `--from` and `--into` exchanged."
        }
        SegmentOmission::OtherLanguages => "in other languages. Export them with `--from` and `--into`.",
        SegmentOmission::Unfit => "that the format cannot hold.",
    };
    format!("Left out {segments} {reason}")
}

fn left_out(omission: Omission, count: usize) -> String {
    let concepts = super::table::counted(count, "concept");
    let reason = match omission {
        Omission::Unapproved => "approved in one language only. Approve the other with `taiyaku review`.",
        Omission::Candidates => "with too little evidence in one language. Include them with `--candidates`.",
        Omission::Discouraged => "with only deprecated or forbidden terms in one language.",
        Omission::Untranslated => "in one language only. The file holds pairs.",
        Omission::Repeated => "whose terms are better translated by others. The file has one translation for each.",
    };
    format!("Left out {concepts} {reason}")
}

/// What a format cannot carry, in the plural.
fn lost(fact: Fact) -> &'static str {
    match fact {
        Fact::Synonym => "further terms of a language",
        Fact::OtherLanguage => "terms in other languages",
        Fact::Reading => "readings",
        Fact::Kind => "kinds of terms (abbreviation, symbol, variant)",
        Fact::PartOfSpeech => "parts of speech",
        Fact::Usage => "usages; deprecated and forbidden terms are left out",
        Fact::Review => "approvals",
        Fact::Confidence => "confidences",
        Fact::Evidence => "pieces of evidence",
        Fact::Field => "subject fields",
        Fact::Definition => "definitions",
        Fact::FurtherDefinition => "further definitions",
        Fact::Note => "notes",
        Fact::Conflict => "conflicts",
        Fact::Licence => "owners and licences of sources",
    }
}

/// How many concepts and segments a file of the format holds.
fn held(format: ExportFormat, report: &ExportReport) -> String {
    let concepts = format.holds_concepts().then(|| super::table::counted(report.concepts, "concept"));
    let segments = format.holds_segments().then(|| super::table::counted(report.segments, "segment"));
    concepts.into_iter().chain(segments).collect::<Vec<_>>().join(" and ")
}

/// The format a file name stands for: `.tbx` means the version most tools read.
fn format_of(path: Option<&Path>) -> Result<ExportFormat, AppError> {
    let extension = path.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        None | Some("txt") => Ok(ExportFormat::Csv),
        Some("xml") => Ok(ExportFormat::Tbx2),
        Some(other) => ExportFormat::of_extension(other).ok_or_else(|| {
            let known: Vec<String> = ExportFormat::extensions().iter().map(|known| format!(".{known}")).collect();
            let problem =
                format!("no format writes `.{other}` files; name one with --format, or write {}", known.join(", "));
            AppError::InvalidRequest { field: "out", problem }
        }),
    }
}

/// Whether there is something at a path that is no ordinary file.
fn is_special(path: Option<&Path>) -> bool {
    path.is_some_and(|path| std::fs::symlink_metadata(path).is_ok_and(|kind| !kind.is_file()))
}

/// Writes the export to a file; the report, and how many bytes it has.
async fn write_file(service: &Service, export: &Export, path: &Path) -> Result<(ExportReport, u64), AppError> {
    let file = |source| AppError::File { name: path.display().to_string(), source };
    // A device, a pipe or a link is written through: it must not be replaced by a file.
    if is_special(Some(path)) {
        let open = File::options().write(true).create(true).truncate(true).open(path).map_err(file)?;
        let report = service.export(export, &open).await?;
        return Ok((report, open.metadata().map_err(file)?.len()));
    }
    // Written to a temporary file and renamed, so that nobody ever reads half a file.
    let beside = path.with_extension(format!("{}.part", export.format.extension()));
    let open = File::create(&beside).map_err(file)?;
    let written = service.export(export, &open).await;
    let moved = written.and_then(|report| {
        let length = open.metadata().map_err(file)?.len();
        std::fs::rename(&beside, path).map(|()| (report, length)).map_err(file)
    });
    if moved.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    moved
}

//! `check FILE..`: checks drafts and reports problems as text, JSON or SARIF. The files are never changed.

mod arguments;
mod drafts;
mod findings;
mod rules;
mod sarif;
mod text;

use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use super::exit::Exit;
use super::paint::Paint;
use super::table::{self, plain};
use super::{Context, json_line, print_json};
use crate::answer::words::Word;
use crate::answer::{FileCheckAnswer, FileChecksAnswer, FileFindingAnswer, RuleCount, UntranslatedSegmentAnswer};
use crate::app::check::{CheckOptions, CheckQuery, CheckReport, CheckUnit, RuleLevel, Settings};
use crate::app::{AppError, Service};
use crate::model::Rule;
pub(super) use arguments::Check;
use arguments::Format;
use drafts::{Draft, Unreadable};
use findings::located;

pub(super) async fn run(context: &Context, service: &Service, command: &Check) -> Result<Exit, AppError> {
    let format = if context.json { Format::Json } else { command.format };
    let settings = settings(context, service, command).await?;
    let mut reports: Vec<FileCheckAnswer> = Vec::new();
    let mut unreadable: Vec<Unreadable> = Vec::new();
    for draft in drafts::drafts(command) {
        match draft {
            Ok(draft) => reports.push(check(context, service, command, &settings, &draft).await?),
            Err(problem) => unreadable.push(problem),
        }
    }
    let count: usize = reports.iter().map(|report| report.findings.len()).sum();
    let counts_untranslated = settings.level(Rule::Untranslated) != RuleLevel::Off;
    let is_incomplete = |report: &FileCheckAnswer| report.untranslated > 0 && counts_untranslated;
    let is_incomplete = reports.iter().any(|report| is_incomplete(report) || is_untranslated(report));
    for Unreadable { name, why, code } in &unreadable {
        super::complain_of(code, &format!("`{}`: {why}.", plain(name)), context.json);
    }
    match format {
        Format::Text => print_reports(context, &reports)?,
        Format::Json => json_line(&FileChecksAnswer { files: reports, finding_count: count })?,
        Format::Sarif => {
            let untranslated: Vec<UntranslatedSegmentAnswer> =
                reports.iter_mut().flat_map(|report| std::mem::take(&mut report.untranslated_segments)).collect();
            let findings: Vec<FileFindingAnswer> = reports.into_iter().flat_map(|report| report.findings).collect();
            let problems: Vec<(String, String)> =
                unreadable.iter().map(|file| (file.name.clone(), file.why.clone())).collect();
            print_json(&sarif::log(&findings, &untranslated, &problems))?;
        }
    }
    Ok(if !unreadable.is_empty() {
        Exit::Usage
    } else if count > 0 || is_incomplete {
        Exit::SomeFailed
    } else {
        Exit::Ok
    })
}

/// The settings of the project, with the rules chosen on the command line.
async fn settings(context: &Context, service: &Service, command: &Check) -> Result<Settings, AppError> {
    // The first of several projects is the one trusted most.
    let projects = context.projects();
    let mut settings = service.check_settings(projects.first().map_or("", String::as_str)).await?;
    for rule in Rule::ALL {
        let left_out = !command.rules.is_empty() && !command.rules.contains(rule);
        if left_out || command.ignored.contains(rule) {
            settings.rules.insert(*rule, RuleLevel::Off);
        } else if command.rules.contains(rule) && settings.level(*rule) == RuleLevel::Off {
            settings.rules.insert(*rule, RuleLevel::Usual);
        }
    }
    Ok(settings)
}

async fn check(
    context: &Context,
    service: &Service,
    command: &Check,
    settings: &Settings,
    draft: &Draft,
) -> Result<FileCheckAnswer, AppError> {
    let (source_lang, target_lang) = draft.document.languages();
    let options = CheckOptions {
        projects: context.projects(),
        document: !command.loose,
        settings: Some(settings.clone()),
        with_ignored: command.with_ignored,
        ..CheckOptions::new(source_lang.clone(), target_lang.clone())
    };
    let units: Vec<CheckUnit> = draft.document.units.iter().map(CheckUnit::from).collect();
    let bar = progress(context, draft.name(), units.len());
    let report = service.check(CheckQuery { units, options }).await;
    bar.finish_and_clear();
    let mut report = report?;
    report.findings.retain(|finding| finding.severity <= command.min_severity);
    warn_of_problems(context, draft);
    let counts = report.counts().into_iter().map(|(rule, count)| RuleCount { rule: rule.into(), count }).collect();
    let CheckReport { findings, ignored, units, untranslated, revision } = report;
    Ok(FileCheckAnswer {
        name: draft.name().to_owned(),
        format: draft.document.format.into(),
        source_lang: source_lang.into(),
        target_lang: target_lang.into(),
        segments: units,
        untranslated: untranslated.len(),
        untranslated_segments: untranslated.into_iter().map(|unit| findings::untranslated(unit, draft)).collect(),
        ignored,
        counts,
        findings: findings.into_iter().map(|finding| located(finding, draft)).collect(),
        revision: revision.get(),
    })
}

/// A spinner while a large draft is checked, hidden unless standard error is a terminal.
fn progress(context: &Context, name: &str, count: usize) -> ProgressBar {
    if context.quiet || count < 500 || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(format!("{}: {}", plain(name), table::counted(count, "segment")));
    bar.enable_steady_tick(std::time::Duration::from_millis(100));
    bar
}

/// Reports the parts of a file that could not be read.
fn warn_of_problems(context: &Context, draft: &Draft) {
    if context.quiet {
        return;
    }
    let mut err = std::io::stderr().lock();
    for problem in &draft.document.problems {
        let Some(file) = draft.files.get(problem.file) else { continue };
        let at = file.at(problem.span.start);
        let _ = writeln!(err, "{}:{}:{}: {}", plain(&file.name), at.line, at.column, plain(&problem.message));
    }
}

fn print_reports(context: &Context, reports: &[FileCheckAnswer]) -> Result<(), AppError> {
    let paint = Paint::stdout();
    if !context.quiet {
        table::lines(&reports.iter().map(direction).collect::<Vec<_>>())?;
    }
    for report in reports {
        for finding in &report.findings {
            let mut lines = text::lines(finding, (&report.source_lang, &report.target_lang), paint);
            lines.push(String::new());
            table::lines(&lines)?;
        }
    }
    if !context.quiet {
        for report in reports {
            table::lines(&[summary(report)])?;
            table::lines(&text::untranslated(report))?;
        }
    }
    Ok(())
}

/// The languages a file was checked in: `x.po: ja to en`.
fn direction(report: &FileCheckAnswer) -> String {
    format!("{}: {} to {}", plain(&report.name), report.source_lang, report.target_lang)
}

/// Whether a file has segments and none of them is translated.
fn is_untranslated(report: &FileCheckAnswer) -> bool {
    report.segments > 0 && report.untranslated == report.segments
}

/// One sentence about a file: `x.tmx: 3 segments checked, 1 without a translation; 2 findings: numbers 1, style 1.`
fn summary(report: &FileCheckAnswer) -> String {
    let mut parts = vec![format!("{} checked", table::counted(report.segments, "segment"))];
    if report.untranslated > 0 {
        parts.push(format!("{} without a translation", report.untranslated));
    }
    if report.ignored > 0 {
        parts.push(format!("{} ignored", table::counted(report.ignored, "finding")));
    }
    let counts: Vec<String> = report.counts.iter().map(|one| format!("{} {}", one.rule.as_str(), one.count)).collect();
    let findings = if is_untranslated(report) {
        "nothing is translated".to_owned()
    } else if counts.is_empty() {
        "no problems found".to_owned()
    } else {
        format!("{}: {}", table::counted(report.findings.len(), "finding"), counts.join(", "))
    };
    format!("{}: {}; {findings}.", plain(&report.name), parts.join(", "))
}

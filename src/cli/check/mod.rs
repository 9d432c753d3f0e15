//! `check FILE..`: drafts in; what is wrong with them, as text, JSON or SARIF, out. The files are never written.

mod arguments;
mod files;
mod help;
mod locations;
mod sarif;
mod text;

use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use super::exit::Exit;
use super::paint::Paint;
use super::table::{self, plain};
use super::{Context, json_line};
use crate::answer::words::Word;
use crate::answer::{FileCheckAnswer, FileChecksAnswer, FileFindingAnswer, RuleCount};
use crate::app::check::{CheckQuery, CheckReport, CheckUnit, CheckWay, Settings, Wanted};
use crate::app::{AppError, Service};
use crate::model::Rule;
pub(super) use arguments::Check;
use arguments::Format;
use files::{Draft, Refused};
use locations::located;

pub(super) async fn run(context: &Context, service: &Service, command: &Check) -> Result<Exit, AppError> {
    let format = if context.json { Format::Json } else { command.format };
    let settings = settings(context, service, command).await?;
    let mut checked: Vec<FileCheckAnswer> = Vec::new();
    let mut refused: Vec<Refused> = Vec::new();
    for draft in files::drafts(command)? {
        match draft {
            Ok(draft) => checked.push(check(context, service, command, &settings, &draft).await?),
            Err(why) => refused.push(why),
        }
    }
    let count: usize = checked.iter().map(|checked| checked.findings.len()).sum();
    for Refused { name, why } in &refused {
        super::complain_of("file_unreadable", &format!("`{}`: {why}.", plain(name)), context.json);
    }
    match format {
        Format::Text => show(context, &checked)?,
        Format::Json => json_line(&FileChecksAnswer { files: checked, finding_count: count })?,
        Format::Sarif => {
            let found: Vec<FileFindingAnswer> = checked.into_iter().flat_map(|checked| checked.findings).collect();
            let problems: Vec<(String, String)> =
                refused.iter().map(|one| (one.name.clone(), one.why.clone())).collect();
            json_line(&sarif::log(&found, &problems))?;
        }
    }
    Ok(if !refused.is_empty() {
        Exit::Usage
    } else if count > 0 {
        Exit::SomeFailed
    } else {
        Exit::Ok
    })
}

/// What to look for: what the project wants, less what the command line leaves out.
async fn settings(context: &Context, service: &Service, command: &Check) -> Result<Settings, AppError> {
    let mut settings = match service.check_settings(&context.config.project).await {
        Ok(settings) => settings,
        // Nobody has put anything into the project yet.
        Err(AppError::NotFound { .. }) => Settings::default(),
        Err(error) => return Err(error),
    };
    for rule in Rule::ALL {
        let left_out = !command.rules.is_empty() && !command.rules.contains(rule);
        if left_out || command.ignored.contains(rule) {
            settings.rules.insert(*rule, Wanted::Off);
        } else if command.rules.contains(rule) && settings.wanted(*rule) == Wanted::Off {
            settings.rules.insert(*rule, Wanted::Usual);
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
    let known = service.projects().await?.iter().any(|project| project.name == context.config.project);
    let way = CheckWay {
        projects: if known { vec![context.config.project.clone()] } else { Vec::new() },
        document: !command.loose,
        settings: Some(settings.clone()),
        with_ignored: command.with_ignored,
        ..CheckWay::new(source_lang.clone(), target_lang.clone())
    };
    let units = draft
        .document
        .units
        .iter()
        .map(|unit| CheckUnit { source: unit.source.text().to_owned(), target: unit.target_text().to_owned() });
    let units: Vec<CheckUnit> = units.collect();
    let bar = progress(context, draft.name(), units.len());
    let report = service.check(CheckQuery { units, way }).await;
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
        untranslated,
        ignored,
        counts,
        findings: findings.into_iter().map(|finding| located(finding, draft)).collect(),
        revision,
    })
}

/// What turns while a draft is looked at, on a terminal.
fn progress(context: &Context, name: &str, count: usize) -> ProgressBar {
    if context.quiet || count < 500 || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(format!("{}: {count} segments", plain(name)));
    bar.enable_steady_tick(std::time::Duration::from_millis(100));
    bar
}

/// Says what could not be read in a file the rest of which was.
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

fn show(context: &Context, checked: &[FileCheckAnswer]) -> Result<(), AppError> {
    let paint = Paint::stdout();
    for one in checked {
        for found in &one.findings {
            let mut lines = text::lines(found, (&one.source_lang, &one.target_lang), paint);
            lines.push(String::new());
            table::lines(&lines)?;
        }
    }
    if !context.quiet {
        for one in checked {
            table::lines(&[summed_up(one)])?;
        }
    }
    Ok(())
}

fn summed_up(one: &FileCheckAnswer) -> String {
    let many = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let mut parts = vec![many(one.segments, "segment")];
    if one.untranslated > 0 {
        parts.push(format!("{} without a translation", one.untranslated));
    }
    if one.ignored > 0 {
        parts.push(format!("{} ignored", one.ignored));
    }
    let counts: Vec<String> = one.counts.iter().map(|one| format!("{} {}", one.rule.as_str(), one.count)).collect();
    let found = if counts.is_empty() {
        "nothing found".to_owned()
    } else {
        format!("{}: {}", many(one.findings.len(), "finding"), counts.join(", "))
    };
    format!("{}: {}; {found}.", plain(&one.name), parts.join(", "))
}

//! `watch FOLDER`: reads releases that are put into a folder, until it is stopped; prints a line for each.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use tokio::sync::watch::{self, Receiver};

use super::exit::Exit;
use super::ingest::{print_pairs, print_problems, processors, status};
use super::{Context, complain, files, json_line, table};
use crate::answer::{DocumentAnswer, PairAnswer, SkippedFilesAnswer};
use crate::app::folder::{Candidate, FileKind, SkippedFile, reason_of_content};
use crate::app::ingest::{Input, Outcome, Status, Submission};
use crate::app::watch::{DropFolder, PairCandidates};
use crate::app::{AppError, Service, clock};
use crate::http::end_signal;

/// A look at a large folder on a slow drive takes long. The time between two looks is at least this many times as long.
const REST: u32 = 10;

/// The error after which files are tried again: another program has been writing for longer than usual.
const BUSY: &str = "database_busy";

/// What the help says about the folder.
const HELP: &str = "Files that are there at the start are read, too, unless the term base has them already. A file is read when its \
size and time have not changed for two seconds. Names of files that are not finished are passed over (`*.part`, `*.crdownload`, \
`*.tmp`, `~$*`, names that begin with a dot). A file that cannot be read is reported once, and tried again when it changes. Nothing \
in the folder is ever changed, moved or deleted. Ctrl-C stops after the files in hand; a second Ctrl-C at once.";

/// The arguments of `watch`.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(super) struct Watch {
    /// Folder to watch, with all its subfolders
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Time between two looks at the folder
    #[arg(long, value_name = "SECONDS", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    poll: u32,
}

/// What is going on.
struct Session<'a> {
    context: &'a Context,
    service: &'a Service,
    folder: DropFolder,
    pairs: PairCandidates,
    /// Files that were there at the start and in the term base.
    already_read: usize,
    /// Whether the files that were there at the start have been read.
    is_settled: bool,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Watch) -> Result<Exit, AppError> {
    let file = |source| AppError::File { name: command.folder.display().to_string(), source };
    if !std::fs::metadata(&command.folder).map_err(file)?.is_dir() {
        let problem =
            format!("`{}` is not a folder; give the folder that files are put into", command.folder.display());
        return Err(AppError::InvalidRequest { field: "folder", problem });
    }
    std::fs::read_dir(&command.folder).map_err(file)?;
    let stops = stops();
    context.note(&format!("Watching {}. Stop with Ctrl-C.", table::plain(&command.folder.display().to_string())));
    let work = async || {
        let mut session = Session {
            context,
            service,
            folder: DropFolder::new(&command.folder),
            pairs: PairCandidates::default(),
            already_read: 0,
            is_settled: false,
        };
        session.run(Duration::from_secs(command.poll.into()), stops.clone()).await
    };
    context.with_project(service, work).await
}

/// How often the process has been told to stop.
fn stops() -> Receiver<u32> {
    let (sender, receiver) = watch::channel(0);
    tokio::spawn(async move {
        loop {
            end_signal().await;
            sender.send_modify(|stops| *stops += 1);
        }
    });
    receiver
}

impl Session<'_> {
    async fn run(&mut self, poll: Duration, mut stops: Receiver<u32>) -> Result<Exit, AppError> {
        let mut is_gone = false;
        loop {
            let start = Instant::now();
            let wait = match self.folder.look(start) {
                Ok(look) => {
                    is_gone = false;
                    let took = start.elapsed();
                    for name in look.unreadable {
                        let source = std::io::ErrorKind::PermissionDenied.into();
                        complain(&AppError::File { name, source }, self.context.json);
                    }
                    let mut impatient = stops.clone();
                    tokio::select! {
                        biased;
                        read = self.read(&look.ready, &stops) => read?,
                        // The transaction in hand is rolled back.
                        _ = impatient.wait_for(|stops| *stops > 1) => return Ok(Exit::Ok),
                    }
                    self.note_start(look.settles_in.is_none());
                    look.settles_in.unwrap_or(poll).min(poll).max(took * REST)
                }
                Err(error) => {
                    // Once, not every two seconds: a network drive may be away for the night.
                    if !is_gone {
                        complain(&error, self.context.json);
                    }
                    is_gone = true;
                    poll
                }
            };
            tokio::select! {
                _ = stops.wait_for(|stops| *stops > 0) => return Ok(Exit::Ok),
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// Says once how many of the files at the start were in the term base.
    fn note_start(&mut self, is_settled: bool) {
        if is_settled && !self.is_settled {
            self.is_settled = true;
            if self.already_read > 0 {
                let files = table::counted(self.already_read, "file");
                self.context.note(&format!("{files} in the folder had been read before."));
            }
        }
    }

    /// Reads files, several at the same time, until told to stop.
    async fn read(&mut self, ready: &[Candidate], stops: &Receiver<u32>) -> Result<(), AppError> {
        for files in ready.chunks(processors()) {
            if *stops.borrow() > 0 {
                return Ok(());
            }
            let submissions = files.iter().filter_map(|file| self.submission(file).transpose());
            let submissions = submissions.collect::<Result<Vec<_>, AppError>>()?;
            self.ingest(files, submissions).await?;
        }
        Ok(())
    }

    /// A file to ingest; none if it is no release, or was written meanwhile.
    fn submission(&self, file: &Candidate) -> Result<Option<Submission>, AppError> {
        let Candidate { name, path } = file;
        if let Some(reason) = reason_of_content(path, FileKind::Releases) {
            if self.folder.is_unchanged(path) {
                self.report_skipped(&SkippedFile { name: name.clone(), reason })?;
            }
            return Ok(None);
        }
        // A file that is too large is refused before it is read.
        let is_small = std::fs::metadata(path).is_ok_and(|metadata| {
            usize::try_from(metadata.len()).is_ok_and(|size| size <= self.service.limits().bytes)
        });
        let input = match std::fs::read(path) {
            Ok(bytes) if is_small => Input::Bytes(bytes),
            _ => Input::File(path.clone()),
        };
        Ok(self.folder.is_unchanged(path).then(|| Submission { name: name.clone(), media_type: None, input }))
    }

    async fn ingest(&mut self, files: &[Candidate], submissions: Vec<Submission>) -> Result<(), AppError> {
        let (context, project) = (self.context, self.context.project()?);
        let (is_settled, jobs) = (self.is_settled, submissions.len().max(1));
        let mut stored: Vec<Outcome> = Vec::new();
        let mut failed_output = None;
        let ingested = self
            .service
            .ingest_many(project, submissions, jobs, &clock::now(), |outcome| {
                if let Err(error) = report(context, outcome, is_settled) {
                    failed_output.get_or_insert(error);
                }
                stored.push(outcome.clone());
            })
            .await;
        if let Some(error) = failed_output {
            return Err(error);
        }
        match ingested {
            Ok(_) => {}
            Err(error) if error.code() == BUSY => {
                complain(&error, context.json);
                let is_stored = |file: &&Candidate| stored.iter().any(|outcome| outcome.name == file.name);
                for file in files.iter().filter(|file| !is_stored(file)) {
                    self.folder.put_back(&file.path, Instant::now());
                }
            }
            Err(error) => return Err(error),
        }
        if !is_settled {
            self.already_read += stored.iter().filter(|outcome| outcome.status == Status::Unchanged).count();
        }
        let paired = self.service.pair_new(&mut self.pairs, &stored, &clock::now()).await?;
        if context.json {
            paired.iter().try_for_each(|pair| json_line(&PairAnswer::from(pair)))?;
        } else {
            print_pairs(context, &paired);
        }
        Ok(())
    }

    /// Says why a file is no release. Without it, a file in the wrong format would seem to be overlooked.
    fn report_skipped(&self, file: &SkippedFile) -> Result<(), AppError> {
        if self.context.json {
            return json_line(&SkippedFilesAnswer::from(std::slice::from_ref(file)));
        }
        self.context.note(&format!("{}: skipped ({})", table::plain(&file.name), files::noun(file.reason)));
        Ok(())
    }
}

/// Prints what happened to a file. Of those that were there at the start, what was read before is only counted.
fn report(context: &Context, outcome: &Outcome, is_settled: bool) -> Result<(), AppError> {
    if context.json {
        return json_line(&DocumentAnswer::from(outcome));
    }
    if outcome.status == Status::Unchanged && !is_settled {
        return Ok(());
    }
    let mut line = format!("{}: {}", table::plain(&outcome.name), status(outcome));
    if let Some(id) = outcome.release_id {
        let (entries, links) = (table::counted(outcome.entries, "entry"), table::counted(outcome.links, "link"));
        let doubts = table::counted(outcome.doubts.len(), "doubt");
        line = format!("{line} as release {id}, {entries}, {links}, {doubts}");
    }
    table::lines(&[line])?;
    print_problems(context, outcome, &mut std::io::stderr().lock());
    Ok(())
}

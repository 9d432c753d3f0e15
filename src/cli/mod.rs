//! The command line: parses the arguments, runs a command, and returns an exit code.
//!
//! One file per command. Results go to standard output, as text or JSON; doubts, warnings and errors go to standard error.

mod arguments;
mod backup;
mod brief;
mod candidates;
mod check;
mod completions;
mod concordance;
mod config;
mod confirmation;
mod coverage;
mod definitions;
mod dictionary;
mod doctor;
mod exit;
mod export;
mod extract;
mod files;
mod health;
mod heap;
mod import;
mod imports;
mod ingest;
mod item_count;
mod languages;
mod link;
mod lookup;
mod lsp;
mod memory;
mod paint;
mod plan;
mod progress;
mod projects;
mod releases;
mod review;
mod segments;
mod serve;
mod sources;
mod starter;
mod suggest;
mod table;
mod terms;
mod texts;
mod token;
mod watch;
mod web;
mod worklist;

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::answer::{Answer, ErrorAnswer, FailureAnswer};
use crate::app::starter::starter_fields;
use crate::app::{AppError, Service, clock};
use crate::config::Config;
use arguments::{Arguments, Command};
use exit::Exit;

/// The settings and options every command gets.
#[derive(Clone)]
struct Context {
    config: Config,
    json: bool,
    quiet: bool,
    starter: bool,
    /// Whether the command makes the database where there is none.
    makes_database: bool,
    /// The options that said which base and project to work in.
    place: String,
}

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    heap::limit_arenas();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // `--help` and `--version` end here too, but are not errors.
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Ok };
            let _ = error.print();
            return exit.into();
        }
    };
    let json = arguments.json;
    match run(arguments) {
        Ok(exit) => exit.into(),
        Err(AppError::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Ok.into(),
        Err(error) => {
            complain(&error, json);
            Exit::of(&error).into()
        }
    }
}

/// Every command that can be given, such as `review accept`.
#[must_use]
pub fn commands() -> Vec<String> {
    fn list(command: &clap::Command, path: &str, all: &mut Vec<String>) {
        let mut parts = command.get_subcommands().filter(|part| part.get_name() != "help").peekable();
        if !path.is_empty() && (parts.peek().is_none() || !command.is_subcommand_required_set()) {
            all.push(path.to_owned());
        }
        for part in parts {
            list(part, format!("{path} {}", part.get_name()).trim_start(), all);
        }
    }
    let mut all = Vec::new();
    list(&Arguments::command(), "", &mut all);
    all
}

fn run(arguments: Arguments) -> Result<Exit, AppError> {
    let settings = Config::load(&arguments.overrides())?;
    start_log(&settings);
    let project = arguments.project().map(str::to_owned);
    let context = Context {
        config: settings,
        json: arguments.json,
        quiet: arguments.quiet,
        starter: !arguments.no_starter,
        makes_database: arguments.command.makes_database(),
        place: arguments.place(),
    };
    match arguments.command {
        Command::Backup(command) => block(backup::run(&context, &command)),
        Command::Restore(command) => block(backup::restore(&context, &command)),
        Command::Doctor => block(doctor::run(&context)),
        Command::Config => config::run(&context),
        Command::Extract(command) => extract::run(&context, &command),
        Command::Dictionary(command) => dictionary::run(&context, &command),
        Command::Completions(command) => completions::run(&command, Arguments::command()),
        Command::Serve(_) => serve::run(&context),
        Command::Lsp(command) => lsp::run(&context, &command),
        Command::Token(command) => {
            context.block(async |service| token::run(&context, service, &command, project.as_deref()).await)
        }
        Command::Health(command) if !command.here => health::of_server(&context, &command),
        Command::Ingest(command) => context.block(async |service| ingest::run(&context, service, &command).await),
        Command::Watch(command) => context.block(async |service| watch::run(&context, service, &command).await),
        Command::Review(command) => context.block(async |service| review::run(&context, service, &command).await),
        Command::Check(command) => context.block(async |service| check::run(&context, service, &command).await),
        Command::Suggest(command) => context.block(async |service| suggest::run(&context, service, &command).await),
        Command::Import(command) => context.block(async |service| import::run(&context, service, &command).await),
        Command::Imports(command) => context.block(async |service| imports::run(&context, service, &command).await),
        Command::Sources(command) => context.block(async |service| sources::run(&context, service, &command).await),
        Command::Worklist(command) => context.block(async |service| worklist::run(&context, service, &command).await),
        Command::Brief(command) => context.block(async |service| brief::run(&context, service, &command).await),
        Command::Lookup(command) => context.block(async |service| lookup::run(&context, service, &command).await),
        Command::Concordance(command) => {
            context.block(async |service| concordance::run(&context, service, &command).await)
        }
        Command::Export(command) => context.block(async |service| export::run(&context, service, command).await),
        Command::Candidates(command) => {
            context.block(async |service| candidates::run(&context, service, &command).await)
        }
        Command::Coverage(command) => context.block(async |service| coverage::run(&context, service, &command).await),
        Command::Link => context.block(async |service| link::run(&context, service).await),
        Command::Releases(command) => context.block(async |service| releases::run(&context, service, &command).await),
        Command::Terms(command) => context.block(async |service| terms::run(&context, service, &command).await),
        Command::Definitions(command) => {
            context.block(async |service| definitions::run(&context, service, &command).await)
        }
        Command::Segments(command) => context.block(async |service| segments::run(&context, service, &command).await),
        Command::Projects(command) => context.block(async |service| projects::run(&context, service, &command).await),
        Command::Starter(command) => context.block(async |service| starter::run(&context, service, &command).await),
        Command::Health(_) => context.block(async |service| health::of_this_machine(&context, service).await),
    }
}

/// Runs what does not open the term base as usual.
fn block(work: impl Future<Output = Result<Exit, AppError>>) -> Result<Exit, AppError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(AppError::Output)?;
    runtime.block_on(work)
}

impl Context {
    /// Opens the term base, does the work and closes it.
    fn block(&self, work: impl AsyncFnOnce(&Service) -> Result<Exit, AppError>) -> Result<Exit, AppError> {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(AppError::Output)?;
        runtime.block_on(async {
            let service = match self.makes_database {
                true => Service::open(&self.config).await?,
                false => Service::open_existing(&self.config).await?,
            };
            let exit = work(&service).await;
            service.store().close().await;
            exit
        })
    }
}

impl Context {
    /// Says that text is not split by a dictionary, and why, where people read it.
    fn note_dictionary(&self, problem: Option<&str>) {
        if let Some(problem) = problem.filter(|_| !self.quiet) {
            let _ = writeln!(std::io::stderr(), "Text is split by script, which is less exact. {problem}");
        }
    }

    /// The one project to work in.
    fn project(&self) -> Result<&str, AppError> {
        let project = &self.config.project;
        if project.contains(',') {
            let problem = format!("this command works in one project; name one of `{project}`");
            return Err(AppError::InvalidRequest { field: "project", problem });
        }
        Ok(project)
    }

    /// The projects to read: those named, separated by commas.
    fn projects(&self) -> Vec<String> {
        let names = self.config.project.split(',').map(str::trim).filter(|name| !name.is_empty());
        names.map(str::to_owned).collect()
    }

    /// Makes the project ready to be written into; where this command makes it, with the starter terms unless they are not
    /// wanted.
    ///
    /// A project that this command makes is taken back if nothing came into it, for example because no file could be read.
    async fn with_project(
        &self,
        service: &Service,
        work: impl AsyncFnOnce() -> Result<Exit, AppError>,
    ) -> Result<Exit, AppError> {
        let project = self.project()?;
        let is_new = service.prepare_project(project, &self.starter_fields(), &clock::now()).await?;
        let done = work().await;
        if is_new {
            service.discard_blank_project(project, &self.config.actor, &clock::now()).await?;
        }
        done
    }

    /// The fields of the starter base that a new project gets.
    fn starter_fields(&self) -> Vec<&'static str> {
        if self.starter { starter_fields().collect() } else { Vec::new() }
    }

    /// A command of this program for the same base and project, as one writes it.
    fn command(&self, command: &str) -> String {
        format!("taiyaku {command}{}", self.place)
    }

    /// Prints a note to standard error.
    fn note(&self, note: &str) {
        if !self.quiet {
            let _ = writeln!(std::io::stderr().lock(), "{note}");
        }
    }
}

/// Prints an error to standard error, as a sentence or as JSON.
fn complain(error: &AppError, json: bool) {
    complain_of(error.code(), &error.to_string(), json);
}

/// Prints an error given by its code and message to standard error.
fn complain_of(code: &str, message: &str, json: bool) {
    let mut err = std::io::stderr().lock();
    let line = if json {
        let error = FailureAnswer { code: code.to_owned(), message: message.to_owned() };
        // A struct of texts always serialises.
        serde_json::to_string(&ErrorAnswer { error }).unwrap_or_default()
    } else {
        format!("taiyaku: {message} ({code})")
    };
    let _ = writeln!(err, "{line}");
}

/// Prints an answer to standard output, as one line of JSON.
fn json_line(answer: &impl Answer) -> Result<(), AppError> {
    print_json(answer)
}

/// Prints JSON of a format described elsewhere, as one line.
fn print_json(value: &impl serde::Serialize) -> Result<(), AppError> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, value).map_err(|error| AppError::Output(error.into()))?;
    writeln!(out).map_err(AppError::Output)
}

/// Sends log events to standard error. They never contain text of a document or a token.
fn start_log(config: &Config) {
    use tracing_subscriber::filter::{LevelFilter, Targets};
    use tracing_subscriber::layer::SubscriberExt;
    use tracing_subscriber::util::SubscriberInitExt;

    let filter = config.log.parse().unwrap_or_else(|_| Targets::new().with_default(LevelFilter::WARN));
    let colours = std::io::stderr().is_terminal() && paint::allowed();
    let lines = tracing_subscriber::fmt::layer().with_ansi(colours).with_writer(std::io::stderr);
    let _ = tracing_subscriber::registry().with(lines).with(filter).try_init();
}

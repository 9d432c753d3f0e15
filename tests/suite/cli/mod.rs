//! The program itself: run as a user runs it, on a database of its own.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod backups;
mod checking;
mod codes;
mod contract;
mod crowd;
mod damage;
mod doctor;
mod documents;
mod folders;
mod importing;
mod kill;
mod network;
mod output;
mod projects;
mod reading;
mod releases;
mod review;
mod server;
mod settings;
mod site;
mod sources;
mod suggesting;
mod terminal;
mod terms;
mod texts;
mod tokens;
mod unwritable;
mod watching;
mod web;
mod word_files;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder with a database, and the program told to use it.
pub(crate) struct Home {
    pub(crate) folder: tempfile::TempDir,
    /// The database.
    pub(crate) database: PathBuf,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("base.db");
        Self { folder, database }
    }

    /// With an empty base.
    pub(crate) fn with_base() -> Self {
        let home = Self::new();
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            taiyaku::store::Store::open(&home.database).await.unwrap().close().await;
        });
        home
    }

    /// Changes the base with these statements, as no program of ours does.
    pub(crate) fn changed_with(&self, statements: &[&str]) {
        use sqlx::Connection;
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&self.database);
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let mut connection = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
            for statement in statements {
                sqlx::query(sqlx::AssertSqlSafe(*statement)).execute(&mut connection).await.unwrap();
            }
            connection.close().await.unwrap();
        });
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program with nothing of the outside around it.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_taiyaku"));
        for name in [
            "TAIYAKU_ACTOR",
            "TAIYAKU_TOKEN",
            "TAIYAKU_LISTEN",
            "TAIYAKU_PROJECT",
            "TAIYAKU_LOG",
            "TAIYAKU_PDFIUM",
            "TAIYAKU_OCR",
            "TAIYAKU_CONFIG",
            "XDG_CONFIG_HOME",
        ] {
            command.env_remove(name);
        }
        command
            .env("TAIYAKU_DATABASE", &self.database)
            .env("TAIYAKU_DICTIONARY", self.path("none"))
            .env("HOME", self.folder.path())
            .args(arguments)
            .stdin(Stdio::null());
        command
    }

    /// The command as a user whom the rights of files bind: whoever runs it, or somebody else where that is the administrator.
    #[cfg(unix)]
    pub(crate) fn bound_by_rights(&self, command: Command) -> Command {
        use std::os::unix::fs::MetadataExt;
        use std::os::unix::process::CommandExt;
        let program = self.path("program");
        let is_administrator = |folder: &Path| std::fs::metadata(folder).unwrap().uid() == 0;
        if !is_administrator(self.folder.path()) {
            return command;
        }
        if !program.exists() {
            std::fs::copy(env!("CARGO_BIN_EXE_taiyaku"), &program).unwrap();
        }
        let mut other = Command::new(&program);
        other.args(command.get_args()).uid(65_534).gid(65_534);
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => other.env(name, value),
                None => other.env_remove(name),
            };
        }
        other
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs it, wants this exit code and gives what it printed.
    pub(crate) fn prints(&self, arguments: &[&str], code: i32) -> String {
        let output = self.run(arguments);
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
        out
    }

    /// The same with this on standard input.
    pub(crate) fn complains(&self, arguments: &[&str], code: i32) -> String {
        let output = self.run(arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {error}");
        error
    }

    pub(crate) fn prints_for(&self, input: &str, arguments: &[&str], code: i32) -> String {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{arguments:?} < {input:?}\n{out}\n{err}");
        out
    }
}

pub(crate) fn samples() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary").join("samples").display().to_string()
}

//! The HTTP server, tested by a plain client over a real socket, with a new term base for each test.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod access;
mod access_callers;
mod access_table;
mod browsers;
mod caching;
mod changes;
mod checks;
mod client;
mod compat_deepl;
mod compat_files;
mod compat_tmserver;
mod contract;
mod documents;
mod edits;
mod exports;
pub(crate) mod imports;
mod limits;
mod metering;
mod openapi;
mod pages;
mod paging;
mod presence;
mod projects;
mod proposing;
mod reading;
mod refusals;
mod releases;
mod review;
mod session_ends;
mod sessions;
mod suggestions;
mod terms;
mod tokens;
mod waiting;
mod workbench;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use client::{Answer, Request};
use serde_json::Value;

use super::service;
use taiyaku::app::Service;
use taiyaku::app::access::TokenRequest;
use taiyaku::app::clock::now;
use taiyaku::config::Overrides;
use taiyaku::http::Pages;
use taiyaku::model::{Role, TokenId};

/// A release with three entries, two of them with English.
const RELEASE: &str = "視床下部の働きを解明\r\n\r\n視床下部（注1）の神経細胞（注2）を調べた。\r\n\r\n用語解説\r\n\
    （注1）視床下部（hypothalamus）：脳の一部で、𠮷い眠りを保つ。\r\n\
    （注2）神経細胞（neuron）：情報を伝える細胞。\r\n\
    （注3）細胞：生物の単位。\r\n";

/// A server of its own on a port of its own; it stops when dropped.
struct Server {
    address: SocketAddr,
    handle: taiyaku::http::Handle,
    thread: Option<JoinHandle<()>>,
    folder: tempfile::TempDir,
}

impl Server {
    /// A server that wants no token.
    fn open() -> Self {
        Self::start(None)
    }

    /// A server that wants `token`, where one is given.
    fn start(token: Option<&str>) -> Self {
        Self::told(token, Overrides::default())
    }

    /// A server that wants `token`, where one is given, told more.
    fn told(token: Option<&str>, overrides: Overrides) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
        Self::with_pages(token, overrides, Pages::in_folder(&folder).unwrap())
    }

    /// The same, with these pages.
    fn with_pages(token: Option<&str>, overrides: Overrides, pages: Pages) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terms.db");
        let token = token.map(str::to_owned);
        let (sender, receiver) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                let (service, config) = service::with(&path, token.as_deref(), overrides).await;
                let server = taiyaku::http::Server::bind_with_pages(Arc::new(service), &config, pages).unwrap();
                sender.send((server.address, server.handle.clone())).unwrap();
                server.run().await.unwrap();
            });
        });
        let (address, handle) = receiver.recv().unwrap();
        Self { address, handle, thread: Some(thread), folder }
    }

    /// A server that holds [`RELEASE`].
    fn with_release() -> Self {
        let server = Self::open();
        let answer = server.send("POST", "/v1/releases?name=a.txt", RELEASE);
        assert_eq!(answer.status, 201, "{}", answer.text());
        server
    }

    /// Lets `work` use the same base beside the server, as another program would.
    fn beside<T>(&self, work: impl AsyncFnOnce(&Service) -> T) -> T {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let (service, _) = service::at(&self.folder.path().join("terms.db"), None).await;
            let done = work(&service).await;
            service.store().close().await;
            done
        })
    }

    /// A new token: its number and itself.
    fn token(&self, name: &str, role: Role, projects: Option<&[&str]>) -> (TokenId, String) {
        let projects = projects.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
        let request = TokenRequest { name: name.to_owned(), role, projects, expires_on: None };
        let made = self.beside(async |service| {
            for project in request.projects.iter().flatten() {
                service.prepare_project(project, &[], &now()).await.unwrap();
            }
            service.create_token(&request, "test", &now()).await.unwrap()
        });
        (made.facts.id, made.token)
    }

    /// Creates projects without starter terms.
    fn create_projects(&self, names: &[&str]) {
        self.beside(async |service| {
            for name in names {
                service.create_project(name, &[], &now()).await.unwrap();
            }
        });
    }

    fn get(&self, path: &str) -> Answer {
        Request::new("GET", path).send(self.address)
    }

    fn send(&self, method: &str, path: &str, body: &str) -> Answer {
        Request::new(method, path).body(body.as_bytes()).send(self.address)
    }

    fn post_json(&self, path: &str, body: &Value) -> Answer {
        self.send_json("POST", path, body)
    }

    fn send_json(&self, method: &str, path: &str, body: &Value) -> Answer {
        let body = body.to_string();
        Request::new(method, path).header("content-type", "application/json").body(body.as_bytes()).send(self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            assert!(thread.join().is_ok(), "the server panicked");
        }
    }
}

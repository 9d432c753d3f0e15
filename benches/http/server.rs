//! Starts a server on this machine, on a given database or one made from a corpus.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use taiyaku::app::Service;
use taiyaku::app::live::memory::Progress;
use taiyaku::config::{Config, Overrides};
use taiyaku::model::{Lang, Provenance, Review, Segment};
use taiyaku::store::NewSegment;
use taiyaku::text::key::Key;

use super::client::Client;
use crate::corpus::{Pair, read_pairs};

const NOW: &str = "2026-04-01T09:00:00Z";
/// Segments of one unit of work.
const AT_ONCE: usize = 20_000;
/// How long a server may take before it answers.
const PATIENCE: Duration = Duration::from_secs(600);

/// A running server; it ends with this value.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts `taiyaku serve` on a free port and waits until it answers.
    pub(crate) fn start(database: &Path) -> Result<Self, String> {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.map_err(|error| error.to_string())?;
        let child = Command::new(env!("CARGO_BIN_EXE_taiyaku"))
            .args(["serve", "--no-starter", "--quiet", "--listen", &address.to_string(), "--database"])
            .arg(database)
            .env_remove("TAIYAKU_TOKEN")
            .spawn()
            .map_err(|error| error.to_string())?;
        let mut server = Self { child, address };
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Ok(Some(status)) = server.child.try_wait() {
                return Err(format!("The server ended: {status}."));
            }
            let ready = Client::connect(address).and_then(|mut client| client.send("GET", "/ready", b""));
            if ready.is_ok_and(|answer| answer.status == 200) {
                return Ok(server);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err("The server did not answer in time.".to_owned())
    }

    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Makes a database of the first segments of a corpus, with the starter terms and the index beside it.
pub(crate) fn make_database(database: &Path, corpus: &Path, segments: usize) -> Result<(), String> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| error.to_string())?;
    let pairs = read_pairs(corpus, segments).map_err(|error| error.to_string())?;
    let config = Config::load(&Overrides { database: Some(database.to_owned()), ..Overrides::default() });
    let config = config.map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let service = Service::open(&config).await.map_err(|error| error.to_string())?;
        service.add_starter(&config.project, &[], NOW).await.map_err(|error| error.to_string())?;
        let mut pairs = pairs.map(|pair| pair.map_err(|error| error.to_string())).peekable();
        while pairs.peek().is_some() {
            let some: Vec<Pair> = pairs.by_ref().take(AT_ONCE).collect::<Result<_, _>>()?;
            keep(&service, &config.project, &some).await?;
        }
        service.prepare_memory(&Progress::none()).await.map_err(|error| error.to_string())?;
        service.store().close().await;
        Ok(())
    })
}

async fn keep(service: &Service, project: &str, pairs: &[Pair]) -> Result<(), String> {
    let segments: Vec<Segment> = pairs.iter().map(segment).collect();
    let key = |segment: &Segment| Key::new(&segment.source, &segment.source_lang).map(|key| key.exact);
    let keys: Vec<String> = segments.iter().map(|segment| key(segment).unwrap_or_default()).collect();
    let provenance = Provenance::of("corpus");
    let new =
        |(segment, source_key)| NewSegment { segment, source_key, review: Review::Approved, provenance: &provenance };
    let rows: Vec<NewSegment<'_>> = segments.iter().zip(keys.iter().map(String::as_str)).map(new).collect();
    let written = async {
        let mut write = service.store().write("bench", NOW).await?;
        let project = write.ensure_project(project).await?;
        write.insert_segments(project, None, &rows).await?;
        write.commit().await
    };
    written.await.map(|_| ()).map_err(|error| error.to_string())
}

fn segment(pair: &Pair) -> Segment {
    let (source, target) = (pair.ja.clone(), pair.en.clone());
    Segment { source_lang: Lang::JA, target_lang: Lang::EN, source, target, confidence: 1.0 }
}

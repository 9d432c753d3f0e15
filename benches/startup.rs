//! How long a loaded term base takes to open and give its first answer. Run with `cargo bench --bench startup`.
//!
//! The base is made first: the sample releases and 300 releases of one page each, in a temporary folder.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]

use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use taiyaku::app::ingest::{Input, Submission};
use taiyaku::app::lookup::LookupQuery;
use taiyaku::app::{Parts, Service};
use taiyaku::store::Store;

const NOW: &str = "2026-04-01T09:00:00Z";

fn releases() -> Vec<Submission> {
    let kanji: Vec<char> = "光電磁熱力波粒子核膜殻層結晶格状構造場量時空質重軽速回転振動密度".chars().collect();
    let mut made: Vec<Submission> = (0..300)
        .map(|number| {
            let term: String = (0..4).map(|at| kanji[(number * 7 + at * 11 + number / 5) % kanji.len()]).collect();
            let text = format!("架空大学は{term}（imaginary effect {number}）注1）を調べた。\n\n【用語解説】\n注1）{term}：調べた現象。番号は{number}。\n");
            Submission { name: format!("{number}.txt"), media_type: None, input: Input::Bytes(text.into_bytes()) }
        })
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary/samples");
    made.extend(["cell-senescence.txt", "vortex-melting.html", "flux-growth.docx"].map(|name| Submission {
        name: name.to_owned(),
        media_type: None,
        input: Input::File(folder.join(name)),
    }));
    made
}

fn startup(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("base.db");
    runtime.block_on(async {
        let service = Service::new(Parts::with_store(Store::open(&path).await.unwrap()));
        service.add_starter("default", &[], NOW).await.unwrap();
        service.ingest_many("default", releases(), 2, NOW, |_| {}).await.unwrap();
        service.store().close().await;
    });
    criterion.bench_function("open a loaded base and answer a look-up", |bencher| {
        bencher.iter(|| {
            runtime.block_on(async {
                let service = Service::new(Parts::with_store(Store::open(&path).await.unwrap()));
                let found = service.lookup(&LookupQuery::new("細胞老化", "default")).await.unwrap();
                service.store().close().await;
                found.matches.len()
            })
        });
    });
}

criterion_group!(benches, startup);
criterion_main!(benches);

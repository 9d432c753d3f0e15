//! How long it takes to extract and link one release. Run with `cargo bench --bench extract`.
//!
//! Loading (dictionary, word lists) is left out, as a service does it once. Set `TAIYAKU_DICTIONARY` to measure with the
//! dictionary; without it, words are split by script only.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::disallowed_methods, reason = "a bench reads its own settings")]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use taiyaku::text::tokeniser::Tokeniser;
use taiyaku::{extract, link, read};

fn words() -> Tokeniser {
    std::env::var_os("TAIYAKU_DICTIONARY")
        .and_then(|path| Tokeniser::open(Path::new(&path)).ok())
        .unwrap_or_else(Tokeniser::by_script)
}

fn releases(criterion: &mut Criterion) {
    let words = words();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary/samples");
    for name in ["cell-senescence.txt", "vortex-melting.html", "flux-growth.docx", "methane-flux.pdf"] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let mut hint = read::Hint::named(name);
        hint.pdf.only = Some(read::PdfEngine::PdfExtract);
        let release = read::release(&bytes, &hint).unwrap();
        criterion.bench_function(&format!("read {name}"), |bencher| {
            bencher.iter(|| read::release(black_box(&bytes), &hint).unwrap());
        });
        criterion.bench_function(&format!("extract and link {name}"), |bencher| {
            bencher.iter(|| {
                let found = extract::entries(black_box(&release));
                link::terms(&release, &found, &words).len()
            });
        });
    }
    // Three pages: the text sample three times over, as one release.
    let text = read::release(&std::fs::read(folder.join("cell-senescence.txt")).unwrap(), &read::Hint::named("x"))
        .unwrap()
        .text;
    let three = taiyaku::model::Release {
        text: [text.as_str(), text.as_str(), text.as_str()].join("\n\u{c}"),
        ..Default::default()
    };
    criterion.bench_function("extract and link three pages of text", |bencher| {
        bencher.iter(|| {
            let found = extract::entries(black_box(&three));
            link::terms(&three, &found, &words).len()
        });
    });
}

criterion_group!(benches, releases);
criterion_main!(benches);

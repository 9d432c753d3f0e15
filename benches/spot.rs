//! How fast known terms are found in texts. Run with `cargo bench --bench spot`.
//!
//! Terms and texts are generated (see `made`). Set `TAIYAKU_DICTIONARY` to check terms in hiragana with the dictionary.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::disallowed_methods, reason = "a bench reads its own settings")]
#![expect(clippy::print_stdout, reason = "it says what it built and found")]

mod made;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use made::{Dice, Stock};
use taiyaku::model::{ConceptId, Lang, ProjectId, TermId};
use taiyaku::spot::{LexiconTerm, ProjectFilter, Spotter};
use taiyaku::text::tokeniser::Tokeniser;

fn spot(criterion: &mut Criterion) {
    let words = std::env::var_os("TAIYAKU_DICTIONARY")
        .and_then(|path| Tokeniser::open(Path::new(&path)).ok())
        .unwrap_or_else(Tokeniser::by_script);
    let mut dice = Dice::new(1);
    let stock = Stock::new(&mut dice);
    let other = Stock::new(&mut dice);
    let mut group = criterion.benchmark_group("spot");
    group.sample_size(10);
    for (lang, name) in [(Lang::JA, "Japanese"), (Lang::EN, "English")] {
        let make = if lang == Lang::JA { Stock::japanese_term } else { Stock::english_term };
        let terms = stock.terms(&mut dice, 200_000, make);
        let known = (1..).zip(&terms).map(|(id, text)| LexiconTerm {
            term_id: TermId::new(id),
            concept_id: ConceptId::new(id),
            project_id: ProjectId::new(1),
            lang: lang.clone(),
            text: text.clone(),
        });
        let start = Instant::now();
        let spotter = Spotter::new(known);
        println!("{name}: {} terms built in {:.2?}", terms.len(), start.elapsed());
        // Texts whose other words are no terms, as in a release; and texts made of the very words the terms are made of.
        for (kind, source, share) in [("one word in eight known", &other, 12), ("nearly every word known", &stock, 35)]
        {
            let texts: Vec<String> = (0..200)
                .map(|_| match lang == Lang::JA {
                    true => source.japanese_text(&mut dice, &terms, share, 5_000),
                    false => source.english_text(&mut dice, &terms, share, 5_000),
                })
                .collect();
            let bytes: usize = texts.iter().map(String::len).sum();
            let found: usize =
                texts.iter().map(|text| spotter.spots(text, &lang, &words, ProjectFilter::All).len()).sum();
            println!(
                "{name}, {kind}: {found} places in {bytes} bytes: {}",
                texts[0].chars().take(80).collect::<String>()
            );
            group.throughput(Throughput::Bytes(bytes as u64));
            group.bench_function(format!("{name}, {kind}"), |bencher| {
                bencher.iter(|| {
                    texts
                        .iter()
                        .map(|text| spotter.spots(black_box(text), &lang, &words, ProjectFilter::All).len())
                        .sum::<usize>()
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, spot);
criterion_main!(benches);

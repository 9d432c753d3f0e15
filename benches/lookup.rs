//! How fast terms are found while typing. Run with `cargo bench --bench lookup`.
//!
//! 200,000 terms of each language are generated (see `made`); queries are taken from them: whole, their beginning, a piece
//! from within, and with a character changed.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "it says what it built")]

#[allow(dead_code, reason = "not all of it is needed here")]
mod made;

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use made::{Dice, Stock};
use taiyaku::lookup::{IndexedTerm, TermIndex, TermQuery};
use taiyaku::model::{ConceptId, Lang, ProjectId, TermId};
use taiyaku::text::key::Key;

/// Queries of each kind.
const QUERIES: usize = 200;

fn lookup(criterion: &mut Criterion) {
    let mut dice = Dice::new(1);
    let stock = Stock::new(&mut dice);
    let japanese = stock.terms(&mut dice, 200_000, Stock::japanese_term);
    let english = stock.terms(&mut dice, 200_000, Stock::english_term);
    let named = japanese.iter().map(|text| (Lang::JA, text)).chain(english.iter().map(|text| (Lang::EN, text)));
    let terms: Vec<IndexedTerm> = (1..)
        .zip(named)
        .filter_map(|(id, (lang, text))| {
            let key = Key::new(text, &lang)?;
            Some(IndexedTerm {
                term_id: TermId::new(id),
                concept_id: ConceptId::new(id),
                project_id: ProjectId::new(1),
                text: text.clone(),
                key: key.exact,
                variant_key: key.variant,
                reading_key: None,
                confidence: 0.9,
                lang,
            })
        })
        .collect();
    let start = Instant::now();
    let index = TermIndex::new(terms);
    println!("400,000 terms built in {:.2?}", start.elapsed());
    let mut group = criterion.benchmark_group("lookup");
    group.sample_size(10);
    group.throughput(Throughput::Elements(QUERIES as u64));
    for (name, terms) in [("Japanese", &japanese), ("English", &english)] {
        let long: Vec<Vec<char>> =
            terms.iter().map(|term| term.chars().collect()).filter(|term: &Vec<char>| term.len() >= 5).collect();
        for (kind, change) in [
            ("whole", &(|term: &[char]| term.to_vec()) as &dyn Fn(&[char]) -> Vec<char>),
            ("first two characters", &|term| term[..2].to_vec()),
            ("first four characters", &|term| term[..4].to_vec()),
            ("from within", &|term| term[1..term.len() - 1].to_vec()),
            ("a character changed", &|term| {
                let mut term = term.to_vec();
                term[2] = '々';
                term
            }),
        ] {
            let queries: Vec<TermQuery> = (0..QUERIES)
                .map(|_| {
                    let text: String = change(&long[dice.below(long.len())]).into_iter().collect();
                    let mut query = TermQuery::new(&text, None).unwrap();
                    query.projects = vec![ProjectId::new(1)];
                    query
                })
                .collect();
            group.bench_function(format!("{name}, {kind}"), |bencher| {
                bencher.iter(|| queries.iter().map(|query| index.search(black_box(query)).len()).sum::<usize>());
            });
        }
    }
    group.finish();
}

criterion_group!(benches, lookup);
criterion_main!(benches);

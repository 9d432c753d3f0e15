//! Which links a release proves, and which it only seems to prove.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod accounts;
mod boundaries;
mod entries;
mod glosses;
mod no_terms;
mod properties;
mod proposing;
mod sentences;
mod titles;

use std::path::Path;

use taiyaku_engines::{extract, link};
use taiyaku_formats::read;
use taiyaku_language::model::{Link, Release};
use taiyaku_language::text::tokeniser::Tokeniser;

/// A description of a gloss, a text with it, and every link it proves in short form.
type Fact = (&'static str, &'static str, &'static [&'static str]);

/// The dictionary named by the environment, if any.
#[expect(clippy::disallowed_methods, reason = "the set-up names the dictionary")]
fn dictionary() -> Option<Tokeniser> {
    std::env::var_os("TAIYAKU_DICTIONARY").and_then(|path| Tokeniser::open(Path::new(&path)).ok())
}

fn release(text: &str) -> Release {
    read::release(text.as_bytes(), &read::Hint::named("release.txt")).unwrap()
}

/// All links of a text, including weak ones.
fn links(text: &str, words: &Tokeniser) -> Vec<Link> {
    let release = release(text);
    link::terms(&release, &extract::entries(&release), words)
}

/// A link in short form: `内側前頭前野 = medial prefrontal cortex [mPFC], inline_gloss equivalent`.
fn short(link: &Link) -> String {
    let abbreviation = link.abbr.as_ref().map(|abbr| format!(" [{abbr}]")).unwrap_or_default();
    let (method, relation) = (link.method.as_str(), link.relation.as_str());
    format!("{} = {}{abbreviation}, {method} {relation}", link.ja, link.en)
}

/// Compares each fact with the links found with this tokeniser.
fn check(facts: &[Fact], words: &Tokeniser) {
    let mut wrong = Vec::new();
    for (name, text, want) in facts {
        let found = links(text, words);
        let got: Vec<String> = found.iter().map(short).collect();
        if got != *want {
            wrong.push(format!("{name}: {text}\n   got  {got:?}\n   want {want:?}"));
        }
        let release = release(text);
        for link in &found {
            assert!((0.0..=0.99).contains(&link.confidence) && !link.signs.is_empty(), "{name}: {link:?}");
            assert!(!link.span.of(&release.text).is_empty() && !link.support.is_empty(), "{name}: {link:?}");
        }
    }
    assert!(wrong.is_empty(), "with {}\n{}\n", words.version(), wrong.join("\n"));
}

/// Checks facts that need no dictionary, both with and without one.
fn check_always(facts: &[Fact]) {
    check(facts, &Tokeniser::by_script());
    if let Some(words) = dictionary() {
        check(facts, &words);
    }
}

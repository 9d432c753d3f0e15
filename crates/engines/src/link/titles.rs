//! Links between titles: the two of a paper, and a Japanese title with its English one on the next line.

use super::account::Account;
use super::coverage::content_words;
use super::entities::is_organisation;
use super::proof::Proof;
use crate::model::{Extraction, Link, Method, Relation, Release, Sign, Span};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::layout::{Layout, LineKind};
use crate::text::tokeniser::Tokeniser;

/// Titles of the document itself stand among its first lines.
const FIRST_LINES: usize = 12;

/// The links between titles, if the document pairs any.
pub(super) fn links(layout: &Layout, release: &Release, found: &Extraction, words: &Tokeniser) -> Vec<Link> {
    paper(found).into_iter().chain(lines(layout, release, words)).collect()
}

/// The two titles of the paper.
fn paper(found: &Extraction) -> Option<Link> {
    let place = found.paper_titles?;
    let en = found.metadata.paper_title_en.as_deref()?;
    let ja = found.metadata.paper_title_ja.as_deref()?;
    let proof = Proof {
        method: Method::TitlePair,
        span: place.en.cover(place.ja),
        support: format!("{en} / {ja}"),
        entry: None,
    };
    Some(proof.link(ja, en, None, Relation::Title, vec![Sign::new("paired_titles", 0.97)]))
}

/// A title in Japanese with the same in English on the line below it, at the top of the document.
fn lines(layout: &Layout, release: &Release, words: &Tokeniser) -> Option<Link> {
    let text = release.text.as_str();
    let top: Vec<Span> = layout
        .lines
        .iter()
        .filter(|line| line.kind == LineKind::Text)
        .take(FIRST_LINES)
        .map(|line| line.span)
        .collect();
    for pair in top.windows(2) {
        let [above, below] = pair else { continue };
        let (ja, en) = (above.of(text).trim(), below.of(text).trim());
        if !is_japanese_title(ja) || !is_english_title(en) || is_organisation(ja, en) {
            continue;
        }
        let account = Account::of(ja, en, words);
        if !account.fits() || account.explained * 2 < account.wanted && !is_capitalised(en) {
            continue;
        }
        let mut signs = vec![Sign::new("title_lines", 0.9)];
        if account.explained > 0 {
            signs.push(Sign::new("words_explained", 0.95));
        }
        let proof = Proof {
            method: Method::TitlePair,
            span: above.cover(*below),
            support: format!("{ja} / {en}"),
            entry: None,
        };
        return Some(proof.link(ja, en, None, Relation::Title, signs));
    }
    None
}

fn is_japanese_title(line: &str) -> bool {
    let count = line.chars().count();
    (8..=90).contains(&count)
        && has_japanese(line)
        && !line.ends_with(['。', '．', '.', '：', ':', '」', '）', ')'])
        && !line.contains(['@', '：', '年'])
        && line.chars().filter(|c| matches!(class(*c), Class::Latin | Class::Digit)).count() * 2 < count
}

/// Whether a line of English is a title: four words or more, capitalised, no names of people with numbers.
fn is_english_title(line: &str) -> bool {
    let words = content_words(line);
    let lower = words.iter().filter(|word| word.chars().filter(|c| c.is_lowercase()).count() >= 3).count();
    !has_japanese(line)
        && line.split_whitespace().count() >= 4
        && lower >= 3
        && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !line.ends_with('.')
        && !line.contains(['@', '[', '|', '>', '〒'])
        && !line.contains("://")
        && line.matches(',').count() <= 1
}

/// Whether most words of a title begin with a capital.
fn is_capitalised(line: &str) -> bool {
    let words = content_words(line);
    words.iter().filter(|word| word.starts_with(char::is_uppercase)).count() * 2 >= words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> Option<(String, String)> {
        let release = Release { text: text.to_owned(), ..Release::default() };
        lines(&Layout::of(text, &[]), &release, &Tokeniser::by_script()).map(|link| (link.ja, link.en))
    }

    #[test]
    fn a_title_and_its_english_below_it_are_a_pair() {
        let want =
            Some(("𠮷の膜に見つかった光の渦".to_owned(), "Optical Vortices Found in Yoshi Membranes".to_owned()));
        assert_eq!(
            title("研究報告\r\n\r\n𠮷の膜に見つかった光の渦\r\nOptical Vortices Found in Yoshi Membranes\r\n"),
            want
        );
        for text in [
            "見本科学大学の大学院研究科\nGraduate School of the Mihon Science University\n",
            "本文へ移動するときはこちら\nSkip to main content here\n",
            "𠮷の膜に光の渦を見つけた。\nOptical Vortices Found in Yoshi Membranes\n",
            "見本太郎と例花子の報告\nMIHON Taro, REI Hanako, REI Jiro [1]\n",
            "膜の報告を始める会合\nOptical Vortices Found in the Very Thin Lipid Membranes of Living Yeast Cells Under Strong Pulsed Light of Lasers at Night\n",
        ] {
            assert_eq!(title(text), None, "{text}");
        }
    }
}

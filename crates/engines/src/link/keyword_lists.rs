//! Keyword lists that a document prints in both languages: of the same length, they pair by their order.

use super::account::Account;
use super::proof::Proof;
use super::weighing::weigh;
use crate::model::{Link, Method, Relation, Release, Sign, Span};
use crate::text::chars::has_japanese;
use crate::text::layout::{Layout, LineKind};
use crate::text::tokeniser::Tokeniser;

/// How lists begin.
const LABELS: &[&str] =
    &["キーワード", "索引語", "検索語", "キーフレーズ", "Keywords", "Key words", "Index terms", "Key phrases"];
/// The longest keyword on a line of its own, in characters.
const LONGEST: usize = 40;
/// More keywords than this are no list of them.
const MOST: usize = 24;

/// A list: its items, and where it stands.
struct KeywordList<'a> {
    items: Vec<&'a str>,
    span: Span,
    is_japanese: bool,
}

/// The pairs of all lists that follow each other in two languages.
pub(super) fn links(layout: &Layout, release: &Release, words: &Tokeniser) -> Vec<Link> {
    let lists = lists(layout, release);
    let mut links = Vec::new();
    for pair in lists.windows(2) {
        let [one, other] = pair else { continue };
        if one.is_japanese == other.is_japanese || one.items.len() != other.items.len() {
            continue;
        }
        let (ja, en) = if one.is_japanese { (one, other) } else { (other, one) };
        let span = ja.span.cover(en.span);
        for (ja, en) in ja.items.iter().zip(&en.items) {
            let proof = Proof { method: Method::KeywordPair, span, support: format!("{ja} / {en}"), entry: None };
            let mut judgement = weigh(ja, en, Account::of(ja, en, words));
            judgement.signs.push(Sign::new("lists_of_one_length", 0.93));
            if judgement.relation == Relation::Equivalent {
                links.push(proof.link(ja, en, None, Relation::Equivalent, judgement.signs));
            }
        }
    }
    links
}

fn lists<'a>(layout: &Layout, release: &'a Release) -> Vec<KeywordList<'a>> {
    let text = release.text.as_str();
    let mut lists: Vec<KeywordList<'_>> = Vec::new();
    let mut lines = layout.lines.iter().peekable();
    while let Some(line) = lines.next() {
        let printed = line.span.of(text);
        let Some(label) = LABELS.iter().find(|label| {
            starts_with(printed.trim_start_matches(['【', '[', '［', '■', '●', '<', '＜', ' ', '\u{3000}']), label)
        }) else {
            continue;
        };
        let after = printed.find([':', '：', '】', ']', '］', '>', '＞', '—']);
        let mut span = match after {
            Some(at) => {
                let rest = printed[at..].trim_start_matches(|c: char| !c.is_alphanumeric());
                Span::new(line.span.end - rest.len(), line.span.end)
            }
            // The label has a line of its own.
            None if printed.trim().chars().count() <= label.chars().count() + 2 => {
                Span::new(line.span.end, line.span.end)
            }
            None => continue,
        };
        // A list goes on while its lines end in a comma, and begins on the next line if its label stands alone.
        while span.of(text).trim().is_empty() || span.of(text).trim_end().ends_with([',', '，', '、', ';', '；']) {
            match lines.peek() {
                Some(next) if next.kind == LineKind::Text => {
                    span =
                        if span.of(text).trim().is_empty() { next.span } else { Span::new(span.start, next.span.end) };
                    lines.next();
                }
                _ => break,
            }
        }
        let mut items = items(span.of(text));
        // One keyword on each line below a label that stands alone.
        if after.is_none() && items.len() == 1 {
            while let Some(next) =
                lines.peek().filter(|next| next.kind == LineKind::Text && is_keyword(next.span.of(text)))
            {
                items.push(next.span.of(text).trim());
                span = span.cover(next.span);
                lines.next();
            }
        }
        if (2..=MOST).contains(&items.len()) {
            let is_japanese = items.iter().any(|item| has_japanese(item));
            lists.push(KeywordList { items, span, is_japanese });
        }
    }
    lists
}

/// Whether a line is one keyword of a list.
fn is_keyword(line: &str) -> bool {
    let label = LABELS.iter().any(|label| starts_with(line.trim(), label));
    !label
        && line.chars().count() <= LONGEST
        && !line.contains(['。', '：', ':', '、', '，', ',', ';', '；'])
        && !line.ends_with('.')
}

fn starts_with(text: &str, label: &str) -> bool {
    let mut rest = text.chars().filter(|c| !c.is_whitespace());
    label
        .chars()
        .filter(|c| !c.is_whitespace())
        .all(|c| rest.next().is_some_and(|other| other.eq_ignore_ascii_case(&c)))
}

fn items(list: &str) -> Vec<&str> {
    let strong = [',', '，', '、', ';', '；', '/', '／', '|', '｜'];
    let separators: &[char] = if list.contains(strong) { &strong } else { &['・'] };
    let bare = |item: &str| item.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '。' | '・')).len();
    let items =
        list.split(separators).map(|item| item.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '。')));
    items.filter(|item| bare(item) > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, String)> {
        let release = Release { text: text.to_owned(), ..Release::default() };
        links(&Layout::of(text, &[]), &release, &Tokeniser::by_script())
            .into_iter()
            .map(|link| (link.ja, link.en))
            .collect()
    }

    #[test]
    fn lists_of_one_length_pair_in_their_order() {
        let want =
            vec![("𠮷膜".to_owned(), "yoshi membrane".to_owned()), ("もつれ".to_owned(), "entanglement".to_owned())];
        for text in [
            "キーワード：𠮷膜，もつれ\nKeywords: yoshi membrane, entanglement\n",
            "【キーワード】\r\n𠮷膜、もつれ\r\n\r\n要旨\r\n\r\nKey words\r\nyoshi membrane; entanglement.\r\n",
            "Keywords: yoshi membrane,\nentanglement\n\nキーワード: 𠮷膜・もつれ\n",
        ] {
            assert_eq!(pairs(text), want, "{text}");
        }
    }

    #[test]
    fn lists_of_different_lengths_pair_nothing() {
        assert!(pairs("キーワード：膜，もつれ\nKeywords: membrane, entanglement, light\n").is_empty());
        assert!(pairs("キーワード：膜，もつれ\n膜と光を調べた。\n").is_empty());
    }
}

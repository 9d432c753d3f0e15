//! Document links: DOIs.

use tower_lsp_server::ls_types::{DocumentLink, DocumentLinkParams, Uri};

use super::super::session::Session;
use crate::model::Span;

/// The most links of a document.
const MOST: usize = 1_000;

pub(in crate::lsp) fn answer(session: &Session, params: &DocumentLinkParams) -> Option<Vec<DocumentLink>> {
    let (_, snapshot) = session.snapshot(&params.text_document.uri)?;
    let link = |span: Span| {
        let doi = span.of(&snapshot.text);
        Some(DocumentLink {
            range: snapshot.lines.range(&snapshot.text, span),
            target: Some(format!("https://doi.org/{doi}").parse::<Uri>().ok()?),
            tooltip: Some(format!("doi:{doi}")),
            data: None,
        })
    };
    Some(dois(&snapshot.text).into_iter().take(MOST).filter_map(link).collect())
}

/// The DOIs of a text (`10.` with four digits or more, a slash, a name), without punctuation behind them. DOIs in a URL are
/// already links.
fn dois(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(length) = text[at..].find("10.") {
        let start = at + length;
        at = start + 3;
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        let before = text[..start].chars().next_back();
        if !(4..=9).contains(&digits)
            || !text[at + digits..].starts_with('/')
            || before.is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '/'))
        {
            continue;
        }
        let name = at + digits + 1;
        let end = text[name..].find(|c: char| !c.is_ascii_graphic() || matches!(c, '"' | '<' | '>' | '\\' | '|'));
        let whole = &text[start..end.map_or(text.len(), |end| name + end)];
        let mut doi = whole.trim_end_matches(['.', ',', ';', ':', '\'', '?', '!']);
        for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
            if doi.ends_with(close) && doi.matches(open).count() < doi.matches(close).count() {
                doi = doi[..doi.len() - 1].trim_end_matches(['.', ',', ';']);
            }
        }
        if doi.len() > name - start {
            found.push(Span::new(start, start + doi.len()));
        }
        at = start + whole.len().max(3);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::dois;

    #[test]
    fn dois_end_before_the_punctuation_of_the_sentence() {
        for (text, want) in [
            ("DOI：10.1038/s41586-024-0001-2。次", &["10.1038/s41586-024-0001-2"][..]),
            ("(doi:10.1016/0092-8674(90)90001-X), 𠮷", &["10.1016/0092-8674(90)90001-X"]),
            ("10.1000/a. 10.1000/b;", &["10.1000/a", "10.1000/b"]),
            ("<a>10.1000/a</a>", &["10.1000/a"]),
            ("https://doi.org/10.1000/a 3.10.1000/x 10.12/a 10.1000/ 110.1000/a", &[]),
        ] {
            let found: Vec<&str> = dois(text).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(found, want, "{text}");
        }
    }
}

//! Text in which another program has kept a segment with its markup.

use super::content::Content;
use super::lexer::Token;
use super::tokens::WholeFile;

/// The text of a segment that is kept as markup. Other text is given as it is.
pub(in crate::exchange) fn text_of_markup(text: &str) -> String {
    if !text.contains('<') || !is_markup(text) {
        return text.to_owned();
    }
    let (mut tokens, mut content, mut flaws) = (WholeFile::new(text), Content::new(0), Vec::new());
    while let Some(token) = tokens.next(&mut flaws) {
        content.take(&token, &mut flaws);
    }
    content.finish(text.len(), &mut Vec::new()).whole.plain_text()
}

/// Whether every `<` begins a tag.
fn is_markup(text: &str) -> bool {
    let (mut tokens, mut flaws, mut has_tags) = (WholeFile::new(text), Vec::new(), false);
    while let Some(token) = tokens.next(&mut flaws) {
        has_tags |= matches!(token, Token::Start(_) | Token::End { .. });
    }
    has_tags && flaws.is_empty()
}

#[cfg(test)]
mod tests {
    use super::text_of_markup;

    #[test]
    fn a_neighbour_kept_as_markup_gives_its_text() {
        for (given, want) in [
            ("<seg>脳の<hi>一部</hi>。</seg>", "脳の一部。"),
            ("<seg>量子<bpt i=\"1\">&lt;b&gt;</bpt>もつれ<ept i=\"1\"/></seg>", "量子もつれ"),
            ("<seg>a &amp;lt; b</seg>", "a &lt; b"),
            ("p < 0.05 and q > 1", "p < 0.05 and q > 1"),
            ("𠮷", "𠮷"),
            ("<", "<"),
            ("", ""),
        ] {
            assert_eq!(text_of_markup(given), want, "{given:?}");
        }
    }
}

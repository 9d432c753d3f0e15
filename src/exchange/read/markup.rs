//! Elements inside a segment and properties as tools write them come in; plain text goes out.

/// What becomes of the text in an element inside a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inline {
    /// It is part of the text: `hi`, and elements the format does not know.
    Text,
    /// It is a code of the format the text was in: `bpt`, `ept`, `ph`, `it`, `ut`.
    Code,
    /// It is another text, such as a footnote, that stands inside a code: `sub`.
    Other,
}

/// The kind of an element by its local name.
pub(super) fn inline(name: &str) -> Inline {
    match name {
        "bpt" | "ept" | "ph" | "it" | "ut" => Inline::Code,
        "sub" => Inline::Other,
        _ => Inline::Text,
    }
}

/// Whether the `type` of a code says that the line, page or column ends there: two words must not become one.
pub(super) fn is_break(kind: &str) -> bool {
    matches!(kind, "lb" | "pb" | "cb" | "x-lb")
}

/// Text in which another program has kept a segment with its markup, as escaped XML: the text alone.
pub(super) fn without_tags(text: &str) -> String {
    if !text.contains('<') {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    let mut inside = 0_usize;
    while let Some(at) = rest.find('<') {
        if inside == 0 {
            plain.push_str(&rest[..at]);
        }
        let tag = &rest[at + 1..];
        let Some(end) = tag.find('>').filter(|_| tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')) else {
            if inside == 0 {
                plain.push('<');
            }
            rest = tag;
            continue;
        };
        let whole = &tag[..end];
        let name = whole.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if inline(name) != Inline::Text && !whole.ends_with('/') {
            inside = if whole.starts_with('/') { inside.saturating_sub(1) } else { inside + 1 };
        }
        rest = &tag[end + 1..];
    }
    if inside == 0 {
        plain.push_str(rest);
    }
    unescaped(&plain)
}

/// The five entities of XML, resolved once.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[cfg(test)]
mod tests {
    use super::without_tags;

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
            assert_eq!(without_tags(given), want, "{given:?}");
        }
    }
}

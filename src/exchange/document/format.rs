//! The text of a file and its name come in; what it is goes out. Content decides, the name where it is open.

/// A kind of file that is read with its places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DocumentFormat {
    /// XLIFF 1.2 and 2.x.
    Xliff,
    /// Translation Memory eXchange.
    Tmx,
    /// Message catalogue of GNU gettext.
    Po,
    /// A table with tabs.
    Tsv,
    /// A table with commas or semicolons.
    Csv,
    /// Markdown.
    Markdown,
    /// Lines of text.
    Text,
}

impl DocumentFormat {
    /// The name in output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Xliff => "xliff",
            Self::Tmx => "tmx",
            Self::Po => "po",
            Self::Tsv => "tsv",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Text => "text",
        }
    }

    /// Whether a file holds both texts; else its translation is a file of its own.
    #[must_use]
    pub fn is_bilingual(self) -> bool {
        !matches!(self, Self::Markdown | Self::Text)
    }

    /// What a file with this text and name is.
    #[must_use]
    pub fn of(text: &str, name: &str) -> Self {
        let head: String = text.trim_start_matches('\u{feff}').chars().take(4096).collect();
        let begin = head.trim_start();
        if begin.starts_with('<') {
            for (root, format) in [("xliff", Self::Xliff), ("tmx", Self::Tmx)] {
                let opens = |at: usize| begin[at + 1 + root.len()..].starts_with([' ', '\t', '\r', '\n', '>', '/']);
                if begin.match_indices(&format!("<{root}")).any(|(at, _)| opens(at))
                    || begin.contains(&format!(":{root} "))
                {
                    return format;
                }
            }
        }
        let ending = name.rsplit(['/', '\\']).next().unwrap_or_default().rsplit_once('.').map_or("", |(_, end)| end);
        match ending.to_ascii_lowercase().as_str() {
            "xlf" | "xliff" | "mxliff" | "sdlxliff" | "mqxliff" => return Self::Xliff,
            "tmx" => return Self::Tmx,
            "po" | "pot" => return Self::Po,
            "tsv" | "tab" | "utf8" => return Self::Tsv,
            "csv" => return Self::Csv,
            "md" | "markdown" | "mdx" | "mkd" => return Self::Markdown,
            _ => {}
        }
        let mut lines = head.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        let first = lines.next().unwrap_or_default();
        if ["msgid", "msgctxt"].iter().any(|word| first.starts_with(word)) {
            return Self::Po;
        }
        for (separator, format) in [('\t', Self::Tsv), (',', Self::Csv), (';', Self::Csv)] {
            if super::table::names_columns(first, separator) {
                return format;
            }
        }
        Self::Text
    }
}

/// Whether a character is kana, kanji or Japanese punctuation, between which a line end is nothing.
pub(super) fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a text has any kana or kanji.
pub(super) fn has_japanese(text: &str) -> bool {
    text.chars()
        .any(|letter| is_japanese(letter) && !matches!(letter, '\u{3000}'..='\u{3003}' | '\u{ff01}'..='\u{ff65}'))
}

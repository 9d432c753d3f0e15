//! Spelling variants and plurals of English (glossary/variants.csv).

use std::sync::LazyLock;

/// glossary/variants.csv by kind: `from,to,kind,note`, applied in the order of the file.
#[derive(Debug, Default)]
pub struct Variants {
    /// British letter sequences and their American forms.
    pub spelling: Vec<(&'static str, &'static str)>,
}

pub static VARIANTS: LazyLock<Variants> = LazyLock::new(|| {
    let mut variants = Variants::default();
    for line in include_str!("../../../../glossary/variants.csv").lines().skip(1) {
        let mut cells = line.splitn(4, ',');
        let (Some(from), Some(to), Some(kind)) = (cells.next(), cells.next(), cells.next()) else { continue };
        match kind {
            "spelling" => variants.spelling.push((from, to)),
            _ => {}
        }
    }
    variants
});

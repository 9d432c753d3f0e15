//! The word lists in glossary/stopwords.csv, by kind.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words by their kind.
#[derive(Debug, Default)]
pub struct WordLists {
    pub lead: HashSet<&'static str>,
    pub counter: HashSet<&'static str>,
    pub unit: HashSet<&'static str>,
    pub kana_word: Vec<&'static str>,
    /// Japanese words between two nouns, each with the English word of the same meaning.
    pub bridge: Vec<(&'static str, &'static str)>,
    pub place: HashSet<&'static str>,
    pub generic: HashSet<&'static str>,
    pub organisation: Vec<&'static str>,
    pub organisation_latin: Vec<&'static str>,
    pub publication: Vec<&'static str>,
    /// Words for which a bracket nearly always names a member, not their English: 表示（GTK）.
    pub class: HashSet<&'static str>,
    pub grant: Vec<&'static str>,
    /// Words of every release, which make no term on their own: 研究, 成果.
    pub ordinary: HashSet<&'static str>,
    pub person: Vec<&'static str>,
    /// Words and phrases that lead up to a term and do not belong to it unless its English says them: 一定期間.
    pub adverbial: Vec<&'static str>,
    /// Adverbs with which terms do begin: 絶対零度.
    pub begins_term: HashSet<&'static str>,
    /// Japanese words at the border of a bracket that make it a remark rather than a name: 以降, 即ち.
    pub remark: Vec<&'static str>,
    /// English words with which a remark begins and a name does not: especially.
    pub remark_latin: HashSet<&'static str>,
    /// English words that an English term may have between its other words: degree of freedom.
    pub inside_term: HashSet<&'static str>,
    /// English words that no English term has between its words: except.
    pub breaks_term: HashSet<&'static str>,
    /// English words that are plural in names, too: social media.
    pub plural_name: HashSet<&'static str>,
    /// Labels of lines that say where to ask, when and where something takes place, or until when nothing may be printed.
    pub contact_label: Vec<&'static str>,
    /// Labels of lines that name people.
    pub people_label: Vec<&'static str>,
    /// Labels of lines that say who paid.
    pub funding_label: Vec<&'static str>,
    /// Phrases of sentences that say who paid.
    pub funding: Vec<&'static str>,
    pub reject: Vec<&'static str>,
    pub reject_lead: Vec<&'static str>,
}

/// The lists, read once. A row is `word,kind,note`; words have no comma.
pub static WORD_LISTS: LazyLock<WordLists> = LazyLock::new(|| {
    let mut lists = WordLists::default();
    for line in include_str!("../../../../glossary/stopwords.csv").lines().skip(1) {
        let mut cells = line.splitn(3, ',');
        let (Some(word), Some(kind)) = (cells.next(), cells.next()) else { continue };
        match kind {
            "lead" => drop(lists.lead.insert(word)),
            "counter" => drop(lists.counter.insert(word)),
            "unit" => drop(lists.unit.insert(word)),
            "bridge" => lists.bridge.push((word, cells.next().unwrap_or_default())),
            "place" => drop(lists.place.insert(word)),
            "kana-word" => lists.kana_word.push(word),
            "generic" => drop(lists.generic.insert(word)),
            "organisation" => lists.organisation.push(word),
            "organisation-latin" => lists.organisation_latin.push(word),
            "publication" => lists.publication.push(word),
            "class" => drop(lists.class.insert(word)),
            "grant" => lists.grant.push(word),
            "ordinary" => drop(lists.ordinary.insert(word)),
            "person" => lists.person.push(word),
            "adverbial" => lists.adverbial.push(word),
            "begins-term" => drop(lists.begins_term.insert(word)),
            "remark" => lists.remark.push(word),
            "remark-latin" => drop(lists.remark_latin.insert(word)),
            "inside-term" => drop(lists.inside_term.insert(word)),
            "breaks-term" => drop(lists.breaks_term.insert(word)),
            "plural-name" => drop(lists.plural_name.insert(word)),
            "contact-label" => lists.contact_label.push(word),
            "people-label" => lists.people_label.push(word),
            "funding-label" => lists.funding_label.push(word),
            "funding" => lists.funding.push(word),
            "reject" => lists.reject.push(word),
            "reject-lead" => lists.reject_lead.push(word),
            _ => {}
        }
    }
    lists
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_shipped_list_has_a_known_kind() {
        let rows = include_str!("../../../../glossary/stopwords.csv").lines().count() - 1;
        let lists = &*WORD_LISTS;
        let kept = lists.lead.len()
            + lists.generic.len()
            + lists.counter.len()
            + lists.unit.len()
            + lists.kana_word.len()
            + lists.place.len()
            + lists.bridge.len()
            + lists.organisation.len()
            + lists.organisation_latin.len()
            + lists.publication.len()
            + lists.class.len()
            + lists.grant.len()
            + lists.ordinary.len()
            + lists.person.len()
            + lists.adverbial.len()
            + lists.begins_term.len()
            + lists.remark.len()
            + lists.remark_latin.len()
            + lists.inside_term.len()
            + lists.breaks_term.len()
            + lists.plural_name.len()
            + lists.contact_label.len()
            + lists.people_label.len()
            + lists.funding_label.len()
            + lists.funding.len()
            + lists.reject.len()
            + lists.reject_lead.len();
        assert_eq!(kept, rows);
    }
}

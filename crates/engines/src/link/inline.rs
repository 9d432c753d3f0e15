//! Links in the brackets of running text, in both directions.

use super::abbreviation::{abbreviates, begins_otherwise, initials_agree};
use super::account::Account;
use super::boundary;
use super::coverage;
use super::definitions;
use super::english;
use super::entities::{
    ends_generic, has_digits, has_english_words, is_generic, is_grant, is_japanese_personal_name, is_office,
    is_organisation, is_part_of_a_work, is_person, is_publication, is_romanised_personal_name, is_symbol_of,
    is_transcribed_personal_name, is_unit, last_latin_word, shares_digits,
};
use super::gloss::{self, Gloss};
use super::heads::has_inner_gloss;
use super::name_shape::is_english;
use super::passage::{self, Passage, PassageKind};
use super::proof::Proof;
use super::weighing::weigh;
use crate::model::{Extraction, Link, Method, Relation, Release, Sign, Span};
use crate::text::chars::{Class, class, has_japanese, has_latin};
use crate::text::english::is_abbreviation;
use crate::text::layout::Flow;
use crate::text::letter_names::reads_aloud;
use crate::text::tokeniser::Tokeniser;
use crate::text::word_lists::WORD_LISTS;

/// The links in all brackets outside heads, and in the phrases of definitions.
pub(super) fn links(mut passages: Vec<Passage>, release: &Release, found: &Extraction, words: &Tokeniser) -> Vec<Link> {
    let heads: Vec<&str> = found
        .entries
        .iter()
        .flat_map(|entry| {
            std::iter::once(entry.term.as_str()).chain(entry.aliases.iter().map(|alias| alias.text.as_str()))
        })
        .filter(|text| has_japanese(text))
        .collect();
    let mut links = Vec::new();
    passages.extend(glossed_heads(release, found));
    for passage in &passages {
        let text = passage.flow.text.as_str();
        for (open, close) in passage::brackets(text) {
            let reader = BracketReader { passage, open, close, heads: &heads, words };
            links.extend(reader.links());
        }
        if let PassageKind::Definition(index) = passage.kind {
            links.extend(found.entries.get(index).into_iter().flat_map(|entry| definitions::links(passage, entry)));
        }
    }
    links
}

/// The heads that have a gloss inside them: 大型風洞(LWT)の低速測定部.
fn glossed_heads(release: &Release, found: &Extraction) -> Vec<Passage> {
    let heads = found.entries.iter().enumerate().filter(|(_, entry)| has_inner_gloss(&entry.term));
    heads
        .map(|(index, entry)| Passage {
            kind: PassageKind::Head(index),
            flow: Flow::join(&release.text, &[entry.head_span]),
        })
        .collect()
}

struct BracketReader<'a> {
    passage: &'a Passage,
    open: usize,
    close: usize,
    heads: &'a [&'a str],
    words: &'a Tokeniser,
}

impl BracketReader<'_> {
    fn text(&self) -> &str {
        &self.passage.flow.text
    }

    fn left(&self) -> &str {
        passage::before(self.text(), self.open)
    }

    fn links(&self) -> Vec<Link> {
        let bracket = self.text()[self.open..].chars().next().map_or(1, char::len_utf8);
        let inside = &self.text()[self.open + bracket..self.close];
        let left = self.left();
        let Some(last) = left.trim_end().chars().next_back() else { return Vec::new() };
        let after = &self.text()[self.close..];
        let Some(gloss) = gloss::read(inside) else { return Vec::new() };
        // ペドロ・レイ（Pedro Rei；スペイン生まれ）: what else the bracket says is about the person.
        let remarked =
            gloss.japanese.and(gloss.english).is_some_and(|en| is_transcribed_personal_name(left.trim_end(), en));
        if is_person(left, inside, after) || remarked {
            return Vec::new();
        }
        let latin_left = matches!(class(last), Class::Latin | Class::Digit | Class::Greek);
        let last_word = last_latin_word(left);
        // 累進比率課題（progressive-ratio task; PR課題）: the Japanese inside is an abbreviation of the term outside.
        let after_english =
            |ja: &str| gloss.english.and_then(|en| inside.find(en)) < inside.find(ja) && gloss.english.is_some();
        let mixed = gloss.japanese.is_some_and(|ja| has_latin(ja) && ja.chars().count() <= 8 && after_english(ja))
            && has_japanese(&last.to_string());
        if let (Some(ja), Some(en)) = (gloss.japanese, gloss.english)
            && !mixed
        {
            // rapid eye movement sleep (REM sleep; レム睡眠): in English text, the term is before the bracket.
            if latin_left && !is_abbreviation(&last_word) {
                return self.japanese_inside(ja, &gloss).into_iter().collect();
            }
            return self.both_inside(ja, en, &gloss, latin_left);
        }
        match (gloss.japanese, latin_left) {
            (Some(ja), true) if gloss.english.is_none() => self.japanese_inside(ja, &gloss).into_iter().collect(),
            (Some(_), _) if !(mixed && gloss.english.is_some()) => Vec::new(),
            _ => self.english_inside(&gloss, latin_left),
        }
    }

    /// Both names are inside the bracket: `SASP（細胞老化随伴分泌現象：Senescence-…）`.
    fn both_inside(&self, ja: &str, en: &str, gloss: &Gloss<'_>, latin_left: bool) -> Vec<Link> {
        let left = self.left().trim_end();
        let before = last_latin_word(left);
        let short = gloss.abbreviation.or_else(|| (latin_left && is_abbreviation(&before)).then_some(before.as_str()));
        let mut signs = vec![Sign::new("both_inside", 0.93)];
        if let Some(short) = short {
            signs.push(if abbreviates(short, en) {
                Sign::new("schwartz_hearst", 0.97)
            } else {
                Sign::new("doubt_abbreviation", 0.95)
            });
        }
        let account = Account::of(ja, en, self.words);
        let remark = account.explained == 0 && has_case_particle(ja);
        let relation = if remark { Relation::Related } else { weigh(ja, en, account).relation };
        vec![self.link(ja, en, short, relation, signs, self.open)]
    }

    /// The Japanese name is inside the bracket: `IL1B（インターロイキン-1 ベータ）`, `transcription factor (転写因子)`.
    fn japanese_inside(&self, ja: &str, gloss: &Gloss<'_>) -> Option<Link> {
        let left = self.left();
        // Text like a sentence is a title, not a term; a country is the location of an institution.
        let particles =
            ja.chars().filter(|c| matches!(c, 'の' | 'は' | 'を' | 'が' | 'に' | 'で' | 'と' | 'す' | 'る')).count();
        if WORD_LISTS.place.contains(ja) || particles >= 2 && ja.chars().count() >= 12 || is_japanese_personal_name(ja)
        {
            return None;
        }
        if gloss.other > 0 || WORD_LISTS.person.iter().any(|word| ja.contains(word)) {
            return None;
        }
        let start = english::start(left, ja, gloss.abbreviation, self.words)?;
        let en = left[start..].trim();
        let at = self.open - (left.len() - start);
        if is_part_of_a_work(ja)
            || has_english_words(ja)
            || is_publication(ja)
            || is_abbreviation(en) && reads_aloud(ja, en)
        {
            return None;
        }
        if is_organisation(ja, en) {
            return Some(self.link(
                ja,
                en,
                gloss.abbreviation,
                Relation::Organisation,
                vec![Sign::new("organisation", 0.9)],
                at,
            ));
        }
        // Japanese after a symbol is not always its name: （陽性） and （変異株） are not names.
        let last_word = en.rsplit(' ').next().unwrap_or(en);
        if is_abbreviation(last_word) && !en.contains(' ') {
            let sounds = coverage::coverage(ja, en) > 0.0
                || ja.chars().any(|c| class(c) == Class::Katakana) && shares_digits(en, ja);
            let head = self.heads.contains(&ja);
            let long = coverage::expected_words_of_noun(ja) >= 2;
            return (sounds || head || long && !has_digits(en))
                .then(|| self.link(ja, en, None, Relation::AbbreviationOf, vec![Sign::new("reversed", 0.8)], at));
        }
        if !is_english(en) || is_unit(en) || en.contains(" + ") {
            return None;
        }
        let account = Account::of(ja, en, self.words);
        let mut judgement = weigh(ja, en, account);
        // In Japanese text, what follows English in a bracket is as often a remark as a name.
        if account.explained == 0 && (has_case_particle(ja) || account.unheard > 0) {
            judgement.relation = Relation::Related;
        }
        judgement.signs.push(Sign::new("reversed", 0.88));
        let mut link = self.link(ja, en, gloss.abbreviation, judgement.relation, judgement.signs, at);
        link.method = Method::InlineGlossEn;
        Some(link)
    }

    /// The English name is inside the bracket: `内側前頭前野（medial prefrontal cortex: mPFC）`.
    fn english_inside(&self, gloss: &Gloss<'_>, latin_left: bool) -> Vec<Link> {
        let left = self.left();
        let target = gloss.english.or(gloss.abbreviation).unwrap_or_default();
        let Some(found) = boundary::japanese(left, target, self.heads, self.words) else {
            return Vec::new();
        };
        let ja = left[found.start..found.end].trim();
        if !has_japanese(ja) {
            return Vec::new();
        }
        let at = self.open - (left.len() - found.start);
        let mut signs = found.signs;
        if is_transcribed_personal_name(ja, target) || is_romanised_personal_name(ja, target) {
            return vec![self.link(ja, target, None, Relation::Person, vec![Sign::new("person", 0.9)], at)];
        }
        if is_publication(ja) {
            return vec![self.link(ja, target, None, Relation::Publication, vec![Sign::new("publication", 0.9)], at)];
        }
        if is_part_of_a_work(ja) || has_english_words(ja) || is_office(ja, target) {
            return Vec::new();
        }
        if is_grant(ja, target) {
            return vec![self.link(ja, target, None, Relation::Grant, vec![Sign::new("grant", 0.9)], at)];
        }
        if is_symbol_of(ja, target) {
            return vec![self.link(ja, target, None, Relation::Symbol, vec![Sign::new("symbol", 0.95)], at)];
        }
        if is_organisation(ja, target) {
            return vec![self.link(
                ja,
                target,
                gloss.abbreviation.filter(|short| *short != target),
                Relation::Organisation,
                vec![Sign::new("organisation", 0.9)],
                at,
            )];
        }
        if let Some(en) = gloss.english {
            if let Some(short) = gloss.abbreviation
                && !abbreviates(short, en)
            {
                signs.push(Sign::new("doubt_abbreviation", 0.95));
            }
            // 物質（SASP：senescence-associated …）: a class and one of its members, the abbreviation first.
            let leads_short = gloss
                .abbreviation
                .is_some_and(|short| self.text()[self.open..].trim_start_matches(['(', '（', ' ']).starts_with(short));
            let named = coverage::content_words(en)
                .iter()
                .any(|word| is_abbreviation(word) && has_digits(word) && !ja.contains(word));
            if is_generic(ja) && named {
                return vec![self.link(ja, en, None, Relation::Related, vec![Sign::new("instance", 0.5)], at)];
            }
            if is_generic(ja)
                && (leads_short || coverage::expected_words_of_noun(ja) < coverage::content_words(en).len())
            {
                return vec![self.link(
                    ja,
                    en,
                    gloss.abbreviation,
                    Relation::Related,
                    vec![Sign::new("instance", 0.5)],
                    at,
                )];
            }
            let mut relation = Relation::Equivalent;
            if let Some(account) = found.account {
                let judgement = weigh(ja, en, account);
                relation = judgement.relation;
                signs.extend(judgement.signs);
                // 右巻きの構造をもつ磁性体（chiral magnet）: the clause before the noun is part of what the English names.
                let unsaid = account.explained < account.wanted && account.heard + account.same == 0;
                if unsaid
                    && follows_clause(&left[..found.start])
                    && ja.chars().count() <= COMMON_NOUN
                    && account.wanted >= 2
                {
                    signs.push(Sign::new("doubt_clause_before", 0.6));
                }
                // がん：悪性の腫瘍（cancer）…: the first phrase of a definition says what the head is, and its English is that of the head.
                if unsaid && self.begins_definition(left) && left[..found.start].ends_with('の') {
                    signs.push(Sign::new("doubt_first_phrase", 0.5));
                }
            }
            return vec![self.link(ja, en, gloss.abbreviation, relation, signs, at)];
        }
        let Some(short) = gloss.abbreviation else { return Vec::new() };
        if latin_left && !ja.chars().any(|c| matches!(class(c), Class::Katakana | Class::Kanji)) {
            return Vec::new();
        }
        // 日本学術振興会 JP20H00492 (HH): initials after a grant number.
        let coded = ja.chars().filter(char::is_ascii_digit).count() >= 5;
        // 350ナノアンペア（nA）: a quantity and its unit.
        let quantity = ja.chars().next().is_some_and(|c| class(c) == Class::Digit) && !has_digits(short);
        let instance = coded
            || quantity
            || is_generic(ja)
            || ends_generic(ja) && has_digits(short)
            || !shares_digits(short, ja)
            || gloss.other > 0
            || is_unit(short)
            || initials_agree(ja, short, self.words) == Some(false)
            || !short.starts_with(char::is_alphanumeric);
        let relation = if instance { Relation::Related } else { Relation::AbbreviationOf };
        signs.push(Sign::new("doubt_abbreviation_only", if instance { 0.3 } else { 0.85 }));
        if begins_otherwise(ja, short) {
            signs.push(Sign::new("doubt_initial", 0.5));
        }
        vec![self.link(ja, short, None, relation, signs, at)]
    }

    /// Whether the text before the bracket is the beginning of a definition, in one phrase.
    fn begins_definition(&self, left: &str) -> bool {
        matches!(self.passage.kind, PassageKind::Definition(_))
            && left.len() == self.open
            && !left.contains(['、', '。', 'は', 'が', 'を', 'に', ','])
    }

    fn link(&self, ja: &str, en: &str, abbr: Option<&str>, relation: Relation, signs: Vec<Sign>, start: usize) -> Link {
        let close = self.text()[self.close..].chars().next().map_or(1, char::len_utf8);
        Proof::in_passage(self.passage, Span::new(start, self.close + close)).link(ja, en, abbr, relation, signs)
    }
}

/// The most characters of a noun so common that a clause before it makes it a term: 磁性体.
const COMMON_NOUN: usize = 3;

/// Whether a text ends in a verb or adjective that the noun after it goes with.
fn follows_clause(before: &str) -> bool {
    before.ends_with(['う', 'く', 'ぐ', 'す', 'つ', 'ぬ', 'ぶ', 'む', 'る', 'た', 'だ', 'な', 'い'])
        && !["また", "ただ", "まず", "および", "すなわち"].iter().any(|word| before.ends_with(word))
}

/// Whether a text has a particle that marks a case, as remarks do and names do not: 完全にフリーなソフトウェア.
fn has_case_particle(ja: &str) -> bool {
    ja.contains(['に', 'で', 'を', 'が', 'は']) || ja.ends_with("の一部")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_text_before_a_bracket_is_read_than_a_term_can_have() {
        let text = format!("{}細胞（cell）", "細胞".repeat(10_000));
        let flow = Flow::join(&text, &[Span::new(0, text.len())]);
        let passage = Passage { kind: PassageKind::Body, flow };
        let (open, close) = passage::brackets(&text)[0];
        let reader = BracketReader { passage: &passage, open, close, heads: &[], words: &Tokeniser::by_script() };
        assert!(reader.left().len() <= passage::BEFORE && reader.left().ends_with("細胞"));
    }
}

//! Recognises headings of glossaries, in any dress: `【５．用語解説】`, `専門用語集`, `List of abbreviations`.
//!
//! A heading is known by its parts: a word for terms (用語, 略語), what may stand before it (専門, 本文中の) and after it (解説, 集).

use std::collections::HashSet;

use super::rules::{HeadingParts, RULES};
use crate::text::chars::{Class, class};

/// How surely a row opens a glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GlossaryHeading {
    /// It does, and any layout of entries may follow.
    Certain,
    /// A sentence that announces explanations of terms: it does if at least two entries follow.
    Sentence,
    /// Only if marked entries follow: 注, 補足, 備考.
    Weak,
}

/// The longest heading, in characters of its compact form.
const LONGEST: usize = 60;

/// The longest sentence that announces a glossary, in characters of its compact form.
const LONGEST_SENTENCE: usize = 110;

/// The longest noun phrase before a word for terms, in characters.
const LONGEST_SUBJECT: usize = 14;

/// A heading, given as compact text, without numbering and decoration: `【５．用語解説】` becomes `用語解説`.
pub(super) fn core(compact: &str) -> &str {
    let decoration = |c: char| class(c) == Class::Other && !matches!(c, '。' | '、' | '・' | '&');
    let mut rest = compact.trim_end_matches('・').trim_matches(decoration);
    // ●用語解説●　※五十音順
    if let Some((heading, _)) = rest.split_once('※').filter(|(heading, _)| !heading.is_empty()) {
        rest = heading.trim_matches(decoration);
    }
    // Breadcrumbs: the last framed part is the heading.
    if let Some(at) = rest.rfind(['【', '<', '>']) {
        let tail = rest[at..].trim_matches(decoration);
        if !tail.is_empty() {
            rest = tail;
        }
    }
    for _ in 0..2 {
        let after_number = rest.trim_start_matches(|c: char| {
            c.is_ascii_digit() || ('\u{2160}'..='\u{217F}').contains(&c) || matches!(c, '①'..='⑳')
        });
        let stripped = after_number.trim_start_matches(['.', ')', ']', '】', ':', '-', '、', '>', '章']);
        if after_number.len() < rest.len() && stripped.len() < after_number.len()
            || ('\u{2160}'..='\u{217F}').contains(&rest.chars().next().unwrap_or(' '))
        {
            rest = stripped;
        }
        let roman = rest.trim_start_matches(['i', 'v', 'x']);
        if roman.len() < rest.len() && roman.starts_with(['.', ')']) {
            rest = roman.trim_start_matches(['.', ')']);
        }
    }
    for prefix in ["(参考)", "参考)", "別紙1", "別紙2", "別紙", "付録"] {
        if let Some(tail) = rest.strip_prefix(prefix)
            && tail.chars().count() >= 2
        {
            rest = tail.trim_start_matches(decoration);
        }
    }
    let rest = rest.trim_matches(decoration);
    // 用語解説(注1~5), 用語解説(五十音順)
    match rest.find('(') {
        Some(at) if at > 0 => rest[..at].trim_end_matches(decoration),
        _ => rest,
    }
}

/// Whether a row, given as compact text, opens a glossary, and how surely.
pub(super) fn opens_glossary(compact: &str) -> Option<GlossaryHeading> {
    let length = compact.chars().count();
    if length > LONGEST_SENTENCE {
        return None;
    }
    // A line of a table of contents ends with leaders and a page number.
    let leaders = compact.matches(['…', '.', '・']).count();
    let after_leaders = compact.rsplit(['…', '.', '・']).next().unwrap_or_default();
    if leaders >= 3 && after_leaders.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let compact = if leaders >= 3 { compact.trim_end_matches(['…', '.', '・']) } else { compact };
    if announces_terms(compact) {
        return Some(GlossaryHeading::Sentence);
    }
    if compact.contains('。') {
        return None;
    }
    let core = core(compact);
    if core.chars().count() > LONGEST {
        return None;
    }
    let headings = &RULES.headings;
    if headings.strong.iter().any(|word| word == core) {
        return Some(GlossaryHeading::Certain);
    }
    if headings.weak.iter().any(|word| word == core) {
        return Some(GlossaryHeading::Weak);
    }
    headings
        .parts
        .base
        .iter()
        .filter_map(|base| of_parts(core, base, &headings.parts))
        .min_by_key(|strength| *strength as u8)
}

/// Whether a heading is composed around `base`: what comes after must be known parts; what comes before may be any noun phrase
/// if something known comes after.
fn of_parts(core: &str, base: &str, parts: &HeadingParts) -> Option<GlossaryHeading> {
    core.match_indices(base).find_map(|(at, _)| {
        let (before, after) = (&core[..at], &core[at + base.len()..]);
        if !is_made_of(after, &[&parts.after, &parts.links, &parts.base]) {
            return None;
        }
        if is_made_of(before, &[&parts.before, &parts.links, &parts.base]) {
            return Some(GlossaryHeading::Certain);
        }
        let noun =
            |c: char| matches!(class(c), Class::Kanji | Class::Katakana | Class::Digit) || matches!(c, 'の' | '・');
        // 知っておきたい用語, 本資料で用いる用語: a clause that ends in the form before a noun.
        let clause = before.ends_with(['い', 'る', 'た', 'な', 'の', 'う']) && !before.contains(['は', '、', '。']);
        let subject = before.chars().count() <= LONGEST_SUBJECT
            && (before.chars().all(noun) || clause && before.chars().all(|c| noun(c) || class(c) == Class::Hiragana));
        subject.then_some(if after.is_empty() { GlossaryHeading::Weak } else { GlossaryHeading::Certain })
    })
}

/// Whether a text is a sequence of words of these lists, or empty.
fn is_made_of(text: &str, lists: &[&[String]]) -> bool {
    let mut ends: HashSet<usize> = HashSet::from([0]);
    for (at, _) in text.char_indices() {
        if ends.contains(&at) {
            let words = lists.iter().flat_map(|list| list.iter());
            let next: Vec<usize> =
                words.filter(|word| text[at..].starts_with(word.as_str())).map(|word| at + word.len()).collect();
            ends.extend(next);
        }
    }
    ends.contains(&text.len())
}

/// Whether a sentence announces explanations of terms: `This section explains the terms used in the text.`
fn announces_terms(compact: &str) -> bool {
    let said = |words: &[String]| words.iter().any(|word| compact.contains(word.as_str()));
    RULES.headings.sentences.iter().any(|sentence| {
        let ends = sentence.ends.iter().any(|end| compact.ends_with(end.as_str()));
        ends && compact.matches(['。', '.']).count() <= 1
            && said(&sentence.terms)
            && said(&sentence.says)
            && said(&sentence.place)
    })
}

#[cfg(test)]
mod tests {
    use super::super::rules::compact;
    use super::*;

    #[test]
    fn headings_of_glossaries_are_known_in_any_dress() {
        for heading in [
            "【用語解説】",
            "７．用語説明",
            "（4）用語解説",
            "＜用語説明＞",
            "■ 用 語 解 説 ■",
            "Ⅴ．用語の説明",
            "《用語解説》",
            "Glossary",
            "用語解説：",
            "〔用語説明〕",
            "（参考）用語集",
            "―――― 用語解説 ――――",
            "⽤語説明",
            "JSTトップ>一覧>【用語解説】",
            "本研究で用いた用語の解説",
            "[Explanation of terms]",
            "◆用語解説◆",
            "別紙１ 用語解説",
            "用語解説（五十音順）",
            "5 用語解説",
            "専門用語集",
            "海の用語の解説",
            "実験施設関連用語集",
            "本文中の用語",
            "重要用語",
            "主な用語",
            "用語の意味",
            "略語・用語一覧",
            "略号",
            "略語の正式名称",
            "キーワードの意味",
            "Technical terms",
            "List of abbreviations",
            "Terms and Definitions",
            "Nomenclature",
            "Abbreviations used in this release",
        ] {
            assert_eq!(
                opens_glossary(&compact(heading)),
                Some(GlossaryHeading::Certain),
                "{heading} {}",
                core(&compact(heading))
            );
        }
        for heading in ["注", "【注】", "補足", "Notes"] {
            assert_eq!(opens_glossary(&compact(heading)), Some(GlossaryHeading::Weak), "{heading}");
        }
        for prose in [
            "用語解説が長すぎるという声がありました",
            "用語解説 ………… 5",
            "論文情報",
            "用語の統一については",
            "一般の説明",
            "用語集の作成に協力しました",
            "Terms of use",
            "Privacy terms",
            "用語解説動画を公開",
            "用語は、初めて使うときに説明します。",
            "This paper defines terms of trade for the region.",
        ] {
            assert_eq!(opens_glossary(&compact(prose)), None, "{prose}");
        }
    }

    #[test]
    fn a_sentence_may_announce_a_glossary() {
        for sentence in [
            "This section contains brief explanations of terms that appear in the text.",
            "The following terms are defined as used in this document:",
            "本文中に出てくる用語について解説します。",
            "以下に、用語の意味を簡単に説明します。",
        ] {
            assert_eq!(opens_glossary(&compact(sentence)), Some(GlossaryHeading::Sentence), "{sentence}");
        }
    }
}

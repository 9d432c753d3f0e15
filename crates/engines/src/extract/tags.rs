//! Finds the tags of categories behind the heads of a glossary: `加速空洞 (※加)`, `エクソソーム〔生物〕`.

use std::collections::HashSet;

/// The brackets at the end of a head and what they hold, without white space.
fn trailing(head: &str) -> Option<(&str, &str)> {
    let head = head.trim_end();
    let close = head.chars().next_back().filter(|c| matches!(c, ')' | '）' | ']' | '］' | '〕' | '】' | '》'))?;
    let open = head.rfind(['(', '（', '[', '［', '〔', '【', '《'])?;
    let width = head[open..].chars().next().map_or(0, char::len_utf8);
    let inside = &head[open + width..head.len() - close.len_utf8()];
    (open > 0 && !inside.is_empty()).then_some((&head[..open], inside.trim()))
}

/// The longest tag, in characters.
const LONGEST: usize = 8;

/// The tags that the heads of a section end in. A tag begins with ※, or every head has one and most are used more than once.
pub(super) fn of(heads: impl Iterator<Item = String>) -> HashSet<String> {
    let (mut count, mut all) = (0, Vec::new());
    for head in heads {
        count += 1;
        if let Some((_, inside)) = trailing(&head)
            && inside.chars().count() <= LONGEST
        {
            all.push(inside.to_owned());
        }
    }
    let distinct: HashSet<String> = all.iter().cloned().collect();
    if count >= 4 && all.len() == count && distinct.len() * 2 <= count {
        return distinct;
    }
    distinct.into_iter().filter(|tag| tag.starts_with('※')).collect()
}

/// A head without the tag at its end.
pub(super) fn without<'a>(head: &'a str, tags: &HashSet<String>) -> &'a str {
    match trailing(head) {
        Some((before, inside)) if tags.contains(inside) => before.trim_end(),
        _ => head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(heads: &[&str]) -> Vec<String> {
        let tags = of(heads.iter().map(|head| (*head).to_owned()));
        heads.iter().map(|head| without(head, &tags).to_owned()).collect()
    }

    #[test]
    fn a_tag_is_used_for_many_heads() {
        assert_eq!(terms(&["空洞 (※加)", "線源（※測）"]), ["空洞", "線源"]);
        assert_eq!(terms(&["空洞〔物〕", "線源〔測〕", "磁石〔物〕", "標的〔測〕"]), ["空洞", "線源", "磁石", "標的"]);
        assert_eq!(terms(&["空洞（cavity）", "線源（source）"]), ["空洞（cavity）", "線源（source）"]);
        assert_eq!(terms(&["鉄(III)", "鉄(II)", "銅(II)"]), ["鉄(III)", "鉄(II)", "銅(II)"]);
    }
}

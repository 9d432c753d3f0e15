//! The words files use for the status and the part of speech of a term.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::model::{PartOfSpeech, Review, Usage};
use crate::text::normal::normal;

/// What a file says of a term: its usage, its review, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::exchange) struct Standing {
    /// Its usage.
    pub(in crate::exchange) usage: Option<Usage>,
    /// Its review.
    pub(in crate::exchange) review: Option<Review>,
}

impl Standing {
    const fn usage(usage: Usage) -> Self {
        Self { usage: Some(usage), review: None }
    }

    const fn review(review: Review) -> Self {
        Self { usage: None, review: Some(review) }
    }

    /// Whether it says that a term must not be used.
    pub(in crate::exchange) fn is_ban(self) -> bool {
        matches!(self.usage, Some(Usage::Forbidden | Usage::Deprecated)) || self.review == Some(Review::Rejected)
    }

    /// The stricter usage and review of both.
    pub(in crate::exchange) fn stricter(self, other: Self) -> Self {
        let rank = |review: &Review| match review {
            Review::Approved => 0,
            Review::Suggested => 1,
            Review::Candidate => 2,
            Review::Rejected => 3,
        };
        let review = self.review.into_iter().chain(other.review).max_by_key(rank);
        Self { usage: self.usage.max(other.usage), review }
    }
}

/// Words of UTX, TBX, this program and of the tables people keep, without spaces and in lower case.
const WORDS: &[(Standing, &[&str])] = &[
    (
        Standing::usage(Usage::Forbidden),
        &[
            "forbidden",
            "prohibited",
            "banned",
            "obsolete",
            "disallowed",
            "notallowed",
            "donotuse",
            "neveruse",
            "mustnotuse",
            "notpermitted",
            "unacceptable",
            "don'tuse",
            "dontuse",
            "unusable",
            "invalid",
            "wrong",
            "incorrect",
            "ng",
            "x",
            "禁止",
            "使用禁止",
            "利用禁止",
            "使用不可",
            "利用不可",
            "不可",
            "禁止語",
            "禁用",
            "使用しない",
            "使わない",
            "使わないこと",
            "使ってはいけない",
            "使ってはならない",
            "使うべきでない",
            "使用しないこと",
            "不使用",
            "廃止",
            "廃止語",
            "使用中止",
            "使用停止",
            "使うな",
            "使えない",
            "使用できません",
            "使用しません",
            "使わないでください",
            "使用しないでください",
            "使用不可能",
            "禁",
            "ダメ",
            "だめ",
            "誤り",
            "誤った",
            "間違い",
            "間違った",
            "不適切",
            "不適切な",
            "否",
            "使用否",
            "誤訳",
            "誤用",
            "×",
            "✕",
            "✗",
            "✖",
            "✘",
            "❌",
            "╳",
        ],
    ),
    (
        Standing::usage(Usage::Deprecated),
        &[
            "deprecated",
            "deprecatedterm",
            "deprecatedterm-admn-sts",
            "supersededterm-admn-sts",
            "superseded",
            "non-standard",
            "nonstandard",
            "discouraged",
            "notrecommended",
            "avoid",
            "legacy",
            "非標準",
            "非推奨",
            "旧称",
            "旧語",
            "旧訳",
            "廃語",
            "避ける",
            "避けるべき",
        ],
    ),
    (
        Standing::usage(Usage::Preferred),
        &[
            "preferred",
            "preferredterm",
            "preferredterm-admn-sts",
            "recommended",
            "standard",
            "推奨",
            "推奨語",
            "優先",
            "優先語",
            "標準",
            "標準語",
            "◎",
        ],
    ),
    (
        Standing::usage(Usage::Admitted),
        &[
            "admitted",
            "admittedterm",
            "admittedterm-admn-sts",
            "allowed",
            "acceptable",
            "accepted",
            "permitted",
            "ok",
            "許容",
            "許容語",
            "許可",
            "可",
            "使用可",
            "使用可能",
            "利用可",
            "利用可能",
            "○",
            "〇",
            "◯",
            "o",
        ],
    ),
    (
        // Every import is provisional until it is reviewed.
        Standing::review(Review::Approved),
        &[
            "approved",
            "verified",
            "validated",
            "final",
            "承認",
            "承認済み",
            "承認済",
            "確定",
            "確認済み",
            "確認済",
            "採用",
        ],
    ),
    (
        Standing::review(Review::Suggested),
        &[
            "provisional",
            "suggested",
            "proposed",
            "pending",
            "draft",
            "new",
            "暫定",
            "仮",
            "提案",
            "検討中",
            "未承認",
            "未確認",
            "未確定",
            "要確認",
            "確認中",
            "確認待ち",
            "確認要",
            "要検討",
            "要調整",
            "調整中",
            "審議中",
            "査読中",
            "レビュー中",
            "承認待ち",
            "仮訳",
            "仮称",
            "案",
            "ドラフト",
            "保留",
            "未定",
            "tobeconfirmed",
            "tobechecked",
            "tobereviewed",
            "tbc",
            "tbd",
            "unconfirmed",
            "unverified",
            "unreviewed",
            "needsreview",
            "needsconfirmation",
            "inreview",
            "underreview",
            "tentative",
            "onhold",
            "新規",
        ],
    ),
    (Standing::review(Review::Candidate), &["candidate", "候補"]),
    (Standing::review(Review::Rejected), &["rejected", "declined", "却下", "不採用", "否認"]),
    (
        Standing { usage: None, review: None },
        &[
            "",
            "active",
            "current",
            "valid",
            "normal",
            "published",
            "none",
            "n/a",
            "-",
            "–",
            "—",
            "―",
            "有効",
            "通常",
            "現行",
            "使用中",
            "公開",
            "なし",
        ],
    ),
];

/// The words as they are compared. A table is asked for each of its cells.
static KNOWN: LazyLock<BTreeMap<String, Standing>> = LazyLock::new(|| {
    let mut known = BTreeMap::new();
    for (standing, words) in WORDS {
        for word in *words {
            for form in [(*word).to_owned(), normal(word).to_lowercase()] {
                known.entry(form).or_insert(*standing);
            }
        }
    }
    known
});

/// The standing a word stands for, in the words of UTX, TBX, this program and common usage; `None` for a word that is not
/// known.
pub(in crate::exchange) fn standing(word: &str) -> Option<Standing> {
    let word: String = normal(word).to_lowercase().replace('_', "-").split_whitespace().collect();
    KNOWN.get(word.as_str()).copied()
}

/// The standing of a cell of remarks that is nothing but a word for one that restricts a term: 使用禁止, ×, 要確認. Words that let a
/// term be used (OK, 確定) say too little about what they approve.
pub(in crate::exchange) fn standing_in_note(note: &str) -> Option<Standing> {
    let bare = |c: char| c.is_whitespace() || matches!(c, '。' | '．' | '.' | '!' | '！' | '※' | '*' | '＊');
    let brackets: &[char] = &['（', '）', '(', ')', '【', '】', '[', ']', '［', '］', '「', '」', '〔', '〕', '<', '>'];
    let word = note.trim_matches(bare).trim_matches(brackets).trim_matches(bare);
    let is_restriction = |found: &Standing| found.is_ban() || found.review == Some(Review::Suggested);
    // `new` and 新規 say when a term came in, and a letter is the mark of a person.
    const OTHERS: [&str; 4] = ["new", "新規", "x", "ｘ"];
    standing(word).filter(is_restriction).filter(|_| !OTHERS.contains(&word.to_lowercase().as_str()))
}

/// Whether a cell in a column that marks something is marked; `None` if that is not clear.
pub(in crate::exchange) fn is_marked(cell: &str) -> Option<bool> {
    let word = normal(cell).trim().to_lowercase();
    match word.as_str() {
        "1" | "y" | "yes" | "true" | "t" | "on" | "○" | "〇" | "◯" | "●" | "✓" | "✔" | "☑" | "◎" | "はい" | "有"
        | "あり" | "レ" | "該当" | "該当する" | "対象" => Some(true),
        "" | "0" | "n" | "no" | "false" | "f" | "off" | "-" | "–" | "—" | "☐" | "いいえ" | "無" | "なし" | "none"
        | "n/a" | "―" | "ー" | "該当なし" | "特になし" | "該当しない" | "非該当" | "対象外" => {
            Some(false)
        }
        _ => None,
    }
}

/// A part of speech by its name in TBX, UTX or Japanese grammar.
pub(in crate::exchange) fn part_of_speech(word: &str) -> Option<PartOfSpeech> {
    let word = word.trim().to_lowercase();
    match word.as_str() {
        "" => None,
        "noun" | "n" | "propernoun" | "proper noun" | "名詞" | "固有名詞" | "サ変名詞" => {
            Some(PartOfSpeech::Noun)
        }
        "verb" | "v" | "動詞" => Some(PartOfSpeech::Verb),
        "adjective" | "adj" | "形容詞" | "形容動詞" => Some(PartOfSpeech::Adjective),
        "adverb" | "adv" | "副詞" => Some(PartOfSpeech::Adverb),
        _ => Some(PartOfSpeech::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_known_by_many_words() {
        for (want, words) in [
            (
                Standing::usage(Usage::Forbidden),
                &["禁止", "不可", "使用不可", "Do not use", "NG", "×", "Forbidden", "使わない", "Ｘ", "否"][..],
            ),
            (Standing::usage(Usage::Deprecated), &["非推奨", "旧称", "superseded", "Non-standard", "not recommended"]),
            (Standing::usage(Usage::Preferred), &["推奨", "優先", "preferredTerm-admn-sts", "◎", "Preferred term"]),
            (Standing::usage(Usage::Admitted), &["可", "使用可", "OK", "許容", "○", "〇"]),
            (Standing::review(Review::Approved), &["承認済み", "approved", "確定"]),
            (
                Standing::review(Review::Suggested),
                &["暫定", "provisional", "draft", "要確認", "確認中", "To be confirmed"],
            ),
            (Standing::review(Review::Rejected), &["却下", "rejected"]),
            (Standing::default(), &["", "-", "active", "なし"]),
        ] {
            for word in words {
                assert_eq!(standing(word), Some(want), "{word}");
            }
        }
        for word in ["使用禁止", "×", "ＮＧ", "（使用不可）", "※使用しないこと。", "Do not use!", "【禁止】"]
        {
            assert_eq!(standing_in_note(word), Some(Standing::usage(Usage::Forbidden)), "{word}");
        }
        assert_eq!(standing_in_note("要確認"), Some(Standing::review(Review::Suggested)));
        for word in ["OK", "確定", "新規", "「使用禁止」は法律の語", "", "物理", "〇"] {
            assert_eq!(standing_in_note(word), None, "{word}");
        }
        for word in ["要注意", "maybe", "△", "承認者"] {
            assert_eq!(standing(word), None, "{word}");
        }
    }
}

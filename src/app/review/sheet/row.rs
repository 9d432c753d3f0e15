//! Turns a row that a person filled in into decisions, or says what is wrong with it.

use crate::app::review::Decision;
use crate::exchange::review_sheet::Row;
use crate::model::{Concept, Revision, Term, TermId, Usage};
use crate::store::NoteScope;

/// The values of the column `decision`, in English and Japanese.
const WORDS: &[(&str, &str)] = &[
    ("accept", "accept"),
    ("approve", "accept"),
    ("ok", "accept"),
    ("承認", "accept"),
    ("採用", "accept"),
    ("○", "accept"),
    ("edit", "edit"),
    ("修正", "edit"),
    ("reject", "reject"),
    ("no", "reject"),
    ("却下", "reject"),
    ("不採用", "reject"),
    ("×", "reject"),
    ("retire", "retire"),
    ("廃止", "retire"),
];

/// The term and the revision of a row.
pub(super) fn numbers(row: &Row) -> Result<(TermId, Revision), String> {
    let number = |column: &str| {
        let cell = row.get(column);
        // A spreadsheet may have turned `12` into `12.0`, or `1234` into `1,234`.
        let plain = cell.strip_suffix(".0").unwrap_or(cell).replace([',', ' '], "");
        plain
            .parse::<i64>()
            .map_err(|_| format!("`{column}` is `{cell}`, which is not a number; leave this column as exported"))
    };
    Ok((TermId::new(number("term")?), Revision::new(number("revision")?)))
}

/// Whether a person filled in anything.
pub(super) fn is_filled(row: &Row) -> bool {
    ["decision", "new_english", "usage", "replacement", "note"].iter().any(|column| !row.get(column).is_empty())
}

/// The decisions of a row, in the order in which they are carried out.
pub(super) fn decisions(row: &Row, concept: &Concept, term: &Term) -> Result<Vec<Decision>, String> {
    let (english, corrected) = (row.get("english"), row.get("new_english"));
    if !english.is_empty() && english != term.text && corrected != term.text {
        let own = &term.text;
        return Err(format!(
            "term `{}` is `{own}`, but the row says `{english}`; check whether cells have been moved",
            term.id
        ));
    }
    let word = row.get("decision").to_lowercase();
    let verb = WORDS.iter().find(|(known, _)| *known == word).map(|(_, verb)| *verb);
    let (term_id, replacement) = (term.id, replacement(row, concept)?);
    let mut decisions = Vec::new();
    match (word.as_str(), verb, corrected) {
        (_, Some("reject" | "retire"), corrected) if !corrected.is_empty() => {
            return Err(format!("`{word}` and a new English `{corrected}` cannot be combined"));
        }
        ("", _, "") => {}
        (_, Some("edit"), "") => return Err("`edit` requires the corrected text in `new_english`".to_owned()),
        ("", _, text) | (_, Some("accept" | "edit"), text) if !text.is_empty() => {
            decisions.push(Decision::Edit { term: term_id, text: text.to_owned() });
        }
        (_, Some("accept"), _) => decisions.push(Decision::Accept { term: term_id }),
        (_, Some("reject"), _) => decisions.push(Decision::Reject { term: term_id }),
        (_, Some("retire"), _) => decisions.push(Decision::Retire { term: term_id, replacement }),
        _ => return Err(format!("`{word}` is not a decision; use `accept`, `edit`, `reject` or `retire`")),
    }
    let usage = row.get("usage").to_lowercase();
    if !usage.is_empty() {
        let Some(usage) = Usage::from_word(&usage) else {
            return Err(format!("`{usage}` is not a usage; use `preferred`, `admitted`, `deprecated` or `forbidden`"));
        };
        let replacement = replacement.filter(|_| matches!(usage, Usage::Deprecated | Usage::Forbidden));
        decisions.push(Decision::Usage { term: term_id, usage, replacement });
    } else if replacement.is_some() && verb != Some("retire") {
        return Err("a replacement requires the decision `retire`, or the usage `deprecated` or `forbidden`".to_owned());
    }
    if !row.get("note").is_empty() {
        let text = row.get("note").to_owned();
        decisions.push(Decision::Note { concept: concept.id, text, scope: NoteScope::Project });
    }
    Ok(decisions)
}

/// The replacement, given by its number or its text.
fn replacement(row: &Row, concept: &Concept) -> Result<Option<TermId>, String> {
    let cell = row.get("replacement");
    if cell.is_empty() {
        return Ok(None);
    }
    let named = concept.terms.iter().find(|term| term.text == cell && term.lang.is_english()).map(|term| term.id);
    match named.or_else(|| cell.parse().ok()) {
        Some(term) => Ok(Some(term)),
        None => Err(format!(
            "the concept has no English term `{cell}`; use the text of one of its terms, or the number of any term"
        )),
    }
}

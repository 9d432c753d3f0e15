//! A row a person filled in and its concept in; the decisions it asks for, or what is wrong with it, out.

use crate::app::review::Decision;
use crate::exchange::sheet::Row;
use crate::model::{Concept, Revision, Term, TermId, Usage};
use crate::store::NoteScope;

/// What may stand in the column `decision`.
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

/// The numbers of a row: its term, and the revision it shows.
pub(super) fn numbers(row: &Row) -> Result<(TermId, Revision), String> {
    let number = |column: &str| {
        let cell = row.get(column);
        // A spreadsheet may have made `12` into `12.0` or `1,234`.
        let plain = cell.strip_suffix(".0").unwrap_or(cell).replace([',', ' '], "");
        plain
            .parse::<i64>()
            .map_err(|_| format!("`{column}` is `{cell}`, which is no number; leave it as it was exported"))
    };
    Ok((number("term")?, number("revision")?))
}

/// Whether a person wrote anything into the row.
pub(super) fn is_filled(row: &Row) -> bool {
    ["decision", "new_english", "usage", "replacement", "note"].iter().any(|column| !row.get(column).is_empty())
}

/// What the row asks for, in the order it is done.
pub(super) fn acts(row: &Row, concept: &Concept, term: &Term) -> Result<Vec<Decision>, String> {
    let (english, corrected) = (row.get("english"), row.get("new_english"));
    if !english.is_empty() && english != term.text && corrected != term.text {
        let own = &term.text;
        return Err(format!("term `{}` is `{own}`, the row says `{english}`; have cells been moved?", term.id));
    }
    let word = row.get("decision").to_lowercase();
    let decision = WORDS.iter().find(|(known, _)| *known == word).map(|(_, act)| *act);
    let (term_id, replacement) = (term.id, replacement(row, concept)?);
    let mut acts = Vec::new();
    match (word.as_str(), decision, corrected) {
        (_, Some("reject" | "retire"), corrected) if !corrected.is_empty() => {
            return Err(format!("`{word}` and a new English `{corrected}` do not go together"));
        }
        ("", _, "") => {}
        (_, Some("edit"), "") => return Err("`edit` needs the right text in `new_english`".to_owned()),
        ("", _, text) | (_, Some("accept" | "edit"), text) if !text.is_empty() => {
            acts.push(Decision::Edit { term: term_id, text: text.to_owned() });
        }
        (_, Some("accept"), _) => acts.push(Decision::Accept { term: term_id }),
        (_, Some("reject"), _) => acts.push(Decision::Reject { term: term_id }),
        (_, Some("retire"), _) => acts.push(Decision::Retire { term: term_id, replacement }),
        _ => return Err(format!("`{word}` is no decision; use `accept`, `edit`, `reject` or `retire`")),
    }
    let usage = row.get("usage").to_lowercase();
    if !usage.is_empty() {
        let Some(usage) = Usage::from_word(&usage) else {
            return Err(format!("`{usage}` is no usage; use `preferred`, `admitted`, `deprecated` or `forbidden`"));
        };
        let replacement = replacement.filter(|_| matches!(usage, Usage::Deprecated | Usage::Forbidden));
        acts.push(Decision::Usage { term: term_id, usage, replacement });
    } else if replacement.is_some() && decision != Some("retire") {
        return Err("a replacement needs `retire`, or the usage `deprecated` or `forbidden`".to_owned());
    }
    if !row.get("note").is_empty() {
        let text = row.get("note").to_owned();
        acts.push(Decision::Note { concept: concept.id, text, scope: NoteScope::Project });
    }
    Ok(acts)
}

/// The term named by its number or by its text.
fn replacement(row: &Row, concept: &Concept) -> Result<Option<TermId>, String> {
    let cell = row.get("replacement");
    if cell.is_empty() {
        return Ok(None);
    }
    let named = concept.terms.iter().find(|term| term.text == cell && term.lang.is_english()).map(|term| term.id);
    match named.or_else(|| cell.parse().ok()) {
        Some(term) => Ok(Some(term)),
        None => Err(format!("the concept has no English term `{cell}`; name one of its terms, or a term's number")),
    }
}

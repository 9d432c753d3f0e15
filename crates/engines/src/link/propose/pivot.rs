//! Proposes the long form of a Japanese term's abbreviation as its English, if the document's English spells it out, or if
//! it is known and fits the term.

use super::composition::TermParts;
use super::contexts::Context;
use super::knowledge::Knowledge;
use super::tokens::Tokens;
use super::{UnlinkedTerm, link};
use crate::link::abbreviation::{abbreviates, long_form};
use crate::model::{Lang, Link, Method, Relation, Sign};
use crate::text::key::Key;

/// Minimum agreement of a known long form with the term, if the document does not spell it out.
const FITS: f64 = 0.5;

pub(super) fn links(
    contexts: &[Context],
    term: &TermParts,
    unlinked: &UnlinkedTerm,
    knowledge: &Knowledge,
) -> Option<Link> {
    unlinked.abbreviations.iter().find_map(|short| {
        contexts.iter().find_map(|context| spelled_out_name(context, term, unlinked, short)).or_else(|| {
            // What names the term itself already is no second source for it.
            let own = Key::new(&unlinked.ja, &Lang::JA).map(|key| key.exact);
            let names = own.as_deref().map(|key| knowledge.names(key)).unwrap_or_default();
            let forms =
                knowledge.long_forms(short).iter().filter(|form| abbreviates(short, form) && !names.contains(form));
            let best = forms
                .map(|form| {
                    let tokens = Tokens::new(form);
                    let agreement = tokens.whole().map_or(0.0, |run| term.compose(tokens.words(&run)).agreement);
                    (agreement, form)
                })
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let (agreement, form) = best.filter(|(agreement, _)| *agreement >= FITS)?;
            Some(Link {
                ja: unlinked.ja.clone(),
                en: form.clone(),
                abbr: Some(short.clone()),
                relation: Relation::Equivalent,
                method: Method::Triangle,
                confidence: 0.70 + 0.2 * agreement,
                signs: vec![Sign::new("known_long_form", 0.7), Sign::new("agreement", agreement)],
                span: crate::model::Span::default(),
                support: format!("{} = {short} = {form}", unlinked.ja),
                entry: unlinked.entry,
            })
        })
    })
}

/// A long form spelled out in English text: `selective serotonin reuptake inhibitor (SSRI)`.
fn spelled_out_name(context: &Context, term: &TermParts, unlinked: &UnlinkedTerm, short: &str) -> Option<Link> {
    let text = &context.tokens.text;
    let at = [format!("({short})"), format!("({short}s)"), format!("({short}, "), format!("({short};")]
        .iter()
        .find_map(|bracket| text.find(bracket.as_str()))?;
    let long = long_form(short, text[..at].trim_end())?;
    let tokens = Tokens::new(long);
    let run = tokens.whole()?;
    let agreement = term.compose(tokens.words(&run)).agreement;
    let signs = vec![Sign::new("spelled_out", 0.93), Sign::new("agreement", agreement)];
    let mut found = link(unlinked, context, &run, Method::Triangle, 0.93, signs);
    (found.en, found.abbr) = (tokens.term_form(&run), Some(short.to_owned()));
    Some(found)
}

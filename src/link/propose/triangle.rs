//! A Japanese term with an abbreviation in, the English name the abbreviation stands for out: where the document's English
//! spells it out, or where it is known and fits the term.

use super::compose::Term;
use super::knowledge::Knowledge;
use super::settings::Setting;
use super::tokens::Tokens;
use super::{Wanted, link};
use crate::link::abbreviation::{abbreviates, long_form};
use crate::model::{Link, Method, Relation, Sign};

/// How much a known long form must agree with the term where the document does not spell it out.
const FITS: f64 = 0.5;

pub(super) fn links(settings: &[Setting], term: &Term, wanted: &Wanted, knowledge: &Knowledge) -> Option<Link> {
    wanted.abbreviations.iter().find_map(|short| {
        settings.iter().find_map(|setting| spelled(setting, term, wanted, short)).or_else(|| {
            let forms = knowledge.long_forms(short).iter().filter(|form| abbreviates(short, form));
            let best = forms
                .map(|form| {
                    let tokens = Tokens::new(form);
                    let agreement = tokens.whole().map_or(0.0, |run| term.compose(tokens.words(&run)).agreement);
                    (agreement, form)
                })
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let (agreement, form) = best.filter(|(agreement, _)| *agreement >= FITS)?;
            Some(Link {
                ja: wanted.ja.clone(),
                en: form.clone(),
                abbr: Some(short.clone()),
                relation: Relation::Equivalent,
                method: Method::Triangle,
                confidence: 0.70 + 0.2 * agreement,
                signs: vec![Sign::new("known_long_form", 0.7), Sign::new("agreement", agreement)],
                span: crate::model::Span::default(),
                support: format!("{} = {short} = {form}", wanted.ja),
                entry: wanted.entry,
            })
        })
    })
}

/// `selective serotonin reuptake inhibitor (SSRI)` in a stretch of English.
fn spelled(setting: &Setting, term: &Term, wanted: &Wanted, short: &str) -> Option<Link> {
    let text = &setting.tokens.text;
    let at = [format!("({short})"), format!("({short}s)"), format!("({short}, "), format!("({short};")]
        .iter()
        .find_map(|bracket| text.find(bracket.as_str()))?;
    let long = long_form(short, text[..at].trim_end())?;
    let tokens = Tokens::new(long);
    let run = tokens.whole()?;
    let agreement = term.compose(tokens.words(&run)).agreement;
    let signs = vec![Sign::new("spelled_out", 0.93), Sign::new("agreement", agreement)];
    let mut found = link(wanted, setting, &run, Method::Triangle, 0.93, signs);
    (found.en, found.abbr) = (tokens.named(&run), Some(short.to_owned()));
    Some(found)
}

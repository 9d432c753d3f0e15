//! What a decision did, in one line for the history.

use super::context::DecisionContext;
use super::decision::Decision;
use super::removal;
use crate::model::TermId;
use crate::store::NoteScope;

impl DecisionContext {
    /// A one-line summary for the history.
    pub(super) fn summary(&self, decision: &Decision) -> String {
        let of =
            self.leading().map_or_else(|| format!("concept {}", self.concept.id), |term| format!("`{}`", term.text));
        let name = |id: &TermId| {
            let text = self.concept.terms.iter().find(|term| term.id == *id).map(|term| term.text.as_str());
            text.map_or_else(|| format!("term {id}"), |text| format!("`{text}`"))
        };
        // The leading term stands for itself.
        let beside = |id: &TermId| match self.leading() {
            Some(leading) if leading.id == *id => String::new(),
            _ => format!(" for {of}"),
        };
        match decision {
            Decision::Accept { term } => format!("accepted {}{}", name(term), beside(term)),
            Decision::Edit { term, text } => format!("corrected {} to `{}`{}", name(term), text.trim(), beside(term)),
            Decision::Reject { term } => format!("rejected {}{}", name(term), beside(term)),
            Decision::Merge { into, from } => format!("merged concept {from} into {into}, {of}"),
            Decision::Split { terms, .. } => {
                format!("split {} from {of}", terms.iter().map(name).collect::<Vec<_>>().join(", "))
            }
            Decision::Retire { term, replacement: Some(successor) } => {
                format!("retired {}, use {}", name(term), name(successor))
            }
            Decision::Retire { term, replacement: None } => format!("retired {}{}", name(term), beside(term)),
            Decision::Usage { term, usage, .. } => format!("made {} {}{}", name(term), usage.as_str(), beside(term)),
            Decision::Note { scope, .. } => match scope {
                NoteScope::Project => format!("noted something on {of}"),
                NoteScope::Field(field) => format!("noted something on {of} in {field}"),
                NoteScope::Release(release) => format!("noted something on {of} in release {release}"),
            },
            Decision::Scope { release: Some(release), .. } => format!("kept {of} to release {release}"),
            Decision::Scope { release: None, .. } => format!("gave {of} to the whole project"),
            Decision::Define { definition: None, .. } => format!("defined {of}"),
            Decision::Define { text: Some(_), .. } => format!("changed a definition of {of}"),
            Decision::Define { text: None, .. } => format!("deleted a definition of {of}"),
            Decision::Delete { term } => {
                let concept = self.concept.terms.iter().any(|one| one.id == *term && removal::takes_concept(self, one));
                let also = if concept { " and with it the concept" } else { "" };
                format!("deleted {}{}{also}", name(term), beside(term))
            }
            Decision::DeleteConcept { concept } => format!("deleted concept {concept}, {of}"),
        }
    }
}

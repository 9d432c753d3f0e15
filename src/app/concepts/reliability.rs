//! How often the English that each method finds for a head without English was right, measured on entries that anyone can install
//! (`benches/proposals/run`). English of a method that is not reliable enough is kept, but never offered.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{Evidence, EvidenceMethod};

/// Methods that were right less often are not offered.
const LEAST: f64 = 0.9;

/// What was measured for one method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reliability {
    /// Heads without English beside them.
    pub cases: u32,
    /// Proposals for them.
    pub proposed: u32,
    /// Right ones among these.
    pub right: u32,
}

impl Reliability {
    /// The share of the proposals that were right.
    #[must_use]
    pub fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.proposed.max(1))
    }
}

/// The rows of `glossary/methods.csv`.
static MEASURED: LazyLock<HashMap<EvidenceMethod, Reliability>> =
    LazyLock::new(|| read(include_str!("../../../glossary/methods.csv")));

/// What was measured for a method; `None` for one that proposes nothing.
#[must_use]
pub fn reliability(method: EvidenceMethod) -> Option<Reliability> {
    MEASURED.get(&method).copied()
}

/// Whether English with this evidence may be offered: not if all of it comes from methods that are wrong too often.
pub(super) fn may_be_offered(evidence: &[Evidence]) -> bool {
    let is_doubtful = |method| reliability(method).is_some_and(|measured| measured.precision() < LEAST);
    evidence.is_empty() || evidence.iter().any(|one| !is_doubtful(one.method))
}

/// Reads rows `method,cases,proposed,right`; others are left out.
fn read(table: &str) -> HashMap<EvidenceMethod, Reliability> {
    let row = |line: &str| {
        let mut cells = line.split(',');
        let method = EvidenceMethod::from_word(cells.next()?)?;
        let mut number = || cells.next()?.trim().parse().ok();
        Some((method, Reliability { cases: number()?, proposed: number()?, right: number()? }))
    };
    table.lines().skip(1).filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Method;

    #[test]
    fn every_method_that_proposes_was_measured_on_at_least_300_heads() {
        let inferred = Method::ALL.iter().copied().filter(|method| method.is_inferred()).map(EvidenceMethod::from);
        for method in inferred.chain([EvidenceMethod::Dictionary, EvidenceMethod::Starter]) {
            let measured = reliability(method).unwrap_or_else(|| panic!("{method} was not measured"));
            assert!(measured.cases >= 300 && measured.right <= measured.proposed, "{method}: {measured:?}");
        }
        assert_eq!(reliability(Method::InlineGloss.into()), None, "the document says it");
    }

    #[test]
    fn a_precision_is_the_share_of_right_proposals() {
        let rows = read("method,cases,proposed,right\nsound,300,100,89\nother_release,300,10,10\ntriangle,x,1,1\n");
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert!((rows[&Method::Sound.into()].precision() - 0.89).abs() < 1e-9);
    }
}

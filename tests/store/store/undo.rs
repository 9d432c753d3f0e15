//! Undoing a decision puts every row back as it was, whatever the decision was made of.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use taiyaku_language::model::{
    ConceptId, Conflict, ConflictKind, DecisionId, DecisionKind, Lang, ProjectId, ReleaseId, Review, TermId, Usage,
};
use taiyaku_store::store::{
    NewDecision, NewTerm, NoteScope, Obstacle, ReversibleWrite, Store, StoreError, TermKeys, Verdict, Write,
};

use super::sample::{AT, LATER, evidence, put_concept, put_release, put_term, store, term};

/// The tables a decision writes to, with their columns but the revisions, which every change moves.
const TABLES: [&str; 8] = [
    "id, project_id, field, scope_release_id, decided FROM concept",
    "id, concept_id, lang, text, key, variant_key, reading, kind, usage, review, confidence, decided_at, decided_by,
     replaced_by FROM term",
    "id, term_id, kind, method, release_id, source, snippet, confidence FROM evidence",
    "id, concept_id, lang, text, release_id, source FROM definition",
    "id, concept_id, text, field, release_id, actor, at FROM note",
    "id, concept_id, other_id, kind, reason, resolved FROM conflict",
    "project_id, ja_key, en_key, ja, en, verdict, kinds, decided_by, decided_at FROM decision",
    "project_id, ja_key, en_key, text FROM correction",
];

/// The rows of these tables, as SQL writes them.
async fn rows(path: &Path) -> Vec<String> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let mut rows = Vec::new();
    for table in TABLES {
        let (columns, name) = table.split_once(" FROM ").unwrap();
        let cells: Vec<String> = columns.split(',').map(|column| format!("quote({})", column.trim())).collect();
        let sql = format!("SELECT '{name} ' || {} FROM {name} ORDER BY 1", cells.join(" || ', ' || "));
        let found: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut connection).await.unwrap();
        rows.extend(found);
    }
    connection.close().await.unwrap();
    rows
}

/// Two concepts that share a name and disagree with a third; something is decided about most of it.
struct Base {
    folder: tempfile::TempDir,
    store: Store,
    project: ProjectId,
    /// Where both concepts are from.
    release: ReleaseId,
    /// The concept with its Japanese and its English term.
    one: (ConceptId, TermId, TermId),
    other: (ConceptId, TermId, TermId),
    /// A second English term of the other, from the same release.
    thalamus: TermId,
}

impl Base {
    async fn new() -> Self {
        let (folder, store) = store().await;
        let mut unit = store.write("甲", AT).await.unwrap();
        let project = unit.ensure_project("既定").await.unwrap();
        let release = put_release(&mut unit, project, "一").await;
        let (concept, ja, en) = put_concept(&mut unit, project, Some(release)).await;
        let one = (concept, ja, en);
        let (concept, ja, en) = put_concept(&mut unit, project, Some(release)).await;
        let other = (concept, ja, en);
        let thalamus = put_term(&mut unit, other.0, Lang::EN, "thalamus").await;
        unit.insert_evidence(thalamus, &evidence(Some(release))).await.unwrap();
        let wrong = put_term(&mut unit, other.0, Lang::JA, "視床").await;
        let third = unit.insert_concept(project, None, None).await.unwrap();
        let diencephalon = put_term(&mut unit, third, Lang::EN, "diencephalon").await;
        for concept in [one.0, other.0] {
            let reason = format!("{concept}");
            unit.insert_conflict(concept, &Conflict { other: third, kind: ConflictKind::English, reason })
                .await
                .unwrap();
        }
        let base = Self { folder, store, project, release, one, other, thalamus };
        let mut deciding = base.begin(unit, DecisionKind::Accept, other.0).await;
        deciding.set_term(other.2, Usage::Admitted, Review::Approved).await.unwrap();
        deciding.set_term(wrong, Usage::Admitted, Review::Rejected).await.unwrap();
        for old in [one.2, diencephalon] {
            deciding.set_replacement(old, Some(other.2)).await.unwrap();
        }
        deciding.note(other.0, "脳", &NoteScope::Project).await.unwrap();
        deciding.pair(("甲", "甲"), ("kou", "kou"), Verdict::Accepted, &["gloss"]).await.unwrap();
        deciding.correction("甲", "kou", "ko").await.unwrap();
        deciding.finish().await.unwrap().0.commit().await.unwrap();
        base
    }

    async fn begin(&self, unit: Write, kind: DecisionKind, concept: ConceptId) -> ReversibleWrite {
        let about = NewDecision { project: self.project, kind, concept, term: None, summary: "決定" };
        ReversibleWrite::begin(unit, &about).await.unwrap()
    }

    /// One decision of one step, by another person.
    async fn decide(&self, step: Step) -> DecisionId {
        let unit = self.store.write("乙", LATER).await.unwrap();
        let mut deciding = self.begin(unit, DecisionKind::Edit, self.other.0).await;
        self.perform(&mut deciding, step).await.unwrap();
        let (unit, id) = deciding.finish().await.unwrap();
        unit.commit().await.unwrap();
        id
    }

    async fn perform(&self, deciding: &mut ReversibleWrite, step: Step) -> Result<(), StoreError> {
        let (one, other) = (self.one, self.other);
        match step {
            Step::Term => {
                deciding.set_term(one.2, Usage::Forbidden, Review::Rejected).await?;
                deciding.set_term(other.2, Usage::Forbidden, Review::Rejected).await
            }
            Step::Settle => deciding.settle(one.2, 0.25, Review::Candidate).await,
            Step::Replacement => deciding.set_replacement(one.2, None).await,
            Step::Demotion => deciding.demote(one.2).await,
            Step::Text => {
                let new = term(Lang::EN, "hypothalami");
                let keys = TermKeys { key: "hypothalamus", variant_key: "hypothalami", reading_key: None };
                deciding.correct(one.2, &NewTerm::of(&new, keys)).await
            }
            Step::Evidence => deciding.insert_evidence(one.2, &evidence(None)).await.map(|_| ()),
            Step::Pair => {
                for verdict in [Verdict::Rejected, Verdict::Accepted] {
                    deciding.pair(("甲", "甲"), ("kou", "kou"), verdict, &["run"]).await?;
                }
                deciding.pair(("乙", "乙"), ("otsu", "otsu"), Verdict::Accepted, &[]).await
            }
            Step::Correction => {
                for text in ["Ko", "Kou"] {
                    deciding.correction("甲", "kou", text).await?;
                }
                deciding.correction("乙", "otsu", "Otsu").await
            }
            Step::Note => deciding.note(one.0, "間脳の一部", &NoteScope::Release(self.release)).await,
            Step::Scope => deciding.set_scope(one.0, Some(self.release)).await,
            Step::Merge => deciding.merge(one.0, other.0).await,
            Step::Split => deciding.split(other.0, &[self.thalamus]).await.map(|_| ()),
        }
    }

    async fn rows(&self) -> Vec<String> {
        rows(&self.folder.path().join("term base.db")).await
    }

    async fn undo(&self, id: DecisionId) -> Result<Vec<ConceptId>, Obstacle> {
        let mut unit = self.store.write("丙", LATER).await.unwrap();
        let undone = unit.undo_decision(id).await.unwrap();
        unit.commit().await.unwrap();
        undone
    }
}

/// What decisions are made of.
#[derive(Debug, Clone, Copy)]
enum Step {
    Term,
    Settle,
    Replacement,
    Demotion,
    Text,
    Evidence,
    Pair,
    Correction,
    Note,
    Scope,
    Merge,
    Split,
}

const STEPS: [Step; 12] = [
    Step::Term,
    Step::Settle,
    Step::Replacement,
    Step::Demotion,
    Step::Text,
    Step::Evidence,
    Step::Pair,
    Step::Correction,
    Step::Note,
    Step::Scope,
    Step::Merge,
    Step::Split,
];

#[tokio::test]
async fn each_step_of_a_decision_is_undone_to_the_last_cell_and_said_in_the_log() {
    let base = Base::new().await;
    let before = base.rows().await;
    for step in STEPS {
        let id = base.decide(step).await;
        assert_ne!(base.rows().await, before, "{step:?} does something");
        let decided = base.store.revision().await.unwrap();
        base.undo(id).await.unwrap_or_else(|obstacle| panic!("{step:?}: {obstacle:?}"));
        assert_eq!(base.rows().await, before, "{step:?}");
        assert!(base.store.revision().await.unwrap() > decided, "whoever holds the concept reads it again: {step:?}");
    }
}

#[tokio::test]
async fn what_two_concepts_both_have_becomes_one_and_keeps_what_was_decided() {
    let base = Base::new().await;
    base.decide(Step::Merge).await;
    let merged = base.store.concept(base.one.0).await.unwrap();
    let kept = merged.terms.iter().find(|term| term.id == base.one.2).unwrap();
    assert_eq!((kept.usage, kept.review, kept.evidence.len()), (Usage::Admitted, Review::Approved, 2));
    let rows = base.rows().await;
    let terms: Vec<&String> = rows.iter().filter(|row| row.starts_with("term ")).collect();
    let replaced_by = |text: &str| {
        let row = terms.iter().find(|row| row.contains(text)).unwrap();
        row.rsplit(", ").next().unwrap().to_owned()
    };
    assert_eq!(replaced_by("'diencephalon'"), base.one.2.to_string(), "its replacement is the term that stays");
    assert_eq!(replaced_by("'hypothalamus'"), "NULL", "nothing replaces itself");
}

#[tokio::test]
async fn a_sense_that_is_split_off_takes_no_rejected_name_and_no_definition_the_rest_needs() {
    let base = Base::new().await;
    let definitions = base.store.concept(base.other.0).await.unwrap().definitions;
    assert_eq!(definitions.len(), 1);
    base.decide(Step::Split).await;
    assert_eq!(base.store.concept(base.other.0).await.unwrap().definitions, definitions);
    let all = base.store.concepts(&[base.project], None, 10).await.unwrap();
    let made = all.iter().max_by_key(|concept| concept.id).unwrap();
    let mut texts: Vec<&str> = made.terms.iter().map(|term| term.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["thalamus", "視床下部"]);
}

#[tokio::test]
async fn a_text_that_another_term_has_by_now_is_not_put_back() {
    let base = Base::new().await;
    let id = base.decide(Step::Text).await;
    let mut unit = base.store.write("ingest", LATER).await.unwrap();
    put_term(&mut unit, base.one.0, Lang::EN, "hypothalamus").await;
    unit.commit().await.unwrap();
    let before = base.rows().await;
    assert_eq!(base.undo(id).await, Err(Obstacle::Taken(base.one.0, "hypothalamus".to_owned())));
    assert_eq!(base.rows().await, before);
}

#[tokio::test]
async fn only_a_person_approves_and_only_what_was_rejected_is_opened_again() {
    let base = Base::new().await;
    let review = async |concept: ConceptId, id: TermId| {
        let concept = base.store.concept(concept).await.unwrap();
        concept.terms.iter().find(|term| term.id == id).unwrap().review
    };
    let mut deciding = base.begin(base.store.write("乙", LATER).await.unwrap(), DecisionKind::Accept, base.one.0).await;
    deciding.settle(base.one.1, 0.9, Review::Approved).await.unwrap();
    deciding.write().reopen_term(base.other.2).await.unwrap();
    deciding.finish().await.unwrap().0.commit().await.unwrap();
    assert_eq!(review(base.one.0, base.one.1).await, Review::Suggested);
    assert_eq!(review(base.other.0, base.other.2).await, Review::Approved);
}

-- Decisions on many terms that a person made as one act, so that they are undone together. Each is a decision like any other.
CREATE TABLE review_act (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    kind  TEXT NOT NULL,
    actor TEXT NOT NULL,
    at    TEXT NOT NULL
) STRICT;

ALTER TABLE review_decision ADD COLUMN act_id INTEGER REFERENCES review_act (id) ON DELETE SET NULL;
CREATE INDEX review_decision_by_act ON review_decision (act_id, id) WHERE act_id IS NOT NULL;

-- What one person decided and changed, found without reading what others did.
CREATE INDEX review_decision_by_actor ON review_decision (actor, id);
CREATE INDEX change_by_actor ON change (actor, revision);

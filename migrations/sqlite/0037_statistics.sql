-- Statistics of the query planner from when a term base was small made it plan for few rows, whatever was added since. They are made
-- anew where they are of use; ANALYZE of one short table makes sure that there is a table to delete from.
ANALYZE meta;
DELETE FROM sqlite_stat1;

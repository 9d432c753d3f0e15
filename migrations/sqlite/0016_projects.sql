-- What a project was filled with when it was made, so that no later command has to say it again.

-- The fields of the starter term base that the project has, as a JSON array; NULL while nobody has decided.
ALTER TABLE project ADD COLUMN starter TEXT;
UPDATE project SET starter = CASE
    WHEN EXISTS (SELECT 1 FROM meta WHERE meta.key = 'starter:' || project.name) THEN
        '["chemistry-materials","earth-space","information-science","life-sciences","medicine-psychiatry","physics","research-general","social-sciences"]'
    ELSE '[]' END;

-- The default project is always there, so that reading it never has to make it.
INSERT INTO project (name) SELECT 'default' WHERE NOT EXISTS (SELECT 1 FROM project WHERE name = 'default');

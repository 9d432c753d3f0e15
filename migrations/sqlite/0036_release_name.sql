-- A release that comes in is compared with those of its name; without an index each of them read all releases of the project.
CREATE INDEX release_by_name ON release (project_id, name);

-- The inline codes of both texts of a segment, which the texts themselves do not hold: an object with `source` and `target`,
-- each a list of codes with their positions in bytes. NULL where neither text has any.
ALTER TABLE segment ADD COLUMN codes TEXT;

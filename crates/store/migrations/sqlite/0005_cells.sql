-- Where a subject stands among those that a list can be narrowed to: one keyed hash of everything coded about it, so
-- that equal ones are found and nothing is told. Filled from the next change on; `projections rebuild` fills all.

CREATE TABLE cells (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  cell BIGINT NOT NULL,
  owner TEXT,
  late_from TEXT NOT NULL,
  number TEXT NOT NULL,
  sort BIGINT NOT NULL,
  due TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX cells_by_cell ON cells (kind, cell, sort DESC, due, id, owner, late_from);
CREATE INDEX cells_by_owner ON cells (kind, owner, cell, sort DESC, due, id, late_from);
CREATE INDEX cells_late ON cells (kind, late_from, cell, owner, sort, due, id);
CREATE INDEX cells_by_weight ON cells (kind, sort DESC, due, id, cell, owner, late_from);
CREATE INDEX cells_by_due ON cells (kind, due, sort DESC, id, cell, owner, late_from);
CREATE INDEX cells_by_number ON cells (kind, number, id, cell, owner, late_from);

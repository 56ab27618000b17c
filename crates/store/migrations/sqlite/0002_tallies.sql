-- How many cards of a kind are in each state ('card/KIND'), and duties of each kind a party has ('duty/PARTY'),
-- kept by the program as it writes them.

CREATE TABLE tallies (
  scope TEXT NOT NULL,
  name TEXT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (scope, name)
) WITHOUT ROWID;
INSERT INTO tallies (scope, name, n) SELECT 'card/' || kind, state, COUNT(*) FROM cards GROUP BY kind, state;
INSERT INTO tallies (scope, name, n) SELECT 'duty/' || party, kind, COUNT(*) FROM duties GROUP BY party, kind;

-- One kind of duty, in the order of the list.
DROP INDEX duties_by_kind;
CREATE INDEX duties_by_kind ON duties (party, kind, weight DESC, due, subject, i);

-- Pages far down a list skip lines by the index alone, also when only some states are asked for.
DROP INDEX cards_by_weight;
DROP INDEX cards_by_due;
DROP INDEX cards_by_change;
CREATE INDEX cards_by_weight ON cards (kind, sort DESC, due, id, state);
CREATE INDEX cards_by_due ON cards (kind, due, sort DESC, id, state);
CREATE INDEX cards_by_change ON cards (kind, changed_at DESC, id, state);

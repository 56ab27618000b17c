-- Ids are UUIDs as text, instants microseconds since 1970, days ISO dates ('9999-12-31' is none).
-- Columns named `sealed` are ciphertext; everything else is a random id, a state, a day or a count.

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
) WITHOUT ROWID;
INSERT INTO counters (name, value) VALUES ('event', 0), ('publication', 0);

CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  owner TEXT NOT NULL UNIQUE,
  wrapped BLOB,
  master TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  destroyed_at BIGINT
);

CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  stream_kind TEXT NOT NULL,
  stream_id TEXT NOT NULL,
  n BIGINT NOT NULL,
  kind TEXT NOT NULL,
  schema BIGINT NOT NULL,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  key_id TEXT NOT NULL,
  carried BLOB NOT NULL,
  sealed BLOB NOT NULL,
  hash BLOB NOT NULL
);
CREATE UNIQUE INDEX events_of_stream ON events (stream_id, n);

CREATE TABLE streams (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  version BIGINT NOT NULL,
  head BLOB NOT NULL
);
CREATE INDEX streams_of_kind ON streams (kind, id);

CREATE TABLE bodies (
  id TEXT PRIMARY KEY,
  stream_id TEXT NOT NULL,
  n BIGINT NOT NULL,
  key_id TEXT NOT NULL,
  sealed BLOB NOT NULL
);
CREATE INDEX bodies_of_event ON bodies (stream_id, n);

CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  stream_id TEXT NOT NULL,
  n BIGINT NOT NULL,
  key_id TEXT NOT NULL,
  size BIGINT NOT NULL,
  sealed BLOB NOT NULL
);
CREATE INDEX attachments_of_event ON attachments (stream_id, n);

CREATE TABLE claims (
  kind TEXT NOT NULL,
  hash BLOB NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (kind, hash)
) WITHOUT ROWID;

CREATE TABLE cards (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT,
  state TEXT NOT NULL,
  owner TEXT,
  sort BIGINT NOT NULL,
  due TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  sealed BLOB NOT NULL
);
CREATE UNIQUE INDEX cards_by_number ON cards (kind, number);
CREATE INDEX cards_by_weight ON cards (kind, sort DESC, due, id);
CREATE INDEX cards_by_state ON cards (kind, state, sort DESC, due, id);
CREATE INDEX cards_by_due ON cards (kind, due, sort DESC, id);
CREATE INDEX cards_by_owner ON cards (kind, owner, sort DESC, due, id);
CREATE INDEX cards_by_change ON cards (kind, changed_at DESC, id);

CREATE TABLE duties (
  subject TEXT NOT NULL,
  i BIGINT NOT NULL,
  party TEXT NOT NULL,
  kind TEXT NOT NULL,
  due TEXT NOT NULL,
  weight BIGINT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (subject, i)
);
CREATE INDEX duties_of_party ON duties (party, weight DESC, due, subject, i);
CREATE INDEX duties_by_kind ON duties (party, kind);

CREATE TABLE links (
  a TEXT NOT NULL,
  relation TEXT NOT NULL,
  b TEXT NOT NULL,
  PRIMARY KEY (a, relation, b)
) WITHOUT ROWID;
CREATE INDEX links_back ON links (b, relation, a);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  sealed BLOB NOT NULL,
  not_before BIGINT NOT NULL,
  leased_until BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  error_class TEXT,
  given_up BIGINT NOT NULL,
  sent_at BIGINT
);
CREATE INDEX outbox_waiting ON outbox (not_before) WHERE sent_at IS NULL AND given_up = 0;

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  run BIGINT NOT NULL,
  leased_until BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  error_class TEXT
);
CREATE INDEX jobs_due ON jobs (due_at);

CREATE TABLE tokens (
  hash BLOB PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  sealed BLOB NOT NULL,
  expires_at BIGINT NOT NULL,
  single_use BIGINT NOT NULL,
  spent_at BIGINT
);
CREATE INDEX tokens_of_subject ON tokens (subject, kind);
CREATE INDEX tokens_by_expiry ON tokens (expires_at);

CREATE TABLE sessions (
  hash BLOB PRIMARY KEY,
  subject TEXT NOT NULL,
  sealed BLOB NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_of_subject ON sessions (subject);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE drafts (
  hash BLOB PRIMARY KEY,
  sealed BLOB NOT NULL,
  size BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX drafts_by_expiry ON drafts (expires_at);

CREATE TABLE draft_files (
  id TEXT PRIMARY KEY,
  draft BLOB NOT NULL REFERENCES drafts (hash) ON DELETE CASCADE
);
CREATE INDEX draft_files_of_draft ON draft_files (draft);

CREATE TABLE reads (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  actor TEXT NOT NULL,
  what TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX reads_of_subject ON reads (subject, at);

CREATE TABLE publications (
  seq BIGINT PRIMARY KEY,
  advisory TEXT NOT NULL,
  revision BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE UNIQUE INDEX publications_of_advisory ON publications (advisory, revision);

CREATE TABLE publication_files (
  seq BIGINT NOT NULL,
  i BIGINT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (seq, i)
);

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
);

CREATE TABLE checkpoints (
  seq BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  text TEXT NOT NULL,
  heads BLOB NOT NULL
);

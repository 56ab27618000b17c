-- People who have new advisories mailed to them. What is sealed is sealed under the person's own key; an address is
-- found by its keyed hash. When somebody leaves, the rows go and the key is destroyed.

CREATE TABLE subscribers (
  id TEXT PRIMARY KEY,
  address BLOB NOT NULL,
  state TEXT NOT NULL,
  key_id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  version BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX subscribers_by_address ON subscribers (address);
CREATE INDEX subscribers_due ON subscribers (state, seen, next_at);
CREATE INDEX subscribers_by_expiry ON subscribers (expires_at);

CREATE TABLE subscriber_told (
  subscriber TEXT NOT NULL,
  advisory TEXT NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (subscriber, advisory, revision)
) WITHOUT ROWID;

CREATE TABLE subscriber_mails (
  id TEXT PRIMARY KEY,
  subscriber TEXT NOT NULL,
  key_id TEXT NOT NULL,
  sealed BLOB NOT NULL,
  not_before BIGINT NOT NULL,
  leased_until BIGINT NOT NULL,
  attempts BIGINT NOT NULL
);
CREATE INDEX subscriber_mails_waiting ON subscriber_mails (not_before);
CREATE INDEX subscriber_mails_of ON subscriber_mails (subscriber);

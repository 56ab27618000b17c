-- People who have new advisories mailed to them. What is sealed is sealed under the person's own key; an address is
-- found by its keyed hash. When somebody leaves, the rows go and the key is destroyed.

CREATE TABLE subscribers (
  id TEXT COLLATE "C" PRIMARY KEY,
  address BYTEA NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  key_id TEXT COLLATE "C" NOT NULL,
  sealed BYTEA NOT NULL,
  version BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX subscribers_by_address ON subscribers (address);
CREATE INDEX subscribers_due ON subscribers (state, seen, next_at);
CREATE INDEX subscribers_by_expiry ON subscribers (expires_at);

CREATE TABLE subscriber_told (
  subscriber TEXT COLLATE "C" NOT NULL,
  advisory TEXT COLLATE "C" NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (subscriber, advisory, revision)
);

CREATE TABLE subscriber_mails (
  id TEXT COLLATE "C" PRIMARY KEY,
  subscriber TEXT COLLATE "C" NOT NULL,
  key_id TEXT COLLATE "C" NOT NULL,
  sealed BYTEA NOT NULL,
  not_before BIGINT NOT NULL,
  leased_until BIGINT NOT NULL,
  attempts BIGINT NOT NULL
);
CREATE INDEX subscriber_mails_waiting ON subscriber_mails (not_before);
CREATE INDEX subscriber_mails_of ON subscriber_mails (subscriber);

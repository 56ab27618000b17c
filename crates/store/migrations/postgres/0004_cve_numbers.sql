-- CVE numbers that the CVE program reserved for us. Which number it is, and what became of its record, is sealed; a
-- number is found by its keyed hash. The subject is the case that it is kept for.

CREATE TABLE cve_numbers (
  hash BYTEA PRIMARY KEY,
  state TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C",
  sealed BYTEA NOT NULL
);
CREATE INDEX cve_numbers_of_subject ON cve_numbers (subject);
CREATE INDEX cve_numbers_by_state ON cve_numbers (state);

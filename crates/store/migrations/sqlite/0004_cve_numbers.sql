-- CVE numbers that the CVE program reserved for us. Which number it is, and what became of its record, is sealed; a
-- number is found by its keyed hash. The subject is the case that it is kept for.

CREATE TABLE cve_numbers (
  hash BLOB PRIMARY KEY,
  state TEXT NOT NULL,
  subject TEXT,
  sealed BLOB NOT NULL
);
CREATE INDEX cve_numbers_of_subject ON cve_numbers (subject);
CREATE INDEX cve_numbers_by_state ON cve_numbers (state);

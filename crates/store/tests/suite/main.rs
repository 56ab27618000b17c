//! One suite, run against SQLite and PostgreSQL.

mod attachments;
mod backup;
mod cells;
mod journal;
mod lists;
mod outbox;
mod seals;
mod secrets;
mod subscribers;
mod tamper;
mod world;

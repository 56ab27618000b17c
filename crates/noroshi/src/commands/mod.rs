//! One file for each command.

pub mod account;
pub mod advisory;
pub mod archive;
pub mod cases;
pub mod config;
pub mod csaf;
pub mod cve;
pub mod import;
pub mod init;
pub mod journal;
pub mod key;
pub mod mail;
pub mod reports;
pub mod rules;
pub mod serve;
pub mod tool;

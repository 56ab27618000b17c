//! One file for each command.

pub mod init;
pub mod serve;

//! Mail that comes in by itself, on both databases (`NOROSHI_TEST_POSTGRES`): what it becomes, whom it is believed to
//! be from, and that a mail is taken exactly once, whenever the program ends.

mod answers;
mod bounces;
#[path = "../common/mod.rs"]
mod common;
mod encrypted;
mod mailbox;
mod scene;

//! The program as people and scripts run it: the real binary, its output, its exit codes, its folder.

mod calculators;
mod commands;
mod csaf;
mod damage;
mod demo;
mod help;
mod kills;
mod mailbox;
mod postgres;
mod serving;
mod settings;
mod tools;

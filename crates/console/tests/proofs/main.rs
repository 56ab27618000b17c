//! Proof, not hope (design 4): who is denied what, what nobody can tell, what lies nowhere in clear, what every page
//! carries, and what bad input gets.

#[path = "../common/mod.rs"]
mod common;

mod audit;
mod calendar;
mod canary;
mod demo;
mod denial;
mod erasure;
mod headers;
mod interference;
mod mishaps;
mod public_ways;
mod routers;
mod routes;
mod visitors;

//! casework

pub mod editions;

//! Every clause of the guideline in our own words.

//! The gallery: every component with real words, to look at and to test.

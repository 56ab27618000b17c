//! Questions near those of the corpus: a short run of the fuzz target on stable.

#[path = "../../../fuzz/near.rs"]
mod near;
mod readers;

#[test]
fn readers_come_back() {
    near::run(readers::READERS, 1_000);
}

//! Requests near those of the corpus: a short run of the fuzz target on stable.

#[path = "../../../fuzz/near.rs"]
mod near;
mod readers;

#[test]
fn every_request_has_an_answer() {
    near::run(readers::READERS, 3_000);
    let _ = std::fs::remove_dir_all(std::env::temp_dir().join(format!("portal-fuzz-{}", std::process::id())));
}

//! Archives and providers near those of the corpus: a short run of the fuzz targets on stable.

#[path = "../../../fuzz/near.rs"]
mod near;
mod readers;

#[test]
fn readers_come_back() {
    near::run(readers::READERS, 4_000);
    let _ = std::fs::remove_dir_all(std::env::temp_dir().join(format!("gather-fuzz-{}", std::process::id())));
}

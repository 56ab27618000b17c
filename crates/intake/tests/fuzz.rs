//! Mails and forms near those of the corpus: a short run of the fuzz targets on stable.

#[path = "../../../fuzz/near.rs"]
mod near;
mod readers;

#[test]
fn readers_come_back() {
    near::run(readers::READERS, 600);
}

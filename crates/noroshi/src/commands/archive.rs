//! `noroshi backup` and `noroshi restore`.

use std::path::Path;

use casework::clock::{Clock, SystemClock};
use jiff::SignedDuration;
use store::Store;

use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::{Place, absolute, database};

/// Writes a backup of one state of everything but the keys.
///
/// # Errors
/// What could not be read or written; then there is no backup file.
pub async fn backup(place: &Place, file: &Path, keep_days: u16) -> Outcome {
    let config = place.load()?.config;
    let store = place.store(&config).await?;
    let now = SystemClock.now();
    let made = store.backup(&absolute(file)?, now, now + SignedDuration::from_hours(24 * i64::from(keep_days))).await;
    store.close().await;
    let made = made?;
    let (rows, attachments, published) = (made.rows, made.attachments, made.published);
    out::line(format!(
        "Wrote {}: {rows} rows, {attachments} attachments, {published} published files. Delete it in {keep_days} days.",
        file.display()
    ));
    out::line("Keys are not in it: `noroshi key export` writes them. Settings neither: keep noroshi.toml.");
    Ok(())
}

/// Restores a backup into a folder that is new.
///
/// # Errors
/// What could not be read or written; then nothing was restored.
pub async fn restore(place: &Place, file: &Path) -> Outcome {
    let folder = place.folder()?;
    let config = place.load()?.config;
    if !file.is_file() {
        return Err(Failure::new(format!("There is no backup {}", file.display())));
    }
    let made = Store::restore(file, folder, database(&config)).await?;
    let (rows, attachments, published) = (made.rows, made.attachments, made.published);
    out::line(format!(
        "Restored {rows} rows, {attachments} attachments and {published} published files of {}.",
        made.created_at
    ));
    out::line("Next: noroshi key import, then noroshi journal verify.");
    Ok(())
}

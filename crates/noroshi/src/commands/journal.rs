//! `noroshi journal verify` and `noroshi projections rebuild`.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::Place;

/// Reads everything again; with a checkpoint, also looks for what was cut off since.
///
/// # Errors
/// Every broken stream, named by its first broken place.
pub async fn verify(place: &Place, checkpoint: Option<&Path>) -> Outcome {
    let config = place.load()?.config;
    let text = match checkpoint {
        Some(file) => Some(read(file)?),
        None => None,
    };
    let store = place.store(&config).await?;
    let report = store.verify().await?;
    let (streams, events, texts, files) = (report.streams, report.events, report.texts, report.files);
    out::line(format!("Read {streams} streams, {events} events, {texts} texts and {files} files."));
    let mut broken: Vec<String> = report.broken.iter().map(ToString::to_string).collect();
    if let Some(text) = &text {
        broken.extend(store.verify_against(text).await?.iter().map(ToString::to_string));
    }
    store.close().await;
    broken.dedup();
    if broken.is_empty() {
        out::line(if text.is_some() { "All of it is whole and fits the checkpoint." } else { "All of it is whole." });
        return Ok(());
    }
    for place in &broken {
        eprintln!("Broken: {place}");
    }
    let count = broken.len();
    Err(Failure::new(format!(
        "{count} broken {}: restore a backup made before",
        if count == 1 { "place" } else { "places" }
    )))
}

fn read(file: &Path) -> Outcome<String> {
    std::fs::read_to_string(file)
        .map_err(|error| Failure::new(format!("The checkpoint {} cannot be read: {}", file.display(), error.kind())))
}

/// Makes the tables of lists again.
///
/// # Errors
/// When a server runs, or something cannot be read; then everything is as before.
pub async fn rebuild(place: &Place) -> Outcome {
    let office = place.office().await?;
    let done = office.rebuild_projections().await;
    office.store().clone().close().await;
    let done = done?;
    out::line(format!("Read {} events; wrote {} cards and {} duties.", done.events, done.cards, done.duties));
    Ok(())
}

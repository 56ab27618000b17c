//! `noroshi demo`: an invented partnership to look around in, made by the same commands as a real one.
//!
//! The folder is filled beside its place and moved there when it is whole, so that a demo is there entirely or not at
//! all. A note in it says that it is a demo: real data are never served with one-click sign-in.

mod ahead;
mod arrival;
mod committee;
mod coordination;
mod data;
mod desk;
mod endings;
mod fill;
mod forms;
mod note;
mod outreach;
mod partnership;
mod people;
mod phrases;
mod plan;
mod silent;
mod sites;
mod texts;
mod world;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use casework::clock::{Clock, SystemClock};
use store::Store;
use tokio::net::TcpListener;

use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::{Place, entropy, office};
use crate::serve::{self, Service};
use note::Note;

/// Where the demo lies when nobody says otherwise.
const FOLDER: &str = "demo-data";

/// Fills the folder if it is new, and serves it.
///
/// # Errors
/// What keeps it from starting; a folder with other data is never touched.
pub async fn run(mut place: Place, listen: SocketAddr) -> Outcome {
    let folder = place.data.get_or_insert_with(|| PathBuf::from(FOLDER)).clone();
    if place.database.is_some() {
        return Err(Failure::new("The demo keeps its data in its folder; leave --database out"));
    }
    let listener = serve::bind(listen).await?;
    let base_url = base_url(listener.local_addr().unwrap_or(listen));
    if is_empty(&folder) {
        fill_beside(&folder, &base_url).await?;
    }
    let note = Note::read(&folder)?;
    serve_filled(&place, note, listener, base_url).await
}

async fn serve_filled(place: &Place, note: Note, listener: TcpListener, base_url: String) -> Outcome {
    let mut config = place.load()?.config;
    config.web.base_url = base_url;
    config.database.url.clear();
    crate::log::begin(&config.log);
    let store = place.store(&config).await?;
    let clock = ahead::clock(place.folder()?);
    let office = office(store, config.settings(), Arc::new(clock.clone()), Arc::new(SystemClock))?;
    out::line(note.greeting(&config.web.base_url, place.folder()?));
    serve::serve(Service { office, config, demo: Some((people::cast(), clock)) }, listener).await
}

/// Where a browser on this machine finds it, also when it listens on all addresses.
fn base_url(address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        return format!("http://127.0.0.1:{}", address.port());
    }
    format!("http://{address}")
}

/// Nothing is there, or a folder with nothing in it.
fn is_empty(folder: &Path) -> bool {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

/// Fills a folder beside the place, and moves it there when it is whole.
async fn fill_beside(folder: &Path, base_url: &str) -> Outcome {
    let name = folder.file_name().ok_or_else(|| Failure::new("The demo needs a folder with a name"))?;
    let beside = folder.with_file_name(format!(".{}.filling", name.to_string_lossy()));
    let failed = |error: std::io::Error| Failure::new(format!("the demo cannot be made: {}", error.kind()));
    if beside.exists() {
        // A fill that was broken off; nobody has ever served it.
        std::fs::remove_dir_all(&beside).map_err(failed)?;
    }
    out::line(format!("Filling the demo in {} …", folder.display()));
    let now = SystemClock.now();
    let begun = partnership::begin(now);
    let store = Store::init(&beside, None, entropy(), None, begun).await?;
    let note = fill::fill(store, &beside, base_url, now).await?;
    partnership::write_settings(&beside).map_err(failed)?;
    note.write(&beside).map_err(failed)?;
    std::fs::rename(&beside, folder).map_err(failed)
}

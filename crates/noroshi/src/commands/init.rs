//! `noroshi init`: folder, keys, database. Only this command makes keys (decision 18).

use casework::clock::{Clock, SystemClock};
use store::{Store, StoreError};

use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::{Place, database, entropy, master_key};

/// Makes the data folder.
///
/// # Errors
/// When there are data already, or the folder cannot be made.
pub async fn run(place: &Place) -> Outcome {
    let folder = place.folder()?;
    let config = place.load()?.config;
    let key = master_key()?;
    let given = key.is_some();
    let made = Store::init(folder, database(&config), entropy(), key, SystemClock.now()).await;
    let store = made.map_err(|error| match error {
        StoreError::AlreadyInitialised => {
            Failure::new(format!("There are Noroshi data in {} already; nothing was changed", folder.display()))
        }
        other => other.into(),
    })?;
    store.close().await;
    out::line(format!("Made the data folder {}.", folder.display()));
    if given {
        out::line("The master key is the one in NOROSHI_MASTER_KEY; it is not stored. Without it nothing can be read.");
    } else {
        out::line("The master key is keys/master.key in it. Keep a copy elsewhere: without it nothing can be read.");
    }
    out::line(format!("Next: noroshi account add --data {} --role administrator …", folder.display()));
    Ok(())
}

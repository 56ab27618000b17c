//! `noroshi key`: rotating, exporting and importing keys (decision 13).

use store::Store;

use crate::cli::KeyCommand;
use crate::failure::Outcome;
use crate::out;
use crate::place::{Place, absolute, database, key_from, master_key};

/// Does one of the commands.
///
/// # Errors
/// What could not be done, and why; then the old keys stay.
pub async fn run(place: &Place, command: KeyCommand) -> Outcome {
    let config = place.load()?.config;
    match command {
        KeyCommand::Rotate => {
            let new = key_from("NOROSHI_NEW_MASTER_KEY")?;
            let given = master_key()?.is_some();
            let store = place.store(&config).await?;
            let rotated = store.rotate(new).await;
            store.close().await;
            rotated?;
            out::line("The master key is a new one; every key is wrapped with it.");
            out::line(if given {
                "It is what NOROSHI_NEW_MASTER_KEY says: give it as NOROSHI_MASTER_KEY from now on."
            } else {
                "It is keys/master.key in the data folder: keep a copy of it, and a new key export, elsewhere."
            });
        }
        KeyCommand::Export { file } => {
            let store = place.store(&config).await?;
            let exported = store.export_keys(&absolute(&file)?).await;
            store.close().await;
            let count = exported?;
            out::line(format!("Wrote {count} keys into {}. It is as secret as the data.", file.display()));
        }
        KeyCommand::Import { file } => {
            let count = Store::import_keys(&file, place.folder()?, database(&config)).await?;
            out::line(format!("Imported {count} keys. Prove the data: noroshi journal verify"));
        }
    }
    Ok(())
}

//! Where the data are: folder, database, settings, master key; and opening them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use casework::clock::{Clock, SystemClock};
use casework::{Office, Parts, Settings};
use console::Letters;
use store::{Entropy, Store, SystemEntropy};

use crate::config::{self, Config, Loaded};
use crate::failure::{Failure, Outcome};

/// Options that every command knows.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Place {
    /// The data folder
    #[arg(long, global = true, env = "NOROSHI_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A PostgreSQL database instead of SQLite in the data folder
    #[arg(long, global = true, value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// The settings file [default: noroshi.toml in the data folder]
    #[arg(long, global = true, env = "NOROSHI_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl Place {
    /// The data folder.
    ///
    /// # Errors
    /// When nobody said which.
    pub fn folder(&self) -> Outcome<&Path> {
        let missing = || Failure::new("Say which data folder: --data DIR, or NOROSHI_DATA in the environment");
        self.data.as_deref().ok_or_else(missing)
    }

    /// The settings.
    ///
    /// # Errors
    /// What cannot be read or used.
    pub fn load(&self) -> Outcome<Loaded> {
        let mut loaded = config::load(self.data.as_deref(), self.config.as_deref(), &environment())?;
        if let Some(url) = &self.database {
            loaded.config.database.url.clone_from(url);
        }
        Ok(loaded)
    }

    /// Opens the store.
    ///
    /// # Errors
    /// What is missing or broken, and what to do.
    pub async fn store(&self, config: &Config) -> Outcome<Store> {
        let folder = self.folder()?;
        if !folder.is_dir() {
            let way = "make it with `noroshi init`, or check the path";
            return Err(Failure::new(format!("There is no folder {}: {way}", folder.display())));
        }
        Ok(Store::open(folder, database(config), entropy(), master_key()?).await?)
    }

    /// Opens store and office for one command.
    ///
    /// # Errors
    /// What is missing or broken, and what to do.
    pub async fn office(&self) -> Outcome<Office> {
        let config = self.load()?.config;
        let store = self.store(&config).await?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        office(store, config.settings(), clock.clone(), clock)
    }
}

/// An office over an opened store.
///
/// # Errors
/// When the editions that are built in are broken.
pub fn office(store: Store, settings: Settings, clock: Arc<dyn Clock>, wall: Arc<dyn Clock>) -> Outcome<Office> {
    Ok(Office::new(Parts {
        published: store.published_folder(),
        store,
        editions: casework::editions::editions()?,
        calendar: casework::editions::calendar()?,
        settings,
        clock,
        wall,
        entropy: entropy(),
        correspondence: Arc::new(Letters),
    }))
}

/// Address of the database; none for SQLite in the folder.
#[must_use]
pub fn database(config: &Config) -> Option<&str> {
    Some(config.database.url.as_str()).filter(|url| !url.is_empty())
}

/// A path that no longer depends on the working folder.
///
/// # Errors
/// When it is empty, or the working folder is gone.
pub fn absolute(path: &Path) -> Outcome<PathBuf> {
    std::path::absolute(path).map_err(|_| Failure::new(format!("{} is no path of a file", path.display())))
}

/// The program's randomness.
#[must_use]
pub fn entropy() -> Arc<dyn Entropy> {
    Arc::new(SystemEntropy)
}

/// Variables of the environment that are text.
#[must_use]
pub fn environment() -> Vec<(String, String)> {
    let text = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
        Some((name.into_string().ok()?, value.into_string().ok()?))
    };
    std::env::vars_os().filter_map(text).collect()
}

/// The master key of the environment, if there is one.
///
/// # Errors
/// When it is no key.
pub fn master_key() -> Outcome<Option<[u8; 32]>> {
    key_from("NOROSHI_MASTER_KEY")
}

/// A key in a variable.
///
/// # Errors
/// When it is no key.
pub fn key_from(variable: &str) -> Outcome<Option<[u8; 32]>> {
    match std::env::var(variable) {
        Ok(text) if !text.trim().is_empty() => {
            let key = Store::master_from_hex(&text);
            key.map(Some).map_err(|_| Failure::new(format!("{variable} is not a key: it is 64 hexadecimal digits")))
        }
        _ => Ok(None),
    }
}

//! The note in the folder that says: this is a demo, and here is a receipt to try the progress page with.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::failure::{Failure, Outcome};

const FILE_NAME: &str = "demo.json";

/// A finder's receipt, as the finder was given it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Number of a report.
    pub report: String,
    /// Its secret: the demo is invented, so this one may lie about.
    pub secret: String,
}

impl Note {
    /// Reads the note of a folder.
    ///
    /// # Errors
    /// When there is none: then the folder is no demo, and nobody may enter it with one click.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let no_demo = || {
            let folder = folder.display();
            Failure::new(format!(
                "What lies in {folder} is no demo; nothing was changed. Name another folder with --data"
            ))
        };
        let text = std::fs::read(folder.join(FILE_NAME)).map_err(|_| no_demo())?;
        serde_json::from_slice(&text).map_err(|_| no_demo())
    }

    /// Writes it.
    pub fn write(&self, folder: &Path) -> std::io::Result<()> {
        let text = serde_json::to_vec_pretty(self).map_err(std::io::Error::other)?;
        let mut file =
            std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(folder.join(FILE_NAME))?;
        file.write_all(&text)?;
        file.sync_all()
    }

    /// What is said at the start.
    pub fn greeting(&self, base_url: &str, folder: &Path) -> String {
        format!(
            "Noroshi is ready: {base_url}/ja/ (日本語)  {base_url}/en/ (English)\n\
             Be anybody with one click: {base_url}/ja/demo\n\
             Follow a report as its finder: {base_url}/ja/progress\n  \
               number {}\n  secret {}\n\
             Mails are written into {}. Everything here is invented. Stop with Ctrl+C.",
            self.report,
            self.secret,
            folder.join("mail").display()
        )
    }
}

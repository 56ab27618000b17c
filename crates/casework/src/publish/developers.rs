//! `developers.json` of the published tree: developers that agreed to be listed (Ⅳ.4.1.第2段), and where they take reports
//! straight from finders (Ⅳ.4.1.第3段). It is made of what they agreed to alone.

use rulebook::developer::ListedDeveloper;
use serde::Serialize;

use super::disk::Files;
use crate::error::Result;
use crate::office::Office;

/// Where the document lies in the tree.
pub(super) const DEVELOPERS_PATH: &str = "developers.json";

#[derive(Serialize)]
struct List {
    developers: Vec<ListedDeveloper>,
}

impl Office {
    /// Writes the list as it stands now. May be called at any time.
    ///
    /// # Errors
    /// The store's, or the tree's.
    pub async fn write_developers(&self) -> Result<()> {
        let _alone = self.tree.lock().await;
        let _locked = self.lock_tree().await?;
        let file = self.developers_file().await?;
        self.replace(Files::from([file])).await
    }

    /// The list as a file of the tree. The same entries give the same bytes.
    pub(super) async fn developers_file(&self) -> Result<(String, Vec<u8>)> {
        let list = List { developers: self.listed_developers().await? };
        let mut bytes = serde_json::to_vec_pretty(&list).expect("the list holds only texts");
        bytes.push(b'\n');
        Ok((DEVELOPERS_PATH.to_owned(), bytes))
    }
}

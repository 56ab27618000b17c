//! CVE Record Format 5 (5.2.0): one record a vulnerability with a CVE number, written as a CNA and read from anybody.
//!
//! Containers of others (`adp`) and members of one's own (`x_…`) are never touched: [`update`] puts a new CNA container into
//! a record and leaves everything else as it was.

mod affected;
pub mod read;
mod write;

pub use read::read;
pub use write::{Assigner, Cve5, NotWritten, cve5};

use serde_json::Value;

/// Version of the format that we write.
pub const VERSION: &str = "5.2.0";
/// Most characters of a description (schema: 4,096).
const TEXT_MAX: usize = 4_096;
/// Most characters of a title (schema: 256).
const TITLE_MAX: usize = 256;
/// Most characters of a name (schema: 512).
const NAME_MAX: usize = 512;

/// Puts the CNA container of a record into an earlier one: containers of others and members of one's own stay, and what
/// the program of CVE keeps in the metadata too.
#[must_use]
pub fn update(earlier: &Value, record: &Value) -> Value {
    let mut updated = earlier.clone();
    let own = |container: &Value| -> Vec<(String, Value)> {
        let members = container.as_object().into_iter().flatten();
        members.filter(|(key, _)| key.starts_with("x_")).map(|(key, value)| (key.clone(), value.clone())).collect()
    };
    let kept = own(&earlier["containers"]["cna"]);
    let Some(cna) = record.pointer("/containers/cna") else { return updated };
    let mut cna = cna.clone();
    if let Some(members) = cna.as_object_mut() {
        for (key, value) in kept {
            members.entry(key).or_insert(value);
        }
    }
    if let Some(root) = updated.as_object_mut() {
        let containers = root.entry("containers").or_insert_with(|| serde_json::json!({}));
        if let Some(containers) = containers.as_object_mut() {
            containers.insert("cna".to_owned(), cna);
        }
        root.insert("dataVersion".to_owned(), Value::from(VERSION));
    }
    updated
}

/// The text, cut at a limit of characters with an ellipsis.
fn cut(text: &str, max: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= max {
        return text.to_owned();
    }
    text.chars().take(max - 1).chain(['…']).collect()
}

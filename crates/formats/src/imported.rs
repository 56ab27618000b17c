//! Advisories of others, whatever their format: recognised by content, named by who publishes them, and the line that the
//! published tree keeps of each.
//!
//! An imported advisory is named by its source and its own id, never by a number of ours. The number that documents need
//! inside ([`number`]) counts from 1 and is never shown.
//!
//! In the tree they lie in packs: `imported/packs/000001.pack` has the original bytes of many documents one after the
//! other, `000001.jsonl` a [`Line`] for each. A pack never changes; a later line for the same advisory replaces an
//! earlier one. `imported/head` names the newest pack that is wholly there.

use crate::document::{PublicDocument, SourceFormat};
use crate::number::AdvisoryNumber;
use crate::reading::{self, Import, ReadError};
use crate::summary::AdvisorySummary;
use crate::xml::XmlError;
use crate::{csaf, cve5, osv};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::fmt;

mod newer;
mod vuldef;

pub use newer::is_older;

/// The folder in the tree.
pub const FOLDER: &str = "imported";
/// Number of the newest pack that is wholly there.
pub const HEAD_PATH: &str = "imported/head";
/// Largest document that is taken in, in bytes.
pub const DOCUMENT_MAX: usize = 32 * 1024 * 1024;
/// Most characters of an id.
pub const ID_MAX: usize = 200;
/// Beside the numbers of a partnership these stand in an index of their own, so not even the same prefix would matter.
const PREFIX: &str = "IMPORTED";
/// Most characters of a source's key.
const KEY_MAX: usize = 80;

/// Path of a pack.
#[must_use]
pub fn pack_path(pack: u32) -> String {
    format!("{FOLDER}/packs/{pack:06}.pack")
}

/// Path of the lines of a pack.
#[must_use]
pub fn lines_path(pack: u32) -> String {
    format!("{FOLDER}/packs/{pack:06}.jsonl")
}

/// The number that the documents of an imported advisory carry inside. It counts from 1 and never leaves the program.
#[must_use]
pub fn number(count: u32) -> Option<AdvisoryNumber> {
    AdvisoryNumber::new(PREFIX, count).ok().filter(|_| count > 0)
}

/// The count that [`number`] was made of.
#[must_use]
pub fn count(number: &AdvisoryNumber) -> Option<u32> {
    (number.prefix() == PREFIX).then_some(number.digits())
}

/// Who publishes what was imported.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// Its name in addresses: the host of its site, `cisa.gov`.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its site.
    pub url: String,
}

/// What the tree keeps of an imported advisory beside its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Who publishes it.
    pub origin: Origin,
    /// Its id there.
    pub id: String,
    /// Its format.
    pub format: SourceFormat,
    /// Its version, as its publisher counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// SHA-256 of the original bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Where the bytes begin in the pack.
    pub at: u64,
    /// How many they are.
    pub length: u64,
    /// When they were taken in.
    pub taken_at: Timestamp,
    /// From where: an address, or the name of a file.
    pub taken_from: String,
    /// What a provider's list said of its last change, in the list's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed: Option<String>,
    /// Places in it that were not understood.
    pub not_understood: u32,
    /// What lists show. The number is [`number`]; the revision counts how often it was taken in.
    pub summary: AdvisorySummary,
}

/// Why a document is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Larger than [`DOCUMENT_MAX`].
    TooLarge,
    /// Neither JSON nor XML, or not to its end.
    Unreadable(ReadError),
    /// No readable VULDEF.
    Xml(XmlError),
    /// JSON or XML of none of the formats.
    OtherFormat,
    /// It has no id of its own, or one that cannot stand in an address.
    NoId,
    /// Its publisher does not let everybody read it: the label.
    NotPublic(String),
    /// A CVE number that says nothing yet.
    Reserved,
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::TooLarge => write!(out, "larger than {DOCUMENT_MAX} bytes"),
            Refused::Unreadable(error) => error.fmt(out),
            Refused::Xml(error) => error.fmt(out),
            Refused::OtherFormat => out.write_str("neither CSAF, CVE, OSV nor VULDEF"),
            Refused::NoId => out.write_str("no id that can be used"),
            Refused::NotPublic(label) => write!(out, "not for the public: {label}"),
            Refused::Reserved => out.write_str("a reserved CVE number, which says nothing yet"),
        }
    }
}

impl std::error::Error for Refused {}

/// The single documents of a file: itself, or the entries of a VULDEF document that has several, each in the root of its
/// own, its bytes unchanged.
///
/// # Errors
/// When it is XML and no VULDEF. JSON is looked at by [`read`].
pub fn documents(bytes: &[u8]) -> Result<Vec<Cow<'_, [u8]>>, Refused> {
    if is_xml(bytes) { vuldef::split(bytes) } else { Ok(vec![Cow::Borrowed(bytes)]) }
}

/// Reads a document of any of the formats, field by field.
///
/// # Errors
/// When there is nothing to be read, or nothing that everybody may read.
pub fn read(bytes: &[u8], number: AdvisoryNumber) -> Result<Import, Refused> {
    if bytes.len() > DOCUMENT_MAX {
        return Err(Refused::TooLarge);
    }
    let import = if is_xml(bytes) { vuldef::read(bytes, number)? } else { json(bytes, number)? };
    let id = import.document.source.as_ref().map_or("", |source| source.id.as_str());
    if is_usable(id) { Ok(import) } else { Err(Refused::NoId) }
}

fn json(bytes: &[u8], number: AdvisoryNumber) -> Result<Import, Refused> {
    let value = reading::object(bytes).map_err(|error| match error {
        ReadError::OtherFormat => Refused::OtherFormat,
        error => Refused::Unreadable(error),
    })?;
    public(&value)?;
    let read = csaf::read::read_value(&value, number.clone());
    let read = read.or_else(|| cve5::read::read_value(&value, number.clone()));
    // Any object may have an id and a day of change: OSV is asked last, and has to say what is affected.
    let osv = || ["affected", "schema_version", "withdrawn"].iter().any(|key| value.get(key).is_some());
    read.or_else(|| osv::read::read_value(&value, number).filter(|_| osv())).ok_or(Refused::OtherFormat)
}

fn public(value: &Value) -> Result<(), Refused> {
    let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str);
    if let Some(label) = text("/document/distribution/tlp/label").filter(|label| !matches!(*label, "WHITE" | "CLEAR")) {
        return Err(Refused::NotPublic(format!("TLP:{}", label.chars().take(20).collect::<String>())));
    }
    if cve5::read::is_cve_record(value) && text("/cveMetadata/state") == Some("RESERVED") {
        return Err(Refused::Reserved);
    }
    Ok(())
}

/// Who publishes a document.
#[must_use]
pub fn origin(document: &PublicDocument) -> Origin {
    let fixed = |key: &str, name: &str| Origin { key: key.into(), name: name.into(), url: format!("https://{key}/") };
    match document.source.as_ref().map(|source| source.format) {
        Some(SourceFormat::Cve5) => fixed("cve.org", "CVE"),
        Some(SourceFormat::Osv) => fixed("osv.dev", "OSV"),
        Some(SourceFormat::Vuldef) => fixed("jvndb.jvn.jp", "JVN iPedia"),
        _ => publisher(document),
    }
}

fn publisher(document: &PublicDocument) -> Origin {
    let publisher = &document.publisher;
    let name = publisher.name.get(crate::Language::En);
    let url = Some(&publisher.namespace).filter(|url| crate::uri::is_web_address(url));
    let key = [site_key(url.map_or("", String::as_str)), key(name)]
        .into_iter()
        .find(|key| !key.is_empty())
        .unwrap_or_else(|| "unknown".to_owned());
    let name = if name.is_empty() { key.clone() } else { name.chars().take(KEY_MAX).collect() };
    Origin { key, name, url: url.cloned().unwrap_or_default() }
}

/// The key of a site: its host without `www.`; empty when the text is no address.
#[must_use]
pub fn site_key(url: &str) -> String {
    let host = url.split('/').nth(2).unwrap_or_default().to_lowercase();
    let host = host.rsplit('@').next().unwrap_or_default();
    key(host.strip_prefix("www.").unwrap_or(host))
}

/// Letters, digits and dots between them; `-` for everything else.
fn key(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => key.push(c),
            '.' if !key.is_empty() && !key.ends_with(['.', '-']) => key.push('.'),
            _ if !key.is_empty() && !key.ends_with(['.', '-']) => key.push('-'),
            _ => {}
        }
        if key.len() >= KEY_MAX {
            break;
        }
    }
    key.trim_end_matches(['.', '-']).to_owned()
}

/// An id stands in an address and in lists: one line, not too long, and no way upwards.
fn is_usable(id: &str) -> bool {
    let long = id.chars().nth(ID_MAX).is_some();
    !id.is_empty() && !long && !id.trim_matches('.').is_empty() && !id.chars().any(char::is_control)
}

fn is_xml(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

/// Whether bytes may be a document at all: they begin like JSON or XML.
#[must_use]
pub fn may_be_document(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    matches!(bytes.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'<' | b'{'))
}

impl Line {
    /// The line as JSON, with its newline.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a line holds nothing that JSON cannot say") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_hosts_or_names() {
        assert_eq!(key("www.Example.COM:8443"), "www.example.com-8443");
        assert_eq!(key("../../etc"), "etc");
        assert_eq!(site_key("https://WWW.Example.org/x"), "example.org");
        assert_eq!(key("Hinode Works (日の出)"), "hinode-works");
        assert!(key(&"a".repeat(1_000)).len() <= KEY_MAX);
    }

    #[test]
    fn ids_that_lead_elsewhere_are_refused() {
        assert!(["ICSA-23-001-01", "RHSA-2023:0001", "a/b", "…"].into_iter().all(is_usable));
        assert!(!["", ".", "..", "a\nb"].into_iter().any(is_usable));
        assert!(!is_usable(&"x".repeat(ID_MAX + 1)));
    }

    #[test]
    fn numbers_are_nobodys() {
        let number = number(42).expect("a count");
        assert_eq!(count(&number), Some(42));
        assert_eq!(count(&"JVN00000042".parse().expect("a number")), None);
        assert_eq!(super::number(0), None);
    }
}

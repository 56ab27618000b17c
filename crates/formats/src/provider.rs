//! The CSAF provider (CSAF 2.0, section 7): which files lie where in the published tree, and what is in them.
//!
//! Bytes only: the caller writes them, documents before lists, and makes the OpenPGP signatures of those marked
//! [`PublishedFile::sign`] at [`signature_path`]. CSAF may be provided over https alone (requirement 3); on http the
//! documents and plain lists are there, but no provider is declared and [`ProviderConfig::provision`] says why.

use crate::check::Finding;
use crate::csaf20::{Links, csaf20};
use crate::document::{PublicDocument, Publisher};
use crate::number::AdvisoryNumber;
use crate::summary::AdvisorySummary;
use crate::text::{Language, Localized};
use crate::uri::is_web_address;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256, Sha512};
use std::fmt::Write;

mod lists;
mod metadata;
mod rolie;

pub use lists::lists;

/// Folder of the CSAF documents under TLP:WHITE.
pub const CSAF_FOLDER: &str = "csaf/white";
/// The ROLIE feed of all documents.
pub const FEED_PATH: &str = "csaf/white/csaf-feed-tlp-white.json";
/// The ROLIE service document.
pub const SERVICE_PATH: &str = "csaf/service.json";
/// Where the provider's metadata must lie (requirement 9).
pub const METADATA_PATH: &str = ".well-known/csaf/provider-metadata.json";
/// RFC 9116.
pub const SECURITY_TXT_PATH: &str = ".well-known/security.txt";
/// All advisories, one summary a line.
pub const SUMMARIES_PATH: &str = "advisories.jsonl";

const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";
const CSV: &str = "text/csv; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const JSON_LINES: &str = "application/jsonl; charset=utf-8";

/// What a provider needs to know of itself.
#[derive(Clone, Debug)]
pub struct ProviderConfig {
    /// Address of the tree's root, with or without a final slash: `https://advisories.example.jp`.
    pub base_url: String,
    /// Who publishes.
    pub publisher: Publisher,
    /// OpenPGP public keys that lie in the tree, the one in use first; retired ones stay.
    pub keys: Vec<PublicKey>,
    /// Aggregators may list us.
    pub list_on_aggregators: bool,
    /// Aggregators may mirror our documents.
    pub mirror_on_aggregators: bool,
    /// Where to report a vulnerability of this very site, as URIs: `mailto:…` or `https://…`. Empty: no security.txt.
    pub security_contacts: Vec<String>,
    /// Day after which security.txt is stale, less than a year ahead (RFC 9116, 2.5.5).
    pub security_expires: Timestamp,
    /// When the metadata last changed.
    pub metadata_updated_at: Timestamp,
}

/// A public key in the published tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// Hexadecimal fingerprint, at least 40 digits.
    pub fingerprint: String,
    /// Path in the tree, see [`key_path`].
    pub path: String,
}

/// Which role of the standard the instance can fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provision {
    /// `csaf_trusted_provider`: documents are hashed and signed.
    TrustedProvider,
    /// `csaf_provider`: there is no key yet, so nothing is signed.
    Provider,
    /// The base address is not https, so the instance is no provider (decision 23).
    NotHttps,
}

impl Provision {
    /// The role's name in provider-metadata.json.
    #[must_use]
    pub const fn role(self) -> Option<&'static str> {
        match self {
            Provision::TrustedProvider => Some("csaf_trusted_provider"),
            Provision::Provider => Some("csaf_provider"),
            Provision::NotHttps => None,
        }
    }

    /// The state in a sentence.
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match self {
            Provision::TrustedProvider => {
                language.pick("CSAF trusted provider です。", "This is a CSAF trusted provider.")
            }
            Provision::Provider => language.pick(
                "CSAF provider です。署名鍵がないため、文書に署名はありません。",
                "This is a CSAF provider. It has no signing key, so documents are not signed.",
            ),
            Provision::NotHttps => language.pick(
                "https ではないため、CSAF provider ではありません。CSAF 文書は試しに読むことができます。",
                "This is not a CSAF provider, because it is not served over https. The CSAF documents are here for trial.",
            ),
        }
    }
}

impl ProviderConfig {
    /// Which role the instance can fill.
    #[must_use]
    pub fn provision(&self) -> Provision {
        if !self.base_url.starts_with("https://") || !is_web_address(&self.base_url) {
            Provision::NotHttps
        } else if self.keys.is_empty() {
            Provision::Provider
        } else {
            Provision::TrustedProvider
        }
    }

    /// The address of a path of the tree.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.base_url.trim_end_matches('/'))
    }

    /// The address of an advisory's page for people.
    #[must_use]
    pub fn page(&self, id: &AdvisoryNumber, language: Language) -> String {
        self.url(&format!("{}/advisories/{}", language.tag(), id.slug()))
    }

    fn links(&self, document: &PublicDocument, language: Language) -> Links {
        let path = |language| csaf_path(&document.id, document.published_at, language);
        let other = language.other();
        Links {
            this: self.url(&path(language)),
            other: document.languages.contains(&other).then(|| self.url(&path(other))),
            page: self.page(&document.id, language),
        }
    }
}

/// A file of the published tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// Path from the tree's root, with `/`.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
    /// Whether an armored detached OpenPGP signature of these bytes belongs beside it, at [`signature_path`].
    pub sign: bool,
    /// Media type, for the server.
    pub media_type: &'static str,
}

impl PublishedFile {
    fn new(path: impl Into<String>, content: impl Into<Vec<u8>>, media_type: &'static str) -> Self {
        PublishedFile { path: path.into(), bytes: content.into(), sign: false, media_type }
    }
}

/// Where the signature of a file belongs.
#[must_use]
pub fn signature_path(path: &str) -> String {
    format!("{path}.asc")
}

/// Where a public key belongs; retired ones stay.
#[must_use]
pub fn key_path(fingerprint: &str) -> String {
    format!("openpgp/{}.asc", fingerprint.to_ascii_lowercase())
}

/// The folder of a revision, which never changes once written.
#[must_use]
pub fn revision_folder(id: &AdvisoryNumber, revision: u32) -> String {
    format!("advisories/{}/{revision}", id.slug())
}

/// Path of an advisory's CSAF document: the folder is the year of its first release in UTC, as the document says it
/// (requirement 11).
#[must_use]
pub fn csaf_path(id: &AdvisoryNumber, published_at: Timestamp, language: Language) -> String {
    let year = published_at.to_zoned(TimeZone::UTC).year();
    format!("{CSAF_FOLDER}/{year:04}/{}", id.csaf_file_name(language))
}

/// Every file of one advisory: `document.json` of its revision, and the CSAF document of each language with its hashes.
///
/// # Errors
/// What must be put right before the advisory may be published.
pub fn files(document: &PublicDocument, config: &ProviderConfig) -> Result<Vec<PublishedFile>, Vec<Finding>> {
    let path = format!("{}/document.json", revision_folder(&document.id, document.revision));
    let mut files = vec![PublishedFile::new(path, document.to_json(), JSON)];
    for &language in &document.languages {
        let csaf = csaf20(document, language, &config.links(document, language))?;
        let path = csaf_path(&document.id, document.published_at, language);
        let bytes = csaf.json.into_bytes();
        let hashes = hash_files(&path, &bytes);
        files.push(PublishedFile { sign: true, ..PublishedFile::new(path, bytes, JSON) });
        files.extend(hashes);
    }
    Ok(files)
}

/// The hash files of a file (requirement 18): the digest in lower-case hexadecimal, two blanks, the file's name.
#[must_use]
pub fn hash_files(path: &str, bytes: &[u8]) -> [PublishedFile; 2] {
    let name = path.rsplit('/').next().unwrap_or(path);
    let line = |digest: &[u8]| format!("{}  {name}\n", hex(digest));
    [
        PublishedFile::new(format!("{path}.sha256"), line(&Sha256::digest(bytes)), TEXT),
        PublishedFile::new(format!("{path}.sha512"), line(&Sha512::digest(bytes)), TEXT),
    ]
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
}

/// One CSAF document in feeds and lists.
struct Entry<'a> {
    summary: &'a AdvisorySummary,
    language: Language,
}

impl Entry<'_> {
    /// All documents of all advisories, the newest change first; the same order in every list.
    fn all(summaries: &[AdvisorySummary]) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = summaries
            .iter()
            .flat_map(|summary| summary.languages.iter().map(move |&language| Entry { summary, language }))
            .collect();
        entries.sort_by(|a, b| {
            let key = |entry: &Entry<'_>| (entry.summary.id.clone(), entry.language);
            b.summary.updated_at.cmp(&a.summary.updated_at).then_with(|| key(a).cmp(&key(b)))
        });
        entries
    }

    fn path(&self) -> String {
        csaf_path(&self.summary.id, self.summary.published_at, self.language)
    }

    /// The path inside the folder of the documents: `2026/jvn_12345678.json`.
    fn short_path(&self) -> String {
        let path = self.path();
        path.strip_prefix(CSAF_FOLDER).map_or(path.as_str(), |short| short.trim_start_matches('/')).to_owned()
    }

    fn title(&self) -> &str {
        self.summary.title.get(self.language)
    }
}

/// A bilingual name in one line, for metadata that has no language.
fn both(name: &Localized) -> String {
    if name.ja == name.en || name.missing_side().is_some() {
        return name.get(Language::En).to_owned();
    }
    format!("{} / {}", name.en, name.ja)
}

fn pretty<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).expect("the model holds only strings, numbers and lists") + "\n"
}

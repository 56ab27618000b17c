//! The CSAF provider (CSAF 2.0, section 7): which files lie where in the published tree, and what is in them.
//!
//! Bytes only: the caller writes them, documents before lists, and makes the OpenPGP signatures of those marked
//! [`PublishedFile::sign`] at [`signature_path`]. CSAF may be provided over https alone (requirement 3); on http the
//! documents and plain lists are there, but no provider is declared and [`ProviderConfig::provision`] says why.
//!
//! Both editions of CSAF lie side by side, each under the label that it gives to what everybody may read, with lists,
//! feeds and metadata of its own (CSAF 2.1, 7.4: the time of transition, in which 2.0 is the one that counts).

use crate::check::Finding;
use crate::csaf::{Edition, Links, Profile, Refusal, csaf};
use crate::cve5::{Assigner, cve5};
use crate::document::{PublicDocument, Publisher};
use crate::number::AdvisoryNumber;
use crate::summary::AdvisorySummary;
use crate::text::{Language, Localized};
use crate::uri::is_web_address;
use jiff::Timestamp;
use sha2::{Digest, Sha256, Sha512};
use std::fmt::Write;

mod lists;
mod metadata;
mod paths;
mod rolie;

pub use lists::lists;
pub use paths::{
    CSAF_FOLDER, FEED_PATH, Kind, METADATA_PATH, SERVICE_PATH, csaf_folder, csaf_path, csaf_paths, cve_path,
    document_path, edition_metadata_path, feed_path, key_path, osv_path, provider_paths, revision_folder, service_path,
    signature_path, stix_path, year_feed_path,
};

/// RFC 9116.
pub const SECURITY_TXT_PATH: &str = ".well-known/security.txt";
/// All advisories, one summary a line.
pub const SUMMARIES_PATH: &str = "advisories.jsonl";

const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";
const CSV: &str = "text/csv; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const STIX: &str = "application/stix+json;version=2.1";
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
    /// Who assigns CVE numbers here; without it there are no CVE records in the tree.
    pub assigner: Option<Assigner>,
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

    fn links(&self, document: &PublicDocument, language: Language, (edition, kind): (Edition, Kind)) -> Links {
        let path = |language| csaf_path(&document.id, document.published_at, language, edition, kind);
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

/// Every file of one advisory: `document.json` of its revision with what other standards make of it, and the CSAF
/// documents with their hashes.
///
/// # Errors
/// What must be put right before the advisory may be published.
pub fn files(document: &PublicDocument, config: &ProviderConfig) -> Result<Vec<PublishedFile>, Vec<Finding>> {
    let mut files = vec![PublishedFile::new(document_path(&document.id, document.revision), document.to_json(), JSON)];
    for edition in Edition::ALL {
        for kind in Kind::of(document) {
            for &language in &document.languages {
                files.extend(csaf_files(document, config, language, (edition, kind))?);
            }
        }
    }
    files.extend(others(document, config));
    Ok(files)
}

/// A CSAF document with its hashes.
fn csaf_files(
    document: &PublicDocument,
    config: &ProviderConfig,
    language: Language,
    (edition, kind): (Edition, Kind),
) -> Result<Vec<PublishedFile>, Vec<Finding>> {
    let links = config.links(document, language, (edition, kind));
    let profile = match kind {
        Kind::Advisory => Profile::of(document, edition),
        Kind::Vex => Profile::Vex,
    };
    let made = match csaf(document, language, &links, edition, profile) {
        Ok(made) => made,
        Err(Refusal::Faults(faults)) => return Err(faults),
        Err(Refusal::Profile(_)) => return Ok(Vec::new()),
    };
    let path = csaf_path(&document.id, document.published_at, language, edition, kind);
    let bytes = made.json.into_bytes();
    let hashes = hash_files(&path, &bytes);
    let mut files = vec![PublishedFile { sign: true, ..PublishedFile::new(path, bytes, JSON) }];
    files.extend(hashes);
    Ok(files)
}

/// What other standards make of a revision, where they apply: CVE records when we are who assigns the numbers, OSV when
/// a package of an ecosystem is affected, STIX always.
fn others(document: &PublicDocument, config: &ProviderConfig) -> Vec<PublishedFile> {
    let (id, revision) = (&document.id, document.revision);
    let english = config.page(id, Language::En);
    let mut files = Vec::new();
    if let Some(assigner) = &config.assigner {
        let records = document.vulnerabilities.iter().filter_map(|one| cve5(document, one, assigner, &english).ok());
        files.extend(records.map(|made| PublishedFile::new(cve_path(id, revision, &made.id), made.json(), JSON)));
    }
    let osv = crate::osv::osv(document, &english);
    if osv.entry["affected"].as_array().is_some_and(|affected| !affected.is_empty()) {
        files.push(PublishedFile::new(osv_path(id, revision), osv.json(), JSON));
    }
    files.extend(document.languages.iter().map(|&language| {
        let bundle = crate::stix::bundle(document, language, &config.page(id, language), &mut Vec::new());
        PublishedFile::new(stix_path(id, revision, language), bundle.write(), STIX)
    }));
    files
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
    edition: Edition,
    kind: Kind,
}

impl Entry<'_> {
    /// All documents of all advisories, the newest change first; the same order in every list.
    fn all(summaries: &[AdvisorySummary], edition: Edition) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for summary in summaries {
            for kind in Kind::ALL.into_iter().filter(|kind| *kind == Kind::Advisory || summary.vex) {
                let entry = |&language| Entry { summary, language, edition, kind };
                entries.extend(summary.languages.iter().map(entry));
            }
        }
        entries.sort_by(|a, b| {
            let order = b.summary.updated_at.cmp(&a.summary.updated_at).then_with(|| a.summary.id.cmp(&b.summary.id));
            order.then_with(|| (a.kind, a.language).cmp(&(b.kind, b.language)))
        });
        entries
    }

    fn path(&self) -> String {
        csaf_path(&self.summary.id, self.summary.published_at, self.language, self.edition, self.kind)
    }

    /// The path inside the folder of the documents: `2026/jvn_12345678.json`.
    fn short_path(&self) -> String {
        self.path().split_off(csaf_folder(self.edition).len() + 1)
    }

    /// The year of the first release, by which documents lie in folders.
    fn year(&self) -> i16 {
        paths::year(self.summary.published_at)
    }

    fn tracking_id(&self) -> String {
        self.kind.tracking_id(&self.summary.id, self.language)
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

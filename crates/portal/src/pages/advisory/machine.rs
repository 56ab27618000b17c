//! The advisory for machines: which files there are, and how to check that they are genuine.

use formats::csaf::Edition;
use formats::provider::{Kind, csaf_path, document_path, revision_folder, signature_path};
use formats::{Language, PublicDocument};

use crate::PortalState;

/// The files of an advisory.
pub(super) struct Machine {
    /// CSAF documents: an edition and a kind a row, a language a column.
    pub(super) csaf: Vec<CsafRow>,
    /// What other standards make of the revision shown, and `document.json`, when it is there.
    pub(super) others: Vec<Other>,
    /// How to check the first file, when it is signed.
    pub(super) check: Option<String>,
}

/// The CSAF documents of an edition and a kind, by language.
pub(super) struct CsafRow {
    pub(super) format: &'static str,
    pub(super) files: Vec<MachineFile>,
}

/// A file. Its hashes lie beside it (CSAF, requirement 18).
pub(super) struct MachineFile {
    /// The name of its language in itself.
    pub(super) language: &'static str,
    /// Its tag.
    pub(super) tag: &'static str,
    pub(super) path: String,
    pub(super) name: String,
    /// Whether its signature lies beside it as well.
    pub(super) signed: bool,
}

/// A file of the revision's own folder.
pub(super) struct Other {
    /// The message that says what it is.
    pub(super) what: &'static str,
    pub(super) path: String,
    pub(super) name: String,
}

impl Machine {
    /// What the tree has of this advisory. CSAF documents are those of its newest revision.
    pub(super) fn of(portal: &PortalState, document: &PublicDocument) -> Self {
        let rows = Edition::ALL.into_iter().flat_map(|edition| Kind::ALL.map(|kind| (edition, kind)));
        let row = |at| CsafRow {
            format: format(at),
            files: document.languages.iter().filter_map(|&lang| MachineFile::of(portal, document, lang, at)).collect(),
        };
        let csaf: Vec<CsafRow> = rows.map(row).filter(|row| !row.files.is_empty()).collect();
        let signed = csaf.iter().flat_map(|row| &row.files).find(|file| file.signed);
        let check = signed.and_then(|file| check(portal, file));
        Machine { csaf, others: others(portal, document), check }
    }
}

const fn format((edition, kind): (Edition, Kind)) -> &'static str {
    match (edition, kind) {
        (Edition::V2_0, Kind::Advisory) => "CSAF 2.0",
        (Edition::V2_0, Kind::Vex) => "CSAF 2.0 VEX",
        (Edition::V2_1, Kind::Advisory) => "CSAF 2.1",
        (Edition::V2_1, Kind::Vex) => "CSAF 2.1 VEX",
    }
}

impl MachineFile {
    fn of(portal: &PortalState, document: &PublicDocument, language: Language, at: (Edition, Kind)) -> Option<Self> {
        let path = csaf_path(&document.id, document.published_at, language, at.0, at.1);
        portal.tree().has(&path).then(|| MachineFile {
            language: language.pick("日本語", "English"),
            tag: language.tag(),
            name: path.rsplit('/').next().unwrap_or_default().to_owned(),
            signed: portal.tree().has(&signature_path(&path)),
            path: format!("/{path}"),
        })
    }
}

/// The files of the revision's folder, the one that all come from first.
fn others(portal: &PortalState, document: &PublicDocument) -> Vec<Other> {
    let whole = document_path(&document.id, document.revision);
    let mut paths = portal.tree().files_in(&revision_folder(&document.id, document.revision), ".json");
    paths.sort_by_key(|path| *path != whole);
    paths.into_iter().filter_map(Other::of).collect()
}

impl Other {
    fn of(path: String) -> Option<Self> {
        let name = path.rsplit('/').next()?.to_owned();
        let what = match name.as_str() {
            "document.json" => "portal-document-json",
            "osv.json" => "formats-osv",
            "stix-ja.json" => "formats-stix-ja",
            "stix-en.json" => "formats-stix-en",
            cve if cve.starts_with("CVE-") => "formats-cve",
            _ => return None,
        };
        Some(Other { what, path: format!("/{path}"), name })
    }
}

/// Commands that fetch a file with its proofs and check them.
fn check(portal: &PortalState, file: &MachineFile) -> Option<String> {
    let keys: Vec<String> = keys(portal).iter().map(|key| portal.url(key)).collect();
    if keys.is_empty() {
        return None;
    }
    let (url, name, keys) = (portal.url(&file.path), &file.name, keys.join(" "));
    Some(format!(
        "curl -O {url} -O {url}.sha256 -O {url}.asc\n\
         sha256sum --check {name}.sha256\n\
         curl {keys} | gpg --import\n\
         gpg --verify {name}.asc {name}"
    ))
}

/// Where the public keys lie in the tree, retired ones too: what they signed is still there.
pub(in crate::pages) fn keys(portal: &PortalState) -> Vec<String> {
    portal.tree().files_in("openpgp", ".asc")
}

//! The advisory for machines: which files there are, and how to check that they are genuine.

use formats::provider::{csaf_path, revision_folder, signature_path};
use formats::{Language, PublicDocument};

use crate::PortalState;

/// The files of an advisory.
pub(super) struct Machine {
    pub(super) files: Vec<MachineFile>,
    /// `document.json` of the revision shown.
    pub(super) document: String,
    /// How to check the first file, when it is signed.
    pub(super) check: Option<String>,
}

/// A file with what proves it.
pub(super) struct MachineFile {
    /// The name of its language in itself.
    pub(super) language: &'static str,
    /// Its tag.
    pub(super) tag: &'static str,
    pub(super) path: String,
    pub(super) name: String,
    pub(super) sha256: Option<String>,
    pub(super) sha512: Option<String>,
    pub(super) signature: Option<String>,
}

impl Machine {
    /// What the tree has of this advisory. CSAF documents are those of its newest revision.
    pub(super) fn of(portal: &PortalState, document: &PublicDocument) -> Self {
        let files: Vec<MachineFile> =
            document.languages.iter().filter_map(|&language| MachineFile::of(portal, document, language)).collect();
        let signed = files.iter().find(|file| file.signature.is_some());
        let check = signed.and_then(|file| check(portal, file));
        let document = format!("/{}/document.json", revision_folder(&document.id, document.revision));
        Machine { files, document, check }
    }
}

impl MachineFile {
    fn of(portal: &PortalState, document: &PublicDocument, language: Language) -> Option<Self> {
        let path = csaf_path(&document.id, document.published_at, language);
        let beside = |path: String| portal.tree().has(&path).then(|| format!("/{path}"));
        Some(MachineFile {
            language: language.pick("日本語", "English"),
            tag: language.tag(),
            name: path.rsplit('/').next().unwrap_or_default().to_owned(),
            sha256: beside(format!("{path}.sha256")),
            sha512: beside(format!("{path}.sha512")),
            signature: beside(signature_path(&path)),
            path: beside(path)?,
        })
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

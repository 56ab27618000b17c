//! Writing the published tree from the signed files in the store (decision 21).
//!
//! | what | how it changes |
//! |---|---|
//! | `changes/{number}.json`, `openpgp/` | written once |
//! | `advisories/{id}/{revision}/` | written once; gone when a legal order withdrew the advisory after it |
//! | CSAF documents with hashes and signatures | replaced by the next revision, or gone with it |
//! | lists, feeds, `pages/`, `unreachable.json`, `developers.json` | replaced after the documents |
//! | `changes/head` | last of all: the number of the newest change that is wholly there |
//!
//! Whatever breaks off in between, `changes/head` still names an older change, and the next call does the rest again.

use std::collections::{BTreeMap, BTreeSet};

use formats::provider::{
    METADATA_PATH, ProviderConfig, PublicKey, SECURITY_TXT_PATH, SUMMARIES_PATH, csaf_paths, key_path, lists,
    provider_paths, revision_folder, signature_path,
};
use formats::{AdvisoryNumber, AdvisorySummary, PublicDocument};
use jiff::Timestamp;
use rulebook::case::WithdrawalGround;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use store::Publication;

use super::disk::{self, Files};
use super::document::publisher;
use super::process_page::PROCESS_PATH;
use super::receiving::contact_key_path;
use super::rules_page::{RULES_PATH, rules_page};
use super::security_txt::security_txt;
use super::sign::PublicHalf;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::settings::Settings;

/// Number of the newest change that is wholly in the tree.
const HEAD_PATH: &str = "changes/head";
/// Publications that are read at once.
const BATCH: u32 = 32;
/// Where the service document lay before there were two editions of CSAF.
const FORMER_SERVICE_PATH: &str = "csaf/service.json";

type Summaries = BTreeMap<AdvisoryNumber, AdvisorySummary>;

/// How far the tree is: the newest change in it, and all advisories up to that one.
#[derive(Default)]
struct Place {
    head: i64,
    summaries: Summaries,
}

/// An entry of the change list.
#[derive(Serialize)]
struct Change<'a> {
    seq: i64,
    at: Timestamp,
    id: &'a AdvisoryNumber,
    revision: u32,
    files: Vec<ChangedFile<'a>>,
    /// Folders of earlier revisions that are no longer there. What their own entries say of their hashes stays true.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    removed: Vec<String>,
}

#[derive(Serialize)]
struct ChangedFile<'a> {
    path: &'a str,
    sha256: String,
}

impl Office {
    /// Brings the published tree up to what was committed. Does nothing twice, repairs what broke off, and may be called
    /// at any time: after a publication, at the start, daily.
    ///
    /// # Errors
    /// The store's, or [`Error::Publish`]; then the lists are the old ones and the next call goes on.
    pub async fn write_tree(&self) -> Result<()> {
        let _alone = self.tree.lock().await;
        let _locked = self.lock_tree().await?;
        let keys = self.public_keys().await?;
        let contact = self.contact_keys().await?;
        self.replace(keys.iter().map(key_file).chain(contact.iter().map(contact_file)).collect()).await?;
        let mut place = self.place().await?;
        loop {
            let batch = self.store().publications_after(place.head, BATCH).await?;
            let Some(last) = batch.last().map(|publication| publication.seq) else { break };
            self.write_documents(&batch, &mut place.summaries).await?;
            place.head = last;
        }
        let summaries: Vec<AdvisorySummary> = place.summaries.into_values().collect();
        let config = provider(self.settings(), &keys, &summaries, self.now().at);
        self.write_lists(summaries, config, &contact).await?;
        self.replace(vec![self.unreachable_file().await?, self.developers_file().await?]).await?;
        self.replace(vec![(HEAD_PATH.to_owned(), format!("{}\n", place.head).into_bytes())]).await
    }

    /// Brings the tree up to what was committed where that is not in it yet; else only looks whether it can be written.
    /// Cheap enough to be waited for at every start.
    ///
    /// # Errors
    /// The store's, or [`Error::Publish`].
    pub async fn catch_up_tree(&self) -> Result<()> {
        drop(self.lock_tree().await?);
        if self.tree_is_behind().await? { self.write_tree().await } else { Ok(()) }
    }

    /// Whether something was committed that the tree does not have yet. Cheap enough to ask every few seconds.
    ///
    /// # Errors
    /// The store's.
    pub async fn tree_is_behind(&self) -> Result<bool> {
        let Some(head) = self.head() else { return Ok(true) };
        Ok(!self.store().publications_after(head, 1).await?.is_empty())
    }

    /// Writes the pages about the rules: at the start, and when an edition comes into force.
    ///
    /// # Errors
    /// [`Error::Publish`].
    pub async fn write_pages(&self) -> Result<()> {
        let _alone = self.tree.lock().await;
        let _locked = self.lock_tree().await?;
        self.replace(self.pages().await?).await
    }

    /// The change list's entries come after their documents: who follows it finds what it names.
    async fn write_documents(&self, batch: &[Publication], summaries: &mut Summaries) -> Result<()> {
        // Of several revisions of one path only the last is written, so that none is ever older than before.
        let mut files: BTreeMap<&String, &Vec<u8>> = BTreeMap::new();
        let (mut changes, mut replaced, mut removed) = (Files::new(), BTreeSet::new(), Vec::new());
        for publication in batch {
            let document = document_of(publication)?;
            changes.push((change_path(publication.seq), change(publication, &document)));
            summaries.insert(document.id.clone(), AdvisorySummary::from(&document));
            let earlier: Vec<String> = csaf_paths(&document).flat_map(with_proofs).collect();
            // What a later revision does not have any more, an earlier one does not bring back.
            files.retain(|path, _| !earlier.contains(path));
            replaced.extend(earlier);
            let folders = taken_away(&document);
            files.retain(|path, _| !folders.iter().any(|folder| path.starts_with(&format!("{folder}/"))));
            removed.extend(folders);
            if !self.is_taken_away(publication).await? {
                files.extend(publication.files.iter().map(|(path, bytes)| (path, bytes)));
            }
        }
        replaced.retain(|path| !files.contains_key(path));
        self.replace(files.into_iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect()).await?;
        let gone: Vec<&str> = replaced.iter().map(String::as_str).collect();
        disk::remove(self.published(), &gone)?;
        disk::remove_folders(self.published(), &removed)?;
        self.replace(changes).await
    }

    /// Whether a legal order withdrew the advisory after this revision: a tree that is written anew never has it.
    async fn is_taken_away(&self, publication: &Publication) -> Result<bool> {
        let newest = self.store().newest_revision_of(publication.advisory).await?;
        if newest.is_none_or(|newest| newest <= publication.revision) {
            return Ok(false);
        }
        let Some(newest) = self.store().newest_publication_of(publication.advisory).await? else { return Ok(false) };
        Ok(!taken_away(&document_of(&newest)?).is_empty())
    }

    async fn write_lists(
        &self,
        summaries: Vec<AdvisorySummary>,
        config: ProviderConfig,
        contact: &[PublicHalf],
    ) -> Result<()> {
        let mut conditional = provider_paths(&summaries);
        conditional.extend([SECURITY_TXT_PATH, FORMER_SERVICE_PATH].map(str::to_owned));
        let made = blocking(move || Ok(lists(&summaries, &config))).await?;
        let mut files: Files = made.into_iter().map(|file| (file.path, file.bytes)).collect();
        let provides = files.iter().any(|(path, _)| path == METADATA_PATH);
        files.extend(self.security_file(contact, provides));
        conditional.retain(|path| files.iter().all(|(there, _)| there != path));
        let gone: Vec<&str> = conditional.iter().map(String::as_str).collect();
        files.extend(self.pages().await?);
        self.replace(files).await?;
        disk::remove(self.published(), &gone)
    }

    /// Writes `security.txt` anew, before it ends: daily.
    ///
    /// # Errors
    /// The store's, or [`Error::Publish`].
    pub(crate) async fn renew_security_txt(&self) -> Result<()> {
        let _alone = self.tree.lock().await;
        let _locked = self.lock_tree().await?;
        let contact = self.contact_keys().await?;
        let provides = disk::read(self.published(), METADATA_PATH).is_some();
        self.replace(contact.iter().map(contact_file).collect()).await?;
        self.replace(self.security_file(&contact, provides).into_iter().collect()).await
    }

    fn security_file(&self, contact: &[PublicHalf], provides: bool) -> Option<(String, Vec<u8>)> {
        let text = security_txt(self.settings(), contact, provides, self.now().today)?;
        Some((SECURITY_TXT_PATH.to_owned(), text.into_bytes()))
    }

    async fn pages(&self) -> Result<Files> {
        let rules = (RULES_PATH.to_owned(), rules_page(self.edition_in_force()));
        Ok(vec![rules, (PROCESS_PATH.to_owned(), self.process_page().await?)])
    }

    /// Where to go on. A tree whose newest change is not the store's (wiped, damaged, or the store was restored) is
    /// written from the beginning.
    async fn place(&self) -> Result<Place> {
        let Some(head) = self.head().filter(|head| *head > 0) else { return Ok(Place::default()) };
        let known = self.store().publications_after(head - 1, 1).await?.pop().filter(|known| known.seq == head);
        let Some(known) = known else { return Ok(Place::default()) };
        let entry = change(&known, &document_of(&known)?);
        let is_ours = disk::read(self.published(), &change_path(head)).is_some_and(|found| found == entry);
        let summaries = if is_ours { self.summaries().await? } else { None };
        Ok(summaries.map_or_else(Place::default, |summaries| Place { head, summaries }))
    }

    fn head(&self) -> Option<i64> {
        let bytes = disk::read(self.published(), HEAD_PATH)?;
        std::str::from_utf8(&bytes).ok()?.trim().parse().ok()
    }

    /// The summaries in the tree; none when a line of them cannot be read.
    async fn summaries(&self) -> Result<Option<Summaries>> {
        let root = self.published().to_owned();
        blocking(move || Ok(disk::read(&root, SUMMARIES_PATH).as_deref().and_then(parse_summaries))).await
    }

    pub(super) async fn lock_tree(&self) -> Result<std::fs::File> {
        let root = self.published().to_owned();
        blocking(move || disk::lock(&root)).await
    }

    pub(super) async fn replace(&self, files: Files) -> Result<()> {
        let root = self.published().to_owned();
        blocking(move || disk::replace(&root, &files)).await
    }
}

/// Disks and long lists make one wait, and the runtime has others to serve.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Error::Publish("writing broke off"))?
}

fn parse_summaries(bytes: &[u8]) -> Option<Summaries> {
    let lines = std::str::from_utf8(bytes).ok()?.lines();
    lines.map(|line| AdvisorySummary::from_line(line).ok().map(|summary| (summary.id.clone(), summary))).collect()
}

fn key_file(key: &PublicHalf) -> (String, Vec<u8>) {
    (key_path(&key.fingerprint), key.armored.clone())
}

fn contact_file(key: &PublicHalf) -> (String, Vec<u8>) {
    (contact_key_path(&key.fingerprint), key.armored.clone())
}

/// The document that a publication carries.
pub(super) fn document_of(publication: &Publication) -> Result<PublicDocument> {
    let found = publication.files.iter().find(|(path, _)| path.ends_with("/document.json"));
    let (_, bytes) = found.ok_or(Error::Unreadable("a publication"))?;
    PublicDocument::from_json(bytes).map_err(|_| Error::Unreadable("a publication"))
}

/// The folders of the revisions that a legal order took away: all before the one that says so.
fn taken_away(document: &PublicDocument) -> Vec<String> {
    let ground = WithdrawalGround::LegalOrder.word();
    let ordered = document.withdrawn.as_ref().is_some_and(|gone| gone.ground == ground);
    let earlier = (1..document.revision).filter(|_| ordered);
    earlier.map(|revision| revision_folder(&document.id, revision)).collect()
}

/// A CSAF document with its hashes and its signature.
fn with_proofs(path: String) -> [String; 4] {
    [format!("{path}.sha256"), format!("{path}.sha512"), signature_path(&path), path]
}

fn change_path(seq: i64) -> String {
    format!("changes/{seq:08}.json")
}

fn change(publication: &Publication, document: &PublicDocument) -> Vec<u8> {
    let hashed = publication.files.iter().map(|(path, bytes)| (path, hex(&Sha256::digest(bytes))));
    let files = hashed.map(|(path, sha256)| ChangedFile { path, sha256 }).collect();
    let (seq, at, id, revision) = (publication.seq, publication.at, &document.id, document.revision);
    let removed = taken_away(document).into_iter().map(|folder| folder + "/").collect();
    let change = Change { seq, at, id, revision, files, removed };
    let mut bytes = serde_json::to_vec(&change).expect("an entry holds only texts, numbers and lists");
    bytes.push(b'\n');
    bytes
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What the provider knows of itself. The same publications, keys and settings give the same lists.
pub(super) fn provider(
    settings: &Settings,
    keys: &[PublicHalf],
    summaries: &[AdvisorySummary],
    now: Timestamp,
) -> ProviderConfig {
    let public =
        |key: &PublicHalf| PublicKey { fingerprint: key.fingerprint.clone(), path: key_path(&key.fingerprint) };
    let newest = summaries.iter().map(|summary| summary.updated_at).chain(keys.iter().map(|key| key.made_at)).max();
    ProviderConfig {
        base_url: settings.web.base_url.clone(),
        publisher: publisher(settings),
        keys: keys.iter().map(public).collect(),
        list_on_aggregators: true,
        mirror_on_aggregators: true,
        // security.txt is written beside: its Encryption field names a key that these lists do not know.
        security_contacts: Vec::new(),
        security_expires: now,
        metadata_updated_at: newest.unwrap_or(now),
        assigner: settings.assigner(),
    }
}

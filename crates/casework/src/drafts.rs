//! Drafts of forms with files: what was typed and attached survives every error, for a day at most (decision 26).
//!
//! A draft is sealed with a key that only the sender's cookie holds. Its cookie is also what tells a report that is
//! sent twice: the second time is the same report (decision 24).

use jiff::SignedDuration;
use rulebook::ids::ReportId;
use rulebook::report::Channel;
use rulebook::report::form::{MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, ReportForm};
use rulebook::report::problems::problems;
use serde::{Deserialize, Serialize};
use store::{AttachmentWriter, Draft, DraftQuota, SealedFile, Token};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::limits::Limit;
use crate::office::Office;
use crate::reports::{NewReport, Receipt, ReceivedFile};

/// Most drafts of everybody together, and most bytes in them: strangers cannot fill the disk.
const QUOTA: DraftQuota = DraftQuota { drafts: 2_000, bytes: 8 * 1024 * 1024 * 1024 };

/// What somebody has typed and attached so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormDraft {
    /// What was typed, field by field, as it was typed.
    pub fields: Vec<(String, String)>,
    /// The files, in their order.
    pub files: Vec<DraftFile>,
}

/// A file of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// Cleaned name, unlike that of any other file of the draft.
    pub name: String,
    /// The sealed bytes.
    pub sealed: SealedFile,
}

/// How a draft is stored: the files' keys are the store's, their names are ours.
#[derive(Serialize, Deserialize)]
struct Typed {
    fields: Vec<(String, String)>,
    names: Vec<String>,
}

impl FormDraft {
    fn stored(&self) -> Draft {
        let names = self.files.iter().map(|file| file.name.clone()).collect();
        let typed = Typed { fields: self.fields.clone(), names };
        Draft {
            form: serde_json::to_vec(&typed).expect("texts are plain data"),
            files: self.files.iter().map(|file| file.sealed.clone()).collect(),
        }
    }

    fn read(draft: Draft) -> Result<Self> {
        let typed: Typed = serde_json::from_slice(&draft.form).map_err(|_| Error::Unreadable("a draft"))?;
        let files = typed.names.into_iter().zip(draft.files).map(|(name, sealed)| DraftFile { name, sealed });
        Ok(FormDraft { fields: typed.fields, files: files.collect() })
    }

    /// Whether nothing was typed and nothing attached.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.fields.iter().all(|(_, value)| value.trim().is_empty())
    }

    /// Adds a written file under its sender's name, made safe and unlike the others.
    pub fn add(&mut self, sent_name: &str, sealed: SealedFile) {
        let name = match intake::safe_name(sent_name) {
            empty if empty.is_empty() => format!("file-{}", self.files.len() + 1),
            name => name,
        };
        let name = self.unlike_the_others(name);
        self.files.push(DraftFile { name, sealed });
    }

    /// Takes a file out again.
    pub fn remove(&mut self, id: Uuid) {
        self.files.retain(|file| file.sealed.id != id);
    }

    /// The files as a command takes them.
    #[must_use]
    pub fn received(&self) -> Vec<ReceivedFile> {
        let files = self.files.iter().cloned();
        files.map(|file| ReceivedFile { name: file.name, sealed: file.sealed }).collect()
    }

    fn unlike_the_others(&self, name: String) -> String {
        let taken = |name: &str| self.files.iter().any(|file| file.name.eq_ignore_ascii_case(name));
        if !taken(&name) {
            return name;
        }
        let (stem, ending) = match name.rfind('.').filter(|at| *at > 0) {
            Some(at) => name.split_at(at),
            None => (name.as_str(), ""),
        };
        (2..).map(|n| format!("{stem}-{n}{ending}")).find(|name| !taken(name)).unwrap_or_default()
    }
}

impl Office {
    /// A key for a new draft; it goes into the cookie.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn new_draft(&self, address: &str) -> Result<Token> {
        self.limits.count(Limit::Draft, address, self.wall())?;
        Ok(self.entropy().token())
    }

    /// The draft of a key, unless it ended.
    ///
    /// # Errors
    /// The store's.
    pub async fn draft(&self, key: &str) -> Result<Option<FormDraft>> {
        self.store().load_draft(key, self.wall()).await?.map(FormDraft::read).transpose()
    }

    /// Keeps a draft for another day.
    ///
    /// # Errors
    /// The store's; `Full` when there is no room.
    pub async fn keep_draft(&self, key: &str, draft: &FormDraft) -> Result<()> {
        self.keep_within(key, draft, QUOTA).await
    }

    async fn keep_within(&self, key: &str, draft: &FormDraft, quota: DraftQuota) -> Result<()> {
        let hours = i64::from(self.settings().retention.draft_hours);
        let end = self.wall() + SignedDuration::from_hours(hours);
        Ok(self.store().save_draft(key, &draft.stored(), end, quota).await?)
    }

    /// Forgets a draft.
    ///
    /// # Errors
    /// The store's.
    pub async fn forget_draft(&self, key: &str) -> Result<()> {
        Ok(self.store().delete_draft(key).await?)
    }

    /// Begins a file for a draft, which is kept first: from here on what was typed is safe whatever the file does.
    ///
    /// # Errors
    /// `Unusable` when the draft has all the files it may have; [`Error::TooMany`]; the store's.
    pub async fn new_draft_file(&self, key: &str, draft: &FormDraft, address: &str) -> Result<AttachmentWriter> {
        if draft.files.len() >= MAX_ATTACHMENTS {
            return Err(Error::Unusable("one more file"));
        }
        self.limits.count(Limit::Draft, address, self.wall())?;
        let room = DraftQuota { bytes: QUOTA.bytes - MAX_ATTACHMENT_BYTES, ..QUOTA };
        self.keep_within(key, draft, room).await?;
        self.new_file().await
    }

    /// Sends the report of a draft. The same draft is the same report, however often it is sent.
    ///
    /// # Errors
    /// `Unusable` when the form lacks something; [`Error::TooMany`]; the store's. Then the draft stays as it is.
    pub async fn send_draft(&self, key: &str, draft: &FormDraft, form: ReportForm, address: &str) -> Result<Receipt> {
        if !problems(&form).is_empty() {
            return Err(Error::Unusable("the form"));
        }
        self.limits.count(Limit::Report, address, self.wall())?;
        let new = NewReport {
            form,
            kind_known: true,
            needs_reading: false,
            problems: Vec::new(),
            channel: Channel::WebForm,
            files: draft.received(),
            original: None,
            import_key: Some(import_key(key)),
        };
        let receipt = self.receive_with(new, None, Some(key)).await?;
        if receipt.secret.is_none() {
            // It was taken in before, and left over.
            self.forget_draft(key).await?;
        }
        Ok(receipt)
    }

    /// The report that this draft became, with its number, as long as a draft would live: whoever holds the draft's
    /// cookie sent it.
    ///
    /// # Errors
    /// The store's.
    pub async fn sent_report(&self, key: &str) -> Result<Option<(ReportId, String)>> {
        let Some(id) = self.store().holder("import", &import_key(key)).await? else { return Ok(None) };
        let (state, _) = self.load_report(ReportId(id)).await?;
        let hours = i64::from(self.settings().retention.draft_hours);
        let recent = self.now().at.duration_since(state.received_at) < SignedDuration::from_hours(hours);
        Ok(recent.then_some((state.id, state.number)))
    }
}

fn import_key(draft: &str) -> String {
    format!("draft:{draft}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed() -> SealedFile {
        let key: store::FileKey = serde_json::from_value(serde_json::json!([0; 32].to_vec())).expect("a key");
        SealedFile { id: Uuid::from_u128(1), key, size: 3, sha256: "00".repeat(32) }
    }

    #[test]
    fn names_are_safe_and_unlike_each_other() {
        let mut draft = FormDraft::default();
        for name in ["../../etc/passwd", "passwd", "a.tar.gz", "A.TAR.GZ", "..", ""] {
            draft.add(name, sealed());
        }
        let names: Vec<_> = draft.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["passwd", "passwd-2", "a.tar.gz", "A.TAR-2.GZ", "file-5", "file-6"]);
    }

    #[test]
    fn a_draft_comes_back_as_it_was() {
        let mut draft = FormDraft { fields: vec![("steps".into(), "<b>\n一".into())], files: vec![] };
        draft.add("画面.png", sealed());
        assert_eq!(FormDraft::read(draft.stored()).expect("a draft"), draft);
    }
}

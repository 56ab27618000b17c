//! Reports that come as files: text forms and e-mails (decision 24).

use intake::{Intake, Limits};
use rulebook::report::Channel;
use rulebook::report::problems::Problem;

use crate::error::{Error, Result};
use crate::office::Office;
use crate::reports::{NewReport, ReceivedFile};

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Number of the report.
    pub number: String,
    /// Whether it was taken in before.
    pub known: bool,
    /// Whether a person has to read it.
    pub needs_reading: bool,
    /// What is missing or contradictory.
    pub problems: Vec<Problem>,
}

impl Office {
    /// Takes a text form or an e-mail in. Nothing is dropped: what cannot be understood waits at the desk, sealed,
    /// with what is missing (decision 24).
    ///
    /// # Errors
    /// Why it was not taken in at all.
    pub async fn import_report(&self, name: &str, bytes: &[u8]) -> Result<Imported> {
        let limits = Limits::default();
        let read = intake::read(name, bytes, &limits).map_err(Error::NotTaken)?;
        let problems = read.problems.clone();
        let needs_reading = !read.kind_known || !problems.is_empty();
        let files = self.keep_files(&read).await?;
        let channel = if read.sender.is_some() { Channel::Mail } else { Channel::TextForm };
        let new = NewReport {
            form: read.form,
            kind_known: read.kind_known,
            needs_reading,
            problems: problems.clone(),
            channel,
            files,
            original: Some(read.original),
            import_key: Some(read.key.to_string()),
        };
        let receipt = self.receive(new).await?;
        Ok(Imported { number: receipt.number, known: receipt.secret.is_none(), needs_reading, problems })
    }

    async fn keep_files(&self, read: &Intake) -> Result<Vec<ReceivedFile>> {
        let mut files = Vec::with_capacity(read.attachments.len());
        for file in &read.attachments {
            let limit = rulebook::report::form::MAX_ATTACHMENT_BYTES;
            let mut writer = self.store().attachment_writer(self.wall(), limit).await?;
            writer.write(&file.bytes).await?;
            files.push(ReceivedFile { name: file.name.clone(), sealed: writer.finish().await? });
        }
        Ok(files)
    }
}

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
    /// with what is missing (decision 24). An encrypted e-mail is opened if it was encrypted to our key.
    ///
    /// # Errors
    /// Why it was not taken in at all.
    pub async fn import_report(&self, name: &str, bytes: &[u8]) -> Result<Imported> {
        let limits = Limits::default();
        let mut read = intake::read(name, bytes, &limits).map_err(Error::NotTaken)?;
        let key = read.key.to_string();
        if read.obstacle == Some(intake::Obstacle::Encrypted) {
            let opened = self.opened_mail(std::mem::take(&mut read.original)).await?;
            read = intake::read(name, &opened, &limits).map_err(Error::NotTaken)?;
        }
        self.take_form(read, key).await
    }

    /// Takes in what was read of a form; the key tells when it comes again.
    pub(crate) async fn take_form(&self, read: Intake, key: String) -> Result<Imported> {
        let problems = read.problems.clone();
        let needs_reading = !read.kind_known || !problems.is_empty();
        let files = self.keep_files(&read.attachments).await?;
        let channel = if read.sender.is_some() { Channel::Mail } else { Channel::TextForm };
        let new = NewReport {
            form: read.form,
            kind_known: read.kind_known,
            needs_reading,
            problems: problems.clone(),
            channel,
            files,
            original: Some(read.original),
            import_key: Some(key),
        };
        let receipt = self.receive(new).await?;
        Ok(Imported { number: receipt.number, known: receipt.secret.is_none(), needs_reading, problems })
    }

    /// Seals files that came; they stay if the command names them that comes next.
    pub(crate) async fn keep_files(&self, received: &[intake::ReceivedFile]) -> Result<Vec<ReceivedFile>> {
        let mut files = Vec::with_capacity(received.len());
        for file in received {
            let limit = rulebook::report::form::MAX_ATTACHMENT_BYTES;
            let mut writer = self.store().attachment_writer(self.wall(), limit).await?;
            writer.write(&file.bytes).await?;
            files.push(ReceivedFile { name: file.name.clone(), sealed: writer.finish().await? });
        }
        Ok(files)
    }
}

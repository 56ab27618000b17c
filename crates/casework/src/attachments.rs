//! Files of reports and cases: written sealed before the command that names them, read only through a view.

use rulebook::ids::{AttachmentId, CaseId, ReportId, SiteCaseId};
use rulebook::report::Attachment;
use rulebook::report::form::MAX_ATTACHMENT_BYTES;
use store::{AttachmentReader, AttachmentWriter};

use crate::error::{Error, Result};
use crate::office::{Actor, Office};

impl Office {
    /// Begins a sealed file. It stays only if a draft or a command names it; otherwise it is swept.
    ///
    /// # Errors
    /// The store's.
    pub async fn new_file(&self) -> Result<AttachmentWriter> {
        Ok(self.store().attachment_writer(self.wall(), MAX_ATTACHMENT_BYTES).await?)
    }

    /// A file of a report, for a party whose view names it: on the report itself or on one of its messages.
    ///
    /// # Errors
    /// `NotFound` when the party's view does not name it.
    pub async fn report_file(
        &self,
        report: ReportId,
        actor: Actor,
        id: AttachmentId,
    ) -> Result<(Attachment, AttachmentReader)> {
        let (state, _) = self.load_report(report).await?;
        let view = rulebook::report::view::view(&state, actor.party).ok_or(Error::NotFound)?;
        let sent = view.messages.iter().flat_map(|message| message.item.attachments.iter());
        let file = view.attachments.iter().chain(sent).find(|file| file.id == id).ok_or(Error::NotFound)?.clone();
        self.open_file(report.0, actor, file).await
    }

    /// A file of a case, for a party that was given it, or that reads the message that it came with.
    ///
    /// # Errors
    /// `NotFound` when the party's view does not name it.
    pub async fn case_file(
        &self,
        case: CaseId,
        actor: Actor,
        id: AttachmentId,
    ) -> Result<(Attachment, AttachmentReader)> {
        let file = self.load_case(case).await?.file;
        let view = self.view_case(&file, actor)?;
        let sent = view.messages.iter().flat_map(|message| &message.item.attachments);
        let file = view.attachments.iter().chain(sent).find(|file| file.id == id).ok_or(Error::NotFound)?.clone();
        self.open_file(case.0, actor, file).await
    }

    /// A file of a website case, for a party that was given it, or that reads the message that it came with.
    ///
    /// # Errors
    /// `NotFound` when the party's view does not name it.
    pub async fn site_file(
        &self,
        site: SiteCaseId,
        actor: Actor,
        id: AttachmentId,
    ) -> Result<(Attachment, AttachmentReader)> {
        let file = self.load_site(site).await?.file;
        let view = self.view_site(&file, actor)?;
        let sent = view.messages.iter().flat_map(|message| &message.item.attachments);
        let file = view.attachments.iter().chain(sent).find(|file| file.id == id).ok_or(Error::NotFound)?.clone();
        self.open_file(site.0, actor, file).await
    }

    pub(crate) async fn open_file(
        &self,
        subject: uuid::Uuid,
        actor: Actor,
        file: Attachment,
    ) -> Result<(Attachment, AttachmentReader)> {
        self.store().record_read(subject, actor.id(), "attachment", self.now().at).await?;
        let reader = self.store().attachment_reader(file.id.0).await?.ok_or(Error::NotFound)?;
        Ok((file, reader))
    }
}

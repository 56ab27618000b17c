//! Mails that a person has to read: they wait at the desk like a report that could not be read, with the mail as a
//! file, its text to read, and a note why it waits.

use intake::{Letter, safe_name};
use rulebook::report::Channel;
use rulebook::report::form::{MAX_ATTACHMENTS, ReportForm};
use rulebook::report::problems::{Fault, FormItem, Problem};

use super::Taken;
use super::opened::Seen;
use super::words::Why;
use crate::error::Result;
use crate::office::Office;
use crate::reports::{Hint, NewReport};

/// The mail as it came, among the files.
const MAIL_FILE: &str = "mail.eml";

impl Office {
    /// Puts a mail before the desk. Nobody is answered.
    pub(super) async fn let_read(&self, letter: &Letter, seen: Option<&Seen>, why: Why, bytes: &[u8]) -> Result<Taken> {
        self.within_the_day(letter)?;
        let inner = seen.and_then(|seen| seen.letter.as_ref()).unwrap_or(letter);
        let mut note = why.note();
        if let Some(more) = seen.and_then(|seen| seen.note.as_deref()) {
            note.push('\n');
            note.push_str(more);
        }
        let mut files = Vec::new();
        if !bytes.is_empty() && bytes.len() as u64 <= rulebook::report::form::MAX_ATTACHMENT_BYTES {
            files.push(intake::ReceivedFile {
                name: MAIL_FILE.into(),
                media_type: "message/rfc822".into(),
                bytes: bytes.to_vec(),
            });
        }
        let room = MAX_ATTACHMENTS - files.len();
        let renamed = |file: &intake::ReceivedFile| {
            let mut file = file.clone();
            if file.name.eq_ignore_ascii_case(MAIL_FILE) {
                file.name = safe_name(&format!("1-{MAIL_FILE}"));
            }
            file
        };
        files.extend(inner.files.iter().take(room).map(renamed));
        let missing = [FormItem::Kind, FormItem::FinderName, FormItem::Email];
        let new = NewReport {
            form: ReportForm::default(),
            kind_known: false,
            needs_reading: true,
            problems: missing.map(|item| Problem { item, fault: Fault::Missing }).to_vec(),
            channel: Channel::Mail,
            files: self.keep_files(&files).await?,
            original: Some(self.readable(letter, inner).into_bytes()),
            import_key: Some(letter.key.to_string()),
        };
        let receipt = self.receive_with(new, Some(Hint { title: inner.subject.clone(), note }), None).await?;
        match receipt.secret {
            Some(_) => Ok(Taken::Report { number: receipt.number, needs_reading: true }),
            None => Ok(Taken::Known),
        }
    }

    /// The mail as a person reads it: who says to write, when, about what, and the whole text.
    fn readable(&self, outer: &Letter, inner: &Letter) -> String {
        let from = outer.from.as_deref().unwrap_or("?");
        let text = super::thread::without_links(&inner.text, &self.settings().web.base_url);
        format!("From: {from}\nDate: {}\nSubject: {}\n\n{text}", outer.date, inner.subject)
    }
}

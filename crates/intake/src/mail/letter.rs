//! A mail as a letter: who wrote it in answer to what, and what it says. Whether it holds a form is asked elsewhere.

use super::bounce::{self, Bounce};
use super::cipher::{self, Ciphertext};
use super::envelope::{Automatic, Envelope};
use super::quote;
use crate::files::ReceivedFile;
use crate::{ImportKey, Limits, Unreadable, header_line, key, plain};

/// A mail that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What tells that it came before.
    pub key: ImportKey,
    /// Its Message-ID without brackets.
    pub message_id: Option<String>,
    /// The one address of From, in lower case; none when there is none or several. Anybody can write anything there.
    pub from: Option<String>,
    /// Its day as sent, unchecked.
    pub date: String,
    /// Its subject in one line.
    pub subject: String,
    /// Message-IDs of the mails that it answers, the nearest first.
    pub answers: Vec<String>,
    /// Whether a machine sent it.
    pub automatic: Option<Automatic>,
    /// It says that another mail did not arrive.
    pub bounce: Option<Bounce>,
    /// Its text, with one kind of line end and without control characters.
    pub text: String,
    /// The text was longer than is looked at.
    pub text_cut: bool,
    /// Files within the limits.
    pub files: Vec<ReceivedFile>,
    /// Some file was too large, one too many or unreadable.
    pub files_missing: bool,
    /// It is encrypted, by whatever means.
    pub encrypted: bool,
    /// The OpenPGP message in it.
    pub ciphertext: Option<Ciphertext>,
}

impl Letter {
    /// What was written, without the mail that is quoted at the end.
    #[must_use]
    pub fn own_words(&self) -> String {
        quote::own_words(&self.text)
    }
}

/// Reads a mail as a letter.
///
/// # Errors
/// When there is nothing to keep, or too much.
pub fn read_letter(bytes: &[u8], limits: &Limits) -> Result<Letter, Unreadable> {
    let size = bytes.len() as u64;
    if size > limits.total {
        return Err(Unreadable::TooLarge { size, limit: limits.total });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    let mail = super::read(bytes, limits);
    let envelope = Envelope::read(bytes);
    let subject = mail.subject.as_deref().map(header_line).unwrap_or_default();
    let texts: Vec<String> = mail.texts.iter().map(|decoded| plain::tidy(&decoded.text)).collect();
    let ciphertext = if mail.encrypted { cipher::find(bytes, limits) } else { None };
    Ok(Letter {
        bounce: bounce::read(bytes, &envelope, &subject, &texts, limits),
        key: key(mail.message_id.clone(), bytes),
        message_id: mail.message_id,
        from: envelope.from,
        date: envelope.date,
        subject,
        answers: envelope.answers,
        automatic: envelope.automatic,
        text: texts.into_iter().next().unwrap_or_default(),
        text_cut: mail.text_cut,
        files: mail.files,
        files_missing: mail.files_trouble,
        encrypted: mail.encrypted,
        ciphertext,
    })
}

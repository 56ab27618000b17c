//! Opening encrypted mails (decision 28). What was inside goes on like any other mail, sealed as it lands.

use intake::{Letter, Limits, read_letter};

use super::words::{Why, signature_note};
use crate::error::Result;
use crate::office::Office;
use crate::publish::receiving::Unopened;

/// A mail as it can be read.
pub(super) struct Seen {
    /// The letter inside, where the mail was encrypted.
    pub letter: Option<Letter>,
    /// The mail as it reads when opened, where it was encrypted.
    opened: Option<Vec<u8>>,
    /// What is to be said about signature and cipher, where it was encrypted.
    pub note: Option<String>,
}

impl Seen {
    /// The bytes to read: those inside, else those that came.
    pub fn bytes<'a>(&'a self, came: &'a [u8]) -> &'a [u8] {
        self.opened.as_deref().unwrap_or(came)
    }
}

impl Office {
    /// Opens a mail if it is encrypted; says why when it cannot be opened.
    pub(super) async fn see(&self, letter: &Letter, bytes: &[u8]) -> Result<Result<Seen, Why>> {
        if !letter.encrypted {
            return Ok(Ok(Seen { letter: None, opened: None, note: None }));
        }
        let Some(cipher) = &letter.ciphertext else { return Ok(Err(Why::OtherCipher)) };
        let limits = Limits::default();
        let inside = match self.open_message(cipher.message.clone(), limits.total).await? {
            Ok(inside) => inside,
            Err(Unopened::AnotherKey) => return Ok(Err(Why::AnotherKey)),
            Err(Unopened::TooLarge) => return Ok(Err(Why::EndlessInside)),
            Err(Unopened::Damaged) => return Ok(Err(Why::DamagedCipher)),
        };
        let opened = cipher.opened(bytes, &inside.plain);
        let Ok(letter) = read_letter(&opened, &limits) else { return Ok(Err(Why::DamagedCipher)) };
        let note = Some(signature_note(inside.signed_by.as_deref()));
        Ok(Ok(Seen { letter: Some(letter), opened: Some(opened), note }))
    }

    /// The bytes of a mail as they read when opened; the bytes themselves when there is nothing to open, or no way.
    pub(crate) async fn opened_mail(&self, bytes: Vec<u8>) -> Result<Vec<u8>> {
        let Ok(letter) = read_letter(&bytes, &Limits::default()) else { return Ok(bytes) };
        let seen = self.see(&letter, &bytes).await?;
        Ok(seen.ok().and_then(|seen| seen.opened).unwrap_or(bytes))
    }
}

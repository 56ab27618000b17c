//! What is known of a mail after it left, for as long as somebody may answer it: keyed hashes of its Message-ID, alone
//! and together with the address it went to. Text, subject and address end with the outbox (decision 26).
//!
//! They lie among the claims: a Message-ID belongs to one mail. Nobody without the keys can tell whom a mail went to,
//! or which mails went to the same person, for the address is never hashed without the Message-ID.

use sqlx::AnyConnection;
use uuid::Uuid;

use crate::db::{BATCH, Sql};
use crate::error::Result;
use crate::outbox::{COLUMNS, Mail, NewMail};
use crate::secrets::Secrets;
use crate::store::Store;

/// Holds the id of the mail.
const MAIL: &str = "sent";
/// Holds the report or case that the mail is about.
const ABOUT: &str = "sent-about";
/// Holds the id of the mail, for whoever knows the address too.
const TO: &str = "sent-to";

/// Longer texts are no Message-ID of ours and are not even hashed.
const LONGEST_ID: usize = 64;

/// A mail of ours, found by its Message-ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentMail {
    /// Its id.
    pub id: Uuid,
    /// The report or case it is about.
    pub subject_id: Option<Uuid>,
    /// Whether it went to the address that was asked for.
    pub is_to: bool,
}

/// The part of a mail's Message-ID before the `@`.
pub(crate) fn message_id(secrets: &Secrets, id: Uuid) -> String {
    secrets.index_id("message-id", &id.to_string()).simple().to_string()
}

fn with_address(message_id: &str, address: &str) -> String {
    format!("{message_id}/{}", address.trim().to_lowercase())
}

/// Remembers mails that are put into the outbox.
pub(crate) async fn remember(tx: &mut AnyConnection, secrets: &Secrets, mails: &[NewMail]) -> Result<()> {
    let mut rows = Vec::with_capacity(mails.len() * 3);
    for mail in mails {
        let message_id = message_id(secrets, mail.id);
        rows.push((TO, with_address(&message_id, &mail.to), mail.id));
        rows.extend(mail.subject_id.map(|subject| (ABOUT, message_id.clone(), subject)));
        rows.push((MAIL, message_id, mail.id));
    }
    for rows in rows.chunks(BATCH) {
        Sql::new("INSERT INTO claims (kind, hash, subject) VALUES ")
            .rows(rows, |(kind, value, subject), row| {
                row.bind(*kind).bind(secrets.index(kind, value).as_slice()).bind(subject.to_string());
            })
            .push(" ON CONFLICT DO NOTHING")
            .execute(tx)
            .await?;
    }
    Ok(())
}

impl Store {
    /// The mail of ours with this Message-ID (the part before the `@`), and whether it went to this address. Also long
    /// after the mail itself was swept.
    pub async fn sent_mail(&self, message_id: &str, address: &str) -> Result<Option<SentMail>> {
        if message_id.len() > LONGEST_ID {
            return Ok(None);
        }
        let Some(id) = self.holder(MAIL, message_id).await? else { return Ok(None) };
        let subject_id = self.holder(ABOUT, message_id).await?;
        let is_to = self.holder(TO, &with_address(message_id, address)).await? == Some(id);
        Ok(Some(SentMail { id, subject_id, is_to }))
    }

    /// A mail that was handed over came back: it stands among those that did not leave, with the class `bounced`, and
    /// is not tried again by itself. Gives the mail, unless it was swept; the second time nothing changes.
    pub async fn mail_bounced(&self, id: Uuid) -> Result<Option<Mail>> {
        Sql::new(
            "UPDATE outbox SET sent_at = NULL, given_up = 1, error_class = 'bounced', leased_until = 0
             WHERE id = $1 AND sent_at IS NOT NULL",
        )
        .bind(id.to_string())
        .execute(&mut *self.db().write().await?)
        .await?;
        let select = Sql::new("SELECT ").push(COLUMNS).push(" FROM outbox WHERE id = ").push_bind(id.to_string());
        let row = select.fetch_optional(&mut *self.db().read().await?).await?;
        row.map(|row| self.mail(&row)).transpose()
    }
}

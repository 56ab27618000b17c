//! Mails on their way: written in the transaction that causes them, sealed, claimed by one worker at a time.
//!
//! A mail is sent at least once. Its Message-ID comes from its id, so that a mail sent twice, after a crash between
//! hand-over and mark, is recognised as one.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::db::{BATCH, Columns, Sql};
use crate::entropy::Entropy;
use crate::error::{Result, StoreError};
use crate::seal::label;
use crate::secrets::Secrets;
use crate::sent;
use crate::store::Store;

/// A mail to be sent.
#[derive(Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct NewMail {
    /// Its id.
    pub id: Uuid,
    /// The address it goes to.
    pub to: String,
    /// Its subject line.
    pub subject: String,
    /// Its text.
    pub body_text: String,
    /// The language of both, such as `ja`.
    pub language: String,
    /// What it is for, such as `receipt`.
    pub purpose: String,
    /// The report or case it is about.
    pub subject_id: Option<Uuid>,
    /// It is held back until then; a hold can be undone with [`Store::cancel_mail`].
    pub not_before: Timestamp,
}

impl std::fmt::Debug for NewMail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewMail({}, {})", self.id, self.purpose)
    }
}

/// A mail that a worker has claimed, or that is shown to the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The mail.
    pub mail: NewMail,
    /// The part of its Message-ID before the `@`; always the same for this mail, and it tells nothing.
    pub message_id: String,
    /// How often it was tried, this time included.
    pub attempts: u32,
    /// The class of the last failure.
    pub error_class: Option<String>,
    /// True when nobody tries any more.
    pub given_up: bool,
}

/// How many mails are where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutboxCounts {
    /// To be sent, not tried yet.
    pub waiting: u64,
    /// Tried without success, to be tried again.
    pub failing: u64,
    /// Not tried any more.
    pub given_up: u64,
    /// Sent and not yet swept.
    pub sent: u64,
}

pub(crate) async fn enqueue(
    tx: &mut AnyConnection,
    secrets: &Secrets,
    entropy: &dyn Entropy,
    mails: &[NewMail],
) -> Result<()> {
    sent::remember(tx, secrets, mails).await?;
    let key = &secrets.mail;
    for mails in mails.chunks(BATCH) {
        Sql::new("INSERT INTO outbox (id, sealed, not_before, leased_until, attempts, given_up) VALUES ")
            .rows(mails, |mail, row| {
                let text = serde_json::to_vec(mail).expect("texts and ids always serialise");
                row.bind(mail.id.to_string()).bind(key.seal(entropy, &label("mail", &mail.id), &text));
                row.bind(mail.not_before.as_microsecond()).bind(0_i64).bind(0_i64).bind(0_i64);
            })
            .execute(tx)
            .await?;
    }
    Ok(())
}

pub(crate) const COLUMNS: &str = "id, sealed, attempts, error_class, given_up";

impl Store {
    /// Claims up to `n` mails that are due. Another worker gets them again when `lease` has passed without an answer.
    pub async fn claim_mails(&self, now: Timestamp, n: u32, lease: SignedDuration) -> Result<Vec<Mail>> {
        let claim = Sql::new(
            "UPDATE outbox SET attempts = attempts + 1, leased_until = $1 WHERE id IN (SELECT id FROM outbox
             WHERE sent_at IS NULL AND given_up = 0 AND not_before <= $2 AND leased_until <= $2
             ORDER BY not_before, id LIMIT $3",
        )
        .bind((now + lease).as_microsecond())
        .bind(now.as_microsecond())
        .bind(i64::from(n))
        .push(self.db().skip_locked())
        .push(") RETURNING ")
        .push(COLUMNS);
        let rows = claim.fetch_all(&mut *self.db().write().await?).await?;
        let mut mails = rows.iter().map(|row| self.mail(row)).collect::<Result<Vec<_>>>()?;
        mails.sort_by_key(|claimed| (claimed.mail.not_before, claimed.mail.id));
        Ok(mails)
    }

    /// The mail was handed over.
    pub async fn mail_sent(&self, id: Uuid, now: Timestamp) -> Result<()> {
        let update = Sql::new("UPDATE outbox SET sent_at = $1, error_class = NULL WHERE id = $2");
        self.update_mail(update.bind(now.as_microsecond()).bind(id.to_string())).await
    }

    /// The mail could not be handed over; it is tried again at `next_at`, or never when there is none.
    ///
    /// The class of the error is stored in clear: it must not quote the answer of the mail server.
    pub async fn mail_failed(&self, id: Uuid, next_at: Option<Timestamp>, error_class: &str) -> Result<()> {
        let update = Sql::new(
            "UPDATE outbox SET error_class = $1, given_up = $2, not_before = COALESCE($3, not_before), leased_until = 0
             WHERE id = $4",
        );
        let update = update.bind(error_class).bind(i64::from(next_at.is_none()));
        self.update_mail(update.bind(next_at.map(Timestamp::as_microsecond)).bind(id.to_string())).await
    }

    /// Tries a failed mail again from now on.
    pub async fn retry_mail(&self, id: Uuid, now: Timestamp) -> Result<()> {
        let update = Sql::new(
            "UPDATE outbox SET given_up = 0, attempts = 0, leased_until = 0, not_before = $1
             WHERE id = $2 AND sent_at IS NULL",
        );
        self.update_mail(update.bind(now.as_microsecond()).bind(id.to_string())).await
    }

    /// Takes back a mail that is still held; says whether it was in time.
    pub async fn cancel_mail(&self, id: Uuid, now: Timestamp) -> Result<bool> {
        let delete = Sql::new("DELETE FROM outbox WHERE id = $1 AND sent_at IS NULL AND leased_until <= $2");
        let delete = delete.bind(id.to_string()).bind(now.as_microsecond());
        Ok(delete.execute(&mut *self.db().write().await?).await? > 0)
    }

    /// Mails whose last attempt failed, the oldest first.
    pub async fn failed_mails(&self) -> Result<Vec<Mail>> {
        let select = Sql::new("SELECT ").push(COLUMNS);
        let select = select.push(" FROM outbox WHERE sent_at IS NULL AND error_class IS NOT NULL ORDER BY id");
        let rows = select.fetch_all(&mut *self.db().read().await?).await?;
        rows.iter().map(|row| self.mail(row)).collect()
    }

    /// How many mails are where.
    pub async fn outbox_counts(&self) -> Result<OutboxCounts> {
        let rows = Sql::new(
            "SELECT CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN given_up = 1 THEN 'given_up'
                         WHEN error_class IS NOT NULL THEN 'failing' ELSE 'waiting' END AS place, COUNT(*)
             FROM outbox GROUP BY 1",
        )
        .fetch_all(&mut *self.db().read().await?)
        .await?;
        let mut counts = OutboxCounts::default();
        for row in &rows {
            let count = u64::try_from(row.int(1)?).unwrap_or(0);
            match row.text(0)?.as_str() {
                "sent" => counts.sent = count,
                "given_up" => counts.given_up = count,
                "failing" => counts.failing = count,
                _ => counts.waiting = count,
            }
        }
        Ok(counts)
    }

    /// Removes mails that were sent before this instant; says how many (decision 26).
    pub async fn sweep_mails(&self, sent_before: Timestamp) -> Result<u64> {
        let delete = Sql::new("DELETE FROM outbox WHERE sent_at < $1").bind(sent_before.as_microsecond());
        Ok(delete.execute(&mut *self.db().write().await?).await?)
    }

    async fn update_mail(&self, update: Sql) -> Result<()> {
        update.execute(&mut *self.db().write().await?).await?;
        Ok(())
    }

    pub(crate) fn mail(&self, row: &AnyRow) -> Result<Mail> {
        let id = row.uuid(0)?;
        let text = self.secrets().mail.open(&label("mail", &id), &row.bytes(1)?);
        let text = text.map_err(|_| StoreError::corrupt("a mail in the outbox does not open"))?;
        Ok(Mail {
            mail: serde_json::from_slice(&text)
                .map_err(|_| StoreError::corrupt("a mail in the outbox is malformed"))?,
            message_id: sent::message_id(self.secrets(), id),
            attempts: u32::try_from(row.int(2)?).unwrap_or(u32::MAX),
            error_class: row.maybe_text(3)?,
            given_up: row.int(4)? != 0,
        })
    }
}

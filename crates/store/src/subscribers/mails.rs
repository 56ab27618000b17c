//! Mails to subscribers, in a lane of their own: many of them never hold up a mail about a case. A mail is deleted when
//! it was handed over or cannot be, and with its reader.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::db::{BATCH, Columns, Sql};
use crate::entropy::Entropy;
use crate::error::{Result, StoreError};
use crate::keys::{DataKey, Unwrapped};
use crate::seal::label;
use crate::store::Store;

/// A mail to a subscriber.
#[derive(Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct ListMail {
    /// Its id; of two with one id the first stays.
    pub id: Uuid,
    /// The address it goes to.
    pub to: String,
    /// Its subject line.
    pub subject: String,
    /// Its text.
    pub body_text: String,
    /// Address at which its reader leaves with one click (RFC 8058); none for the question whether it wants mail.
    pub leave: Option<String>,
    /// It is held back until then.
    pub not_before: Timestamp,
}

impl std::fmt::Debug for ListMail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ListMail({})", self.id)
    }
}

/// A mail that a worker has claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingMail {
    /// The mail.
    pub mail: ListMail,
    /// Whom it goes to.
    pub subscriber: Uuid,
    /// Stands for this mail, always the same, and tells nothing.
    pub message_id: Uuid,
    /// How often it was tried, this time included.
    pub attempts: u32,
}

pub(super) async fn enqueue(
    tx: &mut AnyConnection,
    entropy: &dyn Entropy,
    key: &DataKey,
    subscriber: Uuid,
    mails: &[ListMail],
) -> Result<()> {
    for mails in mails.chunks(BATCH) {
        Sql::new(
            "INSERT INTO subscriber_mails (id, subscriber, key_id, sealed, not_before, leased_until, attempts) VALUES ",
        )
        .rows(mails, |mail, row| {
            let text = serde_json::to_vec(mail).expect("texts and ids always serialise");
            row.bind(mail.id.to_string()).bind(subscriber.to_string()).bind(key.id.to_string());
            row.bind(key.key.seal(entropy, &label("subscriber-mail", &mail.id), &text));
            row.bind(mail.not_before.as_microsecond()).bind(0_i64).bind(0_i64);
        })
        .push(" ON CONFLICT (id) DO NOTHING")
        .execute(tx)
        .await?;
    }
    Ok(())
}

impl Store {
    /// Claims up to `n` mails to subscribers that are due. Another worker gets them again when `lease` has passed.
    pub async fn claim_list_mails(&self, now: Timestamp, n: u32, lease: SignedDuration) -> Result<Vec<WaitingMail>> {
        let claimed = Sql::new(
            "UPDATE subscriber_mails SET attempts = attempts + 1, leased_until = $1 WHERE id IN (SELECT id FROM
             subscriber_mails WHERE not_before <= $2 AND leased_until <= $2 ORDER BY not_before, id LIMIT $3",
        )
        .bind((now + lease).as_microsecond())
        .bind(now.as_microsecond())
        .bind(i64::from(n))
        .push(self.db().skip_locked())
        .push(") RETURNING id")
        .fetch_all(&mut *self.db().write().await?)
        .await?;
        if claimed.is_empty() {
            return Ok(Vec::new());
        }
        let ids = claimed.iter().map(|row| row.text(0)).collect::<Result<Vec<_>>>()?;
        let rows = Sql::new(
            "SELECT m.id, m.sealed, m.attempts, m.subscriber, k.id, k.owner, k.master, k.wrapped
             FROM subscriber_mails m JOIN keys k ON k.id = m.key_id WHERE m.id IN ",
        )
        .list(ids)
        .push(" ORDER BY m.not_before, m.id")
        .fetch_all(&mut *self.db().read().await?)
        .await?;
        let master = self.master();
        let mut keys = Unwrapped::new(&master);
        let mut mails = Vec::with_capacity(rows.len());
        for row in &rows {
            let (_, Some(key)) = keys.of_row(row, 4)? else { continue };
            let id = row.uuid(0)?;
            let text = key.open(&label("subscriber-mail", &id), &row.bytes(1)?);
            let text = text.map_err(|_| StoreError::corrupt("a mail to a subscriber does not open"))?;
            mails.push(WaitingMail {
                mail: serde_json::from_slice(&text)
                    .map_err(|_| StoreError::corrupt("a mail to a subscriber is malformed"))?,
                subscriber: row.uuid(3)?,
                message_id: self.secrets().index_id("list-message-id", &id.to_string()),
                attempts: u32::try_from(row.int(2)?).unwrap_or(u32::MAX),
            });
        }
        Ok(mails)
    }

    /// The mail was handed over, or nobody tries any more: it is deleted.
    pub async fn list_mail_done(&self, id: Uuid) -> Result<()> {
        let delete = Sql::new("DELETE FROM subscriber_mails WHERE id = $1").bind(id.to_string());
        delete.execute(&mut *self.db().write().await?).await?;
        Ok(())
    }

    /// The mail could not be handed over and is tried again at `next_at`.
    pub async fn list_mail_failed(&self, id: Uuid, next_at: Timestamp) -> Result<()> {
        Sql::new("UPDATE subscriber_mails SET not_before = $1, leased_until = 0 WHERE id = $2")
            .bind(next_at.as_microsecond())
            .bind(id.to_string())
            .execute(&mut *self.db().write().await?)
            .await?;
        Ok(())
    }
}

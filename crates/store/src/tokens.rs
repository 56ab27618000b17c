//! Secrets handed out: receipts, answer links, confirmations. Only a keyed hash of each is stored.
//!
//! A look-up compares keyed hashes, so its time says nothing about the secret.

use jiff::Timestamp;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use uuid::Uuid;

use crate::db::{Columns, Sql};
use crate::entropy::{Entropy, Token};
use crate::error::{Result, StoreError};
use crate::seal::label;
use crate::secrets::Secrets;
use crate::store::Store;

/// Longer texts are no token of ours and are not even hashed.
pub(crate) const LONGEST_TOKEN: usize = 128;

/// A secret that is handed out with this append.
pub struct NewToken {
    /// The secret.
    pub token: Token,
    /// What it is for, such as `receipt`, `answer_link`, `confirm`.
    pub kind: String,
    /// The subject it opens.
    pub subject: Uuid,
    /// What comes back when it is presented; sealed.
    pub data: Vec<u8>,
    /// When it stops working; `None` is never.
    pub expires_at: Option<Timestamp>,
    /// True when [`Store::spend_token`] works once only.
    pub single_use: bool,
}

/// Secrets of one kind for one subject that stop working with this append; those that were spent stay known as spent.
#[derive(Clone, Debug)]
pub struct Revocation {
    /// What they are for.
    pub kind: &'static str,
    /// The subject that they open.
    pub subject: Uuid,
}

/// What a presented secret stands for.
#[derive(Clone, PartialEq, Eq)]
pub struct Grant {
    /// The subject it opens.
    pub subject: Uuid,
    /// What was stored with it.
    pub data: Vec<u8>,
    /// When it stops working.
    pub expires_at: Option<Timestamp>,
    /// True when it can be spent once only.
    pub single_use: bool,
}

impl std::fmt::Debug for Grant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Grant({}, expires {:?})", self.subject, self.expires_at)
    }
}

/// The answer to a presented secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenState {
    /// It works.
    Live(Grant),
    /// It worked once and was spent.
    Spent,
    /// It was good, but its time is over.
    Expired,
    /// Nobody was ever given it, or it was revoked.
    Unknown,
}

impl TokenState {
    /// What it stands for, when it works.
    pub fn live(self) -> Option<Grant> {
        match self {
            TokenState::Live(grant) => Some(grant),
            _ => None,
        }
    }
}

fn index(secrets: &Secrets, kind: &str, token: &str) -> [u8; 32] {
    secrets.index("token", &format!("{kind}/{token}"))
}

pub(crate) async fn revoke(tx: &mut AnyConnection, revocations: &[Revocation]) -> Result<()> {
    for Revocation { kind, subject } in revocations {
        let delete = Sql::new("DELETE FROM tokens WHERE subject = $1 AND kind = $2 AND spent_at IS NULL");
        delete.bind(subject.to_string()).bind(*kind).execute(tx).await?;
    }
    Ok(())
}

pub(crate) async fn hand_out(
    tx: &mut AnyConnection,
    secrets: &Secrets,
    entropy: &dyn Entropy,
    tokens: &[NewToken],
) -> Result<()> {
    for new in tokens {
        Sql::new(
            "INSERT INTO tokens (hash, kind, subject, sealed, expires_at, single_use) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(index(secrets, &new.kind, new.token.as_str()).as_slice())
        .bind(new.kind.as_str())
        .bind(new.subject.to_string())
        .bind(secrets.access.seal(entropy, &label("token", &new.subject), &new.data))
        .bind(new.expires_at.map_or(i64::MAX, Timestamp::as_microsecond))
        .bind(i64::from(new.single_use))
        .execute(tx)
        .await?;
    }
    Ok(())
}

impl Store {
    /// Looks a presented secret up, without spending it.
    pub async fn find_token(&self, kind: &str, presented: &str, now: Timestamp) -> Result<TokenState> {
        if presented.len() > LONGEST_TOKEN {
            return Ok(TokenState::Unknown);
        }
        let row = Sql::new(
            "SELECT subject, sealed, expires_at, single_use, COALESCE(spent_at, 0) FROM tokens WHERE hash = $1",
        )
        .bind(index(self.secrets(), kind, presented).as_slice())
        .fetch_optional(&mut *self.db().read().await?)
        .await?;
        let Some(row) = row else { return Ok(TokenState::Unknown) };
        if row.int(4)? != 0 {
            return Ok(TokenState::Spent);
        }
        if row.int(2)? <= now.as_microsecond() {
            return Ok(TokenState::Expired);
        }
        Ok(TokenState::Live(self.grant(&row)?))
    }

    /// Looks a presented secret up and, when it is for single use, spends it: of two attempts at once one wins.
    pub async fn spend_token(&self, kind: &str, presented: &str, now: Timestamp) -> Result<TokenState> {
        let found = self.find_token(kind, presented, now).await?;
        let TokenState::Live(grant) = &found else { return Ok(found) };
        if !grant.single_use {
            return Ok(found);
        }
        let spent = Sql::new("UPDATE tokens SET spent_at = $1 WHERE hash = $2 AND spent_at IS NULL")
            .bind(now.as_microsecond())
            .bind(index(self.secrets(), kind, presented).as_slice())
            .execute(&mut *self.db().write().await?)
            .await?;
        Ok(if spent == 1 { found } else { TokenState::Spent })
    }

    /// Whether there are secrets of this kind for this subject.
    pub async fn has_tokens(&self, kind: &str, subject: Uuid) -> Result<bool> {
        let select = Sql::new("SELECT subject FROM tokens WHERE subject = $1 AND kind = $2 LIMIT 1");
        let found = select.bind(subject.to_string()).bind(kind).fetch_optional(&mut *self.db().read().await?).await?;
        Ok(found.is_some())
    }

    /// Makes all secrets of this kind for this subject unknown; says how many there were.
    pub async fn revoke_tokens(&self, kind: &str, subject: Uuid) -> Result<u64> {
        let delete =
            Sql::new("DELETE FROM tokens WHERE subject = $1 AND kind = $2").bind(subject.to_string()).bind(kind);
        Ok(delete.execute(&mut *self.db().write().await?).await?)
    }

    /// Removes secrets that expired before this instant; says how many.
    pub async fn sweep_tokens(&self, before: Timestamp) -> Result<u64> {
        let delete = Sql::new("DELETE FROM tokens WHERE expires_at < $1").bind(before.as_microsecond());
        Ok(delete.execute(&mut *self.db().write().await?).await?)
    }

    fn grant(&self, row: &AnyRow) -> Result<Grant> {
        let subject = row.uuid(0)?;
        let data = self.secrets().access.open(&label("token", &subject), &row.bytes(1)?);
        let never = row.int(2)? == i64::MAX;
        Ok(Grant {
            subject,
            data: data.map_err(|_| StoreError::corrupt("what a token carries does not open"))?,
            expires_at: if never { None } else { Some(row.instant(2)?) },
            single_use: row.int(3)? != 0,
        })
    }
}

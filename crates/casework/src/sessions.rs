//! Sessions: server-side, found by a cookie that holds nothing but a random token.

use jiff::SignedDuration;
use rulebook::ids::{AccountId, CaseId, DeveloperId, ReportId, SiteCaseId};
use rulebook::party::{Party, Role};
use serde::{Deserialize, Serialize};
use store::Token;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::office::{Actor, Office};

/// Who a session is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Principal {
    /// A person with an account.
    Account(AccountId),
    /// The holder of a receipt.
    Finder(ReportId),
    /// The holder of a one-time link: one developer in one case.
    Developer {
        /// The developer.
        developer: DeveloperId,
        /// The case.
        case: CaseId,
    },
    /// The holder of a one-time link and its code: the operator of one website.
    Operator {
        /// The website case.
        site: SiteCaseId,
        /// Whether it is whom the operator handed the details on to: it reads, writes and reports, and decides nothing.
        contractor: bool,
    },
}

/// What the contractor's sessions hang on: they end without the operator's own.
pub(crate) fn contractors(site: SiteCaseId) -> Uuid {
    Uuid::from_u128(!site.0.as_u128())
}

impl Principal {
    fn subject(self) -> Uuid {
        match self {
            Principal::Account(id) => id.0,
            Principal::Finder(id) => id.0,
            Principal::Developer { developer, .. } => developer.0,
            Principal::Operator { site, contractor: false } => site.0,
            Principal::Operator { site, contractor: true } => contractors(site),
        }
    }
}

impl SessionData {
    /// For whom the session acts: an account for its role's party (an administrator for none), a receipt or a link
    /// for itself.
    #[must_use]
    pub fn actor(&self) -> Option<Actor> {
        match self.principal {
            Principal::Account(account) => {
                let (_, role) = self.person.as_ref()?;
                Some(Actor::account(account, role.acts_as(account)?))
            }
            Principal::Finder(report) => Some(Actor::bearer(Party::Finder(report))),
            Principal::Developer { developer, .. } => Some(Actor::bearer(Party::Developer(developer))),
            Principal::Operator { site, .. } => Some(Actor::bearer(Party::SiteOperator(site))),
        }
    }

    /// The account and its role, of those who signed in.
    #[must_use]
    pub fn account(&self) -> Option<(AccountId, Role)> {
        match (self.principal, &self.person) {
            (Principal::Account(account), Some((_, role))) => Some((account, *role)),
            _ => None,
        }
    }

    /// The one case that a one-time link opens.
    #[must_use]
    pub fn only_case(&self) -> Option<CaseId> {
        match self.principal {
            Principal::Developer { case, .. } => Some(case),
            _ => None,
        }
    }
}

/// What is kept in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionData {
    /// Who.
    pub principal: Principal,
    /// Of an account: name and role, so that a page needs no second look. Closing an account ends its sessions.
    pub person: Option<(String, Role)>,
    /// Token that every form of the session carries, against forged requests.
    pub csrf: String,
}

/// A session stays open for eight hours without use.
const IDLE: SignedDuration = SignedDuration::from_hours(8);
/// A session stays open for a day at most, however much it is used.
const WHOLE: SignedDuration = SignedDuration::from_hours(24);

impl Office {
    /// Begins a session; the token goes into the cookie.
    ///
    /// # Errors
    /// The store's.
    pub async fn begin_session(&self, principal: Principal) -> Result<Token> {
        let token = self.entropy().token();
        let csrf = self.entropy().token().as_str().to_owned();
        let person = match principal {
            Principal::Account(id) => Some(self.account(id).await?).map(|account| (account.name, account.role)),
            _ => None,
        };
        let data = serde_json::to_vec(&SessionData { principal, person, csrf }).expect("session data is plain data");
        let now = self.wall();
        self.store().create_session(&token, principal.subject(), &data, now, now + IDLE).await?;
        Ok(token)
    }

    /// The session of a cookie, if it is still open; its end moves on with use.
    ///
    /// # Errors
    /// The store's.
    pub async fn session(&self, cookie: &str) -> Result<Option<SessionData>> {
        let now = self.wall();
        let Some(session) = self.store().find_session(cookie, now).await? else { return Ok(None) };
        let data: SessionData = serde_json::from_slice(&session.data).map_err(|_| Error::Unreadable("a session"))?;
        // Written at most once in ten minutes, so that reading pages stays reading.
        if now.duration_since(session.last_seen) > SignedDuration::from_mins(10) {
            let end = (now + IDLE).min(session.created_at + WHOLE);
            self.store().touch_session(cookie, now, end).await?;
        }
        Ok(Some(data))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The store's.
    pub async fn end_session(&self, cookie: &str) -> Result<()> {
        Ok(self.store().delete_session(cookie).await?)
    }
}

//! The operator's way in: a one-time link with a short code, by mail or on paper, and a second one for whom the
//! operator hands the details on to. Nothing of the site is in either.
//!
//! Opening the link spends nothing; the code does. It may be tried a few times, then the link stops working. A new link
//! makes the one before stop working, too.

use jiff::SignedDuration;
use rulebook::case::{Notice, NoticeKind};
use rulebook::ids::SiteCaseId;
use rulebook::party::Party;
use rulebook::site::{SiteAction, SiteCommand};
use rulebook::text::Language;
use serde::{Deserialize, Serialize};
use store::{Append, Grant, NewToken, Revocation, Token, TokenState};

use crate::error::{Error, Result};
use crate::limits::Limit;
use crate::notify::LINK_DAYS;
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::sessions::Principal;

/// Kind of the operator's one-time link.
const OPERATOR: &str = "site_link";
/// Kind of the link of whom the operator handed the details on to.
pub(super) const CONTRACTOR: &str = "site_contractor";
/// Digits of a code.
const CODE_DIGITS: usize = 6;

/// What a one-time link to an operator's page opens. It lies sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteGrant {
    /// The website case.
    pub site: SiteCaseId,
    /// What has to be typed before it opens.
    pub code: String,
    /// Whether it is the contractor's.
    pub contractor: bool,
}

/// A link and its code before they are handed out.
pub struct SiteWay {
    pub(super) site: SiteCaseId,
    pub(super) token: Token,
    /// The code.
    pub code: String,
    contractor: bool,
}

impl SiteWay {
    /// The same once more, for a further try at an append.
    pub(super) fn again(&self) -> SiteWay {
        SiteWay { site: self.site, token: self.token.clone(), code: self.code.clone(), contractor: self.contractor }
    }
}

/// What a link says before it is spent: neither site nor operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteLink {
    /// It works.
    Live {
        /// Number of the case.
        number: String,
        /// Whether nobody has said yet who answers for the operator.
        asks_who: bool,
        /// Whether it is the contractor's.
        contractor: bool,
    },
    /// It was used already.
    Used,
    /// It is too old, a newer one took its place, its code was tried too often, or it was never given.
    Dead,
}

/// What somebody types at a link.
#[derive(Clone, Debug, Default)]
pub struct SiteEntry {
    /// The code.
    pub code: String,
    /// Who answers for the operator; asked for once.
    pub person: String,
    /// At which address.
    pub mail: String,
}

/// What came of it.
pub enum SiteEntered {
    /// A session, by the token of its cookie.
    Opened(Token),
    /// The code is another one.
    WrongCode,
    /// The link does not work any more.
    Dead,
}

impl Office {
    /// A fresh link with its code. It works once [`Office::push_way`] was committed.
    pub(crate) fn site_way(&self, site: SiteCaseId, contractor: bool) -> SiteWay {
        let code = self.entropy().eight_digits().chars().take(CODE_DIGITS).collect();
        SiteWay { site, token: self.entropy().token(), code, contractor }
    }

    /// Makes a link work with an append, and the ones before it stop.
    pub(crate) fn push_way(&self, append: &mut Append, way: SiteWay) {
        let SiteWay { site, token, code, contractor } = way;
        let kind = if contractor { CONTRACTOR } else { OPERATOR };
        append.revocations.push(Revocation { kind, subject: site.0 });
        append.tokens.push(NewToken {
            token,
            kind: kind.into(),
            subject: site.0,
            data: serde_json::to_vec(&SiteGrant { site, code, contractor }).expect("a grant is plain data"),
            expires_at: Some(self.wall() + SignedDuration::from_hours(24 * LINK_DAYS)),
            single_use: true,
        });
    }

    /// Address of the page that a link opens.
    pub(crate) fn operator_url(&self, language: Language, token: &Token) -> String {
        self.settings().url(&format!("/{}/operator/{}", language.tag(), token.as_str()))
    }

    /// What a link is, without spending it.
    ///
    /// # Errors
    /// [`Error::TooMany`], or the store's.
    pub async fn look_at_site_link(&self, token: &str, address: &str) -> Result<SiteLink> {
        self.limits.count(Limit::Receipt, address, self.wall())?;
        Ok(match self.find_way(token).await? {
            TokenState::Live(grant) => {
                let grant = read(&grant)?;
                let site = self.load_site(grant.site).await?.file.site;
                SiteLink::Live {
                    asks_who: site.contact.is_none() && site.closing.is_none() && !grant.contractor,
                    number: site.number,
                    contractor: grant.contractor,
                }
            }
            TokenState::Spent => SiteLink::Used,
            _ => SiteLink::Dead,
        })
    }

    /// Opens a session with link and code. Where nobody has confirmed yet who answers for the operator, it is confirmed
    /// with what was typed; where details wait to be read, they are received by this (Ⅴ.3.5, Ⅴ.4.1).
    ///
    /// # Errors
    /// A refusal of the confirmation, [`Error::TooMany`], or the store's; then the link was not spent.
    pub async fn enter_site_link(&self, token: &str, entry: &SiteEntry, address: &str) -> Result<SiteEntered> {
        self.limits.count(Limit::Receipt, address, self.wall())?;
        let Some(found) = self.find_way(token).await?.live() else { return Ok(SiteEntered::Dead) };
        let grant = read(&found)?;
        let kind = if grant.contractor { CONTRACTOR } else { OPERATOR };
        // Counted before it is compared: tries that come at once are tries all the same.
        if self.limits.count(Limit::Code, token, self.wall()).is_err() {
            self.store().revoke_tokens(kind, grant.site.0).await?;
            return Ok(SiteEntered::Dead);
        }
        if !same(&grant.code, &entry.code) {
            return Ok(SiteEntered::WrongCode);
        }
        let (site, contractor) = (grant.site, grant.contractor);
        if !contractor {
            self.confirm_by_link(site, entry).await?;
        }
        if self.store().spend_token(kind, token, self.wall()).await?.live().is_none() {
            return Ok(SiteEntered::Dead);
        }
        if !contractor {
            self.receive_by_link(site).await?;
        }
        self.begin_session(Principal::Operator { site, contractor }).await.map(SiteEntered::Opened)
    }

    async fn confirm_by_link(&self, site: SiteCaseId, entry: &SiteEntry) -> Result<()> {
        let operator = Actor::bearer(Party::SiteOperator(site));
        let view = self.view_site(&self.load_site(site).await?.file, operator)?;
        if view.contact.is_some() || view.closing.is_some() {
            return Ok(());
        }
        let command = SiteCommand::ConfirmOperator { person: entry.person.clone(), mail: entry.mail.clone() };
        self.act_on_site(site, operator, None, command).await
    }

    async fn receive_by_link(&self, site: SiteCaseId) -> Result<()> {
        let operator = Actor::bearer(Party::SiteOperator(site));
        let page = self.site_page(site, operator).await?;
        if page.refusal(SiteAction::ReceiveDetails).is_some() {
            return Ok(());
        }
        self.act_on_site(site, operator, None, SiteCommand::ReceiveDetails).await
    }

    async fn find_way(&self, token: &str) -> Result<TokenState> {
        match self.store().find_token(OPERATOR, token, self.wall()).await? {
            TokenState::Unknown => Ok(self.store().find_token(CONTRACTOR, token, self.wall()).await?),
            known => Ok(known),
        }
    }

    /// Mails a fresh link to the confirmed address of an operator. Whoever asks learns nothing about whether there is
    /// one.
    ///
    /// # Errors
    /// [`Error::TooMany`], or the store's.
    pub async fn request_site_link(&self, number: &str, mail: &str, address: &str) -> Result<()> {
        self.limits.count(Limit::Receipt, address, self.wall())?;
        let Ok(id) = self.site_id(number).await else { return Ok(()) };
        let file = self.load_site(id).await?.file;
        let known = file.site.contact.as_ref().is_some_and(|contact| contact.mail.eq_ignore_ascii_case(mail.trim()));
        // Nobody's mailbox is filled by somebody who knows number and address.
        if !known || self.limits.count(Limit::Receipt, &id.to_string(), self.wall()).is_err() {
            return Ok(());
        }
        let to = Party::SiteOperator(id);
        let kind = if file.site.details.is_some() { NoticeKind::SiteDetailsThere } else { NoticeKind::SiteNotice };
        let mut append = Append::new(self.now().at, Actor::bearer(to).id());
        let address = self.operator_address(&mut append, &file);
        self.push_mail(&mut append, Notice { to, kind, clause: None }, address, id.0);
        Ok(self.store().append(append).await?)
    }

    /// The link and code that the operator hands to its contractor, which keeps what it reads to itself; to whom they go
    /// is written down (Ⅴ.4.4). Those before stop working. Gives link and code.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's.
    pub async fn forward_site(
        &self,
        site: SiteCaseId,
        actor: Actor,
        seen: Option<&Digest>,
        command: SiteCommand,
        language: Language,
    ) -> Result<(String, String)> {
        let way = self.site_way(site, true);
        let given = (self.operator_url(language, &way.token), way.code.clone());
        self.act_with_way(site, actor, seen, &command, way).await?;
        Ok(given)
    }
}

fn read(grant: &Grant) -> Result<SiteGrant> {
    serde_json::from_slice(&grant.data).map_err(|_| Error::Unreadable("a one-time link"))
}

/// Whether the digits are the same, however they were typed; all of them are read whatever differs.
fn same(code: &str, typed: &str) -> bool {
    let digit = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
        '0'..='9' => Some(c),
        _ => None,
    };
    let typed: String = typed.chars().filter_map(digit).collect();
    let differ = code.bytes().zip(typed.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
    typed.len() == code.len() && differ == 0
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        for typed in ["012345", "012 345", "０１２３４５", " 012-345 "] {
            assert!(same("012345", typed), "{typed}");
        }
        for typed in ["", "01234", "0123456", "012346", "12345"] {
            assert!(!same("012345", typed), "{typed}");
        }
    }
}

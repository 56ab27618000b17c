//! What a finder holds: the receipt, how a lost one is replaced, and the non-disclosure request.

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use rulebook::case::{CaseView, Notice, NoticeKind};
use rulebook::ids::ReportId;
use rulebook::party::Party;
use rulebook::report::ReportState;
use rulebook::report::problems::is_mail_address;
use store::{Append, NewMail, NewToken, Token, TokenState};

use crate::error::{Error, Result};
use crate::limits::Limit;
use crate::office::{Actor, Letter, Office};
use crate::reports::normal_number;
use crate::sessions::Principal;

/// Kind of the secret on a receipt.
const RECEIPT: &str = "receipt";
/// Kind of the secret in the link of a mail.
const LINK: &str = "receipt_link";
/// So long a link of a mail works.
const LINK_HOURS: i64 = 24;

impl Office {
    /// The report that a number and a receipt's secret open.
    ///
    /// # Errors
    /// `NotFound` when the two do not belong together; [`Error::TooMany`].
    pub async fn open_receipt(&self, number: &str, secret: &str, address: &str) -> Result<ReportId> {
        let wall = self.wall();
        self.limits.count(Limit::Receipt, address, wall)?;
        let grant = self.store().find_token(RECEIPT, secret.trim(), wall).await?.live();
        let report = ReportId(grant.ok_or(Error::NotFound)?.subject);
        let (state, _) = self.load_report(report).await?;
        let same = normal_number(number) == normal_number(&state.number);
        if same { Ok(report) } else { Err(Error::NotFound) }
    }

    /// Mails a fresh link to the finder of a report, if the address is the one that the report gives. Whoever asks
    /// learns nothing about that.
    ///
    /// # Errors
    /// [`Error::TooMany`], or the store's.
    pub async fn request_receipt(&self, number: &str, mail: &str, address: &str) -> Result<()> {
        self.limits.count(Limit::Receipt, address, self.wall())?;
        let Ok(id) = self.report_id(number).await else { return Ok(()) };
        let (state, _) = self.load_report(id).await?;
        let stored = self.form_of(&state).await?.map(|form| form.email.trim().to_owned()).unwrap_or_default();
        let known = is_mail_address(&stored) && stored.eq_ignore_ascii_case(mail.trim());
        // Nobody's mailbox is filled by somebody who knows number and address; that, too, is kept from whoever asks.
        if !known || self.limits.count(Limit::Receipt, &state.id.to_string(), self.wall()).is_err() {
            return Ok(());
        }
        self.store().revoke_tokens(LINK, state.id.0).await?;
        Ok(self.store().append(self.link_append(&state, stored)).await?)
    }

    fn link_append(&self, state: &ReportState, to: String) -> Append {
        let now = self.now().at;
        let token = self.entropy().token();
        let language = state.language;
        let link = self.settings().url(&format!("/{}/progress/link/{}", language.tag(), token.as_str()));
        let notice = Notice { to: Party::Finder(state.id), kind: NoticeKind::Receipt, clause: None };
        let letter =
            Letter { notice, number: &state.number, link: &link, code: "", language, settings: self.settings() };
        let (subject, body_text) = self.correspondence().fresh_link(&letter);
        let mut append = Append::new(now, state.id.0);
        append.mails.push(NewMail {
            id: self.id(),
            to,
            subject,
            body_text,
            language: language.tag().into(),
            purpose: "receipt-link".into(),
            subject_id: Some(state.id.0),
            not_before: now,
        });
        append.tokens.push(NewToken {
            token,
            kind: LINK.into(),
            subject: state.id.0,
            data: Vec::new(),
            expires_at: Some(self.wall() + SignedDuration::from_hours(LINK_HOURS)),
            single_use: true,
        });
        append
    }

    /// Whether the link of a mail still works. Looking spends nothing.
    ///
    /// # Errors
    /// [`Error::TooMany`], or the store's.
    pub async fn receipt_link_works(&self, token: &str, address: &str) -> Result<bool> {
        self.limits.count(Limit::Receipt, address, self.wall())?;
        let state = self.store().find_token(LINK, token, self.wall()).await?;
        Ok(matches!(state, TokenState::Live(_)))
    }

    /// Spends the link of a mail: says whose session it opens (decision 16).
    ///
    /// # Errors
    /// `NotFound` when it does not work any more; [`Error::TooMany`]; the store's.
    pub async fn spend_receipt_link(&self, token: &str, address: &str) -> Result<Principal> {
        self.limits.count(Limit::Receipt, address, self.wall())?;
        let grant = self.store().spend_token(LINK, token, self.wall()).await?.live();
        Ok(Principal::Finder(ReportId(grant.ok_or(Error::NotFound)?.subject)))
    }

    /// A new secret for a receipt; the old one stops working. For those who proved that the report is theirs.
    ///
    /// # Errors
    /// The store's.
    pub async fn renew_receipt(&self, report: ReportId) -> Result<Token> {
        let token = self.entropy().token();
        let mut append = Append::new(self.now().at, Actor::bearer(Party::Finder(report)).id());
        append.tokens.push(NewToken {
            token: token.clone(),
            kind: RECEIPT.into(),
            subject: report.0,
            data: Vec::new(),
            expires_at: None,
            single_use: false,
        });
        self.store().revoke_tokens(RECEIPT, report.0).await?;
        self.store().append(append).await?;
        Ok(token)
    }

    /// From when on the finder may ask to be released from the non-disclosure request (Ⅳ.2.4.第2段).
    #[must_use]
    pub fn release_from(&self, case: &CaseView) -> Option<Date> {
        let months = self.rules(&case.edition).edition.release_after_months.value;
        case.day_zero?.checked_add(months.months()).ok()
    }
}

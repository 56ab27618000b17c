//! From notices to mails: number and link only, in the reader's language, to whoever the party is (decision 15).

use std::collections::HashMap;

use jiff::SignedDuration;
use rulebook::case::{CaseFile, Notice};
use rulebook::ids::{AccountId, CaseId, DeveloperId, ReportId};
use rulebook::party::Party;
use rulebook::report::ReportState;
use rulebook::report::form::ReportForm;
use rulebook::text::Language;
use serde::{Deserialize, Serialize};
use store::{Append, NewMail, NewToken, Token};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::office::{Letter, Office};

/// How long a one-time link works.
pub(crate) const LINK_DAYS: i64 = 30;

/// What a one-time link opens.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct LinkGrant {
    pub case: CaseId,
    pub developer: DeveloperId,
}

/// Where a notice goes.
pub(crate) struct Address {
    pub to: String,
    pub language: Language,
    pub number: String,
    pub link: String,
    /// What the page behind the link asks for; empty when it asks for nothing.
    pub code: String,
}

impl Office {
    /// Adds the mails of a report's notices.
    pub(crate) fn mails_of_report(
        &self,
        append: &mut Append,
        report: &ReportState,
        form: &ReportForm,
        told: &[Notice],
    ) {
        for notice in told {
            let address = match notice.to {
                Party::Finder(_) => self.finder_address(report, &form.email),
                _ => self.body_address(notice.to, &report.number, "reports"),
            };
            self.push_mail(append, *notice, address, report.id.0);
        }
    }

    /// Adds the mails of a case's notices.
    pub(crate) async fn mails_of_case(&self, append: &mut Append, file: &CaseFile, told: &[Notice]) -> Result<()> {
        for notice in told {
            let address = match notice.to {
                Party::Finder(id) => match file.reports.iter().find(|report| report.id == id) {
                    Some(report) => {
                        let form = self.form_of(report).await?;
                        form.and_then(|form| self.finder_address(report, &form.email))
                    }
                    None => None,
                },
                Party::Developer(id) => self.developer_address(append, file, id).await?,
                Party::Member(account) => self.member_address(account, &file.case.number).await?,
                _ => self.body_address(notice.to, &file.case.number, "cases"),
            };
            self.push_mail(append, *notice, address, file.case.id.0);
        }
        Ok(())
    }

    pub(crate) fn push_mail(&self, append: &mut Append, notice: Notice, address: Option<Address>, subject: Uuid) {
        let Some(Address { to, language, number, link, code }) = address else { return };
        let (link, code, settings) = (&link, &code, self.settings());
        let letter = Letter { notice, number: &number, link, code, language, settings };
        let (subject_line, body_text) = self.correspondence().mail(&letter);
        append.mails.push(NewMail {
            id: self.id(),
            to,
            subject: subject_line,
            body_text,
            language: language.tag().into(),
            purpose: notice.kind.word().into(),
            subject_id: Some(subject),
            not_before: append.at,
        });
    }

    pub(crate) fn finder_address(&self, report: &ReportState, email: &str) -> Option<Address> {
        let to = email.trim();
        rulebook::report::problems::is_mail_address(to).then(|| Address {
            to: to.to_owned(),
            language: report.language,
            number: report.number.clone(),
            link: self.settings().url(&format!("/{}/progress", report.language.tag())),
            code: String::new(),
        })
    }

    /// A committee member is written to at its account, as long as that is open.
    async fn member_address(&self, account: AccountId, number: &str) -> Result<Option<Address>> {
        let member = match self.account(account).await {
            Ok(member) if !member.closed => member,
            Ok(_) | Err(Error::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        };
        Ok(Some(Address {
            to: member.mail,
            language: member.language,
            number: number.to_owned(),
            link: self.settings().url(&format!("/{}/committee/{number}", member.language.tag())),
            code: String::new(),
        }))
    }

    pub(crate) fn body_address(&self, party: Party, number: &str, what: &str) -> Option<Address> {
        let mail = &self.settings().mail;
        let to = if party == Party::Coordinator { &mail.coordinator } else { &mail.receiving_desk };
        (!to.is_empty()).then(|| Address {
            to: to.clone(),
            language: Language::Ja,
            number: number.to_owned(),
            link: self.settings().url(&format!("/ja/desk/{what}/{number}")),
            code: String::new(),
        })
    }

    /// A developer is written to at its confirmed contact, else where it was last written to; the link is a fresh
    /// one-time link, so that no account is needed.
    async fn developer_address(
        &self,
        append: &mut Append,
        file: &CaseFile,
        id: DeveloperId,
    ) -> Result<Option<Address>> {
        let Some(side) = file.case.developer(id) else { return Ok(None) };
        let confirmed = side.contact.as_ref().map(|contact| contact.mail.clone());
        let Some(to) = confirmed.or_else(|| side.links.last().map(|link| link.item.clone())) else { return Ok(None) };
        if !rulebook::report::problems::is_mail_address(&to) {
            return Ok(None);
        }
        let language = self.load_developer(id).await.map(|(state, _)| state.entry.language).unwrap_or_default();
        let token = self.answer_token(append, file.case.id, id);
        let link = self.answer_url(language, &token);
        Ok(Some(Address { to, language, number: file.case.number.clone(), link, code: String::new() }))
    }

    /// A fresh one-time link for a developer in a case.
    pub(crate) fn answer_token(&self, append: &mut Append, case: CaseId, developer: DeveloperId) -> Token {
        let token = self.entropy().token();
        append.tokens.push(self.answer_grant(token.clone(), case, developer));
        token
    }

    /// What makes a token a one-time link for a developer in a case.
    pub(crate) fn answer_grant(&self, token: Token, case: CaseId, developer: DeveloperId) -> NewToken {
        let data = serde_json::to_vec(&LinkGrant { case, developer }).expect("a grant is plain data");
        NewToken {
            token,
            kind: "answer_link".into(),
            subject: case.0,
            data,
            expires_at: Some(self.wall() + SignedDuration::from_hours(24 * LINK_DAYS)),
            single_use: true,
        }
    }

    /// Address of the page that a one-time link opens.
    pub(crate) fn answer_url(&self, language: Language, token: &Token) -> String {
        self.settings().url(&format!("/{}/answer/{}", language.tag(), token.as_str()))
    }

    /// The finder's form, unless the person was erased.
    pub(crate) async fn form_of(&self, report: &ReportState) -> Result<Option<ReportForm>> {
        let Some(bytes) = self.store().body(report.form.0).await? else { return Ok(None) };
        serde_json::from_slice(&bytes).map(Some).map_err(|_| Error::Unreadable("a form"))
    }

    /// The finders' forms of many reports in one query; none of a person that was erased.
    pub(crate) async fn forms_of<'a>(
        &self,
        reports: impl Iterator<Item = &'a ReportState>,
    ) -> Result<HashMap<ReportId, ReportForm>> {
        let reports: Vec<_> = reports.map(|report| (report.id, report.form)).collect();
        let bodies: Vec<_> = reports.iter().map(|(_, form)| *form).collect();
        let mut opened = self.open(&bodies).await?;
        let mut forms = HashMap::with_capacity(reports.len());
        for (id, form) in reports {
            let Some(bytes) = opened.remove(&form) else { continue };
            forms.insert(id, serde_json::from_slice(&bytes).map_err(|_| Error::Unreadable("a form"))?);
        }
        Ok(forms)
    }
}

//! From notices of a website case to mails: number and link only. Neither site nor operator is named in any of them.

use jiff::SignedDuration;
use rulebook::case::Notice;
use rulebook::case::event::ContactMeans;
use rulebook::ids::SiteCaseId;
use rulebook::party::Party;
use rulebook::report::problems::is_mail_address;
use rulebook::site::SiteFile;
use rulebook::text::Language;
use serde::{Deserialize, Serialize};
use store::{Append, NewToken, Token};

use crate::error::Result;
use crate::notify::{Address, LINK_DAYS};
use crate::office::Office;

/// Kind of the one-time link to an operator's page.
const SITE_LINK: &str = "site_link";

/// What a one-time link to an operator's page opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteGrant {
    /// The website case.
    pub site: SiteCaseId,
}

impl Office {
    /// Adds the mails of a website case's notices.
    pub(crate) async fn mails_of_site(&self, append: &mut Append, file: &SiteFile, told: &[Notice]) -> Result<()> {
        for notice in told {
            let address = match notice.to {
                Party::Finder(id) => match file.report(id) {
                    Some(report) => {
                        let form = self.form_of(report).await?;
                        form.and_then(|form| self.finder_address(report, &form.email))
                    }
                    None => None,
                },
                Party::SiteOperator(_) => self.operator_address(append, file),
                _ => self.body_address(notice.to, &file.site.number, "sites"),
            };
            self.push_mail(append, *notice, address, file.site.id.0);
        }
        Ok(())
    }

    /// An operator is written to at its confirmed address, else where it was last written to; the link is a fresh
    /// one-time link, so that no account is needed.
    fn operator_address(&self, append: &mut Append, file: &SiteFile) -> Option<Address> {
        let site = &file.site;
        let written = site.attempts.iter().rev().find(|attempt| attempt.means == ContactMeans::Mail);
        let to = site.contact.as_ref().map(|contact| contact.mail.clone());
        let to = to.or_else(|| written.map(|attempt| attempt.to.clone())).filter(|to| is_mail_address(to))?;
        let token = self.operator_token(append, site.id);
        Some(Address {
            to,
            language: Language::Ja,
            number: site.number.clone(),
            link: self.operator_url(Language::Ja, &token),
        })
    }

    /// A fresh one-time link for the operator of a website case.
    pub(crate) fn operator_token(&self, append: &mut Append, site: SiteCaseId) -> Token {
        let token = self.entropy().token();
        append.tokens.push(NewToken {
            token: token.clone(),
            kind: SITE_LINK.into(),
            subject: site.0,
            data: serde_json::to_vec(&SiteGrant { site }).expect("a grant is plain data"),
            expires_at: Some(self.wall() + SignedDuration::from_hours(24 * LINK_DAYS)),
            single_use: true,
        });
        token
    }

    /// Address of the page that an operator's one-time link opens.
    pub(crate) fn operator_url(&self, language: Language, token: &Token) -> String {
        self.settings().url(&format!("/{}/operator/{}", language.tag(), token.as_str()))
    }
}

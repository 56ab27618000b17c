//! From notices of a website case to mails: number and link only. Neither site nor operator is named in any of them.

use rulebook::case::Notice;
use rulebook::case::event::ContactMeans;
use rulebook::party::Party;
use rulebook::report::ReportState;
use rulebook::report::problems::is_mail_address;
use rulebook::site::SiteFile;
use rulebook::text::Language;
use store::Append;

use crate::error::Result;
use crate::notify::Address;
use crate::office::Office;

impl Office {
    /// Adds the mails of a website case's notices.
    pub(crate) async fn mails_of_site(&self, append: &mut Append, file: &SiteFile, told: &[Notice]) -> Result<()> {
        let hears = |report: &&ReportState| told.iter().any(|notice| notice.to == Party::Finder(report.id));
        let forms = self.forms_of(file.reports.iter().filter(hears)).await?;
        self.push_site_mails(append, file, told, |report| forms.get(&report.id).map(|form| form.email.clone()));
        Ok(())
    }

    /// The same, where the finders' addresses are known already; none of a person that was erased.
    pub(super) fn push_site_mails(
        &self,
        append: &mut Append,
        file: &SiteFile,
        told: &[Notice],
        mail_of: impl Fn(&ReportState) -> Option<String>,
    ) {
        for notice in told {
            let address = match notice.to {
                Party::Finder(id) => file
                    .report(id)
                    .and_then(|report| mail_of(report).and_then(|mail| self.finder_address(report, &mail))),
                Party::SiteOperator(_) => self.operator_address(append, file),
                _ => self.body_address(notice.to, &file.site.number, "sites"),
            };
            self.push_mail(append, *notice, address, file.site.id.0);
        }
    }

    /// An operator is written to at its confirmed address, else where it was last written to; the link is a fresh
    /// one-time link with its code, so that no account is needed. The link before it stops working.
    pub(super) fn operator_address(&self, append: &mut Append, file: &SiteFile) -> Option<Address> {
        let site = &file.site;
        let written = site.attempts.iter().rev().find(|attempt| attempt.means == ContactMeans::Mail);
        let to = site.contact.as_ref().map(|contact| contact.mail.clone());
        let to = to.or_else(|| written.map(|attempt| attempt.to.clone())).filter(|to| is_mail_address(to))?;
        let way = self.site_way(site.id, false);
        let link = self.operator_url(Language::Ja, &way.token);
        let code = way.code.clone();
        self.push_way(append, way);
        Some(Address { to, language: Language::Ja, number: site.number.clone(), link, code })
    }
}

//! A website case on the receiving body's desk: everything that its pages need beside the view.

use jiff::civil::Date;
use rulebook::ids::ReportId;
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::report::ReportState;
use rulebook::report::form::Consents;
use rulebook::site::ending::check;
use rulebook::site::silence::is_prolonged;
use rulebook::site::{SiteEnding, SiteFile};
use rulebook::text::Language;

use super::SitePage;
use crate::desk::{Colleague, Reader};
use crate::error::{Error, Result};
use crate::office::{Actor, Office};

/// A website case with what stands around it.
pub struct SiteDesk {
    /// The case.
    pub page: SitePage,
    /// Key of the edition under which it is handled.
    pub edition: String,
    /// Every ending, and why the case may not end so now.
    pub endings: Vec<(SiteEnding, Option<Refusal>)>,
    /// The ending that the operator's newest word proposes while nobody took it up.
    pub proposed: Option<SiteEnding>,
    /// Whether it counts as long (長期化).
    pub prolonged: bool,
    /// Its reports with what their finders allow, in the order of the case.
    pub reports: Vec<SiteReport>,
    /// Number of the product's case, if it goes on there.
    pub product: Option<String>,
    /// Who read it.
    pub readers: Vec<Reader>,
    /// To whom it can be given.
    pub colleagues: Vec<Colleague>,
}

/// A report of a website case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteReport {
    /// The report.
    pub id: ReportId,
    /// Its number.
    pub number: String,
    /// The finder's language.
    pub language: Language,
    /// What its finder allows (Ⅴ.2.4.ウ, エ).
    pub consents: Consents,
    /// Whether the finder waits for an answer of the desk.
    pub waits: bool,
    /// When it was withdrawn.
    pub withdrawn_on: Option<Date>,
}

impl Office {
    /// A website case on the receiving body's desk, by its number.
    ///
    /// # Errors
    /// `NotFound` for everybody but the receiving body, or when there is none; the store's.
    pub async fn site_desk(&self, number: &str, actor: Actor) -> Result<SiteDesk> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        let loaded = self.load_site(self.site_id(number).await?).await?;
        let file = &loaded.file;
        let (rules, today) = (self.rules(&file.site.edition), self.now().today);
        let endings = SiteEnding::ALL.map(|ending| (ending, check(file, ending, rules.edition, today).err()));
        let product = match file.site.product {
            Some((case, _)) => Some(self.load_case(case).await?.file.case.number),
            None => None,
        };
        Ok(SiteDesk {
            page: self.show_site(file, actor).await?,
            edition: file.site.edition.clone(),
            endings: endings.to_vec(),
            proposed: file.site.answer_to_judge().and_then(rulebook::site::OperatorAnswer::proposes),
            prolonged: is_prolonged(&file.site, rules.edition, today),
            reports: reports(file),
            product,
            readers: self.readers(file.site.id.0, actor).await?,
            colleagues: self.colleagues(actor).await?,
        })
    }
}

fn reports(file: &SiteFile) -> Vec<SiteReport> {
    let line = |report: &ReportState| SiteReport {
        id: report.id,
        number: report.number.clone(),
        language: report.language,
        consents: report.consents,
        waits: report.waits_for_desk(),
        withdrawn_on: report.withdrawn_on,
    };
    file.reports.iter().map(line).collect()
}

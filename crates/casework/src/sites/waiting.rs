//! Reports of websites that wait to be decided, as the desk takes many alike ones in one sitting (Ⅴ.3.2).

use jiff::civil::Date;
use rulebook::ids::ReportId;
use rulebook::party::Party;
use rulebook::report::form::{ReportForm, ReportKind};
use rulebook::report::{ReportStage, ReportState};
use rulebook::site::{Alike, SiteKind, may_accept};
use rulebook::text::Language;
use serde::Serialize;
use store::{CardFilter, CardOrder};

use crate::error::{Error, Result};
use crate::lists;
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::project::ReportCard;

/// A report of a website that can be accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WaitingSite {
    /// Its id.
    pub id: ReportId,
    /// Its number.
    pub number: String,
    /// Day of receipt.
    pub received_on: Date,
    /// The site, by its host.
    pub site: String,
    /// The flaw, in the finder's words.
    pub flaw: String,
    /// The kind that these words name.
    pub kind: Option<SiteKind>,
    /// Who found it, as the form says it.
    pub finder: String,
    /// The finder's language.
    pub language: Language,
    /// Whether the desk marked it as one of large influence.
    pub high: bool,
    /// Whether an item is missing or contradicts another.
    pub problems: bool,
    /// Whether the finder was asked and has not answered.
    pub waits: bool,
    mail: String,
}

impl WaitingSite {
    pub(super) fn of(report: &ReportState, form: &ReportForm) -> WaitingSite {
        let alike = Alike::of(&form.website_url, &form.vulnerability_kind);
        WaitingSite {
            id: report.id,
            number: report.number.clone(),
            received_on: report.received_on,
            site: alike.site,
            flaw: form.vulnerability_kind.trim().to_owned(),
            kind: alike.kind,
            finder: form.finder_name.clone(),
            language: report.language,
            high: report.high_impact,
            problems: !report.problems.is_empty(),
            waits: report.waits_for_finder(),
            mail: form.email.trim().to_lowercase(),
        }
    }

    /// The fingerprint of what the page shows of it (decision 10).
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(self)
    }

    /// Whether two come from one finder and tell of one kind of flaw.
    #[must_use]
    pub fn is_like(&self, other: &WaitingSite) -> bool {
        let kinds = (self.kind.is_some() && self.kind == other.kind) || self.flaw == other.flaw;
        kinds && self.mail == other.mail && !self.mail.is_empty()
    }
}

impl Office {
    /// Every report of a website that can be accepted, heaviest first: three queries, however many there are.
    ///
    /// # Errors
    /// `NotFound` for everybody but the receiving body; the store's.
    pub async fn waiting_site_reports(&self, actor: Actor) -> Result<Vec<WaitingSite>> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        let filter = CardFilter { states: &["received"], ..CardFilter::default() };
        let cards = self.store().card_page("report", filter, CardOrder::Weight).await?;
        let mut ids = Vec::new();
        for card in cards {
            let read: ReportCard = lists::read(&card.card)?;
            if read.kind == Some(ReportKind::Website) {
                ids.push(ReportId(card.id));
            }
        }
        let mut reports: Vec<_> = self.load_reports(&ids).await?.into_iter().map(|(report, _)| report).collect();
        reports.retain(|report| report.stage == ReportStage::Received && may_accept(report, actor.party).is_ok());
        let forms = self.forms_of(reports.iter()).await?;
        let waiting = reports.iter().filter_map(|report| Some(WaitingSite::of(report, forms.get(&report.id)?)));
        Ok(waiting.filter(|one| !one.site.is_empty()).collect())
    }
}

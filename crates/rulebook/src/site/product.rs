//! A website's report that turns out to be a product's vulnerability (Ⅴ.3.8): it goes on in a case of the product track,
//! without what tells which site it is.

use super::action::SiteAction;
use super::event::SiteEvent;
use super::file::{SiteFile, SiteFileEvent};
use super::lists::OperatorConsent;
use super::permission;
use crate::case::{CaseContent, CaseEvent, ContentField, Origin};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::{CaseId, ReportId};
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::report::form::{Answer, Consents};
use crate::report::state::ReportEvent;

const PRODUCT: Clause = Clause::new("Ⅴ.3.8");
const NAMED: Clause = Clause::new("Ⅴ.3.8.但書");

/// The desk hands a flaw over as a product's.
#[derive(Clone, Debug)]
pub struct HandToProduct {
    /// Id of the case to open.
    pub case: CaseId,
    /// Its number.
    pub case_number: String,
    /// What it says.
    pub content: CaseContent,
    /// Key of the edition in force.
    pub edition: String,
    /// Whether the site is named in it, files of the report with it.
    pub name_site: bool,
}

/// Hands it over: events of the website case and its report, and of the product's case, which the desk then hands to the
/// coordinator like any other.
///
/// What the finder allowed was about the operator (Ⅴ.2.4.ウ, エ): nothing of it goes to the product's developer.
///
/// # Errors
/// The refusal with its clause: no product, or words that tell which site it is without the operator's consent.
pub fn hand_to_product(
    file: &SiteFile,
    party: Party,
    command: HandToProduct,
    rules: Rules<'_>,
    now: Moment,
) -> Result<(Vec<SiteFileEvent>, Vec<CaseEvent>), Refusal> {
    permission::may(file, party, SiteAction::HandToProduct, rules, now)?;
    let content = command.content;
    require(!content.product.trim().is_empty(), Refusal::under(PRODUCT, Why::CopyEmpty))?;
    let consented = file.site.consented(OperatorConsent::SiteToDeveloper) == Some(true);
    require(!command.name_site || consented, Refusal::under(NAMED, Why::ConsentMissing))?;
    require(command.name_site || !tells_of(file, &content), Refusal::under(PRODUCT, Why::TellsOfSite))?;
    let first = file.reports.first().ok_or(Refusal::plain(Why::NotYours))?;
    let report: ReportId = first.id;
    let on = now.today;
    let no = Consents { share_identity: Answer::No, direct_contact: Answer::No, publish_name: Answer::No };
    let opened = CaseEvent::CaseOpened {
        number: command.case_number,
        report: Some(report),
        origin: Origin::Finder,
        language: first.language,
        accepted_on: on,
        edition: command.edition,
        content,
        attachments: if command.name_site { file.site.attachments.clone() } else { Vec::new() },
        consents: no,
        high_impact: file.site.high_impact,
        wished_day: None,
    };
    let found = SiteEvent::FoundInProduct { case: command.case, site_named: command.name_site, on };
    let split = SiteFileEvent::Report(report, ReportEvent::ReportSplit { on, case: command.case });
    Ok((vec![SiteFileEvent::Site(found), split], vec![opened]))
}

/// Whether words would tell which site it is: its host, its operator's name.
#[must_use]
pub fn tells_of(file: &SiteFile, content: &CaseContent) -> bool {
    let operator = file.site.operator.as_ref().map(|operator| operator.name.trim().to_lowercase());
    let secrets = [Some(file.site.site()), operator];
    let words = ContentField::ALL.map(|field| content.get(field).to_lowercase());
    secrets
        .into_iter()
        .flatten()
        .filter(|secret| !secret.is_empty())
        .any(|secret| words.iter().any(|text| text.contains(&secret)))
}

//! Rows of website cases: stage and days in clear, the site only in the sealed card (decision 14).

use jiff::Timestamp;
use jiff::civil::Date;
use rulebook::case::Duty;
use rulebook::edition::{Influence, Rules};
use rulebook::site::duties::weight;
use rulebook::site::silence::{aimed_at, prolonged_from};
use rulebook::site::{Alike, OperatorCategory, SiteCause, SiteEnding, SiteFile, SiteKind, SiteStage, duties};
use serde::{Deserialize, Serialize};
use store::{CardRow, DutyRows, LinkRow, Store, Version};

use crate::project::{duty_row, json, turn};

/// Kind of the cards.
pub(crate) const SITE: &str = "site";
/// From a website case to its reports.
pub(crate) const OF_SITE: &str = "site-report";
/// From a website case to the blind id of its host.
pub(super) const HOST: &str = "site-host";

/// What a list says of a website case; for the receiving body alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteCard {
    /// Its number.
    pub number: String,
    /// The site, by its host.
    pub site: String,
    /// The flaw, in the words of the case.
    pub flaw: String,
    /// The kind, once decided.
    pub kind: Option<SiteKind>,
    /// How far it is.
    pub stage: SiteStage,
    /// Its influence, once rated.
    pub influence: Option<Influence>,
    /// Day of acceptance.
    pub accepted_on: Date,
    /// The day on which the operator received the details.
    pub received_on: Option<Date>,
    /// The day aimed at for the fix.
    pub aimed_at: Option<Date>,
    /// The day from which it counts as long (長期化).
    pub prolonged_from: Option<Date>,
    /// How it ended.
    pub ending: Option<SiteEnding>,
    /// Whose turn it is, by party word, and what for.
    pub turn: Option<(String, String)>,
    /// Number of the first report.
    pub report: Option<String>,
    /// What runs the site, once known.
    #[serde(default)]
    pub category: Option<OperatorCategory>,
    /// Where the flaw comes from, once decided.
    #[serde(default)]
    pub cause: Option<SiteCause>,
    /// Title and day of the newest public alert that covers it.
    #[serde(default)]
    pub alert: Option<(String, Date)>,
}

impl SiteCard {
    /// Whether it counts as long on a day (長期化): no word of a fix since the details were sent.
    #[must_use]
    pub fn is_prolonged(&self, on: Date) -> bool {
        let open = !matches!(self.stage, SiteStage::FixReported | SiteStage::Ended);
        open && self.prolonged_from.is_some_and(|day| day <= on)
    }

    /// Whether a public alert can come before its end, for the cause is the setting or the age of a product (Ⅴ.3.4.オ).
    #[must_use]
    pub fn is_for_alert(&self) -> bool {
        self.ending.is_none() && self.cause.is_some_and(|cause| cause.alert_clause().is_some())
    }
}

/// Row of a website case and rows of what is owed in it.
pub(crate) fn site_rows(file: &SiteFile, rules: Rules<'_>, at: Timestamp, version: Version) -> (CardRow, DutyRows) {
    let site = &file.site;
    let owed: Vec<Duty> = duties(file, rules);
    let card = SiteCard {
        number: site.number.clone(),
        site: site.site(),
        flaw: site.content.kind.clone(),
        kind: Alike::of_case(file).kind,
        stage: site.stage(),
        influence: site.rating().map(|rating| rating.influence),
        accepted_on: site.accepted_on,
        received_on: site.received_on,
        aimed_at: aimed_at(site, rules.edition),
        prolonged_from: prolonged_from(site, rules.edition),
        ending: site.closing.as_ref().map(|end| end.ending),
        turn: turn(&owed),
        report: file.reports.first().map(|report| report.number.clone()),
        category: site.operator.as_ref().map(|operator| operator.category),
        cause: site.classification.as_ref().map(|decided| decided.cause),
        alert: site.alerts.iter().max_by_key(|alert| alert.on).map(|alert| (alert.title.clone(), alert.on)),
    };
    let row = CardRow {
        id: site.id.0,
        kind: SITE.into(),
        number: site.number.clone(),
        state: card.stage.word().into(),
        owner: site.owner.map(|account| account.0),
        sort: weight(site),
        due: card.aimed_at.filter(|_| site.closing.is_none()),
        changed_at: at,
        version,
        card: json(&card),
    };
    let rows = owed.iter().map(|duty| duty_row(duty, weight(site), None)).collect();
    (row, DutyRows { subject: site.id.0, rows })
}

/// The links of a website case: its reports, and the blind id of its host.
pub(crate) fn site_links(store: &Store, file: &SiteFile) -> Vec<LinkRow> {
    let site = &file.site;
    let link = |relation: &str, b| LinkRow { a: site.id.0, relation: relation.into(), b };
    let reports = site.reports.iter().map(|id| link(OF_SITE, id.0));
    reports.chain([link(HOST, store.blind_id(HOST, &site.site()))]).collect()
}

//! Rows of website cases: stage and days in clear, the site only in the sealed card (decision 14).

use jiff::Timestamp;
use jiff::civil::Date;
use rulebook::case::Duty;
use rulebook::case::duties::days_between;
use rulebook::edition::{Influence, Rules};
use rulebook::site::duties::weight;
use rulebook::site::silence::{aimed_at, prolonged_from};
use rulebook::site::{Alike, OperatorCategory, SiteCause, SiteEnding, SiteFile, SiteKind, SiteStage, duties};
use rulebook::text::Language;
use serde::{Deserialize, Serialize};
use store::{CardRow, CellRow, DutyRows, LinkRow, Store, Version};

use super::cells::{cell_row, goes_on};
use crate::pages::Digest;
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
    /// Languages of its finders.
    #[serde(default)]
    pub languages: Vec<Language>,
}

impl SiteCard {
    /// The fingerprint of what a list shows of it (decision 10).
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(self)
    }

    /// Whether it counts as long on a day (長期化): no word of a fix since the details were sent.
    #[must_use]
    pub fn is_prolonged(&self, on: Date) -> bool {
        goes_on(self.stage) && self.prolonged_from.is_some_and(|day| day <= on)
    }

    /// Days since the details on a day, of a case that counts as long then.
    #[must_use]
    pub fn prolonged_days(&self, on: Date, prolonged_days: i32) -> Option<i32> {
        let from = self.prolonged_from.filter(|_| self.is_prolonged(on))?;
        Some(days_between(from, on) + prolonged_days)
    }

    /// Whether a public alert can come before its end, for the cause is the setting or the age of a product (Ⅴ.3.4.オ).
    #[must_use]
    pub fn is_for_alert(&self) -> bool {
        self.ending.is_none() && self.cause.is_some_and(|cause| cause.alert_clause().is_some())
    }
}

/// Row of a website case and rows of what is owed in it.
pub(crate) fn site_rows(
    store: &Store,
    file: &SiteFile,
    rules: Rules<'_>,
    at: Timestamp,
    version: Version,
) -> (CardRow, CellRow, DutyRows) {
    let site = &file.site;
    let owed: Vec<Duty> = duties(file, rules);
    let card = site_card(file, rules, &owed);
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
    let cell = cell_row(store, &card, &row);
    let rows = owed.iter().map(|duty| duty_row(duty, weight(site), None)).collect();
    (row, cell, DutyRows { subject: site.id.0, rows })
}

/// What the list says of a website case.
pub(super) fn site_card(file: &SiteFile, rules: Rules<'_>, owed: &[Duty]) -> SiteCard {
    let site = &file.site;
    SiteCard {
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
        turn: turn(owed),
        report: file.reports.first().map(|report| report.number.clone()),
        category: site.operator.as_ref().map(|operator| operator.category),
        cause: site.classification.as_ref().map(|decided| decided.cause),
        alert: site.alerts.iter().max_by_key(|alert| alert.on).map(|alert| (alert.title.clone(), alert.on)),
        languages: languages(file),
    }
}

/// The languages of its finders, each once.
fn languages(file: &SiteFile) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for report in &file.reports {
        if !languages.contains(&report.language) {
            languages.push(report.language);
        }
    }
    languages
}

/// The links of a website case: its reports, and the blind id of its host.
pub(crate) fn site_links(store: &Store, file: &SiteFile) -> Vec<LinkRow> {
    let site = &file.site;
    let link = |relation: &str, b| LinkRow { a: site.id.0, relation: relation.into(), b };
    let reports = site.reports.iter().map(|id| link(OF_SITE, id.0));
    reports.chain([link(HOST, store.blind_id(HOST, &site.site()))]).collect()
}

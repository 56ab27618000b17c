//! From a report to a website case (Ⅴ.3.1–Ⅴ.3.3): acceptance, joining, and what looks alike.

use super::content::{SiteContent, site_of};
use super::event::SiteEvent;
use super::file::{SiteFile, SiteFileEvent};
use super::permission;
use super::{SiteAction, SiteKind};
use crate::case::{Duty, DutyKind};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::{BodyId, SiteCaseId};
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::report::form::ReportKind;
use crate::report::state::{Condition, ReportEvent, ReportStage, ReportState};

const DECISION: Clause = Clause::new("Ⅴ.3.2");
const TOLD: Clause = Clause::new("Ⅴ.3.2.第2段");

/// The desk accepts a report of a website: all five conditions confirmed, the reason sent, a case opened.
///
/// Many alike reports are accepted in one sitting by one such command each: every one is a case of its own.
#[derive(Clone, Debug)]
pub struct AcceptSite {
    /// The conditions that the desk ticked.
    pub confirmed: Vec<Condition>,
    /// The reason, as sent to the finder.
    pub reason: BodyId,
    /// Id of the case to open.
    pub site: SiteCaseId,
    /// Its number.
    pub number: String,
    /// What the case says, in the words that the desk approved.
    pub content: SiteContent,
    /// Key of the edition in force.
    pub edition: String,
}

/// Whether a report may be accepted as a website's now, or joined to a website case.
///
/// # Errors
/// The refusal.
pub fn may_accept(report: &ReportState, party: Party) -> Result<(), Refusal> {
    require(party == Party::ReceivingBody, Refusal::plain(Why::NotYours))?;
    require(report.is_undecided(), Refusal::under(TOLD, Why::AlreadyDecided))?;
    require(report.stage != ReportStage::NeedsReading, Refusal::under(DECISION, Why::NeedsReading))?;
    require(report.kind == Some(ReportKind::Website), Refusal::plain(Why::NotWebsite))
}

/// Accepts a report (Ⅴ.3.2): events of the report and of the case that it opens.
///
/// # Errors
/// The refusal with its clause: a condition that is not confirmed, or a case without a site.
pub fn accept(
    report: &ReportState,
    party: Party,
    command: AcceptSite,
    now: Moment,
) -> Result<(Vec<ReportEvent>, Vec<SiteEvent>), Refusal> {
    may_accept(report, party)?;
    conditions(&command.confirmed)?;
    require(!site_of(&command.content.url).is_empty(), Refusal::under(DECISION, Why::CopyEmpty))?;
    let opened = SiteEvent::SiteCaseOpened {
        number: command.number,
        report: report.id,
        language: report.language,
        accepted_on: now.today,
        edition: command.edition,
        content: command.content,
        attachments: report.attachments.clone(),
        high_impact: report.high_impact,
    };
    let accepted = ReportEvent::SiteReportAccepted { on: now.today, site: command.site, reason: command.reason };
    Ok((vec![accepted], vec![opened]))
}

fn conditions(confirmed: &[Condition]) -> Result<(), Refusal> {
    match Condition::ALL.into_iter().find(|condition| !confirmed.contains(condition)) {
        None => Ok(()),
        Some(missing) => Err(Refusal::under(missing.site_clause(), Why::ConditionsOpen)),
    }
}

/// The desk finds that a report tells of what is handled already and not fixed: it joins that case. Its finder is told
/// that it is accepted and keeps its own thread; neither finder learns of the other.
#[derive(Clone, Debug)]
pub struct JoinSite {
    /// The conditions that the desk ticked; what the operator has not fixed is not known (Ⅴ.3.2.オ).
    pub confirmed: Vec<Condition>,
    /// The reason, as sent to the finder.
    pub reason: BodyId,
}

/// Joins a report to a website case: events of the report and of the case.
///
/// # Errors
/// The refusal with its clause.
pub fn join(
    report: &ReportState,
    file: &SiteFile,
    party: Party,
    command: JoinSite,
    rules: Rules<'_>,
    now: Moment,
) -> Result<(Vec<ReportEvent>, Vec<SiteEvent>), Refusal> {
    may_accept(report, party)?;
    permission::may(file, party, SiteAction::JoinReport, rules, now)?;
    conditions(&command.confirmed)?;
    let joined =
        SiteEvent::SiteReportJoined { report: report.id, on: now.today, attachments: report.attachments.clone() };
    let site = file.site.id;
    let accepted = ReportEvent::SiteReportAccepted { on: now.today, site, reason: command.reason };
    Ok((vec![accepted], vec![joined]))
}

/// What is owed on a report of a website until it is decided (Ⅴ.3.2).
#[must_use]
pub fn arrival_duty(report: &ReportState) -> Option<Duty> {
    let open = report.kind == Some(ReportKind::Website) && report.stage == ReportStage::Received;
    let decide = Duty::new(Party::ReceivingBody, DutyKind::DecideSiteAcceptance);
    open.then(|| decide.waiting(report.waits_for_finder()))
}

/// A site and a kind of flaw, by which a report that tells of the same is suggested.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alike {
    /// The site.
    pub site: String,
    /// The kind, as far as it is known.
    pub kind: Option<SiteKind>,
}

impl Alike {
    /// Of an address and words that name a kind.
    #[must_use]
    pub fn of(url: &str, kind: &str) -> Self {
        Alike { site: site_of(url), kind: SiteKind::of_words(kind) }
    }

    /// Of a case.
    #[must_use]
    pub fn of_case(file: &SiteFile) -> Self {
        let kind = file.site.classification.as_ref().map(|decided| decided.kind);
        let kind = kind.or_else(|| SiteKind::of_words(&file.site.content.kind));
        Alike { site: file.site.site(), kind }
    }

    /// Whether the other may tell of the same: the same site, and not another kind. A person decides.
    #[must_use]
    pub fn may_be_same(&self, other: &Alike) -> bool {
        let kinds = self.kind.zip(other.kind).is_none_or(|(one, another)| one == another);
        !self.site.is_empty() && self.site == other.site && kinds
    }
}

impl SiteKind {
    /// The kind that words of a report name, in either language, if they name one of the list.
    #[must_use]
    pub fn of_words(words: &str) -> Option<SiteKind> {
        let words = words.to_lowercase().replace(['・', '･', '-', ' ', '　'], "");
        NAMES.iter().find(|(name, _)| words.contains(name)).map(|(_, kind)| *kind)
    }
}

/// Names by which finders call the kinds, in small letters without dots, dashes and spaces.
const NAMES: [(&str, SiteKind); 29] = [
    ("クロスサイトスクリプティング", SiteKind::CrossSiteScripting),
    ("crosssitescripting", SiteKind::CrossSiteScripting),
    ("xss", SiteKind::CrossSiteScripting),
    ("sqlインジェクション", SiteKind::SqlInjection),
    ("sqlinjection", SiteKind::SqlInjection),
    ("dns", SiteKind::DnsSettings),
    ("ディレクトリトラバーサル", SiteKind::DirectoryTraversal),
    ("パストラバーサル", SiteKind::DirectoryTraversal),
    ("directorytraversal", SiteKind::DirectoryTraversal),
    ("pathtraversal", SiteKind::DirectoryTraversal),
    ("ファイルの誤った公開", SiteKind::FileExposed),
    ("誤公開", SiteKind::FileExposed),
    ("exposedfile", SiteKind::FileExposed),
    ("httpレスポンス分割", SiteKind::ResponseSplitting),
    ("httpヘッダインジェクション", SiteKind::ResponseSplitting),
    ("responsesplitting", SiteKind::ResponseSplitting),
    ("headerinjection", SiteKind::ResponseSplitting),
    ("セッション", SiteKind::SessionManagement),
    ("session", SiteKind::SessionManagement),
    ("認証", SiteKind::Authentication),
    ("authentication", SiteKind::Authentication),
    ("osコマンドインジェクション", SiteKind::OsCommandInjection),
    ("commandinjection", SiteKind::OsCommandInjection),
    ("第三者中継", SiteKind::MailRelay),
    ("mailrelay", SiteKind::MailRelay),
    ("openrelay", SiteKind::MailRelay),
    ("https", SiteKind::HttpsMisuse),
    ("ssl", SiteKind::HttpsMisuse),
    ("tls", SiteKind::HttpsMisuse),
];

/// The events of a decision that touches the case alone.
pub(super) fn of_site(events: impl IntoIterator<Item = SiteEvent>) -> Vec<SiteFileEvent> {
    events.into_iter().map(SiteFileEvent::Site).collect()
}

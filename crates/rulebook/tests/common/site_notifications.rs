//! Everybody whom the guideline has told about something in the website track (Ⅴ, 付録2.図4), in our own words, and by what
//! the program does it: 44 rows, read from the text by hand.

use rulebook::action::Action;
use rulebook::case::{DutyKind, NoticeKind};
use rulebook::site::SiteAction;

use super::notifications::By::{InSite, Offered, Owed, People, Told, Written};
use super::notifications::{Row, row};

const INTAKE: &str = "casework::reports::Office::receive";

#[rustfmt::skip]
pub const SITE_ROWS: &[Row] = &[
    row("Ⅴ.2.2", "report", "finder", "receiving body", &[Written(INTAKE), Told(NoticeKind::ReportCame)]),
    row("Ⅴ.2.2.第2段", "direct report", "finder", "site operator", &[People("A finder that goes straight to an operator does so without the program.")]),
    row("Ⅴ.2.2.第2段", "talks stall", "finder", "receiving body", &[Written(INTAKE)]),
    row("Ⅴ.2.3", "consultation before disclosure", "finder", "receiving body", &[Offered(Action::ConsultDisclosure), Told(NoticeKind::DisclosureAsked)]),
    row("Ⅴ.2.4.ク", "reports elsewhere", "finder", "receiving body", &[Written("report::problems::problems")]),
    row("Ⅴ.2.5", "wish to talk directly", "finder", "receiving body", &[InSite(SiteAction::WishTalk), Told(NoticeKind::TalkWished)]),
    row("Ⅴ.2.6", "progress enquiry", "finder", "receiving body", &[Offered(Action::WriteOnReport), Told(NoticeKind::Message)]),
    row("Ⅴ.2.6", "answer to progress enquiry", "receiving body", "finder", &[Owed(DutyKind::AnswerFinder), Owed(DutyKind::ConsultOperator)]),
    row("付録2.図4", "clarification before acceptance", "receiving body", "finder", &[Offered(Action::WriteOnReport)]),
    row("Ⅴ.3.2", "report accepted", "receiving body", "finder", &[Told(NoticeKind::Accepted)]),
    row("Ⅴ.3.2.第2段", "report not accepted", "receiving body", "finder", &[Offered(Action::RejectReport), Told(NoticeKind::Rejected)]),
    row("付録2.図4", "handling began", "receiving body", "finder", &[Told(NoticeKind::SiteBegun)]),
    row("付録2.図4", "small influence ends with the notice", "receiving body", "site operator", &[InSite(SiteAction::Close), Told(NoticeKind::SiteClosed)]),
    row("Ⅴ.3.4", "handling stopped, to operator", "receiving body", "site operator", &[InSite(SiteAction::Close), Told(NoticeKind::SiteClosed)]),
    row("Ⅴ.3.4", "handling stopped, to finder", "receiving body", "finder", &[InSite(SiteAction::Close), Told(NoticeKind::SiteClosed)]),
    row("Ⅴ.3.4.エ", "known and fixed", "site operator", "receiving body", &[InSite(SiteAction::Answer), Told(NoticeKind::OperatorAnswered)]),
    row("Ⅴ.3.4.キ", "will not act", "site operator", "receiving body", &[InSite(SiteAction::Answer), Told(NoticeKind::OperatorAnswered)]),
    row("Ⅴ.3.4.オ", "public alert", "receiving body", "public", &[InSite(SiteAction::LinkAlert), People("The alert itself is written and published by people; the case links it.")]),
    row("Ⅴ.3.4.第2段", "new notice of countermeasure", "developer", "site operator", &[People("Makers tell the operators that use their product.")]),
    row("Ⅴ.3.5", "notice to operator", "receiving body", "site operator", &[Owed(DutyKind::ContactOperator), Told(NoticeKind::SiteNotice), Owed(DutyKind::SendSiteDetails), Told(NoticeKind::SiteDetailsThere)]),
    row("Ⅴ.3.5", "consent to technical analysis", "receiving body", "site operator", &[InSite(SiteAction::AskConsent), Told(NoticeKind::ConsentAsked), Owed(DutyKind::GiveSiteConsent)]),
    row("Ⅴ.3.5.第2段", "enquiries without answer", "receiving body", "site operator", &[Owed(DutyKind::ContactOperator), InSite(SiteAction::ContactOperator)]),
    row("Ⅴ.3.6", "question to finder", "receiving body", "finder", &[Offered(Action::WriteOnReport), Told(NoticeKind::Message)]),
    row("Ⅴ.3.6", "consultation on answer to finder", "receiving body", "site operator", &[Owed(DutyKind::ConsultOperator), Told(NoticeKind::OperatorConsulted)]),
    row("Ⅴ.3.6", "answer to finder", "receiving body", "finder", &[Owed(DutyKind::AnswerFinder), Told(NoticeKind::Message)]),
    row("Ⅴ.3.7.ア", "technical analysis asked", "receiving body", "other", &[InSite(SiteAction::Disclose), Owed(DutyKind::RecordSiteResult)]),
    row("Ⅴ.3.7.イ", "government site", "receiving body", "other", &[InSite(SiteAction::Disclose), Owed(DutyKind::RecordSiteResult)]),
    row("Ⅴ.3.7.ウ", "local government site", "receiving body", "other", &[InSite(SiteAction::Disclose), Owed(DutyKind::RecordSiteResult)]),
    row("Ⅴ.3.7.エ", "personal data feared leaked", "receiving body", "other", &[InSite(SiteAction::Disclose), Owed(DutyKind::RecordSiteResult)]),
    row("Ⅴ.3.8", "product vulnerability found", "receiving body", "coordinator", &[Owed(DutyKind::HandToProduct), Written("site::product::hand_to_product")]),
    row("Ⅴ.3.8", "product vulnerability to developer", "coordinator", "developer", &[Written("case::decide::release")]),
    row("Ⅴ.3.8.但書", "consent to give site information", "receiving body", "site operator", &[InSite(SiteAction::AskConsent), Told(NoticeKind::ConsentAsked)]),
    row("Ⅴ.3.8.但書", "site information", "receiving body", "developer", &[Written("site::product::hand_to_product")]),
    row("Ⅴ.3.9", "finder identity passed to operator", "receiving body", "site operator", &[InSite(SiteAction::SendDetails), Written("site::file::SiteFile::shares_identity")]),
    row("Ⅴ.3.10", "fixed, to finder", "receiving body", "finder", &[Told(NoticeKind::SiteFixed)]),
    row("Ⅴ.3.11", "statistics", "receiving body", "public", &[Written("casework::publish::websites_page::Office::write_website_figures")]),
    row("Ⅴ.4.1", "verification result", "site operator", "receiving body", &[Owed(DutyKind::AnswerSite), Told(NoticeKind::OperatorAnswered)]),
    row("Ⅴ.4.1", "fixed", "site operator", "receiving body", &[Owed(DutyKind::FixSite), Told(NoticeKind::OperatorAnswered)]),
    row("Ⅴ.4.2", "enquiry to operator", "receiving body", "site operator", &[InSite(SiteAction::Write), Told(NoticeKind::Message)]),
    row("Ⅴ.4.2", "answer to enquiry", "site operator", "receiving body", &[Owed(DutyKind::AnswerSiteDesk), Told(NoticeKind::Message)]),
    row("Ⅴ.4.3", "wish to talk directly", "site operator", "receiving body", &[InSite(SiteAction::WishTalk), Told(NoticeKind::TalkWished)]),
    row("Ⅴ.4.4.但書", "contractor told", "site operator", "other", &[InSite(SiteAction::Forward)]),
    row("Ⅴ.4.5", "leak made public", "site operator", "public", &[Owed(DutyKind::PublishLeak), InSite(SiteAction::PublishLeak)]),
    row("Ⅴ.4.5.第2段", "answer to persons concerned", "site operator", "other", &[People("Operators answer the people concerned themselves.")]),
];

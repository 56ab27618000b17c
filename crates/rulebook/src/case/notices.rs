//! Who is told about what (`notifications`): every event tells the parties that the law names.
//!
//! A notice says that something happened and where to look; it never carries what is in the case.

use serde::Serialize;

use super::event::{CaseEvent, Thread};
use super::file::{CaseFile, FileEvent};
use super::{aftercare, arrival, ending, judgement, outreach, reach, schedule};
use crate::advisory::state::AdvisoryEvent;
use crate::clause::Clause;
use crate::coded::coded;
use crate::ids::DeveloperId;
use crate::party::Party;
use crate::report::state::{ReportEvent, Writer};

coded! {
    /// What a notice says.
    pub enum NoticeKind {
        /// 受信連絡: the report arrived.
        Receipt = "receipt",
        /// A report came in (to the desk).
        ReportCame = "report-came",
        /// Accepted (受理).
        Accepted = "accepted",
        /// Not accepted (不受理).
        Rejected = "rejected",
        /// There is a message.
        Message = "message",
        /// The finder changed what may be done with its name.
        ConsentsChanged = "consents-changed",
        /// A case was handed over.
        HandedOver = "handed-over",
        /// Day zero (起算日).
        DayZero = "day-zero",
        /// The details were sent (詳細情報連絡日).
        DetailsSent = "details-sent",
        /// Details are there to be read (to the developer).
        DetailsThere = "details-there",
        /// A contact was confirmed.
        ContactConfirmed = "contact-confirmed",
        /// A developer stated something.
        DeveloperStated = "developer-stated",
        /// The publication day.
        DaySet = "day-set",
        /// The publication day was changed.
        DayChanged = "day-changed",
        /// There is a text to look at.
        Preview = "preview",
        /// There is a text to sign.
        ToSign = "to-sign",
        /// Published.
        Published = "published",
        /// The publication was updated.
        Updated = "updated",
        /// Somebody saw an attack or a leak.
        SignalSeen = "signal-seen",
        /// The finder took its report back.
        Withdrawn = "withdrawn",
        /// The report is handled as another form.
        Reclassified = "reclassified",
        /// A further case was opened for the report.
        Split = "split",
        /// The finder asks about a reason to disclose, or for release.
        DisclosureAsked = "disclosure-asked",
        /// An answer about disclosing, or the reason of a delay.
        DisclosureAnswered = "disclosure-answered",
        /// The non-disclosure request was withdrawn.
        Released = "released",
        /// The finder is to be asked for an address (to the receiving body).
        FinderToAsk = "finder-to-ask",
        /// What the finder knows of an address (to the coordinator).
        FinderAnswered = "finder-answered",
        /// The list of unreachable developers changed.
        ListChanged = "list-changed",
        /// A listed developer was reached.
        ContactResumed = "contact-resumed",
        /// It was judged what becomes of the case of an unreachable developer.
        CourseJudged = "course-judged",
        /// Something is due soon.
        DueSoon = "due-soon",
        /// Something is due today.
        DueToday = "due-today",
        /// Something is late.
        Overdue = "overdue",
        /// Something has been late for long.
        Escalated = "escalated",
        /// Coordination is impossible (to the receiving body).
        CannotCoordinate = "cannot-coordinate",
        /// The receiving body judged the coordinator's notice.
        ImpossibleJudged = "impossible-judged",
        /// Material for a judgement is asked for.
        MaterialAsked = "material-asked",
        /// Material for a judgement is there.
        MaterialGiven = "material-given",
        /// The committee is called (to its members).
        CommitteeCalled = "committee-called",
        /// A member has an interest in the case.
        ConflictDeclared = "conflict-declared",
        /// The papers for a judgement are there (to members).
        PapersReady = "papers-ready",
        /// There will be a judgement (to the developer).
        JudgementAnnounced = "judgement-announced",
        /// An opinion came.
        OpinionCame = "opinion-came",
        /// The case goes back to the coordinator before a judgement.
        CaseReturned = "case-returned",
        /// What was judged.
        JudgementPassed = "judgement-passed",
        /// Coordination is to be taken up again.
        CoordinateAgain = "coordinate-again",
        /// A view to be shown is asked for.
        ViewAsked = "view-asked",
        /// A developer's view is there.
        ViewGiven = "view-given",
        /// The publication day of a judged case.
        JudgedDay = "judged-day",
        /// Coordination was taken up again (to the developer).
        CoordinationResumed = "coordination-resumed",
        /// The publication was dropped (公表取りやめ).
        PublicationDropped = "publication-dropped",
        /// The handling was stopped (処理取りやめ).
        HandlingStopped = "handling-stopped",
        /// It was taken up again.
        HandlingResumed = "handling-resumed",
        /// The other body told somebody outside.
        DisclosedOutside = "disclosed-outside",
        /// The influence on other software and systems was analysed.
        InfluenceAnalysed = "influence-analysed",
        /// A developer asks about the site of the report.
        SiteInformationAsked = "site-information-asked",
        /// An answer about the site.
        SiteInformationAnswered = "site-information-answered",
        /// A developer wants to tell its users early.
        UserNoticeAsked = "user-notice-asked",
        /// Whether it may.
        UserNoticeAnswered = "user-notice-answered",
        /// Somebody wishes to talk directly.
        TalkWished = "talk-wished",
        /// Whether it comes about.
        TalkAnswered = "talk-answered",
        /// There is something to tell about a site (to its operator), without details.
        SiteNotice = "site-notice",
        /// The operator confirmed itself.
        OperatorConfirmed = "operator-confirmed",
        /// The details are there to be read (to the operator).
        SiteDetailsThere = "site-details-there",
        /// The operator said what it found or did.
        OperatorAnswered = "operator-answered",
        /// A site was fixed (to the finder).
        SiteFixed = "site-fixed",
        /// The flaw is still there (to the operator).
        SiteStillOpen = "site-still-open",
        /// The operator is asked what a finder may be told.
        OperatorConsulted = "operator-consulted",
        /// The operator is asked for a consent.
        ConsentAsked = "consent-asked",
        /// The operator is being told: handling began (to the finder).
        SiteBegun = "site-begun",
        /// The handling of a site ended.
        SiteClosed = "site-closed",
        /// It was taken up again.
        SiteReopened = "site-reopened",
        /// Somebody outside enquired about a publication (to the other body).
        EnquiryCame = "enquiry-came",
        /// An enquiry was answered (to the other body).
        EnquiryAnswered = "enquiry-answered",
        /// A publication is to be withdrawn (to the other body).
        WithdrawalProposed = "withdrawal-proposed",
        /// It is not.
        WithdrawalDeclined = "withdrawal-declined",
        /// The publication was withdrawn.
        PublicationWithdrawn = "publication-withdrawn",
        /// A coordinator overseas said a new day.
        OverseasDay = "overseas-day",
        /// The day that is set holds all the same.
        DayKept = "day-kept",
        /// Two cases are one from now on.
        CasesMerged = "cases-merged",
    }
}

/// A notice to a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// To whom.
    pub to: Party,
    /// About what.
    pub kind: NoticeKind,
    /// The clause that asks for it.
    pub clause: Option<Clause>,
}

pub(crate) fn notice(to: Party, kind: NoticeKind, clause: &'static str) -> Notice {
    Notice { to, kind, clause: Some(Clause::new(clause)) }
}

/// Who is told about an event of a report.
#[must_use]
pub fn of_report(report: crate::ids::ReportId, event: &ReportEvent) -> Vec<Notice> {
    let finder = Party::Finder(report);
    match event {
        ReportEvent::ReportReceived { .. } => vec![
            notice(finder, NoticeKind::Receipt, "Ⅳ.3.(1).1"),
            notice(Party::ReceivingBody, NoticeKind::ReportCame, "Ⅳ.3.(1).1"),
        ],
        ReportEvent::ReportAccepted { .. } => vec![notice(finder, NoticeKind::Accepted, "Ⅳ.3.(1).2.第2段")],
        ReportEvent::ReportRejected { .. } => vec![notice(finder, NoticeKind::Rejected, "Ⅳ.3.(1).2.第2段")],
        ReportEvent::MessagePosted(message) => match message.from {
            Writer::Finder => vec![notice(Party::ReceivingBody, NoticeKind::Message, "Ⅳ.2.7")],
            Writer::Desk => vec![notice(finder, NoticeKind::Message, "Ⅳ.3.(1).8")],
        },
        ReportEvent::ConsentsChanged { .. } => {
            vec![notice(Party::ReceivingBody, NoticeKind::ConsentsChanged, "Ⅳ.2.5.ク")]
        }
        ReportEvent::ReportWithdrawn { .. } => vec![notice(Party::ReceivingBody, NoticeKind::Withdrawn, "Ⅳ.2.7")],
        ReportEvent::ReportReclassified { .. } => {
            vec![notice(finder, NoticeKind::Reclassified, "Ⅳ.3.(1).2.第2段")]
        }
        ReportEvent::ReportSplit { .. } => vec![notice(finder, NoticeKind::Split, "Ⅳ.3.(1).2.第2段")],
        ReportEvent::DisclosureConsulted { .. } => {
            vec![notice(Party::ReceivingBody, NoticeKind::DisclosureAsked, "Ⅳ.2.4")]
        }
        ReportEvent::ReleaseAsked { .. } => {
            vec![notice(Party::ReceivingBody, NoticeKind::DisclosureAsked, "Ⅳ.2.4.第2段")]
        }
        ReportEvent::DisclosureAnswered { .. } => vec![notice(finder, NoticeKind::DisclosureAnswered, "Ⅳ.2.4")],
        ReportEvent::DelayExplained { .. } => vec![notice(finder, NoticeKind::DisclosureAnswered, "Ⅳ.3.(1).11")],
        ReportEvent::NonDisclosureReleased { .. } => vec![notice(finder, NoticeKind::Released, "Ⅳ.3.(1).11")],
        ReportEvent::SiteReportAccepted { .. } => vec![notice(finder, NoticeKind::Accepted, "Ⅴ.3.2.第2段")],
        // Said with the end of the case, and with its being taken up again.
        ReportEvent::NonDisclosureLapsed { .. } | ReportEvent::NonDisclosureAskedAgain { .. } => vec![],
        ReportEvent::ReportMoved { .. } => vec![notice(finder, NoticeKind::CasesMerged, "Ⅳ.3.(1).2")],
        _ => vec![],
    }
}

/// Who is told about events of a case; `before` is the case as it was before them.
#[must_use]
pub fn of_case(before: &CaseFile, events: &[FileEvent]) -> Vec<Notice> {
    let mut notices: Vec<Notice> = Vec::new();
    for event in events {
        let told = match event {
            FileEvent::Case(event) => of_case_event(before, event),
            FileEvent::Advisory(_, event) => of_advisory_event(before, event),
            FileEvent::Report(report, event) => of_report(*report, event),
        };
        for one in told {
            if !notices.contains(&one) {
                notices.push(one);
            }
        }
    }
    notices
}

pub(super) fn finders(file: &CaseFile) -> impl Iterator<Item = Party> {
    file.case.reports.iter().map(|report| Party::Finder(*report))
}

/// Developers that were contacted at all (Ⅳ.4.4: a change goes to all contacted developers).
pub(super) fn contacted(file: &CaseFile) -> impl Iterator<Item = DeveloperId> {
    file.case.developers.iter().filter(|side| !side.attempts.is_empty()).map(|side| side.id)
}

/// Developers that have the details: only they may hear that there is a text.
pub(super) fn informed(file: &CaseFile) -> impl Iterator<Item = Party> {
    file.case.developers.iter().filter(|side| side.details.is_some()).map(|side| Party::Developer(side.id))
}

fn of_case_event(before: &CaseFile, event: &CaseEvent) -> Vec<Notice> {
    match event {
        CaseEvent::HandedOver { .. } => vec![notice(Party::Coordinator, NoticeKind::HandedOver, "Ⅳ.3.(1).4")],
        CaseEvent::ContactAttempted { on, .. } if before.case.day_zero().is_none_or(|zero| *on < zero) => {
            let mut told = vec![notice(Party::ReceivingBody, NoticeKind::DayZero, "Ⅳ.4.2")];
            told.extend(finders(before).map(|finder| notice(finder, NoticeKind::DayZero, "Ⅳ.4.2")));
            told
        }
        CaseEvent::ContactConfirmed { by_developer: true, .. } => {
            vec![notice(Party::Coordinator, NoticeKind::ContactConfirmed, "Ⅳ.5.1")]
        }
        CaseEvent::DetailsReleased { developer, .. } => details_sent(before, *developer),
        CaseEvent::VerificationStated { .. } => {
            vec![notice(Party::Coordinator, NoticeKind::DeveloperStated, "Ⅳ.5.2")]
        }
        CaseEvent::CountermeasureStated { .. } | CaseEvent::StatusStated { .. } => vec![
            notice(Party::Coordinator, NoticeKind::DeveloperStated, "Ⅳ.5.7"),
            notice(Party::ReceivingBody, NoticeKind::DeveloperStated, "Ⅳ.4.7"),
        ],
        CaseEvent::DayProposed { .. } => vec![notice(Party::Coordinator, NoticeKind::DeveloperStated, "Ⅳ.5.3")],
        CaseEvent::DaySet { .. } => day_set(before),
        CaseEvent::MessagePosted { thread, from, .. } => vec![message(*thread, *from)],
        CaseEvent::Published { revision, .. } => published(before, *revision),
        CaseEvent::Schedule(event) => schedule::notices(before, event),
        CaseEvent::Arrival(event) => arrival::notices(before, event),
        CaseEvent::Reach(event) => reach::notices(before, event),
        CaseEvent::Judgement(event) => judgement::notices(before, event),
        CaseEvent::Ending(event) => ending::notices(before, event),
        CaseEvent::Outreach(event) => outreach::notices(before, event),
        CaseEvent::Aftercare(event) => aftercare::notices(before, event),
        _ => vec![],
    }
}

fn details_sent(before: &CaseFile, developer: DeveloperId) -> Vec<Notice> {
    let mut told = vec![
        notice(Party::Developer(developer), NoticeKind::DetailsThere, "Ⅳ.4.2"),
        notice(Party::ReceivingBody, NoticeKind::DetailsSent, "Ⅳ.4.2"),
    ];
    if before.case.details_sent_on().is_none() {
        told.extend(finders(before).map(|finder| notice(finder, NoticeKind::DetailsSent, "Ⅳ.4.2")));
    }
    told
}

/// The receiving body and all contacted developers hear of the day and of its changes (Ⅳ.4.3, Ⅳ.4.4); one that could
/// not be reached is told nothing of a judgement (Ⅳ.3.(2).6).
fn day_set(before: &CaseFile) -> Vec<Notice> {
    let (kind, clause) = match before.case.day() {
        None => (NoticeKind::DaySet, "Ⅳ.4.3"),
        Some(_) => (NoticeKind::DayChanged, "Ⅳ.4.4"),
    };
    let mut told = vec![notice(Party::ReceivingBody, kind, clause)];
    let judged = before.case.judgement.to_publish().filter(|round| round.is_unreachable());
    let silent = judged.and_then(|round| round.developer);
    let hears = contacted(before).filter(|developer| Some(*developer) != silent);
    told.extend(hears.map(|developer| notice(Party::Developer(developer), kind, clause)));
    told
}

fn message(thread: Thread, from: Party) -> Notice {
    match (thread, from) {
        (Thread::Bodies, Party::Coordinator) => notice(Party::ReceivingBody, NoticeKind::Message, "Ⅳ.3.(1).10"),
        (Thread::Bodies, _) => notice(Party::Coordinator, NoticeKind::Message, "Ⅳ.3.(1).10"),
        (Thread::Developer(_), Party::Developer(_)) => notice(Party::Coordinator, NoticeKind::Message, "Ⅳ.5.6"),
        (Thread::Direct { developer, .. }, Party::Finder(_)) => {
            notice(Party::Developer(developer), NoticeKind::Message, "Ⅳ.2.6")
        }
        (Thread::Direct { report, .. }, _) => notice(Party::Finder(report), NoticeKind::Message, "Ⅳ.5.4"),
        (Thread::Developer(developer), _) => notice(Party::Developer(developer), NoticeKind::Message, "Ⅳ.5.6"),
    }
}

/// The finder is told of the publication (Ⅳ.3.(1).13.第3段), and so is every developer that has the details.
fn published(before: &CaseFile, revision: u32) -> Vec<Notice> {
    let kind = if revision == 1 { NoticeKind::Published } else { NoticeKind::Updated };
    let mut told: Vec<Notice> = finders(before).map(|finder| notice(finder, kind, "Ⅳ.3.(1).13.第3段")).collect();
    told.push(notice(Party::ReceivingBody, kind, "Ⅳ.3.(1).13"));
    told.extend(informed(before).map(|developer| notice(developer, kind, "Ⅳ.4.9")));
    told
}

fn of_advisory_event(before: &CaseFile, event: &AdvisoryEvent) -> Vec<Notice> {
    match event {
        AdvisoryEvent::PreviewSent => {
            informed(before).map(|developer| notice(developer, NoticeKind::Preview, "Ⅳ.4.9")).collect()
        }
        AdvisoryEvent::PreviewCommented { .. } => {
            vec![notice(Party::Coordinator, NoticeKind::DeveloperStated, "Ⅳ.5.7")]
        }
        AdvisoryEvent::AdvisoryApproved { .. } => {
            vec![notice(Party::ReceivingBody, NoticeKind::ToSign, "Ⅳ.3.(1).13")]
        }
        _ => vec![],
    }
}

//! Who is told about what in a website case. A notice says that something happened and where to look; neither the site
//! nor its operator is in it.

use super::event::{SiteEvent, SiteThread};
use super::file::{SiteFile, SiteFileEvent};
use super::lists::FixCheck;
use super::talks;
use crate::case::event::ContactMeans;
use crate::case::notices::{notice, of_report};
use crate::case::{Notice, NoticeKind};
use crate::party::Party;

/// Who is told about events of a case; `before` is the case as it was before them.
#[must_use]
pub fn notices(before: &SiteFile, events: &[SiteFileEvent]) -> Vec<Notice> {
    let mut notices: Vec<Notice> = Vec::new();
    for event in events {
        let told = match event {
            SiteFileEvent::Site(event) => of_site(before, event),
            SiteFileEvent::Report(report, event) => of_report(*report, event),
        };
        for one in told {
            if !notices.contains(&one) {
                notices.push(one);
            }
        }
    }
    notices
}

const DESK: Party = Party::ReceivingBody;

fn of_site(before: &SiteFile, event: &SiteEvent) -> Vec<Notice> {
    let operator = Party::SiteOperator(before.site.id);
    match event {
        SiteEvent::OperatorContacted { means, link, .. } => {
            let mailed = *means == ContactMeans::Mail && *link;
            let told = mailed.then(|| notice(operator, NoticeKind::SiteNotice, "Ⅴ.3.5"));
            let first = before.site.attempts.is_empty();
            let begun = first.then(|| finders(before, NoticeKind::SiteBegun, "付録2.図4"));
            told.into_iter().chain(begun.into_iter().flatten()).collect()
        }
        SiteEvent::OperatorConfirmed { by_operator: true, .. } => {
            vec![notice(DESK, NoticeKind::OperatorConfirmed, "Ⅴ.3.5")]
        }
        SiteEvent::SiteDetailsSent { .. } => vec![notice(operator, NoticeKind::SiteDetailsThere, "Ⅴ.3.5")],
        SiteEvent::OperatorAnswered { answer, by_operator, .. } => {
            let desk = by_operator.then(|| notice(DESK, NoticeKind::OperatorAnswered, "Ⅴ.4.1"));
            let fixed = answer.is_fix().then(|| finders(before, NoticeKind::SiteFixed, "Ⅴ.3.10"));
            desk.into_iter().chain(fixed.into_iter().flatten()).collect()
        }
        SiteEvent::SiteMessagePosted { thread, from, .. } => vec![message(operator, *thread, *from)],
        SiteEvent::OperatorConsulted { .. } => vec![notice(operator, NoticeKind::OperatorConsulted, "Ⅴ.3.6")],
        SiteEvent::OperatorConsentAsked { what, .. } => {
            vec![notice(operator, NoticeKind::ConsentAsked, what.clause().id())]
        }
        SiteEvent::OperatorConsentAnswered { what, by_operator: true, .. } => {
            vec![notice(DESK, NoticeKind::OperatorAnswered, what.clause().id())]
        }
        SiteEvent::LeakMadePublic { by_operator: true, .. } => {
            vec![notice(DESK, NoticeKind::OperatorAnswered, "Ⅴ.4.5")]
        }
        SiteEvent::FixChecked { result: FixCheck::StillThere, .. } if before.site.details.is_some() => {
            vec![notice(operator, NoticeKind::SiteStillOpen, "Ⅴ.4.1")]
        }
        SiteEvent::SiteClosed { ending, .. } => both(before, NoticeKind::SiteClosed, ending.clause().id()),
        SiteEvent::SiteReopened { .. } => both(before, NoticeKind::SiteReopened, "Ⅴ.3.4"),
        SiteEvent::SiteTalkWished { wisher, .. } => {
            vec![notice(DESK, NoticeKind::TalkWished, talks::clause(*wisher).id())]
        }
        SiteEvent::SiteTalkPassed { wisher, report, .. } => {
            let other = if matches!(wisher, Party::Finder(_)) { operator } else { Party::Finder(*report) };
            vec![notice(other, NoticeKind::TalkWished, talks::clause(*wisher).id())]
        }
        SiteEvent::SiteTalkAnswered { wisher, .. } => {
            vec![notice(*wisher, NoticeKind::TalkAnswered, talks::clause(*wisher).id())]
        }
        _ => vec![],
    }
}

fn finders(before: &SiteFile, kind: NoticeKind, clause: &'static str) -> Vec<Notice> {
    before.site.reports.iter().map(|report| notice(Party::Finder(*report), kind, clause)).collect()
}

/// The finders, and the operator where it was contacted.
fn both(before: &SiteFile, kind: NoticeKind, clause: &'static str) -> Vec<Notice> {
    let operator = (!before.site.attempts.is_empty()).then_some(Party::SiteOperator(before.site.id));
    let operator = operator.map(|operator| notice(operator, kind, clause));
    finders(before, kind, clause).into_iter().chain(operator).collect()
}

fn message(operator: Party, thread: SiteThread, from: Party) -> Notice {
    match (thread, from) {
        (SiteThread::Operator, Party::ReceivingBody) => notice(operator, NoticeKind::Message, "Ⅴ.4.2"),
        (SiteThread::Operator, _) => notice(Party::ReceivingBody, NoticeKind::Message, "Ⅴ.4.2"),
        (SiteThread::Direct(_), Party::Finder(_)) => notice(operator, NoticeKind::Message, "Ⅴ.2.5"),
        (SiteThread::Direct(report), _) => notice(Party::Finder(report), NoticeKind::Message, "Ⅴ.4.3"),
    }
}

//! Who hears of it when others are told and when parties talk.

use jiff::civil::Date;

use super::event::OutreachEvent;
use super::rules::{INFLUENCE, SITE, USERS};
use super::talks::{asked, clause};
use crate::case::file::CaseFile;
use crate::case::notices::{Notice, NoticeKind, informed, notice};
use crate::ids::DeveloperId;
use crate::party::Party;

/// Whoever is asked hears of the question, and whoever asked of the answer.
pub(in crate::case) fn notices(before: &CaseFile, event: &OutreachEvent) -> Vec<Notice> {
    let one = |to, kind, clause: &'static str| vec![notice(to, kind, clause)];
    match event {
        OutreachEvent::DisclosedTo { by, recipient, ground, .. } => {
            let developer = recipient.developer.map(Party::Developer);
            let told = developer.map(|to| notice(to, NoticeKind::DetailsThere, ground.clause().id()));
            let other = others(before, *by).map(|to| notice(to, NoticeKind::DisclosedOutside, ground.clause().id()));
            told.into_iter().chain(other).collect()
        }
        OutreachEvent::InfluenceAnalysed { by: Party::Coordinator, .. } => {
            let told = informed(before).map(|to| notice(to, NoticeKind::InfluenceAnalysed, "Ⅳ.4.6"));
            told.chain(one(Party::ReceivingBody, NoticeKind::InfluenceAnalysed, "Ⅳ.4.6")).collect()
        }
        OutreachEvent::InfluenceAnalysed { by, .. } => {
            others(before, *by).map(|to| notice(to, NoticeKind::InfluenceAnalysed, INFLUENCE.id())).collect()
        }
        OutreachEvent::InfluencePassed { .. } => {
            informed(before).map(|to| notice(to, NoticeKind::InfluenceAnalysed, "Ⅳ.4.6")).collect()
        }
        OutreachEvent::SiteInformationAsked { .. } => {
            let told = [Party::Coordinator, Party::ReceivingBody];
            told.map(|to| notice(to, NoticeKind::SiteInformationAsked, SITE.id())).into()
        }
        OutreachEvent::SiteInformationAnswered { developer, .. } => {
            let told = [Party::Developer(*developer), Party::Coordinator];
            told.map(|to| notice(to, NoticeKind::SiteInformationAnswered, SITE.id())).into()
        }
        OutreachEvent::UserNoticeAsked { .. } => one(Party::Coordinator, NoticeKind::UserNoticeAsked, USERS.id()),
        OutreachEvent::UserNoticeAllowed { developer, .. } | OutreachEvent::UserNoticeDeclined { developer, .. } => {
            one(Party::Developer(*developer), NoticeKind::UserNoticeAnswered, "Ⅳ.4.9.第2段")
        }
        OutreachEvent::UsersNotified { .. } => {
            let told = [Party::Coordinator, Party::ReceivingBody];
            told.map(|to| notice(to, NoticeKind::DeveloperStated, USERS.id())).into()
        }
        OutreachEvent::ReceiptAcknowledged { .. } => one(Party::Coordinator, NoticeKind::DeveloperStated, "付録6.3"),
        talk => of_talk(before, talk),
    }
}

/// The other body, where the case is with it.
fn others(before: &CaseFile, by: Party) -> impl Iterator<Item = Party> {
    let coordinator = before.case.handed_over.iter().map(|_| Party::Coordinator);
    [Party::ReceivingBody].into_iter().chain(coordinator).filter(move |body| *body != by)
}

/// A wish goes to both bodies, and to the other side when it is passed on; its answer to everybody in it.
fn of_talk(before: &CaseFile, event: &OutreachEvent) -> Vec<Notice> {
    match *event {
        OutreachEvent::TalkWished { by, .. } => {
            others(before, by).map(|to| notice(to, NoticeKind::TalkWished, clause(by).id())).collect()
        }
        OutreachEvent::TalkPassed { wisher, developer, report, .. } => {
            let to = if wisher == Party::Finder(report) { Party::Developer(developer) } else { Party::Finder(report) };
            vec![notice(to, NoticeKind::TalkWished, clause(wisher).id())]
        }
        OutreachEvent::TalkAnswered { wisher, by, .. } => {
            let other = before.case.outreach.open_talk(wisher).and_then(asked);
            let told = [wisher].into_iter().chain(other).chain(others(before, by)).filter(|to| *to != by);
            told.map(|to| notice(to, NoticeKind::TalkAnswered, clause(wisher).id())).collect()
        }
        _ => vec![],
    }
}

/// The developer and the day that an event carries, for the timeline of staff.
pub(in crate::case) fn facts(event: &OutreachEvent) -> (Option<DeveloperId>, Option<Date>) {
    match event {
        OutreachEvent::NdaRecorded { on, .. }
        | OutreachEvent::AnalysisReceived { on, .. }
        | OutreachEvent::InfluenceAnalysed { on, .. }
        | OutreachEvent::InfluencePassed { on, .. }
        | OutreachEvent::WaveOpened { on, .. }
        | OutreachEvent::TalkAnswered { on, .. } => (None, Some(*on)),
        OutreachEvent::WavePlanned { day, .. } => (None, Some(*day)),
        OutreachEvent::InvolvementSet { developer, .. } => (Some(*developer), None),
        OutreachEvent::DisclosedTo { recipient, on, .. } => (recipient.developer, Some(*on)),
        OutreachEvent::TalkWished { by: Party::Developer(developer), on } => (Some(*developer), Some(*on)),
        OutreachEvent::TalkWished { on, .. } => (None, Some(*on)),
        OutreachEvent::SiteInformationAsked { developer, on, .. }
        | OutreachEvent::SiteInformationAnswered { developer, on, .. }
        | OutreachEvent::UserNoticeAsked { developer, on, .. }
        | OutreachEvent::UserNoticeAllowed { developer, on, .. }
        | OutreachEvent::UserNoticeDeclined { developer, on, .. }
        | OutreachEvent::UsersNotified { developer, on, .. }
        | OutreachEvent::TalkPassed { developer, on, .. }
        | OutreachEvent::ReceiptAcknowledged { developer, on } => (Some(*developer), Some(*on)),
    }
}

/// Whether an event is a step of a party's own: what it asked, said or was answered.
pub(in crate::case) fn is_own_step(event: &OutreachEvent, party: Party) -> bool {
    let own = |developer: &DeveloperId| party == Party::Developer(*developer);
    match event {
        OutreachEvent::TalkWished { by, .. } => *by == party,
        OutreachEvent::DisclosedTo { recipient, .. } => recipient.developer.as_ref().is_some_and(own),
        OutreachEvent::SiteInformationAsked { developer, .. }
        | OutreachEvent::SiteInformationAnswered { developer, .. }
        | OutreachEvent::UserNoticeAsked { developer, .. }
        | OutreachEvent::UserNoticeAllowed { developer, .. }
        | OutreachEvent::UserNoticeDeclined { developer, .. }
        | OutreachEvent::UsersNotified { developer, .. }
        | OutreachEvent::ReceiptAcknowledged { developer, .. } => own(developer),
        _ => false,
    }
}

//! Duties (手番): who has to do what by when, and under which clause. Every page that shows time is made from this.

use jiff::civil::Date;

use super::ending;
use super::event::{AttemptOutcome, CaseEvent, Thread, VerificationResult};
use super::file::CaseFile;
use super::permission::may_name_finder;
use super::state::{CaseState, DeveloperSide};
use super::{aftercare, judgement, outreach, overseas, reach, schedule};
use crate::edition::{Influence, Rules};
use crate::ids::DeveloperId;
use crate::party::Party;
use crate::report::form::ReportKind;
use crate::report::state::{NonDisclosure, ReportStage, ReportState};
use crate::site::accept::arrival_duty;

pub use super::duty::{Duty, DutyKind, days_between};

/// How heavy a case is in a desk's order: priority handling and marked reports first (Ⅳ.3.(1).4, 付録4).
#[must_use]
pub fn weight(case: &CaseState) -> i64 {
    match case.rating().map(|rating| rating.influence) {
        Some(Influence::Priority) => 300,
        Some(Influence::Normal) => 200,
        Some(Influence::Simple) => 100,
        None if case.high_impact => 300,
        None => 200,
    }
}

/// How heavy a report is before it is a case.
#[must_use]
pub fn report_weight(report: &ReportState) -> i64 {
    if report.high_impact { 300 } else { 200 }
}

/// What is owed on a report until it is decided, and in its exchange of messages for ever.
#[must_use]
pub fn report_duties(report: &ReportState) -> Vec<Duty> {
    let mut duties = Vec::new();
    let website = report.kind == Some(ReportKind::Website);
    match report.stage {
        ReportStage::NeedsReading => duties.push(Duty::new(Party::ReceivingBody, DutyKind::ReadReport)),
        ReportStage::Received if website => duties.extend(arrival_duty(report)),
        ReportStage::Received => {
            let decide = Duty::new(Party::ReceivingBody, DutyKind::DecideAcceptance);
            duties.push(decide.waiting(report.waits_for_finder()));
        }
        ReportStage::Accepted { .. }
        | ReportStage::SiteAccepted { .. }
        | ReportStage::Rejected { .. }
        | ReportStage::Withdrawn { .. } => {}
    }
    if report.asks_about_disclosure() {
        duties.push(Duty::new(Party::ReceivingBody, DutyKind::AnswerDisclosure));
    }
    if matches!(report.non_disclosure, NonDisclosure::ReleaseAsked { .. }) {
        duties.push(Duty::new(Party::ReceivingBody, DutyKind::ReleaseNonDisclosure));
    }
    if report.waits_for_desk() {
        duties.push(Duty::new(Party::ReceivingBody, DutyKind::AnswerFinder));
    }
    if report.waits_for_finder() {
        duties.push(Duty::new(Party::Finder(report.id), DutyKind::AnswerDesk));
    }
    duties
}

/// What is owed in a case.
#[must_use]
pub fn duties(file: &CaseFile, rules: Rules<'_>) -> Vec<Duty> {
    let case = &file.case;
    // Whatever is open goes on in the other case.
    if case.arrivals.moved.is_some() {
        return Vec::new();
    }
    if case.ending.is_over() {
        return duties_after_the_end(file, rules);
    }
    let mut duties = Vec::new();
    if case.ratings.is_empty() && case.publications.is_empty() {
        duties.push(Duty::new(Party::ReceivingBody, DutyKind::RateInfluence));
    }
    if case.handed_over.is_none() {
        duties.push(Duty::new(Party::ReceivingBody, DutyKind::HandOver));
        return duties;
    }
    duties.extend(body_messages(case));
    if case.developers.is_empty() {
        duties.push(Duty::new(Party::Coordinator, DutyKind::FindDeveloper));
    }
    let horizon = case.day().or(case.target_day(rules.edition));
    for side in &case.developers {
        duties.extend(developer_duties(file, side, horizon, rules));
    }
    duties.extend(publication_duties(file, horizon));
    duties.extend(schedule::duties(file, rules));
    duties.extend(reach::duties(file, rules));
    duties.extend(outreach::duties(file, rules));
    duties.extend(overseas::duties(file));
    duties.extend(aftercare::duties(file, rules));
    duties.retain(|duty| !judgement::rests(case, duty));
    duties.extend(judgement::duties(file, rules));
    duties
}

/// Once nothing leads to a publication any more: the talks go on, what is seen outside is judged, and a dropped
/// publication waits for the receiving body.
fn duties_after_the_end(file: &CaseFile, rules: Rules<'_>) -> Vec<Duty> {
    let case = &file.case;
    let mut duties = ending::duties(file, rules);
    if case.handed_over.is_some() {
        duties.extend(body_messages(case));
        duties.extend(case.developers.iter().filter_map(|side| developer_messages(case, side.id)));
        duties.extend(schedule::duties(file, rules));
        duties.extend(reach::delisting(case));
    }
    duties
}

/// Who waits for an answer in a thread. A body's message asks for one until the other side writes, and one that
/// answers asks for none itself; a developer's message always wants to be answered.
pub(super) fn waits_in(case: &CaseState, thread: Thread) -> Option<Party> {
    let writers = case.messages.iter().filter(|message| message.item.thread == thread).map(|message| message.item.from);
    writers.fold(None, |open, from| match open {
        Some(asker) if asker != from && from.is_staff() => None,
        _ => Some(from),
    })
}

fn body_messages(case: &CaseState) -> Option<Duty> {
    let asker = waits_in(case, Thread::Bodies)?;
    let other = if asker == Party::Coordinator { Party::ReceivingBody } else { Party::Coordinator };
    Some(Duty::new(other, DutyKind::AnswerBody))
}

fn developer_messages(case: &CaseState, id: DeveloperId) -> Option<Duty> {
    let asker = waits_in(case, Thread::Developer(id))?;
    let (who, what) = match asker {
        Party::Developer(_) => (Party::Coordinator, DutyKind::AnswerDeveloper),
        _ => (Party::Developer(id), DutyKind::AnswerCoordinator),
    };
    Some(Duty::new(who, what).about(id))
}

/// Between coordinator and one developer (Ⅳ.4.2, Ⅳ.5). A developer's silence blocks nobody else.
fn developer_duties(file: &CaseFile, side: &DeveloperSide, horizon: Option<Date>, rules: Rules<'_>) -> Vec<Duty> {
    let case = &file.case;
    let coordinator = |what| Duty::new(Party::Coordinator, what).about(side.id);
    let developer = |what| Duty::new(Party::Developer(side.id), what).about(side.id);
    let published = !case.publications.is_empty();
    let needs_more = !published && needs_more(case, side);
    let mut duties = Vec::new();
    if needs_more || (!published && asks_for_a_day(case, side)) {
        duties.push(coordinator(DutyKind::AnswerDeveloper));
    } else {
        duties.extend(developer_messages(case, side.id));
    }
    if published {
        return duties;
    }
    if side.contact.is_none() {
        duties.extend(contact_duties(side, rules));
        return duties;
    }
    if side.details.is_none() {
        let closed = !outreach::wave_is_open(case, side.id);
        duties.push(coordinator(DutyKind::ReleaseDetails).waiting(closed));
        return duties;
    }
    if !has_verified(side) {
        duties.push(developer(DutyKind::AnswerVerification).by(horizon).waiting(needs_more));
        return duties;
    }
    if side.countermeasure.is_none() && owes_countermeasure(side) {
        duties.push(developer(DutyKind::StateCountermeasure).by(horizon));
    }
    if side.status.is_none() {
        duties.push(developer(DutyKind::StateStatus).by(horizon));
    }
    if let Some(preview) = file.advisory.as_ref().and_then(|draft| draft.preview.as_ref()) {
        let answered = file.advisory.as_ref().and_then(|draft| draft.last_comment(side.id));
        if answered.is_none_or(|comment| comment.at < preview.at) {
            duties.push(developer(DutyKind::CommentPreview).by(horizon));
        }
    }
    duties
}

/// Until a developer is reached the coordinator stays on it: it tries again where nothing came back, until what the
/// edition asks is done (Ⅳ.4.2), and writes down what it was told where somebody answered.
fn contact_duties(side: &DeveloperSide, rules: Rules<'_>) -> Vec<Duty> {
    let coordinator = |what| Duty::new(Party::Coordinator, what).about(side.id);
    let developer = |what| Duty::new(Party::Developer(side.id), what).about(side.id);
    let again = reach::next_contact(side, rules).map(|next| coordinator(DutyKind::ContactDeveloper).by(next.due));
    match side.attempts.last().map(|attempt| attempt.outcome) {
        Some(AttemptOutcome::Waiting) => [developer(DutyKind::ConfirmContact)].into_iter().chain(again).collect(),
        Some(AttemptOutcome::Answered) => vec![coordinator(DutyKind::ConfirmContact)],
        None | Some(AttemptOutcome::Undeliverable | AttemptOutcome::Refused) => again.into_iter().collect(),
    }
}

/// Whether the newest of two kinds of events is the one that asks.
fn stands_open(case: &CaseState, asks: impl Fn(&CaseEvent) -> bool, answers: impl Fn(&CaseEvent) -> bool) -> bool {
    let newest = case.history.iter().rev().find(|event| asks(&event.item) || answers(&event.item));
    newest.is_some_and(|event| asks(&event.item))
}

fn writes_to(event: &CaseEvent, id: DeveloperId) -> bool {
    matches!(event, CaseEvent::MessagePosted { thread, from: Party::Coordinator, .. } if *thread == Thread::Developer(id))
}

/// The developer cannot verify with what it has, and the coordinator has not written since (Ⅳ.5.5).
fn needs_more(case: &CaseState, side: &DeveloperSide) -> bool {
    let asks =
        |event: &CaseEvent| matches!(event, CaseEvent::VerificationStated { developer, .. } if *developer == side.id);
    !has_verified(side) && stands_open(case, asks, |event| writes_to(event, side.id))
}

/// The developer spoke about the day that is set, and the coordinator has neither written nor changed it since (Ⅳ.5.3).
fn asks_for_a_day(case: &CaseState, side: &DeveloperSide) -> bool {
    let asks = |event: &CaseEvent| matches!(event, CaseEvent::DayProposed { developer, .. } if *developer == side.id);
    let answers = |event: &CaseEvent| matches!(event, CaseEvent::DaySet { .. }) || writes_to(event, side.id);
    case.day().is_some() && stands_open(case, asks, answers)
}

fn has_verified(side: &DeveloperSide) -> bool {
    side.verification.as_ref().is_some_and(|stated| stated.item.result.is_final())
}

fn owes_countermeasure(side: &DeveloperSide) -> bool {
    use VerificationResult as R;
    let result = side.verification.as_ref().map(|stated| stated.item.result);
    matches!(result, Some(R::Affected | R::SmallInfluence | R::TellsAllUsers))
}

/// The way to publication and of updates (Ⅳ.4.3, Ⅳ.4.9, Ⅳ.3.(1).13). The day is the coordinator's from the details on,
/// and waits for a first verification result; the developer of its own product said all in its report (Ⅳ.6).
fn publication_duties(file: &CaseFile, horizon: Option<Date>) -> Vec<Duty> {
    let case = &file.case;
    let mut duties = Vec::new();
    let published = !case.publications.is_empty();
    let horizon = if published { None } else { horizon };
    let step = |who, what| Duty::new(who, what).by(horizon);
    let informed = case.developers.iter().any(|side| side.details.is_some());
    let judged = case.judgement.to_publish().is_some();
    let verified = judged || case.is_own_product() || case.developers.iter().any(has_verified);
    if (informed || verified) && case.day().is_none() && !published {
        duties.push(step(Party::Coordinator, DutyKind::SetDay).waiting(!verified));
    }
    if case.aftercare.withdrawn.is_some() {
        return duties;
    }
    let Some(draft) = &file.advisory else {
        if verified || case.day().is_some() {
            duties.push(step(Party::Coordinator, DutyKind::DraftAdvisory));
        }
        return duties;
    };
    let names_unasked = draft.has_unpublished_text() && may_name_finder(file, draft).is_err();
    if has_newer_statement(file) || names_unasked || aftercare::wants_amending(file) {
        duties.push(step(Party::Coordinator, DutyKind::UpdateAdvisory));
    }
    if !draft.has_unpublished_text() {
        return duties;
    }
    if informed && !judged && draft.preview.is_none() {
        duties.push(step(Party::Coordinator, DutyKind::SendPreview));
    } else if draft.approved.is_none() {
        duties.push(step(Party::Coordinator, DutyKind::ApproveAdvisory));
    } else if draft.co_signed.is_none() {
        duties.push(step(Party::ReceivingBody, DutyKind::CoSignAdvisory));
    } else if published {
        duties.push(step(Party::Coordinator, DutyKind::PublishUpdate));
    } else if case.day().is_some() {
        duties.push(step(Party::Coordinator, DutyKind::Publish));
    }
    duties
}

/// Whether a developer said something after the text was last written: before publication it would be missing from
/// it, after publication an update is due (Ⅳ.3.(1).13: updated each time).
#[must_use]
pub fn has_newer_statement(file: &CaseFile) -> bool {
    let Some(draft) = &file.advisory else { return false };
    file.case.developers.iter().any(|side| {
        side.status.as_ref().is_some_and(|status| status.at > draft.edited_at)
            || side.countermeasure.as_ref().is_some_and(|countermeasure| countermeasure.at > draft.edited_at)
            || file.case.judgement.shown_view(side.id).is_some_and(|view| view.at > draft.edited_at)
    })
}

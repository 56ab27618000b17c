//! What follows when somebody does something in a case (Ⅳ.3–Ⅳ.5): events, or a refusal.

use jiff::civil::Date;

use super::aftercare;
use super::content::{CaseContent, ContentField};
use super::ending;
use super::event::{AttemptOutcome, CaseEvent, ContactMeans, Thread, VerificationResult};
use super::file::{CaseFile, FileEvent};
use super::judgement;
use super::non_disclosure;
use super::outreach;
use super::overseas;
use super::permission::{CONTACT, DAY, DAY_CHANGE, HAND_OVER, PUBLICATION, advisory, own};
use super::reach;
use super::schedule::{self, Weighing};
use super::state::{CaseState, DeveloperSide};
use crate::advisory::state::{AdvisoryEvent, AdvisoryState};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::{AccountId, AttachmentId, DeveloperId};
use crate::influence::{Rating, rate};
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::report::form::MAX_ATTACHMENTS;
use crate::report::problems::{is_mail_address, is_web_address};
use crate::text::Localized;

pub use super::command::CaseCommand;
pub use super::permission::may;

const SECRECY: Clause = Clause::new("Ⅳ.3.(1).5");

/// Decides a command. What changes nothing (the same owner, statement or text once more) comes to no event.
///
/// # Errors
/// The refusal with its clause.
pub fn decide(
    file: &CaseFile,
    party: Party,
    command: CaseCommand,
    rules: Rules<'_>,
    now: Moment,
) -> Result<Vec<FileEvent>, Refusal> {
    may(file, party, command.action(), command.developer(), rules, now)?;
    if let (Party::Developer(own), Some(named)) = (party, command.developer()) {
        require(own == named, Refusal::plain(Why::NotYours))?;
    }
    let case = &file.case;
    let event = match command {
        CaseCommand::SetOwner(account) if account == owner(case, party) => return Ok(vec![]),
        CaseCommand::SetOwner(account) => CaseEvent::OwnerSet { side: party, account },
        CaseCommand::AddNote { body, by } => CaseEvent::NoteAdded { side: party, body, by },
        CaseCommand::RateInfluence { vector, score_tenths, v4, factors } => {
            let clause = Clause::new("付録4");
            require(v4.as_ref().is_none_or(|v4| v4.score_tenths <= 100), Refusal::under(clause, Why::Unusable))?;
            let rating = rate(vector, score_tenths, factors, rules.edition);
            CaseEvent::InfluenceRated(Rating { v4, ..rating.ok_or(Refusal::under(clause, Why::Unusable))? })
        }
        CaseCommand::HandOver { content, attachments } => hand_over(file, content, attachments, now)?,
        CaseCommand::Write { thread, body, attachments } => {
            if matches!(thread, Thread::Direct { .. }) {
                outreach::may_write(file, party, Some(thread))?;
            }
            let few = attachments.len() <= MAX_ATTACHMENTS;
            require(few, Refusal::plain(Why::Unusable))?;
            CaseEvent::MessagePosted { thread, from: party, body, attachments, written_at: None }
        }
        CaseCommand::AddDeveloper { developer, name } => {
            require(case.developer(developer).is_none(), Refusal::under(CONTACT, Why::DeveloperThere))?;
            CaseEvent::DeveloperAdded { developer, name }
        }
        CaseCommand::RecordContactAttempt { developer, means, to, on, outcome, note } => {
            require(on <= now.today, Refusal::under(CONTACT, Why::InTheFuture))?;
            require(on >= case.accepted_on, Refusal::under(CONTACT, Why::TooEarly))?;
            CaseEvent::ContactAttempted { developer, means, to, on, outcome, note }
        }
        CaseCommand::SendAnswerLink { developer, to } => {
            require(is_mail_address(to.trim()), Refusal::under(CONTACT, Why::Unusable))?;
            return Ok(send_link(developer, to, now));
        }
        CaseCommand::ConfirmContact { developer, person, mail } => {
            let usable = mail.trim().is_empty() || is_mail_address(mail.trim());
            require(usable, Refusal::under(CONTACT, Why::Unusable))?;
            let by_developer = own(party).is_some();
            CaseEvent::ContactConfirmed { developer, on: now.today, person, mail, by_developer }
        }
        CaseCommand::ReleaseDetails { developer, fields, attachments } => {
            release(file, developer, &fields, attachments, now)?
        }
        CaseCommand::SetDay { day, reason, weighed } => set_day(case, day, reason, weighed, now)?,
        CaseCommand::StateVerification(_)
        | CaseCommand::StateCountermeasure(_)
        | CaseCommand::StateStatus(_)
        | CaseCommand::ProposeDay { .. } => {
            let event = state(party, command, now)?;
            if own(party).and_then(|id| case.developer(id)).is_some_and(|side| says_already(side, &event)) {
                return Ok(vec![]);
            }
            event
        }
        CaseCommand::Schedule(command) => return schedule::decide(file, party, command, rules, now),
        CaseCommand::NonDisclosure(command) => return non_disclosure::decide(file, party, command, rules, now),
        CaseCommand::Judgement(command) => return judgement::decide(file, party, command, rules, now),
        CaseCommand::Reach(command) => return reach::decide(file, party, command, now),
        CaseCommand::Outreach(command) => return outreach::decide(file, party, command, rules, now),
        CaseCommand::Ending(command) => return ending::decide(file, party, command, rules, now),
        CaseCommand::Overseas(command) => return overseas::decide(file, command, now),
        CaseCommand::Aftercare(command) => return aftercare::decide(file, party, command, now),
        other => return on_advisory(file, party, other, now),
    };
    Ok(vec![FileEvent::Case(event)])
}

fn owner(case: &CaseState, party: Party) -> Option<AccountId> {
    if party == Party::Coordinator { case.coordinator_owner } else { case.receiving_owner }
}

/// The copy for the coordinator, approved by the desk; the finder's name goes only with consent ウ (Ⅳ.3.(1).6).
fn hand_over(
    file: &CaseFile,
    content: CaseContent,
    attachments: Vec<AttachmentId>,
    now: Moment,
) -> Result<CaseEvent, Refusal> {
    let says_something = !content.product.trim().is_empty() && !content.steps.trim().is_empty();
    require(says_something, Refusal::under(HAND_OVER, Why::CopyEmpty))?;
    let known = attachments.iter().all(|id| file.case.attachments.iter().any(|file| file.id == *id));
    require(known, Refusal::under(SECRECY, Why::BeyondApproved))?;
    let finder_named = shares_identity(file);
    Ok(CaseEvent::HandedOver { on: now.today, content, attachments, finder_named })
}

/// Whether the finder lets its name and contact go on to the coordinator and the developers, as it says now (ウ).
#[must_use]
pub fn shares_identity(file: &CaseFile) -> bool {
    let now = file.reports.first().map_or(file.case.consents, |report| report.consents_to_developers());
    now.share_identity.is_yes()
}

/// A one-time link by mail is an attempt to reach the developer: it can set day zero (Ⅳ.4.2).
fn send_link(developer: DeveloperId, to: String, now: Moment) -> Vec<FileEvent> {
    let attempt = CaseEvent::ContactAttempted {
        developer,
        means: ContactMeans::Mail,
        to: to.clone(),
        on: now.today,
        outcome: AttemptOutcome::Waiting,
        note: String::new(),
    };
    vec![FileEvent::Case(attempt), FileEvent::Case(CaseEvent::AnswerLinkSent { developer, to })]
}

/// Details go only to a confirmed contact, and never more than the receiving body approved (Ⅳ.3.(1).5, Ⅳ.4.2). The
/// finder's name goes along when it came with the copy and its consent still stands (Ⅳ.3.(1).6).
fn release(
    file: &CaseFile,
    developer: DeveloperId,
    fields: &[ContentField],
    attachments: Vec<AttachmentId>,
    now: Moment,
) -> Result<CaseEvent, Refusal> {
    let copy = file.case.handed_over.as_ref().ok_or(Refusal::under(HAND_OVER, Why::NotHandedOver))?;
    let content = copy.content.only(fields);
    let says_something = !content.product.trim().is_empty() && !content.steps.trim().is_empty();
    require(says_something, Refusal::under(CONTACT, Why::CopyEmpty))?;
    let approved = attachments.iter().all(|id| copy.attachments.contains(id));
    require(approved, Refusal::under(SECRECY, Why::BeyondApproved))?;
    let finder_named = copy.finder_named && shares_identity(file);
    Ok(CaseEvent::DetailsReleased { developer, on: now.today, content, attachments, finder_named })
}

/// The coordinator decides the day after consulting; nobody's silence blocks it. A change gives its reason and goes
/// to the receiving body and all contacted developers (Ⅳ.4.3, Ⅳ.4.4).
fn set_day(case: &CaseState, day: Date, reason: String, weighed: Weighing, now: Moment) -> Result<CaseEvent, Refusal> {
    require(day >= now.today, Refusal::under(DAY, Why::DayPast))?;
    if let Some(before) = case.day() {
        require(before != day, Refusal::under(DAY_CHANGE, Why::SameDay))?;
        require(!reason.trim().is_empty(), Refusal::under(DAY_CHANGE, Why::ChangeWithoutReason))?;
    }
    schedule::check_day(case, &weighed)?;
    Ok(CaseEvent::DaySet { day, reason, weighed })
}

/// What a developer states about itself (Ⅳ.5.2, Ⅳ.5.3, Ⅳ.5.7).
fn state(party: Party, command: CaseCommand, now: Moment) -> Result<CaseEvent, Refusal> {
    let developer = own(party).ok_or(Refusal::plain(Why::NotYours))?;
    let on = now.today;
    let said = |text: &str| require(!text.trim().is_empty(), Refusal::plain(Why::TextMissing));
    match command {
        CaseCommand::StateVerification(verification) => {
            if verification.result != VerificationResult::Affected {
                said(&verification.explanation)?;
            }
            Ok(CaseEvent::VerificationStated { developer, verification, on })
        }
        CaseCommand::StateCountermeasure(countermeasure) => {
            said(&format!("{}{}", countermeasure.fix, countermeasure.workaround))?;
            Ok(CaseEvent::CountermeasureStated { developer, countermeasure, on })
        }
        CaseCommand::StateStatus(status) => {
            let link = status.link.trim();
            let usable = link.is_empty() || is_web_address(link);
            require(usable, Refusal::plain(Why::Unusable))?;
            Ok(CaseEvent::StatusStated { developer, status, on })
        }
        CaseCommand::ProposeDay { day, comment } => {
            require(day.is_none_or(|day| day >= now.today), Refusal::under(DAY, Why::DayPast))?;
            if day.is_none() {
                said(&comment)?;
            }
            Ok(CaseEvent::DayProposed { developer, day, comment })
        }
        _ => Err(Refusal::plain(Why::NotYours)),
    }
}

/// Whether a developer's newest word is this one already: pressing a button twice says it once.
fn says_already(side: &DeveloperSide, event: &CaseEvent) -> bool {
    match event {
        CaseEvent::VerificationStated { verification, .. } => {
            side.verification.as_ref().is_some_and(|last| last.item == *verification)
        }
        CaseEvent::CountermeasureStated { countermeasure, .. } => {
            side.countermeasure.as_ref().is_some_and(|last| last.item == *countermeasure)
        }
        CaseEvent::StatusStated { status, .. } => side.status.as_ref().is_some_and(|last| last.item == *status),
        _ => false,
    }
}

fn on_advisory(file: &CaseFile, party: Party, command: CaseCommand, now: Moment) -> Result<Vec<FileEvent>, Refusal> {
    if let CaseCommand::StartAdvisory { content, .. } | CaseCommand::EditAdvisory(content) = &command {
        ending::check_stop_using(&file.case, content)?;
    }
    if let CaseCommand::StartAdvisory { id, number, content } = command {
        let started = CaseEvent::AdvisoryStarted { advisory: id, number: number.clone() };
        let draft = AdvisoryEvent::DraftStarted { case: file.case.id, number, content: *content };
        return Ok(vec![FileEvent::Case(started), FileEvent::Advisory(id, draft)]);
    }
    let draft = advisory(file)?;
    let event = match command {
        CaseCommand::EditAdvisory(content) if *content == draft.content => return Ok(vec![]),
        CaseCommand::EditAdvisory(content) => AdvisoryEvent::DraftEdited { content: *content },
        CaseCommand::SendPreview => AdvisoryEvent::PreviewSent,
        CaseCommand::CommentPreview { agrees, comment } => {
            require(agrees || !comment.trim().is_empty(), Refusal::plain(Why::TextMissing))?;
            let developer = own(party).ok_or(Refusal::plain(Why::NotYours))?;
            AdvisoryEvent::PreviewCommented { developer, agrees, comment }
        }
        CaseCommand::ApproveAdvisory(by) => AdvisoryEvent::AdvisoryApproved { by },
        CaseCommand::CoSignAdvisory(by) => AdvisoryEvent::AdvisoryCoSigned { by },
        CaseCommand::Publish { summary } => return publish(draft, summary, now),
        _ => return Err(Refusal::plain(Why::NotYours)),
    };
    Ok(vec![FileEvent::Advisory(draft.id, event)])
}

/// The first publication needs no summary; an update says what changed (更新履歴).
fn publish(draft: &AdvisoryState, summary: Localized, now: Moment) -> Result<Vec<FileEvent>, Refusal> {
    let revision = draft.next_revision();
    let first = revision == 1;
    require(first || !summary.is_empty(), Refusal::under(PUBLICATION, Why::SummaryMissing))?;
    let summary = if first && summary.is_empty() { Localized::new("初版", "First published") } else { summary };
    Ok(vec![
        FileEvent::Advisory(draft.id, AdvisoryEvent::AdvisoryPublished { revision, at: now.at, summary }),
        FileEvent::Case(CaseEvent::Published { advisory: draft.id, revision, at: now.at }),
    ])
}

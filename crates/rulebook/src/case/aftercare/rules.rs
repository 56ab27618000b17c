//! What may be done after a publication, what follows, what is owed, and who hears of it.

use jiff::civil::Date;

use super::event::{AftercareEvent, Asker, Enquirer, Withdrawal, WithdrawalGround};
use super::state::Aftercare;
use crate::action::Action;
use crate::advisory::state::AdvisoryEvent;
use crate::case::event::CaseEvent;
use crate::case::file::{CaseFile, FileEvent};
use crate::case::notices::{Notice, NoticeKind, contacted, finders, notice};
use crate::case::permission::{PUBLICATION, advisory};
use crate::case::state::CaseState;
use crate::case::{Duty, DutyKind};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::AccountId;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::text::Localized;

const ENQUIRY: Clause = Clause::new("Ⅳ.4.9.第3段");

/// What somebody does after a publication.
#[derive(Clone, Debug)]
pub enum AftercareCommand {
    /// Write down an enquiry that came to the contact for the public.
    RecordEnquiry {
        /// Who enquires.
        from: Enquirer,
        /// Name and address.
        asker: Asker,
        /// What is asked.
        question: String,
        /// Day on which it came.
        on: Date,
    },
    /// Write down what was answered.
    AnswerEnquiry {
        /// Which.
        enquiry: u32,
        /// What was answered.
        answer: String,
        /// Whether its contents go into the publication.
        amend: bool,
    },
    /// Sign that the publication is to be withdrawn.
    ProposeWithdrawal {
        /// Why.
        ground: WithdrawalGround,
        /// The reason, as the public reads it.
        reason: Localized,
        /// What it rests on, for the two bodies.
        basis: String,
        /// Who signs.
        by: AccountId,
    },
    /// Sign it as the other body: it is withdrawn.
    CoSignWithdrawal(AccountId),
    /// Do not sign it, or take it back.
    DeclineWithdrawal {
        /// Why.
        reason: String,
    },
}

impl AftercareCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            AftercareCommand::RecordEnquiry { .. } => Action::RecordEnquiry,
            AftercareCommand::AnswerEnquiry { .. } => Action::AnswerEnquiry,
            AftercareCommand::ProposeWithdrawal { .. } => Action::ProposeWithdrawal,
            AftercareCommand::CoSignWithdrawal(_) => Action::CoSignWithdrawal,
            AftercareCommand::DeclineWithdrawal { .. } => Action::DeclineWithdrawal,
        }
    }
}

/// Nothing is written or published any more once the publication is withdrawn: its number and its place stay, and what
/// is right is published as a case of its own.
///
/// # Errors
/// The refusal; that a publication is withdrawn is public.
pub(in crate::case) fn gate(case: &CaseState, action: Action) -> Result<(), Refusal> {
    let publishes = matches!(
        action,
        Action::EditAdvisory
            | Action::SendPreview
            | Action::CommentPreview
            | Action::ApproveAdvisory
            | Action::CoSignAdvisory
            | Action::Publish
    );
    let stands = !publishes || case.aftercare.withdrawn.is_none();
    require(stands, Refusal::under(PUBLICATION, Why::PublicationWithdrawn))
}

/// Whether a body may do something after the publication now.
///
/// # Errors
/// The refusal.
pub fn may(file: &CaseFile, party: Party, action: Action) -> Result<(), Refusal> {
    let aftercare = &file.case.aftercare;
    require(!file.case.publications.is_empty(), Refusal::under(PUBLICATION, Why::NotPublished))?;
    if action == Action::RecordEnquiry {
        return Ok(());
    }
    if action == Action::AnswerEnquiry {
        return require(aftercare.open(party).next().is_some(), Refusal::under(ENQUIRY, Why::NothingAsked));
    }
    require(aftercare.withdrawn.is_none(), Refusal::under(PUBLICATION, Why::PublicationWithdrawn))?;
    match (action, &aftercare.proposed) {
        (Action::ProposeWithdrawal, None) => Ok(()),
        (Action::ProposeWithdrawal, Some(_)) => Err(Refusal::under(PUBLICATION, Why::WithdrawalProposed)),
        (_, None) => Err(Refusal::under(PUBLICATION, Why::NoWithdrawal)),
        // One signature of each body.
        (Action::CoSignWithdrawal, Some(proposed)) => {
            require(proposed.side != party, Refusal::under(PUBLICATION, Why::OwnWithdrawal))
        }
        (_, Some(_)) => Ok(()),
    }
}

/// What follows from a command after the publication.
///
/// # Errors
/// The refusal with its clause.
pub(in crate::case) fn decide(
    file: &CaseFile,
    party: Party,
    command: AftercareCommand,
    now: Moment,
) -> Result<Vec<FileEvent>, Refusal> {
    let aftercare = &file.case.aftercare;
    let said = |text: &str, clause| require(!text.trim().is_empty(), Refusal::under(clause, Why::TextMissing));
    let event = match command {
        AftercareCommand::RecordEnquiry { from, asker, question, on } => {
            let named = !matches!(&asker, Asker::Plain(text) if text.trim().is_empty());
            require(named, Refusal::under(ENQUIRY, Why::TextMissing))?;
            said(&question, ENQUIRY)?;
            require(on <= now.today, Refusal::under(ENQUIRY, Why::InTheFuture))?;
            let enquiry = aftercare.enquiries.len() as u32 + 1;
            AftercareEvent::EnquiryReceived { enquiry, from, asker, question, by: party, on }
        }
        AftercareCommand::AnswerEnquiry { enquiry, answer, amend } => {
            let open = aftercare.open(party).any(|one| one.number == enquiry);
            require(open, Refusal::under(ENQUIRY, Why::NothingAsked))?;
            said(&answer, ENQUIRY)?;
            AftercareEvent::EnquiryAnswered { enquiry, answer, amend, on: now.today }
        }
        AftercareCommand::ProposeWithdrawal { ground, reason, basis, by } => {
            said(&reason.ja, PUBLICATION)?;
            said(&reason.en, PUBLICATION)?;
            said(&basis, PUBLICATION)?;
            AftercareEvent::WithdrawalProposed(Withdrawal { ground, reason, basis, side: party, by, on: now.today })
        }
        AftercareCommand::CoSignWithdrawal(by) => return withdraw(file, by, now),
        AftercareCommand::DeclineWithdrawal { reason } => {
            require(!reason.trim().is_empty(), Refusal::under(PUBLICATION, Why::ReasonMissing))?;
            AftercareEvent::WithdrawalDeclined { side: party, reason, on: now.today }
        }
    };
    Ok(vec![FileEvent::Case(CaseEvent::Aftercare(event))])
}

/// Both have signed: a revision of its own says so in the publication's place, at once.
fn withdraw(file: &CaseFile, by: AccountId, now: Moment) -> Result<Vec<FileEvent>, Refusal> {
    let draft = advisory(file)?;
    let proposed = file.case.aftercare.proposed.as_ref();
    let proposed = proposed.ok_or(Refusal::under(PUBLICATION, Why::NoWithdrawal))?;
    let (revision, at, on) = (draft.next_revision(), now.at, now.today);
    let (ground, reason) = (proposed.ground, proposed.reason.clone());
    Ok(vec![
        FileEvent::Advisory(draft.id, AdvisoryEvent::AdvisoryWithdrawn { revision, at, ground, reason }),
        FileEvent::Case(CaseEvent::Aftercare(AftercareEvent::PublicationWithdrawn { revision, by, at, on })),
    ])
}

/// Whether an answer says what the publication does not say yet (Ⅳ.3.(1).13.第2段: where useful it goes into the entry).
#[must_use]
pub fn wants_amending(file: &CaseFile) -> bool {
    let Some(draft) = &file.advisory else { return false };
    let answers = file.case.aftercare.enquiries.iter().filter_map(|enquiry| enquiry.answer.as_ref());
    let mut amending = answers.filter(|answer| answer.amend);
    amending.any(|answer| answer.at > draft.edited_at)
}

/// What is owed: an enquiry is answered by the body that got it; a withdrawal is signed by the other one, or not.
#[must_use]
pub fn duties(file: &CaseFile, _rules: Rules<'_>) -> Vec<Duty> {
    let aftercare = &file.case.aftercare;
    let bodies = [Party::ReceivingBody, Party::Coordinator];
    let asked = bodies.into_iter().filter(|body| aftercare.open(*body).next().is_some());
    let mut duties: Vec<Duty> = asked.map(|body| Duty::new(body, DutyKind::AnswerEnquiry)).collect();
    if let Some(proposed) = &aftercare.proposed {
        duties.push(Duty::new(other(proposed.side), DutyKind::CoSignWithdrawal));
    }
    duties
}

fn other(side: Party) -> Party {
    if side == Party::Coordinator { Party::ReceivingBody } else { Party::Coordinator }
}

/// Who is told: the other body of everything; of a withdrawal also the finders and every developer that was contacted.
pub(in crate::case) fn notices(before: &CaseFile, event: &AftercareEvent) -> Vec<Notice> {
    let shared = |by: Party, kind| vec![notice(other(by), kind, "Ⅳ.3.(1).10")];
    match event {
        AftercareEvent::EnquiryReceived { by, .. } => shared(*by, NoticeKind::EnquiryCame),
        AftercareEvent::EnquiryAnswered { enquiry, .. } => {
            let answered = before.case.aftercare.enquiries.iter().find(|one| one.number == *enquiry);
            answered.map_or(vec![], |one| shared(one.by, NoticeKind::EnquiryAnswered))
        }
        AftercareEvent::WithdrawalProposed(withdrawal) => shared(withdrawal.side, NoticeKind::WithdrawalProposed),
        AftercareEvent::WithdrawalDeclined { side, .. } => shared(*side, NoticeKind::WithdrawalDeclined),
        AftercareEvent::PublicationWithdrawn { .. } => {
            let developers = contacted(before).map(Party::Developer);
            let bodies = [Party::ReceivingBody, Party::Coordinator];
            let told = bodies.into_iter().chain(finders(before)).chain(developers);
            told.map(|party| notice(party, NoticeKind::PublicationWithdrawn, "Ⅳ.4.9")).collect()
        }
    }
}

/// The day that an event carries, for the timeline.
pub(in crate::case) const fn facts(event: &AftercareEvent) -> Option<Date> {
    match event {
        AftercareEvent::EnquiryReceived { on, .. }
        | AftercareEvent::EnquiryAnswered { on, .. }
        | AftercareEvent::WithdrawalDeclined { on, .. }
        | AftercareEvent::PublicationWithdrawn { on, .. } => Some(*on),
        AftercareEvent::WithdrawalProposed(withdrawal) => Some(withdrawal.on),
    }
}

/// What a party sees: the two bodies all. That a publication is withdrawn, and why, stands in its revisions, which are
/// public.
pub(in crate::case) fn shown(file: &CaseFile, party: Party) -> Aftercare {
    match party {
        Party::ReceivingBody | Party::Coordinator | Party::Program => file.case.aftercare.clone(),
        _ => Aftercare::default(),
    }
}

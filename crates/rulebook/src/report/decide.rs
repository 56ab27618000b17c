//! What may be done with a report, by whom, and what follows (Ⅳ.2, Ⅳ.3.(1).1–4).

use jiff::civil::Date;

use super::form::{Consents, ReportKind};
use super::problems::{Fault, FormItem, Problem};
use super::state::{Attachment, Condition, Message, ReportEvent, ReportStage, ReportState, Writer};
use crate::action::Action;
use crate::case::{CaseContent, CaseEvent, Origin};
use crate::clause::Clause;
use crate::ids::{AccountId, BodyId, CaseId};
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

const DECISION: Clause = Clause::new("Ⅳ.3.(1).2");
const DECISION_TOLD: Clause = Clause::new("Ⅳ.3.(1).2.第2段");

/// What somebody does with a report. Acceptance, which opens a case, is [`AcceptReport`].
#[derive(Clone, Debug)]
pub enum ReportCommand {
    /// The desk read a report that the program could not.
    Transcribe {
        /// Which form it is.
        kind: ReportKind,
        /// The form as typed.
        form: BodyId,
        /// Product or site, and kind.
        title: String,
        /// The consents as read.
        consents: Consents,
        /// What is still missing.
        problems: Vec<Problem>,
    },
    /// The desk marks it as of large influence, or not.
    MarkHighImpact(bool),
    /// Finder or desk writes a message.
    Write {
        /// The sealed text.
        body: BodyId,
        /// Whether an answer is asked for (desk only).
        question: bool,
        /// Files.
        attachments: Vec<Attachment>,
    },
    /// The finder changes its consents.
    ChangeConsents(Consents),
    /// Somebody at the desk takes it.
    SetOwner(Option<AccountId>),
    /// An internal note.
    AddNote {
        /// The sealed text.
        body: BodyId,
        /// Who writes it.
        by: AccountId,
    },
    /// The desk does not accept it.
    Reject {
        /// Which conditions fail.
        failed: Vec<Condition>,
        /// The reason, as sent to the finder.
        reason: BodyId,
    },
}

impl ReportCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            ReportCommand::Transcribe { .. } => Action::TranscribeReport,
            ReportCommand::MarkHighImpact(_) => Action::MarkHighImpact,
            ReportCommand::Write { .. } => Action::WriteOnReport,
            ReportCommand::ChangeConsents(_) => Action::ChangeConsents,
            ReportCommand::SetOwner(_) => Action::OwnReport,
            ReportCommand::AddNote { .. } => Action::NoteOnReport,
            ReportCommand::Reject { .. } => Action::RejectReport,
        }
    }
}

/// Whether a party may do something with a report as it stands.
///
/// # Errors
/// The refusal, made of nothing that the party may not see.
pub fn may(state: &ReportState, party: Party, action: Action) -> Result<(), Refusal> {
    require(action.belongs_to(party), Refusal::plain(Why::NotYours))?;
    if let Party::Finder(report) = party {
        require(report == state.id, Refusal::plain(Why::NotYours))?;
    }
    let undecided = matches!(state.stage, ReportStage::Received | ReportStage::NeedsReading);
    match action {
        Action::TranscribeReport => require(state.stage == ReportStage::NeedsReading, Refusal::plain(Why::AlreadyRead)),
        Action::AcceptReport | Action::RejectReport => {
            require(undecided, Refusal::under(DECISION_TOLD, Why::AlreadyDecided))?;
            let readable = state.stage != ReportStage::NeedsReading;
            require(readable, Refusal::under(DECISION, Why::NeedsReading))?;
            let website = state.kind == Some(ReportKind::Website);
            require(!(website && action == Action::AcceptReport), Refusal::plain(Why::WebsiteTrack))
        }
        Action::MarkHighImpact => require(undecided, Refusal::under(DECISION_TOLD, Why::AlreadyDecided)),
        Action::WriteOnReport | Action::ChangeConsents | Action::OwnReport | Action::NoteOnReport => Ok(()),
        _ => Err(Refusal::plain(Why::NotYours)),
    }
}

/// Decides a command on a report.
///
/// # Errors
/// The refusal with its clause.
pub fn decide(
    state: &ReportState,
    party: Party,
    command: ReportCommand,
    now: Moment,
) -> Result<Vec<ReportEvent>, Refusal> {
    may(state, party, command.action())?;
    let event = match command {
        ReportCommand::Transcribe { kind, form, title, consents, problems } => {
            ReportEvent::ReportTranscribed { kind, form, title, consents, problems }
        }
        ReportCommand::MarkHighImpact(high) if high == state.high_impact => return Ok(vec![]),
        ReportCommand::MarkHighImpact(high) => ReportEvent::HighImpactMarked { high },
        ReportCommand::Write { body, question, attachments } => {
            let from = if matches!(party, Party::Finder(_)) { Writer::Finder } else { Writer::Desk };
            let question = question && from == Writer::Desk;
            ReportEvent::MessagePosted(Message { from, body, question, attachments })
        }
        ReportCommand::ChangeConsents(consents) => {
            let clear = consents.share_identity.is_clear()
                && consents.direct_contact.is_clear()
                && (consents.publish_name.is_clear() || state.kind == Some(ReportKind::Website));
            require(clear, Refusal::under(Clause::new("Ⅳ.2.5.ク"), Why::AnswerUnclear))?;
            if consents == state.consents {
                return Ok(vec![]);
            }
            ReportEvent::ConsentsChanged { consents }
        }
        ReportCommand::SetOwner(account) if account == state.owner => return Ok(vec![]),
        ReportCommand::SetOwner(account) => ReportEvent::OwnerSet { account },
        ReportCommand::AddNote { body, by } => ReportEvent::NoteAdded { body, by },
        ReportCommand::Reject { mut failed, reason } => {
            require(!failed.is_empty(), Refusal::under(DECISION, Why::NoConditionFails))?;
            failed.sort();
            failed.dedup();
            ReportEvent::ReportRejected { on: now.today, failed, reason }
        }
    };
    Ok(vec![event])
}

/// The desk accepts a report: all five conditions confirmed one by one, the reason sent, a case opened.
#[derive(Clone, Debug)]
pub struct AcceptReport {
    /// The conditions that the desk ticked.
    pub confirmed: Vec<Condition>,
    /// The reason, as sent to the finder.
    pub reason: BodyId,
    /// Id of the case to open.
    pub case: CaseId,
    /// Its number.
    pub case_number: String,
    /// What the case says, in the words that the desk approved.
    pub content: CaseContent,
    /// Key of the edition in force.
    pub edition: String,
    /// The day that the developer wishes (own-product reports).
    pub wished_day: Option<Date>,
}

/// Accepts a report (Ⅳ.3.(1).2): events of the report and of the case that it opens.
///
/// All five conditions must hold. An own-product report (Ⅳ.6) comes without them.
///
/// # Errors
/// The refusal with its clause.
pub fn accept(
    state: &ReportState,
    party: Party,
    command: AcceptReport,
    now: Moment,
) -> Result<(Vec<ReportEvent>, Vec<CaseEvent>), Refusal> {
    may(state, party, Action::AcceptReport)?;
    let own = state.kind == Some(ReportKind::OwnProduct);
    let all = Condition::ALL.iter().all(|condition| command.confirmed.contains(condition));
    require(own || all, Refusal::under(DECISION, Why::ConditionsOpen))?;
    require(!command.content.product.trim().is_empty(), Refusal::under(DECISION, Why::CopyEmpty))?;
    let opened = CaseEvent::CaseOpened {
        number: command.case_number,
        report: state.id,
        origin: if own { Origin::OwnProduct } else { Origin::Finder },
        language: state.language,
        accepted_on: now.today,
        edition: command.edition,
        content: command.content,
        attachments: state.attachments.clone(),
        consents: state.consents,
        high_impact: state.high_impact,
        wished_day: command.wished_day,
    };
    let accepted = ReportEvent::ReportAccepted { on: now.today, case: command.case, reason: command.reason };
    Ok((vec![accepted], vec![opened]))
}

/// Whether what was found in the form keeps a condition from being ticked without a look: ア and イ follow from
/// the form itself, so the desk sees them proposed.
#[must_use]
pub fn proposed(problems: &[Problem], condition: Condition) -> Option<bool> {
    let any = |fault: fn(Fault) -> bool| problems.iter().any(|p| fault(p.fault) && p.item != FormItem::Attachments);
    match condition {
        Condition::Complete => Some(!any(|fault| fault != Fault::Contradiction)),
        Condition::Consistent => Some(!any(|fault| fault == Fault::Contradiction)),
        Condition::InScope | Condition::IsVulnerability | Condition::NotKnown => None,
    }
}

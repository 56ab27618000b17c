//! What may be done with a report, by whom, and what follows (Ⅳ.2, Ⅳ.3.(1).1–4).

use jiff::civil::Date;

use super::form::{Consents, ReportKind};
use super::problems::{Fault, FormItem, Problem, is_web_address};
use super::state::{Attachment, Condition, Message, NonDisclosure, ReportEvent, ReportStage, ReportState, Writer};
use crate::action::Action;
use crate::case::{ArrivalEvent, CaseContent, CaseEvent, CaseFile, Origin};
use crate::clause::Clause;
use crate::ids::{AccountId, BodyId, CaseId};
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

const DECISION: Clause = Clause::new("Ⅳ.3.(1).2");
const NON_DISCLOSURE: Clause = Clause::new("Ⅳ.2.4");
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
        /// It is evident that it was obtained illegally (Ⅳ.3.(1).3); no condition need fail then.
        illegal: bool,
        /// Where it is published already: a web address, or nothing.
        known_at: String,
    },
    /// The finder takes it back.
    Withdraw {
        /// Its reason, if it gives one.
        reason: Option<BodyId>,
    },
    /// The desk handles it as another form.
    Reclassify {
        /// Which.
        kind: ReportKind,
        /// The reason, as sent to the finder.
        reason: BodyId,
    },
    /// The finder asks before it discloses for a good reason.
    ConsultDisclosure {
        /// The sealed text.
        body: BodyId,
    },
    /// The desk says what it thinks of that reason.
    AnswerDisclosure {
        /// The sealed text.
        body: BodyId,
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
            ReportCommand::Withdraw { .. } => Action::WithdrawReport,
            ReportCommand::Reclassify { .. } => Action::ReclassifyReport,
            ReportCommand::ConsultDisclosure { .. } => Action::ConsultDisclosure,
            ReportCommand::AnswerDisclosure { .. } => Action::AnswerDisclosure,
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
    let undecided = state.is_undecided();
    let website = state.kind == Some(ReportKind::Website);
    match action {
        Action::TranscribeReport => require(state.stage == ReportStage::NeedsReading, Refusal::plain(Why::AlreadyRead)),
        Action::AcceptReport | Action::RejectReport | Action::JoinReport => {
            require(undecided, Refusal::under(DECISION_TOLD, Why::AlreadyDecided))?;
            let readable = state.stage != ReportStage::NeedsReading;
            require(readable, Refusal::under(DECISION, Why::NeedsReading))?;
            require(!website || action == Action::RejectReport, Refusal::plain(Why::WebsiteTrack))
        }
        Action::MarkHighImpact | Action::ReclassifyReport => {
            require(undecided, Refusal::under(DECISION_TOLD, Why::AlreadyDecided))
        }
        Action::SplitReport => require(state.case().is_some(), Refusal::under(DECISION_TOLD, Why::NotAccepted)),
        Action::WithdrawReport => require(state.withdrawn_on.is_none(), Refusal::plain(Why::AlreadyWithdrawn)),
        Action::ConsultDisclosure => {
            let released = matches!(state.non_disclosure, NonDisclosure::Released { .. });
            require(!released, Refusal::under(NON_DISCLOSURE, Why::AlreadyReleased))
        }
        Action::AnswerDisclosure => {
            require(state.asks_about_disclosure(), Refusal::under(NON_DISCLOSURE, Why::NothingAsked))
        }
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
        ReportCommand::Reject { mut failed, reason, illegal, known_at } => {
            require(illegal || !failed.is_empty(), Refusal::under(DECISION, Why::NoConditionFails))?;
            let link = known_at.trim().to_owned();
            require(link.is_empty() || is_web_address(&link), Refusal::under(DECISION, Why::Unusable))?;
            failed.sort();
            failed.dedup();
            ReportEvent::ReportRejected { on: now.today, failed, reason, illegal, known_at: link }
        }
        ReportCommand::Withdraw { reason } => ReportEvent::ReportWithdrawn { on: now.today, reason },
        ReportCommand::Reclassify { kind, .. } if state.kind == Some(kind) => return Ok(vec![]),
        ReportCommand::Reclassify { kind, reason } => ReportEvent::ReportReclassified { kind, reason },
        ReportCommand::ConsultDisclosure { body } => ReportEvent::DisclosureConsulted { body },
        ReportCommand::AnswerDisclosure { body } => ReportEvent::DisclosureAnswered { body },
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
    let wished_day = command.wished_day;
    let opened = opened(state, command.case_number, command.content, command.edition, wished_day, now);
    let accepted = ReportEvent::ReportAccepted { on: now.today, case: command.case, reason: command.reason };
    Ok((vec![accepted], vec![opened]))
}

/// The desk finds that a report tells of what is handled already and is not published: it joins that case. Its finder
/// is told that it is accepted, keeps its own thread and is thanked like the first one; neither learns of the other.
#[derive(Clone, Debug)]
pub struct JoinReport {
    /// The conditions that the desk ticked; what is handled and not published is not known (Ⅳ.3.(1).2.オ).
    pub confirmed: Vec<Condition>,
    /// The reason, as sent to the finder.
    pub reason: BodyId,
}

/// Joins a report to a case (Ⅳ.3.(1).2): events of the report and of the case.
///
/// # Errors
/// The refusal with its clause. A case that is published is known: the report is not accepted, with a link.
pub fn join(
    state: &ReportState,
    file: &CaseFile,
    party: Party,
    command: JoinReport,
    now: Moment,
) -> Result<(Vec<ReportEvent>, Vec<CaseEvent>), Refusal> {
    may(state, party, Action::JoinReport)?;
    let all = Condition::ALL.iter().all(|condition| command.confirmed.contains(condition));
    require(all, Refusal::under(DECISION, Why::ConditionsOpen))?;
    let published = !file.case.publications.is_empty();
    require(!published, Refusal::under(Clause::new("Ⅳ.3.(1).2.オ"), Why::AlreadyPublished))?;
    let accepted = ReportEvent::ReportAccepted { on: now.today, case: file.case.id, reason: command.reason };
    let joined = ArrivalEvent::ReportJoined { report: state.id, on: now.today, attachments: state.attachments.clone() };
    Ok((vec![accepted], vec![CaseEvent::Arrival(joined)]))
}

/// The desk finds a second vulnerability, or a second product, in an accepted report: a case of its own.
#[derive(Clone, Debug)]
pub struct SplitReport {
    /// Id of the case to open.
    pub case: CaseId,
    /// Its number.
    pub case_number: String,
    /// What the case says.
    pub content: CaseContent,
    /// Key of the edition in force.
    pub edition: String,
}

/// Splits a report (Ⅳ.3.(1).2): events of the report and of the further case.
///
/// # Errors
/// The refusal with its clause.
pub fn split(
    state: &ReportState,
    party: Party,
    command: SplitReport,
    now: Moment,
) -> Result<(Vec<ReportEvent>, Vec<CaseEvent>), Refusal> {
    may(state, party, Action::SplitReport)?;
    let content = command.content;
    require(!content.product.trim().is_empty(), Refusal::under(DECISION, Why::CopyEmpty))?;
    let opened = opened(state, command.case_number, content, command.edition, None, now);
    Ok((vec![ReportEvent::ReportSplit { on: now.today, case: command.case }], vec![opened]))
}

fn opened(
    state: &ReportState,
    number: String,
    content: CaseContent,
    edition: String,
    wished_day: Option<Date>,
    now: Moment,
) -> CaseEvent {
    let own = state.kind == Some(ReportKind::OwnProduct);
    CaseEvent::CaseOpened {
        number,
        report: Some(state.id),
        origin: if own { Origin::OwnProduct } else { Origin::Finder },
        language: state.language,
        accepted_on: now.today,
        edition,
        content,
        attachments: state.attachments.clone(),
        consents: state.consents,
        high_impact: state.high_impact,
        wished_day,
    }
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

//! What may be done in a case, by whom and when, and what follows (Ⅳ.3–Ⅳ.5).

use jiff::civil::Date;

use super::content::{CaseContent, ContentField};
use super::event::{AttemptOutcome, CaseEvent, ContactMeans, Countermeasure, StatusStatement, Thread, Verification};
use super::file::{CaseFile, FileEvent};
use super::state::{CaseState, DeveloperSide};
use crate::action::Action;
use crate::advisory::content::AdvisoryContent;
use crate::advisory::state::{AdvisoryEvent, AdvisoryState};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::{AccountId, AdvisoryId, AttachmentId, BodyId, DeveloperId};
use crate::influence::{RangeFactors, rate};
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::text::Localized;

const HAND_OVER: Clause = Clause::new("Ⅳ.3.(1).4");
const CONTACT: Clause = Clause::new("Ⅳ.4.2");
const DAY: Clause = Clause::new("Ⅳ.4.3");
const DAY_CHANGE: Clause = Clause::new("Ⅳ.4.4");
const PUBLICATION: Clause = Clause::new("Ⅳ.4.9");
const SECRECY: Clause = Clause::new("Ⅳ.3.(1).5");

/// What somebody does in a case.
#[derive(Clone, Debug)]
pub enum CaseCommand {
    /// Take the case, or give it back.
    SetOwner(Option<AccountId>),
    /// Note something for the own side.
    AddNote {
        /// The sealed text.
        body: BodyId,
        /// Who writes it.
        by: AccountId,
    },
    /// Rate the influence.
    RateInfluence {
        /// CVSS v3 vector.
        vector: String,
        /// Its base score in tenths.
        score_tenths: u8,
        /// What is known about the range.
        factors: RangeFactors,
    },
    /// Hand over to the coordinator, as a copy approved field by field.
    HandOver {
        /// The copy.
        content: CaseContent,
        /// The files that go along.
        attachments: Vec<AttachmentId>,
    },
    /// Write a message.
    Write {
        /// Between whom.
        thread: Thread,
        /// The sealed text.
        body: BodyId,
    },
    /// Put a developer of the register on the case.
    AddDeveloper {
        /// The developer.
        developer: DeveloperId,
        /// Its name in the register.
        name: String,
    },
    /// Log an attempt.
    RecordContactAttempt {
        /// The developer.
        developer: DeveloperId,
        /// By what means.
        means: ContactMeans,
        /// Where to.
        to: String,
        /// On which day.
        on: Date,
        /// What came of it.
        outcome: AttemptOutcome,
        /// Anything worth keeping.
        note: String,
    },
    /// Send a one-time link; this is an attempt to reach the developer by mail.
    SendAnswerLink {
        /// The developer.
        developer: DeveloperId,
        /// The address.
        to: String,
    },
    /// Confirm the contact.
    ConfirmContact {
        /// The developer.
        developer: DeveloperId,
        /// Who answers there.
        person: String,
        /// At which address.
        mail: String,
    },
    /// Release the details to a developer.
    ReleaseDetails {
        /// The developer.
        developer: DeveloperId,
        /// Which fields of the copy that the coordinator has.
        fields: Vec<ContentField>,
        /// Which of its files.
        attachments: Vec<AttachmentId>,
    },
    /// State the verification result.
    StateVerification(Verification),
    /// State the countermeasure.
    StateCountermeasure(Countermeasure),
    /// State the response status.
    StateStatus(StatusStatement),
    /// Propose or comment on the day.
    ProposeDay {
        /// The day, if one is named.
        day: Option<Date>,
        /// The reason.
        comment: String,
    },
    /// Set or change the day.
    SetDay {
        /// The day.
        day: Date,
        /// The reason, needed for a change.
        reason: String,
    },
    /// Begin the advisory.
    StartAdvisory {
        /// Its id.
        id: AdvisoryId,
        /// Its number.
        number: String,
        /// The draft made from the case.
        content: Box<AdvisoryContent>,
    },
    /// Change the text.
    EditAdvisory(Box<AdvisoryContent>),
    /// Show the text to the developers.
    SendPreview,
    /// Comment on the text.
    CommentPreview {
        /// Whether the developer agrees with its part.
        agrees: bool,
        /// Its comment.
        comment: String,
    },
    /// Approve the text.
    ApproveAdvisory(AccountId),
    /// Co-sign the text.
    CoSignAdvisory(AccountId),
    /// Publish the text, or the update.
    Publish {
        /// What changed (updates).
        summary: Localized,
    },
}

impl CaseCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            CaseCommand::SetOwner(_) => Action::OwnCase,
            CaseCommand::AddNote { .. } => Action::NoteOnCase,
            CaseCommand::RateInfluence { .. } => Action::RateInfluence,
            CaseCommand::HandOver { .. } => Action::HandOver,
            CaseCommand::Write { thread: Thread::Bodies, .. } => Action::WriteBetweenBodies,
            CaseCommand::Write { thread: Thread::Developer(_), .. } => Action::WriteToDeveloper,
            CaseCommand::AddDeveloper { .. } => Action::AddDeveloper,
            CaseCommand::RecordContactAttempt { .. } => Action::RecordContactAttempt,
            CaseCommand::SendAnswerLink { .. } => Action::SendAnswerLink,
            CaseCommand::ConfirmContact { .. } => Action::ConfirmContact,
            CaseCommand::ReleaseDetails { .. } => Action::ReleaseDetails,
            CaseCommand::StateVerification(_) => Action::StateVerification,
            CaseCommand::StateCountermeasure(_) => Action::StateCountermeasure,
            CaseCommand::StateStatus(_) => Action::StateStatus,
            CaseCommand::ProposeDay { .. } => Action::ProposeDay,
            CaseCommand::SetDay { .. } => Action::SetDay,
            CaseCommand::StartAdvisory { .. } => Action::StartAdvisory,
            CaseCommand::EditAdvisory(_) => Action::EditAdvisory,
            CaseCommand::SendPreview => Action::SendPreview,
            CaseCommand::CommentPreview { .. } => Action::CommentPreview,
            CaseCommand::ApproveAdvisory(_) => Action::ApproveAdvisory,
            CaseCommand::CoSignAdvisory(_) => Action::CoSignAdvisory,
            CaseCommand::Publish { .. } => Action::Publish,
        }
    }

    /// The developer that it is about, where the giver names one.
    #[must_use]
    pub const fn developer(&self) -> Option<DeveloperId> {
        match self {
            CaseCommand::RecordContactAttempt { developer, .. }
            | CaseCommand::SendAnswerLink { developer, .. }
            | CaseCommand::ConfirmContact { developer, .. }
            | CaseCommand::ReleaseDetails { developer, .. }
            | CaseCommand::Write { thread: Thread::Developer(developer), .. } => Some(*developer),
            _ => None,
        }
    }
}

/// Whether a party may do something in a case as it stands; `about` is the developer it is about, where the action
/// is about one (a developer's own action is always about itself).
///
/// # Errors
/// The refusal, made of nothing that the party may not see.
pub fn may(
    file: &CaseFile,
    party: Party,
    action: Action,
    about: Option<DeveloperId>,
    now: Moment,
) -> Result<(), Refusal> {
    require(action.belongs_to(party), Refusal::plain(Why::NotYours))?;
    let case = &file.case;
    match action {
        Action::OwnCase | Action::NoteOnCase | Action::RateInfluence => with_body(case, party),
        Action::HandOver => require(case.handed_over.is_none(), Refusal::under(HAND_OVER, Why::AlreadyHandedOver)),
        Action::WriteBetweenBodies | Action::AddDeveloper => handed_over(case),
        Action::RecordContactAttempt | Action::SendAnswerLink => {
            handed_over(case)?;
            side(case, about).map(|_| ())
        }
        Action::ConfirmContact => may_confirm(case, party, about),
        Action::ReleaseDetails => {
            let side = side(case, about)?;
            require(side.contact.is_some(), Refusal::under(CONTACT, Why::ContactNotConfirmed))?;
            require(side.details.is_none(), Refusal::under(CONTACT, Why::DetailsAlreadySent))
        }
        Action::WriteToDeveloper => {
            let side = side(case, own(party).or(about))?;
            require(side.contact.is_some(), Refusal::under(CONTACT, Why::ContactNotConfirmed))
        }
        Action::StateVerification | Action::StateCountermeasure | Action::StateStatus | Action::ProposeDay => {
            let side = side(case, own(party))?;
            require(side.details.is_some(), Refusal::under(CONTACT, Why::DetailsNotSent))
        }
        Action::SetDay => {
            require(case.publications.is_empty(), Refusal::under(DAY_CHANGE, Why::AlreadyPublished))?;
            handed_over(case)?;
            let reached = case.day_zero().is_some();
            require(reached, Refusal::under(DAY, Why::NobodyContacted))
        }
        Action::StartAdvisory => {
            handed_over(case)?;
            require(file.advisory.is_none(), Refusal::under(PUBLICATION, Why::AdvisoryThere))
        }
        Action::EditAdvisory => advisory(file).map(|_| ()),
        Action::SendPreview => {
            let draft = advisory(file)?;
            let changed = draft.preview.as_ref().is_none_or(|preview| preview.item != draft.content);
            require(changed, Refusal::under(PUBLICATION, Why::NothingChanged))
        }
        Action::CommentPreview => {
            let side = side(case, own(party))?;
            require(side.details.is_some(), Refusal::under(CONTACT, Why::DetailsNotSent))?;
            let shown = file.advisory.as_ref().is_some_and(|draft| draft.preview.is_some());
            require(shown, Refusal::under(PUBLICATION, Why::NoAdvisory))
        }
        Action::ApproveAdvisory => may_approve(file),
        Action::CoSignAdvisory => {
            let draft = advisory(file)?;
            require(draft.approved.is_some(), Refusal::under(PUBLICATION, Why::NotApproved))?;
            require(draft.co_signed.is_none(), Refusal::under(PUBLICATION, Why::AlreadyCoSigned))
        }
        Action::Publish => may_publish(file, now),
        _ => Err(Refusal::plain(Why::NotYours)),
    }
}

fn own(party: Party) -> Option<DeveloperId> {
    match party {
        Party::Developer(id) => Some(id),
        _ => None,
    }
}

fn side(case: &CaseState, about: Option<DeveloperId>) -> Result<&DeveloperSide, Refusal> {
    about.and_then(|id| case.developer(id)).ok_or(Refusal::plain(Why::NoSuchDeveloper))
}

fn advisory(file: &CaseFile) -> Result<&AdvisoryState, Refusal> {
    file.advisory.as_ref().ok_or(Refusal::under(PUBLICATION, Why::NoAdvisory))
}

fn handed_over(case: &CaseState) -> Result<(), Refusal> {
    require(case.handed_over.is_some(), Refusal::under(HAND_OVER, Why::NotHandedOver))
}

/// The coordinator has no part in a case before it is handed over.
fn with_body(case: &CaseState, party: Party) -> Result<(), Refusal> {
    if party == Party::Coordinator { handed_over(case) } else { Ok(()) }
}

/// A developer confirms itself once it was contacted (Ⅳ.5.1); the coordinator writes down what it was told (Ⅳ.4.2).
fn may_confirm(case: &CaseState, party: Party, about: Option<DeveloperId>) -> Result<(), Refusal> {
    let side = side(case, own(party).or(about))?;
    require(!side.attempts.is_empty(), Refusal::under(CONTACT, Why::NotContacted))?;
    require(side.contact.is_none(), Refusal::under(CONTACT, Why::AlreadyConfirmed))
}

/// Approval needs a whole text that the developers with details were shown (Ⅳ.4.9); nobody's silence blocks it.
fn may_approve(file: &CaseFile) -> Result<(), Refusal> {
    let draft = advisory(file)?;
    require(draft.approved.is_none(), Refusal::under(PUBLICATION, Why::AlreadyApproved))?;
    require(draft.has_unpublished_text(), Refusal::under(PUBLICATION, Why::NothingChanged))?;
    require(draft.content.lacks().is_empty(), Refusal::under(PUBLICATION, Why::AdvisoryIncomplete))?;
    let somebody_to_ask = file.case.developers.iter().any(|side| side.details.is_some());
    require(!somebody_to_ask || draft.preview.is_some(), Refusal::under(PUBLICATION, Why::NotPreviewed))
}

/// Publication needs both signatures, and for the first one the day (Ⅳ.4.3, Ⅳ.4.9, Ⅳ.3.(1).13).
fn may_publish(file: &CaseFile, now: Moment) -> Result<(), Refusal> {
    let draft = advisory(file)?;
    require(draft.has_unpublished_text(), Refusal::under(PUBLICATION, Why::NothingChanged))?;
    require(draft.approved.is_some(), Refusal::under(PUBLICATION, Why::NotApproved))?;
    require(draft.co_signed.is_some(), Refusal::under(Clause::new("Ⅳ.3.(1).13"), Why::NotCoSigned))?;
    if !file.case.publications.is_empty() {
        return Ok(());
    }
    let day = file.case.day().ok_or(Refusal::under(DAY, Why::NoDay))?;
    require(day <= now.today, Refusal::under(DAY, Why::DayNotCome))
}

/// Decides a command.
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
    may(file, party, command.action(), command.developer(), now)?;
    if let (Party::Developer(own), Some(named)) = (party, command.developer()) {
        require(own == named, Refusal::plain(Why::NotYours))?;
    }
    let case = &file.case;
    let event = match command {
        CaseCommand::SetOwner(account) => CaseEvent::OwnerSet { side: party, account },
        CaseCommand::AddNote { body, by } => CaseEvent::NoteAdded { side: party, body, by },
        CaseCommand::RateInfluence { vector, score_tenths, factors } => {
            let rating = rate(vector, score_tenths, factors, rules.edition);
            CaseEvent::InfluenceRated(rating.ok_or(Refusal::under(Clause::new("付録4"), Why::Unusable))?)
        }
        CaseCommand::HandOver { content, attachments } => hand_over(file, content, attachments, now)?,
        CaseCommand::Write { thread, body } => CaseEvent::MessagePosted { thread, from: party, body },
        CaseCommand::AddDeveloper { developer, name } => {
            require(case.developer(developer).is_none(), Refusal::under(CONTACT, Why::DeveloperThere))?;
            CaseEvent::DeveloperAdded { developer, name }
        }
        CaseCommand::RecordContactAttempt { developer, means, to, on, outcome, note } => {
            require(on <= now.today, Refusal::under(CONTACT, Why::InTheFuture))?;
            require(on >= case.accepted_on, Refusal::under(CONTACT, Why::TooEarly))?;
            CaseEvent::ContactAttempted { developer, means, to, on, outcome, note }
        }
        CaseCommand::SendAnswerLink { developer, to } => return Ok(send_link(developer, to, now)),
        CaseCommand::ConfirmContact { developer, person, mail } => {
            let by_developer = own(party).is_some();
            CaseEvent::ContactConfirmed { developer, on: now.today, person, mail, by_developer }
        }
        CaseCommand::ReleaseDetails { developer, fields, attachments } => {
            release(case, developer, &fields, attachments, now)?
        }
        CaseCommand::SetDay { day, reason } => set_day(case, day, reason, now)?,
        CaseCommand::StateVerification(_)
        | CaseCommand::StateCountermeasure(_)
        | CaseCommand::StateStatus(_)
        | CaseCommand::ProposeDay { .. } => state(party, command, now)?,
        other => return on_advisory(file, party, other, now),
    };
    Ok(vec![FileEvent::Case(event)])
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
    let now = file.reports.first().map_or(file.case.consents, |report| report.consents);
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

/// Details go only to a confirmed contact, and never more than the receiving body approved (Ⅳ.3.(1).5, Ⅳ.4.2).
fn release(
    case: &CaseState,
    developer: DeveloperId,
    fields: &[ContentField],
    attachments: Vec<AttachmentId>,
    now: Moment,
) -> Result<CaseEvent, Refusal> {
    let copy = case.handed_over.as_ref().ok_or(Refusal::under(HAND_OVER, Why::NotHandedOver))?;
    let content = copy.content.only(fields);
    let says_something = !content.product.trim().is_empty() && !content.steps.trim().is_empty();
    require(says_something, Refusal::under(CONTACT, Why::CopyEmpty))?;
    let approved = attachments.iter().all(|id| copy.attachments.contains(id));
    require(approved, Refusal::under(SECRECY, Why::BeyondApproved))?;
    let finder_named = copy.finder_named;
    Ok(CaseEvent::DetailsReleased { developer, on: now.today, content, attachments, finder_named })
}

/// The coordinator decides the day after consulting; nobody's silence blocks it. A change gives its reason and goes
/// to the receiving body and all contacted developers (Ⅳ.4.3, Ⅳ.4.4).
fn set_day(case: &CaseState, day: Date, reason: String, now: Moment) -> Result<CaseEvent, Refusal> {
    require(day >= now.today, Refusal::under(DAY, Why::DayPast))?;
    if let Some(before) = case.day() {
        require(before != day, Refusal::under(DAY_CHANGE, Why::SameDay))?;
        require(!reason.trim().is_empty(), Refusal::under(DAY_CHANGE, Why::ChangeWithoutReason))?;
    }
    Ok(CaseEvent::DaySet { day, reason })
}

/// What a developer states about itself (Ⅳ.5.2, Ⅳ.5.3, Ⅳ.5.7).
fn state(party: Party, command: CaseCommand, now: Moment) -> Result<CaseEvent, Refusal> {
    let developer = own(party).ok_or(Refusal::plain(Why::NotYours))?;
    let on = now.today;
    let said = |text: &str| require(!text.trim().is_empty(), Refusal::plain(Why::TextMissing));
    match command {
        CaseCommand::StateVerification(verification) => {
            if !matches!(verification.result, super::event::VerificationResult::Affected) {
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
            let usable = link.is_empty() || crate::report::problems::is_web_address(link);
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

fn on_advisory(file: &CaseFile, party: Party, command: CaseCommand, now: Moment) -> Result<Vec<FileEvent>, Refusal> {
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

//! Who may do what in a case as it stands, and which clause stands against it (Ⅳ.3–Ⅳ.5).

use super::ending;
use super::event::Origin;
use super::file::CaseFile;
use super::state::{CaseState, DeveloperSide};
use super::{aftercare, judgement, merge, non_disclosure, outreach, overseas, reach, schedule};
use crate::action::Action;
use crate::advisory::state::AdvisoryState;
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::DeveloperId;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

pub(super) const HAND_OVER: Clause = Clause::new("Ⅳ.3.(1).4");
pub(super) const CONTACT: Clause = Clause::new("Ⅳ.4.2");
pub(super) const DAY: Clause = Clause::new("Ⅳ.4.3");
pub(super) const DAY_CHANGE: Clause = Clause::new("Ⅳ.4.4");
pub(super) const PUBLICATION: Clause = Clause::new("Ⅳ.4.9");

/// Whether a party may do something in a case as it stands; `about` is the developer it is about, where the action
/// is about one (a developer's own action is always about itself).
///
/// # Errors
/// The refusal, made of nothing that the party may not see: to a party that does not see the case it is always the
/// same one.
pub fn may(
    file: &CaseFile,
    party: Party,
    action: Action,
    about: Option<DeveloperId>,
    rules: Rules<'_>,
    now: Moment,
) -> Result<(), Refusal> {
    require(action.belongs_to(party), Refusal::plain(Why::NotYours))?;
    require(file.is_seen_by(party), unseen(party))?;
    let case = &file.case;
    merge::gate(case, action)?;
    ending::gate(case, action)?;
    judgement::gate(case, action)?;
    aftercare::gate(case, action)?;
    match action {
        Action::OwnCase | Action::NoteOnCase | Action::RateInfluence | Action::AddDeveloper => Ok(()),
        Action::HandOver => require(case.handed_over.is_none(), Refusal::under(HAND_OVER, Why::AlreadyHandedOver)),
        Action::WriteBetweenBodies => {
            require(case.handed_over.is_some(), Refusal::under(HAND_OVER, Why::NotHandedOver))
        }
        Action::RecordContactAttempt | Action::SendAnswerLink => side(case, about).map(|_| ()),
        Action::ConfirmContact => may_confirm(case, party, about),
        Action::ReleaseDetails => {
            let side = side(case, about)?;
            require(side.contact.is_some(), Refusal::under(CONTACT, Why::ContactNotConfirmed))?;
            let open = outreach::wave_is_open(case, side.id);
            require(open, Refusal::under(Clause::new("Ⅳ.4.2.第3段"), Why::WaveNotOpen))?;
            require(side.details.is_none(), Refusal::under(CONTACT, Why::DetailsAlreadySent))
        }
        Action::WriteToDeveloper => {
            let side = side(case, own(party).or(about))?;
            require(side.contact.is_some(), Refusal::under(CONTACT, Why::ContactNotConfirmed))
        }
        Action::StateVerification | Action::StateCountermeasure | Action::StateStatus => informed(case, party),
        Action::ProposeDay => {
            informed(case, party)?;
            require(case.publications.is_empty(), Refusal::under(DAY_CHANGE, Why::AlreadyPublished))
        }
        Action::SetDay => may_set_day(case),
        Action::StartAdvisory => require(file.advisory.is_none(), Refusal::under(PUBLICATION, Why::AdvisoryThere)),
        Action::EditAdvisory => advisory(file).map(|_| ()),
        Action::SendPreview => {
            let draft = advisory(file)?;
            let changed = draft.preview.as_ref().is_none_or(|preview| preview.item != draft.content);
            require(changed, Refusal::under(PUBLICATION, Why::NothingChanged))
        }
        Action::CommentPreview => {
            informed(case, party)?;
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
        Action::AskRelease | Action::ExplainDelay | Action::ReleaseNonDisclosure => {
            non_disclosure::may(file, party, action, rules, now)
        }
        Action::ReportSignal | Action::AdoptSignal => schedule::may(file, party, action, about, rules, now),
        Action::CheckSource
        | Action::AskFinder
        | Action::NoteAttempt
        | Action::ListName
        | Action::ListProduct
        | Action::AppendDeadline
        | Action::UpdateListing
        | Action::Delist
        | Action::ResumeContact
        | Action::JudgeVerifiability
        | Action::JudgeHandlingValue
        | Action::ConsiderIndividually => reach::may(file, party, action, about, rules, now),
        Action::NotifyImpossible
        | Action::JudgeImpossible
        | Action::AskMaterial
        | Action::GiveMaterial
        | Action::ConveneCommittee
        | Action::DeclareConflict
        | Action::AssessCondition
        | Action::DraftJudgement
        | Action::AnnounceJudgement
        | Action::InviteOpinion
        | Action::GiveOpinion
        | Action::HoldHearing
        | Action::ReturnCase
        | Action::MarkDebate
        | Action::Vote
        | Action::PassJudgement
        | Action::AskConfirmation
        | Action::RecordConfirmation
        | Action::AskView
        | Action::GiveView
        | Action::SetJudgedDay
        | Action::ResumeCoordination => judgement::may(file, party, action, about, rules, now),
        Action::DropPublication
        | Action::StopHandling
        | Action::ResumeHandling
        | Action::RecordRefusal
        | Action::StateEndOfSupport => ending::may(file, party, action, about, rules, now),
        Action::RecordNda
        | Action::Disclose
        | Action::RecordAnalysis
        | Action::AnalyseInfluence
        | Action::PassInfluence
        | Action::SetInvolvement
        | Action::PlanWave
        | Action::OpenWave
        | Action::AskSiteInformation
        | Action::AnswerSiteInformation
        | Action::AskUserNotice
        | Action::AnswerUserNotice
        | Action::ReportUserNotice
        | Action::WishTalk
        | Action::PassTalk
        | Action::AnswerTalk
        | Action::WriteDirectly
        | Action::AcknowledgeReceipt => outreach::may(file, party, action, about, rules, now),
        Action::BringOverseasDay | Action::KeepDay => overseas::may(file, action),
        Action::MergeCase => merge::may(file),
        Action::RecordEnquiry
        | Action::AnswerEnquiry
        | Action::ProposeWithdrawal
        | Action::CoSignWithdrawal
        | Action::DeclineWithdrawal => aftercare::may(file, party, action),
        _ => Err(Refusal::plain(Why::NotYours)),
    }
}

/// What a party hears that does not see the case: nothing that depends on what is in it (decision 10).
fn unseen(party: Party) -> Refusal {
    match party {
        Party::Coordinator => Refusal::under(HAND_OVER, Why::NotHandedOver),
        Party::Developer(_) => Refusal::plain(Why::NoSuchDeveloper),
        _ => Refusal::plain(Why::NotYours),
    }
}

pub(super) fn own(party: Party) -> Option<DeveloperId> {
    match party {
        Party::Developer(id) => Some(id),
        _ => None,
    }
}

pub(super) fn advisory(file: &CaseFile) -> Result<&AdvisoryState, Refusal> {
    file.advisory.as_ref().ok_or(Refusal::under(PUBLICATION, Why::NoAdvisory))
}

fn side(case: &CaseState, about: Option<DeveloperId>) -> Result<&DeveloperSide, Refusal> {
    about.and_then(|id| case.developer(id)).ok_or(Refusal::plain(Why::NoSuchDeveloper))
}

/// A developer states nothing about what it was not told (Ⅳ.4.2).
fn informed(case: &CaseState, party: Party) -> Result<(), Refusal> {
    let side = side(case, own(party))?;
    require(side.details.is_some(), Refusal::under(CONTACT, Why::DetailsNotSent))
}

/// A developer confirms itself once it was contacted (Ⅳ.5.1); the coordinator writes down what it was told (Ⅳ.4.2).
fn may_confirm(case: &CaseState, party: Party, about: Option<DeveloperId>) -> Result<(), Refusal> {
    let side = side(case, own(party).or(about))?;
    require(!side.attempts.is_empty(), Refusal::under(CONTACT, Why::NotContacted))?;
    require(side.contact.is_none(), Refusal::under(CONTACT, Why::AlreadyConfirmed))
}

/// The day is set once day zero has begun (Ⅳ.4.3); of its own product the developer has said it already (Ⅳ.6.2).
fn may_set_day(case: &CaseState) -> Result<(), Refusal> {
    require(case.publications.is_empty(), Refusal::under(DAY_CHANGE, Why::AlreadyPublished))?;
    let reached = case.day_zero().is_some() || case.is_own_product();
    require(reached, Refusal::under(DAY, Why::NobodyContacted))
}

/// Approval needs a whole text, and that the developers with details were shown one (Ⅳ.4.9); nobody's silence blocks
/// it, and what changed after the preview is for the two bodies to judge.
fn may_approve(file: &CaseFile) -> Result<(), Refusal> {
    let draft = advisory(file)?;
    require(draft.approved.is_none(), Refusal::under(PUBLICATION, Why::AlreadyApproved))?;
    require(draft.has_unpublished_text(), Refusal::under(PUBLICATION, Why::NothingChanged))?;
    require(draft.content.lacks().is_empty(), Refusal::under(PUBLICATION, Why::AdvisoryIncomplete))?;
    may_name_finder(file, draft)?;
    let somebody_to_ask = file.case.developers.iter().any(|side| side.details.is_some());
    // A judged text was announced, and who was not reached is not asked (Ⅳ.3.(2).3).
    let judged = file.case.judgement.to_publish().is_some();
    require(!somebody_to_ask || judged || draft.preview.is_some(), Refusal::under(PUBLICATION, Why::NotPreviewed))
}

/// Nobody is named in an acknowledgement who does not wish it now (Ⅳ.2.5.オ). A developer's own report names whom
/// the developer names, and one from overseas whom its coordinator names.
pub(super) fn may_name_finder(file: &CaseFile, draft: &AdvisoryState) -> Result<(), Refusal> {
    let own = file.case.origin != Origin::Finder;
    let wished = file.reports.iter().any(|report| report.consents.publish_name.is_yes());
    let silent = draft.content.credit.is_empty();
    require(own || wished || silent, Refusal::under(Clause::new("Ⅳ.2.5.オ"), Why::NoConsent))
}

/// Publication needs both signatures, and for the first one the day (Ⅳ.4.3, Ⅳ.4.9, Ⅳ.3.(1).13).
fn may_publish(file: &CaseFile, now: Moment) -> Result<(), Refusal> {
    let draft = advisory(file)?;
    require(draft.has_unpublished_text(), Refusal::under(PUBLICATION, Why::NothingChanged))?;
    require(draft.approved.is_some(), Refusal::under(PUBLICATION, Why::NotApproved))?;
    require(draft.co_signed.is_some(), Refusal::under(Clause::new("Ⅳ.3.(1).13"), Why::NotCoSigned))?;
    may_name_finder(file, draft)?;
    if !file.case.publications.is_empty() {
        return Ok(());
    }
    let day = file.case.day().ok_or(Refusal::under(DAY, Why::NoDay))?;
    require(day <= now.today, Refusal::under(DAY, Why::DayNotCome))
}

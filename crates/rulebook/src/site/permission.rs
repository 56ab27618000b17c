//! Who may do what in a website case as it stands, and which clause stands against it (Ⅴ.3, Ⅴ.4).

use super::action::SiteAction;
use super::event::SiteThread;
use super::file::SiteFile;
use super::state::SiteState;
use super::talks;
use crate::clause::Clause;
use crate::edition::Rules;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

pub(super) const CONTACT: Clause = Clause::new("Ⅴ.3.5");
pub(super) const ENDING: Clause = Clause::new("Ⅴ.3.4");
const ANSWER: Clause = Clause::new("Ⅴ.4.1");

/// Whether a party may do something in a website case as it stands.
///
/// # Errors
/// The refusal, made of nothing that the party may not see: to a party that does not see the case it is always the same
/// one.
pub fn may(file: &SiteFile, party: Party, action: SiteAction, _rules: Rules<'_>, _now: Moment) -> Result<(), Refusal> {
    require(action.belongs_to(party) && file.is_seen_by(party), Refusal::plain(Why::NotYours))?;
    let site = &file.site;
    if action == SiteAction::Reopen {
        return require(site.closing.is_some(), Refusal::under(ENDING, Why::NotEnded));
    }
    let over = site.closing.is_some() && !action.outlives_the_end();
    require(!over, Refusal::under(ENDING, Why::HandlingEnded))?;
    match action {
        SiteAction::Own
        | SiteAction::Note
        | SiteAction::Classify
        | SiteAction::Rate
        | SiteAction::JoinReport
        | SiteAction::IdentifyOperator
        | SiteAction::CheckSource
        | SiteAction::ContactOperator
        | SiteAction::CheckFix
        | SiteAction::SuspectLeak
        | SiteAction::LinkAlert
        | SiteAction::RecordNda
        | SiteAction::Disclose
        | SiteAction::Close
        | SiteAction::Reopen => Ok(()),
        SiteAction::NoteAttempt => require(!site.attempts.is_empty(), Refusal::under(CONTACT, Why::NotContacted)),
        SiteAction::ConfirmOperator => may_confirm(site, party),
        SiteAction::SendDetails => {
            confirmed(site)?;
            require(site.details.is_none(), Refusal::under(CONTACT, Why::DetailsAlreadySent))
        }
        SiteAction::ReceiveDetails => {
            informed(site)?;
            require(site.received_on.is_none(), Refusal::under(ANSWER, Why::SaidAlready))
        }
        SiteAction::Answer | SiteAction::Write | SiteAction::AskConsent => confirmed(site),
        SiteAction::PublishLeak | SiteAction::Forward => informed(site),
        SiteAction::TakeBack => {
            let theirs = !site.forwards.is_empty() && site.taken_back_on.is_none();
            require(theirs, Refusal::under(Clause::new("Ⅴ.4.4.但書"), Why::NothingAsked))
        }
        SiteAction::Consult => {
            informed(site)?;
            let asked = file.reports.iter().any(|report| report.waits_for_desk());
            require(asked, Refusal::under(Clause::new("Ⅴ.3.6"), Why::NothingAsked))
        }
        SiteAction::GiveConsent => {
            let asked = site.consents.iter().any(|consent| consent.answer.is_none());
            require(asked, Refusal::under(CONTACT, Why::NothingAsked))
        }
        SiteAction::RecordResult => {
            let open = site.disclosures.iter().any(|one| one.result.is_none());
            require(open, Refusal::under(Clause::new("Ⅴ.3.7"), Why::NothingAsked))
        }
        SiteAction::HandToProduct => {
            require(site.product.is_none(), Refusal::under(Clause::new("Ⅴ.3.8"), Why::AlreadyHandedOver))
        }
        SiteAction::WishTalk | SiteAction::PassTalk | SiteAction::AnswerTalk => talks::may(file, party, action),
        SiteAction::WriteDirectly => talks::may_write(site, party, None),
    }
}

/// An operator confirms itself once it was contacted; the desk writes down what it was told, also when somebody else
/// answers there from now on.
fn may_confirm(site: &SiteState, party: Party) -> Result<(), Refusal> {
    require(!site.attempts.is_empty(), Refusal::under(CONTACT, Why::NotContacted))?;
    let again = site.contact.is_some() && party != Party::ReceivingBody;
    require(!again, Refusal::under(CONTACT, Why::AlreadyConfirmed))
}

pub(super) fn confirmed(site: &SiteState) -> Result<(), Refusal> {
    require(site.contact.is_some(), Refusal::under(CONTACT, Why::ContactNotConfirmed))
}

pub(super) fn informed(site: &SiteState) -> Result<(), Refusal> {
    require(site.details.is_some(), Refusal::under(CONTACT, Why::DetailsNotSent))
}

/// Whether a party writes in a thread: desk and operator in theirs, a finder and the operator in one they agreed on.
pub(super) fn may_write(site: &SiteState, party: Party, thread: SiteThread) -> Result<(), Refusal> {
    match thread {
        SiteThread::Operator => confirmed(site),
        SiteThread::Direct(report) => talks::may_write(site, party, Some(report)),
    }
}

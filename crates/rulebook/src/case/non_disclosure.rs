//! The end of the non-disclosure request (情報非開示依頼の取下げ, Ⅳ.2.4.第2段, Ⅳ.3.(1).11).
//!
//! It begins with the receipt of the report and never lapses by itself. From day zero and the edition's months on the
//! finder may ask to be released; the desk explains why a developer still needs time, and then has to release it.

use jiff::civil::Date;

use super::file::{CaseFile, FileEvent};
use super::state::CaseState;
use crate::action::Action;
use crate::clause::Clause;
use crate::edition::{Edition, Rules};
use crate::ids::{BodyId, ReportId};
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::report::state::{NonDisclosure, ReportEvent, ReportState};

const ASKING: Clause = Clause::new("Ⅳ.2.4.第2段");
const RELEASING: Clause = Clause::new("Ⅳ.3.(1).11");

/// What somebody does about the request.
#[derive(Clone, Copy, Debug)]
pub enum NonDisclosureCommand {
    /// The finder asks to be released.
    AskRelease,
    /// The desk explains the developer's delay.
    ExplainDelay {
        /// To whom.
        report: ReportId,
        /// The sealed text.
        body: BodyId,
    },
    /// The desk withdraws the request.
    Release {
        /// For whom.
        report: ReportId,
    },
}

impl NonDisclosureCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            NonDisclosureCommand::AskRelease => Action::AskRelease,
            NonDisclosureCommand::ExplainDelay { .. } => Action::ExplainDelay,
            NonDisclosureCommand::Release { .. } => Action::ReleaseNonDisclosure,
        }
    }
}

/// The first day on which the finder may ask; none while nobody tried to reach a developer.
#[must_use]
pub fn release_from(case: &CaseState, edition: &Edition) -> Option<Date> {
    let months = jiff::Span::new().months(edition.release_after_months.value);
    case.day_zero()?.checked_add(months).ok()
}

/// Whether a party may do something about the request now.
pub(super) fn may(file: &CaseFile, party: Party, action: Action, rules: Rules<'_>, now: Moment) -> Result<(), Refusal> {
    if action != Action::AskRelease {
        let asked = file.reports.iter().any(is_asked);
        return require(asked, Refusal::under(RELEASING, Why::NothingAsked));
    }
    let own = file.reports.iter().find(|report| party == Party::Finder(report.id));
    match own.map(|report| report.non_disclosure) {
        None => Err(Refusal::plain(Why::NotYours)),
        Some(NonDisclosure::Released { .. }) => Err(Refusal::under(ASKING, Why::AlreadyReleased)),
        Some(NonDisclosure::ReleaseAsked { .. }) => Err(Refusal::under(ASKING, Why::SaidAlready)),
        Some(NonDisclosure::InForce) => {
            let come = release_from(&file.case, rules.edition).is_some_and(|day| day <= now.today);
            require(come, Refusal::under(ASKING, Why::ReleaseTooEarly))
        }
    }
}

fn is_asked(report: &ReportState) -> bool {
    matches!(report.non_disclosure, NonDisclosure::ReleaseAsked { .. })
}

/// What follows; the receiving body cannot refuse a release that was asked for in time.
pub(super) fn decide(
    file: &CaseFile,
    party: Party,
    command: NonDisclosureCommand,
    _rules: Rules<'_>,
    now: Moment,
) -> Result<Vec<FileEvent>, Refusal> {
    let on = now.today;
    let asked = |id: ReportId| {
        let report = file.reports.iter().find(|report| report.id == id);
        require(report.is_some_and(is_asked), Refusal::under(RELEASING, Why::NothingAsked))
    };
    let (report, event) = match (command, party) {
        (NonDisclosureCommand::AskRelease, Party::Finder(report)) => (report, ReportEvent::ReleaseAsked { on }),
        (NonDisclosureCommand::AskRelease, _) => return Err(Refusal::plain(Why::NotYours)),
        (NonDisclosureCommand::ExplainDelay { report, body }, _) => {
            asked(report)?;
            (report, ReportEvent::DelayExplained { body })
        }
        (NonDisclosureCommand::Release { report }, _) => {
            asked(report)?;
            (report, ReportEvent::NonDisclosureReleased { on })
        }
    };
    Ok(vec![FileEvent::Report(report, event)])
}

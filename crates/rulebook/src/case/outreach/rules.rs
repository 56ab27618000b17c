//! What may be done to tell others and to talk, what follows, and what is owed.

use jiff::civil::Date;

use super::disclosure::{awaited, disclose, record_nda};
use super::event::{DisclosureGround, Involvement, OutreachEvent, Recipient, Tlp};
use super::{talks, waves};
use crate::action::Action;
use crate::case::content::ContentField;
use crate::case::event::{CaseEvent, Thread};
use crate::case::file::{CaseFile, FileEvent};
use crate::case::permission::{PUBLICATION, own};
use crate::case::state::{CaseState, DeveloperSide};
use crate::case::{Duty, DutyKind};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::{AttachmentId, DeveloperId, ReportId};
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

pub(super) const SITE: Clause = Clause::new("Ⅳ.5.5");
pub(super) const USERS: Clause = Clause::new("Ⅳ.5.9.第2段");
const ALLOWANCE: Clause = Clause::new("Ⅳ.4.9.第2段");
pub(super) const INFLUENCE: Clause = Clause::new("Ⅳ.3.(1).9");
const RECEIPT: Clause = Clause::new("付録6.3");

/// What somebody does to tell others or to talk.
#[derive(Clone, Debug)]
pub enum OutreachCommand {
    /// Put an NDA on record.
    RecordNda {
        /// With whom.
        with: String,
        /// Since when.
        on: Date,
        /// Until when; none without an end.
        until: Option<Date>,
        /// Where the document is.
        reference: String,
    },
    /// Tell somebody outside.
    Disclose {
        /// Whom.
        recipient: Recipient,
        /// For which reason.
        ground: DisclosureGround,
        /// Which fields of the approved copy.
        fields: Vec<ContentField>,
        /// Which of its files.
        attachments: Vec<AttachmentId>,
        /// Under which NDA.
        nda: Option<u32>,
        /// Who consented, and how (reproduction data).
        consent: String,
        /// What for.
        purpose: String,
        /// How far it may be passed on.
        tlp: Tlp,
    },
    /// Put the result of an analysis on record.
    RecordAnalysis {
        /// Of which disclosure.
        disclosure: u32,
        /// The result.
        result: String,
    },
    /// State the influence on other software and systems.
    AnalyseInfluence {
        /// The result, as the developers get it.
        summary: String,
    },
    /// Pass the receiving body's analysis on to the developers.
    PassInfluence {
        /// Which.
        analysis: u32,
    },
    /// Say why a developer is on the case, and in which wave it is told.
    SetInvolvement {
        /// The developer.
        developer: DeveloperId,
        /// Why.
        involvement: Involvement,
        /// The wave.
        wave: u32,
    },
    /// Plan the day of a wave.
    PlanWave {
        /// Which.
        wave: u32,
        /// The day.
        day: Date,
    },
    /// Open a wave.
    OpenWave {
        /// Which.
        wave: u32,
        /// Why, where it is before its day.
        reason: String,
    },
    /// Ask about the site of the report.
    AskSiteInformation {
        /// What is needed, and why.
        why: String,
    },
    /// Answer about the site of the report.
    AnswerSiteInformation {
        /// To whom.
        developer: DeveloperId,
        /// What the operator lets it know; nothing where nothing can be given.
        information: Option<String>,
        /// How the operator consented.
        consent: String,
    },
    /// Ask to tell users before the publication.
    AskUserNotice {
        /// Whom.
        whom: String,
        /// When.
        day: Date,
        /// How.
        how: String,
    },
    /// Allow it or not.
    AnswerUserNotice {
        /// To whom.
        developer: DeveloperId,
        /// Whether it is allowed.
        allowed: bool,
        /// The confidentiality request that goes with the notice, or why it is not allowed.
        text: String,
    },
    /// Report that users were told.
    ReportUserNotice {
        /// Whether all of them.
        all: bool,
        /// How one can see that.
        evidence: String,
    },
    /// Wish to talk directly.
    WishTalk,
    /// Pass the wish on to the other side.
    PassTalk {
        /// Whose wish.
        wisher: Party,
        /// The developer of the talk.
        developer: DeveloperId,
        /// The finder of the talk, by its report.
        report: ReportId,
    },
    /// Consent to it or not; a body only declines.
    AnswerTalk {
        /// Whose wish.
        wisher: Party,
        /// Whether they talk.
        agrees: bool,
    },
    /// Say that the details arrived.
    AcknowledgeReceipt,
}

impl OutreachCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            OutreachCommand::RecordNda { .. } => Action::RecordNda,
            OutreachCommand::Disclose { .. } => Action::Disclose,
            OutreachCommand::RecordAnalysis { .. } => Action::RecordAnalysis,
            OutreachCommand::AnalyseInfluence { .. } => Action::AnalyseInfluence,
            OutreachCommand::PassInfluence { .. } => Action::PassInfluence,
            OutreachCommand::SetInvolvement { .. } => Action::SetInvolvement,
            OutreachCommand::PlanWave { .. } => Action::PlanWave,
            OutreachCommand::OpenWave { .. } => Action::OpenWave,
            OutreachCommand::AskSiteInformation { .. } => Action::AskSiteInformation,
            OutreachCommand::AnswerSiteInformation { .. } => Action::AnswerSiteInformation,
            OutreachCommand::AskUserNotice { .. } => Action::AskUserNotice,
            OutreachCommand::AnswerUserNotice { .. } => Action::AnswerUserNotice,
            OutreachCommand::ReportUserNotice { .. } => Action::ReportUserNotice,
            OutreachCommand::WishTalk => Action::WishTalk,
            OutreachCommand::PassTalk { .. } => Action::PassTalk,
            OutreachCommand::AnswerTalk { .. } => Action::AnswerTalk,
            OutreachCommand::AcknowledgeReceipt => Action::AcknowledgeReceipt,
        }
    }

    /// The developer that it is about, where the giver names one.
    #[must_use]
    pub const fn developer(&self) -> Option<DeveloperId> {
        match self {
            OutreachCommand::SetInvolvement { developer, .. }
            | OutreachCommand::AnswerSiteInformation { developer, .. }
            | OutreachCommand::AnswerUserNotice { developer, .. } => Some(*developer),
            _ => None,
        }
    }
}

/// Whether a party may do something to tell others or to talk now.
///
/// # Errors
/// The refusal.
pub fn may(
    file: &CaseFile,
    party: Party,
    action: Action,
    about: Option<DeveloperId>,
    _rules: Rules<'_>,
    _now: Moment,
) -> Result<(), Refusal> {
    let case = &file.case;
    let outreach = &case.outreach;
    let unpublished = || require(case.publications.is_empty(), Refusal::under(PUBLICATION, Why::AlreadyPublished));
    match action {
        Action::RecordNda | Action::Disclose | Action::AnalyseInfluence | Action::PlanWave => Ok(()),
        Action::RecordAnalysis => {
            require(awaited(file, party).next().is_some(), Refusal::under(INFLUENCE, Why::NothingAsked))
        }
        Action::PassInfluence => {
            let open = outreach.analyses.iter().any(|one| one.passed_on.is_none());
            require(open, Refusal::under(INFLUENCE, Why::NothingAsked))
        }
        Action::SetInvolvement => side(case, about).map(|_| ()),
        Action::OpenWave => waves::may_open(case),
        Action::AskSiteInformation | Action::AskUserNotice | Action::ReportUserNotice | Action::AcknowledgeReceipt => {
            let side = informed(case, party)?;
            unpublished()?;
            may_as_developer(case, side, action)
        }
        Action::AnswerSiteInformation => {
            let asked = outreach.site_requests.iter().any(|one| is(about, one.developer) && one.answer.is_none());
            unpublished()?;
            require(asked, Refusal::under(SITE, Why::NothingAsked))
        }
        Action::AnswerUserNotice => {
            let open = |one: DeveloperId| outreach.open_user_notice(one).is_some();
            let asked = case.developers.iter().any(|side| is(about, side.id) && open(side.id));
            unpublished()?;
            require(asked, Refusal::under(ALLOWANCE, Why::NothingAsked))
        }
        Action::WriteDirectly => talks::may_write(file, party, None),
        Action::WishTalk if own(party).is_some() => {
            informed(case, party)?;
            talks::may(file, party, action)
        }
        _ => talks::may(file, party, action),
    }
}

fn is(about: Option<DeveloperId>, id: DeveloperId) -> bool {
    about.is_none_or(|about| about == id)
}

fn side(case: &CaseState, about: Option<DeveloperId>) -> Result<&DeveloperSide, Refusal> {
    about.and_then(|id| case.developer(id)).ok_or(Refusal::plain(Why::NoSuchDeveloper))
}

fn informed(case: &CaseState, party: Party) -> Result<&DeveloperSide, Refusal> {
    let side = side(case, own(party))?;
    require(side.details.is_some(), Refusal::under(Clause::new("Ⅳ.4.2"), Why::DetailsNotSent))?;
    Ok(side)
}

/// What a developer asks it asks once, and what it said it need not say again.
fn may_as_developer(case: &CaseState, side: &DeveloperSide, action: Action) -> Result<(), Refusal> {
    let outreach = &case.outreach;
    let (open, clause) = match action {
        Action::AskSiteInformation => (outreach.open_site_request(side.id).is_some(), SITE),
        Action::AskUserNotice => (outreach.open_user_notice(side.id).is_some(), USERS),
        Action::AcknowledgeReceipt => (has_answered(case, side), RECEIPT),
        _ => (false, USERS),
    };
    require(!open, Refusal::under(clause, Why::SaidAlready))
}

/// Whether a developer let hear of itself since it has the details: any statement says that they arrived.
fn has_answered(case: &CaseState, side: &DeveloperSide) -> bool {
    let stated = side.verification.is_some() || side.countermeasure.is_some() || side.status.is_some();
    let acknowledged = case.outreach.acknowledged.iter().any(|(id, _)| *id == side.id);
    let own = Party::Developer(side.id);
    let wrote = || case.messages.iter().any(|it| it.item.from == own && it.item.thread == Thread::Developer(side.id));
    stated || acknowledged || !side.proposals.is_empty() || wrote()
}

/// What follows from a command.
///
/// # Errors
/// The refusal with its clause.
pub(in crate::case) fn decide(
    file: &CaseFile,
    party: Party,
    command: OutreachCommand,
    _rules: Rules<'_>,
    now: Moment,
) -> Result<Vec<FileEvent>, Refusal> {
    let case = &file.case;
    let on = now.today;
    let event = match command {
        OutreachCommand::RecordNda { .. } => record_nda(file, party, command, now)?,
        OutreachCommand::Disclose { .. } => disclose(file, party, command, now)?,
        OutreachCommand::RecordAnalysis { disclosure, result } => {
            let open = awaited(file, party).any(|number| number == disclosure);
            require(open, Refusal::under(INFLUENCE, Why::NothingAsked))?;
            said(&result, INFLUENCE)?;
            OutreachEvent::AnalysisReceived { disclosure, result, on }
        }
        OutreachCommand::AnalyseInfluence { summary } => {
            said(&summary, INFLUENCE)?;
            let analysis = case.outreach.analyses.len() as u32 + 1;
            OutreachEvent::InfluenceAnalysed { analysis, by: party, summary, on }
        }
        OutreachCommand::PassInfluence { analysis } => {
            let open = case.outreach.analyses.iter().any(|one| one.number == analysis && one.passed_on.is_none());
            require(open, Refusal::under(INFLUENCE, Why::NothingAsked))?;
            OutreachEvent::InfluencePassed { analysis, on }
        }
        OutreachCommand::SetInvolvement { developer, involvement, wave } => {
            match waves::set(case, developer, involvement, wave)? {
                Some(event) => event,
                None => return Ok(vec![]),
            }
        }
        OutreachCommand::PlanWave { wave, day } => waves::plan(case, wave, day, now)?,
        OutreachCommand::OpenWave { wave, reason } => waves::open(case, wave, reason, now)?,
        OutreachCommand::PassTalk { wisher, developer, report } => {
            let events = talks::pass(file, party, wisher, developer, report, on)?;
            return Ok(events.into_iter().map(|event| FileEvent::Case(CaseEvent::Outreach(event))).collect());
        }
        OutreachCommand::AnswerTalk { wisher, agrees } => talks::answer(file, party, wisher, agrees, on)?,
        OutreachCommand::WishTalk => OutreachEvent::TalkWished { by: party, on },
        OutreachCommand::AnswerSiteInformation { developer, information, consent } => {
            answer_about_site(developer, information, consent, on)?
        }
        OutreachCommand::AnswerUserNotice { developer, allowed, text } => {
            said(&text, ALLOWANCE)?;
            match allowed {
                true => OutreachEvent::UserNoticeAllowed { developer, request: text, on },
                false => OutreachEvent::UserNoticeDeclined { developer, reason: text, on },
            }
        }
        said_by_developer => by_developer(party, said_by_developer, now)?,
    };
    Ok(vec![FileEvent::Case(CaseEvent::Outreach(event))])
}

/// What a developer asks or reports about itself.
fn by_developer(party: Party, command: OutreachCommand, now: Moment) -> Result<OutreachEvent, Refusal> {
    let developer = own(party).ok_or(Refusal::plain(Why::NotYours))?;
    let on = now.today;
    match command {
        OutreachCommand::AskSiteInformation { why } => {
            said(&why, SITE)?;
            Ok(OutreachEvent::SiteInformationAsked { developer, why, on })
        }
        OutreachCommand::AskUserNotice { whom, day, how } => {
            said(&whom, USERS)?;
            said(&how, USERS)?;
            require(day >= on, Refusal::under(USERS, Why::DayPast))?;
            Ok(OutreachEvent::UserNoticeAsked { developer, whom, day, how, on })
        }
        OutreachCommand::ReportUserNotice { all, evidence } => {
            require(!all || !evidence.trim().is_empty(), Refusal::under(USERS, Why::TextMissing))?;
            Ok(OutreachEvent::UsersNotified { developer, all, evidence, on })
        }
        OutreachCommand::AcknowledgeReceipt => Ok(OutreachEvent::ReceiptAcknowledged { developer, on }),
        _ => Err(Refusal::plain(Why::NotYours)),
    }
}

fn said(text: &str, clause: Clause) -> Result<(), Refusal> {
    require(!text.trim().is_empty(), Refusal::under(clause, Why::TextMissing))
}

/// Nothing about a site goes to a developer without its operator's consent (Ⅴ.3.8.但書).
fn answer_about_site(
    developer: DeveloperId,
    information: Option<String>,
    consent: String,
    on: Date,
) -> Result<OutreachEvent, Refusal> {
    if let Some(text) = &information {
        said(text, SITE)?;
        require(!consent.trim().is_empty(), Refusal::under(Clause::new("Ⅴ.3.8.但書"), Why::ConsentMissing))?;
    }
    Ok(OutreachEvent::SiteInformationAnswered { developer, information, consent, on })
}

/// What is owed: what was asked waits for its answer, wherever it lies.
#[must_use]
pub fn duties(file: &CaseFile, rules: Rules<'_>) -> Vec<Duty> {
    let case = &file.case;
    let mut duties = talks::duties(file);
    let analyses = case.outreach.analyses.iter().filter(|one| one.passed_on.is_none());
    duties.extend(analyses.map(|_| Duty::new(Party::Coordinator, DutyKind::PassInfluence)));
    for body in [Party::ReceivingBody, Party::Coordinator] {
        duties.extend(awaited(file, body).map(|_| Duty::new(body, DutyKind::RecordAnalysis).waiting(true)));
    }
    if case.publications.is_empty() {
        duties.extend(waves::duties(case));
        duties.extend(case.developers.iter().flat_map(|side| of_developer(case, side, rules)));
    }
    duties.dedup();
    duties
}

fn of_developer(case: &CaseState, side: &DeveloperSide, rules: Rules<'_>) -> Vec<Duty> {
    let Some(details) = &side.details else { return vec![] };
    let owed = |who, what| Duty::new(who, what).about(side.id);
    let developer = Party::Developer(side.id);
    let mut duties = Vec::new();
    if case.outreach.open_site_request(side.id).is_some() {
        duties.push(owed(Party::ReceivingBody, DutyKind::AnswerSiteInformation));
    }
    if let Some(notice) = case.outreach.open_user_notice(side.id) {
        duties.push(owed(Party::Coordinator, DutyKind::AnswerUserNotice).by(Some(notice.day)));
    }
    let newest = case.outreach.user_notices.iter().rfind(|one| one.developer == side.id && !one.done);
    if let Some(notice) = newest.filter(|one| one.answer.as_ref().is_some_and(|answer| answer.allowed)) {
        duties.push(owed(developer, DutyKind::ReportUserNotice).by(Some(notice.day)));
    }
    if !has_answered(case, side) {
        let days = jiff::Span::new().days(rules.edition.acknowledge_days.value);
        duties.push(owed(developer, DutyKind::AcknowledgeReceipt).by(details.on.checked_add(days).ok()));
    }
    duties
}

//! What a party may see of a website case (Ⅴ.3.7): the desk all of it, the operator its own side, a finder how far it
//! is. For everybody else there is no such case; an auditor sees its shape alone.
//!
//! What may flow from the operator's side to a finder: the stage, the day of the details, the day and way of a fix, the
//! end with its reason. From a finder to the operator: what the desk chose to send, the kind as the desk decided it, and
//! the name where that is wished.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::action::SiteAction;
use super::content::SiteContent;
use super::duties::duties;
use super::event::{Classification, SiteEvent, SiteThread};
use super::file::SiteFile;
use super::lists::{LeakItem, OperatorAnswer, SiteEnding, SiteKind};
use super::permission::may;
use super::record::{
    Alert, AnswerGiven, Check, Consent, Leak, Lookup, Operator, OperatorContact, SiteAttempt, SiteDetails,
    SiteDisclosure, SiteMessage, SiteNda, SiteTalk,
};
use super::silence;
use super::state::SiteStage;
use crate::case::Duty;
use crate::case::duties::report_duties;
use crate::edition::Rules;
use crate::ids::{AccountId, BodyId, CaseId, PersonId, ReportId, SiteCaseId};
use crate::influence::Rating;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::Refusal;
use crate::report::state::{Attachment, Dated};

/// A step of the timeline that a viewer may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SiteStep {
    /// When.
    pub at: Timestamp,
    /// Event name, as in the journal.
    pub what: &'static str,
}

/// The end, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClosingView {
    /// How.
    pub ending: SiteEnding,
    /// The reason, in the words for this viewer; the desk reads the finders'.
    pub reason: Option<BodyId>,
    /// The reason as the operator reads it (desk).
    pub to_operator: Option<BodyId>,
    /// Day.
    pub on: Date,
}

/// Everything that a viewer may see of a website case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteView {
    /// The case.
    pub id: SiteCaseId,
    /// Who looks.
    pub viewer: Party,
    /// Its number.
    pub number: String,
    /// How far it is.
    pub stage: SiteStage,
    /// Day of acceptance of the viewer's report; for the desk of the case.
    pub accepted_on: Option<Date>,
    /// The site, by its host (desk, operator).
    pub site: Option<String>,
    /// What the case says: the desk's copy, or the one that the operator was given.
    pub content: Option<SiteContent>,
    /// Files: all for the desk, those it was given for the operator.
    pub attachments: Vec<Attachment>,
    /// Its reports (desk).
    pub reports: Vec<ReportId>,
    /// The finder's person, where the viewer may know it now.
    pub finder: Option<PersonId>,
    /// Of what kind it is, as the desk decided (operator, once it has the details).
    pub kind: Option<SiteKind>,
    /// Kind, effects and cause (desk).
    pub classification: Option<Classification>,
    /// Ratings (desk).
    pub ratings: Vec<Dated<Rating>>,
    /// Marked as of large influence (desk).
    pub high_impact: bool,
    /// Who runs the site (desk).
    pub operator: Option<Operator>,
    /// Where it was looked for (desk).
    pub lookups: Vec<Lookup>,
    /// Attempts (desk).
    pub attempts: Vec<SiteAttempt>,
    /// Who answers for the operator (desk, operator).
    pub contact: Option<OperatorContact>,
    /// What was given to the operator (desk).
    pub details: Option<SiteDetails>,
    /// Since when the operator has the details.
    pub details_sent_on: Option<Date>,
    /// When it received them (desk, operator).
    pub received_on: Option<Date>,
    /// The day aimed at for the fix (desk, operator).
    pub aimed_at: Option<Date>,
    /// The day from which it counts as long (desk).
    pub prolonged_from: Option<Date>,
    /// The day from which it may end for lack of an answer (desk).
    pub silence_ends_from: Option<Date>,
    /// What the operator said (desk, operator).
    pub answers: Vec<Dated<AnswerGiven>>,
    /// That it is fixed, in which way and since when.
    pub fixed: Option<(OperatorAnswer, Date)>,
    /// Messages that the viewer reads.
    pub messages: Vec<Dated<SiteMessage>>,
    /// Consents asked for (desk, operator).
    pub consents: Vec<Consent>,
    /// What the desk found when it looked (desk; the operator what was still there or gone after it had the details).
    pub checks: Vec<Dated<Check>>,
    /// A leak (desk; the operator without the desk's reason).
    pub leak: Leak,
    /// What the public word of a leak does not say yet (desk, operator).
    pub leak_lacks: Vec<LeakItem>,
    /// To whom the operator handed the details on (desk, operator).
    pub forwards: Vec<(Date, String)>,
    /// Since when none of them sees anything any more (desk, operator).
    pub taken_back_on: Option<Date>,
    /// Alerts (desk).
    pub alerts: Vec<Alert>,
    /// NDAs (desk).
    pub ndas: Vec<SiteNda>,
    /// Who outside was told (desk).
    pub disclosures: Vec<SiteDisclosure>,
    /// The product's case (desk).
    pub product: Option<(CaseId, bool)>,
    /// Talks that the viewer takes part in; the desk sees all.
    pub talks: Vec<SiteTalk>,
    /// The end.
    pub closing: Option<ClosingView>,
    /// Times that it was taken up again; reasons are the desk's.
    pub reopened: Vec<(Date, String)>,
    /// Who looks after it (desk).
    pub owner: Option<AccountId>,
    /// Internal notes (desk).
    pub notes: Vec<Dated<(AccountId, BodyId)>>,
    /// What happened.
    pub timeline: Vec<SiteStep>,
    /// What is owed: by the viewer, and for the desk by everybody.
    pub duties: Vec<Duty>,
    /// What the viewer may do now, and why not what it may not.
    pub actions: Vec<(SiteAction, Option<Refusal>)>,
}

/// The view of a website case, or `None` when its existence is secret to the party.
#[must_use]
pub fn view(file: &SiteFile, party: Party, rules: Rules<'_>, now: Moment) -> Option<SiteView> {
    if !file.is_seen_by(party) {
        return None;
    }
    match party {
        Party::ReceivingBody => Some(for_desk(file, rules, now)),
        Party::SiteOperator(_) => Some(for_operator(file, party, rules, now)),
        Party::Finder(report) => Some(for_finder(file, report, rules, now)),
        _ => None,
    }
}

/// What every viewer sees, and nothing else.
fn bare(file: &SiteFile, party: Party, rules: Rules<'_>, now: Moment) -> SiteView {
    let site = &file.site;
    let own = SiteAction::ALL.into_iter().filter(|action| action.belongs_to(party));
    SiteView {
        id: site.id,
        viewer: party,
        number: site.number.clone(),
        stage: site.stage(),
        accepted_on: None,
        site: None,
        content: None,
        attachments: Vec::new(),
        reports: Vec::new(),
        finder: None,
        kind: None,
        classification: None,
        ratings: Vec::new(),
        high_impact: false,
        operator: None,
        lookups: Vec::new(),
        attempts: Vec::new(),
        contact: None,
        details: None,
        details_sent_on: site.details.as_ref().map(|details| details.on),
        received_on: None,
        aimed_at: None,
        prolonged_from: None,
        silence_ends_from: None,
        answers: Vec::new(),
        fixed: fixed(file),
        messages: Vec::new(),
        consents: Vec::new(),
        checks: Vec::new(),
        leak: Leak::default(),
        leak_lacks: Vec::new(),
        forwards: Vec::new(),
        taken_back_on: None,
        alerts: Vec::new(),
        ndas: Vec::new(),
        disclosures: Vec::new(),
        product: None,
        talks: Vec::new(),
        closing: None,
        reopened: Vec::new(),
        owner: None,
        notes: Vec::new(),
        timeline: Vec::new(),
        duties: duties(file, rules).into_iter().filter(|duty| duty.who == party).collect(),
        actions: own.map(|action| (action, may(file, party, action, rules, now).err())).collect(),
    }
}

fn fixed(file: &SiteFile) -> Option<(OperatorAnswer, Date)> {
    let answer = file.site.answer().filter(|_| file.site.is_fix_reported())?;
    Some((answer.item.answer, answer.item.on))
}

fn lacks(leak: &Leak) -> Vec<LeakItem> {
    let Some((_, items, _)) = &leak.public else { return Vec::new() };
    LeakItem::ALL.into_iter().filter(|item| !items.contains(item)).collect()
}

fn for_desk(file: &SiteFile, rules: Rules<'_>, now: Moment) -> SiteView {
    let site = file.site.clone();
    let edition = rules.edition;
    let own = file.reports.iter().flat_map(report_duties);
    let closing = site.closing.map(|end| ClosingView {
        ending: end.ending,
        reason: Some(end.to_finder),
        to_operator: end.to_operator,
        on: end.on,
    });
    SiteView {
        accepted_on: Some(site.accepted_on),
        site: Some(file.site.site()),
        content: Some(site.content),
        attachments: site.attachments,
        reports: site.reports,
        finder: file.reports.first().map(|report| report.person),
        classification: site.classification,
        ratings: site.ratings,
        high_impact: site.high_impact,
        operator: site.operator,
        lookups: site.lookups,
        attempts: site.attempts,
        contact: site.contact,
        details: site.details,
        received_on: site.received_on,
        aimed_at: silence::aimed_at(&file.site, edition),
        prolonged_from: silence::prolonged_from(&file.site, edition),
        silence_ends_from: silence::ends_from(&file.site, edition),
        answers: site.answers,
        messages: site.messages,
        consents: site.consents,
        checks: site.checks,
        leak_lacks: lacks(&file.site.leak),
        leak: site.leak,
        forwards: site.forwards,
        taken_back_on: site.taken_back_on,
        alerts: site.alerts,
        ndas: site.ndas,
        disclosures: site.disclosures,
        product: site.product,
        talks: site.talks,
        closing,
        reopened: site.reopened,
        owner: site.owner,
        notes: site.notes,
        timeline: steps(file, |_| true),
        duties: own.chain(duties(file, rules)).collect(),
        ..bare(file, Party::ReceivingBody, rules, now)
    }
}

/// The operator sees its site, and once it has them the details, its own words and what it is asked.
fn for_operator(file: &SiteFile, party: Party, rules: Rules<'_>, now: Moment) -> SiteView {
    let site = &file.site;
    let details = site.details.as_ref();
    let files = details.map(|details| details.attachments.as_slice()).unwrap_or_default();
    let named = details.is_some_and(|details| details.finder_named) && file.shares_identity();
    let since = site.history.iter().find(|event| matches!(event.item, SiteEvent::SiteDetailsSent { .. }));
    let feared = site.leak.feared.as_ref().filter(|_| details.is_some()).map(|(on, _)| (*on, String::new()));
    let leak = Leak { feared, public: site.leak.public.clone() };
    let talks = site.talks.iter().filter(|talk| talk.wisher == party || talk.report.is_some());
    SiteView {
        site: Some(site.site()),
        content: details.map(|details| details.content.clone()),
        attachments: site.attachments.iter().filter(|file| files.contains(&file.id)).cloned().collect(),
        finder: file.reports.first().filter(|_| named).map(|report| report.person),
        kind: details.and(site.classification.as_ref()).map(|decided| decided.kind),
        contact: site.contact.clone(),
        received_on: site.received_on,
        aimed_at: silence::aimed_at(site, rules.edition),
        answers: site.answers.clone(),
        messages: site.messages.iter().map(operator_reads).collect(),
        consents: site.consents.clone(),
        forwards: site.forwards.clone(),
        taken_back_on: site.taken_back_on,
        checks: site.checks.iter().filter(|check| since.is_some_and(|sent| check.at > sent.at)).cloned().collect(),
        leak_lacks: lacks(&leak),
        leak,
        talks: talks.cloned().collect(),
        closing: site.closing.as_ref().map(|end| ClosingView {
            ending: end.ending,
            reason: end.to_operator,
            to_operator: None,
            on: end.on,
        }),
        reopened: site.reopened.iter().map(|(on, _)| (*on, String::new())).collect(),
        timeline: steps(file, |event| operator_learns(event, details.is_some())),
        ..bare(file, party, rules, now)
    }
}

/// All messages are the operator's own; on whose question it was consulted it is not told.
fn operator_reads(message: &Dated<SiteMessage>) -> Dated<SiteMessage> {
    let plain = SiteMessage { about: None, ..message.item.clone() };
    Dated { at: message.at, item: plain }
}

/// A finder sees how far it is, the days that the procedure tells it, and the end (Ⅴ.2.6, Ⅴ.3.4, Ⅴ.3.10).
fn for_finder(file: &SiteFile, id: ReportId, rules: Rules<'_>, now: Moment) -> SiteView {
    let site = &file.site;
    let party = Party::Finder(id);
    let accepted = file.report(id).and_then(|report| report.accepted);
    let own = file.report(id).into_iter().flat_map(report_duties).filter(|duty| duty.who == party);
    let bare = bare(file, party, rules, now);
    let coarse = if bare.stage == SiteStage::Confirmed { SiteStage::Notified } else { bare.stage };
    let direct = |message: &&Dated<SiteMessage>| message.item.thread == SiteThread::Direct(id);
    let talks = site.talks.iter().filter(|talk| talk.wisher == party || talk.report == Some(id));
    SiteView {
        stage: coarse,
        accepted_on: accepted.map(|(on, _)| on),
        messages: site.messages.iter().filter(direct).cloned().collect(),
        talks: talks.cloned().collect(),
        closing: site.closing.as_ref().map(|end| ClosingView {
            ending: end.ending,
            reason: Some(end.to_finder),
            to_operator: None,
            on: end.on,
        }),
        reopened: site.reopened.iter().map(|(on, _)| (*on, String::new())).collect(),
        timeline: finder_steps(file, accepted.map(|(_, at)| at)),
        duties: own.chain(bare.duties.clone()).collect(),
        ..bare
    }
}

fn steps(file: &SiteFile, learns: impl Fn(&SiteEvent) -> bool) -> Vec<SiteStep> {
    let known = file.site.history.iter().filter(|event| learns(&event.item));
    known.map(|event| SiteStep { at: event.at, what: event.item.kind() }).collect()
}

/// What an operator sees happen.
fn operator_learns(event: &SiteEvent, informed: bool) -> bool {
    match event {
        SiteEvent::OperatorContacted { .. }
        | SiteEvent::OperatorConfirmed { .. }
        | SiteEvent::SiteDetailsSent { .. }
        | SiteEvent::SiteDetailsReceived { .. }
        | SiteEvent::OperatorAnswered { .. }
        | SiteEvent::LeakMadePublic { .. }
        | SiteEvent::SiteForwarded { .. }
        | SiteEvent::SiteTakenBack { .. }
        | SiteEvent::OperatorConsentAsked { .. }
        | SiteEvent::OperatorConsentAnswered { .. }
        | SiteEvent::SiteClosed { .. }
        | SiteEvent::SiteReopened { .. } => true,
        SiteEvent::LeakSuspected { .. } => informed,
        _ => false,
    }
}

/// What a finder sees happen, from the acceptance of its own report on: the first attempt, the details, a fix, the end.
fn finder_steps(file: &SiteFile, since: Option<Timestamp>) -> Vec<SiteStep> {
    let mut contacted = false;
    let history = file.site.history.iter();
    let known = history.filter(|event| match &event.item {
        SiteEvent::OperatorContacted { .. } => !std::mem::replace(&mut contacted, true),
        SiteEvent::OperatorAnswered { answer, .. } => answer.is_fix(),
        SiteEvent::SiteDetailsSent { .. } | SiteEvent::SiteClosed { .. } | SiteEvent::SiteReopened { .. } => true,
        _ => false,
    });
    let recent = known.filter(|event| since.is_some_and(|since| event.at >= since));
    recent.map(|event| SiteStep { at: event.at, what: event.item.kind() }).collect()
}

/// The shape of a case, as an auditor sees it: what happened when, without any text, name or site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteShape {
    /// The case.
    pub id: SiteCaseId,
    /// How far it is.
    pub stage: SiteStage,
    /// How it ended.
    pub ending: Option<SiteEnding>,
    /// Everything that happened, by name.
    pub steps: Vec<SiteStep>,
}

/// The shape of a case.
#[must_use]
pub fn shape(file: &SiteFile) -> SiteShape {
    let ending = file.site.closing.as_ref().map(|closing| closing.ending);
    SiteShape { id: file.site.id, stage: file.site.stage(), ending, steps: steps(file, |_| true) }
}

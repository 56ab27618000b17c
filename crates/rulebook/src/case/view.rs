//! What a party may see of a case (design 4). Pages, mails, exports and API answers are made from a view, never from
//! the case.
//!
//! What may flow between parties is a named list (decision 11): the stage, the one date (the day aimed at until one
//! is set, and each day set since the party came in), the publication; day zero and the day of the details go to the
//! receiving body and the finder because the procedure says so. Everything else that a viewer may not see leaves its
//! view unchanged.
//!
//! The finder's person is in a view only while consent ウ stands: withdrawn, it is gone from there on.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::aftercare::{self, Aftercare};
use super::arrival::{self, Arrivals, Overseas};
use super::content::CaseContent;
use super::decide::shares_identity;
use super::duties::{Duty, DutyKind, duties, report_duties};
use super::ending::{self, EndingView};
use super::event::{Countermeasure, Origin, StatusStatement, Thread, Verification};
use super::file::CaseFile;
use super::judgement::{self, Judgement};
use super::outreach::{self, OutreachView};
use super::permission::may;
use super::reach::{self, ReachView};
use super::schedule::{self, Schedule};
use super::state::{
    Attempt, CaseMessage, CaseState, Contact, Copy, DaySet, DeveloperSide, Proposal, Publication, Stage,
};
use super::timeline::{developer_steps, finder_steps, staff_steps};
use crate::action::Action;
use crate::advisory::content::AdvisoryContent;
use crate::advisory::state::{AdvisoryState, PreviewComment, Revision, Signature};
use crate::edition::Rules;
use crate::ids::{AccountId, AdvisoryId, BodyId, CaseId, DeveloperId, PersonId, ReportId};
use crate::influence::Rating;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::Refusal;
use crate::report::state::{Attachment, Dated, ReportState};
use crate::text::Localized;

pub use super::timeline::Step;

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Viewer {
    /// A party of the case.
    Party(Party),
    /// Anybody else: an administrator, another finder or developer, the public.
    Outsider,
}

/// One developer, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeveloperView {
    /// The developer.
    pub id: DeveloperId,
    /// Its name in the register.
    pub name: String,
    /// Attempts to reach it (staff).
    pub attempts: Vec<Attempt>,
    /// Day of the first attempt.
    pub first_attempt_on: Option<Date>,
    /// One-time links sent (coordinator).
    pub links: Vec<Dated<String>>,
    /// Its confirmed contact.
    pub contact: Option<Contact>,
    /// The details that it has.
    pub details: Option<Copy>,
    /// Its verification result.
    pub verification: Option<Dated<Verification>>,
    /// Its countermeasure.
    pub countermeasure: Option<Dated<Countermeasure>>,
    /// Its status.
    pub status: Option<Dated<StatusStatement>>,
    /// Its proposals for the day.
    pub proposals: Vec<Dated<Proposal>>,
}

/// A finder whose report was joined later, as staff may know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LaterFinder {
    /// Its person, where its own consent ウ lets this viewer know it.
    pub person: Option<PersonId>,
    /// Whether it wishes to be named in public.
    pub wants_credit: bool,
}

/// The advisory, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AdvisoryView {
    /// Its id.
    pub id: AdvisoryId,
    /// Its number.
    pub number: String,
    /// The text: as it stands for staff, as last shown for a developer.
    pub content: Option<AdvisoryContent>,
    /// When the developers were last shown a text.
    pub preview_at: Option<Timestamp>,
    /// Whether the text was changed since.
    pub changed_since_preview: bool,
    /// Comments: all for staff, its own for a developer.
    pub comments: Vec<Dated<PreviewComment>>,
    /// The coordinator's signature (staff).
    pub approved: Option<Signature>,
    /// The receiving body's signature (staff).
    pub co_signed: Option<Signature>,
    /// Published revisions: public.
    pub revisions: Vec<Revision>,
    /// Whether the text differs from what the public has (staff).
    pub has_unpublished_text: bool,
}

/// Everything that a viewer may see of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseView {
    /// The case.
    pub id: CaseId,
    /// Who looks.
    pub viewer: Party,
    /// Its number.
    pub number: String,
    /// How far it is.
    pub stage: Stage,
    /// Where it comes from.
    pub origin: Origin,
    /// The coordinator overseas that it came from (staff).
    pub overseas: Option<Overseas>,
    /// Day of acceptance (not for developers).
    pub accepted_on: Option<Date>,
    /// Key of the edition that it is handled by.
    pub edition: String,
    /// Day zero (not for developers, who see their own first attempt).
    pub day_zero: Option<Date>,
    /// The first day of the details (not for developers).
    pub details_sent_on: Option<Date>,
    /// The day aimed at.
    pub target_day: Option<Date>,
    /// The publication day.
    pub day: Option<Date>,
    /// How the day was set and changed (staff with reasons).
    pub days: Vec<Dated<DaySet>>,
    /// What it says, as far as the viewer was given it.
    pub content: Option<CaseContent>,
    /// Files, as far as the viewer was given them.
    pub attachments: Vec<Attachment>,
    /// The finder's person, when name and contact were passed on to this viewer.
    pub finder: Option<PersonId>,
    /// Whether the finder wishes to be named in public (known where the person is, and to staff).
    pub finder_wants_credit: Option<bool>,
    /// Those who reported the same later, in the order of the reports (staff).
    pub later_finders: Vec<LaterFinder>,
    /// Ratings (staff).
    pub ratings: Vec<Dated<Rating>>,
    /// Reports (receiving body).
    pub reports: Vec<ReportState>,
    /// The copy that went to the coordinator (staff).
    pub handed_over: Option<Copy>,
    /// Developers.
    pub developers: Vec<DeveloperView>,
    /// Messages.
    pub messages: Vec<Dated<CaseMessage>>,
    /// Notes of the viewer's own side.
    pub notes: Vec<Dated<(AccountId, BodyId)>>,
    /// Who looks after it on the viewer's side.
    pub owner: Option<AccountId>,
    /// The advisory.
    pub advisory: Option<AdvisoryView>,
    /// Publications.
    pub publications: Vec<Publication>,
    /// What was seen outside that bears on the day.
    pub schedule: Schedule,
    /// The way to the developers, and the list of those that cannot be reached.
    pub reach: ReachView,
    /// Whether and how it has ended, and what bears on it.
    pub ending: EndingView,
    /// Rounds of judgement on publication, as far as the viewer may see them.
    pub judgement: Judgement,
    /// Who else is told, and who talks.
    pub outreach: OutreachView,
    /// What came in beside further reports.
    pub arrivals: Arrivals,
    /// What comes after the publication (staff).
    pub aftercare: Aftercare,
    /// What has happened.
    pub timeline: Vec<Step>,
    /// What the viewer owes, and for staff what everybody owes.
    pub duties: Vec<Duty>,
}

/// The view of a case for a viewer, or `None` when its existence itself is secret to it
/// ([`CaseFile::is_seen_by`]).
#[must_use]
pub fn view(file: &CaseFile, viewer: Viewer, rules: Rules<'_>) -> Option<CaseView> {
    let Viewer::Party(party) = viewer else { return None };
    if !file.is_seen_by(party) {
        return None;
    }
    match party {
        Party::ReceivingBody | Party::Program | Party::Coordinator => Some(staff(file, party, rules)),
        Party::Developer(id) => file.case.developer(id).map(|side| developer(file, side, rules)),
        Party::Finder(report) => Some(finder(file, report, rules)),
        Party::Member(member) => Some(judgement::papers(file, member, rules)),
        Party::SiteOperator(_) => None,
    }
}

/// A view with nothing but what may flow to every party.
pub(super) fn bare(file: &CaseFile, viewer: Party, rules: Rules<'_>) -> CaseView {
    let case = &file.case;
    CaseView {
        id: case.id,
        viewer,
        number: case.number.clone(),
        stage: case.stage(),
        origin: case.origin,
        overseas: None,
        accepted_on: None,
        edition: case.edition.clone(),
        day_zero: None,
        details_sent_on: None,
        target_day: case.target_day(rules.edition),
        day: case.day(),
        days: Vec::new(),
        content: None,
        attachments: Vec::new(),
        finder: None,
        finder_wants_credit: None,
        later_finders: Vec::new(),
        ratings: Vec::new(),
        reports: Vec::new(),
        handed_over: None,
        developers: Vec::new(),
        messages: Vec::new(),
        notes: Vec::new(),
        owner: None,
        advisory: None,
        publications: case.publications.clone(),
        schedule: schedule::shown(file, viewer),
        reach: reach::shown(file, viewer, rules),
        ending: ending::shown(file, viewer),
        judgement: judgement::shown(file, viewer),
        outreach: outreach::shown(file, viewer),
        arrivals: arrival::shown(file, viewer),
        aftercare: aftercare::shown(file, viewer),
        timeline: Vec::new(),
        duties: Vec::new(),
    }
}

fn staff(file: &CaseFile, party: Party, rules: Rules<'_>) -> CaseView {
    let case = &file.case;
    let receiving = party != Party::Coordinator;
    let copy = case.handed_over.as_ref();
    let named = receiving || copy.is_some_and(|copy| copy.finder_named) && shares_identity(file);
    let report = file.reports.first();
    let content = if receiving { Some(&case.content) } else { copy.map(|copy| &copy.content) };
    let given = |file: &&Attachment| receiving || copy.is_some_and(|copy| copy.attachments.contains(&file.id));
    let mut all = duties(file, rules);
    if receiving {
        all = without_talks(all);
        all.extend(file.reports.iter().flat_map(report_duties));
    } else {
        // Who has voted is nobody's to know before the decision.
        all.retain(|duty| !matches!(duty.who, Party::Member(_)));
    }
    CaseView {
        overseas: case.overseas.clone(),
        accepted_on: Some(case.accepted_on),
        day_zero: case.day_zero(),
        details_sent_on: case.details_sent_on(),
        days: case.days.clone(),
        content: content.cloned(),
        attachments: case.attachments.iter().filter(given).cloned().collect(),
        finder: report.filter(|_| named).map(|report| report.person),
        finder_wants_credit: report.map(|report| report.consents.publish_name.is_yes()),
        later_finders: later_finders(file, receiving),
        ratings: case.ratings.clone(),
        reports: if receiving { file.reports.clone() } else { Vec::new() },
        handed_over: case.handed_over.clone(),
        developers: case.developers.iter().map(|side| developer_view(side, receiving)).collect(),
        messages: read_by(case, |message| staff_reads(message, receiving)),
        notes: notes_of(file, if receiving { Party::ReceivingBody } else { Party::Coordinator }),
        owner: if receiving { case.receiving_owner } else { case.coordinator_owner },
        advisory: file.advisory.as_ref().map(staff_advisory),
        timeline: staff_steps(case, receiving),
        duties: all,
        ..bare(file, party, rules)
    }
}

/// Each later finder has consents of its own: the coordinator knows who it is only where it says so now (Ⅳ.3.(1).6).
fn later_finders(file: &CaseFile, receiving: bool) -> Vec<LaterFinder> {
    let later = file.reports.iter().skip(1);
    later
        .map(|report| LaterFinder {
            person: (receiving || report.consents_to_developers().share_identity.is_yes()).then_some(report.person),
            wants_credit: report.consents.publish_name.is_yes(),
        })
        .collect()
}

/// What somebody reads, in the order in which it was written: what came along from a case that proved to be the same
/// stands where it belongs.
fn read_by(case: &CaseState, reads: impl Fn(&Dated<CaseMessage>) -> bool) -> Vec<Dated<CaseMessage>> {
    let mut messages: Vec<_> = case.messages.iter().filter(|message| reads(message)).cloned().collect();
    messages.sort_by_key(|message| message.at);
    messages
}

/// Developers' messages stay between them and the coordinator; status and countermeasure are shared (Ⅳ.4.7).
fn staff_reads(message: &Dated<CaseMessage>, receiving: bool) -> bool {
    !receiving || !matches!(message.item.thread, Thread::Developer(_))
}

/// A developer reads what it writes with the coordinator, and with a finder directly.
fn developer_reads(message: &Dated<CaseMessage>, id: DeveloperId) -> bool {
    match message.item.thread {
        Thread::Developer(developer) | Thread::Direct { developer, .. } => developer == id,
        Thread::Bodies => false,
    }
}

fn finder_reads(message: &Dated<CaseMessage>, id: ReportId) -> bool {
    matches!(message.item.thread, Thread::Direct { report, .. } if report == id)
}

/// Duties as the receiving body may know them: nothing that tells of the coordinator's talks with developers.
fn without_talks(duties: Vec<Duty>) -> Vec<Duty> {
    let talk = |duty: &Duty| {
        let kinds = [DutyKind::AnswerDeveloper, DutyKind::AnswerCoordinator, DutyKind::AcknowledgeReceipt];
        kinds.contains(&duty.what)
    };
    let plain = |duty: Duty| Duty { waits: duty.waits && duty.what != DutyKind::AnswerVerification, ..duty };
    duties.into_iter().filter(|duty| !talk(duty)).map(plain).collect()
}

fn notes_of(file: &CaseFile, side: Party) -> Vec<Dated<(AccountId, BodyId)>> {
    let own = file.case.notes.iter().filter(|note| note.item.0 == side);
    own.map(|note| Dated { at: note.at, item: (note.item.1, note.item.2) }).collect()
}

fn developer_view(side: &DeveloperSide, receiving: bool) -> DeveloperView {
    DeveloperView {
        id: side.id,
        name: side.name.clone(),
        attempts: side.attempts.clone(),
        first_attempt_on: side.first_attempt_on(),
        links: if receiving { Vec::new() } else { side.links.clone() },
        contact: side.contact.clone(),
        details: side.details.clone(),
        verification: side.verification.clone(),
        countermeasure: side.countermeasure.clone(),
        status: side.status.clone(),
        proposals: side.proposals.clone(),
    }
}

fn staff_advisory(draft: &AdvisoryState) -> AdvisoryView {
    AdvisoryView {
        id: draft.id,
        number: draft.number.clone(),
        content: Some(draft.content.clone()),
        preview_at: draft.preview.as_ref().map(|preview| preview.at),
        changed_since_preview: draft.preview.as_ref().is_some_and(|preview| preview.item != draft.content),
        comments: draft.comments.clone(),
        approved: draft.approved,
        co_signed: draft.co_signed,
        revisions: draft.revisions.clone(),
        has_unpublished_text: draft.has_unpublished_text(),
    }
}

/// A developer sees its own side, the text with its own part, the date and the publication (Ⅳ.4.2, Ⅳ.4.3, Ⅳ.4.9).
fn developer(file: &CaseFile, side: &DeveloperSide, rules: Rules<'_>) -> CaseView {
    let case = &file.case;
    let party = Party::Developer(side.id);
    let details = side.details.as_ref();
    let attachments = details.map(|copy| copy.attachments.as_slice()).unwrap_or_default();
    let named = details.is_some_and(|copy| copy.finder_named) && shares_identity(file);
    let report = file.reports.first().filter(|_| named);
    let own = DeveloperView { attempts: Vec::new(), links: Vec::new(), ..developer_view(side, false) };
    let own_duties = duties(file, rules).into_iter().filter(|duty| duty.who == party).collect();
    CaseView {
        content: details.map(|copy| copy.content.clone()),
        attachments: case.attachments.iter().filter(|file| attachments.contains(&file.id)).cloned().collect(),
        finder: report.map(|report| report.person),
        finder_wants_credit: report.map(|report| report.consents.publish_name.is_yes()),
        developers: vec![own],
        messages: read_by(case, |message| developer_reads(message, side.id)),
        advisory: file.advisory.as_ref().and_then(|draft| developer_advisory(draft, side, named)),
        timeline: developer_steps(case, side.id),
        duties: own_duties,
        ..bare(file, party, rules)
    }
}

/// The text as last shown, with the developer's own part; the credit only when the finder is named to it anyway
/// (Ⅳ.3.(1).6: consent オ is for the publication, not for the developer before it).
fn developer_advisory(draft: &AdvisoryState, side: &DeveloperSide, named: bool) -> Option<AdvisoryView> {
    let informed = side.details.is_some();
    let preview = draft.preview.as_ref().filter(|_| informed);
    if preview.is_none() && draft.revisions.is_empty() {
        return None;
    }
    Some(AdvisoryView {
        id: draft.id,
        number: draft.number.clone(),
        content: preview.map(|preview| shown_text(&preview.item, side.id, named)),
        preview_at: preview.map(|preview| preview.at),
        changed_since_preview: false,
        comments: draft.comments.iter().filter(|c| c.item.developer == side.id).cloned().collect(),
        approved: None,
        co_signed: None,
        revisions: draft.revisions.clone(),
        has_unpublished_text: false,
    })
}

fn shown_text(text: &AdvisoryContent, id: DeveloperId, named: bool) -> AdvisoryContent {
    let mut own = text.for_developer(id);
    if !named {
        own.credit = Localized::default();
    }
    own
}

/// A finder sees how far it is, the days that the procedure tells it, and the publication (Ⅳ.2.7, Ⅳ.4.2, 図3 5).
fn finder(file: &CaseFile, id: ReportId, rules: Rules<'_>) -> CaseView {
    let case = &file.case;
    let party = Party::Finder(id);
    let own = file.reports.iter().filter(|report| report.id == id).flat_map(report_duties);
    let advisory = file.advisory.as_ref().filter(|draft| !draft.revisions.is_empty());
    // A report that joined later has its own day of acceptance, and sees what happened since.
    let report = file.reports.iter().find(|report| report.id == id);
    let accepted = report.and_then(|report| report.accepted);
    CaseView {
        accepted_on: accepted.map(|(on, _)| on),
        day_zero: case.day_zero(),
        details_sent_on: case.details_sent_on(),
        advisory: advisory.map(|draft| AdvisoryView {
            id: draft.id,
            number: draft.number.clone(),
            content: None,
            preview_at: None,
            changed_since_preview: false,
            comments: Vec::new(),
            approved: None,
            co_signed: None,
            revisions: draft.revisions.clone(),
            has_unpublished_text: false,
        }),
        timeline: finder_steps(case, party, accepted.map_or(case.history[0].at, |(_, at)| at)),
        messages: read_by(case, |message| finder_reads(message, id)),
        duties: own.chain(duties(file, rules)).filter(|duty| duty.who == party).collect(),
        ..bare(file, party, rules)
    }
}

/// What a viewer may do in a case now, and why not what it may not: the buttons of its page. Only its own actions are
/// named, and those of a report stand on the report.
#[must_use]
pub fn actions(
    file: &CaseFile,
    party: Party,
    about: Option<DeveloperId>,
    rules: Rules<'_>,
    now: Moment,
) -> Vec<(Action, Result<(), Refusal>)> {
    let own = Action::ALL.into_iter().filter(|action| action.belongs_to(party) && !action.is_on_report());
    own.map(|action| (action, may(file, party, action, about, rules, now))).collect()
}

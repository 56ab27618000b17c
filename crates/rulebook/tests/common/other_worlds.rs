//! Other worlds: the same case for one viewer, with everything else taken away or made up.
//!
//! What a viewer may know is kept here by hand, from the guideline and decision 11; all the rest is different.

use jiff::civil::Date;
use rulebook::advisory::state::Signature;
use rulebook::advisory::{AdvisoryContent, AdvisoryState, PreviewComment, VendorEntry};
use rulebook::case::reach::{Address, Checked, Source};
use rulebook::case::state::{Attempt, CaseMessage, Copy};
use rulebook::case::{
    AftercareEvent, ArrivalEvent, CaseEvent, DeveloperSide, EndingEvent, OutreachEvent, ScheduleEvent, Thread,
};
use rulebook::report::state::Dated;

use super::*;

/// The case as it could also be, for all that the viewer may know.
pub fn another_world(here: &CaseFile, viewer: Party) -> CaseFile {
    let mut there = here.clone();
    match viewer {
        Party::Finder(_) => for_finder(&mut there),
        Party::ReceivingBody => for_desk(&mut there),
        Party::Coordinator => for_coordinator(&mut there),
        Party::Developer(id) => for_developer(&mut there, id),
        Party::Member(_) => for_member(&mut there),
        Party::Program | Party::SiteOperator(_) => {}
    }
    parts::change(&mut there, viewer);
    there
}

fn lie() -> CaseContent {
    CaseContent { product: "別の製品".into(), steps: "別の手順".into(), ..CaseContent::default() }
}

fn copy_of_lies(on: Date) -> Copy {
    Copy { on, content: lie(), attachments: vec![], finder_named: false }
}

fn somebody() -> PersonId {
    PersonId(OTHER_REPORT.0)
}

/// A developer that is not on the real case.
fn made_up(at: Timestamp, first: Option<Date>, details: Option<Date>) -> DeveloperSide {
    let attempt = |on| Attempt {
        means: ContactMeans::Fax,
        to: "03-9999-9999".into(),
        on,
        outcome: AttemptOutcome::Refused,
        note: "作り話".into(),
    };
    DeveloperSide {
        id: ELSEWHERE,
        name: "作り話の開発者".into(),
        attempts: first.into_iter().map(attempt).collect(),
        links: vec![],
        contact: None,
        details: details.map(copy_of_lies),
        verification: None,
        countermeasure: None,
        status: Some(Dated { at, item: status("作り話の声明") }),
        proposals: vec![],
        reach: Default::default(),
    }
}

/// Notes, owners and ratings of staff, and the marks of the desk.
fn change_staff_matters(there: &mut CaseFile, at: Timestamp) {
    change_staff_matters_but_ratings(there, at);
    there.case.ratings.clear();
}

fn change_staff_matters_but_ratings(there: &mut CaseFile, at: Timestamp) {
    let case = &mut there.case;
    case.high_impact = !case.high_impact;
    case.receiving_owner = Some(AccountId(OTHER_REPORT.0));
    case.coordinator_owner = Some(AccountId(OTHER_REPORT.0));
    case.notes = vec![Dated { at, item: (DESK, DESK_ACCOUNT, body(777)) }];
    case.messages.retain(|message| message.item.thread != Thread::Bodies);
    let message = CaseMessage { thread: Thread::Bodies, from: COORDINATOR, body: body(778), attachments: vec![] };
    case.messages.push(Dated { at, item: message });
}

/// The report, but for the consents and the exchange between finder and desk.
fn change_report_matters(there: &mut CaseFile, at: Timestamp) {
    for report in &mut there.reports {
        report.high_impact = !report.high_impact;
        report.owner = Some(AccountId(OTHER_REPORT.0));
        report.notes = vec![Dated { at, item: (DESK_ACCOUNT, body(779)) }];
    }
}

/// The report altogether, but for consents and the person, if these are known to somebody outside of the desk.
fn change_report(there: &mut CaseFile, at: Timestamp, keep_person: bool) {
    change_report_matters(there, at);
    for report in &mut there.reports {
        report.form = body(780);
        report.title = "別の題".into();
        report.original = Some(body(781));
        report.problems.clear();
        report.messages.clear();
        report.attachments.clear();
        report.language = Language::En;
        report.channel = Channel::Mail;
        if !keep_person {
            report.person = somebody();
        }
    }
}

fn change_draft(draft: &mut AdvisoryState, at: Timestamp) {
    draft.content = AdvisoryContent { overview: Localized::new("別の概要", "x"), ..AdvisoryContent::default() };
    draft.edited_at = at;
    let signature =
        |signed: Option<Signature>| if signed.is_some() { None } else { Some(Signature { by: DESK_ACCOUNT, at }) };
    draft.approved = signature(draft.approved);
    draft.co_signed = signature(draft.co_signed);
}

fn made_up_comment(at: Timestamp) -> Dated<PreviewComment> {
    Dated { at, item: PreviewComment { developer: ELSEWHERE, agrees: false, comment: "作り話".into() } }
}

/// A developer keeps its own side, the days since it was contacted, the publications, and what it was shown.
fn for_developer(there: &mut CaseFile, id: DeveloperId) {
    let at = there.reports[0].received_at;
    let Some(own) = there.case.developer(id).cloned() else {
        for_coordinator_before_hand_over(there);
        return;
    };
    let was_named = own.details.as_ref().is_some_and(|copy| copy.finder_named);
    let named = was_named && there.reports[0].consents.share_identity.is_yes();
    change_staff_matters(there, at);
    change_report(there, at, named);
    for report in &mut there.reports {
        if !was_named {
            report.consents = consents(Answer::Yes, Answer::No);
        } else if !named {
            report.consents.publish_name = Answer::Both;
        }
    }
    let given: Vec<AttachmentId> = own.details.iter().flat_map(|copy| copy.attachments.clone()).collect();
    let case = &mut there.case;
    case.content = lie();
    case.consents = consents(Answer::Both, Answer::Both);
    case.accepted_on = day("2020-01-01");
    case.language = Language::En;
    case.attachments.retain(|file| given.contains(&file.id));
    case.handed_over = Some(copy_of_lies(day("2020-01-02")));
    case.messages.retain(|message| is_with(message.item.thread, id));
    case.developers = vec![made_up(at, Some(day("2020-01-03")), Some(day("2020-01-04"))), own];
    case.days = case.days.last().cloned().into_iter().collect();
    case.days.iter_mut().for_each(|set| set.item.reason = "別の理由".into());
    let mut contacted = false;
    case.history.retain(|event| {
        contacted |= matches!(&event.item, CaseEvent::ContactAttempted { developer, .. } if *developer == id);
        match &event.item {
            CaseEvent::DaySet { .. } => contacted,
            CaseEvent::Published { .. } => true,
            CaseEvent::Aftercare(AftercareEvent::PublicationWithdrawn { .. }) => contacted,
            // It was asked what it thinks of it.
            CaseEvent::Arrival(ArrivalEvent::OverseasDayBrought(_)) => true,
            CaseEvent::Ending(event) if !is_statement(event) => contacted,
            other => is_about(other, id),
        }
    });
    if let Some(draft) = &mut there.advisory {
        change_draft(draft, at);
        draft.comments.retain(|comment| comment.item.developer == id);
        draft.comments.push(made_up_comment(at));
        let informed = there.case.developer(id).is_some_and(|side| side.details.is_some());
        draft.preview = draft.preview.take().filter(|_| informed);
        if let Some(preview) = &mut draft.preview {
            change_preview(&mut preview.item, id, named);
        }
    }
}

fn is_with(thread: Thread, id: DeveloperId) -> bool {
    match thread {
        Thread::Developer(developer) | Thread::Direct { developer, .. } => developer == id,
        Thread::Bodies => false,
    }
}

fn is_about(event: &CaseEvent, id: DeveloperId) -> bool {
    match event {
        CaseEvent::ContactAttempted { developer, .. }
        | CaseEvent::ContactConfirmed { developer, .. }
        | CaseEvent::DetailsReleased { developer, .. }
        | CaseEvent::VerificationStated { developer, .. }
        | CaseEvent::CountermeasureStated { developer, .. }
        | CaseEvent::StatusStated { developer, .. }
        | CaseEvent::DayProposed { developer, .. } => *developer == id,
        CaseEvent::MessagePosted { thread, .. } => is_with(*thread, id),
        CaseEvent::Outreach(event) => parts::outreach::is_own(event, id),
        CaseEvent::Schedule(ScheduleEvent::SignalReported { by, .. }) => *by == Party::Developer(id),
        CaseEvent::Judgement(event) => parts::judgement::is_own_word(event, id),
        CaseEvent::Reach(event) => event.developer() == Some(id) && parts::reach::is_public(event),
        CaseEvent::Ending(
            EndingEvent::RefusalRecorded { developer, .. } | EndingEvent::EndOfSupportStated { developer, .. },
        ) => *developer == id,
        _ => false,
    }
}

fn is_statement(event: &EndingEvent) -> bool {
    matches!(event, EndingEvent::RefusalRecorded { .. } | EndingEvent::EndOfSupportStated { .. })
}

/// Other developers' parts of a previewed text, and the credit where the finder is not named to the developer.
fn change_preview(text: &mut AdvisoryContent, id: DeveloperId, named: bool) {
    text.vendors.retain(|vendor| vendor.developer == id);
    text.affected.retain(|product| product.vendor == name_of(id));
    let name = "作り話の開発者".to_owned();
    text.affected.push(AffectedProduct { vendor: name.clone(), ..AffectedProduct::default() });
    text.vendors.push(VendorEntry {
        developer: ELSEWHERE,
        name,
        status: status("作り話の声明"),
        countermeasure: Countermeasure::default(),
        view: Localized::new("作り話の見解", ""),
        on: None,
    });
    if !named {
        text.credit = Localized::new("別の名前", "another name");
    }
}

/// A finder keeps its exchange with the desk, day zero and the first day of the details, the days and the
/// publications; who the developers are, and how many, is made up.
fn for_finder(there: &mut CaseFile) {
    let at = there.reports[0].received_at;
    change_staff_matters(there, at);
    change_report_matters(there, at);
    let case = &mut there.case;
    let somebody = made_up(at, case.day_zero(), case.details_sent_on());
    case.content = lie();
    case.attachments.clear();
    case.handed_over = case.handed_over.as_ref().map(|_| copy_of_lies(day("2020-01-02")));
    case.messages.retain(|message| matches!(message.item.thread, Thread::Direct { .. }));
    // It knows with whom it talks.
    let partners = case.outreach.talks.iter().filter_map(|talk| talk.between).map(|(developer, _)| developer);
    let partners = partners.filter_map(|id| case.developer(id)).map(|side| (side.id, side.name.clone()));
    let partners = partners.map(|(id, name)| DeveloperSide { id, name, ..made_up(at, None, None) });
    case.developers = [somebody].into_iter().chain(partners).collect();
    case.days.iter_mut().for_each(|set| set.item.reason = "別の理由".into());
    let (mut contacted, mut detailed) = (false, false);
    case.history.retain(|event| match &event.item {
        CaseEvent::CaseOpened { .. } | CaseEvent::HandedOver { .. } => true,
        CaseEvent::Ending(event) => !is_statement(event) && !matches!(event, EndingEvent::PublicationDropped { .. }),
        CaseEvent::DaySet { .. } | CaseEvent::Published { .. } => true,
        CaseEvent::Aftercare(event) => matches!(event, AftercareEvent::PublicationWithdrawn { .. }),
        CaseEvent::Outreach(OutreachEvent::TalkWished { by, .. }) => *by == FINDER,
        CaseEvent::ContactAttempted { .. } => !std::mem::replace(&mut contacted, true),
        CaseEvent::DetailsReleased { .. } => !std::mem::replace(&mut detailed, true),
        _ => false,
    });
    for event in &mut case.history {
        match &mut event.item {
            CaseEvent::ContactAttempted { developer, note, .. } => {
                *developer = ELSEWHERE;
                *note = "作り話".into();
            }
            CaseEvent::DetailsReleased { developer, content, .. } => {
                *developer = ELSEWHERE;
                *content = lie();
            }
            CaseEvent::CaseOpened { content, .. } | CaseEvent::HandedOver { content, .. } => *content = lie(),
            _ => {}
        }
    }
    if let Some(draft) = &mut there.advisory {
        change_draft(draft, at);
        draft.preview = None;
        draft.comments = vec![made_up_comment(at)];
    }
    there.advisory = there.advisory.take().filter(|draft| !draft.revisions.is_empty());
}

/// A member keeps the copy that was handed over, the developers without how they can be reached, and its papers.
fn told_by_the_finder() -> Checked {
    let found = vec![Address { means: ContactMeans::Sns, to: "発見者の知る窓口".into() }];
    Checked { source: Source::Finder, on: day("2020-01-05"), found, note: "発見者に尋ねた".into() }
}

fn for_member(there: &mut CaseFile) {
    let at = there.reports[0].received_at;
    change_staff_matters_but_ratings(there, at);
    change_report(there, at, false);
    for report in &mut there.reports {
        report.consents = consents(Answer::Both, Answer::Both);
    }
    let case = &mut there.case;
    let given: Vec<AttachmentId> = case.handed_over.iter().flat_map(|copy| copy.attachments.clone()).collect();
    case.content = lie();
    case.consents = consents(Answer::Both, Answer::Both);
    case.accepted_on = day("2020-01-01");
    case.language = Language::En;
    case.attachments.retain(|file| given.contains(&file.id));
    case.messages.clear();
    case.history.clear();
    if let Some(copy) = &mut case.handed_over {
        (copy.on, copy.finder_named) = (day("2020-01-02"), !copy.finder_named);
    }
    case.days.iter_mut().for_each(|set| set.item.reason = "別の理由".into());
    let elsewhere = |to: &mut String| to.insert(0, '別');
    for side in &mut case.developers {
        side.links.clear();
        side.attempts.iter_mut().for_each(|attempt| elsewhere(&mut attempt.to));
        side.reach.checks.retain(|check| check.source != Source::Finder);
        let found = side.reach.checks.iter_mut().flat_map(|check| &mut check.found);
        found.for_each(|address| elsewhere(&mut address.to));
        side.reach.checks.push(told_by_the_finder());
        side.reach.finder_asked_on = Some(day("2020-01-05"));
        if let Some(contact) = &mut side.contact {
            (contact.person, contact.mail) = ("別人".into(), "b@example.jp".into());
        }
        if let Some(details) = &mut side.details {
            details.content = lie();
        }
    }
    if let Some(draft) = &mut there.advisory {
        change_draft(draft, at);
        draft.preview = None;
        draft.comments.clear();
    }
}

/// The coordinator keeps the copy that it was given and all that came after; the rest of the report stays at the desk.
fn for_coordinator(there: &mut CaseFile) {
    let Some(copy) = there.case.handed_over.clone() else {
        for_coordinator_before_hand_over(there);
        return;
    };
    let at = there.reports[0].received_at;
    let named = copy.finder_named && there.reports[0].consents.share_identity.is_yes();
    change_report(there, at, named);
    for report in &mut there.reports {
        report.consents.direct_contact = Answer::Both;
        if !copy.finder_named {
            report.consents.share_identity = Answer::Yes;
        }
    }
    let case = &mut there.case;
    case.content = lie();
    case.consents = consents(Answer::Both, Answer::Both);
    case.high_impact = !case.high_impact;
    case.attachments.retain(|file| copy.attachments.contains(&file.id));
    case.receiving_owner = Some(AccountId(OTHER_REPORT.0));
    case.notes.retain(|note| note.item.0 == COORDINATOR);
    case.notes.push(Dated { at, item: (DESK, DESK_ACCOUNT, body(777)) });
    case.history.retain(|event| !is_of_side(&event.item, DESK));
    if let Some(CaseEvent::CaseOpened { content, attachments, .. }) = case.history.first_mut().map(|e| &mut e.item) {
        *content = lie();
        attachments.clear();
    }
}

/// Before the hand-over there is nothing to know: not for the coordinator, nor for a developer that is not on it.
fn for_coordinator_before_hand_over(there: &mut CaseFile) {
    let at = there.reports[0].received_at;
    change_staff_matters(there, at);
    change_report(there, at, false);
    there.case.content = lie();
    there.case.attachments.clear();
    there.case.accepted_on = day("2020-01-01");
}

/// The receiving body keeps all but the coordinator's own notes and talks.
fn for_desk(there: &mut CaseFile) {
    let at = there.reports[0].received_at;
    let case = &mut there.case;
    case.coordinator_owner = Some(AccountId(OTHER_REPORT.0));
    case.notes.retain(|note| note.item.0 == DESK);
    case.notes.push(Dated { at, item: (COORDINATOR, COORDINATOR_ACCOUNT, body(777)) });
    case.messages.retain(|message| !matches!(message.item.thread, Thread::Developer(_)));
    for side in &mut case.developers {
        let thread = Thread::Developer(side.id);
        let message = CaseMessage { thread, from: Party::Developer(side.id), body: body(778), attachments: vec![] };
        case.messages.push(Dated { at, item: message });
        side.links.clear();
    }
    case.history.retain(|event| {
        let talk = matches!(event.item, CaseEvent::MessagePosted { thread: Thread::Developer(_), .. });
        !talk && !is_of_side(&event.item, COORDINATOR)
    });
}

fn is_of_side(event: &CaseEvent, party: Party) -> bool {
    matches!(event, CaseEvent::OwnerSet { side, .. } | CaseEvent::NoteAdded { side, .. } if *side == party)
}

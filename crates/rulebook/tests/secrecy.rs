//! Non-interference (decision 11): what a viewer may not see changes neither its view nor what it may do, nor does
//! it bring it a notice.
//!
//! What may flow between parties is the named list alone: the stage, the one date, the publication. Where a change
//! may move them, views are compared without exactly these fields.

mod common;

use common::histories::{any_history, any_try, long_life};
use common::other_worlds::another_world;
use common::stops::{accepted, shy, stops};
use common::*;
use proptest::prelude::*;
use rulebook::action::Action;
use rulebook::advisory::AdvisoryEvent;
use rulebook::case::file::FileEvent;
use rulebook::case::{CaseEvent, CaseFile, Thread, Viewer, duties, may, view};
use rulebook::ids::DeveloperId;
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::report::ReportEvent;
use serde_json::Value;

fn config() -> ProptestConfig {
    ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() }
}

/// Everything that a party can learn: its view, and the answer to every question of the form "may I".
#[derive(Debug, PartialEq)]
struct Knowledge {
    view: Value,
    answers: Vec<Result<(), Refusal>>,
}

fn knowledge(file: &CaseFile, party: Party, now: Moment) -> Knowledge {
    let view = view(file, Viewer::Party(party), rules());
    let view = serde_json::to_value(view).expect("views are plain data");
    let abouts: [Option<DeveloperId>; 4] = [None, Some(MIHARASHI), Some(TOMOSHIBI), Some(ELSEWHERE)];
    let questions = Action::ALL.into_iter().flat_map(|action| abouts.map(|about| (action, about)));
    let answers = questions.map(|(action, about)| may(file, party, action, about, rules(), now)).collect();
    Knowledge { view, answers }
}

/// Without the stage and the one date, which may flow to every party of the case: the day aimed at is also the day by
/// which a party's own duties are due.
fn without_the_named_list(mut knowledge: Knowledge) -> Knowledge {
    let Value::Object(fields) = &mut knowledge.view else { return knowledge };
    fields.remove("stage");
    fields.remove("target_day");
    let duties = fields.get_mut("duties").and_then(Value::as_array_mut).expect("a view has duties");
    for duty in duties {
        duty.as_object_mut().expect("a duty has fields").remove("due");
    }
    knowledge
}

fn compared(file: &CaseFile, party: Party, now: Moment) -> Knowledge {
    let knowledge = knowledge(file, party, now);
    if party.is_staff() { knowledge } else { without_the_named_list(knowledge) }
}

/// Whether a viewer may learn of an event of the case: by hand, from the guideline.
fn may_learn(viewer: Party, before: &CaseFile, event: &FileEvent) -> bool {
    match event {
        FileEvent::Case(of_case) => {
            if let Some(learns) = parts::may_learn(viewer, before, of_case) {
                return learns;
            }
        }
        FileEvent::Report(_, event) => return may_learn_of_report(viewer, before, event),
        FileEvent::Advisory(..) => {}
    }
    match viewer {
        Party::Developer(id) => developer_may_learn(id, before, event),
        Party::Finder(REPORT) => finder_may_learn(before, event),
        Party::Member(member) => before.case.judgement.is_seen_by(member) && member_may_learn(event),
        // Each body sees all but the other's owner and notes; talks with developers are the coordinator's (Ⅳ.4.2).
        Party::ReceivingBody => match event {
            FileEvent::Case(CaseEvent::OwnerSet { side, .. } | CaseEvent::NoteAdded { side, .. }) => *side == viewer,
            FileEvent::Case(CaseEvent::MessagePosted { thread, .. }) => !matches!(thread, Thread::Developer(_)),
            _ => true,
        },
        // Nothing before the hand-over (Ⅳ.3.(1).4).
        Party::Coordinator => match event {
            FileEvent::Case(CaseEvent::HandedOver { .. }) => true,
            FileEvent::Case(CaseEvent::OwnerSet { side, .. } | CaseEvent::NoteAdded { side, .. }) => *side == viewer,
            _ => before.case.handed_over.is_some(),
        },
        _ => false,
    }
}

/// Its own side, the day and the publication once it was contacted, and the preview once it has the details.
fn developer_may_learn(id: DeveloperId, before: &CaseFile, event: &FileEvent) -> bool {
    let side = before.case.developer(id);
    let contacted = side.is_some_and(|side| !side.attempts.is_empty());
    let informed = side.is_some_and(|side| side.details.is_some());
    match event {
        FileEvent::Case(event) => match event {
            CaseEvent::ContactAttempted { developer, .. }
            | CaseEvent::ContactConfirmed { developer, .. }
            | CaseEvent::DetailsReleased { developer, .. }
            | CaseEvent::VerificationStated { developer, .. }
            | CaseEvent::CountermeasureStated { developer, .. }
            | CaseEvent::StatusStated { developer, .. }
            | CaseEvent::DayProposed { developer, .. } => *developer == id,
            CaseEvent::MessagePosted { thread: Thread::Developer(developer), .. }
            | CaseEvent::MessagePosted { thread: Thread::Direct { developer, .. }, .. } => *developer == id,
            CaseEvent::DaySet { .. } | CaseEvent::Published { .. } => contacted,
            _ => false,
        },
        FileEvent::Advisory(_, event) => match event {
            AdvisoryEvent::PreviewSent => informed,
            AdvisoryEvent::PreviewCommented { developer, .. } => *developer == id,
            AdvisoryEvent::AdvisoryPublished { .. } => contacted,
            _ => false,
        },
        FileEvent::Report(..) => false,
    }
}

/// The hand-over, day zero and the first day of the details (図3 5), the day and the publication.
fn finder_may_learn(before: &CaseFile, event: &FileEvent) -> bool {
    match event {
        FileEvent::Case(event) => match event {
            CaseEvent::HandedOver { .. } | CaseEvent::DaySet { .. } | CaseEvent::Published { .. } => true,
            CaseEvent::MessagePosted { thread, .. } => matches!(thread, Thread::Direct { report: REPORT, .. }),
            CaseEvent::ContactAttempted { on, .. } => before.case.day_zero().is_none_or(|zero| *on < zero),
            CaseEvent::DetailsReleased { .. } => before.case.details_sent_on().is_none(),
            _ => false,
        },
        FileEvent::Advisory(_, event) => matches!(event, AdvisoryEvent::AdvisoryPublished { .. }),
        FileEvent::Report(..) => false,
    }
}

/// How the developers were contacted and what they said, the rating, the day and the publication.
fn member_may_learn(event: &FileEvent) -> bool {
    let FileEvent::Case(event) = event else { return false };
    !matches!(
        event,
        CaseEvent::OwnerSet { .. }
            | CaseEvent::NoteAdded { .. }
            | CaseEvent::MessagePosted { .. }
            | CaseEvent::AdvisoryStarted { .. }
    )
}

/// Whether a viewer may learn of an event of the report: finder and desk; a changed consent goes to the coordinator,
/// and to a developer that was given the name.
fn may_learn_of_report(viewer: Party, before: &CaseFile, event: &ReportEvent) -> bool {
    let named = |id| before.case.developer(id).and_then(|side| side.details.as_ref()).is_some_and(|d| d.finder_named);
    match (viewer, event) {
        (Party::ReceivingBody, _) => true,
        (Party::Finder(REPORT), ReportEvent::HighImpactMarked { .. }) => false,
        (Party::Finder(REPORT), ReportEvent::OwnerSet { .. } | ReportEvent::NoteAdded { .. }) => false,
        (Party::Finder(REPORT), _) => true,
        (Party::Coordinator, ReportEvent::ConsentsChanged { .. }) => before.case.handed_over.is_some(),
        (Party::Developer(id), ReportEvent::ConsentsChanged { .. }) => named(id),
        _ => false,
    }
}

proptest! {
    #![proptest_config(config())]

    /// Whatever happens that a party may not learn of leaves it as it was.
    #[test]
    fn nobody_learns_of_what_is_not_theirs(history in any_history(), after in any_try()) {
        let (road, now) = history.live(|_, _, _, _, _| {});
        let Some(before) = road.file.clone() else { return Ok(()) };
        let mut next = road.clone();
        next.told.clear();
        if next.attempt(&after, now).is_err() {
            return Ok(());
        }
        let (events, of_report) = (&next.events[road.events.len()..], &next.report_events[road.report_events.len()..]);
        check_step(&before, &next, events, of_report, now);
    }

    /// In another world, in which everything is different that a party may not know, it knows the same.
    #[test]
    fn nobody_can_tell_one_world_from_another(history in any_history()) {
        let (road, now) = history.live(|_, _, _, _, _| {});
        let Some(here) = &road.file else { return Ok(()) };
        for viewer in [FINDER, DESK, COORDINATOR, MAKER, BUILDER, MEMBER, OTHER_MEMBER] {
            let there = another_world(here, viewer);
            prop_assert_eq!(compared(here, viewer, now), compared(&there, viewer, now), "{:?}", viewer);
        }
    }

    /// Who does not see a case owes nothing in it, or a list of duties would tell of it.
    #[test]
    fn nobody_owes_anything_in_a_case_that_it_does_not_see(history in any_history()) {
        let (road, _) = history.live(|_, _, _, _, _| {});
        let Some(file) = &road.file else { return Ok(()) };
        for duty in duties(file, rules()) {
            prop_assert!(view(file, Viewer::Party(duty.who), rules()).is_some(), "{:?}", duty);
        }
    }

    /// Who has no part in a case cannot even tell whether there is one.
    #[test]
    fn for_strangers_there_is_no_case(history in any_history()) {
        let (road, now) = history.live(|_, _, _, _, _| {});
        let Some(file) = &road.file else { return Ok(()) };
        prop_assert_eq!(view(file, Viewer::Outsider, rules()), None);
        let untouched = accepted(shy());
        for stranger in [OTHER_FINDER, STRANGER] {
            prop_assert_eq!(knowledge(file, stranger, now), knowledge(untouched.file(), stranger, now));
        }
    }
}

/// By a step a party learns nothing but what it may.
fn check_step(
    before: &CaseFile,
    next: &Road,
    events: &[(jiff::Timestamp, FileEvent)],
    of_report: &[(jiff::Timestamp, ReportEvent)],
    now: Moment,
) {
    for viewer in PARTIES.into_iter().filter(|party| *party != Party::Program) {
        let learns = events.iter().any(|(_, event)| may_learn(viewer, before, event))
            || of_report.iter().any(|(_, event)| may_learn_of_report(viewer, before, event));
        if learns {
            continue;
        }
        assert_eq!(compared(before, viewer, now), compared(next.file(), viewer, now), "{viewer:?} after {events:?}");
        assert!(!next.told.iter().any(|notice| notice.to == viewer), "{viewer:?} is told of {events:?}");
    }
}

/// The same along a life of thousands of tries, at every twentieth thing that happens in it.
#[test]
fn thousands_of_steps_tell_nobody_what_is_not_theirs() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut events, mut of_report, mut happened) = (0, 0, 0_u32);
    long_life(&mut runner, 3_000, |before, after, _, now, outcome| {
        let new = (&after.events[events..], &after.report_events[of_report..]);
        (events, of_report) = (after.events.len(), after.report_events.len());
        if outcome.is_ok() && !(new.0.is_empty() && new.1.is_empty()) {
            happened += 1;
            if happened.is_multiple_of(20) {
                check_step(before, after, new.0, new.1, now);
            }
        }
    });
    assert!(happened > 300, "{happened}");
}

/// On the canonical road every secret is there to be found; the words of one developer never reach the other, and the
/// finder's name reaches nobody outside of the desk, until they are published.
#[test]
fn marked_words_stay_where_they_belong_until_publication() {
    let credit = text("").credit.ja;
    let secrets: [(&str, &[Party]); 7] = [
        ("みはらしの声明", &[DESK, COORDINATOR, MAKER]),
        ("ともしびの声明", &[DESK, COORDINATOR, BUILDER]),
        (name_of(TOMOSHIBI), &[DESK, COORDINATOR, BUILDER]),
        (&credit, &[DESK, COORDINATOR]),
        ("発見者の勤め先が分かる事情", &[DESK]),
        ("letter-with-my-name.pdf", &[DESK]),
        ("窓口へ", &[DESK, COORDINATOR]),
    ];
    let mut found = vec![false; secrets.len()];
    let mut road = accepted(shy());
    for stop in stops() {
        if stop.name == "published" {
            break;
        }
        if let Some((party, command)) = stop.doing {
            road.go(party, command, stop.now);
        }
        for party in PARTIES.into_iter().filter(|party| *party != Party::Program) {
            let page = knowledge(road.file(), party, stop.now).view.to_string();
            for (found, (secret, may_know)) in found.iter_mut().zip(secrets) {
                let there = page.contains(secret);
                *found |= there;
                assert!(!there || may_know.contains(&party), "{party:?} reads {secret} after {}", stop.name);
            }
        }
    }
    assert!(found.iter().all(|found| *found), "every secret is in the case: {found:?}");
}

/// A view of a party that sees the case never shows more than its own developer, before or after publication.
#[test]
fn a_developer_sees_one_developer_only() {
    let mut road = accepted(shy());
    for stop in stops() {
        if let Some((party, command)) = stop.doing {
            road.go(party, command, stop.now);
        }
        for id in [MIHARASHI, TOMOSHIBI] {
            let Some(view) = view(road.file(), Viewer::Party(Party::Developer(id)), rules()) else { continue };
            assert_eq!(view.developers.iter().map(|side| side.id).collect::<Vec<_>>(), [id]);
            assert!(view.timeline.iter().all(|step| step.developer.is_none()));
        }
    }
}

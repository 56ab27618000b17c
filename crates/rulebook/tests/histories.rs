//! What holds in every history, whoever tries whatever in whatever order.

mod common;

use std::collections::BTreeSet;

use common::histories::{Outcome, Try, any_history, long_life};
use common::*;
use proptest::prelude::*;
use rulebook::action::Action;
use rulebook::advisory::{AdvisoryContent, AdvisoryEvent, AdvisoryState};
use rulebook::case::duties::report_duties;
use rulebook::case::file::FileEvent;
use rulebook::case::{
    CaseContent, CaseEvent, CaseFile, CaseState, ContentField, Duty, DutyKind, Stage, Viewer, duties, may, view,
};
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::report::{ReportState, decide};

fn config() -> ProptestConfig {
    ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() }
}

/// Every field of the copy is the field it was copied from, or left out.
fn is_part(part: &CaseContent, whole: &CaseContent) -> bool {
    ContentField::ALL.into_iter().all(|field| part.get(field).is_empty() || part.get(field) == whole.get(field))
}

fn new_events<'a>(before: &Road, after: &'a Road) -> &'a [(jiff::Timestamp, FileEvent)] {
    &after.events[before.events.len()..]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_refused_command_changes_nothing_and_says_what_may_says(history in any_history()) {
        history.live(|before, after, what, now, outcome: &Outcome| {
            let (Try::Case(party, command), Some(file)) = (what, &before.file) else { return };
            let allowed = may(file, *party, command.action(), command.developer(), rules(), now);
            match outcome {
                Err(refusal) => {
                    assert_eq!(before.file, after.file);
                    assert!(allowed.is_ok() || allowed.as_ref() == Err(refusal), "{allowed:?}, but {refusal:?}");
                }
                Ok(_) => assert_eq!(allowed, Ok(())),
            }
        });
    }

    #[test]
    fn details_go_to_confirmed_contacts_only_and_never_beyond_the_approved_copy(history in any_history()) {
        history.live(|before, after, _, _, _| {
            let Some(file) = &after.file else { return };
            for (_, event) in new_events(before, after) {
                if let FileEvent::Case(CaseEvent::DetailsReleased { developer, .. }) = event {
                    let side = before.file().case.developer(*developer).expect("it is on the case");
                    assert!(side.contact.is_some(), "Ⅳ.4.2: {event:?}");
                }
            }
            let handed_over = file.case.handed_over.as_ref();
            let files: Vec<_> = file.case.attachments.iter().map(|file| file.id).collect();
            assert!(handed_over.is_none_or(|copy| copy.attachments.iter().all(|id| files.contains(id))));
            for given in file.case.developers.iter().filter_map(|side| side.details.as_ref()) {
                let copy = handed_over.expect("nothing is released before the hand-over");
                assert!(is_part(&given.content, &copy.content), "Ⅳ.3.(1).5");
                assert!(given.attachments.iter().all(|id| copy.attachments.contains(id)), "Ⅳ.3.(1).5");
                assert!(copy.finder_named || !given.finder_named, "Ⅳ.3.(1).6");
            }
        });
    }

    #[test]
    fn the_finder_is_named_only_where_it_consented_then_and_consents_now(history in any_history()) {
        let mut copied: Vec<(Party, bool)> = Vec::new();
        history.live(|before, after, _, _, _| {
            let Some(file) = &after.file else { return };
            for (_, event) in new_events(before, after) {
                let consented = before.report.consents.share_identity.is_yes();
                match event {
                    FileEvent::Case(CaseEvent::HandedOver { .. }) => copied.push((COORDINATOR, consented)),
                    FileEvent::Case(CaseEvent::DetailsReleased { developer, .. }) => {
                        let known = copied.contains(&(COORDINATOR, true));
                        copied.push((Party::Developer(*developer), consented && known));
                    }
                    _ => {}
                }
            }
            let now = after.report.consents.share_identity.is_yes();
            for party in [COORDINATOR, MAKER, BUILDER] {
                let Some(view) = view(file, Viewer::Party(party), rules()) else { continue };
                assert_eq!(view.finder.is_some(), now && copied.contains(&(party, true)), "Ⅳ.3.(1).6, {party:?}");
                let page = serde_json::to_string(&view).expect("views are plain data");
                assert_eq!(page.contains(&PERSON.to_string()), view.finder.is_some());
            }
        });
    }

    #[test]
    fn what_is_published_was_signed_by_both_as_it_stands_and_not_before_the_day(history in any_history()) {
        let mut signed: [Option<AdvisoryContent>; 2] = [None, None];
        history.live(|before, after, _, now, _| {
            for (_, event) in new_events(before, after) {
                let FileEvent::Advisory(_, event) = event else { continue };
                let text = || before.file().advisory.as_ref().map(|draft| draft.content.clone());
                match event {
                    AdvisoryEvent::AdvisoryApproved { .. } => signed[0] = text(),
                    AdvisoryEvent::AdvisoryCoSigned { .. } => signed[1] = text(),
                    AdvisoryEvent::AdvisoryPublished { revision, .. } => {
                        assert_eq!(signed, [text(), text()], "Ⅳ.4.9, Ⅳ.3.(1).13");
                        let day = before.file().case.day().expect("Ⅳ.4.3: a day is set first");
                        assert!(*revision > 1 || day <= now.today, "Ⅳ.4.3");
                    }
                    _ => {}
                }
            }
        });
    }

    #[test]
    fn a_case_never_goes_back(history in any_history()) {
        history.live(|before, after, _, _, _| {
            let (Some(before), Some(after)) = (&before.file, &after.file) else { return };
            // Ended is left by taking it up again, an agreed date by dropping the publication.
            let opened = before.case.ending.is_over() != after.case.ending.is_over();
            assert!(opened || before.case.stage() <= after.case.stage());
            assert!(before.case.publications.len() <= after.case.publications.len());
        });
    }

    #[test]
    fn it_is_always_somebodys_turn_and_a_desk_sees_it(history in any_history()) {
        history.live(|_, after, _, now, _| {
            if let Some(file) = &after.file {
                check_turns(file, &after.report, now);
            }
        });
    }

    #[test]
    fn the_journal_alone_makes_the_same_states(history in any_history()) {
        let (road, _) = history.live(|_, _, _, _, _| {});
        check_replay(&road);
    }

    #[test]
    fn every_event_survives_the_journal(history in any_history()) {
        let (road, _) = history.live(|_, _, _, _, _| {});
        for (_, event) in &road.report_events {
            let json = serde_json::to_string(event).expect("events are plain data");
            prop_assert_eq!(&serde_json::from_str::<rulebook::report::ReportEvent>(&json).expect(&json), event);
        }
        for (_, event) in &road.events {
            match event {
                FileEvent::Case(event) => {
                    let json = serde_json::to_string(event).expect("events are plain data");
                    prop_assert_eq!(&serde_json::from_str::<CaseEvent>(&json).expect(&json), event);
                }
                FileEvent::Advisory(_, event) => {
                    let json = serde_json::to_string(event).expect("events are plain data");
                    prop_assert_eq!(&serde_json::from_str::<AdvisoryEvent>(&json).expect(&json), event);
                }
                // Among the report's own, above.
                FileEvent::Report(..) => {}
            }
        }
    }
}

/// It is somebody's turn, a desk sees it, and whoever's turn it is can do what is owed.
fn check_turns(file: &CaseFile, report: &ReportState, now: Moment) {
    let owed = duties(file, rules());
    if file.case.publications.is_empty() && file.case.stage() != Stage::Ended {
        assert!(owed.iter().any(|duty| !duty.waits), "nobody's turn: {owed:?}");
        assert!(owed.iter().any(|duty| duty.who.is_staff()), "no desk sees it: {owed:?}");
    }
    for duty in owed.into_iter().filter(|duty| !duty.waits) {
        assert!(can_be_done(file, &duty, now), "{duty:?} cannot be done");
    }
    for duty in report_duties(report) {
        // It needs day zero, which the case knows.
        if duty.what == DutyKind::ReleaseNonDisclosure {
            let action = Action::ReleaseNonDisclosure;
            assert_eq!(may(file, duty.who, action, None, rules(), now), Ok(()), "{duty:?}");
            continue;
        }
        assert_eq!(decide::may(report, duty.who, on_report(duty.what)), Ok(()), "{duty:?} cannot be done");
    }
}

/// Report, case and advisory follow from their events alone.
fn check_replay(road: &Road) {
    let report = road.report_events.iter().map(|(at, event)| (*at, event));
    assert_eq!(ReportState::replay(REPORT, report).as_ref(), Some(&road.report));
    let Some(file) = &road.file else { return };
    let of_case = road.events.iter().filter_map(|(at, event)| match event {
        FileEvent::Case(event) => Some((*at, event)),
        FileEvent::Advisory(..) | FileEvent::Report(..) => None,
    });
    assert_eq!(CaseState::replay(CASE, of_case).as_ref(), Some(&file.case));
    let of_advisory = road.events.iter().filter_map(|(at, event)| match event {
        FileEvent::Advisory(_, event) => Some((*at, event)),
        FileEvent::Case(_) | FileEvent::Report(..) => None,
    });
    assert_eq!(AdvisoryState::replay(ADVISORY, of_advisory), file.advisory);
}

/// Lives of thousands of tries each: no dead end on the way, no way back, nothing changed by what was refused, and in the
/// end the same state from the journal alone.
#[test]
fn thousands_of_steps_lead_into_no_dead_end() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..3 {
        let mut changes = 0;
        let (road, _) = long_life(&mut runner, 3_000, |before, after, _, now, outcome| {
            if outcome.is_err() {
                return assert_eq!(before, after.file());
            }
            changes += 1;
            let opened = before.case.ending.is_over() != after.file().case.ending.is_over();
            assert!(opened || before.case.stage() <= after.file().case.stage());
            check_turns(after.file(), &after.report, now);
        });
        assert!(changes > 300, "a life in which hardly anything happens says nothing: {changes}");
        check_replay(&road);
    }
}

/// Whether whoever owes it may do it now. Two things come before some duties: a text is completed, or the name of a
/// finder that no longer wishes it taken out, before it is approved and published; and what becomes possible on a day
/// waits for it.
fn can_be_done(file: &CaseFile, duty: &Duty, now: Moment) -> bool {
    match may(file, duty.who, in_case(duty.what), duty.about, rules(), now) {
        Err(refusal) if refusal.why == Why::AdvisoryIncomplete => {
            may(file, COORDINATOR, Action::EditAdvisory, None, rules(), now).is_ok()
        }
        Err(refusal) if refusal.why == Why::NoConsent => {
            duties(file, rules()).iter().any(|duty| duty.what == DutyKind::UpdateAdvisory)
        }
        Err(refusal) if refusal.why == Why::TooSoon => duty.due.is_some_and(|due| due > now.today),
        Err(refusal) => duty.what == DutyKind::Publish && refusal.why == Why::DayNotCome,
        Ok(()) => true,
    }
}

/// The action by which a duty in a case is done.
fn in_case(what: DutyKind) -> Action {
    match what {
        DutyKind::RateInfluence => Action::RateInfluence,
        DutyKind::HandOver => Action::HandOver,
        DutyKind::FindDeveloper => Action::AddDeveloper,
        DutyKind::ContactDeveloper => Action::RecordContactAttempt,
        DutyKind::ConfirmContact => Action::ConfirmContact,
        DutyKind::ReleaseDetails => Action::ReleaseDetails,
        DutyKind::AnswerBody => Action::WriteBetweenBodies,
        DutyKind::AnswerDeveloper | DutyKind::AnswerCoordinator => Action::WriteToDeveloper,
        DutyKind::AnswerVerification => Action::StateVerification,
        DutyKind::StateCountermeasure => Action::StateCountermeasure,
        DutyKind::StateStatus => Action::StateStatus,
        DutyKind::SetDay => Action::SetDay,
        DutyKind::DraftAdvisory => Action::StartAdvisory,
        DutyKind::SendPreview => Action::SendPreview,
        DutyKind::CommentPreview => Action::CommentPreview,
        DutyKind::ApproveAdvisory => Action::ApproveAdvisory,
        DutyKind::CoSignAdvisory => Action::CoSignAdvisory,
        DutyKind::Publish | DutyKind::PublishUpdate => Action::Publish,
        DutyKind::UpdateAdvisory => Action::EditAdvisory,
        other => parts::action(other).unwrap_or_else(|| panic!("{other:?} is not owed in a case")),
    }
}

/// The action by which a duty on a report is done.
fn on_report(what: DutyKind) -> Action {
    match what {
        DutyKind::ReadReport => Action::TranscribeReport,
        DutyKind::DecideAcceptance => Action::RejectReport,
        DutyKind::AnswerFinder | DutyKind::AnswerDesk => Action::WriteOnReport,
        DutyKind::AnswerDisclosure => Action::AnswerDisclosure,
        other => panic!("{other:?} is not owed on a report"),
    }
}

/// Every kind of event that has a golden file, but for the register's and those that histories do not come to.
fn every_kind() -> BTreeSet<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let names = files.map(|file| file.expect("readable").file_name().into_string().expect("plain names"));
    let kinds = names.filter_map(|name| name.strip_suffix(".1.json").map(str::to_owned));
    // Sites have histories of their own, in `site_histories`.
    let others = ["developer.", "site."];
    kinds
        .filter(|kind| !others.iter().any(|one| kind.starts_with(one)) && !NOT_REACHED.contains(&kind.as_str()))
        .collect()
}

/// What the histories of one accepted product report do not come to.
const NOT_REACHED: [&str; 10] = [
    // Other reports, and other doors.
    "report.ReportSplit",
    "case.ReportJoined",
    "case.OverseasReceived",
    // Two cases: `tests/arrival.rs` merges random ones.
    "case.CaseTakenIn",
    "case.CaseMoved",
    "report.ReportMoved",
    // The report of these histories could be read by the program.
    "report.ReportTranscribed",
    // A website's.
    "report.SiteReportAccepted",
    "report.NonDisclosureLapsed",
    "report.NonDisclosureAskedAgain",
];

/// The properties above say something only if histories come everywhere.
#[test]
fn random_histories_reach_every_stage_and_every_event() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut stages, mut kinds) = (BTreeSet::new(), BTreeSet::<String>::new());
    let every = every_kind();
    for _ in 0..5_000 {
        if kinds == every && stages.len() == Stage::ALL.len() {
            break;
        }
        let history = any_history().new_tree(&mut runner).expect("a history can always be made").current();
        let (road, _) = history.live(|_, _, _, _, _| {});
        stages.extend(road.file.as_ref().map(|file| file.case.stage()));
        kinds.extend(road.events.iter().map(|(_, event)| match event {
            FileEvent::Case(event) => format!("case.{}", event.kind()),
            FileEvent::Advisory(_, event) => format!("advisory.{}", event.kind()),
            FileEvent::Report(_, event) => format!("report.{}", event.kind()),
        }));
        kinds.extend(road.report_events.iter().map(|(_, event)| format!("report.{}", event.kind())));
    }
    assert_eq!(stages.into_iter().collect::<Vec<_>>(), Stage::ALL);
    assert_eq!(
        every.difference(&kinds).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "every event of a case, its advisory and its report"
    );
}

//! What holds in every history of a website case, whoever tries whatever in whatever order.

mod common;

use std::collections::BTreeSet;

use common::site_histories::{EVERYBODY, Outcome, Try, any_history};
use common::sites::*;
use common::*;
use proptest::prelude::*;
use rulebook::case::{Duty, DutyKind};
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::report::{ReportEvent, ReportState};
use rulebook::site::{
    OperatorConsent, SiteAction, SiteDisclosureGround, SiteEffect, SiteEvent, SiteField, SiteFile, SiteFileEvent,
    SiteStage, SiteState, SiteThread, duties, may, view,
};

fn config() -> ProptestConfig {
    ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() }
}

/// The action by which a duty is done.
fn action(what: DutyKind) -> SiteAction {
    match what {
        DutyKind::ClassifySite => SiteAction::Classify,
        DutyKind::RateInfluence => SiteAction::Rate,
        DutyKind::FindOperator => SiteAction::IdentifyOperator,
        DutyKind::ContactOperator => SiteAction::ContactOperator,
        DutyKind::ConfirmOperator => SiteAction::ConfirmOperator,
        DutyKind::SendSiteDetails => SiteAction::SendDetails,
        DutyKind::ReceiveSiteDetails => SiteAction::ReceiveDetails,
        DutyKind::AnswerSite | DutyKind::FixSite => SiteAction::Answer,
        DutyKind::AnswerSiteDesk | DutyKind::AnswerOperator | DutyKind::HelpOperator | DutyKind::FollowUpSite => {
            SiteAction::Write
        }
        DutyKind::JudgeOperatorAnswer | DutyKind::JudgeSilence | DutyKind::CloseSite => SiteAction::Close,
        DutyKind::ConsultOperator => SiteAction::Consult,
        DutyKind::GiveSiteConsent => SiteAction::GiveConsent,
        DutyKind::PublishLeak => SiteAction::PublishLeak,
        DutyKind::RecordSiteResult => SiteAction::RecordResult,
        DutyKind::HandToProduct => SiteAction::HandToProduct,
        DutyKind::PassSiteTalk => SiteAction::PassTalk,
        DutyKind::AnswerSiteTalk => SiteAction::AnswerTalk,
        other => panic!("{other:?} is not owed in a website case"),
    }
}

fn can_be_done(file: &SiteFile, duty: &Duty, now: Moment) -> bool {
    may(file, duty.who, action(duty.what), rules(), now).is_ok()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_refused_command_changes_nothing_and_says_what_may_says(history in any_history()) {
        history.live(|before, after, what, now, outcome: &Outcome| {
            let Try::Site(party, command) = what else { return };
            let allowed = may(before.file(), *party, command.action(), rules(), now);
            match outcome {
                Err(refusal) => {
                    assert_eq!(before.file, after.file);
                    assert!(allowed.is_ok() || allowed.as_ref() == Err(refusal), "{allowed:?}, but {refusal:?}");
                }
                Ok(_) => assert_eq!(allowed, Ok(())),
            }
        });
    }

    /// Ⅴ.3.5, Ⅴ.3.9: details go to a confirmed operator, field by field, and the finder's name where it wishes that.
    #[test]
    fn details_go_to_a_confirmed_operator_and_the_finder_stays_hidden(history in any_history()) {
        let mut wished_then = false;
        history.live(|before, after, _, now, outcome| {
            for event in outcome.iter().flatten() {
                let SiteFileEvent::Site(SiteEvent::SiteDetailsSent { content, attachments, .. }) = event else { continue };
                assert!(before.site().contact.is_some(), "Ⅴ.3.5");
                let whole = &after.site().content;
                let copied = |field: &SiteField| content.get(*field).is_empty() || content.get(*field) == whole.get(*field);
                assert!(SiteField::ALL.iter().filter(|field| **field != SiteField::Advice).all(copied));
                assert!(attachments.iter().all(|id| after.site().attachments.iter().any(|file| file.id == *id)));
                wished_then = before.report.consents.share_identity.is_yes();
            }
            let Some(seen) = view(after.file(), KOMACHI, rules(), now) else { return };
            let named = wished_then && after.report.consents.share_identity.is_yes();
            assert_eq!(seen.finder.is_some(), named, "Ⅴ.3.9");
            let page = serde_json::to_string(&seen).expect("views are plain data");
            assert_eq!(page.contains(&PERSON.to_string()), named);
            assert!(seen.content.is_none() || seen.contact.is_some(), "no details before the operator is known");
        });
    }

    /// Ⅴ.3.7: nobody outside is told without an NDA that holds that day; an analysis needs the operator's consent.
    #[test]
    fn nobody_outside_is_told_without_an_nda(history in any_history()) {
        history.live(|before, _, _, now, outcome| {
            for event in outcome.iter().flatten() {
                let SiteFileEvent::Site(SiteEvent::SiteDisclosed { to, ground, content, .. }) = event else { continue };
                let site = before.site();
                assert!(site.ndas.iter().any(|nda| nda.with == *to && nda.holds_on(now.today)), "Ⅴ.3.7");
                let analysis = *ground == SiteDisclosureGround::OutsideAnalysis;
                assert!(!analysis || site.consented(OperatorConsent::Analysis) == Some(true), "Ⅴ.3.5");
                let leak = *ground == SiteDisclosureGround::PersonalDataLeak;
                assert!(!leak || site.leak.feared.is_some() && !site.is_fix_reported(), "Ⅴ.3.7.エ");
                let office = !analysis && !leak;
                assert!(!office || content.proof.is_empty(), "a part only");
            }
        });
    }

    /// Ⅴ.3.8: what goes on as a product's never tells which site it was, unless the operator agreed.
    #[test]
    fn a_products_case_does_not_tell_of_the_site(history in any_history()) {
        history.live(|before, _, what, _, outcome| {
            let (Try::Product(name_site, telling), Ok(_)) = (what, outcome) else { return };
            let agreed = before.site().consented(OperatorConsent::SiteToDeveloper) == Some(true);
            assert!(!(*name_site || *telling) || agreed, "Ⅴ.3.8.但書");
        });
    }

    /// Ⅴ.3.4: the end is told to every finder, and to an operator that was contacted, with its reason.
    #[test]
    fn an_end_is_told_to_all_and_frees_the_finder(history in any_history()) {
        history.live(|before, after, _, now, outcome| {
            let closed = outcome.iter().flatten().any(|event| matches!(event, SiteFileEvent::Site(SiteEvent::SiteClosed { .. })));
            if !closed {
                return;
            }
            assert!(!after.told(FINDER).is_empty());
            let contacted = !before.site().attempts.is_empty();
            assert_eq!(!after.told(KOMACHI).is_empty(), contacted);
            let seen = view(after.file(), KOMACHI, rules(), now).and_then(|seen| seen.closing);
            assert_eq!(seen.is_some_and(|end| end.reason.is_some()), contacted);
            assert!(matches!(after.report.non_disclosure, rulebook::report::state::NonDisclosure::Released { .. }));
        });
    }

    #[test]
    fn it_is_always_somebodys_turn_and_the_desk_sees_it(history in any_history()) {
        history.live(|_, after, _, now, _| {
            let owed = duties(after.file(), rules());
            if after.site().closing.is_none() {
                assert!(owed.iter().any(|duty| !duty.waits), "nobody's turn: {owed:?}");
                assert!(owed.iter().any(|duty| duty.who == DESK), "the desk does not see it: {owed:?}");
            }
            for duty in owed.into_iter().filter(|duty| !duty.waits) {
                assert!(can_be_done(after.file(), &duty, now), "{duty:?} cannot be done");
            }
        });
    }

    /// A case that is not ended can always be ended: at the latest when the operator has been silent for long.
    #[test]
    fn every_case_can_come_to_an_end(history in any_history()) {
        let (road, now) = history.live(|_, _, _, _, _| {});
        if road.site().closing.is_some() {
            return Ok(());
        }
        use rulebook::site::ending::check;
        let ends = rulebook::site::SiteEnding::ALL.into_iter().any(|ending| {
            let refusal = check(road.file(), ending, edition(), now.today).err();
            refusal.is_none_or(|refusal| refusal.why == Why::TooSoon)
        });
        prop_assert!(ends);
    }

    #[test]
    fn the_journal_alone_makes_the_same_states(history in any_history()) {
        let (road, _) = history.live(|_, _, _, _, _| {});
        let of_report = road.report_events.iter().map(|(at, event)| (*at, event));
        prop_assert_eq!(ReportState::replay(REPORT, of_report), Some(road.report.clone()));
        let of_site = road.events.iter().map(|(at, event)| (*at, event));
        prop_assert_eq!(SiteState::replay(SITE, of_site), Some(road.site().clone()));
        for (_, event) in &road.events {
            let json = serde_json::to_string(event).expect("events are plain data");
            prop_assert_eq!(&serde_json::from_str::<SiteEvent>(&json).expect(&json), event);
        }
    }

    /// Whatever happens that a party may not learn of leaves it as it was.
    #[test]
    fn nobody_learns_of_what_is_not_theirs(history in any_history()) {
        history.live(|road, next, what, now, outcome| {
            if outcome.is_err() {
                return;
            }
            for viewer in EVERYBODY.into_iter().filter(|party| *party != Party::Program) {
                let events = &next.events[road.events.len()..];
                let of_report = &next.report_events[road.report_events.len()..];
                let learns = events.iter().any(|(_, event)| may_learn(viewer, road.site(), event))
                    || of_report.iter().any(|(_, event)| may_learn_of_report(viewer, road.site(), event));
                if learns {
                    continue;
                }
                let (then, before) = (view(next.file(), viewer, rules(), now), view(road.file(), viewer, rules(), now));
                assert_eq!(before, then, "{viewer:?} after {what:?}");
                assert!(!next.told.iter().any(|notice| notice.to == viewer), "{viewer:?} is told of {what:?}");
            }
        });
    }

    /// In another world, in which everything is different that a party may not know, it knows the same.
    #[test]
    fn nobody_can_tell_one_world_from_another(history in any_history()) {
        let (road, now) = history.live(|_, _, _, _, _| {});
        for viewer in [FINDER, KOMACHI, COORDINATOR, MAKER, MEMBER, OTHER_FINDER, OTHER_OPERATOR] {
            let mut there = road.file().clone();
            change(&mut there, viewer);
            let seen = |file: &SiteFile| view(file, viewer, rules(), now);
            prop_assert_eq!(seen(road.file()), seen(&there), "{:?}", viewer);
        }
    }
}

/// By hand, from Ⅴ.3.7 and Ⅴ.2.6: the desk learns everything; the operator what it does and is asked, of details and end;
/// a finder of the first word to the operator, the details, a fix, the end, and talks of its own.
fn may_learn(viewer: Party, before: &SiteState, event: &SiteEvent) -> bool {
    match viewer {
        Party::ReceivingBody => true,
        KOMACHI => operator_may_learn(before, event),
        FINDER => finder_may_learn(before, event),
        _ => false,
    }
}

fn operator_may_learn(before: &SiteState, event: &SiteEvent) -> bool {
    let contacted = !before.attempts.is_empty();
    let informed = before.details.is_some();
    match event {
        SiteEvent::OperatorContacted { .. } => true,
        SiteEvent::SiteTalkWished { wisher, .. } => *wisher == KOMACHI,
        SiteEvent::SiteTalkPassed { .. } | SiteEvent::SiteTalkAnswered { .. } => true,
        SiteEvent::FixChecked { .. } => informed || before.answer().is_some(),
        SiteEvent::LeakSuspected { .. } => informed,
        // Of what kind it is, is told with the details.
        SiteEvent::SiteClassified(_) => informed,
        // What became of an attempt is its turn, or not.
        SiteEvent::OperatorAttemptNoted { .. } => contacted,
        SiteEvent::OperatorConfirmed { .. }
        | SiteEvent::SiteDetailsSent { .. }
        | SiteEvent::SiteDetailsReceived { .. }
        | SiteEvent::OperatorAnswered { .. }
        | SiteEvent::SiteMessagePosted { .. }
        | SiteEvent::OperatorConsulted { .. }
        | SiteEvent::OperatorConsentAsked { .. }
        | SiteEvent::OperatorConsentAnswered { .. }
        | SiteEvent::LeakMadePublic { .. }
        | SiteEvent::SiteForwarded { .. }
        | SiteEvent::SiteTakenBack { .. }
        | SiteEvent::SiteClosed { .. }
        | SiteEvent::SiteReopened { .. } => contacted,
        _ => false,
    }
}

fn finder_may_learn(before: &SiteState, event: &SiteEvent) -> bool {
    match event {
        SiteEvent::OperatorContacted { .. } => before.attempts.is_empty(),
        SiteEvent::SiteDetailsSent { .. } | SiteEvent::SiteClosed { .. } | SiteEvent::SiteReopened { .. } => true,
        // That it is fixed, and that a fix is no longer said or seen.
        SiteEvent::OperatorAnswered { answer, .. } => answer.is_fix() || before.is_fix_reported(),
        SiteEvent::FixChecked { .. } => before.is_fix_reported() || before.is_still_there(),
        SiteEvent::SiteMessagePosted { thread, .. } => *thread == SiteThread::Direct(REPORT),
        SiteEvent::SiteTalkWished { wisher, .. } => *wisher == FINDER,
        SiteEvent::SiteTalkPassed { report, .. } => *report == REPORT,
        SiteEvent::SiteTalkAnswered { wisher, by, .. } => [*wisher, *by].contains(&FINDER),
        _ => false,
    }
}

/// The finder's own report; the operator learns of a changed name, and is not told of anything else.
fn may_learn_of_report(viewer: Party, before: &SiteState, event: &ReportEvent) -> bool {
    match viewer {
        Party::ReceivingBody | FINDER => true,
        KOMACHI => {
            let named = before.details.as_ref().is_some_and(|details| details.finder_named);
            named && matches!(event, ReportEvent::ConsentsChanged { .. })
        }
        _ => false,
    }
}

/// Everything that a viewer may not know, otherwise.
fn change(there: &mut SiteFile, viewer: Party) {
    let site = &mut there.site;
    site.owner = Some(rulebook::ids::AccountId(OTHER_REPORT.0));
    site.notes.clear();
    site.high_impact = !site.high_impact;
    site.ratings.clear();
    // An operator with the details knows of what kind it is, and nothing else that was decided.
    match &mut site.classification {
        Some(decided) if viewer == KOMACHI && site.details.is_some() => {
            (decided.effects, decided.passive) = (vec![SiteEffect::Other], !decided.passive);
        }
        other => *other = None,
    }
    site.operator = None;
    site.lookups.clear();
    site.alerts.clear();
    site.ndas.clear();
    site.disclosures.clear();
    site.product = None;
    site.reports.push(rulebook::ids::ReportId(uuid(0x99)));
    for (_, reason) in &mut site.reopened {
        *reason = "別の理由".into();
    }
    if let Some((_, why)) = &mut site.leak.feared {
        *why = "別の心配".into();
    }
    for attempt in &mut site.attempts {
        (attempt.to, attempt.note) = ("別の宛先".into(), "別のメモ".into());
    }
    match viewer {
        KOMACHI => {
            let site = &mut there.site;
            if let Some(closing) = &mut site.closing {
                closing.to_finder = body(999);
            }
            site.accepted_on = day("2020-01-01");
            if site.details.is_none() {
                site.content.steps = "別の手順".into();
            }
            for report in &mut there.reports {
                (report.title, report.number) = ("別の題".into(), "VR#99999999".into());
                report.messages.clear();
            }
        }
        FINDER => {
            let site = &mut there.site;
            site.content = rulebook::site::SiteContent { url: "https://another.example/".into(), ..Default::default() };
            site.contact = None;
            site.received_on = None;
            if let Some(details) = &mut site.details {
                details.content = site.content.clone();
            }
            if let Some(closing) = &mut site.closing {
                closing.to_operator = None;
            }
            site.consents.clear();
            site.leak = Default::default();
            site.messages.retain(|message| message.item.thread == SiteThread::Direct(REPORT));
            let fixed = site.is_fix_reported();
            if !fixed {
                site.answers.clear();
            }
        }
        // For others there is no case, whatever is in it.
        _ => {}
    }
}

/// The properties above say something only if histories come everywhere.
#[test]
fn random_histories_reach_every_stage_every_ending_and_every_event() {
    use proptest::strategy::{Strategy, ValueTree};
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let every: BTreeSet<&str> = kinds();
    let (mut stages, mut endings, mut seen) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let all_endings: BTreeSet<_> = rulebook::site::SiteEnding::ALL.into();
    for _ in 0..20_000 {
        if seen == every && stages.len() == SiteStage::ALL.len() && endings == all_endings {
            break;
        }
        let history = any_history().new_tree(&mut runner).expect("a history can always be made").current();
        history.live(|_, after, _, _, _| {
            stages.insert(after.site().stage());
            endings.extend(after.site().closing.as_ref().map(|closing| closing.ending));
            seen.extend(after.events.last().map(|(_, event)| event.kind()));
        });
    }
    assert_eq!(every.difference(&seen).collect::<Vec<_>>(), Vec::<&&str>::new());
    assert_eq!(all_endings.difference(&endings).collect::<Vec<_>>(), Vec::<&rulebook::site::SiteEnding>::new());
    assert_eq!(stages.into_iter().collect::<Vec<_>>(), SiteStage::ALL);
}

/// Every kind of event, but a further report: these histories have one.
fn kinds() -> BTreeSet<&'static str> {
    let source = include_str!("../src/site/event.rs");
    let arms = source.lines().filter(|line| line.trim_start().starts_with("SiteEvent::"));
    let names = arms.filter_map(|line| line.split_once("=> \"")?.1.split_once('"')).map(|(name, _)| name);
    names.filter(|name| *name != "SiteReportJoined").collect()
}

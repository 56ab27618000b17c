//! On the way to a developer.

use proptest::prelude::*;
use proptest::sample::select;
use rulebook::action::Action;
use rulebook::case::decide::CaseCommand;
use rulebook::case::reach::{Address, Addressee, DelistReason, Outcome, Reach, ReachSide, Source};
use rulebook::case::{AttemptOutcome, CaseEvent, CaseFile, ContactMeans, DutyKind, ReachCommand, ReachEvent};
use rulebook::ids::DeveloperId;
use rulebook::party::Party;

use crate::common::histories::{developer, some_day, words};
use crate::common::{COORDINATOR, DESK, MIHARASHI, day};

pub fn golden() -> Vec<CaseEvent> {
    let developer = MIHARASHI;
    let on = day("2026-12-07");
    let (name, reference) = (Some("みはらし".to_owned()), "https://miharashi.example/".to_owned());
    let remark = "みはらしポータルの開発者".to_owned();
    let found = vec![Address { means: ContactMeans::Post, to: "架空市一丁目1".into() }];
    let (letter, note) = (Some("L-20000001".to_owned()), "宛先不明で戻った".to_owned());
    let outcome = Some(AttemptOutcome::Undeliverable);
    [
        ReachEvent::SourceChecked {
            developer, source: Source::Related, on, found, note: "代理店に尋ねた".into()
        },
        ReachEvent::FinderAsked { developer, on, note: "作者の連絡先".into() },
        ReachEvent::AttemptNoted { developer, attempt: 2, on, outcome, letter, files: vec![], note: note.clone() },
        ReachEvent::DeveloperListed {
            developer,
            number: "DID#30000001".into(),
            name: name.clone(),
            reference: reference.clone(),
            remark: remark.clone(),
            on,
        },
        ReachEvent::ProductListed {
            developer,
            product: "みはらしポータル".into(),
            versions: "3.2.0 まで".into(),
            addressee: Addressee::Individual,
            on,
        },
        ReachEvent::DeadlineAppended { developer, deadline: day("2027-06-30"), on },
        ReachEvent::ListingUpdated { developer, name: None, reference, remark, on },
        ReachEvent::Delisted { developer, reason: DelistReason::ContactMade, note: note.clone(), on },
        ReachEvent::ContactResumed { developer, note, on },
        ReachEvent::VerifiabilityJudged { verifiable: false, reason: "製品が手に入らない".into(), on },
        ReachEvent::HandlingValueJudged { worth: true, reason: "利用者が多い".into(), on },
        ReachEvent::ConsideredIndividually { outcome: Outcome::WeighCost, reason: "医療で使われる".into(), on },
    ]
    .map(CaseEvent::Reach)
    .into()
}

fn outcome() -> impl Strategy<Value = Option<AttemptOutcome>> {
    let seldom = select(AttemptOutcome::ALL.to_vec());
    prop_oneof![2 => Just(None), 2 => Just(Some(AttemptOutcome::Undeliverable)), 1 => seldom.prop_map(Some)]
}

/// The whole ladder in one go is rare; so is every order of it, in which something is refused.
pub fn tries() -> impl Strategy<Value = (Party, CaseCommand)> {
    let number = select(vec!["DID#30000001", "30000001"]).prop_map(str::to_owned);
    let text = select(vec!["", "みはらし", "C-20000001", "https://miharashi.example/"]).prop_map(str::to_owned);
    let found = proptest::option::of(select(ContactMeans::ALL.to_vec())).prop_map(|means| {
        means.into_iter().map(|means| Address { means, to: "03-0000-0000".into() }).collect::<Vec<_>>()
    });
    let searched = (developer(), select(Source::ALL.to_vec()), some_day(), found, words()).prop_map(
        |(developer, source, on, found, note)| {
            let who = if source == Source::Finder { DESK } else { COORDINATOR };
            (who, ReachCommand::CheckSource { developer, source, on, found, note })
        },
    );
    let by_coordinator = prop_oneof![
        1 => (developer(), words()).prop_map(|(developer, note)| ReachCommand::AskFinder { developer, note }),
        1 => (developer(), 0_u32..4, some_day(), outcome(), words()).prop_map(|(developer, attempt, on, outcome, note)| {
            ReachCommand::NoteAttempt { developer, attempt, on, outcome, letter: Some(note.clone()), files: vec![], note }
        }),
        1 => (developer(), number, text.clone(), text.clone()).prop_map(|(developer, number, name, remark)| {
            ReachCommand::ListName { developer, number, name: Some(name), reference: String::new(), remark }
        }),
        1 => (developer(), text.clone()).prop_map(|(developer, product)| {
            ReachCommand::ListProduct { developer, product, versions: "1".into(), addressee: Addressee::Organisation }
        }),
        1 => (developer(), some_day()).prop_map(|(developer, deadline)| ReachCommand::AppendDeadline { developer, deadline }),
        2 => (developer(), text.clone()).prop_map(|(developer, remark)| {
            ReachCommand::UpdateListing { developer, name: None, reference: String::new(), remark }
        }),
        3 => (developer(), select(DelistReason::ALL.to_vec()), words())
            .prop_map(|(developer, reason, note)| ReachCommand::Delist { developer, reason, note }),
        3 => (developer(), any::<bool>(), words())
            .prop_map(|(developer, delist, note)| ReachCommand::ResumeContact { developer, note, delist }),
    ];
    let by_desk = prop_oneof![
        2 => (any::<bool>(), words())
            .prop_map(|(verifiable, reason)| ReachCommand::JudgeVerifiability { verifiable, reason }),
        2 => (any::<bool>(), words()).prop_map(|(worth, reason)| ReachCommand::JudgeHandlingValue { worth, reason }),
        1 => (select(Outcome::ALL.to_vec()), words())
            .prop_map(|(outcome, reason)| ReachCommand::ConsiderIndividually { outcome, reason }),
    ];
    prop_oneof![
        2 => searched,
        8 => by_coordinator.prop_map(|command| (COORDINATOR, command)),
        2 => by_desk.prop_map(|command| (DESK, command)),
    ]
    .prop_map(|(party, command)| (party, CaseCommand::Reach(command)))
}

/// What is done to the row of the list is public; all else is between the two bodies.
pub fn is_public(event: &ReachEvent) -> bool {
    use ReachEvent as E;
    matches!(
        event,
        E::DeveloperListed { .. }
            | E::ProductListed { .. }
            | E::DeadlineAppended { .. }
            | E::ListingUpdated { .. }
            | E::Delisted { .. }
    )
}

/// Both bodies of everything; a developer of its own row, and of what is known of the attempts to reach it.
pub fn may_learn(viewer: Party, before: &CaseFile, event: &ReachEvent) -> bool {
    use ReachEvent as E;
    let own = |id: DeveloperId| event.developer() == Some(id);
    match viewer {
        Party::ReceivingBody => true,
        Party::Coordinator => before.case.handed_over.is_some(),
        Party::Member(member) => {
            let by_finder = matches!(event, E::FinderAsked { .. } | E::SourceChecked { source: Source::Finder, .. });
            before.case.judgement.is_seen_by(member) && !by_finder
        }
        Party::Developer(id) => own(id) && (is_public(event) || matches!(event, ReachEvent::AttemptNoted { .. })),
        _ => false,
    }
}

/// The search, the judgements and others' rows are different; the own row stays.
pub fn change(there: &mut CaseFile, viewer: Party) {
    if viewer.is_staff() || matches!(viewer, Party::Member(_)) {
        return;
    }
    there.case.reach = Reach::default();
    for side in &mut there.case.developers {
        let (listing, delisted) = (side.reach.listing.clone(), side.reach.delisted);
        side.reach = ReachSide { listing, delisted, finder_asked_on: Some(day("2020-01-05")), ..ReachSide::default() };
    }
}

pub fn action(what: DutyKind) -> Option<Action> {
    Some(match what {
        DutyKind::SearchContact | DutyKind::AskFinder => Action::CheckSource,
        DutyKind::ListName => Action::ListName,
        DutyKind::ListProduct => Action::ListProduct,
        DutyKind::AppendDeadline => Action::AppendDeadline,
        DutyKind::UpdateListing => Action::UpdateListing,
        DutyKind::Delist => Action::Delist,
        DutyKind::ResumeContact => Action::ResumeContact,
        DutyKind::AnswerListing => Action::ConfirmContact,
        DutyKind::JudgeVerifiability => Action::JudgeVerifiability,
        DutyKind::JudgeHandlingValue => Action::JudgeHandlingValue,
        _ => return None,
    })
}

//! The developer register (Ⅳ.4.1) and a developer's own window in it (Ⅳ.5.1).

mod common;

use common::*;
use rulebook::case::DutyKind;
use rulebook::clause::Clause;
use rulebook::developer::{DeveloperEntry, DeveloperEvent, DeveloperState, public_list, register, review_window};
use rulebook::refusal::{Refusal, Why};

fn entry() -> DeveloperEntry {
    DeveloperEntry {
        name: "株式会社みはらし".into(),
        manager: "見晴 台".into(),
        mail: "psirt@miharashi.example".into(),
        ..DeveloperEntry::default()
    }
}

fn registered() -> DeveloperState {
    let events = register(None, COORDINATOR, entry(), day("2026-04-01")).expect("the coordinator keeps the register");
    DeveloperState::replay(MIHARASHI, &events).expect("it begins with the registration")
}

/// Ⅳ.4.1: who is in charge and how to reach them, by the coordinator, and nobody else puts somebody into it.
#[test]
fn the_coordinator_keeps_the_register() {
    let state = registered();
    assert_eq!((state.entry.manager.as_str(), state.changed_on), ("見晴 台", day("2026-04-01")));
    assert_eq!((state.entry.listed, state.confirmed_on), (false, None), "nobody is listed who did not agree");
    for party in PARTIES.into_iter().filter(|party| *party != COORDINATOR) {
        let refusal = register(None, party, entry(), day("2026-04-01")).expect_err("not theirs");
        assert_eq!(refusal, Refusal::plain(Why::NotYours), "{party:?}");
    }
}

/// Ⅳ.5.1, Ⅳ.5.1.第2段: a developer tells its window and whether it may be listed, and any change; only its own.
#[test]
fn a_developer_changes_its_own_window_and_no_other() {
    let mut state = registered();
    let moved = DeveloperEntry { mail: "security@miharashi.example".into(), listed: true, ..entry() };
    for stranger in [BUILDER, FINDER, DESK] {
        let refusal = register(Some(&state), stranger, moved.clone(), day("2026-05-01")).expect_err("not theirs");
        assert_eq!(refusal.why, Why::NotYours, "{stranger:?}");
    }
    let events = register(Some(&state), MAKER, moved.clone(), day("2026-05-01")).expect("its own entry");
    events.iter().for_each(|event| state.evolve(event));
    assert_eq!((&state.entry, state.changed_on), (&moved, day("2026-05-01")));
    assert_eq!(state.history, [day("2026-04-01"), day("2026-05-01")]);
    assert_eq!(register(Some(&state), MAKER, moved, day("2026-05-02")), Ok(vec![]), "the same once more is no change");
    state.evolve(&DeveloperEvent::WindowConfirmed { on: day("2026-11-24") });
    assert_eq!(state.confirmed_on, Some(day("2026-11-24")));
}

/// An entry by which nobody can be reached or named is not taken; the clause is that of whoever writes it.
#[test]
fn an_entry_has_a_name_and_an_address_that_can_be_written_to() {
    let state = registered();
    let nameless = DeveloperEntry { name: "　".into(), ..entry() };
    let unreachable = DeveloperEntry { mail: "psirt＠miharashi".into(), ..entry() };
    for (party, clause) in [(COORDINATOR, "Ⅳ.4.1"), (MAKER, "Ⅳ.5.1.第2段")] {
        for (wrong, why) in [(&nameless, Why::TextMissing), (&unreachable, Why::Unusable)] {
            let refusal = register(Some(&state), party, wrong.clone(), day("2026-05-01")).expect_err("no such entry");
            assert_eq!(refusal, Refusal::under(Clause::new(clause), why), "{party:?}");
        }
    }
}

fn listed(name: &str, reading: &str, window: &str) -> DeveloperState {
    let (name, reading, direct_window) = (name.into(), reading.into(), window.into());
    let entry = DeveloperEntry { name, reading, direct_window, listed: true, ..entry() };
    let events = register(None, COORDINATOR, entry, day("2026-04-01")).expect("the coordinator keeps the register");
    DeveloperState::replay(MIHARASHI, &events).expect("it begins with the registration")
}

/// Ⅳ.4.1.第2段: only who agreed stands in the public list, in the order of the readings, and nobody's addresses do.
#[test]
fn the_public_list_has_those_that_agreed_and_nothing_but_names_and_windows() {
    let register = [
        registered(),
        listed("株式会社わだち", "ワダチ", ""),
        listed("Kite", "", ""),
        listed("あかり工房", "あかりこうぼう", ""),
        listed("ともしび合同会社", "トモシビ", ""),
    ];
    let list = public_list(&register);
    let names: Vec<_> = list.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["あかり工房", "ともしび合同会社", "株式会社わだち", "Kite"]);
    let page = serde_json::to_string(&list).expect("plain data");
    assert!(!page.contains("psirt@miharashi.example") && !page.contains("見晴"));
}

/// Ⅳ.4.1.第3段, Ⅳ.5.1.第3段: a window is listed once the coordinator looked at it; another window is looked at anew.
#[test]
fn a_window_for_direct_reports_is_looked_at_before_it_is_listed() {
    let window = "https://miharashi.example/psirt";
    let mut state = listed("株式会社みはらし", "みはらし", window);
    let shown = |state: &DeveloperState| state.listed().expect("it agreed").direct_window;
    assert!(shown(&state).is_empty());
    let owed: Vec<_> = state.duties().iter().map(|duty| (duty.who, duty.what)).collect();
    assert_eq!(owed, [(COORDINATOR, DutyKind::ReviewWindow)]);
    let look =
        |state: &DeveloperState, party, words: &str| review_window(state, party, true, words.into(), day("2026-10-05"));
    assert_eq!(look(&state, MAKER, "見た").expect_err("the coordinator's part").why, Why::NotYours);
    let refusal = look(&state, COORDINATOR, " ").expect_err("what was looked at?");
    assert_eq!(refusal, Refusal::under(Clause::new("Ⅳ.4.1.第3段"), Why::ReasonMissing));
    let events = look(&state, COORDINATOR, "受付窓口と過去3年の公表").expect("whole");
    events.iter().for_each(|event| state.evolve(event));
    assert_eq!((shown(&state).as_str(), state.duties().len()), (window, 0));
    let moved = DeveloperEntry { direct_window: "https://miharashi.example/new".into(), ..state.entry.clone() };
    let events = register(Some(&state), MAKER, moved, day("2026-11-01")).expect("its own entry");
    events.iter().for_each(|event| state.evolve(event));
    assert!(shown(&state).is_empty() && state.waits_for_review());
    let left = DeveloperEntry { listed: false, ..state.entry.clone() };
    let events = register(Some(&state), MAKER, left, day("2026-11-02")).expect("its own entry");
    events.iter().for_each(|event| state.evolve(event));
    assert_eq!((state.listed(), state.waits_for_review()), (None, false), "who takes its word back is gone");
}

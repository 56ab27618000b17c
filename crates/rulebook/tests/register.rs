//! The developer register (Ⅳ.4.1) and a developer's own window in it (Ⅳ.5.1).

mod common;

use common::*;
use rulebook::clause::Clause;
use rulebook::developer::{DeveloperEntry, DeveloperEvent, DeveloperState, register};
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

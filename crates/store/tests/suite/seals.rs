//! What the public entrances make of any bytes.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use store::*;

use crate::world::{World, events, now, on_both};

fn any_texts() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(any::<u8>(), 0..3000), 1..12)
}

/// Draws a few values: a database is too slow for hundreds of cases, and the seal itself has its own test.
fn draw<T>(strategy: impl Strategy<Value = T>, n: usize) -> Vec<T> {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    (0..n).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

async fn round_trip(world: &World, payloads: &[Vec<u8>]) {
    let stream = world.stream(StreamKind::Case);
    let ids: Vec<_> = payloads.iter().map(|_| world.uuid()).collect();
    let mut append = world.append();
    let event = |payload: &Vec<u8>| NewEvent { kind: "Said".into(), schema: 7, payload: payload.clone() };
    append.streams.push(StreamAppend { stream, expected: 0, events: payloads.iter().map(event).collect() });
    for (id, bytes) in ids.iter().zip(payloads) {
        append.bodies.push(NewBody { id: *id, owner: KeyOwner::Person(*id), bytes: bytes.clone() });
    }
    world.store.append(append).await.unwrap();
    let loaded = world.store.load(stream).await.unwrap();
    assert!(loaded.iter().map(|event| &event.payload).eq(payloads));
    let bodies = world.store.bodies(&ids).await.unwrap();
    assert!(ids.iter().zip(payloads).all(|(id, bytes)| &bodies[id] == bytes));
}

#[tokio::test]
async fn any_bytes_come_back_as_they_were() {
    on_both(async |world| {
        for payloads in draw(any_texts(), 20) {
            round_trip(&world, &payloads).await;
        }
        assert_eq!(world.store.verify().await.unwrap().broken, []);
    })
    .await;
}

#[tokio::test]
async fn any_name_of_an_event_comes_back_and_what_is_none_is_refused() {
    on_both(async |world| {
        for (names, pattern) in [(true, "[A-Za-z0-9_]{0,40}"), (false, "[^\0A-Za-z0-9_]{1,40}")] {
            for kind in draw(pattern, 20) {
                let stream = world.stream(StreamKind::Person);
                let mut append = world.append();
                let mut one = events(stream, 0, &["x"]);
                one.events[0].kind = kind.clone();
                append.streams.push(one);
                let appended = world.store.append(append).await;
                assert_eq!(appended.is_ok(), names, "{kind:?}");
                let loaded = world.store.load(stream).await.unwrap();
                assert_eq!(loaded.first().map(|event| event.header.kind.as_str()), names.then_some(kind.as_str()));
            }
        }
    })
    .await;
}

#[test]
fn digits_are_eight_and_ids_have_their_time() {
    let entropy = SeededEntropy::new(1);
    for _ in 0..1000 {
        let digits = entropy.eight_digits();
        assert!(digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{digits}");
    }
    let id = entropy.uuid_v7(now());
    assert_eq!(id.get_version_num(), 7);
    // RFC 9562 section 5.7: the first 48 bits are milliseconds.
    assert_eq!(id.as_u128() >> 80, now().as_millisecond() as u128);
    assert_eq!(entropy.token().as_str().len(), 43);
    assert_eq!(format!("{:?}", entropy.token()), "Token(secret)");
    assert_ne!(SeededEntropy::new(1).token().as_str(), SeededEntropy::new(2).token().as_str());
    assert_eq!(SeededEntropy::new(1).token().as_str(), SeededEntropy::new(1).token().as_str());
}

use store::*;

use crate::world::{World, events, later, now, on_both};

/// Two streams with three events each; the second event of the first has a text.
async fn fill(world: &World) -> (StreamId, StreamId) {
    let (a, b) = (world.stream(StreamKind::Case), world.stream(StreamKind::Report));
    world.events(a, 0, &["one"]).await;
    world.events(b, 0, &["one", "two", "three"]).await;
    let mut append = world.append();
    append.streams.push(events(a, 1, &["two"]));
    append.bodies.push(NewBody { id: world.uuid(), owner: KeyOwner::Stream(a), bytes: b"text".to_vec() });
    world.store.append(append).await.unwrap();
    world.events(a, 2, &["three"]).await;
    let report = world.store.verify().await.unwrap();
    assert_eq!((report.streams, report.events, report.texts, report.broken), (2, 6, 1, Vec::new()));
    (a, b)
}

fn at(stream: StreamId, n: i64, why: Fault) -> Broken {
    Broken { stream: Some(stream), n, why }
}

#[tokio::test]
async fn every_changed_column_of_an_event_is_found() {
    for column in ["sealed", "hash"] {
        on_both(async |world| {
            let (a, _) = fill(&world).await;
            world.flip("events", column, &format!("stream_id = '{}' AND n = 2", a.id)).await;
            assert_eq!(world.store.verify().await.unwrap().broken, [at(a, 2, Fault::Hash)], "{column}");
        })
        .await;
    }
    let changes =
        ["kind = 'Other'", "schema = 2", "at = at + 1", "actor = '00000000-0000-0000-0000-000000000001'", "seq = 99"];
    for change in changes {
        on_both(async |world| {
            let (a, _) = fill(&world).await;
            assert_eq!(
                world.tamper(&format!("UPDATE events SET {change} WHERE stream_id = '{}' AND n = 2", a.id)).await,
                1
            );
            let broken = world.store.verify().await.unwrap().broken;
            assert_eq!(broken[0], at(a, 2, Fault::Hash), "{change}");
            assert!(matches!(world.store.load(a).await, Err(StoreError::Corrupt { .. })), "{change}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_rehashed_change_breaks_the_seal() {
    on_both(async |world| {
        let (a, b) = fill(&world).await;
        // The payload of another stream's event, with all hashes of the row: the seal is bound to its place.
        world
            .tamper(&format!(
                "UPDATE events SET sealed = (SELECT sealed FROM events WHERE stream_id = '{}' AND n = 3),
                 hash = (SELECT hash FROM events WHERE stream_id = '{}' AND n = 3) WHERE stream_id = '{}' AND n = 3",
                b.id, b.id, a.id
            ))
            .await;
        assert_eq!(world.store.verify().await.unwrap().broken, [at(a, 3, Fault::Hash)]);
        assert!(matches!(world.store.load(a).await, Err(StoreError::Corrupt { .. })));
    })
    .await;
}

#[tokio::test]
async fn a_changed_order_is_found() {
    on_both(async |world| {
        let (_, b) = fill(&world).await;
        for (from, to) in [(2, 9), (3, 2), (9, 3)] {
            world.tamper(&format!("UPDATE events SET n = {to} WHERE stream_id = '{}' AND n = {from}", b.id)).await;
        }
        assert_eq!(world.store.verify().await.unwrap().broken, [at(b, 2, Fault::Hash)]);
    })
    .await;
}

#[tokio::test]
async fn a_missing_event_is_named() {
    on_both(async |world| {
        let (a, b) = fill(&world).await;
        world.tamper(&format!("DELETE FROM events WHERE stream_id = '{}' AND n = 2", b.id)).await;
        world.tamper(&format!("DELETE FROM events WHERE stream_id = '{}' AND n = 3", a.id)).await;
        let broken = world.store.verify().await.unwrap().broken;
        // The second event of b was the third of the whole journal.
        let gap = Broken { stream: None, n: 3, why: Fault::Missing };
        assert_eq!(broken, [at(b, 2, Fault::Missing), at(a, 3, Fault::Missing), gap].into_iter().collect::<Sorted>().0);
    })
    .await;
}

/// Streams come in the order of their kinds and ids, then what is in none.
struct Sorted(Vec<Broken>);

impl FromIterator<Broken> for Sorted {
    fn from_iter<T: IntoIterator<Item = Broken>>(broken: T) -> Self {
        let mut broken: Vec<Broken> = broken.into_iter().collect();
        broken.sort_by_key(|broken| (broken.stream.is_none(), broken.stream));
        Sorted(broken)
    }
}

/// What is done to the database, and what is then found.
type Damage<'a> = (&'a str, &'a dyn Fn(StreamId) -> Vec<Broken>);

#[tokio::test]
async fn texts_and_keys_are_guarded() {
    let second = |a| vec![at(a, 2, Fault::Text)];
    let whole = |a| vec![at(a, 1, Fault::Key)];
    let carried = |a| vec![at(a, 2, Fault::Carried)];
    let damages: [Damage; 4] = [
        ("UPDATE bodies SET sealed = hash FROM events WHERE events.seq = 1", &second),
        ("DELETE FROM bodies", &carried),
        ("UPDATE keys SET wrapped = hash FROM events WHERE events.seq = 1 AND keys.owner LIKE 'stream/case/%'", &whole),
        ("DELETE FROM keys WHERE owner LIKE 'stream/case/%'", &whole),
    ];
    for (damage, expected) in damages {
        on_both(async |world| {
            let (a, _) = fill(&world).await;
            assert_eq!(world.tamper(damage).await, 1, "{damage}");
            assert_eq!(world.store.verify().await.unwrap().broken, expected(a), "{damage}");
        })
        .await;
    }
}

/// Cuts the last event of a stream so that nothing in the database tells: head, counter and all.
async fn cut_tail(world: &World, stream: StreamId, version: i64) {
    let id = stream.id;
    world.tamper(&format!("DELETE FROM events WHERE stream_id = '{id}' AND n = {version}")).await;
    world
        .tamper(&format!(
            "UPDATE streams SET version = {0}, head = (SELECT hash FROM events WHERE stream_id = '{id}' AND n = {0})
             WHERE id = '{id}'",
            version - 1
        ))
        .await;
    world.tamper("UPDATE counters SET value = (SELECT COUNT(*) FROM events) WHERE name = 'event'").await;
}

#[tokio::test]
async fn a_checkpoint_finds_the_cut_tail() {
    on_both(async |world| {
        let (a, b) = fill(&world).await;
        let checkpoint = world.store.checkpoint(now()).await.unwrap();
        assert_eq!((checkpoint.events, checkpoint.streams), (6, 2));
        assert_eq!(world.store.verify_against(&checkpoint.text()).await.unwrap(), []);
        world.events(b, 3, &["later"]).await;
        assert_eq!(world.store.verify_against(&checkpoint.text()).await.unwrap(), [], "what came later is no fault");
        world.tamper(&format!("DELETE FROM events WHERE stream_id = '{}' AND n = 4", b.id)).await;
        world.tamper(&format!("UPDATE streams SET version = 3, head = (SELECT hash FROM events WHERE stream_id = '{0}' AND n = 3) WHERE id = '{0}'", b.id)).await;

        // The last event of a was the last of the whole journal.
        cut_tail(&world, a, 3).await;
        assert_eq!(world.store.verify().await.unwrap().broken, [], "the cut is clean");
        let broken = world.store.verify_against(&checkpoint.text()).await.unwrap();
        assert_eq!(broken, [at(a, 3, Fault::CutSinceCheckpoint)]);

        // Whoever cuts the kept heads too cannot hide that something is missing.
        world.tamper("DELETE FROM checkpoints").await;
        let broken = world.store.verify_against(&checkpoint.text()).await.unwrap();
        assert_eq!(broken, [Broken { stream: None, n: 6, why: Fault::CutSinceCheckpoint }]);
    })
    .await;
}

#[tokio::test]
async fn a_checkpoint_finds_the_vanished_stream() {
    on_both(async |world| {
        let (_, b) = fill(&world).await;
        let checkpoint = world.store.checkpoint(later(1)).await.unwrap();
        world.tamper(&format!("DELETE FROM events WHERE stream_id = '{}'", b.id)).await;
        world.tamper(&format!("DELETE FROM streams WHERE id = '{}'", b.id)).await;
        let broken = world.store.verify_against(&checkpoint.text()).await.unwrap();
        assert_eq!(broken, [at(b, 1, Fault::CutSinceCheckpoint)]);
    })
    .await;
}

#[tokio::test]
async fn a_forged_checkpoint_is_refused() {
    on_both(async |world| {
        fill(&world).await;
        let text = world.store.checkpoint(now()).await.unwrap().text();
        assert_eq!(Checkpoint::parse(&text).unwrap().key, world.store.checkpoint_key());
        let forged = text.replace("\"events\":6", "\"events\":5");
        assert_ne!(text, forged);
        assert!(matches!(world.store.verify_against(&forged).await, Err(StoreError::Invalid { .. })));
        assert!(matches!(world.store.verify_against("{}").await, Err(StoreError::Invalid { .. })));
        assert!(!text.contains(&world.dir.display().to_string()));
    })
    .await;
}

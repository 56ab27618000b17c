use std::future::Future as _;
use std::task::Poll;

use store::*;

use crate::world::{events, later, now, on_both, texts};

#[tokio::test]
async fn what_is_appended_is_read_back_in_order() {
    on_both(async |world| {
        let (report, case) = (world.stream(StreamKind::Report), world.stream(StreamKind::Case));
        let actor = world.uuid();
        let mut append = Append::new(now(), actor);
        append.streams.push(events(report, 0, &["one", "two"]));
        append.streams.push(events(case, 0, &["三"]));
        world.store.append(append).await.unwrap();
        world.events(report, 2, &["four"]).await;

        let loaded = world.store.load(report).await.unwrap();
        assert_eq!(texts(&loaded), ["one", "two", "four"]);
        assert_eq!(loaded.iter().map(|event| event.header.n).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(loaded[0].header.actor, actor);
        assert_eq!(loaded[0].header.at, now());
        assert_eq!(loaded[0].header.kind, "Said");
        assert_eq!(world.store.version(report).await.unwrap(), 3);
        assert_eq!(world.store.streams(StreamKind::Case).await.unwrap(), [case.id]);

        let many = world.store.load_many(&[report, case]).await.unwrap();
        assert_eq!(texts(&many[&case]), ["三"]);
        let all = world.store.events_after(0, 100).await.unwrap();
        assert_eq!(all.iter().map(|event| event.header.seq).collect::<Vec<_>>(), [1, 2, 3, 4]);
        assert_eq!(texts(&world.store.events_after(2, 1).await.unwrap()), ["三"]);

        let nobody = world.stream(StreamKind::Case);
        assert!(world.store.load(nobody).await.unwrap().is_empty());
        assert_eq!(world.store.version(nobody).await.unwrap(), 0);
    })
    .await;
}

/// A browser that goes away ends the reading of its page in the middle: its connection serves the next one.
#[tokio::test]
async fn a_reading_that_is_given_up_hinders_nobody() {
    on_both(async |world| {
        let stream = world.stream(StreamKind::Report);
        let said: Vec<String> = (0..300).map(|number| format!("{number} times")).collect();
        world.events(stream, 0, &said.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let mut given_up = 0;
        // Now and then a reading is done before anybody can give it up: then it is tried again.
        for tried in 0..1000 {
            if given_up == 10 {
                break;
            }
            let looks = 1 + tried % 5;
            let mut reading = std::pin::pin!(world.store.load(stream));
            let mut left = looks;
            let read = std::future::poll_fn(|context| {
                if left == 0 {
                    return Poll::Ready(false);
                }
                left -= 1;
                reading.as_mut().poll(context).map(|read| !read.expect("a reading that goes on ends well").is_empty())
            });
            given_up += usize::from(!read.await);
            assert_eq!(texts(&world.store.load(stream).await.unwrap()), said, "given up after {looks} looks");
        }
        assert_eq!(given_up, 10, "many were given up in the middle");
        let mut at_once = tokio::task::JoinSet::new();
        for _ in 0..40 {
            let store = world.store.clone();
            at_once.spawn(async move { store.load(stream).await });
        }
        for loaded in at_once.join_all().await {
            assert_eq!(loaded.unwrap().len(), said.len(), "more at once than there are connections");
        }
        world.store.clone().close().await;
        assert!(world.store.load(stream).await.is_err(), "nothing is read behind the end");
    })
    .await;
}

#[tokio::test]
async fn a_stream_is_found_under_its_own_kind_only() {
    on_both(async |world| {
        let report = world.stream(StreamKind::Report);
        world.events(report, 0, &["x"]).await;
        let wrong = StreamId::new(StreamKind::Case, report.id);
        assert!(world.store.load(wrong).await.unwrap().is_empty());
        assert_eq!(world.store.version(wrong).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_refused_append_leaves_nothing() {
    on_both(async |world| {
        let (first, second) = (world.stream(StreamKind::Report), world.stream(StreamKind::Case));
        world.events(first, 0, &["x"]).await;
        let before = world.count("keys").await;

        let mut append = world.append();
        append.streams.push(events(second, 0, &["y"]));
        append.streams.push(events(first, 0, &["stale"]));
        append.bodies.push(NewBody {
            id: world.uuid(),
            owner: KeyOwner::Person(world.uuid()),
            bytes: b"secret".to_vec(),
        });
        append.claims.push(Claim { kind: "login", value: "a".into(), subject: second.id });
        append.jobs.push(NewJob::once("publish", second.id, now()));
        let refused = world.store.append(append).await.unwrap_err();

        assert!(matches!(refused, StoreError::Conflict { stream } if stream == first), "{refused}");
        assert_eq!(world.store.version(second).await.unwrap(), 0);
        assert_eq!(world.count("keys").await, before);
        for table in ["bodies", "claims", "jobs"] {
            assert_eq!(world.count(table).await, 0, "{table}");
        }
        // The places of the refused events were given back: the journal has no gap.
        world.events(second, 0, &["z"]).await;
        assert_eq!(world.store.load(second).await.unwrap()[0].header.seq, 2);
    })
    .await;
}

#[tokio::test]
async fn a_failure_at_the_very_end_takes_everything_back() {
    on_both(async |world| {
        let publication = || NewPublication { advisory: uuid::Uuid::nil(), revision: 1, files: Vec::new() };
        let mut append = world.append();
        append.publications.push(publication());
        world.store.append(append).await.unwrap();

        let stream = world.stream(StreamKind::Advisory);
        let mut append = world.append();
        append.streams.push(events(stream, 0, &["x"]));
        append.links.push(LinkRow { a: stream.id, relation: "of".into(), b: stream.id });
        append.publications.push(publication());
        let refused = world.store.append(append).await.unwrap_err();
        assert!(matches!(refused, StoreError::Taken { kind: "publication" }), "{refused}");
        assert_eq!(world.store.version(stream).await.unwrap(), 0);
        assert_eq!(world.count("links").await, 0);
    })
    .await;
}

#[tokio::test]
async fn of_two_nodes_one_wins() {
    on_both(async |world| {
        let other = world.second().await;
        let stream = world.stream(StreamKind::Case);
        world.events(stream, 0, &["x"]).await;
        let attempt = |text| {
            let mut append = world.append();
            append.streams.push(events(stream, 1, &[text]));
            append
        };
        let (a, b) = tokio::join!(world.store.append(attempt("a")), other.append(attempt("b")));
        assert!(a.is_ok() != b.is_ok());
        let lost = a.err().or(b.err()).unwrap();
        assert!(matches!(lost, StoreError::Conflict { .. }), "{lost}");
        assert_eq!(world.store.version(stream).await.unwrap(), 2);
    })
    .await;
}

#[tokio::test]
async fn many_appends_at_once_leave_no_gap() {
    on_both(async |world| {
        let other = world.second().await;
        let mut running = tokio::task::JoinSet::new();
        for i in 0..40 {
            let store = if i % 2 == 0 { world.store.clone() } else { other.clone() };
            let mut append = world.append();
            append.streams.push(events(world.stream(StreamKind::Report), 0, &["x"]));
            running.spawn(async move { store.append(append).await });
        }
        while let Some(done) = running.join_next().await {
            done.unwrap().unwrap();
        }
        let places: Vec<i64> =
            world.store.events_after(0, 100).await.unwrap().iter().map(|event| event.header.seq).collect();
        assert_eq!(places, (1..=40).collect::<Vec<_>>());
        assert_eq!(world.store.verify().await.unwrap().broken, []);
    })
    .await;
}

#[tokio::test]
async fn a_restart_finds_everything() {
    on_both(async |world| {
        let stream = world.stream(StreamKind::Report);
        world.events(stream, 0, &["x"]).await;
        world.store.clone().close().await;
        let again = world.second().await;
        assert_eq!(texts(&again.load(stream).await.unwrap()), ["x"]);
        again.ready().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_erased_person_is_gone_and_the_rest_stays() {
    on_both(async |world| {
        let (report, person) = (world.stream(StreamKind::Report), world.uuid());
        let (contact, raw) = (world.uuid(), world.uuid());
        let mut append = world.append();
        append.streams.push(events(report, 0, &["x"]));
        append.bodies.push(NewBody { id: contact, owner: KeyOwner::Person(person), bytes: "名前".into() });
        append.bodies.push(NewBody { id: raw, owner: KeyOwner::Stream(report), bytes: b"fact".to_vec() });
        world.store.append(append).await.unwrap();
        assert_eq!(world.store.body(contact).await.unwrap().unwrap(), "名前".as_bytes());

        assert!(world.store.destroy_person_key(person, later(1)).await.unwrap());
        assert!(!world.store.destroy_person_key(person, later(2)).await.unwrap());
        let left = world.store.bodies(&[contact, raw]).await.unwrap();
        assert_eq!(left.len(), 1);
        assert_eq!(left[&raw], b"fact");
        assert_eq!(world.store.verify().await.unwrap().broken, []);

        let mut append = world.append();
        append.streams.push(events(report, 1, &["y"]));
        append.bodies.push(NewBody { id: world.uuid(), owner: KeyOwner::Person(person), bytes: b"z".to_vec() });
        let refused = world.store.append(append).await.unwrap_err();
        assert!(matches!(refused, StoreError::NoKey { .. }), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn impossible_appends_are_refused() {
    on_both(async |world| {
        let stream = world.stream(StreamKind::Case);
        let mut twice = world.append();
        twice.streams.push(events(stream, 0, &["x"]));
        twice.streams.push(events(stream, 1, &["y"]));
        assert!(matches!(world.store.append(twice).await, Err(StoreError::Invalid { .. })));

        let mut loose = world.append();
        loose.bodies.push(NewBody { id: world.uuid(), owner: KeyOwner::Stream(stream), bytes: Vec::new() });
        assert!(matches!(world.store.append(loose).await, Err(StoreError::Invalid { .. })));
    })
    .await;
}

#[tokio::test]
async fn a_stream_without_events_checks_its_version_only() {
    on_both(async |world| {
        let (read, written) = (world.stream(StreamKind::Developer), world.stream(StreamKind::Case));
        world.events(read, 0, &["x"]).await;
        for (expected, allowed) in [(0, false), (1, true)] {
            let mut append = world.append();
            append.streams.push(events(written, 0, &["y"]));
            append.streams.push(StreamAppend { stream: read, expected, events: Vec::new() });
            assert_eq!(world.store.append(append).await.is_ok(), allowed);
        }
        assert_eq!(world.store.version(read).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_subject_is_loaded_with_what_it_is_linked_to() {
    on_both(async |world| {
        let (case, report, stranger) =
            (world.stream(StreamKind::Case), world.stream(StreamKind::Report), world.stream(StreamKind::Report));
        let mut append = world.append();
        append.streams = vec![events(case, 0, &["a", "b"]), events(report, 0, &["c"]), events(stranger, 0, &["d"])];
        append.rows = vec![CardRow {
            id: case.id,
            kind: "case".into(),
            number: "VC1".into(),
            state: "open".into(),
            owner: None,
            sort: 0,
            due: None,
            changed_at: now(),
            version: 2,
            card: Vec::new(),
        }];
        let link = |relation: &str, b: StreamId| LinkRow { a: case.id, relation: relation.into(), b: b.id };
        append.links = vec![link("report", report), link("other", stranger)];
        world.store.append(append).await.unwrap();

        let by_number = |number| Subject::Number { kind: "case", number };
        for subject in [Subject::Id(case.id), by_number("VC1")] {
            let loaded = world.store.load_linked(subject, &["report", "advisory"]).await.unwrap();
            assert_eq!(loaded.len(), 2);
            assert_eq!((texts(&loaded[&case]), texts(&loaded[&report])), (vec!["a", "b"], vec!["c"]));
        }
        assert!(world.store.load_linked(by_number("VC2"), &["report"]).await.unwrap().is_empty());
        assert_eq!(world.store.load_linked(Subject::Id(report.id), &["report"]).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_went_on_since_a_place_is_told_whoever_wrote_it() {
    on_both(async |world| {
        let (report, case) = (world.stream(StreamKind::Report), world.stream(StreamKind::Case));
        assert_eq!(world.store.newest_seq().await.unwrap(), 0);
        world.events(report, 0, &["one"]).await;
        let begin = world.store.newest_seq().await.unwrap();
        assert_eq!(world.store.changes_after(begin).await.unwrap(), Changes { seq: 1, streams: vec![] });

        let other = world.second().await;
        let mut append = world.append();
        append.streams.push(events(case, 0, &["two", "three"]));
        other.append(append).await.unwrap();
        other.close().await;
        let changes = world.store.changes_after(begin).await.unwrap();
        assert_eq!(changes, Changes { seq: 3, streams: vec![case] }, "each stream once");
        world.events(report, 1, &["four"]).await;
        assert_eq!(world.store.changes_after(3).await.unwrap(), Changes { seq: 4, streams: vec![report] });
        assert_eq!(world.store.changes_after(0).await.unwrap().streams.len(), 2);
    })
    .await;
}

use store::*;

use crate::world::{World, later, now, on_both};

async fn hand_out(world: &World, single_use: bool) -> (Token, uuid::Uuid) {
    let (token, subject) = (world.entropy.token(), world.uuid());
    let mut append = world.append();
    append.tokens.push(NewToken {
        token: token.clone(),
        kind: "answer_link".into(),
        subject,
        data: b"developer".to_vec(),
        expires_at: Some(later(100)),
        single_use,
    });
    world.store.append(append).await.unwrap();
    (token, subject)
}

#[tokio::test]
async fn a_link_is_spent_once() {
    on_both(async |world| {
        let (token, subject) = hand_out(&world, true).await;
        let found = world.store.find_token("answer_link", token.as_str(), now()).await.unwrap().live().unwrap();
        assert_eq!((found.subject, found.data.as_slice()), (subject, b"developer".as_slice()));
        assert_eq!(world.store.find_token("receipt", token.as_str(), now()).await.unwrap(), TokenState::Unknown);
        assert_eq!(world.store.find_token("answer_link", "x", now()).await.unwrap(), TokenState::Unknown);
        let long = "x".repeat(100_000);
        assert_eq!(world.store.find_token("answer_link", &long, now()).await.unwrap(), TokenState::Unknown);

        let other = world.second().await;
        let (a, b) = tokio::join!(
            world.store.spend_token("answer_link", token.as_str(), now()),
            other.spend_token("answer_link", token.as_str(), now())
        );
        let (a, b) = (a.unwrap(), b.unwrap());
        assert!([&a, &b].contains(&&TokenState::Spent) && a != b, "{a:?} {b:?}");
        assert_eq!(world.store.find_token("answer_link", token.as_str(), now()).await.unwrap(), TokenState::Spent);
    })
    .await;
}

#[tokio::test]
async fn tokens_expire_and_are_revoked() {
    on_both(async |world| {
        let (token, subject) = hand_out(&world, false).await;
        for _ in 0..2 {
            assert!(world.store.spend_token("answer_link", token.as_str(), later(99)).await.unwrap().live().is_some());
        }
        let expired = world.store.find_token("answer_link", token.as_str(), later(100)).await.unwrap();
        assert_eq!(expired, TokenState::Expired);
        assert_eq!(world.store.revoke_tokens("answer_link", subject).await.unwrap(), 1);
        let revoked = world.store.find_token("answer_link", token.as_str(), now()).await.unwrap();
        assert_eq!(revoked, TokenState::Unknown);
        hand_out(&world, false).await;
        assert_eq!(world.store.sweep_tokens(later(100)).await.unwrap(), 0);
        assert_eq!(world.store.sweep_tokens(later(101)).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn sessions_live_move_and_end() {
    on_both(async |world| {
        let (cookie, account) = (world.entropy.token(), world.uuid());
        world.store.create_session(&cookie, account, b"csrf", now(), later(10)).await.unwrap();
        let session = world.store.find_session(cookie.as_str(), later(9)).await.unwrap().unwrap();
        assert_eq!((session.subject, session.data.as_slice()), (account, b"csrf".as_slice()));
        assert_eq!(world.store.find_session(cookie.as_str(), later(10)).await.unwrap(), None);
        assert_eq!(world.store.find_session("nobody", now()).await.unwrap(), None);

        world.store.touch_session(cookie.as_str(), later(5), later(20)).await.unwrap();
        world.store.update_session(cookie.as_str(), account, b"more").await.unwrap();
        let session = world.store.find_session(cookie.as_str(), later(15)).await.unwrap().unwrap();
        assert_eq!((session.last_seen, session.data.as_slice()), (later(5), b"more".as_slice()));

        world.store.create_session(&world.entropy.token(), account, b"", now(), later(10)).await.unwrap();
        assert_eq!(world.store.sweep_sessions(later(12)).await.unwrap(), 1);
        assert_eq!(world.store.delete_sessions_of(account).await.unwrap(), 1);
        world.store.create_session(&cookie, account, b"", now(), later(10)).await.unwrap();
        world.store.delete_session(cookie.as_str()).await.unwrap();
        assert_eq!(world.store.find_session(cookie.as_str(), now()).await.unwrap(), None);

        let (one, other) = (world.entropy.token(), world.entropy.token());
        world.store.create_session(&one, account, b"", now(), later(10)).await.unwrap();
        world.store.create_session(&other, world.uuid(), b"", now(), later(10)).await.unwrap();
        let mut append = world.append();
        append.ended_sessions = vec![account];
        world.store.append(append).await.unwrap();
        assert_eq!(world.store.find_session(one.as_str(), now()).await.unwrap(), None, "ended with the append");
        assert!(world.store.find_session(other.as_str(), now()).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn reads_and_settings_are_kept() {
    on_both(async |world| {
        let (case, actor) = (world.uuid(), world.uuid());
        world.store.record_read(case, actor, "report", later(2)).await.unwrap();
        world.store.record_read(case, actor, "attachment", later(1)).await.unwrap();
        let reads = world.store.reads(case).await.unwrap();
        assert_eq!(reads.iter().map(|read| read.what.as_str()).collect::<Vec<_>>(), ["attachment", "report"]);
        let other = world.uuid();
        world.store.record_read(case, other, "report", later(3)).await.unwrap();
        let readers = world.store.readers(case, &["report", "attachment"]).await.unwrap();
        let twice = Reader { actor, times: 2, first: later(1), last: later(2) };
        assert_eq!(readers, [Reader { actor: other, times: 1, first: later(3), last: later(3) }, twice]);
        assert_eq!(world.store.readers(case, &["attachment"]).await.unwrap().len(), 1);
        assert!(world.store.readers(actor, &["report"]).await.unwrap().is_empty());

        assert_eq!(world.store.setting("key").await.unwrap(), None);
        assert!(world.store.put_setting_once("key", b"one").await.unwrap());
        assert!(!world.store.put_setting_once("key", b"two").await.unwrap());
        assert_eq!(world.store.setting("key").await.unwrap().unwrap(), b"one");
        world.store.put_setting("key", b"three").await.unwrap();
        assert_eq!(world.store.setting("key").await.unwrap().unwrap(), b"three");
    })
    .await;
}

#[tokio::test]
async fn a_rotation_wraps_every_key_anew_and_seals_nothing_again() {
    on_both(async |world| {
        let stream = world.stream(StreamKind::Case);
        let person = world.uuid();
        let text = world.uuid();
        let mut append = world.append();
        append.streams.push(crate::world::events(stream, 0, &["x"]));
        append.bodies.push(NewBody { id: text, owner: KeyOwner::Person(person), bytes: b"y".to_vec() });
        world.store.append(append).await.unwrap();
        let old = std::fs::read_to_string(world.dir.join("keys/master.key")).unwrap();
        let checkpoint = world.store.checkpoint(now()).await.unwrap();

        let other = world.second().await;
        assert!(matches!(world.store.rotate(None).await, Err(StoreError::InUse)));
        other.close().await;
        world.store.rotate(None).await.unwrap();

        let new = std::fs::read_to_string(world.dir.join("keys/master.key")).unwrap();
        assert_ne!(old, new);
        assert!(!world.dir.join("keys/master.key.next").exists());
        world.events(stream, 1, &["z"]).await;
        let again = world.second().await;
        assert_eq!(again.load(stream).await.unwrap().len(), 2);
        assert_eq!(again.body(text).await.unwrap().unwrap(), b"y");
        assert_eq!(again.verify().await.unwrap().broken, []);
        assert_eq!(again.verify_against(&checkpoint.text()).await.unwrap(), []);
        let with_old = Store::master_from_hex(&old).unwrap();
        let refused = Store::open(&world.dir, world.database.as_deref(), world.entropy.clone(), Some(with_old)).await;
        assert!(matches!(refused, Err(StoreError::NoKey { .. })));
    })
    .await;
}

#[tokio::test]
async fn a_rotation_cut_off_after_the_commit_is_settled_by_the_next_start() {
    on_both(async |world| {
        let keys = world.dir.join("keys");
        let old = std::fs::read(keys.join("master.key")).unwrap();
        world.store.rotate(None).await.unwrap();
        // As the crash would have left it: committed, but the files not yet exchanged.
        std::fs::rename(keys.join("master.key"), keys.join("master.key.next")).unwrap();
        std::fs::write(keys.join("master.key"), old).unwrap();
        world.second().await.ready().await.unwrap();
        assert!(!keys.join("master.key.next").exists());
        world.second().await.ready().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn keys_are_asked_for_plainly() {
    on_both(async |world| {
        use std::os::unix::fs::PermissionsExt;
        let file = world.dir.join("keys/master.key");
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        let open = async || Store::open(&world.dir, world.database.as_deref(), world.entropy.clone(), None).await;
        let again = Store::init(&world.dir, world.database.as_deref(), world.entropy.clone(), None, now()).await;
        assert!(matches!(again, Err(StoreError::InUse | StoreError::AlreadyInitialised)));

        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        let missing = open().await.err().unwrap();
        assert!(missing.to_string().contains("master key is missing"), "{missing}");
        std::fs::write(&file, "not a key").unwrap();
        assert!(matches!(open().await, Err(StoreError::NoKey { .. })));
        std::fs::write(&file, "00".repeat(32)).unwrap();
        assert!(matches!(open().await, Err(StoreError::NoKey { .. })));
        std::fs::write(&file, text).unwrap();
        open().await.unwrap();

        let nowhere = Store::open(&world.dir.join("none"), None, world.entropy.clone(), None).await;
        assert!(matches!(nowhere, Err(StoreError::NotInitialised)));
    })
    .await;
}

#[tokio::test]
async fn a_broken_or_absent_database_is_said_plainly() {
    on_both(async |world| {
        let unreachable = Some("postgres://127.0.0.1:1/none");
        let refused = Store::open(&world.dir, unreachable, world.entropy.clone(), None).await;
        assert!(matches!(refused, Err(StoreError::Unreachable)));
        let refused = Store::open(&world.dir, Some("no address"), world.entropy.clone(), None).await;
        assert!(matches!(refused, Err(StoreError::Invalid { .. })));

        world.store.clone().close().await;
        let file = world.dir.join("noroshi.db");
        if file.exists() {
            std::fs::write(&file, "this is not a database".repeat(100)).unwrap();
            let refused = Store::open(&world.dir, None, world.entropy.clone(), None).await;
            assert!(matches!(refused, Err(StoreError::Corrupt { .. })));
        }
    })
    .await;
}

#[tokio::test]
async fn a_destroyed_key_is_overwritten_in_the_file() {
    on_both(async |world| {
        let (report, person) = (world.stream(StreamKind::Report), world.uuid());
        let mut append = world.append();
        append.streams.push(crate::world::events(report, 0, &["x"]));
        append.bodies.push(NewBody { id: world.uuid(), owner: KeyOwner::Person(person), bytes: b"y".to_vec() });
        world.store.append(append).await.unwrap();
        let wrapped = world.blob("keys", "wrapped", &format!("owner = 'person/{person}'")).await;
        let is_there = || {
            ["noroshi.db", "noroshi.db-wal"].iter().any(|name| {
                let bytes = std::fs::read(world.dir.join(name)).unwrap_or_default();
                bytes.windows(wrapped.len()).any(|window| window == wrapped)
            })
        };
        // PostgreSQL's files are not ours to read; there the dead row is vacuumed.
        assert_eq!(is_there(), world.database.is_none());
        world.store.destroy_person_key(person, now()).await.unwrap();
        assert!(!is_there());
    })
    .await;
}

/// A server runs everything on a runtime with several threads.
#[test]
fn every_operation_may_move_between_threads() {
    fn may_move(_: impl Send) {}
    let _ = |store: &Store, append: Append, path: &std::path::Path| {
        may_move(store.append(append));
        may_move(store.load_many(&[]));
        may_move(store.verify());
        may_move(store.verify_against(""));
        may_move(store.checkpoint(now()));
        may_move(store.begin_rebuild());
        may_move(store.rotate(None));
        may_move(store.backup(path, now(), now()));
        may_move(store.export_keys(path));
        may_move(Store::restore(path, path, None));
        may_move(Store::import_keys(path, path, None));
        may_move(store.cards("", CardFilter::default(), CardOrder::Due));
        may_move(store.duties("", 1, 0));
        may_move(store.attachment_writer(now(), 1));
        may_move(store.sweep_orphans(now()));
        may_move(store.save_draft("", &Draft::default(), now(), DraftQuota { drafts: 1, bytes: 1 }));
    };
}

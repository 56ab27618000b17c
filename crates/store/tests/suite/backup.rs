use std::path::Path;

use store::*;

use crate::world::{Place, World, events, later, now, on_both, texts};

async fn fill(world: &World) -> (StreamId, uuid::Uuid) {
    let stream = world.stream(StreamKind::Report);
    let mut writer = world.store.attachment_writer(now(), 1_000_000).await.unwrap();
    writer.write(&[7; 200_000]).await.unwrap();
    let file = writer.finish().await.unwrap();
    let mut append = world.append();
    append.streams.push(events(stream, 0, &["一", "two"]));
    append.attachments.push(AdoptAttachment { sealed: file.clone(), owner: KeyOwner::Stream(stream) });
    append.links.push(LinkRow { a: stream.id, relation: "of".into(), b: stream.id });
    append.jobs.push(NewJob::once("remind", stream.id, later(5)));
    world.store.append(append).await.unwrap();
    for _ in 0..250 {
        world.events(world.stream(StreamKind::Case), 0, &["many"]).await;
    }
    let tree = world.store.published_folder().join("advisories/x");
    std::fs::create_dir_all(&tree).unwrap();
    std::fs::write(tree.join("document.json"), b"{}").unwrap();
    (stream, file.id)
}

async fn open(world: &World, place: &Place) -> Result<Store> {
    Store::open(&place.dir, place.database.as_deref(), world.entropy.clone(), None).await
}

#[tokio::test]
async fn a_backup_and_its_keys_give_everything_back() {
    on_both(async |world| {
        let (stream, file) = fill(&world).await;
        let checkpoint = world.store.checkpoint(now()).await.unwrap();
        let (tar, keys) = (world.dir.join("backup.tar"), world.dir.join("backup.keys"));
        let manifest = world.store.backup(&tar, now(), later(86_400)).await.unwrap();
        assert_eq!((manifest.attachments, manifest.published), (1, 1));
        // 251 streams, and two keys of the program itself.
        assert_eq!(world.store.export_keys(&keys).await.unwrap(), 253);
        assert!(matches!(world.store.backup(&tar, now(), later(1)).await, Err(StoreError::Invalid { .. })));

        let place = Place::beside(&world).await;
        assert_eq!(Store::restore(&tar, &place.dir, place.database.as_deref()).await.unwrap(), manifest);
        assert!(matches!(open(&world, &place).await, Err(StoreError::NoKey { .. })), "a backup has no keys");
        Store::import_keys(&keys, &place.dir, place.database.as_deref()).await.unwrap();
        let twice = Store::import_keys(&keys, &place.dir, place.database.as_deref()).await;
        assert!(matches!(twice, Err(StoreError::Invalid { .. })));

        let restored = open(&world, &place).await.unwrap();
        assert_eq!(texts(&restored.load(stream).await.unwrap()), ["一", "two"]);
        let reader = restored.attachment_reader(file).await.unwrap().unwrap();
        assert_eq!(reader.read_all(1_000_000).await.unwrap(), [7; 200_000]);
        assert_eq!(restored.linked_from(stream.id, "of").await.unwrap(), [stream.id]);
        assert_eq!(restored.next_job_at().await.unwrap(), Some(later(5)));
        assert_eq!(std::fs::read(restored.published_folder().join("advisories/x/document.json")).unwrap(), b"{}");
        let report = restored.verify().await.unwrap();
        assert_eq!((report.streams, report.events, report.files), (251, 252, 1));
        assert_eq!(report.broken, []);
        assert_eq!(restored.verify_against(&checkpoint.text()).await.unwrap(), []);
        restored.close().await;

        let again = Store::restore(&tar, &place.dir, place.database.as_deref()).await;
        assert!(matches!(again, Err(StoreError::Invalid { .. })), "the folder is not empty");
        place.remove().await;
    })
    .await;
}

#[tokio::test]
async fn a_backup_of_one_engine_is_restored_into_the_other() {
    on_both(async |world| {
        let (stream, _) = fill(&world).await;
        let (tar, keys) = (world.dir.join("backup.tar"), world.dir.join("backup.keys"));
        world.store.backup(&tar, now(), later(1)).await.unwrap();
        world.store.export_keys(&keys).await.unwrap();
        let Some(place) = Place::across(&world).await else { return };
        Store::restore(&tar, &place.dir, place.database.as_deref()).await.unwrap();
        Store::import_keys(&keys, &place.dir, place.database.as_deref()).await.unwrap();
        let restored = open(&world, &place).await.unwrap();
        assert_eq!(restored.verify().await.unwrap(), world.store.verify().await.unwrap());
        let mut append = world.append();
        append.streams.push(events(stream, 2, &["three"]));
        restored.append(append).await.unwrap();
        assert_eq!(texts(&restored.load(stream).await.unwrap()), ["一", "two", "three"]);
        restored.close().await;
        place.remove().await;
    })
    .await;
}

#[tokio::test]
async fn a_cut_or_hostile_backup_restores_nothing() {
    on_both(async |world| {
        fill(&world).await;
        let tar = world.dir.join("backup.tar");
        world.store.backup(&tar, now(), later(1)).await.unwrap();
        let whole = std::fs::read(&tar).unwrap();
        let cut = world.dir.join("cut.tar");
        for length in [0, 700, whole.len() / 2, whole.len() - 2048] {
            std::fs::write(&cut, &whole[..length]).unwrap();
            let place = Place::beside(&world).await;
            let refused = Store::restore(&cut, &place.dir, place.database.as_deref()).await;
            assert!(matches!(refused, Err(StoreError::Invalid { .. })), "{length} of {}", whole.len());
            assert!(!place.dir.exists());
            place.remove().await;
        }
        let hostile = world.dir.join("hostile.tar");
        write_hostile(&hostile);
        let place = Place::beside(&world).await;
        let refused = Store::restore(&hostile, &place.dir, place.database.as_deref()).await;
        assert!(matches!(refused, Err(StoreError::Invalid { .. })));
        assert!(!world.dir.join("../noroshi-escaped").exists());
        place.remove().await;
    })
    .await;
}

/// A tar file with an entry that would climb out of the folder.
fn write_hostile(path: &Path) {
    let mut head = tar::Header::new_gnu();
    let name = b"published/../../noroshi-escaped";
    head.as_old_mut().name[..name.len()].copy_from_slice(name);
    head.set_size(1);
    head.set_entry_type(tar::EntryType::Regular);
    head.set_cksum();
    let mut tar = tar::Builder::new(std::fs::File::create(path).unwrap());
    tar.append(&head, b"x".as_slice()).unwrap();
    tar.finish().unwrap();
}

#[tokio::test]
async fn nothing_sealed_stands_in_the_database_in_clear() {
    on_both(async |world| {
        let canary = "canary-7f3a";
        let subject = world.uuid();
        let stream = StreamId::new(StreamKind::Report, subject);
        let mut append = world.append();
        append.streams.push(events(stream, 0, &[canary]));
        append.bodies.push(NewBody { id: world.uuid(), owner: KeyOwner::Stream(stream), bytes: canary.into() });
        append.claims.push(Claim { kind: "login", value: canary.into(), subject });
        append.duties.push(DutyRows {
            subject,
            rows: vec![DutyRow {
                party: "coordinator".into(),
                kind: "contact".into(),
                due: None,
                weight: 1,
                card: canary.into(),
            }],
        });
        append.publications.push(NewPublication {
            advisory: subject,
            revision: 1,
            files: vec![(canary.into(), canary.into())],
        });
        append.mails.push(NewMail {
            id: world.uuid(),
            to: canary.into(),
            subject: canary.into(),
            body_text: canary.into(),
            language: canary.into(),
            purpose: canary.into(),
            subject_id: None,
            not_before: now(),
        });
        append.tokens.push(NewToken {
            token: world.entropy.token(),
            kind: "receipt".into(),
            subject,
            data: canary.into(),
            expires_at: None,
            single_use: false,
        });
        world.store.append(append).await.unwrap();
        world.store.put_setting("key", canary.as_bytes()).await.unwrap();
        let cookie = world.entropy.token();
        world.store.create_session(&cookie, subject, canary.as_bytes(), now(), later(9)).await.unwrap();
        let draft = Draft { form: canary.into(), files: Vec::new() };
        let quota = DraftQuota { drafts: 9, bytes: 99_999 };
        world.store.save_draft(cookie.as_str(), &draft, later(9), quota).await.unwrap();

        // A backup has every row of either engine; SQLite's own files are searched too.
        world.store.backup(&world.dir.join("backup.tar"), now(), later(1)).await.unwrap();
        for name in ["backup.tar", "noroshi.db", "noroshi.db-wal"] {
            let Ok(bytes) = std::fs::read(world.dir.join(name)) else { continue };
            for secret in [canary.as_bytes(), cookie.as_str().as_bytes()] {
                assert!(!bytes.windows(secret.len()).any(|window| window == secret), "{name}");
            }
        }
    })
    .await;
}

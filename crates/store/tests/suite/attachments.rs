use std::path::{Path, PathBuf};

use store::*;

use crate::world::{World, events, later, now, on_both};

const CHUNK: usize = 64 * 1024;

async fn put(world: &World, bytes: &[u8]) -> SealedFile {
    let mut writer = world.store.attachment_writer(now(), 20_000_000).await.unwrap();
    for part in bytes.chunks(10_007) {
        writer.write(part).await.unwrap();
    }
    writer.finish().await.unwrap()
}

fn pattern(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i % 251) as u8).collect()
}

fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    std::fs::read_dir(folder).ok()?.flatten().find_map(|entry| match entry.path() {
        path if path.is_dir() => find(&path, name),
        path => (path.file_name()?.to_str()? == name).then_some(path),
    })
}

fn file_of(world: &World, file: &SealedFile) -> PathBuf {
    find(&world.dir.join("attachments"), &file.id.to_string()).unwrap()
}

async fn adopt(world: &World, file: &SealedFile, owner: KeyOwner) -> Result<StreamId> {
    let stream = world.stream(StreamKind::Report);
    let mut append = world.append();
    append.streams.push(events(stream, 0, &["x"]));
    append.attachments.push(AdoptAttachment { sealed: file.clone(), owner });
    world.store.append(append).await.map(|()| stream)
}

#[tokio::test]
async fn files_of_every_length_come_back() {
    on_both(async |world| {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 5_000_000] {
            let bytes = pattern(length);
            let file = put(&world, &bytes).await;
            assert_eq!(file.size, length as u64);
            let reader = world.store.sealed_file_reader(&file).await.unwrap();
            assert!(reader.read_all(5_000_000).await.unwrap() == bytes, "{length} bytes");
        }
        // SHA-256 of nothing, FIPS 180-4.
        let nothing = put(&world, b"").await;
        assert_eq!(nothing.sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    })
    .await;
}

#[tokio::test]
async fn a_file_is_adopted_once_and_read_by_its_id() {
    on_both(async |world| {
        let (file, person) = (put(&world, b"proof of concept").await, world.uuid());
        assert!(world.store.attachment_reader(file.id).await.unwrap().is_none());
        adopt(&world, &file, KeyOwner::Person(person)).await.unwrap();
        let twice = adopt(&world, &file, KeyOwner::Person(person)).await.unwrap_err();
        assert!(matches!(twice, StoreError::Taken { kind: "attachment" }), "{twice}");

        let reader = world.store.attachment_reader(file.id).await.unwrap().unwrap();
        assert_eq!((reader.size(), reader.sha256()), (16, file.sha256.as_str()));
        assert_eq!(reader.read_all(100).await.unwrap(), b"proof of concept");
        let info = world.store.attachments(&[file.id, world.uuid()]).await.unwrap();
        assert_eq!(info, [AttachmentInfo { id: file.id, size: 16, sha256: Some(file.sha256.clone()) }]);

        world.store.destroy_person_key(person, now()).await.unwrap();
        assert!(world.store.attachment_reader(file.id).await.unwrap().is_none());
        assert_eq!(world.store.attachments(&[file.id]).await.unwrap()[0].sha256, None);
        assert_eq!(world.store.verify().await.unwrap().broken, []);
    })
    .await;
}

#[tokio::test]
async fn the_limit_holds_and_nothing_is_left() {
    on_both(async |world| {
        let mut writer = world.store.attachment_writer(now(), 100_000).await.unwrap();
        writer.write(&pattern(100_000)).await.unwrap();
        let refused = writer.write(b"x").await.unwrap_err();
        assert!(matches!(refused, StoreError::TooLarge { limit: 100_000 }), "{refused}");
        drop(writer);
        let left = std::fs::read_dir(world.dir.join("attachments")).unwrap().flatten();
        assert_eq!(left.flat_map(|folder| std::fs::read_dir(folder.path()).unwrap()).count(), 0);
    })
    .await;
}

/// What is done to a file, and its name.
type Damage<'a> = (&'a str, &'a dyn Fn(&mut Vec<u8>));

#[tokio::test]
async fn cut_swapped_and_changed_files_are_found() {
    const HEAD: usize = 23;
    const SEALED: usize = CHUNK + 16;
    let swap = |bytes: &mut Vec<u8>| {
        let (a, b) = bytes[HEAD..].split_at_mut(SEALED);
        a.swap_with_slice(&mut b[..SEALED]);
    };
    let damages: [Damage; 7] = [
        ("cut inside a chunk", &|bytes| bytes.truncate(HEAD + 100)),
        ("cut after a chunk", &|bytes| bytes.truncate(HEAD + 2 * SEALED)),
        ("cut to its head", &|bytes| bytes.truncate(HEAD)),
        ("cut to nothing", &|bytes| bytes.clear()),
        ("two chunks swapped", &swap),
        ("a bit flipped", &|bytes| bytes[HEAD + SEALED + 7] ^= 1),
        ("a byte added", &|bytes| bytes.push(0)),
    ];
    on_both(async |world| {
        let file = put(&world, &pattern(3 * CHUNK - 5)).await;
        let stream = adopt(&world, &file, KeyOwner::Person(world.uuid())).await.unwrap();
        let path = file_of(&world, &file);
        let whole = std::fs::read(&path).unwrap();
        for (name, damage) in &damages {
            let mut bytes = whole.clone();
            damage(&mut bytes);
            std::fs::write(&path, bytes).unwrap();
            let report = world.store.verify().await.unwrap();
            assert_eq!(report.broken, [Broken { stream: Some(stream), n: 1, why: Fault::File }], "{name}");
            let read = match world.store.attachment_reader(file.id).await {
                Ok(reader) => reader.unwrap().read_all(1_000_000).await.map(drop),
                Err(error) => Err(error),
            };
            assert!(matches!(read, Err(StoreError::Corrupt { .. })), "{name}");
        }
        std::fs::remove_file(&path).unwrap();
        assert_eq!(world.store.verify().await.unwrap().broken.len(), 1);
        std::fs::write(&path, whole).unwrap();
        assert_eq!(world.store.verify().await.unwrap().broken, []);
    })
    .await;
}

const QUOTA: DraftQuota = DraftQuota { drafts: 3, bytes: 1_000_000 };

#[tokio::test]
async fn a_draft_opens_with_its_secret_only() {
    on_both(async |world| {
        let (cookie, other) = (world.entropy.token(), world.entropy.token());
        let draft = Draft { form: "書きかけ".into(), files: vec![put(&world, b"abc").await] };
        world.store.save_draft(cookie.as_str(), &draft, later(10), QUOTA).await.unwrap();
        assert_eq!(world.store.load_draft(cookie.as_str(), now()).await.unwrap(), Some(draft.clone()));
        assert_eq!(world.store.load_draft(other.as_str(), now()).await.unwrap(), None);
        assert_eq!(world.store.load_draft("", now()).await.unwrap(), None);
        assert_eq!(world.store.load_draft(cookie.as_str(), later(10)).await.unwrap(), None);

        let more = Draft { form: b"more".to_vec(), files: draft.files.clone() };
        world.store.save_draft(cookie.as_str(), &more, later(20), QUOTA).await.unwrap();
        assert_eq!(world.store.load_draft(cookie.as_str(), later(15)).await.unwrap(), Some(more));
        world.store.delete_draft(cookie.as_str()).await.unwrap();
        assert_eq!(world.store.load_draft(cookie.as_str(), now()).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn strangers_cannot_fill_the_disk_with_drafts() {
    on_both(async |world| {
        let save = async |bytes: usize| {
            let draft = Draft { form: vec![0; bytes], files: Vec::new() };
            world.store.save_draft(world.entropy.token().as_str(), &draft, later(10), QUOTA).await
        };
        assert!(matches!(save(1_000_000).await, Err(StoreError::Full)));
        for _ in 0..3 {
            save(10).await.unwrap();
        }
        assert!(matches!(save(10).await, Err(StoreError::Full)));
        assert_eq!(world.store.sweep_drafts(later(10)).await.unwrap(), 3);
        save(10).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn only_files_that_nothing_names_are_swept() {
    on_both(async |world| {
        let (adopted, drafted, orphan) = (put(&world, b"a").await, put(&world, b"d").await, put(&world, b"o").await);
        adopt(&world, &adopted, KeyOwner::Person(world.uuid())).await.unwrap();
        let cookie = world.entropy.token();
        let draft = Draft { form: Vec::new(), files: vec![drafted.clone()] };
        world.store.save_draft(cookie.as_str(), &draft, later(10), QUOTA).await.unwrap();

        // The files were written just now by the wall clock, which these two instants embrace.
        let (past, future) = ("2000-01-01T00:00:00Z".parse().unwrap(), "2200-01-01T00:00:00Z".parse().unwrap());
        assert_eq!(world.store.sweep_orphans(past).await.unwrap(), 0);
        assert_eq!(world.store.sweep_orphans(future).await.unwrap(), 1);
        assert!(find(&world.dir.join("attachments"), &orphan.id.to_string()).is_none());
        world.store.delete_draft(cookie.as_str()).await.unwrap();
        assert_eq!(world.store.sweep_orphans(future).await.unwrap(), 1);
        assert!(world.store.attachment_reader(adopted.id).await.unwrap().is_some());
    })
    .await;
}

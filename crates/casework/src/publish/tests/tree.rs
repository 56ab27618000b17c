//! The published tree: its bytes, and what a break in the writing of it leaves.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use formats::AdvisorySummary;
use formats::csaf::Edition;
use formats::provider::{FEED_PATH, METADATA_PATH, SERVICE_PATH, SUMMARIES_PATH, edition_metadata_path};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::*;
use crate::error::Error;

const HTTPS: &str = "https://noroshi.example";
const HTTP: &str = "http://127.0.0.1:8787";

/// Every file of a tree with its bytes; the lock file is none of them.
type Snapshot = BTreeMap<String, Vec<u8>>;

fn snapshot(root: &Path) -> Snapshot {
    let mut files = Snapshot::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().unwrap() != ".lock" {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

/// Makes the tree hold exactly these files.
fn put_back(root: &Path, files: &Snapshot) {
    fs::remove_dir_all(root).unwrap();
    for (name, bytes) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn updated() -> AdvisoryContent {
    AdvisoryContent { critical: true, ..content() }
}

fn summaries(world: &World) -> Vec<(String, u32)> {
    let lines = world.read(SUMMARIES_PATH);
    let read = lines.lines().map(|line| AdvisorySummary::from_line(line).unwrap());
    read.map(|summary| (summary.id.slug(), summary.revision)).collect()
}

#[tokio::test]
async fn the_tree_has_the_bytes_that_were_stored() {
    let world = World::new(HTTPS).await;
    world.publish(&published(10_293_847, &[(NOON, content())])).await;
    let stored = world.office.store().publications_after(0, 10).await.unwrap();
    let paths: Vec<&str> = stored[0].files.iter().map(|(path, _)| path.as_str()).collect();
    let names = ["jvn_10293847", "jvn_10293847-en", "jvn_10293847-vex", "jvn_10293847-en-vex"];
    let documents =
        ["white", "clear"].into_iter().flat_map(|label| names.map(|name| format!("csaf/{label}/2026/{name}")));
    let mut expected = vec!["advisories/JVN10293847/1/document.json".to_owned()];
    for csaf in documents {
        expected.extend(["json", "json.asc", "json.sha256", "json.sha512"].map(|ending| format!("{csaf}.{ending}")));
    }
    expected.extend(["ja", "en"].map(|language| format!("advisories/JVN10293847/1/stix-{language}.json")));
    assert_eq!(paths, expected);
    for (path, bytes) in &stored[0].files {
        assert_eq!(fs::read(world.root().join(path)).unwrap(), *bytes, "{path}");
    }
    assert!(!world.office.tree_is_behind().await.unwrap());
}

#[tokio::test]
async fn the_change_list_names_what_came_with_its_hash() {
    let world = World::new(HTTPS).await;
    world.publish(&published(10_293_847, &[(NOON, content())])).await;
    assert_eq!(world.read("changes/head"), "1\n");
    let change: Value = serde_json::from_str(&world.read("changes/00000001.json")).unwrap();
    assert_eq!((&change["id"], &change["revision"], &change["at"]), (&"JVN10293847".into(), &1.into(), &NOON.into()));
    let files = change["files"].as_array().unwrap();
    assert_eq!(files.len(), 35);
    for file in files {
        let bytes = fs::read(world.root().join(file["path"].as_str().unwrap())).unwrap();
        let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(file["sha256"], digest);
    }
}

#[tokio::test]
async fn an_update_replaces_the_csaf_document_and_leaves_the_old_revision() {
    let world = World::new(HTTPS).await;
    let later = "2027-01-02T03:00:00Z";
    world.publish(&published(10_293_847, &[(NOON, content())])).await;
    let first = world.read("advisories/JVN10293847/1/document.json");
    world.clock.set(at(later));
    world.publish(&published(10_293_847, &[(NOON, content()), (later, updated())])).await;
    assert_eq!(world.read("advisories/JVN10293847/1/document.json"), first);
    assert!(world.has("advisories/JVN10293847/2/document.json"));
    // The folder is the year of the first release (CSAF 2.0, requirement 11).
    let csaf: Value = serde_json::from_str(&world.read("csaf/white/2026/jvn_10293847.json")).unwrap();
    let tracking = &csaf["document"]["tracking"];
    assert_eq!((&tracking["version"], &tracking["current_release_date"]), (&"2".into(), &later.into()));
    assert_eq!(tracking["revision_history"].as_array().unwrap().len(), 2);
    assert_eq!(summaries(&world), [("JVN10293847".to_owned(), 2)]);
}

/// Numbers of the catalogue run by the year and are kept through all revisions (decision 3).
#[tokio::test]
async fn an_advisory_gets_its_number_in_the_catalogue_when_it_is_published() {
    let world = World::new(HTTPS).await;
    let number = |digits: u32, revision: u32| {
        let document: Value =
            serde_json::from_str(&world.read(&format!("advisories/JVN{digits:08}/{revision}/document.json"))).unwrap();
        document["related"][0]["id"].as_str().unwrap().to_owned()
    };
    world.publish(&published(2, &[(NOON, content())])).await;
    world.publish(&published(1, &[(NOON, content())])).await;
    assert_eq!([number(2, 1), number(1, 1)], ["JVNDB-2026-000001", "JVNDB-2026-000002"]);
    // Half past midnight in Japan is still the old year elsewhere.
    let later = "2026-12-31T15:30:00Z";
    world.clock.set(at(later));
    world.publish(&published(2, &[(NOON, content()), (later, updated())])).await;
    world.publish(&published(3, &[(later, content())])).await;
    assert_eq!([number(2, 2), number(3, 1)], ["JVNDB-2026-000001", "JVNDB-2027-000001"]);
}

/// A revision that has a document no more takes it out of the tree.
#[tokio::test]
async fn documents_that_a_revision_does_not_have_are_gone() {
    let world = World::new(HTTPS).await;
    let later = "2026-06-10T03:00:00Z";
    world.publish(&published(1, &[(NOON, content())])).await;
    let vex = ["csaf/white/2026/jvn_00000001-vex.json", "csaf/clear/2026/jvn_00000001-en-vex.json.asc"];
    assert!(vex.iter().all(|path| world.has(path)));
    world.clock.set(at(later));
    // VEX wants a reason for everything that is not affected, and this developer gives none.
    let silent = StatusStatement { affected: Affectedness::NotAffected, ..StatusStatement::default() };
    let mut text = content();
    text.vendors.push(entry(2, "カエデ", silent));
    world.publish(&published(1, &[(NOON, content()), (later, text)])).await;
    assert!(vex.iter().all(|path| !world.has(path)) && world.has("csaf/white/2026/jvn_00000001.json"));
    assert!(!world.read("csaf/white/index.txt").contains("vex"));
}

#[tokio::test]
async fn lists_have_every_advisory() {
    let world = World::new(HTTPS).await;
    for digits in 1..=3 {
        world.publish(&published(digits, &[(NOON, content())])).await;
    }
    let index = world.read("csaf/white/index.txt");
    let expected: String = (1..=3)
        .flat_map(|n| ["-en-vex", "-en", "-vex", ""].map(|end| format!("2026/jvn_0000000{n}{end}.json\n")))
        .collect();
    assert_eq!((index, world.read("csaf/clear/index.txt")), (expected.clone(), expected));
    assert_eq!(world.read("csaf/white/changes.csv").lines().count(), 12);
    let feed: Value = serde_json::from_str(&world.read(FEED_PATH)).unwrap();
    assert_eq!(feed["feed"]["entry"].as_array().unwrap().len(), 12);
    assert_eq!(summaries(&world).len(), 3);
}

#[tokio::test]
async fn only_https_makes_a_provider() {
    let world = World::new(HTTP).await;
    world.publish(&published(10_293_847, &[(NOON, content())])).await;
    let declared = [METADATA_PATH, FEED_PATH, SERVICE_PATH, edition_metadata_path(Edition::V2_1)];
    assert!(declared.iter().all(|path| !world.has(path)));
    assert!(world.has("csaf/white/index.txt") && world.has("csaf/white/2026/jvn_10293847.json.asc"));

    world.moved_to(HTTPS).write_tree().await.unwrap();
    assert!(declared.iter().all(|path| world.has(path)));
    let metadata: Value = serde_json::from_str(&world.read(METADATA_PATH)).unwrap();
    assert_eq!((&metadata["role"], &metadata["last_updated"]), (&"csaf_trusted_provider".into(), &NOON.into()));

    world.moved_to(HTTP).write_tree().await.unwrap();
    assert!(declared.iter().all(|path| !world.has(path)));
}

#[tokio::test]
async fn before_the_first_publication_there_are_empty_lists_and_the_rules() {
    let world = World::new(HTTPS).await;
    world.office.write_tree().await.unwrap();
    assert_eq!((world.read("changes/head"), world.read(SUMMARIES_PATH)), ("0\n".into(), String::new()));
    assert!(world.has("pages/rules.json") && !world.has(METADATA_PATH) && !world.has("openpgp"));
}

/// Between two states of the tree, whichever files got through before the program fell, in whatever order: the next call
/// makes the new state of it.
#[tokio::test]
async fn a_crash_between_files_is_repaired() {
    let world = World::new(HTTPS).await;
    let later = "2026-06-10T03:00:00Z";
    world.publish(&published(1, &[(NOON, content())])).await;
    world.publish(&published(2, &[(NOON, content())])).await;
    let old = snapshot(world.root());
    world.clock.set(at(later));
    world.publish(&published(1, &[(NOON, content()), (later, updated())])).await;
    let new = snapshot(world.root());
    let changed: Vec<&String> = new.keys().filter(|name| old.get(*name) != new.get(*name)).collect();
    assert!(changed.len() > 12, "{changed:?}");

    let before_head: Vec<&String> = changed.into_iter().filter(|name| *name != "changes/head").collect();
    for through in 0..=before_head.len() {
        for names in [&before_head[..through], &before_head[through..]] {
            let mut between = old.clone();
            between.extend(names.iter().map(|name| ((*name).clone(), new[*name].clone())));
            between.insert("csaf/white/.index.txt.part".into(), b"half a l".to_vec());
            put_back(world.root(), &between);
            assert!(world.office.tree_is_behind().await.unwrap());
            world.office.write_tree().await.unwrap();
            let mut repaired = snapshot(world.root());
            // It is hidden, and the next change of the list uses it up.
            repaired.remove("csaf/white/.index.txt.part");
            assert!(repaired == new, "after {names:?}");
        }
    }
}

#[tokio::test]
async fn a_commit_without_its_tree_is_made_good() {
    let world = World::new(HTTPS).await;
    world.commit(&published(1, &[(NOON, content())])).await;
    world.commit(&published(2, &[(NOON, content())])).await;
    world.office.write_tree().await.unwrap();
    assert_eq!((world.read("changes/head"), summaries(&world).len()), ("2\n".into(), 2));
}

/// A list that cannot be written beside its place stands for a full disk.
#[tokio::test]
async fn when_nothing_can_be_written_the_old_lists_stay() {
    let world = World::new(HTTPS).await;
    world.publish(&published(1, &[(NOON, content())])).await;
    let old = snapshot(world.root());
    world.commit(&published(2, &[(NOON, content())])).await;
    let obstacle = world.root().join("csaf/white/.changes.csv.part");
    fs::create_dir(&obstacle).unwrap();
    assert!(matches!(world.office.write_tree().await, Err(Error::Publish(_))));
    let now = snapshot(world.root());
    assert!(old.iter().all(|(name, bytes)| now.get(name) == Some(bytes)));
    assert!(now.keys().all(|name| !name.ends_with(".part")));

    fs::remove_dir(obstacle).unwrap();
    world.office.write_tree().await.unwrap();
    assert_eq!((world.read("changes/head"), summaries(&world).len()), ("2\n".into(), 2));
}

#[tokio::test]
async fn a_tree_that_is_not_the_stores_is_written_again() {
    let world = World::new(HTTPS).await;
    let file = published(1, &[(NOON, content())]);
    world.publish(&file).await;
    let whole = snapshot(world.root());
    let damages: [(&str, &[u8]); 4] = [
        ("changes/head", b"99\n"),
        ("changes/head", b"not a number"),
        ("changes/00000001.json", b"{}"),
        (SUMMARIES_PATH, b"{\"id\":"),
    ];
    for (name, bytes) in damages {
        fs::write(world.root().join(name), bytes).unwrap();
        world.office.write_tree().await.unwrap();
        assert!(snapshot(world.root()) == whole, "{name}");
    }
    fs::remove_dir_all(world.root()).unwrap();
    world.office.write_tree().await.unwrap();
    assert!(snapshot(world.root()) == whole);
}

#[tokio::test]
async fn writing_again_touches_nothing() {
    let world = World::new(HTTPS).await;
    world.publish(&published(1, &[(NOON, content())])).await;
    let modified = |name: &str| fs::metadata(world.root().join(name)).unwrap().modified().unwrap();
    let names: Vec<String> = snapshot(world.root()).into_keys().collect();
    let before: Vec<_> = names.iter().map(|name| modified(name)).collect();
    world.clock.advance(3600);
    world.office.write_tree().await.unwrap();
    world.office.write_pages().await.unwrap();
    assert_eq!(names.iter().map(|name| modified(name)).collect::<Vec<_>>(), before);
}

#[tokio::test]
async fn everybody_may_read() {
    let world = World::new(HTTPS).await;
    world.publish(&published(1, &[(NOON, content())])).await;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for name in snapshot(world.root()).keys() {
        let path = world.root().join(name);
        assert_eq!(mode(&path), 0o644, "{name}");
        let folders = path.ancestors().skip(1).take_while(|folder| folder.starts_with(world.root()));
        folders.for_each(|folder| assert_eq!(mode(folder), 0o755, "{}", folder.display()));
    }
}

/// The shape that the portal reads; 267 clauses are in the table of the guideline.
#[tokio::test]
async fn the_rules_page_has_values_and_clauses() {
    let world = World::new(HTTPS).await;
    world.office.write_pages().await.unwrap();
    let page: Value = serde_json::from_str(&world.read("pages/rules.json")).unwrap();
    assert_eq!(page["edition"]["key"], world.office.edition_in_force().key);
    let clauses = page["clauses"].as_array().unwrap();
    assert_eq!(clauses.len(), 267);
    for clause in clauses {
        let status = clause["status"].as_str().unwrap();
        assert!(["done", "outside", "not_yet"].contains(&status), "{status}");
        assert_eq!(clause["does"].is_null(), status == "not_yet", "{clause}");
        assert!(["ja", "en"].iter().all(|side| !clause["meaning"][side].as_str().unwrap().is_empty()));
    }
    let values = page["values"].as_array().unwrap();
    let target = values.iter().find(|value| value["name"] == "target_days").unwrap();
    assert!(target["shown"]["ja"].as_str().unwrap().contains("45"), "{target}");
    assert_eq!(target["clause"], "Ⅳ.4.3");
    let day = clauses.iter().find(|clause| clause["id"] == "Ⅳ.4.3").unwrap();
    assert_eq!((&day["status"], &day["values"][0]), (&"done".into(), &"target_days".into()));
    let functions = day["functions"].as_array().unwrap();
    assert!(functions.contains(&"case::decide::set_day".into()) && day["tests"].as_array().unwrap().len() > 1);
    // A clause with several functions says a sentence for each.
    let does = day["does"]["en"].as_str().unwrap();
    assert!(does.matches(". ").count() + 1 >= functions.len(), "{does}");
    let priority = clauses.iter().find(|clause| clause["id"] == "Ⅳ.4.8").unwrap();
    assert_eq!((&priority["status"], &priority["functions"]), (&"not_yet".into(), &serde_json::json!([])));
}

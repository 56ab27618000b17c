//! A CSAF provider in memory: found by its domain, feeds and folders read, hashes checked, nothing fetched twice.

mod common;

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{Cursor, Read};

use common::{Folder, OWN, csaf, gzip, lines, tar};
use gather::provider::gather;
use gather::web::{Fetch, FetchError, allowed};
use gather::{Library, Limits, Outcome, Report, Taker};
use serde_json::json;
use sha2::{Digest, Sha256};
use url::Url;

const HOST: &str = "https://provider.example";

/// Files by address; every address that is asked for is remembered.
#[derive(Default)]
struct Site {
    files: HashMap<String, Vec<u8>>,
    asked: RefCell<Vec<String>>,
}

impl Site {
    fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(format!("{HOST}{path}"), bytes.into());
    }

    fn put_hashed(&mut self, path: &str, bytes: Vec<u8>) {
        let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        self.put(&format!("{path}.sha256"), format!("{hash}  file.json\n"));
        self.put(path, bytes);
    }
}

impl Fetch for Site {
    fn open(&self, url: &Url) -> Result<Box<dyn Read>, FetchError> {
        allowed(url, &["provider.example".to_owned()])?;
        self.asked.borrow_mut().push(url.to_string());
        let bytes = self.files.get(url.as_str()).ok_or(FetchError::Status(404))?;
        Ok(Box::new(Cursor::new(bytes.clone())))
    }
}

fn run(site: &Site, tree: &Folder, address: &str) -> (Vec<(String, Outcome)>, Report) {
    let mut library = Library::open(&tree.0).expect("nobody else imports");
    let mut became = Vec::new();
    let mut taker = Taker::new(&mut library, OWN, jiff::Timestamp::UNIX_EPOCH, |told| {
        became.push((told.name.clone(), told.outcome.clone()));
    });
    let address = Url::parse(address).expect("an address");
    gather(site, &address, &Limits::default(), &mut taker, &mut |_, _| ()).expect("the disk is fine");
    let report = taker.finish().expect("the disk is fine");
    (became, report)
}

fn feed(entries: &[(&str, &str)]) -> Vec<u8> {
    let entry = |(path, updated): &(&str, &str)| {
        let url = format!("{HOST}{path}");
        json!({"id": path, "updated": updated, "content": {"src": url},
            "link": [{"rel": "self", "href": url}, {"rel": "hash", "href": format!("{url}.sha256")}]})
    };
    json!({"feed": {"entry": entries.iter().map(entry).collect::<Vec<_>>()}}).to_string().into_bytes()
}

fn with_feed(entries: &[(&str, &str)]) -> Site {
    let mut site = Site::default();
    let feeds = json!([{"url": format!("{HOST}/feed.json"), "tlp_label": "WHITE"},
        {"url": format!("{HOST}/amber.json"), "tlp_label": "AMBER"}]);
    let metadata = json!({"distributions": [{"rolie": {"feeds": feeds}}]});
    site.put("/.well-known/csaf/provider-metadata.json", metadata.to_string());
    site.put("/feed.json", feed(entries));
    site
}

#[test]
fn a_domain_leads_to_its_feed_and_nothing_is_fetched_twice() {
    let tree = Folder::new("feed");
    let mut site = with_feed(&[("/2026/a.json", "2026-01-01T00:00:00Z"), ("/2026/b.json", "2026-01-01T00:00:00Z")]);
    site.put_hashed("/2026/a.json", csaf("HW-1", 1, "Clock"));
    site.put_hashed("/2026/b.json", csaf("HW-2", 1, "Watch"));
    let (became, report) = run(&site, &tree, HOST);
    assert_eq!((report.new, report.refused), (2, 1), "{became:?}");
    assert!(became.iter().any(|(_, one)| *one == Outcome::Refused("not for the public: TLP:AMBER".into())));
    assert!(!site.asked.borrow().iter().any(|url| url.contains("amber")), "what is not for all is not even asked for");
    assert_eq!(lines(&tree.0)[0]["taken_from"], format!("{HOST}/2026/a.json"));
    site.asked.borrow_mut().clear();
    let (_, report) = run(&site, &tree, &format!("{HOST}/.well-known/csaf/provider-metadata.json"));
    assert_eq!(report.unchanged, 2);
    assert!(!site.asked.borrow().iter().any(|url| url.contains("/2026/")), "{:?}", site.asked.borrow());
}

#[test]
fn a_wrong_or_missing_hash_is_refused() {
    let tree = Folder::new("hash");
    let mut site = with_feed(&[("/a.json", "1"), ("/b.json", "1"), ("/c.json", "1")]);
    site.put_hashed("/a.json", csaf("HW-1", 1, "Clock"));
    site.put("/a.json", csaf("HW-1", 1, "Changed on the way"));
    site.put("/b.json", csaf("HW-2", 1, "Watch"));
    site.put_hashed("/c.json", csaf("HW-3", 1, "Bell"));
    let (became, report) = run(&site, &tree, HOST);
    assert_eq!((report.new, report.refused), (1, 3), "{became:?}");
    let ids: Vec<_> = lines(&tree.0).iter().map(|line| line["id"].as_str().expect("an id").to_owned()).collect();
    assert_eq!(ids, ["HW-3"]);
}

#[test]
fn a_folder_is_read_by_its_changes_and_not_left() {
    let tree = Folder::new("folder");
    let mut site = Site::default();
    let metadata = json!({"distributions": [{"directory_url": format!("{HOST}/csaf")}]});
    site.put("/meta/provider-metadata.json", metadata.to_string());
    site.put("/csaf/changes.csv", "\"2026/a.json\",\"2026-01-02T00:00:00Z\"\n2026/b.json,2026-01-01T00:00:00Z\n");
    site.put_hashed("/csaf/2026/a.json", csaf("HW-1", 1, "Clock"));
    site.put("/csaf/2026/b.json", csaf("HW-2", 1, "A provider need not have hashes"));
    let address = format!("{HOST}/meta/provider-metadata.json");
    assert_eq!(run(&site, &tree, &address).1.new, 2);
    for way in ["../secret.json", "https://evil.example/x.json", "//evil.example/x.json"] {
        site.put("/csaf/changes.csv", format!("{way},1\n"));
        let (became, report) = run(&site, &tree, &address);
        assert_eq!((report.refused, report.taken()), (1, 0), "{way}: {became:?}");
    }
}

#[test]
fn security_txt_names_the_metadata() {
    let tree = Folder::new("security-txt");
    let mut site = Site::default();
    site.put(
        "/.well-known/security.txt",
        format!("Contact: mailto:a@b.example\nCSAF: {HOST}/x/provider-metadata.json\n"),
    );
    let metadata = json!({"distributions": [{"directory_url": format!("{HOST}/csaf/")}]});
    site.put("/x/provider-metadata.json", metadata.to_string());
    site.put("/csaf/index.txt", "2026/a.json\n");
    site.put("/csaf/2026/a.json", csaf("HW-1", 1, "Clock"));
    assert_eq!(run(&site, &tree, HOST).1.new, 1);
}

#[test]
fn other_addresses_are_documents_or_archives_and_other_hosts_are_refused() {
    let tree = Folder::new("single");
    let mut site = Site::default();
    site.put("/a.json", csaf("HW-1", 1, "Clock"));
    site.put("/all.tar.gz", gzip(&tar(&[("b.json", &csaf("HW-2", 1, "Watch"))])));
    assert_eq!(run(&site, &tree, &format!("{HOST}/a.json")).1.new, 1);
    assert_eq!(run(&site, &tree, &format!("{HOST}/all.tar.gz")).1.new, 1);
    for address in [
        "https://other.example/a.json",
        "http://provider.example/a.json",
        "https://other.example/",
        &format!("{HOST}/none.json"),
        HOST,
    ] {
        let (became, report) = run(&site, &tree, address);
        assert_eq!((report.refused, report.taken()), (1, 0), "{address}: {became:?}");
    }
    assert!(!tree.0.join("imported/.fetched").exists());
}

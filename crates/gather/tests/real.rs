//! Real documents: some of CISA (works of the US government, in the public domain) and some CVE records (free for any use by
//! the terms of the CVE program) in `real.tar.xz`, and more where somebody has them: `NOROSHI_REAL_DATA` names a folder with
//! archives of CSAF documents and CVE records. Everything in them is imported in one go, and every CSAF document is written
//! again: valid wherever the original was, equal in meaning but for the differences of `docs/csaf-differences.md`.

mod common;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;

use common::{Folder, OWN};
use formats::check::csaf::{Level, Options, check};
use formats::csaf::carry::{DifferenceKind, carry};
use formats::csaf::read::is_csaf;
use gather::unpack::walk;
use gather::{Library, Limits, Outcome, Taker};
use serde_json::Value;

/// The archive beside this test, or the folder that somebody named.
fn place() -> PathBuf {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/real.tar.xz"));
    std::env::var_os("NOROSHI_REAL_DATA").map_or_else(beside, PathBuf::from)
}

#[test]
fn everything_is_imported_in_one_go() {
    let tree = Folder::new("real");
    let began = std::time::Instant::now();
    let mut library = Library::open(&tree.0).expect("nobody else imports");
    let mut refused = Vec::new();
    let mut taker = Taker::new(&mut library, OWN, jiff::Timestamp::UNIX_EPOCH, |told| {
        if let Outcome::Refused(why) = &told.outcome {
            refused.push((told.name.clone(), why.clone()));
        }
    });
    let _ = walk(&place(), &Limits::default(), &mut |item| {
        taker.item(item).expect("the disk is fine");
        ControlFlow::Continue(())
    });
    let report = taker.finish().expect("the disk is fine");
    let seconds = began.elapsed().as_secs_f64();
    eprintln!("{} documents, {} bytes, {seconds:.1} s", report.all(), report.bytes);
    let mut kinds: Vec<_> = report.kinds.iter().collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (kind, count) in kinds.iter().take(30) {
        eprintln!("{count:>8} {kind:?}");
    }
    assert!(refused.is_empty(), "{refused:#?}");
    assert!(report.taken() > 0 && report.older == 0);
    assert_eq!(library.len() as u64, report.new);
}

#[test]
fn what_is_written_again_is_valid_and_says_the_same() {
    let (mut written, mut valid) = (0_u64, 0_u64);
    let mut kinds: BTreeMap<DifferenceKind, u64> = BTreeMap::new();
    let _ = walk(&place(), &Limits::default(), &mut |item| {
        let value: Value = serde_json::from_slice(&item.bytes.expect("it can be read")).expect("JSON");
        if !is_csaf(&value) {
            return ControlFlow::Continue(());
        }
        let carried = carry(&value).expect("it is CSAF");
        let again: Value = serde_json::from_str(&carried.json).expect("JSON");
        let listed: Vec<&str> = carried.differences.iter().map(|one| one.at.as_str()).collect();
        let mut unlisted = Vec::new();
        compare(&value, &again, "", &listed, &mut unlisted);
        assert!(unlisted.is_empty(), "{}: {unlisted:?}", item.name);
        carried.differences.iter().for_each(|one| *kinds.entry(one.kind).or_default() += 1);
        let options = Options { level: Level::Mandatory, now: None };
        let was = check(value.to_string().as_bytes(), options).is_valid();
        assert!(!was || check(carried.json.as_bytes(), options).is_valid(), "{} is valid no more", item.name);
        written += 1;
        valid += u64::from(was);
        ControlFlow::Continue(())
    });
    eprintln!("{written} documents written again, {valid} of them valid before; differences: {kinds:?}");
    assert!(written > 0);
}

/// Every place where two values differ and no listed difference stands at or above it.
fn compare(a: &Value, b: &Value, at: &str, listed: &[&str], unlisted: &mut Vec<String>) {
    if a == b || listed.contains(&at) {
        return;
    }
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                let below = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => compare(a, b, &below, listed, unlisted),
                    _ if listed.contains(&below.as_str()) => {}
                    _ => unlisted.push(below),
                }
            }
        }
        // An empty item that was left out moves those behind it.
        (Value::Array(a), Value::Array(b)) => {
            let below = |place: usize| format!("{at}/{place}");
            let kept = a
                .iter()
                .enumerate()
                .filter(|(place, _)| a.len() == b.len() || !listed.contains(&below(*place).as_str()));
            let kept: Vec<_> = kept.collect();
            if kept.len() != b.len() {
                unlisted.push(at.to_owned());
            }
            for ((place, a), b) in kept.into_iter().zip(b) {
                compare(a, b, &below(place), listed, unlisted);
            }
        }
        _ => unlisted.push(at.to_owned()),
    }
}

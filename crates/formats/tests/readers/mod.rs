//! Every reader of foreign bytes that this crate has, under the name of its fuzz target. Whatever the bytes are, a
//! reader comes back; what it gives back is used, so that what hangs on it is run too.

use formats::check::csaf::{Options, check};
use formats::{AdvisoryNumber, AdvisorySummary, PublicDocument};

/// Takes bytes, and comes back.
pub type Reader = fn(&[u8]);

/// Name of the fuzz target and the reader.
pub const READERS: &[(&str, Reader)] = &[
    ("csaf_check", csaf_check),
    ("csaf_read", csaf_read),
    ("csaf_carry", csaf_carry),
    ("cve5_read", cve5_read),
    ("osv_read", osv_read),
    ("imported_read", imported_read),
    ("jvnrss_read", |bytes| keep(formats::jvnrss::read(bytes))),
    ("vuldef_read", |bytes| keep(formats::vuldef::read(bytes))),
    ("myjvn_read", |bytes| keep(formats::myjvn::read(bytes))),
    ("atom_read", |bytes| keep(formats::atom::read(bytes))),
    ("stix_read", |bytes| keep(formats::stix::read(bytes))),
    ("oka_read", oka_read),
    ("document_read", document_read),
    ("names", names),
];

/// What was read is not optimised away.
fn keep<T>(value: T) {
    std::hint::black_box(value);
}

fn number() -> AdvisoryNumber {
    AdvisoryNumber::new("JVN", 12_345_678).expect("a number of eight digits")
}

fn csaf_check(bytes: &[u8]) {
    let report = check(bytes, Options { now: Some(jiff::Timestamp::UNIX_EPOCH), ..Options::default() });
    assert!(report.version.is_some() || !report.is_valid());
}

fn csaf_read(bytes: &[u8]) {
    keep(formats::csaf::read::read(bytes, number()).map(|import| import.document.check()));
}

/// Written again, it is read again, and says what it said.
fn csaf_carry(bytes: &[u8]) {
    let Ok(value) = serde_json::from_slice(bytes) else { return };
    let Some(carried) = formats::csaf::carry::carry(&value) else { return };
    let again = serde_json::from_str(&carried.json).expect("it was just written");
    assert_eq!(formats::csaf::carry::carry(&again).map(|twice| twice.json), Some(carried.json));
}

fn cve5_read(bytes: &[u8]) {
    keep(formats::cve5::read(bytes, number()).map(|import| import.document.check()));
}

fn osv_read(bytes: &[u8]) {
    keep(formats::osv::read(bytes, number()).map(|import| import.document.check()));
}

/// Recognised by content, whatever it is.
fn imported_read(bytes: &[u8]) {
    for document in formats::imported::documents(bytes).unwrap_or_default() {
        keep(formats::imported::read(&document, number()).map(|import| formats::imported::origin(&import.document)));
    }
}

fn oka_read(bytes: &[u8]) {
    keep(formats::oka::read::<formats::oka::FeedDocument>(bytes));
}

fn document_read(bytes: &[u8]) {
    keep(PublicDocument::from_json(bytes).map(|document| document.check()));
    keep(std::str::from_utf8(bytes).map(AdvisorySummary::from_line));
}

/// Names and ranges that stand in documents: each line is tried as everything.
fn names(bytes: &[u8]) {
    for line in String::from_utf8_lossy(bytes).lines().take(50) {
        keep(formats::cpe::parse(line).map(|name| name.relation(&name)));
        keep(formats::purl::Purl::parse(line).map(|purl| purl.to_string()));
        keep(formats::vers::Vers::parse(line).map(|range| range.contains(line)));
        keep(formats::cvss::Vector::parse(line).map(|vector| vector.scores()));
        keep(formats::cwe::parse(line).and_then(formats::cwe::name));
    }
}

//! The other road: a developer that never answers, stop by stop up the ladder.
//!
//! Days by hand: ten business days lie between the contacts; the name a month after the third one, the product three
//! months after the name, the deadline with the next issue of the list.

use rulebook::case::decide::CaseCommand;
use rulebook::case::reach::{Address, Addressee, Source};
use rulebook::case::{AttemptOutcome, ContactMeans, ReachCommand};

use super::stops::{Stop, stop};
use super::*;

pub const POST: &str = "架空市一丁目1";
pub const NUMBER: &str = "DID#30000001";

pub fn check(source: Source, on: &str, found: &[(ContactMeans, &str)]) -> CaseCommand {
    let found = found.iter().map(|(means, to)| Address { means: *means, to: (*to).to_owned() }).collect();
    let (developer, on, note) = (MIHARASHI, day(on), "探した".to_owned());
    CaseCommand::Reach(ReachCommand::CheckSource { developer, source, on, found, note })
}

pub fn contact(means: ContactMeans, to: &str, on: &str) -> CaseCommand {
    let (developer, outcome) = (MIHARASHI, AttemptOutcome::Waiting);
    CaseCommand::RecordContactAttempt { developer, means, to: to.into(), on: day(on), outcome, note: String::new() }
}

pub fn list_name() -> CaseCommand {
    CaseCommand::Reach(ReachCommand::ListName {
        developer: MIHARASHI,
        number: NUMBER.into(),
        name: Some("みはらし".into()),
        reference: "https://miharashi.example/".into(),
        remark: String::new(),
    })
}

pub fn list_product() -> CaseCommand {
    CaseCommand::Reach(ReachCommand::ListProduct {
        developer: MIHARASHI,
        product: "みはらしポータル".into(),
        versions: "3.2.0 まで".into(),
        addressee: Addressee::Organisation,
    })
}

pub fn append_deadline(deadline: &str) -> CaseCommand {
    CaseCommand::Reach(ReachCommand::AppendDeadline { developer: MIHARASHI, deadline: day(deadline) })
}

pub fn judge(verifiable: bool) -> CaseCommand {
    CaseCommand::Reach(ReachCommand::JudgeVerifiability { verifiable, reason: "製品の有無".into() })
}

pub fn worth(worth: bool) -> CaseCommand {
    CaseCommand::Reach(ReachCommand::JudgeHandlingValue { worth, reason: "利用者が多い".into() })
}

/// From the rating to the published deadline.
pub fn silent_stops() -> Vec<Stop> {
    let reach = CaseCommand::Reach;
    let note = || "内容証明の控え".to_owned();
    let mut road = vec![
        stop("", "2026-11-16", DESK, rate()),
        stop("", "2026-11-18", DESK, hand_over()),
        stop("", "2026-11-20", COORDINATOR, add(MIHARASHI)),
        stop(
            "first-contact",
            "2026-11-20",
            COORDINATOR,
            contact(ContactMeans::Mail, "info@miharashi.example", "2026-11-20"),
        ),
    ];
    for source in Source::ALL.into_iter().filter(|source| *source != Source::Finder) {
        let found: &[_] = if source == Source::Site { &[(ContactMeans::Post, POST)] } else { &[] };
        road.push(stop("", "2026-11-24", COORDINATOR, check(source, "2026-11-24", found)));
    }
    let ask = reach(ReachCommand::AskFinder { developer: MIHARASHI, note: "作者を知っているか".into() });
    let letter = reach(ReachCommand::NoteAttempt {
        developer: MIHARASHI,
        attempt: 2,
        on: day("2026-12-04"),
        outcome: None,
        letter: Some("L-20000001".into()),
        files: vec![],
        note: note(),
    });
    road.extend([
        stop("", "2026-11-24", COORDINATOR, ask),
        stop("", "2026-11-26", DESK, check(Source::Finder, "2026-11-26", &[])),
        stop("second-contact", "2026-12-04", COORDINATOR, contact(ContactMeans::Post, POST, "2026-12-04")),
        stop("", "2026-12-04", COORDINATOR, letter),
        stop(
            "third-contact",
            "2026-12-18",
            COORDINATOR,
            contact(ContactMeans::Mail, "info@miharashi.example", "2026-12-18"),
        ),
        stop("", "2027-01-12", DESK, judge(false)),
        stop("", "2027-01-13", DESK, worth(true)),
        stop("name-listed", "2027-01-18", COORDINATOR, list_name()),
        stop("product-listed", "2027-04-18", COORDINATOR, list_product()),
        stop("deadline-appended", "2027-07-18", COORDINATOR, append_deadline("2027-09-30")),
    ]);
    road
}

/// Walks the silent road up to and with a stop.
pub fn silent_until(name: &str) -> Road {
    let mut road = super::stops::accepted(super::stops::shy());
    for stop in silent_stops() {
        if let Some((party, command)) = stop.doing {
            road.go(party, command, stop.now);
        }
        if stop.name == name {
            return road;
        }
    }
    panic!("no stop {name}");
}

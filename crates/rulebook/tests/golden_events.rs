//! Golden events (decision 2): what was once written to a journal is read for ever.
//!
//! `golden/STREAM.Kind.VERSION.json` was written by hand from the types of that version and is never changed. A new
//! shape of an event gets a new version and a new file, and an upcaster that reads the old one; a new kind gets a
//! file and a line below.

mod common;
#[path = "common/site_golden.rs"]
mod site_golden;

use std::collections::BTreeSet;
use std::fmt::Debug;

use common::sites::SITE;
use common::*;
use rulebook::advisory::{AdvisoryContent, AdvisoryEvent, AffectedProduct, Reference, VendorEntry};
use rulebook::case::{
    Affectedness, AftercareEvent, Asker, AttemptOutcome, CaseContent, CaseEvent, ContactMeans, Countermeasure, Origin,
    ProductStatus, StatusStatement, Thread, Verification, VerificationResult, Weighing, WithdrawalGround,
};
use rulebook::developer::{DeveloperEntry, DeveloperEvent};
use rulebook::edition::{Influence, Range};
use rulebook::influence::{RangeFactors, Rating, Version4};
use rulebook::report::form::{Answer, Consents, ReportKind};
use rulebook::report::problems::{Fault, FormItem, Problem};
use rulebook::report::{Attachment, Channel, Condition, Message, ReportEvent, Writer};
use rulebook::text::{Language, Localized};
use serde::de::DeserializeOwned;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");

#[track_caller]
fn reads<E: DeserializeOwned + PartialEq + Debug>(name: &str, expected: &E) {
    let path = format!("{FOLDER}/{name}.1.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let event: E = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(event, *expected, "{path}");
}

fn portal() -> CaseContent {
    CaseContent { product: "Miharashi Portal".into(), steps: "(1)".into(), ..CaseContent::default() }
}

fn screen() -> Attachment {
    Attachment { id: SCREENSHOT, name: "screen.png".into(), size: 4_096 }
}

fn said(share_identity: Answer, direct_contact: Answer, publish_name: Answer) -> Consents {
    Consents { share_identity, direct_contact, publish_name }
}

const VECTOR: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N";

fn of_reports() -> Vec<ReportEvent> {
    vec![
        ReportEvent::ReportReceived {
            number: "R-10000001".into(),
            kind: Some(ReportKind::Product),
            language: Language::Ja,
            channel: Channel::WebForm,
            person: PERSON,
            form: body(1),
            original: None,
            title: "みはらしポータル：XSS".into(),
            consents: said(Answer::No, Answer::Unanswered, Answer::Yes),
            problems: vec![Problem { item: FormItem::DirectContact, fault: Fault::Missing }],
            needs_reading: false,
            attachments: vec![screen()],
            on: day("2026-11-12"),
        },
        ReportEvent::ReportTranscribed {
            kind: ReportKind::OwnProduct,
            form: body(2),
            title: "みはらしポータル".into(),
            consents: said(Answer::Both, Answer::No, Answer::Yes),
            problems: vec![
                Problem { item: FormItem::ShareIdentity, fault: Fault::Contradiction },
                Problem { item: FormItem::Email, fault: Fault::Unusable },
            ],
        },
        ReportEvent::HighImpactMarked { high: true },
        ReportEvent::MessagePosted(Message {
            from: Writer::Desk,
            body: body(3),
            question: true,
            attachments: vec![Attachment { id: LETTER, name: "notes.txt".into(), size: 12 }],
        }),
        ReportEvent::ConsentsChanged { consents: said(Answer::Yes, Answer::Yes, Answer::No) },
        ReportEvent::OwnerSet { account: Some(DESK_ACCOUNT) },
        ReportEvent::NoteAdded { body: body(4), by: DESK_ACCOUNT },
        ReportEvent::ReportAccepted { on: day("2026-11-16"), case: CASE, reason: body(5) },
        ReportEvent::ReportRejected {
            on: day("2026-11-16"),
            failed: Condition::ALL.to_vec(),
            reason: body(6),
            illegal: false,
            known_at: String::new(),
        },
        ReportEvent::ReportWithdrawn { on: day("2026-11-16"), reason: Some(body(7)) },
        ReportEvent::ReportReclassified { kind: ReportKind::Website, reason: body(8) },
        ReportEvent::ReportSplit { on: day("2026-11-17"), case: CASE },
        ReportEvent::ReportMoved { on: day("2026-11-20"), from: OTHER_CASE, case: CASE },
        ReportEvent::DisclosureConsulted { body: body(9) },
        ReportEvent::DisclosureAnswered { body: body(10) },
        ReportEvent::ReleaseAsked { on: day("2027-11-21") },
        ReportEvent::DelayExplained { body: body(11) },
        ReportEvent::NonDisclosureReleased { on: day("2027-11-24") },
        ReportEvent::SiteReportAccepted { on: day("2026-11-16"), site: SITE, reason: body(12) },
        ReportEvent::NonDisclosureLapsed { on: day("2026-12-07") },
        ReportEvent::NonDisclosureAskedAgain { on: day("2027-01-12") },
    ]
}

fn of_desks() -> Vec<CaseEvent> {
    vec![
        CaseEvent::CaseOpened {
            number: "C-20000001".into(),
            report: Some(REPORT),
            origin: Origin::Finder,
            language: Language::En,
            accepted_on: day("2026-11-16"),
            edition: "2019".into(),
            content: CaseContent {
                developer: "Miharashi".into(),
                versions: "3.2.0".into(),
                environment: "Debian 13".into(),
                kind: "XSS".into(),
                threat: "Session taken over".into(),
                workaround: "None".into(),
                proof: "<script>".into(),
                notes: "Seen twice".into(),
                ..portal()
            },
            attachments: vec![screen()],
            consents: said(Answer::Yes, Answer::No, Answer::Yes),
            high_impact: true,
            wished_day: None,
        },
        CaseEvent::OwnerSet { side: COORDINATOR, account: None },
        CaseEvent::NoteAdded { side: DESK, body: body(0x10), by: DESK_ACCOUNT },
        CaseEvent::InfluenceRated(Rating {
            vector: VECTOR.into(),
            score_tenths: 61,
            v4: None,
            factors: RangeFactors { users: Some(Range::Medium), social: None, attack_seen: Some(false) },
            range: Range::Medium,
            influence: Influence::Normal,
        }),
        CaseEvent::HandedOver {
            on: day("2026-11-18"),
            content: portal(),
            attachments: vec![SCREENSHOT],
            finder_named: true,
        },
        CaseEvent::DaySet { day: day("2027-01-05"), reason: String::new(), weighed: Weighing::default() },
        CaseEvent::AdvisoryStarted { advisory: ADVISORY, number: "JVN#30000001".into() },
        CaseEvent::Published {
            advisory: ADVISORY,
            revision: 1,
            at: "2027-01-05T03:00:00Z".parse().expect("noon in Japan"),
        },
    ]
}

fn of_developers_in_a_case() -> Vec<CaseEvent> {
    let developer = MIHARASHI;
    vec![
        CaseEvent::DeveloperAdded { developer, name: "株式会社みはらし".into() },
        CaseEvent::ContactAttempted {
            developer,
            means: ContactMeans::WebForm,
            to: "https://miharashi.example/contact".into(),
            on: day("2026-11-21"),
            outcome: AttemptOutcome::Undeliverable,
            note: "Form is closed".into(),
        },
        CaseEvent::AnswerLinkSent { developer, to: "psirt@miharashi.example".into() },
        CaseEvent::ContactConfirmed {
            developer,
            on: day("2026-11-24"),
            person: "見晴 台".into(),
            mail: "psirt@miharashi.example".into(),
            by_developer: true,
        },
        CaseEvent::DetailsReleased {
            developer,
            on: day("2026-11-25"),
            content: portal(),
            attachments: vec![],
            finder_named: false,
        },
        CaseEvent::VerificationStated {
            developer,
            verification: Verification {
                result: VerificationResult::InOtherProduct,
                explanation: "It lies in the library".into(),
            },
            on: day("2026-12-02"),
        },
        CaseEvent::CountermeasureStated {
            developer,
            countermeasure: Countermeasure {
                fix: "3.2.1".into(),
                workaround: "Switch search off".into(),
                ready_on: Some(day("2026-12-20")),
            },
            on: day("2026-12-05"),
        },
        CaseEvent::StatusStated {
            developer,
            status: StatusStatement {
                affected: Affectedness::Affected,
                products: vec![ProductStatus {
                    product: "Miharashi Portal".into(),
                    from: "3.0.0".into(),
                    to: "3.2.1".into(),
                    until_fixed: true,
                    affected: Affectedness::NotAffectedInvestigating,
                }],
                statement: Localized::new("修正しました", "Fixed"),
                link: "https://miharashi.example/psirt/1".into(),
            },
            on: day("2026-12-06"),
        },
        CaseEvent::DayProposed { developer, day: None, comment: "After New Year, please".into() },
        CaseEvent::MessagePosted {
            thread: Thread::Developer(developer),
            from: MAKER,
            body: body(0x11),
            attachments: vec![],
            written_at: None,
        },
    ]
}

fn of_advisories() -> Vec<AdvisoryEvent> {
    let whole = AdvisoryContent {
        title: Localized::new("題", "Title"),
        overview: Localized::new("概要", "Overview"),
        affected: vec![AffectedProduct {
            vendor: "Miharashi".into(),
            product: "Miharashi Portal".into(),
            from: "3.0.0".into(),
            to: "3.2.1".into(),
            until_fixed: true,
            // Golden files of version 1 were written before products had names for machines: they are empty there.
            ..AffectedProduct::default()
        }],
        affected_note: Localized::new("注", "Note"),
        details: Localized::new("詳細", "Details"),
        impact: Localized::new("影響", "Impact"),
        solution: Localized::new("対策", "Solution"),
        // Golden files of version 1 were written before texts had it: it is empty there.
        stop_using: vec![],
        vendors: vec![VendorEntry {
            developer: MIHARASHI,
            name: "Miharashi".into(),
            status: StatusStatement {
                affected: Affectedness::Affected,
                statement: Localized::new("声明", "Statement"),
                ..StatusStatement::default()
            },
            // Golden files of version 1 were written before entries had it: it is empty there.
            countermeasure: Countermeasure::default(),
            view: Localized::default(),
            on: Some(day("2026-12-06")),
        }],
        supplement: Localized::new("補足", "Supplement"),
        cvss: vec![VECTOR.into()],
        cwe: vec!["CWE-79".into()],
        cve: vec!["CVE-2026-99999".into()],
        credit: Localized::new("篝 火ノ子", "Kagari Hinoko"),
        references: vec![Reference { title: "Miharashi".into(), url: "https://miharashi.example/".into() }],
        critical: true,
    };
    let title_only = AdvisoryContent { title: Localized::new("新しい題", ""), ..AdvisoryContent::default() };
    vec![
        AdvisoryEvent::DraftStarted { case: CASE, number: "JVN#30000001".into(), content: whole },
        AdvisoryEvent::DraftEdited { content: title_only },
        AdvisoryEvent::PreviewSent,
        AdvisoryEvent::PreviewCommented { developer: MIHARASHI, agrees: false, comment: "3.2.1, not 3.2.0".into() },
        AdvisoryEvent::AdvisoryApproved { by: COORDINATOR_ACCOUNT },
        AdvisoryEvent::AdvisoryCoSigned { by: DESK_ACCOUNT },
        AdvisoryEvent::AdvisoryPublished {
            revision: 2,
            at: "2027-01-21T01:00:00Z".parse().expect("ten in Japan"),
            summary: Localized::new("修正版を追加", "Fix added"),
        },
        AdvisoryEvent::AdvisoryWithdrawn {
            revision: 3,
            at: "2027-02-01T05:00:00Z".parse().expect("two in Japan"),
            ground: WithdrawalGround::LegalOrder,
            reason: Localized::new("裁判所の命令による", "By order of a court"),
        },
    ]
}

fn of_the_register() -> Vec<DeveloperEvent> {
    let entry = DeveloperEntry {
        name: "株式会社みはらし".into(),
        name_en: "Miharashi Inc.".into(),
        reading: "みはらし".into(),
        manager: "見晴 台".into(),
        mail: "psirt@miharashi.example".into(),
        phone: "03-0000-0000".into(),
        fax: "03-0000-0001".into(),
        address: "東京都".into(),
        website: "https://miharashi.example/".into(),
        products: vec!["みはらしポータル".into()],
        // Entries of version 1 were written before they had it.
        support_ends: vec![],
        listed: true,
        direct_window: "https://miharashi.example/psirt".into(),
        language: Language::En,
        notes: "Answers on Mondays".into(),
    };
    vec![
        DeveloperEvent::DeveloperRegistered { entry, on: day("2026-04-01") },
        DeveloperEvent::WindowConfirmed { on: day("2026-10-01") },
        DeveloperEvent::DirectWindowReviewed {
            listed: true,
            looked_at: "受付窓口と過去3年の公表".into(),
            on: day("2026-10-05"),
        },
    ]
}

#[test]
fn version_1_of_every_event_is_read_as_it_was_meant() {
    for event in of_reports() {
        reads(&format!("report.{}", event.kind()), &event);
    }
    for event in of_desks().into_iter().chain(of_developers_in_a_case()).chain(parts::golden()) {
        reads(&format!("case.{}", event.kind()), &event);
    }
    for event in of_advisories() {
        reads(&format!("advisory.{}", event.kind()), &event);
    }
    for event in site_golden::events() {
        reads(&format!("site.{}", event.kind()), &event);
    }
    for event in of_the_register() {
        reads(&format!("developer.{}", event.kind()), &event);
    }
}

/// A report that was not accepted may say that it was obtained illegally, and where it is published already.
#[test]
fn a_refusal_says_more_since_the_second_version() {
    let path = format!("{FOLDER}/report.ReportRejected.2.json");
    let event: ReportEvent = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("an event");
    let known_at = "https://jvn.example/1".to_owned();
    let (on, failed) = (day("2026-11-16"), vec![Condition::NotKnown]);
    assert_eq!(event, ReportEvent::ReportRejected { on, failed, reason: body(6), illegal: true, known_at });
}

/// A day may say what was weighed; a day that was set before it could is read as one that says nothing of it.
#[test]
fn a_day_says_what_was_weighed_since_the_second_version() {
    let path = format!("{FOLDER}/case.DaySet.2.json");
    let event: CaseEvent = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("an event");
    let weighed = Weighing { leak_risk: "SNSで話題".into(), early: true, ..Weighing::default() };
    assert_eq!(event, CaseEvent::DaySet { day: day("2026-12-01"), reason: "攻撃を確認".into(), weighed });
}

/// Whoever enquires has a key of its own since the second version, so that its name can be erased.
#[test]
fn an_asker_can_be_erased_since_the_second_version() {
    let path = format!("{FOLDER}/case.EnquiryReceived.2.json");
    let event: CaseEvent = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("an event");
    let CaseEvent::Aftercare(AftercareEvent::EnquiryReceived { asker, .. }) = event else { panic!("an enquiry") };
    assert_eq!(asker, Asker::Sealed { person: PERSON, body: body(0x77) });
}

/// A rating may carry a CVSS v4.0 vector; one that was made before it could is read as one that has none.
#[test]
fn a_rating_keeps_a_vector_of_version_4_since_the_second_version() {
    let path = format!("{FOLDER}/case.InfluenceRated.2.json");
    let event: CaseEvent = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("an event");
    let vector = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:L/VI:L/VA:N/SC:L/SI:L/SA:N".to_owned();
    let v4 = Some(Version4 { vector, score_tenths: 51 });
    let factors = RangeFactors::default();
    let (range, influence) = (Range::Wide, Influence::Priority);
    let rating = Rating { vector: VECTOR.into(), score_tenths: 61, v4, factors, range, influence };
    assert_eq!(event, CaseEvent::InfluenceRated(rating));
}

/// A message that came along from a case that proved to be the same says when it was written since the second version.
#[test]
fn a_message_keeps_its_time_since_the_second_version() {
    let path = format!("{FOLDER}/case.MessagePosted.2.json");
    let event: CaseEvent = serde_json::from_str(&std::fs::read_to_string(path).expect("there")).expect("an event");
    let written_at = Some("2026-11-21T01:30:00Z".parse().expect("an instant"));
    let (thread, from, body) = (Thread::Bodies, COORDINATOR, body(0x11));
    assert_eq!(event, CaseEvent::MessagePosted { thread, from, body, attachments: vec![], written_at });
}

/// The names in a type's `kind`, which the compiler keeps whole.
fn kinds(stream: &str, type_name: &str, source: &str) -> Vec<String> {
    let arms = source.lines().filter(|line| line.trim_start().starts_with(&format!("{type_name}::")));
    let names = arms.filter_map(|line| line.split_once("=> \"")?.1.split_once('"')).map(|(name, _)| name);
    names.map(|name| format!("{stream}.{name}.1.json")).collect()
}

#[test]
fn every_kind_of_event_has_its_golden_file_and_its_line_here() {
    let sources = [
        kinds("report", "ReportEvent", include_str!("../src/report/event.rs")),
        kinds("case", "CaseEvent", include_str!("../src/case/event.rs")),
        kinds("case", "ArrivalEvent", include_str!("../src/case/arrival.rs")),
        kinds("case", "AftercareEvent", include_str!("../src/case/aftercare/event.rs")),
        kinds("case", "ScheduleEvent", include_str!("../src/case/schedule/event.rs")),
        kinds("case", "JudgementEvent", include_str!("../src/case/judgement/event.rs")),
        kinds("case", "ReachEvent", include_str!("../src/case/reach/event.rs")),
        kinds("case", "EndingEvent", include_str!("../src/case/ending/event.rs")),
        kinds("case", "OutreachEvent", include_str!("../src/case/outreach/event.rs")),
        kinds("advisory", "AdvisoryEvent", include_str!("../src/advisory/state.rs")),
        kinds("developer", "DeveloperEvent", include_str!("../src/developer.rs")),
        kinds("site", "SiteEvent", include_str!("../src/site/event.rs")),
    ];
    let named: BTreeSet<String> = sources.concat().into_iter().collect();
    let files = std::fs::read_dir(FOLDER).expect("the folder is there");
    let names = files.map(|file| file.expect("readable").file_name().into_string().expect("plain names"));
    let first_versions: BTreeSet<String> = names.filter(|name| name.ends_with(".1.json")).collect();
    assert_eq!(named, first_versions);
    let read = of_reports().len() + of_desks().len() + of_developers_in_a_case().len() + parts::golden().len();
    let read = read + of_advisories().len() + of_the_register().len() + site_golden::events().len();
    assert_eq!(read, first_versions.len(), "every file is read above");
}

//! The events of website cases as the golden files have them.

use rulebook::case::{AttemptOutcome, ContactMeans};
use rulebook::edition::{Influence, Range};
use rulebook::influence::{RangeFactors, Rating};
use rulebook::report::Attachment;
use rulebook::site::{
    Classification, FixCheck, LeakItem, OperatorAddress, OperatorAnswer, OperatorCategory, OperatorConsent,
    OperatorSource, SiteCause, SiteContent, SiteDisclosureGround, SiteEffect, SiteEnding, SiteEvent, SiteKind,
    SiteThread,
};
use rulebook::text::Language;

use crate::common::sites::KOMACHI;
use crate::common::{CASE, DESK_ACCOUNT, FINDER, OTHER_REPORT, REPORT, SCREENSHOT, body, day};

fn url() -> String {
    "https://www.komachi.example/search".into()
}

fn screen() -> Vec<Attachment> {
    vec![Attachment { id: SCREENSHOT, name: "screen.png".into(), size: 4_096 }]
}

pub fn events() -> Vec<SiteEvent> {
    [of_the_case(), of_the_operator(), of_others()].concat()
}

fn of_the_case() -> Vec<SiteEvent> {
    let content = SiteContent {
        url: url(),
        kind: "XSS".into(),
        steps: "(1)".into(),
        why: "Shown as it came".into(),
        threat: "A false page".into(),
        advice: String::new(),
        proof: "<script>".into(),
        notes: "Seen twice".into(),
    };
    vec![
        SiteEvent::SiteCaseOpened {
            number: "VW#40000001".into(),
            report: REPORT,
            language: Language::En,
            accepted_on: day("2026-11-16"),
            edition: "2019".into(),
            content,
            attachments: screen(),
            high_impact: true,
        },
        SiteEvent::SiteReportJoined { report: OTHER_REPORT, on: day("2026-11-18"), attachments: vec![] },
        SiteEvent::SiteOwnerSet { account: None },
        SiteEvent::SiteNoteAdded { body: body(0x20), by: DESK_ACCOUNT },
        SiteEvent::SiteClassified(Classification {
            kind: SiteKind::SqlInjection,
            effects: vec![SiteEffect::PersonalData, SiteEffect::DataTampering],
            cause: SiteCause::PatchMissing,
            passive: false,
        }),
        SiteEvent::SiteRated(Rating {
            vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N".into(),
            score_tenths: 61,
            v4: None,
            factors: RangeFactors { users: Some(Range::Medium), social: None, attack_seen: Some(false) },
            range: Range::Medium,
            influence: Influence::Normal,
        }),
        SiteEvent::FoundInProduct { case: CASE, site_named: false, on: day("2026-12-05") },
        SiteEvent::SiteClosed {
            ending: SiteEnding::OperatorDeclines,
            to_finder: body(0x23),
            to_operator: Some(body(0x24)),
            on: day("2026-12-07"),
        },
        SiteEvent::SiteReopened { reason: "Seen again".into(), on: day("2027-01-12") },
    ]
}

fn of_the_operator() -> Vec<SiteEvent> {
    let mail = || "info@komachi.example".to_owned();
    let what = OperatorConsent::SiteToDeveloper;
    let given = SiteContent { url: url(), advice: "Escape".into(), ..SiteContent::default() };
    vec![
        SiteEvent::OperatorIdentified {
            name: "Komachi Books".into(),
            category: OperatorCategory::LocalGovernment,
            addresses: vec![OperatorAddress { means: ContactMeans::Mail, to: mail() }],
        },
        SiteEvent::OperatorSourceChecked {
            source: OperatorSource::SecurityTxt,
            found: false,
            note: "There is none".into(),
            on: day("2026-11-16"),
        },
        SiteEvent::OperatorContacted {
            means: ContactMeans::Mail,
            to: mail(),
            on: day("2026-11-17"),
            outcome: AttemptOutcome::Waiting,
            link: true,
            note: "First word".into(),
        },
        SiteEvent::OperatorAttemptNoted {
            attempt: 1,
            outcome: AttemptOutcome::Undeliverable,
            note: "Came back".into(),
        },
        SiteEvent::OperatorConfirmed {
            on: day("2026-11-19"),
            person: "小町 晴".into(),
            mail: mail(),
            by_operator: true,
        },
        SiteEvent::SiteDetailsSent {
            on: day("2026-11-20"),
            content: given,
            attachments: vec![SCREENSHOT],
            finder_named: true,
        },
        SiteEvent::SiteDetailsReceived { on: day("2026-11-24"), by_operator: false },
        SiteEvent::OperatorAnswered {
            answer: OperatorAnswer::WillFix,
            words: "After the fair".into(),
            ready_on: Some(day("2027-01-15")),
            on: day("2026-11-25"),
            by_operator: true,
        },
        SiteEvent::SiteMessagePosted {
            thread: SiteThread::Direct(REPORT),
            from: KOMACHI,
            body: body(0x21),
            question: false,
            attachments: screen(),
            on: day("2026-11-26"),
        },
        SiteEvent::OperatorConsulted { report: REPORT, body: body(0x22), on: day("2026-11-27") },
        SiteEvent::OperatorConsentAsked { what, on: day("2026-11-27") },
        SiteEvent::OperatorConsentAnswered { what, agrees: true, on: day("2026-11-28"), by_operator: true },
        SiteEvent::FixChecked { result: FixCheck::StillThere, note: "The search box".into(), on: day("2026-12-02") },
    ]
}

fn of_others() -> Vec<SiteEvent> {
    let commission = || "個人情報保護委員会".to_owned();
    vec![
        SiteEvent::LeakSuspected { suspected: true, note: "Names in the answer".into(), on: day("2026-12-03") },
        SiteEvent::LeakMadePublic {
            url: "https://www.komachi.example/news/1".into(),
            items: vec![LeakItem::Outline, LeakItem::Contact],
            on: day("2026-12-08"),
            by_operator: true,
        },
        SiteEvent::SiteForwarded { to: "まちの制作社".into(), on: day("2026-11-25") },
        SiteEvent::SiteTakenBack { on: day("2026-11-28") },
        SiteEvent::AlertLinked {
            title: "Please check your settings".into(),
            url: "https://portal.example/alert".into(),
            on: day("2026-12-01"),
        },
        SiteEvent::SiteNdaRecorded {
            with: commission(),
            on: day("2026-04-01"),
            until: Some(day("2027-03-31")),
            reference: "文書 2026-14".into(),
        },
        SiteEvent::SiteDisclosed {
            ground: SiteDisclosureGround::PersonalDataLeak,
            to: commission(),
            content: SiteContent { url: url(), ..SiteContent::default() },
            attachments: vec![SCREENSHOT],
            purpose: "Measures under article 42".into(),
            on: day("2026-12-10"),
        },
        SiteEvent::SiteResultRecorded { disclosure: 1, result: "Measures were taken".into(), on: day("2026-12-20") },
        SiteEvent::SiteTalkWished { wisher: KOMACHI, on: day("2026-11-28") },
        SiteEvent::SiteTalkPassed { wisher: KOMACHI, report: REPORT, on: day("2026-11-30") },
        SiteEvent::SiteTalkAnswered { wisher: KOMACHI, by: FINDER, agrees: true, on: day("2026-12-01") },
    ]
}

//! Publication with a store in a temporary folder: what becomes public, in which bytes, signed by whom.

mod document;
mod sign;
mod tree;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use rulebook::advisory::{AdvisoryContent, AdvisoryEvent, AdvisoryState, AffectedProduct, Reference, VendorEntry};
use rulebook::case::event::Origin;
use rulebook::case::{
    Affectedness, CaseContent, CaseEvent, CaseFile, CaseState, Countermeasure, ProductStatus, StatusStatement,
};
use rulebook::ids::{AdvisoryId, CaseId, DeveloperId, ReportId};
use rulebook::report::form::Consents;
use rulebook::text::{Language, Localized};
use store::{Append, Store, SystemEntropy};
use uuid::Uuid;

use crate::clock::ManualClock;
use crate::editions::{calendar, editions};
use crate::office::{Correspondence, Letter, Office, Parts};
use crate::settings::Settings;

/// Noon in Japan on the day of the first publication.
const NOON: &str = "2026-05-28T03:00:00Z";

/// An office with a fresh store.
struct World {
    office: Office,
    clock: ManualClock,
    folder: PathBuf,
}

impl Drop for World {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

struct NoWords;

impl Correspondence for NoWords {
    fn mail(&self, _: &Letter<'_>) -> (String, String) {
        Default::default()
    }

    fn first_contact(&self, _: &Letter<'_>) -> (String, String) {
        Default::default()
    }
}

impl World {
    async fn new(base_url: &str) -> World {
        static WORLDS: AtomicU32 = AtomicU32::new(0);
        let name = format!("noroshi-publish-{}-{}", std::process::id(), WORLDS.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::remove_dir_all(&folder).ok();
        let store = Store::init(&folder, None, Arc::new(SystemEntropy), None, at(NOON)).await.unwrap();
        let clock = ManualClock::new(at(NOON));
        World { office: office(store, &clock, base_url), clock, folder }
    }

    /// The same store and tree under another address.
    fn moved_to(&self, base_url: &str) -> Office {
        office(self.office.store().clone(), &self.clock, base_url)
    }

    /// Publishes the newest revision as a command would: in one append, then into the tree.
    async fn publish(&self, file: &CaseFile) {
        self.commit(file).await;
        self.office.write_tree().await.unwrap();
    }

    /// The commit alone, as if the program fell right after it.
    async fn commit(&self, file: &CaseFile) {
        let mut append = Append::new(self.office.now().at, Uuid::nil());
        let (publication, step) = self.office.publication(file).await.unwrap();
        append.publications.push(publication);
        append.sequences.extend(step);
        self.office.store().append(append).await.unwrap();
    }

    fn root(&self) -> &Path {
        self.office.published()
    }

    fn read(&self, path: &str) -> String {
        String::from_utf8(std::fs::read(self.root().join(path)).unwrap_or_else(|_| panic!("{path}"))).unwrap()
    }

    fn has(&self, path: &str) -> bool {
        self.root().join(path).exists()
    }
}

fn office(store: Store, clock: &ManualClock, base_url: &str) -> Office {
    let mut settings = Settings::default();
    settings.web.base_url = base_url.into();
    settings.mail.from = "Desk <desk@noroshi.example>".into();
    Office::new(Parts {
        published: store.published_folder(),
        store,
        editions: editions().unwrap(),
        calendar: calendar().unwrap(),
        settings,
        clock: Arc::new(clock.clone()),
        wall: Arc::new(clock.clone()),
        entropy: Arc::new(SystemEntropy),
        correspondence: Arc::new(NoWords),
    })
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn developer(number: u128) -> DeveloperId {
    DeveloperId(Uuid::from_u128(number))
}

/// A whole text about one product of one developer.
fn content() -> AdvisoryContent {
    let product = ProductStatus {
        product: "ミドリ帳票".into(),
        to: "2.4.1".into(),
        until_fixed: true,
        affected: Affectedness::Affected,
        ..ProductStatus::default()
    };
    let status = StatusStatement {
        affected: Affectedness::Affected,
        products: vec![product],
        statement: Localized::new("2.4.1 で修正しました。", "Fixed in 2.4.1."),
        link: "https://midori.example/security".into(),
    };
    AdvisoryContent {
        title: Localized::new(
            "ミドリ帳票におけるクロスサイトスクリプティングの脆弱性",
            "Midori Report vulnerable to XSS",
        ),
        overview: Localized::new("脆弱性が存在します。", "It contains a vulnerability."),
        affected: vec![row("ミドリソフト", "ミドリ帳票", "", "2.4.1", true)],
        impact: Localized::new("スクリプトを実行される可能性があります。", "A script may be executed."),
        solution: Localized::new("アップデートしてください。", "Update the software."),
        vendors: vec![entry(1, "ミドリソフト", status)],
        cvss: vec!["CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N".into()],
        cwe: vec!["CWE-79".into()],
        cve: vec!["CVE-2026-10293".into()],
        credit: Localized::new("この情報は発見者が届け出ました。", "The finder reported this."),
        references: vec![Reference { title: String::new(), url: "https://example.org/xss".into() }],
        ..AdvisoryContent::default()
    }
}

fn row(vendor: &str, product: &str, from: &str, to: &str, until_fixed: bool) -> AffectedProduct {
    let (vendor, product, from, to) = (vendor.into(), product.into(), from.into(), to.into());
    AffectedProduct { vendor, product, from, to, until_fixed, ..AffectedProduct::default() }
}

fn entry(number: u128, name: &str, status: StatusStatement) -> VendorEntry {
    let on = (status.affected != Affectedness::Unknown).then(|| "2026-05-20".parse().unwrap());
    VendorEntry {
        developer: developer(number),
        name: name.into(),
        status,
        countermeasure: Countermeasure::default(),
        view: Localized::default(),
        on,
    }
}

/// A case whose advisory was published at these instants with these texts.
fn published(digits: u32, revisions: &[(&str, AdvisoryContent)]) -> CaseFile {
    let number = format!("JVN#{digits:08}");
    let id = AdvisoryId(Uuid::from_u128(u128::from(digits)));
    let case = CaseId(Uuid::from_u128(u128::from(digits) << 64));
    let begun = at("2026-04-01T00:00:00Z");
    let start = AdvisoryEvent::DraftStarted { case, number: number.clone(), content: AdvisoryContent::default() };
    let mut advisory = AdvisoryState::begin(id, begun, &start).unwrap();
    for (index, (instant, content)) in revisions.iter().enumerate() {
        let revision = u32::try_from(index).unwrap() + 1;
        let summary = if index == 0 { Localized::new("初版", "First") } else { Localized::new("追記", "Added") };
        advisory.evolve(at(instant), &AdvisoryEvent::DraftEdited { content: content.clone() });
        let event = AdvisoryEvent::AdvisoryPublished { revision, at: at(instant), summary };
        advisory.evolve(at(instant), &event);
    }
    CaseFile { case: opened(case, begun), advisory: Some(advisory), reports: Vec::new() }
}

fn opened(id: CaseId, begun: Timestamp) -> CaseState {
    let event = CaseEvent::CaseOpened {
        number: "VC00000001".into(),
        report: Some(ReportId(Uuid::nil())),
        origin: Origin::Finder,
        language: Language::Ja,
        accepted_on: "2026-04-01".parse().unwrap(),
        edition: "2019".into(),
        content: CaseContent::default(),
        attachments: Vec::new(),
        consents: Consents::default(),
        high_impact: false,
        wished_day: None,
    };
    CaseState::begin(id, begun, &event).unwrap()
}

//! CVE numbers and records, against a stand-in that obeys the published OpenAPI of the CVE Services 2.x as far as a
//! CNA uses it: headers, parameters, the shape of the CNA container, words of errors. On both databases
//! (`NOROSHI_TEST_POSTGRES`).

mod common;
#[path = "common/cve_services.rs"]
mod cve_services;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use casework::cve::{CveError, Written};
use casework::reports::Acceptance;
use casework::{Actor, CaseOrder, Error, NewReport};
use common::{Bureau, Place, places};
use cve_services::{KEY, ORG, StandIn, USER};
use rulebook::advisory::{AdvisoryContent, AffectedProduct};
use rulebook::case::{CaseCommand, CaseContent, Weighing};
use rulebook::ids::CaseId;
use rulebook::report::form::{Answer, ReportForm, ReportKind};
use rulebook::report::{Channel, Condition};
use rulebook::text::Localized;

const WISHED: &str = "2026-11-30";

async fn bureau(place: &Place, services: &StandIn, key: &str) -> Bureau {
    let file = std::env::temp_dir().join(format!("noroshi-cve-key-{}-{}", place.name, services.port()));
    write_key(&file, key, 0o600);
    Bureau::open_with(place, |settings| {
        settings.cve.endpoint = services.endpoint();
        settings.cve.org = ORG.into();
        settings.cve.org_id = "b7a0bd25-0e4f-4a30-8f2c-3a2a5e6c0f11".into();
        settings.cve.user = USER.into();
        settings.cve.key_file = file.display().to_string();
        settings.cve.publish = true;
    })
    .await
}

fn write_key(file: &Path, key: &str, mode: u32) {
    std::fs::write(file, format!("{key}\n")).expect("the key is written");
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(mode)).expect("its mode is set");
}

/// A developer's own product, handed over, with a day and a draft.
async fn drafted(bureau: &Bureau) -> CaseId {
    let form = ReportForm {
        kind: ReportKind::OwnProduct,
        finder_name: "株式会社かがりソフト".into(),
        email: "psirt@kagari.example".into(),
        product_name: "かがりメモ".into(),
        product_version: "1.8 以前".into(),
        vulnerability_kind: "SQL インジェクション（CWE-89）".into(),
        steps: "検索欄に脆弱性があります。".into(),
        threat: "情報を見られる可能性があります。".into(),
        fix: "1.9 に更新してください。".into(),
        wished_day: Some(WISHED.parse().expect("a day")),
        all_users_told: Answer::No,
        ..ReportForm::default()
    };
    let content = CaseContent::from_form(&form);
    let new = NewReport {
        problems: rulebook::report::problems::problems(&form),
        form,
        kind_known: true,
        needs_reading: false,
        channel: Channel::WebForm,
        files: vec![],
        original: None,
        import_key: None,
    };
    let receipt = bureau.office.receive(new).await.expect("the report is taken in");
    let acceptance = Acceptance { confirmed: Condition::ALL.to_vec(), reason: "受理します。".into(), content };
    let case = bureau.office.accept_report(receipt.report, bureau.desk, None, acceptance).await.expect("accepted");
    let content = bureau.office.case_page(case, bureau.desk).await.expect("the case").view.content.expect("content");
    act(bureau, case, bureau.desk, CaseCommand::HandOver { content, attachments: vec![] }).await;
    let day = WISHED.parse().expect("a day");
    let day = CaseCommand::SetDay { day, reason: String::new(), weighed: Weighing::default() };
    act(bureau, case, bureau.coordinator, day).await;
    act(bureau, case, bureau.coordinator, CaseOrder::StartAdvisory).await;
    case
}

async fn act(bureau: &Bureau, case: CaseId, actor: Actor, order: impl Into<CaseOrder>) {
    bureau.office.act(case, actor, None, order.into()).await.expect("it may be done");
}

/// Writes the text with these numbers and lets both bodies sign it.
async fn signed(bureau: &Bureau, case: CaseId, title: &str, cve: &[&str]) {
    let page = bureau.office.case_page(case, bureau.coordinator).await.expect("the case");
    let begun = page.view.advisory.and_then(|advisory| advisory.content).expect("a text");
    let content = AdvisoryContent {
        title: Localized::new("かがりメモの脆弱性", title),
        overview: Localized::new("脆弱性があります。", "Kagari Memo is vulnerable."),
        impact: Localized::new("情報を見られる可能性があります。", "Information may be disclosed."),
        solution: Localized::new("1.9 に更新してください。", "Update to 1.9."),
        cvss: vec!["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N".into()],
        cve: cve.iter().map(|id| (*id).to_owned()).collect(),
        affected: vec![AffectedProduct {
            vendor: "株式会社かがりソフト".into(),
            product: "かがりメモ".into(),
            to: "1.9".into(),
            until_fixed: true,
            ..AffectedProduct::default()
        }],
        ..begun
    };
    let (coordinator, desk) = (bureau.coordinator, bureau.desk);
    act(bureau, case, coordinator, CaseCommand::EditAdvisory(Box::new(content))).await;
    act(bureau, case, coordinator, CaseCommand::ApproveAdvisory(coordinator.account.expect("an account"))).await;
    act(bureau, case, desk, CaseCommand::CoSignAdvisory(desk.account.expect("an account"))).await;
}

async fn rounds(bureau: &Bureau) {
    for _ in 0..4 {
        bureau.office.tick(&bureau.postman).await.expect("a round");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_follows_the_publication_and_is_written_once() {
    for place in places("cve") {
        let services = StandIn::start().await;
        let bureau = bureau(&place, &services, KEY).await;
        let office = &bureau.office;
        let reserved = office.reserve_cve(2, None).await.expect("two numbers");
        assert_eq!(reserved, ["CVE-2026-40001", "CVE-2026-40002"]);
        let case = drafted(&bureau).await;
        assert_eq!(office.free_cve().await.expect("numbers"), reserved);
        office.keep_cve(case, bureau.coordinator, &reserved[0]).await.expect("kept");
        assert_eq!(office.free_cve().await.expect("numbers"), reserved[1..]);
        // One number of ours, and one of another CNA, whose record is not ours to write.
        signed(&bureau, case, "Kagari Memo is vulnerable", &[&reserved[0], "CVE-2026-99999"]).await;
        rounds(&bureau).await;
        assert!(services.writes().is_empty(), "nothing before the publication");

        // The first try creates the record, and its answer is lost: as if the program were killed there.
        services.lose_next_answer();
        bureau.days(10);
        rounds(&bureau).await;
        assert_eq!(services.writes(), ["POST /cve/CVE-2026-40001/cna"]);
        let kept = office.cve_of(case, bureau.desk).await.expect("numbers");
        assert_eq!((kept[0].state.as_str(), kept[0].trouble.as_deref()), ("reserved", Some("503 SERVICE_UNAVAILABLE")));
        bureau.days(1);
        rounds(&bureau).await;
        assert_eq!(services.writes().len(), 1, "it is there, and says the same");
        let kept = office.cve_of(case, bureau.desk).await.expect("numbers");
        assert_eq!((kept[0].state.as_str(), kept[0].revision, kept[0].trouble.clone()), ("published", Some(1), None));
        let record = services.record(&reserved[0]).expect("a record");
        assert_eq!(record["containers"]["cna"]["title"], "Kagari Memo is vulnerable");
        assert!(services.record("CVE-2026-99999").is_none());

        // An update of ours updates the record; what others wrote stays.
        signed(&bureau, case, "Kagari Memo is vulnerable to SQL injection", &[&reserved[0], "CVE-2026-99999"]).await;
        let summary = Localized::new("題を直しました。", "Corrected the title.");
        act(&bureau, case, bureau.coordinator, CaseOrder::Publish { summary }).await;
        rounds(&bureau).await;
        assert_eq!(services.writes()[1..], ["PUT /cve/CVE-2026-40001/cna"]);
        let record = services.record(&reserved[0]).expect("a record");
        assert_eq!(record["containers"]["cna"]["title"], "Kagari Memo is vulnerable to SQL injection");
        assert_eq!(record["containers"]["adp"][0]["title"], "somebody else's");
        assert_eq!(office.publish_cve(&reserved[0]).await.expect("written"), Written::Same);

        let other = office.publish_cve(&reserved[1]).await;
        assert!(matches!(other, Err(Error::Cve(CveError::Nothing(_)))), "no advisory names it");
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_kept_for_one_case_given_back_and_rejected() {
    for place in places("cve-numbers") {
        let services = StandIn::start().await;
        let bureau = bureau(&place, &services, KEY).await;
        let office = &bureau.office;
        let id = office.reserve_cve(1, Some(2026)).await.expect("a number").remove(0);
        let (first, second) = (drafted(&bureau).await, drafted(&bureau).await);
        office.keep_cve(first, bureau.coordinator, &id).await.expect("kept");
        assert!(matches!(office.keep_cve(second, bureau.coordinator, &id).await, Err(Error::Taken(_))));
        assert!(matches!(office.give_back_cve(second, bureau.coordinator, &id).await, Err(Error::NotFound)));
        office.give_back_cve(first, bureau.coordinator, &id).await.expect("given back");
        office.keep_cve(second, bureau.coordinator, &id).await.expect("kept");
        office.reject_cve(&id, "Not used.", vec![]).await.expect("rejected");
        assert_eq!(services.writes(), [format!("POST /cve/{id}/reject")]);
        office.refresh_cve().await.expect("asked");
        assert_eq!(office.cve_lines().await.expect("lines")[0].state, "rejected");
        assert!(matches!(office.give_back_cve(second, bureau.coordinator, &id).await, Err(Error::NotFound)));
        assert!(matches!(office.reject_cve("CVE-2026-1234", "x", vec![]).await, Err(Error::NotFound)));
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_is_told_to_nobody() {
    for place in places("cve-key") {
        let services = StandIn::start().await;
        let wrong = "wrong-key-ZZHARUKAZE7316";
        let bureau = bureau(&place, &services, wrong).await;
        let refused = bureau.office.reserve_cve(1, None).await.expect_err("another key");
        let expected = CveError::Refused { status: 401, word: "UNAUTHORIZED".into() };
        assert!(matches!(&refused, Error::Cve(error) if *error == expected), "{refused:?}");
        let said = format!("{refused} {refused:?}");
        assert!(!said.contains("ZZHARUKAZE"), "{said}");
        let file = bureau.office.settings().cve.key_file.clone();
        write_key(Path::new(&file), KEY, 0o644);
        let open = bureau.office.reserve_cve(1, None).await;
        assert!(matches!(open, Err(Error::Cve(CveError::KeyFile(_)))), "others may read it");
        assert!(services.writes().is_empty());
        let _ = std::fs::remove_file(file);
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

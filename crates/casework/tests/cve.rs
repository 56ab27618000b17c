//! CVE numbers and records, against a stand-in that obeys the published OpenAPI of the CVE Services 2.x as far as a
//! CNA uses it: headers, parameters, the shape of the CNA container, words of errors. On both databases
//! (`NOROSHI_TEST_POSTGRES`).

mod common;
#[path = "common/cve_services.rs"]
mod cve_services;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use casework::cve::{CveError, Written};
use casework::{CaseOrder, Error};
use common::matters::{self, act, draft, drafted, filled};
use common::{Bureau, Place, places};
use cve_services::{KEY, ORG, StandIn, USER};
use rulebook::advisory::AdvisoryContent;
use rulebook::ids::CaseId;
use rulebook::text::Localized;

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

/// Writes the text with these numbers and lets both bodies sign it.
async fn signed(bureau: &Bureau, case: CaseId, title: &str, cve: &[&str]) {
    let (_, begun) = draft(bureau, case).await;
    let (title, cve) = (Localized::new("かがりメモの脆弱性", title), cve.iter().map(|id| (*id).to_owned()).collect());
    matters::signed(bureau, case, AdvisoryContent { title, cve, ..filled(begun) }).await;
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

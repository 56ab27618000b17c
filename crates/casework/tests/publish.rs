//! Publication by commands: a developer's own product (Ⅳ.6), then an update of what was published. On both databases
//! (`NOROSHI_TEST_POSTGRES`).

mod common;

use casework::{Actor, CaseOrder, Error};
use common::matters::{act, draft, drafted, filled, signed, tried};
use common::{Bureau, places};
use formats::csaf::Edition;
use formats::provider::{Kind, csaf_path, revision_folder};
use formats::{PublicDocument, Severity};
use rulebook::advisory::AdvisoryContent;
use rulebook::case::{AftercareCommand, CaseCommand, WithdrawalGround};
use rulebook::text::Localized;

fn document(bureau: &Bureau, number: &str, revision: u32) -> PublicDocument {
    let folder = revision_folder(&number.parse().expect("a number"), revision);
    let path = bureau.office.published().join(folder).join("document.json");
    PublicDocument::from_json(&std::fs::read(path).expect("the document is in the tree")).expect("a document")
}

#[tokio::test]
async fn an_own_product_is_published_on_its_day_and_updated_later() {
    for place in places("own") {
        let bureau = Bureau::open(&place).await;
        let case = drafted(&bureau).await;
        let (number, begun) = draft(&bureau, case).await;
        signed(&bureau, case, filled(begun)).await;
        bureau.days(10);
        let round = bureau.office.tick(&bureau.postman).await.expect("a round");
        assert_eq!(round.published, 1);
        let first = document(&bureau, &number, 1);
        assert_eq!(first.vendors[0].products[0].versions.len(), 2, "affected before 1.9, fixed in it");
        // 7.5 (FIRST, CVSS v3.1): confidentiality alone, over the network.
        assert_eq!(first.max_severity(), Some(Severity::High));

        let (_, mut content) = draft(&bureau, case).await;
        content.cve = vec!["CVE-2026-12345".into()];
        signed(&bureau, case, content).await;
        let summary = Localized::new("CVE 番号を追記しました。", "Added the CVE number.");
        act(&bureau, case, bureau.coordinator, CaseOrder::Publish { summary }).await;
        let second = document(&bureau, &number, 2);
        assert_eq!((second.published_at, second.history.len()), (first.published_at, 2));
        assert_eq!(second.history[1].summary.en, "Added the CVE number.");
        assert_eq!(second.cves().collect::<Vec<_>>(), ["CVE-2026-12345"]);
        assert_eq!(document(&bureau, &number, 1), first);
        assert!(!bureau.office.tree_is_behind().await.expect("the store answers"));
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

#[tokio::test]
async fn a_text_that_makes_no_valid_document_is_not_published() {
    for place in places("findings") {
        let bureau = Bureau::open(&place).await;
        let case = drafted(&bureau).await;
        let (number, begun) = draft(&bureau, case).await;
        let content = AdvisoryContent { cve: vec!["CVE".into()], ..filled(begun) };
        let edit = CaseCommand::EditAdvisory(Box::new(content));
        act(&bureau, case, bureau.coordinator, edit).await;
        let by = bureau.coordinator.account.expect("an account");
        let refused = tried(&bureau, case, bureau.coordinator, CaseCommand::ApproveAdvisory(by)).await;
        assert!(matches!(refused, Err(Error::Findings(found)) if found[0].at == "/vulnerabilities/0/cve"));
        let page = bureau.office.case_page(case, bureau.desk).await;
        assert!(page.expect("the case").view.stage < rulebook::case::state::Stage::Published);
        assert!(!bureau.office.published().join("advisories").join(number.replace('#', "")).exists());
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

/// A case that is published, and taken down again by both bodies. Gives the number of its advisory and what stood there.
async fn taken_down(bureau: &Bureau, ground: WithdrawalGround) -> (String, PublicDocument) {
    let case = drafted(bureau).await;
    let (number, begun) = draft(bureau, case).await;
    signed(bureau, case, filled(begun)).await;
    bureau.days(10);
    bureau.office.tick(&bureau.postman).await.expect("a round");
    let first = document(bureau, &number, 1);

    let by = |actor: Actor| actor.account.expect("an account");
    let propose = AftercareCommand::ProposeWithdrawal {
        ground,
        reason: Localized::new("対象の製品が誤っていました。", "It named the wrong product."),
        basis: "開発者からの指摘".into(),
        by: by(bureau.desk),
    };
    act(bureau, case, bureau.desk, CaseCommand::Aftercare(propose)).await;
    let sign = AftercareCommand::CoSignWithdrawal(by(bureau.coordinator));
    act(bureau, case, bureau.coordinator, CaseCommand::Aftercare(sign)).await;
    (number, first)
}

/// After a legal order the bytes of what was published are gone from the tree, and stay gone when it is written anew; the
/// list of changes still says what there was.
#[tokio::test]
async fn a_legal_order_takes_the_earlier_revisions_out_of_the_tree() {
    for place in places("ordered") {
        let bureau = Bureau::open(&place).await;
        let (_, first) = taken_down(&bureau, WithdrawalGround::LegalOrder).await;
        let root = bureau.office.published().to_owned();
        let folder = |revision: u32| root.join(format!("advisories/{}/{revision}", first.id.slug()));
        let is_gone = || assert!(!folder(1).exists() && folder(2).join("document.json").exists());
        is_gone();
        let change = |seq: u32| {
            let text = std::fs::read_to_string(root.join(format!("changes/{seq:08}.json"))).expect("an entry");
            serde_json::from_str::<serde_json::Value>(&text).expect("JSON")
        };
        assert!(change(1)["files"].as_array().is_some_and(|files| !files.is_empty()), "what there was");
        assert_eq!(change(2)["removed"][0], format!("advisories/{}/1/", first.id.slug()));
        std::fs::remove_dir_all(&root).expect("wiped");
        bureau.office.write_tree().await.expect("written anew");
        is_gone();
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

/// Both bodies take a publication down: its page, its documents and its place in every list stay, and say so.
#[tokio::test]
async fn a_withdrawn_publication_stays_in_its_place_and_says_so() {
    for place in places("withdrawn") {
        let bureau = Bureau::open(&place).await;
        let (number, first) = taken_down(&bureau, WithdrawalGround::WrongAdvisory).await;
        let second = document(&bureau, &number, 2);
        let gone = second.withdrawn.clone().expect("it says so");
        assert_eq!((gone.ground.as_str(), gone.reason.en.as_str()), ("wrong-advisory", "It named the wrong product."));
        assert_eq!((second.id.clone(), second.published_at), (first.id.clone(), first.published_at));
        assert!(second.vendors.is_empty() && second.vulnerabilities.is_empty() && second.history.len() == 2);
        assert!(!second.to_json().contains("開発者からの指摘"), "what it rests on is between the two bodies");
        let root = bureau.office.published();
        for language in formats::Language::ALL {
            let (edition, kind) = (Edition::V2_0, Kind::Advisory);
            let path = csaf_path(&second.id, second.published_at, language, edition, kind);
            let text = std::fs::read_to_string(root.join(&path)).expect("the document stays where it was");
            let csaf: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            let report = formats::check::csaf::check(text.as_bytes(), formats::check::csaf::Options::default());
            assert!(report.is_valid(), "{:?}", report.findings);
            assert_eq!(csaf["document"]["tracking"]["version"], "2");
            assert_eq!(csaf["document"]["notes"][0]["category"], "description");
            let said = csaf["document"]["notes"][0]["text"].as_str().unwrap_or_default();
            assert!(said.contains(gone.reason.get(language)), "{said}");
            assert!(csaf.get("product_tree").is_none() && csaf.get("vulnerabilities").is_none());
            assert!(root.join(format!("{path}.asc")).exists(), "signed like every revision");
        }
        let lines = std::fs::read_to_string(root.join("advisories.jsonl")).expect("the list of all");
        assert!(lines.contains("\"withdrawn\":true") && lines.contains("Withdrawn: Kagari Memo"));
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

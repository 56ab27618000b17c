//! After a withdrawal: the CVE numbers of the publication are rejected by a form of the coordinator's, against the stand-in
//! that obeys the published OpenAPI of the CVE Services.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use casework::Settings;
use rulebook::case::{AftercareCommand, CaseCommand, WithdrawalGround};
use rulebook::text::Localized;

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::cve_services::{KEY, ORG, StandIn, USER};
use crate::further::{page_of, published};
use crate::paper::{form, has_form, words};

const FORM: &str = "reject-cve-form";

fn write_key(file: &Path, key: &str) {
    std::fs::write(file, format!("{key}\n")).expect("the key is written");
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)).expect("its mode is set");
}

/// Both bodies take the main case's publication down.
async fn taken_down(scene: &Scene) {
    let propose = AftercareCommand::ProposeWithdrawal {
        ground: WithdrawalGround::WrongAdvisory,
        reason: Localized::new("対象の製品が誤っていました。", "It named the wrong product."),
        basis: "開発者からの指摘".into(),
        by: scene.desk.account.expect("an account"),
    };
    let sign = AftercareCommand::CoSignWithdrawal(scene.coordinator.account.expect("an account"));
    for (actor, command) in [(scene.desk, propose), (scene.coordinator, sign)] {
        scene.act(actor, CaseCommand::Aftercare(command)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_number_of_a_withdrawn_publication_is_rejected() {
    let place = Place::sqlite("desk-cve");
    let services = StandIn::start().await;
    let key = std::env::temp_dir().join(format!("noroshi-desk-cve-key-{}", services.port()));
    write_key(&key, KEY);
    let mut settings = Settings::default();
    settings.cve.endpoint = services.endpoint();
    (settings.cve.org, settings.cve.user) = (ORG.into(), USER.into());
    settings.cve.key_file = key.display().to_string();
    let scene = Scene::play(World::with(&place, None, settings).await).await;
    let office = &scene.world.office;
    let id = office.reserve_cve(1, None).await.expect("a number").remove(0);
    office.keep_cve(scene.main.case, scene.coordinator, &id).await.expect("kept");
    published(&scene).await;
    let (mut coordinator, mut desk) = (scene.browser(scene.coordinator).await, scene.browser(scene.desk).await);
    let way = page_of(&scene.main);
    assert!(!has_form(&coordinator.get(&way).await, FORM), "what stands is not rejected");
    taken_down(&scene).await;

    assert!(!has_form(&desk.get(&way).await, FORM), "the coordinator's part");
    let paper = form(&coordinator.get(&way).await, FORM);
    assert_eq!((paper.value("cve"), paper.value("reason")), (id.as_str(), "It named the wrong product."));
    let silent = paper.clone().with("reason", "").send(&mut coordinator).await;
    assert_eq!(silent.status, 422, "the record says why");
    let foreign = paper.clone().with("cve", "CVE-2026-99999").send(&mut coordinator).await;
    assert_eq!(foreign.status, 404, "somebody else's number");
    assert!(services.writes().is_empty());

    // The services refuse: nothing is lost, and it is said so.
    write_key(&key, "another-key");
    let refused = paper.clone().with("reason", "It names another product.").send(&mut coordinator).await;
    assert_eq!(refused.status, 422);
    assert!(words(&refused).contains("CVEの登録先が受け付けませんでした"), "{}", words(&refused));
    assert_eq!(form(&refused, FORM).value("reason"), "It names another product.", "what was typed stays");
    write_key(&key, KEY);

    let done = form(&refused, FORM).done(&mut coordinator).await;
    assert!(words(&done).contains("CVE番号を取り消しました。"), "{}", words(&done));
    assert!(!has_form(&done, FORM), "there is nothing left to reject");
    assert_eq!(services.writes(), [format!("POST /cve/{id}/reject")]);
    let case = coordinator.get(&format!("/ja/desk/cases/{}", scene.main.number)).await;
    assert!(words(&case).contains("取り消されました（REJECTED）"), "{}", words(&case));
    let _ = std::fs::remove_file(&key);
}

//! CVE numbers of a CNA: taken beside the text, given back, and told of on the case's page.

use casework::Settings;
use rulebook::ids::CaseId;
use store::CveNumber;

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::page::{post, press, save, typed, way};

const FREE: &str = "CVE-2026-40001";

async fn put(scene: &Scene, state: &str, kept_for: Option<CaseId>) {
    let subject = kept_for.map(|case| case.0);
    let number = CveNumber { id: FREE.into(), state: state.into(), subject, data: vec![] };
    scene.world.office.store().put_cve_number(&number).await.expect("the number is written");
}

#[tokio::test]
async fn a_number_is_taken_told_of_and_given_back() {
    let place = Place::sqlite("advisory-numbers");
    let mut settings = Settings::default();
    (settings.cve.org, settings.cve.user, settings.cve.key_file) = ("noroshi".into(), "desk".into(), "key".into());
    let scene = Scene::play(World::with(&place, None, settings).await).await;
    let (matter, case) = (&scene.other, format!("/ja/desk/cases/{}", scene.other.number));
    put(&scene, "reserved", None).await;
    let mut coordinator = scene.browser(scene.coordinator).await;
    press(&mut coordinator, matter, "/begin", &[]).await;
    assert!(!coordinator.get(&case).await.text().contains(FREE), "it is kept for nobody");

    let mut fields = typed(&coordinator.get(&way(matter, "")).await);
    assert_eq!(fields["cve_free"], FREE, "it is offered");
    fields.insert("then".into(), "cve".into());
    let page = post(&mut coordinator, &way(matter, ""), &fields).await;
    assert_eq!((page.status.as_u16(), typed(&page)["cve"].as_str()), (200, FREE));
    let told = coordinator.get(&case).await.text();
    assert!(told.contains(FREE) && told.contains("保存した本文にはありません"), "no record follows what no text names");
    save(&mut coordinator, matter, &[("cve", FREE)]).await;
    let told = coordinator.get(&case).await.text();
    assert!(told.contains(FREE) && told.contains("予約済み。公表の後に、CVEレコードを登録します。"));
    let page = coordinator.get(&way(matter, "")).await;
    let mut desk = scene.browser(scene.desk).await;
    assert!(desk.get(&case).await.text().contains(FREE), "the receiving body reads the text as well");

    let mut fields = typed(&page);
    fields.insert("then".into(), format!("cve-back-{FREE}"));
    let page = post(&mut coordinator, &way(matter, ""), &fields).await;
    assert_eq!(typed(&page)["cve"], "");
    assert!(!coordinator.get(&case).await.text().contains(FREE));

    put(&scene, "published", Some(matter.case)).await;
    assert!(coordinator.get(&case).await.text().contains("CVEレコードは登録済みです"));
    for stranger in [scene.first.member, scene.auditor] {
        let page = scene.browser(stranger).await.get(&case).await;
        assert!(!page.text().contains(FREE), "{:?}", stranger.party);
    }
}

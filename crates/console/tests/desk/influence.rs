//! The calculator of CVSS on the page of a case: vector and form, scores, and who rated before.

use crate::common::scene::Scene;
use crate::common::{Place, World};
use crate::paper::{form, words};

/// Examples of the CVSS v3.1 and v4.0 specifications and their published examples: 9.8, 6.1 and 7.3.
const FULL: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
const SCRIPT: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N";
const FOUR: &str = "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";

#[tokio::test]
async fn form_and_vector_lead_to_each_other_and_to_the_scores() {
    let place = Place::sqlite("influence-calculator");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let way = format!("/ja/desk/cases/{}", scene.main.number);
    let empty = form(&desk.get(&way).await, "influence-form");

    // A form alone makes the vector; nothing is recorded.
    let chosen = [("AV", "N"), ("AC", "L"), ("PR", "N"), ("UI", "R"), ("S", "C"), ("C", "L"), ("I", "L"), ("A", "N")];
    let chosen = chosen.iter().fold(empty.clone(), |paper, (name, value)| paper.with(&format!("three-{name}"), value));
    let tried = chosen.with("do", "try").send(&mut desk).await;
    assert_eq!(tried.status, 200);
    let paper = form(&tried, "influence-form").without("do");
    assert_eq!(paper.value("vector"), SCRIPT);
    assert!(tried.text().contains("6.1"));
    // A vector alone fills the form.
    let typed = paper.clone().with("vector", FULL).with("do", "try").send(&mut desk).await;
    let paper = form(&typed, "influence-form").without("do");
    assert_eq!((paper.value("three-UI"), paper.value("three-C"), paper.value("vector")), ("N", "H", FULL));
    assert!(typed.text().contains("9.8"));
    // The temporal metrics lower the temporal score and not the base score, which is what counts here.
    let later = paper.clone().with("three-E", "U").with("do", "try").send(&mut desk).await;
    assert!(later.text().contains("9.8") && later.text().contains("9.0"), "9.8 times 0.91, rounded up");
}

#[tokio::test]
async fn what_disagrees_is_told_and_the_history_says_who() {
    let place = Place::sqlite("influence-history");
    let scene = Scene::play(World::open(&place).await).await;
    let (mut desk, mut coordinator) = (scene.browser(scene.desk).await, scene.browser(scene.coordinator).await);
    let way = format!("/ja/desk/cases/{}", scene.main.number);
    let paper = form(&desk.get(&way).await, "influence-form").with("users", "narrow").with("vector", FULL);
    let page = paper.done(&mut desk).await;
    assert!(words(&page).contains("受付 花子"));
    let paper = form(&page, "influence-form");
    assert_eq!(paper.value("three-AV"), "N", "the last rating stands in the form");
    let both = paper.clone().with("vector", SCRIPT).with("three-AV", "P").send(&mut desk).await;
    assert_eq!(both.status, 422);
    assert!(words(&both).contains("一致していません"));
    assert_eq!(form(&both, "influence-form").value("three-AV"), "P");

    let four = paper.clone().with("vector4", FOUR).with("do", "try").send(&mut desk).await;
    let told = words(&four);
    assert!(told.contains("CVSS-B") && told.contains("7.3"), "{told}");
    let wrong = paper.clone().with("vector4", FULL).send(&mut desk).await;
    assert_eq!(wrong.status, 422);
    assert!(words(&wrong).contains("CVSS v4.0 のベクトルを書いてください"));

    // Rated again: both stand, the newest first. Of the other body only the body is named.
    form(&desk.get(&way).await, "influence-form").with("vector", SCRIPT).done(&mut desk).await;
    let told = words(&coordinator.get(&way).await);
    let (new, old) = (told.rfind(SCRIPT).expect("the new one"), told.rfind(FULL).expect("the old one"));
    assert!(new < old && told.contains("受付機関") && !told.contains("受付 花子"), "{told}");
}

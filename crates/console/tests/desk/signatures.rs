//! Nobody signs for both bodies: whoever signed for the one sees why the button of the other cannot be pressed.

use casework::Actor;
use casework::accounts::NewAccount;
use rulebook::case::{AftercareCommand, CaseCommand, WithdrawalGround};
use rulebook::party::{Party, Role};
use rulebook::text::{Language, Localized};

use crate::common::scene::Scene;
use crate::common::{PASSWORD, Place, TOTP, World};
use crate::further::{approved, page_of, published};
use crate::paper::{has_form, words};

const WHY: &str = "もう一方の機関の署名をした人は、この署名をできません。";

/// The coordinator's person, with an account at the receiving body as well.
async fn same_person(scene: &Scene) -> Actor {
    let new = NewAccount {
        login: "both".into(),
        name: "調整 太郎".into(),
        mail: "Coordinator@noroshi.example".into(),
        role: Role::ReceivingDesk,
        language: Language::Ja,
    };
    let made = scene.world.office.add_account_with(new, PASSWORD.into(), TOTP.into()).await.expect("an account");
    Actor::account(made.id, Party::ReceivingBody)
}

#[tokio::test]
async fn the_second_signature_is_denied_beforehand_to_whoever_put_the_first() {
    let place = Place::sqlite("desk-signatures");
    let scene = Scene::play(World::open(&place).await).await;
    let same = same_person(&scene).await;
    approved(&scene).await;
    let (case, text) = (format!("/ja/desk/cases/{}", scene.main.number), "/advisory");
    let (mut both, mut desk) = (scene.browser(same).await, scene.browser(scene.desk).await);
    for page in [both.get(&case).await, both.get(&format!("{case}{text}")).await] {
        assert!(words(&page).contains(WHY), "{}", words(&page));
    }
    for page in [desk.get(&case).await, desk.get(&format!("{case}{text}")).await] {
        assert!(!words(&page).contains(WHY), "another person may sign");
    }
    let by = same.account.expect("an account");
    let pressed = scene.world.office.act(scene.main.case, same, None, CaseCommand::CoSignAdvisory(by).into()).await;
    assert!(pressed.is_err(), "and pressing it all the same is refused");
}

#[tokio::test]
async fn a_withdrawal_is_not_co_signed_by_whoever_proposed_it() {
    let place = Place::sqlite("desk-signatures-withdrawal");
    let scene = Scene::play(World::open(&place).await).await;
    let same = same_person(&scene).await;
    published(&scene).await;
    let propose = AftercareCommand::ProposeWithdrawal {
        ground: WithdrawalGround::WrongAdvisory,
        reason: Localized::new("対象の製品が誤っていました。", "It named the wrong product."),
        basis: "開発者からの指摘".into(),
        by: scene.coordinator.account.expect("an account"),
    };
    scene.act(scene.coordinator, CaseCommand::Aftercare(propose)).await;
    let way = page_of(&scene.main);
    let page = scene.browser(same).await.get(&way).await;
    assert!(!has_form(&page, "co-sign-withdrawal-form") && words(&page).contains(WHY), "{}", words(&page));
    assert!(has_form(&page, "decline-withdrawal-form"), "what is no signature may be done");
    let page = scene.browser(scene.desk).await.get(&way).await;
    assert!(has_form(&page, "co-sign-withdrawal-form") && !words(&page).contains(WHY));
}

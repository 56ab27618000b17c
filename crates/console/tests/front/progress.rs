//! Following a report: who gets in, what is seen, what is said.

use casework::Actor;
use rulebook::action::Action;
use rulebook::party::Party;

use crate::common::scene::{Scene, links, mails};
use crate::*;

const PAGE: &str = "/ja/progress/report";

#[tokio::test]
async fn whatever_is_wrong_the_answer_is_the_same() {
    let (_place, world) = world("wrong-secret").await;
    let mut browser = world.browser();
    let (number, secret) = receipt(&report(&mut browser, "ja", "product", &PRODUCT).await);
    let mut other = world.browser();
    let (other_number, _) = receipt(&report(&mut other, "ja", "product", &PRODUCT).await);
    let mut pages = Vec::new();
    for (number, secret) in [
        (number.as_str(), "no-such-secret"),
        (other_number.as_str(), secret.as_str()),
        ("VR99999999", secret.as_str()),
        ("", ""),
        (number.as_str(), ""),
    ] {
        let reply = world.browser().post_bare("/ja/progress", &[("number", number), ("secret", secret)]).await;
        assert_eq!(reply.status, 422);
        assert!(reply.header("set-cookie").is_empty());
        let text = reply.text();
        assert!(secret.is_empty() || !text.contains(secret), "a secret is never written back");
        pages.push(text.replace(&format!("value=\"{number}\""), "value=\"\""));
    }
    assert!(pages.iter().all(|page| *page == pages[0]));

    let typed = format!(" {} ", secret.replace(' ', "　"));
    let small = number.to_lowercase().replace("vr", "vr#");
    let entered = other.post_bare("/en/progress", &[("number", &small), ("secret", &typed)]).await;
    assert_eq!((entered.status.as_u16(), entered.location()), (303, "/en/progress/report"));
}

#[tokio::test]
async fn without_a_receipt_there_is_no_progress_page() {
    let (_place, world) = world("no-receipt").await;
    let mut browser = world.browser();
    for path in [PAGE, "/ja/progress/files/00000000-0000-0000-0000-000000000000"] {
        assert_eq!(browser.get(path).await.location(), "/ja/progress");
    }
    let (mut finder, number, _) = finder(&world).await;
    let page = finder.get(PAGE).await;
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.text().contains(&number));
    assert_eq!(finder.get("/ja/progress").await.location(), PAGE);
    assert_eq!(finder.post("/ja/progress/leave", &[]).await.location(), "/ja/progress?left=yes");
    assert_eq!(finder.get(PAGE).await.location(), "/ja/progress");
}

#[tokio::test]
async fn a_lost_receipt_is_replaced_by_mail_to_the_known_address_alone() {
    let (_place, world) = world("lost").await;
    let mut owner = world.browser();
    let (number, old) = receipt(&report(&mut owner, "ja", "product", &PRODUCT).await);
    let mut browser = world.browser();
    let mut answers = Vec::new();
    for (number, mail) in [
        (number.as_str(), "stranger@elsewhere.example"),
        ("VR99999999", "kagari@finder.example"),
        ("", ""),
        (number.as_str(), "Kagari@Finder.example"),
    ] {
        let reply = browser.post_bare("/ja/progress/lost", &[("number", number), ("mail", mail)]).await;
        assert_eq!(reply.status, 200);
        answers.push(reply.text());
    }
    assert!(answers.iter().all(|page| *page == answers[0]), "the answer tells nothing");
    world.settle().await;
    let sent: Vec<_> = mails(&world).into_iter().filter(|mail| mail.text.contains("/progress/link/")).collect();
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].to, "kagari@finder.example");
    assert!(!sent[0].text.contains("半鐘ファイル交換"));
    let token = links(&world, "/progress/link/").remove(0);

    // Looking spends nothing; the button does; once.
    let way = format!("/ja/progress/link/{token}");
    for _ in 0..2 {
        assert_eq!(browser.get(&way).await.status, 200);
    }
    assert_eq!(browser.post_bare(&way, &[]).await.location(), PAGE);
    assert!(browser.get(PAGE).await.text().contains(&number));
    let mut thief = world.browser();
    assert_eq!(thief.post_bare(&way, &[]).await.status, 410);
    assert_eq!(thief.get(&way).await.status, 410);
    assert_eq!(thief.get(PAGE).await.location(), "/ja/progress");

    // A new secret ends the old one.
    let (_, fresh) = receipt(&browser.post("/ja/progress/secret", &[]).await);
    for (secret, status) in [(old, 422), (fresh, 303)] {
        let reply = world.browser().post_bare("/ja/progress", &[("number", &number), ("secret", &secret)]).await;
        assert_eq!(reply.status, status);
    }
}

#[tokio::test]
async fn a_link_ends_after_a_day_and_when_a_newer_one_is_sent() {
    let (_place, world) = world("link-ends").await;
    let (_, number, _) = finder(&world).await;
    let mut browser = world.browser();
    let ask = [("number", number.as_str()), ("mail", "kagari@finder.example")];
    browser.post_bare("/ja/progress/lost", &ask).await;
    browser.post_bare("/ja/progress/lost", &ask).await;
    world.settle().await;
    let links = links(&world, "/progress/link/");
    assert_eq!(links.len(), 2);
    let mut statuses = Vec::new();
    for link in &links {
        statuses.push(browser.get(&format!("/ja/progress/link/{link}")).await.status.as_u16());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410]);
    world.days(1);
    for link in &links {
        assert_eq!(browser.get(&format!("/ja/progress/link/{link}")).await.status, 410);
    }
}

#[tokio::test]
async fn a_message_with_files_reaches_the_desk_once_and_is_answered() {
    let (_place, world) = world("message").await;
    let (mut browser, number, _) = finder(&world).await;
    let seen = browser.get(PAGE).await.seen();
    // Nothing typed or attached is lost by a message without words, nor by one with a file too large.
    let empty = [("text", ""), ("seen", seen.as_str())];
    let page = press_with(&mut browser, "/ja/progress/message", &empty, &[("log.txt", b"log")], "send").await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("log.txt"));
    let large = vec![1; 21 * 1024 * 1024];
    let said = [("text", "3.4.2 でも起きました。"), ("seen", seen.as_str())];
    let page = press_with(&mut browser, "/ja/progress/message", &said, &[("large.bin", &large)], "send").await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("3.4.2 でも起きました。") && page.text().contains("log.txt"));

    for _ in 0..2 {
        let sent = press(&mut browser, "/ja/progress/message", &said, "send").await;
        assert_eq!(sent.location(), "/ja/progress/report?done=message-sent#messages", "{}", sent.text());
    }
    let id = world.office.report_id(&number).await.expect("the report");
    let desk = Actor::bearer(Party::ReceivingBody);
    let view = world.office.report_page(id, desk).await.expect("the desk sees it").view;
    assert_eq!(view.messages.len(), 1, "pressed twice, said once");
    assert_eq!(view.messages[0].item.attachments[0].name, "log.txt");

    let question =
        casework::ReportOrder::Write { text: "OSを教えてください。".into(), question: true, files: vec![] };
    world.office.act_on_report(id, desk, None, question).await.expect("asked");
    let page = browser.get(PAGE).await;
    assert!(page.text().contains("OSを教えてください。") && page.text().contains("質問が届いています"));

    // A page older than the question is told so, and keeps the text.
    let stale = press(&mut browser, "/ja/progress/message", &[("text", "別の話"), ("seen", &seen)], "send").await;
    assert_eq!(stale.status, 409);
    assert!(stale.text().contains("別の話") && stale.text().contains("OSを教えてください。"));
    let answer = [("text", "Ubuntu 24.04 です。"), ("seen", &stale.seen())];
    press(&mut browser, "/ja/progress/message", &answer, "send").await;
    assert!(!browser.get(PAGE).await.text().contains("質問が届いています"));
}

#[tokio::test]
async fn consents_are_changed_and_the_page_says_what_that_means() {
    let (_place, world) = world("consents").await;
    let (mut browser, number, _) = finder(&world).await;
    let seen = browser.get(PAGE).await.seen();
    let half = [("seen", seen.as_str()), ("share_identity", "yes")];
    assert_eq!(browser.post("/ja/progress/consents", &half).await.status, 422);
    let wished = [("seen", seen.as_str()), ("share_identity", "yes"), ("direct_contact", "no"), ("publish_name", "no")];
    let changed = browser.post("/ja/progress/consents", &wished).await;
    assert_eq!(changed.location(), "/ja/progress/report?done=consents-changed#consents");
    assert!(
        browser.get(PAGE).await.text().contains("あなたの氏名・連絡先</dd>")
            || browser.get(PAGE).await.text().contains("あなたの氏名・連絡先")
    );
    let id = world.office.report_id(&number).await.expect("the report");
    let view = world.office.report_page(id, Actor::bearer(Party::ReceivingBody)).await.expect("the desk").view;
    assert!(view.consents.share_identity.is_yes() && !view.consents.publish_name.is_yes());
    // Pressed again on the old page: nothing is lost, the fresh page is shown.
    assert_eq!(browser.post("/ja/progress/consents", &wished).await.status, 409);
}

#[tokio::test]
async fn the_road_is_seen_without_anything_that_is_not_the_finders() {
    let place = Place::sqlite("front-road");
    let scene = Scene::play(World::open(&place).await).await;
    for lang in LANGUAGES {
        let mut browser = scene.finder().await;
        let page = browser.get(&format!("/{lang}/progress/report")).await;
        assert_eq!(page.status, 200);
        let text = page.text();
        assert!(text.contains(&scene.main.receipt.number));
        for secret in [
            "みはらしソフト",
            "のろし電機",
            "miharashi",
            "確認しました。",
            "更新します。",
            "よろしくお願いします。",
            scene.main.number.as_str(),
            "発見 一郎の",
        ] {
            assert!(!text.contains(secret), "{lang}: {secret}");
        }
        let view = scene
            .world
            .office
            .report_page(scene.main.receipt.report, Actor::bearer(Party::Finder(scene.main.receipt.report)));
        let view = view.await.expect("the finder's page");
        assert!(view.view.refusal(Action::AcceptReport).is_some());
        let case = view.case().expect("a case");
        let day = ui::dates::day(ui::Lang::parse(lang).expect("a language"), case.day.expect("the day is set"));
        let zero = ui::dates::day(ui::Lang::parse(lang).expect("a language"), case.day_zero.expect("day zero"));
        assert!(text.contains(&day) && text.contains(&zero), "{lang}");
    }
}

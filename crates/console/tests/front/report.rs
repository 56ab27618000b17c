//! From the first question to the receipt, and what happens when something is wrong, twice, or elsewhere.

use crate::common::scene::mails;
use crate::*;

#[tokio::test]
async fn a_product_is_reported_in_both_languages() {
    for lang in LANGUAGES {
        let (_place, world) = world(&format!("product-{lang}")).await;
        let mut browser = world.browser();
        let start = browser.get(&format!("/{lang}/report")).await;
        assert!(start.text().contains(&format!("/{lang}/report/own-product")));
        let page = browser.get(&format!("/{lang}/report/product")).await;
        assert!(page.text().contains("data-autosave") && page.text().contains("multipart/form-data"));

        let receipt_page = report(&mut browser, lang, "product", &PRODUCT).await;
        let (number, secret) = receipt(&receipt_page);
        assert!(number.starts_with("VR") && number.len() == 10, "{number}");
        assert_eq!(receipt_page.header("cache-control"), "no-store");
        assert!(secret.replace(' ', "").len() >= 43);

        // The desk has it, as it was typed, in the language of the page.
        let id = world.office.report_id(&number).await.expect("the report is there");
        let desk = casework::Actor::bearer(rulebook::party::Party::ReceivingBody);
        let taken = world.office.report_page(id, desk).await.expect("the desk sees it");
        let form = taken.form.expect("a form");
        assert_eq!((form.language.tag(), form.steps.as_str()), (lang, PRODUCT[2].1));
        assert_eq!((taken.view.problems.len(), taken.view.title.contains("半鐘ファイル交換")), (0, true));
        world.settle().await;
        let mails = mails(&world);
        let bare = secret.replace(' ', "");
        assert!(mails.iter().any(|mail| mail.to == "kagari@finder.example" && mail.text.contains(&number)));
        assert!(mails.iter().all(|mail| !mail.text.contains(&secret) && !mail.text.contains(&bare)));
    }
}

#[tokio::test]
async fn sites_and_own_products_are_reported_too() {
    let (_place, world) = world("kinds").await;
    let site = [WEBSITE.as_slice(), &[("direct_contact", "no")]].concat();
    let own = [OWN_PRODUCT.as_slice(), &[("cvss_vector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")]].concat();
    for lang in LANGUAGES {
        for (kind, fields) in [("website", site.as_slice()), ("own-product", own.as_slice())] {
            let mut browser = world.browser();
            let (number, secret) = receipt(&report(&mut browser, lang, kind, fields).await);
            let way = format!("/{lang}/progress");
            let entered = browser.post_bare(&way, &[("number", &number), ("secret", &secret)]).await;
            let page = browser.follow(entered).await;
            assert_eq!(page.status, 200, "{kind}: {}", page.text());
        }
    }
}

#[tokio::test]
async fn everything_wrong_at_once_brings_every_text_back() {
    for (kind, bad) in [
        ("product", vec![("email", "kagari＠finder．example"), ("steps", ""), ("remarks", "残るべき備考")]),
        ("website", vec![("website_url", "site.example"), ("email", "x"), ("remarks", "残るべき備考")]),
        ("own-product", vec![("wished_day", "1月18日"), ("cvss_vector", "high"), ("own_page", "www"), ("fix", "")]),
    ] {
        for lang in LANGUAGES {
            let (_place, world) = world(&format!("wrong-{kind}-{lang}")).await;
            let mut browser = world.browser();
            let long = "あ".repeat(301);
            let fields = [bad.as_slice(), &[("vulnerability_kind", long.as_str()), ("finder_name", "篝")]].concat();
            let form = format!("/{lang}/report/{kind}");
            let page = press_with(&mut browser, &form, &fields, &[("画面.png", b"png")], "confirm").await;
            assert_eq!(page.status, 422);
            let text = page.text();
            assert!(text.contains("error-summary") && text.contains("画面.png"));
            for (name, value) in &fields {
                assert!(text.contains(value), "{kind} {lang}: {name} is lost");
                let told = *value == "篝" || *name == "remarks" || text.contains(&format!("href=\"#{name}\""));
                assert!(told, "{kind} {lang}: {name} is not told");
            }
            // The page opened again says the same, from the draft.
            let again = browser.get(&format!("{form}?check=yes")).await;
            assert!(fields.iter().all(|(_, value)| again.text().contains(value)) && again.text().contains("画面.png"));
            // And nothing of it can be sent.
            assert_eq!(browser.get(&format!("{form}/confirm")).await.location(), format!("{form}?check=yes"));
        }
    }
}

#[tokio::test]
async fn pressed_twice_is_one_report() {
    let (_place, world) = world("twice").await;
    let mut browser = world.browser();
    let form = "/ja/report/product";
    press(&mut browser, form, &PRODUCT, "confirm").await;
    let seen = browser.get("/ja/report/product/confirm").await.seen();
    let (mut one, mut two) = (browser.clone(), browser.clone());
    let sent = [("seen", seen.as_str())];
    let (first, second) = tokio::join!(
        one.post_bare("/ja/report/product/confirm", &sent),
        two.post_bare("/ja/report/product/confirm", &sent)
    );
    let third = browser.post_bare("/ja/report/product/confirm", &sent).await;
    let numbers: Vec<_> = [&first, &second, &third].map(|reply| element(reply, "receipt-number")).to_vec();
    assert!(numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
    let secrets = [&first, &second, &third].iter().filter(|reply| reply.text().contains("receipt-secret")).count();
    assert_eq!(secrets, 1, "the secret is shown once");

    // The page that was opened before is only looked at; a new secret is a press away, and ends the old one.
    assert!(browser.get("/ja/report/product/confirm").await.text().contains(&numbers[0]));
    let shown = [first, second].into_iter().find(|reply| reply.text().contains("receipt-secret")).expect("a receipt");
    let (number, old) = receipt(&shown);
    let (same, fresh) = receipt(&browser.post_bare("/ja/report/product/receipt", &[]).await);
    assert_eq!(number, same);
    for (secret, status) in [(old, 422), (fresh, 303)] {
        let entered = browser.post_bare("/ja/progress", &[("number", &number), ("secret", &secret)]).await;
        assert_eq!(entered.status, status);
    }
}

#[tokio::test]
async fn a_second_report_of_the_same_browser_is_another_report() {
    let (_place, world) = world("second").await;
    let mut browser = world.browser();
    let (first, _) = receipt(&report(&mut browser, "ja", "product", &PRODUCT).await);
    let empty = browser.get("/ja/report/product").await;
    assert!(!empty.text().contains("半鐘ファイル交換"), "nothing of the first report is left in the form");
    let (second, _) = receipt(&report(&mut browser, "ja", "product", &PRODUCT).await);
    assert_ne!(first, second);
}

#[tokio::test]
async fn what_another_tab_changed_is_shown_before_it_is_sent() {
    let (_place, world) = world("tabs").await;
    let mut browser = world.browser();
    let form = "/ja/report/product";
    press(&mut browser, form, &PRODUCT, "confirm").await;
    let seen = browser.get("/ja/report/product/confirm").await.seen();
    let changed = browser.post_bare("/ja/report/product/draft", &[("threat", "別のタブで変えた。")]).await;
    assert_eq!(changed.status, 204);
    let page = browser.post_bare("/ja/report/product/confirm", &[("seen", &seen)]).await;
    assert_eq!(page.status, 409);
    assert!(page.text().contains("別のタブで変えた。"));
    let sent = browser.post_bare("/ja/report/product/confirm", &[("seen", &page.seen())]).await;
    receipt(&sent);
}

#[tokio::test]
async fn what_is_typed_is_kept_across_languages_kinds_and_days() {
    let (_place, world) = world("draft").await;
    let mut browser = world.browser();
    let saved = browser.post_bare("/ja/report/product/draft", &PRODUCT).await;
    assert_eq!(saved.status, 204);
    assert!(browser.get("/en/report/product").await.text().contains("半鐘ファイル交換"));
    assert!(browser.get("/ja/report/website").await.text().contains("kagari@finder.example"));
    press(&mut browser, "/ja/report/website", &WEBSITE, "save").await;
    assert!(browser.get("/ja/report/product").await.text().contains("半鐘ファイル交換"));
    assert!(browser.get("/ja/report").await.text().contains("書きかけの届出"));

    world.clock.advance(23 * 60 * 60);
    assert!(browser.get("/ja/report/product").await.text().contains("半鐘ファイル交換"));
    world.clock.advance(2 * 60 * 60);
    assert!(!browser.get("/ja/report/product").await.text().contains("半鐘ファイル交換"));
    assert_eq!(browser.get("/ja/report/product/confirm").await.status, 410);
}

#[tokio::test]
async fn a_draft_is_deleted_when_asked() {
    let (_place, world) = world("discard").await;
    let mut browser = world.browser();
    press(&mut browser, "/ja/report/product", &PRODUCT, "save").await;
    let key = draft_cookie(&browser);
    let gone = press(&mut browser, "/ja/report/product", &PRODUCT, "discard").await;
    assert_eq!(gone.location(), "/ja/report?done=draft-discarded");
    assert!(!browser.cookies.contains_key(DRAFT_COOKIE));
    assert!(world.office.draft(&key).await.expect("the store answers").is_none());
}

#[tokio::test]
async fn a_page_left_open_after_sending_begins_no_new_draft() {
    let (_place, world) = world("left-open").await;
    let mut browser = world.browser();
    report(&mut browser, "ja", "product", &PRODUCT).await;
    let saved = browser.post_bare("/ja/report/product/draft", &PRODUCT).await;
    assert_eq!(saved.status, 409);
}

#[tokio::test]
async fn the_finder_reads_that_taking_it_in_is_no_finding() {
    let (_place, world) = world("no-finding").await;
    let mut browser = world.browser();
    press(&mut browser, "/ja/report/product", &PRODUCT, "confirm").await;
    let page = browser.get("/ja/report/product/confirm").await.text();
    assert!(page.contains("法令に触れないと判断したことにはなりません") && page.contains("責任を免除"), "{page}");
}

#[tokio::test]
async fn the_finder_is_warned_of_what_tells_who_it_is() {
    let (_place, world) = world("traces").await;
    let mut browser = world.browser();
    let mut fields = PRODUCT.to_vec();
    fields[2] = ("steps", "篝火ノ子が /home/kagari/poc で確認");
    press(&mut browser, "/ja/report/product", &fields, "confirm").await;
    let page = browser.get("/ja/report/product/confirm").await.text();
    assert!(page.contains("/home/kagari") && page.contains("あなたがわかる記述"));
    press(&mut browser, "/ja/report/product", &[("share_identity", "yes")], "save").await;
    let page = browser.get("/ja/report/product/confirm").await.text();
    assert!(!page.contains("あなたがわかる記述"));
}

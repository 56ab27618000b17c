//! What strangers try: markup in every field, other people's drafts, other sites, too often.

use crate::*;

const MARKUP: &str = "<img src=x onerror=alert(1)>\"'&{{7*7}}";

#[tokio::test]
async fn markup_in_every_field_is_never_markup() {
    for (kind, fields) in [
        ("product", [PRODUCT.as_slice(), &[("remarks", ""), ("elsewhere_details", ""), ("credit_name", "")]].concat()),
        ("website", [WEBSITE.as_slice(), &[("direct_contact", "no"), ("how_found", ""), ("notes", "")]].concat()),
        ("own-product", [OWN_PRODUCT.as_slice(), &[("workaround", ""), ("remarks", "")]].concat()),
    ] {
        for lang in LANGUAGES {
            let (_place, world) = world(&format!("markup-{kind}-{lang}")).await;
            let mut browser = world.browser();
            let plain = ["email", "website_url", "wished_day", "own_page"];
            let hostile: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| {
                    if plain.contains(name) || ["yes", "no"].contains(value) {
                        (*name, *value)
                    } else {
                        (*name, MARKUP)
                    }
                })
                .collect();
            let form = format!("/{lang}/report/{kind}");
            // Every field at once, wrong ones included, comes back as text.
            let all: Vec<_> = fields.iter().map(|(name, _)| (*name, MARKUP)).collect();
            let wrong = press_with(&mut browser, &form, &all, &[(MARKUP, b"x")], "confirm").await;
            assert_eq!(wrong.status, 422);
            press(&mut browser, &form, &hostile, "confirm").await;
            let confirm = browser.get(&format!("{form}/confirm")).await;
            let sent = browser.post_bare(&format!("{form}/confirm"), &[("seen", &confirm.seen())]).await;
            let (number, secret) = receipt(&sent);
            let entered =
                browser.post_bare(&format!("/{lang}/progress"), &[("number", &number), ("secret", &secret)]).await;
            let follow = browser.follow(entered).await;
            assert!(follow.text().contains("onerror=alert(1)"), "the text is shown, as text");
            let seen = follow.seen();
            let said = [("text", MARKUP), ("send", "yes"), ("seen", seen.as_str())];
            let said = browser.post_files(&format!("/{lang}/progress/message"), &said, &[]).await;
            let talked = browser.follow(said).await;
            for page in [wrong, confirm, sent, follow, talked] {
                let text = page.text();
                assert!(!text.contains("<img src=x") && !text.contains("49\"'"), "{kind} {lang}");
            }
        }
    }
}

#[tokio::test]
async fn a_draft_opens_to_its_own_cookie_alone() {
    let (_place, world) = world("cookie").await;
    let mut owner = world.browser();
    press(&mut owner, "/ja/report/product", &PRODUCT, "save").await;
    let key = draft_cookie(&owner);
    let mut other = world.browser();
    assert!(!other.get("/ja/report/product").await.text().contains("半鐘ファイル交換"));
    for guess in ["", "x", &key[..42], &key.to_uppercase(), &"a".repeat(5000)] {
        other.cookies.insert(DRAFT_COOKIE.into(), guess.into());
        let page = other.get("/ja/report/product").await;
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("半鐘ファイル交換"));
        // A key that somebody brings along is never taken over.
        press(&mut other, "/ja/report/product", &PRODUCT[..1], "save").await;
        assert_ne!(draft_cookie(&other), guess);
    }
}

#[tokio::test]
async fn another_site_cannot_send_for_a_finder() {
    let (_place, world) = world("cross-site").await;
    let (mut browser, _, _) = finder(&world).await;
    let seen = browser.get("/ja/progress/report").await.seen();
    browser.extra = vec![("sec-fetch-site", "cross-site".into())];
    let paths = [
        "/ja/report/product",
        "/ja/report/product/draft",
        "/ja/report/product/confirm",
        "/ja/report/product/receipt",
        "/ja/progress",
        "/ja/progress/lost",
        "/ja/progress/message",
        "/ja/progress/consents",
        "/ja/progress/secret",
        "/ja/progress/leave",
    ];
    for path in paths {
        let reply = browser.post_files(path, &[("seen", &seen), ("text", "x"), ("send", "yes")], &[]).await;
        assert_eq!(reply.status, 403, "{path}");
    }
    // From our own pages, but without the session's token.
    browser.extra.clear();
    let bare = [("seen", seen.as_str()), ("share_identity", "yes"), ("direct_contact", "no"), ("publish_name", "no")];
    for path in ["/ja/progress/consents", "/ja/progress/secret", "/ja/progress/leave"] {
        assert_eq!(browser.post_bare(path, &bare).await.status, 403, "{path}");
    }
    browser.csrf = "wrong".into();
    let message = browser.post_files("/ja/progress/message", &[("text", "x"), ("send", "yes")], &[]).await;
    assert_eq!(message.status, 403);
}

#[tokio::test]
async fn too_many_tries_wait() {
    let (_place, world) = world("limits").await;
    let mut browser = world.browser();
    let tries = [("number", "VR00000000"), ("secret", "wrong")];
    for _ in 0..20 {
        assert_eq!(browser.post_bare("/ja/progress", &tries).await.status, 422);
    }
    let refused = browser.post_bare("/ja/progress", &tries).await;
    assert_eq!(refused.status, 429);
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(world.browser().post_bare("/ja/progress", &tries).await.status, 422);

    let mut sender = world.browser();
    for _ in 0..30 {
        receipt(&report(&mut sender, "ja", "product", &PRODUCT).await);
    }
    press(&mut sender, "/ja/report/product", &PRODUCT, "confirm").await;
    let seen = sender.get("/ja/report/product/confirm").await.seen();
    let refused = sender.post_bare("/ja/report/product/confirm", &[("seen", &seen)]).await;
    assert_eq!(refused.status, 429);
    world.clock.advance(60 * 60);
    receipt(&sender.post_bare("/ja/report/product/confirm", &[("seen", &seen)]).await);
}

#[tokio::test]
async fn what_is_no_form_is_said_plainly() {
    let (_place, world) = world("no-form").await;
    let mut browser = world.browser();
    assert_eq!(browser.get("/ja/report/firmware").await.status, 404);
    assert_eq!(browser.post_bare("/ja/report/product", &PRODUCT).await.status, 400);
    let kind = Some("multipart/form-data; boundary=x");
    let cut = browser.send(axum::http::Method::POST, "/ja/report/product", kind, b"--x\r\nnonsense".to_vec()).await;
    assert!(cut.status.is_client_error() && cut.text().contains("<h1>"), "{}", cut.status);
    let long = "x".repeat(2 * 1024 * 1024);
    let page = press(&mut browser, "/ja/report/product", &[("product_name", "残る"), ("steps", &long)], "save").await;
    assert_eq!(page.status, 413);
    assert!(page.text().contains("残る"));
}

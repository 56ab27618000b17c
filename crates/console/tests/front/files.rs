//! Attachments: kept at once, safe in name and size, and never lost by what is wrong with another one.

use store::{Draft, DraftQuota};

use crate::*;

const FORM: &str = "/ja/report/product";
const MB: usize = 1024 * 1024;

async fn names(world: &World, browser: &Browser) -> Vec<String> {
    let draft = world.office.draft(&draft_cookie(browser)).await.expect("the store answers").expect("a draft");
    draft.files.into_iter().map(|file| file.name).collect()
}

#[tokio::test]
async fn ten_files_are_taken_and_the_eleventh_is_named() {
    let (_place, world) = world("eleven").await;
    let mut browser = world.browser();
    let owned: Vec<String> = (1..=11).map(|n| format!("{n}.txt")).collect();
    let files: Vec<(&str, &[u8])> = owned.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    let page = press_with(&mut browser, FORM, &PRODUCT, &files, "confirm").await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("「11.txt」は添付していません"));
    assert!(page.text().contains("半鐘ファイル交換"));
    assert_eq!(names(&world, &browser).await.len(), 10);
}

#[tokio::test]
async fn a_file_of_21_mb_is_not_taken_and_costs_nothing_else() {
    let (_place, world) = world("large").await;
    let mut browser = world.browser();
    let (large, just) = (vec![7; 21 * MB], vec![7; 20 * MB]);
    let files: [(&str, &[u8]); 3] = [("large.bin", &large), ("just.bin", &just), ("small.txt", b"x")];
    let page = press_with(&mut browser, FORM, &PRODUCT, &files, "confirm").await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("large.bin") && page.text().contains("20 MB"));
    assert_eq!(names(&world, &browser).await, ["just.bin", "small.txt"]);
    assert!(page.text().contains("半鐘ファイル交換"));
}

/// A request as it comes over a line: piece by piece.
async fn piecewise(world: &World, pieces: Vec<Vec<u8>>) -> axum::response::Response {
    let pieces = futures_util::stream::iter(pieces.into_iter().map(Ok::<_, std::io::Error>));
    let request = axum::http::Request::post(FORM)
        .header("host", "noroshi.example")
        .header("content-type", "multipart/form-data; boundary=x")
        .body(axum::body::Body::from_stream(pieces))
        .expect("a request");
    tower::ServiceExt::oneshot(world.app.clone(), request).await.expect("an answer")
}

fn typed(name: &str, value: &str) -> Vec<u8> {
    format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes()
}

fn file_head(name: &str) -> Vec<u8> {
    let head = format!("--x\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"{name}\"\r\n\r\n");
    head.into_bytes()
}

#[tokio::test]
async fn more_than_a_request_may_carry_is_cut_and_what_came_first_is_kept() {
    let (_place, world) = world("total").await;
    // A file without end, and a line that breaks off in a file: in both, what came before it is safe.
    let before = || vec![typed("product_name", "半鐘ファイル交換"), file_head("first.txt"), b"x\r\n".to_vec()];
    let endless = [before(), vec![file_head("huge.bin")], vec![vec![7; MB]; 230]].concat();
    let broken = [before(), vec![file_head("half.bin"), vec![7; MB]]].concat();
    for (pieces, status) in [(endless, 413), (broken, 422)] {
        let response = piecewise(&world, pieces).await;
        assert_eq!(response.status(), status);
        let cookie = response.headers()["set-cookie"].to_str().expect("a cookie").to_owned();
        let key = cookie.split(['=', ';']).nth(1).expect("a key").to_owned();
        let page = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a page");
        let page = String::from_utf8_lossy(&page).into_owned();
        assert!(page.contains("半鐘ファイル交換") && page.contains("first.txt") && page.contains("error-summary"));
        let draft = world.office.draft(&key).await.expect("the store answers").expect("a draft");
        assert_eq!(draft.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["first.txt"]);
    }
}

#[tokio::test]
async fn names_are_made_safe_and_an_empty_file_is_told() {
    let (_place, world) = world("names").await;
    let mut browser = world.browser();
    let bomb = format!("{}.zip", "(".repeat(4000));
    let files: [(&str, &[u8]); 6] = [
        ("../../etc/passwd", b"x"),
        ("..\\..\\con.txt", b"x"),
        ("<img src=x onerror=alert(1)>.html", b"x"),
        ("42.zip", b"PK\x03\x04"),
        (&bomb, b"x"),
        ("empty.txt", b""),
    ];
    let page = press_with(&mut browser, FORM, &PRODUCT, &files, "attach").await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("「empty.txt」は空のファイル"));
    let names = names(&world, &browser).await;
    assert_eq!(&names[..4], ["passwd", "_con.txt", "_img src=x onerror=alert(1)_.html", "42.zip"]);
    assert!(names[4].ends_with(".zip") && names[4].chars().count() <= 100);
    assert!(!page.text().contains("<img src=x"));
}

#[tokio::test]
async fn a_file_is_removed_and_nothing_else_is_lost() {
    let (_place, world) = world("remove").await;
    let mut browser = world.browser();
    press_with(&mut browser, FORM, &PRODUCT, &[("a.txt", b"a"), ("b.txt", b"b")], "attach").await;
    let draft = world.office.draft(&draft_cookie(&browser)).await.expect("answers").expect("a draft");
    let id = draft.files[0].sealed.id.to_string();
    let mut fields = PRODUCT.to_vec();
    fields.push(("remove", &id));
    let page = browser.post_files(FORM, &fields, &[]).await;
    assert_eq!(page.location(), "/ja/report/product?done=file-removed#attachments");
    assert_eq!(names(&world, &browser).await, ["b.txt"]);
}

#[tokio::test]
async fn files_reach_the_desk_and_come_back_as_files() {
    let (_place, world) = world("sent").await;
    let mut browser = world.browser();
    let code = b"<script>alert(1)</script>";
    press_with(&mut browser, FORM, &PRODUCT, &[("検証 コード.html", code)], "confirm").await;
    let (number, secret) = receipt(&report(&mut browser, "ja", "product", &PRODUCT).await);
    let entered = browser.post_bare("/ja/progress", &[("number", &number), ("secret", &secret)]).await;
    let page = browser.follow(entered).await.text();
    let way = page.split("href=\"").find(|part| part.starts_with("/ja/progress/files/")).expect("a file");
    let file = browser.get(way.split('"').next().expect("a path")).await;
    assert_eq!(file.bytes, code);
    assert_eq!(file.header("content-type"), "application/octet-stream");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(file.header("content-disposition").starts_with("attachment; "));
    assert!(file.header("content-disposition").contains("filename*=UTF-8''%E6%A4%9C"));

    let mut other = world.browser();
    let path = way.split('"').next().expect("a path").to_owned();
    assert_ne!(other.get(&path).await.status, 200);
    let (mut finder, _, _) = finder(&world).await;
    assert_eq!(finder.get(&path).await.status, 404);
}

#[tokio::test]
async fn without_room_nothing_typed_is_lost_and_nothing_is_half_done() {
    let (_place, world) = world("full").await;
    let mut browser = world.browser();
    // A draft so large that all drafts together have no room.
    let mut writer = world.office.new_file().await.expect("a file");
    writer.write(b"x").await.expect("written");
    let mut sealed = writer.finish().await.expect("sealed");
    sealed.size = 1 << 50;
    let draft = Draft { form: Vec::new(), files: vec![sealed] };
    let end = world.office.wall() + jiff::SignedDuration::from_hours(1);
    let all = DraftQuota { drafts: u64::MAX, bytes: u64::MAX };
    world.office.store().save_draft("large", &draft, end, all).await.expect("saved");

    let page = press_with(&mut browser, FORM, &PRODUCT, &[("a.txt", b"a")], "confirm").await;
    assert_eq!(page.status, 507);
    for (_, value) in &PRODUCT[..4] {
        assert!(page.text().contains(value.split('\n').next().expect("a line")), "{value}");
    }
    assert!(page.text().contains("空きがありません"));
    let saved = browser.post_bare("/ja/report/product/draft", &PRODUCT).await;
    assert_eq!(saved.status, 507);
    world.office.store().delete_draft("large").await.expect("deleted");
    receipt(&report(&mut browser, "ja", "product", &PRODUCT).await);
}

//! The front as a finder meets it: reporting, the receipt, following; and what hostile input gets.

#[path = "../common/mod.rs"]
mod common;

mod files;
mod hostile;
mod operator;
mod operator_ways;
mod progress;
mod report;
mod subscriptions;

use common::browser::Upload;
use common::{Browser, Place, Reply, World};
use console::front::DRAFT_COOKIE;

/// Everything that a report on a product needs, as it is typed.
pub const PRODUCT: [(&str, &str); 10] = [
    ("product_name", "半鐘ファイル交換"),
    ("vulnerability_kind", "クロスサイト・スクリプティング（CWE-79）"),
    ("steps", "(1) 検索欄に入れる。\n(2) 送る。"),
    ("threat", "なりすまされる。"),
    ("reported_elsewhere", "no"),
    ("finder_name", "篝 火ノ子"),
    ("email", "kagari@finder.example"),
    ("share_identity", "no"),
    ("direct_contact", "no"),
    ("publish_name", "yes"),
];

/// Everything that a report on a web site needs.
pub const WEBSITE: [(&str, &str); 8] = [
    ("website_url", "https://site.example/search?q=1"),
    ("vulnerability_kind", "SQLインジェクション"),
    ("why_vulnerability", "他人の情報が見える応答がある。"),
    ("threat", "情報が漏れる。"),
    ("reported_elsewhere", "no"),
    ("finder_name", "Hinoko"),
    ("email", "hinoko@finder.example"),
    ("share_identity", "no"),
];

/// Everything that a developer's report on its own product needs.
pub const OWN_PRODUCT: [(&str, &str); 9] = [
    ("finder_name", "株式会社みはらしソフト"),
    ("affiliation", "煙山"),
    ("email", "psirt@miharashi.example"),
    ("product_name", "みはらしメール"),
    ("product_version", "1.0 から 1.4"),
    ("vulnerability_kind", "バッファオーバーフロー"),
    ("steps", "添付の名前が長いと溢れる。"),
    ("fix", "1.5 に更新する。"),
    ("wished_day", "2027-01-18"),
];

/// What is wrong, and in its own place, in every language.
pub const LANGUAGES: [&str; 2] = ["ja", "en"];

/// A fresh world.
pub async fn world(test: &str) -> (Place, World) {
    let place = Place::sqlite(&format!("front-{test}"));
    let world = World::open(&place).await;
    (place, world)
}

/// Sends the form with some files, by one of its buttons.
pub async fn press(browser: &mut Browser, path: &str, fields: &[(&str, &str)], button: &str) -> Reply {
    press_with(browser, path, fields, &[], button).await
}

/// The same, with files.
pub async fn press_with(
    browser: &mut Browser,
    path: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &[u8])],
    button: &str,
) -> Reply {
    let uploads: Vec<Upload<'_>> =
        files.iter().map(|(name, bytes)| Upload { field: "attachments", name, bytes }).collect();
    let mut all = fields.to_vec();
    all.push((button, "yes"));
    browser.post_files(path, &all, &uploads).await
}

/// Types, checks and sends a report: the page with its receipt.
pub async fn report(browser: &mut Browser, lang: &str, kind: &str, fields: &[(&str, &str)]) -> Reply {
    let form = format!("/{lang}/report/{kind}");
    let confirm = press(browser, &form, fields, "confirm").await;
    assert_eq!((confirm.status.as_u16(), confirm.location()), (303, format!("{form}/confirm").as_str()));
    let page = browser.get(confirm.location()).await;
    assert_eq!(page.status, 200, "{}", page.text());
    browser.post_bare(&format!("{form}/confirm"), &[("seen", &page.seen())]).await
}

/// The text of an element with an id.
pub fn element(reply: &Reply, id: &str) -> String {
    let page = reply.text();
    let rest = page.split(&format!("id=\"{id}\"")).nth(1).expect("the element is there");
    let text = rest.split_once('>').expect("a tag").1;
    text.split('<').next().expect("a text").trim().to_owned()
}

/// Number and secret of a receipt.
pub fn receipt(reply: &Reply) -> (String, String) {
    assert_eq!(reply.status, 200, "{}", reply.text());
    (element(reply, "receipt-number"), element(reply, "receipt-secret"))
}

/// A finder who has just reported a product, with the progress page open.
pub async fn finder(world: &World) -> (Browser, String, String) {
    let mut browser = world.browser();
    let (number, secret) = receipt(&report(&mut browser, "ja", "product", &PRODUCT).await);
    let entered = browser.post_bare("/ja/progress", &[("number", &number), ("secret", &secret)]).await;
    assert_eq!(entered.location(), "/ja/progress/report");
    (browser, number, secret)
}

/// The draft's cookie of a browser.
pub fn draft_cookie(browser: &Browser) -> String {
    browser.cookies.get(DRAFT_COOKIE).cloned().expect("a draft's cookie")
}

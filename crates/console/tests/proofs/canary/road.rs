//! The walk of the canary: report, receipt, desk, coordinator, developer, text, publication, all through the web, with a
//! mark in every field that is secret.

use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use casework::Settings;
use rulebook::party::Role;

use super::judged::judged;
use super::website::website;
use super::{DATABASE, FINDER, MAKER, MARK, SECRETS};
use crate::common::browser::Upload;
use crate::common::scene::{links, mails, token_of_mail_to};
use crate::common::{Browser, PASSWORD, Place, Reply, TOTP, World};

pub(super) fn mark(what: &str) -> String {
    format!("{MARK}-{what}")
}

/// What the walk collects: every secret that came into being on the way.
#[derive(Default)]
pub(super) struct Secrets(Vec<(&'static str, String)>);

impl Secrets {
    pub(super) fn add(&mut self, kind: &'static str, value: &str) {
        assert!(value.len() >= 16, "{kind} is worth searching for: {value}");
        self.0.push((kind, value.to_owned()));
    }

    /// The cookies and the token of a browser.
    fn of(&mut self, browser: &Browser) {
        for (name, value) in &browser.cookies {
            let kind = if name == console::front::DRAFT_COOKIE { "draft" } else { "session" };
            self.add(kind, value);
        }
        if !browser.csrf.is_empty() {
            self.add("csrf", &browser.csrf);
        }
    }

    fn write(&self, path: &Path) {
        let lines: Vec<_> = self.0.iter().map(|(kind, value)| format!("{kind} {value}\n")).collect();
        std::fs::write(path, lines.concat()).expect("the list of secrets");
    }
}

/// Opens a page, sends its form with what the page showed, and comes out where it should.
pub(super) async fn step(browser: &mut Browser, page: &str, form: &str, fields: &[(&str, &str)]) -> Reply {
    let shown = browser.get(page).await;
    assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.text());
    let seen = shown.seen();
    let mut all = vec![("seen", seen.as_str())];
    all.extend_from_slice(fields);
    let reply = browser.post(form, &all).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{form}: {}", reply.text());
    reply
}

/// A message of the desk on a page, with a file.
async fn write(browser: &mut Browser, page: &str, what: &str) {
    let (seen, text) = (browser.get(page).await.seen(), mark(what));
    let (name, content) = (mark(&format!("{what}-file-name")), mark(&format!("{what}-file")));
    let file = Upload { field: "attachments", name: &name, bytes: content.as_bytes() };
    let sent = browser.post_files(&format!("{page}/message"), &[("seen", &seen), ("text", &text)], &[file]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
}

async fn sign_in(world: &World, login: &str, secrets: &mut Secrets) -> Browser {
    world.clock.advance(30);
    let mut browser = world.browser();
    let code = world.code();
    let wrong = mark("wrong-password");
    browser.post("/ja/sign-in", &[("login", login), ("password", &wrong), ("code", &code)]).await;
    let reply = browser.post("/ja/sign-in", &[("login", login), ("password", PASSWORD), ("code", &code)]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{login}");
    secrets.of(&browser);
    browser
}

/// The text between two texts of a page.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split(before).nth(1)?.split(after).next()
}

/// A report with a mark in every field, and files with marks in name and content.
async fn report(world: &World, secrets: &mut Secrets) -> (String, String) {
    let mut browser = world.browser();
    let texts = [
        "finder_name",
        "affiliation",
        "phone",
        "patch_level",
        "product_language",
        "configuration",
        "steps",
        "threat",
        "reproducibility_note",
        "workaround",
        "proof",
        "notes",
        "elsewhere_details",
        "credit_name",
        "remarks",
    ];
    let marked: Vec<_> = texts.iter().map(|name| (*name, mark(name))).collect();
    let mut fields: Vec<_> = marked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.retain(|(name, _)| *name != "phone");
    let version = format!("3.2 {}", mark("version"));
    fields.extend([
        ("phone", "03-7316-7316"),
        ("email", FINDER),
        ("product_name", "はるかぜポータル"),
        ("product_version", version.as_str()),
        ("vulnerability_kind", "クロスサイト・スクリプティング（CWE-79）"),
        ("developer", "株式会社はるかぜ"),
        ("source", "found_myself"),
        ("reproducibility", "always"),
        ("reported_elsewhere", "no"),
        ("share_identity", "no"),
        ("direct_contact", "no"),
        ("publish_name", "no"),
        ("encryption", "no"),
        ("confirm", "yes"),
    ]);
    let (name, content) = (format!("{}.txt", mark("file-name")), mark("file-content").repeat(5_000));
    let file = Upload { field: "attachments", name: &name, bytes: content.as_bytes() };
    let kept = browser.post_files("/ja/report/product", &fields, &[file]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    secrets.of(&browser);
    let shown = browser.get("/ja/report/product/confirm").await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text());
    let receipt = browser.post("/ja/report/product/confirm", &[("seen", &shown.seen())]).await;
    assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.text());
    let page = receipt.text();
    let number: String = page.split("VR").nth(1).expect("a number").chars().take(8).collect();
    let secret = longest_token(&page);
    secrets.add("receipt", &secret);
    (format!("VR{number}"), secret)
}

/// The longest run of letters of a token in a page, written in groups as receipts are.
fn longest_token(page: &str) -> String {
    let inside = page.split(['<', '>', '"']);
    let bare = inside.map(|text| text.chars().filter(|c| !c.is_whitespace()).collect::<String>());
    let like = |text: &String| text.len() == 43 && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    bare.into_iter().find(like).expect("the page shows a secret")
}

async fn progress(world: &World, number: &str, secret: &str, secrets: &mut Secrets) -> Browser {
    let mut finder = world.browser();
    let wrong = mark("wrong-secret");
    finder.post("/ja/progress", &[("number", number), ("secret", &wrong)]).await;
    let entered = finder.post("/ja/progress", &[("number", number), ("secret", secret)]).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
    secrets.of(&finder);
    let seen = finder.get("/ja/progress/report").await.seen();
    let text = mark("finder-message");
    let (name, content) = (format!("{}.html", mark("message-file-name")), mark("message-file"));
    let file = Upload { field: "attachments", name: &name, bytes: content.as_bytes() };
    let fields = [("seen", seen.as_str()), ("text", text.as_str()), ("send", "yes")];
    let sent = finder.post_files("/ja/progress/message", &fields, &[file]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    finder.post("/ja/progress/message/draft", &[("text", &mark("message-draft"))]).await;
    finder
}

const CONDITIONS: [&str; 5] = ["complete", "consistent", "in_scope", "is_vulnerability", "not_known"];

/// The receiving body: asks, notes, accepts, hands over. Gives the number of the case.
async fn receiving(desk: &mut Browser, number: &str) -> String {
    let page = format!("/ja/desk/reports/{number}");
    step(desk, &page, &format!("{page}/message"), &[("text", &mark("desk-message")), ("question", "yes")]).await;
    step(desk, &page, &format!("{page}/note"), &[("text", &mark("desk-note"))]).await;
    let reason = mark("reason");
    let steps = mark("copy-steps");
    let mut fields: Vec<_> = CONDITIONS.iter().map(|one| ("confirmed", *one)).collect();
    fields.extend([
        ("reason", reason.as_str()),
        ("tick_product", "yes"),
        ("content_product", "はるかぜポータル"),
        ("tick_kind", "yes"),
        ("content_kind", "クロスサイト・スクリプティング（CWE-79）"),
        ("tick_steps", "yes"),
        ("content_steps", steps.as_str()),
        ("tick_notes", "yes"),
        ("content_notes", steps.as_str()),
    ]);
    step(desk, &page, &format!("{page}/accept"), &fields).await;
    let text = desk.get(&page).await.text();
    let case = format!("VC{}", between(&text, "/ja/desk/cases/VC", "\"").expect("a case"));
    let way = format!("/ja/desk/cases/{case}");
    step(desk, &way, &format!("{way}/note"), &[("text", &mark("case-note"))]).await;
    fields.retain(|(name, _)| name.starts_with("tick_") || name.starts_with("content_"));
    fields.push(("file", "1"));
    step(desk, &way, &format!("{way}/hand-over"), &fields).await;
    write(desk, &way, "between-bodies").await;
    case
}

/// The coordinator: register, contact. Gives the token of the developer's link.
async fn coordinating(world: &World, coordinator: &mut Browser, case: &str, secrets: &mut Secrets) -> String {
    let (manager, address, notes) = (mark("manager"), mark("address"), mark("register-notes"));
    let entry = [
        ("name", "株式会社はるかぜ"),
        ("name_en", "Harukaze Inc."),
        ("manager", manager.as_str()),
        ("mail", MAKER),
        ("phone", "03-7316-0000"),
        ("address", address.as_str()),
        ("notes", notes.as_str()),
        ("language", "ja"),
    ];
    let made = step(coordinator, "/ja/desk/developers/new", "/ja/desk/developers/new", &entry).await;
    let handle = between(made.location(), "/ja/desk/developers/", "?").expect("a handle").to_owned();
    let way = format!("/ja/desk/cases/{case}");
    step(coordinator, &way, &format!("{way}/developers"), &[("developer", &handle)]).await;
    let side = format!("{way}/developers/1");
    let note = mark("attempt-note");
    let attempt = [
        ("means", "phone"),
        ("to", "03-7316-0000"),
        ("on", "2026-11-21"),
        ("outcome", "waiting"),
        ("note", note.as_str()),
    ];
    step(coordinator, &side, &format!("{side}/attempt"), &attempt).await;
    step(coordinator, &side, &format!("{side}/link"), &[("to", MAKER)]).await;
    world.settle().await;
    let token = token_of_mail_to(world, MAKER).expect("the link came");
    secrets.add("answer", &token);
    token
}

async fn developing(
    world: &World,
    coordinator: &mut Browser,
    case: &str,
    token: &str,
    secrets: &mut Secrets,
) -> Browser {
    let mut maker = world.browser();
    let opened = maker.post(&format!("/ja/answer/{token}"), &[]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER);
    secrets.of(&maker);
    let own = format!("/ja/developer/cases/{case}");
    step(&mut maker, &own, &format!("{own}/confirm"), &[("person", &mark("contact")), ("mail", MAKER)]).await;
    let side = format!("/ja/desk/cases/{case}/developers/1");
    let release = [("tick_product", "yes"), ("tick_kind", "yes"), ("tick_steps", "yes"), ("file", "1")];
    step(coordinator, &side, &format!("{side}/release"), &release).await;
    write(coordinator, &side, "to-developer").await;
    let seen = maker.get(&own).await.text();
    assert!(seen.contains(&mark("copy-steps")) && !seen.contains(&mark("case-note")));
    let (seen, text) = (maker.get(&own).await.seen(), mark("from-developer"));
    let (name, content) = (format!("{}.patch", mark("developer-file-name")), mark("developer-file"));
    let file = Upload { field: "attachments", name: &name, bytes: content.as_bytes() };
    let fields = [("seen", seen.as_str()), ("text", text.as_str())];
    let sent = maker.post_files(&format!("{own}/message"), &fields, &[file]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let explanation = mark("explanation");
    let result = [("result", "affected"), ("explanation", explanation.as_str())];
    step(&mut maker, &own, &format!("{own}/verification"), &result).await;
    // What users can do is published with the developer's entry.
    let countermeasure = [("fix", "3.4.2 に更新してください。"), ("workaround", "画面を閉じてください。")];
    step(&mut maker, &own, &format!("{own}/countermeasure"), &countermeasure).await;
    let status = [
        ("affected", "affected"),
        ("statement_ja", "修正版を公開しました。"),
        ("statement_en", "A fixed version is available."),
        ("product-0", "はるかぜポータル"),
        ("from-0", "3.2.0"),
        ("to-0", "3.4.2"),
        ("bound-0", "fixed"),
        ("affected-0", "affected"),
    ];
    step(&mut maker, &own, &format!("{own}/status"), &status).await;
    step(&mut maker, &own, &format!("{own}/day"), &[("comment", &mark("day-comment"))]).await;
    maker
}

/// Day, text, signatures, publication.
async fn publishing(world: &World, desk: &mut Browser, coordinator: &mut Browser, maker: &mut Browser, case: &str) {
    let way = format!("/ja/desk/cases/{case}");
    let advisory = format!("{way}/advisory");
    step(coordinator, &way, &format!("{way}/day"), &[("day", "2027-01-05"), ("reason", &mark("day-reason"))]).await;
    step(coordinator, &advisory, &format!("{advisory}/begin"), &[]).await;
    let draft = [
        ("title_ja", "はるかぜポータルにおけるクロスサイト・スクリプティングの脆弱性"),
        ("title_en", "Harukaze Portal vulnerable to cross-site scripting"),
        ("overview_ja", "はるかぜポータルには脆弱性が存在します。"),
        ("overview_en", "Harukaze Portal contains a vulnerability."),
        ("impact_ja", "任意のスクリプトが実行されます。"),
        ("impact_en", "An arbitrary script may be executed."),
        ("solution_ja", "アップデートしてください。"),
        ("solution_en", "Update the software."),
        ("vendor-0", "株式会社はるかぜ"),
        ("product-0", "はるかぜポータル"),
        ("from-0", "3.2.0"),
        ("to-0", "3.4.2"),
        ("bound-0", "fixed"),
        ("cvss-0", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"),
    ];
    // A draft that says too much, and then the text as it is published.
    let details = mark("draft-details");
    let mut early = draft.to_vec();
    early.extend([("details_ja", details.as_str()), ("note_ja", details.as_str())]);
    step(coordinator, &advisory, &advisory, &early).await;
    step(coordinator, &advisory, &advisory, &draft).await;
    step(coordinator, &advisory, &format!("{advisory}/show"), &[]).await;
    world.settle().await;
    let own = format!("/ja/developer/cases/{case}");
    step(maker, &own, &format!("{own}/comment"), &[("agrees", "yes"), ("comment", &mark("text-comment"))]).await;
    step(coordinator, &advisory, &format!("{advisory}/approve"), &[]).await;
    step(desk, &advisory, &format!("{advisory}/co-sign"), &[]).await;
    world.days(45);
    world.clock.advance(3 * 60 * 60);
    assert_eq!(world.settle().await, 1, "published on its day");
}

/// Somebody enquires after the publication, and is answered.
async fn enquiry(coordinator: &mut Browser, case: &str) {
    let further = format!("/ja/desk/cases/{case}/further");
    let (asker, question, answer) = (mark("asker"), mark("enquiry"), mark("enquiry-answer"));
    let came = [
        ("from", "other"),
        ("asker", asker.as_str()),
        ("language", "ja"),
        ("question", question.as_str()),
        ("on", "2027-01-04"),
    ];
    step(coordinator, &further, &format!("{further}/record-enquiry"), &came).await;
    let given = [("enquiry", "1"), ("answer", answer.as_str())];
    step(coordinator, &further, &format!("{further}/answer-enquiry"), &given).await;
}

/// What comes by mail: answers that are joined, one that is forged, and what nobody asked for.
async fn correspondence(world: &World, number: &str, case: &str) {
    let forged = "zz7316-forger@harukaze.example";
    for (id, from, subject) in [(1, FINDER, number), (2, MAKER, case), (3, forged, number), (4, forged, MARK)] {
        let boundary = "b7316";
        let mail = format!(
            "From: {from}\r\nMessage-ID: <{id}.{MARK}@harukaze.example>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n--{boundary}\r\n\r\n{}\r\n\
             --{boundary}\r\nContent-Type: text/plain; name={}.txt\r\n\r\n{}\r\n--{boundary}--\r\n",
            mark("mail-text"),
            mark("mail-file"),
            mark("mail-file-content"),
        );
        let taken = world.office.take_mail(mail.as_bytes()).await.expect("the mail is taken");
        let joined = matches!(taken, casework::incoming::Taken::Joined { .. });
        assert_eq!(joined, id <= 2, "{from}: {taken:?}");
    }
}

/// What goes wrong on the way must not tell anything either.
async fn mishaps(world: &World, secrets: &mut Secrets) {
    let mut stranger = world.browser();
    stranger.get(&format!("/ja/desk/cases/{}", mark("path"))).await;
    stranger.get(&format!("/ja/answer/{}", mark("token"))).await;
    stranger.get(&format!("/ja/sign-in?to=/ja/{}", mark("query"))).await;
    stranger.post("/ja/progress/lost", &[("number", &mark("number")), ("mail", FINDER)]).await;
    stranger.extra.push(("origin", format!("https://{MARK}.example")));
    stranger.post("/ja/sign-in", &[("login", &mark("login"))]).await;
    let mut draft = world.browser();
    draft.post_files("/ja/report/website", &[("website_url", &mark("left-draft"))], &[]).await;
    secrets.of(&draft);
}

async fn accounts(world: &World, secrets: &mut Secrets) {
    let mut administrator = sign_in(world, "administrator", secrets).await;
    let name = mark("account-name");
    let new = [
        ("role", "receiving-desk"),
        ("name", name.as_str()),
        ("login", "zzharukaze7316-login"),
        ("mail", "zzharukaze7316@account.example"),
        ("language", "ja"),
    ];
    let made = administrator.post("/ja/admin/accounts/new", &new).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text());
    let page = made.text();
    let words = page.split(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c));
    let is_totp =
        |word: &&str| word.len() == 32 && word.chars().all(|c| c.is_ascii_uppercase() || ('2'..='7').contains(&c));
    let totp = words.into_iter().find(is_totp).map(str::to_owned).or_else(|| grouped_totp(&page));
    secrets.add("totp", &totp.expect("the page shows the secret of the codes"));
}

/// A secret of codes that is written in groups of four.
fn grouped_totp(page: &str) -> Option<String> {
    let texts = page.split(['<', '>']).map(|text| text.split_whitespace().collect::<String>());
    texts
        .into_iter()
        .find(|text| text.len() == 32 && text.chars().all(|c| c.is_ascii_uppercase() || ('2'..='7').contains(&c)))
}

/// Walks it in a folder, on the database that the environment names, and writes down what must not be found.
pub async fn walk(dir: String) {
    let everything = tracing_subscriber::fmt().with_max_level(tracing_subscriber::filter::LevelFilter::TRACE);
    everything.with_writer(std::io::stderr).with_ansi(false).init();
    tracing::trace!("the log is as talkative as can be");
    let place = Place { name: "canary", dir: PathBuf::from(dir), database: std::env::var(DATABASE).ok(), server: None };
    let mut secrets = Secrets::default();
    let world = World::with(&place, None, Settings::default()).await;
    let account = world.account("desk", &mark("desk"), Role::ReceivingDesk).await;
    for (login, role) in [("coordinator", Role::Coordinator), ("administrator", Role::Administrator)] {
        world.account(login, &mark(login), role).await;
    }
    secrets.add("password", PASSWORD);
    secrets.add("totp", TOTP);
    let (number, secret) = report(&world, &mut secrets).await;
    let mut finder = progress(&world, &number, &secret, &mut secrets).await;
    let mut desk = sign_in(&world, "desk", &mut secrets).await;
    let case = receiving(&mut desk, &number).await;
    let mut coordinator = sign_in(&world, "coordinator", &mut secrets).await;
    let token = coordinating(&world, &mut coordinator, &case, &mut secrets).await;
    let mut maker = developing(&world, &mut coordinator, &case, &token, &mut secrets).await;
    judged(&mut desk, &mut coordinator, &mut maker, &case).await;
    website(&world, &mut desk, account, &mut secrets).await;
    correspondence(&world, &number, &case).await;
    accounts(&world, &mut secrets).await;
    mishaps(&world, &mut secrets).await;
    finder.post("/ja/progress/secret", &[]).await;
    finder.post("/ja/progress/lost", &[("number", &number), ("mail", FINDER)]).await;
    for page in ["/ja/progress/report", "/en/progress/report"] {
        assert_eq!(finder.get(page).await.status, StatusCode::OK);
    }
    subscribing(&world, &mut secrets).await;
    // A day is longer than a session: everybody signs in again before the last steps.
    publishing(&world, &mut desk, &mut coordinator, &mut maker, &case).await;
    let mut coordinator = sign_in(&world, "coordinator", &mut secrets).await;
    enquiry(&mut coordinator, &case).await;
    assert!(mails(&world).len() >= 10);
    for way in ["/answer/", "/progress/link/"] {
        links(&world, way).iter().for_each(|token| secrets.add("link", token));
    }
    // Mails without a link lead to the page that sends a new one.
    let operators = links(&world, "/operator/").into_iter().filter(|token| token != "again").collect::<Vec<_>>();
    assert!(!operators.is_empty(), "an operator was written to");
    operators.iter().for_each(|token| secrets.add("link", token));
    let list = PathBuf::from(std::env::var(SECRETS).expect("where to"));
    secrets.write(&list);
    keep_open_database(&place.dir, &list.with_file_name("open"));
    let verified = world.office.store().verify().await.expect("the journal is read");
    assert!(verified.broken.is_empty(), "{:?}", verified.broken);
    std::mem::forget(place);
}

/// Somebody has advisories mailed: the address stands in its own mails alone, and what it looks for in none that asks.
async fn subscribing(world: &World, secrets: &mut Secrets) {
    let mut reader = world.browser();
    let word = mark("subscribed");
    let fields = [("mail", FINDER), ("q", word.as_str()), ("rhythm", "daily"), ("language", "ja")];
    let sent = reader.post("/ja/subscribe", &fields).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
    world.settle().await;
    let question = links(world, "/subscribe/confirm/").pop().expect("the mail that asks");
    let way = format!("/ja/subscribe/confirm/{question}");
    assert!(reader.get(&way).await.text().contains(&word));
    let confirmed = reader.post(&way, &[]).await;
    let own = confirmed.location().split('?').next().unwrap_or_default().to_owned();
    assert_eq!(reader.get(&own).await.status, StatusCode::OK);
    secrets.add("link", &question);
    secrets.add("subscription", own.rsplit('/').next().expect("a secret"));
}

/// The database as it lies there while it is open, with its write-ahead log.
fn keep_open_database(folder: &Path, copy: &Path) {
    std::fs::create_dir_all(copy).expect("a folder");
    for entry in std::fs::read_dir(folder).expect("the data folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if name.starts_with("noroshi.db") {
            std::fs::copy(&path, copy.join(name)).expect("a copy");
        }
    }
}

//! The papers of a judgement: asked for at the receiving body's desk, given as PDF, and nothing else changes.

use rulebook::case::judgement::Verdict;

use crate::common::judged::{announced, passed, view_asked};
use crate::common::scene::Scene;
use crate::common::{Browser, Place, Reply, World};
use crate::paper::{form, has_form, words};

fn way(scene: &Scene) -> String {
    format!("/ja/desk/cases/{}/judgement", scene.main.number)
}

/// Kept for looking at, when a folder is named: `NOROSHI_PAPERS=/tmp/papers`.
fn keep(name: &str, reply: &Reply) {
    if let Ok(folder) = std::env::var("NOROSHI_PAPERS") {
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(format!("{folder}/{name}.pdf"), &reply.bytes).expect("a paper is kept");
    }
}

fn is_paper(name: &str, reply: &Reply) {
    assert_eq!(reply.status, 200, "{name}: {}", words(reply));
    assert_eq!(reply.header("content-type"), "application/pdf");
    assert_eq!(reply.header("cache-control"), "no-store");
    assert!(reply.header("content-disposition").starts_with("attachment; filename=\""));
    assert!(reply.bytes.starts_with(b"%PDF-"), "{name}");
    keep(name, reply);
}

/// Makes a paper in both languages.
async fn make(browser: &mut Browser, page: &Reply, name: &str, fields: &[(&str, &str)]) {
    for language in ["ja", "en"] {
        let paper = form(page, &format!("paper-{name}-form")).with("language", language);
        let paper = paper.with("reference", "受セ第2026-31号");
        let paper = fields.iter().fold(paper, |paper, (field, value)| paper.with(field, value));
        is_paper(&format!("{name}-{language}"), &paper.send(browser).await);
    }
}

const ADDRESS: &[(&str, &str)] = &[
    ("department", "品質保証部"),
    ("postal_code", "100-0002"),
    ("address", "架空県架空市見晴らし7-8-9\nみはらしビル"),
];

#[tokio::test]
async fn the_papers_of_a_publication_by_judgement() {
    let place = Place::sqlite("judgement-papers");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let way = way(&scene);
    assert!(!has_form(&desk.get(&way).await, "paper-notice-form"), "nothing to be said yet");

    view_asked(&scene).await;
    let mut desk = scene.browser(scene.desk).await;
    let page = desk.get(&way).await;
    assert_eq!(form(&page, "paper-notice-form").value("organisation"), "株式会社みはらしソフト");
    assert_eq!(form(&page, "paper-minutes-form").value("meeting"), "31", "from the name of the meeting");
    assert_eq!(form(&page, "paper-confirmation-form").value("person"), "経済産業大臣");
    make(&mut desk, &page, "notice", ADDRESS).await;
    make(&mut desk, &page, "developer-result", ADDRESS).await;
    make(&mut desk, &page, "coordinator-result", &[]).await;
    make(&mut desk, &page, "minutes", &[("place", "オンライン"), ("presides", "1")]).await;
    make(&mut desk, &page, "confirmation", &[]).await;
    assert_eq!(desk.get(&way).await.seen(), page.seen(), "making papers changes nothing");

    // That the case was opened is recorded; the coordinator has the page, and makes no papers of the other body.
    let reads = scene.world.office.store().reads(scene.main.case.0).await.expect("the record");
    assert!(reads.iter().any(|read| read.what == "details"));
    let mut coordinator = scene.browser(scene.coordinator).await;
    assert!(!has_form(&coordinator.get(&way).await, "paper-notice-form"));
    assert_eq!(coordinator.post(&format!("{way}/papers/notice"), &[("reference", "1")]).await.status, 404);
}

#[tokio::test]
async fn what_is_missing_is_said_and_nothing_typed_is_lost() {
    let place = Place::sqlite("judgement-papers-wrong");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let way = way(&scene);
    let members = announced(&scene).await;
    let page = desk.get(&way).await;
    let notice = form(&page, "paper-notice-form");
    let wrong = notice.clone().with("department", "書きかけの部署").send(&mut desk).await;
    assert_eq!(wrong.status, 422, "without a reference");
    assert!(wrong.text().contains("書きかけの部署"));
    let unknown = notice.with("reference", "1").with("organisation", "𒀀𒀀").send(&mut desk).await;
    assert_eq!(unknown.status, 422, "nobody is sent a letter with a wrong name: {}", words(&unknown));
    let minutes = [("reference", "1"), ("meeting", "1"), ("place", "会議室")];
    let early = desk.post(&format!("{way}/papers/minutes"), &minutes).await;
    assert_eq!(early.status, 422, "there is no result yet");

    passed(&scene, members, Verdict::NotPublish).await;
    let mut desk = scene.browser(scene.desk).await;
    let page = desk.get(&way).await;
    assert!(!has_form(&page, "paper-confirmation-form"), "Ⅳ.3.(2).7.ア.1: only before a publication");
    make(&mut desk, &page, "developer-result", &[]).await;
    let minutes = form(&page, "paper-minutes-form").with("reference", "1").with("place", "会議室");
    assert_eq!(minutes.with("meeting", "第一回").send(&mut desk).await.status, 422);
}

/// The link on a paper opens the developer's side of the case, once.
#[tokio::test]
async fn the_link_on_a_paper_works_once() {
    let place = Place::sqlite("judgement-papers-link");
    let scene = Scene::play(World::open(&place).await).await;
    announced(&scene).await;
    let mut desk = scene.browser(scene.desk).await;
    let page = desk.get(&way(&scene)).await;
    let made = form(&page, "paper-notice-form").with("reference", "1").send(&mut desk).await;
    is_paper("notice-link", &made);
    let Some(token) = token(&made.bytes) else { return eprintln!("NOT RUN: pdftotext is not installed") };
    let mut stranger = scene.world.browser();
    let answer = format!("/ja/answer/{token}");
    assert_eq!(stranger.get(&answer).await.status, 200);
    let opened = stranger.post_bare(&answer, &[]).await;
    let side = stranger.follow(opened).await.text();
    assert!(side.contains("公表予定の文案です。") && side.contains("株式会社みはらしソフト"));
    assert_eq!(scene.world.browser().get(&answer).await.status, 410, "once");
}

/// The token of the link that is printed on a paper; none without poppler-utils.
fn token(pdf: &[u8]) -> Option<String> {
    let file = std::env::temp_dir().join(format!("noroshi-paper-{}.pdf", std::process::id()));
    std::fs::write(&file, pdf).expect("the paper is kept");
    let read = std::process::Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output().ok();
    let _ = std::fs::remove_file(&file);
    let text: String = String::from_utf8_lossy(&read?.stdout).split_whitespace().collect();
    let rest = text.split("/answer/").nth(1)?;
    Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).take(43).collect())
}

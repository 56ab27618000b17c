//! Non-interference, on pages: somebody changes what a viewer may not see, by a real command, and every page of the
//! viewer stays the same, byte for byte. The clock stands still; each viewer keeps its session.
//!
//! What may flow between parties is the named list of decision 11: the stage, the one date, the publication. None of the
//! changes here touches it.

use casework::{CaseOrder, ReportOrder};
use rulebook::advisory::AdvisoryContent;
use rulebook::case::{
    Affectedness, AttemptOutcome, CaseCommand, ContactMeans, Countermeasure, ProductStatus, StatusStatement, Thread,
    Verification, VerificationResult,
};
use rulebook::developer::DeveloperEntry;
use rulebook::influence::RangeFactors;
use rulebook::report::form::{Answer, Consents};
use rulebook::text::Localized;

use crate::common::scene::{self, Scene};
use crate::common::{Browser, Place, World};

/// The pages of a viewer.
struct View {
    browser: Browser,
    pages: Vec<String>,
}

impl View {
    /// All pages of the viewer, as they are now.
    async fn read(&mut self) -> Vec<(String, String)> {
        let mut read = Vec::new();
        for page in &self.pages {
            for lang in ["ja", "en"] {
                let way = page.replace("{lang}", lang);
                let reply = self.browser.get(&way).await;
                assert_eq!(reply.status, 200, "{way}");
                read.push((way, without_readings(&reply.text())));
            }
        }
        read
    }
}

fn view(browser: Browser, pages: &[String]) -> View {
    View { browser, pages: pages.iter().map(|page| format!("/{{lang}}/{page}")).collect() }
}

async fn finder(scene: &Scene) -> View {
    view(scene.finder().await, &["progress/report".into()])
}

async fn first(scene: &Scene) -> View {
    let own = format!("developer/cases/{}", scene.main.number);
    view(
        scene.browser(scene.first.member).await,
        &["desk".into(), "developer/cases".into(), own, "developer/entry".into()],
    )
}

async fn first_link(scene: &Scene) -> View {
    let own = format!("developer/cases/{}", scene.main.number);
    view(scene.link(scene.first, &scene.main).await, &[own])
}

async fn third(scene: &Scene) -> View {
    view(scene.browser(scene.third.member).await, &["desk".into(), "developer/cases".into(), "developer/entry".into()])
}

async fn coordinator(scene: &Scene) -> View {
    let case = format!("desk/cases/{}", scene.main.number);
    let pages = [
        "desk".into(),
        "desk/cases".into(),
        case.clone(),
        format!("{case}/developers/1"),
        format!("{case}/developers/2"),
        format!("{case}/advisory"),
    ];
    view(scene.browser(scene.coordinator).await, &pages)
}

async fn desk(scene: &Scene) -> View {
    let case = format!("desk/cases/{}", scene.main.number);
    let report = format!("desk/reports/{}", scene.main.receipt.number);
    let pages =
        ["desk".into(), "desk/cases".into(), "desk/reports".into(), case.clone(), format!("{case}/advisory"), report];
    view(scene.browser(scene.desk).await, &pages)
}

fn differences(before: &[(String, String)], after: &[(String, String)]) -> Vec<String> {
    let pairs = before.iter().zip(after).filter(|(one, other)| one.1 != other.1);
    pairs.map(|((way, one), (_, other))| format!("{way}: {}", first_difference(one, other))).collect()
}

/// A page without how often somebody looked at it: looking twice is part of the test.
fn without_readings(page: &str) -> String {
    let mut parts = page.split("<span class=\"quiet small\">");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (said, rest) = part.split_once('<').unwrap_or((part, ""));
        text.extend(said.chars().filter(|c| !c.is_ascii_digit()));
        text.push('<');
        text.push_str(rest);
    }
    text
}

fn first_difference(one: &str, other: &str) -> String {
    let lines = one.lines().zip(other.lines()).find(|(a, b)| a != b);
    lines.map_or_else(|| "one is longer".to_owned(), |(a, b)| format!("\n  - {}\n  + {}", a.trim(), b.trim()))
}

fn statement() -> [CaseCommand; 3] {
    let verification = Verification { result: VerificationResult::Affected, explanation: "秘密の説明".into() };
    let countermeasure = Countermeasure {
        fix: "秘密の修正".into(),
        workaround: "秘密の回避".into(),
        ready_on: Some("2026-12-24".parse().expect("a day")),
    };
    let product =
        ProductStatus {
            product: "秘密の製品".into(), affected: Affectedness::Affected, ..ProductStatus::default()
        };
    let status = StatusStatement {
        affected: Affectedness::Affected,
        products: vec![product],
        statement: Localized::new("秘密の声明", "A secret statement"),
        link: "https://secret.example/".into(),
    };
    [
        CaseCommand::StateVerification(verification),
        CaseCommand::StateCountermeasure(countermeasure),
        CaseCommand::StateStatus(status),
    ]
}

/// What the other developer, and the coordinator with it, do.
async fn second_side(scene: &Scene) {
    let second = scene.second;
    for command in statement() {
        scene.act(second.member, command).await;
    }
    let day =
        CaseCommand::ProposeDay { day: Some("2027-02-01".parse().expect("a day")), comment: "秘密の希望".into() };
    scene.act(second.member, day).await;
    let comment = CaseCommand::CommentPreview { agrees: false, comment: "秘密の意見".into() };
    scene.act(second.member, comment).await;
    let write = |text: &str| CaseOrder::Write { thread: Thread::Developer(second.id), text: text.into() };
    scene.act(second.member, write("秘密の質問")).await;
    scene.act(scene.coordinator, write("秘密の返事")).await;
}

/// A third developer comes in and is told everything.
async fn third_side(scene: &Scene) {
    let office = &scene.world.office;
    let third = scene.third;
    office.add_developer(scene.main.case, scene.coordinator, None, third.id).await.expect("added");
    let attempt = CaseCommand::RecordContactAttempt {
        developer: third.id,
        means: ContactMeans::Phone,
        to: "03-1111-1111".into(),
        on: office.now().today,
        outcome: AttemptOutcome::Waiting,
        note: "秘密の通話".into(),
    };
    scene.act(scene.coordinator, attempt).await;
    let to = "psirt@kagari.example".to_owned();
    scene.act(scene.coordinator, CaseCommand::SendAnswerLink { developer: third.id, to: to.clone() }).await;
    let confirmed = office.confirm_contact(scene.main.case, third.bearer, None, third.id, "篝".into(), to).await;
    confirmed.expect("confirmed");
}

/// What the coordinator does for itself and with the receiving body.
async fn coordinators_own(scene: &Scene) {
    scene.act(scene.coordinator, CaseOrder::AddNote("調整機関の秘密のメモ".into())).await;
    scene.act(scene.coordinator, CaseCommand::SetOwner(scene.coordinator.account)).await;
}

async fn bodies(scene: &Scene) {
    let write = CaseOrder::Write { thread: Thread::Bodies, text: "両機関の秘密の相談".into() };
    scene.act(scene.coordinator, write).await;
    let factors = RangeFactors { attack_seen: Some(true), ..RangeFactors::default() };
    let vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H".to_owned();
    scene.act(scene.desk, CaseCommand::RateInfluence { vector, score_tenths: 98, v4: None, factors }).await;
    scene.act(scene.coordinator, CaseCommand::EditAdvisory(Box::new(edited(scene).await))).await;
}

/// An edit of the text that nobody was shown.
async fn edited(scene: &Scene) -> AdvisoryContent {
    let page = scene.world.office.case_page(scene.main.case, scene.coordinator).await.expect("the case");
    let mut content = page.view.advisory.and_then(|draft| draft.content).expect("a draft");
    content.title = Localized::new("秘密の題", "A secret title");
    content.impact = Localized::new("秘密の影響", "A secret impact");
    content.cve = vec!["CVE-2026-99999".into()];
    content
}

/// What the receiving body does for itself and with the finder.
async fn desks_own(scene: &Scene) {
    let office = &scene.world.office;
    scene.act(scene.desk, CaseOrder::AddNote("受付機関の秘密のメモ".into())).await;
    scene.act(scene.desk, CaseCommand::SetOwner(scene.desk.account)).await;
    let by = scene.desk.account.expect("an account");
    let note = ReportOrder::AddNote { text: "届出の秘密のメモ".into(), by };
    for order in [note, ReportOrder::SetOwner(Some(by)), ReportOrder::MarkHighImpact(true)] {
        let _ = office.act_on_report(scene.main.receipt.report, scene.desk, None, order).await;
    }
}

async fn finder_and_desk(scene: &Scene) {
    let office = &scene.world.office;
    let report = scene.main.receipt.report;
    let finder = casework::Actor::bearer(rulebook::party::Party::Finder(report));
    let write = |text: &str| ReportOrder::Write { text: text.into(), question: false, files: vec![] };
    office.act_on_report(report, finder, None, write("発見者の秘密の話")).await.expect("the finder writes");
    office.act_on_report(report, scene.desk, None, write("受付の秘密の返事")).await.expect("the desk writes");
}

/// Whatever happens in other cases and reports, and in the register.
async fn elsewhere(scene: &Scene) {
    let office = &scene.world.office;
    let form = scene::form("秘密の製品", "秘密の発見者", "himitsu@finder.example");
    scene::receive(&scene.world, form).await;
    let entry = DeveloperEntry { name: "秘密の会社".into(), ..DeveloperEntry::default() };
    office.register_developer(scene.coordinator, entry).await.expect("registered");
    let (state, _) = office.developer(scene.second.id, scene.coordinator).await.expect("the entry");
    let entry = DeveloperEntry { manager: "秘密の担当".into(), notes: "秘密の備考".into(), ..state.entry };
    office.change_developer(scene.second.id, scene.coordinator, None, entry).await.expect("changed");
}

/// Plays one change before the eyes of viewers who may not see it.
async fn unseen(name: &str, change: impl AsyncFn(&Scene), viewers: impl AsyncFn(&Scene) -> Vec<(&'static str, View)>) {
    let place = Place::sqlite(&format!("unseen-{name}"));
    let scene = Scene::play(World::open(&place).await).await;
    let mut viewers = viewers(&scene).await;
    // The bodies see who opened a case: everybody has, before the test begins.
    for (_, view) in &mut viewers {
        view.read().await;
    }
    let mut before = Vec::new();
    for (_, view) in &mut viewers {
        before.push(view.read().await);
    }
    change(&scene).await;
    scene.world.settle().await;
    for ((who, view), before) in viewers.iter_mut().zip(&before) {
        let after = view.read().await;
        let found = differences(before, &after);
        assert!(found.is_empty(), "{name}: {who} can tell:\n{}", found.join("\n"));
        let leak = after.iter().find(|(_, bytes)| bytes.contains("秘密の"));
        assert!(leak.is_none(), "{name}: {who} reads it on {leak:?}");
    }
}

#[tokio::test]
async fn a_developer_cannot_tell_what_another_does() {
    unseen("second", second_side, async |scene| {
        vec![("the first developer", first(scene).await), ("its link", first_link(scene).await)]
    })
    .await;
}

#[tokio::test]
async fn a_finder_cannot_tell_what_developers_do() {
    unseen("second-finder", second_side, async |scene| vec![("the finder", finder(scene).await)]).await;
}

#[tokio::test]
async fn nobody_but_the_bodies_can_tell_that_a_developer_comes_in() {
    unseen("third", third_side, async |scene| {
        vec![
            ("the first developer", first(scene).await),
            ("its link", first_link(scene).await),
            ("the finder", finder(scene).await),
        ]
    })
    .await;
}

#[tokio::test]
async fn a_developer_that_nobody_tried_to_reach_cannot_tell_that_it_was_added() {
    let added = async |scene: &Scene| {
        let added = scene.world.office.add_developer(scene.main.case, scene.coordinator, None, scene.third.id).await;
        added.expect("added");
    };
    unseen("added", added, async |scene| vec![("the third developer", third(scene).await)]).await;
}

#[tokio::test]
async fn only_its_own_side_can_tell_a_note_and_an_owner() {
    unseen("coordinators", coordinators_own, async |scene| {
        vec![("the first developer", first(scene).await), ("the finder", finder(scene).await)]
    })
    .await;
    unseen("desks", desks_own, async |scene| {
        vec![
            ("the coordinator", coordinator(scene).await),
            ("the first developer", first(scene).await),
            ("its link", first_link(scene).await),
            ("the finder", finder(scene).await),
        ]
    })
    .await;
}

#[tokio::test]
async fn the_receiving_body_cannot_tell_what_the_coordinator_keeps_and_says_to_developers() {
    unseen("kept", coordinators_own, async |scene| vec![("the desk", desk(scene).await)]).await;
    let talk = async |scene: &Scene| {
        let write = |text: &str| CaseOrder::Write { thread: Thread::Developer(scene.first.id), text: text.into() };
        scene.act(scene.coordinator, write("秘密の質問")).await;
        scene.act(scene.first.member, write("秘密の返事")).await;
    };
    unseen("developers-talk", talk, async |scene| vec![("the desk", desk(scene).await)]).await;
}

#[tokio::test]
async fn only_the_bodies_can_tell_what_they_discuss_rate_and_write() {
    unseen("bodies", bodies, async |scene| {
        vec![
            ("the first developer", first(scene).await),
            ("its link", first_link(scene).await),
            ("the finder", finder(scene).await),
        ]
    })
    .await;
}

#[tokio::test]
async fn what_finder_and_desk_say_stays_between_them() {
    unseen("talk", finder_and_desk, async |scene| {
        vec![("the coordinator", coordinator(scene).await), ("the first developer", first(scene).await)]
    })
    .await;
}

#[tokio::test]
async fn the_finder_stays_unknown_whatever_it_changes_but_the_one_consent() {
    let consents = async |scene: &Scene| {
        let report = scene.main.receipt.report;
        let finder = casework::Actor::bearer(rulebook::party::Party::Finder(report));
        let direct = Consents { direct_contact: Answer::Yes, share_identity: Answer::No, publish_name: Answer::No };
        let changed = scene.world.office.act_on_report(report, finder, None, ReportOrder::ChangeConsents(direct)).await;
        changed.expect("changed");
    };
    unseen("consents", consents, async |scene| vec![("the first developer", first(scene).await)]).await;
}

#[tokio::test]
async fn nobody_can_tell_what_happens_elsewhere() {
    unseen("elsewhere", elsewhere, async |scene| {
        vec![
            ("the first developer", first(scene).await),
            ("its link", first_link(scene).await),
            ("the third developer", third(scene).await),
            ("the finder", finder(scene).await),
        ]
    })
    .await;
}

#[tokio::test]
async fn the_test_sees_what_may_be_seen() {
    let place = Place::sqlite("seen");
    let scene = Scene::play(World::open(&place).await).await;
    let mut view = coordinator(&scene).await;
    let before = view.read().await;
    second_side(&scene).await;
    let after = view.read().await;
    assert!(!differences(&before, &after).is_empty(), "the coordinator does see it");
    assert!(after.iter().any(|(_, bytes)| bytes.contains("秘密の質問")));
}

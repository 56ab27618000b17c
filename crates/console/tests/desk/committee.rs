//! The publication committee by hand: an administrator appoints its members, the receiving body calls them, and each
//! member reads the papers, marks a point, votes, and says that it has an interest. Nobody sees another's vote before the
//! decision; who has an interest sees nothing at all.

use rulebook::case::judgement::Verdict;
use rulebook::party::Role;

use crate::common::judged::{announced, passed, prepared};
use crate::common::scene::{Scene, mails};
use crate::common::{Browser, Place, World};
use crate::paper::{Paper, form, has_form, words};

const HTML: &str = "<b>論点</b>";
const CONDITIONS: [&str; 4] = ["cannot-coordinate", "vulnerability-exists", "users-unaware", "no-reason-against"];

fn here(scene: &Scene) -> String {
    format!("/ja/committee/{}", scene.main.number)
}

/// Votes on all four conditions by their forms.
async fn vote_on_all(scene: &Scene, browser: &mut Browser, vote: &str, comment: &str) {
    for condition in CONDITIONS {
        let page = browser.get(&here(scene)).await;
        let sheet = form(&page, &format!("vote-{condition}-form"));
        assert_eq!(sheet.value("condition"), condition);
        sheet.with("vote", vote).with("comment", comment).done(browser).await;
    }
}

#[tokio::test]
async fn a_member_reads_marks_and_votes_and_sees_no_other_vote_before_the_decision() {
    let place = Place::sqlite("committee-votes");
    let scene = Scene::play(World::open(&place).await).await;
    let [law, security] = announced(&scene).await;
    let number = &scene.main.number;

    // A mail leads there, and so does signing in.
    scene.world.settle().await;
    let told = mails(&scene.world).into_iter().filter(|mail| mail.to == "ritsuno@noroshi.example");
    let told: Vec<_> = told.collect();
    assert!(told.len() >= 2, "called, and the papers are there");
    assert!(told.iter().all(|mail| mail.text.contains(&format!("/ja/committee/{number}"))), "{}", told[0].text);
    assert!(told.iter().all(|mail| !mail.text.contains("みはらし")), "number and link only");
    let mut browser = scene.browser(law).await;
    let day = browser.get("/ja/desk").await;
    assert_eq!(day.location(), "/ja/committee");
    let list = browser.get("/ja/committee").await;
    assert!(words(&list).contains("残り4条件") && list.text().contains(&format!("/ja/committee/{number}\"")));

    // The papers: draft, evidence, what was said; never who the finder is, nor how the developer can be reached.
    let page = browser.get(&here(&scene)).await;
    assert_eq!(page.status, 200);
    for said in ["四条件を満たす", "公表予定の文案です。", "案件の記録", "公表に同意しない", "第31回"]
    {
        assert!(words(&page).contains(said), "{said}: {}", words(&page));
    }
    for secret in ["発見 一郎", "hakken@finder.example", "@maker.example", "psirt@", "煙山"] {
        assert!(!page.text().contains(secret), "{secret}");
    }
    let file = browser.get(&format!("{}/files/1", here(&scene))).await;
    assert_eq!((file.status.as_u16(), file.bytes.as_slice()), (200, b"proof of concept".as_slice()));

    // A form that is not whole loses nothing; what was typed is no markup.
    let sheet = form(&page, "vote-users-unaware-form").with("comment", HTML);
    let half = sheet.send(&mut browser).await;
    assert_eq!(half.status, 422);
    assert!(half.text().contains("&#60;b&#62;論点") && !half.text().contains(HTML), "{}", half.text());
    let page = form(&page, "debate-no-reason-against-form").with("note", HTML).done(&mut browser).await;
    assert!(words(&page).contains(HTML) && !page.text().contains(HTML), "{}", words(&page));
    vote_on_all(&scene, &mut browser, "no", "ひみつの票").await;
    let page = browser.get(&here(&scene)).await;
    assert!(words(&page).contains("投票済み・判定待ち") && words(&page).contains("あなたの票：満たさない"));
    assert_eq!(form(&page, "vote-users-unaware-form").value("comment"), "ひみつの票", "it can be changed");
    form(&page, "vote-users-unaware-form").with("vote", "abstain").done(&mut browser).await;

    // The other member reads the point, and not the votes; the receiving body, the secretariat, sees both.
    let mut other = scene.browser(security).await;
    let before = other.get(&here(&scene)).await;
    assert!(words(&before).contains("論点") && words(&before).contains("律野 条"), "points are for all members");
    assert!(!before.text().contains("ひみつの票"));
    let at_desk = scene.browser(scene.desk).await.get(&format!("/ja/desk/cases/{number}/judgement")).await;
    assert!(at_desk.text().contains("ひみつの票"));
    let coordinator = scene.browser(scene.coordinator).await.get(&format!("/ja/desk/cases/{number}/judgement")).await;
    assert!(!coordinator.text().contains("ひみつの票"));

    // After the decision every member sees every vote, and there is nothing left to send.
    passed(&scene, [law, security], Verdict::Publish).await;
    let mut other = scene.browser(security).await;
    let after = other.get(&here(&scene)).await;
    assert!(words(&after).contains("判定の理由です。") && words(&after).contains("四条件を順に審議した。"));
    assert!(words(&after).contains("律野 条 満たす") && !has_form(&after, "vote-users-unaware-form"));
    assert!(!has_form(&after, "conflict-form"));
    assert!(words(&other.get("/ja/committee").await).contains("判定：公表する"));
}

#[tokio::test]
async fn who_has_an_interest_finds_nothing_any_more() {
    let place = Place::sqlite("committee-interest");
    let scene = Scene::play(World::open(&place).await).await;
    let [_, security] = prepared(&scene).await;
    let mut browser = scene.browser(security).await;
    let page = browser.get(&here(&scene)).await;
    let bare = form(&page, "conflict-form").send(&mut browser).await;
    assert_eq!(bare.status, 422, "an interest has its reason");
    let page = form(&page, "conflict-form").with("reason", "社外取締役を務めています。").done(&mut browser).await;
    assert!(words(&page).contains("利害関係の申告を受け付けました。"));
    assert!(page.text().contains("class=\"empty\"") && !page.text().contains(&scene.main.number));

    // Exactly what anybody finds where there is nothing.
    let gone = |page: String| page.replace(&scene.main.number, "VC00000000");
    for part in ["", "/files/1"] {
        let there = browser.get(&format!("{}{part}", here(&scene))).await;
        let nothing = browser.get(&format!("/ja/committee/VC00000000{part}")).await;
        assert_eq!(there.status, 404, "{part}");
        assert_eq!(gone(there.text()), nothing.text(), "{part}");
    }
    for part in ["vote", "debate", "conflict"] {
        let fields = [("condition", "users-unaware"), ("vote", "yes"), ("note", "点"), ("reason", "理由")];
        assert_eq!(browser.post(&format!("{}/{part}", here(&scene)), &fields).await.status, 404, "{part}");
    }
    // The other member is not told who has an interest and why; the receiving body is.
    let mut law = scene.browser(scene.member).await;
    assert!(!law.get(&here(&scene)).await.text().contains("社外取締役"));
    let at_desk = scene.browser(scene.desk).await.get(&format!("/ja/desk/cases/{}/judgement", scene.main.number)).await;
    assert!(at_desk.text().contains("社外取締役"));
}

#[tokio::test]
async fn members_are_appointed_for_a_term_and_called_within_it() {
    let place = Place::sqlite("committee-term");
    let scene = Scene::play(World::open(&place).await).await;
    let mut admin = scene.browser(scene.administrator).await;
    let blank = admin.get("/ja/admin/accounts/new").await;
    let blank = Paper { action: "/ja/admin/accounts/new".into(), ..form(&blank, "account-form") };
    let new = blank.with("name", HTML).with("login", "hoyama").with("role", "committee-member");
    let new = new.with("mail", "hoyama@kanata.example").with("field", "product").with("affiliation", "かなた大学");
    let open = new.send(&mut admin).await;
    assert_eq!(open.status, 422, "a term has its first day");
    assert!(open.text().contains("value=\"かなた大学\""), "nothing typed is lost");
    let turned = new.clone().with("from", "2026-04-01").with("until", "2026-03-31").send(&mut admin).await;
    assert_eq!(turned.status, 422);
    let made = new.with("from", "2024-12-01").with("until", "2026-11-30").send(&mut admin).await;
    assert_eq!(made.status, 200, "{}", words(&made));

    // Called while the term holds on the day of the meeting, and not beyond it.
    scene.world.account("untermed", "任期 未定", Role::CommitteeMember).await;
    convene_ready(&scene).await;
    let way = format!("/ja/desk/cases/{}/judgement", scene.main.number);
    let mut desk = scene.browser(scene.desk).await;
    let page = desk.get(&way).await;
    assert!(page.text().contains("&#60;b&#62;論点") && !page.text().contains(HTML));
    assert!(words(&page).contains("かなた大学") && !words(&page).contains("任期 未定"), "{}", words(&page));
    let call = form(&page, "convene-committee-form").with("meeting", "第31回").tick("seat", "hoyama");
    let late = call.clone().with("meets_on", "2026-12-05").send(&mut desk).await;
    assert_eq!(late.status, 422);
    assert!(words(&late).contains("任期がこの日に及ばない"), "{}", words(&late));
    let nobody = call.clone().without("seat").with("meets_on", "2026-11-27").send(&mut desk).await;
    assert_eq!(nobody.status, 422);
    let page = call.with("meets_on", "2026-11-27").done(&mut desk).await;
    assert!(words(&page).contains("第31回"));

    // After the term nobody is offered, until the member is appointed again.
    scene.world.days(11);
    let mut desk = scene.browser(scene.desk).await;
    assert!(!form(&desk.get(&way).await, "convene-committee-form").fields.is_empty());
    assert!(!desk.get(&way).await.text().contains("value=\"hoyama\""));
    let mut admin = scene.browser(scene.administrator).await;
    assert!(words(&admin.get("/ja/admin/accounts").await).contains("任期終了"));
    let term = admin.get("/ja/admin/accounts/hoyama/term").await;
    assert_eq!(form(&term, "term-form").value("until"), "2026-11-30");
    let again = form(&term, "term-form").with("from", "2026-12-01").with("until", "2028-11-30");
    let again = Paper { action: "/ja/admin/accounts/hoyama/term".into(), ..again };
    again.done(&mut admin).await;
    let mut desk = scene.browser(scene.desk).await;
    assert!(desk.get(&way).await.text().contains("value=\"hoyama\""));
}

/// The case as the receiving body may convene the committee.
async fn convene_ready(scene: &Scene) {
    use rulebook::case::CaseCommand;
    use rulebook::case::ending::{EndingCommand, Refused};
    use rulebook::case::judgement::{Ground, JudgementCommand as C};
    let developer = scene.first.id;
    let (what, statement) = (Refused::Publication, "応じません。".to_owned());
    scene
        .act(scene.coordinator, CaseCommand::Ending(EndingCommand::RecordRefusal { developer, what, statement }))
        .await;
    let reason = "合意に至りません。".to_owned();
    let notice = C::NotifyImpossible { developer, ground: Ground::NoAgreement, reason: reason.clone() };
    scene.act(scene.coordinator, CaseCommand::Judgement(notice)).await;
    scene.act(scene.desk, CaseCommand::Judgement(C::JudgeImpossible { accepted: true, reason })).await;
}

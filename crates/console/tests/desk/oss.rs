//! A flaw in open source software with five developers concerned, one of which never answers: told in two waves, by
//! hand on the pages, up to the public page (Ⅳ.4.2.第3段, Ⅳ.4.3).

use rulebook::party::Role;

use crate::common::scene::{Maker, Matter, accepted, maker};
use crate::common::{Browser, Place, Reply, World};
use crate::paper::{Paper, form, words};

const NAMES: [(&str, &str); 5] = [
    ("hibana", "ひばな開発コミュニティ"),
    ("toudai", "灯台電機株式会社"),
    ("kagaribi", "かがり火通信株式会社"),
    ("taimatsu", "松明ディストリビューション"),
    ("noroshi-mobile", "のろしモバイル株式会社"),
];

/// Everybody in the case.
struct Cast {
    world: World,
    matter: Matter,
    desk: rulebook::ids::AccountId,
    coordinator: rulebook::ids::AccountId,
    makers: Vec<Maker>,
}

impl Cast {
    async fn play(place: &Place) -> Cast {
        let world = World::open(place).await;
        let desk = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
        let coordinator = world.account("coordinator", "調整 太郎", Role::Coordinator).await;
        let mut makers = Vec::new();
        for (login, name) in NAMES {
            makers.push(maker(&world, coordinator, login, name).await);
        }
        let matter = accepted(&world, desk, "ひばなライブラリ").await;
        let (desk, coordinator) = (desk.account.expect("an account"), coordinator.account.expect("an account"));
        Cast { world, matter, desk, coordinator, makers }
    }

    fn case(&self, part: &str) -> String {
        format!("/ja/desk/cases/{}{part}", self.matter.number)
    }

    async fn coordinator(&self) -> Browser {
        self.world.as_account(self.coordinator).await
    }

    async fn maker(&self, place: usize) -> Browser {
        self.world.as_account(self.makers[place - 1].member.account.expect("an account")).await
    }
}

fn handle(maker: &Maker) -> String {
    let id = maker.id.0.simple().to_string();
    id[id.len() - 12..].to_owned()
}

/// The form of the table, sent to another of its ways, with developers ticked.
fn together(cast: &Cast, page: &Reply, part: &str, places: &[usize]) -> Paper {
    let paper = form(page, "together-form");
    let ticked = places.iter().fold(paper, |paper, place| paper.tick("party", &place.to_string()));
    Paper { action: cast.case(&format!("/together/{part}")), ..ticked }
}

/// All five are on the case, with why, and in two waves.
async fn gather(cast: &Cast, coordinator: &mut Browser) {
    let mut desk = cast.world.as_account(cast.desk).await;
    form(&desk.get(&cast.case("")).await, "handover-form").done(&mut desk).await;
    let paper = form(&coordinator.get(&cast.case("")).await, "add-form");
    let page =
        cast.makers.iter().fold(paper, |paper, one| paper.tick("developer", &handle(one))).done(coordinator).await;

    let nobody = together(cast, &page, "involvement", &[]).with("involvement", "embeds").send(coordinator).await;
    assert!(nobody.status == 422 && words(&nobody).contains("表で製品開発者を選んでください"));
    let unsaid = together(cast, &page, "involvement", &[2]).send(coordinator).await;
    assert!(unsaid.status == 422 && words(&unsaid).contains("関わり方を選んでください"));
    for (places, why, wave) in [
        (&[1][..], "oss-community", "1"),
        (&[2, 3], "embeds", "2"),
        (&[4], "distributor", "2"),
        (&[5], "service-provider", "2"),
    ] {
        let page = coordinator.get(&cast.case("")).await;
        let paper = together(cast, &page, "involvement", places).with("involvement", why).with("wave", wave);
        paper.done(coordinator).await;
    }
    let table = words(&coordinator.get(&cast.case("")).await);
    assert!(table.contains("OSSを製品に組み込んでいる（第2順、まだ開始前）"), "{table}");
}

/// Links for all; the community first, the others when their wave is open.
async fn tell(cast: &Cast, coordinator: &mut Browser) {
    let page = coordinator.get(&cast.case("")).await;
    together(cast, &page, "link", &[1, 2, 3, 4, 5]).done(coordinator).await;
    for place in 1..=4 {
        let page = coordinator.get(&cast.case(&format!("/developers/{place}"))).await;
        form(&page, "confirm-form").with("person", "窓口").done(coordinator).await;
    }
    let page = coordinator.get(&cast.case("")).await;
    let refused = together(cast, &page, "release", &[1, 2]).send(coordinator).await;
    let text = words(&refused);
    assert_eq!(refused.status, 422);
    assert!(text.contains("灯台電機株式会社：") && text.contains("順番は、まだ来ていません"), "{text}");

    let outreach = cast.case("/outreach");
    let page = coordinator.get(&outreach).await;
    let page = form(&page, "plan-2-form").with("day", "2026-12-01").done(coordinator).await;
    let early = form(&page, "open-2-form").send(coordinator).await;
    assert_eq!(early.status, 422, "before its day only with a reason");
    form(&page, "open-2-form").with("reason", "コミュニティが影響を確かめた。").done(coordinator).await;
    let page = coordinator.get(&cast.case("")).await;
    together(cast, &page, "release", &[2, 3, 4]).done(coordinator).await;
}

/// What a developer says on its page.
async fn state(cast: &Cast, place: usize, affected: &str) {
    let mut browser = cast.maker(place).await;
    let way = |part: &str| format!("/ja/developer/cases/{}{part}", cast.matter.number);
    let result = if affected == "affected" { "affected" } else { "no-influence" };
    let forms: [(&str, &[(&str, &str)]); 3] = [
        ("/verification", &[("result", result), ("explanation", "確認しました。")]),
        ("/countermeasure", &[("fix", "更新します。")]),
        (
            "/status",
            &[("affected", affected), ("statement_ja", "お知らせします。"), ("statement_en", "Our statement.")],
        ),
    ];
    for (part, fields) in forms {
        let seen = browser.get(&way("")).await.seen();
        let mut all = fields.to_vec();
        all.push(("seen", &seen));
        let reply = browser.post(&way(part), &all).await;
        // A product that is not affected needs no countermeasure.
        assert!(reply.status == 303 || part == "/countermeasure", "{part}: {}", words(&reply));
    }
}

const TEXT: [(&str, &str); 12] = [
    ("title_ja", "ひばなライブラリにおけるクロスサイト・スクリプティングの脆弱性"),
    ("title_en", "Hibana Library vulnerable to cross-site scripting"),
    ("overview_ja", "ひばなライブラリには脆弱性が存在します。"),
    ("overview_en", "Hibana Library contains a vulnerability."),
    ("impact_ja", "任意のスクリプトが実行されます。"),
    ("impact_en", "An arbitrary script may be executed."),
    ("solution_ja", "アップデートしてください。"),
    ("solution_en", "Update the software."),
    ("vendor-0", "ひばな開発コミュニティ"),
    ("product-0", "ひばなライブラリ"),
    ("to-0", "3.4.2"),
    ("cvss-0", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"),
];

async fn press(cast: &Cast, browser: &mut Browser, step: &str) {
    let way = cast.case("/advisory");
    let seen = browser.get(&way).await.seen();
    let reply = browser.post(&format!("{way}{step}"), &[("seen", &seen)]).await;
    assert_eq!(reply.status, 303, "{step}: {}", words(&reply));
}

#[tokio::test]
async fn five_developers_of_which_one_is_silent_come_to_a_publication() {
    let place = Place::sqlite("oss-road");
    let cast = Cast::play(&place).await;
    let mut coordinator = cast.coordinator().await;
    gather(&cast, &mut coordinator).await;
    tell(&cast, &mut coordinator).await;
    for (place, affected) in [(1, "affected"), (2, "affected"), (3, "not-affected")] {
        state(&cast, place, affected).await;
    }

    // Days go by: silence is a word, and it blocks nobody.
    cast.world.days(30);
    let mut coordinator = cast.coordinator().await;
    let page = coordinator.get(&cast.case("")).await;
    let table = words(&page);
    assert!(table.contains("11月21日から返事なし"), "the one that never answered: {table}");
    assert!(table.contains("11月21日から未開封"), "the one that has the details and did not open them: {table}");
    let refused = form(&page, "day-form").send(&mut coordinator).await;
    assert_eq!(refused.status, 422, "some did not answer: the day needs its basis (Ⅳ.4.3)");
    let day = form(&page, "day-form").with("similar_cases", "過去の同種の案件と、回答した3者の準備。");
    assert_eq!(day.value("day"), "2027-01-05", "2026-11-21 and 45 days");
    day.done(&mut coordinator).await;

    press(&cast, &mut coordinator, "/begin").await;
    let page = coordinator.get(&cast.case("/advisory")).await;
    let text = TEXT.iter().fold(form(&page, "text"), |paper, (name, value)| paper.with(name, value));
    assert_eq!(text.send(&mut coordinator).await.status, 303);
    press(&cast, &mut coordinator, "/show").await;
    press(&cast, &mut coordinator, "/approve").await;
    press(&cast, &mut cast.world.as_account(cast.desk).await, "/co-sign").await;
    cast.world.days(15);
    // Ten in the morning is too early: the edition publishes at noon.
    cast.world.clock.advance(4 * 60 * 60);
    assert_eq!(cast.world.settle().await, 1, "published by itself on its day");

    let page = cast.world.office.case_page(cast.matter.case, rulebook_actor(&cast)).await.expect("the case");
    let number = page.view.advisory.expect("an advisory").number.replace('#', "");
    let public = words(&cast.world.browser().get(&format!("/ja/advisories/{number}")).await);
    for (_, name) in NAMES {
        assert!(public.contains(name), "every contacted developer stands there: {name}");
    }
    assert!(public.contains("不明") && public.contains("該当製品なし"), "{public}");
}

fn rulebook_actor(cast: &Cast) -> casework::Actor {
    casework::Actor { party: rulebook::party::Party::Coordinator, account: Some(cast.coordinator) }
}

//! The way to a developer that never answers, by hand on the pages of both bodies, up to the public list and back:
//! nothing typed is lost, nothing that was typed is markup, and the public hears nothing of the case.

use casework::reports::Acceptance;
use rulebook::case::{CaseCommand, CaseContent};
use rulebook::developer::DeveloperEntry;
use rulebook::ids::AccountId;
use rulebook::party::Role;
use rulebook::report::Condition;

use crate::common::browser::Upload;
use crate::common::scene::{form as filled, receive};
use crate::common::{Browser, Place, Reply, World};
use crate::paper::{form, has_form, words};

const HTML: &str = "<b>みはらし</b>";
const POST: &str = "〒100-0000 架空県架空市一丁目2番3号";

struct Play {
    world: World,
    desk: AccountId,
    coordinator: AccountId,
    number: String,
    report: String,
}

impl Play {
    async fn begin(place: &Place) -> Play {
        let world = World::open(place).await;
        let desk = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
        let coordinator = world.account("coordinator", "調整 太郎", Role::Coordinator).await;
        let receipt = receive(&world, filled("みはらしポータル", "発見 一郎", "hakken@finder.example")).await;
        let content = CaseContent {
            product: "みはらしポータル".into(),
            kind: "秘密の種類".into(),
            versions: "3.2.0 以前".into(),
            steps: "1. 開く".into(),
            ..CaseContent::default()
        };
        let confirmed = Condition::ALL.to_vec();
        let acceptance = Acceptance { confirmed, reason: "受理します。".into(), content: content.clone() };
        let case = world.office.accept_report(receipt.report, desk, None, acceptance).await.expect("accepted");
        let hand_over = CaseCommand::HandOver { content, attachments: vec![] };
        world.office.act(case, desk, None, hand_over.into()).await.expect("handed over");
        let entry = DeveloperEntry { name: HTML.into(), ..DeveloperEntry::default() };
        let id = world.office.register_developer(coordinator, entry).await.expect("registered");
        world.office.add_developer(case, coordinator, None, id).await.expect("added");
        let number = world.office.case_page(case, desk).await.expect("the case").view.number;
        let (desk, coordinator) = (desk.account.expect("an account"), coordinator.account.expect("an account"));
        Play { world, desk, coordinator, number, report: receipt.number }
    }

    fn here(&self, part: &str) -> String {
        format!("/ja/desk/cases/{}/developers/1/reach{part}", self.number)
    }

    async fn coordinator(&self) -> Browser {
        self.world.as_account(self.coordinator).await
    }

    async fn page(&self, browser: &mut Browser) -> Reply {
        let page = browser.get(&self.here("")).await;
        assert_eq!(page.status, 200);
        assert!(!page.text().contains(HTML), "what was typed is no markup");
        page
    }

    /// An attempt on its page; gives the page that it leads to.
    async fn attempt(&self, browser: &mut Browser, to: &str, files: &[Upload<'_>]) -> Reply {
        let seen = browser.get(&self.here("")).await.seen();
        let on = self.world.office.now().today.to_string();
        let fields = [
            ("seen", seen.as_str()),
            ("means", "mail"),
            ("to", to),
            ("on", &on),
            ("outcome", "waiting"),
            ("note", HTML),
        ];
        let reply = browser.post_files(&self.here("/attempt"), &fields, files).await;
        browser.follow(reply).await
    }

    async fn public(&self, path: &str) -> Reply {
        self.world.settle().await;
        let page = self.world.browser().get(path).await;
        for secret in [self.number.as_str(), &self.report, "秘密の種類", "発見 一郎", "hakken@finder.example"]
        {
            assert!(!page.text().contains(secret), "{path} says {secret}");
        }
        page
    }
}

/// The address of a file in the record of attempts, by its place.
fn file_of(page: &Reply, at: usize) -> String {
    let text = page.text();
    let mut ways = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    ways.by_ref().filter(|way| way.contains("/reach/files/")).nth(at).expect("a file").to_owned()
}

#[tokio::test]
async fn a_silent_developer_is_searched_for_written_to_and_listed() {
    let place = Place::sqlite("desk-reach");
    let play = Play::begin(&place).await;
    let mut browser = play.coordinator().await;

    // The first contact, with the mail as its proof; a field that is wrong loses nothing.
    let wrong = play.attempt(&mut browser, "", &[]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("&#60;b&#62;みはらし"), "what was typed stands in its form");
    let empty = play
        .attempt(&mut browser, "info@miharashi.example", &[Upload { field: "evidence", name: "a", bytes: b"" }])
        .await;
    assert_eq!(empty.status, 422, "an empty file proves nothing");
    let proof = Upload { field: "evidence", name: "../送信<記録>.eml", bytes: b"Message-ID: <1@x>" };
    let page = play.attempt(&mut browser, "info@miharashi.example", &[proof]).await;
    assert!(words(&page).contains("3回のうち1回"), "{}", words(&page));
    let file = browser.get(&file_of(&page, 0)).await;
    assert_eq!((file.status.as_u16(), file.bytes.as_slice()), (200, b"Message-ID: <1@x>".as_slice()));
    assert!(file.header("content-disposition").starts_with("attachment;"));

    // The checklist, one source at a time; an address without its means is asked for.
    let check = form(&page, "reach-source-form");
    let half = check.clone().with("source", "registry").with("to_1", POST).send(&mut browser).await;
    assert_eq!(half.status, 422);
    assert!(half.text().contains(POST), "the address stands in its form");
    for source in ["report", "product", "site", "register", "store", "internet", "sns", "related"] {
        let page = play.page(&mut browser).await;
        form(&page, "reach-source-form").with("source", source).with("note", HTML).done(&mut browser).await;
    }
    let page = play.page(&mut browser).await;
    let found = form(&page, "reach-source-form").with("source", "registry").with("means_1", "post").with("to_1", POST);
    let page = found.done(&mut browser).await;
    assert!(words(&page).contains("すべて確認しました。"));
    assert!(words(&page).contains("住所が分かっているため、2回目は郵便で連絡します。"), "{}", words(&page));

    // The finder is asked through the receiving body.
    let page = form(&page, "reach-ask-form").with("note", "作者の連絡先").done(&mut browser).await;
    assert!(words(&page).contains("確認を依頼中"));
    let mut desk = play.world.as_account(play.desk).await;
    let at_desk = desk.get(&play.here("")).await;
    assert!(!has_form(&at_desk, "reach-ask-form") && !has_form(&at_desk, "reach-letter-form"));
    form(&at_desk, "reach-source-form").with("note", "知らないとのこと").done(&mut desk).await;

    // The letter: printed again from the record, named by its number alone.
    play.world.days(14);
    let mut browser = play.coordinator().await;
    let page = play.page(&mut browser).await;
    let letter = form(&page, "reach-letter-form");
    assert_eq!((letter.value("postal_code"), letter.value("address")), ("100-0000", "架空県架空市一丁目2番3号"));
    let nobody = letter.clone().with("organisation", "").send(&mut browser).await;
    assert_eq!(nobody.status, 422);
    let unprintable = letter.clone().with("organisation", "𒀀商会").send(&mut browser).await;
    assert_eq!(unprintable.status, 422);
    assert!(words(&unprintable).contains("𒀀"));
    let page = letter.with("organisation", "株式会社みはらし").done(&mut browser).await;
    assert!(words(&page).contains("3回のうち2回"));
    let pdf = browser.get(&file_of(&page, 1)).await;
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    let name = pdf.header("content-disposition");
    assert!(name.contains("filename=\"L-") && !name.contains("miharashi") && !name.contains(&play.number), "{name}");

    // It comes back; the third contact; then the list, with the text as the public will see it.
    let note = form(&page, "reach-note-form");
    let fields: Vec<(&str, &str)> =
        ["seen", "attempt", "on"].into_iter().map(|name| (name, note.value(name))).collect();
    let reply =
        browser.post_files(&play.here("/note"), &[fields, vec![("outcome", "undeliverable")]].concat(), &[]).await;
    assert_eq!(reply.status, 303);
    play.world.days(14);
    let mut browser = play.coordinator().await;
    play.attempt(&mut browser, "info@miharashi.example", &[]).await;
    let early = play.page(&mut browser).await;
    assert!(!has_form(&early, "reach-name-form") && words(&early).contains("必要な期間がまだ過ぎていません"));
    play.world.days(31);
    let mut browser = play.coordinator().await;
    let page = play.page(&mut browser).await;
    let row = form(&page, "reach-name-form").with("name", HTML).with("remark", "<i>の製品開発者");
    let shown = row.clone().with("do", "try").send(&mut browser).await;
    assert_eq!(shown.status, 200);
    assert!(shown.text().contains("&#60;i&#62;の製品開発者") && words(&shown).contains("DID#--------"));
    assert!(play.public("/ja/unreachable").await.text().contains("class=\"empty\""), "looking publishes nothing");
    let telling = row.clone().with("remark", &play.number).send(&mut browser).await;
    assert_eq!(telling.status, 422);
    row.done(&mut browser).await;
    let list = play.public("/ja/unreachable").await;
    assert!(list.text().contains("&#60;b&#62;みはらし") && list.text().contains("DID#"), "{}", list.text());

    // Three months later the product; the same words at the desk and in public.
    play.world.days(92);
    let mut browser = play.coordinator().await;
    let page = play.page(&mut browser).await;
    let product = form(&page, "reach-product-form").with("versions", "3.2.0").with("addressee", "individual");
    let shown = product.clone().with("do", "try").send(&mut browser).await;
    let said = "製品名みはらしポータル、バージョン 3.2.0 の作者、または著作権を有している製品開発者の方、または製品開発者との連絡方法をご存じの方は";
    assert!(words(&shown).contains(said), "{}", words(&shown));
    let page = product.done(&mut browser).await;
    let way = page.text().split("/ja/unreachable/DID").nth(1).map(|rest| rest[..8].to_owned()).expect("its page");
    let notice = play.public(&format!("/ja/unreachable/DID{way}")).await;
    assert!(words(&notice).contains(said));
    let paper = browser.get(&play.here("/notice")).await;
    assert!(paper.bytes.starts_with(b"%PDF-"));
    assert!(paper.header("content-disposition").contains(&format!("DID{way}.pdf")));

    // Somebody gets in touch: coordination goes on, and the row is gone.
    let page = form(&page, "reach-resume-form").with("note", "番号の付いたメール").done(&mut browser).await;
    assert!(words(&page).contains("③調整を再開"));
    assert!(play.public("/ja/unreachable").await.text().contains("class=\"empty\""));
    assert_eq!(play.public(&format!("/ja/unreachable/DID{way}")).await.status, 404);
    assert_eq!(browser.get(&play.here("/notice")).await.status, 303, "there is no notice any more");
}

#[tokio::test]
async fn the_receiving_body_judges_with_a_reason() {
    let place = Place::sqlite("desk-judge");
    let play = Play::begin(&place).await;
    let mut browser = play.coordinator().await;
    play.attempt(&mut browser, "info@miharashi.example", &[]).await;
    let mut desk = play.world.as_account(play.desk).await;
    let page = desk.get(&play.here("")).await;
    let judge = form(&page, "reach-verifiable-form");
    let bare = judge.clone().with("what", "yes").send(&mut desk).await;
    assert_eq!(bare.status, 422, "a judgement has a reason");
    let page = judge.with("what", "no").with("reason", HTML).done(&mut desk).await;
    assert!(page.text().contains("&#60;b&#62;みはらし") && !page.text().contains(HTML));
    assert!(words(&page).contains("検証できない"));
    let page =
        form(&page, "reach-individual-form").with("what", "end").with("reason", "影響が小さい").done(&mut desk).await;
    assert!(words(&page).contains("取扱いを終了し、一覧から外す"));
    assert!(!has_form(&play.page(&mut browser).await, "reach-verifiable-form"), "the coordinator reads it");
}

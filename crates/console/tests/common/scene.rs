//! A scene with everybody in it: two finders, two developers in one case and a third outside, another case, all roles.

use casework::committee::Candidate;
use casework::reports::Acceptance;
use casework::subscriptions::{Rhythm, Topic, Wishes};
use casework::{Actor, CaseOrder, NewReport, Principal, Receipt, ReceivedFile};
use jiff::ToSpan;
use rulebook::case::ending::{EndingCommand, Refused};
use rulebook::case::judgement::{Field, Ground, JudgementCommand as C};
use rulebook::case::outreach::{DisclosureGround, OutreachCommand, Recipient, RecipientKind, Tlp};
use rulebook::case::{
    Affectedness, CaseCommand, CaseContent, ContentField, Countermeasure, StatusStatement, Thread, Verification,
    VerificationResult, Weighing,
};
use rulebook::developer::DeveloperEntry;
use rulebook::ids::{AttachmentId, CaseId, DeveloperId};
use rulebook::party::{Party, Role};
use rulebook::report::form::{Answer, Consents, ReportForm};
use rulebook::report::{Channel, Condition};
use rulebook::text::Localized;

use super::sites::{SiteMatter, site_accepted};
use super::{Browser, World};
use casework::sites::SiteOrder;
use rulebook::site::SiteThread;

/// A developer: in the register, with an account and as the holder of a link.
#[derive(Clone, Copy)]
pub struct Maker {
    pub id: DeveloperId,
    pub member: Actor,
    pub bearer: Actor,
}

/// A case and the report that it came from.
pub struct Matter {
    pub receipt: Receipt,
    pub case: CaseId,
    pub number: String,
    pub file: AttachmentId,
}

/// Everybody and everything.
pub struct Scene {
    pub world: World,
    pub desk: Actor,
    pub coordinator: Actor,
    pub administrator: Actor,
    pub auditor: Actor,
    /// On the committee; called to the main case by [`Scene::convened`].
    pub member: Actor,
    /// On the committee, and called to no case.
    pub other_member: Actor,
    /// In both cases.
    pub first: Maker,
    /// In the main case alone.
    pub second: Maker,
    /// In no case.
    pub third: Maker,
    /// Both developers know and stated everything; the text was shown.
    pub main: Matter,
    /// Only the first developer is in it.
    pub other: Matter,
    /// Not decided yet, of another finder.
    pub waiting: Receipt,
    site: tokio::sync::OnceCell<(SiteMatter, AttachmentId)>,
}

impl Scene {
    pub async fn play(world: World) -> Scene {
        let desk = world.account("desk", "受付 花子", Role::ReceivingDesk).await;
        let coordinator = world.account("coordinator", "調整 太郎", Role::Coordinator).await;
        let administrator = world.account("administrator", "管理 次郎", Role::Administrator).await;
        let auditor = world.account("auditor", "監査 五郎", Role::Auditor).await;
        let member = world.member("ritsuno", "律野 条", Field::Law).await;
        let other_member = world.member("mamorita", "守田 堅", Field::Security).await;
        world.account("spare", "予備 四郎", Role::Coordinator).await;
        let first = maker(&world, coordinator, "miharashi", "株式会社みはらしソフト").await;
        let second = maker(&world, coordinator, "noroshi-denki", "のろし電機株式会社").await;
        let third = maker(&world, coordinator, "kagari", "かがり製作所").await;
        let main = matter(&world, desk, "みはらしポータル").await;
        for maker in [first, second] {
            informed(&world, coordinator, &main, maker).await;
            stated(&world, &main, maker).await;
        }
        shown(&world, coordinator, &main).await;
        let other = matter(&world, desk, "みはらしメール").await;
        informed(&world, coordinator, &other, first).await;
        let waiting = receive(&world, form("のろしビューア", "別人 三郎", "betsujin@finder.example")).await;
        Scene {
            world,
            desk,
            coordinator,
            administrator,
            auditor,
            member,
            other_member,
            first,
            second,
            third,
            main,
            other,
            waiting,
            site: tokio::sync::OnceCell::new(),
        }
    }

    /// A website case whose operator has the details, and a file that it sent: made when it is first asked for.
    pub async fn site(&self) -> &(SiteMatter, AttachmentId) {
        let made = async {
            let matter = site_accepted(&self.world, self.desk).await;
            matter.identified(&self.world).await;
            matter.contacted(&self.world).await;
            matter.informed(&self.world).await;
            let mut writer = self.world.office.new_file().await.expect("a file");
            writer.write(b"screen").await.expect("written");
            let file = ReceivedFile { name: "screen.png".into(), sealed: writer.finish().await.expect("sealed") };
            let id = AttachmentId(file.sealed.id);
            let (thread, text) = (SiteThread::Operator, "この画面ですか。".to_owned());
            let order = SiteOrder::Write { thread, text, question: false, files: vec![file] };
            matter.act(&self.world, matter.operator(), order).await;
            (matter, id)
        };
        self.site.get_or_init(|| made).await
    }

    /// A fresh link of the website's operator, taken out of its mail.
    pub async fn operator_link(&self) -> String {
        let (matter, _) = self.site().await;
        self.world.settle().await;
        let before = links(&self.world, "/operator/");
        matter.contacted(&self.world).await;
        self.world.settle().await;
        links(&self.world, "/operator/").into_iter().find(|link| !before.contains(link)).expect("a link")
    }

    /// A browser of the main case's finder.
    pub async fn finder(&self) -> Browser {
        self.world.as_principal(Principal::Finder(self.main.receipt.report)).await
    }

    /// A browser of somebody with an account.
    pub async fn browser(&self, actor: Actor) -> Browser {
        self.world.as_account(actor.account.expect("an account")).await
    }

    /// A browser of the holder of a one-time link.
    pub async fn link(&self, maker: Maker, matter: &Matter) -> Browser {
        self.world.as_principal(Principal::Developer { developer: maker.id, case: matter.case }).await
    }

    /// Somebody does something in the main case.
    pub async fn act(&self, actor: Actor, order: impl Into<CaseOrder>) {
        let done = self.world.office.act(self.main.case, actor, None, order.into()).await;
        done.expect("the command is carried out");
    }

    /// The first developer of the main case was called, and there is a file that proves it.
    pub async fn proven(&self) -> AttachmentId {
        let office = &self.world.office;
        let mut writer = office.new_file().await.expect("a file");
        writer.write(b"proof").await.expect("written");
        let file = ReceivedFile { name: "call.txt".into(), sealed: writer.finish().await.expect("sealed") };
        let id = AttachmentId(file.sealed.id);
        let order = casework::reach::AttemptOrder {
            developer: self.first.id,
            means: rulebook::case::ContactMeans::Phone,
            to: "03-0000-0000".into(),
            on: office.now().today,
            outcome: rulebook::case::AttemptOutcome::Answered,
            note: String::new(),
            files: vec![file],
        };
        office.log_attempt(self.main.case, self.coordinator, None, order).await.expect("an attempt is logged");
        id
    }

    /// A fresh link for the main case's finder, taken out of its mail.
    pub async fn fresh_receipt_link(&self) -> String {
        let office = &self.world.office;
        self.world.settle().await;
        let before: Vec<_> = links(&self.world, "/progress/link/");
        let number = &self.main.receipt.number;
        office.request_receipt(number, "hakken@finder.example", "198.51.100.1").await.expect("asked for");
        self.world.settle().await;
        let fresh = links(&self.world, "/progress/link/").into_iter().find(|link| !before.contains(link));
        fresh.expect("the mail has a link")
    }

    /// A fresh secret for the calendar of the desk.
    pub async fn calendar(&self) -> String {
        let desk = Principal::Account(self.desk.account.expect("an account"));
        self.world.office.make_calendar(desk).await.expect("an address").as_str().to_owned()
    }

    /// A fresh link of the mail that asks whether somebody wants advisories, taken out of that mail.
    pub async fn subscription_question(&self) -> String {
        self.world.settle().await;
        let before = links(&self.world, "/subscribe/confirm/");
        let wishes = Wishes { language: rulebook::text::Language::Ja, rhythm: Rhythm::AtOnce, updates: true };
        let (n, topic) = (before.len(), Topic::default());
        let (reader, visitor) = (format!("reader{n}@mail.example"), format!("subscriber {n}"));
        self.world.office.subscribe(&reader, topic, wishes, &visitor).await.expect("asked for");
        self.world.settle().await;
        let fresh = links(&self.world, "/subscribe/confirm/").into_iter().find(|link| !before.contains(link));
        fresh.expect("the mail has a link")
    }

    /// A fresh link to a subscription.
    pub async fn subscription(&self) -> String {
        let question = self.subscription_question().await;
        self.world.office.confirm_subscription(&question, "198.51.100.1").await.expect("confirmed")
    }

    /// The handle of a mail about the main case that the server refused.
    pub async fn stuck_mail(&self) -> String {
        self.world.settle().await;
        let link = CaseCommand::SendAnswerLink { developer: self.first.id, to: "nobody@maker.example".into() };
        self.act(self.coordinator, link).await;
        let store = self.world.office.store();
        let lease = jiff::SignedDuration::from_mins(2);
        let claimed = store.claim_mails(self.world.office.now().at, 10, lease).await.expect("the outbox");
        for mail in &claimed {
            store.mail_failed(mail.mail.id, None, "refused").await.expect("the failure is kept");
        }
        claimed.first().expect("a mail").message_id.clone()
    }

    /// The coordinator tells a coordinator overseas about the main case, once.
    pub async fn told_outside(&self) {
        let office = &self.world.office;
        let page = office.case_page(self.main.case, self.coordinator).await.expect("the case");
        if !page.view.outreach.disclosures.is_empty() {
            return;
        }
        let number = page.view.outreach.ndas.len() as u32 + 1;
        let (with, reference) = ("CERT/EX".to_owned(), "契約 7".to_owned());
        let on = office.now().today;
        let nda = OutreachCommand::RecordNda { with: with.clone(), on, until: None, reference };
        let disclose = OutreachCommand::Disclose {
            recipient: Recipient {
                kind: RecipientKind::OverseasCoordinator,
                name: with,
                contact: "cert@cert.example".into(),
                developer: None,
            },
            ground: DisclosureGround::LargeInfluenceOverseas,
            fields: vec![ContentField::Product, ContentField::Kind],
            attachments: vec![],
            nda: Some(number),
            consent: String::new(),
            purpose: "Coordination overseas".into(),
            tlp: Tlp::AmberStrict,
        };
        for command in [nda, disclose] {
            self.act(self.coordinator, CaseCommand::Outreach(command)).await;
        }
    }

    /// The first developer of the main case refuses, and the committee is convened about it, once.
    pub async fn convened(&self) {
        let page = self.world.office.case_page(self.main.case, self.desk).await.expect("the case");
        if !page.view.judgement.rounds.is_empty() {
            return;
        }
        let (developer, meets_on) = (self.first.id, self.world.office.now().today.saturating_add(14.days()));
        let (what, statement) = (Refused::Publication, "応じません。".to_owned());
        let refusal = EndingCommand::RecordRefusal { developer, what, statement };
        self.act(self.coordinator, CaseCommand::Ending(refusal)).await;
        let reason = "合意に至りません。".to_owned();
        let account = self.member.account.expect("an account");
        let candidates = self.world.office.candidates(self.world.office.now().today).await.expect("candidates");
        let members = candidates.iter().filter(|one| one.id == account).map(Candidate::appointed).collect();
        let commands = [
            (self.coordinator, C::NotifyImpossible { developer, ground: Ground::NoAgreement, reason: reason.clone() }),
            (self.desk, C::JudgeImpossible { accepted: true, reason }),
            (self.desk, C::Convene { meeting: "第31回".into(), meets_on, members, urgent: false }),
        ];
        for (actor, command) in commands {
            self.act(actor, CaseCommand::Judgement(command)).await;
        }
    }

    /// A fresh one-time link of a developer for the main case, taken out of its mail.
    pub async fn fresh_link(&self, maker: Maker) -> String {
        let to = format!("fresh-{}@maker.example", self.world.office.id());
        let link = CaseCommand::SendAnswerLink { developer: maker.id, to: to.clone() };
        self.act(self.coordinator, link).await;
        self.world.settle().await;
        token_of_mail_to(&self.world, &to).expect("the mail has a link")
    }
}

/// A whole and consistent form.
pub fn form(product: &str, name: &str, email: &str) -> ReportForm {
    ReportForm {
        finder_name: name.into(),
        email: email.into(),
        phone: "03-0000-0000".into(),
        consents: Consents { share_identity: Answer::No, direct_contact: Answer::No, publish_name: Answer::No },
        product_name: product.into(),
        product_version: "3.2.0 から 3.4.1".into(),
        vulnerability_kind: "クロスサイト・スクリプティング（CWE-79）".into(),
        steps: "検索欄に細工した文字列を入れて送ります。".into(),
        threat: "利用者のブラウザで任意のスクリプトが実行されます。".into(),
        reported_elsewhere: Answer::No,
        ..ReportForm::default()
    }
}

/// Takes a report in.
pub async fn receive(world: &World, form: ReportForm) -> Receipt {
    let mut writer = world.office.new_file().await.expect("a file");
    writer.write(b"proof of concept").await.expect("the file is written");
    let sealed = writer.finish().await.expect("the file is sealed");
    let new = NewReport {
        problems: rulebook::report::problems::problems(&form),
        form,
        kind_known: true,
        needs_reading: false,
        channel: Channel::WebForm,
        files: vec![ReceivedFile { name: "検証コード.txt".into(), sealed }],
        original: None,
        import_key: None,
    };
    assert!(new.problems.is_empty(), "{:?}", new.problems);
    world.office.receive(new).await.expect("the report is taken in")
}

/// The token in a mail to an address.
pub fn token_of_mail_to(world: &World, to: &str) -> Option<String> {
    mails(world).iter().filter(|mail| mail.to == to).find_map(|mail| token(mail, "/answer/"))
}

/// The tokens in all mails behind a way.
pub fn links(world: &World, way: &str) -> Vec<String> {
    mails(world).iter().filter_map(|mail| token(mail, way)).collect()
}

fn token(mail: &Letter, way: &str) -> Option<String> {
    let rest = mail.text.split(way).nth(1)?;
    Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect())
}

/// A mail that left.
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
}

/// All mails that left.
pub fn mails(world: &World) -> Vec<Letter> {
    let folder = world.office.store().folder().join("mail");
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    files.map(|file| read_mail(&file.expect("an entry").path())).collect()
}

/// A mail as a mail program shows it.
pub fn read_mail(path: &std::path::Path) -> Letter {
    let bytes = std::fs::read(path).expect("a mail");
    let mail = mail_parser::MessageParser::default().parse(&bytes).expect("a mail");
    let to = mail.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or_default();
    let text = mail.body_text(0).unwrap_or_default();
    Letter { to: to.to_owned(), subject: mail.subject().unwrap_or_default().to_owned(), text: text.into_owned() }
}

/// A developer in the register with an account.
pub async fn maker(world: &World, coordinator: Actor, login: &str, name: &str) -> Maker {
    let entry = DeveloperEntry {
        name: name.into(),
        name_en: format!("{login} Inc."),
        mail: format!("psirt@{login}.example"),
        ..DeveloperEntry::default()
    };
    let id = world.office.register_developer(coordinator, entry).await.expect("a developer is registered");
    let member = world.account(login, &format!("{name} 窓口"), Role::DeveloperMember(id)).await;
    Maker { id, member, bearer: Actor::bearer(Party::Developer(id)) }
}

/// A case that the receiving body has alone.
pub async fn accepted(world: &World, desk: Actor, product: &str) -> Matter {
    let office = &world.office;
    let receipt = receive(world, form(product, "発見 一郎", "hakken@finder.example")).await;
    let content = CaseContent::from_form(&form(product, "", ""));
    let acceptance = Acceptance { confirmed: Condition::ALL.to_vec(), reason: "受理します。".into(), content };
    let case = office.accept_report(receipt.report, desk, None, acceptance).await.expect("accepted");
    let page = office.case_page(case, desk).await.expect("the desk sees it");
    let file = page.view.attachments.first().expect("a file").id;
    Matter { receipt, case, number: page.view.number, file }
}

async fn matter(world: &World, desk: Actor, product: &str) -> Matter {
    let matter = accepted(world, desk, product).await;
    let page = world.office.case_page(matter.case, desk).await.expect("the desk sees it");
    let content = page.view.content.expect("content");
    let hand_over = CaseCommand::HandOver { content, attachments: vec![matter.file] };
    world.office.act(matter.case, desk, None, hand_over.into()).await.expect("handed over");
    matter
}

async fn informed(world: &World, coordinator: Actor, matter: &Matter, maker: Maker) {
    let office = &world.office;
    office.add_developer(matter.case, coordinator, None, maker.id).await.expect("added");
    let to = format!("psirt-{}@maker.example", maker.id);
    let link = CaseCommand::SendAnswerLink { developer: maker.id, to: to.clone() };
    office.act(matter.case, coordinator, None, link.into()).await.expect("a link is sent");
    let confirmed = office.confirm_contact(matter.case, maker.bearer, None, maker.id, "煙山".into(), to).await;
    confirmed.expect("the developer confirms");
    let fields = vec![ContentField::Product, ContentField::Kind, ContentField::Steps, ContentField::Threat];
    let release = CaseCommand::ReleaseDetails { developer: maker.id, fields, attachments: vec![matter.file] };
    office.act(matter.case, coordinator, None, release.into()).await.expect("details are released");
}

async fn stated(world: &World, matter: &Matter, maker: Maker) {
    let verification =
        Verification { result: VerificationResult::Affected, explanation: "確認しました。".into() };
    let countermeasure = Countermeasure { fix: "更新します。".into(), workaround: String::new(), ready_on: None };
    let status = StatusStatement {
        affected: Affectedness::Affected,
        products: vec![],
        statement: Localized::new("修正版を公開します。", "A fixed version is coming."),
        link: String::new(),
    };
    let orders: [CaseOrder; 4] = [
        CaseCommand::StateVerification(verification).into(),
        CaseCommand::StateCountermeasure(countermeasure).into(),
        CaseCommand::StateStatus(status).into(),
        CaseOrder::Write { thread: Thread::Developer(maker.id), text: "よろしくお願いします。".into() },
    ];
    for order in orders {
        world.office.act(matter.case, maker.member, None, order).await.expect("the developer states");
    }
}

async fn shown(world: &World, coordinator: Actor, matter: &Matter) {
    let page = world.office.case_page(matter.case, coordinator).await.expect("the case");
    let day = page.view.target_day.expect("a day aimed at");
    let orders: [CaseOrder; 2] = [
        CaseCommand::SetDay { day, reason: String::new(), weighed: Weighing::default() }.into(),
        CaseOrder::StartAdvisory,
    ];
    for order in orders {
        world.office.act(matter.case, coordinator, None, order).await.expect("the coordinator acts");
    }
    let page = world.office.case_page(matter.case, coordinator).await.expect("the case");
    let mut content = page.view.advisory.and_then(|draft| draft.content).expect("a draft");
    content.impact = Localized::new("任意のスクリプトが実行されます。", "An arbitrary script may be executed.");
    content.solution = Localized::new("アップデートしてください。", "Update the software.");
    content.cvss = vec!["CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N".into()];
    for command in [CaseCommand::EditAdvisory(Box::new(content)), CaseCommand::SendPreview] {
        world.office.act(matter.case, coordinator, None, command.into()).await.expect("the text is shown");
    }
}

//! The whole road through the office, on both databases (`NOROSHI_TEST_POSTGRES`): a report becomes a signed public
//! advisory, and nothing of what was secret lies anywhere in clear.

mod common;

use common::{Bureau, Place, places};

use casework::reports::Acceptance;
use casework::{Actor, CaseOrder, Error, NewReport, ReportOrder};
use rulebook::case::state::Stage;
use rulebook::case::{
    Affectedness, CaseCommand, CaseContent, ContentField, Countermeasure, ProductStatus, StatusStatement, Thread,
    Verification, VerificationResult, Weighing,
};
use rulebook::developer::DeveloperEntry;
use rulebook::ids::{CaseId, DeveloperId};
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::report::form::{Answer, Consents, ReportForm};
use rulebook::report::{Channel, Condition};
use rulebook::text::Localized;

/// Every secret of the road carries this mark, and a number that says which one it is.
const CANARY: &str = "CANARY4711";

fn form() -> ReportForm {
    ReportForm {
        finder_name: format!("篝 {CANARY}-name"),
        email: "canary4711@finder.example".into(),
        phone: format!("03-{CANARY}-phone"),
        consents: Consents { share_identity: Answer::No, direct_contact: Answer::No, publish_name: Answer::No },
        product_name: "みはらしポータル".into(),
        product_version: "3.2.0 から 3.4.1".into(),
        vulnerability_kind: "クロスサイト・スクリプティング（CWE-79）".into(),
        steps: format!("{CANARY}-steps"),
        threat: format!("{CANARY}-threat"),
        reported_elsewhere: Answer::No,
        remarks: format!("{CANARY}-remarks"),
        ..ReportForm::default()
    }
}

async fn receive(bureau: &Bureau) -> casework::Receipt {
    let form = form();
    let problems = rulebook::report::problems::problems(&form);
    assert!(problems.is_empty(), "{problems:?}");
    let new = NewReport {
        form,
        kind_known: true,
        needs_reading: false,
        problems,
        channel: Channel::WebForm,
        files: vec![],
        original: Some(format!("raw {CANARY}-raw").into_bytes()),
        import_key: None,
    };
    bureau.office.receive(new).await.expect("a report is taken in")
}

async fn accepted(bureau: &Bureau) -> (casework::Receipt, CaseId) {
    let receipt = receive(bureau).await;
    let content = CaseContent {
        product: "みはらしポータル".into(),
        kind: "クロスサイト・スクリプティング（CWE-79）".into(),
        versions: "3.2.0 から 3.4.1".into(),
        steps: format!("{CANARY}-copy-steps"),
        threat: format!("{CANARY}-copy-threat"),
        notes: format!("{CANARY}-not-for-developers"),
        ..CaseContent::default()
    };
    let acceptance = Acceptance { confirmed: Condition::ALL.to_vec(), reason: format!("{CANARY}-reason"), content };
    let case = bureau.office.accept_report(receipt.report, bureau.desk, None, acceptance).await;
    (receipt, case.expect("the report is accepted"))
}

async fn developer(bureau: &Bureau, name: &str, mail: &str) -> DeveloperId {
    let entry = DeveloperEntry {
        name: name.into(),
        name_en: format!("{name} Inc."),
        manager: format!("{CANARY}-manager"),
        mail: mail.into(),
        ..DeveloperEntry::default()
    };
    bureau.office.register_developer(bureau.coordinator, entry).await.expect("a developer is registered")
}

/// Everything between a hand-over and a developer's statements.
async fn stated(bureau: &Bureau, case: CaseId, id: DeveloperId) -> Actor {
    let office = &bureau.office;
    let coordinator = bureau.coordinator;
    office.add_developer(case, coordinator, None, id).await.expect("a developer is added");
    let link = CaseCommand::SendAnswerLink { developer: id, to: "psirt@miharashi.example".into() };
    office.act(case, coordinator, None, link.into()).await.expect("a link is sent");
    let party = Actor::bearer(Party::Developer(id));
    let early = CaseCommand::ReleaseDetails { developer: id, fields: vec![ContentField::Product], attachments: vec![] };
    let refused = office.act(case, coordinator, None, early.into()).await.expect_err("nobody confirmed yet");
    assert!(matches!(refused, Error::Refused(refusal) if refusal.why == Why::ContactNotConfirmed));
    let confirmed =
        office.confirm_contact(case, party, None, id, "煙山".into(), "psirt@miharashi.example".into()).await;
    confirmed.expect("the developer confirms");
    let fields = vec![ContentField::Product, ContentField::Kind, ContentField::Steps, ContentField::Threat];
    let release = CaseCommand::ReleaseDetails { developer: id, fields, attachments: vec![] };
    office.act(case, coordinator, None, release.into()).await.expect("details are released");
    let seen = office.case_page(case, party).await.expect("the developer sees its side");
    let content = seen.view.content.expect("it has the details");
    assert!(content.steps.contains("copy-steps") && content.notes.is_empty(), "only the released fields");
    assert!(seen.finder.is_none(), "the finder did not consent");
    let verification = Verification { result: VerificationResult::Affected, explanation: String::new() };
    let states: [CaseCommand; 3] = [
        CaseCommand::StateVerification(verification),
        CaseCommand::StateCountermeasure(Countermeasure {
            fix: "3.4.2 に更新してください。".into(),
            workaround: String::new(),
            ready_on: None,
        }),
        CaseCommand::StateStatus(StatusStatement {
            affected: Affectedness::Affected,
            products: vec![ProductStatus {
                product: "みはらしポータル".into(),
                from: "3.2.0".into(),
                to: "3.4.2".into(),
                until_fixed: true,
                affected: Affectedness::Affected,
            }],
            statement: Localized::new("修正版を公開しました。", "A fixed version is available."),
            link: "https://www.miharashi.example/security/1".into(),
        }),
    ];
    for state in states {
        office.act(case, party, None, state.into()).await.expect("the developer states");
    }
    party
}

async fn signed(bureau: &Bureau, case: CaseId, party: Actor) {
    let office = &bureau.office;
    office.act(case, bureau.coordinator, None, CaseOrder::StartAdvisory).await.expect("a draft is begun");
    let page = office.case_page(case, bureau.coordinator).await.expect("the coordinator sees the case");
    let mut content = page.view.advisory.and_then(|draft| draft.content).expect("a draft");
    assert_eq!(content.cwe, vec!["CWE-79"]);
    content.impact = Localized::new("任意のスクリプトが実行されます。", "An arbitrary script may be executed.");
    content.solution = Localized::new("アップデートしてください。", "Update the software.");
    content.cvss = vec!["CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N".into()];
    let edit = CaseCommand::EditAdvisory(Box::new(content));
    for order in [edit, CaseCommand::SendPreview] {
        office.act(case, bureau.coordinator, None, order.into()).await.expect("the coordinator edits and shows");
    }
    let comment = CaseCommand::CommentPreview { agrees: true, comment: String::new() };
    office.act(case, party, None, comment.into()).await.expect("the developer comments");
    let by = bureau.coordinator.account.expect("an account");
    office.act(case, bureau.coordinator, None, CaseCommand::ApproveAdvisory(by).into()).await.expect("approved");
    let by = bureau.desk.account.expect("an account");
    office.act(case, bureau.desk, None, CaseCommand::CoSignAdvisory(by).into()).await.expect("co-signed");
}

async fn walk(place: &Place) {
    let bureau = Bureau::open(place).await;
    let office = &bureau.office;
    let (receipt, case) = accepted(&bureau).await;
    let secret = receipt.secret.as_ref().expect("a receipt has a secret");
    let opened = office.open_receipt(&receipt.number, secret.as_str(), "192.0.2.1").await;
    assert_eq!(opened.expect("the receipt opens its report"), receipt.report);
    assert!(matches!(office.case_page(case, bureau.coordinator).await, Err(Error::NotFound)));

    let content = office.case_page(case, bureau.desk).await.expect("the desk sees it").view.content;
    let hand_over = CaseCommand::HandOver { content: content.expect("content"), attachments: vec![] };
    office.act(case, bureau.desk, None, hand_over.into()).await.expect("handed over");
    let id = developer(&bureau, "株式会社みはらしソフト", "psirt@miharashi.example").await;
    let party = stated(&bureau, case, id).await;

    let page = office.case_page(case, bureau.coordinator).await.expect("the case");
    assert_eq!(page.view.day_zero, Some(jiff::civil::date(2026, 11, 21)));
    // Day zero and 45 calendar days, the start day not counted (Ⅳ.4.3).
    assert_eq!(page.view.target_day, Some(jiff::civil::date(2027, 1, 5)));
    let day = page.view.target_day.expect("a target day");
    let set = CaseCommand::SetDay { day, reason: String::new(), weighed: Weighing::default() };
    office.act(case, bureau.coordinator, None, set.into()).await.expect("the day is set");
    signed(&bureau, case, party).await;

    office.tick(&bureau.postman).await.expect("a round");
    let early = office.act(case, bureau.coordinator, None, CaseOrder::Publish { summary: Localized::default() }).await;
    assert!(matches!(early, Err(Error::Refused(refusal)) if refusal.why == Why::DayNotCome));
    bureau.days(45);
    let round = office.tick(&bureau.postman).await.expect("a round");
    assert_eq!(round.published, 0, "10:00 is before the hour of publication, 12:00 JST");
    bureau.clock.advance(2 * 60 * 60);
    let round = office.tick(&bureau.postman).await.expect("a round");
    assert_eq!(round.published, 1);
    let view = office.case_page(case, bureau.desk).await.expect("the case").view;
    assert_eq!(view.stage, Stage::Published);
    assert!(view.duties.is_empty(), "nobody owes anything: {:?}", view.duties);
    check_tree(&bureau, &view.advisory.expect("an advisory").number);

    let report = office.report_page(receipt.report, Actor::bearer(Party::Finder(receipt.report))).await;
    let report = report.expect("the finder sees its report");
    let seen = report.case().expect("and its case");
    assert_eq!(seen.stage, Stage::Published);
    assert!(seen.content.is_none() && seen.developers.is_empty());

    let verified = office.store().verify().await.expect("the journal is read");
    assert!(verified.broken.is_empty(), "{:?}", verified.broken);
    let rebuilt = office.rebuild_projections().await.expect("projections are made again");
    assert!(rebuilt.cards >= 5);
    drain_mails(&bureau).await;
    search_for_canaries(place);
}

fn check_tree(bureau: &Bureau, number: &str) {
    let slug = number.replace('#', "");
    let tree = bureau.office.published();
    let document = std::fs::read_to_string(tree.join(format!("advisories/{slug}/1/document.json")));
    let document = document.expect("the document is in the tree");
    assert!(document.contains("みはらしポータル") && !document.contains(CANARY));
    let csaf = tree.join(format!("csaf/white/2027/{}.json", number.to_lowercase().replace('#', "_")));
    for suffix in ["", ".sha256", ".sha512", ".asc"] {
        let path = format!("{}{suffix}", csaf.display());
        assert!(std::path::Path::new(&path).is_file(), "{path} is there");
    }
    assert!(tree.join(".well-known/csaf/provider-metadata.json").is_file());
}

/// Every mail leaves once; none says anything but number and link.
async fn drain_mails(bureau: &Bureau) {
    bureau.clock.advance(120);
    while bureau.office.tick(&bureau.postman).await.expect("a round").mails > 0 {}
    let counts = bureau.office.store().outbox_counts().await.expect("counts");
    assert_eq!((counts.waiting, counts.failing, counts.given_up), (0, 0, 0));
    let mails: Vec<_> = std::fs::read_dir(bureau.dir.join("mail")).expect("mails were written").collect();
    assert!(mails.len() >= 10, "{} mails", mails.len());
}

/// No marked secret lies in clear in any file of the data folder: database, logs, mails, tree.
fn search_for_canaries(place: &Place) {
    let mut found = Vec::new();
    let mut folders = vec![place.dir.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).expect("a file");
            let marks = [CANARY.as_bytes(), "篝".as_bytes()];
            if marks.iter().any(|mark| bytes.windows(mark.len()).any(|window| window == *mark)) {
                found.push(path);
            }
        }
    }
    assert!(found.is_empty(), "secrets in clear in {found:?}");
}

#[tokio::test]
async fn a_report_becomes_a_signed_public_advisory() {
    for place in places("road") {
        println!("on {}", place.name);
        walk(&place).await;
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

#[tokio::test]
async fn a_stale_page_is_noticed_and_an_unchanged_view_is_not_disturbed_by_others() {
    for place in places("stale") {
        let bureau = Bureau::open(&place).await;
        let office = &bureau.office;
        let (receipt, case) = accepted(&bureau).await;
        let finder = Actor::bearer(Party::Finder(receipt.report));
        let mine = office.report_page(receipt.report, finder).await.expect("the finder's page").digest;
        let desk = office.report_page(receipt.report, bureau.desk).await.expect("the desk's page").digest;
        // The desk notes something for itself: the finder's page is as it was, the desk's is not.
        let by = bureau.desk.account.expect("an account");
        let note = ReportOrder::AddNote { text: "内部メモ".into(), by };
        office.act_on_report(receipt.report, bureau.desk, Some(&desk), note.clone()).await.expect("a note");
        let again = office.act_on_report(receipt.report, bureau.desk, Some(&desk), note).await;
        assert!(matches!(again, Err(Error::Stale)));
        let write = ReportOrder::Write { text: "進みはどうですか。".into(), question: false, files: vec![] };
        office.act_on_report(receipt.report, finder, Some(&mine), write).await.expect("the finder writes");
        // Somebody else's reports and cases do not exist.
        let other = Actor::bearer(Party::Developer(DeveloperId(office.id())));
        assert!(matches!(office.case_page(case, other).await, Err(Error::NotFound)));
        assert!(matches!(office.report_page(receipt.report, bureau.coordinator).await, Err(Error::NotFound)));
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

#[tokio::test]
async fn a_link_opens_once_and_only_its_own_case() {
    for place in places("link") {
        let bureau = Bureau::open(&place).await;
        let office = &bureau.office;
        let (_, case) = accepted(&bureau).await;
        let content = office.case_page(case, bureau.desk).await.expect("the case").view.content.expect("content");
        let order = CaseCommand::HandOver { content, attachments: vec![] };
        office.act(case, bureau.desk, None, order.into()).await.expect("handed over");
        let id = developer(&bureau, "のろし電機", "psirt@noroshi-denki.example").await;
        office.add_developer(case, bureau.coordinator, None, id).await.expect("added");
        let link = CaseCommand::SendAnswerLink { developer: id, to: "psirt@noroshi-denki.example".into() };
        office.act(case, bureau.coordinator, None, link.into()).await.expect("a link is sent");
        office.tick(&bureau.postman).await.expect("mails leave");
        let token = token_in_mail(&bureau);
        let session = office.spend_link(&token, "192.0.2.1").await.expect("the link opens");
        assert!(matches!(office.spend_link(&token, "192.0.2.1").await, Err(Error::NotFound)), "once");
        let data = office.session(session.as_str()).await.expect("a look").expect("a session");
        assert_eq!(data.only_case(), Some(case));
        assert_eq!(data.actor().map(|actor| actor.party), Some(Party::Developer(id)));
        let text = CaseOrder::Write { thread: Thread::Developer(id), text: "こんにちは".into() };
        let early = office.act(case, data.actor().expect("an actor"), None, text).await;
        assert!(matches!(early, Err(Error::Refused(_))), "not before the contact is confirmed");
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

fn token_in_mail(bureau: &Bureau) -> String {
    for entry in std::fs::read_dir(bureau.dir.join("mail")).expect("mails") {
        let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a mail");
        let joined = text.replace("=\r\n", "").replace("=\n", "");
        if let Some(at) = joined.find("/answer/") {
            let rest = &joined[at + "/answer/".len()..];
            return rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        }
    }
    panic!("no mail has a link");
}

//! A report that came by mail, a case with a developer, and the mails that they were sent.

use casework::incoming::Taken;
use casework::reports::Acceptance;
use casework::{Actor, ReportPage};
use rulebook::case::{CaseCommand, CaseContent};
use rulebook::developer::DeveloperEntry;
use rulebook::ids::{CaseId, DeveloperId, ReportId};
use rulebook::party::Party;
use rulebook::report::Condition;

use crate::common::{Bureau, places};

pub const FINDER: &str = "homura@hinomi.example";
pub const MAKER: &str = "psirt@hansho.example";
const FORM: &str = include_str!("../../../intake/tests/forms/product.txt");

/// Runs a test on every database that there is.
pub async fn on_each(name: &str, test: impl AsyncFn(Bureau)) {
    for place in places(name) {
        let bureau = Bureau::open(&place).await;
        let dir = bureau.dir.clone();
        test(bureau).await;
        let _ = std::fs::remove_dir_all(dir);
    }
}

/// A mail in plain text.
pub fn mail(from: &str, id: &str, head: &str, text: &str) -> Vec<u8> {
    let head = if head.is_empty() { String::new() } else { format!("{}\r\n", head.trim_end()) };
    format!(
        "From: {from}\r\nTo: desk@receiving.example\r\nMessage-ID: <{id}>\r\nMIME-Version: 1.0\r\n\
         Date: Sat, 21 Nov 2026 10:00:00 +0900\r\nContent-Type: text/plain; charset=utf-8\r\n{head}\r\n{}",
        text.replace('\n', "\r\n")
    )
    .into_bytes()
}

/// The form of a finder.
pub fn form() -> Vec<u8> {
    mail(FINDER, "form@hinomi.example", "Subject: 届出", FORM)
}

/// A mail that left: its Message-ID with the domain, and its whole text.
#[derive(Clone, Debug)]
pub struct Left {
    pub id: String,
    pub text: String,
}

/// Lets the mails leave; gives those to an address, oldest first.
pub async fn mails_to(bureau: &Bureau, address: &str) -> Vec<Left> {
    bureau.office.tick(&bureau.postman).await.expect("a round");
    let Ok(entries) = std::fs::read_dir(bureau.dir.join("mail")) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a mail");
        if text.contains(&format!("To: {address}")) {
            let id = text.lines().find_map(|line| line.strip_prefix("Message-ID: <")).expect("an id");
            let written = path.metadata().and_then(|data| data.modified()).expect("a time");
            found.push((written, Left { id: id.trim_end_matches('>').to_owned(), text }));
        }
    }
    found.sort_by_key(|(written, _)| *written);
    found.into_iter().map(|(_, left)| left).collect()
}

pub async fn take(bureau: &Bureau, bytes: &[u8]) -> Taken {
    bureau.office.take_mail(bytes).await.expect("the mail is taken")
}

/// The report that came by mail, and the mail that its finder got.
pub async fn reported(bureau: &Bureau) -> (ReportId, String, Left) {
    let taken = take(bureau, &form()).await;
    let Taken::Report { number, needs_reading: false } = taken else { panic!("{taken:?}") };
    let id = bureau.office.report_id(&number).await.expect("the report is there");
    let receipt = mails_to(bureau, FINDER).await.pop().expect("the finder is told");
    (id, number, receipt)
}

pub async fn page(bureau: &Bureau, report: ReportId) -> ReportPage {
    bureau.office.report_page(report, bureau.desk).await.expect("the desk sees it")
}

/// The page of a report that waits to be read.
pub async fn to_read(bureau: &Bureau, taken: &Taken) -> ReportPage {
    let Taken::Report { number, needs_reading: true } = taken else { panic!("{taken:?}") };
    let id = bureau.office.report_id(number).await.expect("it is there");
    page(bureau, id).await
}

/// Why a mail waits to be read.
pub fn note(page: &ReportPage) -> &str {
    assert_eq!(page.view.notes.len(), 1);
    page.text(page.view.notes[0].item.1)
}

/// A case at the coordinator with a developer that was written to; and the mail that it got.
pub async fn contacted(bureau: &Bureau) -> (CaseId, DeveloperId, Left) {
    let (report, _, _) = reported(bureau).await;
    let office = &bureau.office;
    let content =
        CaseContent { product: "半鐘ファイル交換".into(), steps: "…".into(), ..CaseContent::default() };
    let acceptance =
        Acceptance { confirmed: Condition::ALL.to_vec(), reason: "受理".into(), content: content.clone() };
    let case = office.accept_report(report, bureau.desk, None, acceptance).await.expect("accepted");
    let hand_over = CaseCommand::HandOver { content, attachments: vec![] };
    office.act(case, bureau.desk, None, hand_over.into()).await.expect("handed over");
    let entry = DeveloperEntry { name: "合同会社半鐘堂".into(), ..DeveloperEntry::default() };
    let developer = office.register_developer(bureau.coordinator, entry).await.expect("registered");
    office.add_developer(case, bureau.coordinator, None, developer).await.expect("added");
    let link = CaseCommand::SendAnswerLink { developer, to: MAKER.into() };
    office.act(case, bureau.coordinator, None, link.into()).await.expect("a link is sent");
    let first = mails_to(bureau, MAKER).await.pop().expect("the developer is written to");
    (case, developer, first)
}

pub async fn confirmed(bureau: &Bureau, case: CaseId, developer: DeveloperId) {
    let party = Actor::bearer(Party::Developer(developer));
    let done = bureau.office.confirm_contact(case, party, None, developer, "半".into(), MAKER.into()).await;
    done.expect("the developer confirms");
}

//! Reminders through the office, on both databases (`NOROSHI_TEST_POSTGRES`): once each, on business days, to whoever
//! owes it and later to others.

mod common;

use casework::Actor;
use common::matters::{handed_over, shy, with_developer};
use common::{Bureau, Place, places};
use rulebook::case::{CaseCommand, CaseContent, ContentField};
use rulebook::developer::DeveloperEntry;
use rulebook::ids::CaseId;
use rulebook::party::Party;

/// A case whose developer has the details and says nothing: day zero is 2026-11-21, the day aimed at 2027-01-05.
async fn silent(bureau: &Bureau) -> CaseId {
    let office = &bureau.office;
    let content =
        CaseContent { product: "みはらしポータル".into(), steps: "(1)".into(), ..CaseContent::default() };
    let (_, case) = handed_over(bureau, shy("みはらしポータル"), content).await;
    let entry = DeveloperEntry { name: "株式会社みはらし".into(), ..DeveloperEntry::default() };
    let id = with_developer(bureau, case, entry).await;
    let mail = "psirt@miharashi.example";
    let link = CaseCommand::SendAnswerLink { developer: id, to: mail.into() };
    office.act(case, bureau.coordinator, None, link.into()).await.expect("contacted");
    let party = Actor::bearer(Party::Developer(id));
    office.confirm_contact(case, party, None, id, "煙山".into(), mail.into()).await.expect("confirmed");
    let fields = vec![ContentField::Product, ContentField::Steps];
    let release = CaseCommand::ReleaseDetails { developer: id, fields, attachments: vec![] };
    office.act(case, bureau.coordinator, None, release.into()).await.expect("released");
    case
}

async fn purposes(bureau: &Bureau) -> Vec<(String, String)> {
    let now = bureau.office.now().at;
    let lease = jiff::SignedDuration::from_mins(1);
    let mails = bureau.office.store().claim_mails(now, 100, lease).await.expect("mails");
    for mail in &mails {
        bureau.office.store().mail_sent(mail.mail.id, now).await.expect("sent");
    }
    mails.into_iter().map(|mail| (mail.mail.purpose, mail.mail.to)).collect()
}

async fn walk(place: &Place) {
    let bureau = Bureau::open(place).await;
    silent(&bureau).await;
    purposes(&bureau).await;
    let office = &bureau.office;
    // Between 25 December and 5 January lie three business days: 28 December, 4 and 5 January.
    bureau.days(33);
    assert_eq!(office.remind().await.expect("a round"), 0, "24 December");
    bureau.days(1);
    assert_eq!(office.remind().await.expect("a round"), 1, "25 December");
    assert_eq!(office.remind().await.expect("a round"), 0, "each is sent once");
    let developer = "psirt@miharashi.example".to_owned();
    assert_eq!(purposes(&bureau).await, [("due-soon".to_owned(), developer.clone())]);
    bureau.days(11);
    assert_eq!(office.remind().await.expect("a round"), 1, "5 January");
    assert_eq!(purposes(&bureau).await[0].0, "due-today");
    // Ten business days later, over a holiday on the 11th: the coordinator is told as well.
    bureau.days(15);
    assert_eq!(office.remind().await.expect("a round"), 1, "20 January");
    let told = purposes(&bureau).await;
    assert!(told.iter().all(|(purpose, _)| purpose == "escalated"), "{told:?}");
    assert!(told.iter().any(|(_, to)| *to == developer), "{told:?}");
}

#[tokio::test]
async fn a_silent_developer_is_reminded_and_then_the_coordinator() {
    for place in places("reminders") {
        walk(&place).await;
    }
}

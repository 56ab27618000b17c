//! Notices that a mail of ours did not arrive.

use casework::incoming::Taken;
use casework::sites::SiteAcceptance;
use rulebook::case::{AttemptOutcome, ContactMeans, DutyKind};
use rulebook::party::Party;
use rulebook::report::Condition;
use rulebook::site::{SiteCommand, SiteContent};

use crate::scene::*;

/// A delivery status notification (RFC 3464) about a mail.
fn notice(id: &str, about: &str, action: &str) -> Vec<u8> {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nMessage-ID: <{id}>\r\nSubject: Undelivered Mail\r\n\
         Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nSorry.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; {MAKER}\r\nAction: {action}\r\nStatus: 5.1.1\r\n\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{about}>\r\n\r\n--b--\r\n"
    )
    .into_bytes()
}

#[tokio::test]
async fn a_developer_that_was_not_reached_is_the_coordinators_turn_again() {
    on_each("bounce-developer", async |bureau| {
        let (case, developer, first) = contacted(&bureau).await;
        let office = &bureau.office;
        assert_eq!(take(&bureau, &notice("late@mx", &first.id, "delayed")).await, Taken::Ignored);
        for expected in [Taken::Bounce, Taken::Known] {
            assert_eq!(take(&bureau, &notice("b1@mx", &first.id, "failed")).await, expected);
        }
        let view = office.case_page(case, bureau.coordinator).await.expect("the case").view;
        let side = view.developers.iter().find(|side| side.id == developer).expect("its side");
        let outcomes: Vec<_> = side.attempts.iter().map(|attempt| attempt.outcome).collect();
        assert_eq!(outcomes, [AttemptOutcome::Waiting, AttemptOutcome::Undeliverable]);
        assert!(side.attempts[1].note.contains("5.1.1") && side.attempts[1].to == MAKER);
        let owed = view.duties.iter().find(|duty| duty.what == DutyKind::ContactDeveloper).expect("somebody's turn");
        assert_eq!((owed.who, owed.waits), (Party::Coordinator, false));
        let room = office.mail_room(bureau.coordinator).await.expect("the mails");
        let stuck: Vec<_> = room.stuck.iter().map(|mail| (mail.class.as_str(), mail.given_up)).collect();
        assert_eq!(stuck, [("bounced", true)]);
        assert_eq!(room.stuck[0].purpose, "first-contact");
    })
    .await;
}

#[tokio::test]
async fn an_operator_that_was_not_reached_is_the_desks_turn_again() {
    on_each("bounce-operator", async |bureau| {
        let (report, _, _) = reported(&bureau).await;
        let office = &bureau.office;
        let kind = rulebook::report::form::ReportKind::Website;
        let moved = casework::ReportOrder::Reclassify { kind, reason: "ウェブサイトの届出です。".into() };
        office.act_on_report(report, bureau.desk, None, moved).await.expect("moved");
        let content = SiteContent { url: "https://www.hansho.example/".into(), ..SiteContent::default() };
        let contact = SiteCommand::ContactOperator {
            means: ContactMeans::Mail,
            to: MAKER.into(),
            on: office.now().today,
            outcome: AttemptOutcome::Waiting,
            link: true,
            note: String::new(),
        };
        let (confirmed, reason) = (Condition::ALL.to_vec(), "受理".to_owned());
        let acceptance = SiteAcceptance { confirmed, reason, content, first: vec![contact.into()] };
        let site = office.accept_site_report(report, bureau.desk, None, acceptance).await.expect("accepted");
        let first = mails_to(&bureau, MAKER).await.pop().expect("the operator is written to");
        for expected in [Taken::Bounce, Taken::Known] {
            assert_eq!(take(&bureau, &notice("o1@mx", &first.id, "failed")).await, expected);
        }
        let view = office.site_page(site, bureau.desk).await.expect("the case").view;
        let outcomes: Vec<_> = view.attempts.iter().map(|attempt| attempt.outcome).collect();
        assert_eq!(outcomes, [AttemptOutcome::Undeliverable], "noted on the attempt that it was");
        assert!(
            view.duties.iter().any(|duty| duty.what == DutyKind::ContactOperator && duty.who == Party::ReceivingBody)
        );
        let room = office.mail_room(bureau.desk).await.expect("the mails");
        assert_eq!(room.stuck.len(), 1);
        let number = room.stuck[0].number.clone();
        assert_eq!(number, Some((view.number.clone(), casework::desk::About::Site)), "the desk finds its case");
        let foreign = office.mail_room(bureau.coordinator).await.expect("the mails");
        assert!(foreign.stuck.is_empty(), "nobody else hears of it");
    })
    .await;
}

#[tokio::test]
async fn a_receipt_that_came_back_stands_among_the_mails_that_did_not_leave() {
    on_each("bounce-finder", async |bureau| {
        let (_, _, receipt) = reported(&bureau).await;
        let old = format!(
            "Return-Path: <>\r\nFrom: postmaster@hinomi.example\r\nMessage-ID: <q@mx>\r\nSubject: failure notice\r\n\r\n\
             Hi. This is the qmail-send program.\r\n\r\nMessage-ID: <{}>\r\n",
            receipt.id
        );
        assert_eq!(take(&bureau, old.as_bytes()).await, Taken::Bounce);
        let room = bureau.office.mail_room(bureau.desk).await.expect("the mails");
        assert_eq!((room.stuck.len(), room.stuck[0].purpose.as_str()), (1, "receipt"));
        let handle = room.stuck[0].handle.clone();
        bureau.office.retry_mail(bureau.desk, &handle).await.expect("tried again");
        assert_eq!(bureau.office.tick(&bureau.postman).await.expect("a round").mails, 1);
    })
    .await;
}

#[tokio::test]
async fn a_notice_about_nothing_of_ours_is_read_by_a_person() {
    on_each("bounce-unknown", async |bureau| {
        let taken = take(&bureau, &notice("u@mx", "0123@elsewhere", "failed")).await;
        to_read(&bureau, &taken).await;
        let (_, _, receipt) = reported(&bureau).await;
        bureau.days(40);
        bureau.office.plan_daily(bureau.office.now().at).await.expect("planned");
        bureau.office.tick(&bureau.postman).await.expect("a round");
        let late = take(&bureau, &notice("v@mx", &receipt.id, "failed")).await;
        assert!(note(&to_read(&bureau, &late).await).contains("VR"), "it was swept, and still belongs somewhere");
    })
    .await;
}

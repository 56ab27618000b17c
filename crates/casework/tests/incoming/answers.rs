//! Answers to our mails, and mails that look like answers.

use casework::incoming::Taken;
use casework::{Actor, Error};
use rulebook::case::Thread;
use rulebook::party::Party;
use rulebook::report::{ReportStage, Writer};

use crate::scene::*;

#[tokio::test]
async fn a_form_is_a_report_once() {
    on_each("mail-form", async |bureau| {
        let (report, number, receipt) = reported(&bureau).await;
        assert!(receipt.text.contains("Auto-Submitted: auto-generated"), "no program answers a program");
        assert_eq!(page(&bureau, report).await.view.stage, ReportStage::Received);
        assert_eq!(take(&bureau, &form()).await, Taken::Known);
        let again = bureau.office.import_report("form.eml", &form()).await.expect("known");
        assert_eq!((again.number, again.known), (number, true));
    })
    .await;
}

#[tokio::test]
async fn an_answer_of_the_finder_becomes_a_message() {
    on_each("mail-answer", async |bureau| {
        let (report, number, receipt) = reported(&bureau).await;
        let head = format!("Subject: Re: x\r\nIn-Reply-To: <{}>", receipt.id);
        let text = "版は 1.0.8 でした。\nhttps://noroshi.example/ja/progress/link/SECRETSECRET\n\n\
                    2026年11月21日(土) 10:00 受付 <desk@receiving.example>:\n> see https://noroshi.example/ja/progress\n";
        let answer = mail("Homura <HOMURA@hinomi.example>", "a1@hinomi.example", &head, text);
        assert_eq!(take(&bureau, &answer).await, Taken::Joined { number, files_left: false });
        assert_eq!(take(&bureau, &answer).await, Taken::Known);
        let page = page(&bureau, report).await;
        assert_eq!(page.view.messages.len(), 1);
        let message = &page.view.messages[0].item;
        assert_eq!((message.from, message.question), (Writer::Finder, false));
        assert_eq!(page.text(message.body), "版は 1.0.8 でした。\nhttps://noroshi.example/ja/progress/link/");
        let told = mails_to(&bureau, "desk@receiving.example").await;
        assert!(told.iter().any(|mail| mail.text.contains("message")), "the desk is told");
        let verified = bureau.office.store().verify().await.expect("the journal is read");
        assert!(verified.broken.is_empty(), "{:?}", verified.broken);
    })
    .await;
}

#[tokio::test]
async fn files_of_an_answer_come_along() {
    on_each("mail-files", async |bureau| {
        let (report, _, receipt) = reported(&bureau).await;
        let answer = format!(
            "From: {FINDER}\r\nMessage-ID: <f@hinomi.example>\r\nReferences: <old@x> <{}>\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee the file\r\n\
             --b\r\nContent-Type: image/png; name=\"../a.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--b--\r\n",
            receipt.id
        );
        take(&bureau, answer.as_bytes()).await;
        let page = page(&bureau, report).await;
        let file = page.view.messages[0].item.attachments[0].clone();
        assert_eq!((file.name.as_str(), file.size), ("a.png", 3));
        let (_, reader) = bureau.office.report_file(report, bureau.desk, file.id).await.expect("the file");
        assert_eq!(reader.read_all(10).await.expect("it opens"), [0, 1, 2]);
    })
    .await;
}

#[tokio::test]
async fn another_address_is_never_joined() {
    on_each("mail-forged", async |bureau| {
        let (report, number, receipt) = reported(&bureau).await;
        let head = format!("Subject: Re: x\r\nIn-Reply-To: <{}>", receipt.id);
        for (i, from) in ["other@hinomi.example", "homura@hinomi.example, b@x.example", "nobody"].iter().enumerate() {
            let taken = take(&bureau, &mail(from, &format!("o{i}@x"), &head, "take it back")).await;
            let waiting = to_read(&bureau, &taken).await;
            assert!(note(&waiting).contains(&number), "the desk is told where it may belong");
            assert_eq!(waiting.view.stage, ReportStage::NeedsReading);
            assert_eq!(waiting.view.title, "Re: x");
            assert_eq!(waiting.names.values().collect::<Vec<_>>(), ["Noroshi"], "nobody of the desk wrote the note");
            assert!(waiting.original.as_deref().is_some_and(|text| text.contains("take it back")));
            assert_eq!(waiting.view.attachments[0].name, "mail.eml");
        }
        assert!(page(&bureau, report).await.view.messages.is_empty());
        assert_eq!(mails_to(&bureau, "other@hinomi.example").await.len(), 0, "nobody is answered");
    })
    .await;
}

#[tokio::test]
async fn a_number_in_the_subject_counts_from_the_known_address_only() {
    on_each("mail-number", async |bureau| {
        let (report, number, _) = reported(&bureau).await;
        let subject = format!("Subject: Re: {}#{} の件", &number[..2], &number[2..]);
        let known = take(&bureau, &mail(FINDER, "n1@x", &subject, "補足です。")).await;
        assert!(matches!(known, Taken::Joined { .. }), "{known:?}");
        let other = take(&bureau, &mail("other@x.example", "n2@x", &subject, "補足です。")).await;
        assert!(note(&to_read(&bureau, &other).await).contains(&number));
        assert_eq!(page(&bureau, report).await.view.messages.len(), 1);
        let unknown = take(&bureau, &mail(FINDER, "n3@x", "Subject: VR#00000000", "?")).await;
        assert!(!note(&to_read(&bureau, &unknown).await).contains("00000000"));
    })
    .await;
}

#[tokio::test]
async fn a_developer_answers_by_mail_once_it_is_confirmed_and_long_afterwards() {
    on_each("mail-developer", async |bureau| {
        let (case, developer, first) = contacted(&bureau).await;
        let head = format!("Subject: Re: x\r\nIn-Reply-To: <{}>", first.id);
        let early = take(&bureau, &mail(MAKER, "d1@hansho.example", &head, "who are you?")).await;
        assert!(note(&to_read(&bureau, &early).await).contains("VC"), "no thread is open yet");
        confirmed(&bureau, case, developer).await;
        mails_to(&bureau, MAKER).await;
        // Forty days later the mail itself was swept from the outbox.
        bureau.days(40);
        bureau.office.plan_daily(bureau.office.now().at).await.expect("planned");
        bureau.office.tick(&bureau.postman).await.expect("a round");
        assert_eq!(bureau.office.store().outbox_counts().await.expect("counts").sent, 0);
        let answer = mail(MAKER, "d2@hansho.example", &head, "We are working on it.");
        let taken = take(&bureau, &answer).await;
        assert!(matches!(&taken, Taken::Joined { files_left: false, .. }), "{taken:?}");
        assert_eq!(take(&bureau, &answer).await, Taken::Known);
        let page = bureau.office.case_page(case, bureau.coordinator).await.expect("the case");
        let message = &page.view.messages[0].item;
        assert_eq!((message.thread, message.from), (Thread::Developer(developer), Party::Developer(developer)));
        assert_eq!(page.text(message.body), "We are working on it.");
        let other = take(&bureau, &mail("x@other.example", "d3@x", &head, "me too")).await;
        to_read(&bureau, &other).await;
        let number = page.view.number;
        let by_number = mail(MAKER, "d4@x", &format!("Subject: {number}"), "by number");
        assert!(matches!(take(&bureau, &by_number).await, Taken::Joined { .. }));
    })
    .await;
}

#[tokio::test]
async fn files_of_a_developer_stay_in_the_mail_and_the_thread_says_so() {
    on_each("mail-developer-files", async |bureau| {
        let (case, developer, first) = contacted(&bureau).await;
        confirmed(&bureau, case, developer).await;
        let answer = format!(
            "From: {MAKER}\r\nMessage-ID: <g@x>\r\nIn-Reply-To: <{}>\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee the patch\r\n\
             --b\r\nContent-Type: text/x-diff; name=fix.diff\r\n\r\n+1\r\n--b--\r\n",
            first.id
        );
        let taken = take(&bureau, answer.as_bytes()).await;
        assert!(matches!(taken, Taken::Joined { files_left: true, .. }), "{taken:?}");
        let page = bureau.office.case_page(case, bureau.coordinator).await.expect("the case");
        let text = page.text(page.view.messages[0].item.body);
        assert!(text.starts_with("see the patch") && text.contains("fix.diff"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn machines_are_neither_joined_nor_answered() {
    on_each("mail-machines", async |bureau| {
        let (report, _, receipt) = reported(&bureau).await;
        let absent = format!("Subject: Out of office\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <{}>", receipt.id);
        let taken = take(&bureau, &mail(FINDER, "m1@x", &absent, "I am away.")).await;
        assert_eq!(taken, Taken::Ignored);
        // A form that a program sent: read by a person, and its address gets nothing.
        let before = mails_to(&bureau, FINDER).await.len();
        let sent = String::from_utf8(form()).expect("text").replace("form@hinomi", "m2@hinomi");
        let sent = format!("Return-Path: <>\r\nPrecedence: bulk\r\n{sent}");
        let waiting = to_read(&bureau, &take(&bureau, sent.as_bytes()).await).await;
        assert_eq!(waiting.form.expect("a form").email, "");
        assert_eq!(mails_to(&bureau, FINDER).await.len(), before);
        assert!(page(&bureau, report).await.view.messages.is_empty());
    })
    .await;
}

#[tokio::test]
async fn our_own_mail_that_comes_back_ends_there() {
    on_each("mail-loop", async |bureau| {
        reported(&bureau).await;
        let told = mails_to(&bureau, "desk@receiving.example").await;
        assert_eq!(told.len(), 1);
        assert_eq!(take(&bureau, told[0].text.as_bytes()).await, Taken::Ignored);
        assert_eq!(mails_to(&bureau, "desk@receiving.example").await.len(), 1, "no notice about a notice");
    })
    .await;
}

#[tokio::test]
async fn nobody_fills_the_queue_and_answers_are_not_counted() {
    on_each("mail-flood", async |bureau| {
        let (report, _, receipt) = reported(&bureau).await;
        for i in 0..50 {
            take(&bureau, &mail("spam@x.example", &format!("s{i}@x"), "Subject: buy", "now")).await;
        }
        let more = mail("spam@x.example", "s50@x", "Subject: buy", "now");
        assert!(matches!(bureau.office.take_mail(&more).await, Err(Error::TooMany { .. })));
        let head = format!("In-Reply-To: <{}>", receipt.id);
        let answer = take(&bureau, &mail(FINDER, "s51@x", &head, "still here")).await;
        assert!(matches!(answer, Taken::Joined { .. }));
        let finder = Actor::bearer(Party::Finder(report));
        assert_eq!(bureau.office.report_page(report, finder).await.expect("a page").view.messages.len(), 1);
        bureau.days(1);
        assert!(matches!(take(&bureau, &more).await, Taken::Report { needs_reading: true, .. }));
    })
    .await;
}

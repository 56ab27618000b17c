use jiff::SignedDuration;
use store::*;
use uuid::Uuid;

use crate::world::{World, later, now, on_both};

const LEASE: SignedDuration = SignedDuration::from_secs(60);

async fn post(world: &World, n: i64) -> Vec<Uuid> {
    let mut append = world.append();
    for i in 0..n {
        append.mails.push(NewMail {
            id: world.uuid(),
            to: "finder@example.org".into(),
            subject: "受付番号".into(),
            body_text: "本文".into(),
            language: "ja".into(),
            purpose: "receipt".into(),
            subject_id: None,
            not_before: later(i),
        });
    }
    let ids = append.mails.iter().map(|mail| mail.id).collect();
    world.store.append(append).await.unwrap();
    ids
}

fn claimed(mails: &[Mail]) -> Vec<Uuid> {
    mails.iter().map(|mail| mail.mail.id).collect()
}

#[tokio::test]
async fn two_workers_never_get_the_same_mail() {
    on_both(async |world| {
        let ids = post(&world, 20).await;
        let other = world.second().await;
        let (a, b) =
            tokio::join!(world.store.claim_mails(later(100), 10, LEASE), other.claim_mails(later(100), 10, LEASE));
        let mut all = claimed(&a.unwrap());
        all.extend(claimed(&b.unwrap()));
        // PostgreSQL's second worker skips what the first one holds, so it may get fewer; never the same.
        all.extend(claimed(&world.store.claim_mails(later(100), 20, LEASE).await.unwrap()));
        all.sort();
        let mut expected = ids;
        expected.sort();
        assert_eq!(all, expected);
        assert!(world.store.claim_mails(later(100), 20, LEASE).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_mail_is_retried_until_it_is_sent_or_given_up() {
    on_both(async |world| {
        let ids = post(&world, 3).await;
        let first = world.store.claim_mails(later(0), 9, LEASE).await.unwrap();
        assert_eq!(claimed(&first), ids[..1], "the others are held back");
        assert_eq!(first[0].mail.subject, "受付番号");
        let all = world.store.claim_mails(later(2), 9, LEASE).await.unwrap();
        assert_eq!(claimed(&all), ids[1..]);
        // The lease of the first ran out without an answer: it comes again, with the same Message-ID.
        let again = world.store.claim_mails(later(61), 9, LEASE).await.unwrap();
        assert_eq!(claimed(&again), ids[..1]);
        assert_eq!((again[0].attempts, &again[0].message_id), (2, &first[0].message_id));

        world.store.mail_sent(ids[0], later(62)).await.unwrap();
        world.store.mail_failed(ids[1], Some(later(500)), "timeout").await.unwrap();
        world.store.mail_failed(ids[2], None, "rejected").await.unwrap();
        let counts = world.store.outbox_counts().await.unwrap();
        assert_eq!(counts, OutboxCounts { waiting: 0, failing: 1, given_up: 1, sent: 1 });
        assert!(world.store.claim_mails(later(499), 9, LEASE).await.unwrap().is_empty());
        assert_eq!(claimed(&world.store.claim_mails(later(500), 9, LEASE).await.unwrap()), ids[1..2]);
        let failed = world.store.failed_mails().await.unwrap();
        let class = |id| failed.iter().find(|mail| mail.mail.id == id).map(|mail| mail.error_class.as_deref().unwrap());
        assert_eq!((failed.len(), class(ids[1]), class(ids[2])), (2, Some("timeout"), Some("rejected")));

        world.store.retry_mail(ids[2], later(600)).await.unwrap();
        assert!(claimed(&world.store.claim_mails(later(600), 9, LEASE).await.unwrap()).contains(&ids[2]));
        assert_eq!(world.store.sweep_mails(later(700)).await.unwrap(), 1);
        assert_eq!(world.store.outbox_counts().await.unwrap().sent, 0);
    })
    .await;
}

#[tokio::test]
async fn a_held_mail_can_be_taken_back() {
    on_both(async |world| {
        let ids = post(&world, 1).await;
        world.store.claim_mails(later(0), 1, LEASE).await.unwrap();
        assert!(!world.store.cancel_mail(ids[0], later(1)).await.unwrap(), "a worker has it");
        let ids = post(&world, 1).await;
        assert!(world.store.cancel_mail(ids[0], now()).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn jobs_are_done_once_and_newer_ones_win() {
    on_both(async |world| {
        let case = world.uuid();
        world
            .store
            .add_jobs(&[NewJob::once("publish", case, later(10)), NewJob::once("remind", case, later(20))])
            .await
            .unwrap();
        assert!(world.store.claim_jobs(later(9), 9, LEASE).await.unwrap().is_empty());
        assert_eq!(world.store.next_job_at().await.unwrap(), Some(later(10)));
        let jobs = world.store.claim_jobs(later(30), 9, LEASE).await.unwrap();
        assert_eq!(jobs.iter().map(|job| job.job.kind.as_str()).collect::<Vec<_>>(), ["publish", "remind"]);
        assert!(world.store.claim_jobs(later(30), 9, LEASE).await.unwrap().is_empty());

        // The day is moved while a worker holds the job: its answer is out of date and changes nothing.
        world.store.add_jobs(&[NewJob::once("publish", case, later(90))]).await.unwrap();
        world.store.job_done(&jobs[0]).await.unwrap();
        world.store.job_failed(&jobs[1], later(40), "timeout").await.unwrap();
        assert_eq!(world.store.job_counts(later(50)).await.unwrap(), (2, 1));
        let again = world.store.claim_jobs(later(100), 9, LEASE).await.unwrap();
        assert_eq!(again.iter().map(|job| job.attempts).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(again[0].error_class.as_deref(), Some("timeout"));
        for job in &again {
            world.store.job_done(job).await.unwrap();
        }
        assert_eq!(world.store.job_counts(later(999)).await.unwrap(), (0, 0));
        assert_eq!(world.store.next_job_at().await.unwrap(), None);
        world.store.add_jobs(&[NewJob::once("publish", case, later(1))]).await.unwrap();
        assert!(world.store.cancel_job(&format!("publish/{case}")).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn publications_come_in_the_order_of_commits() {
    on_both(async |world| {
        let advisory = world.uuid();
        for revision in 1..=2 {
            let mut append = world.append();
            let files = vec![("a/document.json".into(), vec![revision as u8; 3]), ("a/sig.asc".into(), Vec::new())];
            append.publications.push(NewPublication { advisory, revision, files });
            world.store.append(append).await.unwrap();
        }
        let all = world.store.publications_after(0, 9).await.unwrap();
        assert_eq!(all.iter().map(|one| (one.seq, one.revision)).collect::<Vec<_>>(), [(1, 1), (2, 2)]);
        assert_eq!(all[1].files, [("a/document.json".to_owned(), vec![2; 3]), ("a/sig.asc".to_owned(), Vec::new())]);
        assert_eq!(world.store.publications_after(1, 9).await.unwrap(), all[1..]);
    })
    .await;
}

#[tokio::test]
async fn a_mail_is_known_by_its_id_and_address_after_it_was_swept() {
    on_both(async |world| {
        let about = world.uuid();
        let mut append = world.append();
        append.mails.push(NewMail {
            id: world.uuid(),
            to: "Finder@example.org".into(),
            subject: "s".into(),
            body_text: "b".into(),
            language: "ja".into(),
            purpose: "receipt".into(),
            subject_id: Some(about),
            not_before: now(),
        });
        let id = append.mails[0].id;
        world.store.append(append).await.unwrap();
        let sent = world.store.claim_mails(later(0), 1, LEASE).await.unwrap().remove(0);
        world.store.mail_sent(id, later(1)).await.unwrap();
        assert_eq!(world.store.sweep_mails(later(2)).await.unwrap(), 1);

        let found = world.store.sent_mail(&sent.message_id, "finder@example.org ").await.unwrap();
        assert_eq!(found, Some(SentMail { id, subject_id: Some(about), is_to: true }));
        let other = world.store.sent_mail(&sent.message_id, "other@example.org").await.unwrap();
        assert_eq!(other, Some(SentMail { id, subject_id: Some(about), is_to: false }));
        for unknown in [about.simple().to_string(), String::new(), "x".repeat(5000)] {
            assert_eq!(world.store.sent_mail(&unknown, "finder@example.org").await.unwrap(), None);
        }
        assert_eq!(world.store.mail_bounced(id).await.unwrap(), None, "it was swept");
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_came_back_stands_among_those_that_did_not_leave() {
    on_both(async |world| {
        let ids = post(&world, 2).await;
        world.store.claim_mails(later(5), 2, LEASE).await.unwrap();
        world.store.mail_sent(ids[0], later(6)).await.unwrap();
        for _ in 0..2 {
            let mail = world.store.mail_bounced(ids[0]).await.unwrap().unwrap();
            assert_eq!((mail.mail.id, mail.error_class.as_deref(), mail.given_up), (ids[0], Some("bounced"), true));
        }
        let waiting = world.store.mail_bounced(ids[1]).await.unwrap().unwrap();
        assert_eq!(waiting.error_class, None, "one that was not sent cannot come back");
        assert_eq!(claimed(&world.store.failed_mails().await.unwrap()), ids[..1]);
        world.store.retry_mail(ids[0], later(7)).await.unwrap();
        assert_eq!(claimed(&world.store.claim_mails(later(7), 1, LEASE).await.unwrap()), ids[..1]);
    })
    .await;
}

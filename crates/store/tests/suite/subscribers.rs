use jiff::SignedDuration;
use store::*;
use uuid::Uuid;

use crate::world::{World, later, now, on_both};

const LEASE: SignedDuration = SignedDuration::from_secs(60);
const ADDRESS: &str = "reader@example.org";

fn reader(world: &World, active: bool) -> Subscriber {
    let expires_at = (!active).then(|| later(60));
    Subscriber { id: world.uuid(), active, data: b"known".to_vec(), seen: 0, next_at: now(), expires_at, version: 0 }
}

fn mail(world: &World) -> ListMail {
    ListMail {
        id: world.uuid(),
        to: ADDRESS.into(),
        subject: "新しい脆弱性対策情報".into(),
        body_text: "本文".into(),
        leave: Some("https://noroshi.example/leave".into()),
        not_before: now(),
    }
}

fn effects(mails: Vec<ListMail>, told: Vec<(Uuid, i64)>) -> SubscriberEffects {
    SubscriberEffects { mails, told, tokens: Vec::new() }
}

async fn added(world: &World, active: bool) -> Subscriber {
    let new = reader(world, active);
    world.store.add_subscriber(ADDRESS, &new, &SubscriberEffects::default(), now()).await.unwrap();
    new
}

#[tokio::test]
async fn an_address_is_there_once_however_it_is_written() {
    on_both(async |world| {
        let first = added(&world, true).await;
        let none = SubscriberEffects::default();
        let other = reader(&world, true);
        let second = world.store.add_subscriber(" Reader@Example.org ", &other, &none, now());
        assert!(matches!(second.await, Err(StoreError::Taken { kind: "subscriber" })));
        assert_eq!(world.store.subscriber_at("READER@example.org").await.unwrap(), Some(first.clone()));
        assert_eq!(world.store.subscriber(first.id).await.unwrap(), Some(first));
        assert_eq!(world.store.subscriber_at("other@example.org").await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_told_twice_and_one_of_two_workers_wins() {
    on_both(async |world| {
        let one = added(&world, true).await;
        assert!(world.store.due_subscribers(now(), 9).await.unwrap().is_empty(), "nothing is published yet");
        let mut append = world.append();
        append.publications.push(NewPublication { advisory: world.uuid(), revision: 1, files: Vec::new() });
        world.store.append(append).await.unwrap();
        let due = world.store.due_subscribers(now(), 9).await.unwrap();
        assert_eq!(due, std::slice::from_ref(&one));
        let advisory = world.uuid();
        let told = Subscriber { seen: 1, ..one };
        let (a, b) =
            (effects(vec![mail(&world)], vec![(advisory, 1)]), effects(vec![mail(&world)], vec![(advisory, 1)]));
        world.store.change_subscriber(&told, &a, now()).await.unwrap();
        let again = world.second().await.change_subscriber(&told, &b, now()).await;
        assert!(matches!(again, Err(StoreError::Taken { kind: "subscriber" })));
        let newer = world.store.subscriber(told.id).await.unwrap().unwrap();
        let again = world.store.change_subscriber(&newer, &b, now()).await;
        assert!(matches!(again, Err(StoreError::Taken { kind: "subscriber" })), "the revision was told before");
        assert_eq!(world.count("subscriber_mails").await, 1);
        assert_eq!(world.store.subscriber_told(told.id, &[advisory, world.uuid()]).await.unwrap(), [(advisory, 1)]);
        assert!(world.store.due_subscribers(now(), 9).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_mail_is_claimed_by_one_and_deleted_when_it_left() {
    on_both(async |world| {
        let one = added(&world, true).await;
        let posted = mail(&world);
        world.store.change_subscriber(&one, &effects(vec![posted.clone()], vec![]), now()).await.unwrap();
        let claimed = world.store.claim_list_mails(now(), 9, LEASE).await.unwrap();
        assert_eq!((claimed.len(), &claimed[0].mail, claimed[0].attempts), (1, &posted, 1));
        assert!(world.second().await.claim_list_mails(now(), 9, LEASE).await.unwrap().is_empty());
        let again = world.store.claim_list_mails(later(61), 9, LEASE).await.unwrap();
        assert_eq!((again[0].attempts, &again[0].message_id), (2, &claimed[0].message_id), "the worker was killed");
        world.store.list_mail_failed(posted.id, later(100)).await.unwrap();
        assert!(world.store.claim_list_mails(later(99), 9, LEASE).await.unwrap().is_empty());
        assert_eq!(world.store.claim_list_mails(later(100), 9, LEASE).await.unwrap().len(), 1);
        world.store.list_mail_done(posted.id).await.unwrap();
        assert_eq!(world.count("subscriber_mails").await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_is_gone_with_everything() {
    on_both(async |world| {
        let one = added(&world, false).await;
        let token = NewToken {
            token: world.entropy.token(),
            kind: "subscription".into(),
            subject: one.id,
            data: vec![],
            expires_at: None,
            single_use: false,
        };
        let secret = token.token.clone();
        let with = SubscriberEffects { tokens: vec![token], mails: vec![mail(&world)], told: vec![(world.uuid(), 1)] };
        world.store.change_subscriber(&one, &with, now()).await.unwrap();
        assert!(world.store.expired_subscribers(later(59)).await.unwrap().is_empty());
        assert_eq!(world.store.expired_subscribers(later(60)).await.unwrap(), [one.id]);
        assert!(world.store.erase_subscriber(one.id, now()).await.unwrap());
        assert!(!world.store.erase_subscriber(one.id, now()).await.unwrap());
        for table in ["subscribers", "subscriber_told", "subscriber_mails"] {
            assert_eq!(world.count(table).await, 0, "{table}");
        }
        assert_eq!(world.store.find_token("subscription", secret.as_str(), now()).await.unwrap(), TokenState::Unknown);
        let late = world.store.change_subscriber(&one, &SubscriberEffects::default(), now()).await;
        assert!(late.is_err(), "nothing is stored of somebody who left");
        world.store.add_subscriber(ADDRESS, &reader(&world, true), &effects(vec![], vec![]), now()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_cve_number_is_kept_for_one_case() {
    on_both(async |world| {
        let (case, other) = (world.uuid(), world.uuid());
        let number = |n: u32| CveNumber {
            id: format!("CVE-2026-{n}"),
            state: "reserved".into(),
            subject: None,
            data: b"{}".to_vec(),
        };
        for n in [20_001, 9_999] {
            assert!(world.store.add_cve_number(&number(n)).await.unwrap());
            assert!(!world.store.add_cve_number(&number(n)).await.unwrap());
        }
        assert_eq!(world.store.cve_numbers(Some("reserved")).await.unwrap(), [number(9_999), number(20_001)]);
        assert!(world.store.keep_cve_number("CVE-2026-9999", case).await.unwrap());
        assert!(!world.store.keep_cve_number("CVE-2026-9999", other).await.unwrap());
        assert!(!world.store.keep_cve_number("CVE-2026-1", case).await.unwrap(), "it is none of ours");
        assert_eq!(world.store.cve_numbers_of(case).await.unwrap()[0].id, "CVE-2026-9999");
        assert!(!world.store.free_cve_number("CVE-2026-9999", other, "reserved").await.unwrap());
        assert!(world.store.free_cve_number("CVE-2026-9999", case, "reserved").await.unwrap());
        let published = CveNumber { state: "published".into(), ..number(9_999) };
        world.store.put_cve_number(&published).await.unwrap();
        assert_eq!(world.store.cve_number("CVE-2026-9999").await.unwrap(), Some(published));
        assert!(world.store.cve_number("CVE-2026-1").await.unwrap().is_none());
    })
    .await;
}

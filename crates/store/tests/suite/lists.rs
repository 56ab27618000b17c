use jiff::civil::date;
use store::*;
use uuid::Uuid;

use crate::world::{World, events, later, now, on_both};

pub fn card(id: Uuid, number: &str, state: &str, sort: i64, day: Option<i8>) -> CardRow {
    CardRow {
        id,
        kind: "case".into(),
        number: number.into(),
        state: state.into(),
        owner: None,
        sort,
        due: day.map(|day| date(2026, 12, day)),
        changed_at: later(sort),
        version: 1,
        card: format!("card of {number}").into_bytes(),
    }
}

async fn write(world: &World, rows: Vec<CardRow>) -> Result<()> {
    let mut append = world.append();
    append.rows = rows;
    world.store.append(append).await
}

pub fn numbers(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|card| card.number.as_str()).collect()
}

#[tokio::test]
async fn cards_are_listed_filtered_and_ordered() {
    on_both(async |world| {
        let ids: Vec<Uuid> = (0..4).map(|_| world.uuid()).collect();
        let owner = world.uuid();
        let mut rows = vec![
            card(ids[0], "10000000", "open", 1, None),
            card(ids[1], "20000000", "open", 1, Some(9)),
            card(ids[2], "30000000", "closed", 5, Some(1)),
            card(ids[3], "40000000", "open", 5, None),
        ];
        rows[1].owner = Some(owner);
        write(&world, rows.clone()).await.unwrap();

        let all = CardFilter::default();
        let (cards, total) = world.store.cards("case", all, CardOrder::Weight).await.unwrap();
        // Heaviest first, then the earliest day, without a day last.
        assert_eq!(numbers(&cards), ["30000000", "40000000", "20000000", "10000000"]);
        assert_eq!(total, 4);
        assert_eq!(cards[0], rows[2]);
        let (cards, _) = world.store.cards("case", all, CardOrder::Due).await.unwrap();
        assert_eq!(numbers(&cards), ["30000000", "20000000", "40000000", "10000000"]);
        let (cards, _) = world.store.cards("case", all, CardOrder::Number).await.unwrap();
        assert_eq!(numbers(&cards), ["10000000", "20000000", "30000000", "40000000"]);

        let page = CardFilter { states: &["open"], limit: Some(1), offset: 1, ..all };
        let (cards, total) = world.store.cards("case", page, CardOrder::Weight).await.unwrap();
        assert_eq!((numbers(&cards), total), (vec!["20000000"], 3));
        let mine = CardFilter { owner: Some(owner), ..all };
        assert_eq!(world.store.cards("case", mine, CardOrder::Weight).await.unwrap().1, 1);
        let some = CardFilter { ids: Some(&ids[..2]), ..all };
        assert_eq!(world.store.cards("case", some, CardOrder::Changed).await.unwrap().1, 2);
        let none = CardFilter { ids: Some(&[]), ..all };
        assert_eq!(world.store.cards("case", none, CardOrder::Changed).await.unwrap().1, 0);
        assert_eq!(world.store.cards("report", all, CardOrder::Weight).await.unwrap().1, 0);

        let counts = world.store.card_counts("case").await.unwrap();
        assert_eq!(counts, [("closed".to_owned(), 1), ("open".to_owned(), 3)]);
        assert_eq!(world.store.card_by_number("case", "20000000").await.unwrap().unwrap().id, ids[1]);
        assert_eq!(world.store.card_by_number("report", "20000000").await.unwrap(), None);
        assert_eq!(world.store.card(ids[3]).await.unwrap().unwrap().card, b"card of 40000000");
    })
    .await;
}

#[tokio::test]
async fn a_number_is_given_once() {
    on_both(async |world| {
        let id = world.uuid();
        write(&world, vec![card(id, "12345678", "open", 1, None)]).await.unwrap();
        write(&world, vec![card(id, "12345678", "closed", 2, None)]).await.unwrap();
        assert_eq!(world.store.card(id).await.unwrap().unwrap().state, "closed");
        let taken = write(&world, vec![card(world.uuid(), "12345678", "open", 1, None)]).await.unwrap_err();
        assert!(matches!(taken, StoreError::Taken { kind: "number" }), "{taken}");
        // Without a number there is nothing to collide.
        let nameless = vec![card(world.uuid(), "", "open", 1, None), card(world.uuid(), "", "open", 1, None)];
        write(&world, nameless).await.unwrap();
    })
    .await;
}

fn duty(party: &str, kind: &str, weight: i64, day: Option<i8>) -> DutyRow {
    let due = day.map(|day| date(2026, 12, day));
    DutyRow { party: party.into(), kind: kind.into(), due, weight, card: format!("duty {kind}").into_bytes() }
}

#[tokio::test]
async fn duties_come_with_their_subjects_and_are_replaced_whole() {
    on_both(async |world| {
        let (a, b) = (world.uuid(), world.uuid());
        let mut append = world.append();
        append.rows = vec![card(a, "10000000", "open", 1, None)];
        append.duties = vec![
            DutyRows {
                subject: a,
                rows: vec![duty("coordinator", "contact", 1, None), duty("finder:x", "answer", 9, None)],
            },
            DutyRows {
                subject: b,
                rows: vec![duty("coordinator", "date", 1, Some(3)), duty("coordinator", "draft", 7, None)],
            },
        ];
        world.store.append(append).await.unwrap();

        let (duties, total) = world.store.duties("coordinator", 50, 0).await.unwrap();
        let kinds: Vec<&str> = duties.iter().map(|duty| duty.row.kind.as_str()).collect();
        assert_eq!((kinds, total), (vec!["draft", "date", "contact"], 3));
        assert_eq!(duties[2].card.as_ref().unwrap().number, "10000000");
        assert_eq!(duties[1].card, None);
        assert_eq!(duties[1].row, duty("coordinator", "date", 1, Some(3)));
        let (page, total) = world.store.duties("coordinator", 1, 2).await.unwrap();
        assert_eq!((page[0].subject, total), (a, 3));
        let counts = world.store.duty_counts("coordinator").await.unwrap();
        assert_eq!(counts, [("contact".to_owned(), 1), ("date".to_owned(), 1), ("draft".to_owned(), 1)]);

        let mut append = world.append();
        append.duties = vec![DutyRows { subject: b, rows: Vec::new() }];
        world.store.append(append).await.unwrap();
        assert_eq!(world.store.duties("coordinator", 50, 0).await.unwrap().1, 1);
        assert!(world.store.duties_of(b).await.unwrap().is_empty());
        assert_eq!(world.store.duties_of(a).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn counts_follow_what_is_written() {
    on_both(async |world| {
        let (a, b) = (world.uuid(), world.uuid());
        let step = async |state: &str, duties: Vec<DutyRow>| {
            let mut append = world.append();
            append.rows = vec![card(a, "10000000", state, 1, None), card(b, "20000000", "open", 1, None)];
            append.duties = vec![DutyRows { subject: a, rows: duties }];
            world.store.append(append).await.unwrap();
        };
        let one = |name: &str, n: u64| (name.to_owned(), n);
        step("open", vec![duty("coordinator", "contact", 1, None), duty("coordinator", "date", 1, None)]).await;
        assert_eq!(world.store.card_counts("case").await.unwrap(), [one("open", 2)]);
        step("closed", vec![duty("coordinator", "date", 1, None), duty("finder:x", "date", 1, None)]).await;
        assert_eq!(world.store.card_counts("case").await.unwrap(), [one("closed", 1), one("open", 1)]);
        assert_eq!(world.store.duty_counts("coordinator").await.unwrap(), [one("date", 1)]);
        // An append that is refused counts nothing.
        let taken = write(&world, vec![card(world.uuid(), "10000000", "open", 1, None)]).await;
        assert!(matches!(taken, Err(StoreError::Taken { .. })));
        assert_eq!(world.store.card_counts("case").await.unwrap(), [one("closed", 1), one("open", 1)]);

        // A database from before the tallies has them when it is opened.
        for later in ["tallies", "subscribers", "subscriber_told", "subscriber_mails", "cve_numbers", "cells"] {
            world.tamper(&format!("DROP TABLE {later}")).await;
        }
        world.tamper("DELETE FROM schema_steps WHERE step > 1").await;
        let opened = world.second().await;
        assert_eq!(opened.card_counts("case").await.unwrap(), [one("closed", 1), one("open", 1)]);
        assert_eq!(opened.duty_counts("coordinator").await.unwrap(), [one("date", 1)]);
        assert_eq!(opened.duty_counts("finder:x").await.unwrap(), [one("date", 1)]);
        opened.close().await;
    })
    .await;
}

#[tokio::test]
async fn links_are_read_from_both_ends() {
    on_both(async |world| {
        let (case, x, y) = (world.uuid(), world.uuid(), world.uuid());
        let link = |b| LinkRow { a: case, relation: "developer".into(), b };
        let mut append = world.append();
        append.links = vec![link(x), link(y), link(x)];
        world.store.append(append).await.unwrap();
        let mut both = vec![x, y];
        both.sort();
        assert_eq!(world.store.linked_from(case, "developer").await.unwrap(), both);
        assert_eq!(world.store.linked_to("developer", x).await.unwrap(), [case]);
        assert!(world.store.linked_to("report", x).await.unwrap().is_empty());
        let mut append = world.append();
        append.unlinks = vec![link(x)];
        world.store.append(append).await.unwrap();
        assert_eq!(world.store.links_of(&[case, x]).await.unwrap(), [link(y)]);
    })
    .await;
}

#[tokio::test]
async fn a_claim_is_held_by_one() {
    on_both(async |world| {
        let (a, b) = (world.uuid(), world.uuid());
        let claim = |subject| Claim { kind: "login", value: "suzuki".into(), subject };
        let take = async |subject, releases: Vec<Claim>| {
            let mut append = world.append();
            append.releases = releases;
            append.claims.push(claim(subject));
            world.store.append(append).await
        };
        take(a, Vec::new()).await.unwrap();
        let taken = take(b, Vec::new()).await.unwrap_err();
        assert!(matches!(taken, StoreError::Taken { kind: "login" }), "{taken}");
        assert_eq!(world.store.holder("login", "suzuki").await.unwrap(), Some(a));
        assert_eq!(world.store.holder("mail", "suzuki").await.unwrap(), None);
        take(b, vec![claim(a)]).await.unwrap();
        assert_eq!(world.store.holder("login", "suzuki").await.unwrap(), Some(b));
    })
    .await;
}

#[tokio::test]
async fn a_sequence_has_no_gap_and_no_double() {
    on_both(async |world| {
        let step = async |value| {
            let mut append = world.append();
            append.sequences.push(SequenceStep { name: "jvndb/2026".into(), value });
            world.store.append(append).await
        };
        assert_eq!(world.store.last_of_sequence("jvndb/2026").await.unwrap(), 0);
        step(1).await.unwrap();
        assert!(matches!(step(1).await, Err(StoreError::Taken { kind: "sequence" })));
        assert!(matches!(step(3).await, Err(StoreError::Taken { kind: "sequence" })));
        step(2).await.unwrap();
        assert_eq!(world.store.last_of_sequence("jvndb/2026").await.unwrap(), 2);
    })
    .await;
}

#[tokio::test]
async fn projections_are_rebuilt_in_one_go() {
    on_both(async |world| {
        let id = world.uuid();
        let stream = StreamId::new(StreamKind::Case, id);
        let mut append = world.append();
        append.streams.push(events(stream, 0, &["x"]));
        append.rows = vec![card(id, "10000000", "stale", 1, None)];
        append.links = vec![LinkRow { a: id, relation: "stale".into(), b: id }];
        world.store.append(append).await.unwrap();

        let other = world.second().await;
        assert!(matches!(world.store.begin_rebuild().await, Err(StoreError::InUse)));
        other.close().await;

        let mut rebuild = world.store.begin_rebuild().await.unwrap();
        assert_eq!(rebuild.events_after(0, 10).await.unwrap().len(), 1);
        rebuild.write(&[card(id, "10000000", "fresh", 1, None)], &[], &[]).await.unwrap();
        drop(rebuild);
        assert_eq!(world.store.card(id).await.unwrap().unwrap().state, "stale");

        let mut rebuild = world.store.begin_rebuild().await.unwrap();
        rebuild.write(&[card(id, "10000000", "fresh", 1, None)], &[], &[]).await.unwrap();
        rebuild.commit().await.unwrap();
        assert_eq!(world.store.card(id).await.unwrap().unwrap().state, "fresh");
        assert_eq!(world.store.card_counts("case").await.unwrap(), [("fresh".to_owned(), 1)]);
        assert!(world.store.links_of(&[id]).await.unwrap().is_empty());
        world.events(stream, 1, &["y"]).await;
        assert_eq!(now(), world.store.load(stream).await.unwrap()[1].header.at);
    })
    .await;
}

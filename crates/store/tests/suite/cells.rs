//! Lists that are narrowed by cells: what the database finds is what a plain look through all rows finds.

use jiff::civil::{Date, date};
use store::{CardOrder, CardRow, CellFilter, CellPage, CellRow};
use uuid::Uuid;

use crate::lists::{card, numbers};
use crate::world::on_both;

fn place(id: Uuid, number: &str, cell: i64, sort: i64, late: Option<i8>) -> CellRow {
    CellRow {
        id,
        kind: "case".into(),
        cell,
        owner: None,
        late_from: late.map(|day| date(2026, 11, day)),
        number: number.into(),
        sort,
        due: None,
    }
}

#[tokio::test]
async fn a_list_is_narrowed_by_cells_either_way() {
    on_both(async |world| {
        let ids: Vec<Uuid> = (0..4).map(|_| world.uuid()).collect();
        let (red, blue, owner) = (7_i64, 1_i64 << 60, world.uuid());
        let numbers_of = ["10000000", "20000000", "30000000", "40000000"];
        let sorts = [1, 3, 2, 3];
        let mut append = world.append();
        for at in 0..4 {
            append.rows.push(card(ids[at], numbers_of[at], "open", sorts[at], None));
            append.cells.push(place(ids[at], numbers_of[at], if at == 2 { blue } else { red }, sorts[at], None));
        }
        append.cells[1].late_from = Some(date(2026, 11, 3));
        append.cells[3].owner = Some(owner);
        world.store.append(append).await.unwrap();

        let any = CellFilter::default();
        let page = |cells| CellPage {
            cells,
            filter: any,
            order: CardOrder::Weight,
            backwards: false,
            total: 3,
            limit: None,
            offset: 0,
        };
        let reds = [red];
        // Few are found and put in order; among many the list is walked.
        for total in [3, 5000] {
            let found = world.store.cards_in("case", CellPage { total, ..page(Some(&reds)) }).await.unwrap();
            assert_eq!(found.len(), 3, "red ones");
            assert_eq!(numbers(&found)[2], "10000000", "the lightest comes last");
            let back = CellPage { total, backwards: true, ..page(Some(&reds)) };
            let back = world.store.cards_in("case", back).await.unwrap();
            assert_eq!(numbers(&back).into_iter().rev().collect::<Vec<_>>(), numbers(&found));
            let by_number =
                CellPage { total, order: CardOrder::Number, limit: Some(2), offset: 1, ..page(Some(&reds)) };
            assert_eq!(numbers(&world.store.cards_in("case", by_number).await.unwrap()), ["20000000", "40000000"]);
        }
        assert!(world.store.cards_in("case", page(Some(&[]))).await.unwrap().is_empty());
        let late = CellFilter { late: Some((date(2026, 11, 1), date(2026, 11, 3))), ..any };
        let found = world.store.cards_in("case", CellPage { filter: late, total: 1, ..page(None) }).await.unwrap();
        assert_eq!(numbers(&found), ["20000000"]);
        let mine = CellFilter { owner: Some(owner), ..any };
        assert_eq!(world.store.cell_counts("case", mine).await.unwrap(), [(red, 1)]);
        assert_eq!(world.store.cell_counts("case", late).await.unwrap(), [(red, 1)]);

        // What changes its cell is counted there alone.
        let mut append = world.append();
        append.cells = vec![place(ids[0], numbers_of[0], blue, 1, None)];
        world.store.append(append).await.unwrap();
        let mut counts = world.store.cell_counts("case", any).await.unwrap();
        counts.sort();
        let mut expected = vec![(red, 2), (blue, 2)];
        expected.sort();
        assert_eq!(counts, expected);
    })
    .await;
}

/// A row of the comparison, and the order in which a list has it.
type Place = (CardRow, CellRow);

fn in_order(places: &mut [&Place], order: CardOrder) {
    let none = date(9999, 12, 31);
    let due = |row: &CardRow| row.due.unwrap_or(none);
    let weight = |row: &CardRow| std::cmp::Reverse(row.sort);
    let id = |row: &CardRow| row.id.to_string();
    match order {
        CardOrder::Due => places.sort_by_cached_key(|(row, _)| (due(row), weight(row), id(row))),
        CardOrder::Number => places.sort_by_cached_key(|(row, _)| (row.number.clone(), id(row))),
        _ => places.sort_by_cached_key(|(row, _)| (weight(row), due(row), id(row))),
    }
}

/// Enough of them that lists are walked, and that deep pages are read from the other end.
#[tokio::test]
async fn every_page_of_a_long_list_is_what_a_look_through_all_rows_finds() {
    on_both(async |world| {
        let owner = world.uuid();
        let mut append = world.append();
        for n in 0..1300_i64 {
            let (id, number) = (world.uuid(), format!("{:08}", n * 7919 % 100_003));
            let due = (n % 3 > 0).then(|| date(2026, 11, i8::try_from(n % 28).unwrap_or(0) + 1));
            let row = CardRow { due, ..card(id, &number, "open", n % 5, None) };
            let late_from = (n % 2 > 0).then(|| date(2026, 10, i8::try_from(n % 30).unwrap_or(0) + 1));
            let owner = (n % 4 == 0).then_some(owner);
            append.cells.push(CellRow { owner, due, late_from, ..place(id, &number, n % 7, n % 5, None) });
            append.rows.push(row);
        }
        let all: Vec<Place> = append.rows.iter().cloned().zip(append.cells.iter().cloned()).collect();
        world.store.append(append).await.unwrap();
        let late = Some((date(2026, 10, 1), date(2026, 10, 20)));
        let filters = [
            CellFilter::default(),
            CellFilter { owner: Some(owner), late: None },
            CellFilter { owner: None, late },
            CellFilter { owner: Some(owner), late: Some((Date::MIN, date(2026, 10, 2))) },
        ];
        let most = [0, 1, 2, 4, 5, 6];
        for (filter, cells) in
            filters.into_iter().flat_map(|filter| [None, Some(&most[..]), Some(&most[..1])].map(|c| (filter, c)))
        {
            let fits = |(_, cell): &&Place| {
                cells.is_none_or(|cells| cells.contains(&cell.cell))
                    && filter.owner.is_none_or(|owner| cell.owner == Some(owner))
                    && filter.late.is_none_or(|(a, b)| cell.late_from.is_some_and(|day| (a..=b).contains(&day)))
            };
            let mut wanted: Vec<&Place> = all.iter().filter(fits).collect();
            let total = wanted.len() as u64;
            let counted = world.store.cell_counts("case", filter).await.unwrap();
            let counted = counted.iter().filter(|(cell, _)| cells.is_none_or(|cells| cells.contains(cell)));
            assert_eq!(counted.map(|(_, n)| n).sum::<u64>(), total, "{filter:?}");
            for (order, backwards) in [(CardOrder::Weight, false), (CardOrder::Due, true), (CardOrder::Number, true)] {
                in_order(&mut wanted, order);
                if backwards {
                    wanted.reverse();
                }
                for offset in [0, 50, wanted.len() / 2 + 7, wanted.len().saturating_sub(20), wanted.len()] {
                    let expected: Vec<&str> =
                        wanted.iter().skip(offset).take(50).map(|(row, _)| row.number.as_str()).collect();
                    let offset = u32::try_from(offset).unwrap();
                    let page = CellPage { cells, filter, order, backwards, total, limit: Some(50), offset };
                    let found = world.store.cards_in("case", page).await.unwrap();
                    assert_eq!(numbers(&found), expected, "{page:?}");
                }
            }
        }
    })
    .await;
}

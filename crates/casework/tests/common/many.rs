//! Website cases by the thousand: as rows of the lists alone, for nobody would report them one by one for a test.

use casework::sites::SiteCard;
use casework::{Actor, Office};
use rulebook::ids::SiteCaseId;
use store::{Append, CardRow, CellFilter, CellRow};

/// So many cases beside the only one there is, alike but for their numbers and sites (`www0.example` and so on), and
/// heavier: in the list it comes after all of them.
pub async fn heavier(office: &Office, site: SiteCaseId, count: u32) {
    let store = office.store();
    let first = store.card(site.0).await.expect("a card").expect("the case's own");
    let card: SiteCard = serde_json::from_slice(&first.card).expect("a card of a website case");
    let cells = store.cell_counts(&first.kind, CellFilter::default()).await.expect("cells");
    assert_eq!(cells.iter().map(|(_, cases)| cases).sum::<u64>(), 1, "it is the only one");
    let mut append = Append::new(office.now().at, Actor::PROGRAM.id());
    for n in 0..count {
        let (id, number) = (office.id(), format!("VW{n:08}"));
        let card = SiteCard { number: number.clone(), site: format!("www{n}.example"), ..card.clone() };
        let card = serde_json::to_vec(&card).expect("plain data");
        let row = CardRow { id, number: number.clone(), owner: None, sort: first.sort + 1, card, ..first.clone() };
        append.cells.push(CellRow {
            id,
            kind: row.kind.clone(),
            cell: cells[0].0,
            owner: None,
            late_from: None,
            number,
            sort: row.sort,
            due: row.due,
        });
        append.rows.push(row);
    }
    store.append(append).await.expect("the rows are written");
}

//! `noroshi report list`.

use casework::Actor;
use casework::lists::Line;
use casework::project::ReportCard;
use rulebook::party::Party;
use rulebook::report::form::ReportKind;
use serde::Serialize;
use store::CardOrder;

use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::Place;

/// Reports that are read at once.
const PAGE: u32 = 500;

/// A report, as `--json` has it.
#[derive(Serialize)]
struct Listed {
    number: String,
    received_on: String,
    state: String,
    /// `product`, `website`, `own-product`; none when it is not known yet.
    kind: Option<&'static str>,
    title: String,
    high_impact: bool,
    problems: u32,
    attachments: u32,
}

/// Lists all reports, newest first.
///
/// # Errors
/// What could not be read.
pub async fn run(place: &Place, json: bool) -> Outcome {
    let office = place.office().await?;
    let desk = Actor::bearer(Party::ReceivingBody);
    let mut reports = Vec::new();
    loop {
        let offset = u32::try_from(reports.len()).map_err(|_| Failure::new("There are too many reports to list"))?;
        let page = office.list_at_desk::<ReportCard>(desk, &[], None, CardOrder::default(), PAGE, offset).await?;
        if page.lines.is_empty() {
            break;
        }
        reports.extend(page.lines.into_iter().map(listed));
    }
    office.store().clone().close().await;
    reports.sort_by(|a, b| (&b.received_on, &a.number).cmp(&(&a.received_on, &b.number)));
    if json {
        let text = serde_json::to_string_pretty(&reports).map_err(|_| Failure::new("The list cannot be written"))?;
        out::line(text);
        return Ok(());
    }
    for report in &reports {
        let kind = report.kind.unwrap_or("unknown");
        // A stranger wrote the title: nothing of it may move the cursor.
        let title = report.title.replace(char::is_control, " ");
        out::line([&report.number, &report.received_on, &report.state, kind, &title].join("\t"));
    }
    Ok(())
}

fn listed(line: Line<ReportCard>) -> Listed {
    let card = line.card;
    Listed {
        number: card.number,
        received_on: card.received_on.to_string(),
        state: line.state,
        kind: card.kind.map(ReportKind::word),
        title: card.title,
        high_impact: card.high_impact,
        problems: card.problems,
        attachments: card.attachments,
    }
}

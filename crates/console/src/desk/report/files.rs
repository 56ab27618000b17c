//! Files of a report: named by their place on the page, handed out only to be kept, never to be shown.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use casework::Error;
use rulebook::report::{Attachment, ReportView};

use super::find;
use crate::download::download;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/reports/{number}/files/{place}", get(fetch))
}

async fn fetch(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number, place)): Path<(String, String, usize)>,
) -> Response {
    match open(&staff, &number, place).await {
        Ok(response) => response,
        Err(error) => staff.visitor.fault(error),
    }
}

async fn open(staff: &Staff, number: &str, place: usize) -> Result<Response, Error> {
    let office = &staff.visitor.console.office;
    let id = find(staff, number).await?;
    let page = office.report_page(id, staff.actor).await?;
    let wanted = all(&page.view).nth(place.wrapping_sub(1)).ok_or(Error::NotFound)?.id;
    let (file, reader) = office.report_file(id, staff.actor, wanted).await?;
    Ok(download(&file, reader))
}

/// Every file of the report: what came with it, then what came with messages. The order never changes.
pub(super) fn all(view: &ReportView) -> impl Iterator<Item = &Attachment> {
    view.attachments.iter().chain(view.messages.iter().flat_map(|message| message.item.attachments.iter()))
}

//! Files of a case: named by their place in the reader's view, handed out only to be kept, never to be shown.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use casework::Error;
use rulebook::ids::AttachmentId;

use super::{Desk, find};
use crate::download::download;
use crate::state::Console;
use crate::who::Staff;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/files/{place}", get(fetch))
        .route("/{lang}/desk/cases/{number}/sent/{file}", get(fetch_sent))
}

/// Where a file is that came with a message.
pub(super) fn sent(desk: &Desk<'_>, file: AttachmentId) -> String {
    format!("{}/sent/{file}", desk.base)
}

async fn fetch_sent(staff: Staff, Path((_, number, file)): Path<(String, String, String)>) -> Response {
    let opened = async {
        let id: AttachmentId = file.parse().map_err(|_| Error::NotFound)?;
        staff.visitor.console.office.case_file(find(&staff, &number).await?, staff.actor, id).await
    };
    match opened.await {
        Ok((file, reader)) => download(&file, reader),
        Err(error) => staff.visitor.fault(error),
    }
}

async fn fetch(staff: Staff, Path((_, number, place)): Path<(String, String, usize)>) -> Response {
    match open(&staff, &number, place).await {
        Ok(response) => response,
        Err(error) => staff.visitor.fault(error),
    }
}

async fn open(staff: &Staff, number: &str, place: usize) -> Result<Response, Error> {
    let office = &staff.visitor.console.office;
    let id = find(staff, number).await?;
    let page = office.case_page(id, staff.actor).await?;
    let wanted = page.view.attachments.get(place.wrapping_sub(1)).ok_or(Error::NotFound)?.id;
    let (file, reader) = office.case_file(id, staff.actor, wanted).await?;
    Ok(download(&file, reader))
}

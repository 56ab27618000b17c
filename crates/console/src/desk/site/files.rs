//! Files of a website case: its reports', and those that came with messages. Handed out only to be kept.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use casework::Error;
use rulebook::ids::AttachmentId;

use super::Desk;
use crate::download::download;
use crate::state::Console;
use crate::who::ReceivingDesk;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/sites/{number}/files/{file}", get(fetch))
}

impl Desk<'_> {
    /// Where a file is.
    pub(super) fn file(&self, id: AttachmentId) -> String {
        format!("{}/files/{id}", self.base)
    }
}

async fn fetch(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number, file)): Path<(String, String, String)>,
) -> Response {
    let office = &staff.visitor.console.office;
    let opened = async {
        let id: AttachmentId = file.parse().map_err(|_| Error::NotFound)?;
        office.site_file(office.site_id(&number).await?, staff.actor, id).await
    };
    match opened.await {
        Ok((file, reader)) => download(&file, reader),
        Err(error) => staff.visitor.fault(error),
    }
}

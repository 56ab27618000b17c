//! Files that were handed over with a case: named by their place in the member's view, handed out only to be kept.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use casework::Error;

use crate::download::download;
use crate::state::Console;
use crate::who::Member;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/committee/{number}/files/{place}", get(fetch))
}

async fn fetch(member: Member, Path((_, number, place)): Path<(String, String, usize)>) -> Response {
    open(&member, &number, place).await.unwrap_or_else(|error| member.visitor.fault(error))
}

async fn open(member: &Member, number: &str, place: usize) -> Result<Response, Error> {
    let office = &member.visitor.console.office;
    let id = office.case_id(number).await?;
    let page = office.case_page(id, member.actor).await?;
    let wanted = page.view.attachments.get(place.wrapping_sub(1)).ok_or(Error::NotFound)?.id;
    let (file, reader) = office.case_file(id, member.actor, wanted).await?;
    Ok(download(&file, reader))
}

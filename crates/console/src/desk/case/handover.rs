//! Handing over to the coordinator (Ⅳ.3.(1).4): a copy approved field by field and file by file (decision 12).

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use rulebook::case::CaseCommand;
use rulebook::ids::AttachmentId;
use rulebook::report::Attachment;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame};

use super::{Desk, Place, act, answer, find, render};
use crate::desk::copy::{self, CopyField};
use crate::desk::identity;
use crate::desk::sent::{Open, Sent};
use crate::desk::words;
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

/// Name of the form.
pub(super) const NAME: &str = "handover";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/{number}/hand-over", post(send))
}

#[derive(Template)]
#[template(path = "desk/case/handover.html")]
struct HandOver<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    copy: Vec<CopyField>,
    identity: bool,
    files: Option<Field>,
    named: bool,
    own: bool,
}

pub(super) fn form(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let form = desk.form(NAME, |form| {
        if let Some(content) = &view.content {
            copy::fill(form, content);
        }
    });
    let own = view.origin == rulebook::case::event::Origin::OwnProduct;
    let kept = desk.page.finder.as_ref().filter(|_| !own).map(identity::of_card).unwrap_or_default();
    let copy = copy::fields(frame.lang, &form, &kept);
    let files = choices(&view.attachments);
    let named = view.reports.first().is_some_and(|report| report.consents.share_identity.is_yes());
    Markup::of(&HandOver {
        frame,
        open: desk.open(NAME, "hand-over"),
        identity: copy.iter().any(|field| !field.identity.is_empty()),
        copy,
        files: (!files.is_empty())
            .then(|| form.checks("file", frame.t("desk-handover-files"), &files).hint(frame.t("desk-files-approve"))),
        named,
        own,
        form,
    })
}

/// The files of a view as boxes to tick, by their place.
pub(super) fn choices(files: &[Attachment]) -> Vec<Choice> {
    let choice = |(place, file): (usize, &Attachment)| Choice::new(place + 1, &file.name).hint(words::size(file.size));
    files.iter().enumerate().map(choice).collect()
}

/// The files that were ticked, by their place in the actor's view.
pub(super) async fn ticked_files(
    staff: &Staff,
    number: &str,
    fields: &Fields,
) -> Result<Vec<AttachmentId>, casework::Error> {
    if !fields.has("file") {
        return Ok(Vec::new());
    }
    let id = find(staff, number).await?;
    let page = staff.visitor.console.office.case_page(id, staff.actor).await?;
    let places = fields.all("file").filter_map(|place| place.parse::<usize>().ok());
    let files = places.filter_map(|place| page.view.attachments.get(place.wrapping_sub(1)).map(|file| file.id));
    Ok(files.collect())
}

async fn send(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let content = copy::read(&fields);
    if !copy::fits(&content) {
        let lang = staff.visitor.lang;
        let sent = Sent::wrong(lang, NAME, &fields, "form", lang.t("refusal-text-too-long"));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    }
    let outcome = match ticked_files(&staff, &number, &fields).await {
        Ok(attachments) => act(&staff, &number, &fields, CaseCommand::HandOver { content, attachments }).await,
        Err(error) => Err(error),
    };
    answer(&staff, &number, Place::Case, NAME, &fields, outcome, "handed-over").await
}

//! Releasing the details to a developer (Ⅳ.4.2): of the copy that the coordinator has, what is ticked.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use rulebook::case::{CaseCommand, CaseContent, ContentField};
use ui::field::Field;
use ui::{Form, Lang};

use super::{Place, act, answer, developer_at, handover};
use crate::desk::copy;
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::CoordinatorDesk;

/// Name of the form.
pub(super) const NAME: &str = "release";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/{number}/developers/{place}/release", post(send))
}

/// A field of the copy with its text, to be ticked.
pub(super) struct Line {
    /// The box.
    pub tick: Field,
    /// What it says.
    pub text: String,
}

/// Ticks every field that says something.
pub(super) fn tick_all(form: &mut Form, copy: &CaseContent) {
    for field in said(copy) {
        form.set(copy::tick_name(field), "yes");
    }
}

/// The fields of a copy that say something.
pub(super) fn lines(lang: Lang, form: &Form, copy: &CaseContent) -> Vec<Line> {
    let line = |field: ContentField| Line {
        tick: form.check(&copy::tick_name(field), names::content_field(lang, field)),
        text: copy.get(field).to_owned(),
    };
    said(copy).map(line).collect()
}

fn said(copy: &CaseContent) -> impl Iterator<Item = ContentField> {
    ContentField::ALL.into_iter().filter(|field| !copy.get(*field).trim().is_empty())
}

async fn send(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number, place)): Path<(String, String, usize)>,
    fields: Fields,
) -> Response {
    let outcome = async {
        let developer = developer_at(&staff, &number, place).await?.id;
        let attachments = handover::ticked_files(&staff, &number, &fields).await?;
        let command = CaseCommand::ReleaseDetails { developer, fields: copy::ticked(&fields), attachments };
        act(&staff, &number, &fields, command).await
    };
    let outcome = outcome.await;
    answer(&staff, &number, Place::Developer(place), NAME, &fields, outcome, "details-released").await
}

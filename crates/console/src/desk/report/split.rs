//! Another vulnerability or another product in an accepted report: a case of its own (Ⅳ.3.(1).2).

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use rulebook::action::Action;
use rulebook::case::CaseContent;
use ui::markup::Markup;
use ui::{Form, Frame};

use super::{Desk, answer, find, render};
use crate::desk::copy::{self, CopyField};
use crate::desk::identity;
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::state::Console;
use crate::who::ReceivingDesk;

const NAME: &str = "split";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/reports/{number}/split", post(split))
}

#[derive(Template)]
#[template(path = "desk/report/split.html")]
struct Split<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    copy: Vec<CopyField>,
    identity: bool,
    unfolded: bool,
}

/// The form that opens a further case, once there is a first one.
pub(super) fn section(desk: &Desk<'_>) -> Option<Markup> {
    if !desk.may(Action::SplitReport) {
        return None;
    }
    let frame = &desk.frame;
    let form = desk.form(NAME, |form| {
        if let Some(report) = &desk.page.form {
            copy::fill(form, &CaseContent::from_form(report));
        }
    });
    let kept = desk.page.form.as_ref().map(identity::of_form).unwrap_or_default();
    let copy = copy::fields(frame.lang, &form, &kept);
    Some(Markup::of(&Split {
        frame,
        open: desk.open(NAME, "split"),
        identity: copy.iter().any(|field| !field.identity.is_empty()),
        copy,
        unfolded: desk.came_back(NAME),
        form,
    }))
}

async fn split(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let visitor = &staff.visitor;
    let content = copy::read(&fields);
    if !copy::fits(&content) {
        let sent = Sent::wrong(visitor.lang, NAME, &fields, "form", visitor.lang.t("refusal-text-too-long"));
        return render(&staff, &number, Some(sent)).await;
    }
    let outcome = async {
        let id = find(&staff, &number).await?;
        let office = &visitor.console.office;
        office.split_report(id, staff.actor, fields.seen().as_ref(), content).await.map(|_| ())
    };
    let outcome = outcome.await;
    answer(&staff, &number, NAME, &fields, outcome, "split").await
}

//! A report on the wrong form: a product that is a site, a site that is a product, a developer's own product. It is
//! moved, with the reason to its finder, and need not be sent again.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::ReportOrder;
use rulebook::action::Action;
use rulebook::report::form::ReportKind;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame};

use super::decision::reason;
use super::{Desk, answer, find, render, said};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::letters::lang as page_lang;
use crate::names;
use crate::state::Console;
use crate::who::ReceivingDesk;

const NAME: &str = "reclassify";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/reports/{number}/reclassify", post(reclassify))
}

#[derive(Template)]
#[template(path = "desk/report/reclassify.html")]
struct Reclassify<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    kinds: Field,
    finder: String,
    unfolded: bool,
}

/// The form that moves it, while it is not decided.
pub(super) fn form(desk: &Desk<'_>) -> Option<Markup> {
    if !desk.may(Action::ReclassifyReport) || desk.page.view.kind.is_none() {
        return None;
    }
    let (frame, view) = (&desk.frame, &desk.page.view);
    let form = desk.form(NAME, |form| form.set("reason", reason(page_lang(view.language), "reclassify", view)));
    let others = ReportKind::ALL.into_iter().filter(|kind| Some(*kind) != view.kind);
    let kinds: Vec<Choice> =
        others.map(|kind| Choice::new(kind.word(), names::report_kind(frame.lang, Some(kind)))).collect();
    Some(Markup::of(&Reclassify {
        frame,
        open: desk.open(NAME, "reclassify"),
        kinds: form.radios("kind", frame.t("desk-reclassify-to"), &kinds).in_line().required(),
        finder: frame.t(format!("desk-language-{}", view.language.tag())).into_owned(),
        unfolded: desk.came_back(NAME),
        form,
    }))
}

async fn reclassify(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let visitor = &staff.visitor;
    let Some(kind) = ReportKind::ALL.into_iter().find(|kind| kind.word() == fields.get("kind")) else {
        let sent = Sent::wrong(visitor.lang, NAME, &fields, "kind", visitor.lang.t("desk-reclassify-choose"));
        return render(&staff, &number, Some(sent)).await;
    };
    let reason = match said(visitor, NAME, &fields, "reason") {
        Ok(reason) => reason,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let order = ReportOrder::Reclassify { kind, reason };
    let outcome = match find(&staff, &number).await {
        Ok(id) => visitor.console.office.act_on_report(id, staff.actor, fields.seen().as_ref(), order).await,
        Err(error) => Err(error),
    };
    answer(&staff, &number, NAME, &fields, outcome, "reclassified").await
}

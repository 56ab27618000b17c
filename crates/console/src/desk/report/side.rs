//! Beside a report: who reported it and what it allows, who at the desk looks after it, notes, and who read it.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::{Error, ReportOrder};
use rulebook::action::Action;
use rulebook::report::form::ReportKind;
use ui::list::Facts;
use ui::markup::Markup;
use ui::{Form, Frame};

use super::{Desk, answer, find, render, said};
use crate::desk::sent::Open;
use crate::desk::side::{self, Note, ReaderLine};
use crate::desk::words;
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/reports/{number}/owner", post(own))
        .route("/{lang}/desk/reports/{number}/note", post(note))
        .route("/{lang}/desk/reports/{number}/high-impact", post(mark))
}

#[derive(Template)]
#[template(path = "desk/report/side.html")]
struct Side<'a> {
    frame: &'a Frame,
    finder: Option<Facts>,
    consents: Facts,
    owner: side::Owner,
    high: bool,
    may_mark: bool,
    mark_open: Open,
    notes: Vec<Note<'a>>,
    note_open: Open,
    note: Form,
    readers: Vec<ReaderLine>,
}

pub(super) fn section(desk: &Desk<'_>) -> Markup {
    let (frame, page) = (&desk.frame, &desk.page);
    let view = &page.view;
    let finder = page.form.as_ref().map(|form| {
        let facts = ui::facts(frame)
            .add(frame.t("desk-finder-name"), &form.finder_name)
            .add(frame.t("desk-finder-affiliation"), &form.affiliation)
            .add(frame.t("desk-finder-mail"), &form.email)
            .add(frame.t("desk-finder-phone"), &form.phone);
        facts.add(frame.t("desk-finder-language"), frame.t(format!("desk-language-{}", view.language.tag())))
    });
    // A website's form asks for no name to publish (Ⅴ.2.4).
    let asked = if view.kind == Some(ReportKind::Website) { 2 } else { 3 };
    let consents = words::consents(frame.lang, view.consents).into_iter().take(asked);
    let consents = consents.fold(ui::facts(frame), |facts, (name, answer)| facts.add(name, answer));
    let owner = side::Owner {
        open: desk.open("owner", "owner"),
        take: desk.open("take", "owner"),
        name: view.owner.and_then(|owner| page.names.get(&owner)).cloned(),
        own: view.owner == Some(desk.staff.account),
        login: side::own_login(&desk.colleagues, desk.staff.account),
        choices: side::colleagues(frame, &desk.colleagues, view.owner),
        form: desk.form("owner", |_| {}),
    };
    let note = |note: &rulebook::report::state::Dated<_>| {
        side::note(note, page.names.get(&note.item.0), page.text(note.item.1))
    };
    Markup::of(&Side {
        frame,
        finder,
        consents,
        owner,
        high: view.high_impact,
        may_mark: desk.may(Action::MarkHighImpact),
        mark_open: desk.open("mark", "high-impact"),
        notes: view.notes.iter().map(note).collect(),
        note_open: desk.open("note", "note"),
        note: desk.form("note", |_| {}),
        readers: side::readers(frame, &desk.readers, &[]),
    })
}

async fn act(staff: &Staff, number: &str, fields: &Fields, order: ReportOrder) -> Result<(), Error> {
    let id = find(staff, number).await?;
    staff.visitor.console.office.act_on_report(id, staff.actor, fields.seen().as_ref(), order).await
}

async fn own(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let outcome = match side::chosen(&staff, &fields).await {
        Ok(owner) => act(&staff, &number, &fields, ReportOrder::SetOwner(owner)).await,
        Err(error) => Err(error),
    };
    answer(&staff, &number, "owner", &fields, outcome, "owned").await
}

async fn note(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let text = match said(&staff.visitor, "note", &fields, "text") {
        Ok(text) => text,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let outcome = act(&staff, &number, &fields, ReportOrder::AddNote { text, by: staff.account }).await;
    answer(&staff, &number, "note", &fields, outcome, "noted").await
}

async fn mark(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let high = fields.get("high") == "yes";
    let outcome = act(&staff, &number, &fields, ReportOrder::MarkHighImpact(high)).await;
    answer(&staff, &number, "mark", &fields, outcome, if high { "marked" } else { "unmarked" }).await
}

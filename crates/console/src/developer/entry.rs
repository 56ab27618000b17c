//! A developer's own entry in the register: it keeps its contact window up to date itself (Ⅳ.5.1).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use rulebook::developer::DeveloperEntry;
use ui::{Form, Frame, Page, Width};

use crate::fault;
use crate::forms::{Fields, see_other};
use crate::notices;
use crate::state::Console;
use crate::who::DeveloperSide;

pub(crate) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/developer/entry", get(show).post(change))
}

#[derive(Template)]
#[template(path = "developer/entry.html")]
struct EntryPage {
    frame: Frame,
    done: Option<ui::notice::Notice>,
    form: Form,
    seen: String,
    name: String,
}

async fn show(side: DeveloperSide) -> Response {
    page(&side, None, StatusCode::OK).await
}

/// The holder of a one-time link answers in one case; the register is for those with an account.
async fn page(side: &DeveloperSide, sent: Option<Form>, status: StatusCode) -> Response {
    let visitor = &side.visitor;
    if side.actor.account.is_none() {
        return visitor.not_found();
    }
    let (state, digest) = match visitor.console.office.developer(side.developer, side.actor).await {
        Ok(found) => found,
        Err(error) => return visitor.fault(error),
    };
    let entry = &state.entry;
    let form = sent.unwrap_or_else(|| {
        let mut form = Form::new(visitor.lang);
        form.set("manager", &entry.manager);
        form.set("mail", &entry.mail);
        form.set("phone", &entry.phone);
        form.set("fax", &entry.fax);
        form.set("address", &entry.address);
        form.set("website", &entry.website);
        form.set("direct_window", &entry.direct_window);
        if entry.listed {
            form.set("listed", "yes");
        }
        form
    });
    let frame = visitor.frame().width(Width::Reading);
    let page = EntryPage {
        done: notices::done(&frame),
        frame,
        form,
        seen: digest.as_str().to_owned(),
        name: entry.name.clone(),
    };
    Page::secret(page).status(status).into_response()
}

async fn change(side: DeveloperSide, fields: Fields) -> Response {
    let visitor = &side.visitor;
    if side.actor.account.is_none() {
        return visitor.not_found();
    }
    let outcome = async {
        let (state, _) = visitor.console.office.developer(side.developer, side.actor).await?;
        let line = |name: &str| fields.get(name).chars().take(500).collect::<String>();
        let entry = DeveloperEntry {
            manager: line("manager"),
            mail: line("mail"),
            phone: line("phone"),
            fax: line("fax"),
            address: line("address"),
            website: line("website"),
            direct_window: line("direct_window"),
            listed: fields.has("listed"),
            ..state.entry
        };
        let office = &visitor.console.office;
        office.change_developer(side.developer, side.actor, fields.seen().as_ref(), entry).await
    };
    let error: Error = match outcome.await {
        Ok(()) => return see_other(&visitor.frame().href("/developer/entry?done=entry")),
        Err(error) => error,
    };
    let Some((words, status)) = fault::told(visitor.lang, &error) else { return visitor.fault(error) };
    let mut form = fields.form(visitor.lang);
    form.wrong("mail", words);
    page(&side, Some(form), status).await
}

//! A new link: for whoever comes back after the session is over, or with a link that does not work any more.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Principal;
use rulebook::report::problems::is_mail_address;
use ui::{Form, Frame, Page, Width};

use super::{body, contact};
use crate::forms::OpenFields;
use crate::state::Console;
use crate::who::Visitor;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/operator/again", get(ask).post(send))
}

/// Why somebody is here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    Asked,
    Used,
    Dead,
}

#[derive(Template)]
#[template(path = "operator/again.html")]
struct AgainPage {
    frame: Frame,
    form: Form,
    title: &'static str,
    lead: &'static str,
    goes_on: bool,
    sent: bool,
    body: String,
    contact: String,
}

/// The page for a link that does not open.
pub(super) fn page(visitor: &Visitor, why: Why) -> Response {
    respond(visitor, Form::new(visitor.lang), why, false, StatusCode::GONE)
}

async fn ask(visitor: Visitor) -> Response {
    respond(&visitor, Form::new(visitor.lang), Why::Asked, false, StatusCode::OK)
}

/// A fresh link goes only to the confirmed address; whoever asks learns nothing about whether there is one.
async fn send(visitor: Visitor, OpenFields(fields): OpenFields) -> Response {
    let (number, mail) = (fields.get("number"), fields.get("mail"));
    let mut form = fields.form(visitor.lang);
    if number.is_empty() {
        form.wrong("number", visitor.lang.t("operator-number-missing"));
    }
    if !is_mail_address(mail) {
        form.wrong("mail", visitor.lang.t("operator-mail-missing"));
    }
    if form.is_wrong() {
        return respond(&visitor, form, Why::Asked, false, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match visitor.console.office.request_site_link(number, mail, &visitor.address).await {
        Ok(()) => respond(&visitor, form, Why::Asked, true, StatusCode::OK),
        Err(error) => visitor.fault(error),
    }
}

fn respond(visitor: &Visitor, form: Form, why: Why, sent: bool, status: StatusCode) -> Response {
    let (title, lead) = match why {
        Why::Asked => ("operator-again", "operator-again-lead"),
        Why::Used => ("operator-used", "operator-used-lead"),
        Why::Dead => ("operator-dead", "operator-dead-lead"),
    };
    let principal = visitor.session.as_ref().map(|session| session.principal);
    let page = AgainPage {
        frame: visitor.frame().width(Width::Reading),
        form,
        title,
        lead,
        goes_on: matches!(principal, Some(Principal::Operator { .. })),
        sent,
        body: body(visitor),
        contact: contact(visitor),
    };
    Page::secret(page).status(status).into_response()
}

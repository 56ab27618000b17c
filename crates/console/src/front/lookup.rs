//! Getting to a report: by number and secret, or by a link that goes to the address of the report alone. Whatever is
//! wrong, the answer is the same.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::{Error, Principal};
use rulebook::party::Party;
use ui::{Form, Frame, Page, Query, Width};

use super::receipt::bare;
use crate::forms::{Fields, OpenFields, see_other};
use crate::sign_in::open_session;
use crate::state::Console;
use crate::who::{Finder, SESSION_COOKIE, Visitor, put_cookie};

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/progress", get(show).post(enter))
        .route("/{lang}/progress/lost", get(lost).post(send_link))
        .route("/{lang}/progress/link/{token}", get(look).post(open))
        .route("/{lang}/progress/leave", post(leave))
}

#[derive(Template)]
#[template(path = "front/lookup.html")]
struct LookupPage {
    frame: Frame,
    form: Form,
    left: bool,
}

#[derive(Template)]
#[template(path = "front/lost.html")]
struct LostPage {
    frame: Frame,
    form: Form,
    sent: bool,
    dead: bool,
    contact: String,
}

#[derive(Template)]
#[template(path = "front/link.html")]
struct LinkPage {
    frame: Frame,
}

async fn show(visitor: Visitor) -> Response {
    if visitor.actor().is_some_and(|actor| matches!(actor.party, Party::Finder(_))) {
        return see_other(&visitor.frame().href("/progress/report"));
    }
    let left = Query::parse(&visitor.path).get("left").is_some();
    lookup_page(&visitor, Form::new(visitor.lang), left, StatusCode::OK)
}

fn lookup_page(visitor: &Visitor, form: Form, left: bool, status: StatusCode) -> Response {
    let frame = visitor.frame().width(Width::Reading);
    Page::secret(LookupPage { frame, form, left }).status(status).into_response()
}

async fn enter(visitor: Visitor, OpenFields(fields): OpenFields) -> Response {
    let secret = bare(fields.get("secret"));
    match visitor.console.office.open_receipt(fields.get("number"), &secret, &visitor.address).await {
        Ok(report) => open_session(&visitor, Principal::Finder(report), "").await,
        Err(Error::NotFound) => {
            let mut form = fields.form(visitor.lang);
            form.wrong("number", visitor.lang.t("front-lookup-wrong"));
            lookup_page(&visitor, form, false, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(error) => visitor.fault(error),
    }
}

async fn lost(visitor: Visitor) -> Response {
    lost_page(&visitor, false, false, StatusCode::OK)
}

async fn send_link(visitor: Visitor, OpenFields(fields): OpenFields) -> Response {
    let office = &visitor.console.office;
    match office.request_receipt(fields.get("number"), fields.get("mail"), &visitor.address).await {
        Ok(()) => lost_page(&visitor, true, false, StatusCode::OK),
        Err(error) => visitor.fault(error),
    }
}

fn lost_page(visitor: &Visitor, sent: bool, dead: bool, status: StatusCode) -> Response {
    let contact = &visitor.console.office.settings().partnership.contact;
    let page = LostPage {
        frame: visitor.frame().width(Width::Reading),
        form: Form::new(visitor.lang),
        sent,
        dead,
        contact: contact.get(crate::letters::language(visitor.lang)).to_owned(),
    };
    Page::secret(page).status(status).into_response()
}

/// Looking spends nothing, so that a scanner of mails cannot use the link up (decision 16).
async fn look(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> Response {
    match visitor.console.office.receipt_link_works(&token, &visitor.address).await {
        Ok(true) => Page::secret(LinkPage { frame: visitor.frame().width(Width::Reading) }).into_response(),
        Ok(false) => lost_page(&visitor, false, true, StatusCode::GONE),
        Err(error) => visitor.fault(error),
    }
}

async fn open(visitor: Visitor, Path((_, token)): Path<(String, String)>, _fields: OpenFields) -> Response {
    match visitor.console.office.spend_receipt_link(&token, &visitor.address).await {
        Ok(principal) => open_session(&visitor, principal, "").await,
        Err(Error::NotFound) => lost_page(&visitor, false, true, StatusCode::GONE),
        Err(error) => visitor.fault(error),
    }
}

/// Closes the report on this machine.
async fn leave(finder: Finder, _fields: Fields) -> Response {
    let visitor = &finder.visitor;
    if let Some(cookie) = &visitor.cookie
        && let Err(error) = visitor.console.office.end_session(cookie).await
    {
        return visitor.fault(error);
    }
    let mut response = see_other(&visitor.frame().href("/progress?left=yes"));
    put_cookie(&mut response, &visitor.console, SESSION_COOKIE, None, 0);
    response
}

//! The page that a one-time link opens: who writes, why it is genuine, what is asked. Opening it spends nothing; the
//! button does (decision 16), so that a mail scanner cannot use the link up.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::developers::LinkState;
use ui::{Form, Frame, Page, Width};

use crate::forms::{OpenFields, see_other};
use crate::sign_in::SESSION_SECONDS;
use crate::state::Console;
use crate::who::{SESSION_COOKIE, Visitor, put_cookie};

pub(crate) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/answer", get(ask).post(send_again))
        .route("/{lang}/answer/{token}", get(show).post(open))
}

#[derive(Template)]
#[template(path = "developer/answer.html")]
struct AnswerPage {
    frame: Frame,
    number: String,
    developer: String,
    coordinator: String,
    receiving_body: String,
    contact: String,
}

#[derive(Template)]
#[template(path = "developer/link_dead.html")]
struct LinkPage {
    frame: Frame,
    form: Form,
    used: bool,
    sent: bool,
}

async fn show(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> Response {
    match visitor.console.office.look_at_link(&token, &visitor.address).await {
        Ok(LinkState::Live { number, developer }) => answer_page(&visitor, number, developer),
        Ok(state) => link_page(&visitor, Form::new(visitor.lang), state == LinkState::Used, false, StatusCode::GONE),
        Err(error) => visitor.fault(error),
    }
}

fn answer_page(visitor: &Visitor, number: String, developer: String) -> Response {
    let partnership = &visitor.console.office.settings().partnership;
    let language = crate::letters::language(visitor.lang);
    let page = AnswerPage {
        frame: visitor.frame().width(Width::Reading),
        number,
        developer,
        coordinator: partnership.coordinator.get(language).to_owned(),
        receiving_body: partnership.receiving_body.get(language).to_owned(),
        contact: partnership.contact.get(language).to_owned(),
    };
    Page::secret(page).into_response()
}

async fn open(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> Response {
    match visitor.console.office.spend_link(&token, &visitor.address).await {
        Ok(session) => {
            let mut response = see_other(&visitor.frame().href("/developer"));
            put_cookie(&mut response, &visitor.console, SESSION_COOKIE, Some(session.as_str()), SESSION_SECONDS);
            response
        }
        Err(casework::Error::NotFound) => link_page(&visitor, Form::new(visitor.lang), true, false, StatusCode::GONE),
        Err(error) => visitor.fault(error),
    }
}

async fn ask(visitor: Visitor) -> Response {
    link_page(&visitor, Form::new(visitor.lang), false, false, StatusCode::OK)
}

/// A fresh link goes only to the confirmed address; whoever asks learns nothing about whether there is one.
async fn send_again(visitor: Visitor, OpenFields(fields): OpenFields) -> Response {
    let office = &visitor.console.office;
    match office.request_link(fields.get("number"), fields.get("mail"), &visitor.address).await {
        Ok(()) => link_page(&visitor, Form::new(visitor.lang), false, true, StatusCode::OK),
        Err(error) => visitor.fault(error),
    }
}

fn link_page(visitor: &Visitor, form: Form, used: bool, sent: bool, status: StatusCode) -> Response {
    let frame = visitor.frame().width(Width::Reading);
    Page::secret(LinkPage { frame, form, used, sent }).status(status).into_response()
}

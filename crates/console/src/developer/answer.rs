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
    title: &'static str,
    lead: &'static str,
    goes_on: bool,
    sent: bool,
    contact: String,
}

/// Why somebody is at the page for a new link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    Asked,
    Used,
    Dead,
}

async fn show(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> Response {
    let form = Form::new(visitor.lang);
    match visitor.console.office.look_at_link(&token, &visitor.address).await {
        Ok(LinkState::Live { number, developer }) => answer_page(&visitor, number, developer),
        Ok(LinkState::Used) => link_page(&visitor, form, Why::Used, StatusCode::GONE),
        Ok(LinkState::Dead) => link_page(&visitor, form, Why::Dead, StatusCode::GONE),
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
        contact: contact(visitor),
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
        Err(casework::Error::NotFound) => link_page(&visitor, Form::new(visitor.lang), Why::Used, StatusCode::GONE),
        Err(error) => visitor.fault(error),
    }
}

async fn ask(visitor: Visitor) -> Response {
    link_page(&visitor, Form::new(visitor.lang), Why::Asked, StatusCode::OK)
}

/// A fresh link goes only to the confirmed address; whoever asks learns nothing about whether there is one.
async fn send_again(visitor: Visitor, OpenFields(fields): OpenFields) -> Response {
    let (number, mail) = (fields.get("number"), fields.get("mail"));
    let mut form = fields.form(visitor.lang);
    if number.is_empty() {
        form.wrong("number", visitor.lang.t("link-no-number"));
    }
    if !rulebook::report::problems::is_mail_address(mail) {
        form.wrong("mail", visitor.lang.t("developer-no-mail"));
    }
    if form.is_wrong() {
        return link_page(&visitor, form, Why::Asked, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match visitor.console.office.request_link(number, mail, &visitor.address).await {
        Ok(()) => respond(&visitor, form, Why::Asked, true, StatusCode::OK),
        Err(error) => visitor.fault(error),
    }
}

fn link_page(visitor: &Visitor, form: Form, why: Why, status: StatusCode) -> Response {
    respond(visitor, form, why, false, status)
}

fn respond(visitor: &Visitor, form: Form, why: Why, sent: bool, status: StatusCode) -> Response {
    let (title, lead) = match why {
        Why::Asked => ("link-title", "link-lead"),
        Why::Used => ("link-used", "link-used-text"),
        Why::Dead => ("link-dead", "link-dead-text"),
    };
    let page = LinkPage {
        frame: visitor.frame().width(Width::Reading),
        form,
        title,
        lead,
        goes_on: visitor.session.as_ref().is_some_and(|session| session.only_case().is_some()),
        sent,
        contact: contact(visitor),
    };
    Page::secret(page).status(status).into_response()
}

/// How to reach the desk.
fn contact(visitor: &Visitor) -> String {
    let partnership = &visitor.console.office.settings().partnership;
    partnership.contact.get(crate::letters::language(visitor.lang)).to_owned()
}

//! The page that a one-time link opens: who writes, how to make sure of it, and the code. Opening it spends nothing.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use casework::sites::{SiteEntered, SiteEntry, SiteLink};
use rulebook::report::problems::is_mail_address;
use ui::{Form, Frame, Page, Width};

use super::again::{self, Why};
use super::{body, contact};
use crate::fault;
use crate::forms::{Fields, OpenFields, see_other};
use crate::sign_in::SESSION_SECONDS;
use crate::state::Console;
use crate::who::{SESSION_COOKIE, Visitor, put_cookie};

/// Longest name or address.
const MAX_LINE: usize = 200;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/operator/{token}", get(show).post(open))
}

#[derive(Template)]
#[template(path = "operator/enter.html")]
struct EnterPage {
    frame: Frame,
    form: Form,
    number: String,
    asks_who: bool,
    contractor: bool,
    body: String,
    website: String,
    contact: String,
}

async fn show(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> Response {
    answer(&visitor, &token, Form::new(visitor.lang), StatusCode::OK).await
}

async fn answer(visitor: &Visitor, token: &str, form: Form, status: StatusCode) -> Response {
    match visitor.console.office.look_at_site_link(token, &visitor.address).await {
        Ok(SiteLink::Live { number, asks_who, contractor }) => {
            let page = EnterPage {
                frame: visitor.frame().width(Width::Reading),
                form,
                number,
                asks_who,
                contractor,
                body: body(visitor),
                website: visitor.console.office.settings().url(""),
                contact: contact(visitor),
            };
            Page::secret(page).status(status).into_response()
        }
        Ok(SiteLink::Used) => again::page(visitor, Why::Used),
        Ok(SiteLink::Dead) => again::page(visitor, Why::Dead),
        Err(error) => visitor.fault(error),
    }
}

async fn open(visitor: Visitor, Path((_, token)): Path<(String, String)>, OpenFields(fields): OpenFields) -> Response {
    let office = &visitor.console.office;
    let (asks_who, contractor) = match office.look_at_site_link(&token, &visitor.address).await {
        Ok(SiteLink::Live { asks_who, contractor, .. }) => (asks_who, contractor),
        Ok(SiteLink::Used) => return again::page(&visitor, Why::Used),
        Ok(SiteLink::Dead) => return again::page(&visitor, Why::Dead),
        Err(error) => return visitor.fault(error),
    };
    let mut form = checked(&visitor, &fields, asks_who, contractor);
    if form.is_wrong() {
        return answer(&visitor, &token, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let line = |name: &str| fields.get(name).chars().take(MAX_LINE).collect::<String>();
    let entry = SiteEntry { code: line("code"), person: line("person"), mail: line("mail") };
    match office.enter_site_link(&token, &entry, &visitor.address).await {
        Ok(SiteEntered::Opened(session)) => {
            let mut response = see_other(&visitor.frame().href("/operator"));
            put_cookie(&mut response, &visitor.console, SESSION_COOKIE, Some(session.as_str()), SESSION_SECONDS);
            response
        }
        Ok(SiteEntered::WrongCode) => {
            form.wrong("code", visitor.lang.t("operator-code-wrong"));
            answer(&visitor, &token, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Ok(SiteEntered::Dead) => again::page(&visitor, Why::Dead),
        Err(error) => refused(&visitor, &token, form, error).await,
    }
}

async fn refused(visitor: &Visitor, token: &str, mut form: Form, error: Error) -> Response {
    let Some((words, status)) = fault::told(visitor.lang, &error) else { return visitor.fault(error) };
    form.wrong("code", words);
    answer(visitor, token, form, status).await
}

/// What is missing or cannot be read. The code is never sent back.
fn checked(visitor: &Visitor, fields: &Fields, asks_who: bool, contractor: bool) -> Form {
    let lang = visitor.lang;
    let mut form = Form::new(lang).filled(fields.0.iter().filter(|(name, _)| name != "code").cloned());
    if fields.get("code").is_empty() {
        form.wrong("code", lang.t("operator-code-missing"));
    }
    if asks_who && fields.get("person").is_empty() {
        form.wrong("person", lang.t("operator-person-missing"));
    }
    if asks_who && !is_mail_address(fields.get("mail")) {
        form.wrong("mail", lang.t("operator-mail-missing"));
    }
    if contractor && !fields.has("promise") {
        form.wrong("promise", lang.t("operator-promise-missing"));
    }
    form
}

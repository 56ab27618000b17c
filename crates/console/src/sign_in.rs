//! Signing in and out, and a person's own account.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::{Error, Principal};
use ui::{Form, Frame, Page, Width};

use crate::fault;
use crate::forms::{Fields, OpenFields, inside, see_other};
use crate::state::Console;
use crate::who::{Person, SESSION_COOKIE, Visitor, put_cookie};

/// A session's cookie outlives the browser's window, not the working day.
pub const SESSION_SECONDS: u32 = 12 * 60 * 60;

pub(crate) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/sign-in", get(show).post(enter))
        .route("/{lang}/sign-out", post(leave))
        .route("/{lang}/account", get(account).post(change_password))
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    frame: Frame,
    form: Form,
    demo: Option<String>,
}

async fn show(visitor: Visitor) -> Response {
    let mut form = Form::new(visitor.lang);
    let query = ui::Query::parse(&visitor.path);
    form.set("to", query.get("to").and_then(inside).unwrap_or_default());
    page(&visitor, form, StatusCode::OK)
}

fn page(visitor: &Visitor, form: Form, status: StatusCode) -> Response {
    let frame = visitor.frame().width(Width::Reading);
    let demo = frame.demo.clone();
    Page::secret(SignInPage { frame, form, demo }).status(status).into_response()
}

async fn enter(visitor: Visitor, OpenFields(fields): OpenFields) -> Response {
    let office = &visitor.console.office;
    let (login, password, code) = (fields.get("login"), fields.get("password"), fields.get("code"));
    match office.sign_in(&login.to_lowercase(), password, code, &visitor.address).await {
        Ok(account) => open_session(&visitor, Principal::Account(account.id), fields.get("to")).await,
        Err(Error::SignIn) => {
            let mut form = fields.form(visitor.lang);
            form.wrong("login", visitor.lang.t("sign-in-wrong"));
            page(&visitor, form, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(error) => visitor.fault(error),
    }
}

/// Begins a session, puts its cookie, and leads on. An older session of the same browser ends.
pub(crate) async fn open_session(visitor: &Visitor, principal: Principal, to: &str) -> Response {
    let office = &visitor.console.office;
    if let Some(old) = &visitor.cookie
        && let Err(error) = office.end_session(old).await
    {
        return visitor.fault(error);
    }
    let token = match office.begin_session(principal).await {
        Ok(token) => token,
        Err(error) => return visitor.fault(error),
    };
    let home = visitor.frame().href(match principal {
        Principal::Account(_) => "/desk",
        Principal::Finder(_) => "/progress/report",
        Principal::Developer { .. } => "/developer",
        Principal::Operator { .. } => "/operator",
    });
    let mut response = see_other(inside(to).unwrap_or(&home));
    put_cookie(&mut response, &visitor.console, SESSION_COOKIE, Some(token.as_str()), SESSION_SECONDS);
    response
}

async fn leave(visitor: Visitor, _fields: Fields) -> Response {
    if let Some(cookie) = &visitor.cookie
        && let Err(error) = visitor.console.office.end_session(cookie).await
    {
        return visitor.fault(error);
    }
    let mut response = see_other(&visitor.frame().href("/sign-in"));
    put_cookie(&mut response, &visitor.console, SESSION_COOKIE, None, 0);
    response
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    frame: Frame,
    form: Form,
    login: String,
    name: String,
    mail: String,
    role: String,
}

async fn account(person: Person) -> Response {
    let form = Form::new(person.visitor.lang);
    account_page(&person, form, StatusCode::OK).await
}

async fn account_page(person: &Person, form: Form, status: StatusCode) -> Response {
    let visitor = &person.visitor;
    let account = match visitor.console.office.account(person.account).await {
        Ok(account) => account,
        Err(error) => return visitor.fault(error),
    };
    let page = AccountPage {
        frame: visitor.frame().width(Width::Reading),
        form,
        login: account.login,
        name: account.name,
        mail: account.mail,
        role: crate::names::role(visitor.lang, account.role),
    };
    Page::secret(page).status(status).into_response()
}

async fn change_password(person: Person, fields: Fields) -> Response {
    let visitor = &person.visitor;
    let mut form = Form::new(visitor.lang);
    let new = fields.get("new");
    if new != fields.get("again") {
        form.wrong("again", visitor.lang.t("account-not-same"));
        return account_page(&person, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match visitor.console.office.change_password(person.account, fields.get("old"), new).await {
        Ok(()) => see_other(&visitor.frame().href("/sign-in")),
        Err(Error::SignIn) => {
            form.wrong("old", visitor.lang.t("account-old-wrong"));
            account_page(&person, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Error::Unusable(_)) => {
            form.wrong("new", visitor.lang.t("account-password-rule"));
            account_page(&person, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => match fault::told(visitor.lang, &error) {
            Some((words, status)) => {
                form.wrong("new", words);
                account_page(&person, form, status).await
            }
            None => visitor.fault(error),
        },
    }
}

//! Accounts: who may sign in, as what. First passwords and secrets are shown once, on the page that follows.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::Error;
use casework::accounts::{Credentials, NewAccount};
use rulebook::ids::{AccountId, DeveloperId};
use rulebook::party::Role;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::notice::Notice;
use ui::{Form, Frame, NavItem, Page, Query, Width};

use super::{members, qr};
use crate::fault;
use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::Administrator;

/// Name of the form.
const NAME: &str = "account";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/admin/accounts", get(list))
        .route("/{lang}/admin/accounts/new", get(blank).post(add))
        .route("/{lang}/admin/accounts/{login}/close", post(close))
        .route("/{lang}/admin/accounts/{login}/totp", post(replace_totp))
}

struct Row {
    name: String,
    login: String,
    mail: String,
    role: String,
    developer: String,
    appointment: Option<(String, bool)>,
    term: Option<ui::action::LinkButton>,
    closed: bool,
    own: bool,
    totp: ui::page::PostForm,
    close: ui::page::PostForm,
}

#[derive(Template)]
#[template(path = "admin/accounts.html")]
struct AccountsPage {
    frame: Frame,
    done: Option<Notice>,
    tabs: ui::list::Tabs,
    rows: Vec<Row>,
}

async fn list(admin: Administrator) -> Response {
    match listed(&admin).await {
        Ok(page) => Page::secret(page).into_response(),
        Err(error) => admin.visitor.fault(error),
    }
}

async fn listed(admin: &Administrator) -> Result<AccountsPage, Error> {
    let office = &admin.visitor.console.office;
    let frame = admin.visitor.frame();
    let accounts = office.accounts().await?;
    let developers = office.developer_names().await?;
    let query = Query::parse(&admin.visitor.path);
    let closed = query.get("state") == Some("closed");
    let count = |wanted: bool| accounts.iter().filter(|(_, _, closed)| *closed == wanted).count() as u64;
    let plain = Query::new(frame.href("/admin/accounts"));
    let tabs = [
        NavItem::new(&plain, frame.t("admin-open")).current(!closed).count(count(false)),
        NavItem::new(plain.with("state", "closed"), frame.t("admin-closed")).current(closed).count(count(true)),
    ];
    let way = |login: &str, what: &str| frame.href(format!("/admin/accounts/{login}/{what}"));
    let rows = accounts.iter().filter(|(_, _, shut)| *shut == closed).map(|(id, card, shut)| Row {
        name: card.name.clone(),
        login: card.login.clone(),
        mail: card.mail.clone(),
        role: frame.t(format!("role-{}", card.role)).into_owned(),
        developer: card.developer.and_then(|id| name_of(&developers, id)).unwrap_or_default(),
        appointment: card.appointment.as_ref().map(|now| members::said(&frame, now, frame.today)),
        term: (card.role == Role::CommitteeMember.word())
            .then(|| ui::link_button(way(&card.login, "term"), frame.t("admin-appoint")).secondary().small()),
        closed: *shut,
        own: *id == admin.account,
        totp: frame.post(
            way(&card.login, "totp"),
            ui::button(frame.t("admin-totp")).secondary().small().confirm(frame.t1(
                "admin-totp-confirm",
                "name",
                &card.name,
            )),
        ),
        close: frame.post(
            way(&card.login, "close"),
            ui::button(frame.t("admin-close")).quiet().small().confirm(frame.t1(
                "admin-close-confirm",
                "name",
                &card.name,
            )),
        ),
    });
    Ok(AccountsPage {
        done: notices::done(&frame),
        tabs: ui::tabs(frame.t("admin-tabs"), &tabs),
        rows: rows.collect(),
        frame,
    })
}

fn name_of(developers: &[(DeveloperId, String)], id: DeveloperId) -> Option<String> {
    developers.iter().find(|(one, _)| *one == id).map(|(_, name)| name.clone())
}

#[derive(Template)]
#[template(path = "admin/account.html")]
struct AccountPage {
    frame: Frame,
    form: Form,
    roles: Vec<Choice>,
    developers: Vec<Choice>,
    member: Vec<Field>,
    languages: Vec<Choice>,
}

async fn blank(admin: Administrator) -> Response {
    let mut form = Form::new(admin.visitor.lang).with_ids(NAME);
    form.set("language", admin.visitor.lang);
    form_page(&admin, form, StatusCode::OK).await
}

async fn form_page(admin: &Administrator, form: Form, status: StatusCode) -> Response {
    let frame = admin.visitor.frame().width(Width::Reading);
    let named = match admin.visitor.console.office.developer_names().await {
        Ok(named) => named,
        Err(error) => return admin.visitor.fault(error),
    };
    let roles = ["receiving-desk", "coordinator", "developer", "committee-member", "administrator", "auditor"];
    let role = |word: &str| {
        let hint = frame.t(format!("admin-role-{word}"));
        Choice::new(word, frame.t(format!("role-{word}"))).hint(hint)
    };
    let mut developers = vec![Choice::new("", frame.t("admin-developer-none"))];
    developers.extend(named.iter().map(|(id, name)| Choice::new(handle_of(*id), name)));
    let languages = ui::Lang::ALL.map(|lang| Choice::new(lang, lang.own_name())).to_vec();
    let member = members::fields(frame.lang, &form);
    let page = AccountPage { form, roles: roles.map(role).to_vec(), developers, member, languages, frame };
    Page::secret(page).status(status).into_response()
}

/// The random half of an id, which tells nothing (decision 3).
fn handle_of(id: DeveloperId) -> String {
    let text = id.0.simple().to_string();
    text[text.len() - 12..].to_owned()
}

async fn add(admin: Administrator, fields: Fields) -> Response {
    let lang = admin.visitor.lang;
    let mut form = fields.form(lang).with_ids(NAME);
    let new = match read(&admin, &fields).await {
        Ok(Ok(new)) => new,
        Ok(Err((field, key))) => {
            form.wrong(field, lang.t(key));
            return form_page(&admin, form, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(error) => return admin.visitor.fault(error),
    };
    let (name, office) = (new.name.clone(), &admin.visitor.console.office);
    let made = if new.role == Role::CommitteeMember {
        match members::read(&fields) {
            Ok(appointment) => office.add_member(new, appointment).await,
            Err((field, key)) => {
                form.wrong(field, lang.t(key));
                return form_page(&admin, form, StatusCode::UNPROCESSABLE_ENTITY).await;
            }
        }
    } else {
        office.add_account(new).await
    };
    match made {
        Ok(credentials) => shown_once(&admin, &name, fields.get("login"), &credentials),
        Err(error) => {
            let field = if matches!(error, Error::Taken(_)) { "login" } else { "form" };
            match fault::told(lang, &error) {
                Some((words, status)) => {
                    form.wrong(field, words);
                    form_page(&admin, form, status).await
                }
                None => admin.visitor.fault(error),
            }
        }
    }
}

/// The account that a form asks for, or the field that is wrong and why.
async fn read(
    admin: &Administrator,
    fields: &Fields,
) -> Result<Result<NewAccount, (&'static str, &'static str)>, Error> {
    let role = match fields.get("role") {
        "receiving-desk" => Role::ReceivingDesk,
        "coordinator" => Role::Coordinator,
        "administrator" => Role::Administrator,
        "committee-member" => Role::CommitteeMember,
        "auditor" => Role::Auditor,
        "developer" => {
            let named = admin.visitor.console.office.developer_names().await?;
            match named.iter().find(|(id, _)| handle_of(*id) == fields.get("developer")) {
                Some((id, _)) => Role::DeveloperMember(*id),
                None => return Ok(Err(("developer", "admin-developer-missing"))),
            }
        }
        _ => return Ok(Err(("role", "admin-role-missing"))),
    };
    let (name, login, mail) = (fields.get("name"), fields.get("login"), fields.get("mail"));
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c);
    if name.is_empty() || name.chars().count() > 100 {
        return Ok(Err(("name", "admin-name-missing")));
    }
    if !(2..=64).contains(&login.len()) || !login.chars().all(fine) {
        return Ok(Err(("login", "admin-login-rule")));
    }
    if !rulebook::report::problems::is_mail_address(mail) {
        return Ok(Err(("mail", "admin-mail-wrong")));
    }
    Ok(Ok(NewAccount {
        login: login.to_owned(),
        name: name.to_owned(),
        mail: mail.to_owned(),
        role,
        language: fields.get("language").parse().unwrap_or_default(),
    }))
}

#[derive(Template)]
#[template(path = "admin/credentials.html")]
struct CredentialsPage<'a> {
    frame: Frame,
    name: &'a str,
    login: &'a str,
    password: &'a str,
    totp: &'a str,
    code: Option<Markup>,
}

/// What the person is given: on this page and nowhere else.
fn shown_once(admin: &Administrator, name: &str, login: &str, credentials: &Credentials) -> Response {
    let frame = admin.visitor.frame().width(Width::Reading);
    let code = qr::picture(&credentials.totp_url, &frame.t("admin-qr"));
    let (password, totp) = (credentials.password.as_str(), credentials.totp.as_str());
    Page::secret(CredentialsPage { frame, name, login, password, totp, code }).into_response()
}

/// The open account behind a login name.
async fn find(admin: &Administrator, login: &str) -> Result<(AccountId, String), Error> {
    let accounts = admin.visitor.console.office.accounts().await?;
    let found = accounts.into_iter().find(|(_, card, closed)| !closed && card.login == login);
    found.map(|(id, card, _)| (id, card.name)).ok_or(Error::NotFound)
}

async fn replace_totp(admin: Administrator, Path((_, login)): Path<(String, String)>, _fields: Fields) -> Response {
    let outcome = async {
        let (id, name) = find(&admin, &login).await?;
        let credentials = admin.visitor.console.office.replace_totp(id).await?;
        Ok::<_, Error>((name, credentials))
    };
    match outcome.await {
        Ok((name, credentials)) => shown_once(&admin, &name, &login, &credentials),
        Err(error) => admin.visitor.fault(error),
    }
}

async fn close(admin: Administrator, Path((_, login)): Path<(String, String)>, _fields: Fields) -> Response {
    let outcome = async {
        let (id, _) = find(&admin, &login).await?;
        // Nobody shuts the door on themselves: another administrator does.
        if id == admin.account {
            return Err(Error::NotFound);
        }
        admin.visitor.console.office.close_account(id).await
    };
    match outcome.await {
        Ok(()) => notices::after(&admin.visitor.frame().href("/admin/accounts"), "account-closed"),
        Err(error) => admin.visitor.fault(error),
    }
}

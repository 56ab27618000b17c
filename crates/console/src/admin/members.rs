//! Members of the publication committee: as what and for how long each is appointed.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use jiff::civil::Date;
use rulebook::case::judgement::Field as Expert;
use rulebook::ids::AccountId;
use rulebook::member::Appointment;
use ui::field::{Choice, Field};
use ui::{Form, Frame, Lang, Page, Width};

use crate::fault;
use crate::forms::Fields;
use crate::judgement::word;
use crate::names;
use crate::notices;
use crate::state::Console;
use crate::who::Administrator;

/// Name of the form.
const NAME: &str = "term";
/// Longest affiliation, in characters.
const MAX_AFFILIATION: usize = 200;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/admin/accounts/{login}/term", get(show).post(appoint))
}

/// The fields of an appointment, for the page of a new account and for another term.
pub(super) fn fields(lang: Lang, form: &Form) -> Vec<Field> {
    let mut experts = vec![Choice::new("", "")];
    experts.extend(Expert::ALL.map(|field| Choice::new(field.word(), word(lang, field.word()))));
    vec![
        form.select("field", lang.t("admin-field"), &experts),
        form.text("affiliation", lang.t("admin-affiliation"))
            .hint(lang.t("admin-affiliation-hint"))
            .autocomplete("off"),
        form.day("from", lang.t("admin-term-from")),
        form.day("until", lang.t("admin-term-until")).hint(lang.t("admin-term-until-hint")),
    ]
}

/// The appointment that a form gives, or the field that is wrong and why.
pub(super) fn read(fields: &Fields) -> Result<Appointment, (&'static str, &'static str)> {
    let field = Expert::of_word(fields.get("field")).ok_or(("field", "admin-field-missing"))?;
    let affiliation = fields.get("affiliation");
    if affiliation.is_empty() || affiliation.chars().count() > MAX_AFFILIATION {
        return Err(("affiliation", "admin-affiliation-missing"));
    }
    let from =
        fields.day("from").map_err(|_| ("from", "admin-day-unreadable"))?.ok_or(("from", "admin-day-missing"))?;
    let until = fields.day("until").map_err(|_| ("until", "admin-day-unreadable"))?;
    let appointment = Appointment { field, affiliation: affiliation.to_owned(), from, until };
    if appointment.is_in_order() { Ok(appointment) } else { Err(("until", "admin-term-order")) }
}

/// What a list says of an appointment: field, affiliation, term; and whether the term is over.
pub(super) fn said(frame: &Frame, appointment: &Appointment, today: Date) -> (String, bool) {
    let field = word(frame.lang, appointment.field.word());
    let said = [field, appointment.affiliation.clone(), names::term(frame, appointment)];
    (said.join(frame.lang.pick("・", " · ")), !appointment.may_be_called(today))
}

#[derive(Template)]
#[template(path = "admin/term.html")]
struct TermPage {
    frame: Frame,
    title: String,
    /// The appointment as it stands, and whether its term is over.
    now: Option<(String, bool)>,
    form: Form,
    fields: Vec<Field>,
}

/// The open account of a member behind a login name.
async fn find(admin: &Administrator, login: &str) -> Result<(AccountId, String, Option<Appointment>), Error> {
    let accounts = admin.visitor.console.office.accounts().await?;
    let member = rulebook::party::Role::CommitteeMember.word();
    let found = accounts.into_iter().find(|(_, card, closed)| !closed && card.login == login && card.role == member);
    found.map(|(id, card, _)| (id, card.name, card.appointment)).ok_or(Error::NotFound)
}

async fn show(admin: Administrator, Path((_, login)): Path<(String, String)>) -> Response {
    let (_, name, appointment) = match find(&admin, &login).await {
        Ok(found) => found,
        Err(error) => return admin.visitor.fault(error),
    };
    let mut form = Form::new(admin.visitor.lang).with_ids(NAME);
    if let Some(now) = &appointment {
        form.set("field", now.field.word());
        form.set("affiliation", &now.affiliation);
        form.set("from", now.from);
        form.set("until", now.until.map(|day| day.to_string()).unwrap_or_default());
    }
    page(&admin, &name, appointment.as_ref(), form, StatusCode::OK)
}

fn page(
    admin: &Administrator,
    name: &str,
    appointment: Option<&Appointment>,
    form: Form,
    status: StatusCode,
) -> Response {
    let frame = admin.visitor.frame().width(Width::Reading);
    let title = frame.t1("admin-appoint-title", "name", name);
    let fields = fields(frame.lang, &form);
    let now = appointment.map(|now| said(&frame, now, frame.today));
    Page::secret(TermPage { frame, title, now, form, fields }).status(status).into_response()
}

async fn appoint(admin: Administrator, Path((_, login)): Path<(String, String)>, fields: Fields) -> Response {
    let lang = admin.visitor.lang;
    let (id, name, now) = match find(&admin, &login).await {
        Ok(found) => found,
        Err(error) => return admin.visitor.fault(error),
    };
    let mut form = fields.form(lang).with_ids(NAME);
    let appointment = match read(&fields) {
        Ok(appointment) => appointment,
        Err((field, key)) => {
            form.wrong(field, lang.t(key));
            return page(&admin, &name, now.as_ref(), form, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    match admin.visitor.console.office.appoint(id, appointment).await {
        Ok(()) => notices::after(&admin.visitor.frame().href("/admin/accounts"), "appointed"),
        Err(error) => match fault::told(lang, &error) {
            Some((words, status)) => {
                form.wrong("form", words);
                page(&admin, &name, now.as_ref(), form, status)
            }
            None => admin.visitor.fault(error),
        },
    }
}

//! A case that a coordinator overseas hands to ours, with its own number and day (JVNVU#): the coordinator has it from the
//! beginning, and there is no finder here.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use rulebook::case::Overseas;
use rulebook::refusal::Why;
use rulebook::report::form::MAX_LINE;
use ui::field::Field;
use ui::{Form, Frame, Page};

use super::copy;
use crate::fault::told;
use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/overseas", get(show).post(take))
}

#[derive(Template)]
#[template(path = "desk/overseas.html")]
struct OverseasPage {
    frame: Frame,
    form: Form,
    content: Vec<Field>,
}

async fn show(CoordinatorDesk(staff): CoordinatorDesk) -> Response {
    render(&staff, Form::new(staff.visitor.lang), StatusCode::OK)
}

fn render(staff: &Staff, form: Form, status: StatusCode) -> Response {
    let frame = staff.visitor.frame();
    let page = OverseasPage { content: copy::typed(frame.lang, &form), frame, form };
    Page::secret(page).status(status).into_response()
}

async fn take(CoordinatorDesk(staff): CoordinatorDesk, fields: Fields) -> Response {
    let visitor = &staff.visitor;
    let lang = visitor.lang;
    let again = |wrong: Vec<(&'static str, String)>, status: StatusCode| {
        let mut form = fields.form(lang);
        wrong.into_iter().for_each(|(field, words)| form.wrong(field, words));
        render(&staff, form, status)
    };
    let wrong = wrong_with(&fields, lang);
    if !wrong.is_empty() {
        return again(wrong, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match open(&staff, &fields).await {
        Ok(number) => notices::after(&visitor.frame().href(format!("/desk/cases/{number}")), "overseas-taken"),
        Err(error) => match (told(lang, &error), &error) {
            (Some((words, status)), Error::Refused(refusal)) if refusal.why == Why::CopyEmpty => {
                again(vec![("content_product", words)], status)
            }
            (Some((words, status)), _) => again(vec![("form", words)], status),
            (None, _) => visitor.fault(error),
        },
    }
}

/// What of the form cannot be read.
fn wrong_with(fields: &Fields, lang: ui::Lang) -> Vec<(&'static str, String)> {
    let words = |key: &'static str| lang.t(key).into_owned();
    let mut wrong = Vec::new();
    for (field, missing) in
        [("coordinator", "desk-overseas-coordinator-missing"), ("number", "desk-overseas-number-missing")]
    {
        if fields.get(field).is_empty() {
            wrong.push((field, words(missing)));
        }
    }
    for field in ["coordinator", "number", "contact"] {
        if fields.get(field).chars().count() > MAX_LINE {
            wrong.push((field, words("refusal-text-too-long")));
        }
    }
    if fields.day("day").is_err() {
        wrong.push(("day", words("desk-day-unreadable")));
    }
    if !copy::fits(&copy::read_typed(fields)) {
        wrong.push(("form", words("refusal-text-too-long")));
    }
    wrong
}

/// Opens the case; its number here.
async fn open(staff: &Staff, fields: &Fields) -> Result<String, Error> {
    let office = &staff.visitor.console.office;
    let text = |field: &str| fields.get(field).to_owned();
    let overseas = Overseas {
        coordinator: text("coordinator"),
        number: text("number"),
        day: fields.day("day").ok().flatten(),
        contact: text("contact"),
        on: office.now().today,
    };
    let case = office.open_overseas_case(staff.actor, overseas, copy::read_typed(fields)).await?;
    Ok(office.case_page(case, staff.actor).await?.view.number)
}

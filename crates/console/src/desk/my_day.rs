//! My day: what the person's side owes, by weight and day. The first page after signing in.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use casework::lists::{OwedLine, Subject};
use jiff::civil::Date;
use rulebook::party::Role;
use ui::{Frame, Page, Query};

use crate::names;
use crate::state::Console;
use crate::who::Person;

/// Lines of a page.
const PER_PAGE: u32 = 50;

pub(crate) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk", get(show))
}

/// A line as the page shows it.
struct Line {
    href: String,
    number: String,
    title: String,
    what: String,
    stage: String,
    due: Option<Date>,
    high: bool,
    waits: bool,
}

#[derive(Template)]
#[template(path = "desk/my_day.html")]
struct MyDayPage {
    frame: Frame,
    lines: Vec<Line>,
    counts: Vec<(String, u64)>,
    query: Query,
    page: usize,
    total: usize,
}

async fn show(person: Person) -> Response {
    if person.role == Role::Administrator {
        return crate::forms::see_other(&person.visitor.frame().href("/admin/accounts"));
    }
    let query = Query::parse(&person.visitor.path);
    let page = query.get("page").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1_u32);
    match build(&person, query, page).await {
        Ok(page) => Page::secret(page).into_response(),
        Err(error) => person.visitor.fault(error),
    }
}

async fn build(person: &Person, query: Query, page: u32) -> Result<MyDayPage, Error> {
    let visitor = &person.visitor;
    let actor = visitor.actor().ok_or(Error::NotFound)?;
    let office = &visitor.console.office;
    let (owed, total) = office.owed(actor, PER_PAGE, (page - 1).saturating_mul(PER_PAGE)).await?;
    let lang = visitor.lang;
    let counts = office.owed_counts(actor).await?;
    let counts = counts.into_iter().map(|(kind, count)| (names::duty_word(lang, &kind), count)).collect();
    let frame = visitor.frame();
    let lines = owed.into_iter().map(|line| line_of(&frame, person.role, line)).collect();
    Ok(MyDayPage {
        frame,
        lines,
        counts,
        query,
        page: page as usize,
        total: usize::try_from(total).unwrap_or(usize::MAX),
    })
}

fn line_of(frame: &Frame, role: Role, line: OwedLine) -> Line {
    let duty = names::duty_word(frame.lang, &line.kind);
    let what = match line.duty.about {
        Some(name) if !matches!(role, Role::DeveloperMember(_)) => frame.t2("duty-about", "duty", duty, "name", name),
        _ => duty,
    };
    let (href, number, title, stage) = match line.subject {
        Subject::Case(card) => {
            let way = if matches!(role, Role::DeveloperMember(_)) { "/developer/cases" } else { "/desk/cases" };
            (
                frame.href(format!("{way}/{}", card.number)),
                card.number,
                card.title,
                names::stage(frame.lang, card.stage),
            )
        }
        Subject::Report(card) => {
            let kind = names::report_kind(frame.lang, card.kind);
            (frame.href(format!("/desk/reports/{}", card.number)), card.number, card.title, kind)
        }
    };
    Line { href, number, title, what, stage, due: line.due, high: line.weight >= 300, waits: line.duty.waits }
}

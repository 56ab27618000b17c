//! My day: what the person's side owes, by weight and day. The first page after signing in.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use casework::lists::{OwedLine, Subject};
use jiff::civil::Date;
use rulebook::party::Role;
use ui::list::Tabs;
use ui::{Frame, NavItem, Page, Query};

use crate::names;
use crate::notices;
use crate::site_names;
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
    about: String,
    stage: String,
    due: Option<Date>,
    high: bool,
    waits: bool,
}

#[derive(Template)]
#[template(path = "desk/my_day.html")]
struct MyDayPage {
    frame: Frame,
    done: Option<ui::notice::Notice>,
    kinds: Option<Tabs>,
    lines: Vec<Line>,
    query: Query,
    page: usize,
    total: usize,
}

async fn show(person: Person) -> Response {
    if person.role == Role::Administrator {
        return crate::forms::see_other(&person.visitor.frame().href("/admin/accounts"));
    }
    if person.role == Role::Auditor {
        return crate::forms::see_other(&person.visitor.frame().href("/desk/audit"));
    }
    if person.role == Role::CommitteeMember {
        return crate::forms::see_other(&person.visitor.frame().href("/committee"));
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
    let frame = visitor.frame();
    let counts = office.owed_counts(actor).await?;
    let kind = query.get("kind").filter(|kind| counts.iter().any(|(known, _)| known == kind));
    let (owed, total) = office.owed_of(actor, kind, PER_PAGE, (page - 1).saturating_mul(PER_PAGE)).await?;
    let kinds = (counts.len() > 1).then(|| tabs(&frame, &query, &counts, kind));
    let lines = owed.into_iter().map(|line| line_of(&frame, person.role, line)).collect();
    Ok(MyDayPage {
        done: notices::done(&frame),
        frame,
        kinds,
        lines,
        query,
        page: page as usize,
        total: usize::try_from(total).unwrap_or(usize::MAX),
    })
}

/// What is owed, by kind, as filters in the address.
fn tabs(frame: &Frame, query: &Query, counts: &[(String, u64)], current: Option<&str>) -> Tabs {
    let plain = Query::parse(&query.without("page"));
    let all = NavItem::new(plain.without("kind"), frame.t("my-day-all")).current(current.is_none());
    let mut items = vec![all.count(counts.iter().map(|(_, count)| count).sum())];
    items.extend(counts.iter().map(|(kind, count)| {
        let item = NavItem::new(plain.with("kind", kind), names::duty_word(frame.lang, kind));
        item.current(current == Some(kind)).count(*count)
    }));
    ui::tabs(frame.t("my-day-kinds"), &items)
}

fn line_of(frame: &Frame, role: Role, line: OwedLine) -> Line {
    let developer = matches!(role, Role::DeveloperMember(_));
    let (href, number, title, stage) = match line.subject {
        Subject::Case(card) => {
            let way = if developer { "/developer/cases" } else { "/desk/cases" };
            let stage = names::stage(frame.lang, card.stage);
            (frame.href(format!("{way}/{}", card.number)), card.number, card.title, stage)
        }
        Subject::Developer(id, card) => {
            let (href, stage) = (super::register::handle_of(id), frame.t("console-nav-developers").into_owned());
            (frame.href(format!("/desk/developers/{href}")), String::new(), card.name, stage)
        }
        Subject::Site(card) => {
            let stage = site_names::stage(frame.lang, card.stage);
            (frame.href(format!("/desk/sites/{}", card.number)), card.number, card.site, stage)
        }
        Subject::Report(card) => {
            let title = if card.title.trim().is_empty() { frame.t("desk-untitled").into_owned() } else { card.title };
            let stage = frame.t("my-day-report").into_owned();
            (frame.href(format!("/desk/reports/{}", card.number)), card.number, title, stage)
        }
    };
    Line {
        href,
        number,
        title,
        what: names::duty_word(frame.lang, &line.kind),
        about: line.duty.about.filter(|_| !developer).unwrap_or_default(),
        stage,
        due: line.due,
        high: line.weight >= 300,
        waits: line.duty.waits,
    }
}

//! The demo's people: one click to be somebody. These routes exist only in demo mode; everywhere else there is nothing.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::Principal;
use jiff::civil::Weekday;
use jiff::{Timestamp, ToSpan};
use rulebook::ids::AccountId;
use rulebook::moment::instant_of;
use ui::{Frame, Page, Width};

use crate::forms::{OpenFields, see_other};
use crate::sign_in::open_session;
use crate::state::Console;
use crate::who::Visitor;

pub(crate) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/demo", get(show).post(enter)).route("/{lang}/demo/days", post(let_pass))
}

struct Line {
    login: String,
    name: String,
    role: String,
    part: String,
}

#[derive(Template)]
#[template(path = "demo.html")]
struct DemoPage {
    frame: Frame,
    people: Vec<Line>,
    /// The day and time that it is in the demo; none where time cannot be let pass.
    today: Option<String>,
    days: [u16; 4],
}

/// Steps in which time can be let pass, in days.
const STEPS: [u16; 4] = [1, 7, 30, 180];
/// The step to the next Friday evening, when offices close and leaks come out.
const FRIDAY: &str = "friday";
/// The hour at which the evening begins.
const EVENING: i8 = 18;

async fn show(visitor: Visitor) -> Response {
    let Some(people) = visitor.console.demo.clone() else { return visitor.not_found() };
    let accounts = match visitor.console.office.accounts().await {
        Ok(accounts) => accounts,
        Err(error) => return visitor.fault(error),
    };
    let lang = visitor.lang;
    let line = |person: &crate::DemoPerson| {
        let (_, card, _) = accounts.iter().find(|(_, card, _)| card.login == person.login)?;
        Some(Line {
            login: person.login.clone(),
            name: card.name.clone(),
            role: lang.t(format!("role-{}", card.role)).into_owned(),
            part: lang.pick(&person.part.0, &person.part.1).to_owned(),
        })
    };
    let people = people.iter().filter_map(line).collect();
    let frame = visitor.frame().width(Width::Reading);
    let today = visitor.console.demo_clock.as_ref().map(|_| frame.instant_text(visitor.console.office.now().at));
    Page::secret(DemoPage { frame, people, today, days: STEPS }).into_response()
}

/// Lets time pass: what comes due is done by the program itself within moments.
async fn let_pass(visitor: Visitor, OpenFields(fields): OpenFields) -> Response {
    let Some(clock) = visitor.console.demo_clock.clone() else { return visitor.not_found() };
    let passed = match fields.get("days") {
        FRIDAY => clock.let_pass_until(friday_evening(&visitor)),
        days => match days.parse().ok().filter(|days| STEPS.contains(days)) {
            Some(days) => clock.let_pass(days),
            None => return visitor.not_found(),
        },
    };
    match passed {
        Ok(()) => see_other(&format!("/{}/demo", visitor.lang.tag())),
        Err(error) => {
            tracing::error!(%error, "the demo's days cannot be kept");
            visitor.not_found()
        }
    }
}

/// The next Friday evening that has not begun yet.
fn friday_evening(visitor: &Visitor) -> Timestamp {
    let office = &visitor.console.office;
    let (now, offset) = (office.now(), office.edition_in_force().utc_offset_hours);
    let days = now.today.series(1.day()).take(8);
    let mut evenings =
        days.filter(|day| day.weekday() == Weekday::Friday).filter_map(|day| instant_of(day, EVENING, offset));
    evenings.find(|evening| *evening > now.at).unwrap_or(now.at)
}

async fn enter(visitor: Visitor, OpenFields(fields): OpenFields) -> Response {
    let Some(people) = visitor.console.demo.clone() else { return visitor.not_found() };
    let login = fields.get("login");
    if !people.iter().any(|person| person.login == login) {
        return visitor.not_found();
    }
    match visitor.console.office.store().holder("login", login).await {
        Ok(Some(id)) => open_session(&visitor, Principal::Account(AccountId(id)), "").await,
        Ok(None) => visitor.not_found(),
        Err(error) => visitor.fault(error),
    }
}

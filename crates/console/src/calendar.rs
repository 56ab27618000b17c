//! The calendar: a secret address under which any calendar program finds a person's days, and the page to make, renew
//! and revoke it. The feed says a day, a number and one of two words; nothing else leaves by this way.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderMap, IF_NONE_MATCH};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::calendar::{CalendarDay, DayOf};
use casework::{Digest, Error};
use ics::parameters::Value;
use ics::properties::{Class, DtStart, Summary, Transp};
use ics::{Event, ICalendar};
use rulebook::party::Party;
use ui::notice::Notice;
use ui::{Frame, Lang, Page, Width};

use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::{Acting, Visitor};

/// The end of the feed's address.
const END: &str = ".ics";

pub(crate) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/calendar", get(show).post(make))
        .route("/{lang}/calendar/revoke", post(revoke))
        .route("/{lang}/calendar/{token}", get(feed))
}

#[derive(Template)]
#[template(path = "calendar.html")]
struct CalendarPage {
    frame: Frame,
    done: Option<Notice>,
    back: (String, String),
    own: String,
    /// The address, on the page that follows its making and nowhere else.
    address: Option<String>,
    /// Whether there is one that works.
    there: bool,
    examples: Vec<String>,
}

async fn show(acting: Acting) -> Response {
    let there = acting.visitor.console.office.has_calendar(acting.principal).await;
    match there {
        Ok(there) => page(&acting, None, there),
        Err(error) => acting.visitor.fault(error),
    }
}

/// Makes an address, or another one in its place: it is shown once.
async fn make(acting: Acting, _fields: Fields) -> Response {
    let office = &acting.visitor.console.office;
    match office.make_calendar(acting.principal).await {
        Ok(token) => {
            let way = format!("/{}/calendar/{}{END}", acting.visitor.lang.tag(), token.as_str());
            page(&acting, Some(office.settings().url(&way)), true)
        }
        Err(error) => acting.visitor.fault(error),
    }
}

async fn revoke(acting: Acting, _fields: Fields) -> Response {
    let visitor = &acting.visitor;
    match visitor.console.office.revoke_calendar(acting.principal).await {
        Ok(()) => notices::after(&visitor.frame().href("/calendar"), "calendar-revoked"),
        Err(error) => visitor.fault(error),
    }
}

fn page(acting: &Acting, address: Option<String>, there: bool) -> Response {
    let frame = acting.visitor.frame().width(Width::Reading);
    let (way, name, own) = match acting.actor.party {
        Party::Finder(_) => ("/progress/report", "front-follow-title", "calendar-own-finder"),
        Party::Developer(_) if acting.actor.account.is_none() => {
            ("/developer/cases", "console-nav-cases", "calendar-own-link")
        }
        Party::Developer(_) => ("/desk", "console-nav-my-day", "calendar-own-developer"),
        Party::Member(_) => ("/committee", "committee-title", "calendar-own-member"),
        _ => ("/desk", "console-nav-my-day", "calendar-own-desk"),
    };
    let example = |key: &str| format!("VC12345678 {}", frame.t(key));
    let page = CalendarPage {
        done: notices::done(&frame),
        back: (frame.href(way), frame.t(name).into_owned()),
        own: frame.t(own).into_owned(),
        address,
        there,
        examples: vec![example("calendar-due"), example("calendar-publication")],
        frame,
    };
    Page::secret(page).into_response()
}

/// The feed. Whoever has the address needs nothing else; whoever has a wrong one finds nothing.
async fn feed(
    State(console): State<Console>,
    visitor: Visitor,
    Path((_, token)): Path<(String, String)>,
    asked: HeaderMap,
) -> Response {
    let secret = token.strip_suffix(END).unwrap_or(&token);
    let days = match console.office.calendar_days(secret).await {
        Ok(days) => days,
        Err(Error::NotFound) => return visitor.not_found(),
        Err(error) => return visitor.fault(error),
    };
    let frame = visitor.frame();
    let text = write(&frame, visitor.lang, &days);
    let tag = format!("\"{}\"", Digest::of(&text).as_str());
    let same = asked.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = if same { StatusCode::NOT_MODIFIED.into_response() } else { text.into_response() };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(ETAG, HeaderValue::from_str(&tag).expect("a digest is ASCII"));
    response
}

/// The days as iCalendar (RFC 5545): all-day entries that keep nobody's time busy. The stamp is the day on which the
/// feed is read, so that it tells nothing of when somebody did something.
fn write(frame: &Frame, lang: Lang, days: &[CalendarDay]) -> String {
    let stamp = format!("{}T000000Z", frame.today.strftime("%Y%m%d"));
    let mut calendar = ICalendar::new("2.0", "-//Noroshi//Calendar//EN");
    calendar.push(ics::properties::CalScale::new("GREGORIAN"));
    calendar.push(ics::properties::Name::new(ics::escape_text(lang.t("calendar-name"))));
    for one in days {
        let word = match one.of {
            DayOf::Due => lang.t("calendar-due"),
            DayOf::Publication => lang.t("calendar-publication"),
        };
        let mut event = Event::new(format!("{}@noroshi", one.uid), stamp.clone());
        let mut start = DtStart::new(one.day.strftime("%Y%m%d").to_string());
        start.add(Value::DATE);
        event.push(start);
        event.push(Summary::new(ics::escape_text(format!("{} {word}", one.number))));
        event.push(Transp::transparent());
        event.push(Class::confidential());
        calendar.add_event(event);
    }
    calendar.to_string()
}

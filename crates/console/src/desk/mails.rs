//! Outgoing mail as the desks see it: how many are where, and what did not leave. Never what is in a mail.

use std::borrow::Cow;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::desk::{About, StuckMail};
use ui::notice::Notice;
use ui::{Frame, Page};

use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::Staff;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/mails", get(show)).route("/{lang}/desk/mails/{handle}/retry", post(retry))
}

struct Line {
    purpose: String,
    number: String,
    href: String,
    attempts: u32,
    class: String,
    next: Option<jiff::Timestamp>,
    retry: ui::page::PostForm,
}

#[derive(Template)]
#[template(path = "desk/mails.html")]
struct MailsPage {
    frame: Frame,
    done: Option<Notice>,
    held: bool,
    counts: ui::list::Facts,
    lines: Vec<Line>,
}

async fn show(staff: Staff) -> Response {
    let room = match staff.visitor.console.office.mail_room(staff.actor).await {
        Ok(room) => room,
        Err(error) => return staff.visitor.fault(error),
    };
    let frame = staff.visitor.frame();
    let counts = ui::facts(&frame)
        .in_line()
        .add(frame.t("desk-mail-waiting"), room.counts.waiting)
        .add(frame.t("desk-mail-failing"), room.counts.failing)
        .add(frame.t("desk-mail-given-up"), room.counts.given_up)
        .add(frame.t("desk-mail-sent"), room.counts.sent);
    let lines = room.stuck.iter().map(|mail| line(&frame, mail)).collect();
    Page::secret(MailsPage { done: notices::done(&frame), held: room.held, counts, lines, frame }).into_response()
}

fn line(frame: &Frame, mail: &StuckMail) -> Line {
    let lang = frame.lang;
    let known = |key: String, other: &str| lang.find(&key).map_or_else(|| lang.t(other), Cow::Borrowed).into_owned();
    let (number, href) = match &mail.number {
        Some((number, about)) => {
            let what = match about {
                About::Case => "cases",
                About::Report => "reports",
                About::Site => "sites",
            };
            (number.clone(), frame.href(format!("/desk/{what}/{number}")))
        }
        None => (String::new(), String::new()),
    };
    let button = ui::button(frame.t("desk-mail-retry")).secondary().small();
    Line {
        purpose: known(format!("desk-purpose-{}", mail.purpose), "desk-purpose-other"),
        number,
        href,
        attempts: mail.attempts,
        class: known(format!("desk-class-{}", mail.class), "desk-class-other"),
        next: (!mail.given_up).then_some(mail.next),
        retry: frame.post(frame.href(format!("/desk/mails/{}/retry", mail.handle)), button),
    }
}

async fn retry(staff: Staff, Path((_, handle)): Path<(String, String)>, _fields: Fields) -> Response {
    match staff.visitor.console.office.retry_mail(staff.actor, &handle).await {
        Ok(()) => notices::after(&staff.visitor.frame().href("/desk/mails"), "mail-retried"),
        Err(error) => staff.visitor.fault(error),
    }
}

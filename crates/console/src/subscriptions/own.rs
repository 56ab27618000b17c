//! Somebody's own subscription behind its secret link: what comes, how, and the way out.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::subscriptions::{Subscription, Topic};
use casework::{Digest, Error};
use ui::notice::Notice;
use ui::{Choice, Form, Frame, Page, Tone, Width};

use super::ask::dead;
use super::words::{fill, languages, rhythms, sentence, threshold, threshold_word, thresholds, wishes};
use crate::forms::OpenFields;
use crate::notices;
use crate::who::Visitor;

#[derive(Template)]
#[template(path = "subscriptions/own.html")]
struct OwnPage {
    frame: Frame,
    form: Form,
    done: Option<Notice>,
    address: String,
    topics: Vec<Line>,
    thresholds: Vec<Choice>,
    languages: Vec<Choice>,
    rhythms: Vec<Choice>,
    leave: String,
    seen: String,
}

/// A topic with the names of its fields.
struct Line {
    what: String,
    least: String,
    remove: String,
}

#[derive(Template)]
#[template(path = "subscriptions/leave.html")]
struct LeavePage {
    frame: Frame,
    left: bool,
}

type Secret = Path<(String, String)>;

pub(super) async fn show(visitor: Visitor, Path((_, token)): Secret) -> Response {
    match visitor.console.office.subscription(&token, &visitor.address).await {
        Ok(own) => {
            let done = notices::done(&visitor.frame());
            page(&visitor, &token, form_of(&visitor, &own), &own, done, StatusCode::OK)
        }
        Err(Error::NotFound) => dead(&visitor),
        Err(error) => visitor.fault(error),
    }
}

/// Saves what the page showed; if it changed meanwhile, in another tab, it is shown again first.
pub(super) async fn change(visitor: Visitor, Path((_, token)): Secret, OpenFields(fields): OpenFields) -> Response {
    let office = &visitor.console.office;
    let own = match office.subscription(&token, &visitor.address).await {
        Ok(own) => own,
        Err(Error::NotFound) => return dead(&visitor),
        Err(error) => return visitor.fault(error),
    };
    if fields.seen() != Some(Digest::of(&own)) {
        return stale(&visitor, &token, &own);
    }
    let topics = own.topics.iter().enumerate().filter(|(place, _)| !fields.has(&format!("remove-{place}")));
    let mut kept: Vec<Topic> = Vec::new();
    for (place, topic) in topics {
        let least = threshold(fields.get(&format!("least-{place}")));
        let topic = Topic { search: topic.search.clone(), least };
        if !kept.contains(&topic) {
            kept.push(topic);
        }
    }
    if kept.is_empty() {
        let mut form = fields.form(visitor.lang);
        form.wrong("remove-0", visitor.lang.t("subscribe-wrong-none"));
        return page(&visitor, &token, form, &own, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let wishes = wishes(&fields, visitor.lang);
    match office.change_subscription(&token, wishes, kept, &visitor.address).await {
        Ok(()) => notices::after(&visitor.frame().href(format!("/subscriptions/{token}")), "subscription-changed"),
        Err(Error::Stale) => stale(&visitor, &token, &own),
        Err(Error::NotFound) => dead(&visitor),
        Err(error) => visitor.fault(error),
    }
}

fn stale(visitor: &Visitor, token: &str, own: &Subscription) -> Response {
    let notice = ui::notice(&visitor.frame(), Tone::Warning, visitor.lang.t("subscribe-stale")).announced();
    page(visitor, token, form_of(visitor, own), own, Some(notice), StatusCode::CONFLICT)
}

/// The form of a subscription as it is.
fn form_of(visitor: &Visitor, own: &Subscription) -> Form {
    let mut form = Form::new(visitor.lang);
    fill(&mut form, own.wishes);
    for (place, topic) in own.topics.iter().enumerate() {
        form.set(format!("least-{place}"), threshold_word(topic.least));
    }
    form
}

fn page(
    visitor: &Visitor,
    token: &str,
    form: Form,
    own: &Subscription,
    done: Option<Notice>,
    status: StatusCode,
) -> Response {
    let lang = visitor.lang;
    let frame = visitor.frame().width(Width::Reading);
    let line = |(place, topic): (usize, &Topic)| Line {
        what: sentence(lang, topic),
        least: format!("least-{place}"),
        remove: format!("remove-{place}"),
    };
    let page = OwnPage {
        done,
        address: own.address.clone(),
        topics: own.topics.iter().enumerate().map(line).collect(),
        thresholds: thresholds(lang),
        languages: languages(lang),
        rhythms: rhythms(lang),
        leave: frame.href(format!("/subscriptions/{token}/leave")),
        seen: Digest::of(own).as_str().to_owned(),
        frame,
        form,
    };
    Page::secret(page).status(status).into_response()
}

/// Asks a person; the address in a mail's head is opened by programs too, which must not end anything by looking.
pub(super) async fn look(visitor: Visitor, Path(_): Secret) -> Response {
    leave_page(&visitor, false)
}

/// Leaves: with the button of the page, or by the one click of a mail program (RFC 8058), which brings no cookie, no
/// session, and a form that nobody needs to read. A link that is no (longer) one gets the same answer.
pub(super) async fn leave(visitor: Visitor, Path((_, token)): Secret) -> Response {
    match visitor.console.office.leave_subscription(&token, &visitor.address).await {
        Ok(()) => leave_page(&visitor, true),
        Err(error) => visitor.fault(error),
    }
}

fn leave_page(visitor: &Visitor, left: bool) -> Response {
    let frame = visitor.frame().width(Width::Reading);
    Page::secret(LeavePage { frame, left }).into_response()
}

//! Asking for advisories by mail, and saying yes to the mail that asks. Whoever asks sees the same page whether the
//! address is known or not.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::Error;
use casework::subscriptions::Topic;
use ui::{Choice, Form, Frame, Page, Query, Width};

use super::words::{languages, rhythms, sentence, threshold, threshold_word, thresholds, wishes};
use crate::forms::OpenFields;
use crate::notices;
use crate::who::Visitor;

#[derive(Template)]
#[template(path = "subscriptions/ask.html")]
struct AskPage {
    frame: Frame,
    form: Form,
    back: (String, String),
    what: Vec<String>,
    kept: Vec<(String, String)>,
    thresholds: Vec<Choice>,
    languages: Vec<Choice>,
    rhythms: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "subscriptions/sent.html")]
struct SentPage {
    frame: Frame,
    back: String,
}

#[derive(Template)]
#[template(path = "subscriptions/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    what: String,
    least: String,
    rhythm: String,
}

#[derive(Template)]
#[template(path = "subscriptions/dead.html")]
struct DeadPage {
    frame: Frame,
}

/// What a search of the public site is, as the address of its page says it.
pub(super) async fn show(visitor: Visitor) -> Response {
    let query = Query::parse(&visitor.path);
    let topic = Topic::new(|name| query.get(name), threshold(query.get("severity").unwrap_or_default()));
    let mut form = Form::new(visitor.lang);
    form.set("least", threshold_word(topic.least));
    form.set("language", visitor.lang.tag());
    form.set("rhythm", "at-once");
    form.set("updates", "yes");
    page(&visitor, form, topic, StatusCode::OK)
}

pub(super) async fn send(visitor: Visitor, OpenFields(fields): OpenFields) -> Response {
    let topic = Topic::new(|name| Some(fields.get(name)), threshold(fields.get("least")));
    let wishes = wishes(&fields, visitor.lang);
    let office = &visitor.console.office;
    match office.subscribe(fields.get("mail"), topic.clone(), wishes, &visitor.address).await {
        Ok(()) => {
            let frame = visitor.frame().width(Width::Reading);
            let back = list_of(&frame, &topic);
            Page::secret(SentPage { frame, back }).into_response()
        }
        Err(Error::Unusable(_)) => {
            let mut form = fields.form(visitor.lang);
            form.wrong("mail", visitor.lang.t("subscribe-wrong-mail"));
            page(&visitor, form, topic, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(error) => visitor.fault(error),
    }
}

fn page(visitor: &Visitor, form: Form, topic: Topic, status: StatusCode) -> Response {
    let lang = visitor.lang;
    let mut frame = visitor.frame().width(Width::Reading);
    // The link to the other language says what is known of the search, and nothing else of the address.
    frame.path = asked(&frame, &topic);
    let page = AskPage {
        back: (list_of(&frame, &topic), frame.t("subscribe-to-list").into_owned()),
        what: super::words::conditions(lang, &topic),
        kept: topic.search,
        thresholds: thresholds(lang),
        languages: languages(lang),
        rhythms: rhythms(lang),
        frame,
        form,
    };
    Page::secret(page).status(status).into_response()
}

/// The address of this page for a topic.
fn asked(frame: &Frame, topic: &Topic) -> String {
    let own = Query::new(frame.href("/subscribe"));
    let own = topic.search.iter().fold(own, |own, (name, value)| own.and(name, value));
    match threshold_word(topic.least) {
        "" => own.to_string(),
        word => own.and("severity", word).to_string(),
    }
}

/// The search on the public site.
fn list_of(frame: &Frame, topic: &Topic) -> String {
    let list = Query::new(frame.href("/advisories"));
    topic.search.iter().fold(list, |list, (name, value)| list.and(name, value)).to_string()
}

/// Looking says yes to nothing, so that a scanner of mails cannot subscribe anybody (decision 16).
pub(super) async fn look(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> Response {
    match visitor.console.office.subscription_asked(&token, &visitor.address).await {
        Ok((topic, wishes)) => {
            let frame = visitor.frame().width(Width::Reading);
            let least = threshold_word(topic.least);
            let page = ConfirmPage {
                what: sentence(visitor.lang, &topic),
                least: if least.is_empty() {
                    String::new()
                } else {
                    frame.t(format!("subscribe-least-{least}")).into_owned()
                },
                rhythm: frame.t(format!("subscribe-rhythm-{}", wishes.rhythm.word())).into_owned(),
                frame,
            };
            Page::secret(page).into_response()
        }
        Err(Error::NotFound) => dead(&visitor),
        Err(error) => visitor.fault(error),
    }
}

pub(super) async fn confirm(visitor: Visitor, Path((_, token)): Path<(String, String)>, _: OpenFields) -> Response {
    match visitor.console.office.confirm_subscription(&token, &visitor.address).await {
        Ok(secret) => notices::after(&visitor.frame().href(format!("/subscriptions/{secret}")), "subscribed"),
        Err(Error::NotFound) => dead(&visitor),
        Err(error) => visitor.fault(error),
    }
}

/// A link that does not work any more: what it was, nobody is told.
pub(super) fn dead(visitor: &Visitor) -> Response {
    let frame = visitor.frame().width(Width::Reading);
    Page::secret(DeadPage { frame }).status(StatusCode::GONE).into_response()
}

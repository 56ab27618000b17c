//! Talking with the operator of a website: wished for or agreed to, and written, all through the receiving body (Ⅴ.2.5).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::Error;
use casework::sites::{SiteOrder, SitePage};
use rulebook::party::Party;
use rulebook::report::form::MAX_TEXT;
use rulebook::site::record::SiteTalk;
use rulebook::site::{SiteAction, SiteCommand, SiteThread};
use ui::field::{Choice, Field};
use ui::notice::Notice;
use ui::{Form, Frame, Mark, Page};

use super::site::of_report;
use crate::fault::told;
use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::Finder;

/// Names of the forms.
const ANSWER: &str = "answer";
const WRITE: &str = "write";
const WISH: &str = "wish";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/progress/operator", get(show))
        .route("/{lang}/progress/operator/wish", post(wish))
        .route("/{lang}/progress/operator/answer", post(answer))
        .route("/{lang}/progress/operator/message", post(message))
}

/// A line on the progress page that leads here, and whether an answer is asked for.
pub(super) fn line(frame: &Frame, site: &SitePage) -> Option<(String, bool)> {
    if asked(site).is_some() {
        return Some((frame.t("site-talk-to-answer").into_owned(), true));
    }
    match site.view.talks.last() {
        Some(talk) => Some((state(frame, talk).2, false)),
        None => may_wish(site).then(|| (frame.t("site-talk-may-wish").into_owned(), false)),
    }
}

/// Once the operator has the details there is something to talk about, until both do.
fn may_wish(site: &SitePage) -> bool {
    let they_talk = site.view.talks.iter().any(|talk| talk.agreed == Some(true));
    site.view.details_sent_on.is_some() && !they_talk && site.refusal(SiteAction::WishTalk).is_none()
}

/// The operator's wish that waits for the finder's answer.
fn asked(site: &SitePage) -> Option<Party> {
    let waits = |talk: &&SiteTalk| talk.agreed.is_none() && talk.wisher != site.view.viewer;
    site.view.talks.iter().find(waits).map(|talk| talk.wisher)
}

/// How far a wish is: its mark, in a word, in a sentence.
fn state(frame: &Frame, talk: &SiteTalk) -> (Mark, String, String) {
    let own = matches!(talk.wisher, Party::Finder(_));
    let (mark, word, sentence) = match (talk.agreed, own) {
        (Some(true), _) => (Mark::Done, "site-talk-mark-agreed", "site-talk-agreed"),
        (Some(false), _) => (Mark::Stopped, "site-talk-mark-declined", "site-talk-declined"),
        (None, true) => (Mark::Waiting, "site-talk-mark-asked", "site-talk-asked"),
        (None, false) => (Mark::Soon, "site-talk-mark-to-answer", "site-talk-to-answer"),
    };
    (mark, frame.t(word).into_owned(), frame.t(sentence).into_owned())
}

/// A wish as the page shows it.
struct Wish {
    mark: Mark,
    word: String,
    sentence: String,
    on: jiff::civil::Date,
}

/// A message as the page shows it.
struct Said {
    at: jiff::Timestamp,
    who: String,
    own: bool,
    text: String,
}

#[derive(Template)]
#[template(path = "front/site_talk.html")]
struct TalkPage {
    frame: Frame,
    done: Option<Notice>,
    number: String,
    seen: String,
    talks: Vec<Wish>,
    answer: Option<(Form, Field)>,
    write: Option<Form>,
    wish: Option<Form>,
    said: Vec<Said>,
}

/// A form that came back: its name and its fields.
type Back = Option<(&'static str, Form)>;

async fn show(finder: Finder) -> Response {
    page(&finder, None, StatusCode::OK).await
}

async fn page(finder: &Finder, back: Back, status: StatusCode) -> Response {
    match open(finder).await {
        Ok((number, site)) => Page::secret(build(finder, number, &site, back)).status(status).into_response(),
        Err(error) => finder.visitor.fault(error),
    }
}

/// The number of the report, and its website case.
async fn open(finder: &Finder) -> Result<(String, SitePage), Error> {
    let report = finder.visitor.console.office.report_page(finder.report, finder.actor).await?;
    let site = of_report(finder, &report).await?.ok_or(Error::NotFound)?;
    Ok((report.view.number, site))
}

fn build(finder: &Finder, number: String, site: &SitePage, back: Back) -> TalkPage {
    let frame = finder.visitor.frame().width(ui::Width::Reading);
    let form = |name: &'static str| match &back {
        Some((found, form)) if *found == name => form.clone(),
        _ => Form::new(frame.lang).with_ids(name),
    };
    let may = |action: SiteAction| site.refusal(action).is_none();
    let said = site.view.messages.iter().map(|message| {
        let own = message.item.from == site.view.viewer;
        let who = if own { frame.t("front-from-you") } else { frame.t("site-talk-operator") };
        Said { at: message.at, who: who.into_owned(), own, text: site.text(message.item.body).to_owned() }
    });
    let line = |talk: &SiteTalk| {
        let (mark, word, sentence) = state(&frame, talk);
        Wish { mark, word, sentence, on: talk.wished_on }
    };
    TalkPage {
        done: notices::done(&frame),
        number,
        seen: site.digest.as_str().to_owned(),
        talks: site.view.talks.iter().map(line).collect(),
        answer: (asked(site).is_some() && may(SiteAction::AnswerTalk)).then(|| {
            let form = form(ANSWER);
            let choices = [Choice::new("yes", frame.t("direct-yes")), Choice::new("no", frame.t("direct-no"))];
            let field = form.radios("agrees", frame.t("direct-question"), &choices).in_line().required();
            (form, field)
        }),
        write: may(SiteAction::WriteDirectly).then(|| form(WRITE)),
        wish: may_wish(site).then(|| form(WISH)),
        said: said.collect(),
        frame,
    }
}

/// What a form comes to: an order, or the field that is wrong and the key of the words.
type Read = Result<SiteOrder, (&'static str, &'static str)>;

async fn carry_out(
    finder: Finder,
    name: &'static str,
    fields: Fields,
    read: impl FnOnce(&SitePage) -> Read,
    done: &str,
) -> Response {
    let visitor = &finder.visitor;
    let back = |field: &str, words: String| {
        let mut form = fields.form(visitor.lang).with_ids(name);
        form.wrong(field, words);
        Some((name, form))
    };
    let site = match open(&finder).await {
        Ok((_, site)) => site,
        Err(error) => return visitor.fault(error),
    };
    let order = match read(&site) {
        Ok(order) => order,
        Err((field, key)) => {
            let back = back(field, visitor.lang.t(key).into_owned());
            return page(&finder, back, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let office = &visitor.console.office;
    match office.act_on_site(site.view.id, finder.actor, fields.seen().as_ref(), order).await {
        Ok(()) => notices::after(&visitor.frame().href("/progress/operator"), done),
        Err(error) => match told(visitor.lang, &error) {
            Some((words, status)) => page(&finder, back("form", words), status).await,
            None => visitor.fault(error),
        },
    }
}

async fn wish(finder: Finder, fields: Fields) -> Response {
    carry_out(finder, WISH, fields, |_| Ok(SiteCommand::WishTalk.into()), "talk-wished").await
}

async fn answer(finder: Finder, fields: Fields) -> Response {
    let agrees = match fields.get("agrees") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let read = |site: &SitePage| {
        let agrees = agrees.ok_or(("agrees", "direct-choose"))?;
        let wisher = asked(site).ok_or(("form", "direct-nothing"))?;
        Ok(SiteCommand::AnswerTalk { wisher, agrees }.into())
    };
    carry_out(finder, ANSWER, fields, read, "talk-answered").await
}

async fn message(finder: Finder, fields: Fields) -> Response {
    let (text, thread) = (fields.get("text").to_owned(), SiteThread::Direct(finder.report));
    let read = |_: &SitePage| match text.chars().count() {
        0 => Err(("text", "refusal-text-missing")),
        long if long > MAX_TEXT => Err(("text", "refusal-text-too-long")),
        _ => Ok(SiteOrder::Write { thread, text: text.clone(), question: false, files: vec![] }),
    };
    carry_out(finder, WRITE, fields, read, "talk-written").await
}

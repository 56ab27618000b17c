//! What the forms of the page send, as orders.

use askama::Template;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use casework::Error;
use casework::sites::{SiteOrder, SitePage};
use rulebook::report::form::MAX_TEXT;
use rulebook::site::{LeakItem, OperatorAnswer, OperatorConsent, SiteCommand, SiteThread};
use ui::{Frame, Page, Trouble, Width};

use super::forms::Kind;
use super::page::{Sent, render, waits_to_be_opened};
use super::talk;
use crate::brought::{self, Brought, Held, WITH_MESSAGE};
use crate::fault;
use crate::forms::{Fields, see_other};
use crate::front::upload::Parts;
use crate::notices;
use crate::state::Console;
use crate::who::{OperatorSide, SESSION_COOKIE, put_cookie};

/// Longest name of a contractor.
const MAX_NAME: usize = 200;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/operator/details", post(details))
        .route("/{lang}/operator/answer", post(answer))
        .route("/{lang}/operator/forward", post(forward))
        .route("/{lang}/operator/take-back", post(take_back))
        .route("/{lang}/operator/message", post(message).layer(DefaultBodyLimit::max(WITH_MESSAGE.request())))
        .route("/{lang}/operator/consent", post(consent))
        .route("/{lang}/operator/leak", post(leak))
        .route("/{lang}/operator/wish", post(wish))
        .route("/{lang}/operator/talk", post(answer_talk))
        .route("/{lang}/operator/direct", post(direct))
        .route("/{lang}/operator/leave", post(leave))
}

/// The field that is wrong, and why.
type Wrong = (&'static str, String);

/// The details are opened: from now on they count as received (Ⅴ.4.1).
async fn details(side: OperatorSide, fields: Fields) -> Response {
    let visitor = &side.visitor;
    let office = &visitor.console.office;
    let opened = async {
        let page = office.site_page(side.site, side.actor).await?;
        if side.contractor || !waits_to_be_opened(&page) {
            return Ok(());
        }
        office.act_on_site(side.site, side.actor, fields.seen().as_ref(), SiteCommand::ReceiveDetails).await
    };
    match opened.await {
        Ok(()) | Err(Error::Stale) => see_other(&visitor.frame().href("/operator")),
        Err(error) => visitor.fault(error),
    }
}

async fn answer(side: OperatorSide, fields: Fields) -> Response {
    let lang = side.visitor.lang;
    let kind = Kind::of(fields.get("form")).filter(|kind| !kind.answers().is_empty()).unwrap_or(Kind::Fixed);
    let chosen = match kind {
        Kind::WillFix => Some(OperatorAnswer::WillFix),
        kind => kind.answers().iter().copied().find(|answer| answer.word() == fields.get("answer")),
    };
    let words = fields.get("text").to_owned();
    let order = match (chosen, fields.day("ready_on")) {
        (None, _) => Err(("answer", lang.t("operator-choose").into_owned())),
        (_, Err(_)) => Err(("ready_on", lang.t("operator-day-wrong").into_owned())),
        _ if words.chars().count() > MAX_TEXT => Err(("text", lang.t("refusal-text-too-long").into_owned())),
        (Some(answer), Ok(ready_on)) => Ok(SiteCommand::Answer { answer, words, ready_on }.into()),
    };
    carry_out(&side, kind, &fields, order).await
}

#[derive(Template)]
#[template(path = "operator/forwarded.html")]
struct ForwardedPage {
    frame: Frame,
    number: String,
    to: String,
    letter: String,
    code: String,
}

/// A link of its own for the contractor: shown once, here. The code is told it in another way.
async fn forward(side: OperatorSide, fields: Fields) -> Response {
    let visitor = &side.visitor;
    if side.contractor {
        return visitor.not_found();
    }
    let to: String = fields.get("to").chars().take(MAX_NAME).collect();
    if to.is_empty() {
        let wrong = ("to", visitor.lang.t("operator-to-missing").into_owned());
        return back(&side, Kind::Forward, &fields, wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let office = &visitor.console.office;
    let language = crate::letters::language(visitor.lang);
    let command = SiteCommand::Forward { to: to.clone() };
    let given = office.forward_site(side.site, side.actor, fields.seen().as_ref(), command, language).await;
    let (link, code) = match given {
        Ok(given) => given,
        Err(error) => return failed(&side, Kind::Forward, &fields, error).await,
    };
    match office.site_page(side.site, side.actor).await {
        Ok(page) => {
            let frame = visitor.frame().width(Width::Reading);
            let letter = frame.t2("operator-forward-letter", "to", &to, "link", link);
            let page = ForwardedPage { number: page.view.number, to, letter, code, frame };
            Page::secret(page).into_response()
        }
        Err(error) => visitor.fault(error),
    }
}

/// The contractor's link and page stop at once.
async fn take_back(side: OperatorSide, fields: Fields) -> Response {
    carry_out(&side, Kind::TakeBack, &fields, Ok(SiteCommand::TakeBack.into())).await
}

/// What is typed comes back when something is wrong; files are chosen again.
async fn message(side: OperatorSide, parts: Parts) -> Response {
    let lang = side.visitor.lang;
    let Brought { fields, files } = match brought::read(parts, &side.visitor, WITH_MESSAGE).await {
        Ok(brought) => brought,
        Err(Held::Foreign) => return Trouble::Forbidden.respond(side.visitor.frame()),
        Err(Held::Error(error)) => return side.visitor.fault(error),
        Err(Held::Unfit(fields, key)) => {
            let wrong = (WITH_MESSAGE.field, lang.t(key).into_owned());
            return back(&side, Kind::Message, &fields, wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let thread = SiteThread::Operator;
    let order = text(&side, &fields).map(|text| SiteOrder::Write { thread, text, question: false, files });
    carry_out(&side, Kind::Message, &fields, order).await
}

/// A text as it may be.
fn text(side: &OperatorSide, fields: &Fields) -> Result<String, Wrong> {
    let text = fields.get("text");
    match text.chars().count() {
        0 => Err(("text", side.visitor.lang.t("refusal-text-missing").into_owned())),
        long if long > MAX_TEXT => Err(("text", side.visitor.lang.t("refusal-text-too-long").into_owned())),
        _ => Ok(text.to_owned()),
    }
}

fn agrees(side: &OperatorSide, fields: &Fields) -> Result<bool, Wrong> {
    match fields.get("agrees") {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(("agrees", side.visitor.lang.t("operator-choose").into_owned())),
    }
}

async fn consent(side: OperatorSide, fields: Fields) -> Response {
    let Some(what) = OperatorConsent::ALL.into_iter().find(|what| what.word() == fields.get("what")) else {
        return side.visitor.not_found();
    };
    let order = agrees(&side, &fields).map(|agrees| SiteCommand::GiveConsent { what, agrees }.into());
    carry_out(&side, Kind::Consent, &fields, order).await
}

async fn leak(side: OperatorSide, fields: Fields) -> Response {
    let said = |item: &LeakItem| fields.all("items").any(|word| word == item.word());
    let items: Vec<LeakItem> = LeakItem::ALL.into_iter().filter(said).collect();
    let url = fields.get("url").to_owned();
    let order = match items.is_empty() {
        true => Err(("items", side.visitor.lang.t("operator-choose").into_owned())),
        false => Ok(SiteCommand::PublishLeak { url, items }.into()),
    };
    carry_out(&side, Kind::Leak, &fields, order).await
}

async fn wish(side: OperatorSide, fields: Fields) -> Response {
    carry_out(&side, Kind::Wish, &fields, Ok(SiteCommand::WishTalk.into())).await
}

async fn answer_talk(side: OperatorSide, fields: Fields) -> Response {
    let order = match seen(&side).await {
        Ok(page) => {
            let asked = page.view.talks.iter().find(|talk| talk.agreed.is_none() && talk.wisher != page.view.viewer);
            let wisher =
                asked.map(|talk| talk.wisher).ok_or(("form", side.visitor.lang.t("operator-nothing").into_owned()));
            let answer =
                |wisher| agrees(&side, &fields).map(|agrees| SiteCommand::AnswerTalk { wisher, agrees }.into());
            wisher.and_then(answer)
        }
        Err(error) => return side.visitor.fault(error),
    };
    carry_out(&side, Kind::Talk, &fields, order).await
}

async fn direct(side: OperatorSide, fields: Fields) -> Response {
    let partners = match seen(&side).await {
        Ok(page) => talk::partners(&page.view.talks),
        Err(error) => return side.visitor.fault(error),
    };
    let place = fields.get("place").parse::<usize>().unwrap_or(1);
    let order = match partners.get(place.wrapping_sub(1)).copied() {
        Some(report) => {
            let thread = SiteThread::Direct(report);
            text(&side, &fields).map(|text| SiteOrder::Write { thread, text, question: false, files: vec![] })
        }
        None => Err(("form", side.visitor.lang.t("operator-nothing").into_owned())),
    };
    carry_out(&side, Kind::Direct, &fields, order).await
}

async fn seen(side: &OperatorSide) -> Result<SitePage, Error> {
    side.visitor.console.office.site_page(side.site, side.actor).await
}

/// Ends the session: a phone is handed around.
async fn leave(side: OperatorSide, _fields: Fields) -> Response {
    let visitor = &side.visitor;
    if let Some(cookie) = &visitor.cookie
        && let Err(error) = visitor.console.office.end_session(cookie).await
    {
        return visitor.fault(error);
    }
    let mut response = see_other(&visitor.frame().href("/operator/again?left=yes"));
    put_cookie(&mut response, &visitor.console, SESSION_COOKIE, None, 0);
    response
}

/// Carries an order out, or shows the page again with everything that was typed.
async fn carry_out(side: &OperatorSide, kind: Kind, fields: &Fields, order: Result<SiteOrder, Wrong>) -> Response {
    if side.contractor && !kind.is_contractors() {
        return side.visitor.not_found();
    }
    let order = match order {
        Ok(order) => order,
        Err(wrong) => return back(side, kind, fields, wrong, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    let office = &side.visitor.console.office;
    match office.act_on_site(side.site, side.actor, fields.seen().as_ref(), order).await {
        Ok(()) => notices::after(&side.visitor.frame().href("/operator"), &format!("operator-{}", kind.word())),
        Err(error) => failed(side, kind, fields, error).await,
    }
}

async fn failed(side: &OperatorSide, kind: Kind, fields: &Fields, error: Error) -> Response {
    match fault::told(side.visitor.lang, &error) {
        Some((words, status)) => back(side, kind, fields, ("form", words), status).await,
        None => side.visitor.fault(error),
    }
}

async fn back(side: &OperatorSide, kind: Kind, fields: &Fields, (field, words): Wrong, status: StatusCode) -> Response {
    let mut form = fields.form(side.visitor.lang);
    form.wrong(field, words);
    render(side, Some(Sent { kind, form, status })).await
}

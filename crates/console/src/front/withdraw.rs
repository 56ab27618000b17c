//! Taking a report back: asked for on the progress page, and said there from then on.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use casework::{ReportOrder, ReportPage};
use rulebook::action::Action;
use rulebook::report::ReportStage;
use rulebook::report::form::MAX_TEXT;
use ui::markup::Markup;
use ui::notice::Notice;
use ui::{Form, Frame, Tone};

use super::follow::{again, wrong};
use super::typed::say;
use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::Finder;

/// Name of the form.
const NAME: &str = "withdraw";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/progress/withdraw", post(withdraw))
}

#[derive(Template)]
#[template(path = "front/withdraw.html")]
struct Withdraw<'a> {
    frame: &'a Frame,
    form: Form,
    open: bool,
    words: String,
    seen: &'a str,
    most: usize,
}

/// The form that takes it back, while that means anything.
pub(super) fn form(frame: &Frame, page: &ReportPage, sent: Option<&(&'static str, Form)>) -> Option<Markup> {
    let decided = matches!(page.view.stage, ReportStage::Rejected { .. });
    let published = page.case().is_some_and(|case| !case.publications.is_empty());
    if page.view.refusal(Action::WithdrawReport).is_some() || decided || published {
        return None;
    }
    let sent = sent.filter(|(name, _)| *name == NAME).map(|(_, form)| form.clone());
    Some(Markup::of(&Withdraw {
        frame,
        open: sent.is_some(),
        form: sent.unwrap_or_else(|| Form::new(frame.lang).with_ids(NAME)),
        words: say(
            frame.lang,
            "withdraw",
            page.view.kind.unwrap_or_default(),
            if is_accepted(page) { "accepted" } else { "undecided" },
        )
        .unwrap_or_default(),
        seen: page.digest.as_str(),
        most: MAX_TEXT,
    }))
}

/// Whether it is handled: as a product's, or as a website's.
fn is_accepted(page: &ReportPage) -> bool {
    page.case().is_some() || matches!(page.view.stage, ReportStage::SiteAccepted { .. })
}

/// What is so after it was taken back, when it had been accepted before.
pub(super) fn notice(frame: &Frame, page: &ReportPage) -> Option<Notice> {
    let on = page.view.withdrawn_on.filter(|_| is_accepted(page))?;
    let title = frame.t1("front-withdrawn", "day", frame.day_text(on));
    Some(ui::notice(frame, Tone::Info, title).body(frame.t("front-withdrawn-text")))
}

async fn withdraw(finder: Finder, fields: Fields) -> Response {
    let visitor = &finder.visitor;
    let reason = fields.get("reason").to_owned();
    if reason.chars().count() > MAX_TEXT {
        let words = visitor.lang.t("refusal-text-too-long");
        return wrong(&finder, NAME, "reason", &fields, words, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let order = ReportOrder::Withdraw { reason };
    let office = &visitor.console.office;
    match office.act_on_report(finder.report, finder.actor, fields.seen().as_ref(), order).await {
        Ok(()) => notices::after(&visitor.frame().href("/progress/report"), "withdrawn"),
        Err(error) => again(&finder, NAME, "reason", &fields, error).await,
    }
}

//! The non-disclosure request (情報非開示依頼) as its finder meets it: how it stands, asking before one discloses, what
//! the desk says to that, and asking to be released from it (Ⅳ.2.4).

use std::borrow::Cow;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use casework::{Error, Office, ReportCase, ReportOrder, ReportPage};
use rulebook::action::Action;
use rulebook::case::{CaseCommand, NonDisclosureCommand};
use rulebook::clause::Clause;
use rulebook::refusal::{Refusal, Why};
use rulebook::report::form::{MAX_TEXT, ReportKind};
use rulebook::report::{NonDisclosure, ReportStage, Writer};
use ui::form::ErrorSummary;
use ui::markup::Markup;
use ui::progress::{Happening, When};
use ui::{Form, Frame};

use super::follow::{again, wrong};
use super::typed::say;
use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::Finder;

/// Name of the form that asks before disclosing.
const CONSULT: &str = "consult";
/// Name of the form that asks for the end of the request.
const RELEASE: &str = "release";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/progress/disclosure", post(consult))
        .route("/{lang}/progress/release", post(ask_release))
}

#[derive(Template)]
#[template(path = "front/silence.html")]
struct Silence<'a> {
    frame: &'a Frame,
    title: Cow<'static, str>,
    lines: Vec<String>,
    talk: Vec<Happening>,
    consult: Option<Form>,
    consulting: bool,
    release: bool,
    refused: Option<ErrorSummary>,
    seen: &'a str,
    seen_case: String,
    most: usize,
}

/// What the request is called: nothing of a website is ever published.
pub(super) fn title(frame: &Frame, kind: ReportKind) -> Cow<'static, str> {
    frame.t(if kind == ReportKind::Website { "front-silence-website-title" } else { "front-silence" })
}

/// How the request stands, with the forms about it.
pub(super) fn section(
    frame: &Frame,
    page: &ReportPage,
    office: &Office,
    sent: Option<&(&'static str, Form)>,
) -> Markup {
    let form = |name: &'static str| match sent.filter(|(found, _)| *found == name) {
        Some((_, form)) => form.clone(),
        None => Form::new(frame.lang).with_ids(name),
    };
    let view = &page.view;
    // A developer that reports on its own product speaks with the coordinator about it.
    let may_consult = view.refusal(Action::ConsultDisclosure).is_none() && view.kind != Some(ReportKind::OwnProduct);
    let release = releasable(page);
    Markup::of(&Silence {
        frame,
        title: title(frame, view.kind.unwrap_or_default()),
        lines: lines(frame, page, office),
        talk: talk(frame, page),
        consult: may_consult.then(|| form(CONSULT)),
        consulting: sent.is_some_and(|(name, _)| *name == CONSULT),
        release: release.is_some(),
        // Asked too early there is no button to stand beside.
        refused: sent.filter(|(name, _)| *name == RELEASE).map(|(_, form)| form.summary()),
        seen: page.digest.as_str(),
        seen_case: release.map(|case| case.digest.as_str().to_owned()).unwrap_or_default(),
        most: MAX_TEXT,
    })
}

/// The case in which the finder may ask to be released now.
fn releasable(page: &ReportPage) -> Option<&ReportCase> {
    page.cases.iter().find(|case| case.refusal(Action::AskRelease).is_none())
}

/// The request in words (Ⅳ.2.4; Ⅴ.3.4 for sites).
fn lines(frame: &Frame, page: &ReportPage, office: &Office) -> Vec<String> {
    let view = &page.view;
    let day = |key: &str, day| frame.t1(key, "day", frame.day_text(day));
    if let NonDisclosure::Released { on } = view.non_disclosure {
        return vec![day("front-silence-released", on)];
    }
    if matches!(view.stage, ReportStage::Rejected { .. }) {
        return vec![frame.t("front-silence-rejected").into_owned()];
    }
    let kind = view.kind.unwrap_or_default();
    let mut lines: Vec<String> = match view.withdrawn_on {
        Some(_) => vec![frame.t("front-silence-withdrawn").into_owned()],
        None => say(frame.lang, "silence", kind, "text").into_iter().collect(),
    };
    if let NonDisclosure::ReleaseAsked { on } = view.non_disclosure {
        lines.push(day("front-silence-asked", on));
        return lines;
    }
    let from = page.cases.iter().filter_map(|case| office.release_from(&case.view)).min();
    if let (Some(from), true) = (from, kind == ReportKind::Product) {
        let key = if releasable(page).is_some() { "front-silence-may-ask" } else { "front-silence-from" };
        lines.push(day(key, from));
    }
    lines
}

/// What was said about disclosing it, oldest first.
fn talk(frame: &Frame, page: &ReportPage) -> Vec<Happening> {
    let said = page.view.disclosure_talk.iter();
    let line = |said: &rulebook::report::state::Dated<(Writer, _)>| {
        let who = match said.item.0 {
            Writer::Finder => frame.t("front-from-you"),
            Writer::Desk => frame.t("front-from-desk"),
        };
        Happening::new(When::At(said.at), who).body(page.text(said.item.1))
    };
    said.map(line).collect()
}

async fn consult(finder: Finder, fields: Fields) -> Response {
    let visitor = &finder.visitor;
    let text = fields.get("text").to_owned();
    let key = match text.chars().count() {
        0 => Some("front-consult-empty"),
        long if long > MAX_TEXT => Some("refusal-text-too-long"),
        _ => None,
    };
    if let Some(key) = key {
        let words = visitor.lang.t(key);
        return wrong(&finder, CONSULT, "text", &fields, words, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let order = ReportOrder::ConsultDisclosure(text);
    let office = &visitor.console.office;
    match office.act_on_report(finder.report, finder.actor, fields.seen().as_ref(), order).await {
        Ok(()) => notices::after(&visitor.frame().href("/progress/report#silence"), "disclosure-consulted"),
        Err(error) => again(&finder, CONSULT, "text", &fields, error).await,
    }
}

async fn ask_release(finder: Finder, fields: Fields) -> Response {
    let visitor = &finder.visitor;
    match release(&finder, &fields).await {
        Ok(()) => notices::after(&visitor.frame().href("/progress/report#silence"), "release-asked"),
        Err(error) => again(&finder, RELEASE, "form", &fields, error).await,
    }
}

/// Asks in the case that allows it; where none does, its first case says why.
async fn release(finder: &Finder, fields: &Fields) -> Result<(), Error> {
    let office = &finder.visitor.console.office;
    let page = office.report_page(finder.report, finder.actor).await?;
    // Without a case nobody was contacted, and the year has not begun.
    let too_early = || Error::from(Refusal::under(Clause::new("Ⅳ.2.4.第2段"), Why::ReleaseTooEarly));
    let case = releasable(&page).or(page.cases.first()).ok_or_else(too_early)?;
    let order = CaseCommand::NonDisclosure(NonDisclosureCommand::AskRelease);
    office.act(case.view.id, finder.actor, fields.seen().as_ref(), order.into()).await
}

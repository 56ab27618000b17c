//! The editor's page: from what the viewer may see of the case to what stands on it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::advisory_check::{AdvisoryFinding, findings_of};
use casework::{Digest, Error};
use rulebook::action::Action;
use rulebook::advisory::AdvisoryContent;
use ui::{Form, Lang, Page, Width};

use super::credit::Credit;
use super::form::{self, Rows};
use super::page::{BeginPage, EditorPage, comments, vendors};
use super::{checks, history, numbers, part, road};
use crate::fault;
use crate::letters::language;
use crate::notices;
use crate::who::Staff;

/// What was sent to the page and comes back on it.
pub(super) enum Sent {
    /// Nothing: it is asked for.
    Nothing,
    /// The text as it was typed, and what is wrong; `typed` when it could be read and was not saved.
    Text { form: Form, typed: Option<Box<AdvisoryContent>>, status: StatusCode },
    /// One of the steps, with what is wrong.
    Step { form: Form, status: StatusCode },
}

impl Sent {
    const fn status(&self) -> StatusCode {
        match self {
            Sent::Nothing => StatusCode::OK,
            Sent::Text { status, .. } | Sent::Step { status, .. } => *status,
        }
    }
}

/// What a form says when its command was not carried out; `None` for errors that deserve a page of their own.
pub(super) fn told(lang: Lang, error: &Error) -> Option<(Vec<String>, StatusCode)> {
    let found = findings_of(error);
    if found.is_empty() {
        return fault::told(lang, error).map(|(words, status)| (vec![words], status));
    }
    let line = |finding: &AdvisoryFinding| {
        let words = finding.words.get(language(lang)).to_owned();
        if finding.part == "whole" {
            return words;
        }
        lang.t2("advisory-found", "part", part::name(lang, finding.part), "words", words)
    };
    Some((found.iter().map(line).collect(), StatusCode::UNPROCESSABLE_ENTITY))
}

/// The page with a step that was not taken, or a page of its own for what is no matter of the step.
pub(super) async fn refused(staff: &Staff, number: &str, mut form: Form, error: Error) -> Response {
    let Some((words, status)) = told(staff.visitor.lang, &error) else { return staff.visitor.fault(error) };
    for words in words {
        form.wrong("", words);
    }
    again(staff, number, Sent::Step { form, status }).await
}

pub(super) async fn show(staff: Staff, Path((_, number)): Path<(String, String)>) -> Response {
    again(&staff, &number, Sent::Nothing).await
}

/// The page with what was sent.
pub(super) async fn again(staff: &Staff, number: &str, sent: Sent) -> Response {
    let status = sent.status();
    match answer(staff, number, sent).await {
        Ok(response) => (status, response).into_response(),
        Err(error) => staff.visitor.fault(error),
    }
}

/// Where the editor of a case is.
pub(super) fn way(staff: &Staff, number: &str) -> String {
    staff.visitor.frame().href(format!("/desk/cases/{number}/advisory"))
}

async fn answer(staff: &Staff, number: &str, sent: Sent) -> Result<Response, Error> {
    let (visitor, lang) = (&staff.visitor, staff.visitor.lang);
    let office = &visitor.console.office;
    let case = office.case_id(number).await?;
    let page = office.case_page(case, staff.actor).await?;
    let mut frame = visitor.frame().width(Width::Full);
    let done = notices::done(&frame);
    if !matches!(sent, Sent::Nothing) {
        // The page stands at its own address again, in either language.
        frame.path = way(staff, &page.view.number);
    }
    let (mut form, typed, acting) = match sent {
        Sent::Nothing => (None, None, Form::new(lang)),
        Sent::Text { form, typed, .. } => (Some(form), typed, Form::new(lang)),
        Sent::Step { form, .. } => (None, None, form),
    };
    let Some((draft, content)) = page.view.advisory.clone().and_then(|mut draft| {
        let content = draft.content.take()?;
        Some((draft, content))
    }) else {
        return Ok(Page::secret(BeginPage { frame, done, page, acting }).into_response());
    };
    let draft = rulebook::case::view::AdvisoryView { content: Some(content.clone()), ..draft };
    let findings = office.advisory_findings(case, staff.actor).await?;
    let is_unsaved = form.is_some();
    let form = form.take().unwrap_or_else(|| form::fill(lang, &content));
    let built = EditorPage {
        done,
        rows: Rows::of(&form),
        base: Digest::of(&content).as_str().to_owned(),
        edits: page.refusal(Action::EditAdvisory).is_none(),
        is_unsaved,
        conflict: typed.map(|typed| history::changes(&frame, &typed, &content)),
        checks: checks::checks(lang, &page, &draft, &findings),
        written: checks::written(lang, &content),
        road: road::road(&frame, &page, &draft),
        vendors: vendors(&frame, &page, &content),
        comments: comments(&page, &draft),
        has_news: checks::has_news(&page, &content),
        credit: Credit::of(lang, &page, office.settings()),
        revisions: history::revisions(&frame, &draft),
        update: history::unpublished(&frame, &draft),
        acting: acting.with_ids("act"),
        has_preview: visitor.console.preview.is_some(),
        numbers: numbers::of(staff, &frame, case, &content.cve).await?,
        form,
        draft,
        content,
        page,
        frame,
    };
    Ok(Page::secret(built).into_response())
}

//! What is done on the editor's page: from forms to orders, and where each leads.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use casework::{CaseOrder, CasePage, Digest, Error};
use rulebook::advisory::AdvisoryContent;
use rulebook::case::CaseCommand;
use rulebook::ids::CaseId;
use rulebook::text::{Language, Localized};
use ui::Form;

use super::credit::Credit;
use super::editor::{Sent, again, refused, told, way};
use super::form::{self, MORE};
use super::numbers::{self, GIVE_BACK, RETRY, TAKE};
use crate::forms::{Fields, see_other};
use crate::who::{CoordinatorDesk, ReceivingDesk, Staff};

type Number = Path<(String, String)>;

/// Where the editor goes on after a command that worked.
fn done(staff: &Staff, number: &str, word: &str) -> Response {
    see_other(&format!("{}?done={word}", way(staff, number)))
}

async fn load(staff: &Staff, number: &str) -> Result<(CaseId, CasePage), Error> {
    let office = &staff.visitor.console.office;
    let case = office.case_id(number).await?;
    let page = office.case_page(case, staff.actor).await?;
    Ok((case, page))
}

/// The text as it is stored; there is none before the draft is begun.
fn stored(page: &CasePage) -> Result<&AdvisoryContent, Error> {
    page.view.advisory.as_ref().and_then(|draft| draft.content.as_ref()).ok_or(Error::NotFound)
}

pub(super) async fn begin(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Number,
    fields: Fields,
) -> Response {
    carry_out(&staff, &number, &fields, CaseOrder::StartAdvisory, "advisory-begun").await
}

pub(super) async fn show_to_developers(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Number,
    fields: Fields,
) -> Response {
    carry_out(&staff, &number, &fields, CaseCommand::SendPreview.into(), "advisory-shown").await
}

async fn carry_out(staff: &Staff, number: &str, fields: &Fields, order: CaseOrder, word: &str) -> Response {
    let office = &staff.visitor.console.office;
    let outcome = async {
        let case = office.case_id(number).await?;
        office.act(case, staff.actor, fields.seen().as_ref(), order).await
    };
    match outcome.await {
        Ok(()) => done(staff, number, word),
        Err(error) => refused(staff, number, fields.form(staff.visitor.lang), error).await,
    }
}

pub(super) async fn approve(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Number,
    fields: Fields,
) -> Response {
    sign(&staff, &number, &fields, "advisory-approved").await
}

pub(super) async fn co_sign(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Number,
    fields: Fields,
) -> Response {
    sign(&staff, &number, &fields, "advisory-co-signed").await
}

async fn sign(staff: &Staff, number: &str, fields: &Fields, word: &str) -> Response {
    let office = &staff.visitor.console.office;
    let outcome = async {
        let case = office.case_id(number).await?;
        office.sign_advisory(case, staff.actor, fields.seen().as_ref()).await
    };
    match outcome.await {
        Ok(()) => done(staff, number, word),
        Err(error) => refused(staff, number, fields.form(staff.visitor.lang), error).await,
    }
}

/// The first publication says nothing; an update says what changed, in both languages.
pub(super) async fn publish(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Number,
    fields: Fields,
) -> Response {
    let lang = staff.visitor.lang;
    let page = match load(&staff, &number).await {
        Ok((_, page)) => page,
        Err(error) => return staff.visitor.fault(error),
    };
    let is_update = !page.view.publications.is_empty();
    let summary = if is_update { form::read_summary(lang, &fields) } else { Ok(Localized::default()) };
    match summary {
        Ok(summary) => {
            let word = if is_update { "advisory-updated" } else { "advisory-published" };
            carry_out(&staff, &number, &fields, CaseOrder::Publish { summary }, word).await
        }
        Err(wrong) => {
            let form = with(fields.form(lang), wrong);
            again(&staff, &number, Sent::Step { form, status: StatusCode::UNPROCESSABLE_ENTITY }).await
        }
    }
}

fn with(mut form: Form, wrong: form::Wrong) -> Form {
    for (name, words) in wrong {
        form.wrong(name, words);
    }
    form
}

/// What a button of the text's form wants beside saving.
enum Then {
    Stay,
    Preview,
    Refresh,
    MoreRows,
    Credit,
    Number,
}

impl Then {
    fn of(fields: &Fields) -> Self {
        match fields.get("then") {
            "preview" => Then::Preview,
            "refresh" => Then::Refresh,
            "rows" => Then::MoreRows,
            "credit" => Then::Credit,
            TAKE | RETRY => Then::Number,
            then if then.starts_with(GIVE_BACK) => Then::Number,
            _ => Then::Stay,
        }
    }
}

pub(super) async fn save(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Number,
    fields: Fields,
) -> Response {
    let (case, page) = match load(&staff, &number).await {
        Ok(found) => found,
        Err(error) => return staff.visitor.fault(error),
    };
    let then = Then::of(&fields);
    match then {
        Then::MoreRows => unsaved(&staff, &number, with_more_rows(fields)).await,
        Then::Credit => unsaved(&staff, &number, with_credit(&staff, &page, fields)).await,
        Then::Number => number_changed(&staff, case, &number, fields).await,
        _ => match stored(&page) {
            Ok(stored) => save_text(&staff, case, &number, &fields, stored, &then).await,
            Err(error) => staff.visitor.fault(error),
        },
    }
}

async fn save_text(
    staff: &Staff,
    case: CaseId,
    number: &str,
    fields: &Fields,
    stored: &AdvisoryContent,
    then: &Then,
) -> Response {
    let lang = staff.visitor.lang;
    let content = match form::read(lang, fields, stored) {
        Ok(content) => content,
        Err(wrong) => {
            let form = with(fields.form(lang), wrong);
            return again(staff, number, Sent::Text { form, typed: None, status: StatusCode::UNPROCESSABLE_ENTITY })
                .await;
        }
    };
    let office = &staff.visitor.console.office;
    let edit = CaseCommand::EditAdvisory(Box::new(content.clone()));
    if let Err(error) = office.act(case, staff.actor, fields.seen().as_ref(), edit.into()).await {
        let is_other = fields.get("base") != Digest::of(stored).as_str();
        return not_saved(staff, number, fields, is_other.then_some(content), error).await;
    }
    match then {
        Then::Preview => see_other(&format!("{}/preview", way(staff, number))),
        // The page was up to date a moment ago; the statements are taken as they are now.
        Then::Refresh => match office.act(case, staff.actor, None, CaseOrder::RefreshAdvisory).await {
            Ok(()) => see_other(&format!("{}?done=advisory-refreshed#part-vendors", way(staff, number))),
            Err(error) => refused(staff, number, Form::new(lang), error).await,
        },
        _ => done(staff, number, "advisory-saved"),
    }
}

/// The text comes back as it was typed; where somebody else saved another one (`against_another`), with both side by
/// side.
async fn not_saved(
    staff: &Staff,
    number: &str,
    fields: &Fields,
    against_another: Option<AdvisoryContent>,
    error: Error,
) -> Response {
    let lang = staff.visitor.lang;
    let Some((words, status)) = told(lang, &error) else { return staff.visitor.fault(error) };
    let mut form = fields.form(lang);
    for words in words {
        form.wrong("", words);
    }
    let typed = against_another.filter(|_| matches!(error, Error::Stale)).map(Box::new);
    if matches!(error, Error::Stale) && typed.is_none() {
        form.wrong("", lang.t("advisory-stale-around"));
    }
    again(staff, number, Sent::Text { form, typed, status }).await
}

/// The form comes back with the number in its field or without it; nothing else is saved by that.
async fn number_changed(staff: &Staff, case: CaseId, number: &str, fields: Fields) -> Response {
    match numbers::change(staff, case, &fields).await {
        Ok(ids) => unsaved(staff, number, replaced(fields, &[("cve", ids.join(", "))])).await,
        Err(Error::Taken(_) | Error::NotFound) => {
            let mut form = fields.form(staff.visitor.lang);
            form.wrong("cve", staff.visitor.lang.t("cve-taken"));
            again(staff, number, Sent::Text { form, typed: None, status: StatusCode::CONFLICT }).await
        }
        Err(error) => staff.visitor.fault(error),
    }
}

async fn unsaved(staff: &Staff, number: &str, fields: Fields) -> Response {
    let form = fields.form(staff.visitor.lang);
    again(staff, number, Sent::Text { form, typed: None, status: StatusCode::OK }).await
}

fn with_more_rows(fields: Fields) -> Fields {
    let more = fields.get("more").parse().unwrap_or(0_usize).saturating_add(MORE);
    replaced(fields, &[("more", more.to_string())])
}

fn with_credit(staff: &Staff, page: &CasePage, fields: Fields) -> Fields {
    let settings = staff.visitor.console.office.settings();
    let Some(words) = Credit::of(staff.visitor.lang, page, settings).and_then(|credit| credit.proposal) else {
        return fields;
    };
    let side = |language| words.exact(language).to_owned();
    replaced(fields, &[("credit_ja", side(Language::Ja)), ("credit_en", side(Language::En))])
}

fn replaced(Fields(mut pairs): Fields, new: &[(&str, String)]) -> Fields {
    pairs.retain(|(name, _)| !new.iter().any(|(replaced, _)| replaced == name));
    pairs.extend(new.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    Fields(pairs)
}

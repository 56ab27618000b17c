//! Reaching a developer (Ⅳ.4.2): every attempt is logged, a one-time link is one, and the contact is confirmed.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::Error;
use rulebook::case::{AttemptOutcome, CaseCommand, ContactMeans};

use super::{Place, act, answer, developer_at, find, render};
use crate::desk::sent::Sent;
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

/// Names of the forms.
pub(super) const ATTEMPT: &str = "attempt";
/// Sending a one-time link.
pub(super) const LINK: &str = "link";
/// Confirming the contact.
pub(super) const CONFIRM: &str = "confirm";

/// Longest line about a contact, in characters.
const MAX: usize = 300;
/// Longest note about an attempt, in characters.
pub(super) const MAX_NOTE: usize = 2_000;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/developers/{place}/attempt", post(attempt))
        .route("/{lang}/desk/cases/{number}/developers/{place}/link", post(link))
        .route("/{lang}/desk/cases/{number}/developers/{place}/confirm", post(confirm))
}

/// The command that an attempt's form gives, or which field is wrong and why.
fn read_attempt(
    fields: &Fields,
) -> Result<(ContactMeans, AttemptOutcome, jiff::civil::Date), (&'static str, &'static str)> {
    let means = ContactMeans::ALL.into_iter().find(|means| means.word() == fields.get("means"));
    let means = means.ok_or(("means", "desk-attempt-means-missing"))?;
    if fields.get("to").is_empty() {
        return Err(("to", "desk-attempt-to-missing"));
    }
    let day = fields.day("on").ok().flatten().ok_or(("on", "desk-day-unreadable"))?;
    let outcome = AttemptOutcome::ALL.into_iter().find(|outcome| outcome.word() == fields.get("outcome"));
    let outcome = outcome.ok_or(("outcome", "desk-attempt-outcome-missing"))?;
    let too_long = fields.get("to").chars().count() > MAX || fields.get("note").chars().count() > MAX_NOTE;
    if too_long { Err(("note", "refusal-text-too-long")) } else { Ok((means, outcome, day)) }
}

async fn attempt(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number, place)): Path<(String, String, usize)>,
    fields: Fields,
) -> Response {
    let here = Place::Developer(place);
    let (means, outcome, on) = match read_attempt(&fields) {
        Ok(read) => read,
        Err((field, key)) => {
            let lang = staff.visitor.lang;
            let sent = Sent::wrong(lang, ATTEMPT, &fields, field, lang.t(key));
            return render(&staff, &number, here, Some(sent)).await;
        }
    };
    let done = async {
        let developer = developer_at(&staff, &number, place).await?.id;
        let (to, note) = (fields.get("to").to_owned(), fields.get("note").to_owned());
        let command = CaseCommand::RecordContactAttempt { developer, means, to, on, outcome, note };
        act(&staff, &number, &fields, command).await
    };
    let done = done.await;
    answer(&staff, &number, here, ATTEMPT, &fields, done, "attempt-recorded").await
}

async fn link(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number, place)): Path<(String, String, usize)>,
    fields: Fields,
) -> Response {
    let done = async {
        let developer = developer_at(&staff, &number, place).await?.id;
        let command = CaseCommand::SendAnswerLink { developer, to: fields.get("to").to_owned() };
        act(&staff, &number, &fields, command).await
    };
    let done = done.await;
    answer(&staff, &number, Place::Developer(place), LINK, &fields, done, "link-sent").await
}

async fn confirm(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number, place)): Path<(String, String, usize)>,
    fields: Fields,
) -> Response {
    let here = Place::Developer(place);
    if fields.get("person").is_empty() || fields.get("person").chars().count() > MAX {
        let lang = staff.visitor.lang;
        let sent = Sent::wrong(lang, CONFIRM, &fields, "person", lang.t("desk-confirm-person-missing"));
        return render(&staff, &number, here, Some(sent)).await;
    }
    let done = confirmed(&staff, &number, place, &fields).await;
    answer(&staff, &number, here, CONFIRM, &fields, done, "contact-confirmed").await
}

/// With an address the window of the register is confirmed as well.
async fn confirmed(staff: &Staff, number: &str, place: usize, fields: &Fields) -> Result<(), Error> {
    let office = &staff.visitor.console.office;
    let developer = developer_at(staff, number, place).await?.id;
    let (person, mail) = (fields.get("person").to_owned(), fields.get("mail").to_owned());
    if mail.is_empty() {
        return act(staff, number, fields, CaseCommand::ConfirmContact { developer, person, mail }).await;
    }
    let case = find(staff, number).await?;
    office.confirm_contact(case, staff.actor, fields.seen().as_ref(), developer, person, mail).await
}

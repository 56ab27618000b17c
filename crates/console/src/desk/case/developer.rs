//! One developer of a case: what is to be done about it, how it was reached, what it was given, what it says.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::view::DeveloperView;
use rulebook::case::{AttemptOutcome, CaseContent, ContactMeans, DutyKind};
use rulebook::developer::DeveloperEntry;
use ui::action::Button;
use ui::field::{Choice, Field};
use ui::list::Facts;
use ui::markup::Markup;
use ui::notice::{Heading, Notice};
use ui::progress::DutyLine;
use ui::{Form, Frame, Page};

use super::parties::{ABOUT, Progress};
use super::{Desk, Place, contact, content, handover, release, render, talk};
use crate::desk::register;
use crate::desk::sent::Open;
use crate::desk::words;
use crate::state::Console;
use crate::who::Staff;
use crate::{names, notices};

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/{number}/developers/{place}", get(show))
}

async fn show(staff: Staff, Path((_, number, place)): Path<(String, String, usize)>) -> Response {
    render(&staff, &number, Place::Developer(place), None).await
}

#[derive(Template)]
#[template(path = "desk/case/developer.html")]
struct DeveloperPage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    facts: Facts,
    done: Option<Notice>,
    duties: Vec<DutyLine>,
    /// The page of the way to it.
    reach: String,
    contact: Option<ContactForms>,
    release: Option<ReleaseForm>,
    denied: Vec<Button>,
    attempts: Vec<AttemptLine<'a>>,
    side: &'a DeveloperView,
    details: Option<Facts>,
    verification: Option<(String, String)>,
    affected: String,
    products: Vec<ProductLine>,
    talk: Option<Markup>,
    entry: Option<(String, Facts)>,
}

/// The forms that reach a developer.
struct ContactForms {
    zero: Option<Date>,
    target_days: i32,
    attempt_open: Open,
    attempt: Form,
    means: Field,
    outcomes: Field,
    attempt_first: bool,
    link_open: Open,
    link: Form,
    link_back: bool,
    confirm: Option<(Open, Form)>,
    confirm_first: bool,
}

/// The form that releases the details.
struct ReleaseForm {
    open: Open,
    form: Form,
    lines: Vec<release::Line>,
    files: Option<Field>,
    named: bool,
    first: bool,
}

struct AttemptLine<'a> {
    on: Date,
    means: String,
    to: &'a str,
    outcome: String,
    note: &'a str,
}

struct ProductLine {
    product: String,
    range: String,
    affected: String,
}

pub(super) async fn respond(desk: &Desk<'_>) -> Result<Response, Error> {
    let Place::Developer(place) = desk.place else { return Err(Error::NotFound) };
    let side = desk.page.view.developers.get(place.wrapping_sub(1)).ok_or(Error::NotFound)?;
    let entry = match desk.is_coordinator() {
        true => Some(desk.staff.visitor.console.office.developer(side.id, desk.staff.actor).await?.0.entry),
        false => None,
    };
    let status = desk.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    Ok(Page::secret(build(desk, side, place, entry.as_ref())).status(status).into_response())
}

fn build<'a>(
    desk: &'a Desk<'_>,
    side: &'a DeveloperView,
    place: usize,
    entry: Option<&DeveloperEntry>,
) -> DeveloperPage<'a> {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let lang = frame.lang;
    let progress = Progress::of(side);
    let mine = view.duties.iter().filter(|duty| duty.about == Some(side.id));
    let refused = ABOUT.into_iter().filter(|_| desk.is_coordinator());
    let refused = refused.filter_map(|action| desk.page.refusal_about(side.id, action).map(|why| (action, why)));
    DeveloperPage {
        title: side.name.clone(),
        head: ui::heading(&side.name)
            .back(&desk.base, frame.t1("desk-back-to-case", "number", &view.number))
            .number(frame.t1("desk-case-number", "number", &view.number))
            .chip(progress.mark(), progress.name(frame))
            .lead(desk.title()),
        facts: facts(frame, side),
        done: notices::done(frame),
        duties: mine.map(|duty| names::duty_line(frame, duty, None)).collect(),
        reach: format!("{}/reach", desk.developer_href(side.id)),
        contact: entry.map(|entry| contact_forms(desk, side, place, entry)),
        release: desk.may_about(side.id, Action::ReleaseDetails).then(|| release_form(desk, place)),
        denied: words::denied(frame, refused),
        attempts: side
            .attempts
            .iter()
            .map(|attempt| AttemptLine {
                on: attempt.on,
                means: names::means(lang, attempt.means),
                to: &attempt.to,
                outcome: names::outcome(lang, attempt.outcome),
                note: &attempt.note,
            })
            .collect(),
        details: side.details.as_ref().map(|copy| content::facts(frame, &copy.content)),
        verification: side
            .verification
            .as_ref()
            .map(|stated| (names::verification(lang, stated.item.result), stated.item.explanation.clone())),
        affected: side
            .status
            .as_ref()
            .map_or_else(String::new, |status| names::affectedness(lang, status.item.affected)),
        products: products(frame, side),
        talk: talk::developer(desk, side.id, place),
        entry: entry.map(|entry| {
            let href = frame.href(format!("/desk/developers/{}", register::handle_of(side.id)));
            (href, register::short_facts(frame, entry))
        }),
        side,
        frame,
    }
}

/// The top line: the days of this developer.
fn facts(frame: &Frame, side: &DeveloperView) -> Facts {
    let day = |facts: Facts, key: &str, day: Option<Date>| match day {
        Some(day) => facts.add_markup(frame.t(key), frame.day(day)),
        None => facts.add(frame.t(key), frame.t("desk-not-yet")),
    };
    let facts = day(ui::facts(frame).in_line(), "desk-first-attempt", side.first_attempt_on);
    let facts = day(facts, "desk-confirmed-on", side.contact.as_ref().map(|contact| contact.on));
    let facts = day(facts, "desk-details-on", side.details.as_ref().map(|copy| copy.on));
    let zone = &frame.site.zone;
    let facts = day(facts, "desk-verified-on", side.verification.as_ref().map(|stated| zone.day_of(stated.at)));
    day(facts, "desk-stated-on", side.status.as_ref().map(|status| zone.day_of(status.at)))
}

fn contact_forms(desk: &Desk<'_>, side: &DeveloperView, place: usize, entry: &DeveloperEntry) -> ContactForms {
    let frame = &desk.frame;
    let lang = frame.lang;
    let owed = |what: DutyKind| {
        let mut duties = desk.page.view.duties.iter();
        duties.any(|duty| duty.about == Some(side.id) && duty.what == what && duty.who == desk.party() && !duty.waits)
    };
    let attempt = desk.form(contact::ATTEMPT, |form| {
        form.set("on", frame.today);
        form.set("means", ContactMeans::Mail.word());
        form.set("to", &entry.mail);
        form.set("outcome", AttemptOutcome::Waiting.word());
    });
    let means = ContactMeans::ALL.map(|means| Choice::new(means.word(), names::means(lang, means)));
    let outcomes = AttemptOutcome::ALL.map(|outcome| Choice::new(outcome.word(), names::outcome(lang, outcome)));
    let confirm = desk.may_about(side.id, Action::ConfirmContact).then(|| {
        let form = desk.form(contact::CONFIRM, |form| {
            form.set("person", &entry.manager);
            form.set("mail", &entry.mail);
        });
        (desk.open(contact::CONFIRM, &format!("developers/{place}/confirm")), form)
    });
    ContactForms {
        zero: desk.page.view.day_zero,
        target_days: desk.rules().edition.target_days.value,
        attempt_open: desk.open(contact::ATTEMPT, &format!("developers/{place}/attempt")),
        means: attempt.radios("means", frame.t("desk-attempt-means"), &means).in_line().required(),
        outcomes: attempt.radios("outcome", frame.t("desk-attempt-outcome"), &outcomes).in_line().required(),
        attempt_first: desk.came_back(contact::ATTEMPT)
            || (owed(DutyKind::ContactDeveloper) && entry.mail.trim().is_empty()),
        attempt,
        link_open: desk.open(contact::LINK, &format!("developers/{place}/link")),
        link: desk.form(contact::LINK, |form| form.set("to", &entry.mail)),
        link_back: desk.came_back(contact::LINK) || (owed(DutyKind::ContactDeveloper) && !entry.mail.trim().is_empty()),
        confirm,
        confirm_first: desk.came_back(contact::CONFIRM) || owed(DutyKind::ConfirmContact),
    }
}

fn release_form(desk: &Desk<'_>, place: usize) -> ReleaseForm {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let copy = view.handed_over.as_ref();
    let content = copy.map_or_else(CaseContent::default, |copy| copy.content.clone());
    let form = desk.form(release::NAME, |form| release::tick_all(form, &content));
    let files = handover::choices(&view.attachments);
    ReleaseForm {
        open: desk.open(release::NAME, &format!("developers/{place}/release")),
        lines: release::lines(frame.lang, &form, &content),
        files: (!files.is_empty())
            .then(|| form.checks("file", frame.t("desk-release-files"), &files).hint(frame.t("desk-files-approve"))),
        named: desk.page.finder.is_some(),
        first: true,
        form,
    }
}

fn products(frame: &Frame, side: &DeveloperView) -> Vec<ProductLine> {
    let Some(status) = &side.status else { return Vec::new() };
    let line = |product: &rulebook::case::ProductStatus| {
        let (from, to) = (product.from.trim(), product.to.trim());
        let range = match (from.is_empty(), to.is_empty(), product.until_fixed) {
            (true, true, _) => frame.t("desk-range-all").into_owned(),
            (false, true, _) => frame.t1("desk-range-from", "from", from),
            (true, false, false) => frame.t1("desk-range-to", "to", to),
            (true, false, true) => frame.t1("desk-range-before", "to", to),
            (false, false, false) => frame.t2("desk-range-from-to", "from", from, "to", to),
            (false, false, true) => frame.t2("desk-range-from-before", "from", from, "to", to),
        };
        let affected = names::affectedness(frame.lang, product.affected);
        ProductLine { product: product.product.clone(), range, affected }
    };
    status.item.products.iter().map(line).collect()
}

//! SSVC as advice: what the coordinator's decision tables say of this case. Inputs that the case says are filled in,
//! the others are chosen by people or left open. Nothing is decided by it, and nothing kept but a note, if somebody
//! wants one.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::{CaseOrder, Error};
use models::prefill::{Known, Prefill};
use models::ssvc::{Inputs, Outcome, Point, Table, evaluate, table};
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::{Desk, Place, act, answer, render};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::state::Console;
use crate::who::Staff;

/// Name of the form.
pub(super) const NAME: &str = "ssvc";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/{number}/ssvc", post(send))
}

#[derive(Template)]
#[template(path = "desk/case/ssvc.html")]
struct Advice<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    table: String,
    lead: String,
    fields: Vec<Field>,
    outcome: String,
    tried: bool,
}

/// The form with its outcome.
pub(super) fn form(desk: &Desk<'_>) -> Markup {
    let (frame, prefill) = (&desk.frame, &desk.ssvc);
    let Some(table) = table(prefill.table) else { return Markup::default() };
    let form = desk.form(NAME, |form| {
        for (key, known) in &prefill.inputs {
            form.set(field_of(key), value_of(*known));
        }
    });
    let inputs = inputs(table, |field| form.value(field));
    let outcome = evaluate(table, &inputs).map(|outcome| words(frame, table, &outcome)).unwrap_or_default();
    let key = if prefill.table == models::ssvc::COORD_PUBLISH { "ssvc-lead-publish" } else { "ssvc-lead-triage" };
    Markup::of(&Advice {
        frame,
        open: desk.open(NAME, "ssvc"),
        table: id_of(table),
        lead: frame.t(key).into_owned(),
        fields: table.inputs.iter().map(|point| field(frame, &form, prefill, point)).collect(),
        outcome,
        tried: desk.came_back(NAME),
        form,
    })
}

/// `DT_COORD_TRIAGE 1.0.0`.
fn id_of(table: &Table) -> String {
    table.id.split(':').skip(1).collect::<Vec<_>>().join(" ")
}

fn field_of(key: &str) -> String {
    format!("ssvc-{}", key.to_lowercase())
}

const fn value_of(known: Known) -> &'static str {
    match known {
        Known::Known(value) => value,
        Known::Unknown => "",
    }
}

fn pick<'a>(lang: Lang, ja: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

/// An input with its values, and whether the case says it.
fn field(frame: &Frame, form: &Form, prefill: &Prefill, point: &Point) -> Field {
    let mut choices = vec![Choice::new("", frame.t("ssvc-open"))];
    let word = |ja, en| pick(frame.lang, ja, en).to_owned();
    choices.extend(point.values.iter().map(|value| Choice::new(&value.key, word(&value.ja, &value.en))));
    let label = format!("{}（{}）", pick(frame.lang, &point.ja, &point.en), point.key());
    let label = if frame.lang == Lang::Ja { label } else { format!("{} ({})", point.en, point.key()) };
    let said = prefill.inputs.iter().any(|(key, known)| *key == point.key() && matches!(known, Known::Known(_)));
    let hint = if said { frame.t("ssvc-from-case") } else { frame.t("ssvc-for-you") };
    form.select(&field_of(point.key()), label, &choices).hint(hint).short()
}

/// What was chosen; what a table does not know counts as open.
fn inputs<'a>(table: &Table, get: impl Fn(&str) -> &'a str) -> Inputs {
    let chosen = table.inputs.iter().filter_map(|point| {
        let value = get(&field_of(point.key()));
        point.place(value).map(|_| (point.key().to_owned(), vec![value.to_owned()]))
    });
    chosen.collect()
}

/// The outcome, or those that are still possible.
fn words(frame: &Frame, table: &Table, outcome: &Outcome) -> String {
    let named = |key: &String| {
        let value = table.outcome.values.iter().find(|value| value.key == *key);
        value.map_or_else(|| key.clone(), |value| pick(frame.lang, &value.ja, &value.en).to_owned())
    };
    let possible: Vec<String> = outcome.possible().iter().map(named).collect();
    match outcome {
        Outcome::One(_) => possible.join(""),
        Outcome::OneOf(_) => frame.t1("ssvc-one-of", "outcomes", possible.join(" / ")),
    }
}

/// Looks at the outcome, or keeps it as a note of the own side.
async fn send(staff: Staff, Path((_, number)): Path<(String, String)>, fields: Fields) -> Response {
    let lang = staff.visitor.lang;
    if fields.get("do") != "note" {
        return render(&staff, &number, Place::Case, Some(Sent::tried(lang, NAME, &fields))).await;
    }
    let outcome = match note(&staff, &number, &fields).await {
        Ok(text) => act(&staff, &number, &fields, CaseOrder::AddNote(text)).await,
        Err(error) => Err(error),
    };
    answer(&staff, &number, Place::Case, NAME, &fields, outcome, "noted").await
}

/// The note: table, inputs, outcome.
async fn note(staff: &Staff, number: &str, fields: &Fields) -> Result<String, Error> {
    let frame = staff.visitor.frame();
    let desk = staff.visitor.console.office.case_desk(number, staff.actor, &|_, _| false).await?;
    let table = table(desk.ssvc.table).ok_or(Error::NotFound)?;
    let inputs = inputs(table, |field| fields.get(field));
    let said: Vec<String> = table
        .inputs
        .iter()
        .map(|point| format!("{}={}", point.key(), inputs.get(point.key()).map_or("?", |values| values[0].as_str())))
        .collect();
    let outcome = evaluate(table, &inputs).map(|outcome| words(&frame, table, &outcome)).unwrap_or_default();
    Ok(format!("SSVC {}\n{}\n→ {outcome}{}", id_of(table), said.join(" "), frame.t("ssvc-advice-only")))
}

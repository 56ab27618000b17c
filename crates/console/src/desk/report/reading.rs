//! Reading a report that the program could not: the text as it came on one side, the form to be typed on the other.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::{Error, ReportOrder};
use rulebook::report::form::{ReportForm, ReportKind};
use rulebook::report::problems::problems;
use ui::field::{Choice, Field};
use ui::list::Tabs;
use ui::markup::Markup;
use ui::{Form, Frame, Lang, Query};

use super::items::{self, Item, Kind};
use super::{Desk, answer, find};
use crate::desk::sent::Open;
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

const NAME: &str = "reading";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/reports/{number}/read", post(transcribe))
}

#[derive(Template)]
#[template(path = "desk/report/reading.html")]
struct Reading<'a> {
    frame: &'a Frame,
    kinds: Tabs,
    kind: &'static str,
    missing: Vec<(String, String)>,
    original: &'a str,
    open: Open,
    form: Form,
    fields: Vec<Field>,
}

pub(super) fn section(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let lang = frame.lang;
    let read = desk.page.form.clone().unwrap_or_default();
    let kind = kind_of(desk, &read);
    let form = desk.form(NAME, |form| {
        for item in items::of(kind) {
            form.set(item.name, item.value(&read));
        }
    });
    // What is missing is told at its field, in the words of the item; the summary is for what was refused.
    let mut told = form.clone();
    for problem in &view.problems {
        if let Some(item) = items::of(kind).find(|item| item.told == Some(problem.item)) {
            told.wrong(item.name, names::problem(lang, *problem));
        }
    }
    let field = |item: &'static Item| control(lang, &told, item);
    let place = |item: rulebook::report::problems::FormItem| {
        let found = items::of(kind).find(|one| one.told == Some(item));
        found.map_or_else(|| format!("#{NAME}-form"), |one| format!("#{NAME}-{}", one.name))
    };
    Markup::of(&Reading {
        frame,
        kinds: kinds(desk, kind),
        kind: kind.word(),
        missing: view.problems.iter().map(|p| (place(p.item), names::problem(lang, *p))).collect(),
        original: desk.page.original.as_deref().unwrap_or_default(),
        open: desk.open(NAME, "read"),
        fields: items::of(kind).map(field).collect(),
        form,
    })
}

/// Which form is typed: as chosen, as sent, as recognised.
fn kind_of(desk: &Desk<'_>, read: &ReportForm) -> ReportKind {
    let query = Query::parse(&desk.frame.path);
    let sent = desk.sent.as_ref().filter(|sent| sent.is(NAME)).map(|sent| sent.value("kind"));
    let word = sent.or_else(|| query.get("form"));
    word.and_then(kind_by).or(desk.page.view.kind).unwrap_or(read.kind)
}

fn kind_by(word: &str) -> Option<ReportKind> {
    ReportKind::ALL.into_iter().find(|kind| kind.word() == word)
}

fn kinds(desk: &Desk<'_>, current: ReportKind) -> Tabs {
    let frame = &desk.frame;
    let tab = |kind: ReportKind| {
        let href = Query::new(&desk.base).with("form", kind.word());
        ui::NavItem::new(href, names::report_kind(frame.lang, Some(kind))).current(kind == current)
    };
    ui::tabs(frame.t("desk-which-form"), &ReportKind::ALL.map(tab))
}

/// The input of an item.
fn control(lang: Lang, form: &Form, item: &Item) -> Field {
    let label = item.label(lang);
    let choice = |value: &str, words: String| Choice::new(value, words);
    match item.kind {
        Kind::Line => form.text(item.name, label),
        Kind::Text => form.area(item.name, label).rows(3_usize),
        Kind::Day => form.day(item.name, label),
        Kind::Answer => {
            let of = |word: &str| choice(word, lang.t(format!("desk-answer-{word}")).into_owned());
            form.select(item.name, label, &["unanswered", "yes", "no", "both"].map(of)).short()
        }
        Kind::Words(words) => {
            let mut choices = vec![choice("", lang.t("desk-answer-unanswered").into_owned())];
            choices.extend(words.iter().map(|word| choice(word, items::word(lang, item.name, word))));
            form.select(item.name, label, &choices).short()
        }
    }
}

async fn transcribe(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let outcome = take(&staff, &number, &fields).await;
    answer(&staff, &number, NAME, &fields, outcome, "transcribed").await
}

async fn take(staff: &Staff, number: &str, fields: &Fields) -> Result<(), Error> {
    let office = &staff.visitor.console.office;
    let id = find(staff, number).await?;
    let kind = kind_by(fields.get("kind")).ok_or(Error::Unusable("the kind of form"))?;
    let before = office.report_page(id, staff.actor).await?;
    let mut form = before.form.unwrap_or_default();
    form.kind = kind;
    for item in items::of(kind) {
        let value = fields.get(item.name);
        if value.chars().count() > item.limit() {
            return Err(Error::Unusable("an item of the form"));
        }
        item.write(&mut form, value);
    }
    let order = ReportOrder::Transcribe { problems: problems(&form), form: Box::new(form) };
    office.act_on_report(id, staff.actor, fields.seen().as_ref(), order).await
}

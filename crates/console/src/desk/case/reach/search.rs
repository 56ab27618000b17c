//! The checklist of where an address is looked for, and what was found (practice from 2019). The finder is asked
//! through the receiving body.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::reach::{Address, Checked, Source};
use rulebook::case::{CaseCommand, ContactMeans, DutyKind, ReachCommand};
use rulebook::ids::DeveloperId;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::{At, Here, Task};
use crate::desk::case::read::{Held, Wrong, carry_out, day, may_be_empty, text};
use crate::desk::case::{Place, developer_at};
use crate::desk::sent::Open;
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

/// Form of a source that was looked through.
const SOURCE: &str = "reach-source";
/// Form by which the finder is asked.
const ASK: &str = "reach-ask";
/// Addresses that one form takes.
const ROWS: [(&str, &str); 3] = [("means_1", "to_1"), ("means_2", "to_2"), ("means_3", "to_3")];
/// Longest address, in characters.
const MAX_ADDRESS: usize = 300;
/// Longest note, in characters.
const MAX_NOTE: usize = 2_000;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/source", post(check))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/ask", post(ask))
}

/// A line of the checklist.
struct Line<'a> {
    name: String,
    asked_on: Option<Date>,
    checks: Vec<&'a Checked>,
}

#[derive(Template)]
#[template(path = "desk/case/reach/sources.html")]
struct Sources<'a> {
    frame: &'a Frame,
    lines: Vec<Line<'a>>,
    open: usize,
}

impl Sources<'_> {
    fn means(&self, address: &Address) -> String {
        names::means(self.frame.lang, address.means)
    }
}

#[derive(Template)]
#[template(path = "desk/case/reach/check.html")]
struct CheckForm<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    sources: Option<Field>,
    rows: Vec<(Field, Field)>,
}

#[derive(Template)]
#[template(path = "desk/case/reach/ask.html")]
struct AskForm<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
}

fn name(lang: Lang, source: Source) -> String {
    lang.t(format!("desk-reach-source-{}", source.word())).into_owned()
}

/// The checklist as a table.
pub(super) fn section(here: &Here<'_>) -> Markup {
    let frame = &here.desk.frame;
    let line = |source: Source| Line {
        name: name(frame.lang, source),
        asked_on: here.way.finder_asked_on.filter(|_| source == Source::Finder),
        checks: here.way.checks.iter().filter(|check| check.source == source).collect(),
    };
    let lines = Source::ALL.into_iter().map(line).collect();
    Markup::of(&Sources { frame, lines, open: here.way.open_sources.len() })
}

/// What the reader can do for the search.
pub(super) fn tasks(here: &Here<'_>) -> Vec<Task> {
    let mut tasks = Vec::new();
    if here.may(Action::CheckSource) {
        let open = here.owes(DutyKind::SearchContact) || here.owes(DutyKind::AskFinder);
        tasks.push(here.task(SOURCE, Action::CheckSource, open, check_form(here)));
    }
    if here.may(Action::AskFinder) {
        let form = here.desk.form(ASK, |_| {});
        let markup = Markup::of(&AskForm { frame: &here.desk.frame, open: here.open(ASK), form });
        tasks.push(here.task(ASK, Action::AskFinder, false, markup));
    }
    tasks
}

fn check_form(here: &Here<'_>) -> Markup {
    let frame = &here.desk.frame;
    let own = here.desk.is_coordinator();
    let next = here.way.open_sources.first().copied().unwrap_or(Source::Internet);
    let form = here.desk.form(SOURCE, |form| {
        form.set("source", next.word());
        form.set("on", frame.today);
    });
    let choice = |source: Source| {
        let done = here.way.checks.iter().any(|check| check.source == source);
        let choice = Choice::new(source.word(), name(frame.lang, source));
        if done { choice.hint(frame.t("desk-reach-checked")) } else { choice }
    };
    let all: Vec<Choice> = Source::ALL.into_iter().filter(|source| *source != Source::Finder).map(choice).collect();
    let mut means = vec![Choice::new("", frame.t("desk-reach-no-means"))];
    means.extend(ContactMeans::ALL.map(|means| Choice::new(means.word(), names::means(frame.lang, means))));
    let row = |(means_name, to_name): (&str, &str)| {
        let to = form.text(to_name, frame.t("desk-attempt-to")).autocomplete("off");
        (form.select(means_name, frame.t("desk-attempt-means"), &means).short(), to)
    };
    Markup::of(&CheckForm {
        frame,
        open: here.open(SOURCE),
        sources: own.then(|| form.radios("source", frame.t("desk-reach-where"), &all).required()),
        rows: ROWS.into_iter().map(row).collect(),
        form,
    })
}

/// The addresses that a form names: a means without an address, or the other way round, is a mistake.
fn found(fields: &Fields) -> Result<Vec<Address>, Wrong> {
    let mut found = Vec::new();
    for (means, to) in ROWS {
        let address = may_be_empty(fields, to, MAX_ADDRESS)?;
        match (ContactMeans::of_word(fields.get(means)), address.is_empty()) {
            (None, true) => {}
            (Some(means), false) => found.push(Address { means, to: address }),
            (None, false) => return Err((means, "desk-attempt-means-missing")),
            (Some(_), true) => return Err((to, "desk-attempt-to-missing")),
        }
    }
    Ok(found)
}

async fn developer(staff: &Staff, number: &str, place: usize) -> Result<DeveloperId, Held> {
    developer_at(staff, number, place).await.map(|side| side.id).map_err(Held::Error)
}

async fn check(staff: Staff, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = async {
        let developer = developer(&staff, &number, place).await?;
        let source = match staff.actor.party {
            rulebook::party::Party::ReceivingBody => Source::Finder,
            _ => Source::of_word(fields.get("source")).ok_or(Held::Wrong("source", "desk-reach-where-missing"))?,
        };
        let (on, found) = (day(&fields, "on")?, found(&fields)?);
        let note = may_be_empty(&fields, "note", MAX_NOTE)?;
        Ok::<_, Held>(CaseCommand::Reach(ReachCommand::CheckSource { developer, source, on, found, note }))
    };
    let read = read.await;
    carry_out(&staff, (&number, Place::Reach(place)), SOURCE, &fields, read, "source-checked").await
}

async fn ask(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = async {
        let developer = developer(&staff, &number, place).await?;
        let note = text(&fields, "note", MAX_NOTE)?;
        Ok::<_, Held>(CaseCommand::Reach(ReachCommand::AskFinder { developer, note }))
    };
    let read = read.await;
    carry_out(&staff, (&number, Place::Reach(place)), ASK, &fields, read, "finder-asked").await
}

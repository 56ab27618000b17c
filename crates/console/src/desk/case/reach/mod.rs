//! The way to one developer (Ⅳ.4.2.第6段, 付録5): where it was looked for, how often it was tried, and the list of those
//! that cannot be reached, with the text as the public will see it.

mod campaign;
mod judge;
mod letter;
mod listing;
mod preview;
mod search;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use rulebook::action::Action;
use rulebook::case::reach::{Rung, SideView};
use rulebook::case::view::DeveloperView;
use rulebook::case::{Duty, DutyKind};
use rulebook::developer::DeveloperEntry;
use ui::action::Button;
use ui::list::Facts;
use ui::markup::Markup;
use ui::notice::{Heading, Notice};
use ui::progress::DutyLine;
use ui::{Frame, Mark, Page};

use super::{Desk, Place, render};
use crate::desk::words;
use crate::state::Console;
use crate::who::Staff;
use crate::{names, notices};

/// Number and place of a developer's page, as the address says them.
type At = Path<(String, String, usize)>;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach", get(show))
        .merge(campaign::routes())
        .merge(judge::routes())
        .merge(letter::routes())
        .merge(listing::routes())
        .merge(search::routes())
}

async fn show(staff: Staff, Path((_, number, place)): At) -> Response {
    render(&staff, &number, Place::Reach(place), None).await
}

/// Whether something is owed here and not on the developer's page.
pub(super) const fn is_here(what: DutyKind) -> bool {
    matches!(
        what,
        DutyKind::SearchContact
            | DutyKind::AskFinder
            | DutyKind::ListName
            | DutyKind::ListProduct
            | DutyKind::AppendDeadline
            | DutyKind::UpdateListing
            | DutyKind::Delist
            | DutyKind::ResumeContact
            | DutyKind::JudgeVerifiability
            | DutyKind::JudgeHandlingValue
    )
}

/// Where the case of silent developers is judged: on the page of the first one that was tried.
pub(super) fn judged_at(desk: &Desk<'_>) -> String {
    let tried = desk.page.view.developers.iter().find(|side| side.contact.is_none() && !side.attempts.is_empty());
    tried.map_or_else(String::new, |side| format!("{}/reach", desk.developer_href(side.id)))
}

/// The developer of the page, and the way to it.
struct Here<'a> {
    desk: &'a Desk<'a>,
    place: usize,
    side: &'a DeveloperView,
    way: &'a SideView,
    /// Its entry in the register (coordinator).
    entry: Option<DeveloperEntry>,
}

/// Something that can be done, with its form.
struct Task {
    id: &'static str,
    title: String,
    open: bool,
    form: Markup,
}

#[derive(Template)]
#[template(path = "desk/case/reach/page.html")]
struct ReachPage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    facts: Facts,
    done: Option<Notice>,
    next: Option<Notice>,
    duties: Vec<DutyLine>,
    tasks: Vec<Task>,
    denied: Vec<Button>,
    sources: Markup,
    attempts: Markup,
    public: Option<Markup>,
    course: Markup,
}

pub(super) async fn respond(desk: &Desk<'_>) -> Result<Response, Error> {
    let Place::Reach(place) = desk.place else { return Err(Error::NotFound) };
    let side = desk.page.view.developers.get(place.wrapping_sub(1)).ok_or(Error::NotFound)?;
    let ways = &desk.page.view.reach.developers;
    let way = ways.iter().find(|way| way.developer == side.id).ok_or(Error::NotFound)?;
    let entry = match desk.is_coordinator() {
        true => Some(desk.staff.visitor.console.office.developer(side.id, desk.staff.actor).await?.0.entry),
        false => None,
    };
    let here = Here { desk, place, side, way, entry };
    let status = desk.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    Ok(Page::secret(here.page()).status(status).into_response())
}

impl<'a> Here<'a> {
    fn page(&self) -> ReachPage<'a> {
        let desk = self.desk;
        let frame = &desk.frame;
        let owed = desk.page.view.duties.iter().filter(|duty| self.is_about(duty));
        ReachPage {
            frame,
            title: frame.t1("desk-reach-title", "name", &self.side.name),
            head: self.head(),
            facts: campaign::facts(self),
            done: notices::done(frame),
            next: campaign::next(self),
            duties: owed.map(|duty| names::duty_line(frame, duty, None)).collect(),
            tasks: self.tasks(),
            denied: words::denied(frame, self.refused()),
            sources: search::section(self),
            attempts: campaign::section(self),
            public: listing::section(self),
            course: judge::section(self),
        }
    }

    fn head(&self) -> Heading {
        let (desk, frame) = (self.desk, &self.desk.frame);
        let rung = self.way.rung.unwrap_or(Rung::NotListed);
        ui::heading(frame.t1("desk-reach-title", "name", &self.side.name))
            .back(desk.developer_href(self.side.id), &self.side.name)
            .number(frame.t1("desk-case-number", "number", &desk.page.view.number))
            .chip(rung_mark(rung), frame.t(format!("desk-reach-rung-{}", rung.word())))
            .lead(desk.title())
    }

    fn is_about(&self, duty: &Duty) -> bool {
        duty.about == Some(self.side.id)
            || matches!(duty.what, DutyKind::JudgeVerifiability | DutyKind::JudgeHandlingValue)
    }

    /// Whether the reader's side owes something about this developer, or about the case of silent ones.
    fn owes(&self, what: DutyKind) -> bool {
        let mut duties = self.desk.page.view.duties.iter();
        duties.any(|duty| self.is_about(duty) && duty.what == what && duty.who == self.desk.party() && !duty.waits)
    }

    fn may(&self, action: Action) -> bool {
        self.desk.may_about(self.side.id, action)
    }

    fn tasks(&self) -> Vec<Task> {
        let mut tasks = Vec::new();
        tasks.extend(letter::task(self));
        tasks.extend(campaign::tasks(self));
        tasks.extend(search::tasks(self));
        tasks.extend(listing::tasks(self));
        tasks.extend(judge::tasks(self));
        if let Some(sent) = &self.desk.sent {
            tasks.iter_mut().for_each(|task| task.open = sent.is(task.id));
        }
        tasks
    }

    fn has_deadline(&self) -> bool {
        let notice = self.way.listing.as_ref().and_then(|row| row.product.as_ref());
        notice.is_some_and(|notice| notice.deadline.is_some())
    }

    /// The next step that is not possible yet, and why.
    fn refused(&self) -> Vec<(Action, rulebook::refusal::Refusal)> {
        let next = match self.way.rung {
            Some(Rung::NotListed) => Action::ListName,
            Some(Rung::NameListed) => Action::ListProduct,
            Some(Rung::ProductListed) if !self.has_deadline() => Action::AppendDeadline,
            _ => return Vec::new(),
        };
        let refusal = self.desk.page.refusal_about(self.side.id, next).filter(|_| self.desk.is_coordinator());
        refusal.map(|refusal| (next, refusal)).into_iter().collect()
    }

    /// The way of a form of this page, below the case's.
    fn action(&self, word: &str) -> String {
        format!("developers/{}/reach/{word}", self.place)
    }

    fn open(&self, name: &'static str) -> crate::desk::sent::Open {
        self.desk.open(name, &self.action(name.trim_start_matches("reach-")))
    }

    fn task(&self, id: &'static str, action: Action, open: bool, form: Markup) -> Task {
        Task { id, title: words::action(self.desk.frame.lang, action), open, form }
    }
}

const fn rung_mark(rung: Rung) -> Mark {
    match rung {
        Rung::NotListed => Mark::Waiting,
        Rung::NameListed | Rung::ProductListed => Mark::Active,
        Rung::Resumed => Mark::Soon,
        Rung::Done | Rung::Published => Mark::Done,
        Rung::Removed => Mark::Stopped,
    }
}

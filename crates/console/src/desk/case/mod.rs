//! A case at the desks of the two bodies: what is to be done now, ready to be done; then everything known of it.

mod add;
mod advisory;
mod contact;
mod content;
pub(super) mod cvss;
mod day;
mod developer;
mod ending;
mod files;
mod further;
mod handover;
pub(super) mod influence;
mod judgement;
mod judgement_papers;
mod now;
mod outreach;
mod page;
mod parties;
mod reach;
mod read;
mod release;
mod side;
mod signals;
mod ssvc;
mod talk;
mod together;
mod ways;

pub(super) use day::with_left as day_with_left;
pub(crate) use ending::read_support;

use axum::Router;
use axum::response::Response;
use casework::desk::{CaseDesk, Colleague, Rater, Reader};
use casework::{CaseOrder, CasePage, Error};
use rulebook::action::Action;
use rulebook::case::view::DeveloperView;
use rulebook::case::{CaseView, Thread};
use rulebook::edition::Rules;
use rulebook::ids::{CaseId, DeveloperId};
use rulebook::party::Party;
use ui::{Form, Frame, Width};

use super::sent::{self, Open, Sent};
use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::Staff;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .merge(page::routes())
        .merge(developer::routes())
        .merge(add::routes())
        .merge(contact::routes())
        .merge(day::routes())
        .merge(ending::routes())
        .merge(files::routes())
        .merge(further::routes())
        .merge(handover::routes())
        .merge(influence::routes())
        .merge(outreach::routes())
        .merge(reach::routes())
        .merge(release::routes())
        .merge(side::routes())
        .merge(ssvc::routes())
        .merge(judgement::routes())
        .merge(judgement_papers::routes())
        .merge(signals::routes())
        .merge(talk::routes())
        .merge(together::routes())
}

/// Which page of a case: the whole, or one developer's by its place on the case, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Case,
    /// The judgement on publication.
    Judgement,
    /// How it ends.
    Ending,
    /// What few cases come to.
    Further,
    /// Who else is told, and who talks with whom.
    Outreach,
    Developer(usize),
    /// The way to a developer, by its place.
    Reach(usize),
}

impl Place {
    /// Whether the page shows what is written in a thread.
    fn shows(self, view: &CaseView, thread: Thread) -> bool {
        match (self, thread) {
            (Place::Case, Thread::Bodies) | (Place::Outreach, Thread::Direct { .. }) => true,
            (Place::Developer(place), Thread::Developer(id)) => {
                view.developers.get(place.wrapping_sub(1)).is_some_and(|side| side.id == id)
            }
            _ => false,
        }
    }
}

/// A case on a desk, with everything that its pages are made of.
struct Desk<'a> {
    staff: &'a Staff,
    frame: Frame,
    page: CasePage,
    base: String,
    place: Place,
    sent: Option<Sent>,
    colleagues: Vec<Colleague>,
    readers: Vec<Reader>,
    raters: Vec<Rater>,
    ssvc: models::prefill::Prefill,
}

/// A page of a case, with a form that came back if there is one.
async fn render(staff: &Staff, number: &str, place: Place, sent: Option<Sent>) -> Response {
    let desk = match load(staff, number, place, sent).await {
        Ok(desk) => desk,
        Err(error) => return staff.visitor.fault(error),
    };
    let shown = match place {
        Place::Case => page::respond(&desk).await,
        Place::Judgement => judgement::respond(&desk).await,
        Place::Ending => ending::respond(&desk).await,
        Place::Further => further::respond(&desk).await,
        Place::Outreach => outreach::respond(&desk).await,
        Place::Developer(_) => developer::respond(&desk).await,
        Place::Reach(_) => reach::respond(&desk).await,
    };
    shown.unwrap_or_else(|error| staff.visitor.fault(error))
}

async fn load<'a>(staff: &'a Staff, number: &str, place: Place, sent: Option<Sent>) -> Result<Desk<'a>, Error> {
    let office = &staff.visitor.console.office;
    let shown = |view: &CaseView, thread| place.shows(view, thread);
    let CaseDesk { page, readers, colleagues, raters, ssvc } = office.case_desk(number, staff.actor, &shown).await?;
    let frame = staff.visitor.frame().width(Width::Wide);
    let base = frame.href(format!("/desk/cases/{}", page.view.number));
    Ok(Desk { staff, frame, page, base, place, sent, colleagues, readers, raters, ssvc })
}

/// The case that a form is about.
async fn find(staff: &Staff, number: &str) -> Result<CaseId, Error> {
    staff.visitor.console.office.case_id(number).await
}

/// Gives a command about what the page showed.
async fn act(staff: &Staff, number: &str, fields: &Fields, order: impl Into<CaseOrder>) -> Result<(), Error> {
    let id = find(staff, number).await?;
    staff.visitor.console.office.act(id, staff.actor, fields.seen().as_ref(), order.into()).await
}

/// The developer at a place of the case, as the actor sees it.
async fn developer_at(staff: &Staff, number: &str, place: usize) -> Result<DeveloperView, Error> {
    let id = find(staff, number).await?;
    let page = staff.visitor.console.office.case_page(id, staff.actor).await?;
    page.view.developers.into_iter().nth(place.wrapping_sub(1)).ok_or(Error::NotFound)
}

/// Where a command leads: on, with a word of what was done, or back to the form that it came from.
async fn answer(
    staff: &Staff,
    number: &str,
    place: Place,
    name: &str,
    fields: &Fields,
    outcome: Result<(), Error>,
    done: &str,
) -> Response {
    let visitor = &staff.visitor;
    let error = match outcome {
        Ok(()) => return notices::after(&visitor.frame().href(way(number, place)), done),
        Err(error) => error,
    };
    match Sent::refused(visitor, name, fields, error) {
        Ok(sent) => render(staff, number, place, Some(sent)).await,
        Err(page) => *page,
    }
}

fn way(number: &str, place: Place) -> String {
    match place {
        Place::Case => format!("/desk/cases/{number}"),
        Place::Judgement => format!("/desk/cases/{number}/judgement"),
        Place::Ending => format!("/desk/cases/{number}/ending"),
        Place::Further => format!("/desk/cases/{number}/further"),
        Place::Outreach => format!("/desk/cases/{number}/outreach"),
        Place::Developer(place) => format!("/desk/cases/{number}/developers/{place}"),
        Place::Reach(place) => format!("/desk/cases/{number}/developers/{place}/reach"),
    }
}

impl Desk<'_> {
    fn form(&self, name: &str, fresh: impl FnOnce(&mut Form)) -> Form {
        sent::form(self.sent.as_ref(), self.frame.lang, name, fresh)
    }

    /// Whether this form came back.
    fn came_back(&self, name: &str) -> bool {
        self.sent.as_ref().is_some_and(|sent| sent.is(name))
    }

    fn open(&self, name: &str, action: &str) -> Open {
        sent::open(&self.frame, name, format!("{}/{action}", self.base), self.page.digest.as_str())
    }

    fn may(&self, action: Action) -> bool {
        self.page.refusal(action).is_none()
    }

    fn may_about(&self, developer: DeveloperId, action: Action) -> bool {
        self.page.refusal_about(developer, action).is_none()
    }

    fn party(&self) -> Party {
        self.staff.actor.party
    }

    fn is_coordinator(&self) -> bool {
        self.party() == Party::Coordinator
    }

    fn rules(&self) -> Rules<'_> {
        self.staff.visitor.console.office.rules(&self.page.view.edition)
    }

    /// A developer of the case by its id.
    fn developer(&self, id: DeveloperId) -> Option<&DeveloperView> {
        self.page.view.developers.iter().find(|one| one.id == id)
    }

    /// The page of a developer.
    fn developer_href(&self, id: DeveloperId) -> String {
        let place = self.page.view.developers.iter().position(|one| one.id == id).map_or(0, |place| place + 1);
        format!("{}/developers/{place}", self.base)
    }

    fn title(&self) -> String {
        let title = self.page.view.content.as_ref().map(rulebook::case::CaseContent::title).unwrap_or_default();
        if title.is_empty() { self.frame.t("desk-untitled").into_owned() } else { title }
    }

    /// Who looks after it.
    fn owner(&self) -> Option<&String> {
        self.page.view.owner.and_then(|owner| self.page.names.get(&owner))
    }
}

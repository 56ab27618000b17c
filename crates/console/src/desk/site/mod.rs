//! A website case at the receiving body's desk (Ⅴ.3): whose turn it is and what comes next, ready to be done; then
//! everything known of it, in five pages. Its forms are one table.

mod aside;
mod bench;
mod ending;
mod files;
mod fresh;
mod operator;
mod outside;
mod page;
mod read;
mod referral;
mod said;
mod table;
mod talk;
mod words;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::Response;
use axum::routing::{get, post};
use casework::sites::{SiteDesk, SiteOrder};
use casework::{Error, ReceivedFile};
use rulebook::edition::Edition;
use rulebook::refusal::Refusal;
use rulebook::site::{SiteAction, SiteView};
use ui::{Form, Frame, Trouble, Width};

use self::bench::Bench;
use self::read::Order;
use self::table::Row;
use super::sent::{self, Open, Sent};
use crate::brought::{self, Brought, Held, WITH_MESSAGE};
use crate::forms::Fields;
use crate::front::upload::Parts;
use crate::notices;
use crate::parts::Wrong;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

type Number = Path<(String, String)>;

pub(super) fn routes() -> Router<Console> {
    let page = |place: Place| get(move |desk: ReceivingDesk, number: Number| show(desk, number, place));
    Router::new()
        .route("/{lang}/desk/sites/{number}", page(Place::Case))
        .route("/{lang}/desk/sites/{number}/operator", page(Place::Operator))
        .route("/{lang}/desk/sites/{number}/talk", page(Place::Talk))
        .route("/{lang}/desk/sites/{number}/outside", page(Place::Outside))
        .route("/{lang}/desk/sites/{number}/ending", page(Place::Ending))
        .route("/{lang}/desk/sites/{number}/do/{action}", post(send))
        .route("/{lang}/desk/sites/{number}/do/write", post(write).layer(DefaultBodyLimit::max(WITH_MESSAGE.request())))
        .merge(files::routes())
        .merge(referral::routes())
}

/// One of the pages of a website case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// What is to be done, and what it is about.
    Case,
    /// The way to the operator.
    Operator,
    /// Details, answers, messages.
    Talk,
    /// A leak, others who are told, the product track.
    Outside,
    /// How it ends.
    Ending,
}

impl Place {
    const ALL: [Place; 5] = [Place::Case, Place::Operator, Place::Talk, Place::Outside, Place::Ending];

    /// The last part of its address.
    const fn word(self) -> &'static str {
        match self {
            Place::Case => "",
            Place::Operator => "operator",
            Place::Talk => "talk",
            Place::Outside => "outside",
            Place::Ending => "ending",
        }
    }

    fn of_word(word: &str) -> Place {
        Place::ALL.into_iter().find(|place| place.word() == word).unwrap_or(Place::Case)
    }
}

/// A website case on a desk, with everything that its pages are made of.
struct Desk<'a> {
    staff: &'a Staff,
    frame: Frame,
    case: SiteDesk,
    base: String,
    place: Place,
    sent: Option<Sent>,
}

async fn show(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, place: Place) -> Response {
    render(&staff, &number, place, None).await
}

/// A page of a case, with a form that came back if there is one.
async fn render(staff: &Staff, number: &str, place: Place, sent: Option<Sent>) -> Response {
    match load(staff, number, place, sent).await {
        Ok(desk) => page::respond(&desk),
        Err(error) => staff.visitor.fault(error),
    }
}

async fn load<'a>(staff: &'a Staff, number: &str, place: Place, sent: Option<Sent>) -> Result<Desk<'a>, Error> {
    let case = staff.visitor.console.office.site_desk(number, staff.actor).await?;
    let frame = staff.visitor.frame().width(Width::Wide);
    let base = frame.href(format!("/desk/sites/{}", case.page.view.number));
    Ok(Desk { staff, frame, case, base, place, sent })
}

/// Carries a form out, and leads back to the page on which it stood.
async fn send(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number, action)): Path<(String, String, String)>,
    fields: Fields,
) -> Response {
    let visitor = &staff.visitor;
    let Some(row) = SiteAction::of_word(&action).and_then(table::row) else { return visitor.not_found() };
    carry_out(&staff, &number, row, fields, Vec::new()).await
}

/// A message to the operator, the one form that brings files. What is typed comes back when something is wrong; files are chosen again.
async fn write(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, parts: Parts) -> Response {
    let visitor = &staff.visitor;
    let Some(row) = table::row(SiteAction::Write) else { return visitor.not_found() };
    match brought::read(parts, visitor, WITH_MESSAGE).await {
        Ok(Brought { fields, files }) => carry_out(&staff, &number, row, fields, files).await,
        Err(Held::Foreign) => Trouble::Forbidden.respond(visitor.frame()),
        Err(Held::Error(error)) => visitor.fault(error),
        Err(Held::Unfit(fields, key)) => {
            let name = row.action.word();
            let sent = Sent::wrong(visitor.lang, name, &fields, WITH_MESSAGE.field, visitor.lang.t(key));
            render(&staff, &number, Place::of_word(fields.get("at")), Some(sent)).await
        }
    }
}

async fn carry_out(staff: &Staff, number: &str, row: &Row, fields: Fields, files: Vec<ReceivedFile>) -> Response {
    let visitor = &staff.visitor;
    let place = Place::of_word(fields.get("at"));
    let name = row.action.word();
    let sent = match give(staff, number, place, row, &fields, files).await {
        Ok(Ok(())) => return notices::after(&visitor.frame().href(way(number, place)), row.done),
        Ok(Err((field, key))) => Sent::wrong(visitor.lang, name, &fields, field, visitor.lang.t(key)),
        Err(error) => match Sent::refused(visitor, name, &fields, error) {
            Ok(sent) => sent,
            Err(page) => return *page,
        },
    };
    render(staff, number, place, Some(sent)).await
}

async fn give(
    staff: &Staff,
    number: &str,
    place: Place,
    row: &Row,
    fields: &Fields,
    brought: Vec<ReceivedFile>,
) -> Result<Result<(), Wrong>, Error> {
    let desk = load(staff, number, place, None).await?;
    let mut order = match Bench::of(&desk).read(row.action, fields) {
        Ok(order) => order,
        Err(wrong) => return Ok(Err(wrong)),
    };
    if let Order::Site(order) = &mut order
        && let SiteOrder::Write { files, .. } = order.as_mut()
    {
        *files = brought;
    }
    let (office, site, seen) = (&staff.visitor.console.office, desk.view().id, fields.seen());
    match order {
        Order::Site(order) => office.act_on_site(site, staff.actor, seen.as_ref(), *order).await?,
        Order::Own => {
            let owner = super::side::chosen(staff, fields).await?;
            let order = rulebook::site::SiteCommand::SetOwner(owner);
            office.act_on_site(site, staff.actor, seen.as_ref(), order).await?;
        }
        Order::Join { report, mut joining } => {
            if seen.is_some_and(|seen| seen != desk.case.page.digest) {
                return Err(Error::Stale);
            }
            let report = match office.report_id(&report).await {
                Err(Error::NotFound) => return Ok(Err(("report", "site-desk-no-report"))),
                found => found?,
            };
            let finder = office.report_page(report, staff.actor).await?.view.language;
            joining.reason = proposed_in(crate::letters::lang(finder), joining.reason);
            office.join_site_report(report, staff.actor, None, joining).await?;
        }
        Order::Product { content, name_site } => {
            office.hand_site_to_product(site, staff.actor, seen.as_ref(), &content, name_site).await?;
        }
    }
    Ok(Ok(()))
}

/// Words that were left as they were proposed, in the language of who reads them: the page does not know yet who that is.
fn proposed_in(theirs: ui::Lang, words: String) -> String {
    const PROPOSED: &str = "site-desk-accept-letter";
    let is_proposed = [ui::Lang::Ja, ui::Lang::En].iter().any(|lang| lang.t(PROPOSED) == words.as_str());
    if is_proposed { theirs.t(PROPOSED).into_owned() } else { words }
}

fn way(number: &str, place: Place) -> String {
    let way = format!("/desk/sites/{number}/{}", place.word());
    way.trim_end_matches('/').to_owned()
}

impl Desk<'_> {
    fn view(&self) -> &SiteView {
        &self.case.page.view
    }

    fn edition(&self) -> &Edition {
        self.staff.visitor.console.office.rules(&self.case.edition).edition
    }

    fn form(&self, name: &str, fresh: impl FnOnce(&mut Form)) -> Form {
        sent::form(self.sent.as_ref(), self.frame.lang, name, fresh)
    }

    /// Whether this form came back.
    fn came_back(&self, name: &str) -> bool {
        self.sent.as_ref().is_some_and(|sent| sent.is(name))
    }

    /// The beginning of the form of an action; its page is the one that it stands on.
    fn open(&self, name: &str, action: SiteAction) -> Open {
        let way = format!("{}/do/{}", self.base, action.word());
        sent::open_at(&self.frame, name, way, self.case.page.digest.as_str(), self.place.word())
    }

    fn refusal(&self, action: SiteAction) -> Option<Refusal> {
        self.case.page.refusal(action)
    }

    fn href(&self, place: Place) -> String {
        self.frame.href(way(&self.view().number, place))
    }

    /// Who looks after it.
    fn owner(&self) -> Option<&String> {
        self.view().owner.and_then(|owner| self.case.page.names.get(&owner))
    }
}

#[cfg(test)]
mod tests {
    use super::table::TABLE;
    use super::*;
    use rulebook::party::Party;

    #[test]
    fn every_action_of_the_desk_has_one_form() {
        for action in SiteAction::ALL.into_iter().filter(|action| action.belongs_to(Party::ReceivingBody)) {
            assert_eq!(TABLE.iter().filter(|row| row.action == action).count(), 1, "{}", action.word());
        }
    }
}

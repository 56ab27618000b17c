//! A report at the desk of the receiving body: what is to be done now, ready to be done; then everything known of it.

mod content;
mod decision;
mod disclosure;
mod files;
mod items;
mod join;
mod outcome;
mod reading;
mod reclassify;
mod side;
mod site;
mod split;
mod talk;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::desk::{Colleague, Reader};
use casework::{Error, ReportPage};
use rulebook::action::Action;
use rulebook::case::DutyKind;
use rulebook::ids::ReportId;
use rulebook::party::Party;
use rulebook::report::ReportStage;
use ui::action::Button;
use ui::list::Facts;
use ui::markup::Markup;
use ui::notice::{Heading, Notice};
use ui::{Form, Frame, Mark, Page, Width};

use super::sent::{self, Open, Sent};
use super::words;
use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};
use crate::{fault, names};

pub(super) use decision::ticked;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/reports/{number}", get(show))
        .merge(decision::routes())
        .merge(disclosure::routes())
        .merge(files::routes())
        .merge(join::routes())
        .merge(reading::routes())
        .merge(reclassify::routes())
        .merge(side::routes())
        .merge(site::routes())
        .merge(split::routes())
        .merge(talk::routes())
}

/// A report on the desk, with everything that its page is made of.
struct Desk<'a> {
    staff: &'a Staff,
    frame: Frame,
    page: ReportPage,
    base: String,
    sent: Option<Sent>,
    colleagues: Vec<Colleague>,
    readers: Vec<Reader>,
    others: join::Others,
    alike: Vec<casework::sites::SiteCard>,
    /// Number of the website case that it was accepted as.
    place: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/report/page.html")]
struct ReportDeskPage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    facts: Facts,
    done: Option<Notice>,
    reading: bool,
    outcome: Option<Markup>,
    now: Vec<Markup>,
    denied: Vec<Button>,
    disclosure: Option<Markup>,
    split: Option<Markup>,
    content: Markup,
    talk: Markup,
    timeline: ui::progress::Timeline,
    side: Markup,
}

async fn show(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Path<(String, String)>) -> Response {
    render(&staff, &number, None).await
}

/// The page, with a form that came back if there is one.
async fn render(staff: &Staff, number: &str, sent: Option<Sent>) -> Response {
    match load(staff, number, sent).await {
        Ok(desk) => desk.respond(),
        Err(error) => staff.visitor.fault(error),
    }
}

async fn load<'a>(staff: &'a Staff, number: &str, sent: Option<Sent>) -> Result<Desk<'a>, Error> {
    let office = &staff.visitor.console.office;
    let id = office.report_id(number).await?;
    let readers = office.readers(id.0, staff.actor).await?;
    let page = office.report_page(id, staff.actor).await?;
    let colleagues = office.colleagues(staff.actor).await?;
    let reading = page.view.stage == ReportStage::NeedsReading;
    let frame = staff.visitor.frame().width(if reading { Width::Full } else { Width::Wide });
    let base = frame.href(format!("/desk/reports/{}", page.view.number));
    let others = join::others(staff, &page, &frame.path).await?;
    let alike = site::alike(staff, &page).await?;
    let place = match page.view.stage {
        ReportStage::SiteAccepted { site, .. } => Some(office.site_number(site, staff.actor).await?),
        _ => None,
    };
    Ok(Desk { staff, frame, page, base, sent, colleagues, readers, others, alike, place })
}

/// The report that a form is about.
async fn find(staff: &Staff, number: &str) -> Result<ReportId, Error> {
    staff.visitor.console.office.report_id(number).await
}

/// Where a command leads: on, with a word of what was done, or back to the form that it came from.
async fn answer(
    staff: &Staff,
    number: &str,
    name: &str,
    fields: &Fields,
    outcome: Result<(), Error>,
    done: &str,
) -> Response {
    let visitor = &staff.visitor;
    let error = match outcome {
        Ok(()) => return notices::after(&visitor.frame().href(format!("/desk/reports/{number}")), done),
        Err(error) => error,
    };
    match Sent::refused(visitor, name, fields, error) {
        Ok(sent) => render(staff, number, Some(sent)).await,
        Err(page) => *page,
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
        self.page.view.refusal(action).is_none()
    }

    fn respond(&self) -> Response {
        let status = self.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
        let page = ReportDeskPage {
            frame: &self.frame,
            title: self.title(),
            head: self.head(),
            facts: self.facts(),
            done: notices::done(&self.frame),
            reading: self.may(Action::TranscribeReport),
            outcome: outcome::section(self),
            now: self.now(),
            denied: self.denied(),
            disclosure: disclosure::section(self),
            split: split::section(self),
            content: content::section(self),
            talk: talk::section(self),
            timeline: talk::timeline(self),
            side: side::section(self),
        };
        Page::secret(page).status(status).into_response()
    }

    fn title(&self) -> String {
        let title = self.page.view.title.trim();
        if title.is_empty() { self.frame.t("desk-untitled").into_owned() } else { title.to_owned() }
    }

    fn head(&self) -> Heading {
        let view = &self.page.view;
        let (mark, word) = state_of(&view.stage);
        ui::heading(self.title())
            .back(self.frame.href("/desk/reports"), self.frame.t("desk-reports-title"))
            .number(self.frame.t1("desk-report-number", "number", &view.number))
            .chip(mark, names::report_state(self.frame.lang, word))
    }

    /// The top line: whose turn it is, and what is due.
    fn facts(&self) -> Facts {
        let (frame, view) = (&self.frame, &self.page.view);
        let turn = view.duties.iter().find(|duty| !duty.waits);
        let turn = turn.map_or_else(
            || frame.t("desk-nobody").into_owned(),
            |duty| {
                let who = names::party(frame.lang, duty.who);
                frame.t2("desk-turn-for", "who", who, "what", names::duty(frame.lang, duty.what))
            },
        );
        let owner = view.owner.and_then(|owner| self.page.names.get(&owner));
        let owner = owner.map_or_else(|| frame.t("desk-nobody").into_owned(), Clone::clone);
        let facts = ui::facts(frame).in_line().add(frame.t("desk-turn"), turn);
        let facts = match view.duties.iter().find(|duty| duty.who == Party::ReceivingBody) {
            Some(duty) => facts
                .add(frame.t("my-day-due"), frame.t1("desk-promptly-under", "clause", duty.what.clause().to_string())),
            None => facts,
        };
        facts
            .add(frame.t("desk-kind"), names::report_kind(frame.lang, view.kind))
            .add_markup(frame.t("desk-received"), frame.day(view.received_on))
            .add(frame.t("desk-channel"), words::channel(frame.lang, view.channel))
            .add(frame.t("desk-owner"), owner)
    }

    /// The forms of what is to be done now.
    fn now(&self) -> Vec<Markup> {
        let mut forms = Vec::new();
        if self.may(Action::TranscribeReport) {
            forms.push(reading::section(self));
        }
        if decides_site(&self.page.view) {
            forms.push(site::section(self));
        } else if self.may(Action::AcceptReport) {
            forms.push(decision::section(self));
        }
        forms
    }

    /// What cannot be done now, and why.
    fn denied(&self) -> Vec<Button> {
        let refusal = |action| self.page.view.refusal(action).map(|refusal| (action, refusal));
        let open = [ReportStage::NeedsReading, ReportStage::Received];
        let decided = !open.contains(&self.page.view.stage);
        let actions = vec![Action::AcceptReport, Action::JoinReport, Action::RejectReport, Action::ReclassifyReport];
        let shown = if decided || decides_site(&self.page.view) { vec![] } else { actions };
        words::denied(&self.frame, shown.into_iter().filter_map(refusal))
    }

    fn owes(&self, what: DutyKind) -> bool {
        self.page.view.duties.iter().any(|duty| duty.who == Party::ReceivingBody && duty.what == what)
    }
}

/// Whether the desk is to decide about it as a report of a website (Ⅴ.3.2).
fn decides_site(view: &rulebook::report::ReportView) -> bool {
    let owed = |duty: &rulebook::case::Duty| duty.what == DutyKind::DecideSiteAcceptance;
    view.duties.iter().any(owed)
}

/// The mark and the state word of a report.
const fn state_of(stage: &ReportStage) -> (Mark, &'static str) {
    match stage {
        ReportStage::NeedsReading => (Mark::Soon, "needs-reading"),
        ReportStage::Received => (Mark::Active, "received"),
        ReportStage::Accepted { .. } | ReportStage::SiteAccepted { .. } => (Mark::Done, "accepted"),
        ReportStage::Rejected { .. } => (Mark::Stopped, "rejected"),
        ReportStage::Withdrawn { .. } => (Mark::Stopped, "withdrawn"),
    }
}

/// A field of a form that has to say something.
fn said(visitor: &crate::who::Visitor, name: &str, fields: &Fields, field: &str) -> Result<String, Sent> {
    let text = fields.get(field);
    let lang = visitor.lang;
    if text.is_empty() {
        return Err(Sent::wrong(lang, name, fields, field, lang.t("desk-write-something")));
    }
    if text.chars().count() > rulebook::report::form::MAX_TEXT {
        return Err(Sent::wrong(lang, name, fields, field, lang.t("refusal-text-too-long")));
    }
    Ok(text.to_owned())
}

/// Words of a refusal, for conditions that a form did not meet.
fn refused(lang: ui::Lang, refusal: &rulebook::refusal::Refusal) -> String {
    fault::refused(lang, refusal)
}

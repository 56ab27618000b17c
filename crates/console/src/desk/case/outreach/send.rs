//! What the forms of the page send.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use rulebook::case::outreach::{DisclosureGround, OutreachCommand, Recipient, RecipientKind, Tlp};
use rulebook::case::{CaseCommand, CaseView};
use rulebook::party::Party;
use rulebook::report::form::MAX_TEXT;

use super::{AFFECTS, ANALYSIS, DISCLOSE, INVOLVE, NDA, OPEN, PLAN, involved, package};
use crate::desk::case::read::{Held, carry_out, day, developer, may_be_empty, text};
use crate::desk::case::{Place, find, handover, render};
use crate::desk::copy;
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{CoordinatorDesk, ReceivingDesk, Staff};

type Number = Path<(String, String)>;

/// Longest line, in characters.
const MAX_LINE: usize = 300;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/outreach", get(show))
        .route("/{lang}/desk/cases/{number}/outreach/nda", post(nda))
        .route("/{lang}/desk/cases/{number}/outreach/agreement", post(package::agreement))
        .route("/{lang}/desk/cases/{number}/outreach/disclose", post(disclose))
        .route("/{lang}/desk/cases/{number}/outreach/analysis", post(analysis))
        .route("/{lang}/desk/cases/{number}/outreach/affects", post(affects))
        .route("/{lang}/desk/cases/{number}/outreach/pass", post(pass))
        .route("/{lang}/desk/cases/{number}/outreach/involve", post(involve))
        .route("/{lang}/desk/cases/{number}/outreach/plan", post(plan))
        .route("/{lang}/desk/cases/{number}/outreach/open", post(open))
        .route("/{lang}/desk/cases/{number}/outreach/site", post(site))
        .route("/{lang}/desk/cases/{number}/outreach/users", post(users))
        .route("/{lang}/desk/cases/{number}/outreach/talk", post(talk))
}

async fn show(staff: Staff, Path((_, number)): Number) -> Response {
    render(&staff, &number, Place::Outreach, None).await
}

async fn give(
    staff: &Staff,
    number: &str,
    name: &str,
    fields: &Fields,
    read: Result<OutreachCommand, Held>,
    done: &str,
) -> Response {
    carry_out(staff, (number, Place::Outreach), name, fields, read.map(CaseCommand::Outreach), done).await
}

async fn nda(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let read = || {
        let until = fields.day("until").map_err(|_| Held::Wrong("until", "desk-day-unreadable"))?;
        let (with, reference) = (text(&fields, "with", MAX_LINE)?, text(&fields, "reference", MAX_LINE)?);
        Ok(OutreachCommand::RecordNda { with, on: day(&fields, "on")?, until, reference })
    };
    give(&staff, &number, NDA, &fields, read(), "nda-recorded").await
}

async fn disclose(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let read = read_disclosure(&staff, &number, &fields).await;
    give(&staff, &number, DISCLOSE, &fields, read, "disclosed").await
}

async fn read_disclosure(staff: &Staff, number: &str, fields: &Fields) -> Result<OutreachCommand, Held> {
    let ground =
        DisclosureGround::of_word(fields.get("ground")).ok_or(Held::Wrong("ground", "outreach-choose-ground"))?;
    let kind = RecipientKind::of_word(fields.get("kind")).ok_or(Held::Wrong("kind", "outreach-choose-kind"))?;
    let of_case = match fields.get("developer") {
        "" => None,
        _ => Some(developer(staff, number, fields, "developer").await?),
    };
    let recipient = Recipient {
        kind,
        name: text(fields, "name", MAX_LINE)?,
        contact: may_be_empty(fields, "contact", MAX_LINE)?,
        developer: of_case.filter(|_| kind == RecipientKind::CaseDeveloper),
    };
    let attachments = handover::ticked_files(staff, number, fields).await.map_err(Held::Error)?;
    Ok(OutreachCommand::Disclose {
        recipient,
        ground,
        fields: copy::ticked(fields),
        attachments,
        nda: fields.get("nda").parse().ok(),
        consent: may_be_empty(fields, "consent", MAX_TEXT)?,
        purpose: text(fields, "purpose", MAX_TEXT)?,
        tlp: Tlp::of_word(fields.get("tlp")).unwrap_or(Tlp::AmberStrict),
    })
}

async fn analysis(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let read = || {
        let disclosure = fields.get("disclosure").parse();
        let disclosure = disclosure.map_err(|_| Held::Wrong("disclosure", "outreach-choose-disclosure"))?;
        Ok(OutreachCommand::RecordAnalysis { disclosure, result: text(&fields, "result", MAX_TEXT)? })
    };
    give(&staff, &number, ANALYSIS, &fields, read(), "analysis-recorded").await
}

async fn affects(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let read = text(&fields, "summary", MAX_TEXT).map(|summary| OutreachCommand::AnalyseInfluence { summary });
    give(&staff, &number, AFFECTS, &fields, read.map_err(Held::from), "influence-analysed").await
}

async fn pass(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let analysis = fields.get("analysis").to_owned();
    let read = analysis.parse().map_err(|_| Held::Wrong("form", "outreach-choose-disclosure"));
    let read = read.map(|analysis| OutreachCommand::PassInfluence { analysis });
    give(&staff, &number, &format!("pass-{analysis}"), &fields, read, "influence-passed").await
}

async fn involve(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = async {
        let developer = developer(&staff, &number, &fields, "developer").await?;
        Ok::<_, Held>(involved::command(developer, involved::chosen(&fields)?))
    };
    let read = read.await;
    give(&staff, &number, INVOLVE, &fields, read, "involvement-set").await
}

async fn plan(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = || Ok(OutreachCommand::PlanWave { wave: involved::number(&fields)?, day: day(&fields, "day")? });
    let name = format!("{PLAN}-{}", fields.get("wave"));
    give(&staff, &number, &name, &fields, read(), "wave-planned").await
}

async fn open(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = || {
        let reason = may_be_empty(&fields, "reason", MAX_TEXT)?;
        Ok(OutreachCommand::OpenWave { wave: involved::number(&fields)?, reason })
    };
    let name = format!("{OPEN}-{}", fields.get("wave"));
    give(&staff, &number, &name, &fields, read(), "wave-opened").await
}

async fn site(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = async {
        let developer = developer(&staff, &number, &fields, "developer").await?;
        let information = match fields.get("do") {
            "none" => None,
            _ => Some(text(&fields, "information", MAX_TEXT)?),
        };
        let consent = may_be_empty(&fields, "consent", MAX_TEXT)?;
        Ok::<_, Held>(OutreachCommand::AnswerSiteInformation { developer, information, consent })
    };
    let (name, read) = (format!("site-{}", fields.get("developer")), read.await);
    give(&staff, &number, &name, &fields, read, "site-answered").await
}

async fn users(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = async {
        let developer = developer(&staff, &number, &fields, "developer").await?;
        let allowed = fields.get("do") == "allow";
        let text = text(&fields, if allowed { "text" } else { "reason" }, MAX_TEXT)?;
        Ok::<_, Held>(OutreachCommand::AnswerUserNotice { developer, allowed, text })
    };
    let (name, read) = (format!("users-{}", fields.get("developer")), read.await);
    give(&staff, &number, &name, &fields, read, "users-answered").await
}

async fn talk(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let read = async {
        let id = find(&staff, &number).await.map_err(Held::Error)?;
        let page = staff.visitor.console.office.case_page(id, staff.actor).await.map_err(Held::Error)?;
        read_talk(&page.view, &fields)
    };
    let (name, read) = (format!("talk-{}", fields.get("talk")), read.await);
    let done = if fields.get("do") == "decline" { "talk-declined" } else { "talk-passed" };
    give(&staff, &number, &name, &fields, read, done).await
}

/// The wish that a form names by its place, and to whom it goes.
fn read_talk(view: &CaseView, fields: &Fields) -> Result<OutreachCommand, Held> {
    let place = |name: &str| fields.get(name).parse::<usize>().unwrap_or(0).wrapping_sub(1);
    let held = Held::Wrong("to", "outreach-choose-talk");
    let Some(talk) = view.outreach.talks.get(place("talk")) else { return Err(held) };
    let wisher = talk.wisher;
    if fields.get("do") == "decline" {
        return Ok(OutreachCommand::AnswerTalk { wisher, agrees: false });
    }
    let (developer, report) = match wisher {
        Party::Finder(report) => (view.developers.get(place("to")).map(|side| side.id), Some(report)),
        Party::Developer(id) => (Some(id), view.reports.get(place("to")).map(|report| report.id)),
        _ => (None, None),
    };
    let (Some(developer), Some(report)) = (developer, report) else { return Err(held) };
    Ok(OutreachCommand::PassTalk { wisher, developer, report })
}

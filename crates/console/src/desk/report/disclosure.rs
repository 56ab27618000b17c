//! The non-disclosure request of a finder (情報非開示依頼): what it asks before it discloses, the answer; why a developer
//! still needs time, and the end of the request (Ⅳ.2.4, Ⅳ.3.(1).11).

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::{CaseOrder, Error, ReportOrder, ReportPage};
use rulebook::action::Action;
use rulebook::case::{CaseCommand, NonDisclosureCommand};
use rulebook::report::{NonDisclosure, Writer};
use ui::markup::Markup;
use ui::{Form, Frame};

use super::{Desk, answer, find, render, said};
use crate::desk::sent::{self, Open};
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

const ANSWER: &str = "disclosure";
const DELAY: &str = "delay";
const RELEASE: &str = "release";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/reports/{number}/disclosure", post(tell))
        .route("/{lang}/desk/reports/{number}/delay", post(explain))
        .route("/{lang}/desk/reports/{number}/release", post(release))
}

/// Something that was said about disclosing it.
struct Line<'a> {
    at: jiff::Timestamp,
    who: String,
    own: bool,
    text: &'a str,
}

/// The forms of a release that was asked for.
struct Asked {
    delay: Form,
    delay_open: Open,
    release: Form,
    release_open: Open,
}

#[derive(Template)]
#[template(path = "desk/report/disclosure.html")]
struct Disclosure<'a> {
    frame: &'a Frame,
    lines: Vec<Line<'a>>,
    answer: Option<(Form, Open)>,
    state: String,
    asked: Option<Asked>,
    finder: String,
}

/// What was said and is owed about disclosing it; nothing while nobody asked.
pub(super) fn section(desk: &Desk<'_>) -> Option<Markup> {
    let (frame, view) = (&desk.frame, &desk.page.view);
    if view.disclosure_talk.is_empty() && view.non_disclosure == NonDisclosure::InForce {
        return None;
    }
    let line = |said: &rulebook::report::state::Dated<(Writer, _)>| Line {
        at: said.at,
        who: names::party_word(frame.lang, if said.item.0 == Writer::Desk { "receiving_body" } else { "finder" }),
        own: said.item.0 == Writer::Desk,
        text: desk.page.text(said.item.1),
    };
    let state = match view.non_disclosure {
        NonDisclosure::InForce => frame.t("desk-silence-in-force").into_owned(),
        NonDisclosure::ReleaseAsked { on } => frame.t1("desk-silence-asked", "day", frame.day_text(on)),
        NonDisclosure::Released { on } => frame.t1("desk-silence-released", "day", frame.day_text(on)),
    };
    let may_answer = desk.may(Action::AnswerDisclosure);
    Some(Markup::of(&Disclosure {
        frame,
        lines: view.disclosure_talk.iter().map(line).collect(),
        answer: may_answer.then(|| (desk.form(ANSWER, |_| {}), desk.open(ANSWER, "disclosure"))),
        state,
        asked: asked(desk),
        finder: frame.t(format!("desk-language-{}", view.language.tag())).into_owned(),
    }))
}

/// The request lies on the report, and is ended in its case: these forms carry the case's fingerprint.
fn asked(desk: &Desk<'_>) -> Option<Asked> {
    let case = desk.page.cases.first()?;
    let waits = matches!(desk.page.view.non_disclosure, NonDisclosure::ReleaseAsked { .. });
    if !waits || case.refusal(Action::ReleaseNonDisclosure).is_some() {
        return None;
    }
    let open = |name: &str| sent::open(&desk.frame, name, format!("{}/{name}", desk.base), case.digest.as_str());
    Some(Asked {
        delay: desk.form(DELAY, |_| {}),
        delay_open: open(DELAY),
        release: desk.form(RELEASE, |_| {}),
        release_open: open(RELEASE),
    })
}

async fn tell(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let text = match said(&staff.visitor, ANSWER, &fields, "text") {
        Ok(text) => text,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let order = ReportOrder::AnswerDisclosure(text);
    let outcome = match find(&staff, &number).await {
        Ok(id) => staff.visitor.console.office.act_on_report(id, staff.actor, fields.seen().as_ref(), order).await,
        Err(error) => Err(error),
    };
    answer(&staff, &number, ANSWER, &fields, outcome, "disclosure-answered").await
}

async fn explain(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let text = match said(&staff.visitor, DELAY, &fields, "text") {
        Ok(text) => text,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let order = |page: &ReportPage| CaseOrder::ExplainDelay { report: page.view.id, text: text.clone() };
    let outcome = in_case(&staff, &number, &fields, order).await;
    answer(&staff, &number, DELAY, &fields, outcome, "delay-explained").await
}

async fn release(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let order =
        |page: &ReportPage| CaseCommand::NonDisclosure(NonDisclosureCommand::Release { report: page.view.id }).into();
    let outcome = in_case(&staff, &number, &fields, order).await;
    answer(&staff, &number, RELEASE, &fields, outcome, "released").await
}

/// Gives a command in the report's case.
async fn in_case(
    staff: &Staff,
    number: &str,
    fields: &Fields,
    order: impl FnOnce(&ReportPage) -> CaseOrder,
) -> Result<(), Error> {
    let office = &staff.visitor.console.office;
    let page = office.report_page(find(staff, number).await?, staff.actor).await?;
    let case = page.case().ok_or(Error::NotFound)?.id;
    office.act(case, staff.actor, fields.seen().as_ref(), order(&page)).await
}

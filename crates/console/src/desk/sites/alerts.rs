//! Public alerts (注意喚起, Ⅴ.3.4.オ): the cases whose cause is a product's setting or its age. An alert is linked to those
//! that it covers; each of them is then ended by a judgement of its own.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::Error;
use casework::lists::Line;
use casework::sites::{SiteCard, SiteOrder};
use jiff::civil::Date;
use rulebook::ids::SiteCaseId;
use rulebook::report::problems::is_web_address;
use rulebook::site::{SiteCommand, SiteEnding, SiteStage};
use store::CardOrder;
use ui::field::{Choice, Field};
use ui::notice::Notice;
use ui::{Form, Frame, Mark, Page, Width};

use crate::desk::sent::{self, Sent};
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};
use crate::{notices, site_names};

const ALERT: &str = "alert";
/// Most cases of the page.
const MOST: usize = 200;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/sites/alerts", get(show).post(link))
        .route("/{lang}/desk/sites/{number}/alert", post(end))
}

/// A case that an alert may cover.
struct Row {
    href: String,
    number: String,
    site: String,
    kind: String,
    cause: String,
    mark: Mark,
    stage: String,
    alert: Option<(String, Date)>,
    contacted: bool,
    end: String,
    form: Form,
    ending: bool,
}

#[derive(Template)]
#[template(path = "desk/sites/alerts.html")]
struct AlertsPage {
    frame: Frame,
    done: Option<Notice>,
    form: Form,
    cases: Field,
    rows: Vec<Row>,
}

async fn show(ReceivingDesk(staff): ReceivingDesk) -> Response {
    render(&staff, None).await
}

async fn render(staff: &Staff, sent: Option<Sent>) -> Response {
    let lines = match matching(staff).await {
        Ok(lines) => lines,
        Err(error) => return staff.visitor.fault(error),
    };
    let frame = staff.visitor.frame().width(Width::Wide);
    let form = sent::form(sent.as_ref(), frame.lang, ALERT, |form| form.set("on", frame.today));
    let rows = lines.iter().map(|line| row(staff, &frame, line, sent.as_ref())).collect();
    let choices: Vec<Choice> = lines.iter().map(|line| choice(&frame, line)).collect();
    let cases = form.checks("case", frame.t("sites-alert-cases"), &choices);
    let status = sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    Page::secret(AlertsPage { done: notices::done(&frame), frame, form, cases, rows }).status(status).into_response()
}

/// The open cases that an alert can come before the end of.
async fn matching(staff: &Staff) -> Result<Vec<Line<SiteCard>>, Error> {
    let open: Vec<&str> =
        SiteStage::ALL.into_iter().filter(|stage| *stage != SiteStage::Ended).map(SiteStage::word).collect();
    let office = &staff.visitor.console.office;
    let found = office.list_at_desk::<SiteCard>(staff.actor, &open, None, CardOrder::Weight, u32::MAX, 0).await?;
    Ok(found.lines.into_iter().filter(|line| line.card.is_for_alert()).take(MOST).collect())
}

/// A case to be ticked, with what is linked to it already.
fn choice(frame: &Frame, line: &Line<SiteCard>) -> Choice {
    let card = &line.card;
    let number = frame.t1("sites-number", "number", &card.number);
    let there = card.alert.as_ref().map(|(title, _)| frame.t1("sites-alert-there", "title", title));
    Choice::new(line.id, &card.site).hint(format!("{number} {}", there.unwrap_or_default()))
}

fn row(staff: &Staff, frame: &Frame, line: &Line<SiteCard>, sent: Option<&Sent>) -> Row {
    let (card, lang) = (&line.card, frame.lang);
    let lists = &staff.visitor.console.office.edition_in_force().lists;
    let name = format!("end-{}", card.number);
    let title = card.alert.as_ref().map_or("", |(title, _)| title.as_str());
    let own = sent::form(sent, lang, &name, |form| {
        form.set("to-finder", lang.t1("sites-alert-to-finder", "title", title));
        form.set("to-operator", lang.t1("sites-alert-to-operator", "title", title));
    });
    Row {
        href: frame.href(format!("/desk/sites/{}", card.number)),
        number: card.number.clone(),
        site: card.site.clone(),
        kind: card.kind.map_or_else(|| card.flaw.clone(), |kind| site_names::kind(lang, lists, kind)),
        cause: card.cause.map(|cause| site_names::cause(lang, cause)).unwrap_or_default(),
        mark: site_names::stage_mark(card.stage),
        stage: site_names::stage(lang, card.stage),
        alert: card.alert.clone(),
        contacted: card.stage != SiteStage::Accepted,
        end: frame.href(format!("/desk/sites/{}/alert", card.number)),
        ending: sent.is_some_and(|sent| sent.is(&name)),
        form: own,
    }
}

/// Links an alert to every case that was ticked.
async fn link(ReceivingDesk(staff): ReceivingDesk, fields: Fields) -> Response {
    let lang = staff.visitor.lang;
    let wrong = |item: &str, key: &str| Sent::wrong(lang, ALERT, &fields, item, lang.t(key));
    if fields.get("title").is_empty() {
        return render(&staff, Some(wrong("title", "desk-write-something"))).await;
    }
    if !is_web_address(fields.get("url")) {
        return render(&staff, Some(wrong("url", "front-wrong-address"))).await;
    }
    let on = match fields.day("on") {
        Ok(Some(day)) if day <= staff.visitor.frame().today => day,
        _ => return render(&staff, Some(wrong("on", "sites-alert-day-wrong"))).await,
    };
    let cases: Vec<SiteCaseId> = match matching(&staff).await {
        Ok(lines) => {
            let ticked: Vec<&str> = fields.all("case").collect();
            let wanted = lines.iter().filter(|line| ticked.contains(&line.id.to_string().as_str()));
            wanted.map(|line| SiteCaseId(line.id)).collect()
        }
        Err(error) => return staff.visitor.fault(error),
    };
    if cases.is_empty() {
        return render(&staff, Some(wrong("form", "sites-alert-none"))).await;
    }
    for case in cases {
        let (title, url) = (fields.get("title").to_owned(), fields.get("url").to_owned());
        let order = SiteCommand::LinkAlert { title, url, on };
        if let Err(error) = staff.visitor.console.office.act_on_site(case, staff.actor, None, order).await {
            return refused(&staff, ALERT, &fields, error).await;
        }
    }
    notices::after(&staff.visitor.frame().href("/desk/sites/alerts"), "site-alert-linked")
}

/// Ends one case: the judgement is about this one alone.
async fn end(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let name = format!("end-{number}");
    let lang = staff.visitor.lang;
    if fields.get("to-finder").is_empty() {
        let sent = Sent::wrong(lang, &name, &fields, "to-finder", lang.t("desk-write-something"));
        return render(&staff, Some(sent)).await;
    }
    let order = SiteOrder::Close {
        ending: SiteEnding::ImproperOperation,
        to_finder: fields.get("to-finder").to_owned(),
        to_operator: fields.get("to-operator").to_owned(),
    };
    let office = &staff.visitor.console.office;
    let outcome = async {
        let site = office.site_id(&number).await?;
        office.act_on_site(site, staff.actor, None, order).await
    };
    match outcome.await {
        Ok(()) => notices::after(&staff.visitor.frame().href("/desk/sites/alerts"), "site-alert-ended"),
        Err(error) => refused(&staff, &name, &fields, error).await,
    }
}

async fn refused(staff: &Staff, name: &str, fields: &Fields, error: Error) -> Response {
    match Sent::refused(&staff.visitor, name, fields, error) {
        Ok(sent) => render(staff, Some(sent)).await,
        Err(page) => *page,
    }
}

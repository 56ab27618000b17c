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
use casework::search::{Found, Narrowed};
use casework::sites::{ListedSite, SiteCard, SiteOrder};
use jiff::civil::Date;
use rulebook::ids::SiteCaseId;
use rulebook::report::problems::is_web_address;
use rulebook::site::{SiteCommand, SiteEnding, SiteStage};
use ui::field::{Choice, Field};
use ui::notice::Notice;
use ui::{Form, Frame, Lang, Mark, Page, Query, Width};

use crate::desk::listing::PER_PAGE;
use crate::desk::sent::{self, Sent};
use crate::forms::Fields;
use crate::letters::{OPERATORS, in_their_words};
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};
use crate::{notices, site_names};

const ALERT: &str = "alert";

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
    seen: String,
}

#[derive(Template)]
#[template(path = "desk/sites/alerts.html")]
struct AlertsPage {
    frame: Frame,
    done: Option<Notice>,
    form: Form,
    cases: Field,
    seen: Vec<(String, String)>,
    rows: Vec<Row>,
    query: Query,
    page: usize,
    total: usize,
}

async fn show(ReceivingDesk(staff): ReceivingDesk) -> Response {
    render(&staff, None).await
}

async fn render(staff: &Staff, sent: Option<Sent>) -> Response {
    let query = Query::parse(&staff.visitor.path);
    let back = sent.as_ref().map(|sent| sent.value("page")).filter(|page| !page.is_empty());
    let page = back.or(query.get("page")).and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1);
    let (lines, total) = match matching(staff, page).await {
        Ok(found) => (found.lines, usize::try_from(found.total).unwrap_or(usize::MAX)),
        Err(error) => return staff.visitor.fault(error),
    };
    let frame = staff.visitor.frame().width(Width::Wide);
    let form = sent::form(sent.as_ref(), frame.lang, ALERT, |form| form.set("on", frame.today));
    let rows = lines.iter().map(|line| row(staff, &frame, line, sent.as_ref())).collect();
    let choices: Vec<Choice> = lines.iter().map(|line| choice(&frame, line)).collect();
    let cases = form.checks("case", frame.t("sites-alert-cases"), &choices);
    let status = sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    let seen = |line: &Line<SiteCard>| (format!("seen-{}", line.id), line.card.digest().as_str().to_owned());
    let seen = lines.iter().map(seen).collect();
    let page = page as usize;
    Page::secret(AlertsPage { done: notices::done(&frame), frame, form, cases, seen, rows, query, page, total })
        .status(status)
        .into_response()
}

/// A page of the open cases that an alert can come before the end of, heaviest first.
async fn matching(staff: &Staff, page: u32) -> Result<Found<SiteCard>, Error> {
    let open = SiteStage::ALL.into_iter().filter(|stage| *stage != SiteStage::Ended);
    let states = open.map(|stage| stage.word().to_owned()).collect();
    let narrowed = Narrowed { states, for_alert: true, ..Narrowed::default() };
    let offset = (page - 1).saturating_mul(PER_PAGE);
    staff.visitor.console.office.find_sites(staff.actor, &narrowed, PER_PAGE, offset).await
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
        let to_finder = |lang: Lang| lang.t1("sites-alert-to-finder", "title", title);
        form.set("to-finder", in_their_words(card.languages.iter().copied(), to_finder));
        form.set("to-operator", OPERATORS.t1("sites-alert-to-operator", "title", title));
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
        seen: card.digest().as_str().to_owned(),
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
    let ticked: Vec<ListedSite> =
        fields.all("case").take(PER_PAGE as usize).filter_map(|id| listed(&fields, id)).collect();
    if ticked.is_empty() {
        return render(&staff, Some(wrong("form", "sites-alert-none"))).await;
    }
    let (title, url) = (fields.get("title").to_owned(), fields.get("url").to_owned());
    let order = SiteCommand::LinkAlert { title, url, on }.into();
    match staff.visitor.console.office.act_on_listed_sites(staff.actor, &ticked, &order).await {
        Ok(()) => notices::after(&staff.visitor.frame().href("/desk/sites/alerts"), "site-alert-linked"),
        Err(error) => refused(&staff, ALERT, &fields, error).await,
    }
}

/// A case that was ticked, as the page showed it.
fn listed(fields: &Fields, id: &str) -> Option<ListedSite> {
    let site: SiteCaseId = id.parse().ok()?;
    let seen = fields.get(&format!("seen-{id}"));
    Some(ListedSite { site, seen: (!seen.is_empty()).then(|| casework::Digest::given(seen)) })
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
        let one = ListedSite { site: office.site_id(&number).await?, seen: fields.seen() };
        office.act_on_listed_sites(staff.actor, &[one], &order).await
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

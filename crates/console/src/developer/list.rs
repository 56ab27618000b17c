//! Which cases a developer has. The holder of a link has one and is led to it.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rulebook::case::{CaseView, ContentField};
use rulebook::ids::CaseId;
use store::CardOrder;
use ui::{Frame, Lang, Mark, Page, Query};

use crate::forms::see_other;
use crate::names;
use crate::state::Console;
use crate::who::DeveloperSide;

const PER_PAGE: u32 = 20;

pub(crate) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/developer", get(home)).route("/{lang}/developer/cases", get(list))
}

/// Where a developer begins: the one case of its link, or its day.
async fn home(side: DeveloperSide) -> Response {
    let visitor = &side.visitor;
    let only = visitor.session.as_ref().and_then(|session| session.only_case());
    let Some(case) = only else { return see_other(&visitor.frame().href("/desk")) };
    let office = &visitor.console.office;
    let page = async { office.case_page(office.kept_case(case).await?, side.actor).await };
    match page.await {
        Ok(page) => see_other(&visitor.frame().href(format!("/developer/cases/{}", page.view.number))),
        Err(error) => visitor.fault(error),
    }
}

/// A case as its developer sees it.
struct Line {
    number: String,
    title: String,
    turn: String,
    stage: String,
    mark: Mark,
    day: Option<jiff::civil::Date>,
    aimed: bool,
    published: bool,
    advisory: Option<String>,
}

#[derive(Template)]
#[template(path = "developer/list.html")]
struct ListPage {
    frame: Frame,
    lines: Vec<Line>,
    query: Query,
    page: usize,
    total: usize,
}

async fn list(side: DeveloperSide) -> Response {
    let visitor = &side.visitor;
    if visitor.session.as_ref().is_some_and(|session| session.only_case().is_some()) {
        return see_other(&visitor.frame().href("/developer"));
    }
    let query = Query::parse(&visitor.path);
    let page = query.get("page").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1_u32);
    let offset = (page - 1).saturating_mul(PER_PAGE);
    let listing = visitor.console.office.list_cases(side.actor, &[], None, CardOrder::Due, PER_PAGE, offset).await;
    let listing = match listing {
        Ok(listing) => listing,
        Err(error) => return visitor.fault(error),
    };
    let mut lines = Vec::with_capacity(listing.lines.len());
    for found in listing.lines {
        // A list's card holds what both bodies see; what a developer sees comes from its own view.
        match visitor.console.office.case_page(CaseId(found.id), side.actor).await {
            Ok(page) => lines.push(line(visitor.lang, &page.view)),
            Err(error) => return visitor.fault(error),
        }
    }
    let total = usize::try_from(listing.total).unwrap_or(usize::MAX);
    Page::secret(ListPage { frame: visitor.frame(), lines, query, page: page as usize, total }).into_response()
}

fn line(lang: Lang, view: &CaseView) -> Line {
    let product = view.content.as_ref().map_or("", |content| content.get(ContentField::Product).trim());
    let title = match product {
        "" => lang.t("developer-heading-unnamed").into_owned(),
        product => product.lines().next().unwrap_or_default().to_owned(),
    };
    let duty = view.duties.iter().find(|duty| !duty.waits);
    Line {
        number: view.number.clone(),
        title,
        turn: duty.map_or_else(String::new, |duty| names::duty(lang, duty.what)),
        stage: names::stage(lang, view.stage),
        mark: names::stage_mark(view.stage),
        day: view.day.or(view.target_day),
        aimed: view.day.is_none(),
        published: !view.publications.is_empty(),
        advisory: view.advisory.as_ref().map(|draft| draft.number.clone()),
    }
}

//! Which cases a developer has. The holder of a link has one and is led to it.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::project::CaseCard;
use store::CardOrder;
use ui::{Frame, Mark, Page, Query};

use crate::forms::see_other;
use crate::names;
use crate::state::Console;
use crate::who::DeveloperSide;

const PER_PAGE: u32 = 50;

pub(crate) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/developer", get(home)).route("/{lang}/developer/cases", get(list))
}

/// Where a developer begins: the one case of its link, or its day.
async fn home(side: DeveloperSide) -> Response {
    let visitor = &side.visitor;
    let only = visitor.session.as_ref().and_then(|session| session.only_case());
    let Some(case) = only else { return see_other(&visitor.frame().href("/desk")) };
    match visitor.console.office.case_page(case, side.actor).await {
        Ok(page) => see_other(&visitor.frame().href(format!("/developer/cases/{}", page.view.number))),
        Err(error) => visitor.fault(error),
    }
}

struct Line {
    card: CaseCard,
    day: Option<jiff::civil::Date>,
    stage: String,
    mark: Mark,
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
    let line = |card: CaseCard| Line {
        stage: names::stage(visitor.lang, card.stage),
        mark: names::stage_mark(card.stage),
        day: card.day.or(card.target_day),
        card,
    };
    let lines = listing.lines.into_iter().map(|found| line(found.card)).collect();
    let total = usize::try_from(listing.total).unwrap_or(usize::MAX);
    Page::secret(ListPage { frame: visitor.frame(), lines, query, page: page as usize, total }).into_response()
}

//! Where to begin: which of the three it is, in one question; what happens then; who gets to know what.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rulebook::report::form::ReportKind;
use ui::{Frame, Page, Width};

use super::drawer::Drawer;
use crate::letters::language;
use crate::notices;
use crate::state::Console;
use crate::who::Visitor;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/report", get(show))
}

/// One of the three.
struct Way {
    href: String,
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "front/choose.html")]
struct ChoosePage {
    frame: Frame,
    ways: Vec<Way>,
    draft: bool,
    receiving_body: String,
    coordinator: String,
    contact: String,
    done: Option<ui::notice::Notice>,
}

async fn show(visitor: Visitor) -> Response {
    let draft = match Drawer::open(&visitor).await {
        Ok(drawer) => drawer.is_some_and(|drawer| !drawer.draft.is_empty()),
        Err(error) => return visitor.fault(error),
    };
    let frame = visitor.frame().width(Width::Reading);
    let way = |kind: &ReportKind| Way {
        href: frame.href(format!("/report/{}", kind.word())),
        title: frame.t(format!("front-way-{}", kind.word())).into_owned(),
        text: frame.t(format!("front-way-text-{}", kind.word())).into_owned(),
    };
    let names = &visitor.console.office.settings().partnership;
    let language = language(visitor.lang);
    let page = ChoosePage {
        ways: ReportKind::ALL.iter().map(way).collect(),
        draft,
        receiving_body: names.receiving_body.get(language).to_owned(),
        coordinator: names.coordinator.get(language).to_owned(),
        contact: names.contact.get(language).to_owned(),
        done: notices::done(&frame),
        frame,
    };
    Page::secret(page).into_response()
}

//! A developer's side of a case: what is asked now with its form, the details, what it stated, the day, the text,
//! messages, history.

mod forms;
mod judgement;
mod more;
mod page;
mod posts;
mod signal;
mod stated;
mod text;

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::{CasePage, Error};
use rulebook::action::Action;
use rulebook::case::DeveloperView;
use rulebook::edition::Edition;
use rulebook::ids::{AttachmentId, CaseId};
use ui::{Form, Frame, Page};

pub(crate) use self::signal::read as read_signal;

use self::forms::Kind;
use crate::state::Console;
use crate::who::DeveloperSide;

pub(crate) fn routes() -> Router<Console> {
    let case = "/{lang}/developer/cases/{number}";
    let router = Router::new().route(case, get(show)).route(&format!("{case}/files/{{file}}"), get(file));
    router.merge(posts::routes(case))
}

/// A form that came back, with everything typed.
struct Sent {
    kind: Kind,
    form: Form,
    status: StatusCode,
}

/// A case as its developer sees it, and a form that came back.
struct Matter {
    frame: Frame,
    page: CasePage,
    own: DeveloperView,
    coordinator: String,
    contact: String,
    edition: Edition,
    sent: Option<Sent>,
}

impl Matter {
    async fn load(side: &DeveloperSide, number: &str, sent: Option<Sent>) -> Result<Self, Error> {
        let visitor = &side.visitor;
        let office = &visitor.console.office;
        let page = office.case_page(find(side, number).await?, side.actor).await?;
        let own = page.view.developers.first().cloned().ok_or(Error::NotFound)?;
        let language = crate::letters::language(visitor.lang);
        let partnership = &office.settings().partnership;
        Ok(Matter {
            frame: visitor.frame(),
            coordinator: partnership.coordinator.get(language).to_owned(),
            contact: partnership.contact.get(language).to_owned(),
            edition: office.rules(&page.view.edition).edition.clone(),
            page,
            own,
            sent,
        })
    }

    fn may(&self, action: Action) -> bool {
        self.page.refusal_about(self.own.id, action).is_none()
    }

    fn url(&self, what: &str) -> String {
        self.frame.href(format!("/developer/cases/{}/{what}", self.page.view.number))
    }

    /// Whether a form came back.
    fn came_back(&self, kind: Kind) -> bool {
        self.sent.as_ref().is_some_and(|sent| sent.kind == kind)
    }

    fn is_published(&self) -> bool {
        !self.page.view.publications.is_empty()
    }
}

/// The case behind a number, if it is this developer's; the holder of a link has only the link's case, and the one in
/// which that goes on.
async fn find(side: &DeveloperSide, number: &str) -> Result<CaseId, Error> {
    let office = &side.visitor.console.office;
    let case = office.case_id(number).await?;
    match side.visitor.session.as_ref().and_then(|session| session.only_case()) {
        Some(only) if only != case && office.kept_case(only).await? != case => Err(Error::NotFound),
        _ => Ok(case),
    }
}

async fn show(side: DeveloperSide, Path((_, number)): Path<(String, String)>) -> Response {
    render(&side, &number, None).await
}

/// The page, with the form that came back.
async fn render(side: &DeveloperSide, number: &str, sent: Option<Sent>) -> Response {
    let status = sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    match Matter::load(side, number, sent).await {
        Ok(matter) => Page::secret(page::build(&matter)).status(status).into_response(),
        Err(error) => side.visitor.fault(error),
    }
}

async fn file(side: DeveloperSide, Path((_, number, file)): Path<(String, String, String)>) -> Response {
    let opened = async {
        let case = find(&side, &number).await?;
        let id: AttachmentId = file.parse().map_err(|_| Error::NotFound)?;
        side.visitor.console.office.case_file(case, side.actor, id).await
    };
    match opened.await {
        Ok((file, reader)) => crate::download::download(&file, reader),
        Err(error) => side.visitor.fault(error),
    }
}

//! A member of the publication committee (公表判定委員): the cases on which it sits, and of each its papers, its points to
//! debate, its votes, and its declaration of an interest. Other members' votes are not in its view before the decision.

mod file;
mod list;
mod page;
mod papers;
mod posts;

use axum::Router;
use casework::{CasePage, Error};
use rulebook::case::judgement::Round;
use ui::{Frame, Width};

use crate::desk::sent::Sent;
use crate::state::Console;
use crate::who::Member;

pub(crate) fn routes() -> Router<Console> {
    Router::new().merge(list::routes()).merge(page::routes()).merge(posts::routes()).merge(file::routes())
}

/// A case before a member, with a form that came back if there is one.
struct Matter<'a> {
    member: &'a Member,
    frame: Frame,
    page: CasePage,
    base: String,
    sent: Option<Sent>,
}

impl<'a> Matter<'a> {
    /// The case of a number.
    ///
    /// # Errors
    /// `NotFound` unless the member sits on it.
    async fn load(member: &'a Member, number: &str, sent: Option<Sent>) -> Result<Self, Error> {
        let office = &member.visitor.console.office;
        let page = office.case_page(office.case_id(number).await?, member.actor).await?;
        let frame = member.visitor.frame().width(Width::Wide);
        let base = frame.href(format!("/committee/{}", page.view.number));
        Ok(Matter { member, frame, page, base, sent })
    }

    /// The newest round on which the member sits.
    fn round(&self) -> Result<&Round, Error> {
        self.page.view.judgement.round().ok_or(Error::NotFound)
    }
}

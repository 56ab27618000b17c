//! The page: what is asked of the bodies, who was told outside, the waves of developers, what it means for others.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::Error;
use rulebook::action::Action;
use rulebook::refusal::Refusal;
use ui::action::Button;
use ui::field::Field;
use ui::list::Tabs;
use ui::notice::{Heading, Notice};
use ui::{Form, Frame, Page};

use super::asked::{self, SiteLine, TalkLine, ToldUsers, UsersLine};
use super::involved::{self, Wave};
use super::told::{self, AffectsLine, Agreement, Disclose, NdaLine, ToldLine};
use super::{AFFECTS, ANALYSIS, Desk, INVOLVE, NDA};
use crate::desk::case::{ending, page, ways};
use crate::desk::sent::Open;
use crate::desk::words;
use crate::notices;

#[derive(Template)]
#[template(path = "desk/case/outreach/page.html")]
struct OutreachPage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    ways: Tabs,
    done: Option<Notice>,
    ended: Option<Notice>,
    sites: Vec<SiteLine<'a>>,
    users: Vec<UsersLine<'a>>,
    told_users: Vec<ToldUsers<'a>>,
    talks: Vec<TalkLine>,
    told: Vec<ToldLine<'a>>,
    disclose: Option<Disclose>,
    analysis: Option<(Open, Form, Field)>,
    analysing: bool,
    ndas: Vec<NdaLine<'a>>,
    nda: Option<(Open, Form)>,
    nda_back: bool,
    agreement: Option<Agreement>,
    waves: Vec<Wave>,
    involve: Option<(Open, Form, Vec<Field>)>,
    involving: bool,
    advice: Option<String>,
    affects: Vec<AffectsLine<'a>>,
    affect: Option<(Open, Form)>,
    affecting: bool,
    denied: Vec<Button>,
}

pub(in crate::desk::case) async fn respond(desk: &Desk<'_>) -> Result<Response, Error> {
    let status = desk.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    let shown = OutreachPage {
        frame: &desk.frame,
        title: desk.frame.t1("outreach-title", "number", &desk.page.view.number),
        head: page::head(desk),
        ways: ways::tabs(desk),
        done: notices::done(&desk.frame),
        ended: ending::banner(desk),
        sites: asked::sites(desk),
        users: asked::users(desk),
        told_users: asked::told_users(desk),
        talks: asked::talks(desk),
        told: told::told(desk),
        disclose: told::disclose_form(desk),
        analysis: told::analysis_form(desk),
        analysing: desk.came_back(ANALYSIS),
        ndas: told::ndas(desk),
        nda: told::nda_form(desk),
        nda_back: desk.came_back(NDA),
        agreement: told::agreement_form(desk),
        waves: involved::waves(desk),
        involve: involved::form(desk),
        involving: desk.came_back(INVOLVE),
        advice: involved::advice(desk, desk.frame.lang),
        affects: told::affects(desk),
        affect: told::affects_form(desk),
        affecting: desk.came_back(AFFECTS),
        denied: words::denied(&desk.frame, denied(desk)),
    };
    Ok(Page::secret(shown).status(status).into_response())
}

/// What this side cannot do now, and why.
fn denied(desk: &Desk<'_>) -> Vec<(Action, Refusal)> {
    let all = [Action::Disclose, Action::RecordNda, Action::AnalyseInfluence];
    let mine = all.into_iter().filter(|action| action.belongs_to(desk.party()));
    mine.filter_map(|action| desk.page.refusal(action).map(|refusal| (action, refusal))).collect()
}

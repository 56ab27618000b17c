//! What a developer may do and is seldom asked for: folded at the end of its page, or ready where it is asked. Each is
//! a short form with a sentence of what it is for.

mod ending;
mod outreach;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use casework::CaseOrder;
use rulebook::action::Action;
use rulebook::case::DutyKind;
use rulebook::ids::DeveloperId;
use rulebook::report::form::MAX_TEXT;
use ui::field::Field;
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::forms::{self, Kind};
use super::posts::carry_out;
use super::{Matter, judgement};
use crate::developer::statements::Wrong;
use crate::forms::Fields;
use crate::who::DeveloperSide;

pub(super) use ending::banner;
pub(super) use outreach::{between, is_with_coordinator};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum More {
    /// It refuses something.
    Refusal,
    /// The support of a product has ended.
    Support,
    /// The details arrived.
    Acknowledge,
    /// It asks about the site of the report.
    Site,
    /// It wants to tell its users early.
    Users,
    /// It told its users.
    Told,
    /// It wishes to talk with the finder.
    Wish,
    /// It answers the finder's wish to talk.
    Talk,
    /// It writes to the finder.
    Direct,
    /// Its opinion before a judgement.
    Opinion,
    /// Its view, to be shown beside a publication by judgement.
    View,
}

impl More {
    /// In the order of the page; what stands with its own part of the page is not among them.
    pub const ALL: [More; 8] =
        [More::Acknowledge, More::Talk, More::Wish, More::Site, More::Users, More::Told, More::Support, More::Refusal];

    /// Its word: last part of its address, and what is said when it was taken.
    pub const fn word(self) -> &'static str {
        match self {
            More::Refusal => "refusal",
            More::Support => "support",
            More::Acknowledge => "acknowledge",
            More::Site => "site",
            More::Users => "users",
            More::Told => "told",
            More::Wish => "wish",
            More::Talk => "talk",
            More::Direct => "direct",
            More::Opinion => "opinion",
            More::View => "view",
        }
    }

    /// What it does.
    pub const fn action(self) -> Action {
        match self {
            More::Refusal => Action::RecordRefusal,
            More::Support => Action::StateEndOfSupport,
            More::Acknowledge => Action::AcknowledgeReceipt,
            More::Site => Action::AskSiteInformation,
            More::Users => Action::AskUserNotice,
            More::Told => Action::ReportUserNotice,
            More::Wish => Action::WishTalk,
            More::Talk => Action::AnswerTalk,
            More::Direct => Action::WriteDirectly,
            More::Opinion => Action::GiveOpinion,
            More::View => Action::GiveView,
        }
    }

    /// The form by which a duty is done.
    pub const fn of(duty: DutyKind) -> Option<Self> {
        Some(match duty {
            DutyKind::AcknowledgeReceipt => More::Acknowledge,
            DutyKind::ReportUserNotice => More::Told,
            DutyKind::AnswerTalk => More::Talk,
            _ => return None,
        })
    }

    /// Title, what it is for, and its button.
    pub const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            More::Refusal => ("developer-refusal", "developer-refusal-lead", "developer-refusal-send"),
            More::Support => ("developer-support", "developer-support-lead", "developer-support-send"),
            More::Acknowledge => ("developer-ack", "developer-ack-lead", "developer-ack-send"),
            More::Site => ("developer-site", "developer-site-lead", "developer-site-send"),
            More::Users => ("developer-users", "developer-users-lead", "developer-users-send"),
            More::Told => ("developer-told", "developer-told-lead", "developer-told-send"),
            More::Wish => ("developer-wish", "developer-wish-lead", "developer-wish-send"),
            More::Talk => ("developer-talk", "developer-talk-lead", "developer-talk-send"),
            More::Direct => ("developer-direct", "developer-direct-lead", "developer-direct-send"),
            More::Opinion => ("judged-opinion-asked", "judged-opinion-lead", "judged-opinion-send"),
            More::View => ("judged-view-asked", "judged-view-lead", "judged-view-send"),
        }
    }
}

#[derive(Template)]
#[template(path = "developer/case/more.html")]
struct Body<'a> {
    frame: &'a Frame,
    lead: &'static str,
    button: &'static str,
    open: Markup,
    fields: Vec<Field>,
}

/// A form of these.
pub(super) fn markup(matter: &Matter, more: More, open: Markup, form: &Form) -> Markup {
    let frame = &matter.frame;
    let (_, lead, button) = more.words();
    let fields = match more {
        More::Refusal => ending::refusal(frame, form),
        More::Support => ending::support(frame, form),
        More::Opinion => judgement::opinion(frame, form),
        More::View => judgement::view(frame, form),
        other => outreach::fields(matter, other, form),
    };
    Markup::of(&Body { frame, lead, button, open, fields })
}

/// One of these, folded.
pub(super) struct Fold {
    pub id: &'static str,
    pub title: &'static str,
    pub form: Markup,
    pub open: bool,
}

/// What may be done now and is not asked for above.
pub(super) fn folds(matter: &Matter, due: &[Kind]) -> Vec<Fold> {
    let may = More::ALL.into_iter().filter(|more| !due.contains(&Kind::More(*more)) && matter.may(more.action()));
    may.map(|more| Fold {
        id: more.word(),
        title: more.words().0,
        form: forms::markup(matter, Kind::More(more), false),
        open: matter.came_back(Kind::More(more)),
    })
    .collect()
}

/// Takes a form of these.
pub(super) async fn send(
    more: More,
    side: DeveloperSide,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let order = match more {
        More::Talk | More::Direct => outreach::read_talk(&side, &number, &fields, more).await,
        _ => read(side.visitor.lang, &fields, side.developer, more),
    };
    carry_out(&side, &number, Kind::More(more), &fields, order).await
}

/// A text that says something and is not too long.
pub(super) fn some_text(lang: Lang, fields: &Fields, name: &str) -> Result<String, Wrong> {
    let text = fields.get(name);
    let key = match text.chars().count() {
        0 => "refusal-text-missing",
        long if long > MAX_TEXT => "refusal-text-too-long",
        _ => return Ok(text.to_owned()),
    };
    Err((name.to_owned(), lang.t(key).into_owned()))
}

fn read(lang: Lang, fields: &Fields, developer: DeveloperId, more: More) -> Result<CaseOrder, Wrong> {
    match more {
        More::Refusal => ending::read_refusal(lang, fields, developer),
        More::Support => ending::read_support(lang, fields, developer),
        More::Opinion => judgement::read_opinion(lang, fields),
        More::View => judgement::read_view(lang, fields),
        other => outreach::read(lang, fields, other),
    }
}

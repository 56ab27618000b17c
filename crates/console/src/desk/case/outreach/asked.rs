//! What developers and finders ask of the bodies: about a site, to tell users early, to talk directly.

use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::outreach::{TalkState, TalkView};
use rulebook::ids::DeveloperId;
use rulebook::party::Party;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Mark};

use super::super::talk;
use super::Desk;
use crate::desk::case::ending::place_of;
use crate::desk::sent::Open;
use crate::names;

/// A question about a site.
pub(super) struct SiteLine<'a> {
    pub who: &'a str,
    pub on: Date,
    pub why: &'a str,
    pub answer: Option<(Date, Option<&'a str>, &'a str)>,
    pub form: Option<(Open, Form, usize)>,
}

fn name<'a>(desk: &'a Desk<'_>, id: DeveloperId) -> &'a str {
    desk.developer(id).map_or("", |side| side.name.as_str())
}

pub(super) fn sites<'a>(desk: &'a Desk<'_>) -> Vec<SiteLine<'a>> {
    let line = |one: &'a rulebook::case::outreach::SiteRequest| {
        let place = place_of(desk, one.developer);
        let may = one.answer.is_none() && desk.may_about(one.developer, Action::AnswerSiteInformation);
        let form = format!("site-{place}");
        SiteLine {
            who: name(desk, one.developer),
            on: one.on,
            why: &one.why,
            answer: one.answer.as_ref().map(|it| (it.on, it.information.as_deref(), it.consent.as_str())),
            form: may.then(|| (desk.open(&form, "outreach/site"), desk.form(&form, |_| {}), place)),
        }
    };
    desk.page.view.outreach.site_requests.iter().rev().map(line).collect()
}

/// A notice to users that a developer wants to send, or has sent.
pub(super) struct UsersLine<'a> {
    pub who: &'a str,
    pub on: Date,
    pub whom: &'a str,
    pub day: Date,
    pub how: &'a str,
    pub mark: Mark,
    pub state: String,
    pub text: &'a str,
    pub form: Option<(Open, Form, usize)>,
}

pub(super) fn users<'a>(desk: &'a Desk<'_>) -> Vec<UsersLine<'a>> {
    let frame = &desk.frame;
    let line = |one: &'a rulebook::case::outreach::UserNotice| {
        let place = place_of(desk, one.developer);
        let open = one.answer.is_none() && !one.done;
        let may = open && desk.may_about(one.developer, Action::AnswerUserNotice);
        let name_of_form = format!("users-{place}");
        let (mark, key) = match (&one.answer, one.done) {
            (_, true) => (Mark::Done, "outreach-users-done"),
            (None, _) => (Mark::Soon, "outreach-users-asked"),
            (Some(answer), _) if answer.allowed => (Mark::Active, "outreach-users-allowed"),
            (Some(_), _) => (Mark::Stopped, "outreach-users-declined"),
        };
        let form = || desk.form(&name_of_form, |form| form.set("text", frame.t("user-notice-request-draft")));
        UsersLine {
            who: name(desk, one.developer),
            on: one.on,
            whom: &one.whom,
            day: one.day,
            how: &one.how,
            mark,
            state: frame.t(key).into_owned(),
            text: one.answer.as_ref().map_or("", |answer| answer.text.as_str()),
            form: may.then(|| (desk.open(&name_of_form, "outreach/users"), form(), place)),
        }
    };
    desk.page.view.outreach.user_notices.iter().rev().map(line).collect()
}

/// Users that a developer told.
pub(super) struct ToldUsers<'a> {
    pub who: &'a str,
    pub on: Date,
    pub all: bool,
    pub evidence: &'a str,
    /// Where the publication can be dropped for it (Ⅳ.4.4.オ).
    pub drop: Option<String>,
}

pub(super) fn told_users<'a>(desk: &'a Desk<'_>) -> Vec<ToldUsers<'a>> {
    let may = desk.may(Action::DropPublication);
    let line = |one: &'a rulebook::case::outreach::UsersTold| {
        let place = place_of(desk, one.developer);
        ToldUsers {
            who: name(desk, one.developer),
            on: one.on,
            all: one.all,
            evidence: &one.evidence,
            drop: (may && one.all).then(|| format!("{}/ending?drop=all-users-told&by={place}#drop", desk.base)),
        }
    };
    desk.page.view.outreach.users_told.iter().rev().map(line).collect()
}

/// A wish to talk directly.
pub(super) struct TalkLine {
    pub place: usize,
    pub who: String,
    pub with: String,
    pub on: Date,
    pub mark: Mark,
    pub state: String,
    pub form: Option<(Open, Form, Field)>,
    pub thread: Option<Markup>,
}

pub(super) fn talks(desk: &Desk<'_>) -> Vec<TalkLine> {
    let all = desk.page.view.outreach.talks.iter().enumerate();
    let mut lines: Vec<TalkLine> = all.map(|(place, talk)| talk_line(desk, place + 1, talk)).collect();
    lines.reverse();
    lines
}

fn talk_line(desk: &Desk<'_>, place: usize, talk: &TalkView) -> TalkLine {
    let frame = &desk.frame;
    let by_finder = matches!(talk.wisher, Party::Finder(_));
    let who = match talk.wisher {
        Party::Developer(id) => name(desk, id).to_owned(),
        party => names::party(frame.lang, party),
    };
    let with = match (&talk.developer, by_finder) {
        (Some((_, name)), true) => name.clone(),
        (Some(_), false) => frame.t("party-finder").into_owned(),
        (None, _) => String::new(),
    };
    let (mark, key) = match (talk.state, &talk.developer) {
        (TalkState::Agreed, _) => (Mark::Done, "outreach-talk-agreed"),
        (TalkState::Declined, _) => (Mark::Stopped, "outreach-talk-declined"),
        (_, Some(_)) => (Mark::Waiting, "outreach-talk-passed"),
        (_, None) => (Mark::Soon, "outreach-talk-wished"),
    };
    let thread = talk.developer.as_ref().zip(talk.report).filter(|_| talk.state == TalkState::Agreed);
    TalkLine {
        place,
        who,
        with,
        on: talk.on,
        mark,
        state: frame.t(key).into_owned(),
        form: pass_form(desk, place, talk),
        thread: thread.map(|((id, _), report)| talk::direct(desk, *id, report, place)),
    }
}

/// The form by which the body whose turn it is passes a wish on, or not: the coordinator to a developer that it
/// chooses, the receiving body to a finder.
fn pass_form(desk: &Desk<'_>, place: usize, talk: &TalkView) -> Option<(Open, Form, Field)> {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let by_finder = matches!(talk.wisher, Party::Finder(_));
    let waits = talk.developer.is_none() && matches!(talk.state, TalkState::Asked | TalkState::ToAnswer);
    if !waits || by_finder != desk.is_coordinator() || !desk.may(Action::PassTalk) {
        return None;
    }
    let name = format!("talk-{place}");
    let form = desk.form(&name, |_| {});
    let field = if by_finder {
        let sides = view.developers.iter().enumerate().filter(|(_, side)| side.details.is_some());
        let choices: Vec<Choice> = sides.map(|(place, side)| Choice::new(place + 1, &side.name)).collect();
        form.select("to", frame.t("outreach-talk-to-developer"), &choices)
    } else {
        let reports = view.reports.iter().enumerate();
        let choices: Vec<Choice> = reports.map(|(place, report)| Choice::new(place + 1, &report.number)).collect();
        form.select("to", frame.t("outreach-talk-to-finder"), &choices)
    };
    Some((desk.open(&name, "outreach/talk"), form, field.required()))
}

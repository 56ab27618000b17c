//! What a developer asks of the bodies and reports to them before the publication, and its talk with the finder.

use askama::Template;
use casework::CaseOrder;
use rulebook::case::outreach::{OutreachCommand, SiteRequest, TalkState, TalkView, UserNotice, UsersTold};
use rulebook::case::state::CaseMessage;
use rulebook::case::{CaseCommand, Thread};
use rulebook::party::Party;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Lang, Mark};

use super::{Matter, More, some_text};
use crate::developer::case::find;
use crate::developer::case::forms::{self, Kind};
use crate::developer::case::page::Line;
use crate::developer::statements::Wrong;
use crate::forms::Fields;
use crate::names;
use crate::who::DeveloperSide;

/// The fields of a form of these.
pub(super) fn fields(matter: &Matter, more: More, form: &Form) -> Vec<Field> {
    let frame = &matter.frame;
    let bodies = || frame.t("desk-attempt-seen");
    match more {
        More::Site => {
            let why = form.area("why", frame.t("developer-site-why")).hint(frame.t("developer-site-why-hint"));
            vec![why.shown_to(bodies()).rows(3_usize).required()]
        }
        More::Users => vec![
            form.text("whom", frame.t("developer-users-whom")).required(),
            form.day("day", frame.t("developer-users-day")).required(),
            form.area("how", frame.t("developer-users-how"))
                .hint(frame.t("developer-users-how-hint"))
                .rows(2_usize)
                .shown_to(bodies())
                .required(),
        ],
        More::Told => {
            let all = [
                Choice::new("yes", frame.t("developer-told-all")).hint(frame.t("developer-told-all-hint")),
                Choice::new("no", frame.t("developer-told-some")),
            ];
            let evidence = form.area("evidence", frame.t("developer-told-evidence"));
            vec![
                form.radios("all", frame.t("developer-told-whom"), &all).required(),
                evidence.hint(frame.t("developer-told-evidence-hint")).shown_to(bodies()).rows(3_usize),
            ]
        }
        More::Talk => {
            let answers =
                [Choice::new("yes", frame.t("developer-talk-yes")), Choice::new("no", frame.t("developer-talk-no"))];
            vec![form.radios("agrees", frame.t("developer-talk-question"), &answers).in_line().required()]
        }
        More::Direct => vec![
            form.area("text", frame.t("developer-message")).shown_to(frame.t("direct-seen")).rows(4_usize).required(),
        ],
        _ => Vec::new(),
    }
}

/// Reads a form of these that needs nothing but itself.
pub(super) fn read(lang: Lang, fields: &Fields, more: More) -> Result<CaseOrder, Wrong> {
    let wrong = |field: &str, key: &'static str| (field.to_owned(), lang.t(key).into_owned());
    let command = match more {
        More::Site => OutreachCommand::AskSiteInformation { why: some_text(lang, fields, "why")? },
        More::Users => {
            let day = fields.day("day").ok().flatten().ok_or_else(|| wrong("day", "desk-day-unreadable"))?;
            let (whom, how) = (some_text(lang, fields, "whom")?, some_text(lang, fields, "how")?);
            OutreachCommand::AskUserNotice { whom, day, how }
        }
        More::Told => {
            let all = match fields.get("all") {
                "yes" => true,
                "no" => false,
                _ => return Err(wrong("all", "developer-told-choose")),
            };
            let evidence = match (all, fields.get("evidence")) {
                (false, "") => String::new(),
                _ => some_text(lang, fields, "evidence")?,
            };
            OutreachCommand::ReportUserNotice { all, evidence }
        }
        More::Wish => OutreachCommand::WishTalk,
        _ => OutreachCommand::AcknowledgeReceipt,
    };
    Ok(CaseCommand::Outreach(command).into())
}

/// Reads a form of the talk with the finder: whose wish it answers, or in which thread it is written, says the view.
pub(super) async fn read_talk(
    side: &DeveloperSide,
    number: &str,
    fields: &Fields,
    more: More,
) -> Result<CaseOrder, Wrong> {
    let lang = side.visitor.lang;
    let wrong = |field: &str, key: &'static str| (field.to_owned(), lang.t(key).into_owned());
    let gone = || wrong("form", "direct-nothing");
    let page = async {
        let case = find(side, number).await?;
        side.visitor.console.office.case_page(case, side.actor).await
    };
    let page = page.await.map_err(|_| gone())?;
    let talks = &page.view.outreach.talks;
    if more == More::Direct {
        let text = some_text(lang, fields, "text")?;
        let report = talks.iter().rev().filter(|talk| talk.state == TalkState::Agreed).find_map(|talk| talk.report);
        let thread = Thread::Direct { developer: side.developer, report: report.ok_or_else(gone)? };
        return Ok(CaseOrder::Write { thread, text });
    }
    let agrees = match fields.get("agrees") {
        "yes" => true,
        "no" => false,
        _ => return Err(wrong("agrees", "direct-choose")),
    };
    let asked = talks.iter().find(|talk| talk.state == TalkState::ToAnswer);
    let wisher = asked.map(|talk| talk.wisher).ok_or_else(gone)?;
    Ok(CaseCommand::Outreach(OutreachCommand::AnswerTalk { wisher, agrees }).into())
}

/// Whether a message is between the developer and the coordinator.
pub(in crate::developer::case) const fn is_with_coordinator(message: &CaseMessage) -> bool {
    matches!(message.thread, Thread::Developer(_))
}

/// What was asked and answered, and the talk with the finder.
#[derive(Template)]
#[template(path = "developer/case/between.html")]
struct Between<'a> {
    frame: &'a Frame,
    sites: &'a [SiteRequest],
    users: Vec<(&'a UserNotice, Mark, String)>,
    told: &'a [UsersTold],
    given: Vec<(jiff::civil::Date, Vec<(String, &'a str)>)>,
    analyses: Vec<(jiff::civil::Date, &'a str)>,
    talks: Vec<(Mark, String, jiff::civil::Date)>,
    lines: Vec<Line>,
    direct: Option<Markup>,
    writing: bool,
}

/// The part of the page about all of it; nothing where nothing was asked or told.
pub(in crate::developer::case) fn between(matter: &Matter) -> Option<Markup> {
    let (frame, outreach) = (&matter.frame, &matter.page.view.outreach);
    let said = |state: TalkState| frame.t(format!("talk-state-{}", state.word())).into_owned();
    let talks: Vec<_> = outreach.talks.iter().map(|talk| (mark(talk), said(talk.state), talk.on)).collect();
    let given = outreach.disclosures.iter().map(|told| {
        let fields = rulebook::case::ContentField::ALL.into_iter();
        let fields = fields.filter(|field| !told.content.get(*field).trim().is_empty());
        let said = fields.map(|field| (names::content_field(frame.lang, field), told.content.get(field))).collect();
        (told.on, said)
    });
    let given: Vec<_> = given.collect();
    let analyses: Vec<_> = outreach.analyses.iter().map(|one| (one.on, one.summary.as_str())).collect();
    let nothing = outreach.site_requests.is_empty() && outreach.user_notices.is_empty();
    if nothing && outreach.users_told.is_empty() && talks.is_empty() && given.is_empty() && analyses.is_empty() {
        return None;
    }
    let may = matter.may(rulebook::action::Action::WriteDirectly);
    Some(Markup::of(&Between {
        frame,
        sites: &outreach.site_requests,
        users: outreach.user_notices.iter().map(|one| users(frame, one)).collect(),
        told: &outreach.users_told,
        given,
        analyses,
        talks,
        lines: lines(matter),
        direct: may.then(|| forms::markup(matter, Kind::More(More::Direct), false)),
        writing: matter.came_back(Kind::More(More::Direct)),
    }))
}

const fn mark(talk: &TalkView) -> Mark {
    match talk.state {
        TalkState::Asked => Mark::Waiting,
        TalkState::ToAnswer => Mark::Soon,
        TalkState::Agreed => Mark::Done,
        TalkState::Declined => Mark::Stopped,
    }
}

fn users<'a>(frame: &Frame, one: &'a UserNotice) -> (&'a UserNotice, Mark, String) {
    let (mark, key) = match (&one.answer, one.done) {
        (_, true) => (Mark::Done, "outreach-users-done"),
        (None, _) => (Mark::Waiting, "outreach-users-asked"),
        (Some(answer), _) if answer.allowed => (Mark::Active, "outreach-users-allowed"),
        (Some(_), _) => (Mark::Stopped, "outreach-users-declined"),
    };
    (one, mark, frame.t(key).into_owned())
}

/// The messages of the talk, oldest first.
fn lines(matter: &Matter) -> Vec<Line> {
    let frame = &matter.frame;
    let all = matter.page.view.messages.iter().filter(|message| !is_with_coordinator(&message.item));
    all.map(|message| {
        let own = matches!(message.item.from, Party::Developer(_));
        Line {
            at: message.at,
            who: if own { matter.own.name.clone() } else { frame.t("party-finder").into_owned() },
            own,
            text: matter.page.text(message.item.body).to_owned(),
            files: Vec::new(),
        }
    })
    .collect()
}

//! A case before a member: what the secretariat proposes, the four conditions with their evidence and the member's vote
//! on each, the opinions, and the papers.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use rulebook::action::Action;
use rulebook::case::judgement::{Ballot, BallotVote, Draft, Finding, FourCondition, Mark as Point, Round, Ruling};
use rulebook::clause::Clause;
use ui::field::{Choice, Field};
use ui::list::Facts;
use ui::markup::Markup;
use ui::notice::{Heading, Notice};
use ui::{Form, Frame, Mark, Page, Tone};

use super::papers::{self, Side};
use super::{Matter, list};
use crate::desk::sent::{self, Open, Sent};
use crate::judgement::{self, Said, member_name, word};
use crate::notices;
use crate::state::Console;
use crate::who::Member;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/committee/{number}", get(show))
}

async fn show(member: Member, Path((_, number)): Path<(String, String)>) -> Response {
    render(&member, &number, None).await
}

/// The page, with a form that came back if there is one.
pub(super) async fn render(member: &Member, number: &str, sent: Option<Sent>) -> Response {
    let shown = async {
        let matter = Matter::load(member, number, sent).await?;
        respond(&matter)
    };
    shown.await.unwrap_or_else(|error: Error| member.visitor.fault(error))
}

/// Name of a form: there is one of each for every condition.
pub(super) fn form_name(action: Action, condition: Option<FourCondition>) -> String {
    let condition = condition.map_or("", FourCondition::word);
    match action {
        Action::Vote => format!("vote-{condition}"),
        Action::MarkDebate => format!("debate-{condition}"),
        _ => "conflict".to_owned(),
    }
}

/// A form of the page.
struct Sheet {
    open: Open,
    form: Form,
    fields: Vec<Field>,
    came_back: bool,
}

/// A vote, or a point to debate, with whose it is.
struct Voice<'a> {
    who: &'a str,
    what: String,
    text: &'a str,
}

/// One of the four conditions.
struct Condition<'a> {
    word: &'static str,
    name: String,
    clause: Clause,
    asks: String,
    mark: Mark,
    finding: String,
    evidence: &'a str,
    points: Vec<Voice<'a>>,
    own: Option<(Mark, String)>,
    votes: Vec<Voice<'a>>,
    vote: Option<Sheet>,
    debate: Option<Sheet>,
}

/// The secretariat's draft.
struct Proposal<'a> {
    verdict: String,
    draft: &'a Draft,
}

/// What was decided.
struct Decided<'a> {
    verdict: String,
    ruling: &'a Ruling,
    met: Vec<String>,
    attended: Vec<&'a str>,
}

#[derive(Template)]
#[template(path = "committee/page.html")]
struct CommitteePage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    facts: Facts,
    done: Option<Notice>,
    hint: Option<Notice>,
    result: Option<Decided<'a>>,
    proposal: Option<Proposal<'a>>,
    conditions: Vec<Condition<'a>>,
    voting: bool,
    history: &'a str,
    told: Vec<Said<'a>>,
    opinions: Vec<Said<'a>>,
    material: Vec<Said<'a>>,
    content: Option<Facts>,
    files: Vec<papers::File>,
    sides: Vec<Side<'a>>,
    earlier: Option<Markup>,
    conflict: Option<Sheet>,
}

fn respond(matter: &Matter<'_>) -> Result<Response, Error> {
    let (frame, round) = (&matter.frame, matter.round()?);
    let title = list::title(frame, &matter.page.view);
    let page = CommitteePage {
        head: head(matter, round, &title),
        title,
        facts: facts(matter, round),
        done: notices::done(frame),
        hint: hint(matter, round),
        result: round.ruling.as_ref().map(|ruling| result(frame, round, ruling)),
        proposal: round.draft.as_ref().map(|draft| Proposal { verdict: word(frame.lang, draft.verdict.word()), draft }),
        conditions: conditions(matter, round),
        voting: may(matter, Action::Vote),
        history: &round.reason,
        told: judgement::announcement(frame, round),
        opinions: judgement::heard(frame, &matter.page, round),
        material: judgement::material(frame, round),
        content: papers::content(matter),
        files: papers::files(matter),
        sides: papers::sides(matter),
        earlier: judgement::earlier(frame, &matter.page),
        conflict: conflict(matter),
        frame,
    };
    let status = matter.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    Ok(Page::secret(page).status(status).into_response())
}

fn may(matter: &Matter<'_>, action: Action) -> bool {
    matter.page.refusal(action).is_none()
}

fn head(matter: &Matter<'_>, round: &Round, title: &str) -> Heading {
    let frame = &matter.frame;
    let (mark, state) = list::state(frame, matter.member.account, round);
    ui::heading(title)
        .back(frame.href("/committee"), frame.t("committee-title"))
        .number(frame.t1("desk-case-number", "number", &matter.page.view.number))
        .chip(mark, state)
}

/// The top line: the meeting, why it is there, what is proposed.
fn facts(matter: &Matter<'_>, round: &Round) -> Facts {
    let frame = &matter.frame;
    let mut facts = ui::facts(frame).in_line();
    if let Some(meeting) = &round.meeting {
        let urgent = if meeting.urgent { frame.t("committee-urgent").into_owned() } else { String::new() };
        facts = facts.add(frame.t("committee-meeting"), format!("{} {urgent}", meeting.meeting).trim());
        let day = frame.day_text(meeting.meets_on);
        let left = frame.t2("committee-meets", "day", &day, "left", frame.left(meeting.meets_on));
        facts = facts.add(frame.t("judgement-meets-on"), if round.is_open() { left } else { day });
    }
    if let Some(ground) = round.ground {
        facts = facts.add(frame.t("judgement-ground"), word(frame.lang, ground.word()));
    }
    let seats: Vec<&str> = round.seats().map(|seat| seat.name.as_str()).collect();
    facts.add(frame.t("judgement-seats"), seats.join(frame.lang.pick("、", ", ")))
}

/// What the member should know before it reads on.
fn hint(matter: &Matter<'_>, round: &Round) -> Option<Notice> {
    let frame = &matter.frame;
    if let Some((on, why)) = &round.returned {
        let title = frame.t1("committee-returned-on", "day", frame.day_text(*on));
        return Some(ui::notice(frame, Tone::Info, title).body(why));
    }
    let preparing = round.is_open() && (round.draft.is_none() || !round.unassessed().is_empty());
    preparing.then(|| {
        ui::notice(frame, Tone::Info, frame.t("committee-preparing")).body(frame.t("committee-preparing-body"))
    })
}

fn result<'a>(frame: &Frame, round: &'a Round, ruling: &'a Ruling) -> Decided<'a> {
    Decided {
        verdict: word(frame.lang, ruling.verdict.word()),
        ruling,
        met: ruling.met.iter().map(|one| word(frame.lang, one.word())).collect(),
        attended: ruling.minutes.attended.iter().map(|one| member_name(round, *one)).collect(),
    }
}

/// The four conditions: what is disputed or is to be debated comes first, else in the order of the guideline.
fn conditions<'a>(matter: &'a Matter<'_>, round: &'a Round) -> Vec<Condition<'a>> {
    let mut all = FourCondition::ALL.to_vec();
    let disputed = |one: FourCondition| {
        let found = round.assessments.iter().find(|known| known.condition == one);
        let debated = round.marks.iter().any(|mark| mark.condition == one);
        debated || found.is_some_and(|found| found.finding != Finding::Met)
    };
    all.sort_by_key(|one| !disputed(*one));
    all.into_iter().map(|one| condition(matter, round, one)).collect()
}

fn condition<'a>(matter: &'a Matter<'_>, round: &'a Round, one: FourCondition) -> Condition<'a> {
    let frame = &matter.frame;
    let found = round.assessments.iter().find(|known| known.condition == one);
    let own = own(matter, round, one);
    let decided = round.ruling.is_some();
    let votes = round.votes.iter().filter(|ballot| decided && ballot.condition == one);
    let points = round.marks.iter().filter(|mark| mark.condition == one);
    Condition {
        word: one.word(),
        name: word(frame.lang, one.word()),
        clause: one.clause(),
        asks: frame.t(format!("committee-asks-{}", one.word())).into_owned(),
        mark: match found.map(|found| found.finding) {
            Some(Finding::Met) => Mark::Done,
            Some(Finding::NotMet) => Mark::Stopped,
            Some(Finding::Disputed) => Mark::Active,
            None => Mark::Waiting,
        },
        finding: found.map_or_else(
            || frame.t("committee-not-found").into_owned(),
            |found| word(frame.lang, found.finding.word()),
        ),
        evidence: found.map_or("", |found| found.evidence.as_str()),
        points: points.map(|mark| point(round, mark)).collect(),
        own: own.filter(|_| !decided).map(|ballot| (Mark::Done, word(frame.lang, ballot.vote.word()))),
        votes: votes.map(|ballot| voice(frame, round, ballot)).collect(),
        vote: may(matter, Action::Vote).then(|| vote(matter, round, one)),
        debate: may(matter, Action::MarkDebate).then(|| debate(matter, one)),
    }
}

fn point<'a>(round: &'a Round, mark: &'a Point) -> Voice<'a> {
    Voice { who: member_name(round, mark.member), what: String::new(), text: &mark.note }
}

fn voice<'a>(frame: &Frame, round: &'a Round, ballot: &'a Ballot) -> Voice<'a> {
    let who = member_name(round, ballot.member);
    Voice { who, what: word(frame.lang, ballot.vote.word()), text: &ballot.comment }
}

/// The member's own vote on a condition.
fn own<'a>(matter: &Matter<'_>, round: &'a Round, one: FourCondition) -> Option<&'a Ballot> {
    round.votes.iter().find(|ballot| ballot.member == matter.member.account && ballot.condition == one)
}

/// The first condition, in the order of the page, on which the member has not voted.
pub(super) fn next(matter: &Matter<'_>) -> Option<FourCondition> {
    let round = matter.round().ok()?;
    let page = conditions(matter, round);
    let open = page.into_iter().filter_map(|condition| FourCondition::of_word(condition.word));
    open.into_iter().find(|one| own(matter, round, *one).is_none())
}

fn vote(matter: &Matter<'_>, round: &Round, one: FourCondition) -> Sheet {
    let lang = matter.frame.lang;
    let choices = BallotVote::ALL.map(|vote| Choice::new(vote.word(), word(lang, vote.word())));
    let fill = |form: &mut Form| {
        if let Some(ballot) = own(matter, round, one) {
            form.set("vote", ballot.vote.word());
            form.set("comment", &ballot.comment);
        }
    };
    sheet(matter, "vote", &form_name(Action::Vote, Some(one)), fill, |form| {
        vec![
            form.radios("vote", lang.t("committee-own-vote"), &choices).in_line().required(),
            form.area("comment", lang.t("judgement-comment")).rows(3_usize).optional(),
        ]
    })
}

fn debate(matter: &Matter<'_>, one: FourCondition) -> Sheet {
    let lang = matter.frame.lang;
    sheet(
        matter,
        "debate",
        &form_name(Action::MarkDebate, Some(one)),
        |_| {},
        |form| {
            let shown = lang.t("committee-debate-shown");
            vec![form.area("note", lang.t("judgement-debate")).rows(3_usize).required().shown_to(shown)]
        },
    )
}

fn conflict(matter: &Matter<'_>) -> Option<Sheet> {
    let lang = matter.frame.lang;
    may(matter, Action::DeclareConflict).then(|| {
        sheet(
            matter,
            "conflict",
            &form_name(Action::DeclareConflict, None),
            |_| {},
            |form| {
                let shown = lang.t("committee-conflict-shown");
                vec![form.area("reason", lang.t("committee-conflict-reason")).rows(3_usize).required().shown_to(shown)]
            },
        )
    })
}

fn sheet(
    matter: &Matter<'_>,
    action: &str,
    name: &str,
    fill: impl FnOnce(&mut Form),
    fields: impl FnOnce(&Form) -> Vec<Field>,
) -> Sheet {
    let sent = matter.sent.as_ref();
    let form = sent::form(sent, matter.frame.lang, name, fill);
    let way = format!("{}/{action}", matter.base);
    Sheet {
        open: sent::open(&matter.frame, name, way, matter.page.digest.as_str()),
        fields: fields(&form),
        form,
        came_back: sent.is_some_and(|sent| sent.is(name)),
    }
}

//! The rounds of a judgement, the newest first: whatever the reader's view holds of them, and nothing else.

use askama::Template;
use casework::CasePage;
use jiff::civil::Date;
use rulebook::case::judgement::{FourCondition, Round};
use rulebook::clause::Clause;
use rulebook::ids::AccountId;
use ui::list::Facts;
use ui::markup::Markup;
use ui::{Frame, Lang};

/// What a word of a judgement's lists is called.
pub(crate) fn word(lang: Lang, word: &str) -> String {
    lang.t(format!("judgement-word-{word}")).into_owned()
}

/// Something written, under its name.
pub(crate) struct Said<'a> {
    pub what: String,
    pub on: Option<Date>,
    pub text: &'a str,
}

/// A condition with what the secretariat finds.
struct Condition<'a> {
    name: String,
    clause: Clause,
    finding: String,
    evidence: &'a str,
}

struct Shown<'a> {
    facts: Facts,
    conditions: Vec<Condition<'a>>,
    groups: Vec<(&'static str, Vec<Said<'a>>)>,
}

#[derive(Template)]
#[template(path = "judgement/rounds.html")]
struct Rounds<'a> {
    frame: &'a Frame,
    rounds: Vec<Shown<'a>>,
}

/// The state of the judgement; nothing when the reader knows of none.
pub(crate) fn rounds(frame: &Frame, page: &CasePage) -> Option<Markup> {
    let rounds: Vec<_> = page.view.judgement.rounds.iter().rev().map(|round| shown(frame, page, round)).collect();
    (!rounds.is_empty()).then(|| Markup::of(&Rounds { frame, rounds }))
}

/// All rounds but the newest; nothing when there are none.
pub(crate) fn earlier(frame: &Frame, page: &CasePage) -> Option<Markup> {
    let all = page.view.judgement.rounds.iter().rev().skip(1);
    let rounds: Vec<_> = all.map(|round| shown(frame, page, round)).collect();
    (!rounds.is_empty()).then(|| Markup::of(&Rounds { frame, rounds }))
}

fn shown<'a>(frame: &Frame, page: &CasePage, round: &'a Round) -> Shown<'a> {
    let groups = [
        ("judgement-history", written(vec![said(String::new(), round.notified_on, &round.reason)])),
        ("judgement-material", material(frame, round)),
        ("judgement-draft", draft(frame, round)),
        ("judgement-announced", announcement(frame, round)),
        ("judgement-invitations", invitations(frame, round)),
        ("judgement-opinions", opinions(page, round)),
        ("judgement-hearings", hearings(round)),
        (
            "judgement-debates",
            round
                .marks
                .iter()
                .map(|mark| said(by(frame, round, mark.member, mark.condition), None, &mark.note))
                .collect(),
        ),
        ("judgement-votes", votes(frame, round)),
        ("judgement-conflicts", conflicts(round)),
        ("judgement-result", result(frame, round)),
        ("judgement-view", view(frame, round)),
    ];
    Shown {
        facts: facts(frame, page, round),
        conditions: conditions(frame, round),
        groups: groups.into_iter().filter(|(_, lines)| !lines.is_empty()).collect(),
    }
}

fn said(what: String, on: Option<Date>, text: &str) -> Said<'_> {
    Said { what, on, text }
}

/// Without what is empty: in a view, that is what the reader may not see.
fn written(all: Vec<Said<'_>>) -> Vec<Said<'_>> {
    all.into_iter().filter(|one| !one.text.is_empty()).collect()
}

fn facts(frame: &Frame, page: &CasePage, round: &Round) -> Facts {
    let lang = frame.lang;
    let developer = round.developer.and_then(|id| page.view.developers.iter().find(|side| side.id == id));
    let judged = round.judged.as_ref().map(|(yes, why, on)| {
        format!("{}　{}　{why}", word(lang, if *yes { "accepted" } else { "declined" }), frame.day_text(*on))
    });
    let meeting = round.meeting.as_ref().map(|one| {
        let urgent = if one.urgent { frame.t("judgement-urgent") } else { "".into() };
        format!("{}　{}　{urgent}", one.meeting, frame.day_text(one.meets_on))
    });
    let seats: Vec<String> =
        round.seats().map(|seat| format!("{}（{}）", seat.name, word(lang, seat.field.word()))).collect();
    let with_day = |(on, text): &(Date, String)| format!("{}　{text}", frame.day_text(*on));
    let lines = [
        ("party-developer", developer.map(|side| side.name.clone())),
        ("judgement-ground", round.ground.map(|ground| word(lang, ground.word()))),
        ("judgement-judged", judged),
        ("judgement-meeting", meeting),
        ("judgement-seats", (!seats.is_empty()).then(|| seats.join("、"))),
        ("judgement-verdict", round.verdict().map(|verdict| word(lang, verdict.word()))),
        ("judgement-returned", round.returned.as_ref().map(with_day)),
        ("judgement-confirmation-asked", round.confirmation_asked.as_ref().map(with_day)),
        ("judgement-confirmed", round.confirmed.as_ref().map(with_day)),
        ("judgement-view-asked", round.view_asked.map(|(_, until)| frame.day_text(until).to_string())),
        ("judgement-day", round.day.map(|day| frame.day_text(day).to_string())),
        ("judgement-resumed", round.resumed_on.map(|day| frame.day_text(day).to_string())),
    ];
    let known = lines.into_iter().filter_map(|(key, value)| Some((key, value?)));
    known.fold(ui::facts(frame), |facts, (key, value)| facts.add(frame.t(key), value.trim()))
}

fn conditions<'a>(frame: &Frame, round: &'a Round) -> Vec<Condition<'a>> {
    let line = |one: &'a rulebook::case::judgement::Assessment| Condition {
        name: word(frame.lang, one.condition.word()),
        clause: one.condition.clause(),
        finding: word(frame.lang, one.finding.word()),
        evidence: &one.evidence,
    };
    round.assessments.iter().map(line).collect()
}

/// What the coordinator gave for the judgement.
pub(crate) fn material<'a>(frame: &Frame, round: &'a Round) -> Vec<Said<'a>> {
    let Some(given) = &round.material else { return Vec::new() };
    let line = |key: &'static str, text: &'a String| said(frame.t(key).into_owned(), None, text);
    written(vec![
        line("judgement-contact", &given.contact),
        line("judgement-information", &given.information),
        line("judgement-verification", &given.verification),
        line("judgement-countermeasure", &given.countermeasure),
        line("judgement-status", &given.status),
    ])
}

fn draft<'a>(frame: &Frame, round: &'a Round) -> Vec<Said<'a>> {
    let Some(draft) = &round.draft else { return Vec::new() };
    let planned = frame.t("judgement-planned").into_owned();
    written(vec![
        said(word(frame.lang, draft.verdict.word()), Some(draft.on), &draft.reason),
        said(planned, None, &draft.text),
    ])
}

/// What the developer was told.
pub(crate) fn announcement<'a>(frame: &Frame, round: &'a Round) -> Vec<Said<'a>> {
    let Some(told) = &round.announcement else { return Vec::new() };
    let line = |key: &'static str, text: &'a String| said(frame.t(key).into_owned(), None, text);
    let until = frame.t1("judgement-until", "day", frame.day_text(told.deadline));
    written(vec![
        line("judgement-information", &told.information),
        line("judgement-grounds", &told.grounds),
        line("judgement-history", &told.history),
        line("judgement-planned", &told.draft),
        said(format!("{} {until}", frame.t("judgement-send-to")), None, &told.send_to),
    ])
}

fn invitations<'a>(frame: &Frame, round: &'a Round) -> Vec<Said<'a>> {
    let line = |one: &'a rulebook::case::judgement::Invitation| {
        let whom = one.whom.clone().unwrap_or_else(|| frame.t("judgement-nobody").into_owned());
        let until = one.deadline.map(|day| frame.t1("judgement-until", "day", frame.day_text(day)));
        said(format!("{whom} {}", until.unwrap_or_default()), Some(one.on), &one.note)
    };
    round.invitations.iter().map(line).collect()
}

/// Everybody who was heard: who was asked, what they wrote, what they said.
pub(crate) fn heard<'a>(frame: &Frame, page: &CasePage, round: &'a Round) -> Vec<Said<'a>> {
    let all = opinions(page, round).into_iter().chain(hearings(round));
    written(all.chain(invitations(frame, round)).collect())
}

fn hearings(round: &Round) -> Vec<Said<'_>> {
    round.hearings.iter().map(|one| said(one.whom.clone(), Some(one.on), &one.summary)).collect()
}

fn opinions<'a>(page: &CasePage, round: &'a Round) -> Vec<Said<'a>> {
    let line = |one: &'a rulebook::case::judgement::Opinion| {
        let side = one.developer.and_then(|id| page.view.developers.iter().find(|side| side.id == id));
        said(side.map_or_else(|| one.from.clone(), |side| side.name.clone()), Some(one.on), &one.text)
    };
    round.opinions.iter().map(line).collect()
}

fn votes<'a>(frame: &Frame, round: &'a Round) -> Vec<Said<'a>> {
    let line = |one: &'a rulebook::case::judgement::Ballot| {
        let who = by(frame, round, one.member, one.condition);
        said(format!("{who}：{}", word(frame.lang, one.vote.word())), None, &one.comment)
    };
    round.votes.iter().map(line).collect()
}

fn conflicts(round: &Round) -> Vec<Said<'_>> {
    let line = |one| {
        let one: &rulebook::case::judgement::Conflict = one;
        said(member_name(round, one.member).to_owned(), Some(one.on), &one.reason)
    };
    round.conflicts.iter().map(line).collect()
}

fn result<'a>(frame: &Frame, round: &'a Round) -> Vec<Said<'a>> {
    let Some(ruling) = &round.ruling else { return Vec::new() };
    let met: Vec<String> = ruling.met.iter().map(|one| word(frame.lang, one.word())).collect();
    let attended: Vec<&str> = ruling.minutes.attended.iter().map(|one| member_name(round, *one)).collect();
    let and = frame.lang.pick("、", ", ");
    let verdict = word(frame.lang, ruling.verdict.word());
    let decided = match met.as_slice() {
        [] => verdict,
        met => frame.t2("judgement-decided", "verdict", verdict, "met", met.join(and)),
    };
    let minutes = frame.t1("judgement-minutes-of", "who", attended.join(and));
    written(vec![said(decided, Some(ruling.on), &ruling.reason), said(minutes, None, &ruling.minutes.summary)])
}

fn view<'a>(frame: &Frame, round: &'a Round) -> Vec<Said<'a>> {
    let Some(view) = &round.view else { return Vec::new() };
    let key = if view.shown { "judgement-view-is-shown" } else { "judgement-view-is-kept" };
    written(vec![
        said(frame.t(key).into_owned(), None, &view.text.ja),
        said(frame.t(key).into_owned(), None, &view.text.en),
    ])
}

fn by(frame: &Frame, round: &Round, member: AccountId, condition: FourCondition) -> String {
    format!("{}　{}", member_name(round, member), word(frame.lang, condition.word()))
}

/// Name of a member, as it was called.
pub(crate) fn member_name(round: &Round, member: AccountId) -> &str {
    let mut all = round.meeting.iter().flat_map(|meeting| &meeting.members);
    all.find(|seat| seat.account == member).map_or("", |seat| seat.name.as_str())
}

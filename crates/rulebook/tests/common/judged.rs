//! Roads to the publication committee and from it, stop by stop.

use rulebook::case::decide::CaseCommand;
use rulebook::case::judgement::{BallotVote, Field, Finding, FourCondition, Ground, Material, Minutes, Seat, Verdict};
use rulebook::case::{ContactMeans, EndingCommand, JudgementCommand, Refused, VerificationResult};
use rulebook::member::{Appointed, Appointment};

use super::silent::silent_stops;
use super::stops::{Stop, stop};
use super::*;

pub fn on_judgement(command: JudgementCommand) -> CaseCommand {
    CaseCommand::Judgement(command)
}

pub fn notify(ground: Ground) -> CaseCommand {
    on_judgement(JudgementCommand::NotifyImpossible { developer: MIHARASHI, ground, reason: "経緯".into() })
}

pub fn accept_notice(accepted: bool) -> CaseCommand {
    on_judgement(JudgementCommand::JudgeImpossible { accepted, reason: "記録を確かめた".into() })
}

pub fn material() -> Material {
    let said = |text: &str| text.to_owned();
    Material {
        contact: said("psirt@miharashi.example"),
        information: said("届出のとおり"),
        verification: said("なし"),
        countermeasure: said("なし"),
        status: said("なし"),
    }
}

pub fn seats() -> Vec<Seat> {
    appointed().iter().map(Appointed::seat).collect()
}

/// Two members in office: the first without an end, the other to the end of 2027.
pub fn appointed() -> Vec<Appointed> {
    let appointed = |account, name: &str, field, until| {
        let appointment = Appointment { field, affiliation: "かなた大学".into(), from: day("2026-04-01"), until };
        Appointed { account, name: name.into(), appointment }
    };
    vec![
        appointed(MEMBER_ACCOUNT, "法野 律", Field::Law, None),
        appointed(OTHER_MEMBER_ACCOUNT, "守谷 堅", Field::Security, Some(day("2027-12-31"))),
    ]
}

pub fn convene(meets_on: &str) -> CaseCommand {
    let (meeting, members) = ("第31回".to_owned(), appointed());
    on_judgement(JudgementCommand::Convene { meeting, meets_on: day(meets_on), members, urgent: true })
}

pub fn assess(condition: FourCondition, finding: Finding) -> CaseCommand {
    on_judgement(JudgementCommand::AssessCondition { condition, finding, evidence: "案件の記録".into() })
}

pub fn draft(verdict: Verdict) -> CaseCommand {
    let (reason, text) = ("四条件を満たす".into(), "公表予定の文案".into());
    on_judgement(JudgementCommand::DraftJudgement { verdict, reason, text })
}

pub fn announce(deadline: &str) -> CaseCommand {
    on_judgement(JudgementCommand::AnnounceJudgement {
        means: ContactMeans::Mail,
        to: "psirt@miharashi.example".into(),
        information: "脆弱性の内容".into(),
        grounds: "再現の記録".into(),
        history: "これまでの経緯".into(),
        send_to: "受付機関".into(),
        deadline: day(deadline),
    })
}

pub fn nobody_else() -> CaseCommand {
    on_judgement(JudgementCommand::InviteOpinion {
        whom: None, note: "ほかに関係者はいない".into(), deadline: None
    })
}

pub fn opinion(text: &str) -> CaseCommand {
    on_judgement(JudgementCommand::GiveOpinion { from: String::new(), text: text.into() })
}

pub fn vote(condition: FourCondition, vote: BallotVote) -> CaseCommand {
    on_judgement(JudgementCommand::Vote { condition, vote, comment: "記録のとおり".into() })
}

pub fn pass(verdict: Verdict, met: &[FourCondition]) -> CaseCommand {
    let minutes = Minutes { attended: vec![MEMBER_ACCOUNT], summary: "四条件を順に審議した".into() };
    on_judgement(JudgementCommand::PassJudgement {
        verdict, met: met.to_vec(), reason: "判定の理由".into(), minutes
    })
}

pub fn set_judged_day(text: &str) -> CaseCommand {
    on_judgement(JudgementCommand::SetJudgedDay { day: day(text) })
}

/// From the acceptance of the notice to the votes; the meeting is on `meets_on`, all else happens on `on`.
fn prepare(on: &str, meets_on: &str, verdict: Verdict) -> Vec<Stop> {
    let mut road = vec![
        stop("at-committee", on, DESK, accept_notice(true)),
        stop("", on, DESK, on_judgement(JudgementCommand::AskMaterial)),
        stop("", on, COORDINATOR, on_judgement(JudgementCommand::GiveMaterial(material()))),
        stop("convened", on, DESK, convene(meets_on)),
    ];
    road.extend(FourCondition::ALL.map(|condition| stop("", on, DESK, assess(condition, Finding::Met))));
    road.push(stop("drafted", on, DESK, draft(verdict)));
    road.push(stop("", on, DESK, nobody_else()));
    road
}

fn votes(on: &str) -> Vec<Stop> {
    let mark = JudgementCommand::MarkDebate {
        condition: FourCondition::NoReasonAgainst,
        note: "利用者への影響".into(),
    };
    let mut road = vec![stop("", on, MEMBER, on_judgement(mark))];
    for member in [MEMBER, OTHER_MEMBER] {
        road.extend(FourCondition::ALL.map(|condition| stop("", on, member, vote(condition, BallotVote::Yes))));
    }
    road
}

fn publication(on: &str, day: &str) -> Vec<Stop> {
    vec![
        stop("", on, COORDINATOR, start_advisory(text("概要"))),
        stop("", on, COORDINATOR, CaseCommand::ApproveAdvisory(COORDINATOR_ACCOUNT)),
        stop("signed", on, DESK, CaseCommand::CoSignAdvisory(DESK_ACCOUNT)),
        stop("published", day, Party::Program, publish("")),
    ]
}

/// ア: a developer that cannot be reached, up to the publication. Six months from 20 November 2026 have passed, and so
/// has the published deadline of 30 September 2027.
pub fn published_silently() -> Vec<Stop> {
    let mut road = silent_stops();
    road.push(stop("notified", "2027-10-01", COORDINATOR, notify(Ground::Unreachable)));
    road.extend(prepare("2027-10-05", "2027-10-20", Verdict::Publish));
    road.extend(votes("2027-10-18"));
    road.push(stop("judged", "2027-10-20", DESK, pass(Verdict::Publish, &FourCondition::ALL)));
    road.push(stop("day-set", "2027-10-21", DESK, set_judged_day("2027-11-10")));
    road.extend(publication("2027-10-22", "2027-11-10"));
    road
}

/// イ: a developer that verified and refuses the publication, up to the opinions.
fn refused(verdict: Verdict) -> Vec<Stop> {
    let refuse = CaseCommand::Ending(EndingCommand::RecordRefusal {
        developer: MIHARASHI,
        what: Refused::Publication,
        statement: "公表に同意しない".into(),
    });
    let reached = rulebook::case::AttemptOutcome::Answered;
    let mut road = vec![
        stop("", "2026-11-16", DESK, rate()),
        stop("", "2026-11-18", DESK, hand_over()),
        stop("", "2026-11-20", COORDINATOR, add(MIHARASHI)),
        stop("", "2026-11-20", COORDINATOR, attempt(MIHARASHI, day("2026-11-20"), reached)),
        stop("", "2026-11-20", COORDINATOR, confirm(MIHARASHI)),
        stop("", "2026-11-20", COORDINATOR, release(MIHARASHI)),
        stop("", "2026-12-01", MAKER, verified(VerificationResult::NotVulnerability)),
        stop("refused", "2026-12-02", MAKER, refuse),
        stop("notified", "2026-12-04", COORDINATOR, notify(Ground::NoAgreement)),
    ];
    road.extend(prepare("2026-12-07", "2027-01-20", verdict));
    road.push(stop("announced", "2026-12-08", DESK, announce("2027-01-15")));
    let hear = JudgementCommand::HoldHearing { whom: "製品開発者".into(), summary: "意見の補足".into() };
    road.push(stop("opinion", "2027-01-12", MAKER, opinion("公表は不利益が大きい")));
    road.push(stop("", "2027-01-13", DESK, on_judgement(hear)));
    road.extend(votes("2027-01-18"));
    road
}

/// イ, up to the publication with the developer's view beside it.
pub fn refused_until_day() -> Vec<Stop> {
    use JudgementCommand as C;
    let view = C::GiveView { text: Localized::new("当社の見解", "Our view"), shown: true };
    let reference = || "文書1号".to_owned();
    let mut road = refused(Verdict::Publish);
    road.extend([
        stop("judged", "2027-01-20", DESK, pass(Verdict::Publish, &FourCondition::ALL)),
        stop("", "2027-01-21", DESK, on_judgement(C::AskConfirmation { reference: reference() })),
        stop("", "2027-01-21", DESK, on_judgement(C::AskView { deadline: day("2027-02-01") })),
        stop("confirmed", "2027-01-28", DESK, on_judgement(C::RecordConfirmation { reference: reference() })),
        stop("view", "2027-01-29", MAKER, on_judgement(view)),
        stop("day-set", "2027-02-02", DESK, set_judged_day("2027-02-15")),
    ]);
    road.extend(publication("2027-02-03", "2027-02-15"));
    road
}

/// イ, sent back, and taken up again.
pub fn sent_back() -> Vec<Stop> {
    let mut road = refused(Verdict::SentBack);
    road.push(stop("judged", "2027-01-20", DESK, pass(Verdict::SentBack, &FourCondition::ALL[1..])));
    let resume = on_judgement(JudgementCommand::ResumeCoordination);
    road.push(stop("resumed", "2027-01-25", COORDINATOR, resume));
    road
}

/// Walks a road up to and with a stop.
pub fn until(stops: Vec<Stop>, name: &str) -> Road {
    let mut road = super::stops::accepted(super::stops::shy());
    for stop in stops {
        if let Some((party, command)) = stop.doing {
            road.go(party, command, stop.now);
        }
        if stop.name == name {
            return road;
        }
    }
    panic!("no stop {name}");
}

//! Judgement on publication where coordination is impossible (Ⅳ.3.(2), Ⅳ.4.10, Ⅳ.5.10).

mod common;

use common::judged::*;
use common::said::{refused, stage, told};
use common::silent::silent_until;
use common::*;
use rulebook::advisory::content::vendors;
use rulebook::case::ending::EndingGround;
use rulebook::case::judgement::{
    BallotVote, Finding, FourCondition, Ground, Judgement, JudgementCommand as C, Minutes, Verdict,
};
use rulebook::case::reach::{Rung, rung};
use rulebook::case::{CaseView, DutyKind, Stage, Viewer, duties, view};
use rulebook::member::Appointed;
use rulebook::party::Party;
use rulebook::refusal::Why;

fn owes(road: &Road, what: DutyKind) -> Option<Option<String>> {
    let found = duties(road.file(), rules()).into_iter().find(|duty| duty.what == what);
    found.map(|duty| duty.due.map(|due| due.to_string()))
}

fn seen(road: &Road, party: Party) -> Option<CaseView> {
    view(road.file(), Viewer::Party(party), rules())
}

fn file_of(road: &Road, party: Party) -> Judgement {
    seen(road, party).expect("it sees the case").judgement
}

/// ア: from the ladder to the publication, with nothing that is not done for 連絡不能 (Ⅳ.3.(2).6, Ⅳ.3.(2).7.ア).
#[test]
fn a_developer_that_cannot_be_reached_is_published_by_judgement() {
    let road = silent_until("deadline-appended");
    assert_eq!(owes(&road, DutyKind::NotifyImpossible), Some(Some("2027-10-01".into())), "the deadline has passed");

    let mut road = until(published_silently(), "notified");
    told(&road, &["receiving_body: cannot-coordinate [Ⅳ.4.10]"]);
    assert_eq!(owes(&road, DutyKind::JudgeImpossible), Some(None));
    road.go(DESK, accept_notice(true), morning("2027-10-05"));
    told(&road, &["coordinator: impossible-judged [Ⅳ.3.(2).1]"]);

    let mut road = until(published_silently(), "drafted");
    told(&road, &["member: papers-ready [Ⅳ.3.(2).2]", "other-member: papers-ready [Ⅳ.3.(2).2]"]);
    assert_eq!(owes(&road, DutyKind::AnnounceJudgement), None, "appendix 5 was carried out");
    let now = morning("2027-10-06");
    refused(&mut road, DESK, announce("2027-10-19"), now, "Ⅳ.3.(2).3.イ.第2段", Why::NotForUnreachable);

    let mut road = until(published_silently(), "judged");
    told(&road, &["coordinator: judgement-passed [Ⅳ.3.(2).6]"]);
    assert_eq!(file_of(&road, MAKER), Judgement::default(), "a developer that was not reached is told nothing");
    let ask = on_judgement(C::AskConfirmation { reference: "文書1号".into() });
    refused(&mut road, DESK, ask, morning("2027-10-21"), "Ⅳ.3.(2).7", Why::NotForUnreachable);
    assert_eq!(owes(&road, DutyKind::SetJudgedDay), Some(None));
    assert_eq!(owes(&road, DutyKind::AskView), None);

    let road = until(published_silently(), "day-set");
    told(&road, &["coordinator: judged-day [Ⅳ.3.(2).7.ア.4]", "receiving_body: day-set [Ⅳ.4.3]"]);

    let road = until(published_silently(), "published");
    let finder = "finder: published [Ⅳ.3.(1).13.第3段]";
    told(&road, &[finder, "receiving_body: published [Ⅳ.3.(1).13]"]);
    assert_eq!(stage(&road), Stage::Published);
    let side = road.file().case.developer(MIHARASHI).expect("on the case");
    assert_eq!(rung(&road.file().case, side), Rung::Published, "⑤");
    assert_eq!(vendors(road.file(), 9)[0].name, name_of(MIHARASHI), "Ⅳ.3.(2).7.ア.5: with its name");
    assert_eq!(owes(&road, DutyKind::Delist), Some(None));
}

/// The committee's gate is another one than the list's (R2).
#[test]
fn the_gate_of_the_committee_is_every_means_and_six_months() {
    let unreachable = || notify(Ground::Unreachable);
    let mut road = silent_until("third-contact");
    refused(&mut road, COORDINATOR, unreachable(), morning("2027-05-19"), "Ⅳ.3.(2).1.ア", Why::TooSoon);
    road.go(COORDINATOR, unreachable(), morning("2027-05-20"));
    let mut road = silent_until("second-contact");
    refused(&mut road, COORDINATOR, unreachable(), morning("2027-05-20"), "Ⅳ.3.(2).1.ア", Why::MeansLeft);
    refused(&mut road, COORDINATOR, notify(Ground::NoAgreement), morning("2027-05-20"), "Ⅳ.3.(2).1.イ", Why::NoRefusal);
}

/// Not listed, an unreachable developer is written to all the same.
#[test]
fn without_appendix_5_the_developer_is_told_by_reasonable_means() {
    let mut road = silent_until("third-contact");
    let now = morning("2027-05-20");
    road.go(COORDINATOR, notify(Ground::Unreachable), now);
    road.go(DESK, accept_notice(true), now);
    road.go(DESK, draft(Verdict::Publish), now);
    assert_eq!(owes(&road, DutyKind::AnnounceJudgement), Some(None));
    road.go(DESK, announce("2027-06-20"), now);
    told(&road, &["miharashi: judgement-announced [Ⅳ.3.(2).3]"]);
}

/// The receiving body judges for itself (Ⅳ.3.(2).1): it may send the notice back, and coordination goes on.
#[test]
fn a_notice_that_is_not_accepted_goes_back() {
    let mut road = until(refused_until_day(), "notified");
    assert_eq!(owes(&road, DutyKind::SetDay), None, "coordination rests");
    let now = morning("2026-12-07");
    refused(&mut road, COORDINATOR, set_day("2027-01-04", ""), now, "Ⅳ.3.(2).5", Why::AtCommittee);
    road.go(DESK, accept_notice(false), now);
    told(&road, &["coordinator: impossible-judged [Ⅳ.3.(2).1]"]);
    assert!(owes(&road, DutyKind::SetDay).is_some());
    road.go(COORDINATOR, set_day("2027-01-04", ""), now);
}

/// イ: told with all six things, heard, judged, confirmed, and published with its view (Ⅳ.3.(2).3–7, Ⅳ.5.10).
#[test]
fn a_developer_that_refuses_is_told_and_heard() {
    let road = until(refused_until_day(), "refused");
    assert_eq!(owes(&road, DutyKind::NotifyImpossible), Some(None));

    let mut road = until(refused_until_day(), "announced");
    told(&road, &["miharashi: judgement-announced [Ⅳ.3.(2).3]"]);
    let own = file_of(&road, MAKER).rounds.remove(0);
    let announced = own.announcement.expect("Ⅳ.3.(2).3.ア");
    let six = [&announced.information, &announced.grounds, &announced.history, &announced.draft, &announced.send_to];
    assert!(six.into_iter().all(|item| !item.is_empty()));
    assert_eq!(announced.deadline, day("2027-01-15"));
    assert_eq!((own.reason.as_str(), own.meeting, own.draft), ("", None, None), "and nothing else");
    assert_eq!(owes(&road, DutyKind::PassJudgement), Some(Some("2027-01-20".into())));

    // A judgement waits for the opinions, but nobody's silence blocks it.
    let all = FourCondition::ALL;
    let early = morning("2027-01-19");
    refused(&mut road, DESK, pass(Verdict::Publish, &all), early, "Ⅳ.3.(2).5", Why::TooSoon);
    road.go(DESK, pass(Verdict::Publish, &all), morning("2027-01-20"));

    let road = until(refused_until_day(), "opinion");
    told(&road, &["receiving_body: opinion-came [Ⅳ.3.(2).4]"]);
    assert_eq!(file_of(&road, MEMBER).rounds[0].opinions.len(), 1);

    let road = until(refused_until_day(), "judged");
    told(&road, &["coordinator: judgement-passed [Ⅳ.3.(2).6]", "miharashi: judgement-passed [Ⅳ.3.(2).6]"]);
    let ruling = file_of(&road, MAKER).rounds.remove(0).ruling.expect("Ⅳ.3.(2).6: decision and reason");
    assert_eq!((ruling.verdict, ruling.reason.as_str()), (Verdict::Publish, "判定の理由"));
    assert!(ruling.minutes.summary.is_empty());
}

#[test]
fn the_day_waits_for_the_confirmation_and_the_view_stands_beside_the_publication() {
    let mut road = until(refused_until_day(), "judged");
    let now = morning("2027-01-21");
    assert_eq!(owes(&road, DutyKind::AskConfirmation), Some(None));
    assert_eq!(owes(&road, DutyKind::AskView), Some(None));
    refused(&mut road, DESK, set_judged_day("2027-02-15"), now, "Ⅳ.3.(2).7.ア.1", Why::StepMissing);
    refused(&mut road, COORDINATOR, set_day("2027-02-15", ""), now, "Ⅳ.3.(2).7.ア.2", Why::AtCommittee);

    let road = until(refused_until_day(), "view");
    told(&road, &["receiving_body: view-given [Ⅳ.3.(2).7.ア.3]", "coordinator: view-given [Ⅳ.3.(2).7.ア.4]"]);
    assert_eq!(vendors(road.file(), 9)[0].view.ja, "当社の見解");

    // Only if it wishes so (Ⅳ.4.10.注8).
    let mut road = until(refused_until_day(), "confirmed");
    let kept = C::GiveView { text: rulebook::text::Localized::new("内々の話", ""), shown: false };
    road.go(MAKER, on_judgement(kept), morning("2027-01-29"));
    assert_eq!(vendors(road.file(), 9)[0].view.ja, "");

    let road = until(refused_until_day(), "published");
    assert_eq!(stage(&road), Stage::Published);
    assert!(road.told.iter().any(|one| one.to == MAKER));
}

/// R1: all four conditions, or it is not published.
#[test]
fn only_all_four_conditions_make_a_publication() {
    let mut road = until(published_silently(), "drafted");
    road.go(DESK, nobody_else(), morning("2027-10-06"));
    let now = morning("2027-10-20");
    let (all, three) = (&FourCondition::ALL[..], &FourCondition::ALL[..3]);
    refused(&mut road, DESK, pass(Verdict::Publish, three), now, "Ⅳ.3.(2).5", Why::ConditionsUnmet);
    refused(&mut road, DESK, pass(Verdict::NotPublish, all), now, "Ⅳ.3.(2).5", Why::ConditionsUnmet);
    refused(&mut road, DESK, pass(Verdict::SentBack, three), now, "Ⅳ.3.(2).5", Why::ConditionsUnmet);
    road.go(DESK, pass(Verdict::Publish, all), now);
}

/// Ⅳ.3.(2).7.イ: the finder is told result and reason, the developer too; the case ends and nothing is published.
#[test]
fn what_is_not_to_be_published_ends_and_the_finder_is_told_why() {
    let mut road = until(refused_until_day(), "opinion");
    road.go(DESK, pass(Verdict::NotPublish, &FourCondition::ALL[..3]), morning("2027-01-20"));
    told(
        &road,
        &[
            "coordinator: judgement-passed [Ⅳ.3.(2).6]",
            "miharashi: judgement-passed [Ⅳ.3.(2).6]",
            "finder: handling-stopped [Ⅳ.3.(2).7.イ]",
            "coordinator: handling-stopped [Ⅳ.3.(1).7]",
        ],
    );
    let finder = seen(&road, FINDER).expect("its own case");
    let stopped = finder.ending.stopped.expect("the handling has ended");
    assert_eq!((stopped.ground, stopped.reason.as_str()), (Some(EndingGround::JudgedNotToPublish), "判定の理由"));
    assert_eq!(finder.judgement.rounds[0].verdict(), Some(Verdict::NotPublish));
    refused(
        &mut road,
        COORDINATOR,
        start_advisory(text("概要")),
        morning("2027-01-21"),
        "Ⅳ.3.(1).7",
        Why::HandlingEnded,
    );
}

/// Ⅳ.3.(2).7.ウ, Ⅳ.4.10.第3段: sent back, the coordinator takes it up again and tells the developer.
#[test]
fn what_is_sent_back_is_coordinated_again() {
    let mut road = until(sent_back(), "judged");
    told(
        &road,
        &[
            "coordinator: judgement-passed [Ⅳ.3.(2).6]",
            "miharashi: judgement-passed [Ⅳ.3.(2).6]",
            "coordinator: coordinate-again [Ⅳ.3.(2).7.ウ]",
        ],
    );
    assert_eq!(owes(&road, DutyKind::ResumeCoordination), Some(None));
    assert!(owes(&road, DutyKind::SetDay).is_some(), "the coordinator's duties come back");
    road.go(COORDINATOR, on_judgement(C::ResumeCoordination), morning("2027-01-25"));
    told(&road, &["miharashi: coordination-resumed [Ⅳ.4.10.第3段]"]);
    assert_eq!(owes(&road, DutyKind::ResumeCoordination), None);
    road.go(COORDINATOR, set_day("2027-02-15", ""), morning("2027-01-26"));
}

/// Ⅳ.3.(2).3.第2段: a new report of the developer may bring the case back; without one nothing does.
#[test]
fn a_new_report_may_bring_the_case_back() {
    let mut road = until(refused_until_day(), "announced");
    let back = || on_judgement(C::ReturnCase { reason: "修正方法の報告があった".into() });
    refused(&mut road, DESK, back(), morning("2026-12-09"), "Ⅳ.3.(2).3.第2段", Why::NothingNew);
    road.go(MAKER, countermeasure("3.2.1 に更新する"), morning("2026-12-10"));
    road.go(DESK, back(), morning("2026-12-11"));
    told(&road, &["coordinator: case-returned [Ⅳ.3.(2).3.第2段]"]);
    assert_eq!(owes(&road, DutyKind::ResumeCoordination), Some(None));
    assert_eq!(owes(&road, DutyKind::PassJudgement), None);
}

/// Ⅳ.3.(2).1.第4段: who has an interest in the case is not on it at all.
#[test]
fn a_conflicted_member_cannot_see_the_case() {
    let mut road = until(published_silently(), "drafted");
    assert!(seen(&road, OTHER_MEMBER).is_some());
    assert!(seen(&road, Party::Member(DESK_ACCOUNT)).is_none(), "who is not seated sees nothing");
    let now = morning("2027-10-07");
    let condition = FourCondition::UsersUnaware;
    road.go(OTHER_MEMBER, vote(condition, BallotVote::No), now);
    let interest = || C::DeclareConflict { member: OTHER_MEMBER_ACCOUNT, reason: "開発者の顧問".into() };
    let refusal = road.case(MEMBER, on_judgement(interest()), now).expect_err("only of itself, or the secretariat");
    assert_eq!(refusal.why, Why::NotYours);
    road.go(OTHER_MEMBER, on_judgement(interest()), now);
    told(&road, &["receiving_body: conflict-declared [Ⅳ.3.(2).1.第4段]"]);
    assert!(seen(&road, OTHER_MEMBER).is_none());
    let refusal = road.case(OTHER_MEMBER, vote(condition, BallotVote::Yes), now).expect_err("it is not on the case");
    assert_eq!((refusal.why, refusal.clause), (Why::NotYours, None));
    let round = file_of(&road, DESK).rounds.remove(0);
    assert!(round.votes.is_empty(), "what it voted does not count");
    assert_eq!(round.seats().map(|seat| seat.account).collect::<Vec<_>>(), [MEMBER_ACCOUNT]);
    let page = serde_json::to_string(&seen(&road, MEMBER)).expect("views are plain data");
    assert!(!page.contains("守谷") && !page.contains("顧問"), "nor does anybody else hear of it");
    refused(&mut road, DESK, convene("2027-10-20"), now, "Ⅳ.3.(2).1.第4段", Why::Conflicted);
    let present = Minutes { attended: vec![OTHER_MEMBER_ACCOUNT], summary: "審議".into() };
    let reason = "理由".to_owned();
    let passed =
        C::PassJudgement { verdict: Verdict::Publish, met: FourCondition::ALL.to_vec(), reason, minutes: present };
    road.go(DESK, nobody_else(), now);
    refused(&mut road, DESK, on_judgement(passed), morning("2027-10-20"), "Ⅳ.3.(2).5", Why::NotSeated);
}

#[test]
fn votes_are_hidden_until_the_decision() {
    let mut road = until(published_silently(), "drafted");
    road.go(DESK, nobody_else(), morning("2027-10-06"));
    let now = morning("2027-10-18");
    let condition = FourCondition::VulnerabilityExists;
    for member in [MEMBER, OTHER_MEMBER] {
        road.go(member, vote(condition, BallotVote::Yes), now);
    }
    road.go(MEMBER, vote(condition, BallotVote::No), now);
    let votes = |road: &Road, party| file_of(road, party).rounds.remove(0).votes;
    assert_eq!(
        votes(&road, MEMBER).iter().map(|b| (b.member, b.vote)).collect::<Vec<_>>(),
        [(MEMBER_ACCOUNT, BallotVote::No)]
    );
    assert_eq!(votes(&road, OTHER_MEMBER).len(), 1);
    assert_eq!((votes(&road, DESK).len(), votes(&road, COORDINATOR).len()), (2, 0), "the secretariat counts them");
    road.go(DESK, pass(Verdict::NotPublish, &FourCondition::ALL[..1]), morning("2027-10-20"));
    for party in [MEMBER, OTHER_MEMBER, DESK, COORDINATOR] {
        assert_eq!(votes(&road, party).len(), 2, "{party:?}");
    }
}

/// A member reads the copy that was handed over, the history and the papers; never the finder, never an address.
#[test]
fn a_member_sees_the_file_and_never_who_found_it() {
    let road = until(refused_until_day(), "opinion");
    let seen = seen(&road, MEMBER).expect("it is seated");
    assert_eq!(seen.content, Some(copy()));
    assert_eq!((seen.finder, seen.finder_wants_credit, seen.reports.len()), (None, None, 0));
    assert!(!seen.developers[0].attempts.is_empty() && seen.developers[0].verification.is_some());
    let round = &seen.judgement.rounds[0];
    assert_eq!((round.assessments.len(), round.assessments[0].finding), (4, Finding::Met));
    assert!(round.draft.is_some() && !round.opinions.is_empty());
    assert_eq!(owes(&road, DutyKind::VoteOnConditions), Some(Some("2027-01-20".into())));
    let page = serde_json::to_string(&seen).expect("views are plain data");
    for secret in [PERSON.to_string().as_str(), "発見者の勤め先", "psirt@miharashi.example", "見晴 台"] {
        assert!(!page.contains(secret), "{secret}");
    }
}

/// Ⅳ.3.(2).2: all five items, once, when asked.
#[test]
fn the_coordinator_gives_five_items_when_asked() {
    let mut road = until(refused_until_day(), "at-committee");
    let now = morning("2026-12-07");
    let given = |material| on_judgement(C::GiveMaterial(material));
    refused(&mut road, COORDINATOR, given(material()), now, "Ⅳ.3.(2).2", Why::NotAsked);
    assert_eq!(owes(&road, DutyKind::AskMaterial), Some(None));
    road.go(DESK, on_judgement(C::AskMaterial), now);
    told(&road, &["coordinator: material-asked [Ⅳ.3.(2).2]"]);
    assert_eq!(owes(&road, DutyKind::GiveMaterial), Some(None));
    let four = rulebook::case::judgement::Material { status: String::new(), ..material() };
    refused(&mut road, COORDINATOR, given(four), now, "Ⅳ.3.(2).2", Why::TextMissing);
    road.go(COORDINATOR, given(material()), now);
    told(&road, &["receiving_body: material-given [Ⅳ.3.(2).2]"]);
}

/// A meeting for one urgent case; its members are named for this case (Ⅳ.3.(2).1.第4段).
#[test]
fn a_meeting_can_be_called_for_one_case() {
    let mut road = until(refused_until_day(), "at-committee");
    let now = morning("2026-12-07");
    let meeting = |members: Vec<Appointed>| {
        let meets_on = day("2026-12-10");
        on_judgement(C::Convene { meeting: "臨時".into(), meets_on, members, urgent: true })
    };
    refused(&mut road, DESK, meeting(vec![]), now, "Ⅳ.3.(2).1.第4段", Why::TextMissing);
    let twice = [appointed(), appointed()].concat();
    refused(&mut road, DESK, meeting(twice), now, "Ⅳ.3.(2).1.第4段", Why::Unusable);
    refused(&mut road, DESK, convene("2026-12-01"), now, "Ⅳ.3.(2).1.第4段", Why::DayPast);
    let over = |until: &str| {
        let mut members = appointed();
        members[1].appointment.until = Some(day(until));
        members
    };
    refused(&mut road, DESK, meeting(over("2026-12-09")), now, "Ⅳ.3.(2).1.第4段", Why::TermOver);
    let mut early = appointed();
    early[0].appointment.from = day("2026-12-11");
    refused(&mut road, DESK, meeting(early), now, "Ⅳ.3.(2).1.第4段", Why::TermOver);
    road.go(DESK, meeting(over("2026-12-10")), now);
    told(&road, &["member: committee-called [Ⅳ.3.(2).1]", "other-member: committee-called [Ⅳ.3.(2).1]"]);
}

/// The words of the program are those of the edition's lists.
#[test]
fn conditions_and_outcomes_are_those_of_the_edition() {
    let keys = |items: &[rulebook::edition::Item]| -> Vec<String> {
        items.iter().map(|item| item.key.replace('_', "-")).collect()
    };
    let lists = &edition().lists;
    assert_eq!(keys(&lists.committee_conditions.value), FourCondition::ALL.map(FourCondition::word));
    assert_eq!(keys(&lists.committee_outcomes.value), Verdict::ALL.map(Verdict::word));
    assert_eq!(keys(&lists.committee_gate.value), Ground::ALL.map(Ground::word));
    let clauses: Vec<_> = lists.committee_conditions.value.iter().map(|item| item.clause.as_str()).collect();
    assert_eq!(clauses, FourCondition::ALL.map(|condition| condition.clause().id()));
}

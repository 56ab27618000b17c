//! Cases of the rulebook as Vultron and SSVC see them. The cast, the canonical road and the random histories are the
//! rulebook's own.

#[path = "../../rulebook/tests/common/mod.rs"]
mod common;

use common::histories::any_history;
use common::stops::{accepted, shy, stops};
use common::*;
use models::from_case::{CaseModel, Participant, from_case, from_report};
use models::prefill::{Known, Prefill, publish as publish_inputs, triage};
use models::vultron::{CsState, EmState, PecState, Pxa, RmState, Strength, Vfd};
use proptest::prelude::*;
use rulebook::case::{
    AttemptOutcome, DropGround, EndingCommand, EndingGround, Refused, ScheduleCommand, SignalKind, VerificationResult,
};
use rulebook::party::Party;
use rulebook::report::{Condition, ReportCommand};

/// The canonical road up to the stop of this name, the stop included.
fn road_to(name: &str) -> Road {
    let mut road = accepted(shy());
    for stop in stops() {
        if let Some((party, command)) = stop.doing {
            road.go(party, command, stop.now);
        }
        if stop.name == name {
            break;
        }
    }
    road
}

fn model(road: &Road) -> CaseModel {
    from_case(road.file(), rules(), day("2027-02-01"))
}

fn model_on(name: &str, today: &str) -> CaseModel {
    from_case(road_to(name).file(), rules(), day(today))
}

fn of(model: &CaseModel, party: Party) -> &Participant {
    model.participants.iter().find(|one| one.party == party.key()).expect("it takes part")
}

fn states(model: &CaseModel, party: Party) -> String {
    let one = of(model, party);
    let vfd = one.vfd.map(|vfd| CsState { vfd, pxa: model.pxa }.to_string()).unwrap_or_default();
    format!("{} {} {vfd}", one.rm.letter(), one.pec.word()).trim_end().to_owned()
}

fn illegal(model: &CaseModel) -> Vec<&'static str> {
    model.violations.iter().filter(|found| found.strength == Strength::Must).map(|found| found.rule).collect()
}

#[test]
fn a_report_is_under_embargo_from_its_receipt_with_a_long_stop() {
    let start = model_on("", "2026-11-16");
    assert_eq!(start.embargo.state, EmState::Active);
    assert_eq!(start.embargo.ends_on, Some(day("2027-11-16")), "twelve months, until day zero says otherwise");
    assert_eq!(states(&start, DESK), "A SIGNATORY");
    assert_eq!(states(&start, FINDER), "A SIGNATORY");
    assert_eq!(states(&start, COORDINATOR), "S NO_EMBARGO");
    let desk: Vec<&str> =
        start.steps.iter().filter(|step| step.machine == "rm").map(|step| step.event.as_str()).collect();
    assert_eq!(desk, ["receive", "validate", "accept"], "accepted is two steps");
}

#[test]
fn the_canonical_road_in_vultrons_words() {
    let handed_over = model_on("handed-over", "2026-11-18");
    assert_eq!(states(&handed_over, COORDINATOR), "A SIGNATORY");

    let contacted = model_on("contacted", "2026-11-21");
    assert_eq!(states(&contacted, MAKER), "S NO_EMBARGO vfdpxa", "an attempt tells nobody anything");
    assert_eq!(of(&contacted, MAKER).contact_started_on, Some(day("2026-11-21")));
    assert_eq!(contacted.embargo.ends_on, Some(day("2027-11-21")), "a year from day zero");

    let told = model_on("details-sent", "2026-11-25");
    assert_eq!(states(&told, MAKER), "R SIGNATORY Vfdpxa");
    assert_eq!(states(&model_on("verified", "2026-12-02"), MAKER), "A SIGNATORY Vfdpxa");

    let agreed = model_on("date-agreed", "2026-12-07");
    assert_eq!(agreed.embargo.ends_on, Some(day("2027-01-05")));
    assert_eq!(states(&agreed, MAKER), "A SIGNATORY VFdpxa");
    assert_eq!(states(&agreed, BUILDER), "D SIGNATORY Vfdpxa", "a small influence is put off");

    let published = model_on("published", "2027-01-05");
    assert_eq!(published.embargo.state, EmState::Exited);
    assert_eq!(states(&published, MAKER), "A NO_EMBARGO VFdPxa");
    assert_eq!(states(&published, FINDER), "A NO_EMBARGO");
    assert_eq!(published.violations, []);
}

#[test]
fn a_vendor_that_was_never_reached_knows_when_the_public_does() {
    let mut road = accepted(shy());
    let unheard = ["handed-over", "developer-added", "contacted", "date-agreed", "drafted", "approved", "co-signed"];
    for name in unheard.into_iter().chain(["published"]) {
        let stop = stops().into_iter().find(|stop| stop.name == name).expect(name);
        let (party, command) = stop.doing.expect("something is done");
        road.go(party, command, stop.now);
    }
    let model = model(&road);
    assert_eq!(states(&model, MAKER), "S NO_EMBARGO VfdPxa");
    let order: Vec<&str> = model.steps.iter().filter(|one| one.machine == "cs").map(|one| one.event.as_str()).collect();
    assert_eq!(order, ["P", "V"], "V is forced after P");
    assert_eq!(model.violations, []);
}

#[test]
fn a_fix_is_ready_on_its_day_and_a_workaround_is_none() {
    use rulebook::case::decide::CaseCommand;
    let mut road = road_to("verified");
    let state = |fix: &str, ready_on: Option<&str>| {
        let ready_on = ready_on.map(day);
        let countermeasure =
            rulebook::case::Countermeasure { fix: fix.into(), workaround: "止める".into(), ready_on };
        CaseCommand::StateCountermeasure(countermeasure)
    };
    let on = |road: &Road, today: &str| of(&from_case(road.file(), rules(), day(today)), MAKER).vfd;
    road.go(MAKER, state("", None), morning("2026-12-03"));
    assert_eq!(on(&road, "2026-12-31"), Some(Vfd::Aware));
    road.go(MAKER, state("4.0 にする", Some("2026-12-20")), morning("2026-12-04"));
    assert_eq!(on(&road, "2026-12-19"), Some(Vfd::Aware));
    assert_eq!(on(&road, "2026-12-20"), Some(Vfd::FixReady));
}

#[test]
fn a_proposal_is_a_revision_until_the_day_is_set() {
    use rulebook::case::decide::CaseCommand;
    let mut road = road_to("verified");
    let propose = CaseCommand::ProposeDay { day: Some(day("2027-01-20")), comment: "準備のため".into() };
    road.go(MAKER, propose, morning("2026-12-03"));
    let proposed = model(&road);
    assert_eq!(proposed.embargo.state, EmState::Revise);
    assert_eq!(of(&proposed, DESK).pec, PecState::Lapsed);
    assert_eq!(proposed.embargo.ends_on, Some(day("2027-11-21")), "the old terms stay");
    road.go(COORDINATOR, set_day("2027-01-20", ""), morning("2026-12-04"));
    let agreed = model(&road);
    assert_eq!((agreed.embargo.state, agreed.embargo.ends_on), (EmState::Active, Some(day("2027-01-20"))));
    assert_eq!(of(&agreed, DESK).pec, PecState::Signatory);
}

fn seen(road: &mut Road, kind: SignalKind, adopted: bool) {
    use rulebook::case::decide::CaseCommand;
    let now = morning("2026-12-03");
    let note = "掲示板で見た".to_owned();
    let report = ScheduleCommand::ReportSignal { kind, seen_on: day("2026-12-02"), note };
    road.go(COORDINATOR, CaseCommand::Schedule(report), now);
    let signal = road.file().case.schedule.signals.len() as u32;
    let judge = ScheduleCommand::JudgeSignal { signal, adopted, reason: "確かめた".into() };
    road.go(COORDINATOR, CaseCommand::Schedule(judge), now);
}

#[test]
fn what_is_seen_outside_is_a_fact_once_it_is_adopted() {
    let after = |kind: SignalKind, adopted: bool| {
        let mut road = road_to("verified");
        seen(&mut road, kind, adopted);
        model(&road)
    };
    assert_eq!(after(SignalKind::Leaked, false).pxa, Pxa::default(), "a claim is no fact");
    let leaked = after(SignalKind::Leaked, true);
    assert_eq!((leaked.pxa.to_string().as_str(), leaked.embargo.state), ("Pxa", EmState::Exited));
    let exploit = after(SignalKind::ExploitPublic, true);
    assert_eq!((exploit.pxa.to_string().as_str(), exploit.embargo.state), ("PXa", EmState::Exited));
    assert_eq!((illegal(&leaked), illegal(&exploit)), (vec![], vec![]));
    let attacks = after(SignalKind::AttackSeen, true);
    assert_eq!((attacks.pxa.to_string().as_str(), attacks.embargo.state), ("pxA", EmState::Active));
    assert_eq!(attacks.violations.iter().map(|found| found.rule).collect::<Vec<_>>(), ["embargo-under-attack"]);
}

#[test]
fn verification_moves_report_management() {
    let after = |results: &[VerificationResult]| {
        let mut road = road_to("details-sent");
        results.iter().for_each(|result| road.go(MAKER, verified(*result), morning("2026-12-02")));
        of(&model(&road), MAKER).rm
    };
    use VerificationResult as Found;
    assert_eq!(after(&[Found::NoInfluence]), RmState::Invalid);
    assert_eq!(after(&[Found::CannotReproduce, Found::Affected]), RmState::Accepted);
    assert_eq!(after(&[Found::KnownAndPublished]), RmState::Deferred);
    assert_eq!(after(&[Found::Affected, Found::NotVulnerability]), RmState::Deferred);
}

#[test]
fn a_report_that_is_no_case() {
    let now = morning("2026-11-16");
    let mut road = Road::begin(received(shy(), now), now);
    assert_eq!(from_report(&road.report), RmState::Received);
    let ask = ReportCommand::Write { body: body(3), question: true, attachments: vec![] };
    road.report(DESK, ask, now).expect("the desk may ask");
    assert_eq!(from_report(&road.report), RmState::Invalid);
    let reject = ReportCommand::Reject {
        failed: vec![Condition::IsVulnerability],
        reason: body(4),
        illegal: false,
        known_at: String::new(),
    };
    road.report(DESK, reject, now).expect("the desk may reject");
    assert_eq!(from_report(&road.report), RmState::Closed);
}

#[test]
fn a_question_before_acceptance_is_held_as_invalid() {
    let now = morning("2026-11-16");
    let mut road = Road::begin(received(shy(), now), now);
    let ask = ReportCommand::Write { body: body(3), question: true, attachments: vec![] };
    road.report(DESK, ask, now).expect("the desk may ask");
    road.accept(DESK, accepting(), morning("2026-11-17")).expect("all five conditions hold");
    let model = model(&road);
    let desk = model.steps.iter().filter(|step| step.machine == "rm").map(|step| step.to.as_str());
    assert_eq!(desk.collect::<Vec<_>>(), ["R", "I", "V", "A"]);
}

#[test]
fn a_case_from_overseas_has_no_finder_and_ends_on_that_day() {
    use rulebook::case::{CaseFile, CaseState, OpenOverseas, Overseas, open_overseas};
    let now = morning("2026-11-16");
    let overseas = Overseas {
        coordinator: "Kaigai CERT".into(),
        number: "VU#900001".into(),
        day: Some(day("2027-01-20")),
        contact: "cert@kaigai.example".into(),
        on: now.today,
    };
    let open = OpenOverseas { case_number: "C-2".into(), overseas, content: copy(), edition: "2019".into() };
    let events = open_overseas(COORDINATOR, open, now).expect("the coordinator takes it in");
    let case = CaseState::replay(CASE, events.iter().map(|event| (now.at, event))).expect("it opens a case");
    let model = from_case(&CaseFile { case, advisory: None, reports: vec![] }, rules(), now.today);
    assert_eq!((model.embargo.state, model.embargo.ends_on), (EmState::Active, Some(day("2027-01-20"))));
    assert_eq!((states(&model, COORDINATOR), states(&model, DESK)), ("A SIGNATORY".into(), "R SIGNATORY".into()));
    let from = model.participants.iter().find(|one| one.party == "overseas").expect("it takes part");
    assert_eq!((from.rm, from.pec), (RmState::Accepted, PecState::Signatory));
    assert_eq!((illegal(&model), known(&triage(&model))), (vec![], "RP=N SCON=N RC=C SC=? SE=? U=? PSI=?".into()));
}

#[test]
fn the_finder_of_a_joined_report_is_bound_as_the_first_one() {
    use rulebook::case::file::FileEvent;
    use rulebook::case::{ArrivalEvent, CaseEvent};
    let mut road = road_to("contacted");
    let on = day("2026-11-22");
    let joined = ArrivalEvent::ReportJoined { report: OTHER_REPORT, on, attachments: vec![] };
    let file = road.file.as_mut().expect("the report was accepted");
    file.evolve(morning("2026-11-22").at, &FileEvent::Case(CaseEvent::Arrival(joined)));
    assert_eq!(states(&model(&road), OTHER_FINDER), "A SIGNATORY");
    assert_eq!(of(&model(&road), FINDER).released_on, None);
}

fn known(prefill: &Prefill) -> String {
    let one = |(key, known): &(&str, Known)| match known {
        Known::Known(value) => format!("{key}={value}"),
        Known::Unknown => format!("{key}=?"),
    };
    prefill.inputs.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn tables_are_prefilled_from_the_case() {
    let at = |name: &str, today: &str| triage(&model_on(name, today));
    assert_eq!(known(&at("handed-over", "2026-11-18")), "RP=N SCON=N RC=C SC=? SE=? U=? PSI=?");
    assert_eq!(known(&at("contacted", "2026-11-21")), "RP=N SCON=N RC=C SC=O SE=U U=? PSI=?");
    let told = at("details-sent", "2026-11-25");
    assert_eq!(known(&told), "RP=N SCON=Y RC=C SC=O SE=? U=? PSI=?");
    assert_eq!(told.outcomes, ["D", "T", "C"]);
    let two = at("date-agreed", "2026-12-07");
    assert_eq!(known(&two), "RP=N SCON=Y RC=C SC=M SE=A U=? PSI=?");

    let of = |name: &str| {
        let road = road_to(name);
        publish_inputs(&model(&road), road.file())
    };
    assert_eq!(known(&of("verified")), "SINV=C E=N PVA=?");
    assert_eq!(known(&of("published")), "SINV=UU E=N PVA=?", "one has put it off");
    assert_eq!(of("published").outcomes, ["N", "P"]);
    let mut attacked = road_to("verified");
    seen(&mut attacked, SignalKind::AttackSeen, true);
    assert_eq!(known(&publish_inputs(&model(&attacked), attacked.file())), "SINV=C E=A PVA=?");
}

#[test]
fn the_export_names_nobody() {
    let mut road = road_to("published");
    road.case(COORDINATOR, attempt(MIHARASHI, day("2027-01-05"), AttemptOutcome::Answered), morning("2027-01-06")).ok();
    let json = serde_json::to_value(model(&road)).expect("plain data");
    assert_eq!(json["embargo"]["state"], "X");
    assert_eq!(json["pxa"], "Pxa");
    let maker = json["participants"].as_array().and_then(|all| all.iter().find(|one| one["party"] == MAKER.key()));
    assert_eq!(maker.expect("the maker")["vfd"], "VFd");
    assert!(!json.to_string().contains("みはらし"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_history_makes_an_illegal_combination(history in any_history()) {
        history.live(|_, after, _, now, _| {
            let Some(file) = &after.file else { return };
            let model = from_case(file, rules(), now.today);
            assert_eq!(illegal(&model), Vec::<&str>::new(), "{:?}", model.steps);
            let states = model.vendors().filter_map(|one| one.vfd).map(|vfd| CsState { vfd, pxa: model.pxa });
            assert!(states.into_iter().all(|state| state.forced().is_none()), "no state that cannot last");
            assert!(model.pxa.public || model.embargo.state.holds());
        });
    }

    #[test]
    fn steps_alone_make_the_same_states(history in any_history()) {
        let (road, now) = history.live(|_, _, _, _, _| {});
        let Some(file) = &road.file else { return Ok(()) };
        let model = from_case(file, rules(), now.today);
        for one in &model.participants {
            let of_one = |machine: &str| {
                let mut own = model.steps.iter().filter(|step| step.who.as_ref() == Some(&one.party));
                own.rfind(|step| step.machine == machine).map(|step| step.to.clone())
            };
            prop_assert!(of_one("rm").is_none_or(|last| last == one.rm.letter()));
            prop_assert!(of_one("pec").is_none_or(|last| last == one.pec.word()));
        }
    }
}

fn end(road: &mut Road, party: Party, command: EndingCommand, now: &str) {
    road.go(party, rulebook::case::CaseCommand::Ending(command), morning(now));
}

fn stop() -> EndingCommand {
    EndingCommand::Stop { ground: EndingGround::HandledIndividually, reason: "個別に解決した".into() }
}

#[test]
fn a_case_that_is_stopped_is_put_off_and_then_closed() {
    let mut road = road_to("verified");
    end(&mut road, DESK, stop(), "2026-12-08");
    let stopped = model(&road);
    assert_eq!(of(&stopped, DESK).rm, RmState::Closed);
    assert_eq!(of(&stopped, COORDINATOR).rm, RmState::Closed);
    assert_eq!(of(&stopped, MAKER).rm, RmState::Accepted, "a developer goes on as it likes");
    let ends = stopped.steps.iter().filter(|one| one.machine == "rm" && one.because == "HandlingStopped");
    let ends: Vec<&str> = ends.map(|one| one.event.as_str()).collect();
    assert_eq!(ends, ["defer", "defer", "close", "close"], "D comes before C");
    assert_eq!(illegal(&stopped), Vec::<&str>::new());

    end(&mut road, DESK, EndingCommand::Resume { reason: "新しい事実".into() }, "2027-01-10");
    let resumed = model(&road);
    assert_eq!(of(&resumed, DESK).rm, RmState::Accepted, "what was closed could not be opened again: it was put off");
    assert!(resumed.steps.iter().all(|one| one.to != "C"));
}

#[test]
fn a_dropped_publication_is_put_off_by_the_coordinator_alone() {
    let mut road = road_to("verified");
    let ground = DropGround::KnownAndPublished;
    end(&mut road, COORDINATOR, EndingCommand::Drop { ground, said_by: None, reason: "既に公表".into() }, "2026-12-08");
    let dropped = model(&road);
    assert_eq!(of(&dropped, COORDINATOR).rm, RmState::Deferred);
    assert_eq!(of(&dropped, DESK).rm, RmState::Accepted);
    assert_eq!(illegal(&dropped), Vec::<&str>::new());
}

#[test]
fn a_refusal_puts_off_what_was_found_valid() {
    let mut road = road_to("verified");
    assert_eq!(of(&model(&road), MAKER).rm, RmState::Accepted);
    let Party::Developer(developer) = MAKER else { panic!("a developer") };
    let refusal = EndingCommand::RecordRefusal { developer, what: Refused::Fix, statement: "直さない".into() };
    end(&mut road, MAKER, refusal, "2026-12-08");
    assert_eq!(of(&model(&road), MAKER).rm, RmState::Deferred);
    assert_eq!(illegal(&model(&road)), Vec::<&str>::new());
}

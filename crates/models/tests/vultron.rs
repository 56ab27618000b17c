//! The machines of Vultron, with the counts and values of its formal model.

use models::vultron::{
    CsEvent, CsState, Desideratum, EmEvent, EmState, History, PecEvent, PecState, Pxa, RmEvent, RmState, Snapshot,
    Standing, Strength, Vfd, violations,
};

#[test]
fn report_management_allows_11_of_42() {
    let pairs = RmState::ALL.into_iter().flat_map(|state| RmEvent::ALL.map(|event| state.on(event)));
    let pairs: Vec<_> = pairs.collect();
    assert_eq!((pairs.len(), pairs.iter().flatten().count()), (42, 11));
    assert_eq!(RmState::Valid.on(RmEvent::Close), None, "never closed from valid");
    assert_eq!(RmState::Received.on(RmEvent::Close), None);
}

#[test]
fn complete_traces_of_report_management() {
    let mut open = vec![RmState::Start];
    let mut whole = Vec::new();
    for _ in 0..7 {
        let next = open.iter().flat_map(|state| RmEvent::ALL.into_iter().filter_map(|event| state.on(event)));
        let (done, left): (Vec<_>, Vec<_>) = next.partition(|state| *state == RmState::Closed);
        whole.push(done.len());
        open = left;
    }
    assert_eq!(whole, [0, 0, 1, 2, 4, 4, 4]);
}

#[test]
fn a_way_is_the_shortest() {
    let way = RmState::Start.way_to(RmState::Accepted);
    assert_eq!(way, Some(vec![RmEvent::Receive, RmEvent::Validate, RmEvent::Accept]));
    assert_eq!(RmState::Accepted.way_to(RmState::Invalid), None);
    assert_eq!(RmState::Closed.way_to(RmState::Closed), Some(vec![]));
}

#[test]
fn embargo_management_allows_10_of_20() {
    let pairs = EmState::ALL.into_iter().flat_map(|state| EmEvent::ALL.map(|event| state.on(event)));
    assert_eq!(pairs.flatten().count(), 10);
    assert!(EmEvent::ALL.into_iter().all(|event| EmState::Exited.on(event).is_none()), "no second embargo");
    let mut ends = vec![EmState::None];
    let mut whole = 0;
    for _ in 0..7 {
        ends = ends.iter().flat_map(|state| EmEvent::ALL.into_iter().filter_map(|event| state.on(event))).collect();
        whole += ends.iter().filter(|state| matches!(state, EmState::None | EmState::Exited)).count();
    }
    assert_eq!(whole, 72, "traces of one to seven events that end in N or X");
}

#[test]
fn consent_goes_as_drafted() {
    let from = |event: PecEvent| PecState::ALL.map(|state| state.on(event).map(PecState::word));
    let (invited, signed) = (Some("INVITED"), Some("SIGNATORY"));
    assert_eq!(from(PecEvent::Invite), [invited, None, None, invited, invited]);
    assert_eq!(from(PecEvent::Accept), [signed, signed, None, signed, None]);
    assert_eq!(from(PecEvent::Decline).map(|next| next.is_some()), [true, true, false, true, false]);
    assert_eq!(from(PecEvent::Revise), [None, None, Some("LAPSED"), None, None]);
    assert_eq!(from(PecEvent::Reset), [Some("NO_EMBARGO"); 5]);
}

#[test]
fn case_states_and_steps() {
    let states: Vec<CsState> = CsState::all().collect();
    assert_eq!(states.len(), 32);
    assert_eq!(states.iter().map(|state| state.allowed().count()).sum::<usize>(), 58);
    assert_eq!(states.iter().filter(|state| state.forced().is_some()).count(), 12);
    for (state, allowed) in [("vfdPxa", "V"), ("vfdPXA", "V"), ("VFdpXa", "P"), ("vfdpxA", "VPX"), ("VFDPXA", "")] {
        let state = CsState::read(state).expect(state);
        assert_eq!(state.allowed().map(CsEvent::letter).collect::<String>(), allowed, "{state}");
    }
    assert!(CsState::read("vFdpxa").is_none() && CsState::read("VfDpxa").is_none() && CsState::read("vfd").is_none());
}

#[test]
fn seventy_histories() {
    let all = History::all();
    assert_eq!(all.len(), 70);
    assert_eq!(History::with_beginnings().len(), 217);
    let sum = all.iter().fold(models::vultron::Fraction::ZERO, |sum, history| sum.plus(history.probability()));
    assert_eq!(sum.to_string(), "1/1");
    let satisfied = |letters: &str| History::read(letters).expect(letters).desiderata().len();
    assert_eq!(satisfied("VFDPXA"), 12);
    assert_eq!(satisfied("AXPVFD"), 0);
    // V, P, X or A; F, P, X or A; D, P, X or A; then P, X or A; X or A; A: 1/4 · 1/4 · 1/4 · 1/3 · 1/2.
    assert_eq!(History::read("VFDPXA").expect("the best").probability().to_string(), "1/384");
    for wrong in ["FVDPXA", "VFDXAP", "PFVDXA", "VV", "vfd"] {
        assert!(History::read(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn every_order_is_judged_as_the_rules_say() {
    let orders = permutations(&CsEvent::ALL);
    assert_eq!(orders.len(), 720);
    for order in &orders {
        let at = |event: CsEvent| order.iter().position(|one| *one == event).expect("all six are there");
        let [v, f, d, p, x, _] = CsEvent::ALL.map(at);
        let valid = v < f && f < d && (v < p || v == p + 1) && (p < x || p == x + 1);
        // P directly after X and V directly after P.
        assert_eq!(History::new(order).is_some(), valid, "{order:?}");
    }
    assert_eq!(orders.iter().filter(|order| History::new(order).is_some()).count(), 70);
}

fn permutations(of: &[CsEvent]) -> Vec<Vec<CsEvent>> {
    if of.is_empty() {
        return vec![vec![]];
    }
    let without = |event: CsEvent| of.iter().copied().filter(|one| *one != event).collect::<Vec<_>>();
    let begun =
        |event: CsEvent| permutations(&without(event)).into_iter().map(move |rest| [vec![event], rest].concat());
    of.iter().flat_map(|event| begun(*event)).collect()
}

#[test]
fn desiderata_by_luck() {
    let expected = [
        ("V<P", "1/3", 51),
        ("V<X", "2/3", 66),
        ("V<A", "3/4", 57),
        ("F<P", "1/9", 28),
        ("F<X", "1/3", 50),
        ("F<A", "3/8", 38),
        ("D<P", "1/27", 11),
        ("D<X", "1/6", 28),
        ("D<A", "3/16", 19),
        ("P<X", "1/2", 51),
        ("P<A", "2/3", 41),
        ("X<A", "1/2", 25),
    ];
    for (wish, (name, frequency, of_70)) in Desideratum::ALL.into_iter().zip(expected) {
        assert_eq!(wish.to_string(), name);
        assert_eq!(wish.frequency().to_string(), frequency, "{name}");
        assert_eq!(History::all().iter().filter(|history| history.satisfies(wish)).count(), of_70, "{name}");
    }
}

#[test]
fn skill_is_what_luck_does_not_explain() {
    let wish = |name: &str| Desideratum::ALL.into_iter().find(|wish| wish.to_string() == name).expect(name);
    let three = |skill: Option<f64>| format!("{:.3}", skill.expect("there are cases"));
    assert_eq!(three(wish("F<P").skill(2610, 2694)), "0.965");
    assert_eq!(three(wish("F<A").skill(2655, 2694)), "0.977");
    assert_eq!(three(wish("P<X").skill(72_288, 73_474)), "0.968");
    assert_eq!(wish("V<P").skill(0, 0), None);
    assert!(wish("V<P").skill(0, 5).is_some_and(|skill| skill < 0.0));
}

fn broken(em: EmState, pxa: &str, rm: RmState, vfd: Option<Vfd>, pec: PecState) -> Vec<(Strength, &'static str)> {
    let pxa = CsState::read(&format!("vfd{pxa}")).map_or(Pxa::default(), |state| state.pxa);
    let participants = vec![Standing { who: "vendor", rm, pec, vfd }];
    let found = violations(&Snapshot { em, pxa, participants });
    found.into_iter().map(|found| (found.strength, found.rule)).collect()
}

#[test]
fn machines_are_linked() {
    use Strength::{Must, Should};
    let (aware, none) = (Some(Vfd::Aware), PecState::NoEmbargo);
    assert_eq!(broken(EmState::Active, "pxa", RmState::Accepted, aware, PecState::Signatory), []);
    let public = broken(EmState::Active, "Pxa", RmState::Accepted, aware, none);
    assert_eq!(public, [(Must, "embargo-after-public")]);
    let leaked = broken(EmState::None, "pXa", RmState::Accepted, aware, none);
    assert_eq!(leaked, [(Must, "exploit-without-public")]);
    let attacked = broken(EmState::Proposed, "pxA", RmState::Accepted, aware, none);
    assert_eq!(attacked, [(Must, "proposal-under-attack")]);
    assert_eq!(broken(EmState::Active, "pxA", RmState::Accepted, aware, none), [(Should, "embargo-under-attack")]);
    let early = broken(EmState::Active, "pxa", RmState::Valid, Some(Vfd::FixReady), none);
    assert_eq!(early, [(Must, "fix-before-work")]);
    let unaware = broken(EmState::Exited, "Pxa", RmState::Start, Some(Vfd::Unaware), none);
    assert_eq!(unaware, [(Must, "public-but-vendor-unaware")]);
    let signed = broken(EmState::Exited, "Pxa", RmState::Accepted, None, PecState::Signatory);
    assert_eq!(signed, [(Must, "consent-after-exit")]);
    let closed = broken(EmState::Revise, "pxa", RmState::Closed, None, none);
    assert_eq!(closed, [(Should, "closed-under-embargo")]);
    assert_eq!(broken(EmState::None, "pxa", RmState::Valid, aware, none), [(Should, "no-embargo-talk")]);
}

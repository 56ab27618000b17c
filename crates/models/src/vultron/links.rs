//! The rules that link the machines, as a check of one moment. A forbidden combination is an error of whoever
//! computed it; a discouraged one is advice to people.

use serde::Serialize;

use super::cs::{CsState, Pxa, Vfd};
use super::em::EmState;
use super::pec::PecState;
use super::rm::RmState;

/// How strongly Vultron says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// MUST, SHALL, MUST NOT: the combination is illegal.
    Must,
    /// SHOULD, SHOULD NOT: somebody should do something.
    Should,
}

/// One participant at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// Who, for the answer.
    pub who: &'a str,
    /// How far it is with the report.
    pub rm: RmState,
    /// Its consent.
    pub pec: PecState,
    /// Its path to a fix, if it is a vendor.
    pub vfd: Option<Vfd>,
}

/// A case at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot<'a> {
    /// Its embargo.
    pub em: EmState,
    /// What has happened outside.
    pub pxa: Pxa,
    /// Its participants.
    pub participants: Vec<Standing<'a>>,
}

/// A combination that should not be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Violation {
    /// How bad.
    pub strength: Strength,
    /// What, as a stable word.
    pub rule: &'static str,
    /// With whom, where it is about one participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
}

/// Everything that is wrong with a moment; the illegal first.
#[must_use]
pub fn violations(now: &Snapshot<'_>) -> Vec<Violation> {
    let mut found: Vec<Violation> = of_case(now).into_iter().map(|(strength, rule)| whole(strength, rule)).collect();
    for one in &now.participants {
        let who = || Some(one.who.to_owned());
        let of_one = of_participant(one, now).into_iter();
        found.extend(of_one.map(|(strength, rule)| Violation { strength, rule, who: who() }));
    }
    found.sort();
    found
}

const fn whole(strength: Strength, rule: &'static str) -> Violation {
    Violation { strength, rule, who: None }
}

type Found = Vec<(Strength, &'static str)>;

fn of_case(now: &Snapshot<'_>) -> Found {
    let vendors: Vec<Vfd> = now.participants.iter().filter_map(|one| one.vfd).collect();
    let all_reached = |step: Vfd| !vendors.is_empty() && vendors.iter().all(|vfd| *vfd >= step);
    let quiet = now.pxa == Pxa::default();
    let Pxa { public, exploit, attacks } = now.pxa;
    let rules = [
        (Strength::Must, "embargo-after-public", (public || exploit) && now.em.holds()),
        (Strength::Must, "proposal-after-public", (public || exploit) && now.em == EmState::Proposed),
        (Strength::Must, "proposal-under-attack", attacks && now.em == EmState::Proposed),
        (Strength::Must, "exploit-without-public", exploit && !public),
        (Strength::Should, "embargo-under-attack", attacks && now.em.holds()),
        (Strength::Should, "proposal-with-fix-ready", all_reached(Vfd::FixReady) && now.em == EmState::Proposed),
        (Strength::Should, "embargo-with-fix-deployed", all_reached(Vfd::FixDeployed) && now.em.holds()),
        (
            Strength::Should,
            "no-embargo-talk",
            quiet && now.em == EmState::None && vendors.iter().any(|vfd| *vfd > Vfd::Unaware),
        ),
    ];
    rules.into_iter().filter(|(_, _, broken)| *broken).map(|(strength, rule, _)| (strength, rule)).collect()
}

fn of_participant(one: &Standing<'_>, now: &Snapshot<'_>) -> Found {
    let state = one.vfd.map(|vfd| CsState { vfd, pxa: now.pxa });
    let unaware = one.vfd == Some(Vfd::Unaware);
    let has_fix = one.vfd.is_some_and(|vfd| vfd >= Vfd::FixReady);
    let before_work = matches!(one.rm, RmState::Start | RmState::Received | RmState::Invalid | RmState::Valid);
    let rules = [
        (Strength::Must, "vendor-has-report-unaware", unaware && one.rm != RmState::Start),
        (Strength::Must, "fix-before-work", has_fix && before_work),
        (Strength::Must, "public-but-vendor-unaware", unaware && state.is_some_and(|state| state.pxa.public)),
        (Strength::Must, "consent-after-exit", now.em == EmState::Exited && one.pec != PecState::NoEmbargo),
        (Strength::Should, "closed-under-embargo", now.em.holds() && one.rm == RmState::Closed),
    ];
    rules.into_iter().filter(|(_, _, broken)| *broken).map(|(strength, rule, _)| (strength, rule)).collect()
}

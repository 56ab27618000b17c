//! What a case already says to the coordinator's two SSVC tables. Advice only: nobody is bound by it.

use rulebook::case::CaseFile;
use rulebook::ids::DeveloperId;
use rulebook::party::Party;
use serde::Serialize;

use crate::from_case::{CaseModel, Participant};
use crate::ssvc::{COORD_PUBLISH, COORD_TRIAGE, Inputs, evaluate, table};
use crate::vultron::{RmState, Vfd};

/// What is known for one input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// The case says it: the key of the value.
    Known(&'static str),
    /// A person has to say it.
    Unknown,
}

/// A table with what the case says to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Prefill {
    /// Id of the table.
    pub table: &'static str,
    /// Each input by its key, in the table's order.
    pub inputs: Vec<(&'static str, Known)>,
    /// The outcomes that are still possible, the least urgent first.
    pub outcomes: Vec<String>,
}

impl Prefill {
    fn new(id: &'static str, inputs: Vec<(&'static str, Known)>) -> Self {
        let known = inputs.iter().filter_map(|(key, known)| match known {
            Known::Known(value) => Some(((*key).to_owned(), vec![(*value).to_owned()])),
            Known::Unknown => None,
        });
        let given: Inputs = known.collect();
        let said = table(id).and_then(|table| evaluate(table, &given).ok());
        Prefill { table: id, inputs, outcomes: said.map(|said| said.possible().to_vec()).unwrap_or_default() }
    }
}

const fn either(yes: bool, one: &'static str, other: &'static str) -> Known {
    Known::Known(if yes { one } else { other })
}

/// Coordinator triage: whether it is public, a developer knows, the desk found it credible, how many developers there
/// are and whether they answer. Utility and public safety are for people to judge.
#[must_use]
pub fn triage(model: &CaseModel) -> Prefill {
    let vendors: Vec<&Participant> = model.vendors().collect();
    let told = vendors.iter().any(|one| one.vfd > Some(Vfd::Unaware));
    let how_many = match vendors.len() {
        0 => Known::Unknown,
        count => either(count == 1, "O", "M"),
    };
    let inputs = vec![
        ("RP", either(model.pxa.public, "Y", "N")),
        ("SCON", either(told, "Y", "N")),
        ("RC", credibility(model)),
        ("SC", how_many),
        ("SE", engagement(&vendors)),
        ("U", Known::Unknown),
        ("PSI", Known::Unknown),
    ];
    Prefill::new(COORD_TRIAGE, inputs)
}

/// The bodies' own judgement: found valid by one of them is credible, held as invalid by the receiving body is not.
fn credibility(model: &CaseModel) -> Known {
    let is = |party: Party, states: &[RmState]| {
        model.participants.iter().any(|one| one.party == party.key() && states.contains(&one.rm))
    };
    let valid = [RmState::Valid, RmState::Accepted, RmState::Deferred];
    if [Party::ReceivingBody, Party::Coordinator].into_iter().any(|body| is(body, &valid)) {
        return Known::Known("C");
    }
    if is(Party::ReceivingBody, &[RmState::Invalid]) { Known::Known("NC") } else { Known::Unknown }
}

/// One that works on it is engagement; that all are silent or done is none; else it is open.
fn engagement(vendors: &[&Participant]) -> Known {
    let is = |states: &'static [RmState]| move |one: &&Participant| states.contains(&one.rm);
    if vendors.iter().any(is(&[RmState::Accepted, RmState::Valid])) {
        return Known::Known("A");
    }
    let silent = !vendors.is_empty() && vendors.iter().all(is(&[RmState::Start, RmState::Invalid, RmState::Closed]));
    if silent { Known::Known("U") } else { Known::Unknown }
}

/// Coordinator publish: what attackers have, and how far the developers are. The value to the public is for people to
/// judge. Where the rating says that an attack was seen or published and nobody has judged which, attacks are open too.
#[must_use]
pub fn publish(model: &CaseModel, file: &CaseFile) -> Prefill {
    let attack_rated = file.case.rating().is_some_and(|rating| rating.factors.attack_seen == Some(true));
    let exploitation = match (model.pxa.attacks, model.pxa.exploit, attack_rated) {
        (true, ..) => Known::Known("A"),
        (false, _, true) => Known::Unknown,
        (false, exploit, false) => either(exploit, "P", "N"),
    };
    let inputs = vec![("SINV", involvement(model)), ("E", exploitation), ("PVA", Known::Unknown)];
    Prefill::new(COORD_PUBLISH, inputs)
}

/// The least involved developer counts: a publication is weighed by who is not ready.
fn involvement(model: &CaseModel) -> Known {
    let vendors: Vec<&Participant> = model.vendors().collect();
    let ready = |one: &&Participant| one.vfd >= Some(Vfd::FixReady);
    let works = |one: &&Participant| matches!(one.rm, RmState::Valid | RmState::Accepted);
    match vendors.as_slice() {
        [] => Known::Unknown,
        all if all.iter().all(ready) => Known::Known("FR"),
        all => either(all.iter().all(|one| ready(one) || works(one)), "C", "UU"),
    }
}

/// How one developer is involved, as `SINV` has it; `None` when it is not on the case.
#[must_use]
pub fn involvement_of(model: &CaseModel, developer: DeveloperId) -> Option<&'static str> {
    let key = Party::Developer(developer).key();
    let one = model.vendors().find(|one| one.party == key)?;
    Some(match (one.vfd >= Some(Vfd::FixReady), one.rm) {
        (true, _) => "FR",
        (false, RmState::Valid | RmState::Accepted) => "C",
        (false, _) => "UU",
    })
}

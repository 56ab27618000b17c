//! The state of a case in Vultron's words, as it is shown and exported.

use jiff::Timestamp;
use jiff::civil::Date;
use rulebook::case::Affectedness;
use serde::Serialize;

use crate::vultron::{EmState, PecState, Pxa, RmState, Snapshot, Standing, Vfd, Violation};

/// A case in Vultron's words. Parties are keys without names: whoever may read a case's names reads them elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseModel {
    /// Number of the case.
    pub case: String,
    /// The embargo of the case.
    pub embargo: Embargo,
    /// What has happened outside: `pxa`, a capital when it has.
    pub pxa: Pxa,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// Every step of every machine, in order.
    pub steps: Vec<Step>,
    /// What should not be: illegal combinations (none, unless the mapping is wrong) and what Vultron advises against.
    pub violations: Vec<Violation>,
}

/// The embargo of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Embargo {
    /// Its state.
    pub state: EmState,
    /// The day on which it ends by its terms.
    pub ends_on: Option<Date>,
}

/// What a participant is in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It found and reported.
    Reporter,
    /// It coordinates.
    Coordinator,
    /// Its product is concerned.
    Vendor,
}

/// One participant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Participant {
    /// Its key: `coordinator`, `developer:…`; `overseas` for the coordinator that a case came from.
    pub party: String,
    /// What it is.
    pub roles: Vec<Role>,
    /// How far it is with the report.
    pub rm: RmState,
    /// Its consent to the embargo.
    pub pec: PecState,
    /// Its path to a fix, if it is a vendor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vfd: Option<Vfd>,
    /// The day on which a finder was released from the non-disclosure request: Vultron has no way out of a consent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released_on: Option<Date>,
    /// The day of the first attempt to reach it, which Vultron does not know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_started_on: Option<Date>,
    /// The day on which its name was put on the list of unreachable developers; no details are public by that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_listed_on: Option<Date>,
    /// The day on which its product was put on that list: a partial disclosure, and no P either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_listed_on: Option<Date>,
    /// Whether its products are affected, which Vultron does not know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affected: Option<Affectedness>,
}

/// A step of a machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// `rm`, `em`, `pec` or `cs`.
    pub machine: &'static str,
    /// Whose, where it is not the case's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// The machine's event.
    pub event: String,
    /// The state before.
    pub from: String,
    /// The state after.
    pub to: String,
    /// The event of the journal that it comes from.
    pub because: &'static str,
}

impl CaseModel {
    /// The moment, for the rules that link the machines.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot<'_> {
        Snapshot {
            em: self.embargo.state,
            pxa: self.pxa,
            participants: self.participants.iter().map(Standing::from).collect(),
        }
    }

    /// The same with the parties of the case by their place (`developer-1`) instead of their ids, for everybody outside
    /// of the case.
    #[must_use]
    pub fn numbered(mut self) -> Self {
        let places = self.places();
        let shown = |key: &mut String| {
            if let Some((_, place)) = places.iter().find(|(known, _)| known == key) {
                key.clone_from(place);
            }
        };
        self.participants.iter_mut().for_each(|one| shown(&mut one.party));
        self.steps.iter_mut().filter_map(|step| step.who.as_mut()).for_each(shown);
        self.violations.iter_mut().filter_map(|found| found.who.as_mut()).for_each(shown);
        self
    }

    /// Each key that names an id, with its word and place.
    fn places(&self) -> Vec<(String, String)> {
        let mut places: Vec<(String, String)> = Vec::new();
        for one in &self.participants {
            let Some((word, _)) = one.party.split_once(':') else { continue };
            let before = places.iter().filter(|(key, _)| key.starts_with(&format!("{word}:"))).count();
            places.push((one.party.clone(), format!("{word}-{}", before + 1)));
        }
        places
    }

    /// The vendors.
    pub fn vendors(&self) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(|one| one.vfd.is_some())
    }
}

impl<'a> From<&'a Participant> for Standing<'a> {
    fn from(one: &'a Participant) -> Self {
        Standing { who: &one.party, rm: one.rm, pec: one.pec, vfd: one.vfd }
    }
}

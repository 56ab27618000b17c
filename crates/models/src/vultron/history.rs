//! Histories: orders in which the six events of a case can happen. 70 of the 720 orders of all six are possible.

use std::fmt;

use serde::{Serialize, Serializer};

use super::cs::{CsEvent, CsState};
use super::fraction::Fraction;

/// A possible history, whole or as far as it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct History(Vec<CsEvent>);

/// A wish: that one event comes before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Desideratum {
    /// What should come first.
    pub first: CsEvent,
    /// What should come later, or never.
    pub later: CsEvent,
}

const fn wish(first: CsEvent, later: CsEvent) -> Desideratum {
    Desideratum { first, later }
}

impl Desideratum {
    /// All twelve.
    pub const ALL: [Desideratum; 12] = [
        wish(CsEvent::VendorAware, CsEvent::PublicAware),
        wish(CsEvent::VendorAware, CsEvent::ExploitPublic),
        wish(CsEvent::VendorAware, CsEvent::AttacksObserved),
        wish(CsEvent::FixReady, CsEvent::PublicAware),
        wish(CsEvent::FixReady, CsEvent::ExploitPublic),
        wish(CsEvent::FixReady, CsEvent::AttacksObserved),
        wish(CsEvent::FixDeployed, CsEvent::PublicAware),
        wish(CsEvent::FixDeployed, CsEvent::ExploitPublic),
        wish(CsEvent::FixDeployed, CsEvent::AttacksObserved),
        wish(CsEvent::PublicAware, CsEvent::ExploitPublic),
        wish(CsEvent::PublicAware, CsEvent::AttacksObserved),
        wish(CsEvent::ExploitPublic, CsEvent::AttacksObserved),
    ];

    /// How often luck alone satisfies it, when every allowed event is as likely as any other.
    #[must_use]
    pub fn frequency(self) -> Fraction {
        let lucky = History::all().into_iter().filter(|history| history.satisfies(self));
        lucky.fold(Fraction::ZERO, |sum, history| sum.plus(history.probability()))
    }

    /// Skill: 1 when it is always satisfied, 0 when no more often than by luck, negative when less often. `None`
    /// without cases. Count only cases in which the order of the two events is known.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of cases")]
    pub fn skill(self, satisfied: u64, cases: u64) -> Option<f64> {
        let luck = self.frequency().value();
        (cases > 0).then(|| (satisfied as f64 / cases as f64 - luck) / (1.0 - luck))
    }
}

impl fmt::Display for Desideratum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}<{}", self.first.letter(), self.later.letter())
    }
}

impl Serialize for Desideratum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl History {
    /// The 70 whole histories.
    #[must_use]
    pub fn all() -> Vec<History> {
        History::with_beginnings().into_iter().filter(|history| history.is_whole()).collect()
    }

    /// Every possible history, whole or not, the empty one included.
    #[must_use]
    pub fn with_beginnings() -> Vec<History> {
        let mut found = vec![History::default()];
        let mut done = 0;
        while let Some(history) = found.get(done).cloned() {
            let longer = history.state().allowed().map(|event| History([history.0.as_slice(), &[event]].concat()));
            found.extend(longer);
            done += 1;
        }
        found
    }

    /// From events in their order; `None` when they cannot happen so.
    #[must_use]
    pub fn new(events: &[CsEvent]) -> Option<History> {
        events.iter().try_fold(CsState::default(), |state, event| state.on(*event))?;
        Some(History(events.to_vec()))
    }

    /// From letters such as `VFDPXA`; `None` when they are not events, or cannot happen so.
    #[must_use]
    pub fn read(letters: &str) -> Option<History> {
        let events: Option<Vec<CsEvent>> = letters.chars().map(CsEvent::of_letter).collect();
        History::new(&events?)
    }

    /// Whether all six events are in it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.len() == CsEvent::ALL.len()
    }

    /// The state that it leads to.
    #[must_use]
    pub fn state(&self) -> CsState {
        self.0.iter().fold(CsState::default(), |state, event| state.on(*event).unwrap_or(state))
    }

    /// How likely it is, when at each step every allowed event is as likely as any other.
    #[must_use]
    pub fn probability(&self) -> Fraction {
        let mut state = CsState::default();
        let mut probability = Fraction::ONE;
        for event in &self.0 {
            probability = probability.part_of(state.allowed().count() as u64);
            state = state.on(*event).unwrap_or(state);
        }
        probability
    }

    /// Whether it satisfies a wish: the first event is in it, and not after the later one.
    #[must_use]
    pub fn satisfies(&self, wish: Desideratum) -> bool {
        let place = |event: CsEvent| self.0.iter().position(|one| *one == event);
        place(wish.first).is_some_and(|first| place(wish.later).is_none_or(|later| first < later))
    }

    /// The wishes that it satisfies.
    #[must_use]
    pub fn desiderata(&self) -> Vec<Desideratum> {
        Desideratum::ALL.into_iter().filter(|wish| self.satisfies(*wish)).collect()
    }
}

impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|event| write!(f, "{}", event.letter()))
    }
}

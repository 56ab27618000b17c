//! Embargo management: one machine per case. 10 of its 20 pairs of state and event are allowed; an embargo that has
//! ended is never followed by a second one.

use serde::Serialize;

use super::by_word;

/// How a case stands with its embargo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum EmState {
    /// There is none.
    #[serde(rename = "N")]
    None,
    /// One is proposed.
    #[serde(rename = "P")]
    Proposed,
    /// One holds.
    #[serde(rename = "A")]
    Active,
    /// One holds, and other terms are proposed.
    #[serde(rename = "R")]
    Revise,
    /// It has ended.
    #[serde(rename = "X")]
    Exited,
}

/// What is done about an embargo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EmEvent {
    /// Terms are proposed.
    Propose,
    /// The proposed terms are refused; under a revision the old ones stay.
    Reject,
    /// The proposed terms are taken.
    Accept,
    /// The embargo ends.
    Terminate,
}

impl EmState {
    /// All of them.
    pub const ALL: [EmState; 5] = [EmState::None, EmState::Proposed, EmState::Active, EmState::Revise, EmState::Exited];

    /// The state after an event; `None` when the event is not allowed here.
    #[must_use]
    pub const fn on(self, event: EmEvent) -> Option<EmState> {
        match (self, event) {
            (EmState::None | EmState::Proposed, EmEvent::Propose) => Some(EmState::Proposed),
            (EmState::Proposed, EmEvent::Reject) => Some(EmState::None),
            (EmState::Proposed | EmState::Revise, EmEvent::Accept) | (EmState::Revise, EmEvent::Reject) => {
                Some(EmState::Active)
            }
            (EmState::Active | EmState::Revise, EmEvent::Propose) => Some(EmState::Revise),
            (EmState::Active | EmState::Revise, EmEvent::Terminate) => Some(EmState::Exited),
            _ => None,
        }
    }

    /// Whether an embargo holds, be it under revision.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, EmState::Active | EmState::Revise)
    }

    /// Its letter: `N`, `P`, `A`, `R`, `X`.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            EmState::None => "N",
            EmState::Proposed => "P",
            EmState::Active => "A",
            EmState::Revise => "R",
            EmState::Exited => "X",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            EmState::None => "none",
            EmState::Proposed => "proposed",
            EmState::Active => "active",
            EmState::Revise => "revise",
            EmState::Exited => "exited",
        }
    }

    /// By its letter or its word.
    #[must_use]
    pub fn read(text: &str) -> Option<EmState> {
        by_word(&EmState::ALL, EmState::letter, text).or_else(|| by_word(&EmState::ALL, EmState::word, text))
    }
}

impl EmEvent {
    /// All of them.
    pub const ALL: [EmEvent; 4] = [EmEvent::Propose, EmEvent::Reject, EmEvent::Accept, EmEvent::Terminate];

    /// Its word: `propose`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            EmEvent::Propose => "propose",
            EmEvent::Reject => "reject",
            EmEvent::Accept => "accept",
            EmEvent::Terminate => "terminate",
        }
    }

    /// By its word.
    #[must_use]
    pub fn read(text: &str) -> Option<EmEvent> {
        by_word(&EmEvent::ALL, EmEvent::word, text)
    }
}

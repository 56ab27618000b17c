//! Report management: one machine per participant. 11 of its 42 pairs of state and event are allowed.

use std::collections::VecDeque;

use serde::Serialize;

use super::by_word;

/// How far one participant is with a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum RmState {
    /// Knows nothing of it.
    #[serde(rename = "S")]
    Start,
    /// Has it.
    #[serde(rename = "R")]
    Received,
    /// Holds it for more information, or found it not to be one.
    #[serde(rename = "I")]
    Invalid,
    /// Found it to be a report worth a decision.
    #[serde(rename = "V")]
    Valid,
    /// Works on it.
    #[serde(rename = "A")]
    Accepted,
    /// Put it off.
    #[serde(rename = "D")]
    Deferred,
    /// Is done with it.
    #[serde(rename = "C")]
    Closed,
}

/// What a participant does with a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RmEvent {
    /// Gets it from somebody else.
    Receive,
    /// Finds it valid.
    Validate,
    /// Finds it invalid, or lacks something.
    Invalidate,
    /// Takes it on.
    Accept,
    /// Puts it off.
    Defer,
    /// Closes it.
    Close,
}

impl RmState {
    /// All of them, in the order of the road.
    pub const ALL: [RmState; 7] = [
        RmState::Start,
        RmState::Received,
        RmState::Invalid,
        RmState::Valid,
        RmState::Accepted,
        RmState::Deferred,
        RmState::Closed,
    ];

    /// The state after an event; `None` when the event is not allowed here.
    #[must_use]
    pub const fn on(self, event: RmEvent) -> Option<RmState> {
        match (self, event) {
            (RmState::Start, RmEvent::Receive) => Some(RmState::Received),
            (RmState::Received | RmState::Invalid, RmEvent::Validate) => Some(RmState::Valid),
            (RmState::Received, RmEvent::Invalidate) => Some(RmState::Invalid),
            (RmState::Valid | RmState::Deferred, RmEvent::Accept) => Some(RmState::Accepted),
            (RmState::Valid | RmState::Accepted, RmEvent::Defer) => Some(RmState::Deferred),
            (RmState::Invalid | RmState::Deferred | RmState::Accepted, RmEvent::Close) => Some(RmState::Closed),
            _ => None,
        }
    }

    /// The fewest events that lead to another state; `None` when none do. Empty when it is there already.
    #[must_use]
    pub fn way_to(self, goal: RmState) -> Option<Vec<RmEvent>> {
        let mut seen = vec![self];
        let mut ways = VecDeque::from([(self, Vec::new())]);
        while let Some((state, way)) = ways.pop_front() {
            if state == goal {
                return Some(way);
            }
            for event in RmEvent::ALL {
                if let Some(next) = state.on(event).filter(|next| !seen.contains(next)) {
                    seen.push(next);
                    ways.push_back((next, [way.as_slice(), &[event]].concat()));
                }
            }
        }
        None
    }

    /// Its letter: `S`, `R`, `I`, `V`, `A`, `D`, `C`.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            RmState::Start => "S",
            RmState::Received => "R",
            RmState::Invalid => "I",
            RmState::Valid => "V",
            RmState::Accepted => "A",
            RmState::Deferred => "D",
            RmState::Closed => "C",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            RmState::Start => "start",
            RmState::Received => "received",
            RmState::Invalid => "invalid",
            RmState::Valid => "valid",
            RmState::Accepted => "accepted",
            RmState::Deferred => "deferred",
            RmState::Closed => "closed",
        }
    }

    /// By its letter or its word.
    #[must_use]
    pub fn read(text: &str) -> Option<RmState> {
        by_word(&RmState::ALL, RmState::letter, text).or_else(|| by_word(&RmState::ALL, RmState::word, text))
    }
}

impl RmEvent {
    /// All of them.
    pub const ALL: [RmEvent; 6] =
        [RmEvent::Receive, RmEvent::Validate, RmEvent::Invalidate, RmEvent::Accept, RmEvent::Defer, RmEvent::Close];

    /// Its word: `receive`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            RmEvent::Receive => "receive",
            RmEvent::Validate => "validate",
            RmEvent::Invalidate => "invalidate",
            RmEvent::Accept => "accept",
            RmEvent::Defer => "defer",
            RmEvent::Close => "close",
        }
    }

    /// By its word.
    #[must_use]
    pub fn read(text: &str) -> Option<RmEvent> {
        by_word(&RmEvent::ALL, RmEvent::word, text)
    }
}

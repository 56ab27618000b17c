//! What is known about the day from outside.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::event::{ScheduleEvent, SignalKind};
use crate::party::Party;

/// Something seen outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signal {
    /// 1 for the first of the case.
    pub number: u32,
    /// When it was said.
    pub at: Timestamp,
    /// What.
    pub kind: SignalKind,
    /// On which day it was seen.
    pub seen_on: Date,
    /// Who says so; nobody where the viewer may not know.
    pub by: Option<Party>,
    /// Where, and how one knows.
    pub note: String,
    /// Whether it is a fact of the case, once judged.
    pub adopted: Option<bool>,
    /// Why it was judged so.
    pub reason: String,
}

/// What was seen outside, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Schedule {
    /// All of it.
    pub signals: Vec<Signal>,
}

impl Schedule {
    /// Takes in one more event.
    pub fn evolve(&mut self, at: Timestamp, event: &ScheduleEvent) {
        match event.clone() {
            ScheduleEvent::SignalReported { signal: number, kind, seen_on, by, note } => {
                let by = Some(by);
                self.signals.push(Signal { number, at, kind, seen_on, by, note, adopted: None, reason: String::new() });
            }
            ScheduleEvent::SignalJudged { signal, adopted, reason } => {
                if let Some(one) = self.signals.iter_mut().find(|one| one.number == signal) {
                    (one.adopted, one.reason) = (Some(adopted), reason);
                }
            }
        }
    }

    /// Whether something seen outside is a fact of the case.
    #[must_use]
    pub fn is_pressed(&self) -> bool {
        self.signals.iter().any(|signal| signal.adopted == Some(true))
    }

    /// What waits to be judged.
    pub fn open(&self) -> impl Iterator<Item = &Signal> {
        self.signals.iter().filter(|signal| signal.adopted.is_none())
    }
}

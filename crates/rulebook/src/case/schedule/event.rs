//! What can happen about the day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::party::Party;

coded! {
    /// What somebody saw outside that bears on the day (Ⅳ.4.3.③).
    pub enum SignalKind {
        /// Attacks are seen.
        AttackSeen = "attack-seen",
        /// An exploit is public.
        ExploitPublic = "exploit-public",
        /// The information leaked.
        Leaked = "leaked",
        /// Somebody published it elsewhere.
        PublishedElsewhere = "published-elsewhere",
    }
}

/// What was weighed when a day was decided (Ⅳ.4.3.①–③, 第2段).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weighing {
    /// ① How long the countermeasures take.
    pub countermeasures: String,
    /// ② How long coordination overseas takes.
    pub overseas: String,
    /// ③ The risk that it leaks.
    pub leak_risk: String,
    /// Where only some developers reported: the similar cases that it rests on beside their reports (第2段).
    pub similar_cases: String,
    /// Brought forward because of what was seen outside. The guideline has no clause for it: a rule of this program.
    pub early: bool,
}

/// What can happen about the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum ScheduleEvent {
    /// Somebody says that it saw something outside: a claim until it is judged.
    SignalReported {
        /// 1 for the first of the case.
        signal: u32,
        /// What.
        kind: SignalKind,
        /// On which day it was seen.
        seen_on: Date,
        /// Who says so.
        by: Party,
        /// Where, and how one knows.
        note: String,
    },
    /// The coordinator took it as a fact of the case, or did not.
    SignalJudged {
        /// Which.
        signal: u32,
        /// Whether it is a fact.
        adopted: bool,
        /// Why.
        reason: String,
    },
}

impl ScheduleEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            ScheduleEvent::SignalReported { .. } => "SignalReported",
            ScheduleEvent::SignalJudged { .. } => "SignalJudged",
        }
    }
}

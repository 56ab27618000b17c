//! The day (公表日): what is weighed when it is decided, and what is seen outside that bears on it (Ⅳ.4.3, Ⅳ.4.4).
//!
//! A part of a case: its events, its state, what may be done and what follows, what is owed, who sees and hears what
//! stand together here; the case takes them up in its own enums and functions.

mod event;
mod rules;
mod state;

pub use event::{ScheduleEvent, SignalKind, Weighing};
pub use rules::{ScheduleCommand, duties, may};
pub use state::{Schedule, Signal};

pub(super) use rules::{check_day, decide, facts, notices, shown};

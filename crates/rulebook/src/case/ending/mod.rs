//! How a case ends without a publication, and opens again (Ⅳ.3.(1).7, Ⅳ.4.4), and what bears on it: what developers
//! refuse, and products whose support has ended.
//!
//! Two bodies end two things by two lists: the coordinator drops the publication, the receiving body stops handling. A
//! dropped publication leaves the receiving body to stop; a case that is stopped has ended, and only its talks go on.
//! No developer's statement ends anything by itself.

mod event;
mod notices;
mod rules;
mod state;
mod support;

pub use event::{DropGround, EndOfSupport, EndingEvent, EndingGround, FixPlan, Refused, StopUsing};
pub use rules::{EndingCommand, duties, may, stop};
pub use state::{Dropped, Ending, EndingView, RefusalOnRecord, Stopped, SupportView, proposed, refusals};
pub use support::{EolCase, EolRoad, eol_case};

pub(super) use notices::{facts, is_for_developers, notices};
pub(super) use rules::{decide, gate};
pub(super) use state::shown;
pub(super) use support::check_stop_using;

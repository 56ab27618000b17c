//! Judgement on publication where coordination is impossible (公表判定, Ⅳ.3.(2), Ⅳ.4.10, Ⅳ.5.10).
//!
//! The coordinator gives notice, the receiving body judges for itself, the committee is convened, and its result is
//! carried out. Each notice begins a round; a case that goes back to coordination may come again.

mod command;
mod decide;
mod duties;
mod event;
mod notices;
mod papers;
mod permission;
mod record;
mod shown;
mod state;

pub use command::JudgementCommand;
pub use duties::{duties, rests};
pub use event::{
    Announcement, BallotVote, Field, Finding, FourCondition, Ground, JudgementEvent, Material, Minutes, Ruling, Seat,
    Verdict,
};
pub use permission::may;
pub use record::{Assessment, Ballot, Conflict, Draft, Hearing, Invitation, Mark, Meeting, Opinion, View};
pub use state::{Judgement, Round};

pub(super) use decide::decide;
pub(super) use notices::{facts, is_for_developer, notices};
pub(super) use papers::papers;
pub(super) use permission::gate;
pub(super) use shown::shown;

//! Who else is told before the publication, and who talks with whom (Ⅳ.3.(1).5, Ⅳ.3.(1).9, Ⅳ.4.2, Ⅳ.4.5, Ⅳ.4.6,
//! Ⅳ.4.9.第2段, Ⅳ.5.4, Ⅳ.5.5, Ⅳ.5.9.第2段, 付録6.3).
//!
//! Others are told with a good reason only, never more than the copy that was approved, and never who the finder is.
//! Whatever one party asks of another goes through the two bodies; a wish that is not granted is told without saying
//! who did not grant it.

mod disclosure;
mod event;
mod notices;
mod record;
mod rules;
mod shown;
mod state;
mod talks;
mod waves;

pub use disclosure::{Constraint, Package, package};
pub use event::{DisclosureGround, Involvement, OutreachEvent, Recipient, RecipientKind, Tlp};
pub use record::{Analysis, Disclosure, Nda, SiteAnswer, SiteRequest, Talk, UserNotice, UserNoticeAnswer, UsersTold};
pub use rules::{OutreachCommand, duties, may};
pub use shown::{OutreachView, TalkState, TalkView};
pub use state::Outreach;
pub use waves::{InvolvementView, Wave, wave_is_open};

pub(super) use notices::{facts, is_own_step, notices};
pub(super) use rules::decide;
pub(super) use shown::shown;
pub(super) use talks::may_write;

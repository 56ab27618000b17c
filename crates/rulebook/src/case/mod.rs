//! The handling of one vulnerability (案件), with all its parties, from acceptance to publication.

pub mod aftercare;
pub mod arrival;
pub mod command;
pub mod content;
pub mod decide;
pub mod duties;
pub mod duty;
pub mod ending;
pub mod event;
pub mod file;
pub mod judgement;
pub mod merge;
pub mod non_disclosure;
pub mod notices;
pub mod outreach;
pub mod overseas;
pub mod permission;
pub mod reach;
pub mod reminder;
pub mod schedule;
mod standing;
pub mod state;
pub mod timeline;
pub mod view;

pub use aftercare::{AftercareCommand, AftercareEvent, Asker, Enquirer, WithdrawalGround};
pub use arrival::{ArrivalEvent, Arrivals, OpenOverseas, Overseas, OverseasDay, open_overseas};
pub use command::CaseCommand;
pub use content::{CaseContent, ContentField};
pub use decide::decide;
pub use duties::{Duty, DutyKind, duties};
pub use ending::{
    DropGround, EndOfSupport, EndingCommand, EndingEvent, EndingGround, EndingView, FixPlan, Refused, StopUsing,
};
pub use event::{
    Affectedness, AttemptOutcome, CaseEvent, ContactMeans, Countermeasure, Origin, ProductStatus, StatusStatement,
    Thread, Verification, VerificationResult,
};
pub use file::CaseFile;
pub use judgement::{JudgementCommand, JudgementEvent};
pub use merge::{Merged, merge};
pub use non_disclosure::NonDisclosureCommand;
pub use notices::{Notice, NoticeKind};
pub use outreach::{OutreachCommand, OutreachEvent, OutreachView};
pub use overseas::OverseasCommand;
pub use permission::may;
pub use reach::{ReachCommand, ReachEvent};
pub use schedule::{ScheduleCommand, ScheduleEvent, SignalKind, Weighing};
pub use state::{CaseState, DeveloperSide, Stage};
pub use view::{CaseView, DeveloperView, Viewer, view};

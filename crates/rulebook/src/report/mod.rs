//! A finder's report (届出): the form, the exchange with the desk, and the decision to accept it or not.
//!
//! A report is not a case (decision 1): it is the finder's side. Accepting it opens a case.

pub mod decide;
pub mod event;
pub mod form;
pub mod problems;
pub mod state;
pub mod view;

pub use decide::{AcceptReport, JoinReport, ReportCommand, SplitReport, accept, decide, join, split};
pub use state::{
    Attachment, Channel, Condition, Message, NonDisclosure, ReportEvent, ReportStage, ReportState, Writer,
};
pub use view::ReportView;

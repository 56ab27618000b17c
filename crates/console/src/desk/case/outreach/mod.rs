//! Who else is told before the publication, in which order the developers are told, what developers ask of the bodies,
//! and who talks with whom (Ⅳ.3.(1).5, Ⅳ.3.(1).9, Ⅳ.4.2.第3段, Ⅳ.4.5, Ⅳ.5.4, Ⅳ.5.5, Ⅳ.5.9.第2段).

mod asked;
mod involved;
mod package;
mod page;
mod send;
mod told;

pub(super) use involved::{chosen as chosen_involvement, fields as involvement_fields, of as involvement_of};
pub(super) use page::respond;

use axum::Router;
use rulebook::case::DutyKind;

use super::Desk;
use crate::state::Console;

/// Names of the forms, each the last part of its address.
const NDA: &str = "nda";
const AGREEMENT: &str = "agreement";
const DISCLOSE: &str = "disclose";
const ANALYSIS: &str = "analysis";
const AFFECTS: &str = "affects";
const INVOLVE: &str = "involve";
const PLAN: &str = "plan";
const OPEN: &str = "open";

pub(super) fn routes() -> Router<Console> {
    Router::new().merge(send::routes()).merge(package::routes())
}

/// The way to this page.
pub(super) fn href(desk: &Desk<'_>) -> String {
    format!("{}/outreach", desk.base)
}

/// The way to where a duty of this kind is done; nothing for others.
pub(super) fn href_of(desk: &Desk<'_>, duty: DutyKind) -> Option<String> {
    let part = match duty {
        DutyKind::AnswerSiteInformation | DutyKind::AnswerUserNotice | DutyKind::PassTalk => "asked",
        DutyKind::RecordAnalysis => "told",
        DutyKind::PassInfluence => "affects",
        DutyKind::OpenWave => "waves",
        _ => return None,
    };
    Some(format!("{}#{part}", href(desk)))
}

//! How a case ends without a publication, and opens again (Ⅳ.3.(1).7, Ⅳ.4.4): two bodies, two lists. With what bears
//! on it: what developers refuse, and products whose support has ended.

mod grounds;
mod page;
mod record;
mod send;
mod state;

pub(super) use grounds::place_of;
pub(super) use page::respond;
pub(crate) use send::read_support;
pub(super) use send::routes;
pub(super) use state::banner;

use super::Desk;

/// Names of the forms, each the last part of its address.
const DROP: &str = "drop";
const STOP: &str = "stop";
const RESUME: &str = "resume";
const REFUSAL: &str = "refusal";
const SUPPORT: &str = "support";

/// The way to this page.
pub(super) fn href(desk: &Desk<'_>) -> String {
    format!("{}/ending", desk.base)
}

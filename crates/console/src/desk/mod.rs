//! The desks of the receiving body and the coordinator, and the day of everybody who signs in.

mod audit;
mod case;
mod cases;
mod classified;
mod copy;
mod identity;
mod listing;
mod mails;
mod my_day;
mod overseas;
mod register;
mod report;
mod reports;
pub(crate) mod sent;
mod side;
mod site;
mod site_letter;
mod sites;
mod words;

pub(crate) use case::read_support as read_support_end;

use axum::Router;

use crate::state::Console;

pub(crate) fn routes() -> Router<Console> {
    Router::new()
        .merge(my_day::routes())
        .merge(audit::routes())
        .merge(reports::routes())
        .merge(report::routes())
        .merge(cases::routes())
        .merge(overseas::routes())
        .merge(case::routes())
        .merge(sites::routes())
        .merge(site::routes())
        .merge(register::routes())
        .merge(mails::routes())
        .merge(site_letter::routes())
}

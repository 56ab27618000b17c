//! Everything that touches a case, for people: the report form, the progress page, the answer page of a developer,
//! the desks of the receiving body and the coordinator, accounts.
//!
//! What it knows: requests, sessions, forms, templates. A handler translates: request → command, view → page.
//!
//! What it must not know: rules (the rulebook decides), SQL, keys. A rule in a handler is a bug.
//!
//! Every path begins with the language, `/ja/…` or `/en/…`. Whose page it is stands in the handler's signature:
//! [`who::Visitor`] is anybody, [`who::Staff`] one of the two bodies, and so on; what is not theirs does not exist (404).

pub mod admin;
pub mod advisory;
mod brought;
pub mod calendar;
mod committee;
pub mod demo;
pub mod desk;
pub mod developer;
pub mod download;
pub mod fault;
pub mod forms;
pub mod front;
mod judgement;
pub mod letters;
pub mod names;
pub mod notices;
mod operator;
mod parts;
pub mod sign_in;
mod site_names;
mod stages;
pub mod state;
mod subscriptions;
pub mod who;

use axum::Router;
use axum::middleware;

pub use letters::Letters;
pub use state::{Console, DemoPerson};

/// Every route of the console.
pub fn routes(console: Console) -> Router {
    Router::new()
        .merge(sign_in::routes())
        .merge(front::routes())
        .merge(desk::routes())
        .merge(developer::routes())
        .merge(operator::routes())
        .merge(committee::routes())
        .merge(calendar::routes())
        .merge(subscriptions::routes())
        .merge(admin::routes())
        .merge(advisory::routes())
        .merge(demo::routes())
        // As one: a router boxes what each layer makes, and each box is cloned for each request. The first is the outermost.
        .layer((
            middleware::map_response(ui::respond::secured),
            middleware::from_fn_with_state(console.clone(), fault::in_words),
            middleware::from_fn_with_state(console.clone(), who::same_origin_only),
        ))
        .with_state(console)
}

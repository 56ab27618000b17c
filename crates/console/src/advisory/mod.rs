//! The advisory editor: the text in both languages side by side, what is wrong with it in the margin, the preview as
//! the public will see it, the signatures of both bodies, publication and updates.
//!
//! The coordinator writes (Ⅳ.4.9); the receiving body reads and co-signs (Ⅳ.3.(1).13).

mod actions;
mod checks;
mod credit;
mod editor;
mod form;
mod history;
pub(crate) mod numbers;
mod page;
mod part;
mod preview;
mod road;

use axum::Router;
use axum::routing::{get, post};

use crate::state::Console;

pub use preview::AdvisoryPreview;

pub(crate) fn routes() -> Router<Console> {
    let advisory = "/{lang}/desk/cases/{number}/advisory";
    Router::new()
        .route(advisory, get(editor::show).post(actions::save))
        .route(&format!("{advisory}/preview"), get(preview::show))
        .route(&format!("{advisory}/begin"), post(actions::begin))
        .route(&format!("{advisory}/show"), post(actions::show_to_developers))
        .route(&format!("{advisory}/approve"), post(actions::approve))
        .route(&format!("{advisory}/co-sign"), post(actions::co_sign))
        .route(&format!("{advisory}/publish"), post(actions::publish))
}

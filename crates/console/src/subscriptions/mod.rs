//! Advisories by mail: asking for it, saying yes, seeing and changing what comes, leaving.
//!
//! The pages are linked from the public site, which has neither key nor database; addresses are taken here. The secret
//! in an address is all that is needed, as with a receipt: there is no session and no account.

mod ask;
mod own;
mod words;

use axum::Router;
use axum::routing::get;

pub(crate) use self::words::{news, question};
use crate::state::Console;

pub(crate) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/subscribe", get(ask::show).post(ask::send))
        .route("/{lang}/subscribe/confirm/{token}", get(ask::look).post(ask::confirm))
        .route("/{lang}/subscriptions/{token}", get(own::show).post(own::change))
        .route("/{lang}/subscriptions/{token}/leave", get(own::look).post(own::leave))
}

//! The public site: what has been published, for people in Japanese and English, and for machines.
//!
//! What it knows: the published tree, a folder of finished documents, and nothing else. It has no key and no
//! database, so it cannot leak what it does not have; it scales by copies behind any cache.
//!
//! What it must not know: the store, casework, the rulebook, anything about a case that is not published.
//!
//! | module | what it does |
//! |---|---|
//! | [`tree`], [`index`], [`rules`], [`unreachable`](mod@unreachable), [`developers`] | reads the tree, follows its changes, keeps its lists in memory |
//! | [`clean`] | takes out of texts what makes them look like something else |
//! | [`cache`], [`answer`] | keeps written pages, answers "you have it already" |
//! | [`catalogue`] | what feeds and the MyJVN API choose by |
//! | `feeds`, [`myjvn`] | data feeds at the paths of JVN iPedia, the MyJVN API |
//! | `searching`, `api` | the search over the tree; its answers as JSON and Atom, and the description of all of it |
//! | [`door`] | answers for a page that is kept, before anybody looks for its route |
//! | `visit` | what a request says to a page: who looks at what, in which language |
//! | `pages` | the pages, each with its template |
//! | `imported` | advisories of others: what there is, the originals, a search of their own |
//! | `files`, `pack` | the files of the tree as they are; answers made small |
//!
//! # Wiring
//!
//! ```ignore
//! let portal = PortalState::open(Setup { folder, site, base_url, demo: None, scratch: None, now });
//! tokio::spawn(portal::follow(portal.clone()));          // follows the tree; portal.notify() makes it look at once
//! let app = portal::routes(portal.clone())
//!     .merge(portal::assets(portal.clone()))
//!     .fallback_service(portal::fallback(portal));       // or portal::site(portal) for all of it
//! // In front of all that, if it is to be quick: portal::door::at_once(&portal, &request)
//! ```

mod api;
mod feeds;
mod files;
mod imported;
mod pack;
mod pages;
mod searching;
mod state;
mod subscribing;
mod visit;

pub mod answer;
pub mod cache;
pub mod catalogue;
pub mod clean;
pub mod developers;
pub mod door;
pub mod index;
pub mod myjvn;
pub mod process;
pub mod rules;
pub mod tree;
pub mod unreachable;
pub mod websites;

use axum::Router;
use axum::middleware::{from_fn_with_state, map_response};
use axum::routing::get;
pub use pages::advisory::preview::preview;
pub use state::{Clock, PortalState, Setup, follow};
use ui::Lang;

/// Every page and file of the public site, without the assets of `ui` and without a page for what is not there.
pub fn routes(portal: PortalState) -> Router {
    let mut router = Router::new()
        .route("/", get(pages::home::by_language))
        .route("/robots.txt", get(pages::robots))
        .route("/assets/portal/{name}", get(pages::asset))
        .route("/cvesearch", get(pages::cve::search))
        .merge(api::routes())
        .merge(files::routes())
        .merge(pages::imported::files())
        .merge(myjvn::routes());
    for lang in Lang::ALL {
        router = router.merge(pages::routes(lang)).merge(feeds::routes(lang));
    }
    // As one: a router boxes what each layer makes, and each box is cloned for each request. The first is the outermost.
    let layers = (map_response(ui::respond::secured), from_fn_with_state(portal.clone(), pack::pack));
    router.layer(layers).with_state(portal)
}

/// Style sheets, scripts and pictures of `ui`, packed for the way.
pub fn assets(portal: PortalState) -> Router {
    ui::assets::routes().layer(from_fn_with_state(portal, pack::pack))
}

/// What is shown where there is nothing; the number of an advisory leads to its page.
pub fn fallback(portal: PortalState) -> Router {
    Router::new().fallback(pages::trouble::fallback).layer(map_response(ui::respond::secured)).with_state(portal)
}

/// The whole site by itself, for an installation that is nothing but a portal.
pub fn site(portal: PortalState) -> Router {
    routes(portal.clone()).merge(assets(portal.clone())).fallback_service(fallback(portal))
}

//! What somebody who types may mean: vendors and products, as JSON for the script of the search box.

use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use search::{Kind, Searched, Suggestion};
use serde::Serialize;
use ui::{Lang, Query};

use super::named::path;
use super::own_path;
use super::words::language;
use crate::PortalState;
use crate::answer::KEEP;
use crate::files::open_to_all;

/// Names that are suggested at once.
const MOST: usize = 8;
/// Characters of a text that are given back.
const TYPED_MAX: usize = 200;

/// The answer.
#[derive(Serialize)]
struct Suggestions {
    q: String,
    suggestions: Vec<Name>,
}

/// A name.
#[derive(Serialize)]
struct Name {
    kind: &'static str,
    name: String,
    /// Whose product it is, or what the vendor is called in the other language.
    note: String,
    url: String,
    advisories: usize,
}

/// Names that begin like `q` or are read like it.
pub(crate) async fn show(State(portal): State<PortalState>, Extension(lang): Extension<Lang>, uri: Uri) -> Response {
    let typed: String =
        Query::parse(&own_path(&uri)).get("q").unwrap_or_default().trim().chars().take(TYPED_MAX).collect();
    super::beside(move || {
        let searched = portal.search().searched.clone();
        let suggested = searched.suggest(&typed, MOST);
        let suggestions = suggested.iter().filter_map(|one| name(&searched, one, lang)).collect();
        let answer = Suggestions { q: typed, suggestions };
        open_to_all(([(CACHE_CONTROL, KEEP)], axum::Json(answer)).into_response())
    })
    .await
}

fn name(searched: &Searched, suggestion: &Suggestion, lang: Lang) -> Option<Name> {
    let named = searched.names().get(suggestion.place)?;
    let shown = named.shown(language(lang)).to_owned();
    let vendor = named.vendor.and_then(|vendor| searched.names().get(vendor));
    let note = vendor.map_or_else(|| named.shown(language(lang.other())), |vendor| vendor.shown(language(lang)));
    Some(Name {
        kind: match suggestion.kind {
            Kind::Vendor => "vendor",
            Kind::Product => "product",
        },
        note: if note == shown { String::new() } else { note.to_owned() },
        url: path(searched, named, lang),
        name: shown,
        advisories: suggestion.advisories,
    })
}

//! What somebody who types may mean: vendors and products, as JSON for the script of the search box. Those of our own
//! advisories come first; what only advisories of others name leads to the list of those.

use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use search::{Kind, Named, Searched, Suggestion};
use serde::Serialize;
use ui::{Lang, Query};

use super::named::path;
use super::words::language;
use crate::answer::KEEP;
use crate::files::open_to_all;
use crate::visit::Visit;

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
    /// Whether only advisories of others name it.
    imported: bool,
}

/// Names that begin like `q` or are read like it.
pub(crate) async fn show(visit: Visit) -> Response {
    let typed: String = visit.query.get("q").unwrap_or_default().trim().chars().take(TYPED_MAX).collect();
    visit
        .beside(move |visit| {
            let (portal, lang) = (&visit.portal, visit.lang);
            let (ours, others) = (portal.search().searched.clone(), portal.imported_search().searched.clone());
            let all = |searched: &Searched| searched.suggest(&typed, MOST);
            let mut names: Vec<Name> = all(&ours).iter().filter_map(|one| name(&ours, one, lang)).collect();
            let others: Vec<Name> = all(&others).iter().filter_map(|one| imported_name(&others, one, lang)).collect();
            for other in others {
                if !names.iter().any(|known| known.kind == other.kind && known.name == other.name) {
                    names.push(other);
                }
            }
            names.truncate(MOST);
            let answer = Suggestions { q: typed, suggestions: names };
            open_to_all(([(CACHE_CONTROL, KEEP)], axum::Json(answer)).into_response())
        })
        .await
}

fn name(searched: &Searched, suggestion: &Suggestion, lang: Lang) -> Option<Name> {
    let named = searched.names().get(suggestion.place)?;
    let shown = named.shown(language(lang)).to_owned();
    let vendor = vendor(searched, named);
    let note = vendor.map_or_else(|| named.shown(language(lang.other())), |vendor| vendor.shown(language(lang)));
    Some(Name {
        kind: kind(suggestion.kind),
        note: if note == shown { String::new() } else { note.to_owned() },
        url: path(searched, named, lang),
        name: shown,
        advisories: suggestion.advisories,
        imported: false,
    })
}

/// A name that advisories of others have: there is no page of it, but a list.
fn imported_name(searched: &Searched, suggestion: &Suggestion, lang: Lang) -> Option<Name> {
    let named = searched.names().get(suggestion.place)?;
    let vendor = vendor(searched, named);
    let list = Query::new(format!("/{}/imported", lang.tag())).and("vendor", &vendor.unwrap_or(named).slug);
    let whose = vendor.map(|vendor| vendor.shown(language(lang)).to_owned());
    let elsewhere = lang.t("portal-imported-title").into_owned();
    let product = vendor.map(|_| &named.slug);
    Some(Name {
        kind: kind(suggestion.kind),
        name: named.shown(language(lang)).to_owned(),
        note: whose.into_iter().chain([elsewhere]).collect::<Vec<_>>().join("  "),
        url: product.into_iter().fold(list, |list, slug| list.and("product", slug)).to_string(),
        advisories: suggestion.advisories,
        imported: true,
    })
}

fn vendor<'a>(searched: &'a Searched, named: &Named) -> Option<&'a Named> {
    named.vendor.and_then(|vendor| searched.names().get(vendor))
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Vendor => "vendor",
        Kind::Product => "product",
    }
}

//! A vendor or a product: what happened with it?

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use search::{Found, Kind, Named, Question, Searched};
use ui::{Frame, Lang, NavItem, Query};

use super::facets::{Facet, facets};
use super::list::{Row, called};
use super::segment;
use super::words::language;
use crate::answer::lead_for_good;
use crate::searching::asked;
use crate::state::Part;
use crate::visit::Visit;

/// Advisories that are shown; the rest stands in the list.
const NEWEST: usize = 25;
/// Products that are shown at once.
const PRODUCTS: usize = 60;

#[derive(Template)]
#[template(path = "portal/named.html")]
struct NamedPage {
    frame: Frame,
    style: &'static str,
    kind: Kind,
    name: String,
    other: String,
    vendor: Option<NavItem>,
    products: Vec<(String, String, usize)>,
    more_products: usize,
    rows: Vec<Row>,
    found: usize,
    newest: Option<Date>,
    facets: Vec<Facet>,
    list: String,
    atom: String,
    json: String,
    subscribe: String,
}

/// The path of a vendor's or a product's page.
pub(crate) fn path(searched: &Searched, named: &Named, lang: Lang) -> String {
    let vendor = named.vendor.and_then(|vendor| searched.names().get(vendor));
    match vendor {
        Some(vendor) => format!("/{}/products/{}/{}", lang.tag(), segment(&vendor.slug), segment(&named.slug)),
        None => format!("/{}/vendors/{}", lang.tag(), segment(&named.slug)),
    }
}

/// A vendor's page.
pub(crate) async fn vendor(visit: Visit, Path(vendor): Path<String>) -> Response {
    visit.beside(move |visit| show(visit, &vendor, None)).await
}

/// A product's page.
pub(crate) async fn product(visit: Visit, Path((vendor, product)): Path<(String, String)>) -> Response {
    visit.beside(move |visit| show(visit, &vendor, Some(&product))).await
}

/// The page; another spelling of the name leads to the one address.
fn show(visit: &Visit, vendor: &str, product: Option<&str>) -> Response {
    let ready = visit.portal.search();
    let searched = &ready.searched;
    let names = searched.names();
    let place = names.vendor(vendor).and_then(|vendor| match product {
        Some(product) => names.product(vendor, product),
        None => Some(vendor),
    });
    let place = place.filter(|place| searched.advisories(*place) > 0);
    let Some((place, named)) = place.and_then(|place| Some((place, names.get(place)?))) else {
        return visit.not_found();
    };
    let own = path(searched, named, visit.lang);
    if visit.uri.path() != own {
        return lead_for_good(&own);
    }
    let vendor = named.vendor.and_then(|vendor| names.get(vendor));
    let question = Question {
        vendor: Some(vendor.unwrap_or(named).slug.clone()),
        product: vendor.map(|_| named.slug.clone()),
        ..Question::default()
    };
    written(visit, searched, (place, named), &question, &ready.find(&question))
}

fn written(
    visit: &Visit,
    searched: &Searched,
    (place, named): (u32, &Named),
    question: &Question,
    found: &Found,
) -> Response {
    let lang = visit.lang;
    let snapshot = visit.portal.tree().snapshot();
    let entries: Vec<_> = searched.page(found, 1, NEWEST).filter_map(|id| snapshot.index.find(id)).collect();
    let products = searched.products(place);
    let shown = products.iter().take(PRODUCTS).filter_map(|&(place, advisories)| {
        let product = searched.names().get(place)?;
        Some((path(searched, product, lang), product.shown(language(lang)).to_owned(), advisories))
    });
    let (name, other) = (named.shown(language(lang)), named.name.exact(language(lang.other())));
    let vendor = named.vendor.and_then(|vendor| searched.names().get(vendor));
    let query = [("vendor", &question.vendor), ("product", &question.product)];
    let query = query.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
    let query =
        query.fold(Query::new(format!("/{}/advisories", lang.tag())), |query, (name, value)| query.and(name, value));
    let about = NamedPage {
        frame: visit.frame(Part::Advisories),
        style: super::style_url(),
        kind: named.kind,
        other: if other == name { String::new() } else { other.to_owned() },
        name: name.to_owned(),
        vendor: vendor.map(|vendor| NavItem::new(path(searched, vendor, lang), vendor.shown(language(lang)))),
        products: shown.collect(),
        more_products: products.len().saturating_sub(PRODUCTS),
        newest: entries.first().map(|entry| entry.updated_on),
        rows: entries.iter().map(|entry| Row::of(lang, entry)).collect(),
        found: found.len(),
        facets: filters(searched, found, &query, question, lang),
        atom: asked::at(&format!("/{}/advisories.atom", lang.tag()), &query).to_string(),
        json: asked::at("/api/search", &query).and("lang", lang.tag()).to_string(),
        subscribe: asked::at(&format!("/{}/subscribe", lang.tag()), &called(searched, &query, lang)).to_string(),
        list: query.to_string(),
    };
    visit.page(&about)
}

/// The filters of the list of its advisories, without the vendors, one of whom is chosen.
fn filters(searched: &Searched, found: &Found, query: &Query, question: &Question, lang: Lang) -> Vec<Facet> {
    let mut filters = facets(searched, found, query, question, lang);
    filters.retain(|facet| facet.name != "vendor");
    filters
}

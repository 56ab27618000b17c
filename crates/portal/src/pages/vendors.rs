//! All vendors that an advisory names.

use askama::Template;
use axum::response::Response;
use ui::{Form, Frame, Query};

use super::named::path;
use super::words::language;
use crate::searching::asked;
use crate::state::Part;
use crate::visit::Visit;

/// Vendors on a page.
const PER_PAGE: usize = 100;
/// Vendors that a search for a name shows.
const FOUND: usize = 100;

#[derive(Template)]
#[template(path = "portal/vendors.html")]
struct VendorsPage {
    frame: Frame,
    style: &'static str,
    query: Query,
    form: Form,
    vendors: Vec<Vendor>,
    page: usize,
    found: usize,
    complete: bool,
}

/// A vendor in the list.
struct Vendor {
    href: String,
    name: String,
    other: String,
    products: usize,
    advisories: usize,
}

impl VendorsPage {
    fn per_page(&self) -> usize {
        PER_PAGE
    }
}

/// The list.
pub(crate) async fn show(visit: Visit) -> Response {
    visit.beside(written).await
}

fn written(visit: &Visit) -> Response {
    let (portal, lang) = (&visit.portal, visit.lang);
    let query = &asked::at(&format!("/{}/vendors", lang.tag()), &visit.query);
    let ready = portal.search();
    let searched = &ready.searched;
    let typed: String = query.get("q").unwrap_or_default().chars().take(search::question::WORD_MAX).collect();
    let mut vendors = searched.vendors(language(lang));
    if !typed.trim().is_empty() {
        let found = searched.suggest(&typed, usize::MAX);
        let fits = |place: u32| found.iter().any(|one| one.place == place);
        vendors.retain(|(place, _)| fits(*place));
        vendors.truncate(FOUND);
    }
    let number = asked::page(&visit.query, vendors.len().div_ceil(PER_PAGE));
    let shown = vendors.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE);
    let shown = shown.filter_map(|&(place, advisories)| {
        let vendor = searched.names().get(place)?;
        let (name, other) = (vendor.shown(language(lang)), vendor.name.exact(language(lang.other())));
        Some(Vendor {
            href: path(searched, vendor, lang),
            other: if other == name { String::new() } else { other.to_owned() },
            name: name.to_owned(),
            products: searched.products(place).len(),
            advisories,
        })
    });
    let list = VendorsPage {
        frame: visit.frame(Part::Advisories),
        style: super::style_url(),
        query: query.clone(),
        form: Form::new(lang).filled([("q", typed.as_str())]),
        vendors: shown.collect(),
        page: number,
        found: vendors.len(),
        complete: ready.complete,
    };
    visit.page(&list)
}

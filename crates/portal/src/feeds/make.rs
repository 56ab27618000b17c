//! The bytes of each feed.

use formats::Language;
use formats::atom;
use formats::jvnrss::{Channel, Generation, Item, Rss};
use formats::myjvn::{ListedProduct, ListedVendor, ResultDocument, Status, VendorList};
use formats::vuldef::{Vuldef, Vulinfo};
use jiff::Timestamp;

use super::Feed;
use crate::PortalState;
use crate::catalogue::{Catalogue, Known, Listed, Opened, open};

/// Makes a feed of the advisories chosen for it.
pub(super) fn make(
    portal: &PortalState,
    catalogue: &Catalogue,
    feed: Feed,
    language: Language,
    chosen: &[&Listed],
    modified: Timestamp,
) -> String {
    match feed {
        Feed::New | Feed::Updated | Feed::Year(_) => rss(portal, feed, language, chosen, modified),
        Feed::Details(_) => details(portal, language, chosen),
        Feed::Vendors(..) => vendors(catalogue, language, false),
        Feed::Products(..) => vendors(catalogue, language, true),
        Feed::Atom => atom(portal, language, chosen, modified),
    }
}

fn opened<'a>(
    portal: &'a PortalState,
    language: Language,
    chosen: &'a [&Listed],
) -> impl Iterator<Item = Opened> + use<'a> {
    chosen
        .iter()
        .filter_map(move |listed| open(portal.tree(), listed, language, &portal.page(language, &listed.record.number)))
}

fn rss(portal: &PortalState, feed: Feed, language: Language, chosen: &[&Listed], modified: Timestamp) -> String {
    let name = portal.name(language);
    let (title, description) = match feed {
        Feed::New => ("New Entry".to_owned(), language.pick("新着情報", "New Entries").to_owned()),
        Feed::Year(year) => (
            format!("{year} Years Entry"),
            match language {
                Language::Ja => format!("{year}年情報"),
                Language::En => format!("Entries of {year}"),
            },
        ),
        _ => ("Updated Entry".to_owned(), language.pick("更新情報", "Updated Entries").to_owned()),
    };
    let items = opened(portal, language, chosen).map(|opened| Item::of(&opened.entry, &mut Vec::new()));
    let rss = Rss {
        generation: Generation::V2,
        language,
        channel: Channel {
            about: portal.url(&format!("{}/{}", language.tag(), feed.path())),
            title: format!("JVNDB RSS Feed - {title}"),
            link: portal.url(""),
            description: format!("{name} {description}"),
            date: (!chosen.is_empty()).then_some(modified),
            white: false,
        },
        items: items.collect(),
        status: None,
    };
    rss.write()
}

/// The status of a feed: all there is, without the numbers of pages.
fn status(method: &str, language: Language, total: usize) -> Status {
    let total = u64::try_from(total).ok();
    Status {
        method: method.to_owned(),
        feed: Some("hnd".to_owned()),
        language: Some(language),
        total,
        returned: total,
        echo: vec![("lt".to_owned(), "1".to_owned())],
        ..Status::default()
    }
}

fn details(portal: &PortalState, language: Language, chosen: &[&Listed]) -> String {
    let entries: Vec<Vulinfo> = opened(portal, language, chosen)
        .map(|opened| Vulinfo::of(&opened.document, &opened.entry, language, &mut Vec::new()))
        .collect();
    let status = Some(status("getVulnDetailInfo", language, entries.len()));
    Vuldef { language, entries, white: true, status }.write()
}

fn vendors(catalogue: &Catalogue, language: Language, with_products: bool) -> String {
    let products = catalogue.products().iter().map(AsRef::as_ref);
    let list = list(products, language, with_products);
    let (method, total) = if with_products {
        ("getProductList", catalogue.products().len())
    } else {
        ("getVendorList", list.vendors.len())
    };
    ResultDocument { vendors: Some(list), counts: Vec::new(), status: status(method, language, total) }.write()
}

/// Products under their vendors; both in the order in which they come.
pub(crate) fn list<'a>(
    products: impl Iterator<Item = &'a Known>,
    language: Language,
    with_products: bool,
) -> VendorList {
    let mut vendors: Vec<ListedVendor> = Vec::new();
    for known in products {
        if vendors.last().is_none_or(|vendor| vendor.vid != known.vid) {
            vendors.push(ListedVendor {
                vid: known.vid,
                name: known.vendor.get(language).to_owned(),
                cpe: known.platform.vendor_uri(),
                products: Vec::new(),
            });
        }
        if let Some(vendor) = vendors.last_mut().filter(|_| with_products) {
            vendor.products.push(ListedProduct {
                pid: known.pid,
                name: known.product.get(language).to_owned(),
                cpe: known.platform.uri(),
            });
        }
    }
    VendorList { language, vendors }
}

fn atom(portal: &PortalState, language: Language, chosen: &[&Listed], modified: Timestamp) -> String {
    let own = portal.url(&format!("{}/{}", language.tag(), Feed::Atom.path()));
    let feed = atom::Feed {
        id: own.clone(),
        title: portal.name(language).to_owned(),
        language,
        updated: modified,
        own: Some(own),
        page: portal.url(&format!("{}/", language.tag())),
        author: (portal.operator(language).to_owned(), portal.url("")),
        white: false,
        entries: opened(portal, language, chosen).map(|opened| atom::Entry::of(&opened.entry)).collect(),
        status: None,
    };
    feed.write()
}

//! Answers of version 4.0: JSON.

use formats::jvndb::jst;
use formats::myjvn::ERROR_PARAMETER;
use formats::oka::detail::{BundleDocument, Detail, DetailDocument};
use formats::oka::lists::{Dictionary, DictionaryDocument, Filter as Counted, Product, StatisticsDocument, Vendor};
use formats::oka::{
    self, Author, Category, Distribution, Entry, Feed, FeedDocument, Generator, Head, IdRef, Item, ProductIds, SCHEMAS,
    Status,
};
use serde_json::json;

use super::choose;
use super::hnd::{alert_id, by_id, is_alert, products_of, vendors_of};
use super::request::{Failure, Part, Request};
use super::statistics::{self, Metric, totals_oka};
use super::{DETAILS_MAX, NAMES_MAX, OVERVIEWS_MAX};
use crate::PortalState;
use crate::catalogue::{Catalogue, Known, Listed, open};

/// The first year that statistics may ask for.
const FIRST_YEAR: i16 = 1998;

/// The answer to a request.
pub(super) fn answer(portal: &PortalState, request: &Request) -> Result<String, Failure> {
    let catalogue = portal.catalogue();
    match request.need("method")? {
        "getVulnOverviewList" => overviews(portal, &catalogue, request),
        "getVulnDetailInfo" => details(portal, &catalogue, request),
        "getVendorList" => names(portal, &catalogue, request, false),
        "getProductList" => names(portal, &catalogue, request, true),
        "getStatistics" => counts(portal, &catalogue, request),
        "getAlertList" => alerts(portal, &catalogue, request),
        _ => Err(Failure("method")),
    }
}

/// The answer to a request that cannot be answered.
pub(super) fn failed(request: &Request, failure: &Failure) -> String {
    let status = Status {
        version: "4.0.0".to_owned(),
        method: request.method().to_owned(),
        feed: "oka".to_owned(),
        lang: Some(request.language()),
        code: 1,
        error: ERROR_PARAMETER.to_owned(),
        message: failure.text(request.language()),
        echo: request.echo_oka().into_iter().collect(),
        ..Status::default()
    };
    format!("{:#}\n", json!({ "status": status }))
}

fn status(request: &Request, part: Part, total: usize, returned: usize) -> Status {
    let number = |count: usize| u64::try_from(count).ok();
    Status {
        version: "4.0.0".to_owned(),
        method: request.method().to_owned(),
        feed: "oka".to_owned(),
        lang: Some(request.language()),
        code: 0,
        most: number(part.most),
        total: number(total),
        returned: number(returned),
        first: number(part.first),
        echo: request.echo_oka().into_iter().collect(),
        ..Status::default()
    }
}

fn head(portal: &PortalState, catalogue: &Catalogue, request: &Request, ja: &str, en: &str) -> Head {
    let language = request.language();
    let updated = catalogue.listed().iter().map(|listed| listed.record.updated).max();
    Head {
        generator: Generator::at(portal.now()),
        title: language.pick(ja, en).to_owned(),
        link: portal.url("myjvn"),
        updated: jst::seconds(updated.unwrap_or_else(|| portal.now())),
        lang: language,
        author: Author { name: portal.operator(language).to_owned(), uri: portal.url("") },
        distribution: Distribution::clear(),
    }
}

fn schema(name: &str) -> String {
    format!("{SCHEMAS}{name}.json?20250419")
}

fn feed(
    portal: &PortalState,
    catalogue: &Catalogue,
    request: &Request,
    titles: (&str, &str),
    entry: Vec<Entry>,
    status: Status,
) -> String {
    let head = head(portal, catalogue, request, titles.0, titles.1);
    let feed = Some(Feed { head, entry });
    oka::write(&FeedDocument { schema: schema("myjvn_feed_1.0"), feed, status: Some(status) })
}

fn overviews(portal: &PortalState, catalogue: &Catalogue, request: &Request) -> Result<String, Failure> {
    let part = request.part(OVERVIEWS_MAX)?;
    let found = choose::of_oka(request, portal.now())?.choose(catalogue);
    let entries: Vec<Entry> = part.of(&found).iter().filter_map(|listed| overview(portal, request, listed)).collect();
    let status = status(request, part, found.len(), entries.len());
    let titles = ("JVNDB 脆弱性対策情報", "JVNDB Vulnerability Countermeasure Information");
    Ok(feed(portal, catalogue, request, titles, entries, status))
}

fn overview(portal: &PortalState, request: &Request, listed: &Listed) -> Option<Entry> {
    let language = request.language();
    let opened = open(portal.tree(), listed, language, &portal.page(language, &listed.record.number))?;
    Some(Entry::of(&opened.document, &opened.entry))
}

fn details(portal: &PortalState, catalogue: &Catalogue, request: &Request) -> Result<String, Failure> {
    let found = by_id(catalogue, request)?;
    let paged = request.get("startItem").is_some() || request.get("maxCountItem").is_some();
    let bundled = match request.get("ft") {
        // Parts are of bundles, whatever the form said.
        None => paged,
        Some("jvncsaf") => false,
        Some("jvnstix") => true,
        Some(_) => return Err(Failure("ft")),
    };
    let language = request.language();
    let detail = |listed: &&Listed| {
        let opened = open(portal.tree(), listed, language, &portal.page(language, &listed.record.number))?;
        Some(Detail::of(&opened.document, &opened.entry, language, &portal.url("myjvn"), portal.now()))
    };
    if bundled {
        let part = request.part(DETAILS_MAX)?;
        let details: Vec<Detail> = part.of(&found).iter().filter_map(detail).collect();
        let status = status(request, part, found.len(), details.len());
        if details.is_empty() {
            return Ok(oka::write(&json!({ "status": status })));
        }
        return Ok(oka::write(&BundleDocument::of(&details, status, portal.now())));
    }
    if request.several("vulnId").len() > 1 {
        return Err(Failure("vulnId"));
    }
    let detail = found.first().and_then(detail);
    let returned = usize::from(detail.is_some());
    let status = status(request, Part { first: 1, count: 1, most: 1 }, returned, returned);
    let Some(detail) = detail else { return Ok(oka::write(&json!({ "status": status }))) };
    let schema = schema("myjvn_vuldef_1.0.csaf");
    Ok(oka::write(&DetailDocument { schema, detail: Some(detail), status }))
}

fn names(
    portal: &PortalState,
    catalogue: &Catalogue,
    request: &Request,
    with_products: bool,
) -> Result<String, Failure> {
    let part = request.part(NAMES_MAX)?;
    let words = choose::words(request);
    let found = if with_products {
        let names = choose::named(request, "productName")?;
        products_of(catalogue, &names, &words)
    } else {
        vendors_of(catalogue, &choose::named(request, "vendorName")?, &words)
    };
    let returned = part.of(&found);
    let status = status(request, part, found.len(), returned.len());
    let titles = if with_products {
        ("JVNDB 製品一覧", "JVNDB Product List")
    } else {
        ("JVNDB ベンダ一覧", "JVNDB Vendor List")
    };
    let dictionary = Dictionary {
        head: head(portal, catalogue, request, titles.0, titles.1),
        vendors: vendors(returned, request, with_products),
    };
    let schema = schema("jvnpid_1.0");
    Ok(oka::write(&DictionaryDocument { schema, dictionary: Some(dictionary), status }))
}

fn vendors(found: &[&Known], request: &Request, with_products: bool) -> Vec<Vendor> {
    let language = request.language();
    let mut vendors: Vec<Vendor> = Vec::new();
    for known in found {
        if vendors.last().is_none_or(|vendor| vendor.vid != known.vid) {
            vendors.push(Vendor {
                vendor_id: known.platform.vendor_jvnpid(),
                vid: known.vid,
                vname: known.vendor.get(language).to_owned(),
                cpe: known.platform.vendor_formatted(),
                products: Vec::new(),
            });
        }
        if let Some(vendor) = vendors.last_mut().filter(|_| with_products) {
            vendor.products.push(Product {
                product_id: known.platform.jvnpid(),
                pid: known.pid,
                pname: known.product.get(language).to_owned(),
                product_ids: vec![ProductIds { cpe: known.platform.formatted(), id_refs: Vec::<IdRef>::new() }],
            });
        }
    }
    vendors
}

fn counts(portal: &PortalState, catalogue: &Catalogue, request: &Request) -> Result<String, Failure> {
    let this_year = jst::day(portal.now()).year();
    let (start, end) = (request.number::<i16>("pubStartDate")?, request.number::<i16>("pubEndDate")?);
    let last = end.unwrap_or(this_year);
    let first = start.unwrap_or(if end.is_some() { FIRST_YEAR } else { this_year });
    if first < FIRST_YEAR || last > 9_999 {
        return Err(Failure(if first < FIRST_YEAR { "pubStartDate" } else { "pubEndDate" }));
    }
    let weakness = request.get("cweId").map(statistics::weakness).transpose()?;
    let metric_type = request.get("metricType").unwrap_or("cvssV3");
    let metric = match metric_type {
        "cvssV2" => Metric::V2,
        "cvssV3" => Metric::V3,
        "cvssV4" => Metric::V4,
        _ => return Err(Failure("metricType")),
    };
    let names = choose::named(request, "productName")?;
    let data = statistics::years(catalogue, &names, weakness.as_deref(), metric, (first, last));
    let head = head(portal, catalogue, request, "JVNDB 脆弱性対策統計データ", "JVNDB Statistics");
    let said = |name: &str| request.get(name).unwrap_or_default().to_owned();
    let rows = data.len();
    Ok(oka::write(&StatisticsDocument {
        schema: schema("myjvn_statistics_1.0"),
        generator: head.generator,
        title: head.title,
        link: head.link,
        updated: head.updated,
        lang: head.lang,
        author: head.author,
        distribution: head.distribution,
        data_total: Some(totals_oka(catalogue)),
        data_filter: Some(Counted {
            name_type: said("nameType"),
            product_name: said("productName"),
            cwe_id: weakness.unwrap_or_default(),
            metric_type: metric_type.to_owned(),
            pub_start_date: first.to_string(),
            pub_end_date: last.to_string(),
        }),
        data,
        status: status(request, Part { first: 1, count: rows, most: NAMES_MAX }, rows, rows),
    }))
}

fn alerts(portal: &PortalState, catalogue: &Catalogue, request: &Request) -> Result<String, Failure> {
    let part = request.part(OVERVIEWS_MAX)?;
    let found: Vec<&Listed> =
        choose::of_oka(request, portal.now())?.choose(catalogue).into_iter().filter(is_alert).collect();
    let entries: Vec<Entry> = part.of(&found).iter().filter_map(|listed| alert(portal, request, listed)).collect();
    let status = status(request, part, found.len(), entries.len());
    let name = portal.name(request.language());
    let titles = (format!("{name} 注意警戒情報"), format!("{name} Alerts"));
    Ok(feed(portal, catalogue, request, (&titles.0, &titles.1), entries, status))
}

fn alert(portal: &PortalState, request: &Request, listed: &Listed) -> Option<Entry> {
    let language = request.language();
    let page = portal.page(language, &listed.record.number);
    let opened = open(portal.tree(), listed, language, &page)?;
    let overview = Entry::of(&opened.document, &opened.entry);
    let id = alert_id(listed);
    let item = |(at, product): (usize, &formats::jvndb::Affected)| Item {
        title: format!("{} {}", product.vendor, product.product),
        id: format!("{id}-{:04}", at + 1),
        link: page.clone(),
        modified: overview.modified.clone(),
        created: overview.created.clone(),
        author: opened.entry.publisher.clone(),
        products: oka::products(product),
    };
    let (term, label) = if listed.record.critical { ("Critical", "緊急") } else { ("Low", "注意") };
    Some(Entry {
        category: Some(Category { term: term.to_owned(), label: label.to_owned() }),
        items: opened.entry.products.iter().enumerate().map(item).collect(),
        title: overview.title,
        summary: overview.summary,
        link: overview.link,
        modified: overview.modified.clone(),
        created: overview.created.clone(),
        public: overview.public,
        id: id.clone(),
        ..Entry::default()
    })
}

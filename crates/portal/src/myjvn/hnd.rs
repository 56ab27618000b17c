//! Answers of version 3.3: XML, and JSON for alerts.

use formats::atom;
use formats::jvndb::{jst, number};
use formats::jvnrss::{Channel, Generation, Item, NOTHING_FOUND, Product, Rss};
use formats::myjvn::{ERROR_PARAMETER, ResultDocument, Status};
use formats::vuldef::{Vuldef, Vulinfo};
use formats::{AdvisoryNumber, Language};
use jiff::Timestamp;
use search::text::fold;
use serde_json::{Value, json};

use super::choose::{self, Filter, Named};
use super::request::{Failure, Part, Request};
use super::{DETAILS_MAX, NAMES_MAX, NothingFound, OVERVIEWS_MAX, statistics};
use crate::PortalState;
use crate::catalogue::{Catalogue, Known, Listed, open};
use crate::feeds::make::list;

/// The answer to a request.
pub(super) fn answer(portal: &PortalState, request: &Request) -> Result<String, Failure> {
    let catalogue = portal.catalogue();
    match request.need("method")? {
        "getVulnOverviewList" => overviews(portal, &catalogue, request),
        "getVulnDetailInfo" => details(portal, &catalogue, request),
        "getVendorList" => vendors(&catalogue, request),
        "getProductList" => products(&catalogue, request),
        "getStatistics" => statistics::hnd(&catalogue, request, portal.now()),
        "getAlertList" => alerts(portal, &catalogue, request),
        _ => Err(Failure("method")),
    }
}

/// The answer to a request that cannot be answered.
pub(super) fn failed(request: &Request, failure: &Failure) -> String {
    let mut status = Status::error(request.method(), ERROR_PARAMETER, &failure.text(request.language()));
    status.feed = request.get("feed").filter(|feed| *feed == "hnd").map(str::to_owned);
    status.language = Some(request.language());
    status.echo = request.echo();
    if request.method() == "getAlertList" && request.get("ft") == Some("json") {
        let feed = json!({ "feed": { "status:Status": status_json(&status) } });
        return format!("{feed:#}\n");
    }
    ResultDocument::status_only(status).write()
}

/// The status of a request that was answered with a part of its results.
pub(super) fn status(request: &Request, part: Part, total: usize, returned: usize) -> Status {
    let number = |count: usize| u64::try_from(count).ok();
    Status {
        method: request.method().to_owned(),
        feed: Some("hnd".to_owned()),
        language: Some(request.language()),
        error: None,
        most: number(part.most),
        total: number(total),
        returned: number(returned),
        first: number(part.first),
        echo: request.echo(),
    }
}

fn overviews(portal: &PortalState, catalogue: &Catalogue, request: &Request) -> Result<String, Failure> {
    let part = request.part(OVERVIEWS_MAX)?;
    let filter = choose::of_hnd(request, portal.now())?;
    let found = filter.choose(catalogue);
    let items: Vec<Item> = part.of(&found).iter().filter_map(|listed| item(portal, listed, &filter)).collect();
    let status = status(request, part, found.len(), items.len());
    if items.is_empty() && portal.nothing_found() == NothingFound::StatusOnly {
        return Ok(ResultDocument::status_only(status).write());
    }
    let (api, language) = (portal.url("myjvn"), filter.language);
    let title = language.pick("JVNDB　脆弱性対策情報", "JVNDB Vulnerability Countermeasure Information").to_owned();
    let nothing = || vec![Item::nothing(&portal.url(&format!("{}/", language.tag())))];
    let rss = Rss {
        generation: Generation::V3,
        language,
        channel: Channel {
            about: api.clone(),
            title: title.clone(),
            link: api,
            description: title,
            date: Some(portal.now()),
            white: true,
        },
        items: if items.is_empty() { nothing() } else { items },
        status: Some(status),
    };
    Ok(rss.write())
}

fn item(portal: &PortalState, listed: &Listed, filter: &Filter) -> Option<Item> {
    let page = portal.page(filter.language, &listed.record.number);
    Some(Item::of(&open(portal.tree(), listed, filter.language, &page)?.entry, &mut Vec::new()))
}

/// The advisories of identifiers, in the order asked for.
pub(super) fn by_id<'a>(catalogue: &'a Catalogue, request: &Request) -> Result<Vec<&'a Listed>, Failure> {
    request.need("vulnId")?;
    let speaks = |listed: &&Listed| listed.record.speaks(request.language());
    Ok(request.several("vulnId").into_iter().filter_map(|id| catalogue.get(id)).filter(speaks).collect())
}

fn details(portal: &PortalState, catalogue: &Catalogue, request: &Request) -> Result<String, Failure> {
    let part = request.part(DETAILS_MAX)?;
    let found = by_id(catalogue, request)?;
    let language = request.language();
    let entries = part.of(&found).iter().filter_map(|listed| {
        let opened = open(portal.tree(), listed, language, &portal.page(language, &listed.record.number))?;
        Some(Vulinfo::of(&opened.document, &opened.entry, language, &mut Vec::new()))
    });
    let entries: Vec<Vulinfo> = entries.collect();
    let status = status(request, part, found.len(), entries.len());
    if entries.is_empty() {
        return Ok(ResultDocument::status_only(status).write());
    }
    Ok(Vuldef { language, entries, white: true, status: Some(status) }.write())
}

/// The vendors asked for, each by one of its products.
pub(super) fn vendors_of<'a>(catalogue: &'a Catalogue, names: &[Named], words: &[String]) -> Vec<&'a Known> {
    let mut vendors: Vec<&Known> = Vec::new();
    for known in catalogue.products() {
        let named = names.is_empty()
            || names.iter().any(|name| match name {
                Named::Pattern(pattern) => pattern.matches_vendor(&known.platform),
                other => other.is(known),
            });
        let said = says(&[&known.vendor.ja, &known.vendor.en], words);
        if named && said && vendors.last().is_none_or(|last| last.vid != known.vid) {
            vendors.push(known);
        }
    }
    vendors
}

/// The products asked for.
pub(super) fn products_of<'a>(catalogue: &'a Catalogue, names: &[Named], words: &[String]) -> Vec<&'a Known> {
    let all = catalogue.products().iter().map(AsRef::as_ref);
    let named = |known: &&Known| names.is_empty() || names.iter().any(|name| name.is(known));
    all.filter(named).filter(|known| says(&[&known.product.ja, &known.product.en], words)).collect()
}

/// Whether one of the names has every word.
fn says(names: &[&str], words: &[String]) -> bool {
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    words.iter().all(|word| folded.iter().any(|name| name.contains(word.as_str())))
}

fn vendors(catalogue: &Catalogue, request: &Request) -> Result<String, Failure> {
    let part = request.part(NAMES_MAX)?;
    let names = choose::names(request, "cpeName", "vendorId", "productId")?;
    let found = vendors_of(catalogue, &names, &choose::words(request));
    Ok(names_document(request, part, &found, false))
}

fn products(catalogue: &Catalogue, request: &Request) -> Result<String, Failure> {
    let part = request.part(NAMES_MAX)?;
    let names = choose::names(request, "cpeName", "vendorId", "productId")?;
    let found = products_of(catalogue, &names, &choose::words(request));
    Ok(names_document(request, part, &found, true))
}

fn names_document(request: &Request, part: Part, found: &[&Known], with_products: bool) -> String {
    let returned = part.of(found);
    let status = status(request, part, found.len(), returned.len());
    if returned.is_empty() {
        return ResultDocument::status_only(status).write();
    }
    let vendors = list(returned.iter().copied(), request.language(), with_products);
    ResultDocument { vendors: Some(vendors), counts: Vec::new(), status }.write()
}

/// The number of an advisory's alert.
pub(super) fn alert_id(listed: &Listed) -> String {
    let (year, number): (i16, &AdvisoryNumber) = (listed.record.public.year(), &listed.record.number);
    format!("MYJVN-ALT-{year:04}-{:08}", number.digits())
}

/// Whether an advisory is an alert.
pub(super) fn is_alert(listed: &&Listed) -> bool {
    listed.record.critical || listed.record.stop_using
}

fn alerts(portal: &PortalState, catalogue: &Catalogue, request: &Request) -> Result<String, Failure> {
    let part = request.part(OVERVIEWS_MAX)?;
    let names = choose::names(request, "cpeName", "vendorId", "productId")?;
    let updated = request.number::<i16>("datePublished")?;
    let published = request.number::<i16>("dateFirstPublished")?;
    let as_json = match request.get("ft") {
        None | Some("xml") => false,
        Some("json") => true,
        Some(_) => return Err(Failure("ft")),
    };
    let filter = Filter { names, ..Filter::default() };
    let year = |wanted: Option<i16>, at: Timestamp| wanted.is_none_or(|year| jst::day(at).year() == year);
    let mut found: Vec<&Listed> = filter.choose(catalogue).into_iter().filter(is_alert).collect();
    found.retain(|listed| year(updated, listed.record.updated) && year(published, listed.record.published));
    let entries: Vec<atom::Entry> = part.of(&found).iter().filter_map(|listed| alert(portal, listed)).collect();
    let mut status = status(request, part, found.len(), entries.len());
    status.language = None;
    let feed = atom::Feed {
        id: atom::ALERTS_ID.to_owned(),
        title: format!("{} 注意警戒情報", portal.name(Language::Ja)),
        language: Language::Ja,
        updated: portal.now(),
        own: None,
        page: portal.url("ja/"),
        author: (portal.operator(Language::Ja).to_owned(), portal.url("")),
        white: true,
        entries: if entries.is_empty() { vec![no_alert(portal)] } else { entries },
        status: Some(status),
    };
    Ok(if as_json { alerts_json(&feed) } else { feed.write() })
}

fn alert(portal: &PortalState, listed: &Listed) -> Option<atom::Entry> {
    let page = portal.page(Language::Ja, &listed.record.number);
    let entry = open(portal.tree(), listed, Language::Ja, &page)?.entry;
    let id = alert_id(listed);
    let item = |(at, product): (usize, &formats::jvndb::Affected)| atom::Item {
        title: format!("{} {}", product.vendor, product.product),
        identifier: format!("{id}-{:04}", at + 1),
        link: page.clone(),
        product: Some(Product {
            cpe: product.platform.uri(),
            vendor: product.vendor.clone(),
            product: Some(product.product.clone()),
        }),
        published: entry.issued,
        updated: entry.modified,
        author: Some(entry.publisher.clone()),
    };
    let (term, label) = if listed.record.critical { ("Critical", "緊急") } else { ("Low", "注意") };
    Some(atom::Entry {
        id: id.clone(),
        category: Some((term.to_owned(), label.to_owned())),
        items: entry.products.iter().enumerate().map(item).collect(),
        ..atom::Entry::of(&entry)
    })
}

/// The entry that stands for no entries.
fn no_alert(portal: &PortalState) -> atom::Entry {
    let id = format!("{}#nothing-{:012x}", portal.url("myjvn"), number(&["nothing"]));
    let (title, link) = (NOTHING_FOUND.to_owned(), Some(portal.url("ja/")));
    let category = Some(("Info".to_owned(), "INFO".to_owned()));
    atom::Entry { id, title, link, category, updated: portal.now(), ..atom::Entry::default() }
}

/// Alerts in the shape of `getalert1.json`.
fn alerts_json(feed: &atom::Feed) -> String {
    let item = |item: &atom::Item| {
        let cpe = item.product.as_ref().map(|product| {
            json!({ "value": product.cpe, "version": "2.2", "vendor": product.vendor, "product": product.product })
        });
        json!({ "sec:item": {
            "sec:title": item.title,
            "sec:identifier": item.identifier,
            "sec:link": item.link,
            "sec:published": jst::seconds(item.published),
            "sec:updated": jst::seconds(item.updated),
            "sec:author": { "value": item.author },
            "sec:cpe": cpe.into_iter().collect::<Vec<Value>>(),
        }})
    };
    let entry = |entry: &atom::Entry| {
        let mut value = json!({
            "title": entry.title,
            "id": entry.id,
            "summary": entry.summary,
            "link": entry.link,
            "updated": jst::seconds(entry.updated),
            "published": jst::seconds(entry.published.unwrap_or(entry.updated)),
            "sec:items": entry.items.iter().map(item).collect::<Vec<Value>>(),
        });
        if let Some((term, label)) = &entry.category {
            value["category"] = json!({ "term": term, "label": label });
        }
        value
    };
    let document = json!({
        "$schema": "https://jvndb.jvn.jp/schema/getalert1.json",
        "feed": {
            "title": feed.title,
            "id": feed.id,
            "author": { "name": feed.author.0, "uri": feed.author.1 },
            "updated": jst::seconds(feed.updated),
            "link": feed.page,
            "sec:handling": { "marking:Marking": { "marking:Marking_Structure": {
                "xsi:type": "tlpMarking:TLPMarkingStructureType",
                "marking_model_name": "TLP",
                "marking_model_ref": "http://www.us-cert.gov/tlp/",
                "color": "WHITE",
            }}},
            "entry": feed.entries.iter().map(entry).collect::<Vec<Value>>(),
            "status:Status": feed.status.as_ref().map(status_json),
        },
    });
    format!("{document:#}\n")
}

/// The attributes of the Status node as members.
fn status_json(status: &Status) -> Value {
    let number = |value: Option<u64>| value.map_or_else(String::new, |value| value.to_string());
    let (code, message) = status.error.clone().unwrap_or_default();
    let mut value = json!({
        "version": "3.3",
        "method": status.method,
        "retCd": u8::from(status.error.is_some()),
        "retMax": number(status.most),
        "errCd": code,
        "errMsg": message,
        "totalRes": number(status.total),
        "totalResRet": number(status.returned),
        "firstRes": number(status.first),
        "feed": status.feed,
    });
    for (name, text) in &status.echo {
        value[name] = json!(text);
    }
    value
}

//! ベンダ情報: what each vendor says. Readable with two hundred of them: grouped by status with only the affected ones
//! unfolded, filtered by status, sorted by name.

use std::cmp::Reverse;

use formats::PublicDocument;
use formats::document::{Affectedness, Countermeasure, Product, Vendor};
use jiff::civil::Date;
use search::text::fold;
use ui::{Lang, Mark, NavItem, Query};

use super::super::words::{Line, Passage, language, web};
use crate::searching::asked::status_name;

/// From so many vendors on they can be filtered.
const FILTERED_FROM: usize = 6;
/// From so many vendors on they stand in groups, so that nobody has to pass all of them to get on.
const GROUPED_FROM: usize = 21;

/// Which vendors the table shows, and in which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct VendorView {
    status: Option<Affectedness>,
    order: Order,
}

/// The order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Order {
    /// The affected first, then by name.
    #[default]
    Status,
    /// The other way round.
    StatusDown,
    Name,
    NameDown,
    /// The oldest statement first.
    Day,
    DayDown,
}

impl Order {
    const ALL: [Order; 6] =
        [Order::Status, Order::StatusDown, Order::Name, Order::NameDown, Order::Day, Order::DayDown];

    /// The name as in the query `sort=…`.
    const fn name(self) -> &'static str {
        match self {
            Order::Status => "status",
            Order::StatusDown => "-status",
            Order::Name => "name",
            Order::NameDown => "-name",
            Order::Day => "day",
            Order::DayDown => "-day",
        }
    }
}

impl VendorView {
    /// What a query asks for; what it does not make sense of is left out.
    pub(super) fn parse(query: &Query) -> Self {
        let status = query.get("status");
        let order = query.get("sort").and_then(|name| Order::ALL.into_iter().find(|order| order.name() == name));
        VendorView {
            status: Affectedness::ALL.into_iter().find(|one| Some(status_name(*one)) == status),
            order: order.unwrap_or_default(),
        }
    }

    /// Whether vendors of the same status stand together, and not only those of one.
    fn is_by_status(self) -> bool {
        self.status.is_none() && matches!(self.order, Order::Status | Order::StatusDown)
    }

    /// The query that asks for this.
    pub(super) fn apply(self, query: Query) -> Query {
        let query = match self.status {
            Some(status) => query.and("status", status_name(status)),
            None => query,
        };
        if self.order == Order::default() { query } else { query.and("sort", self.order.name()) }
    }
}

/// The table.
pub(super) struct VendorTable<'a> {
    /// The statuses to choose from; empty when there are few vendors.
    pub(super) tabs: Vec<NavItem>,
    /// The query that the heads of the columns begin with.
    pub(super) heads: Query,
    pub(super) groups: Vec<VendorGroup<'a>>,
}

/// Vendors that stand together.
pub(super) struct VendorGroup<'a> {
    /// What they have in common; nothing where all stand together.
    pub(super) status: Option<(Mark, &'static str)>,
    /// Whether they are shown without being asked for.
    pub(super) open: bool,
    pub(super) rows: Vec<VendorRow<'a>>,
}

/// A vendor.
pub(super) struct VendorRow<'a> {
    pub(super) name: Line<'a>,
    pub(super) link: Option<&'a str>,
    pub(super) mark: Mark,
    pub(super) status: &'static str,
    pub(super) on: Option<Date>,
    pub(super) products: Vec<ProductRow<'a>>,
    pub(super) measures: Vec<Measure<'a>>,
    pub(super) statement: Passage<'a>,
    pub(super) view: Passage<'a>,
}

/// A product with what holds for its versions.
pub(super) struct ProductRow<'a> {
    pub(super) name: Line<'a>,
    pub(super) versions: Vec<(String, &'static str)>,
    pub(super) notes: Passage<'a>,
    pub(super) cpe: Option<&'a str>,
    pub(super) purl: Option<&'a str>,
}

/// A countermeasure.
pub(super) struct Measure<'a> {
    pub(super) kind: &'static str,
    pub(super) text: Passage<'a>,
    pub(super) url: Option<&'a str>,
    /// Whose site the address leads to.
    pub(super) host: &'a str,
}

impl<'a> VendorTable<'a> {
    pub(super) fn of(document: &'a PublicDocument, view: VendorView, query: &Query, lang: Lang) -> Self {
        let shown = document.vendors.iter().filter(|vendor| view.status.is_none_or(|status| vendor.status == status));
        let mut vendors: Vec<&Vendor> = shown.collect();
        sort(&mut vendors, view.order, lang);
        let tabs = if document.vendors.len() < FILTERED_FROM { Vec::new() } else { tabs(document, view, query, lang) };
        let groups = match vendors.len() >= GROUPED_FROM && view.is_by_status() {
            true => groups(&vendors, lang),
            false => vec![VendorGroup::of(&vendors, None, lang)],
        };
        VendorTable { tabs, heads: Query::parse(&query.with("sort", view.order.name())), groups }
    }
}

/// A group for each status, in the order in which the vendors stand.
fn groups<'a>(vendors: &[&'a Vendor], lang: Lang) -> Vec<VendorGroup<'a>> {
    let together = vendors.chunk_by(|a, b| a.status == b.status);
    let mut groups: Vec<_> =
        together.map(|group| VendorGroup::of(group, group.first().map(|one| one.status), lang)).collect();
    // Where nobody is affected, something is there to read all the same.
    if !groups.iter().any(|group| group.open)
        && let Some(first) = groups.first_mut()
    {
        first.open = true;
    }
    groups
}

impl<'a> VendorGroup<'a> {
    fn of(vendors: &[&'a Vendor], status: Option<Affectedness>, lang: Lang) -> Self {
        VendorGroup {
            status: status.map(|status| (mark(status), status.word(language(lang)))),
            open: status == Some(Affectedness::Affected),
            rows: vendors.iter().map(|vendor| VendorRow::of(vendor, lang)).collect(),
        }
    }
}

fn sort(vendors: &mut [&Vendor], order: Order, lang: Lang) {
    vendors.sort_by_cached_key(|vendor| fold(vendor.name.get(language(lang))));
    match order {
        Order::Name => {}
        Order::NameDown => vendors.reverse(),
        Order::Status => vendors.sort_by_key(|vendor| vendor.status),
        Order::StatusDown => vendors.sort_by_key(|vendor| Reverse(vendor.status)),
        Order::Day => vendors.sort_by_key(|vendor| (vendor.on.is_none(), vendor.on)),
        Order::DayDown => vendors.sort_by_key(|vendor| Reverse(vendor.on)),
    }
}

/// All, and each status that somebody has, with how many they are.
fn tabs(document: &PublicDocument, view: VendorView, query: &Query, lang: Lang) -> Vec<NavItem> {
    let tab = |href: String, label: String, current: bool, count: usize| {
        NavItem::new(href + "#vendors", label).current(current).count(count as u64)
    };
    let mut tabs = vec![tab(
        query.without("status"),
        lang.t("portal-vendors-all").into_owned(),
        view.status.is_none(),
        document.vendors.len(),
    )];
    for status in Affectedness::ALL {
        let count = document.vendors.iter().filter(|vendor| vendor.status == status).count();
        if count > 0 {
            let label = status.word(language(lang)).to_owned();
            tabs.push(tab(query.with("status", status_name(status)), label, view.status == Some(status), count));
        }
    }
    tabs
}

impl<'a> VendorRow<'a> {
    fn of(vendor: &'a Vendor, lang: Lang) -> Self {
        VendorRow {
            name: Line::of(lang, &vendor.name),
            link: web(vendor.link.as_deref()),
            mark: mark(vendor.status),
            status: vendor.status.word(language(lang)),
            on: vendor.on,
            products: vendor.products.iter().map(|product| ProductRow::of(product, lang)).collect(),
            measures: measures(&vendor.countermeasures, lang),
            statement: Passage::of(lang, &vendor.statement),
            view: Passage::of(lang, &vendor.view),
        }
    }
}

impl<'a> ProductRow<'a> {
    fn of(product: &'a Product, lang: Lang) -> Self {
        let versions = product
            .versions
            .iter()
            .map(|versions| (versions.shown(language(lang)), versions.status.word(language(lang))));
        ProductRow {
            name: Line::of(lang, &product.name),
            versions: versions.collect(),
            notes: Passage::of(lang, &product.notes),
            cpe: product.cpe.as_deref(),
            purl: product.purl.as_deref(),
        }
    }
}

/// Countermeasures with their words.
pub(super) fn measures(all: &[Countermeasure], lang: Lang) -> Vec<Measure<'_>> {
    let measures = all.iter().map(|measure| {
        let url = web(measure.url.as_deref());
        Measure {
            kind: measure.kind.word(language(lang)),
            text: Passage::of(lang, &measure.text),
            url,
            host: url.and_then(|url| url.split('/').nth(2)).unwrap_or_default(),
        }
    });
    measures.collect()
}

/// The shape beside the word of a status.
const fn mark(status: Affectedness) -> Mark {
    match status {
        Affectedness::Affected => Mark::Urgent,
        Affectedness::AffectedInvestigating => Mark::Soon,
        Affectedness::NotAffected => Mark::Done,
        Affectedness::NotAffectedInvestigating => Mark::Active,
        Affectedness::Unknown => Mark::Waiting,
    }
}

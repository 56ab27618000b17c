//! A document with what the tests look up again and again: products, branches, groups, vulnerabilities.

use super::json::{At, Json};
use super::time::Instant;
use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;

/// Version of the standard that a document claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum Version {
    /// CSAF 2.0.
    #[serde(rename = "2.0")]
    V2_0,
    /// CSAF 2.1.
    #[serde(rename = "2.1")]
    V2_1,
}

/// Most steps through product groups: groups that name each other's products a million times over are not followed.
const STEPS_MAX: u32 = 5_000_000;

/// A document under test.
pub(super) struct Subject<'a> {
    pub version: Version,
    pub root: &'a Json<'a>,
    pub document: &'a Json<'a>,
    pub tracking: &'a Json<'a>,
    pub category: &'a str,
    pub branches: Vec<Branch<'a>>,
    pub products: Vec<Product<'a>>,
    pub by_id: HashMap<&'a str, usize>,
    pub groups: HashMap<&'a str, Vec<&'a str>>,
    pub vulnerabilities: Vec<Vulnerability<'a>>,
    pub now: Option<Instant>,
    steps: Cell<u32>,
}

/// A branch of the product tree.
pub(super) struct Branch<'a> {
    pub parent: Option<usize>,
    pub index: usize,
    pub category: &'a str,
    pub name: &'a str,
    pub json: &'a Json<'a>,
    pub depth: usize,
}

/// A full product name.
pub(super) struct Product<'a> {
    pub id: &'a str,
    pub json: &'a Json<'a>,
    pub helper: Option<&'a Json<'a>>,
    pub place: Place,
}

/// Where a product is defined.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Branch(usize),
    FullName(usize),
    /// Index of a relationship (2.0) or product path (2.1).
    Path(usize),
}

/// A vulnerability and its metrics, whatever the version calls them.
pub(super) struct Vulnerability<'a> {
    pub index: usize,
    pub json: &'a Json<'a>,
    pub status: Option<&'a Json<'a>>,
    pub metrics: Vec<Metric<'a>>,
}

/// An item of `scores` (2.0) or `metrics` (2.1).
pub(super) struct Metric<'a> {
    pub index: usize,
    pub content: Option<&'a Json<'a>>,
    pub products: Vec<&'a str>,
    pub source: Option<&'a str>,
}

/// The product status groups that exclude each other (3.2.4.9, 3.2.3.9), with their members.
pub(super) const STATUS_GROUPS: [(&str, &[&str]); 5] = [
    ("affected", &["first_affected", "known_affected", "last_affected"]),
    ("not_affected", &["known_not_affected"]),
    ("fixed", &["first_fixed", "fixed"]),
    ("under_investigation", &["under_investigation"]),
    ("unknown", &["unknown"]),
];

static NOTHING: Json<'static> = Json::Null;

impl<'a> Subject<'a> {
    pub fn new(root: &'a Json<'a>, version: Version, now: Option<Instant>) -> Self {
        let document = root.get("document").unwrap_or(&NOTHING);
        let mut subject = Subject {
            version,
            root,
            document,
            tracking: document.get("tracking").unwrap_or(&NOTHING),
            category: document.text("category").unwrap_or_default(),
            branches: Vec::new(),
            products: Vec::new(),
            by_id: HashMap::new(),
            groups: HashMap::new(),
            vulnerabilities: Vec::new(),
            now,
            steps: Cell::new(STEPS_MAX),
        };
        if let Some(tree) = root.get("product_tree") {
            subject.read_branches(tree, None, 1);
            subject.read_products(tree);
        }
        subject.read_vulnerabilities();
        subject
    }

    /// Branches nest at most as deep as JSON is read (128), so this recursion is bounded.
    fn read_branches(&mut self, json: &'a Json<'a>, parent: Option<usize>, depth: usize) {
        for (index, json) in json.list("branches").iter().enumerate() {
            let own = self.branches.len();
            let (category, name) = (json.text("category").unwrap_or_default(), json.text("name").unwrap_or_default());
            self.branches.push(Branch { parent, index, category, name, json, depth });
            if let Some(product) = json.get("product") {
                self.add_product(product, Place::Branch(own));
            }
            self.read_branches(json, Some(own), depth + 1);
        }
    }

    fn read_products(&mut self, tree: &'a Json<'a>) {
        for (index, json) in tree.list("full_product_names").iter().enumerate() {
            self.add_product(json, Place::FullName(index));
        }
        for (index, json) in tree.list(self.paths_name()).iter().enumerate() {
            if let Some(product) = json.get("full_product_name") {
                self.add_product(product, Place::Path(index));
            }
        }
        for group in tree.list("product_groups") {
            if let Some(id) = group.text("group_id") {
                let members = self.groups.entry(id).or_default();
                members.extend(group.texts("product_ids").map(|(_, id)| id));
            }
        }
    }

    fn add_product(&mut self, json: &'a Json<'a>, place: Place) {
        let Some(id) = json.text("product_id") else { return };
        self.by_id.entry(id).or_insert(self.products.len());
        self.products.push(Product { id, json, helper: json.get("product_identification_helper"), place });
    }

    fn read_vulnerabilities(&mut self) {
        let root: &'a Json<'a> = self.root;
        for (index, json) in root.list("vulnerabilities").iter().enumerate() {
            let metrics = json.list(self.metrics_name()).iter().enumerate().map(|(index, metric)| Metric {
                index,
                content: if self.is_2_1() { metric.get("content") } else { Some(metric) },
                products: metric.texts("products").map(|(_, id)| id).collect(),
                source: metric.text("source"),
            });
            let metrics = metrics.collect();
            self.vulnerabilities.push(Vulnerability { index, json, status: json.get("product_status"), metrics });
        }
    }

    pub fn is_2_1(&self) -> bool {
        self.version == Version::V2_1
    }

    pub fn metrics_name(&self) -> &'static str {
        if self.is_2_1() { "metrics" } else { "scores" }
    }

    pub fn paths_name(&self) -> &'static str {
        if self.is_2_1() { "product_paths" } else { "relationships" }
    }

    /// Items of product paths: the defined product's path and everything it refers to.
    pub fn paths(&self) -> &'a [Json<'a>] {
        self.root.get("product_tree").map_or(&[], |tree| tree.list(self.paths_name()))
    }

    /// Where a branch stands.
    pub fn branch_path(&self, index: usize) -> BranchPath<'_, 'a> {
        BranchPath(&self.branches, index)
    }

    pub fn product_path(&self, product: &Product<'_>) -> String {
        match product.place {
            Place::Branch(branch) => format!("{}/product", self.branch_path(branch)),
            Place::FullName(index) => format!("/product_tree/full_product_names/{index}"),
            Place::Path(index) => format!("/product_tree/{}/{index}/full_product_name", self.paths_name()),
        }
    }

    /// Where a metric's content stands.
    pub fn content_path(&self, vulnerability: &Vulnerability<'_>, metric: &Metric<'_>) -> String {
        let content = if self.is_2_1() { "/content" } else { "" };
        format!("{}/{}/{}{content}", vulnerability.path(), self.metrics_name(), metric.index)
    }

    /// Branches from the root down to this one.
    pub fn lineage(&self, branch: usize) -> Vec<&Branch<'a>> {
        let mut line = vec![];
        let mut next = Some(branch);
        while let Some(index) = next {
            line.push(&self.branches[index]);
            next = self.branches[index].parent;
        }
        line.reverse();
        line
    }

    /// Products that an item names, itself or through groups. Ends early when the document makes that endless work.
    pub fn named(&self, item: &'a Json<'a>) -> Vec<&'a str> {
        let mut ids: Vec<&str> = item.texts("product_ids").map(|(_, id)| id).collect();
        for (_, group) in item.texts("group_ids") {
            let members = self.groups.get(group).map_or(&[][..], Vec::as_slice);
            let steps = self.steps.get();
            if members.len() as u32 > steps {
                break;
            }
            self.steps.set(steps - members.len() as u32);
            ids.extend(members);
        }
        ids
    }

    /// Whether everything was looked at: the work was within bounds.
    pub fn within_bounds(&self) -> bool {
        self.steps.get() > 0
    }

    pub fn tlp(&self) -> Option<&'a str> {
        self.document.at(&["distribution", "tlp", "label"]).and_then(Json::as_text)
    }

    pub fn lang(&self) -> Option<&'a str> {
        self.document.text("lang")
    }

    /// `final` or `interim`.
    pub fn is_released(&self) -> bool {
        matches!(self.tracking.text("status"), Some("final" | "interim"))
    }

    /// Day of the newest item of the revision history.
    pub fn newest(&self) -> Option<Instant> {
        let history = self.tracking.list("revision_history").iter();
        history.filter_map(|item| Instant::parse(item.text("date")?)).max()
    }
}

/// Where a branch stands; becomes a JSON pointer only when something is found there.
#[derive(Clone, Copy)]
pub(super) struct BranchPath<'s, 'a>(&'s [Branch<'a>], usize);

impl fmt::Display for BranchPath<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BranchPath(branches, index) = *self;
        let branch = &branches[index];
        match branch.parent {
            Some(parent) => BranchPath(branches, parent).fmt(f)?,
            None => f.write_str("/product_tree")?,
        }
        write!(f, "/branches/{}", branch.index)
    }
}

impl<'a> Vulnerability<'a> {
    pub fn path(&self) -> String {
        format!("/vulnerabilities/{}", self.index)
    }

    /// Products of a member of `product_status`, with their indices.
    pub fn with_status(&self, status: &str) -> impl Iterator<Item = (usize, &'a str)> {
        self.status
            .map_or(&[][..], |all| all.list(status))
            .iter()
            .enumerate()
            .filter_map(|(i, j)| Some((i, j.as_text()?)))
    }

    /// Products of a group of statuses.
    pub fn in_group(&self, group: usize) -> Vec<&'a str> {
        STATUS_GROUPS[group].1.iter().flat_map(|status| self.with_status(status)).map(|(_, id)| id).collect()
    }

    /// Every CVSS object: member, object, metric.
    pub fn cvss(&self) -> impl Iterator<Item = (&'static str, &'a Json<'a>, &Metric<'a>)> {
        self.metrics.iter().flat_map(|metric| {
            let one = move |name| Some((name, metric.content?.get(name)?, metric));
            ["cvss_v2", "cvss_v3", "cvss_v4"].into_iter().filter_map(one)
        })
    }
}

/// Calls back for every item that names products or groups: its place and itself.
pub(super) fn each_naming<'a>(subject: &Subject<'a>, found: &mut dyn FnMut(&At<'_>, &'a Json<'a>)) {
    let root = At::Root;
    let document = root.name("document");
    let notes = document.name("notes");
    for (index, note) in subject.document.list("notes").iter().enumerate() {
        found(&notes.index(index), note);
    }
    let vulnerabilities = root.name("vulnerabilities");
    for vulnerability in &subject.vulnerabilities {
        let at = vulnerabilities.index(vulnerability.index);
        let lists =
            ["first_known_exploitation_dates", "flags", "ids", "involvements", "notes", "remediations", "threats"];
        for name in lists {
            let at = at.name(name);
            for (index, item) in vulnerability.json.list(name).iter().enumerate() {
                found(&at.index(index), item);
            }
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if *self == Version::V2_1 { "2.1" } else { "2.0" })
    }
}

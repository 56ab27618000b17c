//! The product tree as vendors, products and versions.

use super::vulnerabilities::Claims;
use crate::document::{Affectedness, Countermeasure, Product, Vendor};
use crate::reading::{Log, Node, Why, on};
use crate::text::{Language, Localized};
use crate::vers::Vers;
use crate::version::{VersionRange, VersionStatus, Versions};
use crate::{cpe, purl};
use std::collections::{BTreeMap, BTreeSet};

/// Deepest nesting of branches (CSAF test 6.1.34).
const DEPTH_MAX: usize = 30;

/// A product of the tree.
#[derive(Clone, Debug, Default)]
struct Leaf {
    id: String,
    /// Name of the whole: vendor, product and version.
    full: String,
    vendor: Option<String>,
    product: Option<String>,
    version: Option<String>,
    range: Option<VersionRange>,
    cpe: Option<String>,
    purl: Option<String>,
}

/// The products of a document, in its order.
#[derive(Debug, Default)]
pub(super) struct Tree {
    leaves: Vec<Leaf>,
    /// Where each id stands among the leaves.
    known: BTreeMap<String, usize>,
    groups: BTreeMap<String, Vec<String>>,
}

impl Tree {
    pub(super) fn read(node: &Node<'_>, log: &mut Log) -> Self {
        let known = ["branches", "full_product_names", "product_groups", "product_paths", "relationships"];
        node.only(&known, &[], log);
        let mut tree = Tree::default();
        for branch in node.objects("branches", log) {
            tree.branch(&branch, &Leaf::default(), 1, log);
        }
        for full in node.objects("full_product_names", log) {
            tree.leaf(&full, Leaf::default(), log);
        }
        for key in ["relationships", "product_paths"] {
            for path in node.objects(key, log) {
                if let Some(full) = path.need("full_product_name", log) {
                    let part = path.text("product_reference", log).or(path.text("beginning_product_reference", log));
                    let like = part.and_then(|id| tree.known.get(&id)).map(|index| &tree.leaves[*index]);
                    let vendor = like.and_then(|leaf| leaf.vendor.clone());
                    tree.leaf(&full, Leaf { vendor, ..Leaf::default() }, log);
                }
            }
        }
        for group in node.objects("product_groups", log) {
            group.only(&["group_id", "product_ids", "summary"], &[], log);
            let ids = group.texts("product_ids", log);
            tree.groups.insert(group.need_text("group_id", log), ids);
        }
        tree
    }

    fn branch(&mut self, node: &Node<'_>, above: &Leaf, depth: usize, log: &mut Log) {
        if depth > DEPTH_MAX {
            log.add(node.at.as_str(), Why::BadValue);
            return;
        }
        node.only(&["branches", "category", "name", "product"], &[], log);
        let name = node.need_text("name", log);
        let category = node.need_text("category", log);
        let mut here = above.clone();
        let join = |known: Option<String>| Some(known.map_or(name.clone(), |known| format!("{known} {name}")));
        match category.as_str() {
            "vendor" => here.vendor = Some(name.clone()),
            "product_name" => here.product = join(here.product.filter(|_| above.product.is_some())),
            "product_version" => {
                here.version = join(here.version);
                here.range = Some(VersionRange::exact(name.as_str())).filter(VersionRange::is_valid);
            }
            "product_version_range" => {
                here.version = Some(name.clone());
                here.range = range(&name);
                if here.range.is_none() && name.starts_with("vers:") {
                    log.add(node.place("name"), Why::BadValue);
                }
            }
            "product_family" | "architecture" | "host_name" | "language" | "legacy" | "patch_level" | "platform"
            | "service_pack" | "specification" => here.product = join(here.product),
            _ => log.add(node.place("category"), Why::BadValue),
        }
        if let Some(product) = node.object("product", log) {
            self.leaf(&product, here.clone(), log);
        }
        for branch in node.objects("branches", log) {
            self.branch(&branch, &here, depth + 1, log);
        }
    }

    fn leaf(&mut self, node: &Node<'_>, mut leaf: Leaf, log: &mut Log) {
        node.only(&["name", "product_id", "product_identification_helper"], &["x_extensions"], log);
        leaf.full = node.need_text("name", log);
        leaf.id = node.need_text("product_id", log);
        if let Some(helper) = node.object("product_identification_helper", log) {
            let no_place = ["hashes", "model_numbers", "sbom_urls", "serial_numbers", "skus", "x_generic_uris"];
            helper.only(&["cpe", "purl", "purls"], &no_place, log);
            leaf.cpe = helper.text("cpe", log).filter(|name| cpe::is_cpe(name));
            let url = helper.text("purl", log).or_else(|| helper.texts("purls", log).into_iter().next());
            leaf.purl = url.and_then(|url| purl::Purl::parse(&url).ok()).map(|url| url.without_version().to_string());
        }
        if self.known.contains_key(&leaf.id) {
            log.add(node.place("product_id"), Why::BadValue);
            return;
        }
        self.known.insert(leaf.id.clone(), self.leaves.len());
        self.leaves.push(leaf);
    }

    /// The products that a list names; an id that no product has is listed.
    pub(super) fn products(&self, node: &Node<'_>, key: &str, log: &mut Log) -> Vec<String> {
        let mut ids = node.texts(key, log);
        ids.retain(|id| {
            let there = self.known.contains_key(id);
            if !there {
                log.add(node.place(key), Why::BadValue);
            }
            there
        });
        ids
    }

    /// The products that a list and the groups beside it name.
    pub(super) fn named(&self, node: &Node<'_>, key: &str, log: &mut Log) -> Vec<String> {
        let mut ids = self.products(node, key, log);
        for group in node.texts("group_ids", log) {
            ids.extend(self.groups.get(&group).into_iter().flatten().cloned());
        }
        ids
    }

    /// The entries of ベンダ情報. A countermeasure for products of one vendor is the vendor's, else everybody's.
    pub(super) fn vendors(&self, claims: &Claims, common: &mut Vec<Countermeasure>, language: Language) -> Vec<Vendor> {
        let mut vendors: Vec<Vendor> = Vec::new();
        let mut index: BTreeMap<&str, usize> = BTreeMap::new();
        let mut rows: BTreeMap<(usize, String), usize> = BTreeMap::new();
        for leaf in &self.leaves {
            let name = leaf.vendor.as_deref().unwrap_or_default();
            let at = *index.entry(name).or_insert_with(|| {
                vendors.push(vendor(name, language));
                vendors.len() - 1
            });
            let products = &mut vendors[at].products;
            let product = leaf.product.clone().unwrap_or_else(|| leaf.full.clone());
            let row = *rows.entry((at, product.clone())).or_insert_with(|| {
                let (cpe, purl) = (leaf.cpe.clone(), leaf.purl.clone());
                products.push(Product { name: on(language, product), cpe, purl, ..Product::default() });
                products.len() - 1
            });
            let status = claims.status.get(&leaf.id).copied().unwrap_or(VersionStatus::Unknown);
            let versions = leaf.versions(status, language);
            if !products[row].versions.contains(&versions) {
                products[row].versions.push(versions);
            }
        }
        vendors.iter_mut().for_each(|vendor| vendor.status = overall(vendor));
        for (countermeasure, ids) in &claims.countermeasures {
            let of = |id: &String| self.leaves[*self.known.get(id)?].vendor.as_deref();
            let owners: BTreeSet<Option<&str>> = ids.iter().map(of).collect();
            let owner = (owners.len() == 1).then(|| owners.into_iter().next().flatten()).flatten();
            match owner.and_then(|name| index.get(name)) {
                Some(at) => vendors[*at].countermeasures.push(countermeasure.clone()),
                None => common.push(countermeasure.clone()),
            }
        }
        vendors
    }
}

impl Leaf {
    /// The versions of a leaf; words where its range is one of words only.
    fn versions(&self, status: VersionStatus, language: Language) -> Versions {
        let text = match (&self.range, &self.version) {
            (Some(_), _) => Localized::default(),
            (None, Some(version)) => on(language, version.as_str()),
            (None, None) if self.product.is_some() => on(language, self.full.as_str()),
            (None, None) => Localized::default(),
        };
        let range = self.range.clone().or_else(|| text.is_empty().then_some(VersionRange::All));
        Versions { status, text, range }
    }
}

/// A specifier, or the bounds that stand before one version; words give none.
fn range(name: &str) -> Option<VersionRange> {
    if name.starts_with("vers:") {
        return Vers::parse(name).ok().map(|vers| vers.range()).filter(VersionRange::is_valid);
    }
    let bare = |version: &str| {
        let version = version.trim();
        (!version.is_empty() && !version.contains(['<', '>', '=', '|', ' '])).then(|| version.to_owned())
    };
    type Make = fn(String) -> VersionRange;
    const SIGNS: [(&str, Make); 4] = [
        ("<=", |version| VersionRange::up_to(version)),
        (">=", |version| VersionRange::since(version)),
        ("<", |version| VersionRange::before(version)),
        ("=", |version| VersionRange::exact(version)),
    ];
    SIGNS.iter().find_map(|(sign, make)| bare(name.strip_prefix(sign)?).map(make)).filter(VersionRange::is_valid)
}

fn vendor(name: &str, language: Language) -> Vendor {
    Vendor {
        name: on(language, name),
        status: Affectedness::Unknown,
        on: None,
        statement: Localized::default(),
        link: None,
        products: Vec::new(),
        countermeasures: Vec::new(),
    }
}

/// What holds for a vendor whose products were claimed one by one.
fn overall(vendor: &Vendor) -> Affectedness {
    let any = |wanted| vendor.products.iter().flat_map(|product| &product.versions).any(|v| v.status == wanted);
    if any(VersionStatus::Affected) || any(VersionStatus::Fixed) {
        return Affectedness::Affected;
    }
    if any(VersionStatus::UnderInvestigation) {
        return Affectedness::AffectedInvestigating;
    }
    if any(VersionStatus::NotAffected) { Affectedness::NotAffected } else { Affectedness::Unknown }
}

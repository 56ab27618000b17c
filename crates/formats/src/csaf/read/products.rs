//! The product tree as vendors, products and versions.

use super::vulnerabilities::Claims;
use crate::document::{Affectedness, Countermeasure, Product, Vendor};
use crate::reading::{Log, Node, Why, on};
use crate::text::{Language, Localized};
use crate::vers::Vers;
use crate::version::{Bound, VersionRange, VersionStatus, Versions};
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

/// A specifier, or one or two bounds as many write them: `<V3.2`, `>= 2.0 | < 2.5`, `vers:all/<3`. Words give none.
fn range(name: &str) -> Option<VersionRange> {
    if let Ok(vers) = Vers::parse(name) {
        return Some(vers.range()).filter(VersionRange::is_valid);
    }
    let bare = name.strip_prefix("vers:all/").unwrap_or(name).trim();
    let starts = bare.char_indices().filter(|(index, c)| is_sign(*c) && !bare[..*index].ends_with(is_sign));
    let starts: Vec<usize> = starts.map(|(index, _)| index).collect();
    let ends = starts.iter().skip(1).copied().chain([bare.len()]);
    let bounds = starts.iter().zip(ends).map(|(start, end)| bound(&bare[*start..end])).collect::<Option<Vec<_>>>()?;
    let range = match (starts.first(), bounds.as_slice()) {
        (Some(0), [("=", one)]) => VersionRange::exact(one.version.as_str()),
        (Some(0), [(">", from)]) => VersionRange::Between { from: Some(from.clone()), to: None },
        (Some(0), [("<", to)]) => VersionRange::Between { from: None, to: Some(to.clone()) },
        (Some(0), [(">", from), ("<", to)]) => VersionRange::Between { from: Some(from.clone()), to: Some(to.clone()) },
        _ => return None,
    };
    Some(range).filter(VersionRange::is_valid)
}

fn is_sign(c: char) -> bool {
    matches!(c, '<' | '>' | '=')
}

/// The side of a bound and its version; what does not begin as versions do is words.
fn bound(text: &str) -> Option<(&str, Bound)> {
    let version = text.trim_start_matches(is_sign);
    let sign = &text[..text.len() - version.len()];
    let version = version.trim().trim_end_matches(['|', ',']).trim_end().trim_end_matches(" and").trim();
    let letters = version.chars().take_while(char::is_ascii_alphabetic).count();
    let numbered = letters <= 2 && version[letters..].starts_with(|c: char| c.is_ascii_digit());
    let inclusive = sign.ends_with('=');
    (numbered && sign.len() <= 2).then(|| (&text[..1], Bound { version: version.to_owned(), inclusive }))
}

fn vendor(name: &str, language: Language) -> Vendor {
    Vendor::new(on(language, name), Affectedness::Unknown)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_as_many_write_them() {
        let between = |from, to| Some(VersionRange::Between { from: Some(from), to: Some(to) });
        for (text, expected) in [
            ("<V3.2", Some(VersionRange::before("V3.2"))),
            ("<= 3.2 Build 7", Some(VersionRange::up_to("3.2 Build 7"))),
            (">= 2.0 | <= 2.5", between(Bound::including("2.0"), Bound::including("2.5"))),
            ("> V2.0 < V2.5", between(Bound::excluding("V2.0"), Bound::excluding("V2.5"))),
            (">= V2.0 and < V2.5", between(Bound::including("V2.0"), Bound::excluding("V2.5"))),
            ("vers:all/>=V2.0<V2.5", between(Bound::including("V2.0"), Bound::excluding("V2.5"))),
            ("vers:all/*", Some(VersionRange::All)),
            ("=7", Some(VersionRange::exact("7"))),
            ("<=with_the_first_5_digits_of_serial_number_12", None),
            ("versions before the summer", None),
            ("2.0 < 2.5", None),
            ("<1 <2", None),
        ] {
            assert_eq!(range(text), expected, "{text}");
        }
    }
}

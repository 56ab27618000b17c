//! The product tree: ids, branches, relations.

use super::super::finding::{Findings, Level};
use super::super::json::{At, Json};
use super::super::subject::{Place, Product, Subject, each_naming};
use super::{i, m, o};
use std::collections::{HashMap, HashSet};

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let used = references(subject, findings);
    twice(subject, findings);
    circles(subject, findings);
    branches(subject, findings);
    if findings.wants(Level::Optional) {
        unused(subject, &used, findings);
        helpers(subject, findings);
        nested(subject, findings);
    }
}

/// 6.1.1 and 6.1.4: what is referred to is defined. Gives the product ids that are referred to.
fn references<'a>(subject: &Subject<'a>, findings: &mut Findings) -> HashSet<&'a str> {
    let mut used = HashSet::new();
    let mut product = |id: &'a str, at: &dyn std::fmt::Display, findings: &mut Findings| {
        used.insert(id);
        if !subject.by_id.contains_key(id) {
            findings.add(m(1), at, &[id]);
        }
    };
    let root = At::Root;
    if let Some(tree) = subject.root.get("product_tree") {
        let at = root.name("product_tree");
        let groups = at.name("product_groups");
        for (index, group) in tree.list("product_groups").iter().enumerate() {
            let at = groups.index(index);
            for (index, id) in group.texts("product_ids") {
                product(id, &at.name("product_ids").index(index), findings);
            }
        }
        let paths = at.name(subject.paths_name());
        for (index, path) in subject.paths().iter().enumerate() {
            let at = paths.index(index);
            for name in ["beginning_product_reference", "product_reference", "relates_to_product_reference"] {
                if let Some(id) = path.text(name) {
                    product(id, &at.name(name), findings);
                }
            }
            let subpaths = at.name("subpaths");
            for (index, subpath) in path.list("subpaths").iter().enumerate() {
                if let Some(id) = subpath.text("next_product_reference") {
                    product(id, &subpaths.index(index).name("next_product_reference"), findings);
                }
            }
        }
    }
    each_naming(subject, &mut |at, item| {
        for (index, id) in item.texts("product_ids") {
            product(id, &at.name("product_ids").index(index), findings);
        }
        for (index, id) in item.texts("group_ids") {
            if !subject.groups.contains_key(id) {
                findings.add(m(4), at.name("group_ids").index(index), &[id]);
            }
        }
    });
    let vulnerabilities = root.name("vulnerabilities");
    for vulnerability in &subject.vulnerabilities {
        let at = vulnerabilities.index(vulnerability.index);
        let status_at = at.name("product_status");
        for (name, list) in vulnerability.status.map_or(&[][..], Json::members) {
            for (index, id) in list.items().iter().enumerate().filter_map(|(i, j)| Some((i, j.as_text()?))) {
                product(id, &status_at.name(name).index(index), findings);
            }
        }
        let metrics = at.name(subject.metrics_name());
        for metric in &vulnerability.metrics {
            let at = metrics.index(metric.index);
            for (index, id) in metric.products.iter().enumerate() {
                product(id, &at.name("products").index(index), findings);
            }
        }
    }
    used
}

/// 6.1.2 and 6.1.5.
fn twice(subject: &Subject<'_>, findings: &mut Findings) {
    for (index, product) in subject.products.iter().enumerate() {
        if subject.by_id.get(product.id) != Some(&index) {
            findings.add(m(2), format!("{}/product_id", subject.product_path(product)), &[product.id]);
        }
    }
    let mut seen = HashSet::new();
    let groups = subject.root.get("product_tree").map_or(&[][..], |tree| tree.list("product_groups"));
    for (index, id) in groups.iter().enumerate().filter_map(|(index, group)| Some((index, group.text("group_id")?))) {
        if !seen.insert(id) {
            findings.add(m(5), format!("/product_tree/product_groups/{index}/group_id"), &[id]);
        }
    }
}

/// What a relationship or product path is made of.
fn made_of<'a>(path: &'a Json<'a>) -> impl Iterator<Item = &'a str> {
    let names = ["beginning_product_reference", "product_reference", "relates_to_product_reference"];
    let own = names.into_iter().filter_map(|name| path.text(name));
    own.chain(path.list("subpaths").iter().filter_map(|subpath| subpath.text("next_product_reference")))
}

/// 6.1.3: no product is made of itself. Walked without recursion.
fn circles(subject: &Subject<'_>, findings: &mut Findings) {
    let paths = subject.paths();
    let id_of = |index: usize| paths[index].at(&["full_product_name", "product_id"]).and_then(Json::as_text);
    let mut defines: HashMap<&str, usize> = HashMap::new();
    for index in 0..paths.len() {
        if let Some(id) = id_of(index) {
            defines.entry(id).or_insert(index);
        }
    }
    // 0 not seen, 1 on the way, 2 done
    let mut state = vec![0_u8; paths.len()];
    for start in 0..paths.len() {
        let mut stack = vec![(start, false)];
        while let Some((index, leave)) = stack.pop() {
            if leave {
                state[index] = 2;
                continue;
            }
            if state[index] != 0 {
                continue;
            }
            state[index] = 1;
            stack.push((index, true));
            for next in made_of(&paths[index]).filter_map(|id| defines.get(id).copied()) {
                if state[next] == 1 {
                    let path = format!("/product_tree/{}/{index}/full_product_name/product_id", subject.paths_name());
                    findings.add(m(3), path, &[id_of(next).unwrap_or_default()]);
                } else {
                    stack.push((next, false));
                }
            }
        }
    }
}

/// Words and signs of a range in a product version.
const RANGE_WORDS: [&str; 7] = ["after", "all", "before", "earlier", "later", "prior", "versions"];

/// 6.1.31, 6.1.34, 6.1.57, 6.1.58, 6.2.48, 6.3.9, 6.3.10, 6.3.11.
fn branches(subject: &Subject<'_>, findings: &mut Findings) {
    for (index, branch) in subject.branches.iter().enumerate() {
        let at = subject.branch_path(index);
        if branch.category == "product_version" {
            let lower = branch.name.to_lowercase();
            let word = lower.split_whitespace().find(|word| RANGE_WORDS.contains(word));
            if let Some(word) = word.or_else(|| lower.contains(['<', '>']).then_some("< >")) {
                findings.add(m(31), format_args!("{at}/name"), &[branch.name, word]);
            }
            let mut start = branch.name.bytes();
            if matches!(start.next(), Some(b'v' | b'V')) && start.next().is_some_and(|b| b.is_ascii_digit()) {
                findings.add(i(11), format_args!("{at}/name"), &[branch.name]);
            }
        }
        if branch.category == "product_version_range" {
            findings.add(i(10), format_args!("{at}/category"), &[branch.name]);
        }
        if branch.json.get("product").is_some() {
            leaf(subject, index, findings);
        }
        let plain = || branch.name.split_whitespace().collect::<String>();
        if subject.is_2_1() && branch.category == "vendor" && plain().eq_ignore_ascii_case("opensource") {
            findings.add(o(48), format_args!("{at}/name"), &[branch.name]);
        }
    }
}

/// The way from the root of the tree to a product.
fn leaf(subject: &Subject<'_>, index: usize, findings: &mut Findings) {
    let depth = subject.branches[index].depth;
    let categories: Vec<&str> = subject.lineage(index).iter().map(|branch| branch.category).collect();
    let at = subject.branch_path(index);
    if subject.is_2_1() {
        if depth > 30 {
            findings.add(m(34), format_args!("{at}/product"), &[&depth.to_string()]);
        }
        let repeated = categories
            .iter()
            .enumerate()
            .find(|(at, category)| **category != "product_family" && categories[..*at].contains(category));
        if let Some((_, category)) = repeated {
            findings.add(m(57), format_args!("{at}/product"), &[category]);
        }
        if ["product_version", "product_version_range"].iter().all(|wanted| categories.contains(wanted)) {
            findings.add(m(58), format_args!("{at}/product"), &[]);
        }
    }
    let mut wanted = ["vendor", "product_name", "product_version"].into_iter().peekable();
    for category in categories {
        wanted.next_if_eq(&category);
    }
    if let Some(missing) = wanted.next() {
        findings.add(i(9), format_args!("{at}/product"), &[missing]);
    }
}

/// 6.2.1.
fn unused(subject: &Subject<'_>, used: &HashSet<&str>, findings: &mut Findings) {
    if subject.category == "csaf_informational_advisory" {
        return;
    }
    for product in subject.products.iter().filter(|product| !used.contains(product.id)) {
        findings.add(o(1), format!("{}/product_id", subject.product_path(product)), &[product.id]);
    }
}

/// 6.2.16 and 6.2.31.
fn helpers(subject: &Subject<'_>, findings: &mut Findings) {
    let in_paths: HashSet<&str> = subject.paths().iter().flat_map(made_of).collect();
    for product in &subject.products {
        let Some(helper) = product.helper else {
            findings.add(o(16), subject.product_path(product), &[product.id]);
            continue;
        };
        let hardware = helper.get("serial_numbers").is_some() || helper.get("model_numbers").is_some();
        if subject.is_2_1() && hardware && !in_paths.contains(product.id) && !is_path(product) {
            findings.add(o(31), subject.product_path(product), &[product.id]);
        }
    }
}

fn is_path(product: &Product<'_>) -> bool {
    matches!(product.place, Place::Path(_))
}

/// 6.3.22.
fn nested(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is_2_1() {
        return;
    }
    let paths: HashSet<&str> =
        subject.products.iter().filter(|product| is_path(product)).map(|product| product.id).collect();
    for (index, path) in subject.paths().iter().enumerate() {
        if let Some(id) = made_of(path).find(|id| paths.contains(id)) {
            findings.add(i(22), format!("/product_tree/product_paths/{index}"), &[id]);
        }
    }
}

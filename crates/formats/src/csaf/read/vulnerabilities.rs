//! The vulnerabilities, and what they claim of products.

use super::Reader;
use super::products::Tree;
use crate::check::is_cve;
use crate::cwe;
use crate::document::{Countermeasure, PublicDocument, Vulnerability};
use crate::reading::{Node, Why, analysis, check_second};
use crate::version::VersionStatus;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// What the vulnerabilities of a document claim of its products.
#[derive(Debug, Default)]
pub(super) struct Claims {
    /// The worst status of each product, by its id.
    pub status: BTreeMap<String, VersionStatus>,
    /// Countermeasures, each once, with the ids of the products that they are for.
    pub countermeasures: Vec<(Countermeasure, Vec<String>)>,
    /// The place of each among them.
    places: HashMap<Countermeasure, usize>,
}

/// Groups of `product_status` and what they mean, from the worst to the mildest.
const GROUPS: [(&str, VersionStatus); 9] = [
    ("known_affected", VersionStatus::Affected),
    ("first_affected", VersionStatus::Affected),
    ("last_affected", VersionStatus::Affected),
    ("under_investigation", VersionStatus::UnderInvestigation),
    ("fixed", VersionStatus::Fixed),
    ("first_fixed", VersionStatus::Fixed),
    ("recommended", VersionStatus::Fixed),
    ("known_not_affected", VersionStatus::NotAffected),
    ("unknown", VersionStatus::Unknown),
];

fn rank(status: VersionStatus) -> usize {
    GROUPS.iter().position(|(_, known)| *known == status).unwrap_or(GROUPS.len())
}

impl Claims {
    /// Takes a status over; says whether the product had another one.
    fn claim(&mut self, product: String, status: VersionStatus) -> bool {
        let known = self.status.entry(product).or_insert(status);
        let differs = *known != status;
        if rank(status) < rank(*known) {
            *known = status;
        }
        differs
    }

    fn help(&mut self, countermeasure: Countermeasure, mut products: Vec<String>) {
        products.sort_unstable();
        products.dedup();
        match self.places.entry(countermeasure) {
            Entry::Vacant(new) => {
                self.countermeasures.push((new.key().clone(), products));
                new.insert(self.countermeasures.len() - 1);
            }
            Entry::Occupied(known) => {
                let known = &mut self.countermeasures[*known.get()].1;
                // Most vulnerabilities of a document say the same of the same products.
                if *known != products {
                    known.extend(products);
                    known.sort_unstable();
                    known.dedup();
                }
            }
        }
    }
}

const KNOWN: [&str; 14] = [
    "acknowledgments",
    "cve",
    "cwe",
    "cwes",
    "flags",
    "ids",
    "metrics",
    "notes",
    "product_status",
    "references",
    "remediations",
    "scores",
    "threats",
    "title",
];
const NO_PLACE: [&str; 7] = [
    "disclosure_date",
    "discovery_date",
    "first_known_exploitation_dates",
    "involvements",
    "release_date",
    "unknown",
    "x_extensions",
];

impl Reader {
    pub(super) fn vulnerability(
        &mut self,
        node: &Node<'_>,
        tree: &Tree,
        claims: &mut Claims,
        document: &mut PublicDocument,
    ) {
        node.only(&KNOWN, &NO_PLACE, &mut self.log);
        let mut single = Vulnerability::default();
        if let Some(title) = node.text("title", &mut self.log) {
            single.title = self.on(title);
        }
        single.cve = node.text("cve", &mut self.log);
        if single.cve.as_deref().is_some_and(|cve| !is_cve(cve)) {
            self.log.add(node.place("cve"), Why::BadValue);
            single.cve = None;
        }
        self.weaknesses(node, &mut single);
        self.description(node, &mut single);
        self.scores(node, &mut single);
        self.ids(node, document);
        self.references(node, document, None);
        self.acknowledgments(node, document);
        self.statuses(node, tree, claims);
        for remediation in node.objects("remediations", &mut self.log) {
            let (countermeasure, products) = self.remediation(&remediation, tree);
            claims.help(countermeasure, products);
        }
        self.threats(node, document);
        for flag in node.objects("flags", &mut self.log) {
            self.log.add(flag.at, Why::NoPlace);
        }
        document.vulnerabilities.push(single);
    }

    fn weaknesses(&mut self, node: &Node<'_>, single: &mut Vulnerability) {
        let one = node.object("cwe", &mut self.log);
        let all = one.into_iter().chain(node.objects("cwes", &mut self.log)).collect::<Vec<_>>();
        for weakness in all {
            weakness.only(&["id", "name", "version"], &[], &mut self.log);
            let id = weakness.need_text("id", &mut self.log);
            if cwe::parse(&id).is_none() {
                self.log.add(weakness.place("id"), Why::BadValue);
            } else if !single.cwes.contains(&id) {
                single.cwes.push(id);
            }
        }
    }

    fn description(&mut self, node: &Node<'_>, single: &mut Vulnerability) {
        let mut texts = Vec::new();
        for note in node.objects("notes", &mut self.log) {
            note.only(&["audience", "category", "text", "title"], &["group_ids", "product_ids"], &mut self.log);
            texts.push(note.need_text("text", &mut self.log));
        }
        single.description = self.on(texts.join("\n\n"));
    }

    fn scores(&mut self, node: &Node<'_>, single: &mut Vulnerability) {
        for score in node.objects("scores", &mut self.log) {
            score.only(&["cvss_v2", "cvss_v3", "products"], &[], &mut self.log);
            self.score(&score, single);
        }
        for metric in node.objects("metrics", &mut self.log) {
            metric.only(&["content", "products"], &["source"], &mut self.log);
            let Some(content) = metric.need("content", &mut self.log) else { continue };
            let no_place = ["qualitative_severity_rating", "ssvc_v2", "x_extensions"];
            content.only(&["cvss_v2", "cvss_v3", "cvss_v4", "epss"], &no_place, &mut self.log);
            self.score(&content, single);
            single.facts.extend(self.metric_facts(&content).filter(|fact| !single.facts.contains(fact)));
        }
    }

    /// One analysis of each version of CVSS; what differs by product has no place.
    fn score(&mut self, node: &Node<'_>, single: &mut Vulnerability) {
        for key in ["cvss_v3", "cvss_v4"] {
            let Some(object) = node.object(key, &mut self.log) else { continue };
            let Some(cvss) = analysis(&object, &mut self.log) else { continue };
            match single.cvss.iter().find(|known| known.version == cvss.version) {
                None => single.cvss.push(cvss),
                Some(known) if *known == cvss => {}
                Some(_) => self.log.add(object.at, Why::NoPlace),
            }
        }
        if let Some(two) = node.object("cvss_v2", &mut self.log) {
            check_second(&two, &mut self.log);
        }
    }

    fn statuses(&mut self, node: &Node<'_>, tree: &Tree, claims: &mut Claims) {
        let Some(status) = node.object("product_status", &mut self.log) else { return };
        status.only(&GROUPS.map(|(name, _)| name), &[], &mut self.log);
        for (name, meaning) in GROUPS {
            let mut differs = false;
            for product in tree.products(&status, name, &mut self.log) {
                differs |= claims.claim(product, meaning);
            }
            if differs {
                self.log.add(status.place(name), Why::NoPlace);
            }
        }
    }

    /// The impact is a section of its own; other threats have no place.
    fn threats(&mut self, node: &Node<'_>, document: &mut PublicDocument) {
        for threat in node.objects("threats", &mut self.log) {
            threat.only(&["category", "details", "group_ids", "product_ids"], &["date"], &mut self.log);
            let details = threat.need_text("details", &mut self.log);
            if threat.text("category", &mut self.log).as_deref() != Some("impact") {
                self.log.add(threat.at, Why::NoPlace);
                continue;
            }
            let known = document.impact.exact(self.language);
            if !known.contains(&details) {
                let joined = if known.is_empty() { details } else { format!("{known}\n\n{details}") };
                document.impact = self.on(joined);
            }
        }
    }
}

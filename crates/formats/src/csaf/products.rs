//! The product tree: vendor, product, versions; and which product has which status.

use super::Edition;
use super::model::{Branch, FullProductName, Helper, ProductStatus};
use crate::document::{Product, PublicDocument, Vendor};
use crate::loss::{Loss, LossKind};
use crate::text::Language;
use crate::version::{VersionRange, VersionStatus, Versions};

/// The tree of a document with the status of its leaves.
pub(super) struct Products {
    /// One branch a vendor.
    pub branches: Vec<Branch>,
    /// Ids by status.
    pub status: ProductStatus,
    /// Ids of the affected products of each vendor, in the order of the document's vendors.
    pub affected_by_vendor: Vec<Vec<String>>,
    /// Ids of the products that are not affected, in the same order.
    pub safe_by_vendor: Vec<Vec<String>>,
}

impl Products {
    /// Builds the tree of a document, in one language.
    pub fn of(document: &PublicDocument, language: Language, edition: Edition, losses: &mut Vec<Loss>) -> Self {
        let mut products = Products {
            branches: Vec::new(),
            status: ProductStatus::default(),
            affected_by_vendor: Vec::new(),
            safe_by_vendor: Vec::new(),
        };
        for (index, vendor) in document.vendors.iter().enumerate() {
            let (affected, safe) = (Vec::new(), Vec::new());
            let mut builder =
                Builder { vendor, index, language, edition, products: &mut products, affected, safe, losses };
            let branches = builder.vendor();
            let (affected, safe) = (builder.affected, builder.safe);
            products.affected_by_vendor.push(affected);
            products.safe_by_vendor.push(safe);
            products.branches.extend(branches);
        }
        products
    }

    /// The products that bear a score: the affected ones, else those under investigation.
    pub fn scored(&self) -> &[String] {
        if self.status.known_affected.is_empty() {
            &self.status.under_investigation
        } else {
            &self.status.known_affected
        }
    }
}

/// Builds the branch of one vendor.
struct Builder<'a> {
    vendor: &'a Vendor,
    index: usize,
    language: Language,
    edition: Edition,
    products: &'a mut Products,
    affected: Vec<String>,
    safe: Vec<String>,
    losses: &'a mut Vec<Loss>,
}

impl Builder<'_> {
    fn vendor(&mut self) -> Option<Branch> {
        let vendor = self.vendor;
        let name = vendor.name.get(self.language).to_owned();
        if vendor.products.is_empty() {
            let full = match self.language {
                Language::Ja => format!("{name} の製品（個別の記載なし）"),
                Language::En => format!("Products of {name} (not listed one by one)"),
            };
            let id = format!("V{}", self.index + 1);
            let at = format!("/vendors/{}/status", self.index);
            let leaf = self.leaf(id, full, Helper::default(), vendor.status.of_versions(), at)?;
            return Some(Branch { branches: Vec::new(), category: "vendor", name, product: Some(leaf) });
        }
        let branches: Vec<Branch> =
            vendor.products.iter().enumerate().flat_map(|(number, product)| self.product(number, product)).collect();
        (!branches.is_empty()).then_some(Branch { branches, category: "vendor", name, product: None })
    }

    /// The branches of one product: one with its ranges, and one for each of its versions in words.
    fn product(&mut self, number: usize, product: &Product) -> Vec<Branch> {
        let name = product.name.get(self.language).to_owned();
        let id = format!("V{}P{}", self.index + 1, number + 1);
        let at = format!("/vendors/{}/products/{number}", self.index);
        let named =
            |leaf| Branch { branches: Vec::new(), category: "product_name", name: name.clone(), product: Some(leaf) };
        if product.versions.is_empty() {
            let full = self.full_name(&name, "");
            let status = self.vendor.status.of_versions();
            return self.leaf(id, full, self.helper(product, None), status, at).map(named).into_iter().collect();
        }
        let mut ranged = Vec::new();
        let mut worded = Vec::new();
        for (row, versions) in product.versions.iter().enumerate() {
            let at = format!("{at}/versions/{row}");
            let id = format!("{id}R{}", row + 1);
            let full = self.full_name(&name, &versions.shown(self.language));
            let Some(leaf) = self.leaf(id, full, self.helper(product, Some(versions)), versions.status, at.clone())
            else {
                continue;
            };
            match &versions.range {
                // A specifier of one version is none to 2.1 (6.1.59), and a version that reads as a range none to 2.0.
                Some(VersionRange::Exact { version }) if self.edition == Edition::V2_1 && !is_plain(version) => {
                    self.losses.push(Loss::new(at, LossKind::VersionsInWords));
                    worded.push(named(leaf));
                }
                Some(range) => ranged.push(range_branch(range, product, leaf)),
                None => {
                    self.losses.push(Loss::new(at, LossKind::VersionsInWords));
                    worded.push(named(leaf));
                }
            }
        }
        if !ranged.is_empty() {
            worded.insert(0, Branch { branches: ranged, category: "product_name", name, product: None });
        }
        worded
    }

    /// Gives a leaf its status; one of unknown status is left out.
    fn leaf(
        &mut self,
        product_id: String,
        name: String,
        product_identification_helper: Helper,
        status: VersionStatus,
        at: String,
    ) -> Option<FullProductName> {
        let groups = &mut self.products.status;
        match status {
            VersionStatus::Affected => {
                groups.known_affected.push(product_id.clone());
                self.affected.push(product_id.clone());
            }
            VersionStatus::Fixed => groups.fixed.push(product_id.clone()),
            VersionStatus::NotAffected => {
                groups.known_not_affected.push(product_id.clone());
                self.safe.push(product_id.clone());
            }
            VersionStatus::UnderInvestigation => {
                groups.under_investigation.push(product_id.clone());
                self.losses.push(Loss::new(at, LossKind::InvestigationSide));
            }
            VersionStatus::Unknown if self.edition == Edition::V2_1 => groups.unknown.push(product_id.clone()),
            VersionStatus::Unknown => {
                self.losses.push(Loss::new(at, LossKind::UnknownStatus));
                return None;
            }
        }
        Some(FullProductName { name, product_id, product_identification_helper })
    }

    /// CPE and package URL of a product; one plain version completes the package URL.
    fn helper(&self, product: &Product, versions: Option<&Versions>) -> Helper {
        let version = versions.and_then(|versions| match &versions.range {
            Some(range @ VersionRange::Exact { .. }) => Some(range.vls()),
            _ => None,
        });
        let purl = product.purl.as_ref().map(|purl| with_version(purl, version.as_deref()));
        let cpe = product.cpe.clone();
        match self.edition {
            Edition::V2_0 => Helper { cpe, purl, purls: Vec::new() },
            Edition::V2_1 => Helper { cpe, purl: None, purls: purl.into_iter().collect() },
        }
    }

    /// Vendor, product and versions in one name.
    fn full_name(&self, product: &str, versions: &str) -> String {
        format!("{} {product} {versions}", self.vendor.name.get(self.language)).trim_end().to_owned()
    }
}

/// The branch of a range: one plain version, or a version range specifier.
fn range_branch(range: &VersionRange, product: &Product, leaf: FullProductName) -> Branch {
    let (category, name) = match range {
        VersionRange::Exact { version } if is_plain(version) => ("product_version", version.trim().to_owned()),
        _ => ("product_version_range", vers(range, product)),
    };
    Branch { branches: Vec::new(), category, name, product: Some(leaf) }
}

/// Whether a version does not look like a range to test 6.1.31.
fn is_plain(version: &str) -> bool {
    const RANGE_WORDS: [&str; 7] = ["after", "all", "before", "earlier", "later", "prior", "versions"];
    let lower = version.to_lowercase();
    !lower.contains(['<', '>']) && !lower.split_whitespace().any(|word| RANGE_WORDS.contains(&word))
}

/// The range as `vers:`, in the scheme of the package URL or the generic one.
fn vers(range: &VersionRange, product: &Product) -> String {
    const SCHEMES: [&str; 12] =
        ["alpm", "cargo", "composer", "conan", "deb", "gem", "golang", "hex", "maven", "npm", "nuget", "pypi"];
    if let VersionRange::Vers { vers } = range {
        return vers.clone();
    }
    let kind =
        product.purl.as_deref().and_then(|purl| purl.strip_prefix("pkg:")).and_then(|rest| rest.split('/').next());
    let scheme = match range {
        VersionRange::All => "all",
        _ => kind.filter(|kind| SCHEMES.contains(kind)).unwrap_or("generic"),
    };
    format!("vers:{scheme}/{}", range.vls())
}

/// Puts a version before the qualifiers of a package URL.
fn with_version(purl: &str, version: Option<&str>) -> String {
    let Some(version) = version else { return purl.to_owned() };
    let end = purl.find(['?', '#']).unwrap_or(purl.len());
    let (name, rest) = purl.split_at(end);
    format!("{name}@{version}{rest}")
}

//! Lists of vendors and products, and statistics.

use super::{Author, Distribution, Generator, Head, ProductIds, Status};
use crate::text::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A list of vendors, with or without their products.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DictionaryDocument {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// What was asked for; nothing after an error.
    #[serde(rename = "jvn-product-dictionary", default, skip_serializing_if = "Option::is_none")]
    pub dictionary: Option<Dictionary>,
    /// How the request fared.
    pub status: Status,
}

/// Vendors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dictionary {
    /// Its head.
    #[serde(flatten)]
    pub head: Head,
    /// The vendors.
    pub vendors: Vec<Vendor>,
}

/// A vendor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vendor {
    /// `jvnpid:1.0::vendor`.
    pub vendor_id: String,
    /// Its number.
    pub vid: u64,
    /// Its name.
    pub vname: String,
    /// `cpe:2.3::vendor`.
    pub cpe: String,
    /// Its products, when the list is one of products.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<Product>,
}

/// A product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// `jvnpid:1.0::vendor:product`.
    pub product_id: String,
    /// Its number.
    pub pid: u64,
    /// Its name.
    pub pname: String,
    /// Its names elsewhere.
    pub product_ids: Vec<ProductIds>,
}

/// Statistics, year by year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatisticsDocument {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// What made it.
    pub generator: Generator,
    /// Title.
    pub title: String,
    /// The page of the API.
    pub link: String,
    /// Newest change of anything counted.
    pub updated: String,
    /// Its language.
    pub lang: Language,
    /// Who makes it.
    pub author: Author,
    /// Who may read it.
    pub distribution: Distribution,
    /// Of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_total: Option<Totals>,
    /// What was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_filter: Option<Filter>,
    /// The counts.
    #[serde(default)]
    pub data: Vec<Year>,
    /// How the request fared.
    pub status: Status,
}

/// Of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Entries.
    pub vulninfo: u64,
    /// Vendors.
    pub vendor: u64,
    /// Products.
    pub product: u64,
}

/// What was counted, as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Filter {
    /// `cpe`, `jvnpid`, `vid` or `pid`.
    pub name_type: String,
    /// The name.
    pub product_name: String,
    /// A weakness.
    pub cwe_id: String,
    /// `cvssV3` or `cvssV4`; `cvssV2` counts nothing.
    pub metric_type: String,
    /// First year.
    pub pub_start_date: String,
    /// Last year.
    pub pub_end_date: String,
}

/// The counts of a year, month by month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// All entries.
    pub total_vulninfo: u64,
    /// Critical ones.
    pub total_severity_critical: u64,
    /// High ones.
    pub total_severity_high: u64,
    /// Medium ones.
    pub total_severity_medium: u64,
    /// Low ones.
    pub total_severity_low: u64,
    /// Ones without severity.
    pub total_severity_none: u64,
    /// All entries by month.
    pub vulninfo: BTreeMap<u8, u64>,
    /// Critical ones by month.
    pub severity_critical: BTreeMap<u8, u64>,
    /// High ones by month.
    pub severity_high: BTreeMap<u8, u64>,
    /// Medium ones by month.
    pub severity_medium: BTreeMap<u8, u64>,
    /// Low ones by month.
    pub severity_low: BTreeMap<u8, u64>,
    /// Ones without severity by month.
    pub severity_none: BTreeMap<u8, u64>,
}

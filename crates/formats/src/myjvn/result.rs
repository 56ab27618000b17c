//! Documents with a `Result` root, version 3.3: vendors with their products, statistics, or nothing but a status.

use super::{STATUS, Status, XSI, language};
use crate::text::{Language, Localized};
use crate::xml::{Attr, Document, Element, Out, XmlError, XmlProblem};

const RESULTS: &str = "http://jvndb.jvn.jp/myjvn/Results";
const STATISTICS: &str = "http://jvndb.jvn.jp/myjvn/Statistics";

/// A document with a `Result` root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultDocument {
    /// Vendors; nothing when the answer is not a list.
    pub vendors: Option<VendorList>,
    /// Statistics, in the order of the schema: all entries, by severity, by weakness.
    pub counts: Vec<Counts>,
    /// How the request fared.
    pub status: Status,
}

/// A list of vendors in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VendorList {
    /// The language of the names.
    pub language: Language,
    /// The vendors.
    pub vendors: Vec<ListedVendor>,
}

/// A vendor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedVendor {
    /// Its number.
    pub vid: u64,
    /// Its name.
    pub name: String,
    /// `cpe:/:vendor`.
    pub cpe: String,
    /// Its products, when the list is one of products.
    pub products: Vec<ListedProduct>,
}

/// A product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedProduct {
    /// Its number.
    pub pid: u64,
    /// Its name.
    pub name: String,
    /// CPE 2.2 URI.
    pub cpe: String,
}

/// One statistic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// What is counted.
    pub by: CountedBy,
    /// Its title in both languages.
    pub title: Localized,
    /// Of how many.
    pub totals: Totals,
    /// Period by period, in their order.
    pub counts: Vec<Count>,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountedBy {
    /// `sumJvnDb`: entries.
    Entries,
    /// `sumCvss`: entries by severity.
    Severity,
    /// `sumCwe`: entries of a weakness, `CWE-79`.
    Weakness(String),
}

impl CountedBy {
    const fn element(&self) -> &'static str {
        match self {
            CountedBy::Entries => "mjstat:sumJvnDb",
            CountedBy::Severity => "mjstat:sumCvss",
            CountedBy::Weakness(_) => "mjstat:sumCwe",
        }
    }
}

/// Of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Entries.
    pub entries: u64,
    /// Vendors.
    pub vendors: u64,
    /// Products.
    pub products: u64,
}

/// The count of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// `2008`, `2008-01` or `2008-1Q`.
    pub period: String,
    /// All entries.
    pub all: u64,
    /// Critical, high, medium, low and none, when counted by severity.
    pub severities: Option<[u64; 5]>,
}

const SEVERITIES: [&str; 5] = ["cntC", "cntH", "cntM", "cntL", "cntN"];

impl ResultDocument {
    /// A document that says nothing but how the request fared.
    #[must_use]
    pub fn status_only(status: Status) -> Self {
        ResultDocument { vendors: None, counts: Vec::new(), status }
    }

    /// Writes the document.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = Out::new();
        let mut attributes: Vec<Attr<'_>> = vec![("version", "3.3"), ("xmlns:xsi", XSI), ("xmlns", RESULTS)];
        attributes.push(("xmlns:mjres", RESULTS));
        if !self.counts.is_empty() {
            attributes.push(("xmlns:mjstat", STATISTICS));
        }
        attributes.push(("xmlns:status", STATUS));
        let schema = "http://jvndb.jvn.jp/myjvn/Results https://jvndb.jvn.jp/schema/results_3.3.xsd";
        attributes.push(("xsi:schemaLocation", schema));
        out.open("Result", &attributes);
        if let Some(list) = &self.vendors {
            out.open("VendorInfo", &[("xml:lang", list.language.tag())]);
            list.vendors.iter().for_each(|vendor| vendor.write(&mut out));
            out.close("VendorInfo");
        }
        self.counts.iter().for_each(|counts| counts.write(&mut out));
        self.status.write(&mut out);
        out.close("Result");
        out.finish()
    }
}

impl ListedVendor {
    fn write(&self, out: &mut Out) {
        let vid = self.vid.to_string();
        let attributes = [("vname", self.name.as_str()), ("cpe", &self.cpe), ("vid", &vid)];
        if self.products.is_empty() {
            return out.empty("Vendor", &attributes);
        }
        out.open("Vendor", &attributes);
        for product in &self.products {
            let pid = product.pid.to_string();
            out.empty("Product", &[("pname", &product.name), ("cpe", &product.cpe), ("pid", &pid)]);
        }
        out.close("Vendor");
    }
}

impl Counts {
    fn write(&self, out: &mut Out) {
        let name = self.by.element();
        match &self.by {
            CountedBy::Weakness(id) => out.open(name, &[("cweId", id)]),
            CountedBy::Entries | CountedBy::Severity => out.open(name, &[]),
        }
        out.leaf("mjstat:title", &[("xml:lang", "ja")], &self.title.ja);
        out.leaf("mjstat:title", &[("xml:lang", "en-US")], &self.title.en);
        let totals = [self.totals.entries, self.totals.vendors, self.totals.products].map(|total| total.to_string());
        let totals: [Attr<'_>; 3] = [("vulinfo", &totals[0]), ("vendor", &totals[1]), ("product", &totals[2])];
        out.empty("mjstat:resDataTotal", &totals);
        for count in &self.counts {
            let numbers: Vec<String> = std::iter::once(count.all)
                .chain(count.severities.into_iter().flatten())
                .map(|n| n.to_string())
                .collect();
            let mut attributes: Vec<Attr<'_>> = vec![("date", &count.period)];
            let names = std::iter::once("cntAll").chain(SEVERITIES);
            attributes.extend(names.zip(&numbers).map(|(name, number)| (name, number.as_str())));
            out.empty("mjstat:resData", &attributes);
        }
        out.close(name);
    }
}

/// Reads a document with a `Result` root.
///
/// # Errors
/// When it is no such document, or one part of it cannot be read.
pub fn read(bytes: &[u8]) -> Result<ResultDocument, XmlError> {
    let mut document = Document::open(bytes, RESULTS, "Result")?;
    let (mut vendors, mut counts, mut status) = (None, Vec::new(), None);
    while let Some(element) = document.next()? {
        if element.is(RESULTS, "VendorInfo") {
            vendors = Some(vendor_list(&element)?);
        } else if element.namespace == STATISTICS {
            counts.push(statistic(&element)?);
        } else if element.is(STATUS, "Status") {
            status = Some(Status::read(&element)?);
        }
    }
    let status = status.ok_or(XmlError::new(XmlProblem::Missing("Status")))?;
    Ok(ResultDocument { vendors, counts, status })
}

fn vendor_list(element: &Element) -> Result<VendorList, XmlError> {
    let vendors = element.all("Vendor").map(|vendor| {
        Ok(ListedVendor {
            vid: number(vendor, "vid")?,
            name: vendor.need_attribute("vname")?,
            cpe: vendor.need_attribute("cpe")?,
            products: vendor.all("Product").map(product).collect::<Result<_, XmlError>>()?,
        })
    });
    let language = language(element.attribute("lang").as_deref());
    Ok(VendorList { language, vendors: vendors.collect::<Result<_, XmlError>>()? })
}

fn product(element: &Element) -> Result<ListedProduct, XmlError> {
    Ok(ListedProduct {
        pid: number(element, "pid")?,
        name: element.need_attribute("pname")?,
        cpe: element.need_attribute("cpe")?,
    })
}

fn statistic(element: &Element) -> Result<Counts, XmlError> {
    let by = match element.name.as_str() {
        "sumJvnDb" => CountedBy::Entries,
        "sumCvss" => CountedBy::Severity,
        "sumCwe" => CountedBy::Weakness(element.need_attribute("cweId")?),
        _ => return Err(XmlError::new(XmlProblem::Invalid("statistics"))),
    };
    let title = |wanted| {
        let mut titles = element.all("title");
        titles.find(|title| language(title.attribute("lang").as_deref()) == wanted).map(|title| title.text.clone())
    };
    let totals = element.one("resDataTotal").ok_or(XmlError::new(XmlProblem::Missing("resDataTotal")))?;
    Ok(Counts {
        by,
        title: Localized::new(title(Language::Ja).unwrap_or_default(), title(Language::En).unwrap_or_default()),
        totals: Totals {
            entries: number(totals, "vulinfo")?,
            vendors: number(totals, "vendor")?,
            products: number(totals, "product")?,
        },
        counts: element.all("resData").map(count).collect::<Result<_, XmlError>>()?,
    })
}

fn count(element: &Element) -> Result<Count, XmlError> {
    let severities = SEVERITIES.map(|name| number(element, name));
    let by_severity = element.attribute("cntC").is_some();
    let [c, h, m, l, n] = severities;
    Ok(Count {
        period: element.need_attribute("date")?,
        all: number(element, "cntAll")?,
        severities: if by_severity { Some([c?, h?, m?, l?, n?]) } else { None },
    })
}

fn number(element: &Element, name: &'static str) -> Result<u64, XmlError> {
    let text = element.need_attribute(name)?;
    text.trim().parse().map_err(|_| XmlError::new(XmlProblem::Invalid(name)))
}

//! JVNRSS: RSS 1.0 with Dublin Core and the security module `mod_sec`, as legal RDF/XML.
//!
//! Two generations are alive. Feeds are JVNRSS 2.0, and the dates of their items have **no seconds**: go-cve-dictionary ends
//! its whole run on any other date. The API answers with JVNRSS 3.2, seconds and a Status node: go-myjvn demands RFC 3339.
//! Prefixes (`rdf:`, `sec:`, `dc:`, `dcterms:`, none for RSS itself) are part of the format, because some readers look for
//! the letters and not for the namespaces.
//!
//! What is lost against the document is said by [`Entry::of`] and [`Item::of`].

use crate::cvss::{Cvss, Severity};
use crate::jvndb::{Entry, jst};
use crate::loss::{Loss, LossKind};
use crate::myjvn::{self, Status};
use crate::text::Language;
use crate::xml::{Attr, Out};
use jiff::Timestamp;

mod read;

pub use read::read;

pub(crate) const RSS: &str = "http://purl.org/rss/1.0/";
pub(crate) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub(crate) const DC: &str = "http://purl.org/dc/elements/1.1/";
pub(crate) const DCTERMS: &str = "http://purl.org/dc/terms/";
pub(crate) const SEC_2: &str = "http://jvn.jp/rss/mod_sec/";
pub(crate) const SEC_3: &str = "http://jvn.jp/rss/mod_sec/3.0/";

/// Title of the one item that stands for no items, as the service answers (an ideographic space after the name).
pub const NOTHING_FOUND: &str = "MyJVN　該当する脆弱性対策情報はありません。";

/// Generation of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generation {
    /// JVNRSS 2.0: feeds; dates of items to the minute.
    V2,
    /// JVNRSS 3.2: the API; dates to the second.
    V3,
}

/// A feed or an answer of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rss {
    /// Which generation.
    pub generation: Generation,
    /// Its language.
    pub language: Language,
    /// What it is about.
    pub channel: Channel,
    /// Its items, in their order.
    pub items: Vec<Item>,
    /// How the API fared; last in the document.
    pub status: Option<Status>,
}

/// The head of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channel {
    /// Address of the feed itself.
    pub about: String,
    /// Title.
    pub title: String,
    /// Address of the site.
    pub link: String,
    /// Description.
    pub description: String,
    /// When it was made: both dc:date and dcterms:modified.
    pub date: Option<Timestamp>,
    /// Whether it carries the marking TLP:WHITE, which only generation 3 has.
    pub white: bool,
}

/// An item of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Address of its page: rdf:about and link.
    pub link: String,
    /// Title.
    pub title: String,
    /// 概要; empty when there is none.
    pub description: String,
    /// Who made it.
    pub creator: Option<String>,
    /// `JVNDB-YYYY-NNNNNN`.
    pub identifier: Option<String>,
    /// Other places, weaknesses among them.
    pub references: Vec<Reference>,
    /// Affected products.
    pub products: Vec<Product>,
    /// Analyses.
    pub analyses: Vec<Analysis>,
    /// First publication.
    pub issued: Option<Timestamp>,
    /// Newest change: both dc:date and dcterms:modified.
    pub modified: Option<Timestamp>,
}

/// `sec:references`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// Whose it is; weaknesses have none.
    pub source: Option<String>,
    /// What it is called there.
    pub id: Option<String>,
    /// Its title; of a weakness `name(CWE-79)`.
    pub title: Option<String>,
    /// Its address.
    pub url: String,
}

/// `sec:cpe`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Product {
    /// CPE 2.2 URI.
    pub cpe: String,
    /// The vendor's name; some readers fail without it.
    pub vendor: String,
    /// The product's name; some readers fail without it.
    pub product: Option<String>,
}

/// `sec:cvss` of the base metrics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// `2.0` or `3.0`.
    pub version: String,
    /// `Base`, `Temporal` or `Environmental`.
    pub kind: String,
    /// `None`, `Low`, `Medium`, `High` or `Critical`.
    pub severity: String,
    /// `9.8`.
    pub score: String,
    /// The vector.
    pub vector: Option<String>,
}

/// The word of a severity in these formats.
pub(crate) const fn severity_word(severity: Severity) -> &'static str {
    severity.word(Language::En)
}

impl From<&Cvss> for Analysis {
    fn from(cvss: &Cvss) -> Self {
        Analysis {
            version: cvss.version.text().to_owned(),
            kind: "Base".to_owned(),
            severity: severity_word(cvss.severity).to_owned(),
            score: cvss.base_score.to_string(),
            vector: Some(cvss.vector.clone()),
        }
    }
}

impl Item {
    /// The item of an entry. Of several analyses only the highest is carried: readers keep the last they see for all CVE
    /// numbers of the item.
    #[must_use]
    pub fn of(entry: &Entry, losses: &mut Vec<Loss>) -> Self {
        if entry.analyses.len() > 1 {
            losses.push(Loss::new("/vulnerabilities", LossKind::HighestOnly));
        }
        let places = entry.references.iter().map(|reference| Reference {
            source: Some(reference.source.short().to_owned()),
            id: Some(reference.id.clone()),
            title: reference.title.clone(),
            url: reference.url.clone(),
        });
        let weaknesses = entry.weaknesses.iter().map(|weakness| Reference {
            source: None,
            id: Some(weakness.id.clone()),
            title: Some(format!("{}({})", weakness.name, weakness.id)),
            url: weakness.url.clone(),
        });
        let products = entry.products.iter().map(|product| Product {
            cpe: product.platform.uri(),
            vendor: product.vendor.clone(),
            product: Some(product.product.clone()),
        });
        Item {
            link: entry.link.clone(),
            title: entry.title.clone(),
            description: entry.overview.clone(),
            creator: Some(entry.publisher.clone()),
            identifier: Some(entry.id.clone()),
            references: places.chain(weaknesses).collect(),
            products: products.collect(),
            analyses: entry.highest().map(Analysis::from).into_iter().collect(),
            issued: Some(entry.issued),
            modified: Some(entry.modified),
        }
    }

    /// The item that stands for no items.
    #[must_use]
    pub fn nothing(link: &str) -> Self {
        Item { link: link.to_owned(), title: NOTHING_FOUND.to_owned(), ..Item::default() }
    }
}

impl Rss {
    /// Writes the document.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = Out::new();
        let lang = self.language.tag();
        out.open("rdf:RDF", &self.namespaces(lang));
        self.channel(&mut out);
        for item in &self.items {
            item.write(self.generation, &mut out);
        }
        if let Some(status) = &self.status {
            status.write(&mut out);
        }
        out.close("rdf:RDF");
        out.finish()
    }

    fn namespaces<'a>(&self, lang: &'a str) -> Vec<Attr<'a>> {
        let mut attributes = vec![
            ("xmlns:xsi", myjvn::XSI),
            ("xmlns", RSS),
            ("xmlns:rdf", RDF),
            ("xmlns:dc", DC),
            ("xmlns:dcterms", DCTERMS),
        ];
        match self.generation {
            Generation::V2 => attributes.extend([
                ("xmlns:sec", SEC_2),
                ("xsi:schemaLocation", "http://purl.org/rss/1.0/ https://jvndb.jvn.jp/schema/jvnrss_2.0.xsd"),
            ]),
            Generation::V3 => attributes.extend([
                ("xmlns:sec", SEC_3),
                ("xmlns:marking", myjvn::MARKING),
                ("xmlns:tlpMarking", myjvn::TLP_MARKING),
                ("xmlns:status", myjvn::STATUS),
                (
                    "xsi:schemaLocation",
                    "http://purl.org/rss/1.0/ https://jvndb.jvn.jp/schema/jvnrss_3.2.xsd \
                     http://jvndb.jvn.jp/myjvn/Status https://jvndb.jvn.jp/schema/status_3.3.xsd",
                ),
            ]),
        }
        attributes.push(("xml:lang", lang));
        attributes
    }

    fn channel(&self, out: &mut Out) {
        let channel = &self.channel;
        out.open("channel", &[("rdf:about", &channel.about)]);
        out.leaf("title", &[], &channel.title);
        out.leaf("link", &[], &channel.link);
        out.leaf("description", &[], &channel.description);
        if let Some(date) = channel.date.map(jst::seconds) {
            out.leaf("dc:date", &[], &date);
            out.leaf("dcterms:modified", &[], &date);
        }
        if channel.white && self.generation == Generation::V3 {
            myjvn::handling(out);
        }
        out.open("items", &[]);
        out.open("rdf:Seq", &[]);
        for item in &self.items {
            out.empty("rdf:li", &[("rdf:resource", &item.link)]);
        }
        out.close("rdf:Seq");
        out.close("items");
        out.close("channel");
    }
}

impl Item {
    fn write(&self, generation: Generation, out: &mut Out) {
        let date = |instant| match generation {
            Generation::V2 => jst::minutes(instant),
            Generation::V3 => jst::seconds(instant),
        };
        out.open("item", &[("rdf:about", &self.link)]);
        out.leaf("title", &[], &self.title);
        out.leaf("link", &[], &self.link);
        out.leaf("description", &[], &self.description);
        out.some("dc:creator", self.creator.as_deref());
        out.some("sec:identifier", self.identifier.as_deref());
        for reference in &self.references {
            let attributes = [("source", &reference.source), ("id", &reference.id), ("title", &reference.title)];
            out.leaf("sec:references", &said(&attributes), &reference.url);
        }
        for product in &self.products {
            let mut attributes = vec![("version", "2.2"), ("vendor", product.vendor.as_str())];
            attributes.extend(product.product.as_deref().map(|name| ("product", name)));
            out.leaf("sec:cpe", &attributes, &product.cpe);
        }
        for analysis in &self.analyses {
            let mut attributes = vec![
                ("score", analysis.score.as_str()),
                ("severity", &analysis.severity),
                ("version", &analysis.version),
                ("type", &analysis.kind),
            ];
            attributes.extend(analysis.vector.as_deref().map(|vector| ("vector", vector)));
            out.empty("sec:cvss", &attributes);
        }
        let modified = self.modified.map(date);
        out.some("dc:date", modified.as_deref());
        out.some("dcterms:issued", self.issued.map(date).as_deref());
        out.some("dcterms:modified", modified.as_deref());
        out.close("item");
    }
}

/// The attributes that say something.
fn said<'a>(attributes: &[(&'a str, &'a Option<String>)]) -> Vec<Attr<'a>> {
    attributes.iter().filter_map(|(name, value)| value.as_deref().map(|value| (*name, value))).collect()
}

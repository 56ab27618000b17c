//! Atom (RFC 4287): a feed of advisories, and the alerts of the MyJVN API, which are Atom with `sec:items`.

use crate::jvndb::{Entry as JvndbEntry, jst};
use crate::jvnrss::{Product, SEC_3};
use crate::myjvn::{self, MARKING, STATUS, Status, TLP_MARKING, XSI};
use crate::text::Language;
use crate::xml::{Attr, Document, Element, Out, XmlError, XmlProblem};
use jiff::Timestamp;

const ATOM: &str = "http://www.w3.org/2005/Atom";
/// The id that readers of alerts know.
pub const ALERTS_ID: &str = "swid:ipa.go.jp+myjvn_alert+1.0.0";

/// A feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// A name for ever: an IRI.
    pub id: String,
    /// Title.
    pub title: String,
    /// Its language.
    pub language: Language,
    /// Newest change of anything in it.
    pub updated: Timestamp,
    /// Its own address.
    pub own: Option<String>,
    /// The page for people.
    pub page: String,
    /// Who makes it: name and address.
    pub author: (String, String),
    /// Whether it carries the marking TLP:WHITE.
    pub white: bool,
    /// Its entries.
    pub entries: Vec<Entry>,
    /// How the request fared, in answers of the API.
    pub status: Option<Status>,
}

/// An entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// A name for ever.
    pub id: String,
    /// Title.
    pub title: String,
    /// 概要; empty when there is none.
    pub summary: String,
    /// Its page.
    pub link: Option<String>,
    /// First publication.
    pub published: Option<Timestamp>,
    /// Newest change.
    pub updated: Timestamp,
    /// Category: term and label.
    pub category: Option<(String, String)>,
    /// What an alert is about.
    pub items: Vec<Item>,
}

/// What an alert is about: a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Title.
    pub title: String,
    /// `MYJVN-ALT-YYYY-NNNN-NNNN`.
    pub identifier: String,
    /// Where to read on.
    pub link: String,
    /// The product; IPA's own alerts give its CPE alone.
    pub product: Option<Product>,
    /// First publication.
    pub published: Timestamp,
    /// Newest change.
    pub updated: Timestamp,
    /// Who says it.
    pub author: Option<String>,
}

impl Entry {
    /// The entry of an advisory.
    #[must_use]
    pub fn of(entry: &JvndbEntry) -> Self {
        Entry {
            id: entry.link.clone(),
            title: entry.title.clone(),
            summary: entry.overview.clone(),
            link: Some(entry.link.clone()),
            published: Some(entry.issued),
            updated: entry.modified,
            category: entry.highest().map(|cvss| {
                let word = |language| cvss.severity.word(language).to_owned();
                (word(Language::En), word(Language::Ja))
            }),
            items: Vec::new(),
        }
    }
}

impl Feed {
    /// Writes the feed.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = Out::new();
        let mut attributes: Vec<Attr<'_>> = vec![("xmlns", ATOM)];
        if self.white || self.status.is_some() || self.entries.iter().any(|entry| !entry.items.is_empty()) {
            attributes.extend([
                ("xmlns:xsi", XSI),
                ("xmlns:sec", SEC_3),
                ("xmlns:marking", MARKING),
                ("xmlns:tlpMarking", TLP_MARKING),
                ("xmlns:status", STATUS),
            ]);
        }
        attributes.push(("xml:lang", self.language.tag()));
        out.open("feed", &attributes);
        out.leaf("title", &[("type", "text")], &self.title);
        out.leaf("updated", &[], &jst::seconds(self.updated));
        out.leaf("id", &[], &self.id);
        let lang = self.language.tag();
        out.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("hreflang", lang), ("href", &self.page)]);
        if let Some(own) = &self.own {
            out.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", own)]);
        }
        out.open("author", &[]);
        out.leaf("name", &[], &self.author.0);
        out.leaf("uri", &[], &self.author.1);
        out.close("author");
        if self.white {
            myjvn::handling(&mut out);
        }
        self.entries.iter().for_each(|entry| entry.write(&mut out));
        if let Some(status) = &self.status {
            status.write(&mut out);
        }
        out.close("feed");
        out.finish()
    }
}

impl Entry {
    fn write(&self, out: &mut Out) {
        out.open("entry", &[]);
        out.leaf("title", &[], &self.title);
        out.leaf("id", &[], &self.id);
        out.leaf("summary", &[], &self.summary);
        if let Some(link) = &self.link {
            out.empty("link", &[("href", link)]);
        }
        out.some("published", self.published.map(jst::seconds).as_deref());
        out.leaf("updated", &[], &jst::seconds(self.updated));
        if let Some((term, label)) = &self.category {
            out.empty("category", &[("term", term), ("label", label)]);
        }
        if !self.items.is_empty() {
            out.open("sec:items", &[]);
            self.items.iter().for_each(|item| item.write(out));
            out.close("sec:items");
        }
        out.close("entry");
    }
}

impl Item {
    fn write(&self, out: &mut Out) {
        out.open("sec:item", &[]);
        out.leaf("sec:title", &[], &self.title);
        out.leaf("sec:identifier", &[], &self.identifier);
        out.empty("sec:link", &[("href", &self.link)]);
        if let Some(product) = &self.product {
            let mut attributes = vec![("version", "2.2"), ("vendor", product.vendor.as_str())];
            attributes.extend(product.product.as_deref().map(|name| ("product", name)));
            out.leaf("sec:cpe", &attributes, &product.cpe);
        }
        out.leaf("sec:published", &[], &jst::seconds(self.published));
        out.leaf("sec:updated", &[], &jst::seconds(self.updated));
        out.some("sec:author", self.author.as_deref());
        out.close("sec:item");
    }
}

/// Reads a feed.
///
/// # Errors
/// When it is no Atom feed, or one part of it cannot be read.
pub fn read(bytes: &[u8]) -> Result<Feed, XmlError> {
    let mut document = Document::open(bytes, ATOM, "feed")?;
    let mut feed = Feed { language: myjvn::language(document.root.attribute("lang").as_deref()), ..Feed::default() };
    let (mut id, mut updated) = (None, None);
    while let Some(element) = document.next()? {
        if element.is(STATUS, "Status") {
            feed.status = Some(Status::read(&element)?);
        } else if element.is(SEC_3, "handling") {
            feed.white = true;
        }
        if element.namespace != ATOM {
            continue;
        }
        match element.name.as_str() {
            "id" => id = Some(element.text.trim().to_owned()),
            "title" => feed.title = element.text,
            "updated" => updated = jst::parse(&element.text),
            "author" => feed.author = (element.need("name")?, element.text_of("uri").unwrap_or_default()),
            "link" => match element.attribute("rel").as_deref() {
                Some("self") => feed.own = element.attribute("href"),
                _ => feed.page = element.attribute("href").unwrap_or_default(),
            },
            "entry" => feed.entries.push(entry(&element)?),
            _ => {}
        }
    }
    feed.id = id.ok_or(XmlError::new(XmlProblem::Missing("id")))?;
    feed.updated = updated.ok_or(XmlError::new(XmlProblem::Missing("updated")))?;
    Ok(feed)
}

fn entry(element: &Element) -> Result<Entry, XmlError> {
    let category = element.one("category");
    let items = element.one_in(SEC_3, "items");
    Ok(Entry {
        id: element.need("id")?.trim().to_owned(),
        title: element.need("title")?,
        summary: element.text_of("summary").unwrap_or_default(),
        link: element.one("link").and_then(|link| link.attribute("href")),
        published: element.one("published").map(|_| date(element, "published")).transpose()?,
        updated: date(element, "updated")?,
        category: category
            .map(|one| (one.attribute("term").unwrap_or_default(), one.attribute("label").unwrap_or_default())),
        items: items.into_iter().flat_map(|items| items.all("item")).map(item).collect::<Result<_, _>>()?,
    })
}

fn item(element: &Element) -> Result<Item, XmlError> {
    Ok(Item {
        title: element.need("title")?,
        identifier: element.need("identifier")?,
        link: element.one("link").and_then(|link| link.attribute("href")).unwrap_or_default(),
        product: element.one("cpe").map(|cpe| Product {
            cpe: cpe.text.trim().to_owned(),
            vendor: cpe.attribute("vendor").unwrap_or_default(),
            product: cpe.attribute("product"),
        }),
        published: date(element, "published")?,
        updated: date(element, "updated")?,
        author: element.text_of("author"),
    })
}

fn date(element: &Element, name: &'static str) -> Result<Timestamp, XmlError> {
    jst::parse(&element.need(name)?).ok_or(XmlError::new(XmlProblem::Invalid(name)))
}

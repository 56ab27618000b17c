//! Reads JVNRSS of either generation, ours and JVN iPedia's.

use super::{Analysis, Channel, DC, DCTERMS, Generation, Item, Product, RDF, RSS, Reference, Rss, SEC_2, SEC_3};
use crate::jvndb::jst;
use crate::myjvn::{self, Status};
use crate::xml::{Document, Element, XmlError, XmlProblem};
use jiff::Timestamp;

/// Reads a feed or an answer. Addresses and identifiers lose blanks around them; elements that the format does not know
/// are passed over.
///
/// # Errors
/// When it is no such document, or one part of it cannot be read.
pub fn read(bytes: &[u8]) -> Result<Rss, XmlError> {
    let mut document = Document::open(bytes, RDF, "RDF")?;
    let language = myjvn::language(document.root.attribute("lang").as_deref());
    let (mut channel, mut items, mut status) = (None, Vec::new(), None);
    let mut generation = Generation::V2;
    while let Some(element) = document.next()? {
        if element.is(RSS, "channel") {
            channel = Some(self::channel(&element)?);
            generation = generation_of(&element).unwrap_or(generation);
        } else if element.is(RSS, "item") {
            items.push(item(&element)?);
            generation = generation_of(&element).unwrap_or(generation);
        } else if element.is(myjvn::STATUS, "Status") {
            status = Some(Status::read(&element)?);
            generation = Generation::V3;
        }
    }
    let channel = channel.ok_or(XmlError::new(XmlProblem::Missing("channel")))?;
    Ok(Rss { generation, language, channel, items, status })
}

/// The namespace of the security module says the generation.
fn generation_of(element: &Element) -> Option<Generation> {
    element.children.iter().find_map(|child| match child.namespace.as_str() {
        SEC_2 => Some(Generation::V2),
        SEC_3 => Some(Generation::V3),
        _ => None,
    })
}

fn channel(element: &Element) -> Result<Channel, XmlError> {
    Ok(Channel {
        about: element.need_attribute("about")?,
        title: element.need("title")?,
        link: element.need("link")?.trim().to_owned(),
        description: element.need("description")?,
        date: date(element, DC, "date")?.or(date(element, DCTERMS, "modified")?),
        white: element.one_in(SEC_3, "handling").is_some(),
    })
}

fn item(element: &Element) -> Result<Item, XmlError> {
    let sec = |name: &'static str| {
        element.children.iter().filter(move |child| child.name == name && [SEC_2, SEC_3].contains(&&*child.namespace))
    };
    Ok(Item {
        link: element.need("link")?.trim().to_owned(),
        title: element.need("title")?,
        description: element.text_of("description").unwrap_or_default(),
        creator: element.one_in(DC, "creator").map(|creator| creator.text.clone()),
        identifier: sec("identifier").next().map(|identifier| identifier.text.trim().to_owned()),
        references: sec("references").map(reference).collect(),
        products: sec("cpe").map(product).collect::<Result<_, _>>()?,
        analyses: sec("cvss").map(analysis).collect::<Result<_, _>>()?,
        issued: date(element, DCTERMS, "issued")?,
        modified: date(element, DCTERMS, "modified")?.or(date(element, DC, "date")?),
    })
}

fn reference(element: &Element) -> Reference {
    Reference {
        source: element.attribute("source"),
        id: element.attribute("id"),
        title: element.attribute("title"),
        url: element.text.trim().to_owned(),
    }
}

fn product(element: &Element) -> Result<Product, XmlError> {
    Ok(Product {
        cpe: element.text.trim().to_owned(),
        vendor: element.need_attribute("vendor")?,
        product: element.attribute("product"),
    })
}

fn analysis(element: &Element) -> Result<Analysis, XmlError> {
    Ok(Analysis {
        version: element.need_attribute("version")?,
        kind: element.need_attribute("type")?,
        severity: element.need_attribute("severity")?,
        score: element.need_attribute("score")?,
        vector: element.attribute("vector"),
    })
}

/// A date; an empty one counts as none, because real documents carry `<dcterms:issued/>`.
fn date(element: &Element, namespace: &str, name: &'static str) -> Result<Option<Timestamp>, XmlError> {
    let text = element.one_in(namespace, name).map(|found| found.text.trim()).filter(|text| !text.is_empty());
    text.map(|text| jst::parse(text).ok_or(XmlError::new(XmlProblem::Invalid(name)))).transpose()
}

//! VULDEF of others: its entries one by one, and what of an entry has no place in our document.

use super::Refused;
use crate::document::{PublicDocument, Publisher, Source, SourceFormat};
use crate::number::AdvisoryNumber;
use crate::reading::{Import, NotUnderstood, Why};
use crate::text::{Language, Localized};
use crate::vuldef::Vulinfos;
use crate::xml::{Document, Element, XmlProblem};
use std::borrow::Cow;

const VULDEF: &str = "http://jvn.jp/vuldef/";
/// Most places of one entry that are listed.
const LISTED_MAX: usize = 1_000;

/// What is understood: an element and the elements in it. Those marked by `-` are known and have no place.
const KNOWN: [(&str, &[&str]); 20] = [
    ("Vulinfo", &["VulinfoID", "-VulinfoGID", "VulinfoData"]),
    (
        "VulinfoData",
        &[
            "Title",
            "VulinfoDescription",
            "Affected",
            "Impact",
            "Solution",
            "-Exploit",
            "Related",
            "Credit",
            "-Contact",
            "History",
            "DateFirstPublished",
            "DateLastUpdated",
            "DatePublic",
        ],
    ),
    ("VulinfoDescription", &["Overview", "Detail", "-Cwe"]),
    ("Affected", &["AffectedItem"]),
    ("AffectedItem", &["Name", "ProductName", "Cpe", "VersionNumber", "-BuildNumber", "Description"]),
    ("VersionNumber", &["RangeBegin", "RangeEnd"]),
    ("Impact", &["Cvss", "ImpactItem"]),
    ("Cvss", &["Severity", "Base", "Vector", "-Temp", "-Env"]),
    ("ImpactItem", &["Description"]),
    ("Solution", &["SolutionItem"]),
    ("SolutionItem", &["Description", "-URL"]),
    ("Related", &["RelatedItem"]),
    ("RelatedItem", &["Name", "VulinfoID", "Title", "URL", "-Description"]),
    ("Credit", &["CreditItem"]),
    ("CreditItem", &["Name", "Description"]),
    ("History", &["HistoryItem"]),
    ("HistoryItem", &["HistoryNo", "DateTime", "-Published", "-Updated", "Description"]),
    ("Title", &[]),
    ("Overview", &[]),
    ("Detail", &[]),
];

/// The entries of a document, each as a document of its own: what stands before the first entry, the entry's bytes, and the
/// end of the root. A document with one entry is itself.
pub(super) fn split(bytes: &[u8]) -> Result<Vec<Cow<'_, [u8]>>, Refused> {
    let mut document = open(bytes)?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = text.get(..document.position()).unwrap_or_default();
    let mut entries = Vec::new();
    let mut from = document.position();
    while let Some(element) = document.next().map_err(Refused::Xml)? {
        let to = document.position();
        if element.is(VULDEF, "Vulinfo") {
            entries.push(text.get(from..to).unwrap_or_default());
        }
        from = to;
    }
    if entries.len() < 2 {
        return Ok(vec![Cow::Borrowed(bytes)]);
    }
    let end = [b"</".as_slice(), name(head), b">"].concat();
    Ok(entries.into_iter().map(|entry| Cow::Owned([head, entry, &end].concat())).collect())
}

fn open(bytes: &[u8]) -> Result<Document<'_>, Refused> {
    Document::open(bytes, VULDEF, "VULDEF-Document").map_err(|error| match error.problem {
        XmlProblem::OtherRoot => Refused::OtherFormat,
        _ => Refused::Xml(error),
    })
}

/// The name of the tag that ends here, as it is written.
fn name(head: &[u8]) -> &[u8] {
    let tag = head.rsplit(|byte| *byte == b'<').next().unwrap_or_default();
    tag.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/')).next().unwrap_or_default()
}

/// Reads the first entry of a document.
pub(super) fn read(bytes: &[u8], number: AdvisoryNumber) -> Result<Import, Refused> {
    let mut entries = Vulinfos::open(bytes).map_err(|error| match error.problem {
        XmlProblem::OtherRoot => Refused::OtherFormat,
        _ => Refused::Xml(error),
    })?;
    let language = entries.language;
    let entry = entries.next().ok_or(Refused::NoId)?.map_err(Refused::Xml)?;
    let publisher = Publisher {
        name: Localized::same("JVN iPedia"),
        namespace: "https://jvndb.jvn.jp/".to_owned(),
        contact: Localized::default(),
        authority: Localized::default(),
    };
    let mut document = entry.document(number, publisher, language);
    document.source = Some(Source {
        format: SourceFormat::Vuldef,
        url: address(&entry.id, language),
        id: entry.id,
        language: Some(language.tag().to_owned()),
        version: None,
        withdrawn: document.title.get(language).contains("** 削除 **"),
    });
    Ok(Import { not_understood: strange(bytes, &document)?, document })
}

/// The page of an entry, when its id is one of JVN iPedia.
fn address(id: &str, language: Language) -> Option<String> {
    let id = crate::jvndb::JvndbId::parse(id)?;
    let year = id.as_str().split('-').nth(1)?.to_owned();
    Some(format!("https://jvndb.jvn.jp/{}/contents/{year}/{}.html", language.tag(), id.as_str()))
}

/// What of the first entry has no place, with its way from the root.
fn strange(bytes: &[u8], document: &PublicDocument) -> Result<Vec<NotUnderstood>, Refused> {
    let mut reading = open(bytes)?;
    let mut found = Vec::new();
    while let Some(element) = reading.next().map_err(Refused::Xml)? {
        if element.is(VULDEF, "Vulinfo") {
            look(&element, "/VULDEF-Document/Vulinfo", document, &mut found);
            break;
        }
    }
    found.truncate(LISTED_MAX);
    Ok(found)
}

/// Depth is bounded by the reader.
fn look(element: &Element, at: &str, document: &PublicDocument, found: &mut Vec<NotUnderstood>) {
    let known = KNOWN.iter().find(|(name, _)| *name == element.name).map_or(&[][..], |(_, known)| *known);
    let mut add = |at: String, why: Why| found.push(NotUnderstood { at, why });
    let mut inner = Vec::new();
    for (place, child) in element.children.iter().enumerate() {
        let before = element.children[..place].iter().filter(|other| other.name == child.name).count();
        let at = format!("{at}/{}[{}]", child.name, before + 1);
        let is = |name: &&&str| name.trim_start_matches('-') == child.name;
        match known.iter().find(is) {
            Some(name) if name.starts_with('-') => add(at, Why::NoPlace),
            Some(_) if child.name == "Vector" && !is_carried(child, document) => add(at, Why::NoPlace),
            Some(_) if child.name == "Cpe" && before > 0 => add(at, Why::NoPlace),
            Some(_) => inner.push((child, at)),
            None => add(at, Why::UnknownMember),
        }
    }
    for (child, at) in inner {
        if found.len() < LISTED_MAX {
            look(child, &at, document, found);
        }
    }
}

/// Vectors of CVSS 2 and those that cannot be read are not carried.
fn is_carried(vector: &Element, document: &PublicDocument) -> bool {
    let text = vector.text.trim();
    document.vulnerabilities.iter().flat_map(|one| &one.cvss).any(|cvss| cvss.vector == text)
}

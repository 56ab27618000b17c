//! Reads VULDEF, ours and JVN iPedia's, entry by entry.

use super::{AffectedItem, AffectedStatus, Analysis, Credit, HistoryItem, Related, Solution, VULDEF, Vuldef, Vulinfo};
use crate::jvndb::jst;
use crate::jvnrss::SEC_3;
use crate::myjvn::{self, STATUS, Status};
use crate::text::Language;
use crate::xml::{Document, Element, XmlError, XmlProblem};
use jiff::Timestamp;

/// Reads a whole document.
///
/// # Errors
/// When it is no such document, or one part of it cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vuldef, XmlError> {
    let mut entries = Vulinfos::open(bytes)?;
    let mut vuldef = Vuldef { language: entries.language, ..Vuldef::default() };
    for entry in &mut entries {
        vuldef.entries.push(entry?);
    }
    vuldef.white = entries.white;
    vuldef.status = entries.status;
    Ok(vuldef)
}

/// The entries of a document one after another, for feeds of any size. An entry that cannot be read does not end it; a
/// document that is not well-formed does.
pub struct Vulinfos<'a> {
    document: Option<Document<'a>>,
    /// The language of the document.
    pub language: Language,
    /// Whether the marking TLP:WHITE was met; it stands behind the entries.
    pub white: bool,
    /// How the request fared; it stands behind the entries.
    pub status: Option<Status>,
}

impl<'a> Vulinfos<'a> {
    /// Begins a document.
    ///
    /// # Errors
    /// When it is no VULDEF document.
    pub fn open(bytes: &'a [u8]) -> Result<Self, XmlError> {
        let document = Document::open(bytes, VULDEF, "VULDEF-Document")?;
        let language = myjvn::language(document.root.attribute("lang").as_deref());
        Ok(Vulinfos { document: Some(document), language, white: false, status: None })
    }

    fn behind(&mut self, element: &Element) -> Result<(), XmlError> {
        if element.is(SEC_3, "handling") {
            self.white = true;
        } else if element.is(STATUS, "Status") {
            self.status = Some(Status::read(element)?);
        }
        Ok(())
    }
}

impl Iterator for Vulinfos<'_> {
    type Item = Result<Vulinfo, XmlError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let element = match self.document.as_mut()?.next() {
                Ok(element) => element?,
                Err(error) => {
                    self.document = None;
                    return Some(Err(error));
                }
            };
            if element.is(VULDEF, "Vulinfo") {
                return Some(vulinfo(&element));
            }
            if let Err(error) = self.behind(&element) {
                return Some(Err(error));
            }
        }
    }
}

fn vulinfo(element: &Element) -> Result<Vulinfo, XmlError> {
    let data = element.one("VulinfoData").ok_or(XmlError::new(XmlProblem::Missing("VulinfoData")))?;
    let (description, impact) = (data.one("VulinfoDescription"), data.one("Impact"));
    Ok(Vulinfo {
        id: element.need("VulinfoID")?.trim().to_owned(),
        title: data.text_of("Title"),
        overview: description.and_then(|description| description.text_of("Overview")),
        details: description.map(|description| texts(description, "Detail")).unwrap_or_default(),
        affected: items(data, "Affected", "AffectedItem").map(affected).collect(),
        analyses: impact.into_iter().flat_map(|impact| impact.all("Cvss")).map(analysis).collect::<Result<_, _>>()?,
        impacts: items(data, "Impact", "ImpactItem").flat_map(|item| texts(item, "Description")).collect(),
        solutions: items(data, "Solution", "SolutionItem").map(solution).collect(),
        related: items(data, "Related", "RelatedItem").map(related).collect::<Result<_, _>>()?,
        credits: items(data, "Credit", "CreditItem").map(credit).collect(),
        history: items(data, "History", "HistoryItem").map(history).collect::<Result<_, _>>()?,
        first_published: date(data, "DateFirstPublished")?,
        last_updated: date(data, "DateLastUpdated")?,
        public: date(data, "DatePublic")?,
    })
}

fn items<'a>(data: &'a Element, list: &'a str, item: &'a str) -> impl Iterator<Item = &'a Element> {
    data.one(list).into_iter().flat_map(move |list| list.all(item))
}

fn texts(element: &Element, name: &str) -> Vec<String> {
    element.all(name).map(|child| child.text.clone()).collect()
}

/// Text without the blanks around it; nothing when nothing is left.
fn trimmed(element: &Element, name: &str) -> Option<String> {
    element.text_of(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn affected(element: &Element) -> AffectedItem {
    let status = element.attribute("affectedstatus");
    let cpe = |cpe: &Element| (cpe.attribute("version").unwrap_or_default(), cpe.text.trim().to_owned());
    AffectedItem {
        status: status.and_then(|word| AffectedStatus::ALL.into_iter().find(|status| status.word() == word)),
        vendor: element.text_of("Name"),
        product: element.text_of("ProductName"),
        cpes: element.all("Cpe").map(cpe).collect(),
        versions: element.all("VersionNumber").map(version).collect(),
        descriptions: texts(element, "Description"),
    }
}

/// The words of a version; bounds that stand in elements of their own are put into words.
fn version(element: &Element) -> String {
    let bounds = element.children.iter().map(|bound| {
        let operator = match bound.attribute("operator").as_deref() {
            Some("gt") => " より後",
            Some("lt") => " 未満",
            Some("ge") => " 以上",
            Some("le") => " 以下",
            _ => "",
        };
        format!("{}{operator}", bound.text.trim())
    });
    let words = std::iter::once(element.text.trim().to_owned()).chain(bounds);
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn analysis(element: &Element) -> Result<Analysis, XmlError> {
    Ok(Analysis {
        version: element.need_attribute("version")?,
        severity: trimmed(element, "Severity"),
        base: trimmed(element, "Base"),
        vector: trimmed(element, "Vector"),
    })
}

fn solution(element: &Element) -> Solution {
    Solution {
        kind: element.attribute("solutiontype"),
        descriptions: texts(element, "Description"),
        urls: element.all("URL").map(|url| url.text.trim().to_owned()).collect(),
    }
}

fn related(element: &Element) -> Result<Related, XmlError> {
    Ok(Related {
        kind: element.need_attribute("type")?,
        name: element.text_of("Name"),
        id: element.text_of("VulinfoID"),
        title: element.text_of("Title"),
        url: trimmed(element, "URL"),
        description: element.text_of("Description"),
    })
}

fn credit(element: &Element) -> Credit {
    Credit { name: element.text_of("Name"), descriptions: texts(element, "Description") }
}

fn history(element: &Element) -> Result<HistoryItem, XmlError> {
    let number = trimmed(element, "HistoryNo").map(|number| number.parse());
    Ok(HistoryItem {
        number: number.transpose().map_err(|_| XmlError::new(XmlProblem::Invalid("HistoryNo")))?,
        at: date(element, "DateTime")?,
        descriptions: texts(element, "Description").iter().map(|text| text.replace("\\n", "\n")).collect(),
    })
}

fn date(element: &Element, name: &'static str) -> Result<Option<Timestamp>, XmlError> {
    let read = |text: String| jst::parse(&text).ok_or(XmlError::new(XmlProblem::Invalid(name)));
    trimmed(element, name).map(read).transpose()
}

//! What the answers of the MyJVN API have in common, version 3.3 ("HND"): the Status node, the marking, and the documents
//! with a `Result` root.
//!
//! Lists of vendors and products and statistics are in [`ResultDocument`]; overviews are [`crate::jvnrss`], details
//! [`crate::vuldef`], alerts [`crate::atom`]. The JSON of version 4.0 ("OKA") is [`crate::oka`].

use crate::text::Language;
use crate::xml::{Attr, Element, Out, XmlError, XmlProblem};

mod result;

pub use result::{Count, CountedBy, Counts, ListedProduct, ListedVendor, ResultDocument, Totals, VendorList, read};

pub(crate) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
pub(crate) const STATUS: &str = "http://jvndb.jvn.jp/myjvn/Status";
pub(crate) const MARKING: &str = "http://data-marking.mitre.org/Marking-1";
pub(crate) const TLP_MARKING: &str = "http://data-marking.mitre.org/extensions/MarkingStructure#TLP-1";

/// The only error code that has been seen of the service: a parameter that it does not accept.
pub const ERROR_PARAMETER: &str = "XX00000001";

/// How a request fared; a node of its own, last in every answer.
///
/// ruby_MyJVN wants the prefix `status:` and looks at `totalResRet`; go-myjvn reads the four numbers as integers and takes
/// an empty text as zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// The method asked for.
    pub method: String,
    /// `hnd`.
    pub feed: Option<String>,
    /// The language answered in.
    pub language: Option<Language>,
    /// Code and message of an error; nothing when all went well.
    pub error: Option<(String, String)>,
    /// Most entries that the method gives at once; nothing in feeds and errors.
    pub most: Option<u64>,
    /// Entries that there are.
    pub total: Option<u64>,
    /// Entries in this answer.
    pub returned: Option<u64>,
    /// Number of the first entry in this answer, from 1.
    pub first: Option<u64>,
    /// The parameters of the request, as they came.
    pub echo: Vec<(String, String)>,
}

impl Status {
    /// The status of an error.
    #[must_use]
    pub fn error(method: &str, code: &str, message: &str) -> Self {
        Status { method: method.to_owned(), error: Some((code.to_owned(), message.to_owned())), ..Status::default() }
    }

    pub(crate) fn write(&self, out: &mut Out) {
        let number = |value: Option<u64>| value.map_or_else(String::new, |value| value.to_string());
        let (most, total) = (number(self.most), number(self.total));
        let (returned, first) = (number(self.returned), number(self.first));
        let (code, message) = self.error.as_ref().map_or(("", ""), |(code, message)| (code, message));
        let mut attributes: Vec<Attr<'_>> = vec![("version", "3.3"), ("method", &self.method)];
        attributes.extend(self.language.map(|language| ("lang", language.tag())));
        attributes.extend([
            ("retCd", if self.error.is_some() { "1" } else { "0" }),
            ("retMax", most.as_str()),
            ("errCd", code),
            ("errMsg", message),
            ("totalRes", &total),
            ("totalResRet", &returned),
            ("firstRes", &first),
        ]);
        attributes.extend(self.feed.as_deref().map(|feed| ("feed", feed)));
        attributes.extend(self.echo.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        out.empty("status:Status", &attributes);
    }

    pub(crate) fn read(element: &Element) -> Result<Self, XmlError> {
        let number = |name: &'static str| match element.attribute(name).filter(|text| !text.is_empty()) {
            Some(text) => text.trim().parse().map(Some).map_err(|_| XmlError::new(XmlProblem::Invalid(name))),
            None => Ok(None),
        };
        let own = ["version", "method", "lang", "retCd", "retMax", "errCd", "errMsg", "totalRes", "totalResRet"];
        let text = |name| element.attribute(name).unwrap_or_default();
        let echo = element.attributes.iter().filter(|(name, _)| {
            !own.contains(&name.as_str()) && name != "firstRes" && name != "feed" && name != "schemaLocation"
        });
        Ok(Status {
            method: element.need_attribute("method")?,
            feed: element.attribute("feed"),
            language: element.attribute("lang").map(|tag| language(Some(&tag))),
            error: (element.need_attribute("retCd")?.trim() != "0").then(|| (text("errCd"), text("errMsg"))),
            most: number("retMax")?,
            total: number("totalRes")?,
            returned: number("totalResRet")?,
            first: number("firstRes")?,
            echo: echo.cloned().collect(),
        })
    }
}

/// The language of a tag; Japanese when it does not say English.
pub(crate) fn language(tag: Option<&str>) -> Language {
    if tag.is_some_and(|tag| tag.to_ascii_lowercase().starts_with("en")) { Language::En } else { Language::Ja }
}

/// The marking TLP:WHITE as these formats carry it. What is published is white.
pub(crate) fn handling(out: &mut Out) {
    out.open("sec:handling", &[]);
    out.open("marking:Marking", &[]);
    out.empty(
        "marking:Marking_Structure",
        &[
            ("xsi:type", "tlpMarking:TLPMarkingStructureType"),
            ("marking_model_name", "TLP"),
            ("marking_model_ref", "http://www.us-cert.gov/tlp/"),
            ("color", "WHITE"),
        ],
    );
    out.close("marking:Marking");
    out.close("sec:handling");
}

//! XML as the JVN family of formats needs it: a writer that always gives well-formed text, and a reader for hostile input.
//!
//! The reader gives one element below the root at a time, so a feed of seventy megabytes never stands in memory as a
//! tree. It refuses document type declarations and every entity beyond the five of XML itself, and it bounds the length of
//! the input, the depth and the number of nodes of an element.

use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesRef, BytesStart, BytesText, Event};
use quick_xml::name::{QName, ResolveResult};
use quick_xml::{NsReader, Writer};
use std::borrow::Cow;
use std::fmt;

/// Largest document that is read, in bytes. The largest yearly feed seen had 72 MB.
pub const SIZE_MAX: usize = 256 * 1024 * 1024;
/// Deepest nesting that is read.
pub const DEPTH_MAX: usize = 32;
/// Most nodes (elements and attributes) of one element below the root.
pub const NODES_MAX: usize = 200_000;

/// Why a document was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlError {
    /// Byte at which it was noticed.
    pub at: u64,
    /// What is wrong.
    pub problem: XmlProblem,
}

/// What is wrong with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum XmlProblem {
    /// Not well-formed, or not UTF-8.
    Syntax,
    /// A document type declaration.
    Doctype,
    /// An entity that XML itself does not know.
    Entity,
    /// Larger than [`SIZE_MAX`].
    TooLarge,
    /// Deeper than [`DEPTH_MAX`].
    TooDeep,
    /// More than [`NODES_MAX`] nodes in an element.
    TooMany,
    /// The root is another one than expected.
    OtherRoot,
    /// A part that must be there is not: its name.
    Missing(&'static str),
    /// A part does not say what it should: its name.
    Invalid(&'static str),
}

impl XmlError {
    /// An error that is about a part of the document, not a byte of it.
    pub(crate) fn new(problem: XmlProblem) -> Self {
        XmlError { at: 0, problem }
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.problem {
            XmlProblem::Syntax => write!(out, "not well-formed XML at byte {}", self.at),
            XmlProblem::Doctype => out.write_str("document type declarations are refused"),
            XmlProblem::Entity => write!(out, "an unknown entity at byte {}", self.at),
            XmlProblem::TooLarge => write!(out, "larger than {SIZE_MAX} bytes"),
            XmlProblem::TooDeep => write!(out, "nested deeper than {DEPTH_MAX} at byte {}", self.at),
            XmlProblem::TooMany => write!(out, "more than {NODES_MAX} nodes in an element at byte {}", self.at),
            XmlProblem::OtherRoot => out.write_str("the root element is another one than expected"),
            XmlProblem::Missing(name) => write!(out, "{name} is missing"),
            XmlProblem::Invalid(name) => write!(out, "{name} cannot be read"),
        }
    }
}

impl std::error::Error for XmlError {}

/// Name and value of an attribute that is written.
pub(crate) type Attr<'a> = (&'a str, &'a str);

/// Writes indented XML. Characters that XML cannot hold are left out.
pub(crate) struct Out(Writer<Vec<u8>>);

impl Out {
    /// A document with its declaration.
    pub(crate) fn new() -> Self {
        let mut out = Out(Writer::new_with_indent(Vec::new(), b' ', 2));
        out.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        out
    }

    /// A start tag.
    pub(crate) fn open(&mut self, name: &str, attributes: &[Attr<'_>]) {
        self.event(Event::Start(start(name, attributes)));
    }

    /// The end tag of the element opened last.
    pub(crate) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[Attr<'_>]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element with text alone.
    pub(crate) fn leaf(&mut self, name: &str, attributes: &[Attr<'_>], text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::from_escaped(escape(text, false))));
        self.close(name);
    }

    /// An element with text alone, when there is a text.
    pub(crate) fn some(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.leaf(name, &[], text);
        }
    }

    /// The document, with a final newline.
    pub(crate) fn finish(self) -> String {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        String::from_utf8(bytes).expect("only text was written")
    }

    fn event(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("writing to memory cannot fail");
    }
}

fn start<'a>(name: &'a str, attributes: &[Attr<'a>]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        let value = Cow::Owned(escape(value, true));
        start.push_attribute(Attribute { key: QName(name), value });
    }
    start
}

/// The text with markup escaped, carriage returns kept as references and illegal characters left out.
fn escape(text: &str, attribute: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\n' if attribute => out.push_str("&#10;"),
            '\t' if attribute => out.push_str("&#9;"),
            _ if is_legal(c) => out.push(c),
            _ => {}
        }
    }
    out
}

/// `Char` of XML 1.0.
fn is_legal(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Text without the characters that XML cannot hold: what a reader gets back.
#[must_use]
pub fn legal(text: &str) -> String {
    text.chars().filter(|&c| is_legal(c)).collect()
}

/// An element with everything in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    /// Namespace; empty when it has none.
    pub(crate) namespace: String,
    /// Name without prefix.
    pub(crate) name: String,
    /// Attributes: name without prefix, value.
    pub(crate) attributes: Vec<(String, String)>,
    /// Elements in it.
    pub(crate) children: Vec<Element>,
    /// Its own text, all pieces together.
    pub(crate) text: String,
}

impl Element {
    /// Whether it is this one.
    pub(crate) fn is(&self, namespace: &str, name: &str) -> bool {
        self.name == name && self.namespace == namespace
    }

    /// The children of a name, of its own namespace.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.all_in(&self.namespace, name)
    }

    /// The children of a name in a namespace.
    pub(crate) fn all_in<'a>(&'a self, namespace: &'a str, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.is(namespace, name))
    }

    /// The first child of a name, of its own namespace.
    pub(crate) fn one(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.is(&self.namespace, name))
    }

    /// The first child of a name in a namespace.
    pub(crate) fn one_in(&self, namespace: &str, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.is(namespace, name))
    }

    /// The text of the first child of a name.
    pub(crate) fn text_of(&self, name: &str) -> Option<String> {
        self.one(name).map(|child| child.text.clone())
    }

    /// The text of the first child of a name, which must be there.
    pub(crate) fn need(&self, name: &'static str) -> Result<String, XmlError> {
        self.text_of(name).ok_or(XmlError::new(XmlProblem::Missing(name)))
    }

    /// An attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.clone())
    }

    /// An attribute that must be there.
    pub(crate) fn need_attribute(&self, name: &'static str) -> Result<String, XmlError> {
        self.attribute(name).ok_or(XmlError::new(XmlProblem::Missing(name)))
    }
}

/// A document that is read one child of the root at a time.
pub(crate) struct Document<'a> {
    reader: NsReader<&'a [u8]>,
    /// The root, without its content.
    pub(crate) root: Element,
    ended: bool,
}

impl<'a> Document<'a> {
    /// Reads up to the root's start tag, which must be this one.
    pub(crate) fn open(bytes: &'a [u8], namespace: &str, name: &str) -> Result<Self, XmlError> {
        if bytes.len() > SIZE_MAX {
            return Err(XmlError::new(XmlProblem::TooLarge));
        }
        let text = std::str::from_utf8(bytes)
            .map_err(|error| XmlError { at: error.valid_up_to() as u64, problem: XmlProblem::Syntax })?;
        let mut reader = NsReader::from_str(text.trim_start_matches('\u{FEFF}'));
        let (root, ended) = loop {
            match next(&mut reader)? {
                Piece::Start(element) => break (element, false),
                Piece::Empty(element) => break (element, true),
                Piece::Text(text) if text.trim().is_empty() => {}
                Piece::Text(_) | Piece::End | Piece::Eof => return Err(error(&reader, XmlProblem::Syntax)),
            }
        };
        if !root.is(namespace, name) {
            return Err(XmlError::new(XmlProblem::OtherRoot));
        }
        Ok(Document { reader, root, ended })
    }

    /// How far the document has been read, in bytes behind a byte order mark.
    pub(crate) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// The next child of the root with everything in it; nothing at the end of the document.
    pub(crate) fn next(&mut self) -> Result<Option<Element>, XmlError> {
        while !self.ended {
            match next(&mut self.reader)? {
                Piece::Start(element) => return self.fill(element).map(Some),
                Piece::Empty(element) => return Ok(Some(element)),
                Piece::Text(_) => {}
                Piece::End => self.ended = true,
                Piece::Eof => return Err(error(&self.reader, XmlProblem::Syntax)),
            }
        }
        Ok(None)
    }

    /// Reads the content of an element whose start tag has been read, without recursion.
    fn fill(&mut self, start: Element) -> Result<Element, XmlError> {
        let mut nodes = start.attributes.len();
        let mut open = vec![start];
        loop {
            let piece = next(&mut self.reader)?;
            let Some(current) = open.last_mut() else { return Err(error(&self.reader, XmlProblem::Syntax)) };
            match piece {
                Piece::Text(text) => current.text.push_str(&text),
                Piece::Empty(element) => {
                    nodes += 1 + element.attributes.len();
                    current.children.push(element);
                }
                Piece::Start(element) => {
                    nodes += 1 + element.attributes.len();
                    open.push(element);
                }
                Piece::End => {
                    let Some(done) = open.pop() else { return Err(error(&self.reader, XmlProblem::Syntax)) };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(done),
                        None => return Ok(done),
                    }
                }
                Piece::Eof => return Err(error(&self.reader, XmlProblem::Syntax)),
            }
            if open.len() >= DEPTH_MAX {
                return Err(error(&self.reader, XmlProblem::TooDeep));
            }
            if nodes > NODES_MAX {
                return Err(error(&self.reader, XmlProblem::TooMany));
            }
        }
    }
}

/// What comes next in a document; comments and instructions do not count.
enum Piece {
    Start(Element),
    Empty(Element),
    Text(String),
    End,
    Eof,
}

fn next(reader: &mut NsReader<&[u8]>) -> Result<Piece, XmlError> {
    loop {
        let at = reader.buffer_position();
        let syntax = || XmlError { at, problem: XmlProblem::Syntax };
        let (namespace, event) = reader.read_resolved_event().map_err(|_| syntax())?;
        let namespace = match namespace {
            ResolveResult::Bound(namespace) => namespace.into_inner().to_owned(),
            ResolveResult::Unbound => String::new(),
            ResolveResult::Unknown(_) => return Err(syntax()),
        };
        let piece = match event {
            Event::Start(start) => Piece::Start(element(namespace, &start).ok_or_else(syntax)?),
            Event::Empty(start) => Piece::Empty(element(namespace, &start).ok_or_else(syntax)?),
            Event::End(_) => Piece::End,
            Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(reference) => {
                let entity = || XmlError { at, problem: XmlProblem::Entity };
                Piece::Text(resolve(&reference).ok_or_else(entity)?.to_string())
            }
            Event::DocType(_) => return Err(XmlError { at, problem: XmlProblem::Doctype }),
            Event::Eof => Piece::Eof,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
        };
        return Ok(piece);
    }
}

fn element(namespace: String, start: &BytesStart<'_>) -> Option<Element> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        // Only the five entities of XML are known to this reader; any other is an error.
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).ok()?;
        let name = attribute.key.local_name().into_inner().to_owned();
        let declares = attribute.key.as_namespace_binding().is_some();
        if !declares {
            attributes.push((name, value.into_owned()));
        }
    }
    let name = start.local_name().into_inner().to_owned();
    Some(Element { namespace, name, attributes, children: Vec::new(), text: String::new() })
}

/// A character reference or one of the five entities.
fn resolve(reference: &BytesRef<'_>) -> Option<char> {
    if reference.is_char_ref() {
        return reference.resolve_char_ref().ok().flatten().filter(|&c| is_legal(c));
    }
    match &*reference.xml10_content() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn error(reader: &NsReader<&[u8]>, problem: XmlProblem) -> XmlError {
    XmlError { at: reader.buffer_position(), problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Element>, XmlError> {
        let mut document = Document::open(text.as_bytes(), "urn:x", "r")?;
        let mut elements = Vec::new();
        while let Some(element) = document.next()? {
            elements.push(element);
        }
        Ok(elements)
    }

    fn problem(text: &str) -> Option<XmlProblem> {
        read(text).err().map(|error| error.problem)
    }

    #[test]
    fn what_is_written_is_read() {
        let mut out = Out::new();
        out.open("p:r", &[("xmlns:p", "urn:x")]);
        out.leaf("p:a", &[("b", "x\"<&'\n\t>y")], "a\r\n]]><b>&amp;\u{0}\u{FFFE}\tc");
        out.empty("p:c", &[]);
        out.close("p:r");
        let elements = read(&out.finish()).expect("it is well-formed");
        assert_eq!(elements[0].text, "a\r\n]]><b>&amp;\tc");
        assert_eq!(elements[0].attribute("b").as_deref(), Some("x\"<&'\n\t>y"));
        assert!(elements[1].is("urn:x", "c"));
    }

    #[test]
    fn hostile_documents_are_refused() {
        let bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\">]><r xmlns='urn:x'><b>&a;</b></r>";
        assert_eq!(problem(bomb), Some(XmlProblem::Doctype));
        assert_eq!(problem("<r xmlns='urn:x'><b>&a;</b></r>"), Some(XmlProblem::Entity));
        assert_eq!(problem("<r xmlns='urn:x'><b>&#0;</b></r>"), Some(XmlProblem::Entity));
        assert_eq!(problem("<r xmlns='urn:x'><b c='&a;'/></r>"), Some(XmlProblem::Syntax));
        let deep = format!("<r xmlns='urn:x'>{}{}</r>", "<b>".repeat(100_000), "</b>".repeat(100_000));
        assert_eq!(problem(&deep), Some(XmlProblem::TooDeep));
        let wide = format!("<r xmlns='urn:x'><b>{}</b></r>", "<c/>".repeat(NODES_MAX + 1));
        assert_eq!(problem(&wide), Some(XmlProblem::TooMany));
        for broken in [
            "",
            "x",
            "<r xmlns='urn:x'>",
            "<r xmlns='urn:x'><b></r>",
            "<q:r/>",
            "<r xmlns='urn:x'><b a='1' a='2'/></r>",
        ] {
            assert_eq!(problem(broken), Some(XmlProblem::Syntax), "{broken}");
        }
        assert_eq!(problem("<r/>"), Some(XmlProblem::OtherRoot));
        assert_eq!(Document::open(b"<r>\xff</r>", "", "r").err().map(|e| e.problem), Some(XmlProblem::Syntax));
    }
}

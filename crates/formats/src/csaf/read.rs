//! Any CSAF document, 2.0 or 2.1, whoever wrote it, as far as our document can hold it.
//!
//! Our document says once for all vulnerabilities what holds for a product; where they differ, the worst counts and the
//! place is listed. The original keeps what was lost, and [`super::carry`] writes it again.

mod products;
mod vulnerabilities;

use crate::document::{
    Acknowledgement, Countermeasure, CountermeasureKind, Fact, PublicDocument, Publisher, Reference, RelatedDocument,
    Revision, Source, SourceFormat,
};
use crate::number::AdvisoryNumber;
use crate::reading::{self, Import, Log, Node, ReadError, Why};
use crate::text::{Language, Localized};
use jiff::Timestamp;
use products::Tree;
use serde_json::Value;
use vulnerabilities::Claims;

/// Reads a CSAF document. The number under which it is taken over is the caller's choice; its own one stands in
/// [`Source::id`].
///
/// # Errors
/// When the bytes are no JSON object, or one that names no version of CSAF.
pub fn read(bytes: &[u8], number: AdvisoryNumber) -> Result<Import, ReadError> {
    let value = reading::object(bytes)?;
    read_value(&value, number).ok_or(ReadError::OtherFormat)
}

/// Whether a JSON object says of itself that it is a CSAF document.
#[must_use]
pub fn is_csaf(value: &Value) -> bool {
    value.pointer("/document/csaf_version").is_some_and(Value::is_string)
}

/// The same of a JSON value.
pub(crate) fn read_value(value: &Value, number: AdvisoryNumber) -> Option<Import> {
    if !is_csaf(value) {
        return None;
    }
    let mut log = Log::default();
    let root = Node::root(value);
    root.only(&["$schema", "document", "product_tree", "vulnerabilities"], &["x_extensions"], &mut log);
    let head = root.need("document", &mut log)?;
    let tag = head.text("lang", &mut log);
    let mut reader = Reader { language: reading::side(tag.as_deref()), log };
    let mut document = reader.head(&head, number, tag);
    let tree = root.object("product_tree", &mut reader.log);
    let tree = tree.map(|tree| Tree::read(&tree, &mut reader.log)).unwrap_or_default();
    let mut claims = Claims::default();
    for node in root.objects("vulnerabilities", &mut reader.log) {
        reader.vulnerability(&node, &tree, &mut claims, &mut document);
    }
    document.vendors = tree.vendors(&claims, &mut document.solution.countermeasures, reader.language);
    Some(Import { document, not_understood: reader.log.finish() })
}

/// Reads the parts of a document in its language.
struct Reader {
    language: Language,
    log: Log,
}

impl Reader {
    fn on(&self, text: impl Into<String>) -> Localized {
        reading::on(self.language, text)
    }

    fn head(&mut self, head: &Node<'_>, number: AdvisoryNumber, tag: Option<String>) -> PublicDocument {
        const KNOWN: [&str; 11] = [
            "acknowledgments",
            "aggregate_severity",
            "category",
            "csaf_version",
            "distribution",
            "lang",
            "notes",
            "publisher",
            "references",
            "title",
            "tracking",
        ];
        head.only(&KNOWN, &["license_expression", "source_lang", "x_extensions"], &mut self.log);
        let version = head.need_text("csaf_version", &mut self.log);
        let format = if version == "2.1" { SourceFormat::Csaf21 } else { SourceFormat::Csaf20 };
        if !matches!(version.as_str(), "2.0" | "2.1") {
            self.log.add(head.place("csaf_version"), Why::BadValue);
        }
        let title = head.need_text("title", &mut self.log);
        let publisher = self.publisher(head);
        let mut document = PublicDocument::new(number, publisher, self.on(title), Timestamp::UNIX_EPOCH);
        document.languages = vec![self.language];
        let mut source =
            Source { format, id: String::new(), url: None, language: tag, version: None, withdrawn: false };
        if let Some(tracking) = head.need("tracking", &mut self.log) {
            self.tracking(&tracking, &mut document, &mut source);
        }
        self.distribution(head);
        self.notes(head, &mut document);
        self.references(head, &mut document, Some(&mut source));
        self.acknowledgments(head, &mut document);
        document.source = Some(source);
        document
    }

    fn publisher(&mut self, head: &Node<'_>) -> Publisher {
        let empty = Publisher {
            name: Localized::default(),
            namespace: String::new(),
            contact: Localized::default(),
            authority: Localized::default(),
        };
        let Some(node) = head.need("publisher", &mut self.log) else { return empty };
        let known = ["category", "contact_details", "issuing_authority", "name", "namespace"];
        node.only(&known, &[], &mut self.log);
        let name = node.need_text("name", &mut self.log);
        let contact = node.text("contact_details", &mut self.log).unwrap_or_default();
        let authority = node.text("issuing_authority", &mut self.log).unwrap_or_default();
        Publisher {
            name: self.on(name),
            namespace: node.need_text("namespace", &mut self.log),
            contact: self.on(contact),
            authority: self.on(authority),
        }
    }

    fn tracking(&mut self, node: &Node<'_>, document: &mut PublicDocument, source: &mut Source) {
        let known = [
            "current_release_date",
            "generator",
            "id",
            "initial_release_date",
            "revision_history",
            "status",
            "version",
        ];
        node.only(&known, &["aliases"], &mut self.log);
        source.id = node.need_text("id", &mut self.log);
        source.version = node.text("version", &mut self.log);
        let first = node.instant("initial_release_date", &mut self.log);
        let last = node.instant("current_release_date", &mut self.log);
        document.published_at = first.or(last).unwrap_or(Timestamp::UNIX_EPOCH);
        document.updated_at = last.unwrap_or(document.published_at);
        let mut history = Vec::new();
        for item in node.objects("revision_history", &mut self.log) {
            item.only(&["date", "legacy_version", "number", "summary"], &[], &mut self.log);
            let at = item.instant("date", &mut self.log).unwrap_or(document.published_at);
            let summary = item.need_text("summary", &mut self.log);
            history.push(Revision { number: 0, at, summary: self.on(summary) });
        }
        history.sort_by_key(|revision| revision.at);
        history.iter_mut().zip(1..).for_each(|(revision, number)| revision.number = number);
        if let Some(last) = history.last() {
            document.revision = last.number;
            document.updated_at = document.updated_at.max(last.at);
            document.history = history;
        }
    }

    /// Only what everybody may read is taken over; who imports has to know of anything else.
    fn distribution(&mut self, head: &Node<'_>) {
        let Some(tlp) = head.object("distribution", &mut self.log).and_then(|node| node.object("tlp", &mut self.log))
        else {
            return;
        };
        let label = tlp.need_text("label", &mut self.log);
        if !matches!(label.as_str(), "WHITE" | "CLEAR") {
            self.log.add(tlp.place("label"), Why::NoPlace);
        }
    }

    /// The first summary or description is the overview, details are details, everything else is supplementary.
    fn notes(&mut self, head: &Node<'_>, document: &mut PublicDocument) {
        let (mut overview, mut details, mut other) = (String::new(), Vec::new(), Vec::new());
        for note in head.objects("notes", &mut self.log) {
            note.only(&["audience", "category", "text", "title"], &["group_ids", "product_ids"], &mut self.log);
            let category = note.need_text("category", &mut self.log);
            let text = note.need_text("text", &mut self.log);
            let title = note.text("title", &mut self.log).unwrap_or_default();
            let whole = if title.is_empty() { text.clone() } else { format!("{title}\n{text}") };
            match category.as_str() {
                "summary" | "description" if overview.is_empty() => overview = text,
                "details" | "summary" | "description" => details.push(whole),
                _ => other.push(whole),
            }
        }
        document.overview = self.on(overview);
        document.details = self.on(details.join("\n\n"));
        document.supplementary = self.on(other.join("\n\n"));
    }

    /// References with an address that was not there yet; the document's own address goes to the source.
    fn references(&mut self, node: &Node<'_>, document: &mut PublicDocument, mut source: Option<&mut Source>) {
        for reference in node.objects("references", &mut self.log) {
            reference.only(&["category", "summary", "url"], &[], &mut self.log);
            let url = reference.need_text("url", &mut self.log);
            let title = reference.need_text("summary", &mut self.log);
            let own = reference.text("category", &mut self.log).as_deref() == Some("self");
            if !crate::uri::is_web_address(&url) {
                self.log.add(reference.place("url"), Why::BadValue);
                continue;
            }
            match &mut source {
                Some(source) if own && source.url.is_none() => source.url = Some(url),
                _ if document.references.iter().any(|known| known.url == url) => {}
                _ => document.references.push(Reference { title: self.on(title), url }),
            }
        }
    }

    fn acknowledgments(&mut self, node: &Node<'_>, document: &mut PublicDocument) {
        let mut sentences = Vec::new();
        for item in node.objects("acknowledgments", &mut self.log) {
            item.only(&["names", "organization", "summary"], &["urls"], &mut self.log);
            let names = item.texts("names", &mut self.log);
            let organisation = item.text("organization", &mut self.log).unwrap_or_default();
            sentences.extend(item.text("summary", &mut self.log));
            let organisation = self.on(organisation);
            for name in &names {
                document
                    .acknowledgements
                    .push(Acknowledgement { name: self.on(name.as_str()), organisation: organisation.clone() });
            }
            if names.is_empty() && !organisation.is_empty() {
                document.acknowledgements.push(Acknowledgement { name: Localized::default(), organisation });
            }
        }
        let known = document.acknowledgement.exact(self.language).to_owned();
        let all: Vec<String> = std::iter::once(known).chain(sentences).filter(|text| !text.is_empty()).collect();
        document.acknowledgement = self.on(all.join("\n"));
    }

    /// A countermeasure and the products that it is for.
    fn remediation(&mut self, node: &Node<'_>, tree: &Tree) -> (Countermeasure, Vec<String>) {
        let known = ["category", "details", "group_ids", "product_ids", "url"];
        node.only(&known, &["date", "entitlements", "restart_required"], &mut self.log);
        let kind = match node.need_text("category", &mut self.log).as_str() {
            "vendor_fix" | "fix_planned" | "optional_patch" => CountermeasureKind::Fix,
            "mitigation" | "workaround" => CountermeasureKind::Workaround,
            "no_fix_planned" => CountermeasureKind::NonePlanned,
            "none_available" => CountermeasureKind::NoneAvailable,
            _ => {
                self.log.add(node.place("category"), Why::BadValue);
                CountermeasureKind::Workaround
            }
        };
        let details = node.need_text("details", &mut self.log);
        let url = node.text("url", &mut self.log).filter(|url| crate::uri::is_web_address(url));
        let products = tree.named(node, "product_ids", &mut self.log);
        (Countermeasure { kind, text: self.on(details), url }, products)
    }

    /// The metrics of 2.1 that are no scores.
    fn metric_facts(&mut self, content: &Node<'_>) -> Option<Fact> {
        let epss = content.object("epss", &mut self.log)?;
        epss.only(&["percentile", "probability", "timestamp"], &[], &mut self.log);
        let on = epss.instant("timestamp", &mut self.log)?.to_zoned(jiff::tz::TimeZone::UTC).date();
        let probability = epss.need_text("probability", &mut self.log);
        let percentile = epss.need_text("percentile", &mut self.log);
        Some(Fact::Epss { on, probability, percentile, model: None })
    }

    /// Identifiers beside the CVE number.
    fn ids(&mut self, node: &Node<'_>, document: &mut PublicDocument) {
        for id in node.objects("ids", &mut self.log) {
            id.only(&["system_name", "text"], &["group_ids", "product_ids"], &mut self.log);
            let system = id.need_text("system_name", &mut self.log);
            let text = id.need_text("text", &mut self.log);
            if !document.related.iter().any(|known| known.system == system && known.id == text) {
                document.related.push(RelatedDocument { system, id: text, title: Localized::default(), url: None });
            }
        }
    }
}

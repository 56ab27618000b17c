//! A record in any of its states, as far as our document can hold it.

use super::affected;
use crate::check::is_cve;
use crate::cwe;
use crate::document::{
    Acknowledgement, Countermeasure, CountermeasureKind, Fact, PublicDocument, Publisher, Reference, RelatedDocument,
    Source, SourceFormat, Vulnerability,
};
use crate::number::AdvisoryNumber;
use crate::reading::{self, Import, Log, Node, ReadError, Why, side};
use crate::text::{Language, Localized};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

/// Reads a CVE record. The number under which it is taken over is the caller's choice.
///
/// # Errors
/// When the bytes are no JSON object, or one that does not say that it is a CVE record.
pub fn read(bytes: &[u8], number: AdvisoryNumber) -> Result<Import, ReadError> {
    read_value(&reading::object(bytes)?, number).ok_or(ReadError::OtherFormat)
}

/// Whether a JSON object says of itself that it is a CVE record.
#[must_use]
pub fn is_cve_record(value: &Value) -> bool {
    value.get("dataType").and_then(Value::as_str) == Some("CVE_RECORD")
}

/// The same of a JSON value.
pub(crate) fn read_value(value: &Value, number: AdvisoryNumber) -> Option<Import> {
    if !is_cve_record(value) {
        return None;
    }
    let mut reader = Reader { log: Log::default(), single: Vulnerability::default() };
    let document = reader.record(&Node::root(value), number);
    Some(Import { document, not_understood: reader.log.finish() })
}

struct Reader {
    log: Log,
    single: Vulnerability,
}

const KNOWN: [&str; 13] = [
    "affected",
    "credits",
    "descriptions",
    "metrics",
    "problemTypes",
    "providerMetadata",
    "references",
    "rejectedReasons",
    "replacedBy",
    "solutions",
    "title",
    "workarounds",
    "datePublic",
];
const NO_PLACE: [&str; 9] = [
    "configurations",
    "cpeApplicability",
    "dateAssigned",
    "exploits",
    "impacts",
    "source",
    "tags",
    "taxonomyMappings",
    "timeline",
];

impl Reader {
    fn record(&mut self, root: &Node<'_>, number: AdvisoryNumber) -> PublicDocument {
        root.only(&["containers", "cveMetadata", "dataType", "dataVersion"], &[], &mut self.log);
        let publisher = Publisher {
            name: Localized::default(),
            namespace: "https://www.cve.org".to_owned(),
            contact: Localized::default(),
            authority: Localized::default(),
        };
        let mut document = PublicDocument::new(number, publisher, Localized::default(), Timestamp::UNIX_EPOCH);
        document.languages = vec![Language::En];
        if let Some(metadata) = root.need("cveMetadata", &mut self.log) {
            self.metadata(&metadata, &mut document);
        }
        if let Some(containers) = root.need("containers", &mut self.log) {
            containers.only(&["adp", "cna"], &[], &mut self.log);
            if let Some(cna) = containers.need("cna", &mut self.log) {
                self.cna(&cna, &mut document);
            }
            for adp in containers.objects("adp", &mut self.log) {
                self.adp(&adp, &mut document);
            }
        }
        if document.title.is_empty() {
            let first = document.overview.en.split(". ").next().unwrap_or_default();
            let short = super::cut(first.lines().next().unwrap_or_default(), 200);
            let id = self.single.cve.clone().unwrap_or_default();
            document.title = reading::on(Language::En, if short.is_empty() { id } else { short });
        }
        document.vulnerabilities = vec![std::mem::take(&mut self.single)];
        document
    }

    fn metadata(&mut self, node: &Node<'_>, document: &mut PublicDocument) {
        let known =
            ["assignerOrgId", "assignerShortName", "cveId", "datePublished", "dateUpdated", "state", "dateReserved"];
        node.only(&known, &["dateRejected", "requesterUserId", "serial"], &mut self.log);
        let id = node.need_text("cveId", &mut self.log);
        if is_cve(&id) {
            self.single.cve = Some(id.clone());
        } else {
            self.log.add(node.place("cveId"), Why::BadValue);
        }
        let reserved = node.instant("dateReserved", &mut self.log);
        let published = node.instant("datePublished", &mut self.log);
        let updated = node.instant("dateUpdated", &mut self.log);
        document.published_at = published.or(updated).or(reserved).unwrap_or(Timestamp::UNIX_EPOCH);
        document.updated_at = updated.unwrap_or(document.published_at).max(document.published_at);
        document.history[0].at = document.updated_at;
        document.publisher.name =
            reading::on(Language::En, node.text("assignerShortName", &mut self.log).unwrap_or_default());
        let state = node.need_text("state", &mut self.log);
        document.source = Some(Source {
            format: SourceFormat::Cve5,
            url: Some(format!("https://www.cve.org/CVERecord?id={id}")),
            id,
            language: Some("en".to_owned()),
            version: None,
            withdrawn: state == "REJECTED",
        });
    }

    fn cna(&mut self, cna: &Node<'_>, document: &mut PublicDocument) {
        self.known(cna);
        document.title = reading::on(Language::En, cna.text("title", &mut self.log).unwrap_or_default());
        document.overview = self.texts(cna, "descriptions");
        if document.overview.is_empty() {
            document.overview = self.texts(cna, "rejectedReasons");
        }
        for other in cna.texts("replacedBy", &mut self.log) {
            let system = "CVE".to_owned();
            document.related.push(RelatedDocument { system, id: other, title: Localized::default(), url: None });
        }
        document.vendors = affected::read(cna, &mut self.log);
        document.solution.text = self.texts(cna, "solutions");
        let workaround = self.texts(cna, "workarounds");
        if !workaround.is_empty() {
            let kind = CountermeasureKind::Workaround;
            document.solution.countermeasures.push(Countermeasure { kind, text: workaround, url: None });
        }
        for credit in cna.objects("credits", &mut self.log) {
            credit.only(&["lang", "type", "value"], &["user"], &mut self.log);
            let name = credit.need_text("value", &mut self.log);
            let language = side(credit.text("lang", &mut self.log).as_deref());
            let (name, organisation) = (reading::on(language, name), Localized::default());
            document.acknowledgements.push(Acknowledgement { name, organisation });
        }
        self.common(cna, document);
    }

    /// What others added: scores, weaknesses, references and facts; products only where the CNA named none.
    fn adp(&mut self, adp: &Node<'_>, document: &mut PublicDocument) {
        self.known(adp);
        if document.vendors.is_empty() {
            document.vendors = affected::read(adp, &mut self.log);
        } else if let Some(products) = adp.get("affected") {
            self.log.add(products.at, Why::NoPlace);
        }
        self.common(adp, document);
    }

    fn known(&mut self, container: &Node<'_>) {
        let own = container.value.as_object().into_iter().flat_map(|members| members.keys());
        let own: Vec<&str> = own.map(String::as_str).filter(|key| key.starts_with("x_")).collect();
        container.only(&[&KNOWN[..], &own[..]].concat(), &NO_PLACE, &mut self.log);
        own.iter().for_each(|key| self.log.add(container.place(key), Why::NoPlace));
    }

    fn common(&mut self, container: &Node<'_>, document: &mut PublicDocument) {
        for metric in container.objects("metrics", &mut self.log) {
            self.metric(&metric);
        }
        for problem in container.objects("problemTypes", &mut self.log) {
            for words in problem.objects("descriptions", &mut self.log) {
                self.weakness(&words);
            }
        }
        for reference in container.objects("references", &mut self.log) {
            let url = reference.need_text("url", &mut self.log);
            let name = reference.text("name", &mut self.log).unwrap_or_else(|| url.clone());
            if !crate::uri::is_web_address(&url) {
                self.log.add(reference.place("url"), Why::BadValue);
            } else if !document.references.iter().any(|known| known.url == url) {
                document.references.push(Reference { title: reading::on(Language::En, name), url });
            }
        }
    }

    /// A number of the enumeration, from its own member or from the words, where many put it.
    fn weakness(&mut self, words: &Node<'_>) {
        words.only(&["cweId", "description", "lang", "type"], &["references"], &mut self.log);
        let description = words.need_text("description", &mut self.log);
        let first = description.split([' ', ':']).next().unwrap_or_default().to_owned();
        let id = words.text("cweId", &mut self.log).unwrap_or(first);
        if cwe::parse(&id).is_none() {
            self.log.add(words.place("description"), Why::NoPlace);
        } else if !self.single.cwes.contains(&id) {
            self.single.cwes.push(id);
        }
    }

    fn metric(&mut self, metric: &Node<'_>) {
        for key in ["cvssV3_0", "cvssV3_1", "cvssV4_0"] {
            let Some(object) = metric.object(key, &mut self.log) else { continue };
            let Some(cvss) = reading::analysis(&object, &mut self.log) else { continue };
            match self.single.cvss.iter().find(|known| known.version == cvss.version) {
                None => self.single.cvss.push(cvss),
                Some(known) if *known == cvss => {}
                Some(_) => self.log.add(object.at, Why::NoPlace),
            }
        }
        if let Some(two) = metric.object("cvssV2_0", &mut self.log) {
            reading::check_second(&two, &mut self.log);
        }
        if let Some(other) = metric.object("other", &mut self.log) {
            self.fact(&other);
        }
    }

    /// SSVC and KEV, as CISA's container carries them.
    fn fact(&mut self, other: &Node<'_>) {
        let kind = other.need_text("type", &mut self.log);
        let Some(content) = other.object("content", &mut self.log) else { return };
        let day = |instant: Timestamp| instant.to_zoned(TimeZone::UTC).date();
        let fact = match kind.as_str() {
            "ssvc" if content.get("options").is_some() => {
                let at = content.instant("timestamp", &mut self.log).map(day);
                let options = self.options(&content);
                let role = content.text("role", &mut self.log);
                let version = content.text("version", &mut self.log);
                at.map(|on| Fact::Ssvc { on, role, version, options })
            }
            "kev" | "ssvc" if content.get("dateAdded").is_some() => {
                let added = content.instant("dateAdded", &mut self.log).map(day);
                added.map(|on| Fact::Kev { on, due: None, ransomware: None })
            }
            _ => None,
        };
        match fact {
            Some(fact) if self.single.facts.contains(&fact) => {}
            Some(fact) => self.single.facts.push(fact),
            None => self.log.add(other.at.as_str(), Why::NoPlace),
        }
    }

    fn options(&mut self, content: &Node<'_>) -> Vec<(String, String)> {
        let mut options = Vec::new();
        for option in content.objects("options", &mut self.log) {
            for key in option.value.as_object().into_iter().flat_map(|members| members.keys()) {
                let value = option.text(key, &mut self.log).unwrap_or_default();
                options.push((key.clone(), value));
            }
        }
        options
    }

    /// The texts of a member: the first Japanese and all English ones, or those of another language.
    fn texts(&mut self, node: &Node<'_>, key: &str) -> Localized {
        let (mut ja, mut en, mut other) = (Vec::new(), Vec::new(), Vec::new());
        for text in node.objects(key, &mut self.log) {
            text.only(&["lang", "supportingMedia", "value"], &[], &mut self.log);
            let value = text.need_text("value", &mut self.log);
            let lang = text.text("lang", &mut self.log).unwrap_or_default().to_ascii_lowercase();
            match lang.get(..2) {
                Some("ja") => ja.push(value),
                Some("en") | None => en.push(value),
                Some(_) => other.push(value),
            }
        }
        let en = if en.is_empty() { other } else { en };
        Localized::new(ja.join("\n\n"), en.join("\n\n"))
    }
}

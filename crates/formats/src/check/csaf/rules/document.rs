//! The document's own section: category, languages, references, order of names.

use super::super::finding::{Findings, Level};
use super::super::json::{At, Json};
use super::super::language::Tag;
use super::super::subject::Subject;
use super::{m, o};

/// Profiles of 2.0 and 2.1, without the base.
const PROFILES_2_0: [&str; 4] =
    ["csaf_informational_advisory", "csaf_security_advisory", "csaf_security_incident_response", "csaf_vex"];
const PROFILES_2_1: [&str; 7] = [
    "csaf_deprecated_security_advisory",
    "csaf_informational_advisory",
    "csaf_security_advisory",
    "csaf_security_incident_response",
    "csaf_superseded",
    "csaf_vex",
    "csaf_withdrawn",
];

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    category(subject, findings);
    languages(subject, findings);
    if findings.wants(Level::Optional) {
        labels(subject, findings);
        sorting(subject.root, &At::Root, findings);
    }
}

/// 6.1.26 and 6.2.38.
fn category(subject: &Subject<'_>, findings: &mut Findings) {
    let category = subject.category;
    if subject.is_2_1() && category.starts_with("csaf_deprecated_") {
        findings.add(o(38), "/document/category", &[category]);
    }
    let profiles = if subject.is_2_1() { &PROFILES_2_1[..] } else { &PROFILES_2_0[..] };
    if category.is_empty() || category == "csaf_base" || profiles.contains(&category) {
        return;
    }
    let plain = plain(category);
    let named = profiles.iter().any(|profile| {
        let value: String = profile.split('_').collect();
        plain == value || value.strip_prefix("csaf") == Some(&plain)
    });
    let prefixed = category.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("csaf_"));
    if named || prefixed {
        findings.add(m(26), "/document/category", &[category]);
    }
}

/// Lower case without dashes, underscores and spaces of any script.
fn plain(text: &str) -> String {
    let divides = |c: char| {
        c.is_whitespace()
            || "-_\u{ad}\u{58a}\u{5be}\u{1400}\u{1806}\u{203f}\u{2040}\u{2054}\u{2212}\u{2e17}\u{2e1a}\u{301c}\u{3030}\u{30a0}\u{332}\u{fe58}\u{fe63}\u{ff0d}\u{ff3f}\u{fe33}\u{fe34}\u{fe4d}\u{fe4e}\u{fe4f}\u{fe31}\u{fe32}\u{2053}\u{207b}\u{208b}".contains(c)
            || ('\u{2010}'..='\u{2015}').contains(&c)
            || ('\u{200b}'..='\u{200d}').contains(&c)
            || ('\u{2e3a}'..='\u{2e40}').contains(&c)
    };
    text.chars().filter(|c| !divides(*c)).flat_map(char::to_lowercase).collect()
}

/// 6.1.12, 6.1.15, 6.1.28, 6.2.12, 6.2.14, 6.2.15.
fn languages(subject: &Subject<'_>, findings: &mut Findings) {
    let document = subject.document;
    for name in ["lang", "source_lang"] {
        let path = || format!("/document/{name}");
        let Some(text) = document.text(name) else { continue };
        let Some(tag) = Tag::parse(text) else {
            findings.add(m(12), path(), &[text, text]);
            continue;
        };
        if tag.is_private() {
            findings.add(o(14), path(), &[text]);
        }
        if let Some(unknown) = tag.unknown().filter(|_| !tag.is_private()) {
            findings.add(m(12), path(), &[text, unknown]);
        }
        if text.eq_ignore_ascii_case("i-default") {
            findings.add(o(15), path(), &[text]);
        }
    }
    let (lang, source) = (document.text("lang"), document.text("source_lang"));
    if document.at(&["publisher", "category"]).and_then(Json::as_text) == Some("translator") {
        absent(m(15), document, "source_lang", findings);
    }
    if let (Some(lang), Some(source)) = (lang, source)
        && lang.eq_ignore_ascii_case(source)
    {
        findings.add(m(28), "/document/source_lang", &[source]);
    }
    absent(o(12), document, "lang", findings);
}

/// Tells a member that is missing from one that is empty.
pub(super) fn absent(test: super::TestId, json: &Json<'_>, name: &str, findings: &mut Findings) {
    match json.get(name) {
        None => findings.add_case(test, "missing", "/document", &[name]),
        Some(value) if value.as_text().is_none_or(|text| text.trim().is_empty()) => {
            findings.add_case(test, "empty", format!("/document/{name}"), &[name]);
        }
        Some(_) => {}
    }
}

/// 6.2.10, 6.2.11, 6.2.22.
fn labels(subject: &Subject<'_>, findings: &mut Findings) {
    let document = subject.document;
    if !subject.is_2_1() && subject.tlp().is_none() {
        findings.add(o(10), "/document/distribution", &[]);
    }
    if canonical_url(subject).is_none() {
        findings.add(o(11), "/document/references", &[&file_name(subject)]);
    }
    let id = subject.tracking.text("id").filter(|id| !id.is_empty());
    if let (Some(title), Some(id), true) = (document.text("title"), id, subject.is_2_1())
        && title.contains(id)
    {
        findings.add(o(22), "/document/title", &[id]);
    }
}

/// The file name that a document has (5.1).
fn file_name(subject: &Subject<'_>) -> String {
    let id = subject.tracking.text("id").unwrap_or_default().to_lowercase();
    let mut name = String::with_capacity(id.len() + 5);
    for c in id.chars() {
        match c {
            'a'..='z' | '0'..='9' | '+' | '-' => name.push(c),
            _ if name.ends_with('_') => {}
            _ => name.push('_'),
        }
    }
    name + ".json"
}

/// The canonical address of a document: a reference to itself by https with its file name.
pub(super) fn canonical_url<'a>(subject: &Subject<'a>) -> Option<&'a str> {
    let name = format!("/{}", file_name(subject));
    let references = subject.document.list("references").iter();
    references
        .filter(|item| item.text("category") == Some("self"))
        .filter_map(|item| item.text("url"))
        .find(|url| url.starts_with("https://") && url.ends_with(&name))
}

/// 6.2.13: names are in alphabetical order. Told once, for the first that is not.
fn sorting(json: &Json<'_>, at: &At<'_>, findings: &mut Findings) -> bool {
    let names = json.members();
    if let Some(pair) = names.windows(2).find(|pair| pair[0].0 > pair[1].0) {
        findings.add(o(13), at.name(&pair[1].0), &[&pair[1].0, &pair[0].0]);
        return true;
    }
    names.iter().any(|(name, value)| sorting(value, &at.name(name), findings))
        || json.items().iter().enumerate().any(|(index, item)| sorting(item, &at.index(index), findings))
}

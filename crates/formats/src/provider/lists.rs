//! The lists beside the documents: `index.txt`, `changes.csv`, folder pages, `security.txt`, the summaries.

use super::{
    CSAF_FOLDER, CSV, Entry, FEED_PATH, HTML, JSON, JSON_LINES, METADATA_PATH, ProviderConfig, Provision,
    PublishedFile, SECURITY_TXT_PATH, SERVICE_PATH, SUMMARIES_PATH, TEXT, metadata, rolie, signature_path,
};
use crate::summary::{AdvisorySummary, to_lines};
use std::collections::BTreeMap;

/// Every list and feed over all advisories, to be written after the documents. The same advisories give the same bytes.
///
/// On http, or before the first advisory, there is no feed and no provider's metadata.
#[must_use]
pub fn lists(summaries: &[AdvisorySummary], config: &ProviderConfig) -> Vec<PublishedFile> {
    let entries = Entry::all(summaries);
    let mut files = vec![
        PublishedFile::new(SUMMARIES_PATH, to_lines(summaries), JSON_LINES),
        PublishedFile::new(format!("{CSAF_FOLDER}/index.txt"), index(&entries), TEXT),
        PublishedFile::new(format!("{CSAF_FOLDER}/changes.csv"), changes(&entries), CSV),
    ];
    files.extend(folder_pages(&entries, config));
    let role = config.provision().role().filter(|_| !entries.is_empty());
    if let Some(role) = role {
        files.push(PublishedFile::new(FEED_PATH, rolie::feed(&entries, config), JSON));
        files.push(PublishedFile::new(SERVICE_PATH, rolie::service(config), JSON));
        files.push(PublishedFile::new(METADATA_PATH, metadata::metadata(config, role), JSON));
    }
    if !config.security_contacts.is_empty() {
        files.push(PublishedFile::new(SECURITY_TXT_PATH, security_txt(config, role.is_some()), TEXT));
    }
    files
}

/// Requirement 12: every file name, one a line.
fn index(entries: &[Entry<'_>]) -> String {
    let mut paths: Vec<String> = entries.iter().map(Entry::short_path).collect();
    paths.sort_unstable();
    paths.into_iter().map(|path| path + "\n").collect()
}

/// Requirement 13: file name and current release date, quoted, newest first.
fn changes(entries: &[Entry<'_>]) -> String {
    entries.iter().map(|entry| format!("\"{}\",\"{}\"\n", entry.short_path(), entry.summary.updated_at)).collect()
}

/// Requirement 14: a page a folder, because a static tree cannot list itself.
fn folder_pages(entries: &[Entry<'_>], config: &ProviderConfig) -> Vec<PublishedFile> {
    let signed = config.provision() == Provision::TrustedProvider;
    let mut years: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in entries {
        let path = entry.short_path();
        let Some((year, name)) = path.split_once('/') else { continue };
        let names = years.entry(year.to_owned()).or_default();
        names.extend([name.to_owned(), format!("{name}.sha256"), format!("{name}.sha512")]);
        names.extend(signed.then(|| signature_path(name)));
    }
    let mut top = vec!["changes.csv".to_owned(), "index.txt".to_owned()];
    top.extend(years.keys().map(|year| format!("{year}/")));
    let mut pages = vec![page(CSAF_FOLDER, top)];
    pages.extend(years.into_iter().map(|(year, names)| page(&format!("{CSAF_FOLDER}/{year}"), names)));
    pages
}

/// Names come from our own numbers, so they hold nothing that HTML could mistake.
fn page(folder: &str, mut names: Vec<String>) -> PublishedFile {
    names.sort_unstable();
    let items: String = names.iter().map(|name| format!("<li><a href=\"{name}\">{name}</a></li>\n")).collect();
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>/{folder}/</title></head>\n\
         <body>\n<h1>/{folder}/</h1>\n<ul>\n{items}</ul>\n</body>\n</html>\n"
    );
    PublishedFile::new(format!("{folder}/index.html"), html, HTML)
}

/// RFC 9116, with the registered field `CSAF` when the instance is a provider.
fn security_txt(config: &ProviderConfig, provides: bool) -> String {
    let mut text = String::new();
    let mut field = |name: &str, value: &str| text.extend([name, ": ", value, "\n"]);
    config.security_contacts.iter().for_each(|contact| field("Contact", contact));
    field("Expires", &config.security_expires.to_string());
    config.keys.iter().take(1).for_each(|key| field("Encryption", &config.url(&key.path)));
    field("Preferred-Languages", "ja, en");
    field("Canonical", &config.url(SECURITY_TXT_PATH));
    if provides {
        field("CSAF", &config.url(METADATA_PATH));
    }
    text
}

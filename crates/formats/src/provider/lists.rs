//! The lists beside the documents: `index.txt`, `changes.csv`, folder pages, `security.txt`, the summaries.

use super::{
    CSV, Entry, HTML, JSON, JSON_LINES, METADATA_PATH, ProviderConfig, Provision, PublishedFile, SECURITY_TXT_PATH,
    SUMMARIES_PATH, TEXT, csaf_folder, edition_metadata_path, feed_path, metadata, rolie, service_path, signature_path,
    year_feed_path,
};
use crate::csaf::Edition;
use crate::summary::{AdvisorySummary, to_lines};
use std::collections::BTreeMap;

/// Every list and feed over all advisories, to be written after the documents. The same advisories give the same bytes.
///
/// On http, or before the first advisory, there is no feed and no provider's metadata.
#[must_use]
pub fn lists(summaries: &[AdvisorySummary], config: &ProviderConfig) -> Vec<PublishedFile> {
    let mut files = vec![PublishedFile::new(SUMMARIES_PATH, to_lines(summaries), JSON_LINES)];
    let role = config.provision().role().filter(|_| !summaries.is_empty());
    for edition in Edition::ALL {
        let entries = Entry::all(summaries, edition);
        let folder = csaf_folder(edition);
        files.push(PublishedFile::new(format!("{folder}/index.txt"), index(&entries), TEXT));
        files.push(PublishedFile::new(format!("{folder}/changes.csv"), changes(&entries, edition), CSV));
        files.extend(folder_pages(&entries, edition, config));
        if let Some(role) = role {
            files.extend(provider_files(&entries, edition, config, role));
        }
    }
    if !config.security_contacts.is_empty() {
        files.push(PublishedFile::new(SECURITY_TXT_PATH, security_txt(config, role.is_some()), TEXT));
    }
    files
}

/// Feeds, service document and metadata of an edition. The metadata of 2.0 lie at the well-known place, too: while both
/// editions are there, it is the one that counts (CSAF 2.1, 7.4.2).
fn provider_files(
    entries: &[Entry<'_>],
    edition: Edition,
    config: &ProviderConfig,
    role: &'static str,
) -> Vec<PublishedFile> {
    let mut years: BTreeMap<i16, Vec<&Entry<'_>>> = BTreeMap::new();
    for entry in entries {
        years.entry(entry.year()).or_default().push(entry);
    }
    let all: Vec<&Entry<'_>> = entries.iter().collect();
    let json = |path: &str, content: String| PublishedFile::new(path, content, JSON);
    let mut files = vec![json(feed_path(edition), rolie::feed(&all, (edition, None), config))];
    files.extend(years.iter().map(|(&year, entries)| {
        json(&year_feed_path(edition, year), rolie::feed(entries, (edition, Some(year)), config))
    }));
    files.push(json(service_path(edition), rolie::service(edition, years.keys().copied(), config)));
    let updated = entries.iter().map(|entry| entry.summary.updated_at).max().unwrap_or(config.metadata_updated_at);
    let metadata = metadata::metadata(config, edition, role, updated);
    if edition == Edition::V2_0 {
        files.push(json(METADATA_PATH, metadata.clone()));
    }
    files.push(json(edition_metadata_path(edition), metadata));
    files
}

/// Requirement 12: every file name, one a line.
fn index(entries: &[Entry<'_>]) -> String {
    let mut paths: Vec<String> = entries.iter().map(Entry::short_path).collect();
    paths.sort_unstable();
    paths.into_iter().map(|path| path + "\n").collect()
}

/// Requirement 13: file name and current release date, newest first; 2.0 wants them quoted, 2.1 not.
fn changes(entries: &[Entry<'_>], edition: Edition) -> String {
    let quote = if edition == Edition::V2_0 { "\"" } else { "" };
    let line = |entry: &Entry<'_>| {
        format!("{quote}{}{quote},{quote}{}{quote}\n", entry.short_path(), entry.summary.updated_at)
    };
    entries.iter().map(line).collect()
}

/// Requirement 14: a page a folder, because a static tree cannot list itself.
fn folder_pages(entries: &[Entry<'_>], edition: Edition, config: &ProviderConfig) -> Vec<PublishedFile> {
    let provision = config.provision();
    let signed = provision == Provision::TrustedProvider;
    let mut years: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in entries {
        let path = entry.short_path();
        let Some((year, name)) = path.split_once('/') else { continue };
        let names = years.entry(year.to_owned()).or_default();
        names.extend([name.to_owned(), format!("{name}.sha256"), format!("{name}.sha512")]);
        names.extend(signed.then(|| signature_path(name)));
    }
    let folder = csaf_folder(edition);
    let mut top = vec!["changes.csv".to_owned(), "index.txt".to_owned()];
    if provision.role().is_some() && !entries.is_empty() {
        let years = entries.iter().map(Entry::year).collect::<std::collections::BTreeSet<i16>>();
        let feeds = years.into_iter().map(|year| year_feed_path(edition, year)).chain([feed_path(edition).to_owned()]);
        top.extend(feeds.filter_map(|path| path.rsplit('/').next().map(str::to_owned)));
    }
    top.extend(years.keys().map(|year| format!("{year}/")));
    let mut pages = vec![page(folder, top)];
    pages.extend(years.into_iter().map(|(year, names)| page(&format!("{folder}/{year}"), names)));
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

/// RFC 9116, with the registered field `CSAF` for each edition when the instance is a provider.
fn security_txt(config: &ProviderConfig, provides: bool) -> String {
    let mut text = String::new();
    let mut field = |name: &str, value: &str| text.extend([name, ": ", value, "\n"]);
    config.security_contacts.iter().for_each(|contact| field("Contact", contact));
    field("Expires", &config.security_expires.to_string());
    config.keys.iter().take(1).for_each(|key| field("Encryption", &config.url(&key.path)));
    field("Preferred-Languages", "ja, en");
    field("Canonical", &config.url(SECURITY_TXT_PATH));
    if provides {
        Edition::ALL.into_iter().for_each(|edition| field("CSAF", &config.url(edition_metadata_path(edition))));
    }
    text
}

//! CSAF providers: from a domain or a `provider-metadata.json` to every document that everybody may read, each compared
//! with its hash (CSAF 2.0 and 2.1, section 7). Any other address is a document or an archive.

use std::io::{Seek, Write};
use std::ops::ControlFlow;

use serde_json::Value;
use sha2::{Digest, Sha256, Sha512};
use url::Url;

use crate::library::{LibraryError, hex};
use crate::take::Taker;
use crate::unpack::{self, Limits};
use crate::web::{Fetch, FetchError};

/// Bytes of metadata, feeds and lists that are read.
const LIST_MAX: u64 = 64 * 1024 * 1024;
/// Bytes of a small text: hashes, `security.txt`.
const TEXT_MAX: u64 = 64 * 1024;
/// Bytes of an archive that is fetched.
const ARCHIVE_MAX: u64 = 4 << 30;
/// The place of the metadata on a domain.
const WELL_KNOWN: &str = "/.well-known/csaf/provider-metadata.json";

/// A document on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its address.
    pub url: Url,
    /// What the list says of its last change, in the list's words.
    pub changed: Option<String>,
    /// Where its hash lies, when the list says so.
    pub hash: Option<Url>,
}

/// Why a provider's word was not taken.
#[derive(Debug)]
enum Why {
    Fetch(FetchError),
    NotJson,
    NoMetadata,
    NothingPublic,
    Outside,
    TooMany,
    WrongHash,
    NoHash(FetchError),
    Disk,
}

impl std::fmt::Display for Why {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Why::Fetch(error) => error.fmt(out),
            Why::NotJson => out.write_str("not the JSON that it should be"),
            Why::NoMetadata => out.write_str("no CSAF provider: no provider-metadata.json is found"),
            Why::NothingPublic => out.write_str("the provider lists nothing that everybody may read"),
            Why::Outside => out.write_str("leads out of the provider's folder"),
            Why::TooMany => out.write_str("the list is longer than what is read"),
            Why::WrongHash => out.write_str("its bytes do not have the hash that the provider gives"),
            Why::NoHash(error) => write!(out, "its hash cannot be fetched: {error}"),
            Why::Disk => out.write_str("cannot be kept on the disk while it is read"),
        }
    }
}

impl From<FetchError> for Why {
    fn from(error: FetchError) -> Self {
        Why::Fetch(error)
    }
}

/// Takes in what lies behind an address; `progress` hears how many of how many documents are done.
///
/// # Errors
/// The library's. What is wrong with the address or a document is told, and no error.
pub fn gather(
    fetch: &dyn Fetch,
    address: &Url,
    limits: &Limits,
    taker: &mut Taker<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), LibraryError> {
    if address.path() != "/" && !address.path().ends_with("provider-metadata.json") {
        return single(fetch, address, limits, taker, progress);
    }
    let metadata = match metadata(fetch, address) {
        Ok(metadata) => metadata,
        Err(why) => {
            taker.refuse(address.as_str(), &why);
            return Ok(());
        }
    };
    let (lists, restricted) = lists(&metadata);
    for (url, label) in &restricted {
        taker.refuse(url, &format!("not for the public: TLP:{label}"));
    }
    if lists.is_empty() {
        taker.refuse(address.as_str(), &Why::NothingPublic);
    }
    for list in lists {
        match list.documents(fetch, limits) {
            Ok(documents) => all(fetch, &documents, limits, taker, progress)?,
            Err((url, why)) => taker.refuse(&url, &why),
        }
    }
    Ok(())
}

fn all(
    fetch: &dyn Fetch,
    documents: &[Listed],
    limits: &Limits,
    taker: &mut Taker<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), LibraryError> {
    for (done, listed) in (1..).zip(documents) {
        let name = listed.url.as_str();
        if !listed.changed.as_deref().is_some_and(|changed| taker.knows(name, changed)) {
            match checked(fetch, listed, limits) {
                Ok(bytes) => taker.file(name, listed.changed.as_deref(), &bytes)?,
                Err(why) => taker.refuse(name, &why),
            }
        }
        progress(done, documents.len() as u64);
    }
    Ok(())
}

/// A document with the hash that its list, or the file beside it, gives.
fn checked(fetch: &dyn Fetch, listed: &Listed, limits: &Limits) -> Result<Vec<u8>, Why> {
    let bytes = fetch.bytes(&listed.url, limits.document)?;
    let said = match &listed.hash {
        Some(url) => Some((fetch.bytes(url, TEXT_MAX).map_err(Why::NoHash)?, url.path().ends_with(".sha256"))),
        None => beside(fetch, &listed.url)?,
    };
    let Some((said, short)) = said else { return Ok(bytes) };
    let hash = if short { hex(&Sha256::digest(&bytes)) } else { hex(&Sha512::digest(&bytes)) };
    let said = String::from_utf8_lossy(&said);
    let said = said.split_whitespace().next().unwrap_or_default();
    if said.eq_ignore_ascii_case(&hash) { Ok(bytes) } else { Err(Why::WrongHash) }
}

/// The hash beside a document; a provider need not have one, but a trusted one has. Whether it is the shorter one.
fn beside(fetch: &dyn Fetch, url: &Url) -> Result<Option<(Vec<u8>, bool)>, Why> {
    for (ending, short) in [(".sha512", false), (".sha256", true)] {
        let mut hash = url.clone();
        hash.set_path(&format!("{}{ending}", url.path()));
        match fetch.bytes(&hash, TEXT_MAX) {
            Ok(said) => return Ok(Some((said, short))),
            Err(FetchError::Status(404 | 410)) => {}
            Err(error) => return Err(Why::NoHash(error)),
        }
    }
    Ok(None)
}

/// The metadata: at the address itself, or where a domain keeps it.
fn metadata(fetch: &dyn Fetch, address: &Url) -> Result<Value, Why> {
    if address.path() != "/" {
        return json(fetch, address);
    }
    let mut well_known = address.clone();
    well_known.set_path(WELL_KNOWN);
    let first = json(fetch, &well_known);
    if first.is_ok() {
        return first;
    }
    let mut others = security_txt(fetch, address);
    let own_name = format!("https://csaf.data.security.{}/", address.host_str().unwrap_or_default());
    others.extend(Url::parse(&own_name).ok());
    let other = others.iter().find_map(|url| json(fetch, url).ok());
    match (other, first) {
        (Some(metadata), _) => Ok(metadata),
        (None, Err(Why::Fetch(FetchError::Status(_)))) => Err(Why::NoMetadata),
        (None, first) => first,
    }
}

/// The fields `CSAF` of a domain's `security.txt` (RFC 9116).
fn security_txt(fetch: &dyn Fetch, address: &Url) -> Vec<Url> {
    let mut url = address.clone();
    url.set_path("/.well-known/security.txt");
    let text = fetch.bytes(&url, TEXT_MAX).unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    let fields = text.lines().filter_map(|line| line.split_once(':'));
    fields
        .filter(|(name, _)| name.eq_ignore_ascii_case("csaf"))
        .filter_map(|(_, url)| url.trim().parse().ok())
        .collect()
}

fn json(fetch: &dyn Fetch, url: &Url) -> Result<Value, Why> {
    let bytes = fetch.bytes(url, LIST_MAX)?;
    serde_json::from_slice::<Value>(&bytes).ok().filter(Value::is_object).ok_or(Why::NotJson)
}

/// A list of documents.
#[derive(Debug, PartialEq, Eq)]
enum List {
    /// A ROLIE feed.
    Feed(String),
    /// A folder with `changes.csv` and `index.txt`.
    Folder(String),
}

/// The lists that everybody may read, and those that not everybody may, with their labels. Where there are feeds, folders
/// say the same once more.
fn lists(metadata: &Value) -> (Vec<List>, Vec<(String, String)>) {
    let (mut feeds, mut folders, mut restricted) = (Vec::new(), Vec::new(), Vec::new());
    let mut add = |to: &mut Vec<List>, make: fn(String) -> List, list: &Value| {
        let Some(url) = list.get("url").and_then(Value::as_str) else { return };
        match list.get("tlp_label").and_then(Value::as_str) {
            None | Some("WHITE" | "CLEAR" | "UNLABELED") => to.push(make(url.to_owned())),
            Some(label) => restricted.push((unpack::label(url), unpack::label(label))),
        }
    };
    for distribution in metadata.get("distributions").and_then(Value::as_array).into_iter().flatten() {
        for feed in distribution.pointer("/rolie/feeds").and_then(Value::as_array).into_iter().flatten() {
            add(&mut feeds, List::Feed, feed);
        }
        if let Some(folder) = distribution.get("directory") {
            add(&mut folders, List::Folder, folder);
        }
        folders.extend(distribution.get("directory_url").and_then(Value::as_str).map(|url| List::Folder(url.into())));
    }
    (if feeds.is_empty() { folders } else { feeds }, restricted)
}

/// Reads one kind of list at an address.
type ReadList = fn(&dyn Fetch, &Url) -> Result<Vec<Listed>, Why>;

impl List {
    fn documents(&self, fetch: &dyn Fetch, limits: &Limits) -> Result<Vec<Listed>, (String, Why)> {
        let (url, read): (_, ReadList) = match self {
            List::Feed(url) => (url.clone(), |fetch, url| Ok(entries(&json(fetch, url)?, url))),
            List::Folder(url) => (format!("{}/", url.trim_end_matches('/')), changes),
        };
        let failed = |why| (unpack::label(&url), why);
        let address = Url::parse(&url).map_err(|_| failed(Why::Fetch(FetchError::NotHttps)))?;
        let documents = read(fetch, &address).map_err(failed)?;
        if documents.len() as u64 > limits.members { Err(failed(Why::TooMany)) } else { Ok(documents) }
    }
}

/// The documents of a ROLIE feed (RFC 8322).
fn entries(feed: &Value, own: &Url) -> Vec<Listed> {
    let entries = feed.pointer("/feed/entry").and_then(Value::as_array).into_iter().flatten();
    let listed = entries.filter_map(|entry| {
        let text = |pointer: &str| entry.pointer(pointer).and_then(Value::as_str);
        let links = || entry.get("link").and_then(Value::as_array).into_iter().flatten();
        let links = |rel: &'static str| {
            let of = move |link: &&Value| link.get("rel").and_then(Value::as_str) == Some(rel);
            links().filter(of).filter_map(|link| link.get("href")?.as_str())
        };
        let url = own.join(text("/content/src").or_else(|| links("self").next())?).ok()?;
        let hash = links("hash").max_by_key(|href| href.ends_with(".sha512")).and_then(|href| own.join(href).ok());
        Some(Listed { url, changed: text("/updated").map(unpack::label), hash })
    });
    listed.collect()
}

/// The documents of a folder: of `changes.csv` with their days, or of `index.txt`.
fn changes(fetch: &dyn Fetch, folder: &Url) -> Result<Vec<Listed>, Why> {
    let file = |name: &str| folder.join(name).map_err(|_| Why::Outside);
    let (text, dated) = match fetch.bytes(&file("changes.csv")?, LIST_MAX) {
        Ok(text) => (text, true),
        Err(FetchError::Status(404 | 410)) => (fetch.bytes(&file("index.txt")?, LIST_MAX)?, false),
        Err(error) => return Err(error.into()),
    };
    let text = String::from_utf8_lossy(&text).into_owned();
    let mut listed = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (path, changed) = if dated { line.split_once(',').unwrap_or((line, "")) } else { (line, "") };
        let bare = |text: &str| text.trim().trim_matches('"').to_owned();
        let url = folder.join(&bare(path)).map_err(|_| Why::Outside)?;
        if !url.as_str().starts_with(folder.as_str()) {
            return Err(Why::Outside);
        }
        let changed = Some(bare(changed)).filter(|changed| !changed.is_empty()).map(|changed| unpack::label(&changed));
        listed.push(Listed { url, changed, hash: None });
    }
    Ok(listed)
}

/// A document or an archive at an address. It lies in a nameless file while it is read.
fn single(
    fetch: &dyn Fetch,
    address: &Url,
    limits: &Limits,
    taker: &mut Taker<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), LibraryError> {
    let mut file = taker.scratch()?;
    if let Err(why) = save(fetch, address, &mut file) {
        taker.refuse(address.as_str(), &why);
        return Ok(());
    }
    let mut failed = None;
    let _ = unpack::opened(file, address.as_str(), limits, &mut |item| {
        let (done, all) = item.done;
        progress(done, all);
        match taker.item(item) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    failed.map_or(Ok(()), Err)
}

fn save(fetch: &dyn Fetch, address: &Url, file: &mut std::fs::File) -> Result<(), Why> {
    let mut source = fetch.open(address)?;
    let (mut piece, mut size) = (vec![0; 64 * 1024], 0_u64);
    loop {
        let read = source.read(&mut piece).map_err(|error| FetchError::Broken(error.kind().to_string()))?;
        if read == 0 {
            break;
        }
        size += read as u64;
        if size > ARCHIVE_MAX {
            return Err(FetchError::TooLarge(ARCHIVE_MAX).into());
        }
        file.write_all(&piece[..read]).map_err(|_| Why::Disk)?;
    }
    file.rewind().map_err(|_| Why::Disk)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_public_lists_and_feeds_before_folders() {
        let metadata = json!({"distributions": [
            {"directory_url": "https://a.example/csaf"},
            {"rolie": {"feeds": [
                {"url": "https://a.example/white.json", "tlp_label": "WHITE"},
                {"url": "https://a.example/amber.json", "tlp_label": "AMBER"},
            ]}},
        ]});
        let (found, restricted) = lists(&metadata);
        assert_eq!(found, [List::Feed("https://a.example/white.json".into())]);
        assert_eq!(restricted, [("https://a.example/amber.json".to_owned(), "AMBER".to_owned())]);
        let (found, _) = lists(&json!({"distributions": [{"directory": {"url": "https://a.example/x/"}}]}));
        assert_eq!(found, [List::Folder("https://a.example/x/".into())]);
        assert!(lists(&json!({"distributions": 7})).0.is_empty());
    }
}

//! For machines and their owners: which format, which address, an example.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use formats::provider::{
    CSAF_FOLDER, FEED_PATH, METADATA_PATH, SECURITY_TXT_PATH, SERVICE_PATH, SUMMARIES_PATH, csaf_path, revision_folder,
};
use ui::{Frame, Lang};

use super::advisory::keys;
use super::words::language;
use super::{own_path, style_url};
use crate::PortalState;
use crate::answer::page;
use crate::feeds::Feed;
use crate::state::Part;
use crate::tree::HEAD_PATH;

#[derive(Template)]
#[template(path = "portal/feeds.html")]
struct FeedsPage {
    frame: Frame,
    style: &'static str,
    https: bool,
    provider: bool,
    csaf: Vec<Source>,
    plain: Vec<Source>,
    jvn: Vec<Source>,
    api: Vec<Source>,
    trust: Vec<Source>,
    example: String,
}

/// Something that machines can fetch.
struct Source {
    name: String,
    what: String,
    url: String,
    there: bool,
}

/// The page.
pub(crate) async fn show(
    State(portal): State<PortalState>,
    Extension(lang): Extension<Lang>,
    uri: Uri,
    asked: HeaderMap,
) -> Response {
    let source = |name: &str, path: &str| Source {
        name: lang.t(format!("portal-feed-{name}")).into_owned(),
        what: lang.t(format!("portal-feed-{name}-what")).into_owned(),
        url: portal.url(path),
        there: portal.tree().locate(path).is_some_and(|found| found.exists()),
    };
    let always = |name: &str, path: &str| Source { there: true, ..source(name, path) };
    let (csaf_example, document_example) = examples(&portal, lang);
    let mut trust: Vec<Source> = keys(&portal).iter().map(|key| source("key", key)).collect();
    let others = [source("security", SECURITY_TXT_PATH), source("checkpoints", "checkpoints/")];
    trust.extend(others.into_iter().filter(|source| source.there));
    let feeds = FeedsPage {
        frame: portal.frame(lang, Part::Feeds, own_path(&uri)),
        style: style_url(),
        https: portal.is_https(),
        provider: portal.tree().has(METADATA_PATH),
        csaf: vec![
            source("metadata", METADATA_PATH),
            source("rolie", FEED_PATH),
            source("service", SERVICE_PATH),
            source("folder", &format!("{CSAF_FOLDER}/")),
            source("changes-csv", &format!("{CSAF_FOLDER}/changes.csv")),
            source("index", &format!("{CSAF_FOLDER}/index.txt")),
            source("csaf", &csaf_example),
        ],
        plain: vec![
            source("summaries", SUMMARIES_PATH),
            source("document", &document_example),
            source("changes", HEAD_PATH),
        ],
        jvn: jvn(&portal, lang),
        api: vec![
            always("search", "/api/search?q=TLS"),
            always("search-atom", &format!("/{}/advisories.atom?severity=critical", lang.tag())),
            always("myjvn", &format!("/myjvn?method=getVulnOverviewList&feed=hnd&lang={}", lang.tag())),
            always("openapi", "/api/openapi.json"),
        ],
        trust,
        example: format!("curl --fail --compressed {}", portal.url(SUMMARIES_PATH)),
    };
    page(&feeds, &asked)
}

/// The feeds at the paths of JVN iPedia: of every kind the newest.
fn jvn(portal: &PortalState, lang: Lang) -> Vec<Source> {
    let snapshot = portal.tree().snapshot();
    let mut written = snapshot.index.entries().iter().filter(|entry| entry.summary.languages.contains(&language(lang)));
    // The lists are called by the month of the newest change, the years by the days of publication.
    let newest = written.next().map_or(portal.frame(lang, Part::Feeds, "").today, |entry| entry.updated_on);
    let year = written.map(|entry| entry.published_on.year()).max().unwrap_or(newest.year());
    let feeds = [
        ("rss-new", Feed::New.path()),
        ("rss-updated", Feed::Updated.path()),
        ("rss-year", Feed::Year(year).path()),
        ("detail", Feed::Details(year).path()),
        ("vendors", Feed::Vendors(newest.year(), newest.month()).path()),
        ("products", Feed::Products(newest.year(), newest.month()).path()),
        ("checksum", "feed/checksum.txt".to_owned()),
        ("atom", Feed::Atom.path()),
    ];
    let source = |(name, path): (&str, String)| Source {
        name: lang.t(format!("portal-feed-{name}")).into_owned(),
        what: lang.t(format!("portal-feed-{name}-what")).into_owned(),
        url: portal.url(&format!("{}/{path}", lang.tag())),
        there: !snapshot.index.entries().is_empty(),
    };
    feeds.into_iter().map(source).collect()
}

/// Paths of the newest advisory's files, or how such paths look while there is none.
fn examples(portal: &PortalState, lang: Lang) -> (String, String) {
    let snapshot = portal.tree().snapshot();
    let Some(entry) = snapshot.index.entries().first() else {
        let csaf = format!("{CSAF_FOLDER}/2026/jvn_12345678.json");
        return (csaf, "advisories/JVN12345678/1/document.json".to_owned());
    };
    let summary = &entry.summary;
    let written_in = language(lang);
    let csaf_language = if summary.languages.contains(&written_in) { written_in } else { written_in.other() };
    let csaf = csaf_path(&summary.id, summary.published_at, csaf_language);
    (csaf, format!("{}/document.json", revision_folder(&summary.id, summary.revision)))
}

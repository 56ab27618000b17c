//! What every page of the portal needs: the tree, the frame, the written pages.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::HeaderValue;
use formats::{AdvisoryNumber, AdvisorySummary, Language};
use jiff::Timestamp;
use search::Engine;
use tokio::sync::Notify;
use ui::{Frame, Lang, NavItem, Site};

use crate::answer::Rendered;
use crate::cache::Cache;
use crate::catalogue::{Catalogue, Catalogues};
use crate::feeds::Feeds;
use crate::imported::{Library, Searches as ImportedSearches};
use crate::index::Entry;
use crate::myjvn::NothingFound;
use crate::pack::Packing;
use crate::pages::advisory::PageKey;
use crate::searching::{Ready, Searches};
use crate::tree::Tree;

/// How often the tree is looked at for changes when nobody says that there are some.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Written pages are kept up to twice this many bytes.
const PAGES_MAX: usize = 8 * 1024 * 1024;

/// Packed answers are kept up to twice this many bytes.
const PACKED_MAX: usize = 8 * 1024 * 1024;

/// A packed answer: its path, the tag of what was packed, and how.
pub(crate) type PackedKey = (String, HeaderValue, Packing);

/// Says what time it is.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// What the program tells the portal.
pub struct Setup {
    /// The folder of the published tree.
    pub folder: PathBuf,
    /// Names of the service and its zone.
    pub site: Arc<Site>,
    /// The address under which people reach the site: `https://advisories.example.jp`.
    pub base_url: String,
    /// In a demo: where people change who they are, in one of the languages.
    pub demo: Option<String>,
    /// Where the search lies while the portal runs, in a folder of its own; in memory when nothing is said.
    pub scratch: Option<PathBuf>,
    /// What time it is.
    pub now: Clock,
}

/// The portal. Cheap to clone.
#[derive(Clone)]
pub struct PortalState(Arc<Inner>);

struct Inner {
    setup: Setup,
    tree: Tree,
    pages: Cache<PageKey, Rendered>,
    packed: Cache<PackedKey, Bytes>,
    catalogues: Catalogues,
    feeds: Feeds,
    searches: Searches,
    imported: Library,
    imported_searches: ImportedSearches,
    nothing_found: NothingFound,
    changed: Notify,
}

/// The parts of the site, as the navigation names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Home,
    Advisories,
    Process,
    Rules,
    Feeds,
    Elsewhere,
}

impl PortalState {
    /// Opens the tree and reads its lists. Blocks while it reads.
    #[must_use]
    pub fn open(setup: Setup) -> Self {
        PortalState::open_with(setup, NothingFound::default())
    }

    /// The same, with a word on how the MyJVN API answers when it finds nothing.
    #[must_use]
    pub fn open_with(setup: Setup, nothing_found: NothingFound) -> Self {
        let tree = Tree::open(setup.folder.clone(), setup.site.zone.clone());
        let imported = Library::open(&setup.folder);
        let engine = || setup.scratch.as_deref().map_or_else(Engine::new, engine_in);
        let (searches, imported_searches) = (Searches::over(engine()), ImportedSearches::over(engine()));
        PortalState(Arc::new(Inner {
            setup,
            tree,
            pages: Cache::new(PAGES_MAX),
            packed: Cache::new(PACKED_MAX),
            catalogues: Catalogues::default(),
            feeds: Feeds::default(),
            searches,
            imported,
            imported_searches,
            nothing_found,
            changed: Notify::new(),
        }))
    }

    /// Says that the tree has changed, so that [`follow`] looks at once.
    pub fn notify(&self) {
        self.0.changed.notify_one();
    }

    /// Looks whether the tree has changed, and reads its lists again if so. Blocks while it reads.
    pub fn refresh(&self) -> bool {
        let changed = self.0.tree.refresh();
        self.0.searches.follow(&self.0.tree);
        self.0.imported.refresh() || changed
    }

    pub(crate) fn tree(&self) -> &Tree {
        &self.0.tree
    }

    pub(crate) fn pages(&self) -> &Cache<PageKey, Rendered> {
        &self.0.pages
    }

    pub(crate) fn packed(&self) -> &Cache<PackedKey, Bytes> {
        &self.0.packed
    }

    /// What feeds and the MyJVN API choose by. Blocks while documents are read.
    pub(crate) fn catalogue(&self) -> Arc<Catalogue> {
        self.0.catalogues.current(&self.0.tree)
    }

    /// The search. If nobody makes it yet, that is begun, and whoever asks waits for its beginning only: blocks meanwhile.
    pub(crate) fn search(&self) -> Arc<Ready> {
        if !self.0.searches.is_complete() {
            let making = self.clone();
            // Who comes while it is made finds somebody at it and ends at once.
            thread::spawn(move || making.0.searches.follow(&making.0.tree));
        }
        self.0.searches.current()
    }

    /// Makes the search over imported advisories follow the tree. Blocks while documents are read.
    pub fn follow_imported(&self) {
        self.0.imported_searches.follow(&self.0.imported, &self.0.setup.site.zone);
    }

    /// The advisories of others.
    pub(crate) fn imported(&self) -> &Library {
        &self.0.imported
    }

    /// The search over the advisories of others, as far as it is made.
    pub(crate) fn imported_search(&self) -> Arc<Ready> {
        self.0.imported_searches.current()
    }

    /// A summary with its days.
    pub(crate) fn entry(&self, summary: AdvisorySummary) -> Entry {
        Entry::new(summary, &self.0.setup.site.zone)
    }

    pub(crate) fn feeds(&self) -> &Feeds {
        &self.0.feeds
    }

    /// How the MyJVN API answers when it finds nothing.
    pub(crate) fn nothing_found(&self) -> NothingFound {
        self.0.nothing_found
    }

    /// The name of the service.
    pub(crate) fn name(&self, language: Language) -> &str {
        let site = &self.0.setup.site;
        language.pick(&site.name_ja, &site.name_en)
    }

    /// Who runs the service.
    pub(crate) fn operator(&self, language: Language) -> &str {
        let site = &self.0.setup.site;
        language.pick(&site.operator_ja, &site.operator_en)
    }

    /// The address of an advisory's page, in full.
    pub(crate) fn page(&self, language: Language, id: &AdvisoryNumber) -> String {
        self.url(&format!("{}/advisories/{}", language.tag(), id.slug()))
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.0.setup.now)()
    }

    /// The address of a path of the site, in full.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}/{}", self.0.setup.base_url.trim_end_matches('/'), path.trim_start_matches('/'))
    }

    /// The path of an advisory's page.
    pub(crate) fn advisory_path(&self, lang: Lang, id: &AdvisoryNumber) -> String {
        format!("/{}/advisories/{}", lang.tag(), id.slug())
    }

    /// Whether the site is reached by https, which CSAF asks of a provider.
    pub(crate) fn is_https(&self) -> bool {
        self.0.setup.base_url.starts_with("https://")
    }

    /// Whether search engines may keep the pages.
    pub(crate) fn is_indexed(&self) -> bool {
        self.0.setup.demo.is_none()
    }

    /// The frame of a page; `path` is its own path and query.
    pub(crate) fn frame(&self, lang: Lang, part: Part, path: impl Into<String>) -> Frame {
        let setup = &self.0.setup;
        let today = setup.site.zone.day_of(self.now());
        let mut frame = Frame::new(setup.site.clone(), lang, today, path);
        let item = |of: Part, path: &str, key: &str| {
            NavItem::new(format!("/{}{path}", lang.tag()), lang.t(key)).current(of == part)
        };
        frame.nav = vec![
            item(Part::Home, "/", "portal-nav-home"),
            item(Part::Advisories, "/advisories", "portal-nav-advisories"),
            item(Part::Process, "/process", "portal-nav-process"),
            item(Part::Rules, "/rules", "portal-nav-rules"),
            item(Part::Feeds, "/feeds", "portal-nav-feeds"),
            NavItem::new(format!("/{}/report", lang.tag()), lang.t("portal-nav-report")),
        ];
        frame.demo = setup.demo.as_deref().map(|path| in_language(path, lang));
        frame.indexed = self.is_indexed();
        frame
    }
}

/// A search in a folder; one in memory where there is no room.
fn engine_in(folder: &Path) -> Engine {
    Engine::in_folder(folder).unwrap_or_else(|error| {
        tracing::warn!(folder = %folder.display(), error, "the search is kept in memory");
        Engine::new()
    })
}

/// A path of the site in this language, whatever language it was written in.
fn in_language(path: &str, lang: Lang) -> String {
    let rest = Lang::ALL.into_iter().find_map(|other| path.strip_prefix('/')?.strip_prefix(other.tag()));
    rest.filter(|rest| rest.starts_with('/')).map_or_else(|| path.to_owned(), |rest| format!("/{}{rest}", lang.tag()))
}

impl fmt::Debug for PortalState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("PortalState").field("tree", &self.0.tree).finish_non_exhaustive()
    }
}

/// Follows the tree until the program ends: looks at it every second, and at once when [`PortalState::notify`] is called.
pub async fn follow(portal: PortalState) {
    // The search is made beside it, so that what is published meanwhile appears at once.
    let making = portal.clone();
    tokio::task::spawn_blocking(move || making.0.searches.follow(&making.0.tree));
    let making = portal.clone();
    // Advisories of others come by the thousand: reading them keeps nothing of ours waiting.
    tokio::spawn(async move {
        loop {
            let making = making.clone();
            if let Err(error) = tokio::task::spawn_blocking(move || making.follow_imported()).await {
                tracing::error!(%error, "the imported advisories could not be read");
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    });
    loop {
        // Whichever comes first; both only say that it is time to look.
        let _ = tokio::time::timeout(LOOK_EVERY, portal.0.changed.notified()).await;
        let looking = portal.clone();
        if let Err(error) = tokio::task::spawn_blocking(move || looking.refresh()).await {
            tracing::error!(%error, "the published tree could not be read again");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_demo_speaks_the_language_of_the_page() {
        assert_eq!(in_language("/ja/demo", Lang::En), "/en/demo");
        assert_eq!(in_language("/en/demo", Lang::En), "/en/demo");
        assert_eq!(in_language("/entrance", Lang::Ja), "/entrance");
        assert_eq!(in_language("https://demo.example/", Lang::Ja), "https://demo.example/");
    }
}

//! What feeds and the MyJVN API choose by: every advisory with its identifier, products, scores and days, in memory.
//!
//! Built from the tree's documents when it is first asked for, and again when the tree has changed; what has not changed is
//! kept. Texts of documents are not kept, but for the words that keywords are looked for in.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use formats::document::PublicDocument;
use formats::jvndb::{Entry, JvndbId, Platform, jst};
use formats::version::VersionRange;
use formats::{AdvisoryNumber, Cvss, CvssVersion, Language, Localized, Severity};
use jiff::Timestamp;
use jiff::civil::Date;
use search::text::fold;

use crate::tree::{Snapshot, Tree};

/// Characters of 概要 in which keywords are looked for.
const WORDS_MAX: usize = 4_000;

/// Every advisory, the newest change first.
#[derive(Debug, Default)]
pub struct Catalogue {
    listed: Vec<Listed>,
    by_id: HashMap<String, usize>,
    products: Vec<Arc<Known>>,
}

/// An advisory under its identifier.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The identifier: the one that the advisory names if it is the first to name it, else one made from its number.
    pub id: JvndbId,
    /// What is known of it.
    pub record: Arc<Record>,
}

/// What is known of an advisory without its document.
#[derive(Debug)]
pub struct Record {
    /// Its number.
    pub number: AdvisoryNumber,
    /// Its newest revision.
    pub revision: u32,
    /// First publication.
    pub published: Timestamp,
    /// Newest revision's instant.
    pub updated: Timestamp,
    /// DatePublic, in Japan.
    pub public: Date,
    /// Marked 緊急.
    pub critical: bool,
    /// Users are asked to stop using a product.
    pub stop_using: bool,
    /// Affected products.
    pub products: Vec<Affected>,
    /// Analyses of v3, as v3.0.
    pub v3: Vec<Cvss>,
    /// Analyses of v4.0.
    pub v4: Vec<Cvss>,
    /// Weaknesses.
    pub cwes: Vec<String>,
    languages: Vec<Language>,
    named: Option<JvndbId>,
    made: JvndbId,
    words: [Box<str>; 2],
}

/// An affected product with what is known of its versions.
#[derive(Debug)]
pub struct Affected {
    /// The product.
    pub known: Arc<Known>,
    /// Its affected versions.
    pub ranges: Vec<VersionRange>,
}

/// A product of a vendor, the same wherever it appears.
#[derive(Debug, PartialEq, Eq)]
pub struct Known {
    /// Number of the vendor.
    pub vid: u64,
    /// Number of the product.
    pub pid: u64,
    /// The vendor's name.
    pub vendor: Localized,
    /// The product's name.
    pub product: Localized,
    /// Its name among platforms.
    pub platform: Platform,
}

impl Record {
    /// Whether it is written in this language.
    #[must_use]
    pub fn speaks(&self, language: Language) -> bool {
        self.languages.contains(&language)
    }

    /// Whether title and 概要 have this text, which is folded.
    #[must_use]
    pub fn says(&self, word: &str, language: Language) -> bool {
        self.words[usize::from(language == Language::En)].contains(word)
    }

    /// Highest severity of v3.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.v3.first().map(|cvss| cvss.severity)
    }

    fn of(document: &PublicDocument, known: &mut HashMap<(u64, u64), Arc<Known>>) -> Self {
        let made = JvndbId::made(document);
        let entry = |language| Entry::of(document, &made, language, "", &mut Vec::new());
        let (ja, en) = (entry(Language::Ja), entry(Language::En));
        let analyses = document.vulnerabilities.iter().flat_map(|one| &one.cvss);
        let words = |title: &str, overview: &str| {
            let overview: String = overview.chars().take(WORDS_MAX).collect();
            fold(&format!("{title}\n{overview}")).into_boxed_str()
        };
        let words = [words(&ja.title, &ja.overview), words(&en.title, &en.overview)];
        let products = ja.products.into_iter().zip(en.products).map(|(ja, en)| {
            let (vid, pid) = ja.ids;
            let fresh = || {
                let (vendor, product) = (Localized::new(ja.vendor, en.vendor), Localized::new(ja.product, en.product));
                Arc::new(Known { vid, pid, vendor, product, platform: ja.platform })
            };
            Affected { known: known.entry((vid, pid)).or_insert_with(fresh).clone(), ranges: ja.ranges }
        });
        Record {
            number: document.id.clone(),
            revision: document.revision,
            published: document.published_at,
            updated: document.updated_at,
            public: jst::day(document.published_at),
            critical: document.critical,
            stop_using: document.stop_using,
            products: products.collect(),
            v3: ja.analyses,
            v4: analyses.filter(|cvss| cvss.version == CvssVersion::V4_0).cloned().collect(),
            cwes: ja.weaknesses.into_iter().map(|weakness| weakness.id).collect(),
            languages: document.languages.clone(),
            named: JvndbId::named(document),
            made,
            words,
        }
    }
}

impl Catalogue {
    /// All advisories, the newest change first.
    #[must_use]
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// The advisory of an identifier.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Listed> {
        self.by_id.get(id).and_then(|&at| self.listed.get(at))
    }

    /// All affected products, in the order of vendor and product.
    #[must_use]
    pub fn products(&self) -> &[Arc<Known>] {
        &self.products
    }

    fn build(tree: &Tree, snapshot: &Snapshot, before: &Catalogue) -> Self {
        let old: HashMap<&AdvisoryNumber, &Arc<Record>> =
            before.listed.iter().map(|listed| (&listed.record.number, &listed.record)).collect();
        let mut known: HashMap<(u64, u64), Arc<Known>> =
            before.products.iter().map(|product| ((product.vid, product.pid), product.clone())).collect();
        let records = snapshot.index.places().iter().filter_map(|place| {
            let (id, revision) = (&place.id, place.revision);
            let kept = old.get(id).filter(|record| record.revision == revision).map(|record| Arc::clone(record));
            kept.or_else(|| Some(Arc::new(Record::of(&tree.document(id, revision)?, &mut known))))
        });
        Catalogue::of(records.collect())
    }

    fn of(records: Vec<Arc<Record>>) -> Self {
        let mut by_age: Vec<&Arc<Record>> = records.iter().collect();
        by_age.sort_by(|a, b| a.published.cmp(&b.published).then_with(|| a.number.cmp(&b.number)));
        let mut taken: HashSet<&JvndbId> = HashSet::new();
        let mut owners: HashMap<&AdvisoryNumber, &JvndbId> = HashMap::new();
        for record in by_age {
            let named = record.named.as_ref().filter(|named| taken.insert(named));
            owners.insert(&record.number, named.unwrap_or(&record.made));
        }
        let listed: Vec<Listed> = records
            .iter()
            .map(|record| Listed { id: owners[&record.number].clone(), record: record.clone() })
            .collect();
        let by_id = listed.iter().enumerate().rev().map(|(at, listed)| (listed.id.as_str().to_owned(), at)).collect();
        let mut products: HashMap<(u64, u64), &Arc<Known>> = HashMap::new();
        for affected in records.iter().flat_map(|record| &record.products) {
            products.insert((affected.known.vid, affected.known.pid), &affected.known);
        }
        let mut products: Vec<Arc<Known>> = products.into_values().cloned().collect();
        products.sort_by(|a, b| {
            let key = |known: &Known| (known.vendor.ja.clone(), known.vid, known.product.ja.clone(), known.pid);
            key(a).cmp(&key(b))
        });
        Catalogue { listed, by_id, products }
    }
}

/// The catalogue of the newest snapshot, made when it is asked for.
#[derive(Debug, Default)]
pub(crate) struct Catalogues(Mutex<Option<(Arc<Snapshot>, Arc<Catalogue>)>>);

impl Catalogues {
    /// The catalogue of the tree as it is now. Blocks while it reads; who comes meanwhile waits for the same.
    pub(crate) fn current(&self, tree: &Tree) -> Arc<Catalogue> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let snapshot = tree.snapshot();
        if let Some((of, catalogue)) = &*kept
            && Arc::ptr_eq(of, &snapshot)
        {
            return catalogue.clone();
        }
        let before = kept.take().map(|(_, catalogue)| catalogue).unwrap_or_default();
        let catalogue = Arc::new(Catalogue::build(tree, &snapshot, &before));
        *kept = Some((snapshot, catalogue.clone()));
        catalogue
    }
}

/// An advisory's document and the entry made of it.
pub(crate) struct Opened {
    pub(crate) document: PublicDocument,
    pub(crate) entry: Entry,
}

/// Reads an advisory's document; nothing when it cannot be read any more.
pub(crate) fn open(tree: &Tree, listed: &Listed, language: Language, link: &str) -> Option<Opened> {
    let document = tree.document(&listed.record.number, listed.record.revision)?;
    let entry = Entry::of(&document, &listed.id, language, link, &mut Vec::new());
    Some(Opened { document, entry })
}

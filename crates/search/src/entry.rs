//! What is indexed of an advisory.

use std::fmt::Write as _;

use formats::document::{Affectedness, Countermeasure};
use formats::jvndb::JvndbId;
use formats::{AdvisoryNumber, AdvisorySummary, Localized, PublicDocument};
use jiff::civil::Date;

/// Characters of an advisory's text in one language that are indexed. The longest sections of real ones fit; what a list
/// of hundreds of vendors says behind that is found by their names.
const TEXT_MAX: usize = 12_000;
/// Names of an advisory that are indexed.
const NAMES_MAX: usize = 2_000;

/// An advisory as the index takes it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What a list says of it.
    pub summary: AdvisorySummary,
    /// Day of its first publication, in the site's zone.
    pub published_on: Date,
    /// Its vendors with what each says.
    pub vendors: Vec<(Localized, Affectedness)>,
    /// How the names of vendors are read, by their places in `vendors`; empty where that is not known.
    pub readings: Vec<String>,
    /// Its products with the place of the vendor in `vendors`.
    pub products: Vec<(Localized, usize)>,
    /// Whose it is, by its name in addresses; nothing for our own.
    pub source: Option<String>,
    /// Other numbers: of related documents, of where it came from.
    pub numbers: Vec<String>,
    /// Its text in Japanese and in English.
    pub text: Localized,
}

impl Entry {
    /// The entry of an advisory. Without a document, which may be unreadable, it is found by what the list says of it.
    #[must_use]
    pub fn of(summary: &AdvisorySummary, published_on: Date, document: Option<&PublicDocument>) -> Self {
        let mut entry = Entry {
            summary: summary.clone(),
            published_on,
            vendors: summary.vendors.iter().map(|name| (name.clone(), Affectedness::Unknown)).collect(),
            readings: Vec::new(),
            products: Vec::new(),
            source: None,
            numbers: Vec::new(),
            text: Localized::default(),
        };
        if let Some(document) = document {
            entry.read(document);
        }
        entry.vendors.truncate(NAMES_MAX);
        entry.readings.truncate(NAMES_MAX);
        entry.products.truncate(NAMES_MAX);
        entry
    }

    /// The same of an advisory of somebody else: it is found by the numbers that it names, not by one made from ours.
    #[must_use]
    pub fn imported(source: &str, summary: &AdvisorySummary, published_on: Date, document: &PublicDocument) -> Self {
        let mut entry = Entry::of(summary, published_on, Some(document));
        entry.numbers = numbers(document);
        entry.source = Some(source.to_owned());
        entry
    }

    /// Its number.
    #[must_use]
    pub fn id(&self) -> &AdvisoryNumber {
        &self.summary.id
    }

    fn read(&mut self, document: &PublicDocument) {
        self.vendors = document.vendors.iter().map(|vendor| (vendor.name.clone(), vendor.status)).collect();
        self.readings = document.vendors.iter().map(|vendor| vendor.reading.clone()).collect();
        let products = document.vendors.iter().enumerate();
        let products = products.flat_map(|(at, vendor)| vendor.products.iter().map(move |one| (one.name.clone(), at)));
        self.products = products.collect();
        self.numbers = numbers(document);
        self.numbers.extend(JvndbId::named(document).map(|id| id.as_str().to_owned()));
        self.numbers.push(JvndbId::made(document).as_str().to_owned());
        self.text = text(document);
    }
}

/// Numbers that a document names.
fn numbers(document: &PublicDocument) -> Vec<String> {
    let related = document.related.iter().map(|related| related.id.clone());
    related.chain(document.source.iter().map(|source| source.id.clone())).collect()
}

fn text(document: &PublicDocument) -> Localized {
    let mut text = Localized::default();
    let mut add = |part: &Localized| {
        push(&mut text.ja, &part.ja);
        // What is the same in both languages is indexed once.
        if part.en != part.ja {
            push(&mut text.en, &part.en);
        }
    };
    let advise = |measures: &[Countermeasure], add: &mut dyn FnMut(&Localized)| {
        measures.iter().for_each(|measure| add(&measure.text));
    };
    for part in [&document.overview, &document.impact, &document.details, &document.solution.text] {
        add(part);
    }
    advise(&document.solution.countermeasures, &mut add);
    add(&document.supplementary);
    for one in &document.vulnerabilities {
        add(&one.title);
        add(&one.description);
    }
    for vendor in &document.vendors {
        add(&vendor.statement);
        add(&vendor.view);
        advise(&vendor.countermeasures, &mut add);
        vendor.products.iter().for_each(|product| add(&product.notes));
    }
    document.references.iter().for_each(|reference| add(&reference.title));
    add(&document.acknowledgement);
    for thanked in &document.acknowledgements {
        add(&thanked.name);
        add(&thanked.organisation);
    }
    text
}

/// Adds a part on a line of its own, as far as there is room.
fn push(text: &mut String, part: &str) {
    let room = (TEXT_MAX * 3).saturating_sub(text.len());
    let end = (0..=room.min(part.len())).rev().find(|&at| part.is_char_boundary(at)).unwrap_or_default();
    if end > 0 {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{}", &part[..end]);
    }
}

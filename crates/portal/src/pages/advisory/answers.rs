//! The first screen: am I affected, how bad is it, what do I do today.

use formats::document::{Affectedness, Countermeasure, CountermeasureKind};
use formats::version::VersionStatus;
use formats::{Cvss, Localized, PublicDocument};
use ui::{Lang, Query};

use super::super::words::{Line, language, web};
use super::scores;
use crate::searching::asked::status_name;

/// Products named on the first screen.
const PRODUCTS: usize = 4;
/// Things to do named on the first screen.
const STEPS: usize = 4;
/// Characters of a text on the first screen.
const CHARACTERS: usize = 110;

/// The three answers.
pub(super) struct Answers<'a> {
    /// Affected products with their versions.
    pub(super) products: Vec<ProductAnswer<'a>>,
    /// How many more there are.
    pub(super) more_products: usize,
    /// What vendors say, when there is more than one.
    pub(super) vendors: Vec<VendorCount>,
    /// The worst score in tenths.
    pub(super) tenths: Option<u8>,
    /// How easily it is attacked.
    pub(super) attack: Vec<&'static str>,
    /// What an attacker gains.
    pub(super) impact: Line<'a>,
    /// What to do.
    pub(super) steps: Vec<Step<'a>>,
    /// How many more there are.
    pub(super) more_steps: usize,
    /// The section's text, when nothing more exact is known.
    pub(super) solution: Line<'a>,
}

impl Answers<'_> {
    /// Whether so many products are affected that counting says more than naming.
    pub(super) fn is_broad(&self) -> bool {
        self.more_products > 0
    }
}

/// How many vendors say the same, and where they are listed.
pub(super) struct VendorCount {
    pub(super) word: &'static str,
    pub(super) count: usize,
    pub(super) href: String,
}

/// An affected product.
pub(super) struct ProductAnswer<'a> {
    pub(super) name: Line<'a>,
    pub(super) affected: Vec<String>,
    pub(super) fixed: Vec<String>,
}

/// Something to do.
pub(super) struct Step<'a> {
    pub(super) kind: &'static str,
    pub(super) vendor: Option<Line<'a>>,
    pub(super) text: Line<'a>,
    pub(super) url: Option<&'a str>,
}

impl<'a> Answers<'a> {
    /// The answers of a document; `query` is the page's own address.
    pub(super) fn of(document: &'a PublicDocument, query: &Query, lang: Lang) -> Self {
        let (products, all_products) = products(document, lang);
        let (steps, all_steps) = steps(document, lang);
        let worst = worst(document);
        Answers {
            more_products: all_products - products.len(),
            products,
            vendors: if document.vendors.len() > 1 { counts(document, query, lang) } else { Vec::new() },
            tenths: worst.map(|cvss| cvss.base_score.tenths()),
            attack: worst.map(|cvss| scores::attack(cvss, lang)).unwrap_or_default(),
            impact: Line::beginning(lang, &document.impact, CHARACTERS),
            more_steps: all_steps - steps.len(),
            steps,
            solution: Line::beginning(lang, &document.solution.text, CHARACTERS),
        }
    }
}

/// Products with affected versions, or without versions but of a vendor that is affected: the first of them, and how many
/// there are in all.
fn products(document: &PublicDocument, lang: Lang) -> (Vec<ProductAnswer<'_>>, usize) {
    let all = document.vendors.iter().flat_map(|vendor| vendor.products.iter().map(move |product| (vendor, product)));
    let affected = all.filter(|(vendor, product)| {
        product.versions.iter().any(|versions| versions.status == VersionStatus::Affected)
            || (product.versions.is_empty() && vendor.status == Affectedness::Affected)
    });
    let count = affected.clone().count();
    let shown = affected.take(PRODUCTS).map(|(_, product)| {
        let shown = |status: VersionStatus| {
            let those = product.versions.iter().filter(move |versions| versions.status == status);
            those.map(|versions| versions.shown(language(lang))).filter(|text| !text.is_empty()).collect()
        };
        ProductAnswer {
            name: Line::of(lang, &product.name),
            affected: shown(VersionStatus::Affected),
            fixed: shown(VersionStatus::Fixed),
        }
    });
    (shown.collect(), count)
}

/// How many vendors say what, in the order of the legend.
fn counts(document: &PublicDocument, query: &Query, lang: Lang) -> Vec<VendorCount> {
    let count = |status: Affectedness| VendorCount {
        word: status.word(language(lang)),
        count: document.vendors.iter().filter(|vendor| vendor.status == status).count(),
        href: query.with("status", status_name(status)) + "#vendors",
    };
    Affectedness::ALL.map(count).into_iter().filter(|line| line.count > 0).collect()
}

/// The highest score; of equal ones that of the newest version of CVSS.
fn worst(document: &PublicDocument) -> Option<&Cvss> {
    let all = document.vulnerabilities.iter().flat_map(|vulnerability| &vulnerability.cvss);
    all.max_by_key(|cvss| (cvss.base_score, cvss.version))
}

/// What to do first: stop using it, update, work around; and how many things there are in all. Where every vendor of
/// many has its own, only what holds for everybody is said here.
fn steps(document: &PublicDocument, lang: Lang) -> (Vec<Step<'_>>, usize) {
    let several = document.vendors.iter().filter(|vendor| !vendor.countermeasures.is_empty()).count() > 1;
    let own = document.vendors.iter().flat_map(|vendor| {
        let name = several.then_some(&vendor.name);
        vendor.countermeasures.iter().map(move |measure| (measure, name))
    });
    let for_all = document.solution.countermeasures.iter().map(|measure| (measure, None));
    let mut all: Vec<(&Countermeasure, Option<&Localized>)> = for_all.chain(own).collect();
    let count = all.len();
    if count > STEPS {
        all.retain(|(_, vendor)| vendor.is_none());
    }
    all.sort_by_key(|(measure, _)| weight(measure.kind));
    let shown = all.into_iter().take(STEPS).map(|(measure, vendor)| Step {
        kind: measure.kind.word(language(lang)),
        vendor: vendor.map(|name| Line::of(lang, name)),
        text: Line::beginning(lang, &measure.text, CHARACTERS),
        url: web(measure.url.as_deref()),
    });
    (shown.collect(), count)
}

/// What is said first.
const fn weight(kind: CountermeasureKind) -> u8 {
    match kind {
        CountermeasureKind::StopUsing => 0,
        CountermeasureKind::Fix => 1,
        CountermeasureKind::Workaround => 2,
        CountermeasureKind::NonePlanned => 3,
        CountermeasureKind::NoneAvailable => 4,
    }
}

//! The items of a report form, one row each: how it is shown, typed and read back. The page of a report and the
//! transcription are both made from this table.

use rulebook::report::form::Reproducibility as Often;
use rulebook::report::form::{Answer, CoordinationBy, InformationSource, MAX_LINE, MAX_TEXT, ReportForm, ReportKind};
use rulebook::report::problems::FormItem;
use ui::Lang;

use super::super::words;

/// How an item is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// Yes or no, or both ticked.
    Answer,
    /// One of a few words.
    Words(&'static [&'static str]),
    /// A civil day.
    Day,
}

/// An item of the form.
pub(super) struct Item {
    /// Name of the input; the label is `desk-form-NAME`.
    pub name: &'static str,
    /// How it is typed.
    pub kind: Kind,
    /// The item of which a problem can be told.
    pub told: Option<FormItem>,
    /// On which forms it stands.
    on: &'static [ReportKind],
    get: fn(&ReportForm) -> String,
    set: fn(&mut ReportForm, &str),
}

const ALL: &[ReportKind] = &ReportKind::ALL;
const PRODUCT: &[ReportKind] = &[ReportKind::Product];
const PRODUCTS: &[ReportKind] = &[ReportKind::Product, ReportKind::OwnProduct];
const WEBSITE: &[ReportKind] = &[ReportKind::Website];
const FOUND: &[ReportKind] = &[ReportKind::Product, ReportKind::Website];
const OWN: &[ReportKind] = &[ReportKind::OwnProduct];

const SOURCES: &[&str] = &["found-myself", "from-person", "from-website"];
const OFTEN: &[&str] = &["always", "sometimes", "rarely"];
const BY: &[&str] = &["finder", "receiving-body"];

/// An item that is a text of the form.
macro_rules! text {
    ($name:literal, $kind:ident, $on:expr, $told:expr, $field:ident) => {
        Item {
            name: $name,
            kind: Kind::$kind,
            told: $told,
            on: $on,
            get: |form| form.$field.clone(),
            set: |form, value| form.$field = value.to_owned(),
        }
    };
}

/// An item that is a yes or a no.
macro_rules! yes_no {
    ($name:literal, $on:expr, $told:expr, $($field:ident).+) => {
        Item {
            name: $name,
            kind: Kind::Answer,
            told: $told,
            on: $on,
            get: |form| words::answer_word(form.$($field).+).to_owned(),
            set: |form, value| form.$($field).+ = read_answer(value),
        }
    };
}

/// Every item, in the order of the forms.
const ITEMS: &[Item] = &[
    text!("finder-name", Line, ALL, Some(FormItem::FinderName), finder_name),
    text!("affiliation", Line, ALL, None, affiliation),
    text!("phone", Line, ALL, None, phone),
    text!("email", Line, ALL, Some(FormItem::Email), email),
    yes_no!("share-identity", FOUND, Some(FormItem::ShareIdentity), consents.share_identity),
    yes_no!("direct-contact", FOUND, Some(FormItem::DirectContact), consents.direct_contact),
    yes_no!("publish-name", PRODUCT, Some(FormItem::PublishName), consents.publish_name),
    text!("credit-name", Line, PRODUCT, None, credit_name),
    Item {
        name: "source",
        kind: Kind::Words(SOURCES),
        told: None,
        on: PRODUCT,
        get: |form| match form.source {
            Some(InformationSource::FoundMyself) => "found-myself".into(),
            Some(InformationSource::FromPerson) => "from-person".into(),
            Some(InformationSource::FromWebsite) => "from-website".into(),
            None => String::new(),
        },
        set: |form, value| {
            form.source = match value {
                "found-myself" => Some(InformationSource::FoundMyself),
                "from-person" => Some(InformationSource::FromPerson),
                "from-website" => Some(InformationSource::FromWebsite),
                _ => None,
            }
        },
    },
    text!("product-name", Line, PRODUCTS, Some(FormItem::ProductName), product_name),
    text!("product-version", Line, PRODUCTS, Some(FormItem::ProductVersion), product_version),
    text!("patch-level", Line, PRODUCT, None, patch_level),
    text!("product-language", Line, PRODUCT, None, product_language),
    text!("configuration", Text, PRODUCT, None, configuration),
    text!("developer", Line, PRODUCT, None, developer),
    text!("website-url", Line, WEBSITE, Some(FormItem::WebsiteUrl), website_url),
    text!("how-found", Text, WEBSITE, None, how_found),
    text!("why-vulnerability", Text, WEBSITE, Some(FormItem::WhyVulnerability), why_vulnerability),
    text!("vulnerability-kind", Line, ALL, Some(FormItem::VulnerabilityKind), vulnerability_kind),
    text!("steps", Text, ALL, Some(FormItem::Steps), steps),
    Item {
        name: "reproducibility",
        kind: Kind::Words(OFTEN),
        told: None,
        on: PRODUCT,
        get: |form| match form.reproducibility {
            Some(Often::Always) => "always".into(),
            Some(Often::Sometimes) => "sometimes".into(),
            Some(Often::Rarely) => "rarely".into(),
            None => String::new(),
        },
        set: |form, value| {
            form.reproducibility = match value {
                "always" => Some(Often::Always),
                "sometimes" => Some(Often::Sometimes),
                "rarely" => Some(Often::Rarely),
                _ => None,
            }
        },
    },
    text!("reproducibility-note", Line, PRODUCT, None, reproducibility_note),
    text!("threat", Text, ALL, Some(FormItem::Threat), threat),
    text!("workaround", Text, PRODUCTS, None, workaround),
    text!("proof", Text, FOUND, None, proof),
    text!("fix", Text, OWN, Some(FormItem::Fix), fix),
    text!("cvss-vector", Line, OWN, Some(FormItem::CvssVector), cvss_vector),
    Item {
        name: "wished-day",
        kind: Kind::Day,
        told: None,
        on: OWN,
        get: |form| form.wished_day.map(|day| day.to_string()).unwrap_or_default(),
        set: |form, value| form.wished_day = value.parse().ok(),
    },
    text!("own-page", Line, OWN, None, own_page),
    yes_no!("all-users-told", OWN, None, all_users_told),
    text!("notes", Text, ALL, None, notes),
    yes_no!("reported-elsewhere", FOUND, Some(FormItem::ReportedElsewhere), reported_elsewhere),
    text!("elsewhere-details", Text, FOUND, None, elsewhere_details),
    Item {
        name: "coordination",
        kind: Kind::Words(BY),
        told: None,
        on: PRODUCT,
        get: |form| match form.coordination {
            Some(CoordinationBy::Finder) => "finder".into(),
            Some(CoordinationBy::ReceivingBody) => "receiving-body".into(),
            None => String::new(),
        },
        set: |form, value| {
            form.coordination = match value {
                "finder" => Some(CoordinationBy::Finder),
                "receiving-body" => Some(CoordinationBy::ReceivingBody),
                _ => None,
            }
        },
    },
    yes_no!("encryption", FOUND, None, encryption),
    text!("remarks", Text, ALL, None, remarks),
];

fn read_answer(word: &str) -> Answer {
    match word {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        "both" => Answer::Both,
        _ => Answer::Unanswered,
    }
}

/// The items that a kind of form has.
pub(super) fn of(kind: ReportKind) -> impl Iterator<Item = &'static Item> {
    ITEMS.iter().filter(move |item| item.on.contains(&kind))
}

impl Item {
    /// What the form says, as an input carries it.
    pub fn value(&self, form: &ReportForm) -> String {
        (self.get)(form)
    }

    /// Writes what an input carried.
    pub fn write(&self, form: &mut ReportForm, value: &str) {
        (self.set)(form, value);
    }

    /// Its label.
    pub fn label(&self, lang: Lang) -> String {
        lang.t(format!("desk-form-{}", self.name)).into_owned()
    }

    /// What the form says, for people.
    pub fn shown(&self, form: &ReportForm, lang: Lang) -> String {
        let value = self.value(form);
        match self.kind {
            Kind::Answer => lang.t(format!("desk-answer-{value}")).into_owned(),
            Kind::Words(_) if !value.is_empty() => word(lang, self.name, &value),
            _ => value,
        }
    }

    /// Most characters.
    pub const fn limit(&self) -> usize {
        match self.kind {
            Kind::Text => MAX_TEXT,
            _ => MAX_LINE,
        }
    }
}

/// A word that an item can be answered with.
pub(super) fn word(lang: Lang, item: &str, value: &str) -> String {
    lang.t(format!("desk-form-{item}-{value}")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_comes_back() {
        for kind in ReportKind::ALL {
            for item in of(kind) {
                let sample = match item.kind {
                    Kind::Line | Kind::Text => "<b>一行</b>",
                    Kind::Answer => "both",
                    Kind::Words(words) => words[words.len() - 1],
                    Kind::Day => "2026-12-24",
                };
                let mut form = ReportForm { kind, ..ReportForm::default() };
                item.write(&mut form, sample);
                assert_eq!(item.value(&form), sample, "{}", item.name);
                for lang in Lang::ALL {
                    assert!(!item.label(lang).is_empty() && !item.shown(&form, lang).is_empty(), "{}", item.name);
                }
            }
        }
    }
}

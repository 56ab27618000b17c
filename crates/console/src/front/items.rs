//! The report form as data: which items each of the three kinds asks, in which group, by which control, and who gets
//! to see the answer. Input, confirmation and reading are all made from this.

use rulebook::report::form::{ReportForm, ReportKind};
use rulebook::report::problems::{Fault, problems};

/// How an item is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Control {
    /// One line.
    Line,
    /// A mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// An address on the web.
    Web,
    /// A day.
    Day,
    /// Several lines, with so many in sight at first.
    Text(usize),
    /// Yes or no.
    YesNo,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

/// Who gets to see an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// The receiving body alone.
    Desk,
    /// Others only with the finder's consent.
    ByConsent,
    /// Those who handle the vulnerability, after the receiving body has checked it.
    Handling,
    /// Everybody, once published.
    Public,
}

impl Shown {
    /// Stable word for message keys.
    pub const fn word(self) -> &'static str {
        match self {
            Shown::Desk => "desk",
            Shown::ByConsent => "consent",
            Shown::Handling => "handling",
            Shown::Public => "public",
        }
    }
}

/// An item of a form. Its name is that of the rulebook's field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub name: &'static str,
    pub control: Control,
    pub shown: Shown,
    /// Useful, and folded away at first.
    pub more: bool,
}

/// Items that belong together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub word: &'static str,
    pub items: &'static [Item],
}

const fn item(name: &'static str, control: Control, shown: Shown) -> Item {
    Item { name, control, shown, more: false }
}

const fn more(name: &'static str, control: Control, shown: Shown) -> Item {
    Item { name, control, shown, more: true }
}

use Control::{Day, Line, Mail, OneOf, Phone, Text, Web, YesNo};
use Shown::{ByConsent, Desk, Handling, Public};

const SOURCES: Control = OneOf(&["found_myself", "from_person", "from_website"]);
const HOW_OFTEN: Control = OneOf(&["always", "sometimes", "rarely"]);
const COORDINATION: Control = OneOf(&["finder", "receiving_body"]);

const YOU: Group = Group {
    word: "you",
    items: &[
        item("finder_name", Line, ByConsent),
        item("email", Mail, ByConsent),
        item("affiliation", Line, ByConsent),
        item("phone", Phone, ByConsent),
    ],
};

const REMARKS: Group =
    Group { word: "remarks", items: &[item("encryption", YesNo, Desk), item("remarks", Text(3), Desk)] };

const PRODUCT: &[Group] = &[
    Group {
        word: "target",
        items: &[
            item("product_name", Line, Handling),
            item("product_version", Line, Handling),
            item("developer", Line, Handling),
            more("patch_level", Line, Handling),
            more("product_language", Line, Handling),
            more("configuration", Text(3), Handling),
        ],
    },
    Group {
        word: "what",
        items: &[
            item("vulnerability_kind", Line, Handling),
            item("steps", Text(9), Handling),
            item("reproducibility", HOW_OFTEN, Handling),
            item("threat", Text(4), Handling),
            more("reproducibility_note", Line, Handling),
            more("workaround", Text(3), Handling),
            more("proof", Text(5), Handling),
            more("source", SOURCES, Desk),
            more("notes", Text(3), Handling),
        ],
    },
    Group {
        word: "elsewhere",
        items: &[
            item("reported_elsewhere", YesNo, Desk),
            more("elsewhere_details", Text(3), Desk),
            more("coordination", COORDINATION, Desk),
        ],
    },
    YOU,
    Group {
        word: "consents",
        items: &[
            item("share_identity", YesNo, Desk),
            item("direct_contact", YesNo, Desk),
            item("publish_name", YesNo, Desk),
            more("credit_name", Line, Public),
        ],
    },
    REMARKS,
];

const WEBSITE: &[Group] = &[
    Group { word: "target", items: &[item("website_url", Web, Handling)] },
    Group {
        word: "what",
        items: &[
            item("vulnerability_kind", Line, Handling),
            item("why_vulnerability", Text(9), Handling),
            item("threat", Text(4), Handling),
            more("how_found", Text(4), Handling),
            more("proof", Text(4), Handling),
            more("notes", Text(3), Handling),
        ],
    },
    Group {
        word: "elsewhere",
        items: &[item("reported_elsewhere", YesNo, Desk), more("elsewhere_details", Text(3), Desk)],
    },
    YOU,
    Group { word: "consents", items: &[item("share_identity", YesNo, Desk), item("direct_contact", YesNo, Desk)] },
    REMARKS,
];

const OWN_PRODUCT: &[Group] = &[
    Group {
        word: "you",
        items: &[
            item("finder_name", Line, Handling),
            item("affiliation", Line, Handling),
            item("email", Mail, Handling),
            item("phone", Phone, Handling),
        ],
    },
    Group {
        word: "target",
        items: &[item("product_name", Line, Handling), item("product_version", Text(3), Handling)],
    },
    Group {
        word: "what",
        items: &[
            item("vulnerability_kind", Line, Handling),
            item("steps", Text(6), Handling),
            item("threat", Text(4), Handling),
            item("fix", Text(4), Handling),
            item("workaround", Text(3), Handling),
            more("cvss_vector", Line, Handling),
        ],
    },
    Group {
        word: "publication",
        items: &[
            item("wished_day", Day, Handling),
            item("own_page", Web, Handling),
            item("credit_name", Line, Public),
            item("all_users_told", YesNo, Handling),
        ],
    },
    Group { word: "remarks", items: &[item("remarks", Text(3), Desk)] },
];

/// The groups of a form, in their order.
pub(super) const fn groups(kind: ReportKind) -> &'static [Group] {
    match kind {
        ReportKind::Product => PRODUCT,
        ReportKind::Website => WEBSITE,
        ReportKind::OwnProduct => OWN_PRODUCT,
    }
}

/// All items of a form.
pub(super) fn items(kind: ReportKind) -> impl Iterator<Item = &'static Item> {
    groups(kind).iter().flat_map(|group| group.items)
}

/// Whether a form asks an item.
pub(super) fn asks(kind: ReportKind, name: &str) -> bool {
    items(kind).any(|item| item.name == name)
}

/// What a form cannot do without: what the rulebook misses in an empty one.
pub(super) fn required(kind: ReportKind) -> Vec<&'static str> {
    let empty = ReportForm { kind, ..ReportForm::default() };
    problems(&empty).iter().filter(|found| found.fault == Fault::Missing).map(|found| found.item.word()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_required_is_asked_and_in_sight() {
        for kind in ReportKind::ALL {
            for name in required(kind) {
                let found = items(kind).find(|item| item.name == name);
                assert!(found.is_some_and(|item| !item.more), "{kind:?} {name}");
            }
        }
    }

    #[test]
    fn nothing_is_asked_twice() {
        for kind in ReportKind::ALL {
            let mut names: Vec<_> = items(kind).map(|item| item.name).collect();
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{kind:?}");
        }
    }

    #[test]
    fn the_names_are_those_of_the_rulebook() {
        let form = serde_json::to_value(ReportForm::default()).expect("a form is plain data");
        for item in ReportKind::ALL.into_iter().flat_map(items) {
            assert!(form.get(item.name).is_some() || form["consents"].get(item.name).is_some(), "{}", item.name);
        }
    }
}

//! The lists of an edition: form items, conditions, endings, exceptions, kinds.

use serde::{Deserialize, Serialize};

use super::Sourced;

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its name in code and in stored data.
    pub key: String,
    /// The clause of this entry, when it has one of its own.
    #[serde(default)]
    pub clause: String,
    /// The entry in Japanese.
    pub ja: String,
    /// The entry in English.
    pub en: String,
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// Every list of an edition, by its name.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct Lists {
            $($(#[$doc])* pub $name: Sourced<Vec<Item>>,)+
        }

        impl Lists {
            /// Every list with its name, in the order of the guideline.
            pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Sourced<Vec<Item>>)> {
                [$((stringify!($name), &self.$name),)+].into_iter()
            }
        }
    };
}

lists! {
    /// What a report of a product must contain (Ⅳ.2.5).
    product_form,
    /// What the form asks for beside (product).
    product_form_extra,
    /// Conditions of acceptance of a product report (Ⅳ.3.(1).2).
    product_acceptance,
    /// Grounds on which the receiving body may stop handling (Ⅳ.3.(1).7).
    product_endings,
    /// Cases in which the receiving body may tell others (Ⅳ.3.(1).5).
    product_disclosures,
    /// When coordination counts as impossible (Ⅳ.3.(2).1).
    committee_gate,
    /// What the committee tells the developer (Ⅳ.3.(2).3.ア).
    committee_notice,
    /// The four conditions of publication by judgement (Ⅳ.3.(2).5).
    committee_conditions,
    /// What the committee may decide (Ⅳ.3.(2).7).
    committee_outcomes,
    /// Fields of the developer register (Ⅳ.4.1).
    register_fields,
    /// Ways to reach a developer (Ⅳ.4.2).
    contact_methods,
    /// Where an address of a developer is looked for (Ⅳ.4.2).
    contact_sources,
    /// What is weighed when the publication day is set (Ⅳ.4.3).
    date_considerations,
    /// Grounds on which the coordinator may drop the publication (Ⅳ.4.4).
    publication_drops,
    /// Cases in which the coordinator may tell others (Ⅳ.4.5).
    coordinator_disclosures,
    /// What a recipient of priority information must be able to do (Ⅳ.4.8).
    priority_conditions,
    /// Who may receive priority information (Ⅳ.4.8.第4段).
    sectors,
    /// What a developer can find when it verifies (Ⅳ.5.2).
    verification_results,
    /// Status of a developer's products on the public page.
    affectedness,
    /// How far a developer is with its countermeasure (Ⅱ.4).
    response_statuses,
    /// What a report of a website must contain (Ⅴ.2.4).
    website_form,
    /// What the form asks for beside (website).
    website_form_extra,
    /// Conditions of acceptance of a website report (Ⅴ.3.2).
    website_acceptance,
    /// Grounds on which handling of a website is stopped (Ⅴ.3.4).
    website_endings,
    /// Cases in which the receiving body may tell others about a website (Ⅴ.3.7).
    website_disclosures,
    /// How a website was put right.
    website_fixes,
    /// What an operator says in public after a leak (Ⅴ.4.5).
    leak_notice,
    /// Where an address of a site's operator is looked for (Ⅴ.3.5).
    operator_sources,
    /// Kinds of flaws of websites, for the statistics.
    website_kinds,
    /// Effects of flaws of websites, for the statistics.
    website_effects,
    /// Kinds of products, for the statistics.
    product_kinds,
    /// Causes of flaws of products, for the statistics.
    product_causes,
    /// What decides the range of influence (付録4.1).
    range_factors,
    /// Columns of the list of unreachable developers (付録5.1).
    unreachable_columns,
    /// Texts by which unreachable developers are asked to answer (付録5).
    notice_templates,
    /// What a developer's disclosure policy says at least, and may say (付録6.2).
    policy_items,
}

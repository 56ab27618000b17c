//! What is missing from a form, or speaks against itself: the first two conditions of acceptance
//! (Ⅳ.3.(1).2.ア and イ, Ⅴ.3.2.ア and イ), item by item.

use serde::{Deserialize, Serialize};

use super::form::{Answer, ReportForm, ReportKind};
use crate::clause::Clause;

/// An item of a form that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormItem {
    /// Which form it is at all.
    Kind,
    /// Name of the finder or the reporting developer.
    FinderName,
    /// Mail address.
    Email,
    /// Consent ウ.
    ShareIdentity,
    /// Consent エ.
    DirectContact,
    /// Consent オ.
    PublishName,
    /// Product.
    ProductName,
    /// Version of the product (own product: what is affected).
    ProductVersion,
    /// Web site.
    WebsiteUrl,
    /// Kind of vulnerability.
    VulnerabilityKind,
    /// Environment, steps and result.
    Steps,
    /// Why the finder holds it for a vulnerability.
    WhyVulnerability,
    /// What could happen.
    Threat,
    /// Reports to others.
    ReportedElsewhere,
    /// CVSS vector.
    CvssVector,
    /// Countermeasure.
    Fix,
    /// Attachments: too many, too large, unreadable.
    Attachments,
    /// An answer longer than can be taken.
    TooLong,
}

impl FormItem {
    /// Stable word: message keys end with it, input names begin with it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            FormItem::Kind => "kind",
            FormItem::FinderName => "finder_name",
            FormItem::Email => "email",
            FormItem::ShareIdentity => "share_identity",
            FormItem::DirectContact => "direct_contact",
            FormItem::PublishName => "publish_name",
            FormItem::ProductName => "product_name",
            FormItem::ProductVersion => "product_version",
            FormItem::WebsiteUrl => "website_url",
            FormItem::VulnerabilityKind => "vulnerability_kind",
            FormItem::Steps => "steps",
            FormItem::WhyVulnerability => "why_vulnerability",
            FormItem::Threat => "threat",
            FormItem::ReportedElsewhere => "reported_elsewhere",
            FormItem::CvssVector => "cvss_vector",
            FormItem::Fix => "fix",
            FormItem::Attachments => "attachments",
            FormItem::TooLong => "too_long",
        }
    }

    /// The clause that asks for the item, where one does.
    #[must_use]
    pub const fn clause(self, kind: ReportKind) -> Option<Clause> {
        let id = match (kind, self) {
            (ReportKind::OwnProduct, _) => "Ⅳ.6.1.第2段",
            (ReportKind::Product, FormItem::FinderName) => "Ⅳ.2.5.ア",
            (ReportKind::Product, FormItem::Email) => "Ⅳ.2.5.イ",
            (ReportKind::Product, FormItem::ShareIdentity) => "Ⅳ.2.5.ウ",
            (ReportKind::Product, FormItem::DirectContact) => "Ⅳ.2.5.エ",
            (ReportKind::Product, FormItem::PublishName) => "Ⅳ.2.5.オ",
            (ReportKind::Product, FormItem::ProductName) => "Ⅳ.2.5.カ",
            (ReportKind::Product, FormItem::VulnerabilityKind | FormItem::Steps | FormItem::Threat) => "Ⅳ.2.5.キ",
            (ReportKind::Product, FormItem::ReportedElsewhere) => "Ⅳ.2.5.ケ",
            (ReportKind::Website, FormItem::FinderName) => "Ⅴ.2.4.ア",
            (ReportKind::Website, FormItem::Email) => "Ⅴ.2.4.イ",
            (ReportKind::Website, FormItem::ShareIdentity) => "Ⅴ.2.4.ウ",
            (ReportKind::Website, FormItem::DirectContact) => "Ⅴ.2.4.エ",
            (ReportKind::Website, FormItem::WebsiteUrl) => "Ⅴ.2.4.オ",
            (
                ReportKind::Website,
                FormItem::VulnerabilityKind | FormItem::Steps | FormItem::WhyVulnerability | FormItem::Threat,
            ) => "Ⅴ.2.4.カ",
            (ReportKind::Website, FormItem::ReportedElsewhere) => "Ⅴ.2.4.ク",
            _ => return None,
        };
        Some(Clause::new(id))
    }
}

/// What is the matter with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Nothing was written.
    Missing,
    /// It says two things.
    Contradiction,
    /// It cannot be used as it stands (no mail address, no URL, no vector, too long).
    Unusable,
}

impl Fault {
    /// Stable word for message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Fault::Missing => "missing",
            Fault::Contradiction => "contradiction",
            Fault::Unusable => "unusable",
        }
    }
}

/// One item and what is the matter with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// The item.
    pub item: FormItem,
    /// What is the matter.
    pub fault: Fault,
}

/// Everything that keeps a form from being complete and free of contradiction, in the order of the form.
///
/// Ⅳ.3.(1).2.ア and イ; Ⅴ.3.2.ア and イ. An own-product report (Ⅳ.6) knows no five conditions: only what a
/// publication cannot do without is asked.
#[must_use]
pub fn problems(form: &ReportForm) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut text = |item, value: &str| {
        if value.trim().is_empty() {
            found.push(Problem { item, fault: Fault::Missing });
        }
    };
    text(FormItem::FinderName, &form.finder_name);
    text(FormItem::Email, &form.email);
    match form.kind {
        ReportKind::Product => {
            text(FormItem::ProductName, &form.product_name);
            text(FormItem::VulnerabilityKind, &form.vulnerability_kind);
            text(FormItem::Steps, &form.steps);
            text(FormItem::Threat, &form.threat);
        }
        ReportKind::Website => {
            text(FormItem::WebsiteUrl, &form.website_url);
            text(FormItem::VulnerabilityKind, &form.vulnerability_kind);
            text(FormItem::WhyVulnerability, &form.why_vulnerability);
            text(FormItem::Threat, &form.threat);
        }
        ReportKind::OwnProduct => {
            text(FormItem::ProductName, &form.product_name);
            text(FormItem::ProductVersion, &form.product_version);
            text(FormItem::VulnerabilityKind, &form.vulnerability_kind);
            text(FormItem::Steps, &form.steps);
            text(FormItem::Fix, &form.fix);
        }
    }
    found.extend(answer_problems(form));
    if !form.email.trim().is_empty() && !is_mail_address(form.email.trim()) {
        found.push(Problem { item: FormItem::Email, fault: Fault::Unusable });
    }
    if form.kind == ReportKind::Website && !form.website_url.trim().is_empty() && !is_web_address(&form.website_url) {
        found.push(Problem { item: FormItem::WebsiteUrl, fault: Fault::Unusable });
    }
    found.sort();
    found
}

fn answer_problems(form: &ReportForm) -> impl Iterator<Item = Problem> {
    let asked: &[(FormItem, Answer)] = match form.kind {
        ReportKind::Product => &[
            (FormItem::ShareIdentity, form.consents.share_identity),
            (FormItem::DirectContact, form.consents.direct_contact),
            (FormItem::PublishName, form.consents.publish_name),
            (FormItem::ReportedElsewhere, form.reported_elsewhere),
        ],
        ReportKind::Website => &[
            (FormItem::ShareIdentity, form.consents.share_identity),
            (FormItem::DirectContact, form.consents.direct_contact),
            (FormItem::ReportedElsewhere, form.reported_elsewhere),
        ],
        ReportKind::OwnProduct => &[],
    };
    asked
        .iter()
        .filter_map(|&(item, answer)| {
            let fault = match answer {
                Answer::Unanswered => Fault::Missing,
                Answer::Both => Fault::Contradiction,
                Answer::Yes | Answer::No => return None,
            };
            Some(Problem { item, fault })
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// Whether something can be a mail address: one `@` between two parts without blanks, a dot in the second, ASCII.
#[must_use]
pub fn is_mail_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let ascii = text.chars().all(|c| c.is_ascii_graphic() && !"<>()[],;:\\\"".contains(c));
    ascii
        && !local.is_empty()
        && domain.len() >= 3
        && domain.contains('.')
        && !domain.contains('@')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && text.len() <= 254
}

/// Whether something can be the address of a web page: `http` or `https` and a host.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let text = text.trim();
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.is_empty() && !text.chars().any(|c| c.is_whitespace() || c.is_control()) && text.len() <= 2_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::form::Consents;

    /// A product form with all items of Ⅳ.2.5.
    pub(crate) fn complete() -> ReportForm {
        ReportForm {
            finder_name: "篝 火ノ子".into(),
            email: "kagari@miharashi.example".into(),
            consents: Consents { share_identity: Answer::Yes, direct_contact: Answer::No, publish_name: Answer::Yes },
            product_name: "みはらしポータル".into(),
            vulnerability_kind: "クロスサイト・スクリプティング".into(),
            steps: "(1) …".into(),
            threat: "セッションを奪われる".into(),
            reported_elsewhere: Answer::No,
            ..ReportForm::default()
        }
    }

    #[test]
    fn a_form_with_all_items_has_no_problem() {
        assert_eq!(problems(&complete()), vec![]);
    }

    #[test]
    fn each_item_of_the_clause_is_asked() {
        type Empty = fn(&mut ReportForm);
        let empties: [(FormItem, Empty); 8] = [
            (FormItem::FinderName, |f| f.finder_name = "　".into()),
            (FormItem::Email, |f| f.email.clear()),
            (FormItem::ShareIdentity, |f| f.consents.share_identity = Answer::Unanswered),
            (FormItem::DirectContact, |f| f.consents.direct_contact = Answer::Unanswered),
            (FormItem::PublishName, |f| f.consents.publish_name = Answer::Unanswered),
            (FormItem::ProductName, |f| f.product_name.clear()),
            (FormItem::Steps, |f| f.steps.clear()),
            (FormItem::ReportedElsewhere, |f| f.reported_elsewhere = Answer::Unanswered),
        ];
        for (item, empty) in empties {
            let mut form = complete();
            empty(&mut form);
            assert_eq!(problems(&form), vec![Problem { item, fault: Fault::Missing }]);
            assert!(item.clause(ReportKind::Product).is_some(), "{item:?} has a clause");
        }
    }

    #[test]
    fn ticking_both_sides_is_a_contradiction() {
        let mut form = complete();
        form.consents.share_identity = Answer::Both;
        assert_eq!(problems(&form), vec![Problem { item: FormItem::ShareIdentity, fault: Fault::Contradiction }]);
    }

    #[test]
    fn a_full_width_address_is_no_mail_address() {
        assert!(!is_mail_address("kagari＠miharashi．example"));
        assert!(!is_mail_address("kagari@localhost"));
        assert!(is_mail_address("kagari@miharashi.example"));
        assert!(!is_web_address("javascript:alert(1)"));
    }
}

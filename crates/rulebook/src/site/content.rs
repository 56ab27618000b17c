//! What a website case says about the flaw, in the words that the desk approved (decision 12): the operator is given a
//! copy, field by field; the raw report stays at the receiving body.

use serde::{Deserialize, Serialize};

use crate::report::form::ReportForm;

/// A field of the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteField {
    /// Address of the page.
    Url,
    /// Kind of flaw, in words.
    Kind,
    /// Environment, steps and result.
    Steps,
    /// Why it is a vulnerability.
    Why,
    /// What could happen.
    Threat,
    /// What the operator can do.
    Advice,
    /// Proof.
    Proof,
    /// Anything else; stays with the desk unless it is chosen.
    Notes,
}

impl SiteField {
    /// All of them, in the order of the page.
    pub const ALL: [SiteField; 8] = [
        SiteField::Url,
        SiteField::Kind,
        SiteField::Steps,
        SiteField::Why,
        SiteField::Threat,
        SiteField::Advice,
        SiteField::Proof,
        SiteField::Notes,
    ];

    /// Stable word for inputs and message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            SiteField::Url => "url",
            SiteField::Kind => "kind",
            SiteField::Steps => "steps",
            SiteField::Why => "why",
            SiteField::Threat => "threat",
            SiteField::Advice => "advice",
            SiteField::Proof => "proof",
            SiteField::Notes => "notes",
        }
    }
}

/// The copy itself. An empty field was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteContent {
    /// Address of the page.
    pub url: String,
    /// Kind of flaw, in words.
    pub kind: String,
    /// Environment, steps and result.
    pub steps: String,
    /// Why it is a vulnerability.
    pub why: String,
    /// What could happen.
    pub threat: String,
    /// What the operator can do.
    pub advice: String,
    /// Proof.
    pub proof: String,
    /// Anything else.
    pub notes: String,
}

impl SiteContent {
    /// One field.
    #[must_use]
    pub fn get(&self, field: SiteField) -> &str {
        match field {
            SiteField::Url => &self.url,
            SiteField::Kind => &self.kind,
            SiteField::Steps => &self.steps,
            SiteField::Why => &self.why,
            SiteField::Threat => &self.threat,
            SiteField::Advice => &self.advice,
            SiteField::Proof => &self.proof,
            SiteField::Notes => &self.notes,
        }
    }

    /// One field, to write.
    pub fn get_mut(&mut self, field: SiteField) -> &mut String {
        match field {
            SiteField::Url => &mut self.url,
            SiteField::Kind => &mut self.kind,
            SiteField::Steps => &mut self.steps,
            SiteField::Why => &mut self.why,
            SiteField::Threat => &mut self.threat,
            SiteField::Advice => &mut self.advice,
            SiteField::Proof => &mut self.proof,
            SiteField::Notes => &mut self.notes,
        }
    }

    /// A copy that holds only the named fields.
    #[must_use]
    pub fn only(&self, fields: &[SiteField]) -> SiteContent {
        let mut copy = SiteContent::default();
        for &field in fields {
            copy.get_mut(field).push_str(self.get(field));
        }
        copy
    }

    /// The copy that the receiving body proposes from a form; it waits for the desk's approval.
    #[must_use]
    pub fn from_form(form: &ReportForm) -> Self {
        let own = |text: &str| text.trim().to_owned();
        SiteContent {
            url: own(&form.website_url),
            kind: own(&form.vulnerability_kind),
            steps: own(&form.steps),
            why: own(&form.why_vulnerability),
            threat: own(&form.threat),
            advice: String::new(),
            proof: own(&form.proof),
            notes: own(&form.notes),
        }
    }
}

/// The host of a web address in small letters without `www.`, by which the same site is recognised; empty when there is
/// none.
#[must_use]
pub fn site_of(url: &str) -> String {
    let rest = url.trim().split_once("://").map_or(url.trim(), |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split_once(':').map_or(host, |(host, _)| host).trim_end_matches('.').to_lowercase();
    host.strip_prefix("www.").map_or(host.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::site_of;

    #[test]
    fn the_same_site_is_recognised_however_it_is_written() {
        for url in [
            "https://www.komachi.example/search?q=1",
            "http://komachi.example:8080/",
            "KOMACHI.example.",
            "https://user@www.Komachi.example#top",
        ] {
            assert_eq!(site_of(url), "komachi.example", "{url}");
        }
        assert_ne!(site_of("https://shop.komachi.example/"), "komachi.example", "another host is another site");
        assert_eq!(site_of(""), "");
    }
}

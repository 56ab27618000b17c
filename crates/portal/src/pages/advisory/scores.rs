//! 分析結果: scores, and what their vectors say in words.

use formats::document::{Fact, Vulnerability as Single};
use formats::{Cvss, CvssVersion, PublicDocument};
use ui::{Frame, Lang};

use super::super::words::{Line, language};

/// Metrics that say how easily it is attacked, in the order of the first screen. Names of metrics stand in lower case here,
/// as in the keys of messages.
const ATTACK: [&str; 3] = ["av", "pr", "ui"];
/// Base metrics of CVSS v3.0 and v3.1.
const BASE_V3: [&str; 8] = ["av", "ac", "pr", "ui", "s", "c", "i", "a"];
/// Base metrics of CVSS v4.0.
const BASE_V4: [&str; 11] = ["av", "ac", "at", "pr", "ui", "vc", "vi", "va", "sc", "si", "sa"];

/// One vulnerability with its names and scores.
pub(super) struct Vulnerability<'a> {
    /// Its name, unless that is only its number.
    pub(super) title: Option<Line<'a>>,
    pub(super) cve: Option<&'a str>,
    pub(super) cwes: Vec<Weakness<'a>>,
    pub(super) scores: Vec<Analysis<'a>>,
    /// What others say of it on a day.
    pub(super) facts: &'a [Fact],
}

/// A weakness with its name.
pub(super) struct Weakness<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'static str,
    pub(super) number: u32,
}

/// One score with its vector, and the vector in words.
pub(super) struct Analysis<'a> {
    pub(super) version: &'static str,
    pub(super) tenths: u8,
    pub(super) vector: &'a str,
    pub(super) metrics: Vec<(&'static str, &'static str)>,
}

/// Every vulnerability of an advisory that says more than that it is there.
pub(super) fn all(document: &PublicDocument, lang: Lang) -> Vec<Vulnerability<'_>> {
    document.vulnerabilities.iter().map(|single| Vulnerability::of(single, lang)).collect()
}

impl<'a> Vulnerability<'a> {
    fn of(single: &'a Single, lang: Lang) -> Self {
        let weakness = |id: &'a String| Weakness {
            id,
            name: formats::cwe::parse(id)
                .and_then(|number| formats::cwe::shown(number, language(lang)))
                .unwrap_or_default(),
            number: formats::cwe::parse(id).unwrap_or_default(),
        };
        let title = Line::of(lang, &single.title);
        Vulnerability {
            title: Some(title).filter(|title| !title.is_empty() && Some(title.text()) != single.cve.as_deref()),
            cve: single.cve.as_deref(),
            cwes: single.cwes.iter().map(weakness).collect(),
            scores: single.cvss.iter().map(|cvss| Analysis::of(cvss, lang)).collect(),
            facts: &single.facts,
        }
    }

    /// Whether there is anything to show.
    pub(super) fn is_empty(&self) -> bool {
        self.cve.is_none() && self.cwes.is_empty() && self.scores.is_empty() && self.facts.is_empty()
    }
}

/// What somebody says of a vulnerability, with the day on which it was said.
pub(super) fn said(frame: &Frame, fact: &Fact) -> String {
    match fact {
        Fact::Epss { on, probability, .. } => {
            frame.t2("portal-fact-epss", "probability", probability, "on", frame.day_text(*on))
        }
        Fact::Kev { on, ransomware: Some(true), .. } => {
            frame.t1("portal-fact-kev-ransomware", "on", frame.day_text(*on))
        }
        Fact::Kev { on, .. } => frame.t1("portal-fact-kev", "on", frame.day_text(*on)),
        Fact::Ssvc { on, role, options, .. } => {
            let options: Vec<String> = options.iter().map(|(point, value)| format!("{point}: {value}")).collect();
            let who = role.as_deref().map_or_else(|| "SSVC".to_owned(), |role| format!("SSVC, {role}"));
            let said = format!("{who}: {}", options.join(", "));
            frame.t2("portal-fact-ssvc", "said", said, "on", frame.day_text(*on))
        }
    }
}

impl<'a> Analysis<'a> {
    fn of(cvss: &'a Cvss, lang: Lang) -> Self {
        let names: &[&str] = if cvss.version == CvssVersion::V4_0 { &BASE_V4 } else { &BASE_V3 };
        let words = |name: &&str| Some((lang.find(&format!("portal-cvss-{name}"))?, value_word(cvss, name, lang)?));
        Analysis {
            version: cvss.version.text(),
            tenths: cvss.base_score.tenths(),
            vector: &cvss.vector,
            metrics: names.iter().filter_map(words).collect(),
        }
    }
}

/// How easily it is attacked, in sentences of a few words: over the network, without signing in, without a victim's help.
pub(super) fn attack(cvss: &Cvss, lang: Lang) -> Vec<&'static str> {
    let sentence = |name: &&str| {
        let value = metric(&cvss.vector, name)?;
        lang.find(&format!("portal-attack-{name}-{value}"))
    };
    ATTACK.iter().filter_map(sentence).collect()
}

fn value_word(cvss: &Cvss, name: &str, lang: Lang) -> Option<&'static str> {
    let value = metric(&cvss.vector, name)?;
    // Impacts share their words.
    let is_impact = matches!(name, "c" | "i" | "a" | "vc" | "vi" | "va" | "sc" | "si" | "sa");
    let family = if is_impact { "impact" } else { name };
    lang.find(&format!("portal-cvss-{family}-{value}"))
}

/// The value of a metric in a vector, in lower case.
fn metric(vector: &str, name: &str) -> Option<String> {
    let mut metrics = vector.split('/').filter_map(|part| part.split_once(':'));
    metrics.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_base_metric_of_every_version_has_words() {
        let vectors = [
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:H/A:N",
            "CVSS:3.0/AV:P/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:L",
            "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:P/VC:H/VI:L/VA:N/SC:L/SI:H/SA:N",
            "CVSS:4.0/AV:A/AC:H/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N",
        ];
        for (vector, lang) in vectors.iter().flat_map(|vector| Lang::ALL.map(|lang| (vector, lang))) {
            let cvss = Cvss::parse(vector).expect("a vector");
            let wanted = if cvss.version == CvssVersion::V4_0 { 11 } else { 8 };
            assert_eq!(Analysis::of(&cvss, lang).metrics.len(), wanted, "{vector} {lang}");
            assert_eq!(attack(&cvss, lang).len(), 3, "{vector} {lang}");
        }
    }
}

//! Ranges of versions, as a developer states them and as machines read them.

use crate::text::{Language, Localized};
use serde::{Deserialize, Serialize};

/// One end of a range.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bound {
    /// The version, as the developer writes it: `2.3.1`.
    pub version: String,
    /// Whether the range holds this version too.
    pub inclusive: bool,
}

impl Bound {
    /// A bound that belongs to its range.
    pub fn including(version: impl Into<String>) -> Self {
        Bound { version: version.into(), inclusive: true }
    }

    /// A bound that no longer belongs to its range.
    pub fn excluding(version: impl Into<String>) -> Self {
        Bound { version: version.into(), inclusive: false }
    }
}

/// Which versions are meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "RangeInJson")]
pub enum VersionRange {
    /// Every version.
    All,
    /// One version.
    Exact {
        /// The version.
        version: String,
    },
    /// From one version to another; at least one end is given.
    Between {
        /// Lower end.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<Bound>,
        /// Upper end.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<Bound>,
    },
    /// A version range specifier, verbatim: `vers:npm/>=1.0.0|<1.2.3`.
    Vers {
        /// The specifier.
        vers: String,
    },
}

/// A range as it stands in JSON. It is read as it comes and told apart afterwards: serde, to tell by a member what the
/// others are, keeps all of them first, and a document of two hundred vendors has hundreds of ranges.
#[derive(Deserialize)]
struct RangeInJson {
    kind: RangeKind,
    version: Option<String>,
    from: Option<Bound>,
    to: Option<Bound>,
    vers: Option<String>,
}

/// The kinds of [`VersionRange`].
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum RangeKind {
    All,
    Exact,
    Between,
    Vers,
}

impl TryFrom<RangeInJson> for VersionRange {
    type Error = &'static str;

    fn try_from(json: RangeInJson) -> Result<Self, Self::Error> {
        let RangeInJson { kind, version, from, to, vers } = json;
        match kind {
            RangeKind::All => Ok(VersionRange::All),
            RangeKind::Exact => version.map(|version| VersionRange::Exact { version }).ok_or("no version"),
            RangeKind::Between => Ok(VersionRange::Between { from, to }),
            RangeKind::Vers => vers.map(|vers| VersionRange::Vers { vers }).ok_or("no specifier"),
        }
    }
}

impl VersionRange {
    /// One version.
    pub fn exact(version: impl Into<String>) -> Self {
        VersionRange::Exact { version: version.into() }
    }

    /// Versions before the given one (より前).
    pub fn before(version: impl Into<String>) -> Self {
        VersionRange::Between { from: None, to: Some(Bound::excluding(version)) }
    }

    /// The given version and earlier ones (およびそれ以前).
    pub fn up_to(version: impl Into<String>) -> Self {
        VersionRange::Between { from: None, to: Some(Bound::including(version)) }
    }

    /// The given version and later ones (以降).
    pub fn since(version: impl Into<String>) -> Self {
        VersionRange::Between { from: Some(Bound::including(version)), to: None }
    }

    /// From the first version to the second, both included (から … まで).
    pub fn between(from: impl Into<String>, to: impl Into<String>) -> Self {
        VersionRange::Between { from: Some(Bound::including(from)), to: Some(Bound::including(to)) }
    }

    /// Whether the range says something: no end empty, at least one end there.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let filled = |version: &str| !version.trim().is_empty() && version.chars().count() <= 100;
        match self {
            VersionRange::All => true,
            VersionRange::Exact { version } => filled(version),
            VersionRange::Between { from: None, to: None } => false,
            VersionRange::Between { from, to } => [from, to].into_iter().flatten().all(|bound| filled(&bound.version)),
            VersionRange::Vers { vers } => is_vers(vers),
        }
    }

    /// The range in words, as advisories write it.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match self {
            VersionRange::All => language.pick("すべてのバージョン", "all versions").to_owned(),
            VersionRange::Exact { version } => version.clone(),
            VersionRange::Vers { vers } => vers.clone(),
            VersionRange::Between { from, to } => match language {
                Language::Ja => between_ja(from.as_ref(), to.as_ref()),
                Language::En => between_en(from.as_ref(), to.as_ref()),
            },
        }
    }

    /// The range as a vers-like specifier (CSAF 2.0, 3.1.2.3.2): `>=1.0|<2.3`, `*` for all, `2.3` for one version.
    /// A verbatim `vers:` is given back as it is.
    #[must_use]
    pub fn vls(&self) -> String {
        match self {
            VersionRange::All => "*".to_owned(),
            VersionRange::Exact { version } => quote(version),
            VersionRange::Vers { vers } => vers.clone(),
            VersionRange::Between { from, to } => {
                let lower =
                    from.as_ref().map(|b| format!("{}{}", if b.inclusive { ">=" } else { ">" }, quote(&b.version)));
                let upper =
                    to.as_ref().map(|b| format!("{}{}", if b.inclusive { "<=" } else { "<" }, quote(&b.version)));
                [lower, upper].into_iter().flatten().collect::<Vec<_>>().join("|")
            }
        }
    }
}

fn between_ja(from: Option<&Bound>, to: Option<&Bound>) -> String {
    let lower = |b: &Bound| if b.inclusive { " から " } else { " より後、 " };
    let upper = |b: &Bound| if b.inclusive { " まで" } else { " より前" };
    match (from, to) {
        (Some(from), Some(to)) => [&*from.version, lower(from), &to.version, upper(to)].concat(),
        (None, Some(to)) => [&*to.version, if to.inclusive { " およびそれ以前" } else { " より前" }].concat(),
        (Some(from), None) => [&*from.version, if from.inclusive { " 以降" } else { " より後" }].concat(),
        (None, None) => String::new(),
    }
}

fn between_en(from: Option<&Bound>, to: Option<&Bound>) -> String {
    let lower = |b: &Bound| if b.inclusive { "from " } else { "later than " };
    let upper = |b: &Bound| if b.inclusive { " to " } else { ", prior to " };
    match (from, to) {
        (Some(from), Some(to)) => [lower(from), &from.version, upper(to), &to.version].concat(),
        (None, Some(to)) if to.inclusive => [&*to.version, " and earlier"].concat(),
        (None, Some(to)) => ["prior to ", &to.version].concat(),
        (Some(from), None) if from.inclusive => [&*from.version, " and later"].concat(),
        (Some(from), None) => [lower(from), &from.version].concat(),
        (None, None) => String::new(),
    }
}

/// Percent-encodes what a version in a specifier may not hold as it is.
fn quote(version: &str) -> String {
    let mut text = String::with_capacity(version.len());
    for byte in version.trim().bytes() {
        if byte.is_ascii_alphanumeric() || b".-_+~:".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// The form that CSAF wants of a specifier: `vers:` + scheme + `/` + at least one constraint.
fn is_vers(text: &str) -> bool {
    let Some((scheme, constraints)) = text.strip_prefix("vers:").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let scheme_ok = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-+".contains(&b));
    scheme_ok && text.len() <= 1000 && !constraints.is_empty() && constraints.bytes().all(|b| b.is_ascii_graphic())
}

/// Versions of a product that share a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    /// What holds for these versions.
    pub status: VersionStatus,
    /// The versions in the developer's own words; empty when the range says it all.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub text: Localized,
    /// The versions for machines; missing when they are known in words only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<VersionRange>,
}

impl Versions {
    /// Versions given as a range.
    #[must_use]
    pub fn ranged(status: VersionStatus, range: VersionRange) -> Self {
        Versions { status, text: Localized::default(), range: Some(range) }
    }

    /// What a page shows: the developer's words, else the range in words.
    #[must_use]
    pub fn shown(&self, language: Language) -> String {
        if !self.text.is_empty() {
            return self.text.get(language).to_owned();
        }
        self.range.as_ref().map_or_else(String::new, |range| range.text(language))
    }
}

/// What holds for some versions of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionStatus {
    /// The vulnerability is there.
    Affected,
    /// The vulnerability was there and is fixed in these versions.
    Fixed,
    /// The vulnerability was never there.
    NotAffected,
    /// Its developer is still looking.
    UnderInvestigation,
    /// Nobody has said.
    Unknown,
}

impl VersionStatus {
    /// The word for people.
    #[must_use]
    pub const fn word(self, language: Language) -> &'static str {
        match self {
            VersionStatus::Affected => language.pick("影響を受ける", "affected"),
            VersionStatus::Fixed => language.pick("修正済み", "fixed"),
            VersionStatus::NotAffected => language.pick("影響を受けない", "not affected"),
            VersionStatus::UnderInvestigation => language.pick("調査中", "under investigation"),
            VersionStatus::Unknown => language.pick("不明", "unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_advisories() {
        let words = |range: &VersionRange| (range.text(Language::Ja), range.text(Language::En));
        assert_eq!(words(&VersionRange::before("2.3")), ("2.3 より前".into(), "prior to 2.3".into()));
        assert_eq!(words(&VersionRange::up_to("2.3")), ("2.3 およびそれ以前".into(), "2.3 and earlier".into()));
        assert_eq!(words(&VersionRange::since("2.3")), ("2.3 以降".into(), "2.3 and later".into()));
        assert_eq!(words(&VersionRange::between("1.0", "2.3")), ("1.0 から 2.3 まで".into(), "from 1.0 to 2.3".into()));
        assert_eq!(words(&VersionRange::All), ("すべてのバージョン".into(), "all versions".into()));
    }

    #[test]
    fn specifiers() {
        assert_eq!(VersionRange::before("2.3").vls(), "<2.3");
        assert_eq!(VersionRange::between("1.0", "2.3 SP1").vls(), ">=1.0|<=2.3%20SP1");
        assert_eq!(VersionRange::All.vls(), "*");
    }

    #[test]
    fn json_says_the_kind_and_what_the_kind_wants() {
        for (json, range) in [
            (r#"{"kind":"all"}"#, VersionRange::All),
            (r#"{"kind":"exact","version":"2.3"}"#, VersionRange::exact("2.3")),
            (r#"{"kind":"between","to":{"version":"2.3","inclusive":false}}"#, VersionRange::before("2.3")),
            (r#"{"kind":"vers","vers":"vers:npm/1"}"#, VersionRange::Vers { vers: "vers:npm/1".into() }),
        ] {
            assert_eq!(serde_json::to_string(&range).expect("written"), json);
            assert_eq!(serde_json::from_str::<VersionRange>(json).expect("read"), range);
        }
        assert!(serde_json::from_str::<VersionRange>(r#"{"version":"2.3","later":1,"kind":"exact"}"#).is_ok());
        for json in [r#"{"kind":"exact"}"#, r#"{"kind":"vers"}"#, r#"{"version":"2.3"}"#, r#"{"kind":"none"}"#] {
            assert!(serde_json::from_str::<VersionRange>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn validity() {
        assert!(!VersionRange::Between { from: None, to: None }.is_valid());
        assert!(!VersionRange::exact(" ").is_valid());
        assert!(VersionRange::Vers { vers: "vers:npm/>=1.0.0|<1.2.3".into() }.is_valid());
        assert!(!VersionRange::Vers { vers: "npm/1".into() }.is_valid());
    }
}

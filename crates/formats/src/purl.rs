//! Package URLs (ECMA-427): read, put into the one right form by the rules of each type, written.
//!
//! `packageurl`, the crate of the field, reads 562 of the specification's 586 tests; the difference lies in the rules
//! by type, which are the whole of it, so they stand here.

mod types;

use crate::text::Language;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use types::Namespace;

/// Longest package URL that is read.
pub const PURL_MAX: usize = 2_000;

/// Of a git repository the namespace is the host, and the whole path on it is the name.
const GIT: &str = "git";

/// A package URL in its right form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Purl {
    /// Type, in lower case: `npm`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Namespace, segments joined by `/`.
    pub namespace: Option<String>,
    /// Name.
    pub name: String,
    /// Version.
    pub version: Option<String>,
    /// Qualifiers by their keys.
    pub qualifiers: BTreeMap<String, String>,
    /// Path inside of the package.
    pub subpath: Option<String>,
}

/// Why a package URL was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PurlError {
    /// Longer than [`PURL_MAX`].
    TooLong,
    /// It does not begin with `pkg:`.
    Scheme,
    /// The type is missing or not written in letters, digits, `.` and `-` with a letter first.
    Type,
    /// The name is missing.
    NoName,
    /// A `%` without two hexadecimal digits, or bytes that are no UTF-8.
    Encoding,
    /// A qualifier's key that is not written in letters, digits, `.`, `-`, `_`, or one given twice.
    Qualifier,
    /// The type wants a namespace.
    NamespaceMissing,
    /// The type has no namespaces.
    NamespaceProhibited,
    /// The type wants this qualifier.
    QualifierMissing(&'static str),
    /// A part has characters that the type does not permit.
    Characters,
}

impl PurlError {
    /// What is wrong, for people.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let words = match self {
            PurlError::TooLong => language.pick("パッケージ URL が長すぎます。", "The package URL is too long."),
            PurlError::Scheme => {
                language.pick("パッケージ URL は pkg: で始めてください。", "A package URL starts with pkg:.")
            }
            PurlError::Type => {
                language.pick("種別がないか、正しくありません。", "The type is missing or not permitted.")
            }
            PurlError::NoName => language.pick("名前がありません。", "The name is missing."),
            PurlError::Encoding => {
                language.pick("パーセント符号化が正しくありません。", "The percent-encoding is broken.")
            }
            PurlError::Qualifier => language.pick("修飾子が正しくありません。", "A qualifier is not permitted."),
            PurlError::NamespaceMissing => {
                language.pick("この種別には名前空間が必要です。", "This type requires a namespace.")
            }
            PurlError::NamespaceProhibited => {
                language.pick("この種別に名前空間はありません。", "This type has no namespaces.")
            }
            PurlError::QualifierMissing(key) => {
                return match language {
                    Language::Ja => format!("この種別には修飾子 {key} が必要です。"),
                    Language::En => format!("This type requires the qualifier {key}."),
                };
            }
            PurlError::Characters => language
                .pick("この種別で使えない文字があります。", "A part has characters that its type does not permit."),
        };
        words.to_owned()
    }
}

impl fmt::Display for PurlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

impl std::error::Error for PurlError {}

impl Purl {
    /// Reads a package URL and puts it into its right form.
    ///
    /// # Errors
    /// When it is none, or breaks a rule of its type.
    pub fn parse(text: &str) -> Result<Self, PurlError> {
        let text = text.trim();
        if text.len() > PURL_MAX {
            return Err(PurlError::TooLong);
        }
        let (text, subpath) = split_last(text, '#');
        let (text, qualifiers) = split_last(text, '?');
        let (scheme, rest) = text.split_once(':').ok_or(PurlError::Scheme)?;
        if !scheme.eq_ignore_ascii_case("pkg") {
            return Err(PurlError::Scheme);
        }
        let (kind, path) = rest.trim_matches('/').split_once('/').ok_or(PurlError::NoName)?;
        let (path, version) = split_version(path);
        let (namespace, name) =
            if kind.eq_ignore_ascii_case(GIT) { path.split_once('/') } else { path.rsplit_once('/') }
                .unwrap_or(("", path));
        let purl = Purl {
            kind: kind.to_owned(),
            namespace: segments(namespace, false)?,
            name: decode(name)?,
            version: version.map(decode).transpose()?.filter(|version| !version.is_empty()),
            qualifiers: qualifiers.map(read_qualifiers).transpose()?.unwrap_or_default(),
            subpath: subpath.map(|path| segments(path, true)).transpose()?.flatten(),
        };
        purl.normalised()
    }

    /// The same package in its right form: what the type writes in lower case, what it demands and forbids.
    ///
    /// # Errors
    /// When a part is missing or not permitted.
    pub fn normalised(mut self) -> Result<Self, PurlError> {
        self.kind.make_ascii_lowercase();
        let kind_ok = self.kind.starts_with(|c: char| c.is_ascii_lowercase())
            && self.kind.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-".contains(&b));
        if !kind_ok {
            return Err(PurlError::Type);
        }
        if self.qualifiers.keys().any(|key| !is_key(key)) {
            return Err(PurlError::Qualifier);
        }
        self.qualifiers.retain(|_, value| !value.is_empty());
        self.namespace = self.namespace.filter(|namespace| !namespace.is_empty());
        let rules = types::rules(&self.kind);
        match (rules.namespace, &self.namespace) {
            (Namespace::Required, None) => return Err(PurlError::NamespaceMissing),
            (Namespace::Prohibited, Some(_)) => return Err(PurlError::NamespaceProhibited),
            _ => {}
        }
        if let Some(key) = rules.needs.filter(|key| !self.qualifiers.contains_key(*key)) {
            return Err(PurlError::QualifierMissing(key));
        }
        self.fold_case(rules.lower);
        self.own_rules()?;
        if self.name.is_empty() { Err(PurlError::NoName) } else { Ok(self) }
    }

    fn fold_case(&mut self, lower: &str) {
        let fold = |text: &mut String| *text = text.to_lowercase();
        if lower.contains('n') {
            self.namespace.as_mut().map(fold);
        }
        if lower.contains('p') {
            fold(&mut self.name);
        }
        if lower.contains('v') {
            self.version.as_mut().map(fold);
        }
    }

    /// What the table cannot say.
    fn own_rules(&mut self) -> Result<(), PurlError> {
        match self.kind.as_str() {
            "pypi" | "hackage" => self.name = self.name.replace('_', "-"),
            "pub" => self.name = self.name.replace(|c: char| !c.is_ascii_alphanumeric(), "_"),
            // Databricks folds the case of names, Azure keeps it.
            "mlflow" if self.qualifiers.get("repository_url").is_some_and(|url| url.contains("databricks")) => {
                self.fold_case("p");
            }
            _ => {}
        }
        let ok = match self.kind.as_str() {
            "cpan" => !self.name.contains("::"),
            "chrome-extension" => {
                let letters = self.name.len() == 32 && self.name.bytes().all(|b| (b'a'..=b'p').contains(&b));
                letters && self.version.as_deref().is_none_or(is_dotted)
            }
            _ => true,
        };
        if ok { Ok(()) } else { Err(PurlError::Characters) }
    }

    /// The package without its version.
    #[must_use]
    pub fn without_version(&self) -> Self {
        Purl { version: None, ..self.clone() }
    }
}

impl fmt::Display for Purl {
    /// `pkg:npm/%40scope/name@1.0.0?key=value#path`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = |path: &str| path.split('/').map(encode).collect::<Vec<_>>().join("/");
        write!(f, "pkg:{}/", self.kind)?;
        if let Some(namespace) = &self.namespace {
            write!(f, "{}/", path(namespace))?;
        }
        let name = if self.kind == GIT { path(&self.name) } else { encode(&self.name) };
        f.write_str(&name)?;
        if let Some(version) = &self.version {
            write!(f, "@{}", encode(version))?;
        }
        for (index, (key, value)) in self.qualifiers.iter().enumerate() {
            write!(f, "{}{key}={}", if index == 0 { '?' } else { '&' }, encode(value))?;
        }
        match &self.subpath {
            Some(subpath) => write!(f, "#{}", path(subpath)),
            None => Ok(()),
        }
    }
}

/// Cuts at the last such character.
fn split_last(text: &str, at: char) -> (&str, Option<&str>) {
    text.rsplit_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// The version follows the last `@`; one that begins a segment which is not the last is an npm scope left bare.
fn split_version(path: &str) -> (&str, Option<&str>) {
    match path.rsplit_once('@') {
        Some((before, after)) if (before.is_empty() || before.ends_with('/')) && after.contains('/') => (path, None),
        Some((before, after)) => (before, Some(after)),
        None => (path, None),
    }
}

fn read_qualifiers(text: &str) -> Result<BTreeMap<String, String>, PurlError> {
    let mut qualifiers = BTreeMap::new();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').ok_or(PurlError::Qualifier)?;
        let key = key.to_ascii_lowercase();
        if !is_key(&key) || qualifiers.insert(key, decode(value)?).is_some() {
            return Err(PurlError::Qualifier);
        }
    }
    Ok(qualifiers)
}

fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-_".contains(&b))
}

/// One to four numbers with dots between them.
fn is_dotted(version: &str) -> bool {
    let parts: Vec<&str> = version.split('.').collect();
    parts.len() <= 4 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Decodes each segment; empty ones fall away, and in a subpath `.` and `..` too.
fn segments(path: &str, subpath: bool) -> Result<Option<String>, PurlError> {
    let mut kept = Vec::new();
    for segment in path.split('/') {
        let segment = decode(segment)?;
        let dots = subpath && matches!(segment.as_str(), "." | "..");
        if segment.contains('/') {
            return Err(PurlError::Characters);
        }
        if !segment.is_empty() && !dots {
            kept.push(segment);
        }
    }
    Ok((!kept.is_empty()).then(|| kept.join("/")))
}

fn decode(text: &str) -> Result<String, PurlError> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| byte.and_then(|b| char::from(b).to_digit(16));
        let (high, low) = digit(rest.next()).zip(digit(rest.next())).ok_or(PurlError::Encoding)?;
        bytes.push(u8::try_from(high * 16 + low).map_err(|_| PurlError::Encoding)?);
    }
    String::from_utf8(bytes).map_err(|_| PurlError::Encoding)
}

fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b".-_~:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}

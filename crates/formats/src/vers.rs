//! Version range specifiers: `vers:npm/>=1.0.0|<2.0.0` (the VERS specification), and the order of versions by scheme.
//!
//! Crates that read specifiers know the order of a few schemes only, and a wrong order is a wrong warning, so the
//! orders stand here: [`order()`] says which.

mod distro;
mod general;
mod maven;
mod order;
mod pypi;
mod semver;

pub use order::order;
pub(crate) use order::sorted;

use crate::text::Language;
use crate::version::{Bound, VersionRange};
use std::cmp::Ordering;
use std::fmt;

/// Longest specifier that is read.
pub const VERS_MAX: usize = 10_000;

/// How a version lies to that of a constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// The version itself.
    Equal,
    /// Every version but this.
    NotEqual,
    /// Older.
    Less,
    /// Older, or the version itself.
    LessOrEqual,
    /// Newer.
    Greater,
    /// Newer, or the version itself.
    GreaterOrEqual,
}

use Comparator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};

impl Comparator {
    /// As a specifier writes it; the equals sign is left out.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Equal => "",
            NotEqual => "!=",
            Less => "<",
            LessOrEqual => "<=",
            Greater => ">",
            GreaterOrEqual => ">=",
        }
    }

    fn cut(text: &str) -> (Self, &str) {
        [NotEqual, LessOrEqual, GreaterOrEqual, Less, Greater]
            .into_iter()
            .find_map(|comparator| Some((comparator, text.strip_prefix(comparator.text())?)))
            .unwrap_or((Equal, text.strip_prefix('=').unwrap_or(text)))
    }

    const fn opens(self) -> bool {
        matches!(self, Greater | GreaterOrEqual)
    }

    const fn closes(self) -> bool {
        matches!(self, Less | LessOrEqual)
    }
}

/// A comparator and a version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Constraint {
    /// The comparator.
    pub comparator: Comparator,
    /// The version, decoded.
    pub version: String,
}

/// A version range specifier.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Vers {
    /// The scheme: `npm`, `deb`, `generic`.
    pub scheme: String,
    /// The constraints in the order of their versions; none means every version, in the scheme `none` no version.
    pub constraints: Vec<Constraint>,
}

/// Why a specifier was not read, or is not in its one right form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersError {
    /// Longer than [`VERS_MAX`].
    TooLong,
    /// It does not begin with `vers:`, a scheme and a slash.
    Shape,
    /// White space, or what is not printable ASCII.
    Characters,
    /// A constraint without a version.
    Empty,
    /// A `%` without two hexadecimal digits in capitals, or one that need not be there.
    Encoding,
    /// `*` beside other constraints, or missing where the scheme has nothing else.
    Star,
    /// The constraints are not sorted by version.
    Unsorted,
    /// A version stands there twice.
    Twice,
    /// Two constraints in a row that bound the same side.
    Sequence,
    /// Not a version of the scheme.
    Version,
}

impl VersError {
    /// What is wrong, for people.
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match self {
            VersError::TooLong => language.pick("バージョン範囲が長すぎます。", "The range is too long."),
            VersError::Shape => language.pick(
                "バージョン範囲は vers:種別/ で始めてください。",
                "A range starts with vers:, a type and a slash.",
            ),
            VersError::Characters => {
                language.pick("空白や ASCII 以外の文字は使えません。", "White space and non-ASCII are not permitted.")
            }
            VersError::Empty => language.pick("空の条件があります。", "A constraint is empty."),
            VersError::Encoding => {
                language.pick("パーセント符号化が正しくありません。", "The percent-encoding is not canonical.")
            }
            VersError::Star => language.pick("* は単独で使います。", "* stands alone."),
            VersError::Unsorted => {
                language.pick("条件がバージョンの順に並んでいません。", "The constraints are not sorted by version.")
            }
            VersError::Twice => language.pick("同じバージョンが二度あります。", "A version stands there twice."),
            VersError::Sequence => {
                language.pick("条件の並びが範囲になっていません。", "The sequence of comparators makes no range.")
            }
            VersError::Version => {
                language.pick("この種別のバージョンではありません。", "A version is not written as its type wants.")
            }
        }
    }
}

impl fmt::Display for VersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Language::En))
    }
}

impl std::error::Error for VersError {}

impl Vers {
    /// Reads a specifier as generously as it can be understood: any order, versions twice, escapes that need not be.
    ///
    /// # Errors
    /// When it cannot be understood.
    pub fn parse(text: &str) -> Result<Self, VersError> {
        if text.len() > VERS_MAX {
            return Err(VersError::TooLong);
        }
        if text.bytes().any(|b| !b.is_ascii_graphic()) {
            return Err(VersError::Characters);
        }
        let (scheme, list) =
            text.strip_prefix("vers:").and_then(|rest| rest.split_once('/')).ok_or(VersError::Shape)?;
        let scheme = scheme.to_ascii_lowercase();
        if !is_scheme(&scheme) {
            return Err(VersError::Shape);
        }
        if list == "*" {
            return Ok(Vers { scheme, constraints: Vec::new() });
        }
        if matches!(scheme.as_str(), "all" | "none") {
            return Err(VersError::Star);
        }
        let constraints: Vec<Constraint> = list.split('|').map(constraint).collect::<Result<_, _>>()?;
        let constraints = sorted(constraints, &|a, b| order(&scheme, &a.version, &b.version));
        Ok(Vers { scheme, constraints })
    }

    /// Reads a specifier in its one right form only.
    ///
    /// # Errors
    /// When it breaks a rule of the specification.
    pub fn parse_canonical(text: &str) -> Result<Self, VersError> {
        let vers = Vers::parse(text)?;
        let order = |a: &Constraint, b: &Constraint| order(&vers.scheme, &a.version, &b.version);
        if vers.constraints.windows(2).any(|pair| order(&pair[0], &pair[1]).is_eq()) {
            return Err(VersError::Twice);
        }
        if vers.scheme == "datetime" && !vers.constraints.iter().all(|c| is_instant(&c.version)) {
            return Err(VersError::Version);
        }
        vers.sequence()?;
        let given = text.split_once('/').map_or("", |(_, list)| list);
        let right = vers.to_string();
        if text == right {
            return Ok(vers);
        }
        let mut pieces: Vec<&str> = given.split('|').collect();
        let mut wanted: Vec<&str> = right.split_once('/').map_or("", |(_, list)| list).split('|').collect();
        pieces.sort_unstable();
        wanted.sort_unstable();
        Err(if pieces == wanted { VersError::Unsorted } else { VersError::Encoding })
    }

    /// The rules for constraints in a row.
    fn sequence(&self) -> Result<(), VersError> {
        let mut row = self.constraints.iter().map(|c| c.comparator).filter(|c| *c != NotEqual).peekable();
        while let Some(comparator) = row.next() {
            let next = row.peek().copied();
            if comparator == Equal && next.is_some_and(Comparator::closes) {
                let inside = self.constraints.iter().any(|c| c.comparator.opens());
                if !inside {
                    return Err(VersError::Sequence);
                }
            }
        }
        let bounds = || self.constraints.iter().map(|c| c.comparator).filter(|c| c.opens() || c.closes());
        if bounds().zip(bounds().skip(1)).any(|(one, next)| one.opens() == next.opens()) {
            return Err(VersError::Sequence);
        }
        Ok(())
    }

    /// Whether the range holds a version.
    #[must_use]
    pub fn contains(&self, version: &str) -> bool {
        if self.constraints.is_empty() {
            return self.scheme != "none";
        }
        let place = |constraint: &Constraint| order(&self.scheme, version, &constraint.version);
        let is_at = |comparator| self.constraints.iter().any(|c| c.comparator == comparator && place(c).is_eq());
        if is_at(Equal) {
            return true;
        }
        if is_at(NotEqual) {
            return false;
        }
        let bounds: Vec<&Constraint> =
            self.constraints.iter().filter(|c| c.comparator.opens() || c.comparator.closes()).collect();
        if bounds.is_empty() {
            return self.constraints.iter().all(|c| c.comparator == NotEqual);
        }
        if let Some(here) = bounds.iter().find(|c| place(c).is_eq()) {
            return matches!(here.comparator, LessOrEqual | GreaterOrEqual);
        }
        // The nearest bound on either side decides: an interval is open on the left or closes on the right.
        let older = bounds.iter().rfind(|c| place(c) == Ordering::Greater);
        let newer = bounds.iter().find(|c| place(c) == Ordering::Less);
        older.map_or_else(|| newer.is_some_and(|c| c.comparator.closes()), |c| c.comparator.opens())
    }

    /// The range that an advisory states, in a scheme; nothing when the range is a broken specifier.
    #[must_use]
    pub fn of(range: &VersionRange, scheme: &str) -> Option<Self> {
        let one = |comparator, version: &str| Constraint { comparator, version: version.trim().to_owned() };
        let constraints = match range {
            VersionRange::All => Vec::new(),
            VersionRange::Vers { vers } => return Vers::parse(vers).ok(),
            VersionRange::Exact { version } => vec![one(Equal, version)],
            VersionRange::Between { from, to } => {
                let lower = |b: &Bound| one(if b.inclusive { GreaterOrEqual } else { Greater }, &b.version);
                let upper = |b: &Bound| one(if b.inclusive { LessOrEqual } else { Less }, &b.version);
                from.as_ref().map(lower).into_iter().chain(to.as_ref().map(upper)).collect()
            }
        };
        Some(Vers { scheme: scheme.to_owned(), constraints })
    }

    /// The range as an advisory states it: plain where it is one version or one interval, else the specifier.
    #[must_use]
    pub fn range(&self) -> VersionRange {
        let bound = |constraint: &Constraint| Bound {
            version: constraint.version.clone(),
            inclusive: matches!(constraint.comparator, LessOrEqual | GreaterOrEqual),
        };
        match self.constraints.as_slice() {
            [] if self.scheme != "none" => VersionRange::All,
            [one] if one.comparator == Equal => VersionRange::exact(one.version.as_str()),
            [one] if one.comparator.opens() => VersionRange::Between { from: Some(bound(one)), to: None },
            [one] if one.comparator.closes() => VersionRange::Between { from: None, to: Some(bound(one)) },
            [from, to] if from.comparator.opens() && to.comparator.closes() => {
                VersionRange::Between { from: Some(bound(from)), to: Some(bound(to)) }
            }
            _ => VersionRange::Vers { vers: self.to_string() },
        }
    }
}

impl fmt::Display for Vers {
    /// `vers:npm/>=1.0.0|<2.0.0`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "vers:{}/", self.scheme)?;
        if self.constraints.is_empty() {
            return f.write_str("*");
        }
        for (index, constraint) in self.constraints.iter().enumerate() {
            let pipe = if index == 0 { "" } else { "|" };
            write!(f, "{pipe}{}{}", constraint.comparator.text(), encode(&constraint.version))?;
        }
        Ok(())
    }
}

fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-+".contains(&b))
}

fn is_instant(version: &str) -> bool {
    version.parse::<jiff::Timestamp>().is_ok() && !version.contains(['t', 'z'])
}

fn constraint(text: &str) -> Result<Constraint, VersError> {
    let (comparator, version) = Comparator::cut(text);
    if version.contains('*') {
        return Err(VersError::Star);
    }
    let version = decode(version)?;
    if version.trim().is_empty() {
        return Err(VersError::Empty);
    }
    Ok(Constraint { comparator, version })
}

fn decode(text: &str) -> Result<String, VersError> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| byte.and_then(|b| char::from(b).to_digit(16));
        let (high, low) = digit(rest.next()).zip(digit(rest.next())).ok_or(VersError::Encoding)?;
        bytes.push(u8::try_from(high * 16 + low).map_err(|_| VersError::Encoding)?);
    }
    String::from_utf8(bytes).map_err(|_| VersError::Encoding)
}

/// Only what would be read as something else is escaped.
fn encode(version: &str) -> String {
    let mut out = String::with_capacity(version.len());
    for byte in version.bytes() {
        if byte.is_ascii_graphic() && !b"><=!*|%".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}

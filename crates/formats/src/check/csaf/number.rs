//! Version numbers of a document: integers or semantic versions (`version_t`), in their order.

use super::pattern::digits;
use std::cmp::Ordering;

/// A version number of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number<'a> {
    Integer(&'a str),
    Semantic { core: [&'a str; 3], pre: &'a str, build: Option<&'a str> },
}

impl<'a> Number<'a> {
    pub fn parse(text: &'a str) -> Option<Self> {
        if is_number(text) {
            return Some(Number::Integer(text));
        }
        let (rest, build) = text.split_once('+').map_or((text, None), |(rest, build)| (rest, Some(build)));
        let (core, pre) = rest.split_once('-').map_or((rest, None), |(core, pre)| (core, Some(pre)));
        let mut parts = core.split('.');
        let core = [parts.next()?, parts.next()?, parts.next()?];
        let word = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let pre_word = |text: &str| word(text) && (!digits(text) || is_number(text));
        let ok = parts.next().is_none()
            && core.iter().all(|part| is_number(part))
            && pre.is_none_or(|pre| pre.split('.').all(pre_word))
            && build.is_none_or(|build| build.split('.').all(word));
        ok.then_some(Number::Semantic { core, pre: pre.unwrap_or_default(), build })
    }

    pub fn is_semantic(&self) -> bool {
        matches!(self, Number::Semantic { .. })
    }

    /// The integer itself or the major version.
    pub fn major(&self) -> &'a str {
        match self {
            Number::Integer(number) => number,
            Number::Semantic { core, .. } => core[0],
        }
    }

    pub fn is_pre_release(&self) -> bool {
        matches!(self, Number::Semantic { pre, .. } if !pre.is_empty())
    }

    pub fn build(&self) -> Option<&'a str> {
        if let Number::Semantic { build, .. } = self { *build } else { None }
    }

    /// `0` or `0.y.z`.
    pub fn is_zero(&self) -> bool {
        self.major() == "0"
    }

    /// Without its pre-release part.
    pub fn released(self) -> Self {
        match self {
            Number::Semantic { core, build, .. } => Number::Semantic { core, pre: "", build },
            integer => integer,
        }
    }

    /// Semantic Versioning 2.0.0, 11; an integer counts as `n.0.0`; build metadata does not count.
    pub fn order(&self, other: &Number<'_>) -> Ordering {
        let parts = |number: &Number<'a>| match *number {
            Number::Integer(number) => ([number, "0", "0"], ""),
            Number::Semantic { core, pre, .. } => (core, pre),
        };
        let (core, pre) = parts(self);
        let (other_core, other_pre) = match *other {
            Number::Integer(number) => ([number, "0", "0"], ""),
            Number::Semantic { core, pre, .. } => (core, pre),
        };
        let numbers = core.iter().zip(other_core).map(|(a, b)| numeric(a, b)).find(|order| order.is_ne());
        numbers.unwrap_or_else(|| pre_release(pre, other_pre))
    }
}

fn is_number(text: &str) -> bool {
    digits(text) && (text.len() == 1 || !text.starts_with('0'))
}

/// Order of numbers of any length without leading zeros.
pub(super) fn numeric(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

fn pre_release(a: &str, b: &str) -> Ordering {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        (false, false) => {}
    }
    let (mut left, mut right) = (a.split('.'), b.split('.'));
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(a), Some(b)) => match (digits(a), digits(b)) {
                (true, true) => numeric(a, b),
                (true, false) => Ordering::Less,
                (false, true) => Ordering::Greater,
                (false, false) => a.cmp(b),
            },
        };
        if order.is_ne() {
            return order;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chain of Semantic Versioning 2.0.0, 11.
    #[test]
    fn order() {
        let chain = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1"];
        let numbers: Vec<_> =
            chain.iter().chain(&["1.0.0", "1.2.0", "1.10.0", "3"]).map(|t| Number::parse(t).unwrap()).collect();
        assert!(numbers.is_sorted_by(|a, b| a.order(b).is_lt()));
        assert!(Number::parse("2").unwrap().order(&Number::parse("2.0.0+x").unwrap()).is_eq());
        for bad in ["", "01", "1.0", "1.0.0-", "1.0.0-01", "1.0.0+", "v1", "1.0.0.0"] {
            assert_eq!(Number::parse(bad), None, "{bad}");
        }
    }
}

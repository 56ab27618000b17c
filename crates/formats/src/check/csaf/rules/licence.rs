//! The licence of a document (2.1): SPDX expressions.

use super::super::finding::Findings;
use super::super::subject::Subject;
use super::profile::{language, titled};
use super::{document, i, m, o};
use std::collections::HashMap;
use std::sync::OnceLock;

const SCANCODE: &str = include_str!("../data/licences.txt");
const TERMS: [&str; 2] = ["License", "Lizenz"];
const PATH: &str = "/document/license_expression";
/// Deepest nesting of parentheses.
const DEPTH_MAX: usize = 50;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    document::absent(o(43), subject.document, "license_expression", findings);
    let Some(text) = subject.document.text("license_expression").filter(|text| !text.is_empty()) else { return };
    let Some(ids) = expression(text) else {
        return findings.add(m(54), PATH, &[text]);
    };
    let mut foreign = false;
    for id in ids {
        let known = known(id);
        foreign |= known == Known::Foreign;
        match known {
            Known::Deprecated => findings.add(o(44), PATH, &[id]),
            Known::Missing => findings.add(o(45), PATH, &[id]),
            Known::Listed | Known::Foreign => {}
        }
        if known == Known::Foreign {
            findings.add(i(17), PATH, &[id]);
        }
    }
    if let Some((word, english)) = language(subject).filter(|_| foreign) {
        titled(subject, TERMS[word], "legal_disclaimer", if english { m(55) } else { o(46) }, findings);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Listed,
    Deprecated,
    /// Should be in a list and is not.
    Missing,
    /// Of somebody's own list.
    Foreign,
}

/// What the licence lists of SPDX and ScanCode say about an identifier.
fn known(id: &str) -> Known {
    let key = id.strip_prefix("LicenseRef-scancode-").or_else(|| id.strip_prefix("AdditionRef-scancode-"));
    if let Some(key) = key {
        return match scancode().get(key) {
            Some(true) => Known::Deprecated,
            Some(false) => Known::Listed,
            None => Known::Missing,
        };
    }
    if id.starts_with("LicenseRef-") || id.starts_with("AdditionRef-") {
        return Known::Foreign;
    }
    let base = id.strip_suffix('+').unwrap_or(id);
    let same = |name: &str| name.eq_ignore_ascii_case(base);
    let licence =
        spdx::identifiers::LICENSES.iter().find(|licence| same(licence.name) || licence.name.eq_ignore_ascii_case(id));
    let exception = || spdx::identifiers::EXCEPTIONS.iter().find(|exception| same(exception.name));
    let deprecated = match licence {
        Some(licence) => licence.flags & spdx::flags::IS_DEPRECATED != 0,
        None => match exception() {
            Some(exception) => exception.flags & spdx::flags::IS_DEPRECATED != 0,
            // An expression with `any-OSI` means every licence that OSI approves.
            None if id == "any-OSI" => false,
            None => return Known::Missing,
        },
    };
    if deprecated { Known::Deprecated } else { Known::Listed }
}

/// Keys of ScanCode LicenseDB and whether they are deprecated.
fn scancode() -> &'static HashMap<&'static str, bool> {
    static READ: OnceLock<HashMap<&'static str, bool>> = OnceLock::new();
    READ.get_or_init(|| {
        let lines = SCANCODE.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.strip_prefix('!').map_or((line, false), |key| (key, true))).collect()
    })
}

/// The ABNF of SPDX 3.0.1, annex B, without `DocumentRef`: the identifiers of an expression, or `None`.
fn expression(text: &str) -> Option<Vec<&str>> {
    let mut ids = vec![];
    let (mut depth, mut wants, mut with) = (0_usize, true, false);
    for token in tokens(text) {
        match token {
            "(" if wants && !with && depth < DEPTH_MAX => depth += 1,
            ")" if !wants && depth > 0 => depth -= 1,
            "AND" | "OR" | "and" | "or" if !wants => (wants, with) = (true, false),
            "WITH" | "with" if !wants && !with => (wants, with) = (true, true),
            "(" | ")" => return None,
            id if wants && (if with { is_addition(id) } else { is_licence(id) }) => {
                ids.push(id);
                wants = false;
            }
            _ => return None,
        }
    }
    (!wants && depth == 0 && !ids.is_empty()).then_some(ids)
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['(', ')', ' '])
        .flat_map(|part| {
            let split = part
                .char_indices()
                .next_back()
                .filter(|(_, c)| ['(', ')', ' '].contains(c))
                .map_or(part.len(), |(i, _)| i);
            let (word, sign) = part.split_at(split);
            [word, sign.trim()]
        })
        .filter(|token| !token.is_empty())
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b))
}

/// `idstring`, `idstring+`, `LicenseRef-idstring`; the prefixes are written exactly so.
fn is_licence(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    match text.strip_prefix("LicenseRef-") {
        Some(rest) => is_word(rest),
        None if ["licenseref-", "documentref-", "additionref-"].iter().any(|prefix| lower.starts_with(prefix)) => false,
        None => is_word(text.strip_suffix('+').unwrap_or(text)),
    }
}

fn is_addition(text: &str) -> bool {
    is_word(text) && !text.to_ascii_lowercase().starts_with("licenseref-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        for good in
            ["MIT", "MIT OR any-OSI", "(MIT AND Apache-2.0) OR GPL-2.0+", "GPL-2.0-only WITH Classpath-exception-2.0"]
        {
            assert!(expression(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "MIT OR",
            "(MIT",
            "MIT)",
            "MIT MIT",
            "WITH MIT",
            "This is a license text.",
            "licenseref-a",
            "a/b",
            "()",
        ] {
            assert_eq!(expression(bad), None, "{bad}");
        }
        assert!(known("MIT") == Known::Listed && known("GFDL-1.1") == Known::Deprecated);
        assert!(known("LicenseRef-scancode-aop-pd") == Known::Deprecated && known("No-Such") == Known::Missing);
        assert!(known("LicenseRef-www.example.com-x") == Known::Foreign);
    }
}

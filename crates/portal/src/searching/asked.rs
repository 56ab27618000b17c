//! A search as it stands in an address: `q`, `vendor`, `product`, `severity`, `year`, `cwe`, `status`, `source`, `from`, `to`,
//! `sort`, `page`. What makes no sense is left out.

use formats::Severity;
use formats::document::Affectedness;
use search::question::TEXT_MAX;
use search::{Question, Sort};
use ui::Query;

/// Characters of a name that are read.
const NAME_MAX: usize = 100;
/// Everything that an address says of a search, besides its page.
pub(crate) const NAMES: [&str; 11] =
    ["q", "vendor", "product", "severity", "year", "cwe", "status", "source", "from", "to", "sort"];

/// The question of an address.
pub(crate) fn question(query: &Query) -> Question {
    let said = |name: &str| query.get(name).map(str::trim).filter(|value| !value.is_empty());
    let name = |name: &str| said(name).map(|value| value.chars().take(NAME_MAX).collect::<String>());
    let mut question = Question::new(query.get("q").unwrap_or_default());
    question.vendor = name("vendor");
    question.product = name("product");
    question.source = name("source");
    question.severity = said("severity").and_then(severity);
    question.year = said("year").and_then(|year| year.parse().ok()).filter(|year| (1..=9999).contains(year));
    question.cwe = said("cwe").and_then(cwe);
    question.status = said("status").and_then(status);
    question.from = said("from").and_then(|day| day.parse().ok());
    question.to = said("to").and_then(|day| day.parse().ok());
    let usual = if question.words.is_empty() { Sort::Updated } else { Sort::Relevance };
    question.sort = said("sort").and_then(Sort::parse).unwrap_or(usual);
    question
}

/// The page of an address, from 1.
pub(crate) fn page(query: &Query, last: usize) -> usize {
    query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, last.max(1))
}

/// The same search at another path: what belongs to it and nothing else.
pub(crate) fn at(path: &str, query: &Query) -> Query {
    let said = NAMES.iter().filter_map(|name| Some((name, query.get(name).filter(|value| !value.is_empty())?)));
    said.fold(Query::new(path), |query, (name, value)| {
        let most = if *name == "q" { TEXT_MAX } else { NAME_MAX };
        query.and(name, value.chars().take(most).collect::<String>())
    })
}

/// A weakness: `CWE-79`, or its number alone.
fn cwe(text: &str) -> Option<String> {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-');
    let number = (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    number.then(|| format!("CWE-{digits}"))
}

fn severity(name: &str) -> Option<Severity> {
    Severity::ALL.into_iter().find(|one| severity_name(*one) == name)
}

fn status(name: &str) -> Option<Affectedness> {
    Affectedness::ALL.into_iter().find(|one| status_name(*one) == name)
}

/// The name as in the query `severity=…`.
pub(crate) const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::None => "none",
        Severity::Low => "low",
        Severity::Medium => "medium",
        Severity::High => "high",
        Severity::Critical => "critical",
    }
}

/// The name as in the query `status=…`.
pub(crate) const fn status_name(status: Affectedness) -> &'static str {
    match status {
        Affectedness::Affected => "affected",
        Affectedness::AffectedInvestigating => "affected_investigating",
        Affectedness::NotAffected => "not_affected",
        Affectedness::NotAffectedInvestigating => "not_affected_investigating",
        Affectedness::Unknown => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Question {
        question(&Query::parse(&format!("/ja/advisories?{query}")))
    }

    #[test]
    fn an_address_is_a_search() {
        let found = asked(
            "q=%EF%BC%B4LS&vendor=aoba&severity=high&year=2026&cwe=79&status=affected&from=2026-01-02&sort=score",
        );
        assert_eq!((found.words[0].as_str(), found.vendor.as_deref()), ("tls", Some("aoba")));
        assert_eq!((found.severity, found.year), (Some(Severity::High), Some(2026)));
        assert_eq!((found.cwe.as_deref(), found.status), (Some("CWE-79"), Some(Affectedness::Affected)));
        assert_eq!((found.from, found.sort), (Some(jiff::civil::date(2026, 1, 2)), Sort::ScoreUp));
        assert_eq!((asked("q=x").sort, asked("").sort), (Sort::Relevance, Sort::Updated));
    }

    #[test]
    fn nonsense_asks_for_nothing() {
        let nonsense =
            "severity=x&year=99999&cwe=CWE-x&status=%3Cb%3E&from=2026-02-31&to=yesterday&sort=mood&vendor=%20";
        assert_eq!(asked(nonsense), Question::default());
        let query = Query::parse("/ja/advisories?q=a&page=3&evil=1&vendor=");
        assert_eq!(at("/ja/advisories.atom", &query).to_string(), "/ja/advisories.atom?q=a");
        assert_eq!((page(&query, 2), page(&query, 0), page(&Query::parse("/?page=-1"), 9)), (2, 1, 1));
    }
}

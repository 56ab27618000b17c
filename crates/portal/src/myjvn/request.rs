//! A request of the API: its parameters, read as the documents say.

use formats::Language;
use jiff::civil::Date;
use ui::Query;

/// Characters of a parameter that are echoed.
const ECHO_MAX: usize = 1_000;
/// Parameters that the Status node of version 3.3 has an attribute for, besides method, feed and lang.
const ECHOED: [&str; 38] = [
    "startItem",
    "maxCountItem",
    "xsl",
    "cpeName",
    "vendorId",
    "productId",
    "keyword",
    "type",
    "severity",
    "vector",
    "rangeDatePublic",
    "rangeDatePublished",
    "rangeDateFirstPublished",
    "datePublicStartY",
    "datePublicStartM",
    "datePublicStartD",
    "datePublicEndY",
    "datePublicEndM",
    "datePublicEndD",
    "datePublishedStartY",
    "datePublishedStartM",
    "datePublishedStartD",
    "datePublishedEndY",
    "datePublishedEndM",
    "datePublishedEndD",
    "dateFirstPublishedStartY",
    "dateFirstPublishedStartM",
    "dateFirstPublishedStartD",
    "dateFirstPublishedEndY",
    "dateFirstPublishedEndM",
    "dateFirstPublishedEndD",
    "vulnId",
    "theme",
    "cweId",
    "pid",
    "datePublished",
    "dateFirstPublished",
    "ft",
];
/// Those of them that are integers in the schema.
const INTEGERS: [&str; 5] = ["vendorId", "productId", "pid", "datePublished", "dateFirstPublished"];

/// The name of a required parameter that is missing, or of one whose value cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Failure(pub(super) &'static str);

impl Failure {
    /// The failure in a sentence.
    pub(super) fn text(self, language: Language) -> String {
        match language {
            Language::Ja => format!("パラメタ {} が指定されていないか、値が正しくありません。", self.0),
            Language::En => format!("The parameter {} is missing or has a wrong value.", self.0),
        }
    }
}

/// The parameters of a request.
#[derive(Debug)]
pub(super) struct Request(Query, Vec<(String, String)>);

/// Which part of the results is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Number of the first one, from 1.
    pub(super) first: usize,
    /// How many.
    pub(super) count: usize,
    /// Most that are given at once.
    pub(super) most: usize,
}

impl Part {
    /// The results of this part.
    pub(super) fn of<'a, T>(&self, results: &'a [T]) -> &'a [T] {
        let start = (self.first - 1).min(results.len());
        &results[start..(start + self.count).min(results.len())]
    }
}

impl Request {
    /// Reads a query or a form.
    pub(super) fn parse(query: &str) -> Self {
        let parsed = Query::parse(&format!("/?{query}"));
        let known = ECHOED.iter().chain(&OKA_ECHOED).collect::<std::collections::BTreeSet<_>>();
        let echo = known.into_iter().filter_map(|name| {
            let value = parsed.get(name).filter(|value| !value.is_empty())?;
            Some(((*name).to_owned(), value.chars().take(ECHO_MAX).collect()))
        });
        let echo = echo.collect();
        Request(parsed, echo)
    }

    /// A parameter that says something.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(str::trim).filter(|value| !value.is_empty())
    }

    /// A parameter that has to say something.
    pub(super) fn need(&self, name: &'static str) -> Result<&str, Failure> {
        self.get(name).ok_or(Failure(name))
    }

    /// A number in half-width digits.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &'static str) -> Result<Option<T>, Failure> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let read = |text: &str| digits(text).then(|| text.parse().ok()).flatten().ok_or(Failure(name));
        self.get(name).map(read).transpose()
    }

    /// The values of a parameter that may have several.
    pub(super) fn several(&self, name: &str) -> Vec<&str> {
        let text = self.get(name).unwrap_or_default();
        text.split([' ', '+']).filter(|value| !value.is_empty()).collect()
    }

    /// The method.
    pub(super) fn method(&self) -> &str {
        self.get("method").unwrap_or_default()
    }

    /// The language asked for; Japanese unless English is.
    pub(super) fn language(&self) -> Language {
        if self.get("lang") == Some("en") { Language::En } else { Language::Ja }
    }

    /// The part asked for; one that is larger than the limit is cut to it.
    pub(super) fn part(&self, most: usize) -> Result<Part, Failure> {
        let first = self.number::<usize>("startItem")?.unwrap_or(1);
        let count = self.number::<usize>("maxCountItem")?.unwrap_or(most);
        if first == 0 {
            return Err(Failure("startItem"));
        }
        if count == 0 {
            return Err(Failure("maxCountItem"));
        }
        Ok(Part { first, count: count.min(most), most })
    }

    /// A day of eight digits.
    pub(super) fn day(&self, name: &'static str) -> Result<Option<Date>, Failure> {
        let Some(text) = self.get(name) else { return Ok(None) };
        let part = |from: usize, to: usize| text.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let parts = (part(0, 4), part(4, 6), part(6, 8));
        let (Some(year), Some(month), Some(day)) = parts else { return Err(Failure(name)) };
        let numbers = (year.parse(), month.parse(), day.parse());
        let (Ok(year), Ok(month), Ok(day)) = numbers else { return Err(Failure(name)) };
        Date::new(year, month, day).ok().filter(|_| text.len() == 8).map(Some).ok_or(Failure(name))
    }

    /// The parameters as they came, as far as the Status node of version 3.3 can say them.
    pub(super) fn echo(&self) -> Vec<(String, String)> {
        let integer = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let sayable = |(name, value): &&(String, String)| match name.as_str() {
            name if INTEGERS.contains(&name) => integer(value),
            "theme" => ["sumAll", "sumJvnDb", "sumCvss", "sumCwe"].contains(&value.as_str()),
            "ft" => ["xml", "json"].contains(&value.as_str()),
            name => ECHOED.contains(&name),
        };
        self.1.iter().filter(sayable).cloned().collect()
    }

    /// The parameters of version 4.0 as they came.
    pub(super) fn echo_oka(&self) -> Vec<(String, String)> {
        self.1.iter().filter(|(name, _)| OKA_ECHOED.contains(&name.as_str())).cloned().collect()
    }
}

/// Parameters that answers of version 4.0 echo.
const OKA_ECHOED: [&str; 30] = [
    "startItem",
    "maxCountItem",
    "keyword",
    "vulnId",
    "ft",
    "cweId",
    "metricType",
    "nameType",
    "vendorName",
    "productName",
    "version",
    "versionType",
    "versionStart",
    "versionStartType",
    "versionEnd",
    "versionEndType",
    "modifiedRangeDate",
    "modifiedStartDate",
    "modifiedEndDate",
    "createdStartDate",
    "createdEndDate",
    "publicStartDate",
    "publicEndDate",
    "pubStartDate",
    "pubEndDate",
    "cvssV2Metrics",
    "cvssV3Metrics",
    "cvssV3Severity",
    "cvssV4Metrics",
    "cvssV4Severity",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_values_are_joined_by_a_plus_in_either_spelling() {
        for query in ["vulnId=JVNDB-2026-000001+JVNDB-2026-000002", "vulnId=JVNDB-2026-000001%2BJVNDB-2026-000002"] {
            assert_eq!(Request::parse(query).several("vulnId"), ["JVNDB-2026-000001", "JVNDB-2026-000002"], "{query}");
        }
        assert_eq!(Request::parse("cpeName=cpe:/a:apache:xerces-c%252B%252B").several("cpeName").len(), 1);
    }

    #[test]
    fn parts() {
        let part = |query: &str| Request::parse(query).part(50);
        assert_eq!(part(""), Ok(Part { first: 1, count: 50, most: 50 }));
        assert_eq!(part("startItem=&maxCountItem=9999"), Ok(Part { first: 1, count: 50, most: 50 }));
        assert_eq!(part("startItem=0"), Err(Failure("startItem")));
        assert_eq!(part("maxCountItem=１"), Err(Failure("maxCountItem")));
        let results = [1, 2, 3];
        assert_eq!(part("startItem=3&maxCountItem=2").expect("a part").of(&results), [3]);
        assert!(part("startItem=99").expect("a part").of(&results).is_empty());
    }

    #[test]
    fn days_have_eight_digits() {
        let day = |text: &str| Request::parse(&format!("d={text}")).day("d");
        assert_eq!(day("20260601"), Ok(Some(jiff::civil::date(2026, 6, 1))));
        for wrong in ["2026-06-01", "20260631", "2026060", "202606011", "あいうえ"] {
            assert_eq!(day(wrong), Err(Failure("d")), "{wrong}");
        }
    }

    #[test]
    fn the_echo_says_what_the_schema_can() {
        let request = Request::parse("method=x&vendorId=1+2&keyword=%E7%B7%91&theme=sumX&pid=7&xsl=1&evil=1&lang=ja");
        let names: Vec<String> = request.echo().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["keyword", "pid", "xsl"]);
    }
}

//! A path with its query: the filters, order and page of a list, kept in the URL.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, percent_decode_str, utf8_percent_encode};

/// A path and the names and values behind its question mark, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    path: String,
    pairs: Vec<(String, String)>,
}

impl Query {
    /// A path without a query.
    #[must_use]
    pub fn new(path: impl fmt::Display) -> Self {
        Query { path: path.to_string(), pairs: Vec::new() }
    }

    /// A path with a query as it stands in a URL. Bytes that are not UTF-8 are replaced.
    #[must_use]
    pub fn parse(path_and_query: &str) -> Self {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        });
        Query { path: path.to_owned(), pairs: pairs.collect() }
    }

    /// Adds a name and a value.
    #[must_use]
    pub fn and(mut self, name: impl fmt::Display, value: impl fmt::Display) -> Self {
        self.pairs.push((name.to_string(), value.to_string()));
        self
    }

    /// The first value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The URL with one name set to one value.
    #[must_use]
    pub fn with(&self, name: &str, value: impl fmt::Display) -> String {
        let value = value.to_string();
        self.url(self.others(name).chain([(name, value.as_str())]))
    }

    /// The URL without one name: the filter taken off, or the first page.
    #[must_use]
    pub fn without(&self, name: &str) -> String {
        self.url(self.others(name))
    }

    fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    fn others<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.pairs().filter(move |(found, _)| *found != name)
    }

    fn url<'a>(&self, pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
        let mut url = String::new();
        write(&mut url, &self.path, pairs).expect("writing to a string cannot fail");
        url
    }
}

impl fmt::Display for Query {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(out, &self.path, self.pairs())
    }
}

fn write<'a>(out: &mut impl fmt::Write, path: &str, pairs: impl Iterator<Item = (&'a str, &'a str)>) -> fmt::Result {
    out.write_str(path)?;
    for (at, (name, value)) in pairs.enumerate() {
        let mark = if at == 0 { '?' } else { '&' };
        write!(out, "{mark}{}={}", encode(name), encode(value))?;
    }
    Ok(())
}

/// Text as it stands in a query.
fn encode(text: &str) -> PercentEncode<'_> {
    /// All but the unreserved characters (RFC 3986, 2.3).
    const ENCODED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, &ENCODED)
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_changes_and_the_rest_stays() {
        let query = Query::parse("/ja/advisories?q=%E8%84%86%E5%BC%B1&sort=due&page=3");
        assert_eq!(query.get("q"), Some("脆弱"));
        assert_eq!(query.with("page", 4), "/ja/advisories?q=%E8%84%86%E5%BC%B1&sort=due&page=4");
        assert_eq!(query.without("q"), "/ja/advisories?sort=due&page=3");
    }

    #[test]
    fn a_query_from_outside_cannot_break_out() {
        let query = Query::parse("/q?a=%22%3E%3Cscript%3E&b=1+2&%zz=%e3&c");
        assert_eq!(query.get("b"), Some("1 2"));
        assert_eq!(query.to_string(), "/q?a=%22%3E%3Cscript%3E&b=1%202&%25zz=%EF%BF%BD&c=");
    }
}

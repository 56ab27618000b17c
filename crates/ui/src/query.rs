//! A path with its query: the filters, order and page of a list, kept in the URL.

use std::fmt;

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
        let mut changed = self.clone();
        changed.pairs.retain(|(found, _)| found != name);
        changed.and(name, value).to_string()
    }

    /// The URL without one name: the filter taken off, or the first page.
    #[must_use]
    pub fn without(&self, name: &str) -> String {
        let mut changed = self.clone();
        changed.pairs.retain(|(found, _)| found != name);
        changed.to_string()
    }
}

impl fmt::Display for Query {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.path)?;
        for (at, (name, value)) in self.pairs.iter().enumerate() {
            let mark = if at == 0 { '?' } else { '&' };
            write!(out, "{mark}{}={}", Encoded(name), Encoded(value))?;
        }
        Ok(())
    }
}

/// Text as it stands in a query.
struct Encoded<'a>(&'a str);

impl fmt::Display for Encoded<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => write!(out, "{}", byte as char)?,
                _ => write!(out, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = (bytes[at] == b'%').then(|| bytes.get(at + 1..at + 3)).flatten().and_then(hex);
        match (escaped, bytes[at]) {
            (Some(byte), _) => {
                out.push(byte);
                at += 2;
            }
            (None, b'+') => out.push(b' '),
            (None, byte) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex(digits: &[u8]) -> Option<u8> {
    let high = char::from(digits[0]).to_digit(16)?;
    let low = char::from(digits[1]).to_digit(16)?;
    u8::try_from(high * 16 + low).ok()
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

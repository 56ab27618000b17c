//! CSAF extensions (2.1): the address of their schema.

use super::pattern;

/// The frame that every extension follows: it is not an extension itself.
const FRAME: &str = "https://docs.oasis-open.org/csaf/csaf/v2.1/";

/// Official extensions lie here.
pub(super) fn is_official(url: &str) -> bool {
    url.starts_with("https://docs.oasis-open.org/csaf/")
}

/// Whether the text may stand in `$schema` of an extension: an address whose file name ends with a version.
pub(super) fn is_schema_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let Some((host, path)) = rest.split_once('/') else { return false };
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let label = |label: &str| {
        let bytes = label.as_bytes();
        let ends = bytes.first().copied().is_some_and(plain) && bytes.last().copied().is_some_and(plain);
        ends && bytes.len() <= 63 && bytes.iter().all(|b| plain(*b) || *b == b'-')
    };
    let host_ok = host.contains('.') && host.split('.').all(label);
    let segments_ok = path.split('/').all(|part| !part.is_empty() && !part.contains(char::is_whitespace));
    let file = path.rsplit('/').next().unwrap_or_default();
    let version = file.strip_suffix(".json").and_then(|name| name.rsplit_once('_')).map_or("", |(_, version)| version);
    let frame = text.starts_with(FRAME) && text.ends_with("schema/extension-content.json");
    host_ok && segments_ok && pattern::semantic_version(version) && pattern::uri(text) && !frame
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert!(is_schema_url("https://example.com/a/documentation-11-content_1.0.0.json"));
        for bad in [
            "http://example.com/a_1.0.0.json",
            "https://example.com/a.json",
            "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/extension-content.json",
            "https://example.com/a_1.0.json",
        ] {
            assert!(!is_schema_url(bad), "{bad}");
        }
    }
}

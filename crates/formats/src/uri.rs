//! Addresses and package URLs: are they ones at all? (RFC 3986, ECMA-427)

/// Longest address that is accepted.
pub const URI_MAX: usize = 2_000;

/// Whether the text is an `http` or `https` address that is written in RFC 3986's characters and has a host.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, tail) = rest.split_at(host_end);
    let host_ok = host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:[]_".contains(&b));
    text.len() <= URI_MAX && host_ok && tail.matches('#').count() <= 1 && is_escaped(tail)
}

/// Whether the text is a package URL without version: `pkg:type/namespace/name`.
#[must_use]
pub fn is_purl(text: &str) -> bool {
    let Some((kind, path)) = text.strip_prefix("pkg:").and_then(|rest| rest.split_once('/')) else { return false };
    let kind_ok = kind.starts_with(|c: char| c.is_ascii_lowercase())
        && kind.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-+".contains(&b));
    let name = path.split(['?', '#']).next().unwrap_or_default();
    let segments_ok = !name.is_empty() && name.split('/').all(|segment| !segment.is_empty());
    let namespace_ok = name.contains('/') || !needs_namespace(kind);
    text.len() <= URI_MAX && kind_ok && segments_ok && namespace_ok && !has_version(name) && is_escaped(path)
}

/// Types whose packages have no name without a namespace.
fn needs_namespace(kind: &str) -> bool {
    ["alpm", "apk", "composer", "cpan", "github", "bitbucket", "maven", "swift", "vscode-extension"].contains(&kind)
}

/// A version follows an `@`; the scope of an npm package begins with one.
fn has_version(name: &str) -> bool {
    name.rfind('@').is_some_and(|at| at > 0 && !name[..at].ends_with('/'))
}

/// Only characters that RFC 3986 allows after the host, every `%` followed by two hexadecimal digits.
fn is_escaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    let hex = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_hexdigit);
    bytes.iter().enumerate().all(|(index, byte)| match byte {
        b'%' => hex(index + 1) && hex(index + 2),
        _ => byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(byte),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in ["https://www.example.jp/", "http://127.0.0.1:8787/ja", "https://a.example/x?y=%E3%81%82#z"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "",
            "ftp://a/",
            "https://",
            "https:///x",
            "https://例え.jp/",
            "https://a.example/あ",
            "https://a/%zz",
            "javascript:alert(1)",
            "https://a/<b>",
            "https://a/ b",
            "https://a/#b#c",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn package_urls() {
        for good in ["pkg:npm/foo", "pkg:npm/%40scope/foo", "pkg:maven/org.example/lib", "pkg:generic/openssl"] {
            assert!(is_purl(good), "{good}");
        }
        for bad in [
            "",
            "npm/foo",
            "pkg:npm",
            "pkg:npm/",
            "pkg:NPM/foo",
            "pkg:npm/foo@1.0",
            "pkg:maven/lib",
            "pkg:npm/あ",
            "pkg:npm//foo",
        ] {
            assert!(!is_purl(bad), "{bad}");
        }
    }
}

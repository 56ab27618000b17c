//! The patterns of the schemas, written as functions: no regular expression runs over foreign text.

use super::number::Number;
use super::time::{self, Instant};

pub(super) fn any(text: &str) -> bool {
    !text.is_empty()
}

/// RFC 3986: a scheme, then only characters that may stand in an address.
pub(super) fn uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let scheme_ok = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let (before, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    scheme_ok && !rest.is_empty() && escaped(before) && escaped(fragment) && authority_ok(before)
}

/// Brackets stand around an IPv6 address only; a port is digits.
fn authority_ok(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else { return !rest.contains(['[', ']']) };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((_, port)) => ("", port),
        None => host.split_once(':').map_or((host, ""), |(host, _)| (host, &host[host.len()..])),
    };
    let port_ok = port.is_empty() || port.strip_prefix(':').is_some_and(|p| p.bytes().all(|b| b.is_ascii_digit()));
    port_ok && !host.contains(['[', ']']) && !tail.contains(['[', ']'])
}

fn escaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    let hex = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_hexdigit);
    bytes.iter().enumerate().all(|(index, byte)| match byte {
        b'%' => hex(index + 1) && hex(index + 2),
        _ => byte.is_ascii_alphanumeric() || b"-._~:/?[]@!$&'()*+,;=".contains(byte),
    })
}

pub(super) fn date_time(text: &str) -> bool {
    Instant::parse(text).is_some()
}

pub(super) fn strict_date_time(text: &str) -> bool {
    time::is_strict(text)
}

/// `version_t`: an integer or a semantic version.
pub(super) fn version(text: &str) -> bool {
    Number::parse(text).is_some()
}

/// A semantic version.
pub(super) fn semantic_version(text: &str) -> bool {
    Number::parse(text).is_some_and(|number| number.is_semantic())
}

/// `^[^\s\-_\.](.*[^\s\-_\.])?$`
pub(super) fn category(text: &str) -> bool {
    let edge = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !['-', '_', '.'].contains(&c));
    edge(text.chars().next()) && edge(text.chars().next_back()) && !text.contains(['\n', '\r'])
}

/// `^[\S](.*[\S])?$`
pub(super) fn tracking_id(text: &str) -> bool {
    let edge = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    edge(text.chars().next()) && edge(text.chars().next_back()) && !text.contains(['\n', '\r'])
}

/// `^CVE-[0-9]{4}-[0-9]{4,}$`
pub(super) fn cve(text: &str) -> bool {
    let Some((year, number)) = text.strip_prefix("CVE-").and_then(|rest| rest.split_once('-')) else { return false };
    year.len() == 4 && number.len() >= 4 && digits(year) && digits(number)
}

/// `^CWE-[1-9]\d{0,5}$`
pub(super) fn cwe(text: &str) -> bool {
    crate::cwe::parse(text).is_some()
}

/// `^[1-9]\d*\.([0-9]|([1-9]\d+))(\.\d+)?$`
pub(super) fn cwe_version(text: &str) -> bool {
    let mut parts = text.split('.');
    let (Some(major), Some(minor)) = (parts.next(), parts.next()) else { return false };
    let last = parts.next();
    let major_ok = digits(major) && !major.starts_with('0');
    let minor_ok = digits(minor) && (minor.len() == 1 || !minor.starts_with('0'));
    major_ok && minor_ok && last.is_none_or(digits) && parts.next().is_none()
}

/// A hexadecimal digest of at least 32 digits.
pub(super) fn hash(text: &str) -> bool {
    text.len() >= 32 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The same in lower case (2.1).
pub(super) fn lower_hash(text: &str) -> bool {
    hash(text) && !text.bytes().any(|b| b.is_ascii_uppercase())
}

/// `^[0-9a-z][0-9a-z-]*$`
pub(super) fn algorithm(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_digit() || b.is_ascii_lowercase();
    text.bytes().next().is_some_and(plain) && text.bytes().all(|b| plain(b) || b == b'-')
}

/// `^pkg:[A-Za-z\.\-\+][A-Za-z0-9\.\-\+]*/.+`, at least seven characters.
pub(super) fn purl(text: &str) -> bool {
    let Some((kind, rest)) = text.strip_prefix("pkg:").and_then(|rest| rest.split_once('/')) else { return false };
    let letter = |b: u8| b.is_ascii_alphabetic() || b".-+".contains(&b);
    let kind_ok = kind.bytes().next().is_some_and(letter) && kind.bytes().all(|b| letter(b) || b.is_ascii_digit());
    kind_ok && !rest.is_empty() && text.len() >= 7 && uri(text)
}

/// `^pkg:[a-z][a-z0-9\.\-]*\/.+` (2.1).
pub(super) fn lower_purl(text: &str) -> bool {
    let kind = text.strip_prefix("pkg:").and_then(|rest| rest.split_once('/')).map_or("", |(kind, _)| kind);
    let kind_ok = kind.starts_with(|c: char| c.is_ascii_lowercase())
        && kind.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-".contains(&b));
    kind_ok && purl(text)
}

/// A decimal between 0 and 1: `^(([0]\.([0-9])+)|([1]\.[0]+))$`
pub(super) fn probability(text: &str) -> bool {
    let Some((whole, part)) = text.split_once('.') else { return false };
    !part.is_empty() && digits(part) && (whole == "0" || whole == "1" && part.bytes().all(|b| b == b'0'))
}

/// UUID of version 4, the Nil or the Max UUID, lower case.
pub(super) fn sharing_group(text: &str) -> bool {
    let lengths = text.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
    let hex = text.bytes().all(|b| b == b'-' || b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let only = |digit: char| text.chars().all(|c| c == '-' || c == digit);
    lengths && hex && (text.as_bytes()[14] == b'4' || only('0') || only('f'))
}

/// The pattern of `lang_t`: BCP 47 in its shape.
pub(super) fn language(text: &str) -> bool {
    super::language::Tag::parse(text).is_some()
}

/// Key of an SSVC decision point or value.
pub(super) fn ssvc_key(text: &str) -> bool {
    let word = |b: u8| b.is_ascii_alphanumeric();
    let ends = text.bytes().next().is_some_and(word) && text.bytes().next_back().is_some_and(word);
    text == "T*" || ends && text.bytes().all(|b| word(b) || b == b'_')
}

/// A formatted string of CPE 2.3 or a URI of CPE 2.2, as the schema of CSAF writes it down.
pub(super) fn cpe(text: &str) -> bool {
    if let Some(rest) = text.strip_prefix("cpe:2.3:") {
        return cpe_formatted(rest);
    }
    let Some(rest) = text.get(..5).filter(|start| start.eq_ignore_ascii_case("cpe:/")).and_then(|_| text.get(5..))
    else {
        return false;
    };
    let mut parts = rest.split(':');
    let part = parts.next().unwrap_or_default();
    let part_ok = part.is_empty() || part.len() == 1 && "AHOaho".contains(part);
    let rest: Vec<&str> = parts.collect();
    let plain = |part: &&str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-~%".contains(&b));
    part_ok && rest.len() <= 6 && rest.iter().all(plain)
}

fn cpe_formatted(rest: &str) -> bool {
    let parts = cpe_parts(rest);
    parts.len() == 11
        && ["a", "h", "o", "*", "-"].contains(&parts[0])
        && cpe_language(parts[6])
        && parts.iter().enumerate().all(|(index, part)| index == 0 || index == 6 || cpe_value(part))
}

/// Components of a formatted string: a colon after a backslash does not divide.
pub(super) fn cpe_parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::with_capacity(11);
    let (mut start, mut quoted) = (0, false);
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b'\\' if !quoted => quoted = true,
            b':' if !quoted => {
                parts.push(&text[start..index]);
                start = index + 1;
            }
            _ => quoted = false,
        }
    }
    parts.push(&text[start..]);
    parts
}

fn cpe_language(text: &str) -> bool {
    let (language, region) = text.split_once('-').map_or((text, None), |(language, region)| (language, Some(region)));
    let language_ok = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
    let region_ok = region.is_none_or(|region| {
        region.len() == 2 && region.bytes().all(|b| b.is_ascii_alphabetic()) || region.len() == 3 && digits(region)
    });
    ["*", "-"].contains(&text) || language_ok && region_ok
}

fn cpe_value(text: &str) -> bool {
    if ["*", "-"].contains(&text) {
        return true;
    }
    let inner = text.strip_prefix('*').unwrap_or_else(|| text.trim_start_matches('?'));
    let mut bytes = inner.bytes().peekable();
    let mut plain = 0;
    while let Some(byte) = bytes.peek().copied() {
        let quoted = byte == b'\\';
        if quoted {
            bytes.next();
        }
        match bytes.peek() {
            Some(b) if quoted && b"\\*?!\"#$%&'()+,/:;<=>@[]^`{|}~".contains(b) => {}
            Some(b) if !quoted && (b.is_ascii_alphanumeric() || b"-._".contains(b)) => {}
            _ if quoted => return false,
            _ => break,
        }
        bytes.next();
        plain += 1;
    }
    let tail: Vec<u8> = bytes.collect();
    plain > 0 && (tail.is_empty() || tail == b"*" || tail.iter().all(|b| *b == b'?'))
}

/// ASCII digits, at least one.
pub(super) fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

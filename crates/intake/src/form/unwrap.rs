//! What mailers put around a text: quotation marks of a reply, the armour of a clear signature.

use std::borrow::Cow;

/// The text inside an OpenPGP clear signature (RFC 9580, section 7), or the text itself.
#[must_use]
pub fn signed(text: &str) -> Cow<'_, str> {
    const BEGIN: &str = "-----BEGIN PGP SIGNED MESSAGE-----\n";
    const END: &str = "\n-----BEGIN PGP SIGNATURE-----";
    let Some((before, rest)) = text.split_once(BEGIN) else { return Cow::Borrowed(text) };
    if !(before.is_empty() || before.ends_with('\n')) {
        return Cow::Borrowed(text);
    }
    let Some((_, body)) = rest.split_once("\n\n") else { return Cow::Borrowed(text) };
    let body = body.split_once(END).map_or(body, |(body, _)| body);
    let lines: Vec<&str> = body.lines().map(|line| line.strip_prefix("- ").unwrap_or(line)).collect();
    Cow::Owned(lines.join("\n"))
}

/// The text without the `> ` of a reply, when a third of its lines or more carry it.
#[must_use]
pub fn quoted(text: &str) -> Cow<'_, str> {
    let written = text.lines().filter(|line| !line.trim().is_empty()).count();
    let quoted = text.lines().filter(|line| line.starts_with('>'));
    let depths: Vec<usize> = quoted.map(|line| split_quote(line, usize::MAX).0).collect();
    let Some(&depth) = depths.iter().min() else { return Cow::Borrowed(text) };
    if depths.len() * 3 < written {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.lines().map(|line| split_quote(line, depth).1).collect();
    Cow::Owned(lines.join("\n"))
}

/// Removes at most so many quotation marks, each with one space, and tells how many there were.
fn split_quote(line: &str, most: usize) -> (usize, &str) {
    let mut depth = 0;
    let mut rest = line;
    while let Some(inner) = rest.strip_prefix('>').filter(|_| depth < most) {
        depth += 1;
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    (depth, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_come_off_as_deep_as_all_have_them() {
        assert_eq!(quoted("> a\n> > b\n>\n"), "a\n> b\n");
        assert_eq!(quoted("a\nb\nc\n\"><img>\n> d\n"), "a\nb\nc\n\"><img>\n> d\n");
    }

    #[test]
    fn a_clear_signature_comes_off() {
        let text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n- -----\n1) 氏名：焔\n-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\n";
        assert_eq!(signed(text), "-----\n1) 氏名：焔");
        assert_eq!(signed("plain"), "plain");
    }
}

//! Files that came with a report: counted, measured and given names that are safe on every machine.

use unicode_normalization::UnicodeNormalization;

use crate::{Limits, plain};

/// Longest name kept, in characters, extension included.
const MAX_NAME: usize = 100;
/// Longest extension kept, in characters.
const MAX_EXTENSION: usize = 16;
/// Names that Windows gives to devices, whatever their extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A file that came with a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedFile {
    /// A bare, safe file name, unique within the report.
    pub name: String,
    /// Media type as declared, `application/octet-stream` if it makes no sense. Never trusted for display.
    pub media_type: String,
    /// Content, transfer encoding undone, nothing unpacked.
    pub bytes: Vec<u8>,
}

/// Collects files up to the limits.
#[derive(Debug)]
pub(crate) struct Files<'l> {
    limits: &'l Limits,
    /// Files within the limits.
    pub kept: Vec<ReceivedFile>,
    /// One was too large or too many.
    pub trouble: bool,
}

impl<'l> Files<'l> {
    /// None yet.
    pub fn new(limits: &'l Limits) -> Self {
        Files { limits, kept: Vec::new(), trouble: false }
    }

    /// Keeps a file if it is within the limits, else notes that one is missing (it stays in the original).
    pub fn add(&mut self, name: Option<&str>, media_type: &str, bytes: Vec<u8>) {
        let fits = self.kept.len() < self.limits.attachments && bytes.len() as u64 <= self.limits.attachment_bytes;
        if !fits {
            self.trouble = true;
            return;
        }
        let media_type = safe_media_type(media_type);
        let name = safe_name(name.unwrap_or_default());
        let name = if name.is_empty() { numbered(self.kept.len() + 1, &media_type) } else { name };
        let name = self.unique(name);
        self.kept.push(ReceivedFile { name, media_type, bytes });
    }

    fn unique(&self, name: String) -> String {
        let taken = |name: &str| self.kept.iter().any(|file| file.name.eq_ignore_ascii_case(name));
        if !taken(&name) {
            return name;
        }
        let (stem, extension) = split_extension(&name);
        (2..).map(|n| format!("{stem}-{n}{extension}")).find(|name| !taken(name)).unwrap_or(name)
    }
}

/// A file name as sent, made safe: no folders, no control or turning characters, no names of devices, not too long.
/// The extension stays. Empty when nothing is left.
#[must_use]
pub fn safe_name(sent: &str) -> String {
    let bare = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = bare
        .chars()
        .filter(|&c| !c.is_control() && !plain::is_invisible(c) && c != '\u{fffd}')
        .nfc()
        .map(|c| if "<>:\"|?*".contains(c) { '_' } else { c })
        .collect();
    let clean = clean.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, extension) = split_extension(clean);
    let (stem, _) = plain::clip(stem, MAX_NAME - MAX_EXTENSION - 1);
    let stem = stem.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    if is_device(stem) { format!("_{stem}{extension}") } else { format!("{stem}{extension}") }
}

/// Stem and extension with its dot; a long or strange ending is no extension.
fn split_extension(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 && is_extension(&name[at + 1..]) => name.split_at(at),
        _ => (name, ""),
    }
}

fn is_extension(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= MAX_EXTENSION && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = first.strip_prefix("com").or_else(|| first.strip_prefix("lpt"));
    DEVICES.contains(&first.as_str())
        || numbered.is_some_and(|n| n.chars().count() == 1 && n.chars().all(char::is_numeric))
}

fn safe_media_type(declared: &str) -> String {
    let token = |text: &str| {
        !text.is_empty()
            && text.len() <= 80
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    match declared.split_once('/') {
        Some((kind, subtype)) if token(kind) && token(subtype) => declared.to_ascii_lowercase(),
        _ => "application/octet-stream".to_owned(),
    }
}

/// A name for a file that came without one.
fn numbered(number: usize, media_type: &str) -> String {
    let extension = match media_type {
        "text/plain" => "txt",
        "text/html" => "html",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/gif" => "gif",
        "application/pdf" => "pdf",
        "application/zip" => "zip",
        "application/pgp-signature" | "application/pgp-encrypted" | "application/pgp-keys" => "asc",
        "message/rfc822" => "eml",
        _ => "bin",
    };
    format!("attachment-{number}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_safe() {
        for (sent, safe) in [
            ("../../etc/passwd", "passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            ("poc\u{202e}gpj.exe", "pocgpj.exe"),
            ("a\0b\r\nc.txt", "abc.txt"),
            ("CON.txt", "_CON.txt"),
            ("com1", "_com1"),
            ("aux.tar.gz", "_aux.tar.gz"),
            (" . . ", ""),
            ("..", ""),
            ("report.html. ", "report.html"),
            ("a<b>:c?.png", "a_b__c_.png"),
            ("証拠 画面.png", "証拠 画面.png"),
            ("", ""),
        ] {
            assert_eq!(safe_name(sent), safe, "{sent:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_extension() {
        let safe = safe_name(&format!("{}.html", "火".repeat(5000)));
        assert!(safe.chars().count() <= MAX_NAME && safe.ends_with("火.html"));
    }

    #[test]
    fn only_so_many_and_so_large() {
        let limits = Limits { attachments: 2, attachment_bytes: 4, ..Limits::default() };
        let mut files = Files::new(&limits);
        files.add(Some("a.txt"), "text/plain", vec![0; 5]);
        assert!(files.trouble && files.kept.is_empty());
        files.add(Some("a.txt"), "TEXT/Plain", vec![0; 4]);
        files.add(Some("A.txt"), "nonsense", vec![]);
        files.add(None, "image/png", vec![]);
        let names: Vec<_> = files.kept.iter().map(|f| (f.name.as_str(), f.media_type.as_str())).collect();
        assert_eq!(names, [("a.txt", "text/plain"), ("A-2.txt", "application/octet-stream")]);
    }
}

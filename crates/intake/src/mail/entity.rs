//! One MIME entity: its head, its decoded content, its parts.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::{quoted_printable_decode, quoted_printable_decode_char};
use mail_parser::{ContentType, HeaderName, HeaderValue, MessageParser};

use crate::charset;

/// A head longer than this is cut, in bytes: hardly a mailer writes one, and some parsing is quadratic.
const MAX_HEAD: usize = 64 * 1024;

/// Whether the transfer encoding could be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transfer {
    /// Undone.
    Whole,
    /// Some of it was no valid base64 or quoted-printable, or the encoding is unknown; what could be read is there.
    Damaged,
}

/// A mail or a part of one, its head read, its body still as sent.
#[derive(Debug, Default)]
pub struct Entity<'b> {
    /// Message-ID, where it is a mail.
    pub message_id: Option<String>,
    /// Address of From.
    pub sender: Option<String>,
    /// Subject.
    pub subject: Option<String>,
    /// Media type before the slash, lower case.
    pub kind: String,
    /// Media type after the slash, lower case.
    pub subtype: String,
    /// Declared charset.
    pub charset: Option<String>,
    /// Name given to a file, as sent.
    pub file_name: Option<String>,
    /// Content-Disposition says attachment.
    pub is_attachment: bool,
    boundary: Option<String>,
    transfer_encoding: String,
    body: &'b [u8],
}

impl<'b> Entity<'b> {
    /// Reads the head.
    #[must_use]
    pub fn read(bytes: &'b [u8]) -> Self {
        let (head, body) = split_head(bytes);
        let mut entity = Entity { kind: "text".into(), subtype: "plain".into(), body, ..Entity::default() };
        let head = readable_head(head);
        if let Some(parsed) = MessageParser::default().parse_headers(head.as_ref()) {
            entity.take_headers(&parsed);
        }
        entity
    }

    fn take_headers(&mut self, parsed: &mail_parser::Message<'_>) {
        self.message_id = first_id(parsed.header(HeaderName::MessageId));
        self.subject = parsed.subject().map(str::to_owned);
        self.sender = parsed
            .from()
            .and_then(|from| from.first())
            .and_then(|addr| addr.address.as_deref().or(addr.name.as_deref()).map(|text| text.trim().to_owned()));
        if let Some(HeaderValue::Text(encoding)) = parsed.header(HeaderName::ContentTransferEncoding) {
            self.transfer_encoding = encoding.trim().to_ascii_lowercase();
        }
        let disposition = parsed.header(HeaderName::ContentDisposition).and_then(HeaderValue::as_content_type);
        let content_type = parsed.header(HeaderName::ContentType).and_then(HeaderValue::as_content_type);
        if let Some(content_type) = content_type {
            self.kind = content_type.ctype().to_ascii_lowercase();
            self.subtype = content_type.subtype().unwrap_or_default().to_ascii_lowercase();
            self.charset = attribute(content_type, "charset");
            self.boundary = attribute(content_type, "boundary");
            self.file_name = attribute(content_type, "name");
        }
        if let Some(disposition) = disposition {
            self.is_attachment = disposition.is_attachment();
            self.file_name = attribute(disposition, "filename").or(self.file_name.take());
        }
    }

    /// `type/subtype`.
    #[must_use]
    pub fn media_type(&self) -> String {
        format!("{}/{}", self.kind, self.subtype)
    }

    /// A forwarded mail.
    #[must_use]
    pub fn is_message(&self) -> bool {
        self.kind == "message" && matches!(self.subtype.as_str(), "rfc822" | "global")
    }

    /// OpenPGP/MIME (RFC 3156) or S/MIME.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        match self.kind.as_str() {
            "multipart" => self.subtype == "encrypted",
            "application" => {
                matches!(self.subtype.as_str(), "pgp-encrypted" | "pkcs7-mime" | "x-pkcs7-mime")
            }
            _ => false,
        }
    }

    /// The parts of a multipart entity, at most `most` and one more; `None` for any other.
    #[must_use]
    pub fn parts(&self, most: usize) -> Option<Vec<&'b [u8]>> {
        if self.kind != "multipart" {
            return None;
        }
        let boundary = self.boundary.as_deref().filter(|boundary| !boundary.is_empty())?;
        let parts = split_parts(self.body, boundary.as_bytes(), most + 1);
        (!parts.is_empty()).then_some(parts)
    }

    /// The body with its transfer encoding undone.
    #[must_use]
    pub fn content(&self) -> (Cow<'b, [u8]>, Transfer) {
        match self.transfer_encoding.as_str() {
            "base64" => undo(base64_decode(self.body), || loose_base64(self.body)),
            "quoted-printable" => undo(quoted_printable_decode(self.body), || loose_quoted_printable(self.body)),
            "" | "7bit" | "8bit" | "binary" => (Cow::Borrowed(self.body), Transfer::Whole),
            _ => (Cow::Borrowed(self.body), Transfer::Damaged),
        }
    }
}

fn undo<'b>(strict: Option<Vec<u8>>, loose: impl FnOnce() -> Vec<u8>) -> (Cow<'b, [u8]>, Transfer) {
    match strict {
        Some(bytes) => (Cow::Owned(bytes), Transfer::Whole),
        None => (Cow::Owned(loose()), Transfer::Damaged),
    }
}

/// Base64 with foreign signs between (a list's footer, a cut end): what belongs to the alphabet is read.
fn loose_base64(bytes: &[u8]) -> Vec<u8> {
    let alphabet: Vec<u8> =
        bytes.iter().copied().filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).collect();
    base64_decode(&alphabet).unwrap_or_default()
}

/// Quoted-printable with stray equals signs: they stand for themselves.
fn loose_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first() {
        let (byte, next) = match rest {
            [b'=', b'\r', b'\n', next @ ..] | [b'=', b'\n', next @ ..] => (None, next),
            [b'=', high, low, next @ ..] => match quoted_printable_decode_char(*high, *low) {
                Some(byte) => (Some(byte), next),
                None => (Some(first), after),
            },
            _ => (Some(first), after),
        };
        text.extend(byte);
        rest = next;
    }
    text
}

/// Head and body, cut at the first empty line. A body may follow without any head.
#[must_use]
pub fn split_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    let window = &bytes[..bytes.len().min(MAX_HEAD)];
    let mut start = 0;
    for line in window.split_inclusive(|&b| b == b'\n') {
        let end = start + line.len();
        if line.ends_with(b"\n") && line.trim_ascii().is_empty() {
            return (&bytes[..start], &bytes[end..]);
        }
        start = end;
    }
    if bytes.len() > MAX_HEAD { (window, &bytes[MAX_HEAD..]) } else { (bytes, &[]) }
}

/// The first line is a header field, after an envelope line of a mailbox file if there is one.
#[must_use]
pub fn begins_with_header(head: &[u8]) -> bool {
    let mut lines = head.split(|&b| b == b'\n').skip_while(|line| line.starts_with(b"From "));
    let Some(first) = lines.next() else { return false };
    let Some(colon) = first.iter().position(|&b| b == b':') else { return false };
    colon > 0 && first[..colon].iter().all(u8::is_ascii_graphic)
}

/// A head as UTF-8 with an empty line at its end: old mailers put Japanese bytes into it without saying so.
pub fn readable_head(head: &[u8]) -> Cow<'_, [u8]> {
    let raw = !head.is_ascii() || head.contains(&0x1b);
    let mut bytes = match charset::decode(head, None).filter(|_| raw) {
        Some(decoded) => decoded.text.into_bytes(),
        None => head.to_vec(),
    };
    bytes.extend_from_slice(b"\r\n\r\n");
    Cow::Owned(bytes)
}

fn attribute(header: &ContentType<'_>, name: &str) -> Option<String> {
    header.attribute(name).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned)
}

fn first_id(value: Option<&HeaderValue<'_>>) -> Option<String> {
    let id = match value? {
        HeaderValue::Text(id) => id,
        HeaderValue::TextList(ids) => ids.first()?,
        _ => return None,
    };
    let id = id.trim();
    let usable = !id.is_empty() && id.len() <= 998 && id.chars().all(|c| !c.is_control() && !c.is_whitespace());
    usable.then(|| id.to_owned())
}

/// The bytes between boundary lines (RFC 2046, 5.1). A missing last boundary ends with the body.
fn split_parts<'b>(body: &'b [u8], boundary: &[u8], most: usize) -> Vec<&'b [u8]> {
    let mut parts = Vec::new();
    let mut open: Option<usize> = None;
    let mut start = 0;
    for line in body.split_inclusive(|&b| b == b'\n') {
        let end = start + line.len();
        let rest = line.strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary)).map(<[u8]>::trim_ascii_end);
        let last = matches!(rest, Some(b"--"));
        if last || matches!(rest, Some(b"")) {
            if let Some(from) = open.take() {
                parts.push(without_line_end(&body[from..start]));
            }
            if last || parts.len() >= most {
                return parts;
            }
            open = Some(end);
        }
        start = end;
    }
    parts.extend(open.map(|from| &body[from..]));
    parts
}

fn without_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_between_boundaries() {
        let body = b"preamble\r\n--b\r\n\r\none\r\n--bb\r\nstill one\r\n--b \r\n\r\ntwo\r\n--b--\r\nepilogue";
        let parts = split_parts(body, b"b", 10);
        assert_eq!(parts, [&b"\r\none\r\n--bb\r\nstill one"[..], b"\r\ntwo"]);
        assert_eq!(split_parts(b"--b\n\nopen", b"b", 10), [b"\nopen"]);
    }

    #[test]
    fn names_in_every_way_of_writing() {
        for header in [
            "filename=\"=?ISO-2022-JP?B?GyRCPlo1chsoQi5wbmc=?=\"",
            "filename*=UTF-8''%E8%A8%BC%E6%8B%A0.png",
            "filename*0*=UTF-8''%E8%A8%BC;\r\n filename*1*=%E6%8B%A0.png",
            "filename=\"証拠.png\"",
        ] {
            let bytes = format!("Content-Type: image/png\r\nContent-Disposition: attachment; {header}\r\n\r\nx");
            assert_eq!(Entity::read(bytes.as_bytes()).file_name.as_deref(), Some("証拠.png"), "{header}");
        }
    }

    #[test]
    fn a_raw_japanese_subject_is_read() {
        let (bytes, _, _) = encoding_rs::ISO_2022_JP.encode("Subject: 脆弱性の届出\r\n\r\n");
        assert_eq!(Entity::read(&bytes).subject.as_deref(), Some("脆弱性の届出"));
    }

    #[test]
    fn broken_transfer_encodings_give_what_can_be_read() {
        let part = b"Content-Transfer-Encoding: base64\n\naGVs*bG8=\n";
        assert_eq!(Entity::read(part).content(), (Cow::Borrowed(&b"hello"[..]), Transfer::Damaged));
        let part = b"Content-Transfer-Encoding: quoted-printable\n\na==3D=zz";
        assert_eq!(Entity::read(part).content(), (Cow::Borrowed(&b"a===zz"[..]), Transfer::Damaged));
    }
}

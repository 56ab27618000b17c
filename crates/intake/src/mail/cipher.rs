//! Encrypted mails: where the OpenPGP message in a mail is (RFC 3156, or in armour among the text), and the mail as it
//! reads once somebody opened it. Nothing is decrypted here.

use sha2::{Digest, Sha256};

use super::entity::{self, Entity};
use crate::{Limits, charset};

const BEGIN: &str = "-----BEGIN PGP MESSAGE-----";
const END: &str = "-----END PGP MESSAGE-----";

/// An OpenPGP message inside a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ciphertext {
    /// The message, in armour or binary.
    pub message: Vec<u8>,
    /// Where it was.
    place: Place,
    /// Parts of the mail beside it, heads included.
    beside: Vec<Vec<u8>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// It is the mail (PGP/MIME): inside is a whole entity.
    Mime,
    /// It stood in a text: what comes before and after it.
    Text { before: String, after: String },
}

/// Finds the OpenPGP message of a mail.
#[must_use]
pub fn find(bytes: &[u8], limits: &Limits) -> Option<Ciphertext> {
    let mut search = Search { limits, parts: 0, found: None, beside: Vec::new() };
    search.visit(bytes, 0);
    let (message, place) = search.found?;
    Some(Ciphertext { message, place, beside: search.beside })
}

struct Search<'l> {
    limits: &'l Limits,
    parts: usize,
    found: Option<(Vec<u8>, Place)>,
    beside: Vec<Vec<u8>>,
}

impl Search<'_> {
    fn visit(&mut self, bytes: &[u8], depth: usize) {
        self.parts += 1;
        if self.parts > self.limits.parts || depth > self.limits.depth {
            return;
        }
        let entity = Entity::read(bytes);
        let Some(parts) = entity.parts(self.limits.parts) else { return self.leaf(&entity, bytes, depth) };
        let is_marker = |part: &[u8]| Entity::read(part).media_type() == "application/pgp-encrypted";
        if self.found.is_none() && parts.iter().any(|part| is_marker(part)) {
            let message = parts.iter().find(|part| !is_marker(part) && holds_message(part));
            if let Some(part) = message {
                let (content, _) = Entity::read(part).content();
                self.found = Some((content.into_owned(), Place::Mime));
                return;
            }
        }
        parts.iter().for_each(|part| self.visit(part, depth + 1));
    }

    fn leaf(&mut self, entity: &Entity<'_>, bytes: &[u8], depth: usize) {
        let is_text = entity.kind == "text";
        if is_text && self.found.is_none() {
            let (content, _) = entity.content();
            let (head, _) = charset::head(&content, self.limits.text);
            let text = charset::decode(head, entity.charset.as_deref());
            if let Some(found) = text.as_ref().and_then(|text| armoured(&text.text)) {
                self.found = Some(found);
                return;
            }
        }
        // The page twin of a text holds the same message; the mail itself is no part of itself.
        if depth > 0 && !(is_text && entity.subtype == "html") {
            self.beside.push(bytes.to_vec());
        }
    }
}

fn holds_message(part: &[u8]) -> bool {
    let entity = Entity::read(part);
    let (content, _) = entity.content();
    let head = &content[..content.len().min(4096)];
    // Binary OpenPGP begins with a packet: its highest bit is set (RFC 9580, 4.2).
    let binary = entity.media_type() == "application/octet-stream" && head.first().is_some_and(|byte| byte & 0x80 != 0);
    binary || String::from_utf8_lossy(head).contains(BEGIN)
}

/// The first armoured message of a text.
fn armoured(text: &str) -> Option<(Vec<u8>, Place)> {
    let start = text.find(BEGIN)?;
    let end = start + text[start..].find(END)? + END.len();
    let message = text[start..end].replace("\r\n", "\n").into_bytes();
    let place = Place::Text { before: text[..start].to_owned(), after: text[end..].to_owned() };
    Some((message, place))
}

impl Ciphertext {
    /// The mail as it reads when `plain` is what the message held: the outer head, without what described the
    /// encrypted body, and the inner body. Of an inner head only its description and its subject are believed.
    #[must_use]
    pub fn opened(&self, mail: &[u8], plain: &[u8]) -> Vec<u8> {
        let (outer, _) = entity::split_head(mail);
        let subject_inside = matches!(self.place, Place::Mime) && has_subject(plain);
        let keeps = |name: &str| !(name.starts_with("content-") || subject_inside && name == "subject");
        let mut bytes = fields(outer, keeps);
        match &self.place {
            Place::Mime => self.push_entity(&mut bytes, plain),
            Place::Text { before, after } => {
                let text = [before.as_bytes(), plain, after.as_bytes()].concat();
                self.push_text(&mut bytes, &text);
            }
        }
        bytes
    }

    fn push_entity(&self, bytes: &mut Vec<u8>, plain: &[u8]) {
        let (inner, body) = entity::split_head(plain);
        if !entity::begins_with_header(inner) {
            return self.push_text(bytes, plain);
        }
        bytes.extend(fields(inner, |name| name.starts_with("content-") || name == "subject"));
        bytes.extend_from_slice(b"\r\n");
        bytes.extend_from_slice(body);
    }

    fn push_text(&self, bytes: &mut Vec<u8>, text: &[u8]) {
        if self.beside.is_empty() {
            bytes.extend_from_slice(b"Content-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
            bytes.extend_from_slice(text);
            return;
        }
        // The same mail gives the same bytes; nobody can foresee the boundary without knowing the message.
        let digest = Sha256::digest(&self.message);
        let boundary: String = digest[..12].iter().map(|byte| format!("{byte:02x}")).collect();
        let head = format!("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
        bytes.extend_from_slice(head.as_bytes());
        let own = [&b"Content-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"[..], text].concat();
        for part in std::iter::once(&own).chain(&self.beside) {
            bytes.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
            bytes.extend_from_slice(part);
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    }
}

fn has_subject(plain: &[u8]) -> bool {
    let (inner, _) = entity::split_head(plain);
    entity::begins_with_header(inner) && !fields(inner, |name| name == "subject").is_empty()
}

/// The fields of a head whose names (in lower case) are wanted, with their folded lines.
fn fields(head: &[u8], wanted: impl Fn(&str) -> bool) -> Vec<u8> {
    let mut kept = Vec::with_capacity(head.len());
    let mut keeping = false;
    for line in head.split(|&b| b == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            continue;
        }
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            let name = line.split(|&b| b == b':').next().unwrap_or_default();
            keeping = line.contains(&b':') && wanted(&String::from_utf8_lossy(name).trim().to_lowercase());
        }
        if keeping {
            kept.extend_from_slice(line);
            kept.extend_from_slice(b"\r\n");
        }
    }
    kept
}

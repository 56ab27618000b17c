//! An e-mail (RFC 5322, MIME) as texts that may hold a form, and files.
//!
//! Headers are read by `mail-parser`; the walk through the parts is ours, because it is bounded in depth and number.

mod bounce;
mod cipher;
mod entity;
mod envelope;
mod html;
mod letter;
mod quote;

pub use bounce::Bounce;
pub use cipher::Ciphertext;
pub use envelope::Automatic;
pub use letter::{Letter, read_letter};

use entity::{Entity, Transfer};

use crate::files::{Files, ReceivedFile};
use crate::{Limits, charset};

/// What a mail holds.
#[derive(Debug, Default)]
pub struct Mail {
    /// Message-ID without brackets.
    pub message_id: Option<String>,
    /// Address of From.
    pub sender: Option<String>,
    /// Subject, decoded.
    pub subject: Option<String>,
    /// Texts that may be the form, the likeliest first: plain body, HTML body, text files, forwarded mails.
    pub texts: Vec<charset::Decoded>,
    /// Attachments.
    pub files: Vec<ReceivedFile>,
    /// Some attachment was too large, one too many or unreadable.
    pub files_trouble: bool,
    /// The body is encrypted (OpenPGP or S/MIME).
    pub encrypted: bool,
    /// Some text was in no encoding that we know.
    pub unknown_encoding: bool,
    /// A text was longer than is looked at.
    pub text_cut: bool,
}

/// Whether bytes begin with a header field.
#[must_use]
pub fn has_head(bytes: &[u8]) -> bool {
    entity::begins_with_header(entity::split_head(bytes).0)
}

/// Whether bytes begin like a mail: a header line, and somewhere in the head what only mails carry.
#[must_use]
pub fn looks_like_mail(bytes: &[u8]) -> bool {
    let (head, _) = entity::split_head(bytes);
    if !entity::begins_with_header(head) {
        return false;
    }
    let head = head.to_ascii_lowercase();
    let has =
        |name: &[u8]| head.starts_with(name) || head.windows(name.len() + 1).any(|w| w[0] == b'\n' && &w[1..] == name);
    has(b"message-id:") || has(b"mime-version:") || (has(b"from:") && (has(b"subject:") || has(b"date:")))
}

/// Reads a mail.
#[must_use]
pub fn read(bytes: &[u8], limits: &Limits) -> Mail {
    let mut walk = Walk {
        limits,
        parts: 0,
        text_left: limits.text,
        mail: Mail::default(),
        files: Files::new(limits),
        bodies: Vec::new(),
        pages: Vec::new(),
        enclosed: Vec::new(),
        forwarded: Vec::new(),
    };
    let root = Entity::read(bytes);
    walk.mail.message_id = root.message_id.clone();
    walk.mail.sender = root.sender.clone();
    walk.mail.subject = root.subject.clone();
    walk.visit(&root, Place { depth: 0, alternative: false, forwarded: false });
    walk.finish()
}

/// Where in the mail a part stands.
#[derive(Clone, Copy)]
struct Place {
    depth: usize,
    alternative: bool,
    forwarded: bool,
}

struct Walk<'l> {
    limits: &'l Limits,
    parts: usize,
    /// Bytes of text that may still be looked at.
    text_left: usize,
    mail: Mail,
    files: Files<'l>,
    bodies: Vec<charset::Decoded>,
    pages: Vec<charset::Decoded>,
    enclosed: Vec<charset::Decoded>,
    forwarded: Vec<charset::Decoded>,
}

impl Walk<'_> {
    fn visit(&mut self, entity: &Entity<'_>, place: Place) {
        self.parts += 1;
        if self.parts > self.limits.parts {
            self.mail.files_trouble = true;
            return;
        }
        if entity.is_encrypted() {
            self.mail.encrypted = true;
        }
        let deeper = Place { depth: place.depth + 1, ..place };
        if place.depth < self.limits.depth {
            if let Some(parts) = entity.parts(self.limits.parts) {
                let alternative = place.alternative || entity.subtype == "alternative";
                return parts.iter().for_each(|part| self.visit(&Entity::read(part), Place { alternative, ..deeper }));
            }
            if entity.is_message() {
                let (inner, _) = entity.content();
                return self.visit(&Entity::read(&inner), Place { forwarded: true, alternative: false, ..deeper });
            }
        }
        self.leaf(entity, place);
    }

    fn leaf(&mut self, entity: &Entity<'_>, place: Place) {
        let (bytes, transfer) = entity.content();
        let broken_multipart = entity.kind == "multipart";
        let is_text = broken_multipart || entity.kind == "text" && matches!(entity.subtype.as_str(), "plain" | "html");
        let is_body = is_text && entity.file_name.is_none() && !entity.is_attachment;
        if is_body {
            return self.body(entity, &bytes, place);
        }
        if bytes.is_empty() && entity.file_name.is_none() {
            return;
        }
        if is_text && entity.subtype == "plain" && bytes.len() <= self.text_left {
            self.text_left -= bytes.len();
            self.enclosed.extend(charset::decode(&bytes, entity.charset.as_deref()));
        }
        self.mail.files_trouble |= transfer == Transfer::Damaged;
        self.files.add(entity.file_name.as_deref(), &entity.media_type(), bytes.into_owned());
    }

    fn body(&mut self, entity: &Entity<'_>, bytes: &[u8], place: Place) {
        let (head, cut) = charset::head(bytes, self.text_left);
        self.text_left -= head.len();
        self.mail.text_cut |= cut;
        let Some(mut decoded) = charset::decode(head, entity.charset.as_deref()) else {
            self.mail.unknown_encoding = true;
            return self.files.add(None, "application/octet-stream", bytes.to_vec());
        };
        if entity.subtype == "html" {
            decoded.text = html::to_text(&decoded.text);
            return self.pages.push(decoded);
        }
        if place.forwarded { self.forwarded.push(decoded) } else { self.bodies.push(decoded) }
    }

    fn finish(mut self) -> Mail {
        self.mail.texts.extend(join(self.bodies));
        self.mail.texts.extend(join(self.pages));
        self.mail.texts.append(&mut self.enclosed);
        self.mail.texts.append(&mut self.forwarded);
        self.mail.texts.retain(|decoded| !decoded.text.trim().is_empty());
        self.mail.encrypted |= self.mail.texts.iter().any(|decoded| is_armoured(&decoded.text));
        self.mail.files_trouble |= self.files.trouble;
        self.mail.files = self.files.kept;
        self.mail
    }
}

/// Body parts that follow each other (a list's footer, a text cut by a picture) are one text.
fn join(parts: Vec<charset::Decoded>) -> Option<charset::Decoded> {
    parts.into_iter().reduce(|mut whole, next| {
        whole.text.push('\n');
        whole.text.push_str(&next.text);
        whole.damaged |= next.damaged;
        whole
    })
}

/// An OpenPGP message in armour.
#[must_use]
pub fn is_armoured(text: &str) -> bool {
    text.lines().any(|line| line.trim_end() == "-----BEGIN PGP MESSAGE-----")
}

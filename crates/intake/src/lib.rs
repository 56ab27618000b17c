//! Reports as they come by file: text forms and e-mails, from hostile bytes to a form of the rulebook.
//!
//! What it knows: encodings, mail (RFC 5322, MIME), the layout of the three forms (届出様式) and how people fill them.
//!
//! What it must not know: the journal, keys, disks, networks, time. It gets bytes and gives values. Nothing is
//! unpacked, decrypted or run, every amount is bounded, and bytes that cannot be understood are kept and said to be so.

pub mod charset;
mod files;
mod form;
mod mail;
mod plain;
mod templates;

use std::fmt;

use rulebook::report::form::{MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, ReportForm};
use rulebook::report::problems::{Fault, FormItem, Problem, problems};
use sha2::{Digest, Sha256};

pub use files::{ReceivedFile, safe_name};
pub use mail::{Automatic, Bounce, Ciphertext, Letter, read_letter};
pub use templates::template;

/// How much is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes. Ask the file system before reading: a file beyond it needs no memory to be refused.
    pub total: u64,
    /// Most attachments.
    pub attachments: usize,
    /// Largest attachment, in bytes.
    pub attachment_bytes: u64,
    /// Longest text looked at, in bytes.
    pub text: usize,
    /// Most parts of a mail.
    pub parts: usize,
    /// Deepest nesting of parts and forwarded mails.
    pub depth: usize,
}

impl Default for Limits {
    /// Ten attachments of 20 MB in base64, and room for text and headers.
    fn default() -> Self {
        Limits {
            total: 300 * 1024 * 1024,
            attachments: MAX_ATTACHMENTS,
            attachment_bytes: MAX_ATTACHMENT_BYTES,
            text: 2 * 1024 * 1024,
            parts: 200,
            depth: 6,
        }
    }
}

/// A report as it was read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// The form, filled as far as it could be understood.
    pub form: ReportForm,
    /// Whether the text is one of the three forms at all. If not, `form` is empty and somebody has to read the text.
    pub kind_known: bool,
    /// What is missing, contradictory or unusable, item by item: the rulebook's and what only a reader of text sees.
    pub problems: Vec<Problem>,
    /// Why the text could not be read as a form.
    pub obstacle: Option<Obstacle>,
    /// Files that came with it, within the limits.
    pub attachments: Vec<ReceivedFile>,
    /// What tells a second import of the same report.
    pub key: ImportKey,
    /// The bytes as they came.
    pub original: Vec<u8>,
    /// Address in From of a mail. Anybody can write anything there.
    pub sender: Option<String>,
    /// Subject of a mail.
    pub subject: Option<String>,
    /// A usable spelling of the form's address (full-width letters made narrow), to be confirmed by a person.
    pub proposed_email: Option<String>,
    /// The text that was read as the form, with one kind of line end and without control characters.
    pub text: String,
}

impl Intake {
    /// Whether a person has to look before it can be handled: taken in, but "needs reading".
    #[must_use]
    pub fn needs_reading(&self) -> bool {
        !self.kind_known || !self.problems.is_empty()
    }
}

/// What tells that a file was imported before: Message-ID of a mail, else the content.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ImportKey {
    /// Message-ID without its angle brackets.
    MessageId(String),
    /// SHA-256 of the bytes.
    Content([u8; 32]),
}

impl fmt::Display for ImportKey {
    /// `mid:…` or `sha256:` and 64 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportKey::MessageId(id) => write!(f, "mid:{id}"),
            ImportKey::Content(digest) => {
                f.write_str("sha256:")?;
                digest.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }
    }
}

/// Why a text that was kept could not be read as a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Obstacle {
    /// OpenPGP or S/MIME.
    #[error("it is encrypted: decrypt it and import the result, or write it off by hand")]
    Encrypted,
    /// No text at all.
    #[error("it holds no text")]
    NoText,
    /// None of UTF-8, UTF-16, ISO-2022-JP, Shift_JIS, EUC-JP.
    #[error("its character encoding is unknown: save it as UTF-8")]
    UnknownEncoding,
    /// A text without the labels of a form.
    #[error("it is none of the three forms")]
    NotAForm,
}

impl Obstacle {
    /// Stable word for message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Obstacle::Encrypted => "encrypted",
            Obstacle::NoText => "no_text",
            Obstacle::UnknownEncoding => "unknown_encoding",
            Obstacle::NotAForm => "not_a_form",
        }
    }
}

/// Why nothing was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The file is empty.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than is taken in.
    #[error("the file has {size} bytes; at most {limit} are taken in. Send large evidence separately")]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The largest size taken in, in bytes.
        limit: u64,
    },
}

/// Reads a text form or an e-mail. `name` is the file's name: `.eml` helps to tell a mail from a text.
///
/// # Errors
/// Only where there is nothing to keep, or too much: everything else is an [`Intake`] with its problems.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Intake, Unreadable> {
    let size = bytes.len() as u64;
    if size > limits.total {
        return Err(Unreadable::TooLarge { size, limit: limits.total });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    let is_mail = name.to_ascii_lowercase().ends_with(".eml") && mail::has_head(bytes) || mail::looks_like_mail(bytes);
    let source = if is_mail { mail::read(bytes, limits) } else { text_file(bytes, limits) };
    Ok(understand(source, bytes))
}

/// A text file, seen as a mail with nothing but a body.
fn text_file(bytes: &[u8], limits: &Limits) -> mail::Mail {
    let (head, cut) = charset::head(bytes, limits.text);
    let decoded = charset::decode(head, None);
    mail::Mail {
        unknown_encoding: decoded.is_none(),
        encrypted: decoded.as_ref().is_some_and(|decoded| mail::is_armoured(&decoded.text)),
        texts: decoded.into_iter().filter(|decoded| !decoded.text.trim().is_empty()).collect(),
        text_cut: cut,
        ..mail::Mail::default()
    }
}

/// Finds the form among the texts of a mail and fills it.
fn understand(source: mail::Mail, bytes: &[u8]) -> Intake {
    let texts: Vec<(String, bool)> =
        source.texts.iter().map(|decoded| (plain::tidy(&decoded.text), decoded.damaged)).collect();
    let named = source.subject.as_deref().and_then(form::named_kind);
    let found = texts.iter().find_map(|text| {
        let reading = form::read(&text.0);
        let kind = reading.kind().or(named).filter(|_| reading.items() > 0)?;
        Some((text, reading, kind))
    });

    let mut intake = Intake {
        form: ReportForm::default(),
        kind_known: found.is_some(),
        problems: Vec::new(),
        obstacle: None,
        attachments: source.files,
        key: key(source.message_id, bytes),
        original: bytes.to_vec(),
        sender: source.sender.map(|sender| header_line(&sender)),
        subject: source.subject.map(|subject| header_line(&subject)),
        proposed_email: None,
        text: String::new(),
    };
    match found {
        Some(((text, damaged), reading, kind)) => {
            let filled = form::fill(&reading, kind, *damaged);
            intake.text.clone_from(text);
            intake.form = filled.form;
            intake.problems = problems(&intake.form);
            intake.problems.extend(filled.problems);
            intake.proposed_email = filled.proposed_email;
            if reading.second_form {
                intake.problems.push(Problem { item: FormItem::Kind, fault: Fault::Contradiction });
            }
        }
        None => {
            intake.text = texts.into_iter().next().map(|(text, _)| text).unwrap_or_default();
            intake.obstacle = Some(obstacle(source.encrypted, source.unknown_encoding, &intake.text));
            let missing = [FormItem::Kind, FormItem::FinderName, FormItem::Email];
            intake.problems.extend(missing.map(|item| Problem { item, fault: Fault::Missing }));
        }
    }
    if source.files_trouble {
        intake.problems.push(Problem { item: FormItem::Attachments, fault: Fault::Unusable });
    }
    if source.text_cut {
        intake.problems.push(Problem { item: FormItem::TooLong, fault: Fault::Unusable });
    }
    intake.problems.sort();
    intake.problems.dedup();
    intake
}

fn obstacle(encrypted: bool, unknown_encoding: bool, text: &str) -> Obstacle {
    if encrypted {
        return Obstacle::Encrypted;
    }
    if unknown_encoding {
        return Obstacle::UnknownEncoding;
    }
    if text.trim().is_empty() { Obstacle::NoText } else { Obstacle::NotAForm }
}

fn key(message_id: Option<String>, bytes: &[u8]) -> ImportKey {
    match message_id {
        Some(id) => ImportKey::MessageId(id),
        None => ImportKey::Content(Sha256::digest(bytes).into()),
    }
}

/// A header as one bounded line.
fn header_line(text: &str) -> String {
    let line = plain::tidy(text).replace(['\n', '\t'], " ");
    let (line, _) = plain::clip(line.trim(), rulebook::report::form::MAX_LINE);
    line.to_owned()
}

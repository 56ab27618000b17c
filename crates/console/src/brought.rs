//! A form with files and no draft, such as an attempt with what proves it: texts first, then each file, sealed piece by
//! piece while it comes.

use axum::extract::multipart::{Field, MultipartError};
use casework::{Error, ReceivedFile};
use rulebook::report::form::{MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS};
use store::StoreError;

use crate::forms::{Fields, MAX_FORM, clean};
use crate::front::upload::Parts;
use crate::who::Visitor;

/// Most parts of one form.
const MOST_PARTS: usize = 60;
/// Longest name of a file, in characters.
const MAX_NAME: usize = 120;
/// Files that go with a message: as many as a finder may send.
pub(crate) const WITH_MESSAGE: Takes =
    Takes { field: "attachments", most: MAX_ATTACHMENTS, too_many: "message-files-many" };
/// Which files a form takes.
#[derive(Clone, Copy)]
pub(crate) struct Takes {
    /// Name of their field.
    pub field: &'static str,
    /// Most of them.
    pub most: usize,
    /// What is said of more.
    pub too_many: &'static str,
}

impl Takes {
    /// Most bytes of one request.
    pub const fn request(self) -> usize {
        self.most * (MAX_ATTACHMENT_BYTES as usize) + 2 * MAX_FORM
    }
}

/// What came with a form.
#[derive(Default)]
pub(crate) struct Brought {
    /// The texts.
    pub fields: Fields,
    /// The files, sealed.
    pub files: Vec<ReceivedFile>,
}

/// Why a form with files cannot be taken, with the texts that came before.
pub(crate) enum Held {
    /// It does not come from a page of this session.
    Foreign,
    /// A file, or the request, is not as it may be: the key of the words.
    Unfit(Fields, &'static str),
    /// It went wrong.
    Error(Error),
}

/// Reads the form. No file is taken before the session's token was seen.
pub(crate) async fn read(Parts(mut parts): Parts, visitor: &Visitor, takes: Takes) -> Result<Brought, Held> {
    let mut brought = Brought::default();
    for _ in 0..MOST_PARTS {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) => return Err(unfit(brought.fields, &error)),
        };
        let Some(name) = part.file_name().map(str::to_owned) else {
            text(part, &mut brought).await?;
            continue;
        };
        if !visitor.owns(brought.fields.get("csrf")) {
            return Err(Held::Foreign);
        }
        if !name.is_empty() && part.name() == Some(takes.field) {
            file(part, &name, visitor, takes, &mut brought).await?;
        }
    }
    if visitor.owns(brought.fields.get("csrf")) { Ok(brought) } else { Err(Held::Foreign) }
}

fn unfit(fields: Fields, error: &MultipartError) -> Held {
    let large = error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE;
    Held::Unfit(fields, if large { "desk-reach-file-large" } else { "desk-reach-file-cut" })
}

async fn text(mut part: Field<'_>, brought: &mut Brought) -> Result<(), Held> {
    let name = part.name().unwrap_or_default().to_owned();
    let taken: usize = brought.fields.0.iter().map(|(name, value)| name.len() + value.len()).sum();
    let mut bytes = Vec::new();
    loop {
        match part.chunk().await {
            Ok(Some(chunk)) if taken + bytes.len() + chunk.len() > MAX_FORM => {
                return Err(Held::Unfit(std::mem::take(&mut brought.fields), "refusal-text-too-long"));
            }
            Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
            Ok(None) => break,
            Err(error) => return Err(unfit(std::mem::take(&mut brought.fields), &error)),
        }
    }
    brought.fields.0.push((name, clean(&String::from_utf8_lossy(&bytes))));
    Ok(())
}

async fn file(
    mut part: Field<'_>,
    name: &str,
    visitor: &Visitor,
    takes: Takes,
    brought: &mut Brought,
) -> Result<(), Held> {
    let held = |brought: &mut Brought, key| Held::Unfit(std::mem::take(&mut brought.fields), key);
    if brought.files.len() >= takes.most {
        return Err(held(brought, takes.too_many));
    }
    let failed = |error: StoreError| Held::Error(error.into());
    let mut writer = visitor.console.office.new_file().await.map_err(Held::Error)?;
    loop {
        let chunk = match part.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            Err(error) => return Err(unfit(std::mem::take(&mut brought.fields), &error)),
        };
        match writer.write(&chunk).await {
            Ok(()) => {}
            Err(StoreError::TooLarge { .. }) => return Err(held(brought, "desk-reach-file-large")),
            Err(error) => return Err(failed(error)),
        }
    }
    if writer.size() == 0 {
        return Err(held(brought, "desk-reach-file-empty"));
    }
    let sealed = writer.finish().await.map_err(failed)?;
    brought.files.push(ReceivedFile { name: shown_name(name), sealed });
    Ok(())
}

/// The bare name, safe and not long.
fn shown_name(name: &str) -> String {
    let bare = name.rsplit(['/', '\\']).next().unwrap_or_default();
    clean(bare).replace(['\n', '\t'], " ").chars().take(MAX_NAME).collect()
}

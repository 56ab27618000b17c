//! A form with files, read as it comes in: texts first, so that they are kept before the first file begins; each file
//! goes sealed to the disk piece by piece, and into the draft as soon as it is whole.

use std::task::Poll;

use axum::body::Body;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::Response;
use casework::{Error, FormDraft};
use futures_util::StreamExt;
use rulebook::report::form::{MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS};
use store::StoreError;
use ui::{Form, Lang, Trouble};

use super::drawer::Drawer;
use crate::forms::{Fields, MAX_FORM, clean};
use crate::state::Console;
use crate::who::Visitor;

/// Name of the field with files.
pub(super) const FILES: &str = "attachments";
/// Most bytes of one request: all files at once, and the texts.
pub(super) const MAX_REQUEST: usize = MAX_ATTACHMENTS * (MAX_ATTACHMENT_BYTES as usize) + 2 * MAX_FORM;
/// Most parts of one request.
const MAX_PARTS: usize = 200;

/// A form with files that has not been read yet.
pub(crate) struct Parts(pub(crate) Multipart);

impl FromRequest<Console> for Parts {
    type Rejection = Response;

    async fn from_request(request: Request, console: &Console) -> Result<Self, Response> {
        let (mut head, body) = request.into_parts();
        let visitor =
            <Visitor as axum::extract::FromRequestParts<Console>>::from_request_parts(&mut head, console).await?;
        let request = Request::from_parts(head, one_at_a_time(body));
        let parts = Multipart::from_request(request, console).await;
        parts.map(Parts).map_err(|_| Trouble::BadRequest.respond(visitor.frame()))
    }
}

/// The same bytes, one piece at a time. The reader of multipart forms takes all that is ready at once, which on a fast
/// line would be the whole request.
fn one_at_a_time(body: Body) -> Body {
    let mut pieces = body.into_data_stream();
    let mut rests = false;
    Body::from_stream(futures_util::stream::poll_fn(move |context| {
        if std::mem::take(&mut rests) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let piece = pieces.poll_next_unpin(context);
        rests = piece.is_ready();
        piece
    }))
}

/// Why a file was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// There are as many as there may be.
    TooMany(String),
    /// It is too large.
    TooLarge(String),
    /// There is nothing in it.
    Empty(String),
    /// The request broke off or was larger than anything that is taken.
    Cut(StatusCode),
    /// The texts are larger than anything that is taken.
    TooMuchText,
}

/// What came.
#[derive(Default)]
pub(super) struct Brought {
    /// The texts.
    pub fields: Fields,
    /// How many files were taken.
    pub taken: usize,
    /// What was not.
    pub unfit: Vec<Unfit>,
}

/// What went wrong while files were read, and the texts that came before.
pub(super) struct Failed {
    pub error: Error,
    pub brought: Brought,
}

/// Reads a form into a drawer. `take` puts the texts into the draft.
pub(super) async fn read(
    Parts(mut parts): Parts,
    visitor: &Visitor,
    drawer: &mut Drawer,
    take: impl Fn(&mut Drawer, &Fields),
) -> Result<Brought, Failed> {
    let mut brought = Brought::default();
    for _ in 0..MAX_PARTS {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) => {
                brought.unfit.push(cut(&error));
                break;
            }
        };
        let read = match part.file_name().map(str::to_owned) {
            None => text(part, &mut brought).await,
            Some(name) if name.is_empty() || part.name() != Some(FILES) => Ok(()),
            Some(name) => {
                take(drawer, &brought.fields);
                file(part, &name, visitor, drawer, &mut brought).await
            }
        };
        match read {
            Ok(()) => {}
            Err(Stop::Cut(unfit)) => {
                brought.unfit.push(unfit);
                break;
            }
            Err(Stop::Failed(error)) => return Err(Failed { error, brought }),
        }
    }
    take(drawer, &brought.fields);
    match drawer.keep(visitor).await {
        Ok(()) => Ok(brought),
        Err(error) => Err(Failed { error, brought }),
    }
}

/// Why reading goes no further.
enum Stop {
    Cut(Unfit),
    Failed(Error),
}

impl From<MultipartError> for Stop {
    fn from(error: MultipartError) -> Self {
        Stop::Cut(cut(&error))
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Failed(error)
    }
}

fn cut(error: &MultipartError) -> Unfit {
    Unfit::Cut(error.status())
}

async fn text(mut part: Field<'_>, brought: &mut Brought) -> Result<(), Stop> {
    let name = part.name().unwrap_or_default().to_owned();
    let taken: usize = brought.fields.0.iter().map(|(name, value)| name.len() + value.len()).sum();
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await? {
        if taken + name.len() + bytes.len() + chunk.len() > MAX_FORM {
            return Err(Stop::Cut(Unfit::TooMuchText));
        }
        bytes.extend_from_slice(&chunk);
    }
    brought.fields.0.push((name, clean(&String::from_utf8_lossy(&bytes))));
    Ok(())
}

async fn file(
    mut part: Field<'_>,
    name: &str,
    visitor: &Visitor,
    drawer: &mut Drawer,
    brought: &mut Brought,
) -> Result<(), Stop> {
    let shown = shown_name(name);
    let office = &visitor.console.office;
    let mut writer = match office.new_draft_file(drawer.key(), &drawer.draft, &visitor.address).await {
        Ok(writer) => writer,
        Err(Error::Unusable(_)) => {
            brought.unfit.push(Unfit::TooMany(shown));
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    while let Some(chunk) = part.chunk().await? {
        match writer.write(&chunk).await {
            Ok(()) => {}
            Err(StoreError::TooLarge { .. }) => {
                brought.unfit.push(Unfit::TooLarge(shown));
                return Ok(());
            }
            Err(error) => return Err(Error::from(error).into()),
        }
    }
    if writer.size() == 0 {
        brought.unfit.push(Unfit::Empty(shown));
        return Ok(());
    }
    drawer.draft.add(name, writer.finish().await.map_err(Error::from)?);
    drawer.keep(visitor).await?;
    brought.taken += 1;
    Ok(())
}

/// The name as a message may repeat it: safe, and not long.
fn shown_name(name: &str) -> String {
    let bare = name.rsplit(['/', '\\']).next().unwrap_or_default();
    clean(bare).chars().take(60).collect()
}

impl Brought {
    /// Says in the form which files were not taken.
    pub fn tell(&self, form: &mut Form, lang: Lang) {
        let size = ui::numbers::bytes(MAX_ATTACHMENT_BYTES);
        for unfit in &self.unfit {
            let words = match unfit {
                Unfit::TooMany(name) => lang.t2("front-file-many", "name", name, "most", MAX_ATTACHMENTS),
                Unfit::TooLarge(name) => lang.t2("front-file-large", "name", name, "size", &size),
                Unfit::Empty(name) => lang.t1("front-file-empty", "name", name),
                Unfit::Cut(StatusCode::PAYLOAD_TOO_LARGE) => lang.t1("front-file-total", "size", &size),
                Unfit::Cut(_) => lang.t("front-file-cut").into_owned(),
                Unfit::TooMuchText => lang.t("front-text-total").into_owned(),
            };
            form.wrong(FILES, words);
        }
    }

    /// The status of the answer that says so.
    pub fn status(&self) -> StatusCode {
        let large = |unfit: &Unfit| matches!(unfit, Unfit::Cut(StatusCode::PAYLOAD_TOO_LARGE) | Unfit::TooMuchText);
        if self.unfit.iter().any(large) { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::UNPROCESSABLE_ENTITY }
    }
}

/// A file of a draft as a page lists it.
pub(super) struct FileLine {
    pub id: String,
    pub name: String,
    pub size: String,
}

/// The files of a draft.
pub(super) fn file_lines(draft: &FormDraft) -> Vec<FileLine> {
    let line = |file: &casework::DraftFile| FileLine {
        id: file.sealed.id.to_string(),
        name: file.name.clone(),
        size: ui::numbers::bytes(file.sealed.size),
    };
    draft.files.iter().map(line).collect()
}

/// Takes the file out that a button names.
pub(super) fn remove(draft: &mut FormDraft, id: &str) {
    if let Some(file) = draft.files.iter().find(|file| file.sealed.id.to_string() == id) {
        let id = file.sealed.id;
        draft.remove(id);
    }
}

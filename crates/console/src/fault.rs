//! From what went wrong inside to what a person is told: enough to go on, and nothing else.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::Response;
use casework::Error;
use rulebook::refusal::Refusal;
use store::StoreError;
use ui::{Lang, Trouble};

use crate::state::Console;
use crate::who::Visitor;

/// Something that went wrong on the way to a page.
#[derive(Debug)]
pub struct Fault(pub Error);

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Fault(error)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Fault(error.into())
    }
}

impl Fault {
    /// The page that says so. What is our own fault is logged, without data, under the reference that the page shows.
    #[must_use]
    pub fn trouble(self) -> Trouble {
        match self.0 {
            Error::NotFound => Trouble::NotFound,
            Error::Stale | Error::Refused(_) | Error::Taken(_) => Trouble::Stale,
            Error::SignIn => Trouble::Forbidden,
            Error::TooMany { wait } => Trouble::TooMany(u32::try_from(wait).unwrap_or(u32::MAX)),
            Error::Unusable(_) | Error::NotTaken(_) => Trouble::Unreadable,
            Error::Store(StoreError::Full) => Trouble::Full,
            Error::Store(StoreError::TooLarge { .. }) => Trouble::TooLarge,
            other => {
                let reference = reference(&other);
                tracing::error!(reference, error = %other, "a request failed");
                Trouble::Internal(reference)
            }
        }
    }
}

/// Puts what the router refuses by itself into a person's words: an address that cannot be one of ours, a method that
/// the address does not know, a form of another kind.
pub async fn in_words(State(console): State<Console>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(trouble) = unworded(&response) else { return response };
    match Visitor::from_request_parts(&mut asked, &console).await {
        Ok(visitor) => trouble.respond(visitor.frame()),
        Err(response) => response,
    }
}

/// What a refusal without words of ours is about. Answers of ours are pages, files, or ways to other pages.
fn unworded(response: &Response) -> Option<Trouble> {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !(kind.is_empty() || kind.starts_with("text/plain")) {
        return None;
    }
    match response.status() {
        // A part of the address that is no number, no text: there is no such page.
        StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND => Some(Trouble::NotFound),
        StatusCode::FORBIDDEN => Some(Trouble::Forbidden),
        StatusCode::METHOD_NOT_ALLOWED => Some(Trouble::WrongMethod),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Trouble::TooLarge),
        StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => Some(Trouble::BadRequest),
        _ => None,
    }
}

/// A short name of an error for page and log: the same kind of error has the same name.
fn reference(error: &Error) -> String {
    let text = format!("{error}");
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", hash >> 32)
}

/// What a form says when its command was not carried out: words for the person and the status of the answer. `None`
/// is for errors that deserve a page of their own.
#[must_use]
pub fn told(lang: Lang, error: &Error) -> Option<(String, StatusCode)> {
    match error {
        Error::Refused(refusal) => Some((refused(lang, refusal), StatusCode::UNPROCESSABLE_ENTITY)),
        Error::Stale => Some((lang.t("console-stale").into_owned(), StatusCode::CONFLICT)),
        Error::Unusable(_) => Some((lang.t("console-unusable").into_owned(), StatusCode::UNPROCESSABLE_ENTITY)),
        Error::Taken(_) => Some((lang.t("console-taken").into_owned(), StatusCode::CONFLICT)),
        _ => None,
    }
}

/// A refusal in words, with its clause.
#[must_use]
pub fn refused(lang: Lang, refusal: &Refusal) -> String {
    let why = lang.t(refusal.why.key());
    match refusal.clause {
        Some(clause) => lang.t2("console-refused-under", "why", why, "clause", clause.to_string()),
        None => why.into_owned(),
    }
}

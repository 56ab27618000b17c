//! Error pages: what went wrong in a person's words and what to do now. They reveal nothing else.

use askama::Template;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::page::{Frame, Width};
use crate::respond::Page;

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The request cannot be understood.
    BadRequest,
    /// The person is known and may not do this, and that the thing exists is no secret.
    Forbidden,
    /// There is nothing here, or nothing that this person may know of.
    NotFound,
    /// The address exists for another method only.
    WrongMethod,
    /// A link that has been used or has expired.
    Gone,
    /// Somebody was quicker: the page no longer shows what is.
    Stale,
    /// More was sent than is taken.
    TooLarge,
    /// The form cannot be read at all; wrong fields are shown in the form itself.
    Unreadable,
    /// Too many tries; the seconds to wait.
    TooMany(u32),
    /// It is our fault; the reference under which the log tells more.
    Internal(String),
    /// It is being worked on; come back.
    Unavailable,
    /// There is no room on the disk: nothing was taken in.
    Full,
}

impl Trouble {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Trouble::BadRequest => StatusCode::BAD_REQUEST,
            Trouble::Forbidden => StatusCode::FORBIDDEN,
            Trouble::NotFound => StatusCode::NOT_FOUND,
            Trouble::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Trouble::Gone => StatusCode::GONE,
            Trouble::Stale => StatusCode::CONFLICT,
            Trouble::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Trouble::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Trouble::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Trouble::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Trouble::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Trouble::Full => StatusCode::INSUFFICIENT_STORAGE,
        }
    }

    /// The page of this trouble, as an answer.
    #[must_use]
    pub fn respond(self, frame: Frame) -> Response {
        let status = self.status();
        let wait = if let Trouble::TooMany(seconds) = self { Some(seconds) } else { None };
        let mut response = Page::secret(self.page(frame)).status(status).into_response();
        if let Some(seconds) = wait {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }

    /// The page of this trouble, as a template.
    #[must_use]
    pub fn page(self, frame: Frame) -> TroublePage {
        let status = self.status().as_u16();
        let reference = if let Trouble::Internal(reference) = self { reference } else { String::new() };
        TroublePage { frame: frame.width(Width::Reading), status, reference }
    }
}

/// The page of a [`Trouble`].
#[derive(Template)]
#[template(path = "trouble.html")]
pub struct TroublePage {
    frame: Frame,
    status: u16,
    reference: String,
}

impl TroublePage {
    fn text(&self, part: &str) -> std::borrow::Cow<'static, str> {
        self.frame.t(format!("trouble-{}-{part}", self.status))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gallery::frame;
    use crate::text::Lang;

    fn all() -> [Trouble; 12] {
        [
            Trouble::BadRequest,
            Trouble::Forbidden,
            Trouble::NotFound,
            Trouble::WrongMethod,
            Trouble::Gone,
            Trouble::Stale,
            Trouble::TooLarge,
            Trouble::Unreadable,
            Trouble::TooMany(30),
            Trouble::Internal("8f3a91c2".to_owned()),
            Trouble::Unavailable,
            Trouble::Full,
        ]
    }

    #[test]
    fn every_trouble_has_its_page_in_both_languages() {
        for lang in Lang::ALL {
            for trouble in all() {
                let status = trouble.status();
                let html = trouble.page(frame(lang)).render().expect("the page renders");
                assert!(html.contains(&status.as_u16().to_string()) && html.contains(&*lang.t("trouble-do")));
            }
        }
    }

    #[test]
    fn only_a_fault_of_ours_gives_a_reference() {
        let html = |trouble: Trouble| trouble.page(frame(Lang::En)).render().expect("the page renders");
        assert!(html(Trouble::Internal("8f3a91c2".to_owned())).contains("8f3a91c2"));
        assert!(!html(Trouble::NotFound).contains("<code>"));
    }

    #[test]
    fn too_many_tries_are_told_how_long_to_wait() {
        let response = Trouble::TooMany(30).respond(frame(Lang::Ja));
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers()[RETRY_AFTER], "30");
    }
}

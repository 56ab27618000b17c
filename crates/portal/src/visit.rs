//! A visit: who looks at what, in which language. Every handler of a page begins with it and says only what is its own.

use std::convert::Infallible;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use ui::{Frame, Lang, Query, Trouble};

use crate::answer::{self, asked_language};
use crate::state::{Part, PortalState};

/// What a request says to a page of the portal.
pub(crate) struct Visit {
    pub portal: PortalState,
    /// The language of the address; where the address has none, the one that is asked for.
    pub lang: Lang,
    pub uri: Uri,
    /// The address as the page knows itself, with what it says behind the question mark.
    pub query: Query,
    pub headers: HeaderMap,
}

impl FromRequestParts<PortalState> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, portal: &PortalState) -> Result<Self, Infallible> {
        Ok(Visit::new(portal.clone(), parts.uri.clone(), parts.headers.clone()))
    }
}

impl Visit {
    fn new(portal: PortalState, uri: Uri, headers: HeaderMap) -> Self {
        let named = uri.path().split('/').nth(1).and_then(Lang::parse);
        let lang = named.unwrap_or_else(|| asked_language(&headers));
        Visit { portal, lang, query: Query::parse(&own_path(&uri)), uri, headers }
    }

    /// The frame of the page.
    pub fn frame(&self, part: Part) -> Frame {
        self.portal.frame(self.lang, part, self.query.to_string())
    }

    /// A written page, or the word that the visitor has it already.
    pub fn page(&self, template: &impl Template) -> Response {
        answer::page(template, &self.headers)
    }

    /// There is no such page.
    pub fn not_found(&self) -> Response {
        Trouble::NotFound.respond(self.frame(Part::Elsewhere))
    }

    /// A published document cannot be read; the log says why.
    pub fn broken(&self, reference: String) -> Response {
        Trouble::Internal(reference).respond(self.frame(Part::Elsewhere))
    }

    /// Answers beside the threads that serve, because it reads documents.
    pub async fn beside(self, answer: impl FnOnce(&Visit) -> Response + Send + 'static) -> Response {
        tokio::task::spawn_blocking(move || answer(&self)).await.unwrap_or_else(|error| {
            tracing::error!(%error, "an answer could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        })
    }
}

/// The path and query of a request. It begins with one slash: two would name another host.
fn own_path(uri: &Uri) -> String {
    let path = uri.path_and_query().map_or(uri.path(), |path| path.as_str());
    format!("/{}", path.trim_start_matches(['/', '\\']))
}

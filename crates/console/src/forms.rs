//! What a form sends: bounded, decoded once, never trusted.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use ui::{Form, Lang, Trouble};

use crate::state::Console;
use crate::who::Visitor;

/// Largest form without files, in bytes.
pub const MAX_FORM: usize = 1024 * 1024;
/// Most fields of a form.
const MAX_FIELDS: usize = 4_000;

/// The fields of a form that carries the session's token (`csrf`), in their order.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded`. Line ends become `\n`; control characters are left out.
    #[must_use]
    pub fn parse(body: &str) -> Self {
        let pairs = form_urlencoded::parse(body.as_bytes()).take(MAX_FIELDS);
        Fields(pairs.map(|(name, value)| (name.into_owned(), clean(&value))).collect())
    }

    /// The first value of a name, trimmed; empty when there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.trim())
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(found, _)| found == name)
    }

    /// A form filled with these fields, so that nothing typed is lost.
    #[must_use]
    pub fn form(&self, lang: Lang) -> Form {
        Form::new(lang).filled(self.0.iter().filter(|(name, _)| name != "csrf").cloned())
    }

    /// A civil day; `None` when empty, an error when it is no day.
    ///
    /// # Errors
    /// When something else is written.
    pub fn day(&self, name: &str) -> Result<Option<jiff::civil::Date>, jiff::Error> {
        match self.get(name) {
            "" => Ok(None),
            text => text.parse().map(Some),
        }
    }

    /// The digest of the page that the form stood on.
    #[must_use]
    pub fn seen(&self) -> Option<casework::Digest> {
        let text = self.get("seen");
        (!text.is_empty()).then(|| casework::Digest::given(text))
    }
}

/// Leaves out control characters and makes line ends one character.
#[must_use]
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect()
}

impl FromRequest<Console> for Fields {
    type Rejection = Response;

    /// Takes a form of a session: its token must be right. Forms of visitors without a session are [`OpenFields`].
    async fn from_request(request: Request, console: &Console) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let visitor =
            <Visitor as axum::extract::FromRequestParts<Console>>::from_request_parts(&mut parts, console).await?;
        let request = Request::from_parts(parts, body);
        let fields = read(request, console, &visitor).await?;
        if visitor.owns(fields.get("csrf")) { Ok(fields) } else { Err(Trouble::Forbidden.respond(visitor.frame())) }
    }
}

/// The fields of a form that needs no session: signing in, a receipt, a report.
pub struct OpenFields(pub Fields);

impl FromRequest<Console> for OpenFields {
    type Rejection = Response;

    async fn from_request(request: Request, console: &Console) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let visitor =
            <Visitor as axum::extract::FromRequestParts<Console>>::from_request_parts(&mut parts, console).await?;
        read(Request::from_parts(parts, body), console, &visitor).await.map(OpenFields)
    }
}

async fn read(request: Request, console: &Console, visitor: &Visitor) -> Result<Fields, Response> {
    let bytes = Bytes::from_request(request, console).await.map_err(|_| Trouble::TooLarge.respond(visitor.frame()))?;
    if bytes.len() > MAX_FORM {
        return Err(Trouble::TooLarge.respond(visitor.frame()));
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Fields::parse(text)),
        Err(_) => Err(Trouble::BadRequest.respond(visitor.frame())),
    }
}

/// `303 See Other`: after a command that worked, the page that it leads to.
#[must_use]
pub fn see_other(way: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(way) = HeaderValue::from_str(way) {
        response.headers_mut().insert(LOCATION, way);
    }
    response
}

/// A way inside this site that somebody asks to be led to; anything else leads home.
#[must_use]
pub fn inside(way: &str) -> Option<&str> {
    let plain = way.starts_with("/ja/") || way.starts_with("/en/");
    (plain && !way.contains("//") && !way.contains('\\') && !way.chars().any(char::is_control)).then_some(way)
}

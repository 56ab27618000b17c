//! The drawer of a browser: the draft of its form, opened by its cookie, kept at every step.

use axum::response::Response;
use casework::{Error, FormDraft};
use rulebook::report::form::ReportKind;
use ui::Form;

use super::typed::kept;
use crate::forms::Fields;
use crate::who::{Visitor, put_cookie};

/// The cookie that alone opens a report's draft.
pub const DRAFT_COOKIE: &str = "noroshi_draft";

/// A draft and its key.
pub(super) struct Drawer {
    key: String,
    pub draft: FormDraft,
}

impl Drawer {
    /// The draft of this browser's report, if there is one that was not sent.
    pub async fn open(visitor: &Visitor) -> Result<Option<Drawer>, Error> {
        let Some(key) = visitor.cookie(DRAFT_COOKIE) else { return Ok(None) };
        let office = &visitor.console.office;
        // A draft that became a report may be left over by a crash.
        if office.sent_report(&key).await?.is_some() {
            return Ok(None);
        }
        Ok(office.draft(&key).await?.map(|draft| Drawer { key, draft }))
    }

    /// The same, or a new one under a new key: a key that somebody sends is never taken over.
    pub async fn open_or_begin(visitor: &Visitor) -> Result<Drawer, Error> {
        if let Some(drawer) = Drawer::open(visitor).await? {
            return Ok(drawer);
        }
        let key = visitor.console.office.new_draft(&visitor.address)?;
        Ok(Drawer { key: key.as_str().to_owned(), draft: FormDraft::default() })
    }

    /// The draft of a message: it is opened by the cookie of the session in which it is written.
    pub async fn of_message(visitor: &Visitor) -> Result<Drawer, Error> {
        let key = format!("message-{}", visitor.cookie.as_deref().ok_or(Error::NotFound)?);
        let draft = visitor.console.office.draft(&key).await?.unwrap_or_default();
        Ok(Drawer { key, draft })
    }

    pub fn key(&self) -> &str {
        &self.key
    }

    /// Takes in what was typed into a form. What did not come, because another kind of form asks it or because the
    /// request broke off, stays as it was.
    pub fn take(&mut self, kind: ReportKind, fields: &Fields) {
        self.put(kept(kind, fields));
    }

    /// Takes in fields, each in the place of what it was before.
    pub fn put(&mut self, sent: Vec<(String, String)>) {
        self.draft.fields.retain(|(name, _)| !sent.iter().any(|(new, _)| new == name));
        self.draft.fields.extend(sent);
    }

    /// What was typed.
    pub fn fields(&self) -> Fields {
        Fields(self.draft.fields.clone())
    }

    /// A form filled with it.
    pub fn form(&self, visitor: &Visitor) -> Form {
        Form::new(visitor.lang).filled(self.draft.fields.clone())
    }

    pub async fn keep(&self, visitor: &Visitor) -> Result<(), Error> {
        visitor.console.office.keep_draft(&self.key, &self.draft).await
    }

    pub async fn forget(&self, visitor: &Visitor) -> Result<(), Error> {
        visitor.console.office.forget_draft(&self.key).await
    }

    /// Puts the key into the browser's cookie; it ends when the draft does.
    pub fn give_key(&self, visitor: &Visitor, mut response: Response) -> Response {
        let hours = visitor.console.office.settings().retention.draft_hours;
        put_cookie(&mut response, &visitor.console, DRAFT_COOKIE, Some(&self.key), hours.saturating_mul(3600));
        response
    }
}

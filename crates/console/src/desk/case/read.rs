//! From a form to a command, for the pages of a case that have many of them: what is wrong stands at its field.

use axum::response::Response;
use casework::{CaseOrder, Error};
use rulebook::ids::DeveloperId;

use super::{Place, act, answer, developer_at, render};
use crate::desk::sent::Sent;
use crate::forms::Fields;
use crate::who::Staff;

/// A field that is wrong, and the key of what is wrong with it.
pub(crate) type Wrong = (&'static str, &'static str);

/// What keeps a form from becoming a command.
pub(super) enum Held {
    /// Something is wrong with a field.
    Wrong(&'static str, &'static str),
    /// It went wrong before the form could be read.
    Error(Error),
}

impl From<Wrong> for Held {
    fn from((field, key): Wrong) -> Self {
        Held::Wrong(field, key)
    }
}

/// A text that must say something.
pub(super) fn text(fields: &Fields, name: &'static str, most: usize) -> Result<String, Wrong> {
    match fields.get(name) {
        "" => Err((name, "refusal-text-missing")),
        _ => may_be_empty(fields, name, most),
    }
}

/// A text that may be empty.
pub(super) fn may_be_empty(fields: &Fields, name: &'static str, most: usize) -> Result<String, Wrong> {
    let text = fields.get(name);
    if text.chars().count() > most { Err((name, "refusal-text-too-long")) } else { Ok(text.to_owned()) }
}

/// A day that must be given.
pub(super) fn day(fields: &Fields, name: &'static str) -> Result<jiff::civil::Date, Wrong> {
    fields.day(name).ok().flatten().ok_or((name, "desk-day-unreadable"))
}

/// The developer that a field names by its place on the case.
pub(super) async fn developer(
    staff: &Staff,
    number: &str,
    fields: &Fields,
    name: &'static str,
) -> Result<DeveloperId, Held> {
    let place = fields.get(name).parse().map_err(|_| Held::Wrong(name, "ending-choose-developer"))?;
    let side = developer_at(staff, number, place).await;
    side.map(|side| side.id).map_err(|error| match error {
        Error::NotFound => Held::Wrong(name, "ending-choose-developer"),
        other => Held::Error(other),
    })
}

/// Carries a command out, or shows its page again with everything that was typed.
pub(super) async fn carry_out(
    staff: &Staff,
    (number, place): (&str, Place),
    name: &str,
    fields: &Fields,
    read: Result<impl Into<CaseOrder>, Held>,
    done: &str,
) -> Response {
    let command = match read {
        Ok(command) => command,
        Err(Held::Wrong(field, key)) => {
            let sent = Sent::wrong(staff.visitor.lang, name, fields, field, staff.visitor.lang.t(key));
            return render(staff, number, place, Some(sent)).await;
        }
        Err(Held::Error(error)) => return staff.visitor.fault(error),
    };
    let outcome = act(staff, number, fields, command).await;
    answer(staff, number, place, name, fields, outcome, done).await
}

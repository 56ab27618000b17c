//! What stands beside reports and cases alike: owner, notes, and who read it.

use casework::Error;
use casework::desk::{Colleague, Reader};
use jiff::Timestamp;
use rulebook::ids::{AccountId, BodyId};
use rulebook::report::state::Dated;
use ui::field::Choice;
use ui::{Form, Frame};

use super::sent::Open;
use crate::forms::Fields;
use crate::who::Staff;

/// Who looks after it, and the forms to take it or hand it over.
pub(super) struct Owner {
    /// Of the form that hands it over.
    pub open: Open,
    /// Of the form that takes it.
    pub take: Open,
    /// Who it is.
    pub name: Option<String>,
    /// Whether it is the reader.
    pub own: bool,
    /// The reader's login name.
    pub login: String,
    /// Whom it can be handed to.
    pub choices: Vec<Choice>,
    /// The form that hands it over.
    pub form: Form,
}

/// An internal note.
pub(super) struct Note<'a> {
    /// When.
    pub at: Timestamp,
    /// Who wrote it.
    pub who: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// Somebody who read it.
pub(super) struct ReaderLine {
    /// Who.
    pub who: String,
    /// How often.
    pub times: u32,
    /// When last.
    pub last: Timestamp,
}

/// A note with the name of who wrote it.
pub(super) fn note<'a>(note: &Dated<(AccountId, BodyId)>, who: Option<&'a String>, text: &'a str) -> Note<'a> {
    Note { at: note.at, who: who.map_or("", String::as_str), text }
}

/// The login name of an account among colleagues.
pub(super) fn own_login(colleagues: &[Colleague], account: AccountId) -> String {
    colleagues.iter().find(|one| one.account == account).map_or_else(String::new, |one| one.login.clone())
}

/// Everybody to whom it can be handed, but not to whom has it.
pub(super) fn colleagues(frame: &Frame, colleagues: &[Colleague], owner: Option<AccountId>) -> Vec<Choice> {
    let others = colleagues.iter().filter(|one| Some(one.account) != owner);
    let mut choices: Vec<Choice> = others.map(|one| Choice::new(&one.login, &one.name)).collect();
    if owner.is_some() {
        choices.push(Choice::new("", frame.t("desk-owner-nobody")));
    }
    choices
}

/// The account that a form named by its login name; nobody when it is empty.
pub(super) async fn chosen(staff: &Staff, fields: &Fields) -> Result<Option<AccountId>, Error> {
    let login = fields.get("owner");
    if login.is_empty() {
        return Ok(None);
    }
    let colleagues = staff.visitor.console.office.colleagues(staff.actor).await?;
    let found = colleagues.iter().find(|one| one.login == login).map(|one| one.account);
    found.map(Some).ok_or(Error::Unusable("the owner"))
}

/// Who read it, latest first. Names of developers stand in `developers`.
pub(super) fn readers(
    frame: &Frame,
    readers: &[Reader],
    developers: &[rulebook::case::view::DeveloperView],
) -> Vec<ReaderLine> {
    let who = |reader: &Reader| {
        let developer = developers.iter().find(|one| Some(one.id) == reader.developer);
        match (developer, reader.name.as_str()) {
            (Some(developer), "") => developer.name.clone(),
            (Some(developer), name) => frame.t2("desk-reader-of", "name", name, "developer", &developer.name),
            (None, "") => frame.t("desk-reader-unknown").into_owned(),
            (None, name) => name.to_owned(),
        }
    };
    readers.iter().map(|reader| ReaderLine { who: who(reader), times: reader.times, last: reader.last }).collect()
}

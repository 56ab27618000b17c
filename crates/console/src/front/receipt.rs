//! The receipt: number and secret, shown once, to print and keep; and what is said when it is asked for again.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use rulebook::report::form::ReportKind;
use ui::{Frame, Page, Width};

use super::input::steps;
use super::typed::say;
use crate::letters::language;
use crate::who::Visitor;

/// Letters of a secret that stand together, so that it can be read from paper.
const TOGETHER: usize = 8;

#[derive(Template)]
#[template(path = "front/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    steps: Vec<String>,
    number: String,
    secret: String,
    renewed: bool,
    place: String,
    next: Vec<String>,
    silence_title: Cow<'static, str>,
    silence: String,
    contact: String,
}

#[derive(Template)]
#[template(path = "front/again.html")]
struct AgainPage {
    frame: Frame,
    number: String,
    renew: String,
}

#[derive(Template)]
#[template(path = "front/no_draft.html")]
struct NoDraftPage {
    frame: Frame,
    input: String,
}

/// The receipt, with its secret: this answer is the only one that ever holds it.
pub(super) fn page(visitor: &Visitor, kind: ReportKind, number: &str, secret: &str, renewed: bool) -> Response {
    let frame = visitor.frame().width(Width::Reading);
    let next = ["receipt", "decision", "coordination", "publication"];
    let contact = &visitor.console.office.settings().partnership.contact;
    let page = ReceiptPage {
        steps: steps(&frame),
        number: number.to_owned(),
        secret: readable(secret),
        renewed,
        place: place(visitor),
        next: next.iter().filter_map(|step| say(frame.lang, "after", kind, step)).collect(),
        silence_title: super::silence::title(&frame, kind),
        silence: say(frame.lang, "silence", kind, "text").unwrap_or_default(),
        contact: contact.get(language(frame.lang)).to_owned(),
        frame,
    };
    Page::secret(page).into_response()
}

/// The whole address of the page on which a report is followed, as paper needs it.
pub(super) fn place(visitor: &Visitor) -> String {
    visitor.console.office.settings().url(&visitor.frame().href("/progress"))
}

/// The report was taken in before: its number, and how to get at it without the secret.
pub(super) fn again(visitor: &Visitor, kind: ReportKind, number: &str) -> Response {
    let frame = visitor.frame().width(Width::Reading);
    let renew = frame.href(format!("/report/{}/receipt", kind.word()));
    Page::secret(AgainPage { frame, number: number.to_owned(), renew }).into_response()
}

/// There is no draft: it ended, was sent long ago, or the browser keeps no cookies.
pub(super) fn no_draft(visitor: &Visitor, kind: ReportKind) -> Response {
    let frame = visitor.frame().width(Width::Reading);
    let input = frame.href(format!("/report/{}", kind.word()));
    Page::secret(NoDraftPage { frame, input }).status(StatusCode::GONE).into_response()
}

/// A secret in groups. Blanks do not count when it is typed in again.
pub(super) fn readable(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(TOGETHER).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// A secret as it was typed or copied, without blanks.
pub(super) fn bare(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_reads_in_groups_and_comes_back_whole() {
        let secret = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE";
        assert_eq!(readable(secret), "abcdefgh ijklmnop qrstuvwx yz012345 6789-_AB CDE");
        assert_eq!(bare(&readable(secret)), secret);
        assert_eq!(bare("abc　def\n"), "abcdef");
    }
}

//! How far the advisory is: what it lacks, what the developers say to it, who signed. It is written on its own page.

use askama::Template;
use casework::cve::CveLine;
use jiff::Timestamp;
use rulebook::action::Action;
use rulebook::case::view::AdvisoryView;
use ui::markup::Markup;
use ui::{Frame, Mark};

use super::Desk;
use crate::advisory::numbers;

/// A signature.
struct Signed {
    at: Timestamp,
    who: String,
}

/// A comment of a developer on the text.
struct Comment<'a> {
    who: String,
    at: Timestamp,
    agrees: bool,
    text: &'a str,
}

/// The advisory as the case's page tells of it.
struct Told<'a> {
    number: &'a str,
    mark: Mark,
    state: String,
    lacks: Vec<String>,
    preview: Option<Timestamp>,
    changed: bool,
    comments: Vec<Comment<'a>>,
    approved: Option<Signed>,
    co_signed: Option<Signed>,
    revisions: Vec<(u32, Timestamp)>,
    public: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/case/advisory.html")]
struct Advisory<'a> {
    frame: &'a Frame,
    href: String,
    may_start: bool,
    told: Option<Told<'a>>,
    /// CVE numbers that are kept for the case, with what became of each.
    numbers: Vec<(String, Mark, String)>,
}

pub(super) fn section(desk: &Desk<'_>, kept: &[CveLine]) -> Markup {
    let content = desk.page.view.advisory.as_ref().and_then(|advisory| advisory.content.as_ref());
    let named = content.map_or(&[][..], |content| &content.cve);
    let kept = kept.iter().map(|number| (number.id.clone(), numbers::state(&desk.frame, number, named)));
    Markup::of(&Advisory {
        frame: &desk.frame,
        href: format!("{}/advisory", desk.base),
        may_start: desk.may(Action::StartAdvisory),
        told: desk.page.view.advisory.as_ref().map(|advisory| told(desk, advisory)),
        numbers: kept.map(|(id, (mark, state))| (id, mark, state)).collect(),
    })
}

fn told<'a>(desk: &Desk<'_>, advisory: &'a AdvisoryView) -> Told<'a> {
    let frame = &desk.frame;
    let signed = |signature: &rulebook::advisory::Signature| Signed {
        at: signature.at,
        who: desk.page.names.get(&signature.by).cloned().unwrap_or_default(),
    };
    let lacks = advisory.content.as_ref().map(rulebook::advisory::AdvisoryContent::lacks).unwrap_or_default();
    let published = !advisory.revisions.is_empty();
    let (mark, key) = match (published, advisory.has_unpublished_text) {
        (true, false) => (Mark::Done, "desk-advisory-published"),
        (true, true) => (Mark::Active, "desk-advisory-updating"),
        _ if advisory.co_signed.is_some() => (Mark::Done, "desk-advisory-signed"),
        _ if advisory.approved.is_some() => (Mark::Active, "desk-advisory-approved"),
        _ if advisory.preview_at.is_some() => (Mark::Active, "desk-advisory-shown"),
        _ => (Mark::Waiting, "desk-advisory-draft"),
    };
    let comment = |comment: &'a rulebook::report::state::Dated<rulebook::advisory::PreviewComment>| Comment {
        who: desk.developer(comment.item.developer).map_or_else(String::new, |developer| developer.name.clone()),
        at: comment.at,
        agrees: comment.item.agrees,
        text: comment.item.comment.as_str(),
    };
    let shown = advisory.number.replace('#', "");
    Told {
        number: advisory.number.as_str(),
        mark,
        state: frame.t(key).into_owned(),
        lacks: lacks.iter().map(|lack| frame.t(format!("advisory-lack-{}", lack.word())).into_owned()).collect(),
        preview: advisory.preview_at,
        changed: advisory.changed_since_preview,
        comments: advisory.comments.iter().map(comment).collect(),
        approved: advisory.approved.as_ref().map(signed),
        co_signed: advisory.co_signed.as_ref().map(signed),
        revisions: advisory.revisions.iter().map(|revision| (revision.number, revision.at)).collect(),
        public: published.then(|| frame.href(format!("/advisories/{shown}"))),
    }
}

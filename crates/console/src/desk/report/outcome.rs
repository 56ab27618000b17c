//! What has become of a report: how it was decided and why, the cases that it is handled as, and that it was taken
//! back or moved to another form.

use askama::Template;
use jiff::civil::Date;
use rulebook::report::ReportStage;
use ui::Frame;
use ui::markup::Markup;

use super::Desk;
use crate::desk::words;
use crate::names;

/// A decision and the reason as sent.
struct Decided<'a> {
    accepted: bool,
    on: Date,
    reason: &'a str,
    failed: Vec<String>,
    illegal: bool,
    known_at: &'a str,
}

/// That the finder took it back, and why.
struct Withdrawn<'a> {
    on: Date,
    /// Whether it had been accepted before.
    goes_on: bool,
    reason: &'a str,
}

#[derive(Template)]
#[template(path = "desk/report/outcome.html")]
struct Outcome<'a> {
    frame: &'a Frame,
    decided: Option<Decided<'a>>,
    cases: Vec<(String, &'a str)>,
    withdrawn: Option<Withdrawn<'a>>,
    reclassified: Option<(String, &'a str)>,
    site: Option<(String, &'a str)>,
}

/// What has become of it, once anything has.
pub(super) fn section(desk: &Desk<'_>) -> Option<Markup> {
    let (frame, page) = (&desk.frame, &desk.page);
    let view = &page.view;
    let decided = decided(desk);
    let withdrawn = view.withdrawn_on.map(|on| Withdrawn {
        on,
        goes_on: matches!(view.stage, ReportStage::Accepted { .. } | ReportStage::SiteAccepted { .. }),
        reason: view.withdrawn_because.map_or("", |body| page.text(body)),
    });
    let reclassified = view.reclassified.map(|body| (names::report_kind(frame.lang, view.kind), page.text(body)));
    if decided.is_none() && withdrawn.is_none() && reclassified.is_none() {
        return None;
    }
    let case = |case: &'_ casework::ReportCase| frame.href(format!("/desk/cases/{}", case.view.number));
    let cases = page.cases.iter().map(|one| (case(one), one.view.number.as_str())).collect();
    let site = desk.place.as_deref().map(|number| (frame.href(format!("/desk/sites/{number}")), number));
    Some(Markup::of(&Outcome { frame, decided, cases, withdrawn, reclassified, site }))
}

fn decided<'a>(desk: &'a Desk<'_>) -> Option<Decided<'a>> {
    let text = |body| desk.page.text(body);
    match &desk.page.view.stage {
        ReportStage::Accepted { on, reason, .. } | ReportStage::SiteAccepted { on, reason, .. } => Some(Decided {
            accepted: true,
            on: *on,
            reason: text(*reason),
            failed: vec![],
            illegal: false,
            known_at: "",
        }),
        ReportStage::Rejected { on, failed, reason, illegal, known_at } => Some(Decided {
            accepted: false,
            on: *on,
            reason: text(*reason),
            failed: failed.iter().map(|condition| words::condition(desk.frame.lang, *condition)).collect(),
            illegal: *illegal,
            known_at,
        }),
        _ => None,
    }
}

//! That handling has ended: on which ground, in whose words, and that the non-disclosure request goes on.

use askama::Template;
use casework::ReportPage;
use rulebook::case::CaseView;
use rulebook::report::NonDisclosure;
use ui::Frame;
use ui::markup::Markup;

use crate::names;

#[derive(Template)]
#[template(path = "front/ended.html")]
struct Ended<'a> {
    frame: &'a Frame,
    title: String,
    ground: Option<(String, String)>,
    reason: &'a str,
    silence: bool,
}

/// The notice of the end of a case; nothing while it is handled. On the product track the request not to disclose
/// does not lapse with the handling (Ⅳ.3.(1).11).
pub(super) fn notice(frame: &Frame, page: &ReportPage, case: &CaseView) -> Option<Markup> {
    let stopped = case.ending.stopped.as_ref()?;
    let ground = stopped.ground.map(|it| (names::ending_ground(frame.lang, it), it.clause().to_string()));
    let title = frame.t1("front-ended", "day", frame.day_text(stopped.on));
    let silence = !matches!(page.view.non_disclosure, NonDisclosure::Released { .. });
    Some(Markup::of(&Ended { frame, title, ground, reason: &stopped.reason, silence }))
}

//! That a case has ended, or that its publication was dropped: said plainly wherever the case is shown.

use rulebook::clause::Clause;
use ui::Tone;
use ui::notice::Notice;

use super::{Desk, href};
use crate::desk::case::Place;
use crate::names;

/// The notice of how it ended; nothing while it is handled.
pub(in crate::desk::case) fn banner(desk: &Desk<'_>) -> Option<Notice> {
    let (frame, ending) = (&desk.frame, &desk.page.view.ending);
    if let Some(moved) = &desk.page.view.arrivals.moved {
        let title = frame.t1("case-moved", "number", &moved.number);
        let way = frame.href(format!("/desk/cases/{}", moved.number));
        let notice =
            ui::notice(frame, Tone::Warning, title).body(format!("{}\n{}", frame.t("case-moved-body"), moved.reason));
        return Some(notice.link(way, frame.t("case-moved-go")));
    }
    let (title, ground, reason) = match (&ending.stopped, &ending.dropped) {
        (Some(stopped), _) => {
            let ground = stopped.ground.map(|ground| under(names::ending_ground(frame.lang, ground), ground.clause()));
            (frame.t1("ending-stopped", "day", frame.day_text(stopped.on)), ground, &stopped.reason)
        }
        (None, Some(dropped)) => {
            let ground = dropped.ground.map(|ground| under(names::drop_ground(frame.lang, ground), ground.clause()));
            (frame.t1("ending-dropped", "day", frame.day_text(dropped.on)), ground, &dropped.reason)
        }
        (None, None) => return None,
    };
    let body = format!("{}\n{reason}", ground.unwrap_or_default());
    let notice = ui::notice(frame, Tone::Warning, title).body(body.trim());
    let elsewhere = desk.place != Place::Ending;
    Some(if elsewhere { notice.link(href(desk), frame.t("ending-read")) } else { notice })
}

fn under(ground: String, clause: Clause) -> String {
    format!("{ground} {clause}")
}

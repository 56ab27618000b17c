//! That a case has ended, or that its publication was dropped: said plainly wherever the case is shown.

use ui::Tone;
use ui::notice::Notice;

use super::{Desk, href};
use crate::names;

/// The notice of how it ended; nothing while it is handled.
pub(in crate::desk::case) fn banner(desk: &Desk<'_>) -> Option<Notice> {
    let (frame, ending) = (&desk.frame, &desk.page.view.ending);
    let (title, ground, clause, reason) = match (&ending.stopped, &ending.dropped) {
        (Some(stopped), _) => {
            let ground = stopped.ground.map(|ground| (names::ending_ground(frame.lang, ground), ground.clause()));
            (frame.t1("ending-stopped", "day", frame.day_text(stopped.on)), ground, "ending-under", &stopped.reason)
        }
        (None, Some(dropped)) => {
            let ground = dropped.ground.map(|ground| (names::drop_ground(frame.lang, ground), ground.clause()));
            (frame.t1("ending-dropped", "day", frame.day_text(dropped.on)), ground, "ending-under", &dropped.reason)
        }
        (None, None) => return None,
    };
    let (ground, clause) = ground
        .map_or((String::new(), String::new()), |(ground, id)| (ground, frame.t1(clause, "clause", id.to_string())));
    let notice = ui::notice(frame, Tone::Warning, title).body(format!("{ground}{clause}\n{reason}"));
    Some(notice.link(href(desk), frame.t("ending-read")))
}

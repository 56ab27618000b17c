//! The stages of a case as every party may see them: what is reached and on which day, how long each stage takes by the
//! rule, and what is waited for. Made from the viewer's own view; of other parties it tells the stage alone (decision 11).

use jiff::Timestamp;
use jiff::civil::Date;
use rulebook::case::CaseView;
use rulebook::case::state::Stage;
use rulebook::edition::Edition;
use rulebook::party::Party;
use ui::Frame;
use ui::path::{StagePath, stage_path};

use crate::names;

/// The road in its order.
const ROAD: [Stage; 7] = [
    Stage::Accepted,
    Stage::HandedOver,
    Stage::Contacted,
    Stage::DetailsSent,
    Stage::Verified,
    Stage::DateAgreed,
    Stage::Published,
];

/// The path of a case; a finder's begins with the day of its report.
pub(crate) fn path(frame: &Frame, view: &CaseView, edition: &Edition, received_on: Option<Date>) -> StagePath {
    let reached = ROAD.iter().position(|stage| *stage == view.stage);
    let mut path = stage_path(frame);
    if let Some(day) = received_on {
        path = path.done(frame.t("stages-received"), "", Some(day));
    }
    for (place, stage) in ROAD.into_iter().enumerate() {
        let (name, usual) = (names::stage(frame.lang, stage), usual(frame, stage, edition));
        path = match reached {
            Some(reached) if place <= reached => path.done(name, usual, day_of(frame, view, stage)),
            Some(reached) if place == reached + 1 => path.current(name, usual),
            Some(_) => path.to_come(name, usual),
            // It has ended: what was reached before is known by its day.
            None => match day_of(frame, view, stage) {
                Some(day) => path.done(name, usual, Some(day)),
                None => path,
            },
        };
    }
    if view.stage == Stage::Ended {
        let on = view.ending.stopped.as_ref().map(|stopped| stopped.on);
        path = path.done(names::stage(frame.lang, Stage::Ended), "", on);
    }
    wait(frame, view, path)
}

/// The path of a report before it is a case.
pub(crate) fn path_of_report(frame: &Frame, edition: &Edition, received_on: Date) -> StagePath {
    let path = stage_path(frame).waiting(frame.t("stages-wait-received"), Some(received_on));
    let path = path.done(frame.t("stages-received"), "", Some(received_on));
    ROAD.into_iter().fold(path, |path, stage| {
        let (name, usual) = (names::stage(frame.lang, stage), usual(frame, stage, edition));
        if stage == Stage::Accepted { path.current(name, usual) } else { path.to_come(name, usual) }
    })
}

/// What is waited for: the reader's own answer before anything else.
fn wait(frame: &Frame, view: &CaseView, path: StagePath) -> StagePath {
    let own = !view.viewer.is_staff() && view.duties.iter().any(|duty| duty.who == view.viewer && !duty.waits);
    match view.stage {
        Stage::Published => path.waiting(frame.t("stages-done-published"), None),
        Stage::Ended => path.waiting(frame.t("stages-done-ended"), None),
        _ if own => path.waiting(frame.t("stages-wait-own"), None),
        stage => path.waiting(frame.t(format!("stages-wait-{}", stage.word())), day_of(frame, view, stage)),
    }
}

/// How long it takes by the rule.
fn usual(frame: &Frame, stage: Stage, edition: &Edition) -> String {
    match stage {
        Stage::Verified => frame.t("stages-usual-open").into_owned(),
        Stage::DateAgreed | Stage::Published => frame.t1("stages-usual-target", "days", edition.target_days.value),
        _ => frame.t("stages-usual-promptly").into_owned(),
    }
}

/// The day on which a stage was reached, as far as the viewer knows it.
fn day_of(frame: &Frame, view: &CaseView, stage: Stage) -> Option<Date> {
    let day = |at: Timestamp| frame.site.zone.day_of(at);
    let first = |what: &str| view.timeline.iter().find(|step| step.what == what).map(|step| day(step.at));
    let own = view.developers.first().filter(|_| matches!(view.viewer, Party::Developer(_)));
    match stage {
        Stage::Accepted => view.accepted_on,
        Stage::HandedOver => first("HandedOver"),
        Stage::Contacted => view.day_zero.or(own.and_then(|own| own.first_attempt_on)),
        Stage::DetailsSent => {
            view.details_sent_on.or(own.and_then(|own| own.details.as_ref()).map(|details| details.on))
        }
        Stage::Verified => first("VerificationStated"),
        Stage::DateAgreed => first("DaySet"),
        Stage::Published => view.publications.first().map(|first| day(first.at)),
        Stage::Ended => None,
    }
}

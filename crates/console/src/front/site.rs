//! A website's report on its finder's page: how far it is, which days it has, what happened, how it ended (Ⅴ.2.6). Made
//! from the finder's own view of the website case, in which neither the operator nor its words are.

use casework::sites::SitePage;
use casework::{Error, Office, ReportPage};
use rulebook::report::ReportStage;
use rulebook::report::form::ReportKind;
use rulebook::site::SiteStage;
use ui::icon::Mark;
use ui::list::Facts;
use ui::markup::Markup;
use ui::path::{StagePath, stage_path};
use ui::progress::{Happening, When};
use ui::{Frame, Tone};

use super::now::{Now, kebab};
use super::typed::say;
use crate::site_names;
use crate::who::Finder;

/// The stages that a finder is shown, in their order.
const ROAD: [SiteStage; 4] = [SiteStage::Accepted, SiteStage::Notified, SiteStage::DetailsSent, SiteStage::FixReported];

/// The website case of a report, as its finder sees it.
pub(super) async fn of_report(finder: &Finder, page: &ReportPage) -> Result<Option<SitePage>, Error> {
    let ReportStage::SiteAccepted { site, .. } = page.view.stage else { return Ok(None) };
    finder.visitor.console.office.site_page(site, finder.actor).await.map(Some)
}

fn words(frame: &Frame, part: &str, state: &str) -> String {
    say(frame.lang, part, ReportKind::Website, state).unwrap_or_default()
}

fn state(site: &SitePage) -> &'static str {
    match site.view.stage {
        SiteStage::Accepted => "accepted",
        SiteStage::Notified | SiteStage::Confirmed => "notified",
        SiteStage::DetailsSent => "informed",
        SiteStage::FixReported => "fixed",
        SiteStage::Ended => "ended",
    }
}

/// What is going on, what comes next, by when.
pub(super) fn now(frame: &Frame, site: &SitePage) -> Now {
    let state = state(site);
    let mark = match (site.view.stage, &site.view.closing) {
        (SiteStage::FixReported, _) => Mark::Done,
        (_, Some(end)) => {
            if end.ending.is_fix() {
                Mark::Done
            } else {
                Mark::Stopped
            }
        }
        _ => Mark::Active,
    };
    let by = match state {
        "accepted" | "fixed" => frame.t("front-by-promptly"),
        "ended" => frame.t("front-by-done"),
        _ => frame.t("front-by-site"),
    };
    Now {
        chip: words(frame, "state", state),
        mark,
        now: words(frame, "now", state),
        next: words(frame, "next", state),
        by: by.into_owned(),
        day: None,
    }
}

/// The days that a finder is told (Ⅴ.3.2, Ⅴ.3.5, Ⅴ.3.10).
pub(super) fn days(frame: &Frame, page: &ReportPage, site: &SitePage) -> Facts {
    let view = &site.view;
    let day = |at: jiff::Timestamp| frame.site.zone.day_of(at);
    let contacted = view.timeline.iter().find(|step| step.what == "OperatorContacted").map(|step| day(step.at));
    let rows = [
        ("front-day-received", Some(page.view.received_on)),
        ("front-day-accepted", view.accepted_on),
        ("front-day-operator", contacted),
        ("front-day-operator-details", view.details_sent_on),
        ("front-day-fixed", view.fixed.map(|(_, on)| on)),
        ("front-day-ended", view.closing.as_ref().map(|end| end.on)),
    ];
    rows.into_iter().fold(ui::facts(frame), |facts, (key, day)| {
        facts.add(frame.t(key), day.map_or_else(|| frame.t("front-day-open").into_owned(), |day| frame.day_text(day)))
    })
}

/// The stages, with the months that the operator is asked to take.
pub(super) fn path(frame: &Frame, page: &ReportPage, site: &SitePage, office: &Office) -> StagePath {
    let view = &site.view;
    let months = office.edition_in_force().website_months.value;
    let reached = ROAD.iter().rposition(|stage| *stage == view.stage);
    let ended = view.closing.as_ref().map(|end| end.on);
    let path = stage_path(frame).waiting(words(frame, "now", state(site)), None);
    let path = path.done(frame.t("stages-received"), "", Some(page.view.received_on));
    let path = ROAD.into_iter().enumerate().fold(path, |path, (place, stage)| {
        let name = words(frame, "stage", stage.word());
        let usual = match stage {
            SiteStage::FixReported => frame.t1("front-usual-months", "months", months),
            _ => frame.t("stages-usual-promptly").into_owned(),
        };
        let day = match stage {
            SiteStage::Accepted => view.accepted_on,
            SiteStage::DetailsSent => view.details_sent_on,
            SiteStage::FixReported => view.fixed.map(|(_, on)| on),
            _ => view
                .timeline
                .iter()
                .find(|step| step.what == "OperatorContacted")
                .map(|step| frame.site.zone.day_of(step.at)),
        };
        match (reached, day) {
            (Some(reached), _) if place <= reached => path.done(name, usual, day),
            (Some(reached), _) if place == reached + 1 => path.current(name, usual),
            (Some(_), _) => path.to_come(name, usual),
            // It has ended: what was reached before is known by its day.
            (None, Some(day)) => path.done(name, usual, Some(day)),
            (None, None) => path,
        }
    });
    match ended {
        Some(on) => path.done(words(frame, "stage", SiteStage::Ended.word()), "", Some(on)),
        None => path,
    }
}

/// What has happened, the newest first.
pub(super) fn timeline(frame: &Frame, page: &ReportPage, site: &SitePage) -> Vec<Happening> {
    let event = |word: &str| words(frame, "event", word);
    let mut steps = vec![Happening::new(When::On(page.view.received_on), event("received"))];
    if let ReportStage::SiteAccepted { on, reason, .. } = &page.view.stage {
        steps.push(Happening::new(When::On(*on), event("case-opened")).body(page.text(*reason)));
    }
    let own = site.view.timeline.iter();
    steps.extend(own.map(|step| Happening::new(When::At(step.at), event(&kebab(step.what)))));
    if let Some(on) = page.view.withdrawn_on {
        let reason = page.view.withdrawn_because.map_or("", |body| page.text(body));
        steps.push(Happening::new(When::On(on), event("withdrawn")).body(reason));
    }
    steps.reverse();
    steps
}

#[derive(askama::Template)]
#[template(path = "front/site_ended.html")]
struct Ended<'a> {
    frame: &'a Frame,
    tone: Tone,
    title: String,
    ground: String,
    clause: String,
    reason: &'a str,
}

/// The end, on which ground and in whose words; and that the request not to disclose lapsed with it (Ⅴ.3.4).
pub(super) fn ended(frame: &Frame, site: &SitePage, office: &Office) -> Option<Markup> {
    let end = site.view.closing.as_ref()?;
    let lists = &office.edition_in_force().lists;
    Some(Markup::of(&Ended {
        frame,
        tone: if end.ending.is_fix() { Tone::Success } else { Tone::Info },
        title: frame.t1("front-ended", "day", frame.day_text(end.on)),
        ground: site_names::ending(frame.lang, lists, end.ending),
        clause: end.ending.clause().to_string(),
        reason: end.reason.map_or("", |reason| site.text(reason)),
    }))
}

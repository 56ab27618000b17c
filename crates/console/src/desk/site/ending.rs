//! How a website case ends (Ⅴ.3.3, Ⅴ.3.4, Ⅴ.3.8, Ⅴ.3.10): every ending with what stands against it, public alerts, and
//! what was told at the end.

use askama::Template;
use rulebook::clause::Clause;
use rulebook::refusal::Refusal;
use rulebook::site::SiteAction;
use rulebook::site::record::Alert;
use ui::Frame;
use ui::markup::Markup;

use super::said::{Entry, Section, list};
use super::{Desk, Place};
use crate::{fault, site_names};

/// An ending.
struct Line {
    name: String,
    clause: Clause,
    /// What stands against it.
    against: Option<String>,
    /// The way to the form with it chosen.
    href: Option<String>,
    /// Whether it is what the operator's word proposes.
    proposed: bool,
}

#[derive(Template)]
#[template(path = "desk/site/endings.html")]
struct Endings<'a> {
    frame: &'a Frame,
    lines: Vec<Line>,
}

pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let (frame, view) = (&desk.frame, desk.view());
    let mut all = Vec::new();
    if view.closing.is_some() {
        all.push(Section::new(frame, "told", "site-desk-told-at-end", "Ⅴ.3.4", told(desk)));
    } else {
        all.push(Section::new(frame, "endings", "site-desk-endings", "Ⅴ.3.4", endings(desk)));
    }
    all.push(Section::new(frame, "alerts", "site-desk-alerts", "Ⅴ.3.4.オ", alerts(desk)));
    if !view.reopened.is_empty() {
        all.push(Section::new(frame, "reopened", "site-desk-reopened", "", reopened(desk)));
    }
    all
}

fn endings(desk: &Desk<'_>) -> Markup {
    let (frame, lists) = (&desk.frame, &desk.edition().lists);
    let may = desk.refusal(SiteAction::Close).is_none();
    let line = |(ending, refusal): &(rulebook::site::SiteEnding, Option<Refusal>)| Line {
        name: site_names::ending(frame.lang, lists, *ending),
        clause: ending.clause(),
        against: refusal.as_ref().map(|refusal| fault::refused(frame.lang, refusal)),
        href: (may && refusal.is_none())
            .then(|| format!("{}?ending={}#close", desk.href(Place::Ending), ending.word())),
        proposed: desk.case.proposed == Some(*ending),
    };
    Markup::of(&Endings { frame, lines: desk.case.endings.iter().map(line).collect() })
}

fn told(desk: &Desk<'_>) -> Markup {
    let (frame, page) = (&desk.frame, &desk.case.page);
    let Some(end) = &desk.view().closing else { return list(frame, Vec::new(), "desk-nobody") };
    let entry = |key: &'static str, body: Option<rulebook::ids::BodyId>| {
        body.map(|body| Entry {
            what: frame.t(key).into_owned(),
            on: Some(end.on),
            text: page.text(body).to_owned(),
            ..Entry::default()
        })
    };
    let all = [entry("party-finder", end.reason), entry("party-site-operator", end.to_operator)];
    list(frame, all.into_iter().flatten().collect(), "desk-nobody")
}

fn alerts(desk: &Desk<'_>) -> Markup {
    let entry = |alert: &Alert| Entry {
        what: alert.title.clone(),
        on: Some(alert.on),
        text: alert.url.clone(),
        ..Entry::default()
    };
    list(&desk.frame, desk.view().alerts.iter().rev().map(entry).collect(), "site-desk-alerts-none")
}

fn reopened(desk: &Desk<'_>) -> Markup {
    let entry =
        |(on, why): &(jiff::civil::Date, String)| Entry { on: Some(*on), text: why.clone(), ..Entry::default() };
    list(&desk.frame, desk.view().reopened.iter().rev().map(entry).collect(), "desk-nobody")
}

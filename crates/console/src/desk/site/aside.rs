//! Beside a website case: its days, what was decided, the finders as far as they allow, owner, notes, who read it.

use askama::Template;
use rulebook::report::state::Dated;
use rulebook::site::SiteAction;
use ui::list::Facts;
use ui::markup::Markup;
use ui::{Form, Frame};

use super::Desk;
use crate::desk::sent::Open;
use crate::desk::side::{self, Note, ReaderLine};
use crate::desk::words;
use crate::site_names;

/// A report with what its finder allows.
struct ReportLine {
    href: String,
    number: String,
    facts: Facts,
}

#[derive(Template)]
#[template(path = "desk/site/aside.html")]
struct Aside<'a> {
    frame: &'a Frame,
    days: Facts,
    decided: Facts,
    owner: side::Owner,
    finder: Option<Facts>,
    reports: Vec<ReportLine>,
    notes: Vec<Note<'a>>,
    note_open: Open,
    note: Form,
    readers: Vec<ReaderLine>,
}

pub(super) fn markup(desk: &Desk<'_>) -> Markup {
    let (frame, view, page) = (&desk.frame, desk.view(), &desk.case.page);
    let owner = side::Owner {
        open: desk.open("own", SiteAction::Own),
        take: desk.open("take", SiteAction::Own),
        name: desk.owner().cloned(),
        own: view.owner == Some(desk.staff.account),
        login: side::own_login(&desk.case.colleagues, desk.staff.account),
        choices: side::colleagues(frame, &desk.case.colleagues, view.owner),
        form: desk.form("own", |_| {}),
    };
    let note = |note: &Dated<_>| side::note(note, page.names.get(&note.item.0), page.text(note.item.1));
    Markup::of(&Aside {
        frame,
        days: days(desk),
        decided: decided(desk),
        owner,
        finder: finder(desk),
        reports: reports(desk),
        notes: view.notes.iter().map(note).collect(),
        note_open: desk.open("note", SiteAction::Note),
        note: desk.form("note", |_| {}),
        readers: side::readers(frame, &desk.case.readers, &[]),
    })
}

fn days(desk: &Desk<'_>) -> Facts {
    let (frame, view) = (&desk.frame, desk.view());
    let edition = desk.edition();
    let mut all = vec![
        ("desk-accepted-on", view.accepted_on),
        ("desk-details-sent-on", view.details_sent_on),
        ("site-desk-received-on", view.received_on),
    ];
    // What was aimed at says nothing any more once it has ended.
    match &view.closing {
        Some(end) => all.push(("site-desk-ended-on", Some(end.on))),
        None => all.extend([
            ("site-desk-aimed-at", view.aimed_at),
            ("site-desk-prolonged-from", view.prolonged_from),
            ("site-desk-silent-from", view.silence_ends_from),
        ]),
    }
    let facts = all.into_iter().fold(ui::facts(frame), |facts, (key, day)| match day {
        Some(day) => facts.add_markup(frame.t(key), frame.day(day)),
        None => facts.add(frame.t(key), frame.t("desk-not-yet")),
    });
    facts.add(frame.t("desk-edition"), frame.lang.pick(&edition.name.ja, &edition.name.en))
}

/// Kind, effects, cause and influence.
fn decided(desk: &Desk<'_>) -> Facts {
    let (frame, view) = (&desk.frame, desk.view());
    let (lang, lists) = (frame.lang, &desk.edition().lists);
    let facts = ui::facts(frame);
    let facts = match &view.classification {
        None => facts.add(frame.t("site-desk-kind"), frame.t("desk-not-yet")),
        Some(one) => {
            let effects: Vec<String> =
                one.effects.iter().map(|effect| site_names::effect(lang, lists, *effect)).collect();
            let facts = facts
                .add(frame.t("site-desk-kind"), site_names::kind(lang, lists, one.kind))
                .add(frame.t("site-desk-effects"), effects.join("\n"))
                .add(frame.t("site-desk-cause"), site_names::cause(lang, one.cause));
            if one.passive { facts.add(frame.t("site-desk-attack"), frame.t("site-desk-passive")) } else { facts }
        }
    };
    match view.ratings.last() {
        None => facts,
        Some(rating) => {
            facts.add_markup(frame.t("site-desk-score"), Markup::of(&ui::severity(frame, rating.item.score_tenths)))
        }
    }
}

fn finder(desk: &Desk<'_>) -> Option<Facts> {
    let frame = &desk.frame;
    let card = desk.case.page.finder.as_ref()?;
    let facts = ui::facts(frame)
        .add(frame.t("desk-finder-name"), &card.name)
        .add(frame.t("desk-finder-affiliation"), &card.affiliation)
        .add(frame.t("desk-finder-mail"), &card.email)
        .add(frame.t("desk-finder-phone"), &card.phone);
    Some(facts)
}

/// The reports; a website's form asks for two consents (Ⅴ.2.4.ウ, エ).
fn reports(desk: &Desk<'_>) -> Vec<ReportLine> {
    let frame = &desk.frame;
    let line = |report: &casework::sites::SiteReport| {
        let [share, direct, _] = words::consents(frame.lang, report.consents);
        let facts = ui::facts(frame).add(share.0, share.1).add(direct.0, direct.1);
        let facts = match report.withdrawn_on {
            Some(on) => facts.add_markup(frame.t("site-desk-withdrawn-on"), frame.day(on)),
            None => facts,
        };
        let href = frame.href(format!("/desk/reports/{}", report.number));
        ReportLine { href, number: report.number.clone(), facts }
    };
    desk.case.reports.iter().map(line).collect()
}

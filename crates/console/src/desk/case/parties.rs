//! The developers of a case, in one table that works with two hundred: told, seen, answered, statement, day.
//! Silence is a word.

use askama::Template;
use rulebook::action::Action;
use rulebook::case::view::DeveloperView;
use rulebook::case::{AttemptOutcome, CaseContent};
use ui::field::Field;
use ui::list::Tabs;
use ui::markup::Markup;
use ui::{Form, Frame, Mark, NavItem, Query};

use super::{Desk, handover, outreach, release, together};
use crate::desk::sent::Open;
use crate::names;

/// How far a developer is on the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// Nobody tried to reach it yet.
    ToContact,
    /// The last attempt did not arrive, or was refused.
    Unreached,
    /// Written to; nothing came back.
    Silent,
    /// It answered, and the contact is to be confirmed.
    ToConfirm,
    /// Reached, and waits for the details.
    ToRelease,
    /// Has the details and has not said what it found.
    Verifying,
    /// Said what it found, and has to say what its status is.
    Stating,
    /// Said all that it is asked.
    Done,
}

impl Progress {
    /// In the order of the road.
    const ALL: [Progress; 8] = [
        Progress::ToContact,
        Progress::Unreached,
        Progress::Silent,
        Progress::ToConfirm,
        Progress::ToRelease,
        Progress::Verifying,
        Progress::Stating,
        Progress::Done,
    ];

    /// How far a developer is.
    pub fn of(side: &DeveloperView) -> Self {
        let verified = side.verification.as_ref().is_some_and(|stated| stated.item.result.is_final());
        if verified {
            return if side.status.is_some() { Progress::Done } else { Progress::Stating };
        }
        if side.details.is_some() {
            return Progress::Verifying;
        }
        if side.contact.is_some() {
            return Progress::ToRelease;
        }
        match side.attempts.last().map(|attempt| attempt.outcome) {
            None => Progress::ToContact,
            Some(AttemptOutcome::Waiting) => Progress::Silent,
            Some(AttemptOutcome::Answered) => Progress::ToConfirm,
            Some(AttemptOutcome::Undeliverable | AttemptOutcome::Refused) => Progress::Unreached,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Progress::ToContact => "to-contact",
            Progress::Unreached => "unreached",
            Progress::Silent => "silent",
            Progress::ToConfirm => "to-confirm",
            Progress::ToRelease => "to-release",
            Progress::Verifying => "verifying",
            Progress::Stating => "stating",
            Progress::Done => "done",
        }
    }

    /// Its word for people.
    pub fn name(self, frame: &Frame) -> String {
        frame.t(format!("desk-party-{}", self.word())).into_owned()
    }

    /// The mark beside the word.
    pub const fn mark(self) -> Mark {
        match self {
            Progress::ToContact | Progress::ToConfirm | Progress::ToRelease => Mark::Soon,
            Progress::Unreached => Mark::Urgent,
            Progress::Silent => Mark::Waiting,
            Progress::Verifying | Progress::Stating => Mark::Active,
            Progress::Done => Mark::Done,
        }
    }
}

/// A developer as the table shows it.
struct Row {
    place: usize,
    href: String,
    name: String,
    mark: Mark,
    progress: String,
    told: String,
    tries: usize,
    seen: String,
    answered: String,
    statement: String,
    day: String,
    involvement: String,
}

#[derive(Template)]
#[template(path = "desk/case/parties.html")]
struct Parties<'a> {
    frame: &'a Frame,
    filters: Option<Tabs>,
    rows: Vec<Row>,
    total: usize,
    bulk: Option<Bulk>,
    coordinator: bool,
    involved: bool,
}

/// What can be done for several developers at once.
struct Bulk {
    open: Open,
    form: Form,
    link_action: String,
    release_action: String,
    release: Vec<release::Line>,
    files: Option<Field>,
    releasing: bool,
    involve_action: String,
    involvement: Vec<Field>,
    involving: bool,
}

impl Bulk {
    /// Whether a developer was ticked when the form came back.
    fn ticked(&self, place: &usize) -> bool {
        let place = place.to_string();
        self.form.values("party").any(|one| one == place)
    }
}

pub(super) fn section(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let query = Query::parse(&frame.path);
    let wanted = Progress::ALL.into_iter().find(|one| Some(one.word()) == query.get("parties"));
    let all: Vec<(usize, &DeveloperView)> = view.developers.iter().enumerate().collect();
    let rows = all.iter().filter(|(_, side)| wanted.is_none_or(|wanted| Progress::of(side) == wanted));
    let rows: Vec<Row> = rows.map(|(place, side)| row(desk, place + 1, side)).collect();
    let several = desk.is_coordinator() && all.len() > 1;
    Markup::of(&Parties {
        frame,
        filters: (all.len() > 3).then(|| filters(frame, &query, &all, wanted)),
        rows,
        total: all.len(),
        bulk: several.then(|| bulk(desk)),
        coordinator: desk.is_coordinator(),
        involved: !view.outreach.involvements.is_empty(),
    })
}

fn filters(frame: &Frame, query: &Query, all: &[(usize, &DeveloperView)], wanted: Option<Progress>) -> Tabs {
    let plain = Query::parse(&query.without("done"));
    let to = |href: String| format!("{href}#parties");
    let every = NavItem::new(to(plain.without("parties")), frame.t("desk-tab-all")).current(wanted.is_none());
    let mut items = vec![every.count(all.len() as u64)];
    for progress in Progress::ALL {
        let count = all.iter().filter(|(_, side)| Progress::of(side) == progress).count();
        if count > 0 {
            let item = NavItem::new(to(plain.with("parties", progress.word())), progress.name(frame));
            items.push(item.current(wanted == Some(progress)).count(count as u64));
        }
    }
    ui::tabs(frame.t("desk-parties-filter"), &items)
}

fn bulk(desk: &Desk<'_>) -> Bulk {
    let copy = desk.page.view.handed_over.as_ref().map_or_else(CaseContent::default, |copy| copy.content.clone());
    let form = desk.form(together::NAME, |form| release::tick_all(form, &copy));
    let files = handover::choices(&desk.page.view.attachments);
    Bulk {
        open: desk.open(together::NAME, "together/link"),
        link_action: format!("{}/together/link", desk.base),
        release_action: format!("{}/together/release", desk.base),
        release: release::lines(desk.frame.lang, &form, &copy),
        files: (!files.is_empty()).then(|| form.checks("file", desk.frame.t("desk-files"), &files)),
        involve_action: format!("{}/together/involvement", desk.base),
        involvement: outreach::involvement_fields(&desk.frame, &form),
        involving: desk.sent.as_ref().is_some_and(|sent| sent.is(together::NAME) && sent.value("do") == "involve"),
        releasing: desk.sent.as_ref().is_some_and(|sent| sent.is(together::NAME) && sent.value("do") == "release"),
        form,
    }
}

fn row(desk: &Desk<'_>, place: usize, side: &DeveloperView) -> Row {
    let frame = &desk.frame;
    let progress = Progress::of(side);
    Row {
        place,
        href: format!("{}/developers/{place}", desk.base),
        name: side.name.clone(),
        mark: progress.mark(),
        progress: progress.name(frame),
        told: told(frame, side),
        tries: if progress == Progress::Silent { side.attempts.len() } else { 0 },
        seen: seen(desk, side),
        answered: answered(frame, side),
        statement: side
            .status
            .as_ref()
            .map_or_else(String::new, |said| names::affectedness(frame.lang, said.item.affected)),
        day: day(frame, side),
        involvement: outreach::involvement_of(desk, side.id),
    }
}

/// When it was first written to, and how it went since.
fn told(frame: &Frame, side: &DeveloperView) -> String {
    let Some(last) = side.attempts.last() else { return frame.t("desk-told-not").into_owned() };
    let first = side.first_attempt_on.unwrap_or(last.on);
    let day = short(frame, first);
    if side.contact.is_some() {
        return frame.t1("desk-told-reached", "day", day);
    }
    match last.outcome {
        AttemptOutcome::Waiting => frame.t1("desk-told-silent", "day", short(frame, last.on)),
        AttemptOutcome::Answered => frame.t1("desk-told-answered", "day", short(frame, last.on)),
        AttemptOutcome::Undeliverable => frame.t1("desk-told-undeliverable", "day", short(frame, last.on)),
        AttemptOutcome::Refused => frame.t1("desk-told-refused", "day", short(frame, last.on)),
    }
}

/// Since when it has the details, and whether it opened them.
fn seen(desk: &Desk<'_>, side: &DeveloperView) -> String {
    let frame = &desk.frame;
    let Some(details) = &side.details else { return String::new() };
    let opened =
        desk.readers.iter().filter(|reader| reader.developer == Some(side.id)).map(|reader| reader.first).min();
    match opened {
        Some(at) => frame.t1("desk-seen-on", "day", short(frame, frame.site.zone.day_of(at))),
        None => frame.t1("desk-seen-not", "day", short(frame, details.on)),
    }
}

fn answered(frame: &Frame, side: &DeveloperView) -> String {
    match (&side.verification, &side.details) {
        (Some(stated), _) => frame.t(format!("desk-result-{}", stated.item.result.word())).into_owned(),
        (None, Some(details)) => frame.t1("desk-answered-not", "day", short(frame, details.on)),
        (None, None) => String::new(),
    }
}

/// What it says about the day; nobody's silence blocks it (decision 27).
fn day(frame: &Frame, side: &DeveloperView) -> String {
    match side.proposals.last().map(|proposal| &proposal.item) {
        Some(proposal) => match proposal.day {
            Some(day) => frame.t1("desk-day-proposed", "day", short(frame, day)),
            None => frame.t("desk-day-commented").into_owned(),
        },
        None => String::new(),
    }
}

/// A day of this year or the last without its weekday: a narrow column holds no more.
fn short(frame: &Frame, day: jiff::civil::Date) -> String {
    match frame.lang {
        ui::Lang::Ja => format!("{}月{}日", day.month(), day.day()),
        ui::Lang::En => day.strftime("%-d %b").to_string(),
    }
}

/// What is to be done for a developer, for its own page: the coordinator's actions about it that are possible.
pub(super) const ABOUT: [Action; 5] = [
    Action::RecordContactAttempt,
    Action::SendAnswerLink,
    Action::ConfirmContact,
    Action::ReleaseDetails,
    Action::WriteToDeveloper,
];

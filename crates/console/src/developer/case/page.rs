//! The page: the first screen says who writes about what, what is asked now, and how much time is left.

use askama::Template;
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::ContentField;
use rulebook::clause::Clause;
use rulebook::party::Party;
use ui::list::Facts;
use ui::markup::Markup;
use ui::notice::{Heading, Notice};
use ui::progress::{Happening, When};
use ui::{Frame, NavItem};

use super::forms::{self, Kind};
use super::more::{self, Fold};
use super::stated::{self, Item};
use super::{Matter, judgement, signal, text};
use crate::{names, notices};

#[derive(Template)]
#[template(path = "developer/case/page.html")]
pub(super) struct CasePage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    facts: Facts,
    done: Option<Notice>,
    secret: bool,
    tasks: Vec<Task>,
    nothing: String,
    lost: Option<Markup>,
    details: Option<Markup>,
    items: Vec<Item>,
    day: Option<Item>,
    text: Option<Markup>,
    comment: Option<Item>,
    messages: Vec<Line>,
    write: Option<Markup>,
    writing: bool,
    alarm: Option<Markup>,
    overseas: Option<Notice>,
    ended: Option<Notice>,
    judgement: Option<Markup>,
    between: Option<Markup>,
    more: Vec<Fold>,
    tasks_more: Vec<Task>,
    signal: Option<Markup>,
    signalling: bool,
    path: ui::path::StagePath,
    timeline: Vec<Happening>,
    index: Vec<NavItem>,
    coordinator: &'a str,
    contact: &'a str,
}

/// Something that is asked of the developer.
struct Task {
    what: String,
    clause: Clause,
    when: Markup,
    form: Option<Markup>,
    open: bool,
}

/// By when, and whether it waits for somebody else.
#[derive(Template)]
#[template(
    source = r#"<span class="task-when">{% if let Some(due) = due %}{{ ui::due_chip(frame, due) }} {{ frame.day_short(due) }}{% else if !waits %}{{ frame.t("developer-promptly") }}{% endif %}{% if waits.clone() %} {{ ui::chip(ui::Mark::Waiting, frame.t("developer-waits")) }}{% endif %}</span>"#,
    ext = "html"
)]
struct TaskWhen<'a> {
    frame: &'a Frame,
    due: Option<Date>,
    waits: bool,
}

/// A message as the page shows it.
pub(super) struct Line {
    pub at: jiff::Timestamp,
    pub who: String,
    pub own: bool,
    pub text: String,
    /// Files that came with it: where each is, and its name.
    pub files: Vec<(String, String)>,
}

/// The vulnerability, as far as the developer was given it.
#[derive(Template)]
#[template(path = "developer/case/details.html")]
struct Details<'a> {
    frame: &'a Frame,
    public: bool,
    parts: Vec<(String, &'a str)>,
    files: Vec<(String, &'a str)>,
    finder: String,
    credit: bool,
}

/// More things than this are not asked at once; the others are folded.
const AT_ONCE: usize = 5;

pub(super) fn build(matter: &Matter) -> CasePage<'_> {
    let (frame, view) = (&matter.frame, &matter.page.view);
    let mut due: Vec<Kind> = view.duties.iter().filter_map(|duty| Kind::of(duty.what)).collect();
    due.extend(judgement::asked(matter).map(|asked| asked.kind));
    let title = title(matter);
    let items = stated::items(matter, &due);
    let day = stated::item(matter, Kind::Day, &due);
    let text = (!due.contains(&Kind::Comment)).then(|| text::markup(matter)).flatten();
    let comment = stated::item(matter, Kind::Comment, &due);
    let may_write = matter.may(Action::WriteToDeveloper) && !due.contains(&Kind::Message);
    let mut tasks = tasks(matter);
    let tasks_more = tasks.split_off(tasks.len().min(AT_ONCE));
    let mut page = CasePage {
        head: head(matter, &title),
        title,
        facts: facts(matter),
        done: notices::done(frame),
        secret: !matter.is_published(),
        tasks,
        nothing: nothing(matter),
        lost: lost(matter, &due, may_write),
        details: details(matter),
        items,
        day,
        comment: comment.filter(|_| text::is_there(&matter.page)),
        text,
        messages: messages(matter),
        write: may_write.then(|| forms::markup(matter, Kind::Message, false)),
        writing: matter.came_back(Kind::Message),
        alarm: signal::alarm(matter),
        overseas: signal::from_overseas(matter),
        ended: more::banner(matter),
        judgement: judgement::section(matter, &due),
        between: more::between(matter),
        more: more::folds(matter, &due),
        tasks_more,
        signal: matter.may(Action::ReportSignal).then(|| forms::markup(matter, Kind::Signal, false)),
        signalling: matter.came_back(Kind::Signal),
        path: crate::stages::path(frame, view, &matter.edition, None),
        timeline: timeline(matter),
        index: Vec::new(),
        coordinator: &matter.coordinator,
        contact: &matter.contact,
        frame,
    };
    page.index = index(&page);
    page
}

/// The product once it is known: before the details nobody is told even that (Ⅳ.4.2).
fn title(matter: &Matter) -> String {
    let content = matter.page.view.content.as_ref();
    let product = content.map_or("", |content| content.get(ContentField::Product).trim());
    match product {
        "" => matter.frame.t("developer-heading-unnamed").into_owned(),
        product => matter.frame.t1("developer-heading", "product", product.lines().next().unwrap_or_default()),
    }
}

fn head(matter: &Matter, title: &str) -> Heading {
    let (frame, view) = (&matter.frame, &matter.page.view);
    ui::heading(title)
        .number(frame.t1("developer-case-number", "number", &view.number))
        .chip(names::stage_mark(view.stage), names::stage(frame.lang, view.stage))
        .lead(frame.t2("developer-letter", "coordinator", &matter.coordinator, "developer", &matter.own.name))
}

/// The top line: the days. A published case counts no days any more.
fn facts(matter: &Matter) -> Facts {
    let (frame, view) = (&matter.frame, &matter.page.view);
    let left = |day: Date| match matter.is_published() {
        true => frame.day(day),
        false => with_left(frame, day),
    };
    let add = |facts: Facts, key: &str, day: Option<Markup>| match day {
        Some(day) => facts.add_markup(frame.t(key), day),
        None => facts.add(frame.t(key), frame.t("developer-day-open")),
    };
    let facts = ui::facts(frame).in_line();
    let facts = add(facts, "developer-day", view.day.map(left));
    let aimed = view.target_day.map(|day| if view.day.is_some() { frame.day(day) } else { left(day) });
    let facts = add(facts, "developer-target", aimed);
    match matter.own.first_attempt_on {
        Some(day) => facts.add_markup(frame.t("developer-first-attempt"), frame.day(day)),
        None => facts,
    }
}

/// A day with what is left of it.
pub(super) fn with_left(frame: &Frame, day: Date) -> Markup {
    #[derive(Template)]
    #[template(source = "{{ day }} {{ left }}", ext = "html")]
    struct WithLeft {
        day: Markup,
        left: Markup,
    }
    Markup::of(&WithLeft { day: frame.day(day), left: ui::due_chip(frame, day) })
}

/// What is asked: its word on a judgement, which has a last day, then the duties in the order of the rulebook. The first
/// that can be done stands open.
fn tasks(matter: &Matter) -> Vec<Task> {
    let asked = judgement::asked(matter).map(|asked| Task {
        what: matter.frame.t(asked.what).into_owned(),
        clause: asked.clause,
        when: Markup::of(&TaskWhen { frame: &matter.frame, due: Some(asked.due), waits: false }),
        form: Some(forms::markup(matter, asked.kind, true)),
        open: matter.sent.is_none() || matter.came_back(asked.kind),
    });
    let mut opened = matter.sent.is_some() || asked.is_some();
    let duties = matter.page.view.duties.iter();
    let tasks = duties.map(|duty| {
        let kind = Kind::of(duty.what).filter(|kind| matter.may(kind.action()));
        let first = kind.is_some() && !opened && !duty.waits;
        opened |= first;
        Task {
            what: names::duty(matter.frame.lang, duty.what),
            clause: duty.what.clause(),
            when: Markup::of(&TaskWhen { frame: &matter.frame, due: duty.due, waits: duty.waits }),
            form: kind.map(|kind| forms::markup(matter, kind, true)),
            open: first || kind.is_some_and(|kind| matter.came_back(kind)),
        }
    });
    asked.into_iter().chain(tasks).collect()
}

/// Why nothing is asked.
fn nothing(matter: &Matter) -> String {
    let informed = matter.own.details.is_some();
    let key = match (matter.is_published(), informed, matter.own.contact.is_some()) {
        (true, ..) => "developer-nothing-published",
        (_, false, true) => "developer-details-wait",
        _ => "developer-nothing-now",
    };
    matter.frame.t(key).into_owned()
}

/// A form that came back and has no place on the page any more: what was typed stays in sight.
fn lost(matter: &Matter, due: &[Kind], may_write: bool) -> Option<Markup> {
    let kind = matter.sent.as_ref()?.kind;
    let has_place = due.contains(&kind)
        || match kind {
            Kind::Confirm => false,
            Kind::Message => may_write,
            Kind::Comment => matter.may(kind.action()) && text::is_there(&matter.page),
            _ => matter.may(kind.action()),
        };
    (!has_place).then(|| forms::markup(matter, kind, false))
}

fn details(matter: &Matter) -> Option<Markup> {
    let (frame, view) = (&matter.frame, &matter.page.view);
    let content = view.content.as_ref()?;
    let said = ContentField::ALL.into_iter().filter(|field| !content.get(*field).trim().is_empty());
    let finder = matter.page.finder.as_ref().map_or_else(String::new, |finder| {
        let parts = [&finder.name, &finder.affiliation, &finder.email];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("\n")
    });
    let file = |file: &'_ rulebook::report::Attachment| matter.url(&format!("files/{}", file.id));
    Some(Markup::of(&Details {
        frame,
        public: matter.is_published(),
        parts: said.map(|field| (names::content_field(frame.lang, field), content.get(field))).collect(),
        files: view.attachments.iter().map(|one| (file(one), one.name.as_str())).collect(),
        credit: !finder.is_empty() && view.finder_wants_credit == Some(true),
        finder,
    }))
}

/// The messages, oldest first.
pub(super) fn messages(matter: &Matter) -> Vec<Line> {
    let page = &matter.page;
    let line = |message: &rulebook::report::state::Dated<rulebook::case::state::CaseMessage>| {
        let own = matches!(message.item.from, Party::Developer(_));
        let sent = message.item.attachments.iter();
        Line {
            at: message.at,
            who: if own { matter.own.name.clone() } else { matter.coordinator.clone() },
            own,
            text: page.text(message.item.body).to_owned(),
            files: sent.map(|file| (matter.url(&format!("files/{}", file.id)), file.name.clone())).collect(),
        }
    };
    page.view.messages.iter().filter(|message| more::is_with_coordinator(&message.item)).map(line).collect()
}

fn timeline(matter: &Matter) -> Vec<Happening> {
    let steps = matter.page.view.timeline.iter().rev();
    steps.map(|step| Happening::new(When::At(step.at), names::event(matter.frame.lang, step.what))).collect()
}

/// The parts of the page that are there.
fn index(page: &CasePage<'_>) -> Vec<NavItem> {
    let parts = [
        (true, "#now", "developer-now"),
        (page.judgement.is_some(), "#judgement", "judged-title"),
        (page.details.is_some(), "#details", "developer-details"),
        (!page.items.is_empty(), "#statements", "developer-statements"),
        (page.day.is_some(), "#the-day", "developer-the-day"),
        (page.text.is_some() || page.comment.is_some(), "#text", "developer-text"),
        (page.write.is_some() || !page.messages.is_empty(), "#messages", "developer-messages"),
        (page.between.is_some(), "#between", "developer-between"),
        (!page.more.is_empty(), "#more", "developer-more"),
        (true, "#history", "developer-history"),
    ];
    let there = parts.into_iter().filter(|(there, ..)| *there);
    there.map(|(_, href, key)| NavItem::new(href, page.frame.t(key))).collect()
}

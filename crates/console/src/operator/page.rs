//! The page: what was found, in plain words, until when, and five things to do; the details for whoever repairs it
//! stand below.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use casework::sites::SitePage;
use jiff::civil::Date;
use rulebook::ids::AttachmentId;
use rulebook::party::Party;
use rulebook::report::state::Dated;
use rulebook::site::record::SiteMessage;
use rulebook::site::{FixCheck, SiteAction, SiteContent, SiteField, SiteKind, SiteThread};
use ui::list::Facts;
use ui::markup::Markup;
use ui::notice::Notice;
use ui::{Form, Frame, Page, Tone, Width};

use super::forms::{self, Kind};
use super::talk::{self, Talk};
use super::{body, contact, kebab};
use crate::letters::OPERATORS;
use crate::notices;
use crate::state::Console;
use crate::who::OperatorSide;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/operator", get(show)).route("/{lang}/operator/files/{file}", get(file))
}

/// A form that came back, with everything typed.
pub(super) struct Sent {
    pub kind: Kind,
    pub form: Form,
    pub status: StatusCode,
}

/// A website case as its operator sees it, and a form that came back.
pub(super) struct Matter {
    pub frame: Frame,
    pub page: SitePage,
    body: String,
    contact: String,
    contractor: bool,
    sent: Option<Sent>,
}

impl Matter {
    async fn load(side: &OperatorSide, sent: Option<Sent>) -> Result<Self, Error> {
        let visitor = &side.visitor;
        Ok(Matter {
            frame: visitor.frame().width(Width::Reading),
            page: visitor.console.office.site_page(side.site, side.actor).await?,
            body: body(visitor),
            contact: contact(visitor),
            contractor: side.contractor,
            sent,
        })
    }

    /// Whether a form can be sent now by whoever looks.
    pub fn may(&self, kind: Kind) -> bool {
        let theirs = !self.contractor || kind.is_contractors();
        theirs && self.page.refusal(kind.action()).is_none()
    }

    /// What came back of a form; of several of one kind it is the one with the same hidden fields.
    pub fn sent(&self, kind: Kind, hidden: &[(&'static str, String)]) -> Option<&Form> {
        let sent = self.sent.as_ref().filter(|sent| sent.kind == kind)?;
        hidden.iter().all(|(name, value)| sent.form.value(name) == value).then_some(&sent.form)
    }

    /// A form with what was typed, or an empty one.
    pub fn form(&self, kind: Kind, hidden: &[(&'static str, String)]) -> Form {
        let place = hidden.iter().find(|(name, _)| *name == "place").map_or("", |(_, place)| place.as_str());
        let form = self.sent(kind, hidden).cloned().unwrap_or_else(|| Form::new(self.frame.lang));
        form.with_ids(format!("{}{place}", kind.word()))
    }

    /// Whether the details are there and were opened.
    fn is_informed(&self) -> bool {
        let view = &self.page.view;
        view.content.is_some() && (view.received_on.is_some() || self.contractor)
    }
}

#[derive(Template)]
#[template(path = "operator/page.html")]
struct OperatorPage<'a> {
    frame: &'a Frame,
    title: String,
    number: &'a str,
    lead: String,
    done: Option<Notice>,
    notices: Vec<Notice>,
    ended: Option<&'a str>,
    contractor: bool,
    waits: String,
    ready: bool,
    seen: &'a str,
    asked: Vec<(String, Markup)>,
    informed: bool,
    plain: String,
    due: Option<Date>,
    choices: Vec<Choice>,
    again: bool,
    said: bool,
    answers: Facts,
    parts: Vec<(String, &'a str)>,
    files: Vec<(String, &'a str)>,
    finder: String,
    advice: &'a str,
    general: String,
    forwards: &'a [(Date, String)],
    taken_back: Option<Date>,
    take_back: Option<Markup>,
    words: Vec<(String, String)>,
    messages: Vec<Line>,
    write: Option<Markup>,
    writing: bool,
    talks: Vec<Talk>,
    wish: Option<Markup>,
    wished: bool,
    body: &'a str,
    contact: &'a str,
}

/// One of the five things to do: its form is folded behind it.
struct Choice {
    word: &'static str,
    label: String,
    hint: String,
    form: Markup,
    open: bool,
}

/// A message as the page shows it.
pub(super) struct Line {
    pub at: jiff::Timestamp,
    pub who: String,
    pub own: bool,
    pub text: String,
    pub files: Vec<(String, String)>,
}

async fn show(side: OperatorSide) -> Response {
    render(&side, None).await
}

/// The page, with the form that came back.
pub(super) async fn render(side: &OperatorSide, sent: Option<Sent>) -> Response {
    let status = sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    match Matter::load(side, sent).await {
        Ok(matter) => Page::secret(build(&matter)).status(status).into_response(),
        Err(error) => side.visitor.fault(error),
    }
}

async fn file(side: OperatorSide, Path((_, file)): Path<(String, String)>) -> Response {
    let Ok(id) = file.parse::<AttachmentId>() else { return side.visitor.not_found() };
    match side.visitor.console.office.site_file(side.site, side.actor, id).await {
        Ok((file, reader)) => crate::download::download(&file, reader),
        Err(error) => side.visitor.fault(error),
    }
}

fn build(matter: &Matter) -> OperatorPage<'_> {
    let (frame, view) = (&matter.frame, &matter.page.view);
    let site = view.site.as_deref().unwrap_or_default();
    let worded = || view.content.as_ref().and_then(|content| SiteKind::of_words(&content.kind));
    let kind = view.kind.or_else(worded).unwrap_or(SiteKind::Other);
    let plain = frame.t(format!("site-kind-{}", kebab(kind.word()))).into_owned();
    let named = view.content.as_ref().map_or("", |content| content.kind.trim());
    // A kind that is not in the list is at least named as whoever found it names it.
    let plain = match kind {
        SiteKind::Other if !named.is_empty() => frame.t2("operator-kind-named", "kind", plain, "named", named),
        _ => plain,
    };
    let informed = matter.is_informed();
    let open = view.closing.is_none();
    let may_write = matter.may(Kind::Message);
    let general = format!("site-advice-{}", kebab(kind.word()));
    OperatorPage {
        title: frame.t1("operator-title", "site", site),
        number: &view.number,
        lead: frame.t1("operator-from", "body", &matter.body),
        done: notices::done(frame),
        notices: notices_of(matter),
        ended: view.closing.as_ref().map(|end| end.reason.map_or("", |reason| matter.page.text(reason))),
        contractor: matter.contractor,
        waits: match view.contact.as_ref().filter(|_| view.content.is_none() && open) {
            Some(contact) if contact.mail.is_empty() => frame.t("operator-waits-phone").into_owned(),
            Some(contact) => frame.t1("operator-waits-mail", "mail", &contact.mail),
            None => String::new(),
        },
        ready: view.content.is_some() && !informed && open,
        seen: matter.page.digest.as_str(),
        asked: asked(matter),
        informed,
        due: view.aimed_at.filter(|_| open && view.fixed.is_none()),
        choices: if informed { choices(matter) } else { Vec::new() },
        again: view.fixed.is_some()
            || matter.page.view.answers.last().is_some_and(|said| !said.item.answer.asks_for_help()),
        said: !view.answers.is_empty(),
        answers: answers(matter),
        parts: if informed { parts(matter) } else { Vec::new() },
        files: if informed { files(matter) } else { Vec::new() },
        finder: finder(matter),
        advice: own_advice(view.content.as_ref(), &general),
        general: frame.t(general).into_owned(),
        plain,
        forwards: &view.forwards,
        taken_back: view.taken_back_on,
        take_back: matter.may(Kind::TakeBack).then(|| forms::markup(matter, Kind::TakeBack, vec![])),
        words: words(frame),
        messages: messages(matter),
        write: may_write.then(|| forms::markup(matter, Kind::Message, vec![])),
        writing: matter.sent(Kind::Message, &[]).is_some(),
        talks: talk::talks(matter),
        wish: (informed && matter.may(Kind::Wish)).then(|| forms::markup(matter, Kind::Wish, vec![])),
        wished: talk::is_wished(matter),
        body: &matter.body,
        contact: &matter.contact,
        frame,
    }
}

/// What the desk advises beyond the words that stand there for every flaw of the kind.
fn own_advice<'a>(content: Option<&'a SiteContent>, general: &str) -> &'a str {
    let advice = content.map_or("", |content| content.advice.trim());
    if advice == OPERATORS.t(general) { "" } else { advice }
}

/// What is so now, where it is not plain from the rest.
fn notices_of(matter: &Matter) -> Vec<Notice> {
    let (frame, view) = (&matter.frame, &matter.page.view);
    if let Some(end) = &view.closing {
        let key = if end.ending.is_fix() { "operator-ended-fixed" } else { "operator-ended" };
        let tone = if end.ending.is_fix() { Tone::Success } else { Tone::Info };
        return vec![ui::notice(frame, tone, frame.t1(key, "day", frame.day_text(end.on)))];
    }
    let mut notices = Vec::new();
    let waits = view.answers.last().filter(|said| said.item.answer.asks_for_help());
    let replied = |since| view.messages.iter().any(|one| one.at > since && one.item.from == Party::ReceivingBody);
    if waits.is_some_and(|said| !replied(said.at)) {
        notices.push(ui::notice(frame, Tone::Info, frame.t1("operator-helping", "body", &matter.body)));
    }
    let since = view.answers.last().map(|said| said.at);
    let check = view.checks.last().filter(|check| since.is_none_or(|since| check.at > since));
    match check.map(|check| (check.item.result, check.item.note.as_str())) {
        Some((FixCheck::StillThere, note)) => {
            notices.push(ui::notice(frame, Tone::Warning, frame.t("operator-still-there")).body(note));
        }
        Some((FixCheck::Gone, _)) => notices.push(ui::notice(frame, Tone::Success, frame.t("operator-gone"))),
        _ if view.fixed.is_some() => {
            let thanks = ui::notice(frame, Tone::Success, frame.t("operator-thanks"));
            notices.push(thanks.body(frame.t1("operator-thanks-text", "body", &matter.body)));
        }
        _ => {}
    }
    let own = view.messages.iter().rev().filter(|message| message.item.thread == SiteThread::Operator);
    if own.take_while(|message| message.item.from != view.viewer).any(|message| message.item.question) {
        let asks = frame.t1("operator-question", "body", &matter.body);
        notices.push(ui::notice(frame, Tone::Warning, asks).link("#messages", frame.t("operator-question-link")));
    }
    notices
}

/// What only the operator can answer, and is asked now.
fn asked(matter: &Matter) -> Vec<(String, Markup)> {
    let (frame, view) = (&matter.frame, &matter.page.view);
    let mut asked = Vec::new();
    if matter.may(Kind::Consent) {
        for consent in view.consents.iter().filter(|consent| consent.answer.is_none()) {
            let hidden = vec![("what", consent.what.word().to_owned())];
            asked.push((forms::consent(frame, consent.what), forms::markup(matter, Kind::Consent, hidden)));
        }
    }
    let leak = view.leak.feared.is_some() && (view.leak.public.is_none() || !view.leak_lacks.is_empty());
    if leak && matter.may(Kind::Leak) {
        asked.push((frame.t("operator-asked-leak").into_owned(), forms::markup(matter, Kind::Leak, vec![])));
    }
    if talk::asked(matter).is_some() && matter.may(Kind::Talk) {
        asked.push((frame.t("operator-asked-talk").into_owned(), forms::markup(matter, Kind::Talk, vec![])));
    }
    asked
}

/// The five of the first screen, as far as whoever looks may do them.
fn choices(matter: &Matter) -> Vec<Choice> {
    let frame = &matter.frame;
    let there = Kind::FIRST.into_iter().filter(|kind| matter.may(*kind));
    let choice = |kind: Kind| Choice {
        word: kind.word(),
        label: frame.t(format!("operator-do-{}", kind.word())).into_owned(),
        hint: frame.t(format!("operator-hint-{}", kind.word())).into_owned(),
        form: forms::markup(matter, kind, vec![]),
        open: matter.sent(kind, &[]).is_some(),
    };
    there.map(choice).collect()
}

/// What it said, newest first.
fn answers(matter: &Matter) -> Facts {
    let frame = &matter.frame;
    let said = matter.page.view.answers.iter().rev();
    said.fold(ui::facts(frame), |facts, said| {
        let mut text = frame.t(format!("site-answer-{}", kebab(said.item.answer.word()))).into_owned();
        if let Some(day) = said.item.ready_on {
            text = frame.t2("operator-said-day", "said", text, "day", frame.day_text(day));
        }
        if !said.item.words.trim().is_empty() {
            text = format!("{text}\n{}", said.item.words.trim());
        }
        facts.add(frame.day_text(said.item.on), text)
    })
}

/// The details but for the advice, which has a place of its own.
fn parts(matter: &Matter) -> Vec<(String, &str)> {
    let Some(content) = &matter.page.view.content else { return Vec::new() };
    let told = SiteField::ALL.into_iter().filter(|field| *field != SiteField::Advice);
    let told = told.filter(|field| !content.get(*field).trim().is_empty());
    told.map(|field| (matter.frame.t(format!("operator-part-{}", field.word())).into_owned(), content.get(field)))
        .collect()
}

fn files(matter: &Matter) -> Vec<(String, &str)> {
    let files = matter.page.view.attachments.iter();
    files.map(|one| (matter.frame.href(format!("/operator/files/{}", one.id)), one.name.as_str())).collect()
}

/// Whoever found it, where it wishes to be known.
fn finder(matter: &Matter) -> String {
    let card = matter.page.finder.as_ref();
    let parts = card.map(|finder| [&finder.name, &finder.affiliation, &finder.email]).into_iter().flatten();
    parts.filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("\n")
}

/// Words of the trade that the page cannot do without.
const WORDS: [&str; 5] = ["vulnerability", "maker", "operation", "evidence", "secret"];

fn words(frame: &Frame) -> Vec<(String, String)> {
    let explained = |word: &str| {
        let name = frame.t(format!("operator-word-{word}")).into_owned();
        (name, frame.t(format!("operator-means-{word}")).into_owned())
    };
    WORDS.into_iter().map(explained).collect()
}

fn messages(matter: &Matter) -> Vec<Line> {
    let own = matter.page.view.messages.iter().filter(|message| message.item.thread == SiteThread::Operator);
    own.map(|message| line_of(matter, message)).collect()
}

/// A message with who wrote it.
pub(super) fn line_of(matter: &Matter, message: &Dated<SiteMessage>) -> Line {
    let (frame, view) = (&matter.frame, &matter.page.view);
    let own = message.item.from == view.viewer;
    let who = match message.item.from {
        _ if own => frame.t("operator-you").into_owned(),
        Party::Finder(_) => frame.t("operator-finder").into_owned(),
        _ => matter.body.clone(),
    };
    let files = message.item.attachments.iter();
    let files = files.map(|file| (frame.href(format!("/operator/files/{}", file.id)), file.name.clone()));
    Line { at: message.at, who, own, text: matter.page.text(message.item.body).to_owned(), files: files.collect() }
}

/// Whether details wait to be opened.
pub(super) fn waits_to_be_opened(page: &SitePage) -> bool {
    page.refusal(SiteAction::ReceiveDetails).is_none()
}

//! The input form: grouped, with hints and who sees what, kept at every step, and never losing anything to an error.

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::Error;
use rulebook::report::form::{MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, ReportKind};
use store::StoreError;
use ui::field::Field;
use ui::{Choice, Form, Frame, Page, Query, Width};

use super::drawer::{DRAFT_COOKIE, Drawer};
use super::items::{Control, Group, Item, groups, required};
use super::typed::{check, label, longest, say};
use super::upload::{self, Brought, FILES, Failed, FileLine, MAX_REQUEST, Parts, file_lines};
use crate::forms::{Fields, OpenFields, see_other};
use crate::notices;
use crate::state::Console;
use crate::who::{Visitor, put_cookie};

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/report/{kind}", get(show).post(receive).layer(DefaultBodyLimit::max(MAX_REQUEST)))
        .route("/{lang}/report/{kind}/draft", post(autosave))
}

/// The kind of report in a path.
pub(super) fn kind_of(word: &str) -> Option<ReportKind> {
    ReportKind::ALL.into_iter().find(|kind| kind.word() == word)
}

/// A group as the page shows it.
struct Part {
    word: &'static str,
    title: String,
    lead: Option<String>,
    fields: Vec<Field>,
    more: Vec<Field>,
    more_title: String,
    open: bool,
}

#[derive(Template)]
#[template(path = "front/input.html")]
struct InputPage {
    frame: Frame,
    kind: ReportKind,
    title: String,
    steps: Vec<String>,
    form: Form,
    parts: Vec<Part>,
    files: Vec<FileLine>,
    most: usize,
    max_bytes: u64,
    kept: bool,
    hours: u32,
    done: Option<ui::notice::Notice>,
}

impl InputPage {
    fn action(&self) -> String {
        self.frame.href(format!("/report/{}", self.kind.word()))
    }
}

/// The three steps of a report.
pub(super) fn steps(frame: &Frame) -> Vec<String> {
    let keys = ["front-step-input", "front-step-confirm", "front-step-receipt"];
    keys.iter().map(|key| frame.t(key).into_owned()).collect()
}

async fn show(visitor: Visitor, Path((_, word)): Path<(String, String)>) -> Response {
    let Some(kind) = kind_of(&word) else { return visitor.not_found() };
    let drawer = match Drawer::open(&visitor).await {
        Ok(drawer) => drawer,
        Err(error) => return visitor.fault(error),
    };
    let Some(drawer) = drawer else {
        return page(&visitor, kind, Form::new(visitor.lang), Vec::new(), false, StatusCode::OK);
    };
    let mut form = drawer.form(&visitor);
    if Query::parse(&visitor.path).get("check").is_some() {
        check(&mut form, kind, visitor.lang, &drawer.fields());
    }
    let kept = !drawer.draft.is_empty();
    page(&visitor, kind, form, file_lines(&drawer.draft), kept, StatusCode::OK)
}

async fn receive(visitor: Visitor, Path((_, word)): Path<(String, String)>, parts: Parts) -> Response {
    let Some(kind) = kind_of(&word) else { return visitor.not_found() };
    let mut drawer = match Drawer::open_or_begin(&visitor).await {
        Ok(drawer) => drawer,
        Err(error) => return visitor.fault(error),
    };
    let take = |drawer: &mut Drawer, fields: &Fields| drawer.take(kind, fields);
    let response = match upload::read(parts, &visitor, &mut drawer, take).await {
        Ok(brought) => go_on(&visitor, kind, &mut drawer, brought).await,
        Err(failed) => not_kept(&visitor, kind, &drawer, failed),
    };
    if response.headers().contains_key(axum::http::header::SET_COOKIE) {
        return response;
    }
    drawer.give_key(&visitor, response)
}

/// What the button asked for, once everything is kept.
async fn go_on(visitor: &Visitor, kind: ReportKind, drawer: &mut Drawer, brought: Brought) -> Response {
    let lang = visitor.lang;
    let fields = &brought.fields;
    let way = visitor.frame().href(format!("/report/{}", kind.word()));
    if fields.has("discard") {
        return discard(visitor, drawer, &visitor.frame().href("/report")).await;
    }
    if fields.has("remove") {
        upload::remove(&mut drawer.draft, fields.get("remove"));
        if let Err(error) = drawer.keep(visitor).await {
            return visitor.fault(error);
        }
    }
    let mut form = drawer.form(visitor);
    brought.tell(&mut form, lang);
    let wants_confirm = fields.has("confirm");
    if wants_confirm {
        check(&mut form, kind, lang, &drawer.fields());
    }
    if form.is_wrong() {
        return page(visitor, kind, form, file_lines(&drawer.draft), false, brought.status());
    }
    if wants_confirm {
        return see_other(&format!("{way}/confirm"));
    }
    if fields.has("remove") {
        return notices::after(&format!("{way}#{FILES}"), "file-removed");
    }
    if brought.taken > 0 {
        return notices::after(&format!("{way}#{FILES}"), "files-attached");
    }
    notices::after(&way, "draft-kept")
}

async fn discard(visitor: &Visitor, drawer: &Drawer, way: &str) -> Response {
    if let Err(error) = drawer.forget(visitor).await {
        return visitor.fault(error);
    }
    let mut response = notices::after(way, "draft-discarded");
    put_cookie(&mut response, &visitor.console, DRAFT_COOKIE, None, 0);
    response
}

/// The draft could not be kept: the page itself still holds what was typed.
fn not_kept(visitor: &Visitor, kind: ReportKind, drawer: &Drawer, failed: Failed) -> Response {
    let Error::Store(StoreError::Full) = failed.error else { return visitor.fault(failed.error) };
    let mut form = drawer.form(visitor);
    form.wrong(FILES, visitor.lang.t("front-full"));
    failed.brought.tell(&mut form, visitor.lang);
    page(visitor, kind, form, file_lines(&drawer.draft), false, StatusCode::INSUFFICIENT_STORAGE)
}

/// Keeps what was typed, for the script that saves as people type.
async fn autosave(
    visitor: Visitor,
    Path((_, word)): Path<(String, String)>,
    OpenFields(fields): OpenFields,
) -> Response {
    let Some(kind) = kind_of(&word) else { return visitor.not_found() };
    match keep_typed(&visitor, kind, &fields).await {
        Ok(Some(drawer)) => drawer.give_key(&visitor, StatusCode::NO_CONTENT.into_response()),
        // A page left open after its report was sent: nothing of it is kept.
        Ok(None) => StatusCode::CONFLICT.into_response(),
        Err(error) => visitor.fault(error),
    }
}

async fn keep_typed(visitor: &Visitor, kind: ReportKind, fields: &Fields) -> Result<Option<Drawer>, Error> {
    if let Some(key) = visitor.cookie(DRAFT_COOKIE)
        && visitor.console.office.sent_report(&key).await?.is_some()
    {
        return Ok(None);
    }
    let mut drawer = Drawer::open_or_begin(visitor).await?;
    drawer.take(kind, fields);
    drawer.keep(visitor).await?;
    Ok(Some(drawer))
}

fn page(
    visitor: &Visitor,
    kind: ReportKind,
    form: Form,
    files: Vec<FileLine>,
    kept: bool,
    status: StatusCode,
) -> Response {
    let frame = visitor.frame().width(Width::Reading);
    let done = notices::done(&frame);
    let needed = required(kind);
    let page = InputPage {
        title: frame.t(format!("front-title-{}", kind.word())).into_owned(),
        steps: steps(&frame),
        parts: groups(kind).iter().map(|group| part(&frame, kind, &form, group, &needed)).collect(),
        most: MAX_ATTACHMENTS,
        max_bytes: MAX_ATTACHMENT_BYTES,
        hours: visitor.console.office.settings().retention.draft_hours,
        kept: kept && done.is_none() && !form.is_wrong(),
        done: done.filter(|_| !form.is_wrong()),
        frame,
        kind,
        form,
        files,
    };
    Page::secret(page).status(status).into_response()
}

fn part(frame: &Frame, kind: ReportKind, form: &Form, group: &Group, needed: &[&str]) -> Part {
    let lang = frame.lang;
    let made = |more: bool| {
        let items = group.items.iter().filter(move |item| item.more == more);
        items.map(|item| field(frame, kind, form, item, needed)).collect::<Vec<_>>()
    };
    let filled = |item: &&Item| item.more && !form.value(item.name).trim().is_empty();
    Part {
        word: group.word,
        title: say(lang, "group", kind, group.word).unwrap_or_default(),
        lead: say(lang, "lead", kind, group.word),
        fields: made(false),
        more: made(true),
        more_title: say(lang, "more", kind, group.word).unwrap_or_default(),
        open: group.items.iter().any(|item| filled(&item)),
    }
}

fn field(frame: &Frame, kind: ReportKind, form: &Form, item: &Item, needed: &[&str]) -> Field {
    let lang = frame.lang;
    let label = label(lang, kind, item.name);
    let field = match item.control {
        Control::Line => form.text(item.name, label),
        Control::Mail => form.email(item.name, label),
        Control::Phone => form.telephone(item.name, label),
        Control::Web => form.url(item.name, label),
        Control::Day => form.day(item.name, label),
        Control::Text(rows) => form.area(item.name, label).rows(rows).limit(longest(item.control)),
        Control::YesNo => form.radios(item.name, label, &choices(frame, kind, item.name, &["yes", "no"])),
        Control::OneOf(words) => form.radios(item.name, label, &choices(frame, kind, item.name, words)),
    };
    let field = match item.name {
        "finder_name" if kind != ReportKind::OwnProduct => field.autocomplete("name"),
        "finder_name" | "affiliation" => field.autocomplete("organization"),
        _ => field,
    };
    let field = field.shown_to(say(lang, "shown", kind, item.shown.word()).unwrap_or_default());
    let field = match say(lang, "hint", kind, item.name) {
        Some(hint) => field.hint(hint),
        None => field,
    };
    if needed.contains(&item.name) { field.required() } else { field.optional() }
}

/// The choices of an item: its own words, else a plain yes and no.
fn choices(frame: &Frame, kind: ReportKind, name: &str, words: &[&str]) -> Vec<Choice> {
    let choice = |word: &&str| Choice::new(word, choice_label(frame.lang, kind, name, word));
    words.iter().map(choice).collect()
}

/// The words of a choice.
pub(super) fn choice_label(lang: ui::Lang, kind: ReportKind, name: &str, word: &str) -> String {
    let own = say(lang, "choice", kind, &format!("{name}-{word}"));
    own.or_else(|| say(lang, "choice", kind, word)).unwrap_or_default()
}

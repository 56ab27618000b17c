//! The developer register (製品開発者リスト, Ⅳ.4.1): search, entries, and the cases of each.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::Error;
use casework::project::DeveloperCard;
use jiff::civil::Date;
use rulebook::developer::{DeveloperEntry, DeveloperState, SupportEnd};
use rulebook::ids::DeveloperId;
use rulebook::text::Language;
use ui::field::Choice;
use ui::list::Facts;
use ui::notice::Notice;
use ui::{Form, Frame, Page, Query, Width};

use super::sent::{self, Open, Sent};
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};
use crate::{names, notices};

/// Lines of a page.
const PER_PAGE: usize = 50;
/// Longest line and longest text of an entry, in characters.
const MAX_LINE: usize = 300;
const MAX_TEXT: usize = 4_000;
/// Most products of an entry.
const MAX_PRODUCTS: usize = 200;
/// Name of the form.
const NAME: &str = "entry";
/// Name of the form about the window for direct reports.
const WINDOW: &str = "window";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/developers", get(list))
        .route("/{lang}/desk/developers/new", get(blank).post(register))
        .route("/{lang}/desk/developers/{handle}", get(show).post(change))
        .route("/{lang}/desk/developers/{handle}/window", post(review))
}

/// The handle of an entry in addresses and forms: the random half of its id, which tells nothing (decision 3).
pub(super) fn handle_of(id: DeveloperId) -> String {
    let text = id.0.simple().to_string();
    text[text.len() - 12..].to_owned()
}

/// Whether an entry has all of the words: name, reading, English name, person, address, products.
pub(super) fn matches(card: &DeveloperCard, words: &str) -> bool {
    let mut text = [&card.name, &card.name_en, &card.reading, &card.manager, &card.mail].map(String::as_str).join(" ");
    text.push(' ');
    text.push_str(&card.products.join(" "));
    let text = text.to_lowercase();
    words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

struct Row {
    href: String,
    name: String,
    name_en: String,
    manager: String,
    mail: String,
    products: String,
    listed: bool,
    confirmed: Option<Date>,
}

#[derive(Template)]
#[template(path = "desk/developers.html")]
struct RegisterPage {
    frame: Frame,
    form: Form,
    rows: Vec<Row>,
    query: Query,
    page: usize,
    total: usize,
    all: usize,
}

async fn list(CoordinatorDesk(staff): CoordinatorDesk) -> Response {
    match listed(&staff).await {
        Ok(page) => Page::secret(page).into_response(),
        Err(error) => staff.visitor.fault(error),
    }
}

async fn listed(staff: &Staff) -> Result<RegisterPage, Error> {
    let frame = staff.visitor.frame();
    let query = Query::parse(&staff.visitor.path);
    let words = query.get("q").unwrap_or_default().to_owned();
    let mut found = staff.visitor.console.office.developers(staff.actor).await?;
    let all = found.len();
    found.retain(|(_, card)| matches(card, &words));
    match query.get("sort").unwrap_or_default() {
        "-name" => found.reverse(),
        "confirmed" => found.sort_by_key(|(_, card)| card.confirmed_on),
        "-confirmed" => found.sort_by_key(|(_, card)| std::cmp::Reverse(card.confirmed_on)),
        _ => {}
    }
    let total = found.len();
    let page = query.get("page").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1_usize);
    let row = |(id, card): &(DeveloperId, DeveloperCard)| Row {
        href: frame.href(format!("/desk/developers/{}", handle_of(*id))),
        name: card.name.clone(),
        name_en: card.name_en.clone(),
        manager: card.manager.clone(),
        mail: card.mail.clone(),
        products: card.products.join("、"),
        listed: card.listed,
        confirmed: card.confirmed_on,
    };
    let rows = found.iter().skip((page - 1).saturating_mul(PER_PAGE)).take(PER_PAGE).map(row).collect();
    let form = Form::new(frame.lang).filled([("q", words)]);
    Ok(RegisterPage { frame, form, rows, query, page, total, all })
}

#[derive(Template)]
#[template(path = "desk/developer.html")]
struct EntryPage {
    frame: Frame,
    title: String,
    done: Option<Notice>,
    open: Open,
    form: Form,
    languages: Vec<Choice>,
    state: Option<DeveloperState>,
    cases: Vec<CaseLine>,
    /// Looking at the window for direct reports, where there is one.
    window: Option<(Open, Form)>,
}

struct CaseLine {
    href: String,
    number: String,
    title: String,
    stage: String,
}

/// What is seldom more than a line, with its label: the fields of 製品開発者リスト.
pub(super) fn short_facts(frame: &Frame, entry: &DeveloperEntry) -> Facts {
    ui::facts(frame)
        .add(frame.t("desk-entry-manager"), &entry.manager)
        .add(frame.t("desk-entry-mail"), &entry.mail)
        .add(frame.t("desk-entry-phone"), &entry.phone)
        .add(frame.t("desk-entry-fax"), &entry.fax)
        .add(frame.t("desk-entry-address"), &entry.address)
        .add(frame.t("desk-entry-website"), &entry.website)
        .add(frame.t("desk-entry-language"), frame.t(format!("desk-language-{}", entry.language.tag())))
}

async fn blank(CoordinatorDesk(staff): CoordinatorDesk) -> Response {
    entry_page(&staff, None, None).await
}

async fn show(CoordinatorDesk(staff): CoordinatorDesk, Path((_, handle)): Path<(String, String)>) -> Response {
    entry_page(&staff, Some(&handle), None).await
}

async fn entry_page(staff: &Staff, handle: Option<&str>, sent: Option<Sent>) -> Response {
    let status = sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    match build(staff, handle, sent.as_ref()).await {
        Ok(page) => Page::secret(page).status(status).into_response(),
        Err(error) => staff.visitor.fault(error),
    }
}

async fn build(staff: &Staff, handle: Option<&str>, sent: Option<&Sent>) -> Result<EntryPage, Error> {
    let frame = staff.visitor.frame().width(Width::Wide);
    let office = &staff.visitor.console.office;
    let (state, seen) = match handle {
        Some(handle) => {
            let (state, digest) = office.developer(find(staff, handle).await?, staff.actor).await?;
            (Some(state), digest.as_str().to_owned())
        }
        None => (None, String::new()),
    };
    let form = sent::form(sent, frame.lang, NAME, |form| {
        fill(form, &state.as_ref().map_or_else(DeveloperEntry::default, |state| state.entry.clone()));
    });
    let action = frame.href(format!("/desk/developers/{}", handle.unwrap_or("new")));
    let has_window = |state: &&DeveloperState| !state.entry.direct_window.trim().is_empty() && state.entry.listed;
    let window = state.as_ref().filter(has_window).map(|_| {
        let way = format!("/desk/developers/{}/window", handle.unwrap_or_default());
        sent::open(&frame, WINDOW, frame.href(way), &seen)
    });
    let cases = match &state {
        Some(state) => cases_of(staff, &frame, state.id).await?,
        None => Vec::new(),
    };
    let language =
        |language: Language| Choice::new(language.tag(), frame.t(format!("desk-language-{}", language.tag())));
    Ok(EntryPage {
        title: state.as_ref().map_or_else(|| frame.t("desk-entry-new").into_owned(), |state| state.entry.name.clone()),
        done: notices::done(&frame),
        open: sent::open(&frame, NAME, action, &seen),
        window: window.map(|open| (open, sent::form(sent, frame.lang, WINDOW, |_| {}))),
        form,
        languages: Language::ALL.map(language).to_vec(),
        state,
        cases,
        frame,
    })
}

/// The cases that a developer is on.
async fn cases_of(staff: &Staff, frame: &Frame, id: DeveloperId) -> Result<Vec<CaseLine>, Error> {
    let found = staff.visitor.console.office.cases_of_developer(staff.actor, id).await?;
    let line = |line: casework::lists::Line<casework::project::CaseCard>| CaseLine {
        href: frame.href(format!("/desk/cases/{}", line.card.number)),
        stage: names::stage(frame.lang, line.card.stage),
        number: line.card.number,
        title: line.card.title,
    };
    Ok(found.into_iter().map(line).collect())
}

async fn find(staff: &Staff, handle: &str) -> Result<DeveloperId, Error> {
    let register = staff.visitor.console.office.developers(staff.actor).await?;
    register.iter().map(|(id, _)| *id).find(|id| handle_of(*id) == handle).ok_or(Error::NotFound)
}

fn fill(form: &mut Form, entry: &DeveloperEntry) {
    let lines = [
        ("name", &entry.name),
        ("name_en", &entry.name_en),
        ("reading", &entry.reading),
        ("manager", &entry.manager),
        ("mail", &entry.mail),
        ("phone", &entry.phone),
        ("fax", &entry.fax),
        ("address", &entry.address),
        ("website", &entry.website),
        ("direct_window", &entry.direct_window),
        ("notes", &entry.notes),
    ];
    for (name, value) in lines {
        form.set(name, value);
    }
    form.set("products", entry.products.join("\n"));
    let ends = entry.support_ends.iter().map(|end| format!("{} {}", end.product, end.on));
    form.set("support_ends", ends.collect::<Vec<_>>().join("\n"));
    form.set("language", entry.language.tag());
    if entry.listed {
        form.set("listed", "yes");
    }
}

/// The entry that a form gives, or the field that is wrong and why.
fn read(fields: &Fields) -> Result<DeveloperEntry, (&'static str, &'static str)> {
    let line = |name: &'static str| match fields.get(name) {
        text if text.chars().count() > MAX_LINE => Err((name, "refusal-text-too-long")),
        text => Ok(text.to_owned()),
    };
    let products: Vec<String> =
        fields.get("products").lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let too_many = products.len() > MAX_PRODUCTS || products.iter().any(|product| product.chars().count() > MAX_LINE);
    if too_many {
        return Err(("products", "refusal-text-too-long"));
    }
    let notes = fields.get("notes").to_owned();
    if notes.chars().count() > MAX_TEXT {
        return Err(("notes", "refusal-text-too-long"));
    }
    if fields.get("name").is_empty() {
        return Err(("name", "desk-entry-name-missing"));
    }
    let mail = line("mail")?;
    if !mail.is_empty() && !rulebook::report::problems::is_mail_address(&mail) {
        return Err(("mail", "desk-entry-mail-wrong"));
    }
    Ok(DeveloperEntry {
        name: line("name")?,
        name_en: line("name_en")?,
        reading: line("reading")?,
        manager: line("manager")?,
        mail,
        phone: line("phone")?,
        fax: line("fax")?,
        address: line("address")?,
        website: line("website")?,
        products,
        support_ends: support_ends(fields)?,
        listed: fields.has("listed"),
        direct_window: line("direct_window")?,
        language: fields.get("language").parse().unwrap_or_default(),
        notes,
    })
}

/// A product and the day on which its support ends, a line each.
fn support_ends(fields: &Fields) -> Result<Vec<SupportEnd>, (&'static str, &'static str)> {
    let lines = fields.get("support_ends").lines().map(str::trim).filter(|line| !line.is_empty());
    let ends: Option<Vec<SupportEnd>> = lines.map(support_end).collect();
    let ends = ends.ok_or(("support_ends", "desk-entry-support-wrong"))?;
    if ends.len() > MAX_PRODUCTS { Err(("support_ends", "refusal-text-too-long")) } else { Ok(ends) }
}

fn support_end(line: &str) -> Option<SupportEnd> {
    let (product, day) = line.rsplit_once(char::is_whitespace)?;
    let (product, on) = (product.trim().to_owned(), day.parse().ok()?);
    (!product.is_empty() && product.chars().count() <= MAX_LINE).then_some(SupportEnd { product, on })
}

async fn register(CoordinatorDesk(staff): CoordinatorDesk, fields: Fields) -> Response {
    let entry = match read(&fields) {
        Ok(entry) => entry,
        Err((field, key)) => return wrong(&staff, None, &fields, field, key).await,
    };
    match staff.visitor.console.office.register_developer(staff.actor, entry).await {
        Ok(id) => {
            let way = staff.visitor.frame().href(format!("/desk/developers/{}", handle_of(id)));
            notices::after(&way, "registered")
        }
        Err(error) => refused(&staff, None, &fields, error).await,
    }
}

async fn change(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, handle)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let entry = match read(&fields) {
        Ok(entry) => entry,
        Err((field, key)) => return wrong(&staff, Some(&handle), &fields, field, key).await,
    };
    let office = &staff.visitor.console.office;
    let outcome = async {
        let id = find(&staff, &handle).await?;
        office.change_developer(id, staff.actor, fields.seen().as_ref(), entry).await
    };
    match outcome.await {
        Ok(()) => {
            let way = staff.visitor.frame().href(format!("/desk/developers/{handle}"));
            notices::after(&way, "registered")
        }
        Err(error) => refused(&staff, Some(&handle), &fields, error).await,
    }
}

/// The coordinator's look at a window for direct reports, before it is listed (Ⅳ.4.1.第3段).
async fn review(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, handle)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let (lang, looked_at) = (staff.visitor.lang, fields.get("looked_at").to_owned());
    if looked_at.chars().count() > MAX_TEXT || looked_at.is_empty() {
        let key = if looked_at.is_empty() { "desk-window-looked-missing" } else { "refusal-text-too-long" };
        let sent = Sent::wrong(lang, WINDOW, &fields, "looked_at", lang.t(key));
        return entry_page(&staff, Some(&handle), Some(sent)).await;
    }
    let listed = fields.get("do") == "list";
    let office = &staff.visitor.console.office;
    let outcome = async {
        let id = find(&staff, &handle).await?;
        office.review_window(id, staff.actor, fields.seen().as_ref(), listed, looked_at).await
    };
    match outcome.await {
        Ok(()) => {
            let way = staff.visitor.frame().href(format!("/desk/developers/{handle}"));
            notices::after(&way, if listed { "window-listed" } else { "window-kept" })
        }
        Err(error) => match Sent::refused(&staff.visitor, WINDOW, &fields, error) {
            Ok(sent) => entry_page(&staff, Some(&handle), Some(sent)).await,
            Err(page) => *page,
        },
    }
}

async fn wrong(staff: &Staff, handle: Option<&str>, fields: &Fields, field: &str, key: &str) -> Response {
    let lang = staff.visitor.lang;
    entry_page(staff, handle, Some(Sent::wrong(lang, NAME, fields, field, lang.t(key)))).await
}

async fn refused(staff: &Staff, handle: Option<&str>, fields: &Fields, error: Error) -> Response {
    match Sent::refused(&staff.visitor, NAME, fields, error) {
        Ok(sent) => entry_page(staff, handle, Some(sent)).await,
        Err(page) => *page,
    }
}

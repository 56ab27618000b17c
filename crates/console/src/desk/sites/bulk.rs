//! Many alike reports in one sitting: one finder, one kind of flaw, many sites. Each becomes a case of its own; kind and
//! influence are decided, finders and operators are told, in one transaction (Ⅴ.3.2, Ⅴ.3.5).

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use casework::sites::{SiteBulk, SiteOrder, WaitingSite};
use jiff::civil::Date;
use rulebook::edition::Range;
use rulebook::influence::RangeFactors;
use rulebook::refusal::Why;
use rulebook::report::Condition;
use rulebook::report::problems::is_mail_address;
use rulebook::site::SiteCommand;
use ui::field::{Choice, Field};
use ui::{Form, Frame, Page, Query, Width};

use crate::desk::report::ticked;
use crate::desk::{classified, words};
use crate::forms::Fields;
use crate::letters::lang as page_lang;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};
use crate::{fault, notices};

/// Most reports of one sitting.
const MOST: usize = 400;
/// The report that the others are like, in the address.
const LIKE: &str = "like";
/// Where the operator of a site is reached by custom (RFC 2142).
const CUSTOMARY: [&str; 3] = ["webmaster", "security", "info"];

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/sites/bulk", get(show).post(accept))
}

/// Reports that are alike.
struct Group {
    href: String,
    finder: String,
    flaw: String,
    count: usize,
    first: Date,
}

/// A report that may be taken.
struct Row {
    tick: Field,
    mail: Field,
    seen: (String, String),
    href: String,
    number: String,
    again: bool,
    high: bool,
    problems: bool,
    waits: bool,
    received: Date,
}

/// The form of one sitting.
struct Sitting {
    form: Form,
    finder: String,
    flaw: String,
    rows: Vec<Row>,
    conditions: Field,
    classified: Vec<Field>,
    ranges: Field,
    contacts: Field,
    like: String,
    left: usize,
}

#[derive(Template)]
#[template(path = "desk/sites/bulk.html")]
struct BulkPage {
    frame: Frame,
    groups: Vec<Group>,
    sitting: Option<Sitting>,
}

async fn show(ReceivingDesk(staff): ReceivingDesk) -> Response {
    let query = Query::parse(&staff.visitor.path);
    let like = query.get(LIKE).unwrap_or_default().to_owned();
    render(&staff, &like, None, StatusCode::OK).await
}

async fn render(staff: &Staff, like: &str, sent: Option<Form>, status: StatusCode) -> Response {
    let waiting = match staff.visitor.console.office.waiting_site_reports(staff.actor).await {
        Ok(waiting) => waiting,
        Err(error) => return staff.visitor.fault(error),
    };
    let frame = staff.visitor.frame().width(Width::Wide);
    let sitting = match waiting.iter().find(|one| one.number == like) {
        Some(like) => Some(sitting(staff, &frame, &waiting, like, sent)),
        None if like.is_empty() => None,
        None => return staff.visitor.not_found(),
    };
    let groups = if sitting.is_some() { vec![] } else { groups(&frame, &waiting) };
    Page::secret(BulkPage { frame, groups, sitting }).status(status).into_response()
}

/// What is alike, the most first; what stands alone is accepted on its own page.
fn groups(frame: &Frame, waiting: &[WaitingSite]) -> Vec<Group> {
    let mut groups: Vec<(&WaitingSite, usize)> = Vec::new();
    for one in waiting {
        match groups.iter_mut().find(|(first, _)| first.is_like(one)) {
            Some((_, count)) => *count += 1,
            None => groups.push((one, 1)),
        }
    }
    groups.retain(|(_, count)| *count > 1);
    groups.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let group = |(first, count): (&WaitingSite, usize)| Group {
        href: Query::parse(&frame.href("/desk/sites/bulk")).with(LIKE, &first.number),
        finder: first.finder.clone(),
        flaw: first.flaw.clone(),
        count,
        first: first.received_on,
    };
    groups.into_iter().map(group).collect()
}

fn sitting(staff: &Staff, frame: &Frame, waiting: &[WaitingSite], like: &WaitingSite, sent: Option<Form>) -> Sitting {
    let lang = frame.lang;
    let alike: Vec<&WaitingSite> = waiting.iter().filter(|one| one.is_like(like)).collect();
    let shown = &alike[..alike.len().min(MOST)];
    let form = sent.unwrap_or_else(|| fresh(frame, shown, like));
    let lists = &staff.visitor.console.office.edition_in_force().lists;
    let conditions =
        Condition::ALL.map(|one| Choice::new(one.word(), words::condition(lang, one)).hint(one.site_clause())).to_vec();
    let ranges = [Range::Wide, Range::Medium, Range::Narrow];
    let mut users = vec![Choice::new("", frame.t("sites-users-unknown"))];
    users.extend(ranges.map(|range| Choice::new(words::range_word(range), words::range(lang, range))));
    let mut contacts = vec![Choice::new("", frame.t("sites-contact-none"))];
    contacts.extend(CUSTOMARY.map(|name| Choice::new(name, lang.t1("sites-contact-customary", "name", name))));
    Sitting {
        finder: like.finder.clone(),
        flaw: like.flaw.clone(),
        rows: shown.iter().map(|one| row(frame, &form, one, shown)).collect(),
        conditions: form
            .checks("confirmed", frame.t("desk-conditions"), &conditions)
            .hint(frame.t("sites-bulk-conditions-hint")),
        classified: classified::inputs(lang, lists, &form),
        ranges: form.select("users", frame.t("sites-users"), &users),
        contacts: form.radios("customary", frame.t("sites-contact"), &contacts).hint(frame.t("sites-contact-hint")),
        like: like.number.clone(),
        left: alike.len() - shown.len(),
        form,
    }
}

/// What a sitting begins with: everything that is whole is ticked.
fn fresh(frame: &Frame, shown: &[&WaitingSite], like: &WaitingSite) -> Form {
    let mut form = Form::new(frame.lang);
    for one in shown.iter().filter(|one| !one.problems && !one.waits) {
        form.set(take_name(one), "yes");
    }
    classified::propose(&mut form, &like.flaw);
    form.set("reason", page_lang(like.language).t("sites-bulk-reason"));
    form.set("customary", "");
    form
}

fn row(frame: &Frame, form: &Form, one: &WaitingSite, all: &[&WaitingSite]) -> Row {
    let mail = form.email(&mail_name(one), frame.t1("sites-contact-of", "site", &one.site));
    Row {
        tick: form.check(&take_name(one), &one.site),
        mail: mail.quiet_label().optional(),
        seen: (seen_name(one), one.digest().as_str().to_owned()),
        href: frame.href(format!("/desk/reports/{}", one.number)),
        number: one.number.clone(),
        again: all.iter().filter(|other| other.site == one.site).count() > 1,
        high: one.high,
        problems: one.problems,
        waits: one.waits,
        received: one.received_on,
    }
}

fn take_name(one: &WaitingSite) -> String {
    format!("take-{}", one.number)
}

fn mail_name(one: &WaitingSite) -> String {
    format!("to-{}", one.number)
}

fn seen_name(one: &WaitingSite) -> String {
    format!("seen-{}", one.number)
}

/// What is wrong, with the item that it is about.
type Wrong = (String, String);

async fn accept(ReceivingDesk(staff): ReceivingDesk, fields: Fields) -> Response {
    let office = &staff.visitor.console.office;
    let waiting = match office.waiting_site_reports(staff.actor).await {
        Ok(waiting) => waiting,
        Err(error) => return staff.visitor.fault(error),
    };
    let (chosen, bulk) = match read(&staff, &fields, &waiting) {
        Ok(read) => read,
        Err((item, words)) => return again(&staff, &fields, &item, words, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    let error = match office.accept_site_reports(&chosen, staff.actor, bulk).await {
        Ok(_) => return notices::after(&staff.visitor.frame().href("/desk/sites"), "sites-bulk-accepted"),
        Err(error) => error,
    };
    let item = match &error {
        Error::Refused(refusal) if refusal.why == Why::ConditionsOpen => "confirmed",
        Error::Unusable(_) => "vector",
        _ => "form",
    };
    match fault::told(staff.visitor.lang, &error) {
        Some((words, status)) => again(&staff, &fields, item, words, status).await,
        None => staff.visitor.fault(error),
    }
}

async fn again(staff: &Staff, fields: &Fields, item: &str, words: String, status: StatusCode) -> Response {
    let mut form = fields.form(staff.visitor.lang);
    form.wrong(item, words);
    render(staff, fields.get(LIKE), Some(form), status).await
}

/// What the form says: the reports, and what is done with them.
fn read(
    staff: &Staff,
    fields: &Fields,
    waiting: &[WaitingSite],
) -> Result<(Vec<rulebook::ids::ReportId>, SiteBulk), Wrong> {
    let lang = staff.visitor.lang;
    let wrong = |item: &str, key: &str| (item.to_owned(), lang.t(key).into_owned());
    let wanted = fields.0.iter().filter(|(name, _)| name.starts_with("take-")).count();
    let chosen: Vec<&WaitingSite> = waiting.iter().filter(|one| fields.has(&take_name(one))).take(MOST).collect();
    if chosen.is_empty() {
        return Err(wrong("form", "sites-bulk-none"));
    }
    if chosen.len() < wanted {
        return Err(wrong("form", "sites-bulk-gone"));
    }
    if fields.get("reason").is_empty() {
        return Err(wrong("reason", "desk-write-something"));
    }
    let mut first: Vec<SiteOrder> = Vec::new();
    match classified::read(fields) {
        Ok(decided) => first.extend(decided.map(|decided| SiteCommand::Classify(decided).into())),
        Err(()) => return Err(wrong(classified::KIND, "sites-kind-half")),
    }
    let vector = fields.get("vector");
    if !vector.is_empty() {
        let users = match fields.get("users") {
            "wide" => Some(Range::Wide),
            "medium" => Some(Range::Medium),
            "narrow" => Some(Range::Narrow),
            _ => None,
        };
        let factors = RangeFactors { users, social: None, attack_seen: None };
        first.push(SiteOrder::Rate { vector: vector.to_owned(), factors });
    }
    let customary = CUSTOMARY.into_iter().find(|name| *name == fields.get("customary"));
    let mut contacts = HashMap::new();
    for one in &chosen {
        let typed = fields.get(&mail_name(one));
        if !typed.is_empty() && !is_mail_address(typed) {
            return Err((mail_name(one), lang.t("front-wrong-email").into_owned()));
        }
        let to = match (typed, customary) {
            ("", Some(name)) => format!("{name}@{}", one.site),
            (typed, _) => typed.to_owned(),
        };
        contacts.insert(one.id, to);
    }
    contacts.retain(|_, to| !to.is_empty());
    let shown = |one: &&WaitingSite| {
        let seen = fields.get(&seen_name(one));
        (!seen.is_empty()).then(|| (one.id, casework::Digest::given(seen)))
    };
    let seen = chosen.iter().filter_map(shown).collect();
    let ids = chosen.iter().map(|one| one.id).collect();
    let reason = fields.get("reason").to_owned();
    Ok((ids, SiteBulk { confirmed: ticked(fields, "confirmed"), reason, first, contacts, seen }))
}

//! Everything as it will be sent, and sending it. The same draft sent twice is one report.

use std::borrow::Cow;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::{Digest, Error};
use rulebook::report::form::{Answer, ReportForm, ReportKind};
use ui::list::Facts;
use ui::{Form, Frame, Page, Width};

use super::drawer::{DRAFT_COOKIE, Drawer};
use super::identity::found_in;
use super::input::{choice_label, kind_of, steps};
use super::items::{Control, Group, Item, Shown, groups, items, required};
use super::receipt;
use super::typed::{check, report_form, say, short};
use super::upload::{FileLine, file_lines};
use crate::forms::{Fields, OpenFields, see_other};
use crate::state::Console;
use crate::who::Visitor;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/report/{kind}/confirm", get(show).post(send))
        .route("/{lang}/report/{kind}/receipt", post(renew))
}

/// A group as it will be sent.
struct Part {
    title: String,
    facts: Facts,
    empty: String,
    change: String,
}

/// Something that identifies the finder, in a text that is passed on.
struct Trace {
    id: String,
    label: String,
    found: String,
}

#[derive(Template)]
#[template(path = "front/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    kind: ReportKind,
    steps: Vec<String>,
    form: Form,
    parts: Vec<Part>,
    files: Vec<FileLine>,
    traces: Vec<Trace>,
    sees: Vec<(String, String)>,
    seen: String,
    changed: bool,
}

impl ConfirmPage {
    fn input(&self) -> String {
        self.frame.href(format!("/report/{}", self.kind.word()))
    }

    /// What taking a report in does not mean, said to finders before they send it (付録3).
    fn is_no_finding(&self) -> Option<Cow<'static, str>> {
        (self.kind != ReportKind::OwnProduct).then(|| self.frame.t("front-send-no-finding"))
    }
}

async fn show(visitor: Visitor, Path((_, word)): Path<(String, String)>) -> Response {
    let Some(kind) = kind_of(&word) else { return visitor.not_found() };
    if let Some(answer) = already(&visitor, kind).await {
        return answer;
    }
    match Drawer::open(&visitor).await {
        Ok(Some(drawer)) => page(&visitor, kind, &drawer, false, StatusCode::OK),
        Ok(None) => receipt::no_draft(&visitor, kind),
        Err(error) => visitor.fault(error),
    }
}

/// Sends what the page showed. If the draft has changed since, in another tab, it is shown again first.
async fn send(visitor: Visitor, Path((_, word)): Path<(String, String)>, OpenFields(sent): OpenFields) -> Response {
    let Some(kind) = kind_of(&word) else { return visitor.not_found() };
    // Looked for before it is asked whether it was sent: a press at the same moment may send it in between.
    let drawer = Drawer::open(&visitor).await;
    if let Some(answer) = already(&visitor, kind).await {
        return answer;
    }
    let drawer = match drawer {
        Ok(Some(drawer)) => drawer,
        Ok(None) => return receipt::no_draft(&visitor, kind),
        Err(error) => return visitor.fault(error),
    };
    if sent.seen() != Some(digest(kind, &drawer)) {
        return page(&visitor, kind, &drawer, true, StatusCode::CONFLICT);
    }
    let form = report_form(kind, visitor.lang, &drawer.fields());
    let office = &visitor.console.office;
    match office.send_draft(drawer.key(), &drawer.draft, form, &visitor.address).await {
        Ok(taken) => match taken.secret {
            Some(secret) => receipt::page(&visitor, kind, &taken.number, secret.as_str(), false),
            None => receipt::again(&visitor, kind, &taken.number),
        },
        Err(Error::Unusable(_)) => back_to_input(&visitor, kind),
        Err(error) => visitor.fault(error),
    }
}

/// A receipt whose secret got lost on its way: whoever holds the draft's cookie sent the report.
async fn renew(visitor: Visitor, Path((_, word)): Path<(String, String)>, _fields: OpenFields) -> Response {
    let Some(kind) = kind_of(&word) else { return visitor.not_found() };
    let office = &visitor.console.office;
    let renewed = async {
        let key = visitor.cookie(DRAFT_COOKIE).ok_or(Error::NotFound)?;
        let (report, number) = office.sent_report(&key).await?.ok_or(Error::NotFound)?;
        Ok::<_, Error>((number, office.renew_receipt(report).await?))
    };
    match renewed.await {
        Ok((number, secret)) => receipt::page(&visitor, kind, &number, secret.as_str(), true),
        Err(Error::NotFound) => receipt::no_draft(&visitor, kind),
        Err(error) => visitor.fault(error),
    }
}

/// The answer when this draft was sent before: the same report, without its secret.
async fn already(visitor: &Visitor, kind: ReportKind) -> Option<Response> {
    let key = visitor.cookie(DRAFT_COOKIE)?;
    match visitor.console.office.sent_report(&key).await {
        Ok(Some((_, number))) => Some(receipt::again(visitor, kind, &number)),
        Ok(None) => None,
        Err(error) => Some(visitor.fault(error)),
    }
}

fn back_to_input(visitor: &Visitor, kind: ReportKind) -> Response {
    see_other(&visitor.frame().href(format!("/report/{}?check=yes", kind.word())))
}

/// What a draft says, in short: the page shows it, and it is sent only as shown.
fn digest(kind: ReportKind, drawer: &Drawer) -> Digest {
    let fields = drawer.fields();
    let typed: Vec<_> = items(kind).map(|item| (item.name, fields.get(item.name))).collect();
    let files: Vec<_> = drawer.draft.files.iter().map(|file| (file.sealed.id, &file.name)).collect();
    Digest::of(&(kind, typed, files))
}

fn page(visitor: &Visitor, kind: ReportKind, drawer: &Drawer, changed: bool, status: StatusCode) -> Response {
    let fields = drawer.fields();
    let mut form = drawer.form(visitor);
    check(&mut form, kind, visitor.lang, &fields);
    if form.is_wrong() {
        return back_to_input(visitor, kind);
    }
    let frame = visitor.frame().width(Width::Reading);
    let typed = report_form(kind, visitor.lang, &fields);
    let page = ConfirmPage {
        steps: steps(&frame),
        parts: groups(kind).iter().map(|group| part(&frame, kind, &fields, group)).collect(),
        files: file_lines(&drawer.draft),
        traces: traces(&frame, kind, &fields, &typed),
        sees: sees(&frame, &typed),
        seen: digest(kind, drawer).as_str().to_owned(),
        frame,
        kind,
        form,
        changed,
    };
    Page::secret(page).status(status).into_response()
}

fn part(frame: &Frame, kind: ReportKind, fields: &Fields, group: &Group) -> Part {
    let input = frame.href(format!("/report/{}", kind.word()));
    let needed = required(kind);
    let mut facts = ui::facts(frame);
    let mut empty = Vec::new();
    for item in group.items {
        let label = short(frame.lang, kind, item.name);
        let value = shown_value(frame, kind, item, fields.get(item.name));
        if value.is_empty() && !needed.contains(&item.name) {
            empty.push(label);
            continue;
        }
        facts = facts.add(label, value).change(format!("{input}#{}", item.name));
    }
    Part {
        title: say(frame.lang, "group", kind, group.word).unwrap_or_default(),
        facts,
        empty: empty.join(frame.lang.pick("、", ", ")),
        change: format!("{input}#group-{}", group.word),
    }
}

/// An answer in words.
fn shown_value(frame: &Frame, kind: ReportKind, item: &Item, value: &str) -> String {
    match item.control {
        _ if value.is_empty() => String::new(),
        Control::YesNo | Control::OneOf(_) => choice_label(frame.lang, kind, item.name, value),
        Control::Day => value.parse().map_or_else(|_| value.to_owned(), |day: jiff::civil::Date| frame.day_text(day)),
        _ => value.to_owned(),
    }
}

/// Where the finder's own name or address stands in what is passed on, when it is not to be passed on.
fn traces(frame: &Frame, kind: ReportKind, fields: &Fields, form: &ReportForm) -> Vec<Trace> {
    if kind == ReportKind::OwnProduct || form.consents.share_identity.is_yes() {
        return Vec::new();
    }
    let passed_on = items(kind).filter(|item| item.shown == Shown::Handling);
    let trace = |item: &Item| {
        let found = found_in(fields.get(item.name), form);
        (!found.is_empty()).then(|| Trace {
            id: item.name.to_owned(),
            label: short(frame.lang, kind, item.name),
            found: found.join(frame.lang.pick("、", ", ")),
        })
    };
    passed_on.filter_map(trace).collect()
}

/// Who will see what, by the consents.
pub(super) fn sees(frame: &Frame, form: &ReportForm) -> Vec<(String, String)> {
    let kind = form.kind;
    let line = |who: &str, what: String| {
        let name = say(frame.lang, "who", kind, who).unwrap_or_default();
        say(frame.lang, "sees", kind, &what).map(|text| (name, text))
    };
    let by = |answer: Answer| if answer.is_yes() { "yes" } else { "no" };
    let consents = form.consents;
    let shared = format!("handling-{}", by(consents.share_identity));
    let direct = consents.direct_contact.is_yes().then(|| "direct-yes".to_owned());
    let public = format!("public-{}", by(consents.publish_name));
    let lines = [
        Some(("desk", "desk".to_owned())),
        Some(("handling", shared)),
        direct.map(|what| ("direct", what)),
        Some(("public", public)),
    ];
    lines.into_iter().flatten().filter_map(|(who, what)| line(who, what)).collect()
}

//! A report of something that is in hand already: likely duplicates, two of them side by side, and joining a case
//! (Ⅳ.3.(1).2). The machine suggests; a person decides.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::duplicates::Likely;
use casework::joining::Joining;
use casework::{Error, reports};
use rulebook::action::Action;
use rulebook::case::{CaseContent, ContentField};
use rulebook::refusal::Why;
use rulebook::report::form::ReportKind;
use ui::field::Field;
use ui::markup::Markup;
use ui::{Form, Frame, Query};

use super::decision::{conditions, propose, reason, ticked};
use super::{Desk, answer, find, refused, render, said};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::letters::lang as page_lang;
use crate::names;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

const NAME: &str = "join";

/// The other one of a comparison, as the address names it.
const WITH: &str = "with";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/reports/{number}/join", post(join))
}

/// What a report may be the same as, and the one that it is compared with.
#[derive(Default)]
pub(super) struct Others {
    likely: Vec<Likely>,
    compared: Option<Compared>,
}

struct Compared {
    is_case: bool,
    number: String,
    content: Option<CaseContent>,
}

/// Looks for what it may be the same as, where it can still join a case.
pub(super) async fn others(staff: &Staff, page: &casework::ReportPage, path: &str) -> Result<Others, Error> {
    if page.view.refusal(Action::JoinReport).is_some() || page.view.kind == Some(ReportKind::OwnProduct) {
        return Ok(Others::default());
    }
    let likely = staff.visitor.console.office.likely_duplicates(page, staff.actor).await?;
    let query = Query::parse(path);
    let with = query.get(WITH).map(reports::normal_number).filter(|number| !number.is_empty());
    let compared = match with {
        Some(number) => Some(compare(staff, number).await?),
        None => None,
    };
    Ok(Others { likely, compared })
}

async fn compare(staff: &Staff, number: String) -> Result<Compared, Error> {
    let office = &staff.visitor.console.office;
    match office.case_id(&number).await {
        Ok(case) => {
            let content = office.case_page(case, staff.actor).await?.view.content;
            return Ok(Compared { is_case: true, number, content });
        }
        Err(Error::NotFound) => {}
        Err(other) => return Err(other),
    }
    let content = match office.report_id(&number).await {
        Ok(report) => office.report_page(report, staff.actor).await?.form.as_ref().map(CaseContent::from_form),
        Err(Error::NotFound) => None,
        Err(other) => return Err(other),
    };
    Ok(Compared { is_case: false, number, content })
}

/// A suggestion as the page shows it.
struct Line {
    href: String,
    number: String,
    title: String,
    state: String,
    percent: u8,
    is_case: bool,
    compare: String,
    current: bool,
}

/// Two texts of the same item.
struct Pair {
    item: String,
    own: String,
    other: String,
}

#[derive(Template)]
#[template(path = "desk/report/likely.html")]
struct Suggestions<'a> {
    frame: &'a Frame,
    lines: Vec<Line>,
    compared: Option<&'a Compared>,
    pairs: Vec<Pair>,
    close: &'a str,
}

/// What it may be the same as, at the top of the decision; nothing for a developer's report on its own product.
pub(super) fn suggestions(desk: &Desk<'_>) -> Option<Markup> {
    if !desk.may(Action::JoinReport) || desk.page.view.kind == Some(ReportKind::OwnProduct) {
        return None;
    }
    let compared = desk.others.compared.as_ref();
    let own = desk.page.form.as_ref().map(CaseContent::from_form).unwrap_or_default();
    let pairs = compared.and_then(|other| other.content.as_ref()).map(|other| pairs(desk, &own, other));
    Some(Markup::of(&Suggestions {
        frame: &desk.frame,
        lines: desk.others.likely.iter().map(|likely| line(desk, likely)).collect(),
        compared,
        pairs: pairs.unwrap_or_default(),
        close: &desk.base,
    }))
}

fn line(desk: &Desk<'_>, likely: &Likely) -> Line {
    let (frame, lang) = (&desk.frame, desk.frame.lang);
    let folder = if likely.is_case { "cases" } else { "reports" };
    let state = match likely.is_case {
        true => lang.t(format!("stage-{}", likely.state)).into_owned(),
        false => names::report_state(lang, &likely.state),
    };
    Line {
        href: frame.href(format!("/desk/{folder}/{}", likely.number)),
        number: likely.number.clone(),
        title: likely.title.clone(),
        state,
        percent: likely.percent,
        is_case: likely.is_case,
        compare: format!("{}#compare", Query::new(&desk.base).with(WITH, &likely.number)),
        current: desk.others.compared.as_ref().is_some_and(|one| one.number == likely.number),
    }
}

/// Every item that one of the two says something about.
fn pairs(desk: &Desk<'_>, own: &CaseContent, other: &CaseContent) -> Vec<Pair> {
    let said = ContentField::ALL
        .into_iter()
        .filter(|field| !own.get(*field).trim().is_empty() || !other.get(*field).trim().is_empty());
    let pair = |field: ContentField| Pair {
        item: names::content_field(desk.frame.lang, field),
        own: own.get(field).trim().to_owned(),
        other: other.get(field).trim().to_owned(),
    };
    said.map(pair).collect()
}

#[derive(Template)]
#[template(path = "desk/report/join.html")]
struct Join<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    conditions: Field,
    finder: String,
    unfolded: bool,
}

/// The form that joins it to a case in hand.
pub(super) fn form(desk: &Desk<'_>) -> Option<Markup> {
    if !desk.may(Action::JoinReport) || desk.page.view.kind == Some(ReportKind::OwnProduct) {
        return None;
    }
    let (frame, view) = (&desk.frame, &desk.page.view);
    let picked = desk.others.compared.as_ref().filter(|one| one.is_case && one.content.is_some());
    let form = desk.form(NAME, |form| {
        form.set("case", picked.map_or("", |one| one.number.as_str()));
        form.set("reason", reason(page_lang(view.language), "join", view));
        propose(form, view, "confirmed", true);
    });
    Some(Markup::of(&Join {
        frame,
        open: desk.open(NAME, "join"),
        conditions: conditions(desk, &form),
        finder: frame.t(format!("desk-language-{}", view.language.tag())).into_owned(),
        unfolded: picked.is_some() || desk.came_back(NAME),
        form,
    }))
}

async fn join(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let visitor = &staff.visitor;
    let lang = visitor.lang;
    let reason = match said(visitor, NAME, &fields, "reason") {
        Ok(reason) => reason,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let case = match visitor.console.office.case_id(fields.get("case")).await {
        Ok(case) => case,
        Err(Error::NotFound) => {
            let key = if fields.get("case").is_empty() { "desk-join-case-missing" } else { "desk-join-case-none" };
            let sent = Sent::wrong(lang, NAME, &fields, "case", lang.t(key));
            return render(&staff, &number, Some(sent)).await;
        }
        Err(error) => return visitor.fault(error),
    };
    let joining = Joining { confirmed: ticked(&fields, "confirmed"), reason, case };
    let outcome = async {
        let id = find(&staff, &number).await?;
        visitor.console.office.join_report(id, staff.actor, fields.seen().as_ref(), joining).await
    };
    let outcome = outcome.await;
    // What is wrong with one item of the form stands at that item.
    if let Err(Error::Refused(refusal)) = &outcome
        && let Some(field) = field_of(refusal.why)
    {
        let sent = Sent::wrong(lang, NAME, &fields, field, refused(lang, refusal));
        return render(&staff, &number, Some(sent)).await;
    }
    answer(&staff, &number, NAME, &fields, outcome, "joined").await
}

const fn field_of(why: Why) -> Option<&'static str> {
    match why {
        Why::ConditionsOpen => Some("confirmed"),
        Why::AlreadyPublished => Some("case"),
        _ => None,
    }
}

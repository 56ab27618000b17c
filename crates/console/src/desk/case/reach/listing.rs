//! The ladder (Ⅳ.4.2.第6段, 付録5): name, product, deadline, looked over, off the list; each with the text as the public
//! will see it before it is published.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::reach::{PublicNotice, PublicRow};
use casework::{CaseOrder, Error, RowText};
use jiff::ToSpan;
use rulebook::action::Action;
use rulebook::case::reach::{Addressee, DelistReason, Outcome};
use rulebook::case::{CaseCommand, DutyKind, ReachCommand};
use rulebook::ids::DeveloperId;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame};

use super::{At, Here, Task, preview};
use crate::desk::case::read::{Wrong, day, may_be_empty, text};
use crate::desk::case::{Place, act, answer, developer_at, find, render, way};
use crate::desk::sent::{Open, Sent};
use crate::forms::{Fields, see_other};
use crate::letters::language;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

const LIST: &str = "reach-name";
const PRODUCT: &str = "reach-product";
const DEADLINE: &str = "reach-deadline";
const ROW: &str = "reach-row";
const DELIST: &str = "reach-delist";
const RESUME: &str = "reach-resume";
/// Longest text of a row, in characters.
const MAX_TEXT: usize = 200;
/// Longest note, in characters.
const MAX_NOTE: usize = 2_000;
/// What stands in the place of a number that is drawn with the publication.
const NO_NUMBER: &str = "DID#--------";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/name", post(name))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/product", post(product))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/deadline", post(deadline))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/row", post(row))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/delist", post(delist))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/resume", post(resume))
        .route("/{lang}/desk/cases/{number}/developers/{place}/reach/notice", get(notice))
}

/// A form whose text is shown as the public will see it.
#[derive(Template)]
#[template(path = "desk/case/reach/publish.html")]
struct Publish<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    lead: String,
    clause: &'static str,
    fields: Vec<Field>,
    button: String,
    confirm: String,
    preview: Markup,
}

#[derive(Template)]
#[template(path = "desk/case/reach/leave.html")]
struct Leave<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    lead: String,
    reasons: Option<Field>,
    button: String,
    confirm: String,
}

#[derive(Template)]
#[template(path = "desk/case/reach/public.html")]
struct Public<'a> {
    frame: &'a Frame,
    href: String,
    paper: Option<String>,
    updated_on: jiff::civil::Date,
    preview: Markup,
}

/// The row as it stands on the list.
pub(super) fn section(here: &Here<'_>) -> Option<Markup> {
    let frame = &here.desk.frame;
    let row = here.way.listing.as_ref()?;
    let paper = row.product.as_ref().map(|_| format!("{}/{}", here.desk.base, here.action("notice")));
    Some(Markup::of(&Public {
        frame,
        href: match row.product {
            Some(_) => frame.href(format!("/unreachable/{}", row.number.replace('#', ""))),
            None => frame.href("/unreachable"),
        },
        paper,
        updated_on: row.updated_on,
        preview: preview::of(here, &PublicRow::from(row)),
    }))
}

/// What may be done with the row now. The step that is owed stands open.
pub(super) fn tasks(here: &Here<'_>) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut add = |id, action, duty, form: &dyn Fn() -> Markup| {
        if here.may(action) {
            tasks.push(here.task(id, action, here.owes(duty), form()));
        }
    };
    add(RESUME, Action::ResumeContact, DutyKind::ResumeContact, &|| resume_form(here));
    add(LIST, Action::ListName, DutyKind::ListName, &|| name_form(here));
    add(PRODUCT, Action::ListProduct, DutyKind::ListProduct, &|| product_form(here));
    add(DEADLINE, Action::AppendDeadline, DutyKind::AppendDeadline, &|| deadline_form(here));
    add(ROW, Action::UpdateListing, DutyKind::UpdateListing, &|| row_form(here));
    add(DELIST, Action::Delist, DutyKind::Delist, &|| delist_form(here));
    tasks
}

/// The row as it stands, or an empty one of today.
fn standing(here: &Here<'_>) -> PublicRow {
    here.way.listing.as_ref().map_or_else(
        || PublicRow {
            number: NO_NUMBER.into(),
            name: None,
            reference: String::new(),
            remark: String::new(),
            listed_on: here.desk.frame.today,
            updated_on: here.desk.frame.today,
            product: None,
            advisory: None,
        },
        PublicRow::from,
    )
}

fn publish(
    here: &Here<'_>,
    (name, word): (&'static str, &str),
    clause: &'static str,
    form: Form,
    fields: Vec<Field>,
    row: &PublicRow,
) -> Markup {
    let frame = &here.desk.frame;
    let words = |part: &str| frame.t(format!("desk-reach-{word}-{part}")).into_owned();
    Markup::of(&Publish {
        frame,
        open: here.open(name),
        form,
        lead: words("lead"),
        clause,
        fields,
        button: words("button"),
        confirm: words("confirm"),
        preview: preview::of(here, row),
    })
}

fn row_fields(form: &Form, frame: &Frame) -> Vec<Field> {
    vec![
        form.text("name", frame.t("desk-reach-name"))
            .hint(frame.t("desk-reach-name-hint"))
            .autocomplete("off")
            .optional(),
        form.url("reference", frame.t("desk-reach-reference"))
            .hint(frame.t("desk-reach-reference-hint"))
            .autocomplete("off")
            .optional(),
        form.text("remark", frame.t("desk-reach-remark"))
            .hint(frame.t("desk-reach-remark-hint"))
            .autocomplete("off")
            .optional(),
    ]
}

/// The row with what a form says.
fn written(form: &Form, row: PublicRow) -> PublicRow {
    let text = |name: &str| form.value(name).trim().to_owned();
    let name = Some(text("name")).filter(|name| !name.is_empty());
    PublicRow { name, reference: text("reference"), remark: text("remark"), ..row }
}

fn name_form(here: &Here<'_>) -> Markup {
    let frame = &here.desk.frame;
    let form = here.desk.form(LIST, |form| {
        form.set("name", &here.side.name);
        form.set("reference", here.entry.as_ref().map_or("", |entry| entry.website.as_str()));
    });
    let row = written(&form, standing(here));
    let fields = row_fields(&form, frame);
    publish(here, (LIST, "list"), "Ⅳ.4.2.第6段.1", form, fields, &row)
}

fn row_form(here: &Here<'_>) -> Markup {
    let now = standing(here);
    let form = here.desk.form(ROW, |form| {
        form.set("name", now.name.as_deref().unwrap_or_default());
        form.set("reference", &now.reference);
        form.set("remark", &now.remark);
    });
    let row = written(&form, now);
    let fields = row_fields(&form, &here.desk.frame);
    publish(here, (ROW, "row"), "Ⅳ.4.2.第6段.1", form, fields, &row)
}

fn product_form(here: &Here<'_>) -> Markup {
    let (frame, view) = (&here.desk.frame, &here.desk.page.view);
    let form = here.desk.form(PRODUCT, |form| {
        if let Some(copy) = &view.handed_over {
            form.set("product", &copy.content.product);
            form.set("versions", &copy.content.versions);
        }
        form.set("addressee", Addressee::Organisation.word());
    });
    let addressee = Addressee::of_word(form.value("addressee")).unwrap_or(Addressee::Organisation);
    let choices =
        Addressee::ALL.map(|one| Choice::new(one.word(), frame.t(format!("desk-reach-addressee-{}", one.word()))));
    let notice = PublicNotice {
        product: form.value("product").trim().to_owned(),
        versions: form.value("versions").trim().to_owned(),
        addressee,
        published_on: frame.today,
        deadline: None,
        updated_on: None,
    };
    let row = PublicRow { product: Some(notice), ..standing(here) };
    let fields = vec![
        form.text("product", frame.t("desk-reach-product-name")).required(),
        form.text("versions", frame.t("desk-reach-versions")).hint(frame.t("desk-reach-versions-hint")).optional(),
        form.radios("addressee", frame.t("desk-reach-addressee"), &choices).required(),
    ];
    publish(here, (PRODUCT, "product"), "Ⅳ.4.2.第6段.2", form, fields, &row)
}

fn deadline_form(here: &Here<'_>) -> Markup {
    let frame = &here.desk.frame;
    let form = here.desk.form(DEADLINE, |form| form.set("deadline", frame.today.saturating_add(2.months())));
    let until = form.value("deadline").parse().unwrap_or(frame.today);
    let mut row = standing(here);
    if let Some(notice) = &mut row.product {
        (notice.deadline, notice.updated_on) = (Some(until), Some(frame.today));
    }
    let fields = vec![form.day("deadline", frame.t("desk-reach-deadline")).required()];
    publish(here, (DEADLINE, "deadline"), "Ⅳ.4.2.第6段.2", form, fields, &row)
}

fn leave(here: &Here<'_>, (name, word): (&'static str, &str), form: Form, reasons: Option<Field>) -> Markup {
    let frame = &here.desk.frame;
    let words = |part: &str| frame.t(format!("desk-reach-{word}-{part}")).into_owned();
    let (lead, button, confirm) = (words("lead"), words("button"), words("confirm"));
    Markup::of(&Leave { frame, open: here.open(name), form, lead, reasons, button, confirm })
}

fn resume_form(here: &Here<'_>) -> Markup {
    let form = here.desk.form(RESUME, |form| form.set("delist", "yes"));
    let delist = form.check("delist", here.desk.frame.t("desk-reach-resume-delist"));
    leave(here, (RESUME, "resume"), form, Some(delist))
}

fn delist_form(here: &Here<'_>) -> Markup {
    let (frame, view) = (&here.desk.frame, &here.desk.page.view);
    let likely = match (view.publications.is_empty(), view.reach.course) {
        (false, _) => DelistReason::Published,
        (true, Some(Outcome::End)) => DelistReason::HandlingEnded,
        (true, _) => DelistReason::ContactMade,
    };
    let form = here.desk.form(DELIST, |form| form.set("reason", likely.word()));
    let choices =
        DelistReason::ALL.map(|one| Choice::new(one.word(), frame.t(format!("desk-reach-delist-{}", one.word()))));
    let reasons = form.radios("reason", frame.t("desk-reach-delist-why"), &choices).required();
    leave(here, (DELIST, "delist"), form, Some(reasons))
}

/// Carries out what a form says; "look again" shows it as the public would see it and changes nothing.
async fn give(
    staff: &Staff,
    (number, place): (&str, usize),
    (name, done): (&str, &str),
    fields: &Fields,
    read: impl FnOnce(DeveloperId) -> Result<CaseOrder, Wrong>,
) -> Response {
    let lang = staff.visitor.lang;
    let here = Place::Reach(place);
    if fields.get("do") == "try" {
        return render(staff, number, here, Some(Sent::tried(lang, name, fields))).await;
    }
    let developer = match developer_at(staff, number, place).await {
        Ok(side) => side.id,
        Err(error) => return staff.visitor.fault(error),
    };
    match read(developer) {
        Ok(order) => {
            let outcome = act(staff, number, fields, order).await;
            answer(staff, number, here, name, fields, outcome, done).await
        }
        Err((field, key)) => {
            let sent = Sent::wrong(lang, name, fields, field, lang.t(key));
            render(staff, number, here, Some(sent)).await
        }
    }
}

fn row_text(fields: &Fields) -> Result<RowText, Wrong> {
    Ok(RowText {
        name: may_be_empty(fields, "name", MAX_TEXT)?,
        reference: may_be_empty(fields, "reference", MAX_TEXT)?,
        remark: may_be_empty(fields, "remark", MAX_TEXT)?,
    })
}

async fn name(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = |developer| Ok(CaseOrder::ListName { developer, row: row_text(&fields)? });
    give(&staff, (&number, place), (LIST, "name-listed"), &fields, read).await
}

async fn row(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = |developer| {
        let RowText { name, reference, remark } = row_text(&fields)?;
        let command = ReachCommand::UpdateListing { developer, name: Some(name), reference, remark };
        Ok(CaseCommand::Reach(command).into())
    };
    give(&staff, (&number, place), (ROW, "row-updated"), &fields, read).await
}

async fn product(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = |developer| {
        let addressee =
            Addressee::of_word(fields.get("addressee")).ok_or(("addressee", "desk-reach-addressee-missing"))?;
        let product = text(&fields, "product", MAX_TEXT)?;
        let versions = may_be_empty(&fields, "versions", MAX_TEXT)?;
        Ok(CaseCommand::Reach(ReachCommand::ListProduct { developer, product, versions, addressee }).into())
    };
    give(&staff, (&number, place), (PRODUCT, "product-listed"), &fields, read).await
}

async fn deadline(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = |developer| {
        let deadline = day(&fields, "deadline")?;
        Ok(CaseCommand::Reach(ReachCommand::AppendDeadline { developer, deadline }).into())
    };
    give(&staff, (&number, place), (DEADLINE, "deadline-appended"), &fields, read).await
}

async fn delist(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = |developer| {
        let reason = DelistReason::of_word(fields.get("reason")).ok_or(("reason", "desk-reach-delist-missing"))?;
        let note = may_be_empty(&fields, "note", MAX_NOTE)?;
        Ok(CaseCommand::Reach(ReachCommand::Delist { developer, reason, note }).into())
    };
    give(&staff, (&number, place), (DELIST, "delisted"), &fields, read).await
}

async fn resume(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let read = |developer| {
        let note = text(&fields, "note", MAX_NOTE)?;
        let delist = fields.has("delist");
        Ok(CaseCommand::Reach(ReachCommand::ResumeContact { developer, note, delist }).into())
    };
    give(&staff, (&number, place), (RESUME, "contact-resumed"), &fields, read).await
}

/// The notice about the product on paper, in the language of the page.
async fn notice(staff: Staff, Path((_, number, place)): At) -> Response {
    let visitor = &staff.visitor;
    let developer = match developer_at(&staff, &number, place).await {
        Ok(side) => side.id,
        Err(error) => return visitor.fault(error),
    };
    let made = async {
        let case = find(&staff, &number).await?;
        visitor.console.office.notice_paper(case, staff.actor, developer, language(visitor.lang)).await
    };
    match made.await {
        Ok((name, bytes)) => pdf(&name, bytes),
        // Taken off the list meanwhile.
        Err(Error::NotFound) => see_other(&visitor.frame().href(way(&number, Place::Reach(place)))),
        Err(error) => visitor.fault(error),
    }
}

/// A paper to be kept; its name is a number of ours, never what a person wrote.
fn pdf(name: &str, bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    response
}

//! What bears on the end of a case: what developers refused, and products whose support has ended.

use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::ending::{EolRoad, FixPlan, Refused, StopUsing};
use rulebook::ids::DeveloperId;
use ui::field::{Choice, Field};
use ui::{Form, Frame, Query};

use super::grounds::place_of;
use super::{Desk, REFUSAL, SUPPORT, href};
use crate::desk::sent::Open;
use crate::names;

/// A refusal on record.
pub(super) struct RefusalLine<'a> {
    pub on: Date,
    pub who: &'a str,
    pub what: String,
    pub statement: &'a str,
    pub by_developer: bool,
}

pub(super) fn refusals<'a>(desk: &'a Desk<'_>) -> Vec<RefusalLine<'a>> {
    let all = desk.page.view.ending.refusals.iter().rev();
    all.map(|one| RefusalLine {
        on: one.on,
        who: name(desk, one.developer),
        what: names::refused(desk.frame.lang, one.what),
        statement: &one.statement,
        by_developer: one.by_developer,
    })
    .collect()
}

fn name<'a>(desk: &'a Desk<'_>, id: DeveloperId) -> &'a str {
    desk.developer(id).map_or("", |side| side.name.as_str())
}

/// A product whose support has ended, with the case of the table that it is and what follows.
pub(super) struct SupportLine<'a> {
    pub who: &'a str,
    pub product: &'a str,
    pub ended_on: Date,
    pub fix: String,
    pub agrees: String,
    pub case: String,
    pub road: String,
    /// Where the next step is.
    pub next: Option<(String, String)>,
}

pub(super) fn support<'a>(desk: &'a Desk<'_>) -> Vec<SupportLine<'a>> {
    let frame = &desk.frame;
    let all = desk.page.view.ending.support.iter();
    all.map(|one| SupportLine {
        who: name(desk, one.developer),
        product: &one.support.product,
        ended_on: one.support.ended_on,
        fix: names::fix_plan(frame.lang, one.support.fix),
        agrees: names::stop_using(frame.lang, one.support.agrees),
        case: one.case.map_or_else(String::new, |case| frame.t(format!("eol-{}", case.word())).into_owned()),
        road: one.case.map_or_else(String::new, |case| names::eol_road(frame.lang, case.road())),
        next: one.case.and_then(|case| next(desk, case.road())),
    })
    .collect()
}

fn next(desk: &Desk<'_>, road: EolRoad) -> Option<(String, String)> {
    let frame = &desk.frame;
    let to = |way: String, key: &str| Some((way, frame.t(key).into_owned()));
    match road {
        EolRoad::Publication | EolRoad::StopUsingPublication => {
            to(format!("{}/advisory", desk.base), "ending-to-advisory")
        }
        EolRoad::EndPossible if desk.may(Action::StopHandling) => to(format!("{}#stop", href(desk)), "ending-to-stop"),
        _ => None,
    }
}

/// A day of the register on which support ends, and the way to the form with it.
pub(super) struct KnownEnd {
    pub who: String,
    pub product: String,
    pub on: Date,
    pub href: Option<String>,
}

/// What the register knows and the case does not say yet.
pub(super) fn known(desk: &Desk<'_>, ends: Vec<(DeveloperId, rulebook::developer::SupportEnd)>) -> Vec<KnownEnd> {
    let said = |id: DeveloperId, product: &str| {
        desk.page.view.ending.support.iter().any(|one| one.developer == id && one.support.product == product)
    };
    let new = ends.into_iter().filter(|(id, end)| !said(*id, &end.product));
    new.map(|(id, end)| {
        let past = end.on <= desk.frame.today && desk.may_about(id, Action::StateEndOfSupport);
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair(SUPPORT, &place_of(desk, id).to_string())
            .append_pair("product", &end.product)
            .append_pair("ended_on", &end.on.to_string())
            .finish();
        KnownEnd {
            who: name(desk, id).to_owned(),
            href: past.then(|| format!("{}?{query}#{SUPPORT}", href(desk))),
            product: end.product,
            on: end.on,
        }
    })
    .collect()
}

/// A form of the page about one developer.
pub(super) struct Record {
    pub open: Open,
    pub form: Form,
    pub developer: Field,
    pub first: bool,
    pub choices: Vec<Field>,
}

/// The form that puts a refusal on record.
pub(super) fn refusal_form(desk: &Desk<'_>) -> Option<Record> {
    let frame = &desk.frame;
    let form = desk.form(REFUSAL, |_| {});
    let developer = about(desk, &form, Action::RecordRefusal)?;
    let what = refused_choices(frame);
    let choices = vec![form.radios("what", frame.t("ending-refused"), &what).required()];
    Some(Record {
        open: desk.open(REFUSAL, "ending/refusal"),
        developer,
        first: desk.came_back(REFUSAL),
        choices,
        form,
    })
}

/// What can be refused, to choose from.
pub(super) fn refused_choices(frame: &Frame) -> Vec<Choice> {
    Refused::ALL.into_iter().map(|what| Choice::new(what.word(), names::refused(frame.lang, what))).collect()
}

/// The form that records the end of support.
pub(super) fn support_form(desk: &Desk<'_>) -> Option<Record> {
    let frame = &desk.frame;
    let query = Query::parse(&frame.path);
    let wanted = query.get(SUPPORT).unwrap_or_default().to_owned();
    let form = desk.form(SUPPORT, |form| {
        form.set("developer", &wanted);
        for name in ["product", "ended_on"] {
            form.set(name, query.get(name).unwrap_or_default());
        }
    });
    let developer = about(desk, &form, Action::StateEndOfSupport)?;
    let choices = support_fields(frame, &form);
    let first = desk.came_back(SUPPORT) || !wanted.is_empty();
    Some(Record { open: desk.open(SUPPORT, "ending/support"), developer, first, choices, form })
}

/// Whether it is fixed, and whether the developer agrees to "stop using it".
fn support_fields(frame: &Frame, form: &Form) -> Vec<Field> {
    let fix = FixPlan::ALL.map(|plan| Choice::new(plan.word(), names::fix_plan(frame.lang, plan)));
    let agrees = StopUsing::ALL.map(|one| Choice::new(one.word(), names::stop_using(frame.lang, one)));
    vec![
        form.radios("fix", frame.t("ending-fix"), &fix).in_line().required(),
        form.radios("agrees", frame.t("ending-agrees"), &agrees).required(),
    ]
}

/// The developers about which something may be done, to choose from; nothing when there is none.
fn about(desk: &Desk<'_>, form: &Form, action: Action) -> Option<Field> {
    let sides = desk.page.view.developers.iter().enumerate().filter(|(_, side)| desk.may_about(side.id, action));
    let mut choices: Vec<Choice> = sides.map(|(place, side)| Choice::new(place + 1, &side.name)).collect();
    if choices.is_empty() {
        return None;
    }
    if choices.len() > 1 {
        choices.insert(0, Choice::new("", desk.frame.t("ending-choose")));
    }
    Some(form.select("developer", desk.frame.t("party-developer"), &choices).required())
}

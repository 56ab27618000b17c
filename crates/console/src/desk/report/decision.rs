//! The decision about a report (Ⅳ.3.(1).2): five conditions one by one, the reason to be sent, and the words of the
//! case that it opens.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::{Acceptance, Error, ReportOrder};
use rulebook::action::Action;
use rulebook::case::CaseContent;
use rulebook::refusal::Why;
use rulebook::report::form::ReportKind;
use rulebook::report::problems::{Fault, FormItem};
use rulebook::report::{Condition, ReportView, decide};
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::{Desk, answer, find, join, reclassify, refused, render, said};
use crate::desk::copy::{self, CopyField};
use crate::desk::sent::{Open, Sent};
use crate::desk::{identity, words};
use crate::forms::Fields;
use crate::letters::lang as page_lang;
use crate::names;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/reports/{number}/accept", post(accept))
        .route("/{lang}/desk/reports/{number}/reject", post(reject))
}

#[derive(Template)]
#[template(path = "desk/report/decision.html")]
struct Decision<'a> {
    frame: &'a Frame,
    own: bool,
    finder: String,
    accept: Form,
    accept_open: Open,
    conditions: Field,
    copy: Vec<CopyField>,
    identity: bool,
    rejection: Rejection,
    likely: Option<Markup>,
    join: Option<Markup>,
    reclassify: Option<Markup>,
}

/// The form that declines a report, beside the one that accepts it.
pub(super) struct Rejection {
    pub form: Form,
    pub open: Open,
    pub failed: Field,
    pub unfolded: bool,
    pub allowed: bool,
}

/// The form that declines a report.
pub(super) fn rejection(desk: &Desk<'_>) -> Rejection {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let own = view.kind == Some(ReportKind::OwnProduct);
    let form = desk.form("reject", |form| {
        form.set("reason", reason(page_lang(view.language), "reject", view));
        propose(form, view, "failed", false);
    });
    let hint = frame.t(if own { "desk-own-failed-hint" } else { "desk-failed-hint" });
    Rejection {
        failed: form.checks("failed", frame.t("desk-failed"), &choices(frame.lang, view, false)).hint(hint),
        open: desk.open("reject", "reject"),
        unfolded: desk.came_back("reject"),
        allowed: desk.may(Action::RejectReport),
        form,
    }
}

pub(super) fn section(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let lang = frame.lang;
    let finder = page_lang(view.language);
    let own = view.kind == Some(ReportKind::OwnProduct);
    let accept = desk.form("accept", |form| {
        form.set("reason", reason(finder, if own { "own" } else { "accept" }, view));
        propose(form, view, "confirmed", true);
        if let Some(report) = &desk.page.form {
            copy::fill(form, &CaseContent::from_form(report));
        }
    });
    // Who reports its own product is no finder whose name is kept.
    let kept = desk.page.form.as_ref().filter(|_| !own).map(identity::of_form).unwrap_or_default();
    let copy = copy::fields(lang, &accept, &kept);
    Markup::of(&Decision {
        frame,
        own,
        finder: lang.t(format!("desk-language-{}", view.language.tag())).into_owned(),
        conditions: conditions(desk, &accept),
        accept_open: desk.open("accept", "accept"),
        identity: copy.iter().any(|field| !field.identity.is_empty()),
        copy,
        accept,
        rejection: rejection(desk),
        likely: join::suggestions(desk),
        join: join::form(desk),
        reclassify: reclassify::form(desk),
    })
}

/// The five conditions to be ticked; ア and イ are ticked beforehand where the form allows it.
pub(super) fn conditions(desk: &Desk<'_>, form: &Form) -> Field {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let field = form.checks("confirmed", frame.t("desk-conditions"), &choices(frame.lang, view, true));
    field.hint(frame.t("desk-conditions-hint"))
}

/// Ticks what follows from the report's form.
pub(super) fn propose(form: &mut Form, view: &ReportView, name: &str, proposed: bool) {
    for condition in Condition::ALL {
        if decide::proposed(&view.problems, condition) == Some(proposed) {
            form.set(name, condition.word());
        }
    }
}

fn choices(lang: Lang, view: &ReportView, proposed: bool) -> Vec<Choice> {
    Condition::ALL.into_iter().map(|condition| choice(lang, view, condition, proposed)).collect()
}

/// A condition with its clause, and with what the program found in the form where it can tell.
fn choice(lang: Lang, view: &ReportView, condition: Condition, proposed: bool) -> Choice {
    let website = view.kind == Some(ReportKind::Website);
    let clause = if website { condition.site_clause() } else { condition.clause() };
    let choice = Choice::new(condition.word(), words::condition(lang, condition));
    if !proposed {
        return choice.hint(clause);
    }
    let contradiction = condition == Condition::Consistent;
    let told = match decide::proposed(&view.problems, condition) {
        None if website => lang.t(format!("sites-look-{}", condition.word().replace('_', "-"))).into_owned(),
        None => lang.t(format!("desk-look-{}", condition.word().replace('_', "-"))).into_owned(),
        Some(true) => lang.t("desk-found-nothing").into_owned(),
        Some(false) => {
            let concerns = |fault: Fault| (fault == Fault::Contradiction) == contradiction;
            let found = view.problems.iter().filter(|p| concerns(p.fault) && p.item != FormItem::Attachments);
            found.map(|problem| names::problem(lang, *problem)).collect::<Vec<_>>().join(" ")
        }
    };
    choice.hint(format!("{told} {clause}"))
}

/// A text to begin with, in the language of the finder.
pub(super) fn reason(finder: Lang, kind: &str, view: &ReportView) -> String {
    finder.t1(format!("desk-reason-{kind}"), "number", &view.number)
}

pub(in crate::desk) fn ticked(fields: &Fields, name: &str) -> Vec<Condition> {
    Condition::ALL.into_iter().filter(|one| fields.all(name).any(|word| word == one.word())).collect()
}

async fn accept(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let visitor = &staff.visitor;
    let reason = match said(visitor, "accept", &fields, "reason") {
        Ok(reason) => reason,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let content = copy::read(&fields);
    if !copy::fits(&content) {
        let sent = Sent::wrong(visitor.lang, "accept", &fields, "form", visitor.lang.t("refusal-text-too-long"));
        return render(&staff, &number, Some(sent)).await;
    }
    let acceptance = Acceptance { confirmed: ticked(&fields, "confirmed"), reason, content };
    let outcome = open_case(&staff, &number, &fields, acceptance).await;
    // The five conditions stand beside their boxes, not at the foot of the form.
    if let Err(Error::Refused(refusal)) = &outcome
        && refusal.why == Why::ConditionsOpen
    {
        let words = refused(visitor.lang, refusal);
        let sent = Sent::wrong(visitor.lang, "accept", &fields, "confirmed", words);
        return render(&staff, &number, Some(sent)).await;
    }
    answer(&staff, &number, "accept", &fields, outcome, "accepted").await
}

async fn open_case(staff: &Staff, number: &str, fields: &Fields, acceptance: Acceptance) -> Result<(), Error> {
    let id = find(staff, number).await?;
    let office = &staff.visitor.console.office;
    office.accept_report(id, staff.actor, fields.seen().as_ref(), acceptance).await.map(|_| ())
}

async fn reject(
    ReceivingDesk(staff): ReceivingDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let visitor = &staff.visitor;
    let reason = match said(visitor, "reject", &fields, "reason") {
        Ok(reason) => reason,
        Err(sent) => return render(&staff, &number, Some(sent)).await,
    };
    let known_at = fields.get("known-at").to_owned();
    let illegal = fields.get("illegal") == "yes";
    let order = ReportOrder::Reject { failed: ticked(&fields, "failed"), reason, illegal, known_at };
    let outcome = match find(&staff, &number).await {
        Ok(id) => visitor.console.office.act_on_report(id, staff.actor, fields.seen().as_ref(), order).await,
        Err(error) => Err(error),
    };
    // What cannot be used in this form is the address alone.
    if let Err(Error::Refused(refusal)) = &outcome
        && refusal.why == Why::Unusable
    {
        let words = visitor.lang.t("desk-reject-known-at-wrong");
        let sent = Sent::wrong(visitor.lang, "reject", &fields, "known-at", words);
        return render(&staff, &number, Some(sent)).await;
    }
    answer(&staff, &number, "reject", &fields, outcome, "rejected").await
}

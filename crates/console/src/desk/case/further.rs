//! What few cases come to: a new day from overseas, another case that proves to be the same, enquiries after the
//! publication (Ⅳ.4.9.第3段), and a publication that is taken down.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::enquiries::{AskerCard, EnquiryOrder};
use casework::{CaseOrder, Error};
use rulebook::action::Action;
use rulebook::case::aftercare::Enquiry;
use rulebook::case::{AftercareCommand, Arrivals, CaseCommand, DutyKind, Enquirer, OverseasCommand, WithdrawalGround};
use rulebook::clause::Clause;
use rulebook::refusal::Refusal;
use rulebook::report::form::MAX_TEXT;
use rulebook::report::problems::is_mail_address;
use rulebook::text::{Language, Localized};
use ui::list::Tabs;
use ui::markup::Markup;
use ui::notice::{Heading, Notice};
use ui::{Button, Choice, Form, Frame, Page};

use super::read::{Held, carry_out, day, may_be_empty, text};
use super::{Desk, Place, answer, find, page, render, ways};
use crate::desk::sent::Open;
use crate::desk::words;
use crate::forms::Fields;
use crate::names;
use crate::notices;
use crate::state::Console;
use crate::who::{CoordinatorDesk, ReceivingDesk, Staff};

type Number = Path<(String, String)>;

/// Name of the form by which a CVE number is rejected.
const REJECT_CVE: &str = "reject-cve";
/// Longest name or address, in characters.
const MAX_NAME: usize = 300;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/further", get(show))
        .route("/{lang}/desk/cases/{number}/further/record-enquiry", post(record_enquiry))
        .route("/{lang}/desk/cases/{number}/further/answer-enquiry", post(answer_enquiry))
        .route("/{lang}/desk/cases/{number}/further/propose-withdrawal", post(propose_withdrawal))
        .route("/{lang}/desk/cases/{number}/further/co-sign-withdrawal", post(co_sign_withdrawal))
        .route("/{lang}/desk/cases/{number}/further/decline-withdrawal", post(decline_withdrawal))
        .route("/{lang}/desk/cases/{number}/further/bring-overseas-day", post(bring_overseas_day))
        .route("/{lang}/desk/cases/{number}/further/keep-day", post(keep_day))
        .route("/{lang}/desk/cases/{number}/further/merge-case", post(merge_case))
        .route("/{lang}/desk/cases/{number}/further/reject-cve", post(reject_cve))
}

/// Whether a duty is done on this page.
pub(super) const fn is_here(what: DutyKind) -> bool {
    matches!(what, DutyKind::AnswerEnquiry | DutyKind::CoSignWithdrawal | DutyKind::WeighOverseasDay)
}

/// A form of the page, ready to be filled.
struct Task {
    name: &'static str,
    title: String,
    clause: Option<Clause>,
    lead: String,
    first: bool,
    owed: bool,
    open: Open,
    form: Form,
    fields: Markup,
    button: String,
    confirm: Option<String>,
}

/// What the fields of the forms choose from.
#[derive(Template)]
#[template(path = "desk/case/further/fields.html")]
struct Inputs<'a> {
    frame: &'a Frame,
    name: &'static str,
    form: &'a Form,
    enquirers: Vec<Choice>,
    open: Vec<Choice>,
    grounds: Vec<Choice>,
    from_overseas: bool,
    /// CVE numbers that can be rejected.
    cves: Vec<Choice>,
    languages: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "desk/case/further/page.html")]
struct FurtherPage<'a> {
    frame: &'a Frame,
    title: String,
    head: Heading,
    ways: Tabs,
    done: Option<Notice>,
    tasks: Vec<Task>,
    denied: Vec<Button>,
    published: bool,
    enquiries: Vec<&'a Enquiry>,
    askers: &'a BTreeMap<u32, AskerCard>,
    withdrawal: Option<Standing<'a>>,
    arrivals: &'a Arrivals,
}

impl FurtherPage<'_> {
    fn enquirer(&self, one: &Enquiry) -> String {
        self.frame.t(format!("further-enquirer-{}", one.from.word())).into_owned()
    }

    /// Name and address; that they were erased, once they were.
    fn asker(&self, one: &Enquiry) -> String {
        match self.askers.get(&one.number) {
            Some(card) => format!("{} {}", card.name, card.mail).trim().to_owned(),
            None => self.frame.t("further-asker-erased").into_owned(),
        }
    }

    /// The body that got it, and answers.
    fn body(&self, one: &Enquiry) -> String {
        names::party(self.frame.lang, one.by)
    }
}

/// How it stands with a withdrawal.
struct Standing<'a> {
    state: String,
    mark: ui::Mark,
    ground: String,
    reason: &'a Localized,
    basis: &'a str,
    who: String,
    on: jiff::civil::Date,
}

/// The forms in their order: what is owed comes first anyway.
const FORMS: [(Action, Option<DutyKind>); 8] = [
    (Action::AnswerEnquiry, Some(DutyKind::AnswerEnquiry)),
    (Action::CoSignWithdrawal, Some(DutyKind::CoSignWithdrawal)),
    (Action::DeclineWithdrawal, None),
    (Action::KeepDay, Some(DutyKind::WeighOverseasDay)),
    (Action::RecordEnquiry, None),
    (Action::BringOverseasDay, None),
    (Action::MergeCase, None),
    (Action::ProposeWithdrawal, None),
];

async fn show(staff: Staff, Path((_, number)): Number) -> Response {
    render(&staff, &number, Place::Further, None).await
}

pub(super) async fn respond(desk: &Desk<'_>) -> Result<Response, Error> {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let status = desk.sent.as_ref().map_or(StatusCode::OK, |sent| sent.status);
    let mut tasks: Vec<Task> = FORMS.into_iter().filter_map(|(action, duty)| task(desk, action, duty)).collect();
    tasks.extend(cve_task(desk).await?);
    tasks.sort_by_key(|task| !task.owed);
    let shown = FurtherPage {
        frame,
        title: frame.t1("further-title", "number", &view.number),
        head: page::head(desk),
        ways: ways::tabs(desk),
        done: notices::done(frame),
        tasks,
        denied: words::denied(frame, denied(desk)),
        published: !view.publications.is_empty(),
        enquiries: view.aftercare.enquiries.iter().rev().collect(),
        askers: &desk.page.askers,
        withdrawal: standing(desk),
        arrivals: &view.arrivals,
    };
    Ok(Page::secret(shown).status(status).into_response())
}

/// What this side cannot do now, and why; of an answer only where there is something to answer.
fn denied(desk: &Desk<'_>) -> Vec<(Action, Refusal)> {
    let proposed = desk.page.view.aftercare.proposed.is_some();
    let is_asked = |action: &Action| match action {
        Action::CoSignWithdrawal | Action::DeclineWithdrawal => proposed,
        Action::AnswerEnquiry | Action::KeepDay => false,
        _ => true,
    };
    let mine = FORMS.into_iter().map(|(action, _)| action).filter(|action| action.belongs_to(desk.party()));
    mine.filter(is_asked).filter_map(|action| Some((action, desk.page.refusal(action)?))).collect()
}

fn standing<'a>(desk: &'a Desk<'_>) -> Option<Standing<'a>> {
    let (frame, aftercare) = (&desk.frame, &desk.page.view.aftercare);
    let (withdrawal, mark, key) = match (&aftercare.withdrawn, &aftercare.proposed) {
        (Some(done), _) => (&done.withdrawal, ui::Mark::Stopped, "further-withdrawn"),
        (None, Some(proposed)) => (proposed, ui::Mark::Soon, "further-withdrawal-waits"),
        (None, None) => return None,
    };
    Some(Standing {
        state: frame.t(key).into_owned(),
        mark,
        ground: ground(frame, withdrawal.ground),
        reason: &withdrawal.reason,
        basis: &withdrawal.basis,
        who: names::party(frame.lang, withdrawal.side),
        on: withdrawal.on,
    })
}

fn ground(frame: &Frame, ground: WithdrawalGround) -> String {
    frame.t(format!("further-ground-{}", ground.word())).into_owned()
}

fn task(desk: &Desk<'_>, action: Action, duty: Option<DutyKind>) -> Option<Task> {
    if !action.belongs_to(desk.party()) || !desk.may(action) {
        return None;
    }
    let (frame, view, name) = (&desk.frame, &desk.page.view, action.word());
    let form = desk.form(name, |form| {
        if matches!(action, Action::RecordEnquiry | Action::BringOverseasDay) {
            form.set("on", frame.today);
            form.set("language", frame.lang.tag());
        }
    });
    let enquirer = |one: Enquirer| Choice::new(one.word(), frame.t(format!("further-enquirer-{}", one.word())));
    let open = view.aftercare.open(desk.party());
    let inputs = Inputs {
        frame,
        name,
        form: &form,
        enquirers: Enquirer::ALL.map(enquirer).to_vec(),
        open: open.map(|one| Choice::new(one.number, first_words(&one.question))).collect(),
        grounds: WithdrawalGround::ALL.map(|one| Choice::new(one.word(), ground(frame, one))).to_vec(),
        from_overseas: view.overseas.is_some(),
        cves: Vec::new(),
        languages: languages(frame),
    };
    let serious = matches!(action, Action::CoSignWithdrawal | Action::MergeCase);
    Some(Task {
        name,
        title: frame.t(format!("desk-action-{name}")).into_owned(),
        clause: action.clause(),
        lead: frame.t(format!("further-lead-{name}")).into_owned(),
        first: desk.came_back(name),
        owed: duty.is_some_and(|duty| view.duties.iter().any(|one| one.who == desk.party() && one.what == duty)),
        open: desk.open(name, &format!("further/{name}")),
        fields: Markup::of(&inputs),
        button: frame.t(format!("further-do-{name}")).into_owned(),
        confirm: serious.then(|| frame.t(format!("further-confirm-{name}")).into_owned()),
        form,
    })
}

fn languages(frame: &Frame) -> Vec<Choice> {
    let choice = |one: Language| Choice::new(one.tag(), frame.t(format!("desk-language-{}", one.tag())));
    [Language::Ja, Language::En].map(choice).to_vec()
}

/// After a withdrawal: rejecting the CVE numbers of the publication that are still alive.
async fn cve_task(desk: &Desk<'_>) -> Result<Option<Task>, Error> {
    let (frame, view, staff) = (&desk.frame, &desk.page.view, desk.staff);
    let Some(withdrawn) = view.aftercare.withdrawn.as_ref().filter(|_| desk.is_coordinator()) else { return Ok(None) };
    let kept = staff.visitor.console.office.cve_of(view.id, staff.actor).await?;
    let alive = kept.iter().filter(|line| line.is_alive());
    let cves: Vec<Choice> = alive.map(|line| Choice::new(&line.id, &line.id)).collect();
    if cves.is_empty() {
        return Ok(None);
    }
    let form = desk.form(REJECT_CVE, |form| {
        form.set("cve", kept.iter().find(|line| line.is_alive()).map_or("", |line| line.id.as_str()));
        form.set("reason", &withdrawn.withdrawal.reason.en);
    });
    let languages = languages(frame);
    let (enquirers, open, grounds) = (Vec::new(), Vec::new(), Vec::new());
    let inputs = Inputs {
        frame,
        name: REJECT_CVE,
        form: &form,
        enquirers,
        open,
        grounds,
        from_overseas: false,
        cves,
        languages,
    };
    Ok(Some(Task {
        name: REJECT_CVE,
        title: frame.t("further-reject-cve").into_owned(),
        clause: None,
        lead: frame.t("further-lead-reject-cve").into_owned(),
        first: desk.came_back(REJECT_CVE),
        owed: false,
        open: desk.open(REJECT_CVE, "further/reject-cve"),
        fields: Markup::of(&inputs),
        button: frame.t("further-do-reject-cve").into_owned(),
        confirm: Some(frame.t("further-confirm-reject-cve").into_owned()),
        form,
    }))
}

/// The beginning of a question, to tell one from another.
fn first_words(question: &str) -> String {
    let line = question.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(60).collect();
    if cut.len() < question.trim().len() { format!("{cut}…") } else { cut }
}

async fn record_enquiry(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    give(&staff, &number, Action::RecordEnquiry, &fields, read_enquiry(&fields), "enquiry-recorded").await
}

fn read_enquiry(fields: &Fields) -> Result<CaseOrder, super::read::Wrong> {
    let from = Enquirer::of_word(fields.get("from")).ok_or(("from", "further-choose-enquirer"))?;
    let (name, mail) = (text(fields, "asker", MAX_NAME)?, may_be_empty(fields, "mail", MAX_NAME)?);
    if !mail.is_empty() && !is_mail_address(&mail) {
        return Err(("mail", "further-asker-mail-wrong"));
    }
    let language = if fields.get("language") == Language::En.tag() { Language::En } else { Language::Ja };
    let (question, on) = (text(fields, "question", MAX_TEXT)?, day(fields, "on")?);
    Ok(CaseOrder::RecordEnquiry(EnquiryOrder { from, asker: AskerCard { name, mail, language }, question, on }))
}

async fn answer_enquiry(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let read = || {
        let enquiry = fields.get("enquiry").parse().map_err(|_| ("enquiry", "further-choose-enquiry"))?;
        let answer = text(&fields, "answer", MAX_TEXT)?;
        Ok(AftercareCommand::AnswerEnquiry { enquiry, answer, amend: fields.has("amend") })
    };
    after(&staff, &number, Action::AnswerEnquiry, &fields, read(), "enquiry-answered").await
}

async fn propose_withdrawal(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let Some(by) = staff.actor.account else { return staff.visitor.not_found() };
    let read = || {
        let ground = WithdrawalGround::of_word(fields.get("ground")).ok_or(("ground", "further-choose-ground"))?;
        let reason = Localized::new(text(&fields, "reason_ja", MAX_TEXT)?, text(&fields, "reason_en", MAX_TEXT)?);
        Ok(AftercareCommand::ProposeWithdrawal { ground, reason, basis: text(&fields, "basis", MAX_TEXT)?, by })
    };
    after(&staff, &number, Action::ProposeWithdrawal, &fields, read(), "withdrawal-proposed").await
}

async fn co_sign_withdrawal(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let Some(by) = staff.actor.account else { return staff.visitor.not_found() };
    let read = Ok(AftercareCommand::CoSignWithdrawal(by));
    after(&staff, &number, Action::CoSignWithdrawal, &fields, read, "publication-taken-down").await
}

async fn decline_withdrawal(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let read = text(&fields, "reason", MAX_TEXT).map(|reason| AftercareCommand::DeclineWithdrawal { reason });
    after(&staff, &number, Action::DeclineWithdrawal, &fields, read, "withdrawal-declined").await
}

async fn bring_overseas_day(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Number,
    fields: Fields,
) -> Response {
    let read = || {
        let brought = fields.day("day").map_err(|_| ("day", "desk-day-unreadable"))?;
        let coordinator = may_be_empty(&fields, "coordinator", MAX_NAME)?;
        let (reason, on) = (may_be_empty(&fields, "reason", MAX_TEXT)?, day(&fields, "on")?);
        Ok(CaseCommand::Overseas(OverseasCommand::BringDay { coordinator, day: brought, reason, on }))
    };
    give(&staff, &number, Action::BringOverseasDay, &fields, read(), "overseas-day").await
}

async fn keep_day(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read =
        text(&fields, "reason", MAX_TEXT).map(|reason| CaseCommand::Overseas(OverseasCommand::KeepDay { reason }));
    give(&staff, &number, Action::KeepDay, &fields, read, "day-kept").await
}

async fn merge_case(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let name = Action::MergeCase.word();
    let read = text(&fields, "into", MAX_NAME).and_then(|into| Ok((into, text(&fields, "reason", MAX_TEXT)?)));
    let (into, reason) = match read {
        Ok(read) => read,
        Err((field, key)) => return wrong(&staff, &number, name, &fields, field, key).await,
    };
    let outcome = async {
        let office = &staff.visitor.console.office;
        let case = find(&staff, &number).await?;
        office.merge_case(case, staff.actor, fields.seen().as_ref(), &into, &reason).await
    };
    match outcome.await {
        Ok(()) => {
            let into = staff.visitor.console.office.case_id(&into).await;
            let page = match into {
                Ok(into) => staff.visitor.console.office.case_page(into, staff.actor).await,
                Err(error) => Err(error),
            };
            match page {
                Ok(page) => {
                    let way = staff.visitor.frame().href(format!("/desk/cases/{}", page.view.number));
                    notices::after(&way, "cases-merged")
                }
                Err(error) => staff.visitor.fault(error),
            }
        }
        Err(Error::NotFound) => wrong(&staff, &number, name, &fields, "into", "further-no-such-case").await,
        Err(error) => answer(&staff, &number, Place::Further, name, &fields, Err(error), "").await,
    }
}

async fn reject_cve(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = text(&fields, "cve", MAX_NAME).and_then(|id| Ok((id, text(&fields, "reason", MAX_TEXT)?)));
    let (id, reason) = match read {
        Ok(read) => read,
        Err((field, key)) => return wrong(&staff, &number, REJECT_CVE, &fields, field, key).await,
    };
    let outcome = async {
        let case = find(&staff, &number).await?;
        staff.visitor.console.office.reject_withdrawn_cve(case, staff.actor, &id, &reason).await
    };
    match outcome.await {
        Err(Error::Cve(_)) => wrong(&staff, &number, REJECT_CVE, &fields, "cve", "further-cve-not-rejected").await,
        outcome => answer(&staff, &number, Place::Further, REJECT_CVE, &fields, outcome, "cve-rejected").await,
    }
}

async fn wrong(staff: &Staff, number: &str, name: &str, fields: &Fields, field: &str, key: &str) -> Response {
    let lang = staff.visitor.lang;
    let sent = crate::desk::sent::Sent::wrong(lang, name, fields, field, lang.t(key));
    render(staff, number, Place::Further, Some(sent)).await
}

async fn after(
    staff: &Staff,
    number: &str,
    action: Action,
    fields: &Fields,
    read: Result<AftercareCommand, super::read::Wrong>,
    done: &str,
) -> Response {
    give(staff, number, action, fields, read.map(CaseCommand::Aftercare), done).await
}

async fn give(
    staff: &Staff,
    number: &str,
    action: Action,
    fields: &Fields,
    read: Result<impl Into<CaseOrder>, super::read::Wrong>,
    done: &str,
) -> Response {
    carry_out(staff, (number, Place::Further), action.word(), fields, read.map_err(Held::from), done).await
}

/// Whether the page says something or something can be done on it.
pub(super) fn concerns(desk: &Desk<'_>) -> bool {
    let view = &desk.page.view;
    let said = view.arrivals != Arrivals::default() || !view.publications.is_empty();
    said || FORMS.into_iter().any(|(action, _)| action.belongs_to(desk.party()) && desk.may(action))
}

//! A developer's side of a case: what is asked now, the details, its statements, the day, the text, messages.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::{CaseOrder, CasePage, Error};
use rulebook::action::Action;
use rulebook::case::{CaseCommand, ContentField, DeveloperView, Thread};
use rulebook::ids::{AttachmentId, CaseId};
use rulebook::party::Party;
use ui::progress::{DutyLine, Happening, When};
use ui::{Choice, Form, Frame, Lang, Page};

use super::statements::{self, AdvisoryText};
use crate::fault;
use crate::forms::{Fields, see_other};
use crate::names;
use crate::notices;
use crate::state::Console;
use crate::who::DeveloperSide;

pub(crate) fn routes() -> Router<Console> {
    let case = "/{lang}/developer/cases/{number}";
    Router::new()
        .route(case, get(show))
        .route(&format!("{case}/files/{{file}}"), get(file))
        .route(&format!("{case}/confirm"), post(confirm))
        .route(&format!("{case}/verification"), post(verification))
        .route(&format!("{case}/countermeasure"), post(countermeasure))
        .route(&format!("{case}/status"), post(status))
        .route(&format!("{case}/day"), post(day))
        .route(&format!("{case}/comment"), post(comment))
        .route(&format!("{case}/message"), post(message))
}

/// The forms of the page; the one that was sent comes back as it was typed.
pub(crate) struct Forms {
    pub confirm: Form,
    pub verification: Form,
    pub countermeasure: Form,
    pub status: Form,
    pub day: Form,
    pub comment: Form,
    pub message: Form,
}

impl Forms {
    fn of(lang: Lang, own: &DeveloperView) -> Self {
        let form = |prefix: &str| Form::new(lang).with_ids(prefix);
        Forms {
            confirm: form("confirm"),
            verification: statements::verification_form(form("verification"), own),
            countermeasure: statements::countermeasure_form(form("countermeasure"), own),
            status: statements::status_form(form("status"), own),
            day: form("day"),
            comment: form("comment"),
            message: form("message"),
        }
    }

    fn named(&mut self, name: &str) -> &mut Form {
        match name {
            "confirm" => &mut self.confirm,
            "verification" => &mut self.verification,
            "countermeasure" => &mut self.countermeasure,
            "status" => &mut self.status,
            "day" => &mut self.day,
            "comment" => &mut self.comment,
            _ => &mut self.message,
        }
    }
}

#[derive(Template)]
#[template(path = "developer/case.html")]
struct DeveloperCasePage {
    frame: Frame,
    done: Option<ui::notice::Notice>,
    page: CasePage,
    own: DeveloperView,
    stage: String,
    duties: Vec<DutyLine>,
    content: Vec<(String, String)>,
    forms: Forms,
    rows: Vec<usize>,
    text: Option<AdvisoryText>,
    messages: Vec<Line>,
    timeline: Vec<Happening>,
}

/// A message as the page shows it.
struct Line {
    at: jiff::Timestamp,
    who: String,
    own: bool,
    text: String,
}

impl DeveloperCasePage {
    fn may(&self, action: Action) -> bool {
        self.page.refusal_about(self.own.id, action).is_none()
    }

    fn url(&self, what: &str) -> String {
        self.frame.href(format!("/developer/cases/{}/{what}", self.page.view.number))
    }

    fn first_attempt(&self) -> String {
        self.own.first_attempt_on.map(|day| self.frame.day_text(day)).unwrap_or_default()
    }

    fn target(&self) -> String {
        self.counted(self.page.view.target_day)
    }

    /// A published case counts no days any more.
    fn day(&self) -> String {
        if !self.page.view.publications.is_empty() {
            return self.page.view.day.map(|day| self.frame.day_text(day)).unwrap_or_default();
        }
        self.counted(self.page.view.day)
    }

    fn counted(&self, day: Option<jiff::civil::Date>) -> String {
        let Some(day) = day else { return self.frame.t("developer-day-open").into_owned() };
        if self.page.view.publications.is_empty() {
            return format!("{} {}", self.frame.day_text(day), self.frame.left(day));
        }
        self.frame.day_text(day)
    }

    fn row(&self, name: &str, row: &usize) -> String {
        format!("{name}-{row}")
    }

    fn bounds(&self) -> Vec<Choice> {
        vec![
            Choice::new("fixed", self.frame.t("developer-bound-fixed")),
            Choice::new("last", self.frame.t("developer-bound-last")),
        ]
    }

    fn results(&self) -> Vec<Choice> {
        statements::results(self.frame.lang)
    }

    fn affected_choices(&self) -> Vec<Choice> {
        statements::affected_choices(self.frame.lang)
    }

    fn product_choices(&self) -> Vec<Choice> {
        let mut choices = vec![Choice::new("", self.frame.t("developer-as-whole"))];
        choices.extend(statements::affected_choices(self.frame.lang));
        choices
    }

    fn agreements(&self) -> Vec<Choice> {
        vec![Choice::new("yes", self.frame.t("developer-agree")), Choice::new("no", self.frame.t("developer-disagree"))]
    }

    fn langs(&self) -> [Lang; 2] {
        [self.frame.lang, self.frame.lang.other()]
    }

    fn may_confirm(&self) -> bool {
        self.may(Action::ConfirmContact)
    }

    fn may_state(&self) -> bool {
        self.may(Action::StateVerification)
    }

    fn may_comment(&self) -> bool {
        self.may(Action::CommentPreview)
    }

    fn may_write(&self) -> bool {
        self.may(Action::WriteToDeveloper)
    }
}

/// The case behind a number, if it is this developer's; the holder of a link has only the link's case.
async fn find(side: &DeveloperSide, number: &str) -> Result<CaseId, Error> {
    let case = side.visitor.console.office.case_id(number).await?;
    let only = side.visitor.session.as_ref().and_then(|session| session.only_case());
    if only.is_some_and(|only| only != case) { Err(Error::NotFound) } else { Ok(case) }
}

async fn show(side: DeveloperSide, Path((_, number)): Path<(String, String)>) -> Response {
    match build(&side, &number, None).await {
        Ok(page) => Page::secret(page).into_response(),
        Err(error) => side.visitor.fault(error),
    }
}

async fn build(side: &DeveloperSide, number: &str, sent: Option<(&str, Form)>) -> Result<DeveloperCasePage, Error> {
    let visitor = &side.visitor;
    let case = find(side, number).await?;
    let page = visitor.console.office.case_page(case, side.actor).await?;
    let own = page.view.developers.first().cloned().ok_or(Error::NotFound)?;
    let frame = visitor.frame();
    let mut forms = Forms::of(visitor.lang, &own);
    if let Some((name, form)) = sent {
        *forms.named(name) = form.with_ids(name);
    }
    let rows = (0..statements::rows(&forms.status)).collect();
    let content = page.view.content.as_ref().map_or_else(Vec::new, |content| {
        let said = ContentField::ALL.into_iter().filter(|field| !content.get(*field).trim().is_empty());
        said.map(|field| (names::content_field(visitor.lang, field), content.get(field).to_owned())).collect()
    });
    Ok(DeveloperCasePage {
        done: notices::done(&frame),
        stage: names::stage(visitor.lang, page.view.stage),
        duties: page.view.duties.iter().map(|duty| names::duty_line(&frame, duty, None)).collect(),
        text: AdvisoryText::of(&page),
        messages: messages(visitor.lang, &page),
        timeline: timeline(visitor.lang, &page),
        content,
        forms,
        rows,
        own,
        page,
        frame,
    })
}

fn messages(lang: Lang, page: &CasePage) -> Vec<Line> {
    let line = |message: &rulebook::report::state::Dated<rulebook::case::state::CaseMessage>| Line {
        at: message.at,
        who: names::party(lang, message.item.from),
        own: matches!(message.item.from, Party::Developer(_)),
        text: page.text(message.item.body).to_owned(),
    };
    page.view.messages.iter().map(line).collect()
}

fn timeline(lang: Lang, page: &CasePage) -> Vec<Happening> {
    let steps = page.view.timeline.iter().rev();
    steps.map(|step| Happening::new(When::At(step.at), names::event(lang, step.what))).collect()
}

async fn file(side: DeveloperSide, Path((_, number, file)): Path<(String, String, String)>) -> Response {
    let opened = async {
        let case = find(&side, &number).await?;
        let id: AttachmentId = file.parse().map_err(|_| Error::NotFound)?;
        side.visitor.console.office.case_file(case, side.actor, id).await
    };
    match opened.await {
        Ok((file, reader)) => crate::download::download(&file, reader),
        Err(error) => side.visitor.fault(error),
    }
}

/// Carries an order out, or shows the page again with everything that was typed.
async fn carry_out(
    side: &DeveloperSide,
    number: &str,
    name: &str,
    fields: &Fields,
    order: Result<CaseOrder, (&'static str, String)>,
) -> Response {
    let outcome = match order {
        Ok(order) => match find(side, number).await {
            Ok(case) => {
                let office = &side.visitor.console.office;
                office.act(case, side.actor, fields.seen().as_ref(), order).await
            }
            Err(error) => Err(error),
        },
        Err((field, words)) => {
            let mut form = fields.form(side.visitor.lang);
            form.wrong(field, words);
            return again(side, number, name, form, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    answer(side, number, name, fields, outcome).await
}

async fn answer(
    side: &DeveloperSide,
    number: &str,
    name: &str,
    fields: &Fields,
    outcome: Result<(), Error>,
) -> Response {
    let error = match outcome {
        Ok(()) => return see_other(&side.visitor.frame().href(format!("/developer/cases/{number}?done={name}"))),
        Err(error) => error,
    };
    let Some((words, status)) = fault::told(side.visitor.lang, &error) else { return side.visitor.fault(error) };
    let mut form = fields.form(side.visitor.lang);
    form.wrong("", words);
    again(side, number, name, form, status).await
}

async fn again(side: &DeveloperSide, number: &str, name: &str, form: Form, status: StatusCode) -> Response {
    match build(side, number, Some((name, form))).await {
        Ok(page) => Page::secret(page).status(status).into_response(),
        Err(error) => side.visitor.fault(error),
    }
}

type Number = Path<(String, String)>;

async fn confirm(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let outcome = async {
        let case = find(&side, &number).await?;
        let (person, mail) = (fields.get("person").to_owned(), fields.get("mail").to_owned());
        let office = &side.visitor.console.office;
        office.confirm_contact(case, side.actor, fields.seen().as_ref(), side.developer, person, mail).await
    };
    let outcome = outcome.await;
    answer(&side, &number, "confirm", &fields, outcome).await
}

async fn verification(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let order = statements::read_verification(side.visitor.lang, &fields);
    carry_out(&side, &number, "verification", &fields, order).await
}

async fn countermeasure(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let order = statements::read_countermeasure(side.visitor.lang, &fields);
    carry_out(&side, &number, "countermeasure", &fields, order).await
}

async fn status(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let order = statements::read_status(side.visitor.lang, &fields);
    carry_out(&side, &number, "status", &fields, order).await
}

async fn day(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let lang = side.visitor.lang;
    let order = match fields.day("day") {
        Ok(day) => Ok(CaseCommand::ProposeDay { day, comment: fields.get("comment").to_owned() }.into()),
        Err(()) => Err(("day", lang.t("developer-no-day").into_owned())),
    };
    carry_out(&side, &number, "day", &fields, order).await
}

async fn comment(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let agrees = fields.get("agrees") == "yes";
    let order = if fields.get("agrees").is_empty() {
        Err(("agrees", side.visitor.lang.t("developer-choose").into_owned()))
    } else {
        Ok(CaseCommand::CommentPreview { agrees, comment: fields.get("comment").to_owned() }.into())
    };
    carry_out(&side, &number, "comment", &fields, order).await
}

async fn message(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let thread = Thread::Developer(side.developer);
    let order = Ok(CaseOrder::Write { thread, text: fields.get("text").to_owned() });
    carry_out(&side, &number, "message", &fields, order).await
}

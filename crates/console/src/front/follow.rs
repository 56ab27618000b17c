//! The progress page: where the report is, what was said, what is shared with whom. Made from the finder's own view
//! (`casework::ReportPage`) and from nothing else.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::sites::SitePage;
use casework::{Error, FormDraft, ReportOrder, ReportPage};
use rulebook::action::Action;
use rulebook::case::CaseView;
use rulebook::report::ReportStage;
use rulebook::report::form::{Answer, Consents, MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, MAX_TEXT, ReportKind};
use ui::field::Field;
use ui::list::Facts;
use ui::markup::Markup;
use ui::notice::Notice;
use ui::progress::Happening;
use ui::{Choice, Form, Frame, Page};

use super::confirm::sees;
use super::drawer::Drawer;
use super::input::choice_label;
use super::items::{Control, items};
use super::now::{self, Now, SentFile, files_of};
use super::receipt::{place, readable};
use super::typed::{answer, label, short};
use super::upload::{FileLine, file_lines};
use super::{direct, ended, silence, site, site_talk, withdraw};
use crate::fault::told;
use crate::forms::Fields;
use crate::state::Console;
use crate::who::Finder;
use crate::{names, notices};

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/progress/report", get(show))
        .route("/{lang}/progress/consents", post(consents))
        .route("/{lang}/progress/secret", post(renew))
}

/// What is shown beside the view: forms as they were typed.
pub(super) struct Open {
    pub message: Form,
    /// One of the small forms that came back, by its name.
    pub sent: Option<(&'static str, Form)>,
    pub draft: FormDraft,
}

#[derive(Template)]
#[template(path = "front/follow.html")]
struct FollowPage {
    frame: Frame,
    done: Option<Notice>,
    number: String,
    title: String,
    now: Now,
    asked: bool,
    published: Vec<(String, String)>,
    further: Vec<Further>,
    withdrawn: Option<Notice>,
    ended: Option<Markup>,
    reclassified: Option<(String, String)>,
    known_at: String,
    problems: Vec<String>,
    days: Facts,
    path: Option<ui::path::StagePath>,
    timeline: Vec<Happening>,
    messages: Vec<Happening>,
    message: Form,
    files: Vec<FileLine>,
    most: usize,
    max_bytes: u64,
    max_text: usize,
    may_write: bool,
    consents: Form,
    consent_fields: Vec<Field>,
    sees: Vec<(String, String)>,
    report: Option<Facts>,
    sent_files: Vec<SentFile>,
    silence: Markup,
    direct: Option<(String, bool)>,
    operator: Option<(String, bool)>,
    withdraw: Option<Markup>,
    seen: String,
    contact: String,
}

async fn show(finder: Finder) -> Response {
    match Drawer::of_message(&finder.visitor).await {
        Ok(drawer) => {
            let open =
                Open { message: drawer.form(&finder.visitor).with_ids("message"), sent: None, draft: drawer.draft };
            page(&finder, open, StatusCode::OK).await
        }
        Err(error) => finder.visitor.fault(error),
    }
}

/// The page with its forms as they are.
pub(super) async fn page(finder: &Finder, open: Open, status: StatusCode) -> Response {
    let visitor = &finder.visitor;
    let loaded = async {
        let view = visitor.console.office.report_page(finder.report, finder.actor).await?;
        let site = site::of_report(finder, &view).await?;
        Ok::<_, Error>((view, site))
    };
    match loaded.await {
        Ok((view, site)) => Page::secret(build(finder, &view, site.as_ref(), open)).status(status).into_response(),
        Err(error) => visitor.fault(error),
    }
}

fn build(finder: &Finder, page: &ReportPage, site: Option<&SitePage>, open: Open) -> FollowPage {
    let visitor = &finder.visitor;
    let office = &visitor.console.office;
    let frame = visitor.frame();
    let kind = page.view.kind.unwrap_or_default();
    let sent = open.sent.as_ref();
    let consents = sent.filter(|(name, _)| *name == CONSENT).map(|(_, form)| form.clone());
    let consents = consents.unwrap_or_else(|| consents_form(&frame, &page.view.consents));
    // A report of a developer on its own product asks for no consents (Ⅳ.6), and neither does its page.
    let asks_consents = kind != ReportKind::OwnProduct && page.view.refusal(Action::ChangeConsents).is_none();
    let contact = &office.settings().partnership.contact;
    FollowPage {
        done: notices::done(&frame),
        number: page.view.number.clone(),
        title: page.view.title.clone(),
        now: site.map_or_else(|| now::now(&frame, page, page.case()), |site| site::now(&frame, site)),
        asked: !page.view.duties.is_empty(),
        published: page.case().into_iter().filter_map(|case| published(&frame, case)).collect(),
        further: further(&frame, page, office),
        withdrawn: withdraw::notice(&frame, page),
        ended: match site {
            Some(site) => site::ended(&frame, site, office),
            None => page.case().and_then(|case| ended::notice(&frame, page, case)),
        },
        reclassified: reclassified(&frame, page),
        known_at: match &page.view.stage {
            ReportStage::Rejected { known_at, .. } => known_at.clone(),
            _ => String::new(),
        },
        problems: page.view.problems.iter().map(|problem| names::problem(frame.lang, *problem)).collect(),
        days: match site {
            Some(site) => site::days(&frame, page, site),
            None => now::days(&frame, page, page.case(), office),
        },
        path: match site {
            Some(site) => Some(site::path(&frame, page, site, office)),
            None => now::path(&frame, page, office),
        },
        timeline: match site {
            Some(site) => site::timeline(&frame, page, site),
            None => now::timeline(&frame, page),
        },
        messages: now::messages(&frame, page),
        message: open.message,
        files: file_lines(&open.draft),
        most: MAX_ATTACHMENTS,
        max_bytes: MAX_ATTACHMENT_BYTES,
        max_text: MAX_TEXT,
        may_write: page.view.refusal(Action::WriteOnReport).is_none(),
        consent_fields: if asks_consents { consent_fields(&frame, kind, &consents) } else { Vec::new() },
        consents,
        sees: page.form.as_ref().map(|form| sees(&frame, &with_consents(form, page.view.consents))).unwrap_or_default(),
        report: page.form.as_ref().map(|form| answers(&frame, form)),
        sent_files: files_of(&page.view.attachments),
        direct: direct::line(&frame, page),
        operator: site.and_then(|site| site_talk::line(&frame, site)),
        silence: silence::section(&frame, page, office, sent),
        withdraw: withdraw::form(&frame, page, sent),
        seen: page.digest.as_str().to_owned(),
        contact: contact.get(crate::letters::language(frame.lang)).to_owned(),
        frame,
    }
}

fn with_consents(form: &rulebook::report::form::ReportForm, consents: Consents) -> rulebook::report::form::ReportForm {
    rulebook::report::form::ReportForm { consents, ..form.clone() }
}

/// Number and address of what was published.
fn published(frame: &Frame, case: &CaseView) -> Option<(String, String)> {
    let public = case.advisory.as_ref().filter(|advisory| !advisory.revisions.is_empty());
    public.map(|one| (one.number.clone(), frame.href(format!("/advisories/{}", one.number.replace('#', "")))))
}

/// A further case, opened for another vulnerability or product in the report.
struct Further {
    title: String,
    now: Now,
    ended: Option<Markup>,
    published: Option<(String, String)>,
    days: Facts,
    timeline: Vec<Happening>,
}

fn further(frame: &Frame, page: &ReportPage, office: &casework::Office) -> Vec<Further> {
    let cases = page.cases.iter().enumerate().skip(1);
    let shown = |(place, case): (usize, &casework::ReportCase)| Further {
        title: frame.t1("front-further", "place", place + 1),
        now: now::now(frame, page, Some(&case.view)),
        ended: ended::notice(frame, page, &case.view),
        published: published(frame, &case.view),
        days: now::days(frame, page, Some(&case.view), office),
        timeline: now::timeline_of(frame, page, &case.view),
    };
    cases.map(shown).collect()
}

/// The form that it is handled as now, and why it was moved there.
fn reclassified(frame: &Frame, page: &ReportPage) -> Option<(String, String)> {
    let reason = page.text(page.view.reclassified?).to_owned();
    Some((names::report_kind(frame.lang, page.view.kind), reason))
}

/// What was sent, in the words of the form.
fn answers(frame: &Frame, form: &rulebook::report::form::ReportForm) -> Facts {
    let json = serde_json::to_value(form).unwrap_or_default();
    let kind = form.kind;
    let mut facts = ui::facts(frame);
    for item in items(kind) {
        let Some(text) = json.get(item.name).and_then(serde_json::Value::as_str) else { continue };
        let text = match item.control {
            Control::YesNo | Control::OneOf(_) => choice_label(frame.lang, kind, item.name, text),
            Control::Day => text.parse().map_or_else(|_| text.to_owned(), |day: jiff::civil::Date| frame.day_text(day)),
            _ => text.to_owned(),
        };
        if !text.trim().is_empty() {
            facts = facts.add(short(frame.lang, kind, item.name), text);
        }
    }
    facts
}

/// Name of the form of the consents.
const CONSENT: &str = "consent";

const CONSENTS: [&str; 3] = ["share_identity", "direct_contact", "publish_name"];

fn consents_form(frame: &Frame, consents: &Consents) -> Form {
    let mut form = Form::new(frame.lang).with_ids(CONSENT);
    let answers = [consents.share_identity, consents.direct_contact, consents.publish_name];
    for (name, answer) in CONSENTS.into_iter().zip(answers) {
        match answer {
            Answer::Yes => form.set(name, "yes"),
            Answer::No => form.set(name, "no"),
            Answer::Unanswered | Answer::Both => {}
        }
    }
    form
}

fn consent_fields(frame: &Frame, kind: ReportKind, form: &Form) -> Vec<Field> {
    let asked = items(kind).filter(|item| CONSENTS.contains(&item.name));
    let field = |item: &super::items::Item| {
        let choices: Vec<Choice> = ["yes", "no"]
            .iter()
            .map(|word| Choice::new(word, choice_label(frame.lang, kind, item.name, word)))
            .collect();
        form.radios(item.name, label(frame.lang, kind, item.name), &choices)
    };
    asked.map(field).collect()
}

async fn consents(finder: Finder, fields: Fields) -> Response {
    let visitor = &finder.visitor;
    let wished = Consents {
        share_identity: answer(fields.get("share_identity")),
        direct_contact: answer(fields.get("direct_contact")),
        publish_name: answer(fields.get("publish_name")),
    };
    let seen = fields.seen();
    let order = ReportOrder::ChangeConsents(wished);
    match visitor.console.office.act_on_report(finder.report, finder.actor, seen.as_ref(), order).await {
        Ok(()) => notices::after(&visitor.frame().href("/progress/report#consents"), "consents-changed"),
        Err(error) => consents_again(&finder, &fields, error).await,
    }
}

async fn consents_again(finder: &Finder, fields: &Fields, error: Error) -> Response {
    again(finder, CONSENT, "share_identity", fields, error).await
}

/// The page with a small form that came back, what is wrong with it, and everything else as it was.
pub(super) async fn again(finder: &Finder, name: &'static str, field: &str, fields: &Fields, error: Error) -> Response {
    let visitor = &finder.visitor;
    let Some((words, status)) = told(visitor.lang, &error) else { return visitor.fault(error) };
    wrong(finder, name, field, fields, words, status).await
}

/// The same, with words.
pub(super) async fn wrong(
    finder: &Finder,
    name: &'static str,
    field: &str,
    fields: &Fields,
    words: impl std::fmt::Display,
    status: StatusCode,
) -> Response {
    let visitor = &finder.visitor;
    let mut form = fields.form(visitor.lang).with_ids(name);
    form.wrong(field, words);
    match Drawer::of_message(visitor).await {
        Ok(drawer) => {
            let message = drawer.form(visitor).with_ids("message");
            page(finder, Open { message, sent: Some((name, form)), draft: drawer.draft }, status).await
        }
        Err(error) => visitor.fault(error),
    }
}

#[derive(Template)]
#[template(path = "front/secret.html")]
struct SecretPage {
    frame: Frame,
    number: String,
    secret: String,
    place: String,
}

/// A new secret for the receipt; the old one stops working.
async fn renew(finder: Finder, _fields: Fields) -> Response {
    let visitor = &finder.visitor;
    let office = &visitor.console.office;
    let renewed = async {
        let page = office.report_page(finder.report, finder.actor).await?;
        Ok::<_, Error>((page.view.number, office.renew_receipt(finder.report).await?))
    };
    match renewed.await {
        Ok((number, secret)) => {
            let frame = visitor.frame().width(ui::Width::Reading);
            let page = SecretPage { frame, number, secret: readable(secret.as_str()), place: place(visitor) };
            Page::secret(page).into_response()
        }
        Err(error) => visitor.fault(error),
    }
}

//! The audit: the journal in figures, whether it is whole, and a case in Vultron's words. No text, no name, no content.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::Error;
use casework::audit::{JournalFacts, Verified};
use models::from_case::{CaseModel, Participant, Role};
use models::vultron::{CsState, Strength};
use ui::list::Facts;
use ui::notice::Notice;
use ui::{Form, Frame, Page, Query, Tone};

use crate::forms::{Fields, see_other};
use crate::state::Console;
use crate::who::{Auditor, Visitor};

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/audit", get(show))
        .route("/{lang}/desk/audit/verify", post(verify))
        .route("/{lang}/desk/audit/cases/{number}", get(case))
        .route("/{lang}/desk/audit/cases/{number}/vultron", get(download))
}

#[derive(Template)]
#[template(path = "desk/audit.html")]
struct AuditPage {
    frame: Frame,
    facts: JournalFacts,
    verified: Option<Notice>,
    broken: Vec<String>,
    verify: ui::page::PostForm,
    form: Form,
}

async fn show(Auditor(visitor): Auditor) -> Response {
    let frame = visitor.frame();
    let asked = Query::parse(&visitor.path).get("case").unwrap_or_default().trim().to_owned();
    let mut form = Form::new(visitor.lang);
    form.set("case", &asked);
    if !asked.is_empty() {
        match visitor.console.office.vultron(&asked).await {
            Ok(model) => return see_other(&frame.href(format!("/desk/audit/cases/{}", model.case))),
            Err(Error::NotFound) => form.wrong("case", frame.t("audit-no-such-case")),
            Err(error) => return visitor.fault(error),
        }
    }
    page(&visitor, form, None).await
}

/// Reads everything again, now.
async fn verify(Auditor(visitor): Auditor, _fields: Fields) -> Response {
    match visitor.console.office.verify_journal().await {
        Ok(verified) => page(&visitor, Form::new(visitor.lang), Some(verified)).await,
        Err(error) => visitor.fault(error),
    }
}

async fn page(visitor: &Visitor, form: Form, verified: Option<Verified>) -> Response {
    let facts = match visitor.console.office.journal_facts().await {
        Ok(facts) => facts,
        Err(error) => return visitor.fault(error),
    };
    let frame = visitor.frame();
    let broken = verified.iter().flat_map(|one| one.report.broken.iter().chain(&one.since));
    let mut broken: Vec<String> = broken.map(ToString::to_string).collect();
    broken.dedup();
    let page = AuditPage {
        verified: verified.as_ref().map(|verified| result(&frame, verified)),
        verify: frame.post(frame.href("/desk/audit/verify"), ui::button(frame.t("audit-verify"))),
        broken,
        facts,
        form,
        frame,
    };
    Page::secret(page).into_response()
}

fn result(frame: &Frame, verified: &Verified) -> Notice {
    let report = &verified.report;
    let read = frame.t2("audit-read", "streams", report.streams, "events", report.events);
    let beside = frame.t2("audit-read-beside", "texts", report.texts, "files", report.files);
    let held = match &verified.checkpoint {
        Some(checkpoint) => frame.t1("audit-held-against", "events", checkpoint.events),
        None => frame.t("audit-no-checkpoint").into_owned(),
    };
    let (tone, key) = if verified.is_whole() { (Tone::Success, "audit-whole") } else { (Tone::Error, "audit-broken") };
    ui::notice(frame, tone, frame.t(key)).body(format!("{read} {beside} {held}")).announced()
}

/// A participant as the page tells of it: states as letters, with their words.
struct Line {
    who: String,
    roles: String,
    rm: (&'static str, String),
    pec: String,
    cs: String,
}

#[derive(Template)]
#[template(path = "desk/audit_case.html")]
struct AuditCasePage {
    frame: Frame,
    number: String,
    facts: Facts,
    lines: Vec<Line>,
    illegal: Vec<(String, &'static str)>,
    advice: Vec<(String, &'static str)>,
    steps: usize,
    download: String,
}

async fn case(Auditor(visitor): Auditor, Path((_, number)): Path<(String, String)>) -> Response {
    match visitor.console.office.vultron(&number).await {
        Ok(model) => Page::secret(told(visitor.frame(), model)).into_response(),
        Err(error) => visitor.fault(error),
    }
}

fn told(frame: Frame, model: CaseModel) -> AuditCasePage {
    let embargo = model.embargo;
    let em = embargo.state.letter();
    let facts = ui::facts(&frame).in_line();
    let facts = facts.add(frame.t("audit-em"), format!("{em} {}", frame.t(format!("audit-em-{}", em.to_lowercase()))));
    let facts = match embargo.ends_on {
        Some(day) => facts.add_markup(frame.t("audit-em-ends"), frame.day(day)),
        None => facts,
    };
    let facts = facts.add(frame.t("audit-pxa"), model.pxa);
    let found = |strength: Strength| {
        let these = model.violations.iter().filter(|one| one.strength == strength);
        these.map(|one| (one.who.as_deref().map_or_else(String::new, |who| name(&frame, who)), one.rule)).collect()
    };
    AuditCasePage {
        facts,
        lines: model.participants.iter().map(|one| line(&frame, &model, one)).collect(),
        illegal: found(Strength::Must),
        advice: found(Strength::Should),
        steps: model.steps.len(),
        download: frame.href(format!("/desk/audit/cases/{}/vultron", model.case)),
        number: model.case,
        frame,
    }
}

fn line(frame: &Frame, model: &CaseModel, one: &Participant) -> Line {
    let rm = one.rm.letter();
    let role = |role: &Role| match role {
        Role::Reporter => frame.t("audit-role-reporter"),
        Role::Coordinator => frame.t("audit-role-coordinator"),
        Role::Vendor => frame.t("audit-role-vendor"),
    };
    Line {
        who: name(frame, &one.party),
        roles: one.roles.iter().map(role).collect::<Vec<_>>().join(" / "),
        rm: (rm, frame.t(format!("audit-rm-{}", rm.to_lowercase())).into_owned()),
        pec: one.pec.word().to_owned(),
        cs: one.vfd.map_or_else(|| "—".to_owned(), |vfd| CsState { vfd, pxa: model.pxa }.to_string()),
    }
}

/// `developer-1` in words.
fn name(frame: &Frame, party: &str) -> String {
    match party.split_once('-') {
        Some(("developer", place)) => frame.t1("audit-party-developer", "place", place),
        Some(("finder", place)) => frame.t1("audit-party-finder", "place", place),
        _ if party == "overseas" => frame.t("audit-party-overseas").into_owned(),
        _ => crate::names::party_word(frame.lang, party),
    }
}

/// The same as JSON, with every step.
async fn download(Auditor(visitor): Auditor, Path((_, number)): Path<(String, String)>) -> Response {
    let model = match visitor.console.office.vultron(&number).await {
        Ok(model) => model,
        Err(error) => return visitor.fault(error),
    };
    let mut response = serde_json::to_vec_pretty(&model).expect("states are plain data").into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = format!("attachment; filename=\"vultron-{}.json\"", model.case);
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    response
}

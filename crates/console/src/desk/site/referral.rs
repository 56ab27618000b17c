//! What somebody outside is given about a website case (Ⅴ.3.7), as a text to be sent by a way that both trust. Its name
//! says nothing: not the site, not the operator, not why.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use casework::Error;
use rulebook::site::SiteDisclosureGround;
use rulebook::site::record::SiteDisclosure;

use super::{Desk, Place, load, words};
use crate::download::saved;
use crate::names;
use crate::site_names;
use crate::state::Console;
use crate::who::ReceivingDesk;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/sites/{number}/told/{place}", get(fetch))
}

async fn fetch(ReceivingDesk(staff): ReceivingDesk, Path((_, number, place)): Path<(String, String, u32)>) -> Response {
    let desk = match load(&staff, &number, Place::Outside, None).await {
        Ok(desk) => desk,
        Err(error) => return staff.visitor.fault(error),
    };
    let Some(told) = desk.view().disclosures.iter().find(|one| one.number == place) else {
        return staff.visitor.fault(Error::NotFound);
    };
    let name = format!("{}-{place}.txt", desk.view().number);
    saved(package(&desk, told).into_bytes(), "text/plain; charset=utf-8", &name)
}

/// A heading with what stands below it; nothing where there is nothing.
fn part(text: &mut String, heading: impl std::fmt::Display, said: &str) {
    if !said.trim().is_empty() {
        text.push_str(&format!("[{heading}]\n{}\n\n", said.trim()));
    }
}

fn package(desk: &Desk<'_>, told: &SiteDisclosure) -> String {
    let (frame, view) = (&desk.frame, desk.view());
    let lang = frame.lang;
    let mut text = format!("{}\n\n", frame.t("site-desk-package-title"));
    part(&mut text, frame.t("site-desk-package-number"), &format!("{}-{}", view.number, told.number));
    part(&mut text, frame.t("site-desk-package-on"), &frame.day_text(told.on));
    part(&mut text, frame.t("site-desk-told-to"), &told.to);
    let ground = words::ground(lang, &desk.edition().lists, told.ground);
    part(&mut text, frame.t("site-desk-ground"), &format!("{ground} ({})", told.ground.clause()));
    part(&mut text, frame.t("site-desk-purpose"), &told.purpose);
    for field in rulebook::site::SiteField::ALL {
        part(&mut text, site_names::field(lang, field), told.content.get(field));
    }
    let files = view.attachments.iter().filter(|file| told.attachments.contains(&file.id));
    let files: Vec<&str> = files.map(|file| file.name.as_str()).collect();
    part(&mut text, frame.t("desk-files"), &files.join("\n"));
    if told.ground == SiteDisclosureGround::PersonalDataLeak {
        referral(desk, &mut text);
    }
    part(&mut text, frame.t("site-desk-package-secret"), &frame.t("site-desk-package-secrecy"));
    text
}

/// What the commission needs to act: who runs the site, why a leak is feared, what was tried, and what came of it.
fn referral(desk: &Desk<'_>, text: &mut String) {
    let (frame, view) = (&desk.frame, desk.view());
    if let Some(operator) = &view.operator {
        let category = site_names::category(frame.lang, operator.category);
        part(text, frame.t("site-desk-operator"), &format!("{} ({category})", operator.name));
    }
    if let Some((on, why)) = &view.leak.feared {
        part(text, frame.t("site-desk-feared"), &format!("{}\n{why}", frame.day_text(*on)));
    }
    let attempt = |one: &rulebook::site::record::SiteAttempt| {
        let (means, outcome) = (names::means(frame.lang, one.means), names::outcome(frame.lang, one.outcome));
        format!("{} {means} {} {outcome}", frame.day_text(one.on), one.to)
    };
    let attempts: Vec<String> = view.attempts.iter().map(attempt).collect();
    part(text, frame.t("desk-attempts"), &attempts.join("\n"));
    let answer = |one: &rulebook::report::state::Dated<rulebook::site::record::AnswerGiven>| {
        let said = words::answer(frame.lang, one.item.answer);
        format!("{} {said} {}", frame.day_text(one.item.on), one.item.words)
    };
    let answers: Vec<String> = view.answers.iter().map(answer).collect();
    part(text, frame.t("site-desk-answers"), &answers.join("\n"));
}

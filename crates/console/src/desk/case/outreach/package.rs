//! What goes to somebody outside: the package as a page to print and as data, and the agreement to be signed.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Error;
use casework::outreach::AgreementForm;
use rulebook::case::ContentField;
use rulebook::case::outreach::Package;
use rulebook::text::Language;
use ui::list::Facts;
use ui::{Frame, Lang, Page, Width};

use super::AGREEMENT;
use crate::desk::case::{Place, find, render};
use crate::desk::sent::Sent;
use crate::download::saved;
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::Staff;

type Number = Path<(String, String)>;
type Numbered = Path<(String, String, u32)>;

/// Longest line of an agreement, in characters.
const MAX_LINE: usize = 200;

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/outreach/packages/{place}", get(show))
        .route("/{lang}/desk/cases/{number}/outreach/packages/{place}/json", get(json))
}

#[derive(Template)]
#[template(path = "desk/case/outreach/package.html")]
struct PackagePage {
    frame: Frame,
    back: String,
    json: String,
    title: String,
    facts: Facts,
    parts: Vec<(String, String)>,
    files: Vec<(String, String)>,
    constraints: Vec<String>,
    tlp: String,
}

async fn load(staff: &Staff, number: &str, disclosure: u32) -> Result<Package, Error> {
    let id = find(staff, number).await?;
    staff.visitor.console.office.outreach_package(id, staff.actor, disclosure).await
}

async fn show(staff: Staff, Path((_, number, disclosure)): Numbered) -> Response {
    match load(&staff, &number, disclosure).await {
        Ok(package) => Page::secret(page(&staff, &package, disclosure)).into_response(),
        Err(error) => staff.visitor.fault(error),
    }
}

/// The parts of the copy that say something, in the words of a language.
fn parts(lang: Lang, package: &Package) -> Vec<(ContentField, String, String)> {
    let said = ContentField::ALL.into_iter().filter(|field| !package.content.get(*field).trim().is_empty());
    said.map(|field| (field, names::content_field(lang, field), package.content.get(field).to_owned())).collect()
}

fn constraints(lang: Lang, package: &Package) -> Vec<String> {
    let words = package.constraints.iter().map(|one| lang.t(format!("constraint-{}", one.word())).into_owned());
    words.collect()
}

fn page(staff: &Staff, package: &Package, disclosure: u32) -> PackagePage {
    let frame = staff.visitor.frame().width(Width::Reading);
    let lang = frame.lang;
    let to = [package.recipient.name.as_str(), package.recipient.contact.as_str()].join("\n");
    let facts = ui::facts(&frame)
        .add(frame.t("package-from"), package.from.get(crate::letters::language(lang)))
        .add(frame.t("package-to"), to.trim())
        .add(frame.t("package-number"), &package.number)
        .add(frame.t("package-on"), frame.day_text(package.on))
        .add(frame.t("outreach-purpose"), &package.purpose);
    let facts = match &package.nda {
        Some(nda) => facts.add(frame.t("outreach-nda"), format!("{} ({})", nda.reference, frame.day_text(nda.on))),
        None => facts,
    };
    let facts = match (package.day, package.target_day) {
        (Some(day), _) => facts.add(frame.t("package-day"), frame.day_text(day)),
        (None, Some(day)) => facts.add(frame.t("package-target"), frame.day_text(day)),
        (None, None) => facts.add(frame.t("package-day"), frame.t("package-day-open")),
    };
    let base = frame.href(format!("/desk/cases/{}", package.number));
    PackagePage {
        back: format!("{base}/outreach#told"),
        json: format!("{base}/outreach/packages/{disclosure}/json"),
        title: frame.t1("package-title", "number", &package.number),
        facts,
        parts: parts(lang, package).into_iter().map(|(_, name, text)| (name, text)).collect(),
        files: package.attachments.iter().map(|file| (file.name.clone(), ui::numbers::bytes(file.size))).collect(),
        constraints: constraints(lang, package),
        tlp: names::tlp(package.tlp),
        frame,
    }
}

/// The same as data: words in English, texts as they were told.
async fn json(staff: Staff, Path((_, number, disclosure)): Numbered) -> Response {
    let package = match load(&staff, &number, disclosure).await {
        Ok(package) => package,
        Err(error) => return staff.visitor.fault(error),
    };
    let content: serde_json::Map<String, serde_json::Value> =
        parts(Lang::En, &package).into_iter().map(|(field, _, text)| (field.word().to_owned(), text.into())).collect();
    let files = package.attachments.iter().map(|file| serde_json::json!({ "name": file.name, "bytes": file.size }));
    let data = serde_json::json!({
        "case": package.number,
        "from": package.from.en,
        "to": {
            "kind": package.recipient.kind.word(),
            "name": package.recipient.name,
            "contact": package.recipient.contact,
        },
        "told_on": package.on,
        "ground": package.ground.word(),
        "purpose": package.purpose,
        "nda": package.nda.as_ref().map(|nda| serde_json::json!({ "reference": nda.reference, "since": nda.on })),
        "publication_day": package.day,
        "day_aimed_at": package.target_day,
        "tlp": names::tlp(package.tlp),
        "constraints": constraints(Lang::En, &package),
        "content": content,
        "files": files.collect::<Vec<_>>(),
    });
    let bytes = serde_json::to_vec_pretty(&data).unwrap_or_default();
    saved(bytes, "application/json", &format!("{}-package-{disclosure}.json", package.number))
}

/// The agreement to be signed, as PDF. Nothing changes by it.
pub(super) async fn agreement(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let lang = staff.visitor.lang;
    let wrong = |field: &str, key: &'static str| Sent::wrong(lang, AGREEMENT, &fields, field, lang.t(key));
    let form = match read(&fields) {
        Ok(form) => form,
        Err((field, key)) => return render(&staff, &number, Place::Outreach, Some(wrong(field, key))).await,
    };
    let made = async {
        let id = find(&staff, &number).await?;
        staff.visitor.console.office.agreement_paper(id, staff.actor, form).await
    };
    match made.await {
        Ok(bytes) => saved(bytes, "application/pdf", &format!("{number}-nda.pdf")),
        Err(Error::Unprintable(_)) => {
            render(&staff, &number, Place::Outreach, Some(wrong("with", "outreach-unprintable"))).await
        }
        Err(error) => staff.visitor.fault(error),
    }
}

fn read(fields: &Fields) -> Result<AgreementForm, (&'static str, &'static str)> {
    for name in ["with", "address"] {
        match fields.get(name).chars().count() {
            0 => return Err((name, "refusal-text-missing")),
            long if long > MAX_LINE => return Err((name, "refusal-text-too-long")),
            _ => {}
        }
    }
    let years = fields.get("years").parse().ok().filter(|years| (1..=20).contains(years));
    let on = fields.day("on").ok().flatten();
    Ok(AgreementForm {
        with: fields.get("with").to_owned(),
        address: fields.get("address").to_owned(),
        for_analysis: fields.get("purpose") != "overseas",
        language: fields.get("language").parse().unwrap_or(Language::Ja),
        on: on.ok_or(("on", "desk-day-unreadable"))?,
        years: years.ok_or(("years", "outreach-years-wrong"))?,
    })
}

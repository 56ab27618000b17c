//! One thing for several developers of a case: their links, or their details. Each is a command of its own; what does
//! not go is told by name, and the others are done.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::{Error, Office};
use rulebook::case::outreach::Involvement;
use rulebook::case::view::DeveloperView;
use rulebook::case::{CaseCommand, OutreachCommand};
use rulebook::ids::{AttachmentId, CaseId};

use super::{Place, answer, find, handover, outreach, render};
use crate::desk::copy;
use crate::desk::sent::Sent;
use crate::fault;
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

/// Name of the form.
pub(super) const NAME: &str = "together";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/together/link", post(link))
        .route("/{lang}/desk/cases/{number}/together/release", post(release))
        .route("/{lang}/desk/cases/{number}/together/involvement", post(involve))
}

async fn link(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let outcome = each(&staff, &number, &fields, What::Link).await;
    tell(&staff, &number, &fields, outcome, "links-sent").await
}

async fn release(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Path<(String, String)>,
    mut fields: Fields,
) -> Response {
    fields.0.push(("do".to_owned(), "release".to_owned()));
    let files = match handover::ticked_files(&staff, &number, &fields).await {
        Ok(files) => files,
        Err(error) => return staff.visitor.fault(error),
    };
    let outcome = each(&staff, &number, &fields, What::Release(files)).await;
    tell(&staff, &number, &fields, outcome, "details-released").await
}

async fn involve(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Path<(String, String)>,
    mut fields: Fields,
) -> Response {
    fields.0.push(("do".to_owned(), "involve".to_owned()));
    let (involvement, wave) = match outreach::chosen_involvement(&fields) {
        Ok(chosen) => chosen,
        Err((field, key)) => {
            let sent = Sent::wrong(staff.visitor.lang, NAME, &fields, field, staff.visitor.lang.t(key));
            return render(&staff, &number, Place::Case, Some(sent)).await;
        }
    };
    let outcome = each(&staff, &number, &fields, What::Involve(involvement, wave)).await;
    tell(&staff, &number, &fields, outcome, "involvement-set").await
}

enum What {
    Link,
    Involve(Involvement, u32),
    Release(Vec<AttachmentId>),
}

/// Developers for which it was not done, each with the reason.
type Failed = Vec<(String, Error)>;

async fn tell(staff: &Staff, number: &str, fields: &Fields, outcome: Result<Failed, Error>, done: &str) -> Response {
    let lang = staff.visitor.lang;
    let failed = match outcome {
        Ok(failed) => failed,
        Err(error) => return answer(staff, number, Place::Case, NAME, fields, Err(error), done).await,
    };
    if !fields.has("party") {
        let sent = Sent::wrong(lang, NAME, fields, "form", lang.t("desk-together-none"));
        return render(staff, number, Place::Case, Some(sent)).await;
    }
    if failed.is_empty() {
        return answer(staff, number, Place::Case, NAME, fields, Ok(()), done).await;
    }
    let words = |(name, error): &(String, Error)| {
        let why = fault::told(lang, error).map_or_else(|| lang.t("console-unusable").into_owned(), |(words, _)| words);
        lang.t2("desk-together-failed", "name", name, "why", why)
    };
    let told: Vec<String> = failed.iter().map(words).collect();
    let sent = Sent::wrong(lang, NAME, fields, "form", told.join(" "));
    render(staff, number, Place::Case, Some(sent)).await
}

/// The first is decided on what the page showed; the others follow from the same form.
async fn each(staff: &Staff, number: &str, fields: &Fields, what: What) -> Result<Failed, Error> {
    let office = &staff.visitor.console.office;
    let case = find(staff, number).await?;
    let page = office.case_page(case, staff.actor).await?;
    let places = fields.all("party").filter_map(|place| place.parse::<usize>().ok());
    let ticked: Vec<&DeveloperView> =
        places.filter_map(|place| page.view.developers.get(place.wrapping_sub(1))).collect();
    if fields.seen().is_some_and(|seen| seen != page.digest) {
        return Err(Error::Stale);
    }
    let mut failed = Failed::new();
    for side in ticked {
        match one(office, staff, case, side, fields, &what).await {
            Ok(()) => {}
            Err(error @ (Error::Refused(_) | Error::Unusable(_))) => failed.push((side.name.clone(), error)),
            Err(error) => return Err(error),
        }
    }
    Ok(failed)
}

async fn one(
    office: &Office,
    staff: &Staff,
    case: CaseId,
    side: &DeveloperView,
    fields: &Fields,
    what: &What,
) -> Result<(), Error> {
    let developer = side.id;
    let command = match what {
        What::Link => {
            let (state, _) = office.developer(developer, staff.actor).await?;
            CaseCommand::SendAnswerLink { developer, to: state.entry.mail.trim().to_owned() }
        }
        What::Involve(involvement, wave) => {
            let (involvement, wave) = (*involvement, *wave);
            CaseCommand::Outreach(OutreachCommand::SetInvolvement { developer, involvement, wave })
        }
        What::Release(files) => {
            CaseCommand::ReleaseDetails { developer, fields: copy::ticked(fields), attachments: files.clone() }
        }
    };
    office.act(case, staff.actor, None, command.into()).await
}

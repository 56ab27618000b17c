//! What the forms of the page send.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use rulebook::case::CaseCommand;
use rulebook::case::ending::{DropGround, EndingCommand, EndingGround, FixPlan, Refused, StopUsing};
use rulebook::ids::DeveloperId;
use rulebook::report::form::MAX_TEXT;

use super::{DROP, REFUSAL, RESUME, STOP, SUPPORT};
use crate::desk::case::read::{Held, Wrong, carry_out, day, developer, text};
use crate::desk::case::{Place, render};
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{CoordinatorDesk, ReceivingDesk, Staff};

type Number = Path<(String, String)>;

/// Longest name of a product, in characters.
const MAX_NAME: usize = 200;

pub(in crate::desk::case) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/cases/{number}/ending", get(show))
        .route("/{lang}/desk/cases/{number}/ending/drop", post(drop_publication))
        .route("/{lang}/desk/cases/{number}/ending/stop", post(stop))
        .route("/{lang}/desk/cases/{number}/ending/resume", post(resume))
        .route("/{lang}/desk/cases/{number}/ending/refusal", post(refusal))
        .route("/{lang}/desk/cases/{number}/ending/support", post(support))
}

async fn show(staff: Staff, Path((_, number)): Number) -> Response {
    render(&staff, &number, Place::Ending, None).await
}

async fn drop_publication(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Number,
    fields: Fields,
) -> Response {
    let read = async {
        let ground = DropGround::of_word(fields.get("ground")).ok_or(Held::Wrong("ground", "ending-choose-ground"))?;
        let reason = text(&fields, "reason", MAX_TEXT)?;
        let said_by = match fields.get("said_by") {
            "" => None,
            _ => Some(developer(&staff, &number, &fields, "said_by").await?),
        };
        Ok::<_, Held>(EndingCommand::Drop { ground, said_by, reason })
    };
    let read = read.await;
    give(&staff, &number, DROP, &fields, read, "publication-dropped").await
}

async fn stop(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = || {
        let ground =
            EndingGround::of_word(fields.get("ground")).ok_or(Held::Wrong("ground", "ending-choose-ground"))?;
        Ok(EndingCommand::Stop { ground, reason: text(&fields, "reason", MAX_TEXT)? })
    };
    give(&staff, &number, STOP, &fields, read(), "handling-stopped").await
}

async fn resume(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let read = text(&fields, "reason", MAX_TEXT).map(|reason| EndingCommand::Resume { reason });
    give(&staff, &number, RESUME, &fields, read.map_err(Held::from), "handling-resumed").await
}

async fn refusal(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = async {
        let developer = developer(&staff, &number, &fields, "developer").await?;
        let what = Refused::of_word(fields.get("what")).ok_or(Held::Wrong("what", "ending-choose-refused"))?;
        Ok(EndingCommand::RecordRefusal { developer, what, statement: text(&fields, "statement", MAX_TEXT)? })
    };
    let read = read.await;
    give(&staff, &number, REFUSAL, &fields, read, "refusal-recorded").await
}

async fn support(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = async {
        let developer = developer(&staff, &number, &fields, "developer").await?;
        Ok(read_support(&fields, developer)?)
    };
    let read = read.await;
    give(&staff, &number, SUPPORT, &fields, read, "support-stated").await
}

/// The end of a product's support, whoever states it.
pub(crate) fn read_support(fields: &Fields, developer: DeveloperId) -> Result<EndingCommand, Wrong> {
    let product = text(fields, "product", MAX_NAME)?;
    let ended_on = day(fields, "ended_on")?;
    let fix = FixPlan::of_word(fields.get("fix")).ok_or(("fix", "ending-choose-fix"))?;
    let agrees = StopUsing::of_word(fields.get("agrees")).ok_or(("agrees", "ending-choose-agrees"))?;
    Ok(EndingCommand::StateEndOfSupport { developer, product, ended_on, fix, agrees })
}

async fn give(
    staff: &Staff,
    number: &str,
    name: &str,
    fields: &Fields,
    read: Result<EndingCommand, Held>,
    done: &str,
) -> Response {
    carry_out(staff, (number, Place::Ending), name, fields, read.map(CaseCommand::Ending), done).await
}

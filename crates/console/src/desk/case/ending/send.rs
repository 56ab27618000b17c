//! What the forms of the page send.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use casework::Error;
use rulebook::case::CaseCommand;
use rulebook::case::ending::{DropGround, EndingCommand, EndingGround, FixPlan, Refused, StopUsing};
use rulebook::ids::DeveloperId;
use rulebook::report::form::MAX_TEXT;

use super::{DROP, REFUSAL, RESUME, STOP, SUPPORT};
use crate::desk::case::{Place, act, answer, developer_at, render};
use crate::desk::sent::Sent;
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

/// A field that is wrong, and the key of what is wrong with it.
type Wrong = (&'static str, &'static str);

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
    carry_out(&staff, &number, DROP, &fields, read, "publication-dropped").await
}

async fn stop(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = || {
        let ground =
            EndingGround::of_word(fields.get("ground")).ok_or(Held::Wrong("ground", "ending-choose-ground"))?;
        Ok(EndingCommand::Stop { ground, reason: text(&fields, "reason", MAX_TEXT)? })
    };
    carry_out(&staff, &number, STOP, &fields, read(), "handling-stopped").await
}

async fn resume(staff: Staff, Path((_, number)): Number, fields: Fields) -> Response {
    let read = text(&fields, "reason", MAX_TEXT).map(|reason| EndingCommand::Resume { reason });
    carry_out(&staff, &number, RESUME, &fields, read.map_err(Held::from), "handling-resumed").await
}

async fn refusal(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = async {
        let developer = developer(&staff, &number, &fields, "developer").await?;
        let what = Refused::of_word(fields.get("what")).ok_or(Held::Wrong("what", "ending-choose-refused"))?;
        Ok(EndingCommand::RecordRefusal { developer, what, statement: text(&fields, "statement", MAX_TEXT)? })
    };
    let read = read.await;
    carry_out(&staff, &number, REFUSAL, &fields, read, "refusal-recorded").await
}

async fn support(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let read = async {
        let developer = developer(&staff, &number, &fields, "developer").await?;
        Ok(read_support(&fields, developer)?)
    };
    let read = read.await;
    carry_out(&staff, &number, SUPPORT, &fields, read, "support-stated").await
}

/// The end of a product's support, whoever states it.
pub(crate) fn read_support(fields: &Fields, developer: DeveloperId) -> Result<EndingCommand, Wrong> {
    let product = text(fields, "product", MAX_NAME)?;
    let Ok(Some(ended_on)) = fields.day("ended_on") else { return Err(("ended_on", "desk-day-unreadable")) };
    let fix = FixPlan::of_word(fields.get("fix")).ok_or(("fix", "ending-choose-fix"))?;
    let agrees = StopUsing::of_word(fields.get("agrees")).ok_or(("agrees", "ending-choose-agrees"))?;
    Ok(EndingCommand::StateEndOfSupport { developer, product, ended_on, fix, agrees })
}

/// A text that must say something.
fn text(fields: &Fields, name: &'static str, most: usize) -> Result<String, Wrong> {
    let text = fields.get(name);
    match text.chars().count() {
        0 => Err((name, "refusal-text-missing")),
        long if long > most => Err((name, "refusal-text-too-long")),
        _ => Ok(text.to_owned()),
    }
}

/// What keeps a form from becoming a command.
enum Held {
    Wrong(&'static str, &'static str),
    Error(Error),
}

impl From<Wrong> for Held {
    fn from((field, key): Wrong) -> Self {
        Held::Wrong(field, key)
    }
}

/// The developer that a field names by its place on the case.
async fn developer(staff: &Staff, number: &str, fields: &Fields, name: &'static str) -> Result<DeveloperId, Held> {
    let place = fields.get(name).parse().map_err(|_| Held::Wrong(name, "ending-choose-developer"))?;
    let side = developer_at(staff, number, place).await;
    side.map(|side| side.id).map_err(|error| match error {
        Error::NotFound => Held::Wrong(name, "ending-choose-developer"),
        other => Held::Error(other),
    })
}

async fn carry_out(
    staff: &Staff,
    number: &str,
    name: &str,
    fields: &Fields,
    read: Result<EndingCommand, Held>,
    done: &str,
) -> Response {
    let command = match read {
        Ok(command) => command,
        Err(Held::Wrong(field, key)) => {
            let sent = Sent::wrong(staff.visitor.lang, name, fields, field, staff.visitor.lang.t(key));
            return render(staff, number, Place::Ending, Some(sent)).await;
        }
        Err(Held::Error(error)) => return staff.visitor.fault(error),
    };
    let outcome = act(staff, number, fields, CaseCommand::Ending(command)).await;
    answer(staff, number, Place::Ending, name, fields, outcome, done).await
}

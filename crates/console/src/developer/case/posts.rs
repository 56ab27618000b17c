//! What the forms of the page send, as orders.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use casework::{CaseOrder, Error};
use rulebook::case::Thread;
use ui::Trouble;

use super::forms::Kind;
use super::more::{More, send};
use super::{Sent, find, render, signal};
use crate::brought::{self, Brought, Held, WITH_MESSAGE};
use crate::developer::statements::{self, Wrong};
use crate::fault;
use crate::forms::{Fields, see_other};
use crate::front::upload::Parts;
use crate::state::Console;
use crate::who::DeveloperSide;

type Number = Path<(String, String)>;

pub(super) fn routes(case: &str) -> Router<Console> {
    let way = |kind: Kind| format!("{case}/{}", kind.word());
    Router::new()
        .route(&way(Kind::Confirm), post(confirm))
        .route(&way(Kind::Verification), post(verification))
        .route(&way(Kind::Countermeasure), post(countermeasure))
        .route(&way(Kind::Status), post(status))
        .route(&way(Kind::Day), post(day))
        .route(&way(Kind::Comment), post(comment))
        .route(&way(Kind::Message), post(message).layer(DefaultBodyLimit::max(WITH_MESSAGE.request())))
        .route(&way(Kind::Signal), post(signal::send))
        .route(&way(Kind::More(More::Refusal)), post(|side, number, fields| send(More::Refusal, side, number, fields)))
        .route(&way(Kind::More(More::Support)), post(|side, number, fields| send(More::Support, side, number, fields)))
        .route(
            &way(Kind::More(More::Acknowledge)),
            post(|side, number, fields| send(More::Acknowledge, side, number, fields)),
        )
        .route(&way(Kind::More(More::Site)), post(|side, number, fields| send(More::Site, side, number, fields)))
        .route(&way(Kind::More(More::Users)), post(|side, number, fields| send(More::Users, side, number, fields)))
        .route(&way(Kind::More(More::Told)), post(|side, number, fields| send(More::Told, side, number, fields)))
        .route(&way(Kind::More(More::Wish)), post(|side, number, fields| send(More::Wish, side, number, fields)))
        .route(&way(Kind::More(More::Talk)), post(|side, number, fields| send(More::Talk, side, number, fields)))
        .route(&way(Kind::More(More::Direct)), post(|side, number, fields| send(More::Direct, side, number, fields)))
        .route(&way(Kind::More(More::Opinion)), post(|side, number, fields| send(More::Opinion, side, number, fields)))
        .route(&way(Kind::More(More::View)), post(|side, number, fields| send(More::View, side, number, fields)))
}

async fn confirm(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let (person, mail) = match statements::read_contact(side.visitor.lang, &fields) {
        Ok(contact) => contact,
        Err(wrong) => return again(&side, &number, Kind::Confirm, &fields, wrong).await,
    };
    let outcome = async {
        let case = find(&side, &number).await?;
        let office = &side.visitor.console.office;
        office.confirm_contact(case, side.actor, fields.seen().as_ref(), side.developer, person, mail).await
    };
    let outcome = outcome.await;
    answer(&side, &number, Kind::Confirm, &fields, outcome).await
}

async fn verification(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let order = statements::read_verification(side.visitor.lang, &fields);
    carry_out(&side, &number, Kind::Verification, &fields, order).await
}

async fn countermeasure(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let order = statements::read_countermeasure(side.visitor.lang, &fields);
    carry_out(&side, &number, Kind::Countermeasure, &fields, order).await
}

/// Asked for more rows, it shows the page again with everything typed.
async fn status(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    if fields.has("more") {
        let form = fields.form(side.visitor.lang);
        let sent = Sent { kind: Kind::Status, form: form.with_ids(Kind::Status.word()), status: StatusCode::OK };
        return render(&side, &number, Some(sent)).await;
    }
    let order = statements::read_status(side.visitor.lang, &fields);
    carry_out(&side, &number, Kind::Status, &fields, order).await
}

async fn day(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let order = statements::read_day(side.visitor.lang, &fields);
    carry_out(&side, &number, Kind::Day, &fields, order).await
}

async fn comment(side: DeveloperSide, Path((_, number)): Number, fields: Fields) -> Response {
    let order = statements::read_comment(side.visitor.lang, &fields);
    carry_out(&side, &number, Kind::Comment, &fields, order).await
}

/// What is typed comes back when something is wrong; files are chosen again.
async fn message(side: DeveloperSide, Path((_, number)): Number, parts: Parts) -> Response {
    let lang = side.visitor.lang;
    let Brought { fields, files } = match brought::read(parts, &side.visitor, WITH_MESSAGE).await {
        Ok(brought) => brought,
        Err(Held::Foreign) => return Trouble::Forbidden.respond(side.visitor.frame()),
        Err(Held::Error(error)) => return side.visitor.fault(error),
        Err(Held::Unfit(fields, key)) => {
            let wrong = (WITH_MESSAGE.field.to_owned(), lang.t(key).into_owned());
            return again(&side, &number, Kind::Message, &fields, wrong).await;
        }
    };
    let text = match statements::read_message(lang, &fields) {
        Ok(text) => text,
        Err(wrong) => return again(&side, &number, Kind::Message, &fields, wrong).await,
    };
    let outcome = async {
        let case = find(&side, &number).await?;
        let said = (Thread::Developer(side.developer), text.as_str());
        let office = &side.visitor.console.office;
        office.write_with_files(case, side.actor, fields.seen().as_ref(), said, &files).await
    };
    let outcome = outcome.await;
    answer(&side, &number, Kind::Message, &fields, outcome).await
}

/// Carries an order out, or shows the page again with everything that was typed.
pub(super) async fn carry_out(
    side: &DeveloperSide,
    number: &str,
    kind: Kind,
    fields: &Fields,
    order: Result<impl Into<CaseOrder>, Wrong>,
) -> Response {
    let order = match order {
        Ok(order) => order.into(),
        Err(wrong) => return again(side, number, kind, fields, wrong).await,
    };
    let outcome = async {
        let case = find(side, number).await?;
        side.visitor.console.office.act(case, side.actor, fields.seen().as_ref(), order).await
    };
    let outcome = outcome.await;
    answer(side, number, kind, fields, outcome).await
}

async fn answer(
    side: &DeveloperSide,
    number: &str,
    kind: Kind,
    fields: &Fields,
    outcome: Result<(), Error>,
) -> Response {
    let visitor = &side.visitor;
    let error = match outcome {
        Ok(()) => {
            let way = visitor.frame().href(format!("/developer/cases/{number}?done={}", kind.word()));
            return see_other(&way);
        }
        Err(error) => error,
    };
    let Some((words, status)) = fault::told(visitor.lang, &error) else { return visitor.fault(error) };
    back(side, number, kind, fields, ("form".into(), words), status).await
}

async fn again(side: &DeveloperSide, number: &str, kind: Kind, fields: &Fields, wrong: Wrong) -> Response {
    back(side, number, kind, fields, wrong, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn back(
    side: &DeveloperSide,
    number: &str,
    kind: Kind,
    fields: &Fields,
    (field, words): Wrong,
    status: StatusCode,
) -> Response {
    let mut form = fields.form(side.visitor.lang).with_ids(kind.word());
    form.wrong(field, words);
    render(side, number, Some(Sent { kind, form, status })).await
}

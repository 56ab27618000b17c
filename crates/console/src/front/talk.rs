//! Writing to the desk, with files; and the finder's own files back. A message lives in a draft of its session until
//! it is sent.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::{Error, ReportOrder, ReportPage};
use rulebook::ids::AttachmentId;
use rulebook::report::form::MAX_TEXT;
use rulebook::report::{Message, Writer};
use store::StoreError;
use ui::{Form, Trouble};

use super::drawer::Drawer;
use super::follow::{Open, page};
use super::upload::{self, Brought, FILES, MAX_REQUEST, Parts};
use crate::download::download;
use crate::fault::told;
use crate::forms::Fields;
use crate::notices;
use crate::state::Console;
use crate::who::Finder;

/// The field of the text.
const TEXT: &str = "text";

pub(super) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/progress/message", post(write).layer(DefaultBodyLimit::max(MAX_REQUEST)))
        .route("/{lang}/progress/message/draft", post(autosave))
        .route("/{lang}/progress/files/{file}", get(file))
}

fn take(drawer: &mut Drawer, fields: &Fields) {
    let text = fields.all(TEXT).next().map(|text| (TEXT.to_owned(), text.to_owned()));
    drawer.put(text.into_iter().collect());
}

async fn write(finder: Finder, parts: Parts) -> Response {
    let visitor = &finder.visitor;
    let mut drawer = match Drawer::of_message(visitor).await {
        Ok(drawer) => drawer,
        Err(error) => return visitor.fault(error),
    };
    match upload::read(parts, visitor, &mut drawer, take).await {
        Ok(brought) if visitor.owns(brought.fields.get("csrf")) => go_on(&finder, drawer, brought).await,
        Ok(_) => Trouble::Forbidden.respond(visitor.frame()),
        Err(failed) => {
            let Error::Store(StoreError::Full) = failed.error else { return visitor.fault(failed.error) };
            let mut form = message_form(&finder, &drawer);
            form.wrong(FILES, visitor.lang.t("front-full"));
            again(&finder, drawer, form, StatusCode::INSUFFICIENT_STORAGE).await
        }
    }
}

async fn go_on(finder: &Finder, mut drawer: Drawer, brought: Brought) -> Response {
    let visitor = &finder.visitor;
    let way = visitor.frame().href("/progress/report#write");
    let fields = &brought.fields;
    if fields.has("remove") {
        upload::remove(&mut drawer.draft, fields.get("remove"));
        if let Err(error) = drawer.keep(visitor).await {
            return visitor.fault(error);
        }
    }
    let mut form = message_form(finder, &drawer);
    brought.tell(&mut form, visitor.lang);
    let sends = fields.has("send");
    let text = drawer.fields().get(TEXT).to_owned();
    if sends && text.is_empty() {
        form.wrong(TEXT, visitor.lang.t("front-message-empty"));
    }
    if let Some(over) = text.chars().count().checked_sub(MAX_TEXT).filter(|over| sends && *over > 0) {
        form.wrong(TEXT, visitor.lang.t2("front-wrong-long", "item", visitor.lang.t("front-message"), "over", over));
    }
    if form.is_wrong() {
        return again(finder, drawer, form, brought.status()).await;
    }
    if !sends {
        let done = if fields.has("remove") { "file-removed" } else { "message-kept" };
        return notices::after(&way, done);
    }
    send(finder, drawer, form, text, fields).await
}

async fn send(finder: &Finder, drawer: Drawer, mut form: Form, text: String, fields: &Fields) -> Response {
    let visitor = &finder.visitor;
    let office = &visitor.console.office;
    let files = drawer.draft.received();
    let order = ReportOrder::Write { text: text.clone(), question: false, files };
    let sent = office.act_on_report(finder.report, finder.actor, fields.seen().as_ref(), order).await;
    let sent = match sent {
        Err(Error::Stale) if was_said(finder, &text).await => Ok(()),
        other => other,
    };
    match sent {
        Ok(()) => match drawer.forget(visitor).await {
            Ok(()) => notices::after(&visitor.frame().href("/progress/report#messages"), "message-sent"),
            Err(error) => visitor.fault(error),
        },
        Err(error) => match told(visitor.lang, &error) {
            Some((words, status)) => {
                form.wrong(TEXT, words);
                again(finder, drawer, form, status).await
            }
            None => visitor.fault(error),
        },
    }
}

/// Whether the finder's last message says just this: a button that was pressed twice sends once.
async fn was_said(finder: &Finder, text: &str) -> bool {
    let office = &finder.visitor.console.office;
    let Ok(page) = office.report_page(finder.report, finder.actor).await else { return false };
    last_own(&page).is_some_and(|message| page.text(message.body) == text)
}

fn last_own(page: &ReportPage) -> Option<&Message> {
    page.view.messages.last().map(|message| &message.item).filter(|message| message.from == Writer::Finder)
}

fn message_form(finder: &Finder, drawer: &Drawer) -> Form {
    drawer.form(&finder.visitor).with_ids("message")
}

async fn again(finder: &Finder, drawer: Drawer, form: Form, status: StatusCode) -> Response {
    page(finder, Open { message: form, sent: None, draft: drawer.draft }, status).await
}

async fn autosave(finder: Finder, fields: Fields) -> Response {
    let kept = async {
        let mut drawer = Drawer::of_message(&finder.visitor).await?;
        take(&mut drawer, &fields);
        drawer.keep(&finder.visitor).await
    };
    match kept.await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => finder.visitor.fault(error),
    }
}

async fn file(finder: Finder, Path((_, id)): Path<(String, String)>) -> Response {
    let visitor = &finder.visitor;
    let Ok(id) = id.parse::<AttachmentId>() else { return visitor.not_found() };
    match visitor.console.office.report_file(finder.report, finder.actor, id).await {
        Ok((file, reader)) => download(&file, reader),
        Err(error) => visitor.fault(error),
    }
}

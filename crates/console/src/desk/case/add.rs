//! Putting developers of the register on a case: searched for, ticked, several at once.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::Error;
use casework::project::DeveloperCard;
use rulebook::ids::DeveloperId;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Query};

use super::{Desk, Place, answer, find, render};
use crate::desk::register::{handle_of, matches};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

/// Name of the form.
pub(super) const NAME: &str = "add";
/// Most entries to choose from at once; more are searched for.
const MOST: usize = 30;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/{number}/developers", post(send))
}

#[derive(Template)]
#[template(path = "desk/case/add.html")]
struct Add<'a> {
    frame: &'a Frame,
    base: &'a str,
    number: &'a str,
    reported: &'a str,
    open: Open,
    form: Form,
    search: Form,
    named: Option<Field>,
    others: Option<Field>,
    folded: bool,
    shown: usize,
    total: usize,
    searching: bool,
    listed: bool,
}

/// Whether the register is being searched on the page.
pub(super) fn is_searching(desk: &Desk<'_>) -> bool {
    search_words(desk).is_some()
}

fn search_words(desk: &Desk<'_>) -> Option<String> {
    Query::parse(&desk.frame.path).get("find").map(|words| words.trim().to_owned())
}

/// The form. The register is long: where nobody is looking for a developer it is only searched, not `listed`.
pub(super) async fn form(desk: &Desk<'_>, listed: bool) -> Result<Markup, Error> {
    let frame = &desk.frame;
    let words = search_words(desk).unwrap_or_default();
    let register = match listed {
        true => desk.staff.visitor.console.office.developers(desk.staff.actor).await?,
        false => Vec::new(),
    };
    let content = desk.page.view.content.as_ref();
    let reported = content.map_or("", |content| content.developer.as_str());
    let product = content.map_or("", |content| content.product.as_str());
    let mut free: Vec<(DeveloperId, DeveloperCard)> = register;
    free.retain(|(id, _)| desk.developer(*id).is_none());
    let total = free.len();
    free.retain(|(_, card)| words.is_empty() || matches(card, &words));
    // Who is named in the report, or makes the product, stands in sight; the others are folded.
    let (mut named, mut others): (Vec<_>, Vec<_>) =
        free.into_iter().partition(|(_, card)| is_named(card, reported, product));
    named.truncate(MOST);
    others.truncate(MOST - named.len());
    let shown = named.len() + others.len();
    let folded = !named.is_empty() && words.is_empty();
    let form = desk.form(NAME, |_| {});
    let boxes = |form: &Form, some: &[(DeveloperId, DeveloperCard)], key: &str| {
        let choices: Vec<Choice> = some.iter().map(|(id, card)| choice(*id, card)).collect();
        (!choices.is_empty()).then(|| form.checks("developer", frame.t(key), &choices))
    };
    let chosen: Vec<_> = form.values("developer").map(|handle| ("developer", handle.to_owned())).collect();
    let more = Form::new(frame.lang).with_ids("add-other").filled(chosen);
    let search = Form::new(frame.lang).filled([("find", words.clone())]);
    Ok(Markup::of(&Add {
        frame,
        base: &desk.base,
        number: &desk.page.view.number,
        reported,
        open: desk.open(NAME, "developers"),
        named: boxes(&form, &named, "desk-add-named"),
        others: boxes(&more, &others, if folded { "desk-add-others" } else { "desk-add-choose" }),
        folded,
        shown,
        form,
        search,
        total,
        searching: !words.is_empty(),
        listed,
    }))
}

fn choice(id: DeveloperId, card: &DeveloperCard) -> Choice {
    let mut parts: Vec<&str> = vec![card.name_en.as_str(), card.mail.as_str()];
    parts.extend(card.products.iter().take(3).map(String::as_str));
    parts.retain(|part| !part.trim().is_empty());
    Choice::new(handle_of(id), &card.name).hint(parts.join(" · "))
}

fn is_named(card: &DeveloperCard, reported: &str, product: &str) -> bool {
    let named = |name: &str| !name.trim().is_empty() && reported.contains(name.trim());
    let makes = |made: &String| !made.trim().is_empty() && product.contains(made.trim());
    named(&card.name) || named(&card.name_en) || card.products.iter().any(makes)
}

async fn send(
    CoordinatorDesk(staff): CoordinatorDesk,
    Path((_, number)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let lang = staff.visitor.lang;
    if !fields.has("developer") {
        let sent = Sent::wrong(lang, NAME, &fields, "developer", lang.t("desk-add-none"));
        return render(&staff, &number, Place::Case, Some(sent)).await;
    }
    let outcome = put_on(&staff, &number, &fields).await;
    answer(&staff, &number, Place::Case, NAME, &fields, outcome, "developer-added").await
}

/// The first one is decided on what the page showed; the others follow from the same form.
async fn put_on(staff: &Staff, number: &str, fields: &Fields) -> Result<(), Error> {
    let office = &staff.visitor.console.office;
    let case = find(staff, number).await?;
    let register = office.developers(staff.actor).await?;
    let mut seen = fields.seen();
    for handle in fields.all("developer") {
        let found = register.iter().find(|(id, _)| handle_of(*id) == handle).ok_or(Error::NotFound)?;
        office.add_developer(case, staff.actor, seen.take().as_ref(), found.0).await?;
    }
    Ok(())
}

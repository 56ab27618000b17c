//! The letter by post with a one-time link: made, logged as a contact, and kept with the case (Ⅳ.4.2).

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::Error;
use casework::reach::{LetterAddress, LetterOrder};
use rulebook::action::Action;
use rulebook::case::{ContactMeans, DutyKind};
use rulebook::ids::DeveloperId;
use rulebook::text::Language;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::{At, Here, Task};
use crate::desk::case::read::{Wrong, day, may_be_empty, text};
use crate::desk::case::{Place, answer, developer_at, find, render};
use crate::desk::sent::{Open, Sent};
use crate::forms::Fields;
use crate::state::Console;
use crate::who::{CoordinatorDesk, Staff};

/// Name of the form.
const NAME: &str = "reach-letter";
/// Longest line of an address, in characters.
const MAX_LINE: usize = 120;
/// Longest address, in characters.
const MAX_ADDRESS: usize = 300;

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/{number}/developers/{place}/reach/letter", post(send))
}

#[derive(Template)]
#[template(path = "desk/case/reach/letter.html")]
struct LetterForm<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    languages: Field,
    known: Vec<&'a str>,
    names_product: String,
    sender: bool,
}

/// The form; it stands open when the next contact goes by post.
pub(super) fn task(here: &Here<'_>) -> Option<Task> {
    let entry = here.entry.as_ref().filter(|_| here.may(Action::RecordContactAttempt))?;
    let desk = here.desk;
    let frame = &desk.frame;
    let known = posts(here);
    let proposed = here.way.next.as_ref().filter(|next| next.means == ContactMeans::Post);
    let first = proposed.and_then(|next| next.to.as_deref()).or(known.first().copied()).unwrap_or(&entry.address);
    let (code, address) = divided(first);
    let rules = desk.rules();
    let form = desk.form(NAME, |form| {
        form.set("organisation", &entry.name);
        form.set("person", &entry.manager);
        form.set("postal_code", code);
        form.set("address", address);
        form.set("language", entry.language.tag());
        form.set("product", "yes");
        let due = rules.calendar.add_business_days(frame.today, rules.edition.contact_interval_days.value);
        form.set("answer_by", due);
    });
    let languages = [Language::Ja, Language::En]
        .map(|language| Choice::new(language.tag(), frame.t(format!("desk-language-{}", language.tag()))));
    let product = desk.page.view.handed_over.as_ref().map(|copy| copy.content.product.as_str()).unwrap_or_default();
    let settings = desk.staff.visitor.console.office.settings();
    let body = Markup::of(&LetterForm {
        frame,
        open: here.open(NAME),
        languages: form.radios("language", frame.t("desk-reach-letter-language"), &languages).in_line().required(),
        known,
        names_product: frame.t1("desk-reach-letter-product", "product", product),
        sender: !settings.letters.address.is_empty() && !settings.letters.phone.is_empty(),
        form,
    });
    let open = proposed.is_some() && here.owes(DutyKind::ContactDeveloper);
    Some(Task { id: NAME, title: frame.t("desk-reach-letter").into_owned(), open, form: body })
}

/// Postal addresses that the checklist brought up.
fn posts<'a>(here: &'a Here<'_>) -> Vec<&'a str> {
    let found = here.way.checks.iter().flat_map(|check| &check.found);
    let mut posts: Vec<&str> = Vec::new();
    for address in found.filter(|address| address.means == ContactMeans::Post) {
        if !posts.contains(&address.to.as_str()) {
            posts.push(&address.to);
        }
    }
    posts
}

/// A postal address in one line as code and address: `〒100-0000 架空市一丁目`.
fn divided(text: &str) -> (&str, &str) {
    let text = text.trim();
    let Some(rest) = text.strip_prefix('〒') else { return ("", text) };
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(rest.len());
    (&rest[..end], rest[end..].trim_start())
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '〒').collect()
}

/// The address as the checklist has it, so that the letter counts as the attempt at that address.
fn counted(known: &[String], code: &str, address: &str) -> String {
    let written = bare(&format!("{code}{address}"));
    let same = |one: &&String| bare(one) == written || bare(one) == bare(address);
    let line = address.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let own = if code.is_empty() { line } else { format!("〒{code} {line}") };
    known.iter().find(same).cloned().unwrap_or(own)
}

fn read(fields: &Fields, developer: DeveloperId, known: &[String]) -> Result<LetterOrder, Wrong> {
    let code = may_be_empty(fields, "postal_code", 12)?.trim_start_matches('〒').trim().to_owned();
    let address = text(fields, "address", MAX_ADDRESS)?;
    let organisation = may_be_empty(fields, "organisation", MAX_LINE)?;
    let person = may_be_empty(fields, "person", MAX_LINE)?;
    if organisation.is_empty() && person.is_empty() {
        return Err(("organisation", "desk-reach-letter-nobody"));
    }
    let department = may_be_empty(fields, "department", MAX_LINE)?;
    let language = if fields.get("language") == "en" { Language::En } else { Language::Ja };
    Ok(LetterOrder {
        developer,
        to: counted(known, &code, &address),
        address: LetterAddress { organisation, department, person, postal_code: code, address },
        names_product: fields.has("product"),
        language,
        answer_by: day(fields, "answer_by")?,
    })
}

async fn known(staff: &Staff, number: &str, developer: DeveloperId) -> Result<Vec<String>, Error> {
    let case = find(staff, number).await?;
    let view = staff.visitor.console.office.case_page(case, staff.actor).await?.view;
    let way = view.reach.developers.into_iter().find(|way| way.developer == developer);
    let found = way.into_iter().flat_map(|way| way.checks).flat_map(|check| check.found);
    Ok(found.filter(|address| address.means == ContactMeans::Post).map(|address| address.to).collect())
}

async fn send(CoordinatorDesk(staff): CoordinatorDesk, Path((_, number, place)): At, fields: Fields) -> Response {
    let looked_up = async {
        let developer = developer_at(&staff, &number, place).await?.id;
        Ok::<_, Error>((developer, known(&staff, &number, developer).await?))
    };
    let (developer, known) = match looked_up.await {
        Ok(found) => found,
        Err(error) => return staff.visitor.fault(error),
    };
    let lang = staff.visitor.lang;
    let here = Place::Reach(place);
    let back = async |field: &str, words: String| {
        let sent = Sent::wrong(lang, NAME, &fields, field, words);
        render(&staff, &number, here, Some(sent)).await
    };
    let order = match read(&fields, developer, &known) {
        Ok(order) => order,
        Err((field, key)) => return back(field, lang.t(key).into_owned()).await,
    };
    let done = async {
        let case = find(&staff, &number).await?;
        let office = &staff.visitor.console.office;
        office.contact_letter(case, staff.actor, fields.seen().as_ref(), &order).await.map(|_| ())
    };
    let done = done.await;
    if let Some((field, words)) = done.as_ref().err().and_then(|error| on_paper(lang, error)) {
        return back(field, words).await;
    }
    answer(&staff, &number, here, NAME, &fields, done, "letter-made").await
}

/// What keeps a letter from the paper, at the field that can be changed.
fn on_paper(lang: Lang, error: &Error) -> Option<(&'static str, String)> {
    match error {
        Error::Unprintable(characters) => {
            Some(("organisation", lang.t1("desk-reach-letter-unprintable", "characters", characters.as_str())))
        }
        Error::Paper(why) => {
            tracing::error!(error = %why, "a letter could not be made");
            let key = if error.is_about_address() { "desk-reach-letter-too-long" } else { "desk-reach-letter-failed" };
            Some(("address", lang.t(key).into_owned()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_counts_at_the_address_of_the_checklist() {
        let known = ["〒100-0000 架空市一丁目1".to_owned(), "架空市二丁目2".to_owned()];
        assert_eq!(counted(&known, "100-0000", "架空市\n一丁目1"), known[0]);
        assert_eq!(counted(&known, "100-0001", "架空市二丁目2"), known[1]);
        assert_eq!(counted(&known, "100-0001", "架空市\n三丁目"), "〒100-0001 架空市 三丁目");
        assert_eq!(divided("〒100-0000　架空市一丁目1"), ("100-0000", "架空市一丁目1"));
        assert_eq!(divided("架空市"), ("", "架空市"));
    }
}

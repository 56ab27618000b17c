//! The way to an operator that does not begin with a mail: a letter with link, QR code and short code, a telephone call
//! after which the link goes by mail and the code by voice, or the words to be typed into a form of the site. Each is logged as an attempt, and makes the link before it stop working (Ⅴ.3.5).

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use casework::Error;
use casework::reach::LetterAddress;
use casework::sites::{SiteCall, SiteContact, SiteLetterOrder, SitePage};
use rulebook::case::ContactMeans;
use rulebook::ids::SiteCaseId;
use rulebook::report::problems::is_mail_address;
use rulebook::site::SiteAction;
use rulebook::text::Language;
use ui::field::{Choice, Field};
use ui::{Form, Frame, Page, Width};

use crate::download::saved;
use crate::forms::Fields;
use crate::letters::OPERATORS;
use crate::state::Console;
use crate::who::{ReceivingDesk, Staff};
use crate::{fault, names};

/// Longest line of an address, in characters.
const MAX_LINE: usize = 120;
/// Longest address, in characters.
const MAX_ADDRESS: usize = 300;
/// Days until an answer is asked for, as the form proposes it.
const ANSWER_DAYS: i64 = 14;
/// What goes on paper.
const ON_PAPER: [ContactMeans; 2] = [ContactMeans::Post, ContactMeans::Fax];
/// What goes in words.
const IN_WORDS: [ContactMeans; 2] = [ContactMeans::WebForm, ContactMeans::Sns];

type Number = Path<(String, String)>;

pub(crate) fn routes() -> Router<Console> {
    Router::new()
        .route("/{lang}/desk/sites/{number}/letter", get(show))
        .route("/{lang}/desk/sites/{number}/letter.pdf", post(print))
        .route("/{lang}/desk/sites/{number}/call", post(call))
        .route("/{lang}/desk/sites/{number}/words", post(words))
}

#[derive(Template)]
#[template(path = "desk/site_letter.html")]
struct LetterPage {
    frame: Frame,
    number: String,
    way: String,
    denied: String,
    sender: bool,
    seen: String,
    letter: Form,
    means: Field,
    languages: Field,
    known: Vec<String>,
    call: Form,
    call_languages: Field,
    script: Vec<String>,
    words: Form,
    words_means: Field,
    words_languages: Field,
}

#[derive(Template)]
#[template(path = "desk/site_words.html")]
struct WordsPage {
    frame: Frame,
    number: String,
    way: String,
    letter: String,
    code: String,
}

/// The forms of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Letter,
    Call,
    Words,
}

async fn open(staff: &Staff, number: &str) -> Result<(SiteCaseId, SitePage), Error> {
    let office = &staff.visitor.console.office;
    let id = office.site_id(number).await?;
    Ok((id, office.site_page(id, staff.actor).await?))
}

async fn show(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number) -> Response {
    page(&staff, &number, None, StatusCode::OK).await
}

async fn page(staff: &Staff, number: &str, sent: Option<(Which, Form)>, status: StatusCode) -> Response {
    match open(staff, number).await {
        Ok((_, case)) => Page::secret(build(staff, &case, sent)).status(status).into_response(),
        Err(error) => staff.visitor.fault(error),
    }
}

fn build(staff: &Staff, case: &SitePage, sent: Option<(Which, Form)>) -> LetterPage {
    let frame = staff.visitor.frame().width(Width::Reading);
    let known = addresses(case);
    let form = |which: Which, ids: &str, fill: &dyn Fn(&mut Form)| match &sent {
        Some((found, form)) if *found == which => form.clone().with_ids(ids),
        _ => {
            let mut form = Form::new(frame.lang).with_ids(ids);
            fill(&mut form);
            form
        }
    };
    let letter = form(Which::Letter, "letter", &|form| {
        let name = case.view.operator.as_ref().map_or("", |operator| operator.name.as_str());
        form.set("organisation", name);
        form.set("address", known.first().map_or("", String::as_str));
        form.set("means", ContactMeans::Post.word());
        form.set("language", Language::Ja.tag());
        form.set("answer_by", frame.today.saturating_add(jiff::Span::new().days(ANSWER_DAYS)));
    });
    let words = form(Which::Words, "words", &|form| {
        form.set("means", ContactMeans::WebForm.word());
        form.set("language", Language::Ja.tag());
    });
    let call = form(Which::Call, "call", &|form| {
        form.set("phone", numbers(case).next().unwrap_or_default());
        form.set("language", Language::Ja.tag());
    });
    let own = &staff.visitor.console.office.settings().secretariat;
    LetterPage {
        number: case.view.number.clone(),
        way: frame.href(format!("/desk/sites/{}", case.view.number)),
        denied: case
            .refusal(SiteAction::ContactOperator)
            .map(|why| fault::refused(frame.lang, &why))
            .unwrap_or_default(),
        sender: !own.address.is_empty() && !own.phone.is_empty(),
        seen: case.digest.as_str().to_owned(),
        means: means(&frame, &letter, &ON_PAPER),
        languages: languages(&frame, &letter),
        known,
        call_languages: languages(&frame, &call),
        script: script(staff, &case.view.number),
        call,
        words_means: means(&frame, &words, &IN_WORDS),
        words_languages: languages(&frame, &words),
        letter,
        words,
        frame,
    }
}

/// Postal addresses of the operator that are on record.
fn addresses(case: &SitePage) -> Vec<String> {
    let known = case.view.operator.iter().flat_map(|operator| &operator.addresses);
    known.filter(|address| address.means == ContactMeans::Post).map(|address| address.to.clone()).collect()
}

/// Telephone numbers of the operator that are on record.
fn numbers(case: &SitePage) -> impl Iterator<Item = &str> {
    let known = case.view.operator.iter().flat_map(|operator| &operator.addresses);
    known.filter(|address| address.means == ContactMeans::Phone).map(|address| address.to.as_str())
}

/// What is said on the telephone, in the operators' language: who calls, what about, and nothing of the flaw.
fn script(staff: &Staff, number: &str) -> Vec<String> {
    let partnership = &staff.visitor.console.office.settings().partnership;
    let body = partnership.receiving_body.get(crate::letters::language(OPERATORS));
    vec![
        OPERATORS.t1("site-call-say-who", "body", body),
        OPERATORS.t("site-call-say-what").into_owned(),
        OPERATORS.t2("site-call-say-genuine", "body", body, "number", number),
        OPERATORS.t("site-call-say-mail").into_owned(),
    ]
}

fn means(frame: &Frame, form: &Form, of: &[ContactMeans]) -> Field {
    let choices: Vec<Choice> =
        of.iter().map(|means| Choice::new(means.word(), names::means(frame.lang, *means))).collect();
    form.radios("means", frame.t("site-letter-means"), &choices).in_line().required()
}

fn languages(frame: &Frame, form: &Form) -> Field {
    let choices = [Language::Ja, Language::En]
        .map(|language| Choice::new(language.tag(), frame.t(format!("desk-language-{}", language.tag()))));
    form.radios("language", frame.t("site-letter-language"), &choices).in_line().required()
}

/// The field that is wrong, and the key of the words.
type Wrong = (&'static str, &'static str);

fn line(fields: &Fields, name: &'static str, most: usize) -> Result<String, Wrong> {
    let text = fields.get(name);
    if text.chars().count() > most { Err((name, "refusal-text-too-long")) } else { Ok(text.to_owned()) }
}

fn some(fields: &Fields, name: &'static str, most: usize) -> Result<String, Wrong> {
    let text = line(fields, name, most)?;
    if text.is_empty() { Err((name, "refusal-text-missing")) } else { Ok(text) }
}

fn chosen(fields: &Fields, of: &[ContactMeans]) -> Result<ContactMeans, Wrong> {
    let found = of.iter().copied().find(|means| means.word() == fields.get("means"));
    found.ok_or(("means", "site-letter-choose"))
}

fn language(fields: &Fields) -> Language {
    if fields.get("language") == Language::En.tag() { Language::En } else { Language::Ja }
}

fn read(fields: &Fields) -> Result<SiteLetterOrder, Wrong> {
    let means = chosen(fields, &ON_PAPER)?;
    let code = line(fields, "postal_code", 12)?.trim_start_matches('〒').trim().to_owned();
    let address = some(fields, "address", MAX_ADDRESS)?;
    let (organisation, person) = (line(fields, "organisation", MAX_LINE)?, line(fields, "person", MAX_LINE)?);
    if organisation.is_empty() && person.is_empty() {
        return Err(("organisation", "site-letter-nobody"));
    }
    let day = fields.day("answer_by").map_err(|_| ("answer_by", "site-letter-day"))?;
    let place = address.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let to = if code.is_empty() { place } else { format!("〒{code} {place}") };
    Ok(SiteLetterOrder {
        contact: SiteContact { means, to, note: String::new() },
        address: LetterAddress { organisation, department: String::new(), person, postal_code: code, address },
        language: language(fields),
        answer_by: day.ok_or(("answer_by", "site-letter-day"))?,
    })
}

async fn print(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let order = match read(&fields) {
        Ok(order) => order,
        Err(wrong) => return back(&staff, &number, Which::Letter, &fields, wrong).await,
    };
    let office = &staff.visitor.console.office;
    let made = async {
        let id = office.site_id(&number).await?;
        office.operator_letter(id, staff.actor, fields.seen().as_ref(), &order).await
    };
    match made.await {
        Ok((name, bytes)) => saved(bytes, "application/pdf", &name),
        Err(error) if error.is_about_address() => {
            back(&staff, &number, Which::Letter, &fields, ("address", "site-letter-address-long")).await
        }
        Err(error) => failed(&staff, &number, Which::Letter, &fields, error).await,
    }
}

#[derive(Template)]
#[template(path = "desk/site_call.html")]
struct CallPage {
    frame: Frame,
    number: String,
    way: String,
    mail: String,
    code: String,
}

fn read_call(fields: &Fields) -> Result<SiteCall, Wrong> {
    let phone = some(fields, "phone", MAX_LINE)?;
    let mail = some(fields, "mail", MAX_LINE)?;
    if !is_mail_address(&mail) {
        return Err(("mail", "front-wrong-email"));
    }
    Ok(SiteCall { phone, mail, language: language(fields) })
}

/// The link leaves by mail while the desk is on the phone, and the code stands on the page to be read out.
async fn call(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let call = match read_call(&fields) {
        Ok(call) => call,
        Err(wrong) => return back(&staff, &number, Which::Call, &fields, wrong).await,
    };
    let office = &staff.visitor.console.office;
    let called = async {
        let id = office.site_id(&number).await?;
        let code = office.operator_call(id, staff.actor, fields.seen().as_ref(), &call).await?;
        Ok((code, office.site_page(id, staff.actor).await?.view.number))
    };
    match called.await {
        Ok((code, number)) => {
            let frame = staff.visitor.frame().width(Width::Reading);
            let way = frame.href(format!("/desk/sites/{number}"));
            Page::secret(CallPage { number, way, mail: call.mail, code, frame }).into_response()
        }
        Err(error) => failed(&staff, &number, Which::Call, &fields, error).await,
    }
}

async fn words(ReceivingDesk(staff): ReceivingDesk, Path((_, number)): Number, fields: Fields) -> Response {
    let (means, to) = match (chosen(&fields, &IN_WORDS), some(&fields, "to", MAX_ADDRESS)) {
        (Ok(means), Ok(to)) => (means, to),
        (Err(wrong), _) | (_, Err(wrong)) => return back(&staff, &number, Which::Words, &fields, wrong).await,
    };
    let visitor = &staff.visitor;
    let (office, language) = (&visitor.console.office, language(&fields));
    let contact = SiteContact { means, to, note: String::new() };
    let given = async {
        let id = office.site_id(&number).await?;
        let given = office.operator_words(id, staff.actor, fields.seen().as_ref(), &contact, language).await?;
        Ok((given, office.site_page(id, staff.actor).await?.view.number))
    };
    match given.await {
        Ok(((link, code), number)) => {
            let body = office.settings().partnership.receiving_body.get(language).to_owned();
            let lang = crate::letters::lang(language);
            let letter = [
                lang.t1("site-words-who", "body", body),
                lang.t("site-words-notice").into_owned(),
                lang.t2("mail-look-site-operator", "link", link, "code", &code),
                lang.t1("site-words-number", "number", &number),
            ];
            let frame = visitor.frame().width(Width::Reading);
            Page::secret(WordsPage {
                way: frame.href(format!("/desk/sites/{number}")),
                number,
                letter: letter.join("\n\n"),
                code,
                frame,
            })
            .into_response()
        }
        Err(error) => failed(&staff, &number, Which::Words, &fields, error).await,
    }
}

async fn failed(staff: &Staff, number: &str, which: Which, fields: &Fields, error: Error) -> Response {
    let lang = staff.visitor.lang;
    let (words, status) = match (&error, fault::told(lang, &error)) {
        (Error::Unprintable(found), _) => {
            (lang.t1("site-letter-unprintable", "characters", found), StatusCode::UNPROCESSABLE_ENTITY)
        }
        (_, Some(told)) => told,
        _ => return staff.visitor.fault(error),
    };
    let mut form = fields.form(lang);
    form.wrong("form", words);
    page(staff, number, Some((which, form)), status).await
}

async fn back(staff: &Staff, number: &str, which: Which, fields: &Fields, (field, key): Wrong) -> Response {
    let mut form = fields.form(staff.visitor.lang);
    form.wrong(field, staff.visitor.lang.t(key));
    page(staff, number, Some((which, form)), StatusCode::UNPROCESSABLE_ENTITY).await
}

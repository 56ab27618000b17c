//! What a developer states, from and to its forms: contact, verification result, countermeasure, status, its view on
//! the day and on the text, messages.

use rulebook::case::{
    Affectedness, CaseCommand, Countermeasure, DeveloperView, ProductStatus, StatusStatement, Verification,
    VerificationResult,
};
use rulebook::report::form::{MAX_LINE, MAX_TEXT};
use rulebook::report::problems::{is_mail_address, is_web_address};
use rulebook::text::Localized;
use ui::{Choice, Form, Lang};

use crate::forms::Fields;
use crate::names;

/// The field that is wrong, and what is wrong with it.
pub(crate) type Wrong = (String, String);

/// A command, or what is wrong with the form.
type Read = Result<CaseCommand, Wrong>;

/// Most product rows of a status.
const MOST_ROWS: usize = 60;

/// Longest web address, in characters.
const MAX_LINK: usize = 2_000;

/// Choices of the verification result.
pub(crate) fn results(lang: Lang) -> Vec<Choice> {
    VerificationResult::ALL
        .into_iter()
        .map(|result| Choice::new(result.word(), names::verification(lang, result)))
        .collect()
}

/// Choices of the five words.
pub(crate) fn affected_choices(lang: Lang) -> Vec<Choice> {
    Affectedness::ALL.into_iter().map(|one| Choice::new(one.word(), names::affectedness(lang, one))).collect()
}

fn wrong(lang: Lang, field: impl Into<String>, key: &str) -> Wrong {
    (field.into(), lang.t(key).into_owned())
}

/// The text within its bound, or what is wrong.
fn text(lang: Lang, fields: &Fields, name: &str, most: usize) -> Result<String, Wrong> {
    let value = fields.get(name);
    if value.chars().count() > most {
        return Err((name.to_owned(), lang.t1("developer-too-long", "limit", most)));
    }
    Ok(value.to_owned())
}

/// The same, where something has to be written.
fn some_text(lang: Lang, fields: &Fields, name: &str, most: usize, key: &str) -> Result<String, Wrong> {
    let value = text(lang, fields, name, most)?;
    if value.is_empty() { Err(wrong(lang, name, key)) } else { Ok(value) }
}

fn day(lang: Lang, fields: &Fields, name: &str) -> Result<Option<jiff::civil::Date>, Wrong> {
    fields.day(name).map_err(|_| wrong(lang, name, "developer-no-day"))
}

/// Person and address of the contact.
pub(crate) fn read_contact(lang: Lang, fields: &Fields) -> Result<(String, String), Wrong> {
    let person = some_text(lang, fields, "person", MAX_LINE, "developer-no-person")?;
    let mail = some_text(lang, fields, "mail", MAX_LINE, "developer-no-mail")?;
    if is_mail_address(&mail) { Ok((person, mail)) } else { Err(wrong(lang, "mail", "developer-no-mail")) }
}

pub(crate) fn verification_form(mut form: Form, own: &DeveloperView) -> Form {
    if let Some(stated) = &own.verification {
        form.set("result", stated.item.result.word());
        form.set("explanation", &stated.item.explanation);
    }
    form
}

pub(crate) fn read_verification(lang: Lang, fields: &Fields) -> Read {
    let word = fields.get("result");
    let result = VerificationResult::ALL.into_iter().find(|result| result.word() == word);
    let result = result.ok_or_else(|| wrong(lang, "result", "developer-choose"))?;
    let explanation = text(lang, fields, "explanation", MAX_TEXT)?;
    if result != VerificationResult::Affected && explanation.is_empty() {
        return Err(wrong(lang, "explanation", "developer-explain"));
    }
    Ok(CaseCommand::StateVerification(Verification { result, explanation }))
}

pub(crate) fn countermeasure_form(mut form: Form, own: &DeveloperView) -> Form {
    if let Some(stated) = &own.countermeasure {
        form.set("fix", &stated.item.fix);
        form.set("workaround", &stated.item.workaround);
        if let Some(day) = stated.item.ready_on {
            form.set("ready_on", day);
        }
    }
    form
}

pub(crate) fn read_countermeasure(lang: Lang, fields: &Fields) -> Read {
    let fix = text(lang, fields, "fix", MAX_TEXT)?;
    let workaround = text(lang, fields, "workaround", MAX_TEXT)?;
    let ready_on = day(lang, fields, "ready_on")?;
    if fix.is_empty() && workaround.is_empty() {
        return Err(wrong(lang, "fix", "developer-fix-or-workaround"));
    }
    Ok(CaseCommand::StateCountermeasure(Countermeasure { fix, workaround, ready_on }))
}

pub(crate) fn status_form(mut form: Form, own: &DeveloperView) -> Form {
    let Some(stated) = &own.status else { return form };
    let status = &stated.item;
    form.set("affected", status.affected.word());
    form.set("statement_ja", &status.statement.ja);
    form.set("statement_en", &status.statement.en);
    form.set("link", &status.link);
    for (row, product) in status.products.iter().enumerate() {
        form.set(format!("product-{row}"), &product.product);
        form.set(format!("from-{row}"), &product.from);
        form.set(format!("to-{row}"), &product.to);
        form.set(format!("bound-{row}"), if product.until_fixed { "fixed" } else { "last" });
        form.set(format!("affected-{row}"), product.affected.word());
    }
    form
}

/// How many product rows the form shows: up to the last one with something in it, and one more.
pub(crate) fn rows(form: &Form) -> usize {
    let is_filled = |row: &usize| {
        let filled = |name: &str| !form.value(&format!("{name}-{row}")).trim().is_empty();
        ["product", "from", "to"].into_iter().any(filled)
    };
    let filled = (0..MOST_ROWS).rev().find(is_filled);
    (filled.map_or(0, |row| row + 1) + 1).clamp(2, MOST_ROWS)
}

pub(crate) fn read_status(lang: Lang, fields: &Fields) -> Read {
    let affected = affectedness(fields.get("affected")).ok_or_else(|| wrong(lang, "affected", "developer-choose"))?;
    let products = (0..MOST_ROWS).map(|row| product(lang, fields, row, affected)).collect::<Result<Vec<_>, _>>()?;
    let statement =
        Localized::new(text(lang, fields, "statement_ja", MAX_TEXT)?, text(lang, fields, "statement_en", MAX_TEXT)?);
    let link = text(lang, fields, "link", MAX_LINK)?;
    if !link.is_empty() && !is_web_address(&link) {
        return Err(wrong(lang, "link", "developer-no-link"));
    }
    let products = products.into_iter().flatten().collect();
    Ok(CaseCommand::StateStatus(StatusStatement { affected, products, statement, link }))
}

fn affectedness(word: &str) -> Option<Affectedness> {
    Affectedness::ALL.into_iter().find(|one| one.word() == word)
}

/// A row; nothing when nothing is written in it.
fn product(lang: Lang, fields: &Fields, row: usize, whole: Affectedness) -> Result<Option<ProductStatus>, Wrong> {
    let line = |name: &str| text(lang, fields, &format!("{name}-{row}"), MAX_LINE);
    let (product, from, to) = (line("product")?, line("from")?, line("to")?);
    if product.is_empty() && from.is_empty() && to.is_empty() {
        return Ok(None);
    }
    if product.is_empty() {
        return Err(wrong(lang, format!("product-{row}"), "developer-no-product"));
    }
    let until_fixed = line("bound")? != "last";
    let affected = affectedness(&line("affected")?).unwrap_or(whole);
    Ok(Some(ProductStatus { product, from, to, until_fixed, affected }))
}

pub(crate) fn read_day(lang: Lang, fields: &Fields) -> Read {
    let day = day(lang, fields, "day")?;
    let comment = text(lang, fields, "comment", MAX_TEXT)?;
    if day.is_none() && comment.is_empty() {
        return Err(wrong(lang, "comment", "developer-day-or-comment"));
    }
    Ok(CaseCommand::ProposeDay { day, comment })
}

pub(crate) fn read_comment(lang: Lang, fields: &Fields) -> Read {
    let comment = text(lang, fields, "comment", MAX_TEXT)?;
    let agrees = match fields.get("agrees") {
        "yes" => true,
        "no" if comment.is_empty() => return Err(wrong(lang, "comment", "developer-what-to-change")),
        "no" => false,
        _ => return Err(wrong(lang, "agrees", "developer-choose")),
    };
    Ok(CaseCommand::CommentPreview { agrees, comment })
}

pub(crate) fn read_message(lang: Lang, fields: &Fields) -> Result<String, Wrong> {
    some_text(lang, fields, "text", MAX_TEXT, "developer-no-text")
}

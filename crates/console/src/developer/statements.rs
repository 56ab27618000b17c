//! What a developer states, from and to its forms: verification result, countermeasure, status; and the text that it
//! previews.

use casework::{CaseOrder, CasePage};
use rulebook::advisory::AdvisoryContent;
use rulebook::case::{
    Affectedness, CaseCommand, Countermeasure, DeveloperView, ProductStatus, StatusStatement, Verification,
    VerificationResult,
};
use rulebook::report::form::{MAX_LINE, MAX_TEXT};
use rulebook::text::{Language, Localized};
use ui::{Choice, Form, Lang};

use crate::forms::Fields;
use crate::names;

/// An order, or the field that is wrong and what is wrong with it.
type Read = Result<CaseOrder, (&'static str, String)>;

/// Most product rows of a status.
const MOST_ROWS: usize = 60;

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

/// The text within its bound, or what is wrong.
fn text(lang: Lang, fields: &Fields, name: &'static str, most: usize) -> Result<String, (&'static str, String)> {
    let value = fields.get(name);
    if value.chars().count() > most {
        return Err((name, lang.t1("developer-too-long", "limit", most)));
    }
    Ok(value.to_owned())
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
    let result = result.ok_or_else(|| ("result", lang.t("developer-choose").into_owned()))?;
    let explanation = text(lang, fields, "explanation", MAX_TEXT)?;
    if result != VerificationResult::Affected && explanation.is_empty() {
        return Err(("explanation", lang.t("developer-explain").into_owned()));
    }
    Ok(CaseCommand::StateVerification(Verification { result, explanation }).into())
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
    let ready_on = fields.day("ready_on").map_err(|()| ("ready_on", lang.t("developer-no-day").into_owned()))?;
    if fix.is_empty() && workaround.is_empty() {
        return Err(("fix", lang.t("developer-fix-or-workaround").into_owned()));
    }
    Ok(CaseCommand::StateCountermeasure(Countermeasure { fix, workaround, ready_on }).into())
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

/// How many product rows the form shows: those that are filled, and one more.
pub(crate) fn rows(form: &Form) -> usize {
    let filled = (0..MOST_ROWS).rev().find(|row| !form.value(&format!("product-{row}")).trim().is_empty());
    (filled.map_or(0, |row| row + 1) + 1).clamp(2, MOST_ROWS)
}

pub(crate) fn read_status(lang: Lang, fields: &Fields) -> Read {
    let affected = affectedness(fields.get("affected"));
    let affected = affected.ok_or_else(|| ("affected", lang.t("developer-choose").into_owned()))?;
    let statement =
        Localized::new(text(lang, fields, "statement_ja", MAX_TEXT)?, text(lang, fields, "statement_en", MAX_TEXT)?);
    let link = text(lang, fields, "link", 2_000)?;
    if !link.is_empty() && !rulebook::report::problems::is_web_address(&link) {
        return Err(("link", lang.t("developer-no-link").into_owned()));
    }
    let products = (0..MOST_ROWS).filter_map(|row| product(fields, row, affected)).collect();
    Ok(CaseCommand::StateStatus(StatusStatement { affected, products, statement, link }).into())
}

fn affectedness(word: &str) -> Option<Affectedness> {
    Affectedness::ALL.into_iter().find(|one| one.word() == word)
}

fn product(fields: &Fields, row: usize, whole: Affectedness) -> Option<ProductStatus> {
    let line = |name: &str| fields.get(&format!("{name}-{row}")).chars().take(MAX_LINE).collect::<String>();
    let product = line("product");
    if product.is_empty() {
        return None;
    }
    Some(ProductStatus {
        product,
        from: line("from"),
        to: line("to"),
        until_fixed: line("bound") != "last",
        affected: affectedness(&line("affected")).unwrap_or(whole),
    })
}

/// The text that a developer previews: everything, with its own part alone.
pub(crate) struct AdvisoryText {
    /// Number of the advisory.
    pub number: String,
    /// When it was last shown.
    pub shown_at: jiff::Timestamp,
    /// The text.
    pub content: AdvisoryContent,
    /// The developer's own last comment.
    pub commented: Option<(bool, String)>,
}

impl AdvisoryText {
    pub(crate) fn of(page: &CasePage) -> Option<Self> {
        let draft = page.view.advisory.as_ref()?;
        Some(AdvisoryText {
            number: draft.number.clone(),
            shown_at: draft.preview_at?,
            content: draft.content.clone()?,
            commented: draft.comments.last().map(|last| (last.item.agrees, last.item.comment.clone())),
        })
    }

    /// The parts in the order of the public page, in one language; empty ones are left out.
    pub(crate) fn parts(&self, lang: Lang) -> Vec<(String, String)> {
        let language = crate::letters::language(lang);
        let parts = [
            ("advisory-part-overview", &self.content.overview),
            ("advisory-part-details", &self.content.details),
            ("advisory-part-impact", &self.content.impact),
            ("advisory-part-solution", &self.content.solution),
            ("advisory-part-supplement", &self.content.supplement),
        ];
        let said = parts.into_iter().filter(|(_, text)| !text.is_empty());
        said.map(|(key, text)| (lang.t(key).into_owned(), text.get(language).to_owned())).collect()
    }

    /// The title in one language.
    pub(crate) fn title(&self, lang: Lang) -> &str {
        self.content.title.get(match lang {
            Lang::Ja => Language::Ja,
            Lang::En => Language::En,
        })
    }
}

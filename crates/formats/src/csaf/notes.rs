//! The document's notes: every section of the advisory that has no field of its own.

use super::model::Note;
use super::products::Products;
use crate::document::{Countermeasure, PublicDocument, Vendor};
use crate::text::Language;

/// The notes in the order of the advisory's sections.
pub(super) fn notes(document: &PublicDocument, language: Language, products: &Products) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut add = |category, ja: &str, en: &str, text: &str| {
        let text = text.trim();
        if !text.is_empty() {
            notes.push(Note { category, text: text.to_owned(), title: language.pick(ja, en).to_owned() });
        }
    };
    if document.withdrawn.is_some() {
        // The English title is the one that CSAF 2.1 fixes (6.1.27.17).
        add("description", "取り下げの理由", "Reasoning for Withdrawal", document.overview.get(language));
        return notes;
    }
    add("summary", "概要", "Overview", document.overview.get(language));
    if document.critical {
        add("general", "緊急", "Critical", language.pick("緊急性の高い脆弱性です。", "This vulnerability is urgent."));
    }
    if document.stop_using {
        let stop = language.pick(
            "サポートが終了した製品があります。該当する製品の使用を中止してください。",
            "Support for a product has ended. Stop using the product concerned.",
        );
        add("general", "使用中止", "Stop using the product", stop);
    }
    add("details", "詳細情報", "Details", document.details.get(language));
    add("general", "想定される影響", "Impact", document.impact.get(language));
    add("general", "対策方法", "Solution", &solution(document, language, products));
    for (vendor, affected) in document.vendors.iter().zip(&products.affected_by_vendor) {
        let name = vendor.name.get(language);
        let (ja, en) = (format!("ベンダ情報: {name}"), format!("Vendor status: {name}"));
        add("other", &ja, &en, &statement(vendor, language, affected.is_empty()));
        let (ja, en) = (format!("製品開発者の見解: {name}"), format!("The developer's view: {name}"));
        add("other", &ja, &en, vendor.view.get(language));
        for product in &vendor.products {
            let name = product.name.get(language);
            let (ja, en) = (format!("製品について: {name}"), format!("On the product: {name}"));
            add("other", &ja, &en, product.notes.get(language));
        }
    }
    add("other", "補足情報", "Supplementary information", document.supplementary.get(language));
    for related in document.related.iter().filter(|related| related.url.is_none()) {
        let text = format!("{} {} {}", related.system, related.id, related.title.get(language));
        add("other", "関連文書", "Related document", &text);
    }
    notes
}

/// The section's text; its countermeasures too when no product can take them.
fn solution(document: &PublicDocument, language: Language, products: &Products) -> String {
    let text = document.solution.text.get(language).to_owned();
    if !products.status.known_affected.is_empty() {
        return text;
    }
    let words = document.solution.countermeasures.iter().map(|countermeasure| in_words(countermeasure, language));
    std::iter::once(text).chain(words).collect::<Vec<_>>().join("\n\n")
}

/// Status, day and words of a vendor; its countermeasures too when no product can take them.
fn statement(vendor: &Vendor, language: Language, without_product: bool) -> String {
    let status = vendor.status.word(language);
    let mut text = match vendor.on {
        Some(day) => format!("{status} {day}"),
        None => status.to_owned(),
    };
    let mut paragraph = |words: &str| {
        if !words.trim().is_empty() {
            text.push_str("\n\n");
            text.push_str(words.trim());
        }
    };
    paragraph(vendor.statement.get(language));
    if without_product {
        vendor.countermeasures.iter().for_each(|countermeasure| paragraph(&in_words(countermeasure, language)));
    }
    text
}

/// A countermeasure in words.
pub(super) fn in_words(countermeasure: &Countermeasure, language: Language) -> String {
    let kind = countermeasure.kind.word(language);
    let text = countermeasure.text.get(language);
    match &countermeasure.url {
        Some(url) => format!("{kind}: {text}\n{url}"),
        None => format!("{kind}: {text}"),
    }
}

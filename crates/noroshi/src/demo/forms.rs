//! A case's report, as its finder wrote it, and the copy that the desk made of it.

use jiff::civil::Date;
use rulebook::case::CaseContent;
use rulebook::report::form::{Answer, InformationSource, ReportForm, ReportKind, Reproducibility};
use rulebook::text::{Language, Localized};

use super::data::{Extra, Story, World};
use crate::failure::Outcome;

/// The language in which a case came.
pub fn language(world: &World, story: &Story) -> Outcome<Language> {
    if story.own {
        return Ok(world.product(story)?.0.language);
    }
    Ok(world.person(&story.finder)?.language)
}

/// The form of a case whose report came on this day.
pub fn form(world: &World, story: &Story, on: Date) -> Outcome<ReportForm> {
    if story.own {
        return own_product(world, story, on);
    }
    let person = world.person(&story.finder)?;
    let about = about(world, story, person.language)?;
    let attached = if story.has(Extra::Attachment) { person.language } else { Language::Ja };
    let proof = match (story.has(Extra::Attachment), attached) {
        (false, _) => "",
        (true, Language::Ja) => "添付の画面と手順書を参照。",
        (true, Language::En) => "See the attached screen and notes.",
    };
    Ok(ReportForm {
        language: person.language,
        finder_name: person.name.clone(),
        affiliation: person.affiliation.clone(),
        phone: person.phone.clone(),
        email: person.mail.clone(),
        consents: person.consents(),
        credit_name: person.credit.exact(person.language).to_owned(),
        source: Some(InformationSource::FoundMyself),
        reproducibility: Some(if story.days % 5 == 1 { Reproducibility::Sometimes } else { Reproducibility::Always }),
        proof: proof.to_owned(),
        reported_elsewhere: Answer::No,
        encryption: Answer::from(story.has(Extra::High)),
        ..about
    })
}

fn own_product(world: &World, story: &Story, on: Date) -> Outcome<ReportForm> {
    let (maker, product) = world.product(story)?;
    let language = maker.language;
    let fix = match language {
        Language::Ja => format!("{}に更新してください。", product.fixed),
        Language::En => format!("Update to {}.", product.fixed),
    };
    Ok(ReportForm {
        kind: ReportKind::OwnProduct,
        language,
        finder_name: maker.name.clone(),
        affiliation: maker.manager.clone(),
        phone: maker.phone.clone(),
        email: maker.mail.clone(),
        cvss_vector: world.kind(story)?.vector.clone(),
        fix,
        wished_day: Some(on.saturating_add(jiff::Span::new().days(story.wished))),
        own_page: page(maker, story),
        all_users_told: Answer::No,
        ..about(world, story, language)?
    })
}

/// What a report says about the vulnerability, in a language.
fn about(world: &World, story: &Story, language: Language) -> Outcome<ReportForm> {
    let kind = world.kind(story)?;
    let said = |text: &Localized, product: &str| filled(text.exact(language), product, story.place.exact(language));
    let name = format!("{}（CWE-{}）", kind.name.exact(language), kind.cwe);
    if !story.site.is_empty() {
        return about_site(world, &story.kind, &story.place, &story.site, language);
    }
    let (maker, product) = world.product(story)?;
    let maker_name = if language == Language::En { &maker.name_en } else { &maker.name };
    Ok(ReportForm {
        product_name: product.name(language).to_owned(),
        product_version: product.versions(language),
        configuration: said(&INITIAL, ""),
        developer: format!("{maker_name} {}", maker.website),
        vulnerability_kind: name,
        steps: said(&kind.steps, product.name(language)),
        threat: said(&kind.threat, product.name(language)),
        workaround: said(&kind.workaround, product.name(language)),
        ..ReportForm::default()
    })
}

/// What a report says about the flaw of a site, in a language.
pub fn about_site(world: &World, kind: &str, place: &Localized, url: &str, language: Language) -> Outcome<ReportForm> {
    let kind = world.kind_of(kind)?;
    let site = if language == Language::Ja { "対象のサイト" } else { "the site" };
    let said = |text: &Localized| filled(text.exact(language), site, place.exact(language));
    Ok(ReportForm {
        kind: ReportKind::Website,
        language,
        website_url: url.to_owned(),
        vulnerability_kind: format!("{}（CWE-{}）", kind.name.exact(language), kind.cwe),
        how_found: said(&FOUND_ON_SITE),
        steps: said(&kind.steps),
        why_vulnerability: said(&WHY_ON_SITE),
        threat: said(&kind.threat),
        ..ReportForm::default()
    })
}

/// The copy for coordinator and developers: the desk wrote it in the developer's language.
pub fn copy(world: &World, story: &Story) -> Outcome<CaseContent> {
    let language = world.product(story)?.0.language;
    Ok(CaseContent::from_form(&about(world, story, language)?))
}

/// Where a developer writes about it.
pub fn page(maker: &super::data::Maker, story: &Story) -> String {
    format!("{}security/{}-{:03}", maker.website, story.kind, story.days)
}

/// A text with its blanks filled.
pub fn filled(text: &str, product: &str, place: &str) -> String {
    text.replace("{product}", product).replace("{where}", place)
}

static INITIAL: std::sync::LazyLock<Localized> = std::sync::LazyLock::new(|| {
    Localized::new("インストール時の初期設定のまま", "As installed, with the initial settings")
});

static WHY_ON_SITE: std::sync::LazyLock<Localized> = std::sync::LazyLock::new(|| {
    Localized::new(
        "{where}に渡した値が確かめられずに使われており、利用者や運営者の意図しない結果になるため。",
        "What is given to {where} is used unchecked, with a result that neither users nor the operator intend.",
    )
});

static FOUND_ON_SITE: std::sync::LazyLock<Localized> = std::sync::LazyLock::new(|| {
    Localized::new(
        "利用者として普通に使っていて、入力した記号が画面で崩れることに気付いた。",
        "Noticed while using the site as a customer: a sign that was entered broke the page.",
    )
});

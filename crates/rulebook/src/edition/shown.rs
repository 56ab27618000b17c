//! An edition as a list that people can read.

use serde::Serialize;

use super::{Edition, Influence, InfluenceMatrix, Item, PassiveException, Range, Sourced};
use crate::text::Localized;

/// A value of an edition as the page of rules shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EditionValue {
    /// Its name in the file: `target_days`, `lists.product_form`, `agencies.coordinator`.
    pub name: String,
    /// What it is.
    pub label: Localized,
    /// The value itself, with its unit; entries of a list stand on lines of their own.
    pub shown: Localized,
    /// Id of its clause.
    pub clause: String,
    /// Whether the text behind it was read.
    pub verified: bool,
    /// Where it was read when the clause itself does not say it.
    pub source: Localized,
}

pub(super) fn values(edition: &Edition) -> Vec<EditionValue> {
    let mut values = periods(edition);
    values.extend(judgements(edition));
    values.extend(edition.agencies.iter().map(|(task, agency)| {
        let name = format!("agencies.{task}");
        value(&name, agency, agency.value.clone())
    }));
    values.extend(edition.lists.iter().map(|(name, list)| {
        let name = format!("lists.{name}");
        value(&name, list, items(&list.value))
    }));
    values
}

fn periods(edition: &Edition) -> Vec<EditionValue> {
    let e = edition;
    vec![
        days("target_days", &e.target_days),
        value("contacts_required", &e.contacts_required, count(e.contacts_required.value, "回", "contacts")),
        value(
            "contact_interval_days",
            &e.contact_interval_days,
            count(e.contact_interval_days.value, "就業日", "business days"),
        ),
        value("second_contact_by_post", &e.second_contact_by_post, yes_no(e.second_contact_by_post.value)),
        months("unreachable_months", &e.unreachable_months),
        months("name_listing_months", &e.name_listing_months),
        months("product_listing_months", &e.product_listing_months),
        months("list_update_months", &e.list_update_months),
        months("release_after_months", &e.release_after_months),
        months("website_months", &e.website_months),
        value("operator_contacts", &e.operator_contacts, count(e.operator_contacts.value, "回", "contacts")),
        value("operator_means", &e.operator_means, count(e.operator_means.value, "種類", "means")),
        months("operator_silence_months", &e.operator_silence_months),
        days("prolonged_days", &e.prolonged_days),
        days("statistic_days", &e.statistic_days),
        days("acknowledge_days", &e.acknowledge_days),
        months("statistics_months", &e.statistics_months),
        months("priority_trial_months", &e.priority_trial_months),
    ]
}

fn judgements(edition: &Edition) -> Vec<EditionValue> {
    let e = edition;
    let time = e.publication_time.value.strftime("%H:%M").to_string();
    let article = e.leak_law_article.value;
    vec![
        value("publication_time", &e.publication_time, Localized::new(time.clone(), time)),
        value("intake_all_day", &e.intake_all_day, yes_no(e.intake_all_day.value)),
        value(
            "leak_law_article",
            &e.leak_law_article,
            Localized::new(format!("第{article}条"), format!("Article {article}")),
        ),
        value("influence", &e.influence, matrix(&e.influence.value)),
        value("range_when_unknown", &e.range_when_unknown, range(e.range_when_unknown.value)),
        value("website_passive", &e.website_passive, passive(&e.website_passive.value)),
    ]
}

fn value<T>(name: &str, sourced: &Sourced<T>, shown: Localized) -> EditionValue {
    EditionValue {
        name: name.to_owned(),
        label: Localized::new(&sourced.ja, &sourced.en),
        shown,
        clause: sourced.clause.clone(),
        verified: sourced.verified,
        source: sourced.source.clone(),
    }
}

fn days(name: &str, sourced: &Sourced<i32>) -> EditionValue {
    value(name, sourced, count(sourced.value, "日", "days"))
}

fn months(name: &str, sourced: &Sourced<i32>) -> EditionValue {
    value(name, sourced, count(sourced.value, "か月", if sourced.value == 1 { "month" } else { "months" }))
}

fn count(number: impl std::fmt::Display, ja: &str, en: &str) -> Localized {
    Localized::new(format!("{number}{ja}"), format!("{number} {en}"))
}

fn yes_no(yes: bool) -> Localized {
    if yes { Localized::new("はい", "yes") } else { Localized::new("いいえ", "no") }
}

fn items(items: &[Item]) -> Localized {
    let lines = |text: fn(&Item) -> &str| items.iter().map(text).collect::<Vec<_>>().join("\n");
    Localized::new(lines(|item| &item.ja), lines(|item| &item.en))
}

fn matrix(matrix: &InfluenceMatrix) -> Localized {
    let (mut ja, mut en) = (Vec::new(), Vec::new());
    for band in &matrix.bands {
        let cells = [(Range::Wide, band.wide), (Range::Medium, band.medium), (Range::Narrow, band.narrow)];
        let texts = cells.map(|(r, i)| (range(r), influence(i)));
        let join = |text: &dyn Fn(&(Localized, Localized)) -> String| texts.iter().map(text).collect::<Vec<_>>();
        let cells_ja = join(&|(r, i)| format!("{}＝{}", r.ja, i.ja)).join("、");
        let cells_en = join(&|(r, i)| format!("{} = {}", r.en, i.en)).join(", ");
        ja.push(format!("{:.1}～{:.1}：{cells_ja}", band.from, band.to));
        en.push(format!("{:.1}–{:.1}: {cells_en}", band.from, band.to));
    }
    Localized::new(ja.join("\n"), en.join("\n"))
}

fn passive(exception: &PassiveException) -> Localized {
    let (from, to, range) = (exception.from, exception.to, range(exception.range));
    Localized::new(format!("{from:.1}～{to:.1}かつ{}", range.ja), format!("{from:.1}–{to:.1} and {}", range.en))
}

fn range(range: Range) -> Localized {
    match range {
        Range::Wide => Localized::new("広", "wide"),
        Range::Medium => Localized::new("中", "medium"),
        Range::Narrow => Localized::new("狭", "narrow"),
    }
}

fn influence(influence: Influence) -> Localized {
    match influence {
        Influence::Priority => Localized::new("優先対応", "priority handling"),
        Influence::Normal => Localized::new("通常対応", "normal handling"),
        Influence::Simple => Localized::new("簡易対応", "simple handling"),
    }
}

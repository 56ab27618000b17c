//! What stands in a form before anybody typed: what is on record, what the rules propose.

use formats::cvss::Vector;
use rulebook::case::{AttemptOutcome, ContactMeans, DutyKind};
use rulebook::site::record::SiteTalk;
use rulebook::site::{OperatorCategory, OperatorSource, SiteAction, SiteEnding, SiteField};
use ui::{Form, Lang, Query};

use super::Desk;
use super::bench::ADDRESSES;
use crate::desk::case::influence;
use crate::desk::classified;
use crate::letters::{OPERATORS, in_their_words};
use crate::site_names;

/// Fills a form.
pub(super) fn fill(desk: &Desk<'_>, action: SiteAction, form: &mut Form) {
    let (frame, view) = (&desk.frame, desk.view());
    match action {
        SiteAction::Classify => classify(desk, form),
        SiteAction::Rate => influence::fill(form, view.ratings.last().map(|rating| &rating.item.factors)),
        // The conditions are for somebody to tick who has read that report.
        SiteAction::JoinReport => form.set("reason", frame.t("site-desk-accept-letter")),
        SiteAction::CheckSource => {
            let looked = |source: &OperatorSource| view.lookups.iter().any(|one| one.source == *source);
            let next = OperatorSource::ALL.into_iter().find(|source| !looked(source));
            form.set("source", next.unwrap_or(OperatorSource::Report).word());
        }
        SiteAction::IdentifyOperator => identify(desk, form),
        SiteAction::ContactOperator => contact(desk, form),
        SiteAction::ConfirmOperator => {
            let written = view.attempts.iter().rev().find(|attempt| attempt.means == ContactMeans::Mail);
            form.set("mail", written.map_or("", |attempt| attempt.to.as_str()));
        }
        SiteAction::SendDetails => send(desk, form),
        SiteAction::PassTalk | SiteAction::AnswerTalk => the_only_wish(desk, form),
        SiteAction::LinkAlert | SiteAction::RecordNda => {
            form.set("on", frame.today);
            form.set("with", agency(desk));
        }
        SiteAction::Disclose => disclose(desk, form),
        SiteAction::HandToProduct => {
            let Some(content) = &view.content else { return };
            form.set("kind", &content.kind);
            form.set("steps", &content.steps);
            form.set("threat", &content.threat);
        }
        SiteAction::Close => close(desk, form),
        _ => {}
    }
}

/// The vector of the newest rating.
pub(super) fn vector(desk: &Desk<'_>) -> Option<Vector> {
    Vector::parse(&desk.view().ratings.last()?.item.vector).ok()
}

fn classify(desk: &Desk<'_>, form: &mut Form) {
    let view = desk.view();
    let Some(decided) = &view.classification else {
        let words = view.content.as_ref().map_or("", |content| content.kind.as_str());
        return classified::propose(form, words);
    };
    classified::fill(form, decided);
}

fn identify(desk: &Desk<'_>, form: &mut Form) {
    let Some(operator) = &desk.view().operator else {
        return form.set("category", OperatorCategory::Unknown.word());
    };
    form.set("name", &operator.name);
    form.set("category", operator.category.word());
    for ((means, to), address) in ADDRESSES.into_iter().zip(&operator.addresses) {
        form.set(means, address.means.word());
        form.set(to, &address.to);
    }
}

/// A first mail with a link, to the first address that is known; the next attempt by other means.
fn contact(desk: &Desk<'_>, form: &mut Form) {
    let view = desk.view();
    let known = view.operator.iter().flat_map(|operator| &operator.addresses);
    let tried = |means| view.attempts.iter().any(|attempt| attempt.means == means);
    let next = known.clone().find(|address| !tried(address.means)).or(known.clone().next());
    form.set("means", next.map_or(ContactMeans::Mail, |address| address.means).word());
    form.set("to", next.map_or("", |address| address.to.as_str()));
    form.set("on", desk.frame.today);
    form.set("outcome", AttemptOutcome::Waiting.word());
    form.set("link", "yes");
}

/// Everything but the proof and what was told to the desk alone, and advice for the kind in the operator's language.
fn send(desk: &Desk<'_>, form: &mut Form) {
    let view = desk.view();
    let held = [SiteField::Proof, SiteField::Notes];
    SiteField::ALL.iter().filter(|field| !held.contains(field)).for_each(|field| form.set("field", field.word()));
    if let Some(decided) = &view.classification {
        form.set("advice", site_names::ours(OPERATORS, "site-advice", decided.kind.word()));
    }
}

/// The wishes to talk that nobody passed on, each with its place, from 1.
pub(super) fn wishes<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = (usize, &'a SiteTalk)> {
    let waits = |(_, talk): &(usize, &SiteTalk)| talk.agreed.is_none() && talk.report.is_none();
    (1..).zip(&desk.view().talks).filter(waits)
}

/// Where one wish alone waits, it is meant.
fn the_only_wish(desk: &Desk<'_>, form: &mut Form) {
    let mut all = wishes(desk);
    if let (Some((wish, _)), None) = (all.next(), all.next()) {
        form.set("wish", wish);
    }
}

/// The office in charge of such an operator.
fn agency(desk: &Desk<'_>) -> String {
    let operator = desk.view().operator.as_ref();
    let key = match operator.and_then(|operator| operator.category.special_way()) {
        Some((_, key)) => key,
        None if desk.view().leak.feared.is_some() => "privacy_commission",
        None => return String::new(),
    };
    let edition = desk.edition();
    edition.agency(key).map(|name| desk.frame.lang.pick(&name.ja, &name.en).to_owned()).unwrap_or_default()
}

fn disclose(desk: &Desk<'_>, form: &mut Form) {
    let view = desk.view();
    let special = view.operator.as_ref().and_then(|operator| operator.category.special_way());
    if let Some((ground, _)) = special {
        form.set("ground", ground.word());
    }
    form.set("to", view.ndas.last().map_or_else(|| agency(desk), |nda| nda.with.clone()));
    [SiteField::Url, SiteField::Kind, SiteField::Threat].iter().for_each(|field| form.set("field", field.word()));
}

/// The ending that the address of the page names.
pub(super) fn asked(desk: &Desk<'_>) -> Option<SiteEnding> {
    Query::parse(&desk.frame.path).get("ending").and_then(SiteEnding::of_word)
}

/// The ending that the address names, else what the operator's word proposes, else its silence; with words for both,
/// each in the language of its reader.
fn close(desk: &Desk<'_>, form: &mut Form) {
    let possible = |ending: &SiteEnding| desk.case.endings.iter().any(|(one, why)| one == ending && why.is_none());
    let silent = desk.view().duties.iter().any(|duty| duty.what == DutyKind::JudgeSilence);
    let silent = silent.then_some(SiteEnding::NoProperAnswer);
    let leaves = [SiteEnding::HandedToProduct, SiteEnding::Withdrawn].into_iter().find(possible);
    let chosen = [asked(desk), desk.case.proposed, leaves, silent].into_iter().flatten().find(possible);
    let Some(ending) = chosen else { return };
    form.set("ending", ending.word());
    let key = if ending.is_fix() { "fixed" } else { "ended" };
    let letter = |lang: Lang, to: &str| {
        let named = site_names::ending(lang, &desk.edition().lists, ending);
        lang.t1(format!("site-desk-letter-{to}-{key}"), "ending", named)
    };
    let languages = desk.case.reports.iter().map(|report| report.language);
    form.set("to_finder", in_their_words(languages, |lang| letter(lang, "finder")));
    if !desk.view().attempts.is_empty() {
        form.set("to_operator", letter(OPERATORS, "operator"));
    }
}

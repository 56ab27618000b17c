//! What is owed in a website case (Ⅴ.3, Ⅴ.4). Nobody's silence blocks: beside every turn of the operator stands the
//! desk's own, with the day on which it may go on alone.

use super::file::SiteFile;
use super::lists::SiteCause;
use super::silence;
use super::state::SiteState;
use super::talks;
use crate::case::event::AttemptOutcome;
use crate::case::{Duty, DutyKind};
use crate::edition::{Influence, Rules};
use crate::party::Party;

fn desk(what: DutyKind) -> Duty {
    Duty::new(Party::ReceivingBody, what)
}

fn operator(site: &SiteState, what: DutyKind) -> Duty {
    Duty::new(Party::SiteOperator(site.id), what)
}

/// How heavy a case is in the desk's order: high influence first, whatever the order of arrival (Ⅴ.3.5, 付録4).
#[must_use]
pub fn weight(site: &SiteState) -> i64 {
    match site.rating().map(|rating| rating.influence) {
        Some(Influence::Priority) => 300,
        Some(Influence::Normal) => 200,
        Some(Influence::Simple) => 100,
        None if site.high_impact => 300,
        None => 200,
    }
}

/// What is owed in a case.
#[must_use]
pub fn duties(file: &SiteFile, rules: Rules<'_>) -> Vec<Duty> {
    let site = &file.site;
    let mut duties: Vec<Duty> = messages(site).collect();
    let results = site.disclosures.iter().any(|one| one.result.is_none());
    duties.extend(results.then(|| desk(DutyKind::RecordSiteResult)));
    if site.closing.is_some() {
        return duties;
    }
    if site.classification.is_none() {
        duties.push(desk(DutyKind::ClassifySite));
    }
    if site.ratings.is_empty() {
        duties.push(desk(DutyKind::RateInfluence));
    }
    match (&site.contact, &site.details) {
        _ if site.answer_to_judge().is_some() => duties.push(desk(DutyKind::JudgeOperatorAnswer)),
        (None, _) => duties.extend(reaching(site, rules)),
        (Some(_), None) => duties.push(desk(DutyKind::SendSiteDetails)),
        (Some(_), Some(_)) => duties.extend(fixing(site, rules)),
    }
    duties.extend(consultation(file));
    let asked = site.consents.iter().filter(|consent| consent.answer.is_none());
    duties.extend(asked.map(|_| operator(site, DutyKind::GiveSiteConsent)));
    if site.leak.feared.is_some() && site.leak.public.is_none() && site.details.is_some() {
        duties.push(operator(site, DutyKind::PublishLeak));
    }
    duties.extend(leaving(file));
    duties.extend(talks::duties(site));
    duties
}

fn messages(site: &SiteState) -> impl Iterator<Item = Duty> {
    let to_answer = site.unanswered_message().then(|| desk(DutyKind::AnswerOperator));
    let asked = site.desk_waits().then(|| operator(site, DutyKind::AnswerSiteDesk));
    to_answer.into_iter().chain(asked)
}

/// Until the operator is reached (Ⅴ.3.5): look it up, tell it, try again by other means, and then judge.
fn reaching(site: &SiteState, rules: Rules<'_>) -> Vec<Duty> {
    let Some(last) = site.attempts.last() else {
        let first = if site.operator.is_none() { DutyKind::FindOperator } else { DutyKind::ContactOperator };
        return vec![desk(first)];
    };
    if last.outcome == AttemptOutcome::Answered {
        return vec![desk(DutyKind::ConfirmOperator)];
    }
    let next = if silence::is_tried(site, rules.edition) {
        desk(DutyKind::JudgeSilence).by(silence::ends_from(site, rules.edition))
    } else {
        desk(DutyKind::ContactOperator).by(silence::next_contact(site, rules))
    };
    let theirs = (last.outcome == AttemptOutcome::Waiting).then(|| operator(site, DutyKind::ConfirmOperator));
    [next].into_iter().chain(theirs).collect()
}

/// From the details to the fix (Ⅴ.4.1). The operator's months run from the day on which it received them; the desk
/// follows up what takes long, and may end what is not answered.
fn fixing(site: &SiteState, rules: Rules<'_>) -> Vec<Duty> {
    let mut duties = Vec::new();
    let helped = site.wants_help();
    if site.received_on.is_none() {
        duties.push(operator(site, DutyKind::ReceiveSiteDetails));
    } else {
        let aimed_at = silence::aimed_at(site, rules.edition);
        let named = site.answer().and_then(|answer| answer.item.ready_on);
        let what = if site.answer().is_none() { DutyKind::AnswerSite } else { DutyKind::FixSite };
        duties.push(operator(site, what).by(named.or(aimed_at)).waiting(helped));
    }
    if helped {
        duties.push(desk(DutyKind::HelpOperator));
    } else if !site.unanswered_message() {
        duties.push(desk(DutyKind::JudgeSilence).by(silence::ends_from(site, rules.edition)));
    }
    let long = silence::prolonged_from(site, rules.edition);
    let followed = |day| site.messages.iter().any(|m| m.item.from == Party::ReceivingBody && m.item.on >= day);
    if long.is_some_and(|day| !followed(day)) {
        duties.push(desk(DutyKind::FollowUpSite).by(long));
    }
    duties
}

/// A finder that enquires is answered after the operator was consulted (Ⅴ.3.6); its silence does not keep the desk from
/// answering.
fn consultation(file: &SiteFile) -> Option<Duty> {
    let site = &file.site;
    site.details.as_ref()?;
    let mut open = file.reports.iter().filter(|report| report.waits_for_desk()).filter(|report| {
        let asked_at = report.messages.last().map(|message| message.at);
        let consulted = |message: &&crate::report::state::Dated<super::record::SiteMessage>| {
            message.item.about == Some(report.id) && Some(message.at) > asked_at
        };
        site.messages.iter().find(consulted).is_none()
    });
    open.next().map(|_| desk(DutyKind::ConsultOperator))
}

/// What leads out of the case: a product's flaw is handed over (Ⅴ.3.8), and what nobody stands by any more is ended.
fn leaving(file: &SiteFile) -> Option<Duty> {
    let site = &file.site;
    let product = site.classification.as_ref().is_some_and(|decided| decided.cause == SiteCause::Product);
    if product && site.product.is_none() {
        return Some(desk(DutyKind::HandToProduct));
    }
    let withdrawn = site.details.is_none() && file.reports.iter().all(|report| report.withdrawn_on.is_some());
    (site.product.is_some() || withdrawn).then(|| desk(DutyKind::CloseSite))
}

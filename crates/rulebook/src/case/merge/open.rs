//! What is still open in a case that proved to be the same as another, and goes on there: questions, signals, talks,
//! NDAs with those whom they cover, waves.

use crate::case::duties::waits_in;
use crate::case::event::{CaseEvent, Thread};
use crate::case::outreach::{OutreachEvent, SiteRequest, Talk, UserNotice};
use crate::case::schedule::ScheduleEvent;
use crate::case::state::CaseState;
use crate::party::Party;

/// Everything of it, as events of the case that goes on.
pub(super) fn open(from: &CaseState, into: &CaseState) -> Vec<CaseEvent> {
    let mut events = questions(from, into);
    events.extend(signals(from, into));
    let outreach = [outside(from, into), waves(from, into), requests(from, into), talks(from, into)].concat();
    events.extend(outreach.into_iter().map(CaseEvent::Outreach));
    events
}

/// The messages that wait for an answer. A body's question is not put into a thread in which it owes one itself: there
/// it would pass for the answer.
fn questions(from: &CaseState, into: &CaseState) -> Vec<CaseEvent> {
    let developers = from.developers.iter().map(|side| Thread::Developer(side.id));
    let mut events = Vec::new();
    for thread in [Thread::Bodies].into_iter().chain(developers) {
        let Some(asker) = waits_in(from, thread) else { continue };
        let owes = waits_in(into, thread).is_some_and(|other| other != asker);
        if owes && asker.is_staff() {
            continue;
        }
        let said: Vec<_> = from.messages.iter().filter(|message| message.item.thread == thread).collect();
        let first = said.iter().rposition(|message| message.item.from != asker).map_or(0, |place| place + 1);
        events.extend(said[first..].iter().map(|message| CaseEvent::MessagePosted {
            thread,
            from: asker,
            body: message.item.body,
            attachments: message.item.attachments.clone(),
            written_at: Some(message.at),
        }));
    }
    events
}

/// What was seen outside: a fact stays one, a claim waits to be judged.
fn signals(from: &CaseState, into: &CaseState) -> Vec<CaseEvent> {
    let mut number = into.schedule.signals.len() as u32;
    let mut events = Vec::new();
    for seen in from.schedule.signals.iter().filter(|seen| seen.adopted != Some(false)) {
        let Some(by) = seen.by else { continue };
        number += 1;
        let (kind, seen_on, note) = (seen.kind, seen.seen_on, seen.note.clone());
        events.push(ScheduleEvent::SignalReported { signal: number, kind, seen_on, by, note });
        if let Some(adopted) = seen.adopted {
            events.push(ScheduleEvent::SignalJudged { signal: number, adopted, reason: seen.reason.clone() });
        }
    }
    events.into_iter().map(CaseEvent::Schedule).collect()
}

/// NDAs, and those outside who were told, with what they answered: their duty of secrecy holds for the case that goes
/// on. An analysis that was not passed on to the developers waits for it there.
fn outside(from: &CaseState, into: &CaseState) -> Vec<OutreachEvent> {
    let ndas = into.outreach.ndas.len() as u32;
    let disclosures = into.outreach.disclosures.len() as u32;
    let mut events = Vec::new();
    for nda in from.outreach.ndas.iter().cloned() {
        let (number, with, reference) = (ndas + nda.number, nda.with, nda.reference);
        events.push(OutreachEvent::NdaRecorded {
            nda: number,
            by: nda.by,
            with,
            on: nda.on,
            until: nda.until,
            reference,
        });
    }
    for told in from.outreach.disclosures.iter().cloned() {
        let disclosure = disclosures + told.number;
        events.push(OutreachEvent::DisclosedTo {
            disclosure,
            by: told.by,
            recipient: told.recipient,
            ground: told.ground,
            content: told.content,
            attachments: told.attachments,
            nda: told.nda.map(|number| ndas + number),
            consent: told.consent,
            purpose: told.purpose,
            tlp: told.tlp,
            on: told.on,
        });
        let answers = told.results.into_iter();
        events.extend(answers.map(|(on, result)| OutreachEvent::AnalysisReceived { disclosure, result, on }));
    }
    let analyses = into.outreach.analyses.len() as u32;
    let waiting = from.outreach.analyses.iter().filter(|one| one.passed_on.is_none());
    events.extend(waiting.cloned().zip(1..).filter_map(|(one, place)| {
        let (analysis, summary, on) = (analyses + place, one.summary, one.on);
        one.by.map(|by| OutreachEvent::InfluenceAnalysed { analysis, by, summary, on })
    }));
    events
}

/// Why each developer that is new there is on the case and in which wave; a wave that is known there keeps its day.
fn waves(from: &CaseState, into: &CaseState) -> Vec<OutreachEvent> {
    let known = |developer| into.developer(developer).is_some();
    let new = from.outreach.involvements.iter().filter(|(developer, ..)| !known(*developer));
    let mut events: Vec<OutreachEvent> = new
        .map(|&(developer, involvement, wave)| OutreachEvent::InvolvementSet { developer, involvement, wave })
        .collect();
    let there = |number| into.outreach.waves.iter().any(|wave| wave.number == number);
    for wave in from.outreach.waves.iter().filter(|wave| !there(wave.number)) {
        events.extend(wave.day.map(|day| OutreachEvent::WavePlanned { wave: wave.number, day }));
        let opened = wave.opened.clone();
        events.extend(opened.map(|(on, reason)| OutreachEvent::WaveOpened { wave: wave.number, reason, on }));
    }
    events
}

/// Questions about the site and notices to users that wait for an answer, and who was told already.
fn requests(from: &CaseState, into: &CaseState) -> Vec<OutreachEvent> {
    let (from, into) = (&from.outreach, &into.outreach);
    let sites = from.site_requests.iter().filter(|one| one.answer.is_none());
    let sites = sites.filter(|one| into.open_site_request(one.developer).is_none());
    let asked = sites.cloned().map(|SiteRequest { developer, why, on, .. }| OutreachEvent::SiteInformationAsked {
        developer,
        why,
        on,
    });
    let notices = from.user_notices.iter().filter(|one| one.answer.is_none() && !one.done);
    let notices = notices.filter(|one| into.open_user_notice(one.developer).is_none());
    let wanted = notices.cloned().map(|UserNotice { developer, whom, day, how, on, .. }| {
        OutreachEvent::UserNoticeAsked { developer, whom, day, how, on }
    });
    let told = from.users_told.iter().cloned().map(|told| OutreachEvent::UsersNotified {
        developer: told.developer,
        all: told.all,
        evidence: told.evidence,
        on: told.on,
    });
    told.chain(asked).chain(wanted).collect()
}

/// Wishes to talk that wait for an answer, and talks that both sides agreed to.
fn talks(from: &CaseState, into: &CaseState) -> Vec<OutreachEvent> {
    let open = from.outreach.talks.iter().filter(|talk| talk.agreed != Some(false));
    let fresh = open.filter(|talk| into.outreach.open_talk(talk.wisher).is_none());
    fresh.flat_map(talk_again).collect()
}

fn talk_again(talk: &Talk) -> Vec<OutreachEvent> {
    let (wisher, on) = (talk.wisher, talk.on);
    let mut events = vec![OutreachEvent::TalkWished { by: wisher, on }];
    let Some((developer, report)) = talk.between else { return events };
    events.push(OutreachEvent::TalkPassed { wisher, developer, report, on });
    let by = if matches!(wisher, Party::Finder(_)) { Party::Developer(developer) } else { Party::Finder(report) };
    events.extend(talk.agreed.map(|agrees| OutreachEvent::TalkAnswered { wisher, by, agrees, on }));
    events
}

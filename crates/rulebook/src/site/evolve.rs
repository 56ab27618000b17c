//! How each event changes a website case.

use jiff::Timestamp;

use super::event::{SiteEvent, SiteThread};
use super::record::{
    Alert, AnswerGiven, Check, Closing, Consent, Lookup, Operator, OperatorContact, SiteAttempt, SiteDetails,
    SiteDisclosure, SiteMessage, SiteNda, SiteTalk,
};
use super::state::SiteState;
use crate::party::Party;
use crate::report::state::Dated;

impl SiteState {
    pub(super) fn take(&mut self, at: Timestamp, event: SiteEvent) {
        match event {
            SiteEvent::SiteCaseOpened { .. } => {}
            SiteEvent::SiteReportJoined { report, attachments, .. } => {
                self.reports.push(report);
                self.attachments.extend(attachments);
            }
            SiteEvent::SiteOwnerSet { account } => self.owner = account,
            SiteEvent::SiteNoteAdded { body, by } => self.notes.push(Dated { at, item: (by, body) }),
            SiteEvent::SiteClassified(classification) => self.classification = Some(classification),
            SiteEvent::SiteRated(item) => self.ratings.push(Dated { at, item }),
            SiteEvent::LeakSuspected { suspected, note, on } => self.leak.feared = suspected.then_some((on, note)),
            SiteEvent::LeakMadePublic { url, items, on, .. } => self.leak.public = Some((url, items, on)),
            SiteEvent::SiteForwarded { to, on } => {
                self.forwards.push((on, to));
                self.taken_back_on = None;
            }
            SiteEvent::SiteTakenBack { on } => self.taken_back_on = Some(on),
            SiteEvent::AlertLinked { title, url, on } => self.alerts.push(Alert { title, url, on }),
            SiteEvent::FoundInProduct { case, site_named, .. } => self.product = Some((case, site_named)),
            SiteEvent::SiteClosed { ending, to_finder, to_operator, on } => {
                self.closing = Some(Closing { ending, to_finder, to_operator, on });
            }
            SiteEvent::SiteReopened { reason, on } => {
                self.closing = None;
                self.reopened.push((on, reason));
            }
            SiteEvent::FixChecked { result, note, on } => {
                self.checks.push(Dated { at, item: Check { result, note, on } });
            }
            other => self.take_of_operator(at, other),
        }
    }

    fn take_of_operator(&mut self, at: Timestamp, event: SiteEvent) {
        match event {
            SiteEvent::OperatorIdentified { name, category, addresses } => {
                self.operator = Some(Operator { name, category, addresses });
            }
            SiteEvent::OperatorSourceChecked { source, found, note, on } => {
                self.lookups.push(Lookup { source, found, note, on });
            }
            SiteEvent::OperatorContacted { means, to, on, outcome, link, note } => {
                self.attempts.push(SiteAttempt { means, to, on, outcome, link, note });
            }
            SiteEvent::OperatorAttemptNoted { attempt, outcome, note } => {
                let index = (attempt as usize).checked_sub(1);
                if let Some(one) = index.and_then(|index| self.attempts.get_mut(index)) {
                    (one.outcome, one.note) = (outcome, note);
                }
            }
            SiteEvent::OperatorConfirmed { on, person, mail, by_operator } => {
                self.contact = Some(OperatorContact { on, person, mail, by_operator });
            }
            SiteEvent::SiteDetailsSent { on, content, attachments, finder_named } => {
                self.details = Some(SiteDetails { on, content, attachments, finder_named });
            }
            SiteEvent::SiteDetailsReceived { on, .. } => self.received_on = Some(on),
            SiteEvent::OperatorAnswered { answer, words, ready_on, on, by_operator } => {
                self.answers.push(Dated { at, item: AnswerGiven { answer, words, ready_on, on, by_operator } });
            }
            SiteEvent::OperatorConsentAsked { what, on } => {
                self.consents.push(Consent { what, asked_on: on, answer: None });
            }
            SiteEvent::OperatorConsentAnswered { what, agrees, on, .. } => {
                let mut open = self.consents.iter_mut().filter(|consent| consent.what == what);
                if let Some(consent) = open.find(|consent| consent.answer.is_none()) {
                    consent.answer = Some((agrees, on));
                }
            }
            other => self.take_of_talk(at, other),
        }
    }

    fn take_of_talk(&mut self, at: Timestamp, event: SiteEvent) {
        match event {
            SiteEvent::SiteMessagePosted { thread, from, body, question, attachments, on } => {
                let item = SiteMessage { thread, from, body, question, attachments, about: None, on };
                self.messages.push(Dated { at, item });
            }
            SiteEvent::OperatorConsulted { report, body, on } => {
                let (thread, from, about) = (SiteThread::Operator, Party::ReceivingBody, Some(report));
                let item = SiteMessage { thread, from, body, question: true, attachments: Vec::new(), about, on };
                self.messages.push(Dated { at, item });
            }
            SiteEvent::SiteNdaRecorded { with, on, until, reference } => {
                self.ndas.push(SiteNda { with, on, until, reference });
            }
            SiteEvent::SiteDisclosed { ground, to, content, attachments, purpose, on } => {
                let number = self.disclosures.len() as u32 + 1;
                let result = None;
                self.disclosures.push(SiteDisclosure { number, ground, to, content, attachments, purpose, on, result });
            }
            SiteEvent::SiteResultRecorded { disclosure, result, on } => {
                if let Some(one) = self.disclosures.iter_mut().find(|one| one.number == disclosure) {
                    one.result = Some((on, result));
                }
            }
            SiteEvent::SiteTalkWished { wisher, on } => {
                self.talks.push(SiteTalk { wisher, wished_on: on, report: None, agreed: None });
            }
            SiteEvent::SiteTalkPassed { wisher, report, .. } => {
                if let Some(talk) = self.talks.iter_mut().find(|talk| talk.wisher == wisher && talk.agreed.is_none()) {
                    talk.report = Some(report);
                }
            }
            SiteEvent::SiteTalkAnswered { wisher, agrees, .. } => {
                if let Some(talk) = self.talks.iter_mut().find(|talk| talk.wisher == wisher && talk.agreed.is_none()) {
                    talk.agreed = Some(agrees);
                }
            }
            _ => {}
        }
    }
}

//! What is known of those who are told and those who talk, after all events.

use jiff::civil::Date;
use serde::Serialize;

use super::event::{Involvement, OutreachEvent};
use super::record::{
    Analysis, Disclosure, Nda, SiteAnswer, SiteRequest, Talk, UserNotice, UserNoticeAnswer, UsersTold,
};
use super::waves::Wave;
use crate::ids::DeveloperId;
use crate::party::Party;

/// Everything on record, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outreach {
    /// NDAs.
    pub ndas: Vec<Nda>,
    /// Who was told outside.
    pub disclosures: Vec<Disclosure>,
    /// Analyses of the influence on other software and systems.
    pub analyses: Vec<Analysis>,
    /// Why each developer is on the case, and in which wave it is told.
    pub involvements: Vec<(DeveloperId, Involvement, u32)>,
    /// Waves that were planned or opened.
    pub waves: Vec<Wave>,
    /// Questions about the site of the report.
    pub site_requests: Vec<SiteRequest>,
    /// Notices to users before the publication.
    pub user_notices: Vec<UserNotice>,
    /// Users that were told.
    pub users_told: Vec<UsersTold>,
    /// Wishes to talk directly.
    pub talks: Vec<Talk>,
    /// Developers that said that the details arrived.
    pub acknowledged: Vec<(DeveloperId, Date)>,
}

impl Outreach {
    /// Takes in one more event.
    pub fn evolve(&mut self, event: &OutreachEvent) {
        match event.clone() {
            OutreachEvent::NdaRecorded { nda: number, by, with, on, until, reference } => {
                self.ndas.push(Nda { number, by, with, on, until, reference });
            }
            OutreachEvent::InfluenceAnalysed { analysis: number, by, summary, on } => {
                let passed_on = (by == Party::Coordinator).then_some(on);
                self.analyses.push(Analysis { number, by: Some(by), summary, on, passed_on });
            }
            OutreachEvent::InfluencePassed { analysis, on } => {
                if let Some(one) = self.analyses.iter_mut().find(|one| one.number == analysis) {
                    one.passed_on = Some(on);
                }
            }
            OutreachEvent::InvolvementSet { developer, involvement, wave } => {
                self.involvements.retain(|(id, ..)| *id != developer);
                self.involvements.push((developer, involvement, wave));
            }
            OutreachEvent::WavePlanned { wave, day } => self.wave(wave).day = Some(day),
            OutreachEvent::WaveOpened { wave, reason, on } => self.wave(wave).opened = Some((on, reason)),
            OutreachEvent::ReceiptAcknowledged { developer, on } => self.acknowledged.push((developer, on)),
            event @ (OutreachEvent::DisclosedTo { .. } | OutreachEvent::AnalysisReceived { .. }) => {
                self.evolve_disclosures(event);
            }
            event @ (OutreachEvent::TalkWished { .. }
            | OutreachEvent::TalkPassed { .. }
            | OutreachEvent::TalkAnswered { .. }) => self.evolve_talks(&event),
            event => self.evolve_requests(event),
        }
    }

    fn wave(&mut self, number: u32) -> &mut Wave {
        let place = self.waves.iter().position(|wave| wave.number == number).unwrap_or_else(|| {
            self.waves.push(Wave { number, day: None, opened: None });
            self.waves.len() - 1
        });
        &mut self.waves[place]
    }

    fn evolve_disclosures(&mut self, event: OutreachEvent) {
        match event {
            OutreachEvent::DisclosedTo {
                disclosure: number,
                by,
                recipient,
                ground,
                content,
                attachments,
                nda,
                consent,
                purpose,
                tlp,
                on,
            } => {
                let results = Vec::new();
                let told = Disclosure {
                    number,
                    by,
                    recipient,
                    ground,
                    content,
                    attachments,
                    nda,
                    consent,
                    purpose,
                    tlp,
                    on,
                    results,
                };
                self.disclosures.push(told);
            }
            OutreachEvent::AnalysisReceived { disclosure, result, on } => {
                if let Some(told) = self.disclosures.iter_mut().find(|told| told.number == disclosure) {
                    told.results.push((on, result));
                }
            }
            _ => {}
        }
    }

    fn evolve_requests(&mut self, event: OutreachEvent) {
        match event {
            OutreachEvent::SiteInformationAsked { developer, why, on } => {
                self.site_requests.push(SiteRequest { developer, why, on, answer: None });
            }
            OutreachEvent::SiteInformationAnswered { developer, information, consent, on } => {
                if let Some(request) = self.site_requests.iter_mut().rfind(|one| one.developer == developer) {
                    request.answer = Some(SiteAnswer { information, consent, on });
                }
            }
            OutreachEvent::UserNoticeAsked { developer, whom, day, how, on } => {
                self.user_notices.push(UserNotice { developer, whom, day, how, on, answer: None, done: false });
            }
            OutreachEvent::UserNoticeAllowed { developer, request: text, on } => {
                self.answer_notice(developer, UserNoticeAnswer { allowed: true, text, on });
            }
            OutreachEvent::UserNoticeDeclined { developer, reason: text, on } => {
                self.answer_notice(developer, UserNoticeAnswer { allowed: false, text, on });
            }
            OutreachEvent::UsersNotified { developer, all, evidence, on } => {
                self.user_notices.iter_mut().filter(|one| one.developer == developer).for_each(|one| one.done = true);
                self.users_told.push(UsersTold { developer, all, evidence, on });
            }
            _ => {}
        }
    }

    fn answer_notice(&mut self, developer: DeveloperId, answer: UserNoticeAnswer) {
        if let Some(notice) = self.user_notices.iter_mut().rfind(|one| one.developer == developer) {
            notice.answer = Some(answer);
        }
    }

    fn evolve_talks(&mut self, event: &OutreachEvent) {
        match *event {
            OutreachEvent::TalkWished { by: wisher, on } => {
                self.talks.push(Talk { wisher, on, between: None, agreed: None });
            }
            OutreachEvent::TalkPassed { wisher, developer, report, .. } => {
                if let Some(talk) = self.talks.iter_mut().rfind(|talk| talk.wisher == wisher) {
                    talk.between = Some((developer, report));
                }
            }
            OutreachEvent::TalkAnswered { wisher, agrees, .. } => {
                if let Some(talk) = self.talks.iter_mut().rfind(|talk| talk.wisher == wisher) {
                    talk.agreed = Some(agrees);
                }
            }
            _ => {}
        }
    }

    /// A party's wish that is not answered yet: there is at most one.
    #[must_use]
    pub fn open_talk(&self, wisher: Party) -> Option<&Talk> {
        self.talks.iter().rfind(|talk| talk.wisher == wisher && talk.agreed.is_none())
    }

    /// A developer's open question about the site.
    #[must_use]
    pub fn open_site_request(&self, developer: DeveloperId) -> Option<&SiteRequest> {
        self.site_requests.iter().rfind(|one| one.developer == developer && one.answer.is_none())
    }

    /// A developer's notice to users that waits for the coordinator's answer.
    #[must_use]
    pub fn open_user_notice(&self, developer: DeveloperId) -> Option<&UserNotice> {
        self.user_notices.iter().rfind(|one| one.developer == developer && one.answer.is_none() && !one.done)
    }
}

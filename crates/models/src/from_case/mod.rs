//! A case of the rulebook as Vultron sees it, computed from its events.
//!
//! | in the partnership | in Vultron |
//! |---|---|
//! | report received | receiving body RM S→R; the request of non-disclosure is an embargo, accepted tacitly: EM N→P→A |
//! | the desk asks the finder something | receiving body R→I, held for more information |
//! | report not accepted | receiving body →I→C |
//! | accepted, case opened | receiving body →V→A, "accepted" is two steps |
//! | a further report joined | its finder takes part, and is bound as the first one |
//! | taken in from overseas | that coordinator takes part; its day is the end of the embargo |
//! | handed over | coordinator S→R→V→A, and signatory |
//! | first attempt to reach a developer | no state: the day from which the clock runs; the embargo's long stop moves |
//! | unreachable, name listed, product listed | no state: stays RM S and `vfdpxa`; the days are noted beside it |
//! | contact confirmed | developer invited to the embargo |
//! | details released | developer S→R, V; its consent |
//! | verified: affected, or tells all its users | developer →V→A |
//! | verified: small influence, known already | developer →V→D |
//! | verified: none of its, cannot reproduce, needs more | developer R→I (from V or A →D) |
//! | a fix is ready | developer →A, F; a workaround alone is no F |
//! | status stated | no state: affectedness beside the machines |
//! | day proposed | EM A→R, signatories lapse |
//! | day set | EM →R→A with the day as its end; those who lapsed agree tacitly |
//! | seen outside and adopted: leak, published elsewhere | P; embargo ends |
//! | seen outside and adopted: exploit public | X and P at once; embargo ends |
//! | seen outside and adopted: attacks | A; that the embargo should end is advice |
//! | publication dropped | coordinator A→D |
//! | handling stopped | both bodies →D, and →C when it was not taken up again; the embargo stands until the finder is released |
//! | handling taken up again | both bodies D→A |
//! | a developer that was told refuses | R→I, or V, A→D; one that was not told stays |
//! | reached again, taken off the list | no state: the days of the list are cleared |
//! | published | P, vendors that did not know now do, EM →X (P→N), consents fall |
//!
//! A finder is a reporter: what came before its report is invisible, it enters at RM A. In a developer's report on its
//! own product the first developer of the case is the one that reported: it knows at once. That a finder is released from the non-disclosure request is noted beside its consent,
//! which Vultron cannot take back. What has no counterpart
//! (letters, lists, the committee) changes no machine; the rulebook keeps it.

mod model;
mod replay;

use jiff::civil::Date;
use rulebook::case::{
    ArrivalEvent, CaseEvent, CaseFile, EndingEvent, ReachEvent, ScheduleEvent, SignalKind, VerificationResult,
};
use rulebook::edition::Rules;
use rulebook::ids::{DeveloperId, ReportId};
use rulebook::moment::day_of;
use rulebook::party::Party;
use rulebook::report::state::{ReportEvent, ReportStage, ReportState, Writer};

pub use model::{CaseModel, Embargo, Participant, Role, Step};

use crate::vultron::{CsEvent, EmEvent, RmState};
use replay::Replay;

/// The Vultron state of a case on a day, from everything that happened in it.
#[must_use]
pub fn from_case(file: &CaseFile, rules: Rules<'_>, today: Date) -> CaseModel {
    let mut replay = Replay::new(file, rules, today);
    if let Some(CaseEvent::CaseOpened { report: Some(report), .. }) = file.case.history.first().map(|first| &first.item)
    {
        replay.report(*report);
    }
    for dated in &file.case.history {
        replay.at(dated.at, dated.item.kind());
        replay.ready_fixes(day_of(dated.at, rules.edition.utc_offset_hours));
        replay.event(&dated.item);
    }
    replay.ready_fixes(today);
    replay.finish()
}

/// How far the receiving body is with a report that is no case, or not yet.
#[must_use]
pub fn from_report(report: &ReportState) -> RmState {
    match report.stage {
        ReportStage::Accepted { .. } | ReportStage::SiteAccepted { .. } => RmState::Accepted,
        ReportStage::NeedsReading | ReportStage::Received if report.waits_for_finder() => RmState::Invalid,
        ReportStage::NeedsReading | ReportStage::Received => RmState::Received,
        // Not accepted: held invalid, and closed.
        _ => RmState::Closed,
    }
}

impl Replay<'_> {
    /// A report up to its acceptance.
    fn report(&mut self, id: ReportId) {
        let Some(report) = self.report_state(id) else { return };
        self.at(report.received_at, "ReportReceived");
        self.add_finder(id);
        self.received(report.received_on);
        let until = self.opened_at();
        for message in report.messages.iter().filter(|message| message.at < until) {
            if message.item.from == Writer::Desk && message.item.question {
                self.at(message.at, ReportEvent::MessagePosted(message.item.clone()).kind());
                self.go(Party::ReceivingBody, RmState::Invalid);
            }
        }
    }

    /// One event of the case. What is not named changes no machine.
    fn event(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::CaseOpened { report, accepted_on, .. } => {
                report.iter().for_each(|report| self.add_finder(*report));
                self.received(*accepted_on);
                // A case from overseas is the coordinator's; the receiving body is told of it.
                if report.is_some() {
                    self.go(Party::ReceivingBody, RmState::Accepted);
                }
            }
            CaseEvent::Arrival(ArrivalEvent::ReportJoined { report, .. }) => self.add_finder(*report),
            CaseEvent::Arrival(ArrivalEvent::OverseasReceived(overseas)) => {
                self.add_overseas();
                overseas.day.iter().for_each(|day| self.agree_on_end(*day));
            }
            CaseEvent::Arrival(ArrivalEvent::CaseTakenIn(taken)) => {
                taken.reports.iter().for_each(|report| self.add_finder(*report));
            }
            CaseEvent::Arrival(ArrivalEvent::OverseasDayBrought(_)) => self.revise(),
            CaseEvent::HandedOver { .. } => {
                self.go(Party::Coordinator, RmState::Accepted);
                self.consent(Party::Coordinator);
            }
            CaseEvent::DeveloperAdded { developer, .. } => self.developer_added(*developer),
            CaseEvent::ContactAttempted { developer, on, .. } => self.attempted(*developer, *on),
            CaseEvent::ContactConfirmed { developer, .. } => self.invite(Party::Developer(*developer)),
            CaseEvent::DetailsReleased { developer, .. } => {
                self.consent(Party::Developer(*developer));
                self.receive(Party::Developer(*developer));
            }
            CaseEvent::VerificationStated { developer, verification, .. } => {
                self.verified(*developer, verification.result);
            }
            CaseEvent::CountermeasureStated { developer, countermeasure: stated, .. }
                if !stated.fix.trim().is_empty() =>
            {
                self.fix_comes(*developer, stated.ready_on);
            }
            CaseEvent::StatusStated { developer, status, .. } => self.status(*developer, status.affected),
            CaseEvent::DayProposed { .. } => self.revise(),
            CaseEvent::DaySet { day, .. } => {
                self.day_is_set();
                self.agree_on_end(*day);
            }
            CaseEvent::Schedule(event) => self.seen_outside(event),
            CaseEvent::Reach(event) => self.reached(event),
            CaseEvent::Ending(event) => self.ended(event),
            CaseEvent::Published { .. } => self.public(CsEvent::PublicAware),
            _ => {}
        }
    }

    fn developer_added(&mut self, developer: DeveloperId) {
        let party = Party::Developer(developer);
        let reports_itself = self.add_developer(party);
        if reports_itself {
            self.consent(party);
            self.go(party, RmState::Accepted);
        }
    }

    fn verified(&mut self, developer: DeveloperId, result: VerificationResult) {
        let party = Party::Developer(developer);
        match result {
            VerificationResult::Affected | VerificationResult::TellsAllUsers => self.go(party, RmState::Accepted),
            VerificationResult::SmallInfluence | VerificationResult::KnownAndPublished => {
                self.go(party, RmState::Deferred);
            }
            _ => self.hold(party),
        }
    }

    fn reached(&mut self, event: &ReachEvent) {
        match event {
            ReachEvent::DeveloperListed { developer, .. }
            | ReachEvent::ProductListed { developer, .. }
            | ReachEvent::Delisted { developer, .. }
            | ReachEvent::ContactResumed { developer, .. } => self.listed(*developer, event),
            _ => {}
        }
    }

    /// Withdrawal is D before C, never C at once. What is closed cannot be opened again in Vultron: a body closes only
    /// when the stop stands.
    fn ended(&mut self, event: &EndingEvent) {
        let bodies = [Party::Coordinator, Party::ReceivingBody];
        match event {
            EndingEvent::PublicationDropped { .. } => self.go_on(Party::Coordinator, RmState::Deferred),
            EndingEvent::HandlingStopped { .. } => {
                bodies.into_iter().for_each(|body| self.go_on(body, RmState::Deferred));
                if self.stop_stands() {
                    bodies.into_iter().for_each(|body| self.go_on(body, RmState::Closed));
                }
            }
            EndingEvent::HandlingResumed { .. } => {
                bodies.into_iter().for_each(|body| self.go_on(body, RmState::Accepted));
            }
            EndingEvent::RefusalRecorded { developer, .. } => self.refuses(Party::Developer(*developer)),
            EndingEvent::EndOfSupportStated { .. } => {}
        }
    }

    fn seen_outside(&mut self, event: &ScheduleEvent) {
        match event {
            ScheduleEvent::SignalReported { signal, kind, .. } => self.claimed(*signal, *kind),
            ScheduleEvent::SignalJudged { signal, adopted: true, .. } => match self.claim(*signal) {
                Some(SignalKind::AttackSeen) => self.outside(CsEvent::AttacksObserved),
                Some(SignalKind::ExploitPublic) => self.public(CsEvent::ExploitPublic),
                Some(SignalKind::Leaked | SignalKind::PublishedElsewhere) => self.public(CsEvent::PublicAware),
                None => {}
            },
            ScheduleEvent::SignalJudged { .. } => {}
        }
    }

    /// The non-disclosure request of the guideline as an embargo with a long stop; the receiving body's default
    /// counts as its proposal, and as accepted by whoever files a report.
    fn received(&mut self, on: Date) {
        self.receive(Party::ReceivingBody);
        if self.em_is_new() {
            self.em(EmEvent::Propose);
            self.consent_of_founders();
            self.em(EmEvent::Accept);
            self.end_on(self.long_stop(on));
        }
    }

    /// Day zero moves the long stop (Ⅳ.2.4.第2段): new terms, accepted tacitly.
    fn attempted(&mut self, developer: DeveloperId, on: Date) {
        let first_of_case = self.contact_started(Party::Developer(developer), on);
        if first_of_case && !self.has_day() {
            let end = self.long_stop(on);
            self.agree_on_end(end);
        }
    }
}

//! What does not come one by one in the demo: the same thing reported twice, a report taken back, a question before
//! disclosing, an attack that was seen, a case from overseas. All of it lies on the demo's last day.

use casework::{Actor, ReportOrder};
use rulebook::case::{CaseCommand, CaseContent, Overseas, ScheduleCommand, SignalKind};
use rulebook::ids::ReportId;
use rulebook::party::Party;

use super::data::Goal;
use super::forms;
use super::phrases;
use super::world::Stage;
use crate::failure::{Failure, Outcome};

impl Stage {
    /// Everything of this file.
    pub async fn arrive(&self) -> Outcome {
        // Another finder reports what is handled and not published: the desk sees it suggested.
        let (known, withdrawn) = (self.nth(Goal::Verified, 0)?, self.nth(Goal::Contacted, 0)?);
        self.receive_again(known).await?;
        let report = self.receive_again(withdrawn).await?;
        let reason = phrases::WITHDRAWN.0.to_owned();
        self.on_last_day(report, ReportOrder::Withdraw { reason }).await?;
        let asking = self.report(self.nth(Goal::Verified, 1)?)?;
        self.on_last_day(asking, ReportOrder::ConsultDisclosure(phrases::CONSULTED.0.to_owned())).await?;
        // A finder's question about a case that the coordinator has: it is consulted before the answer.
        let text = phrases::ASKED_WHEN.0.to_owned();
        let question = ReportOrder::Write { text, question: true, files: vec![] };
        self.on_last_day(self.report(known)?, question).await?;
        // A claim that waits to be judged, and a fact that presses.
        self.seen_outside(self.nth(Goal::DateAgreed, 0)?, SignalKind::Leaked, phrases::SEEN[0].0, false).await?;
        self.seen_outside(self.nth(Goal::Previewed, 0)?, SignalKind::AttackSeen, phrases::SEEN[1].0, true).await?;
        self.take_in_from_overseas().await
    }

    /// A case of finders that has come just so far, by its place among them.
    fn nth(&self, goal: Goal, place: usize) -> Outcome<usize> {
        let suits = |number: &usize| self.story(*number).to == goal && !self.story(*number).own;
        let found = (0..self.world.stories.len()).filter(suits).nth(place);
        found.ok_or_else(|| Failure::new("no case of the demo has come just so far"))
    }

    async fn receive_again(&self, number: usize) -> Outcome<ReportId> {
        let (name, email) = phrases::SECOND_FINDER;
        let mut form = forms::form(&self.world, self.story(number), self.today())?;
        (form.finder_name, form.email, form.affiliation) = (name.to_owned(), email.to_owned(), String::new());
        self.receive_form(form).await
    }

    async fn on_last_day(&self, report: ReportId, order: ReportOrder) -> Outcome {
        let finder = Actor::bearer(Party::Finder(report));
        Ok(self.office.act_on_report(report, finder, None, order).await?)
    }

    async fn seen_outside(&self, number: usize, kind: SignalKind, note: &str, fact: bool) -> Outcome {
        let (case, coordinator) = (self.case(number)?, self.coordinator(number));
        let told = ScheduleCommand::ReportSignal { kind, seen_on: self.today(), note: note.to_owned() };
        let order = CaseCommand::Schedule(told).into();
        self.office.act(case, self.desk(number), None, order).await?;
        if fact {
            let judged = ScheduleCommand::JudgeSignal { signal: 1, adopted: true, reason: String::new() };
            self.office.act(case, coordinator, None, CaseCommand::Schedule(judged).into()).await?;
        }
        Ok(())
    }

    async fn take_in_from_overseas(&self) -> Outcome {
        let overseas = Overseas {
            coordinator: "Lighthouse Coordination Center".to_owned(),
            number: "LCC#310427".to_owned(),
            day: self.today().checked_add(jiff::Span::new().days(40)).ok(),
            contact: "coordination@lighthouse.example".to_owned(),
            on: self.today(),
        };
        let content = CaseContent {
            product: "OpenKagari 2.4".to_owned(),
            kind: "Out-of-bounds write (CWE-787)".to_owned(),
            steps: "A crafted session ticket overflows a buffer of the server.".to_owned(),
            threat: "Arbitrary code may be executed on the server.".to_owned(),
            ..CaseContent::default()
        };
        let kitamura = self.staff("kitamura", Party::Coordinator);
        self.office.open_overseas_case(kitamura, overseas, content).await?;
        Ok(())
    }
}

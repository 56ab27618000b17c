//! The demo while it is being filled: an office, a clock that is moved, and what is known of each case so far.

use std::collections::BTreeMap;

use casework::clock::ManualClock;
use casework::mail::Postman;
use casework::{Actor, Office};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use rulebook::calendar::Calendar;
use rulebook::ids::{AccountId, CaseId, DeveloperId, ReportId};
use rulebook::moment::{day_of, instant_of};
use rulebook::party::Party;

use super::data::{Answers, Goal, Story, World};
use super::plan::Step;
use super::sites::SiteProgress;
use crate::failure::{Failure, Outcome};

/// Hour at which publications are due.
const NOON: i8 = 12;

/// What is known of a case so far.
#[derive(Default)]
pub struct Progress {
    pub report: Option<ReportId>,
    pub number: String,
    pub secret: String,
    pub case: Option<CaseId>,
    /// The agreed day.
    pub day: Option<Date>,
    /// Day zero.
    pub began: Option<Date>,
}

/// Everything that a deed needs at hand.
pub struct Stage {
    pub office: Office,
    pub clock: ManualClock,
    pub calendar: Calendar,
    pub world: World,
    pub postman: Postman,
    /// Accounts by login name.
    pub accounts: BTreeMap<&'static str, AccountId>,
    /// Accounts of developers' members, by the developer's key.
    pub members: BTreeMap<String, AccountId>,
    pub developers: BTreeMap<String, DeveloperId>,
    pub progress: Vec<Progress>,
    pub sites: Vec<SiteProgress>,
    /// Hours ahead of UTC.
    pub offset: i8,
}

impl Stage {
    /// Plays all steps, each at its instant, with everything that comes due between them.
    pub async fn play(&mut self, steps: &[Step], begin: Timestamp, now: Timestamp) -> Outcome {
        let mut last = begin;
        for step in steps {
            self.pass(last, step.at).await?;
            self.clock.set(step.at);
            let story = step.story;
            let done = self.act(step).await;
            done.map_err(|failure| {
                Failure::new(format!("case {story} of the demo, {:?}: {}", step.deed, failure.sentence))
            })?;
            last = step.at;
        }
        self.pass(last, now).await?;
        self.clock.set(now);
        self.work().await
    }

    /// Lets time pass: at each noon on the way, what is due is done.
    async fn pass(&self, from: Timestamp, to: Timestamp) -> Outcome {
        let mut day = day_of(from, self.offset);
        while day <= day_of(to, self.offset) {
            if let Some(noon) = instant_of(day, NOON, self.offset).filter(|noon| *noon > from && *noon <= to) {
                self.clock.set(noon);
                self.work().await?;
            }
            day = day.saturating_add(1.day());
        }
        Ok(())
    }

    /// Does what is due until nothing is.
    async fn work(&self) -> Outcome {
        loop {
            let round = self.office.tick(&self.postman).await?;
            if round.failed > 0 {
                return Err(Failure::new("a mail or a publication of the demo failed"));
            }
            if round.jobs == 0 && round.mails == 0 {
                return Ok(());
            }
        }
    }

    /// The day that the clock shows.
    pub fn today(&self) -> Date {
        self.office.now().today
    }

    /// A case as the tables have it.
    pub fn story(&self, number: usize) -> &Story {
        &self.world.stories[number]
    }

    /// Its report, once it came.
    pub fn report(&self, number: usize) -> Outcome<ReportId> {
        self.progress[number].report.ok_or_else(|| Failure::new("there is no report yet"))
    }

    /// The case itself, once it was accepted.
    pub fn case(&self, number: usize) -> Outcome<CaseId> {
        self.progress[number].case.ok_or_else(|| Failure::new("there is no case yet"))
    }

    /// Somebody of the reception desk; most of it is the first one's work.
    pub fn desk(&self, number: usize) -> Actor {
        self.staff(if number % 4 == 3 { "mori" } else { "hayami" }, Party::ReceivingBody)
    }

    /// Somebody of the coordinator: foreign developers are looked after in English.
    pub fn coordinator(&self, number: usize) -> Actor {
        self.staff(if number % 3 == 1 { "okonkwo" } else { "kitamura" }, Party::Coordinator)
    }

    /// A person of one of the two bodies.
    pub fn staff(&self, login: &str, party: Party) -> Actor {
        Actor { party, account: self.accounts.get(login).copied() }
    }

    /// A member of the committee.
    pub fn member(&self, login: &str) -> Outcome<(AccountId, Actor)> {
        let id = self.accounts.get(login).copied().ok_or_else(|| Failure::new("no such member of the committee"))?;
        Ok((id, Actor::account(id, Party::Member(id))))
    }

    /// A developer of a case: its key, its answer, its id.
    pub fn developer(&self, number: usize, place: usize) -> Outcome<(String, Answers, DeveloperId)> {
        let asked = self.story(number).asked()?;
        let (key, answers) = asked.into_iter().nth(place).ok_or_else(|| Failure::new("no such developer"))?;
        let id = self.developers.get(&key).copied();
        Ok((key.clone(), answers, id.ok_or_else(|| Failure::new(format!("{key} is not in the register")))?))
    }

    /// A developer as an actor: with its account where it has one.
    pub fn as_developer(&self, key: &str, id: DeveloperId) -> Actor {
        Actor { party: Party::Developer(id), account: self.members.get(key).copied() }
    }

    /// The receipt of a report that one can follow: with the coordinator, and with messages.
    pub fn receipt(&self) -> Option<&Progress> {
        let suits = |(number, progress): &(usize, &Progress)| {
            let story = &self.world.stories[*number];
            !progress.secret.is_empty() && story.to == Goal::CoSigned && !story.own
        };
        self.progress.iter().enumerate().find(suits).map(|(_, progress)| progress)
    }
}

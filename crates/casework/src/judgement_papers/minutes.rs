//! The summary of the minutes (議事概要): votes by count, never who voted how or said what.

use letters::{Condition, MemberPresent, MinutesCase, Vote};
use rulebook::case::judgement::{BallotVote, Field, FourCondition, Ruling, Verdict};

use super::Desk;

impl Desk<'_> {
    /// Who took part, in the order of the seats.
    pub(super) fn present(&self, ruling: &Ruling) -> Vec<MemberPresent> {
        let there = self.round.seats().filter(|seat| ruling.minutes.attended.contains(&seat.account));
        let member = |(at, seat): (usize, &rulebook::case::judgement::Seat)| MemberPresent {
            name: seat.name.clone(),
            field: self.field(seat.field).to_owned(),
            presides: self.order.presides == Some(at),
        };
        there.enumerate().map(member).collect()
    }

    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Neutral => self.say("有識者", "Person of learning"),
            Field::Law => self.say("法律", "Law"),
            Field::Security => self.say("サイバーセキュリティ", "Cyber security"),
            Field::Product => self.say("製品分野", "Field of the product"),
        }
    }

    pub(super) fn case(&self, ruling: &Ruling) -> MinutesCase {
        let mut conflicted: Vec<_> = self.round.conflicts.iter().map(|conflict| conflict.member).collect();
        conflicted.sort();
        conflicted.dedup();
        let title = self.view.content.as_ref().map(rulebook::case::CaseContent::title).unwrap_or_default();
        MinutesCase {
            number: self.view.number.clone(),
            title,
            conflicted: u32::try_from(conflicted.len()).unwrap_or_default(),
            conditions: FourCondition::ALL.map(|condition| self.condition(condition)),
            result: match ruling.verdict {
                Verdict::Publish => self.say("公表", "Publish"),
                Verdict::NotPublish => self.say("非公表", "Do not publish"),
                Verdict::SentBack => self.say("再調整", "Sent back"),
            }
            .to_owned(),
            reason: ruling.reason.clone(),
            summary: ruling.minutes.summary.clone(),
            debated: self.round.marks.iter().map(|mark| mark.note.clone()).collect(),
        }
    }

    fn condition(&self, condition: FourCondition) -> Condition {
        let votes = self.round.votes.iter().filter(|ballot| ballot.condition == condition);
        let mut count = Vote { met: 0, not_met: 0, abstained: 0 };
        for ballot in votes {
            match ballot.vote {
                BallotVote::Yes => count.met += 1,
                BallotVote::No => count.not_met += 1,
                BallotVote::Abstain => count.abstained += 1,
            }
        }
        let found = self.round.assessments.iter().find(|known| known.condition == condition);
        Condition { votes: count, note: found.map(|known| known.evidence.clone()).unwrap_or_default() }
    }
}

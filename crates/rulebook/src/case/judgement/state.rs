//! What is on record of the judgements of a case.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::event::{Announcement, FourCondition, Ground, JudgementEvent, Material, Ruling, Seat, Verdict};
use super::record::{Assessment, Ballot, Conflict, Draft, Hearing, Invitation, Mark, Meeting, Opinion, View};
use crate::ids::{AccountId, DeveloperId};

/// One round: from the coordinator's notice to what was done about it. In a view, what the viewer may not see is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Round {
    /// With which developer coordination is impossible.
    pub developer: Option<DeveloperId>,
    /// Why.
    pub ground: Option<Ground>,
    /// The history, as the coordinator gave it.
    pub reason: String,
    /// Day of the notice.
    pub notified_on: Option<Date>,
    /// Whether the receiving body comes to the same, why, and when.
    pub judged: Option<(bool, String, Date)>,
    /// When the material was asked for.
    pub material_asked_on: Option<Date>,
    /// The material.
    pub material: Option<Material>,
    /// The meeting.
    pub meeting: Option<Meeting>,
    /// Interests that were declared.
    pub conflicts: Vec<Conflict>,
    /// The checklist of the four conditions, the newest word of each.
    pub assessments: Vec<Assessment>,
    /// The secretariat's draft.
    pub draft: Option<Draft>,
    /// What the developer was told.
    pub announcement: Option<Announcement>,
    /// Who else was asked.
    pub invitations: Vec<Invitation>,
    /// Opinions.
    pub opinions: Vec<Opinion>,
    /// Hearings.
    pub hearings: Vec<Hearing>,
    /// Points to debate.
    pub marks: Vec<Mark>,
    /// Votes, the newest of each member on each condition.
    pub votes: Vec<Ballot>,
    /// What was decided.
    pub ruling: Option<Ruling>,
    /// When it went back before a decision, and why.
    pub returned: Option<(Date, String)>,
    /// When the minister was asked to confirm the procedure, and the reference.
    pub confirmation_asked: Option<(Date, String)>,
    /// When the minister confirmed it, and the reference.
    pub confirmed: Option<(Date, String)>,
    /// When the developer was asked for its view, and by when.
    pub view_asked: Option<(Date, Date)>,
    /// Its view.
    pub view: Option<View>,
    /// The publication day that the receiving body decided.
    pub day: Option<Date>,
    /// When coordination was taken up again.
    pub resumed_on: Option<Date>,
}

/// The rounds of a case, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Judgement {
    /// All of them.
    pub rounds: Vec<Round>,
}

impl Judgement {
    /// Takes in one more event. Whatever comes before a notice changes nothing.
    pub fn evolve(&mut self, at: Timestamp, event: &JudgementEvent) {
        if let JudgementEvent::ImpossibleNotified { developer, ground, reason, on } = event.clone() {
            let (developer, ground, notified_on) = (Some(developer), Some(ground), Some(on));
            self.rounds.push(Round { developer, ground, reason, notified_on, ..Round::default() });
        } else if let Some(round) = self.rounds.last_mut() {
            round.evolve(at, event.clone());
        }
    }

    /// The newest round.
    #[must_use]
    pub fn round(&self) -> Option<&Round> {
        self.rounds.last()
    }

    /// The round in which nothing is decided yet.
    #[must_use]
    pub fn open(&self) -> Option<&Round> {
        self.round().filter(|round| round.is_open())
    }

    /// The round whose decision is to publish (Ⅳ.3.(2).7.ア).
    #[must_use]
    pub fn to_publish(&self) -> Option<&Round> {
        self.round().filter(|round| round.verdict() == Some(Verdict::Publish))
    }

    /// Whether a member declared an interest in the case, in whatever round.
    #[must_use]
    pub fn is_conflicted(&self, member: AccountId) -> bool {
        self.rounds.iter().any(|round| round.conflicts.iter().any(|conflict| conflict.member == member))
    }

    /// Whether the case exists for a member: it is seated, and has no interest in it.
    #[must_use]
    pub fn is_seen_by(&self, member: AccountId) -> bool {
        self.rounds.iter().any(|round| round.is_seated(member)) && !self.is_conflicted(member)
    }

    /// The developer's view that is shown beside the publication: only if it wishes so (Ⅳ.4.10.注8).
    #[must_use]
    pub fn shown_view(&self, developer: DeveloperId) -> Option<&View> {
        let round = self.to_publish().filter(|round| round.developer == Some(developer))?;
        round.view.as_ref().filter(|view| view.shown)
    }
}

impl Round {
    fn evolve(&mut self, at: Timestamp, event: JudgementEvent) {
        use JudgementEvent as E;
        match event {
            E::ImpossibleJudged { accepted, reason, on } => self.judged = Some((accepted, reason, on)),
            E::MaterialAsked { on } => self.material_asked_on = Some(on),
            E::MaterialGiven { material, .. } => self.material = Some(material),
            E::CommitteeConvened { meeting, meets_on, members, urgent, .. } => {
                self.meeting = Some(Meeting { meeting, meets_on, members, urgent });
            }
            E::ConflictDeclared { member, reason, on } => {
                self.marks.retain(|mark| mark.member != member);
                self.votes.retain(|ballot| ballot.member != member);
                self.conflicts.push(Conflict { member, reason, on });
            }
            E::ConditionAssessed { condition, finding, evidence, on } => {
                self.assessments.retain(|known| known.condition != condition);
                self.assessments.push(Assessment { condition, finding, evidence, on });
                self.assessments.sort_by_key(|known| known.condition);
            }
            E::SecretariatDrafted { verdict, reason, text, on } => {
                self.draft = Some(Draft { verdict, reason, text, on });
            }
            E::JudgementAnnounced(announcement) => self.announcement = Some(announcement),
            E::DebateMarked { member, condition, note, .. } => self.marks.push(Mark { member, condition, note }),
            E::MemberVoted { member, condition, vote, comment, .. } => {
                self.votes.retain(|known| (known.member, known.condition) != (member, condition));
                self.votes.push(Ballot { member, condition, vote, comment });
            }
            other => self.evolve_hearing(at, other),
        }
    }

    fn evolve_hearing(&mut self, at: Timestamp, event: JudgementEvent) {
        use JudgementEvent as E;
        match event {
            E::OpinionInvited { whom, note, deadline, on } => {
                self.invitations.push(Invitation { whom, note, deadline, on });
            }
            E::OpinionGiven { developer, from, text, on } => self.opinions.push(Opinion { developer, from, text, on }),
            E::HearingHeld { whom, summary, on } => self.hearings.push(Hearing { whom, summary, on }),
            E::ReturnedToCoordination { reason, on } => self.returned = Some((on, reason)),
            E::JudgementPassed(ruling) => self.ruling = Some(ruling),
            E::ConfirmationAsked { reference, on } => self.confirmation_asked = Some((on, reference)),
            E::ProcedureConfirmed { reference, on } => self.confirmed = Some((on, reference)),
            E::ViewAsked { deadline, on } => self.view_asked = Some((on, deadline)),
            E::ViewGiven { text, shown, .. } => self.view = Some(View { text, shown, at }),
            E::JudgedDaySet { day, .. } => self.day = Some(day),
            E::CoordinationResumed { on } => self.resumed_on = Some(on),
            _ => {}
        }
    }

    /// Whether the receiving body judged that coordination is impossible.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        matches!(self.judged, Some((true, ..)))
    }

    /// Whether nothing is decided: the notice stands, was not sent back, and there is no decision.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let declined = matches!(self.judged, Some((false, ..)));
        !declined && self.returned.is_none() && self.ruling.is_none()
    }

    /// What was decided.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        self.ruling.as_ref().map(|ruling| ruling.verdict)
    }

    /// Whether it is about a developer that cannot be reached.
    #[must_use]
    pub fn is_unreachable(&self) -> bool {
        self.ground == Some(Ground::Unreachable)
    }

    /// Whether the coordinator is to take the case up again: sent back by decision (Ⅳ.3.(2).7.ウ) or before one.
    #[must_use]
    pub fn is_back(&self) -> bool {
        self.returned.is_some() || self.verdict() == Some(Verdict::SentBack)
    }

    /// Members who are on the case: those without an interest in it.
    pub fn seats(&self) -> impl Iterator<Item = &Seat> {
        let members = self.meeting.iter().flat_map(|meeting| &meeting.members);
        members.filter(|seat| !self.conflicts.iter().any(|conflict| conflict.member == seat.account))
    }

    /// Whether a member is on the case.
    #[must_use]
    pub fn is_seated(&self, member: AccountId) -> bool {
        self.seats().any(|seat| seat.account == member)
    }

    /// The conditions that the secretariat has not assessed.
    #[must_use]
    pub fn unassessed(&self) -> Vec<FourCondition> {
        let open = |condition: &FourCondition| !self.assessments.iter().any(|known| known.condition == *condition);
        FourCondition::ALL.into_iter().filter(open).collect()
    }

    /// The last day on which somebody who was asked may still give an opinion: the developer until it has, and
    /// everybody else (Ⅳ.3.(2).4).
    #[must_use]
    pub fn opinions_until(&self) -> Option<Date> {
        let given = self.opinions.iter().any(|opinion| opinion.developer.is_some());
        let developer = self.announcement.as_ref().filter(|_| !given).map(|told| told.deadline);
        self.invitations.iter().filter_map(|asked| asked.deadline).chain(developer).max()
    }
}

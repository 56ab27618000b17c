//! From a form to its command. What is wrong stands at its field.

use casework::committee::Candidate;
use rulebook::action::Action;
use rulebook::case::judgement::{BallotVote, Finding, FourCondition, Ground, Material, Minutes, Verdict};
use rulebook::case::{ContactMeans, JudgementCommand};
use rulebook::ids::{AccountId, DeveloperId};
use rulebook::party::Party;
use rulebook::text::Localized;

use super::bench::Bench;
use crate::forms::Fields;
use crate::parts::{Wrong, day, line, maybe, maybe_day, one, text};

impl Bench<'_> {
    /// The command that a form gives.
    ///
    /// # Errors
    /// The field that is wrong.
    pub fn read(&self, action: Action, fields: &Fields) -> Result<JudgementCommand, Wrong> {
        use JudgementCommand as C;
        Ok(match action {
            Action::NotifyImpossible => C::NotifyImpossible {
                developer: self.developer(fields)?,
                ground: one(fields, "ground", Ground::of_word)?,
                reason: text(fields, "reason")?,
            },
            Action::JudgeImpossible => {
                C::JudgeImpossible { accepted: one(fields, "accepted", accepted)?, reason: text(fields, "reason")? }
            }
            Action::AskMaterial => C::AskMaterial,
            Action::GiveMaterial => C::GiveMaterial(material(fields)?),
            Action::ConveneCommittee => self.convene(fields)?,
            Action::DeclareConflict => {
                C::DeclareConflict { member: self.member(fields)?, reason: text(fields, "reason")? }
            }
            Action::MarkDebate => C::MarkDebate { condition: condition(fields)?, note: text(fields, "note")? },
            Action::Vote => C::Vote {
                condition: condition(fields)?,
                vote: one(fields, "vote", BallotVote::of_word)?,
                comment: maybe(fields, "comment")?,
            },
            other => self.read_secretariat(other, fields)?,
        })
    }

    fn read_secretariat(&self, action: Action, fields: &Fields) -> Result<JudgementCommand, Wrong> {
        use JudgementCommand as C;
        Ok(match action {
            Action::AssessCondition => C::AssessCondition {
                condition: condition(fields)?,
                finding: one(fields, "finding", Finding::of_word)?,
                evidence: text(fields, "evidence")?,
            },
            Action::DraftJudgement => C::DraftJudgement {
                verdict: one(fields, "verdict", Verdict::of_word)?,
                reason: text(fields, "reason")?,
                text: maybe(fields, "text")?,
            },
            Action::AnnounceJudgement => C::AnnounceJudgement {
                means: one(fields, "means", ContactMeans::of_word)?,
                to: line(fields, "to")?,
                information: text(fields, "information")?,
                grounds: text(fields, "grounds")?,
                history: text(fields, "history")?,
                send_to: line(fields, "send_to")?,
                deadline: day(fields, "deadline")?,
            },
            Action::InviteOpinion => C::InviteOpinion {
                whom: Some(maybe(fields, "whom")?).filter(|whom| !whom.is_empty()),
                note: maybe(fields, "note")?,
                deadline: maybe_day(fields, "deadline")?,
            },
            Action::GiveOpinion => C::GiveOpinion { from: self.from(fields)?, text: text(fields, "text")? },
            Action::HoldHearing => C::HoldHearing { whom: line(fields, "whom")?, summary: text(fields, "summary")? },
            Action::ReturnCase => C::ReturnCase { reason: text(fields, "reason")? },
            Action::PassJudgement => C::PassJudgement {
                verdict: one(fields, "verdict", Verdict::of_word)?,
                met: fields.all("met").filter_map(FourCondition::of_word).collect(),
                reason: text(fields, "reason")?,
                minutes: Minutes { attended: self.attended(fields), summary: maybe(fields, "summary")? },
            },
            other => after_decision(other, fields)?,
        })
    }

    fn developer(&self, fields: &Fields) -> Result<DeveloperId, Wrong> {
        let place: usize = fields.get("developer").parse().unwrap_or_default();
        let side = self.page.view.developers.get(place.wrapping_sub(1));
        side.map(|side| side.id).ok_or(("developer", "judgement-choose"))
    }

    /// The meeting with the members who are ticked, each as it is appointed.
    fn convene(&self, fields: &Fields) -> Result<JudgementCommand, Wrong> {
        let (meeting, meets_on) = (line(fields, "meeting")?, day(fields, "meets_on")?);
        let ticked = |one: &&Candidate| fields.all("seat").any(|login| login == one.login);
        let called: Vec<&Candidate> = self.candidates.iter().filter(ticked).collect();
        if called.is_empty() {
            return Err(("seat", "judgement-choose"));
        }
        let members = called.into_iter().map(Candidate::appointed).collect();
        Ok(JudgementCommand::Convene { meeting, meets_on, members, urgent: fields.has("urgent") })
    }

    fn at(&self, place: &str) -> Option<AccountId> {
        let place: usize = place.parse().ok()?;
        self.seats().into_iter().find(|(at, _)| *at == place).map(|(_, seat)| seat.account)
    }

    fn member(&self, fields: &Fields) -> Result<AccountId, Wrong> {
        match self.party {
            Party::Member(own) => Ok(own),
            _ => self.at(fields.get("member")).ok_or(("member", "judgement-choose")),
        }
    }

    fn attended(&self, fields: &Fields) -> Vec<AccountId> {
        fields.all("attended").filter_map(|place| self.at(place)).collect()
    }

    fn from(&self, fields: &Fields) -> Result<String, Wrong> {
        if matches!(self.party, Party::Developer(_)) { Ok(String::new()) } else { line(fields, "from") }
    }
}

fn after_decision(action: Action, fields: &Fields) -> Result<JudgementCommand, Wrong> {
    use JudgementCommand as C;
    Ok(match action {
        Action::AskConfirmation => C::AskConfirmation { reference: line(fields, "reference")? },
        Action::RecordConfirmation => C::RecordConfirmation { reference: line(fields, "reference")? },
        Action::AskView => C::AskView { deadline: day(fields, "deadline")? },
        Action::GiveView => C::GiveView {
            text: Localized { ja: maybe(fields, "text_ja")?, en: maybe(fields, "text_en")? },
            shown: fields.has("shown"),
        },
        Action::SetJudgedDay => C::SetJudgedDay { day: day(fields, "day")? },
        Action::ResumeCoordination => C::ResumeCoordination,
        _ => return Err(("form", "judgement-choose")),
    })
}

fn material(fields: &Fields) -> Result<Material, Wrong> {
    Ok(Material {
        contact: text(fields, "contact")?,
        information: text(fields, "information")?,
        verification: text(fields, "verification")?,
        countermeasure: text(fields, "countermeasure")?,
        status: text(fields, "status")?,
    })
}

fn accepted(word: &str) -> Option<bool> {
    match word {
        "accepted" => Some(true),
        "declined" => Some(false),
        _ => None,
    }
}

fn condition(fields: &Fields) -> Result<FourCondition, Wrong> {
    one(fields, "condition", FourCondition::of_word)
}

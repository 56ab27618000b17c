//! The table of the forms: what each does, which duty it carries out, and its fields.

use rulebook::action::Action;
use rulebook::case::DutyKind;

use super::bench::{accepted, conditions, findings, grounds, means, verdicts, votes};
use crate::parts;

/// What a field of a judgement's form is beside the plain ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Special {
    /// Any of the four conditions.
    Conditions,
    /// A developer of the case.
    Developer,
    /// People who may be called to the committee.
    Seats,
    /// A member who is on the case; nobody is asked who is one.
    Member,
    /// Members who took part.
    Attended,
    /// Who says so, unless it is the reader.
    From,
}

pub(super) type FieldOf = parts::FieldOf<Special>;
type Kind = parts::Kind<Special>;

/// A form.
pub(super) struct Row {
    pub action: Action,
    /// The duty that it carries out.
    pub duty: Option<DutyKind>,
    pub fields: &'static [FieldOf],
}

const fn row(action: Action, duty: Option<DutyKind>, fields: &'static [FieldOf]) -> Row {
    Row { action, duty, fields }
}

const REASON: FieldOf = ("reason", "judgement-reason", Kind::Text);
const CONDITION: FieldOf = ("condition", "judgement-condition", Kind::One(conditions));
const VERDICT: FieldOf = ("verdict", "judgement-verdict", Kind::One(verdicts));
const DEADLINE: FieldOf = ("deadline", "judgement-deadline", Kind::Day);
const REFERENCE: FieldOf = ("reference", "judgement-reference", Kind::Line);
const WHOM: FieldOf = ("whom", "judgement-whom", Kind::Line);

/// Every form, in the order of the road.
pub(super) const TABLE: &[Row] = &[
    row(
        Action::NotifyImpossible,
        Some(DutyKind::NotifyImpossible),
        &[
            ("developer", "party-developer", Kind::Own(Special::Developer)),
            ("ground", "judgement-ground", Kind::One(grounds)),
            ("reason", "judgement-history", Kind::Text),
        ],
    ),
    row(
        Action::JudgeImpossible,
        Some(DutyKind::JudgeImpossible),
        &[("accepted", "judgement-judged", Kind::One(accepted)), REASON],
    ),
    row(Action::AskMaterial, Some(DutyKind::AskMaterial), &[]),
    row(
        Action::GiveMaterial,
        Some(DutyKind::GiveMaterial),
        &[
            ("contact", "judgement-contact", Kind::Text),
            ("information", "judgement-information", Kind::Text),
            ("verification", "judgement-verification", Kind::Text),
            ("countermeasure", "judgement-countermeasure", Kind::Text),
            ("status", "judgement-status", Kind::Text),
        ],
    ),
    row(
        Action::ConveneCommittee,
        Some(DutyKind::ConveneCommittee),
        &[
            ("meeting", "judgement-meeting", Kind::Line),
            ("meets_on", "judgement-meets-on", Kind::Day),
            ("seat", "judgement-seats", Kind::Own(Special::Seats)),
            ("urgent", "judgement-urgent", Kind::Check),
        ],
    ),
    row(
        Action::AssessCondition,
        Some(DutyKind::AssessConditions),
        &[
            CONDITION,
            ("finding", "judgement-finding", Kind::One(findings)),
            ("evidence", "judgement-evidence", Kind::Text),
        ],
    ),
    row(
        Action::DraftJudgement,
        Some(DutyKind::DraftJudgement),
        &[VERDICT, REASON, ("text", "judgement-planned", Kind::Maybe)],
    ),
    row(
        Action::AnnounceJudgement,
        Some(DutyKind::AnnounceJudgement),
        &[
            ("means", "judgement-means", Kind::One(means)),
            ("to", "judgement-to", Kind::Line),
            ("information", "judgement-information", Kind::Text),
            ("grounds", "judgement-grounds", Kind::Text),
            ("history", "judgement-history", Kind::Text),
            ("send_to", "judgement-send-to", Kind::Line),
            DEADLINE,
        ],
    ),
    row(
        Action::InviteOpinion,
        Some(DutyKind::InviteOpinions),
        &[
            ("whom", "judgement-invited", Kind::Maybe),
            ("note", "judgement-note", Kind::Maybe),
            ("deadline", "judgement-deadline", Kind::MaybeDay),
        ],
    ),
    row(
        Action::Vote,
        Some(DutyKind::VoteOnConditions),
        &[CONDITION, ("vote", "judgement-vote", Kind::One(votes)), ("comment", "judgement-comment", Kind::Maybe)],
    ),
    row(Action::MarkDebate, None, &[CONDITION, ("note", "judgement-debate", Kind::Text)]),
    row(
        Action::PassJudgement,
        Some(DutyKind::PassJudgement),
        &[
            VERDICT,
            ("met", "judgement-met", Kind::Own(Special::Conditions)),
            ("reason", "judgement-told-reason", Kind::Text),
            ("attended", "judgement-attended", Kind::Own(Special::Attended)),
            ("summary", "judgement-minutes", Kind::Maybe),
        ],
    ),
    row(Action::AskConfirmation, Some(DutyKind::AskConfirmation), &[REFERENCE]),
    row(Action::RecordConfirmation, Some(DutyKind::RecordConfirmation), &[REFERENCE]),
    row(Action::AskView, Some(DutyKind::AskView), &[DEADLINE]),
    row(Action::SetJudgedDay, Some(DutyKind::SetJudgedDay), &[("day", "judgement-day", Kind::Day)]),
    row(Action::ResumeCoordination, Some(DutyKind::ResumeCoordination), &[]),
    row(
        Action::GiveOpinion,
        None,
        &[("from", "judgement-from", Kind::Own(Special::From)), ("text", "judgement-opinion", Kind::Text)],
    ),
    row(
        Action::GiveView,
        None,
        &[
            ("text_ja", "judgement-view-ja", Kind::Maybe),
            ("text_en", "judgement-view-en", Kind::Maybe),
            ("shown", "judgement-view-shown", Kind::Check),
        ],
    ),
    row(Action::HoldHearing, None, &[WHOM, ("summary", "judgement-said", Kind::Text)]),
    row(Action::DeclareConflict, None, &[("member", "judgement-member", Kind::Own(Special::Member)), REASON]),
    row(Action::ReturnCase, None, &[REASON]),
];

//! About a judgement on publication.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rulebook::action::Action;
use rulebook::case::decide::CaseCommand;
use rulebook::case::judgement::{
    Announcement, BallotVote, Finding, FourCondition, Ground, JudgementEvent, Minutes, Round, Ruling, Verdict,
};
use rulebook::case::{CaseEvent, CaseFile, ContactMeans, DutyKind, JudgementCommand};
use rulebook::ids::DeveloperId;
use rulebook::party::Party;
use rulebook::text::Localized;

use crate::common::histories::{developer, some_day, words};
use crate::common::judged::{appointed, material, seats};
use crate::common::{COORDINATOR, DESK, MEMBER, MEMBER_ACCOUNT, MIHARASHI, OTHER_MEMBER, OTHER_MEMBER_ACCOUNT, day};

pub fn golden() -> Vec<CaseEvent> {
    use JudgementEvent as E;
    let on = day("2027-10-05");
    let text = || "記録".to_owned();
    let (member, condition) = (MEMBER_ACCOUNT, FourCondition::NoReasonAgainst);
    let announced = Announcement {
        means: ContactMeans::Post,
        to: "架空市一丁目1".into(),
        information: "内容".into(),
        grounds: "根拠".into(),
        history: "経緯".into(),
        draft: "文案".into(),
        send_to: "受付機関".into(),
        deadline: day("2027-11-05"),
        on,
    };
    let ruling = Ruling {
        verdict: Verdict::SentBack,
        met: vec![FourCondition::VulnerabilityExists, FourCondition::UsersUnaware],
        reason: text(),
        minutes: Minutes { attended: vec![MEMBER_ACCOUNT], summary: "審議".into() },
        on,
    };
    [
        E::ImpossibleNotified { developer: MIHARASHI, ground: Ground::NoAgreement, reason: text(), on },
        E::ImpossibleJudged { accepted: true, reason: text(), on },
        E::MaterialAsked { on },
        E::MaterialGiven { material: material(), on },
        E::CommitteeConvened {
            meeting: "第31回".into(),
            meets_on: day("2027-10-20"),
            members: seats(),
            urgent: true,
            on,
        },
        E::ConflictDeclared { member: OTHER_MEMBER_ACCOUNT, reason: text(), on },
        E::ConditionAssessed { condition, finding: Finding::Disputed, evidence: text(), on },
        E::SecretariatDrafted { verdict: Verdict::NotPublish, reason: text(), text: "文案".into(), on },
        E::JudgementAnnounced(announced),
        E::OpinionInvited { whom: Some("利用者団体".into()), note: text(), deadline: Some(day("2027-11-05")), on },
        E::OpinionGiven { developer: Some(MIHARASHI), from: String::new(), text: "意見".into(), on },
        E::HearingHeld { whom: "利用者団体".into(), summary: "要旨".into(), on },
        E::ReturnedToCoordination { reason: text(), on },
        E::DebateMarked { member, condition, note: "論点".into(), on },
        E::MemberVoted { member, condition, vote: BallotVote::Abstain, comment: text(), on },
        E::JudgementPassed(ruling),
        E::ConfirmationAsked { reference: "文書1号".into(), on },
        E::ProcedureConfirmed { reference: "文書2号".into(), on },
        E::ViewAsked { deadline: day("2027-11-05"), on },
        E::ViewGiven { developer: MIHARASHI, text: Localized::new("見解", "View"), shown: true, on },
        E::JudgedDaySet { day: day("2027-11-10"), on },
        E::CoordinationResumed { on },
    ]
    .map(CaseEvent::Judgement)
    .into()
}

fn condition() -> impl Strategy<Value = FourCondition> {
    select(FourCondition::ALL.to_vec())
}

fn verdict() -> impl Strategy<Value = Verdict> {
    select(Verdict::ALL.to_vec())
}

fn by_desk() -> impl Strategy<Value = JudgementCommand> {
    use JudgementCommand as C;
    let whom = || proptest::option::of(words());
    let passed = (verdict(), subsequence(FourCondition::ALL.to_vec(), 0..=4), words(), words()).prop_map(
        |(verdict, met, reason, summary)| {
            let minutes = Minutes { attended: vec![], summary };
            C::PassJudgement { verdict, met, reason, minutes }
        },
    );
    let prepared = prop_oneof![
        (any::<bool>(), words()).prop_map(|(accepted, reason)| C::JudgeImpossible { accepted, reason }),
        Just(C::AskMaterial),
        (some_day(), words(), 1_usize..=2).prop_map(|(meets_on, meeting, some)| {
            C::Convene { meeting, meets_on, members: appointed().into_iter().take(some).collect(), urgent: false }
        }),
        words().prop_map(|reason| C::DeclareConflict { member: OTHER_MEMBER_ACCOUNT, reason }),
        (condition(), select(Finding::ALL.to_vec()), words())
            .prop_map(|(condition, finding, evidence)| C::AssessCondition { condition, finding, evidence }),
        (verdict(), words(), words()).prop_map(|(verdict, reason, text)| C::DraftJudgement { verdict, reason, text }),
    ];
    let heard = prop_oneof![
        (some_day(), words()).prop_map(|(deadline, history)| C::AnnounceJudgement {
            means: ContactMeans::Mail,
            to: "psirt@miharashi.example".into(),
            information: "内容".into(),
            grounds: "根拠".into(),
            history,
            send_to: "受付機関".into(),
            deadline,
        }),
        (whom(), words(), proptest::option::of(some_day())).prop_map(|(whom, note, deadline)| C::InviteOpinion {
            whom,
            note,
            deadline
        }),
        (words(), words()).prop_map(|(from, text)| C::GiveOpinion { from, text }),
        (words(), words()).prop_map(|(whom, summary)| C::HoldHearing { whom, summary }),
        words().prop_map(|reason| C::ReturnCase { reason }),
        passed,
    ];
    let decided = prop_oneof![
        words().prop_map(|reference| C::AskConfirmation { reference }),
        words().prop_map(|reference| C::RecordConfirmation { reference }),
        some_day().prop_map(|deadline| C::AskView { deadline }),
        some_day().prop_map(|day| C::SetJudgedDay { day }),
    ];
    prop_oneof![3 => prepared, 4 => heard, 1 => decided]
}

pub fn tries() -> impl Strategy<Value = (Party, CaseCommand)> {
    use JudgementCommand as C;
    let by_coordinator = prop_oneof![
        3 => (developer(), select(Ground::ALL.to_vec()), words())
            .prop_map(|(developer, ground, reason)| C::NotifyImpossible { developer, ground, reason }),
        1 => Just(C::GiveMaterial(material())),
        1 => Just(C::ResumeCoordination),
    ];
    let by_developer = prop_oneof![
        words().prop_map(|text| C::GiveOpinion { from: String::new(), text }),
        (words(), any::<bool>()).prop_map(|(words, shown)| { C::GiveView { text: Localized::new(words, ""), shown } }),
    ];
    let member = || select(vec![MEMBER, OTHER_MEMBER]);
    let by_member = prop_oneof![
        (condition(), words()).prop_map(|(condition, note)| C::MarkDebate { condition, note }),
        (condition(), select(BallotVote::ALL.to_vec()), words()).prop_map(|(condition, vote, comment)| C::Vote {
            condition,
            vote,
            comment
        }),
        words().prop_map(|reason| C::DeclareConflict { member: OTHER_MEMBER_ACCOUNT, reason }),
    ];
    prop_oneof![
        5 => by_desk().prop_map(|command| (DESK, command)),
        2 => by_coordinator.prop_map(|command| (COORDINATOR, command)),
        1 => (developer(), by_developer).prop_map(|(id, command)| (Party::Developer(id), command)),
        1 => (member(), by_member),
    ]
    .prop_map(|(party, command)| (party, CaseCommand::Judgement(command)))
}

/// What a developer said itself.
pub fn is_own_word(event: &JudgementEvent, id: DeveloperId) -> bool {
    match event {
        JudgementEvent::OpinionGiven { developer, .. } => *developer == Some(id),
        JudgementEvent::ViewGiven { developer, .. } => *developer == id,
        _ => false,
    }
}

/// The receiving body of everything; the coordinator but of marks and votes; a member of what happens in its round but
/// others' votes before the decision; a developer of what it is told and says; a finder that nothing is published.
pub fn may_learn(viewer: Party, before: &CaseFile, event: &JudgementEvent) -> bool {
    use JudgementEvent as E;
    let round = before.case.judgement.round();
    let about = |id| round.is_some_and(|round| round.developer == Some(id));
    let told = |id| about(id) && round.is_some_and(|round| round.announcement.is_some());
    match (viewer, event) {
        (Party::ReceivingBody, _) => true,
        (Party::Coordinator, E::DebateMarked { .. } | E::MemberVoted { .. }) => false,
        (Party::Coordinator, _) => before.case.handed_over.is_some(),
        (Party::Member(own), E::CommitteeConvened { members, .. }) => {
            members.iter().any(|seat| seat.account == own) || round.is_some_and(|round| round.is_seated(own))
        }
        (Party::Member(own), E::MemberVoted { member, .. }) => *member == own,
        (Party::Member(own), _) => round.is_some_and(|round| round.is_seated(own)),
        (Party::Developer(id), E::JudgementAnnounced(_)) => about(id),
        (Party::Developer(id), E::ViewAsked { .. } | E::ReturnedToCoordination { .. }) => told(id),
        (Party::Developer(id), E::JudgementPassed(_)) => {
            told(id) && round.is_some_and(|round| round.ground == Some(Ground::NoAgreement))
        }
        (Party::Developer(id), E::CoordinationResumed { .. }) => about(id),
        (Party::Developer(id), event) => is_own_word(event, id),
        (Party::Finder(report), E::JudgementPassed(ruling)) => {
            ruling.verdict == Verdict::NotPublish && before.case.reports.contains(&report)
        }
        _ => false,
    }
}

/// What was told and said stays; all else of the rounds is different.
pub fn change(there: &mut CaseFile, viewer: Party) {
    let rounds = &mut there.case.judgement.rounds;
    match viewer {
        Party::Coordinator => {
            let undecided = rounds.iter_mut().filter(|round| round.ruling.is_none());
            undecided.for_each(|round| (round.marks, round.votes) = (vec![], vec![]));
        }
        Party::Member(own) => {
            rounds.retain(|round| round.is_seated(own));
            rounds.iter_mut().for_each(|round| change_for_member(round, own));
        }
        Party::Developer(id) => {
            rounds.retain(|round| round.developer == Some(id) && round.announcement.is_some());
            for round in rounds {
                let ruling = round.ruling.clone().filter(|_| round.ground == Some(Ground::NoAgreement));
                *round = Round {
                    developer: round.developer,
                    ground: round.ground,
                    announcement: round.announcement.clone(),
                    opinions: round.opinions.iter().filter(|one| one.developer == Some(id)).cloned().collect(),
                    returned: round.returned.as_ref().map(|(on, _)| (*on, "別の理由".into())),
                    ruling: ruling.map(|ruling| Ruling { met: vec![], minutes: Minutes::default(), ..ruling }),
                    view_asked: round.view_asked,
                    view: round.view.clone(),
                    ..Round::default()
                };
            }
        }
        Party::Finder(_) => {
            rounds.retain(|round| round.verdict() == Some(Verdict::NotPublish));
            for round in rounds {
                *round = Round { ruling: round.ruling.clone(), ..Round::default() };
            }
        }
        _ => {}
    }
}

fn change_for_member(round: &mut Round, own: rulebook::ids::AccountId) {
    round.conflicts.iter_mut().for_each(|conflict| conflict.reason = "別の理由".into());
    if let Some(material) = &mut round.material {
        material.contact = "別の連絡先".into();
    }
    if let Some(told) = &mut round.announcement {
        told.to = "別の宛先".into();
    }
    if round.ruling.is_none() {
        round.votes.retain(|ballot| ballot.member == own);
    }
}

pub fn action(what: DutyKind) -> Option<Action> {
    Some(match what {
        DutyKind::NotifyImpossible => Action::NotifyImpossible,
        DutyKind::JudgeImpossible => Action::JudgeImpossible,
        DutyKind::AskMaterial => Action::AskMaterial,
        DutyKind::GiveMaterial => Action::GiveMaterial,
        DutyKind::ConveneCommittee => Action::ConveneCommittee,
        DutyKind::AssessConditions => Action::AssessCondition,
        DutyKind::DraftJudgement => Action::DraftJudgement,
        DutyKind::AnnounceJudgement => Action::AnnounceJudgement,
        DutyKind::InviteOpinions => Action::InviteOpinion,
        DutyKind::VoteOnConditions => Action::Vote,
        DutyKind::PassJudgement => Action::PassJudgement,
        DutyKind::AskConfirmation => Action::AskConfirmation,
        DutyKind::RecordConfirmation => Action::RecordConfirmation,
        DutyKind::AskView => Action::AskView,
        DutyKind::SetJudgedDay => Action::SetJudgedDay,
        DutyKind::ResumeCoordination => Action::ResumeCoordination,
        _ => return None,
    })
}

//! After the publication.

use proptest::prelude::*;
use proptest::sample::select;
use rulebook::action::Action;
use rulebook::case::aftercare::{Withdrawal, Withdrawn};
use rulebook::case::decide::CaseCommand;
use rulebook::case::{
    AftercareCommand, AftercareEvent, Asker, CaseEvent, CaseFile, DutyKind, Enquirer, WithdrawalGround,
};
use rulebook::ids::PersonId;
use rulebook::party::Party;
use rulebook::text::Localized;

use crate::common::histories::{some_day, words};
use crate::common::{COORDINATOR, COORDINATOR_ACCOUNT, DESK, DESK_ACCOUNT, OTHER_MEMBER_ACCOUNT, body, day};

pub fn withdrawal(side: Party) -> Withdrawal {
    Withdrawal {
        ground: WithdrawalGround::LegalOrder,
        reason: Localized::new("裁判所の命令による", "By order of a court"),
        basis: "架空地裁 令和9年(ヨ)第1号".into(),
        side,
        by: if side == DESK { DESK_ACCOUNT } else { COORDINATOR_ACCOUNT },
        on: day("2027-02-01"),
    }
}

pub fn golden() -> Vec<CaseEvent> {
    use AftercareEvent as E;
    let on = day("2027-01-25");
    [
        E::EnquiryReceived {
            enquiry: 1,
            from: Enquirer::Integrator,
            asker: Asker::Plain("系井 組 <kumi@kei.example>".into()),
            question: "3.1系にも影響しますか".into(),
            by: COORDINATOR,
            on,
        },
        E::EnquiryAnswered { enquiry: 1, answer: "影響しません".into(), amend: true, on },
        E::WithdrawalProposed(withdrawal(DESK)),
        E::WithdrawalDeclined { side: COORDINATOR, reason: "命令の対象が異なる".into(), on },
        E::PublicationWithdrawn {
            revision: 3,
            by: COORDINATOR_ACCOUNT,
            at: "2027-02-01T05:00:00Z".parse().expect("two in Japan"),
            on: day("2027-02-01"),
        },
    ]
    .map(CaseEvent::Aftercare)
    .into()
}

/// The key of whoever enquires.
const ASKER: PersonId = PersonId(uuid::Uuid::from_u128(0x7_0042));

/// An asker under a key of its own.
pub fn sealed() -> Asker {
    Asker::Sealed { person: ASKER, body: body(0x77) }
}

pub fn record(question: &str, on: &str) -> AftercareCommand {
    let asker = sealed();
    AftercareCommand::RecordEnquiry { from: Enquirer::Integrator, asker, question: question.into(), on: day(on) }
}

pub fn propose(side: Party) -> AftercareCommand {
    let Withdrawal { ground, reason, basis, by, .. } = withdrawal(side);
    AftercareCommand::ProposeWithdrawal { ground, reason, basis, by }
}

pub fn tries() -> impl Strategy<Value = (Party, CaseCommand)> {
    let side = || select(vec![DESK, COORDINATOR]);
    let asked =
        (select(Enquirer::ALL.to_vec()), words(), words(), some_day()).prop_map(|(from, asker, question, on)| {
            AftercareCommand::RecordEnquiry { from, asker: Asker::Plain(asker), question, on }
        });
    let answered = (1_u32..3, words(), any::<bool>())
        .prop_map(|(enquiry, answer, amend)| AftercareCommand::AnswerEnquiry { enquiry, answer, amend });
    let declined = words().prop_map(|reason| AftercareCommand::DeclineWithdrawal { reason });
    let signed = (select(WithdrawalGround::ALL.to_vec()), words(), words()).prop_map(|(ground, reason, basis)| {
        let reason = Localized::new(reason.clone(), reason);
        AftercareCommand::ProposeWithdrawal { ground, reason, basis, by: DESK_ACCOUNT }
    });
    let co_signed = Just(AftercareCommand::CoSignWithdrawal(COORDINATOR_ACCOUNT));
    let any = prop_oneof![3 => asked, 3 => answered, 1 => signed, 2 => declined, 1 => co_signed];
    (side(), any).prop_map(|(party, command)| (party, CaseCommand::Aftercare(command)))
}

/// A withdrawal from its proposal to its end, and an enquiry with its answer, by whoever tries it first.
pub fn stories() -> impl Strategy<Value = Vec<(Party, CaseCommand)>> {
    let withdrawn = any::<bool>().prop_map(|signs| {
        let second = match signs {
            true => AftercareCommand::CoSignWithdrawal(COORDINATOR_ACCOUNT),
            false => AftercareCommand::DeclineWithdrawal { reason: "誤りではない".into() },
        };
        vec![(DESK, propose(DESK)), (COORDINATOR, second)]
    });
    let answer = |amend| AftercareCommand::AnswerEnquiry { enquiry: 1, answer: "影響しません".into(), amend };
    let asked =
        any::<bool>().prop_map(move |amend| vec![(DESK, record("影響しますか", "2026-11-17")), (DESK, answer(amend))]);
    prop_oneof![withdrawn, asked]
        .prop_map(|steps| steps.into_iter().map(|(party, command)| (party, CaseCommand::Aftercare(command))).collect())
}

/// Both bodies of everything; everybody who sees the case of a withdrawal.
pub fn may_learn(viewer: Party, before: &CaseFile, event: &AftercareEvent) -> bool {
    let public = matches!(event, AftercareEvent::PublicationWithdrawn { .. });
    match viewer {
        Party::ReceivingBody => true,
        Party::Coordinator => before.case.handed_over.is_some(),
        Party::Developer(id) => public && before.case.developer(id).is_some_and(|side| !side.attempts.is_empty()),
        Party::Finder(report) => public && before.case.reports.contains(&report),
        Party::Member(member) => public && before.case.judgement.is_seen_by(member),
        Party::Program | Party::SiteOperator(_) => false,
    }
}

/// Enquiries, and what was signed by whom, are between the two bodies.
pub fn change(there: &mut CaseFile, viewer: Party) {
    if viewer.is_staff() || viewer == Party::Program {
        return;
    }
    let aftercare = &mut there.case.aftercare;
    aftercare.enquiries.clear();
    aftercare.proposed = None;
    aftercare.declined = Some((DESK, "別の理由".into(), day("2020-01-06")));
    if let Some(Withdrawn { withdrawal, co_signed, .. }) = &mut aftercare.withdrawn {
        (withdrawal.basis, withdrawal.by, *co_signed) = ("別の根拠".into(), OTHER_MEMBER_ACCOUNT, OTHER_MEMBER_ACCOUNT);
    }
}

pub fn action(what: DutyKind) -> Option<Action> {
    match what {
        DutyKind::AnswerEnquiry => Some(Action::AnswerEnquiry),
        DutyKind::CoSignWithdrawal => Some(Action::CoSignWithdrawal),
        _ => None,
    }
}

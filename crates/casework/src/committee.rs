//! Members of the publication committee (公表判定委員会): appointed for a term, called to a meeting, and shown the cases
//! on which they sit, and no others.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rulebook::case::judgement::JudgementEvent;
use rulebook::case::{CaseEvent, CaseState, CaseView};
use rulebook::ids::{AccountId, CaseId};
use rulebook::member::{Appointed, Appointment};
use rulebook::party::{Party, Role};
use store::{Append, LinkRow};
use uuid::Uuid;

use crate::accounts::{AccountEvent, Credentials, NewAccount};
use crate::error::{Error, Result};
use crate::office::{Actor, Office};

/// A case in relation to a member of the committee who sits on it.
pub(crate) const SEATED: &str = "seated";

/// Most duties that put a case at the head of a member's list.
const MOST_OWED: u32 = 200;

/// Somebody who may be called to a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The account.
    pub id: AccountId,
    /// Login name: the handle that forms carry.
    pub login: String,
    /// Name of the person.
    pub name: String,
    /// As what, and for how long.
    pub appointment: Appointment,
}

impl Candidate {
    /// What the rules have to know in order to call it.
    #[must_use]
    pub fn appointed(&self) -> Appointed {
        Appointed { account: self.id, name: self.name.clone(), appointment: self.appointment.clone() }
    }
}

/// Cases on which a member sits.
pub struct Sittings {
    /// A page of them, as the member sees each.
    pub views: Vec<CaseView>,
    /// How many there are in all.
    pub total: usize,
}

impl Office {
    /// Makes the account of a member together with its appointment; the credentials are shown once.
    ///
    /// # Errors
    /// As [`Office::add_account`]; an appointment that ends before it begins.
    pub async fn add_member(&self, new: NewAccount, appointment: Appointment) -> Result<Credentials> {
        check(&appointment)?;
        let new = NewAccount { role: Role::CommitteeMember, ..new };
        let (password, totp) = self.fresh_secrets();
        self.make_account(new, Some(appointment), password, totp).await
    }

    /// Appoints a member for another term, or puts the present one right. Its sessions end.
    ///
    /// # Errors
    /// `NotFound` when the account is nobody's who sits on the committee; an appointment that ends before it begins.
    pub async fn appoint(&self, id: AccountId, appointment: Appointment) -> Result<()> {
        check(&appointment)?;
        let account = self.account(id).await?;
        if account.closed || account.role != Role::CommitteeMember {
            return Err(Error::NotFound);
        }
        self.change_account(id, AccountEvent::MemberAppointed { appointment }).await
    }

    /// Everybody who may be called to a meeting from a day on: appointed, and the term is not over.
    ///
    /// # Errors
    /// The store's.
    pub async fn candidates(&self, today: Date) -> Result<Vec<Candidate>> {
        let open = self.accounts().await?.into_iter().filter(|(_, card, closed)| {
            let member = card.role == Role::CommitteeMember.word();
            !closed && member
        });
        let candidate = |(id, card, _): (AccountId, crate::project::AccountCard, bool)| {
            let appointment = card.appointment.filter(|appointment| appointment.may_be_called(today))?;
            Some(Candidate { id, login: card.login, name: card.name, appointment })
        };
        Ok(open.filter_map(candidate).collect())
    }

    /// The cases on which a member sits: those in which it owes a vote first, by the day of the meeting; then the rest,
    /// the newest first. No text of a case is opened.
    ///
    /// # Errors
    /// `NotFound` for everybody else; the store's.
    pub async fn sittings(&self, actor: Actor, limit: usize, offset: usize) -> Result<Sittings> {
        let Party::Member(member) = actor.party else { return Err(Error::NotFound) };
        let ids = self.store().linked_to(SEATED, member.0).await?;
        let (owed, _) = self.store().duties(&actor.party.key(), MOST_OWED, 0).await?;
        let mut first: Vec<Uuid> = Vec::new();
        for duty in owed.iter().map(|duty| duty.subject).filter(|id| ids.contains(id)) {
            if !first.contains(&duty) {
                first.push(duty);
            }
        }
        // Ids grow with time: what the bodies made of a case since does not move it in this list.
        let rest: Vec<Uuid> = ids.iter().rev().copied().filter(|id| !first.contains(id)).collect();
        let total = ids.len();
        let mut views = Vec::new();
        for id in first.into_iter().chain(rest).skip(offset).take(limit) {
            let loaded = self.load_case(CaseId(id)).await?;
            views.push(self.view_case(&loaded.file, actor)?);
        }
        Ok(Sittings { views, total })
    }
}

fn check(appointment: &Appointment) -> Result<()> {
    if appointment.is_in_order() { Ok(()) } else { Err(Error::Unusable("the term of office")) }
}

/// Everybody who was ever called to a meeting about a case.
pub(crate) fn members(case: &CaseState) -> BTreeSet<AccountId> {
    let called = case.history.iter().filter_map(|event| match &event.item {
        CaseEvent::Judgement(JudgementEvent::CommitteeConvened { members, .. }) => Some(members),
        _ => None,
    });
    called.flatten().map(|seat| seat.account).collect()
}

/// What an event does to the links between a case and the members who sit on it. Who has an interest, or is not called
/// again, is no longer linked: no list has the case for it.
pub(crate) fn seated(append: &mut Append, case: &CaseState, event: &JudgementEvent) {
    if !matches!(event, JudgementEvent::CommitteeConvened { .. } | JudgementEvent::ConflictDeclared { .. }) {
        return;
    }
    for member in members(case) {
        let link = LinkRow { a: case.id.0, relation: SEATED.into(), b: member.0 };
        if case.judgement.is_seen_by(member) {
            append.links.push(link);
        } else {
            append.unlinks.push(link);
        }
    }
}

//! Who sees what of a judgement.

use super::event::{Material, Minutes, Ruling, Verdict};
use super::state::{Judgement, Round};
use crate::case::file::CaseFile;
use crate::ids::{AccountId, DeveloperId};
use crate::party::Party;

/// What a party sees: the receiving body, which is the committee's secretariat, all; the coordinator all but marks and
/// votes before the decision; a member its papers, and others' votes only after the decision; a developer what it is
/// told and says; a finder that nothing will be published, and why.
pub(in crate::case) fn shown(file: &CaseFile, party: Party) -> Judgement {
    let all = &file.case.judgement;
    let rounds = all.rounds.iter();
    let rounds = match party {
        Party::ReceivingBody | Party::Program => rounds.cloned().collect(),
        Party::Coordinator => rounds.map(for_coordinator).collect(),
        Party::Member(member) => {
            rounds.filter(|round| round.is_seated(member)).map(|r| for_member(r, member)).collect()
        }
        Party::Developer(id) => rounds.filter_map(|round| for_developer(round, id)).collect(),
        Party::Finder(_) => rounds.filter_map(for_finder).collect(),
        Party::SiteOperator(_) => Vec::new(),
    };
    Judgement { rounds }
}

fn for_coordinator(round: &Round) -> Round {
    let mut shown = round.clone();
    if round.ruling.is_none() {
        shown.marks.clear();
        shown.votes.clear();
    }
    shown
}

/// Never who has an interest and why, nor how the developer can be reached.
fn for_member(round: &Round, member: AccountId) -> Round {
    let mut shown = round.clone();
    shown.conflicts.clear();
    if let Some(meeting) = &mut shown.meeting {
        meeting.members.retain(|seat| round.is_seated(seat.account));
    }
    shown.material = shown.material.map(|material| Material { contact: String::new(), ..material });
    if let Some(told) = &mut shown.announcement {
        told.to.clear();
    }
    if round.ruling.is_none() {
        shown.votes.retain(|ballot| ballot.member == member);
    }
    shown
}

fn told(ruling: &Ruling) -> Ruling {
    Ruling { met: Vec::new(), minutes: Minutes::default(), ..ruling.clone() }
}

fn for_developer(round: &Round, id: DeveloperId) -> Option<Round> {
    let announcement = round.announcement.clone().filter(|_| round.developer == Some(id))?;
    let own = |opinion: &&super::record::Opinion| opinion.developer == Some(id);
    Some(Round {
        developer: Some(id),
        announcement: Some(announcement),
        opinions: round.opinions.iter().filter(own).cloned().collect(),
        returned: round.returned.as_ref().map(|(on, _)| (*on, String::new())),
        ruling: round.ruling.as_ref().filter(|_| !round.is_unreachable()).map(told),
        view_asked: round.view_asked,
        view: round.view.clone(),
        ..Round::default()
    })
}

fn for_finder(round: &Round) -> Option<Round> {
    let ruling = round.ruling.as_ref().filter(|ruling| ruling.verdict == Verdict::NotPublish)?;
    Some(Round { ruling: Some(told(ruling)), ..Round::default() })
}

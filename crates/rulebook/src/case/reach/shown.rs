//! Who sees what of the way to a developer.

use jiff::civil::Date;
use serde::Serialize;

use super::campaign::{Campaign, Proposal, campaign, next_contact, unreachable_from};
use super::event::{Address, Outcome, Source};
use super::ladder::{Rung, listing, name_from, rung};
use super::outcome::course;
use super::state::{AttemptNote, Checked, Judged, Listing};
use crate::case::file::CaseFile;
use crate::case::state::{CaseState, DeveloperSide};
use crate::edition::Rules;
use crate::ids::DeveloperId;
use crate::party::Party;

/// The way to one developer, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SideView {
    /// The developer.
    pub developer: DeveloperId,
    /// Sources looked through (staff).
    pub checks: Vec<Checked>,
    /// Sources that nobody looked through (staff).
    pub open_sources: Vec<Source>,
    /// Since when the finder is to be asked (staff).
    pub finder_asked_on: Option<Date>,
    /// What became of attempts later (staff).
    pub notes: Vec<AttemptNote>,
    /// How far the campaign is (staff).
    pub campaign: Option<Campaign>,
    /// What to try next (staff).
    pub next: Option<Proposal>,
    /// From when on the name may be listed (staff).
    pub name_from: Option<Date>,
    /// From when on it counts as unreachable for the committee, if it stays silent (staff).
    pub unreachable_from: Option<Date>,
    /// Where it stands on the ladder (staff).
    pub rung: Option<Rung>,
    /// Its row on the public list.
    pub listing: Option<Listing>,
}

/// The way to the developers, as a viewer may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReachView {
    /// Developers that the viewer may know of.
    pub developers: Vec<SideView>,
    /// Whether the vulnerability can be verified (staff).
    pub verifiable: Option<Judged<bool>>,
    /// Whether the case is worth what verifying costs (staff).
    pub worth: Option<Judged<bool>>,
    /// Another way than the table (staff).
    pub individual: Option<Judged<Outcome>>,
    /// What becomes of the case (staff).
    pub course: Option<Outcome>,
}

/// What a party sees: staff all; a committee member how it was searched and tried, without addresses and what the
/// finder said; a developer its own row, which everybody can see once it is listed; a finder nothing.
pub(in crate::case) fn shown(file: &CaseFile, party: Party, rules: Rules<'_>) -> ReachView {
    let case = &file.case;
    match party {
        Party::ReceivingBody | Party::Coordinator | Party::Program => ReachView {
            developers: case.developers.iter().map(|side| for_staff(case, side, rules)).collect(),
            verifiable: case.reach.verifiable.clone(),
            worth: case.reach.worth.clone(),
            individual: case.reach.individual.clone(),
            course: course(case),
        },
        Party::Member(_) => ReachView {
            developers: case.developers.iter().map(|side| for_member(case, side, rules)).collect(),
            verifiable: case.reach.verifiable.clone(),
            worth: case.reach.worth.clone(),
            individual: case.reach.individual.clone(),
            course: course(case),
        },
        Party::Developer(id) => {
            let developers = case.developer(id).map(|side| bare(id, side)).into_iter().collect();
            ReachView { developers, ..ReachView::default() }
        }
        _ => ReachView::default(),
    }
}

fn bare(developer: DeveloperId, side: &DeveloperSide) -> SideView {
    SideView {
        developer,
        checks: Vec::new(),
        open_sources: Vec::new(),
        finder_asked_on: None,
        notes: Vec::new(),
        campaign: None,
        next: None,
        name_from: None,
        unreachable_from: None,
        rung: None,
        listing: listing(side),
    }
}

fn for_staff(case: &CaseState, side: &DeveloperSide, rules: Rules<'_>) -> SideView {
    SideView {
        checks: side.reach.checks.clone(),
        open_sources: side.reach.open_sources(),
        finder_asked_on: side.reach.finder_asked_on,
        notes: side.reach.notes.clone(),
        campaign: Some(campaign(side, rules)),
        next: next_contact(side, rules),
        name_from: name_from(side, rules),
        unreachable_from: unreachable_from(side, rules),
        rung: Some(rung(case, side)),
        ..bare(side.id, side)
    }
}

/// Without what the finder told, of which an address that nobody has tried yet would tell as well.
fn for_member(case: &CaseState, side: &DeveloperSide, rules: Rules<'_>) -> SideView {
    let nameless = |address: &Address| Address { means: address.means, to: String::new() };
    let mut known = side.clone();
    known.reach.checks.retain(|check| check.source != Source::Finder);
    let campaign = campaign(&known, rules);
    let untried = campaign.untried.iter().map(nameless).collect();
    let mut checks = known.reach.checks;
    for check in &mut checks {
        check.found = check.found.iter().map(nameless).collect();
    }
    SideView {
        checks,
        notes: side.reach.notes.clone(),
        campaign: Some(Campaign { untried, ..campaign }),
        rung: Some(rung(case, side)),
        ..bare(side.id, side)
    }
}

//! The ladder for developers that do not answer (Ⅳ.4.2.第6段, 付録5): name, product, deadline, and off the list.

use jiff::civil::Date;

use super::campaign::{campaign, last_heard, months_after};
use super::event::DelistReason;
use super::state::Listing;
use crate::case::state::{CaseState, DeveloperSide};
use crate::clause::Clause;
use crate::coded::coded;
use crate::edition::Rules;
use crate::refusal::{Refusal, Why, require};

pub(super) const NAME: Clause = Clause::new("Ⅳ.4.2.第6段.1");
pub(super) const PRODUCT: Clause = Clause::new("Ⅳ.4.2.第6段.2");

coded! {
    /// Where a developer stands on the ladder, as the statistics count it (図1-7).
    pub enum Rung {
        /// Never listed.
        NotListed = "not-listed",
        /// ① Its name is listed.
        NameListed = "name-listed",
        /// ② Its product is published as well.
        ProductListed = "product-listed",
        /// ③ It was reached: coordination goes on.
        Resumed = "resumed",
        /// ④ It was reached, and the coordination is done.
        Done = "done",
        /// ⑤ It was published without it.
        Published = "published",
        /// Taken off the list without contact: the handling ended, or it was a mistake.
        Removed = "removed",
    }
}

/// Where a developer of a case stands.
#[must_use]
pub fn rung(case: &CaseState, side: &DeveloperSide) -> Rung {
    let reach = &side.reach;
    let published = !case.publications.is_empty();
    let Some(row) = &reach.listing else { return Rung::NotListed };
    if reach.resumed_on.is_some() {
        return if published { Rung::Done } else { Rung::Resumed };
    }
    match reach.delisted {
        Some((_, DelistReason::Published)) => Rung::Published,
        Some((_, DelistReason::ContactMade)) => Rung::Resumed,
        Some(_) => Rung::Removed,
        None if published => Rung::Published,
        None if row.product.is_some() => Rung::ProductListed,
        None => Rung::NameListed,
    }
}

/// The row of a developer on the public list, as long as it stands there.
#[must_use]
pub fn listing(side: &DeveloperSide) -> Option<Listing> {
    side.reach.listed().cloned()
}

/// The day from which a developer that never answered may be listed: the edition's months after the contacts
/// sufficed.
#[must_use]
pub(super) fn name_from(side: &DeveloperSide, rules: Rules<'_>) -> Option<Date> {
    let sufficed = campaign(side, rules).sufficed_on?;
    Some(months_after(sufficed, rules.edition.name_listing_months.value))
}

/// The day from which the product of a listed developer may be published.
#[must_use]
pub(super) fn product_from(row: &Listing, rules: Rules<'_>) -> Date {
    months_after(row.listed_on, rules.edition.product_listing_months.value)
}

/// The next issue of the list for a row.
#[must_use]
pub(super) fn next_issue(row: &Listing, rules: Rules<'_>) -> Date {
    months_after(row.updated_on, rules.edition.list_update_months.value)
}

/// Whether a listed developer was heard since, and that is not written down yet.
pub(super) fn answered_since(side: &DeveloperSide, row: &Listing, rules: Rules<'_>) -> bool {
    side.reach.resumed_on.is_none() && last_heard(side, rules).is_some_and(|heard| heard >= row.listed_on)
}

/// Whether the name may be listed: the checklist is worked through, all was tried, and nothing came back for the
/// edition's time.
pub(super) fn may_list_name(side: &DeveloperSide, rules: Rules<'_>, today: Date) -> Result<(), Refusal> {
    let no = |why| Refusal::under(NAME, why);
    require(side.reach.listed().is_none(), no(Why::AlreadyListed))?;
    let campaign = campaign(side, rules);
    require(!campaign.contacts.is_empty(), no(Why::DeveloperAnswered))?;
    require(side.reach.open_sources().is_empty(), no(Why::ChecklistOpen))?;
    require(campaign.is_enough(), no(Why::MeansLeft))?;
    require(name_from(side, rules).is_some_and(|from| from <= today), no(Why::TooSoon))
}

/// Whether the product may be published: some months after the name, and still no contact.
pub(super) fn may_list_product(side: &DeveloperSide, rules: Rules<'_>, today: Date) -> Result<(), Refusal> {
    let no = |why| Refusal::under(PRODUCT, why);
    let row = side.reach.listed().ok_or(no(Why::NotListed))?;
    require(row.product.is_none(), no(Why::AlreadyListed))?;
    require(is_silent(side, row, rules), no(Why::DeveloperAnswered))?;
    require(product_from(row, rules) <= today, no(Why::TooSoon))
}

/// Whether a deadline may be appended: to the notice about a product, once.
pub(super) fn may_append_deadline(side: &DeveloperSide, rules: Rules<'_>) -> Result<(), Refusal> {
    let no = |why| Refusal::under(PRODUCT, why);
    let row = side.reach.listed().ok_or(no(Why::NotListed))?;
    let notice = row.product.as_ref().ok_or(no(Why::NotListed))?;
    require(notice.deadline.is_none(), no(Why::AlreadyListed))?;
    require(is_silent(side, row, rules), no(Why::DeveloperAnswered))
}

/// Whether a listed developer still has not answered.
pub(super) fn is_silent(side: &DeveloperSide, row: &Listing, rules: Rules<'_>) -> bool {
    side.reach.resumed_on.is_none() && !answered_since(side, row, rules)
}

//! Acting on website cases of a list, without opening each of them: what the list showed of a case is what is acted on.

use rulebook::ids::SiteCaseId;
use rulebook::party::Party;
use rulebook::site::{decide, duties};
use store::{Append, StoreError};

use super::SiteOrder;
use super::rows::site_card;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::reports::TRIES;

/// A website case of a list, and what the list showed of it ([`SiteCard::digest`](super::SiteCard::digest)).
pub struct ListedSite {
    /// The case.
    pub site: SiteCaseId,
    /// What was shown.
    pub seen: Option<Digest>,
}

impl Office {
    /// Does the same in several website cases of a list, in one transaction: in all of them or, when one refuses or is
    /// not what the list showed any more, in none (decision 10).
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound` for everybody but the receiving body, or the store's.
    pub async fn act_on_listed_sites(&self, actor: Actor, listed: &[ListedSite], order: &SiteOrder) -> Result<()> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        for _ in 0..TRIES {
            let now = self.now();
            let mut append = Append::new(now.at, actor.id());
            for one in listed {
                let loaded = self.load_site(one.site).await?;
                let rules = self.rules(&loaded.file.site.edition);
                let card = site_card(&loaded.file, rules, &duties(&loaded.file, rules));
                if one.seen.as_ref().is_some_and(|seen| *seen != card.digest()) {
                    return Err(Error::Stale);
                }
                let prepared = self.prepare_site(&loaded.file, actor, order)?;
                let events = decide(&loaded.file, actor.party, prepared.command, rules, now)?;
                self.push_decision(&mut append, &loaded, &events, now).await?;
                append.bodies.extend(prepared.bodies);
                append.attachments.extend(prepared.attachments);
            }
            match self.store().append(append).await {
                Err(StoreError::Conflict { .. }) => {}
                other => return Ok(other.map(|_| ())?),
            }
        }
        Err(Error::Stale)
    }
}

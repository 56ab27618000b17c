//! What the register knows about the end of a case's products.

use rulebook::developer::SupportEnd;
use rulebook::ids::DeveloperId;
use rulebook::party::Party;

use crate::error::{Error, Result};
use crate::office::{Actor, Office};

/// Most developers whose entries are looked up for one page.
const MOST: usize = 40;

impl Office {
    /// The days on which the support of products ends, of the first developers of a case; nothing for anybody but the
    /// coordinator, who keeps the register.
    ///
    /// # Errors
    /// The store's.
    pub async fn support_ends(&self, actor: Actor, of: &[DeveloperId]) -> Result<Vec<(DeveloperId, SupportEnd)>> {
        let mut ends = Vec::new();
        if actor.party != Party::Coordinator {
            return Ok(ends);
        }
        for id in of.iter().take(MOST) {
            match self.developer(*id, actor).await {
                Ok((state, _)) => ends.extend(state.entry.support_ends.into_iter().map(|end| (*id, end))),
                Err(Error::NotFound) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(ends)
    }
}

//! A website's flaw that lies in a product: it goes on as a product's case, opened in the same transaction (Ⅴ.3.8).

use rulebook::case::CaseContent;
use rulebook::ids::{CaseId, SiteCaseId};
use rulebook::site::{HandToProduct, hand_to_product};
use store::{LinkRow, StoreError};

use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::reports::TRIES;

impl Office {
    /// Hands a flaw over to the product track. Which site it was found on stays here, unless it is to be named.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's. Then nothing was changed.
    pub async fn hand_site_to_product(
        &self,
        id: SiteCaseId,
        actor: Actor,
        seen: Option<&Digest>,
        content: &CaseContent,
        name_site: bool,
    ) -> Result<CaseId> {
        for _ in 0..TRIES {
            let loaded = self.load_site(id).await?;
            self.check_site_seen(&loaded.file, actor, seen)?;
            let now = self.now();
            let case = CaseId(self.id());
            let command = HandToProduct {
                case,
                case_number: self.case_number(),
                content: content.clone(),
                edition: self.edition_in_force().key.clone(),
                name_site,
            };
            let rules = self.rules(&loaded.file.site.edition);
            let (of_site, of_case) = hand_to_product(&loaded.file, actor.party, command, rules, now)?;
            let mut append = self.site_append(&loaded, actor, &of_site, now).await?;
            let mut after = loaded.file.clone();
            of_site.iter().for_each(|event| after.evolve(now.at, event));
            let first = after.reports.into_iter().next().ok_or(Error::Unreadable("a website case"))?;
            append.links.push(LinkRow { a: case.0, relation: "report".into(), b: first.id.0 });
            self.push_new_case(&mut append, case, &of_case, vec![first])?;
            match self.store().append(append).await {
                Ok(()) => return Ok(case),
                Err(StoreError::Conflict { .. } | StoreError::Taken { kind: "number" }) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(Error::Stale)
    }
}

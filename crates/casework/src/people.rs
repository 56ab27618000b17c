//! Who is behind an account's id.
//!
//! Name and role of a person are fixed when the account is made (`AccountCreated`); only its secrets change, a member's
//! appointment, and whether it is closed. So names that were read once are kept, and most pages ask nothing for them.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use rulebook::ids::AccountId;
use store::{CardFilter, CardOrder};
use uuid::Uuid;

use crate::error::Result;
use crate::lists::read;
use crate::office::Office;
use crate::project::AccountCard;

/// Accounts that were read. There are as many as people with an account.
pub(crate) type People = RwLock<BTreeMap<AccountId, AccountCard>>;

impl Office {
    /// What is known of these accounts; ids that are no account's are left out. At most one query.
    pub(crate) async fn people(&self, mut ids: Vec<AccountId>) -> Result<BTreeMap<AccountId, AccountCard>> {
        ids.sort();
        ids.dedup();
        let mut found = self.known(&ids);
        let missing: Vec<Uuid> = ids.iter().filter(|id| !found.contains_key(id)).map(|id| id.0).collect();
        let filter = CardFilter { ids: Some(&missing), ..CardFilter::default() };
        for card in self.store().card_page("account", filter, CardOrder::default()).await? {
            found.insert(AccountId(card.id), read(&card.card)?);
        }
        if !missing.is_empty() {
            self.people.write().unwrap_or_else(PoisonError::into_inner).extend(found.clone());
        }
        Ok(found)
    }

    fn known(&self, ids: &[AccountId]) -> BTreeMap<AccountId, AccountCard> {
        let people = self.people.read().unwrap_or_else(PoisonError::into_inner);
        ids.iter().filter_map(|id| Some((*id, people.get(id)?.clone()))).collect()
    }

    /// Names of accounts; what nobody wrote, the program did.
    pub(crate) async fn names(&self, mut ids: Vec<AccountId>) -> Result<BTreeMap<AccountId, String>> {
        let program = AccountId(Uuid::nil());
        let all = ids.len();
        ids.retain(|id| *id != program);
        let by_program = (ids.len() < all).then(|| (program, "Noroshi".to_owned()));
        let people = self.people(ids).await?;
        Ok(people.into_iter().map(|(id, card)| (id, card.name)).chain(by_program).collect())
    }
}

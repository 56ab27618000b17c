//! What the subscriptions by mail ask of the search: whether it finds an advisory. The addresses of their readers are
//! kept elsewhere; this site knows none of them.

use formats::AdvisoryNumber;
use ui::Query;

use crate::searching::asked;
use crate::state::PortalState;

impl PortalState {
    /// Whether a search, as names and values of the list's address, finds an advisory in this revision or a newer one;
    /// `None` while the search has not read it yet. Blocks while the search is made for the first time.
    #[must_use]
    pub fn finds(&self, search: &[(String, String)], id: &AdvisoryNumber, revision: u32) -> Option<bool> {
        let ready = self.search();
        ready.searched.revision(id).filter(|read| *read >= revision)?;
        if search.is_empty() {
            return Some(true);
        }
        let query = search.iter().fold(Query::new("/ja/advisories"), |query, (name, value)| query.and(name, value));
        let found = ready.find(&asked::question(&query));
        let is_found = ready.searched.page(&found, 1, usize::MAX).any(|found| found == id);
        Some(is_found)
    }
}
